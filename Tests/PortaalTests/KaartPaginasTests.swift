// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing
import Web

@testable import PortaalApp

@Suite("De pagina's van de sociale kaart", .timeLimit(.minutes(2)))
struct KaartPaginasTests {
    private typealias V = VoorbeeldenKaart

    @Test("een vermelding in het formulier en terug verliest niets")
    func heenEnTerug() throws {
        let form = Kaartformulier.waarden(V.inhoud, V.begrippen)
        var terug = try Kaartformulier.lees(Kaartformulier.opgeschoond(form))
        #expect(Set(terug.begrippen) == Set(V.inhoud.begrippen))
        terug.begrippen = V.inhoud.begrippen
        #expect(terug == V.inhoud)
        let kaal = Voorzieningsinhoud(naam: "Kaal")
        #expect(try Kaartformulier.lees(Kaartformulier.opgeschoond(Kaartformulier.waarden(kaal, []))) == kaal)
    }

    @Test("elk veld van het formulier dat de pagina toont, wordt ook gelezen")
    func velden() throws {
        let form = Kaartformulier(
            Kaartformulier.waarden(V.inhoud, V.begrippen), actie: "/x", begrippen: V.begrippen, organisaties: [])
        #expect(form.locaties.count == 2 && form.openingen.count == 3 && form.contacten.count == 1)
        #expect(form.termen.map(\.naam) == ["leefgebied", "doelgroep", "toegang", "soort", "verwijsbaar"])
        // What it has, and an empty one to add.
        #expect(form.upl.count == 2)
        #expect(form.vast.map(\.naam) == ["begrip", "cap-eenheid", "cap-beschikbaar", "cap-maximum", "cap-toelichting"])
    }

    @Test("een lege rij verdwijnt en de rest schuift op, zodat een fout bij de rij staat die iemand ziet")
    func rijen() throws {
        var waarden = ["naam": ["A"], "aantal-telefoon": ["3"], "aantal-locatie": ["2"], "aantal-opening": ["1"]]
        waarden["telefoon-1-nummer"] = ["036"]
        waarden["telefoon-2-toelichting"] = ["zonder nummer"]
        (waarden["locatie-0-soort"], waarden["locatie-1-soort"]) = (["bezoek"], ["post"])
        waarden["locatie-1-plaats"] = ["Almere"]
        waarden["opening-0-herhaling"] = ["week"]
        let schoon = Kaartformulier.opgeschoond(FormValues(waarden))
        #expect(schoon.text("telefoon-0-nummer") == "036" && schoon.text("aantal-telefoon") == "2")
        #expect(schoon.text("locatie-0-plaats") == "Almere" && schoon.text("locatie-0-soort") == "post")
        #expect(schoon.text("aantal-opening") == "0")
        do {
            _ = try Kaartformulier.lees(schoon)
            Issue.record("een telefoon zonder nummer")
        } catch Failure.invalid(let fouten) { #expect(fouten.map(\.field) == ["telefoon-1-nummer"]) }
        let meer = Kaartformulier.metRij(FormValues(waarden), "telefoon")
        #expect(Kaartformulier.rijen(meer, .telefoon).count == 4)
        #expect(Kaartformulier.metRij(FormValues(waarden), "onzin") == FormValues(waarden))
        #expect(Kaartformulier.rijen(FormValues(["aantal-telefoon": ["999999"]]), .telefoon).count == 40)
    }

    @Test(
        "een fout van de dienst komt bij het veld van het formulier",
        arguments: [
            ("naam", "naam"), ("locaties[1].postcode", "locatie-1-postcode"), ("locaties[0].straat[0].x", "locatie-0-straat"),
            ("openingstijden[2].dagen", "opening-2-dagen"), ("talen[3]", "andereTalen"), ("inhoud.website", "website"),
            ("contacten[0].email", "contact-0-email"), ("kostenopties[0].amount", "kosten-0-omschrijving"),
            ("capaciteit.maximum", "naam"), ("telefoons[4]", "telefoon-4-nummer"), ("controle", "controle"),
        ])
    func fouten(veld: String, verwacht: String) {
        #expect(Kaartformulier.fouten([FieldError(veld, code: "x", "x")]).map(\.field) == [verwacht])
    }

    @Test("getallen, dagen en tijden worden gelezen zoals mensen ze typen, en elke misser staat bij zijn veld")
    func typen() throws {
        let goed = FormValues([
            "naam": ["A"], "minimumLeeftijd": [" 16 "], "aantal-kosten": ["1"], "kosten-0-bedrag": ["2,50"],
            "aantal-opening": ["1"],
            "opening-0-herhaling": ["uitzondering"], "opening-0-geldigVan": ["3-2-2027"], "opening-0-geldigTot": ["2027-02-04"],
            "opening-0-dagen": ["1"], "andereTalen": ["PL, ro"], "taal": ["ti"], "meenemen": ["Pas\n\n Brief "],
        ])
        let inhoud = try Kaartformulier.lees(Kaartformulier.opgeschoond(goed))
        #expect(inhoud.minimumLeeftijd == 16 && inhoud.kostenopties.first?.bedrag == 2.5 && inhoud.talen == ["ti", "pl", "ro"])
        #expect(inhoud.openingstijden.first?.geldigVan == Datum(2027, 2, 3) && inhoud.openingstijden.first?.dagen == [])
        #expect(inhoud.meenemen == ["Pas", "Brief"])
        let mis = FormValues([
            "minimumLeeftijd": ["zestien"], "aantal-kosten": ["1"], "kosten-0-bedrag": ["veel"], "aantal-opening": ["1"],
            "opening-0-geldigVan": ["morgen"], "aantal-locatie": ["1"], "locatie-0-breedte": ["noord"],
        ])
        do {
            _ = try Kaartformulier.lees(Kaartformulier.opgeschoond(mis))
            Issue.record("onzin gelezen")
        } catch Failure.invalid(let fouten) {
            #expect(
                Set(fouten.map(\.field)) == ["minimumLeeftijd", "kosten-0-bedrag", "opening-0-geldigVan", "locatie-0-breedte"])
        }
    }

    @Test("elk filter van de pagina gaat mee naar de dienst, en een postcode verliest zijn letters")
    func filters() throws {
        let vraag = Kaartvraag(
            FormValues([
                "zoek": ["taal"], "leefgebied": ["werk"], "doelgroep": ["statushouders"], "leeftijd": ["30"], "taal": ["ti"],
                "gratis": ["ja"], "toegang": ["vrij"], "gebied": ["Almere"], "postcode": ["1315 HR"], "afstand": ["5000"],
                "dag": ["2"], "tijd": ["14:30"], "verwijsbaar": ["ja"],
            ]))
        let query = try vraag.zoeken(limit: 20, na: "x")
        #expect(query.leefgebied == .werk && query.alleenVerwijsbaar && query.page.after == "x")
        #expect(
            query.filters
                == Zoekfilters(
                    doelgroep: "statushouders", leeftijd: 30, taal: "ti", gratis: true, toegang: "vrij", gebied: "Almere",
                    postcode4: "1315", afstandMeter: 5000, openOp: .init(dag: 2, tijd: "14:30")))
        #expect(try Kaartvraag(FormValues(["dag": ["nu"]])).zoeken(limit: 1).filters?.openOp == Openmoment())
        #expect(try Kaartvraag(FormValues()).zoeken(limit: 1).filters == Zoekfilters())
        // Each filter is shown and can be taken away by itself.
        #expect(vraag.actief.count == 12)
        for filter in vraag.actief { #expect(vraag.zonder(filter.sleutels).actief.count < 12, "\(filter.tekst)") }
        #expect(throws: Failure.self) { try Kaartvraag(FormValues(["leeftijd": ["oud"]])).zoeken(limit: 1) }
    }

    @Test("wat niet gevonden wordt, wijst de weg: zonder welk filter er wel iets is, het ruimste eerst")
    func ruimer() {
        let vraag = Kaartvraag(FormValues(["zoek": ["taal"], "taal": ["ti"], "gratis": ["ja"]]))
        let pagina = SocialeKaartPagina(
            .er(Voorzieningenpagina(rows: [])), vraag, keuzes: nil, ruimer: zip(vraag.actief, [0, 2, 7]).map { ($0, $1) },
            rollen: [.begeleider], vandaag: Voorbeelden.vandaag)
        #expect(pagina.ruimer.map(\.naam) == ["Zonder gratis: 7 voorzieningen", "Zonder spreekt Tigrinya: 2 voorzieningen"])
        #expect(pagina.ruimer.first?.href == "/sociale-kaart?zoek=taal&taal=ti")
    }

    @Test("wat oud is ziet er oud uit: bij een partner staat bovenaan wat op antwoord wacht")
    func wacht() {
        let vandaag = Voorbeelden.vandaag
        func wacht(_ toestand: String?, dagen: Int?, status: String = "actief") -> Bool {
            PartnerKaartPagina.wacht(
                V.vermelding(toestand, gezien: dagen.map { vandaag.adding(days: -$0) }, status: status), vandaag: vandaag)
        }
        #expect(wacht(nil, dagen: nil) && wacht(nil, dagen: 181) && !wacht(nil, dagen: 180))
        #expect(!wacht("te-beoordelen", dagen: nil) && wacht("teruggestuurd", dagen: 1))
        #expect(!wacht(nil, dagen: nil, status: "opgeheven"))
        #expect(KaartControlePagina.zin(.init(verlopen: 0, navragen: 0, voorstellen: [], rijen: [], volgende: nil)) == nil)
        #expect(
            KaartControlePagina.zin(
                .init(verlopen: 1, navragen: 0, voorstellen: [V.voorstelregel("te-beoordelen")], rijen: [], volgende: nil))
                == "1 voorstel van een organisatie en 1 vermelding om na te vragen.")
        #expect(
            KaartControlePagina.zin(
                .init(
                    verlopen: 1, navragen: 1, voorstellen: [V.voorstelregel("te-beoordelen")], rijen: [], volgende: nil,
                    reagerenNiet: 2))
                == "1 voorstel van een organisatie, 2 vermeldingen die niet reageren en 2 vermeldingen om na te vragen.")
    }

    @Test("wat op een partner wacht is geteld over alle bladzijden")
    func wachtend() {
        let vandaag = Voorbeelden.vandaag
        func verwijzingen(_ wacht: Int?) -> String? {
            PartnerPagina(.er(Page(rows: [], next: "1|a", wacht: wacht)), vandaag: vandaag).vraag?.titel
        }
        #expect(verwijzingen(nil) == nil && verwijzingen(0) == nil)
        #expect(verwijzingen(1) == "1 verwijzing wacht op uw antwoord")
        #expect(verwijzingen(51) == "51 verwijzingen wachten op uw antwoord")
        #expect(verwijzingen(1_000) == "1000 of meer verwijzingen wachten op uw antwoord")
        let kaart = PartnerKaartPagina(.er(Page(rows: [V.vermelding(nil)], next: "b", wacht: 51)), vandaag: vandaag)
        #expect(kaart.vraag?.titel == "51 vermeldingen wachten op uw antwoord")
    }

    @Test("wie niet reageert is overal oranje, hoe vers de controle ook is; een verlopen controle blijft rood")
    func reageertNiet() {
        let vandaag = Voorbeelden.vandaag
        func label(_ dagen: Int?, _ reageertNiet: Bool?) -> Label {
            Voorzieningskaart.controle(dagen.map { vandaag.adding(days: -$0) }, reageertNiet: reageertNiet, vandaag: vandaag)
        }
        #expect(label(1, nil).kleur == "goed" && label(181, nil).kleur == "let-op")
        for dagen in [nil, 0, 180, 181, 365, 366] {
            #expect(label(dagen, true).kleur == (dagen == 366 ? "fout" : "let-op"))
            #expect(label(dagen, true).tekst.hasPrefix("Reageert niet, "))
        }
        var regel = V.regel(vandaag)
        regel.reageertNiet = true
        #expect(Voorzieningskaart(regel, vandaag: vandaag).controle.kleur == "let-op")
        var vermelding = V.vermelding(nil, gezien: vandaag)
        #expect(!PartnerKaartPagina.wacht(vermelding, vandaag: vandaag))
        vermelding.reageertNiet = true
        #expect(PartnerKaartPagina.wacht(vermelding, vandaag: vandaag))
        let werk = KaartControlePagina(
            .er(.init(verlopen: 0, navragen: 0, voorstellen: [], rijen: [regel], volgende: nil, reagerenNiet: 1)),
            vandaag: vandaag)
        #expect(werk.rijen.first?.controle.tekst.hasPrefix("Reageert niet") == true && werk.leeg == nil)
        #expect(VerwijzingPagina.waarschuwing("reageert-niet", voorziening: "/x").soort == "let-op")
    }

    @Test("een partner trekt een voorstel pas in na een vraag, en verliest niets als een collega hem voor was")
    func partnervoorstel() async throws {
        let bus = Voorbeeldbus()
        try await metPortaal(bus: bus) { proef in
            try await proef.gebruiker("partner", [.partner])
            let partner = try await proef.aangemeld("partner")
            let pad = "/partner/kaart/a29dda20-2543-52b9-850a-e6c48118810c"
            let pagina = try await partner.get(pad)
            #expect(pagina.text.contains("\(pad)/intrekken"))
            let vraag = try await partner.get("\(pad)/intrekken")
            #expect(vraag.status == 200 && vraag.text.contains("Uw voorstel intrekken?"))
            #expect(try await partner.post("\(pad)/intrekken", vraag.verborgen).status == 303)
            let gestuurd = try #require(bus.stand.withLock { $0.opdrachten.last })
            #expect(gestuurd.soort == PartnerVoorstelIntrekken.type && gestuurd.inhoud.contains("versie"))
            // A colleague at the same proposal: what was typed stands there still, and the newest version goes out next.
            bus.stand.withLock { $0.geweigerd = [.conflict(.init(yours: 1, newest: 9))] }
            let velden = vraag.verborgen.filter { $0.0 != "versie" } + [("versie", "1"), ("naam", "Mijn eigen naam")]
            let botst = try await partner.post("\(pad)/wijzigen", velden)
            #expect(botst.status == 409 && botst.text.contains("Een collega was u voor"))
            #expect(botst.text.contains("Mijn eigen naam"))
            let voorbeeld = try #require(vraag.verborgen.first { $0.0 == "versie" }).1
            #expect(botst.text.contains(#"name="versie" value="\#(voorbeeld)""#))
        }
    }

    @Test(
        "van iemand gaat alleen een leeftijdsgroep mee, ook als alleen het jaar bekend is",
        arguments: [
            ("1990", "27-66"), ("3 mei 2010", "12-17"), ("onbekend", nil), ("2026", "0-11"), ("1950", "67+"),
            ("2008-01-01", "18-26"),
        ])
    func leeftijd(_ geboren: String, _ groep: String?) {
        #expect(DoelvoorzieningenPagina.leeftijdsgroep(geboren, vandaag: Datum(2027, 1, 15) ?? Voorbeelden.vandaag) == groep)
    }

    @Test(
        "na een conflict staat wat getypt is er nog, met wat de ander veranderde, en begint opnieuw bewaren bij de nieuwste versie"
    )
    func conflict() {
        var form = Kaartformulier.waarden(V.inhoud, V.begrippen)
        form.set("naam", "Mijn naam")
        form.set("versie", "3")
        let pagina = VoorzieningBewerkenPagina(
            V.id, V.bewerkbaar, form, begonnen: 3, namen: [VoorbeeldenBegeleider.sanne.description: "Sanne de Wit"])
        #expect(pagina.formulier.naam.waarde == "Mijn naam" && pagina.versie == 4)
        #expect(pagina.intussen?.wie.hasPrefix("Sanne de Wit bewaarde") == true)
        #expect(pagina.intussen?.verschillen.regels.map(\.naam) == ["Kosten", "Iets eigens"])
        #expect(VoorzieningBewerkenPagina(V.id, V.bewerkbaar, form).versie == 3)
    }

    @Test("na een conflict krijgt wat iemand niet aanraakte de nieuwste waarde, en blijft wat hij typte zoals hij het typte")
    func samen() {
        var nieuwste = V.inhoud
        (nieuwste.kosten, nieuwste.wachttijd) = ("Zes euro", "Kort")
        var nu = V.bewerkbaar
        (nu.inhoud, nu.basis) = (nieuwste, V.inhoud)
        var form = Kaartformulier.waarden(V.inhoud, V.begrippen)
        form.set("naam", "Mijn naam")
        form.set("wachttijd", "Lang")
        form.set("controle", "niet")
        let pagina = VoorzieningBewerkenPagina(V.id, nu, Kaartformulier.opgeschoond(form), begonnen: 3)
        #expect(pagina.formulier.naam.waarde == "Mijn naam" && pagina.formulier.wachttijd.waarde == "Lang")
        #expect(pagina.formulier.kosten.waarde == "Zes euro")
        #expect(pagina.controle.keuzes.first { $0.gekozen }?.waarde == "niet")
    }

    @Test("wie de kaart niet bijhoudt komt niet op de pagina's van wie dat wel doet, en een partner alleen op de eigen")
    func rechten() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("vrij", [.vrijwilliger])
            try await proef.gebruiker("partner", [.partner])
            try await proef.gebruiker("sanne", [.begeleider])
            let (vrij, partner) = (try await proef.aangemeld("vrij"), try await proef.aangemeld("partner"))
            let sanne = try await proef.aangemeld("sanne")
            let id = UUID().uuidString.lowercased()
            let beheer = [
                "/sociale-kaart/nieuw", "/sociale-kaart/\(id)/wijzigen", "/sociale-kaart/\(id)/geschiedenis",
                "/sociale-kaart/\(id)/opheffen", "/sociale-kaart/controle", "/sociale-kaart/voorstel/\(id)",
                "/sociale-kaart/bestanden", "/sociale-kaart/bestanden/\(id)", "/sociale-kaart/uitvoer/json",
                "/sociale-kaart/organisatie/nieuw", "/sociale-kaart/organisatie/\(id)", "/dossier/\(id)/doel/\(id)/voorzieningen",
            ]
            for pad in beheer {
                #expect(try await vrij.get(pad).status == 403, "\(pad)")
                #expect(try await partner.get(pad).status == 403, "\(pad)")
                // The service is away in this test: the page is not, and says so.
                #expect([200, 503].contains(try await sanne.get(pad).status), "\(pad)")
            }
            for pad in ["/partner/kaart", "/partner/kaart/\(id)", "/partner/kaart/\(id)/wijzigen"] {
                #expect(try await sanne.get(pad).status == 403, "\(pad)")
                #expect([200, 503].contains(try await partner.get(pad).status), "\(pad)")
            }
            #expect(try await sanne.get("/sociale-kaart").status == 200)
            #expect(try await sanne.get("/sociale-kaart?leeftijd=oud").status == 400)
            #expect(try await sanne.get("/sociale-kaart/voorstel/geen-nummer").status == 404)
        }
    }
}
