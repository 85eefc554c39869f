// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing
import Web

@testable import PortaalApp

@Suite("Pagina's van het plan", .timeLimit(.minutes(1)))
struct PlanPaginaTests {
    typealias V = VoorbeeldenPlan
    typealias B = VoorbeeldenBegeleider
    private let vandaag = B.vandaag

    private func pagina(_ plan: Planoverzicht = V.plan(), _ form: FormValues = FormValues()) -> PlanPagina {
        PlanPagina(
            B.hoofd, .er(plan), bibliotheek: [], form, namen: B.namen, gebruikers: [B.sanne: "Sanne de Wit"], rollen: B.rollen,
            vandaag: vandaag)
    }

    @Test("een doel biedt de gewone volgende stap aan en de rest onder anders, met de reden")
    func doelstappen() {
        let doelen = pagina().gebieden.flatMap(\.doelen)
        let open = doelen.first { $0.label.tekst == "Nog niet begonnen" }
        #expect(open?.stappen.map(\.waarde) == ["bezig", "bereikt"])
        #expect(open?.anders.map(\.waarde) == ["deels-bereikt", "vervallen"])
        #expect(open?.reden != nil && open?.openAnders == false)
        #expect(pagina().vervallen.first?.stappen.isEmpty == true)
        let fout = pagina(
            V.plan(),
            FormValues(["doel": [V.doelen[0].doel.description]]).refused([FieldError("reden", code: "x", "Kies waarom.")]))
        #expect(fout.fouten?.fouten.first?.anker == "veld-reden-\(V.doelen[0].doel)")
        #expect(fout.gebieden.flatMap(\.doelen).filter(\.openAnders).map(\.id) == [V.doelen[0].doel.description])
    }

    @Test("een actie zegt wie, wanneer en of het te laat is; gedaan door een ander staat erbij")
    func acties() {
        let acties = V.doelen[0].acties.map { Planactieregel($0, pad: "/p", mag: true, vandaag: vandaag) }
        #expect(acties.map(\.label?.tekst).prefix(3) == ["Te laat", "Deze week", nil])
        #expect(acties[2].onder.hasPrefix("Een organisatie, via een verwijzing, voor "))
        #expect(acties[3].label?.tekst.hasSuffix("door de begeleider") == true)
        #expect(acties.map(\.kanGedaan) == [true, true, true, false, false])
    }

    @Test("de stand zegt of er akkoord is, wanneer er is gesproken en wanneer weer")
    func stand() {
        #expect(pagina().stand?.akkoord.tekst == "Nog geen akkoord")
        #expect(pagina(V.plan(akkoord: true)).stand?.melding == nil)
        let nee = pagina(V.plan(besluiten: [V.besluit(.geweigerd)]))
        #expect(nee.stand?.akkoord.tekst == "Niet akkoord" && nee.stand?.melding?.titel == "De cliënt is niet akkoord")
        #expect(nee.stand?.volgende?.tekst.hasPrefix("Volgend gesprek") == true)
        #expect(
            nee.stand?.besluiten.first?.zin.hasSuffix(
                "Besproken in het Tigrinya. Tolk aan de telefoon. Vastgelegd door Sanne de Wit.") == true)
    }

    @Test("wat afgerond is of van een kind is biedt geen knoppen voor het geheel")
    func alleenLezen() {
        let dicht = pagina(V.plan(loopt: false))
        #expect(
            dicht.nieuw == nil && dicht.stand?.mag == false && dicht.gebieden.flatMap(\.doelen).allSatisfy { !$0.magWijzigen })
        let kind = pagina(V.kindplan)
        #expect(kind.stand == nil && kind.nieuw != nil && kind.ouder?.href == "/dossier/\(B.dossier)/plan")
    }

    @Test("bij een zin uit de bibliotheek horen de acties van die zin, bij eigen woorden die van het leefgebied")
    func suggesties() {
        let zinnen: [DoelenBibliotheek.Zin] = [
            .init(
                leefgebied: .taalInburgering, tekst: V.doelen[1].tekst, code: "a",
                acties: [.init(code: "1", tekst: "Het rooster ophangen.", wie: .client)]),
            .init(
                leefgebied: .taalInburgering, tekst: "Iets anders", code: "b",
                acties: [.init(code: "2", tekst: "Taalcafé", wie: .client), .init(code: "3", tekst: "Oefenen", wie: .begeleider)]),
        ]
        func teksten(_ nummer: Int) -> [String] {
            PlanDoelPagina(
                B.hoofd, V.plan(), V.doelen[nummer], bibliotheek: zinnen, verwijzingen: [],
                PlanDoelPagina.begin(V.doelen[nummer]),
                rollen: B.rollen, vandaag: vandaag
            ).suggesties.map(\.tekst)
        }
        #expect(teksten(1) == ["Het rooster ophangen."])
        // "Taalcafé" stands in the plan already.
        #expect(teksten(0) == ["Het rooster ophangen.", "Oefenen"])
    }

    @Test("akkoord begint met de cliënt, vandaag, de taal en de tolk die bekend zijn; een gewijzigd plan wijst naar het verschil")
    func akkoord() {
        let form = PlanAkkoordPagina.begin(B.hoofd, B.persoon, versie: 7, vandaag: vandaag)
        #expect(form.text("naam") == "Mehret Tesfay" && form.text("taal") == "ti" && form.text("tolk") == "telefonisch")
        let oud = PlanAkkoordPagina(B.hoofd, V.plan(), FormValues(["versie": ["5"]]), vandaag: vandaag)
        #expect(oud.gewijzigd?.link?.href == "/dossier/\(B.dossier)/plan/vergelijken?van=5&naar=7" && oud.versie == 7)
        let fout = #expect(throws: Failure.self) {
            try PlanBesluitVastleggen(FormValues(["versie": ["7"], "volgendOp": ["ooit"]]), dossier: B.dossier)
        }
        guard case .invalid(let fouten) = fout else { return #expect(Bool(false), "geen veldfouten") }
        #expect(Set(fouten.map(\.field)) == ["keus", "wie", "tolk", "naam", "taal", "op", "volgendOp"])
    }

    @Test("op papier staat wat iemand wil in eigen woorden, wie wat doet, en een lijn waar iets niet bekend is")
    func afdruk() throws {
        let papier = PlanAfdrukPagina(
            B.hoofd, .er(V.plan()), stap: .init(tekst: "Samen naar de bank.", op: B.dag(2)), begeleider: "Sanne de Wit",
            verwijzingen: [B.verwijzing.verwijzing: "Bibliotheek"], namen: B.namen, vandaag: vandaag)
        #expect(papier.doelen.map(\.tekst).first == "Ik wil zelf bellen, zonder mijn zoon.")
        #expect(papier.doelen[0].acties.map(\.wie) == ["Ik", "Sanne de Wit", "Bibliotheek", "Ik"])
        #expect(papier.doelen.count == 3 && papier.bereikt == ["Ik begrijp mijn post."])
        #expect(papier.afspraken.count == 2 && papier.afspraken[0].hasSuffix("Samen naar de bank."))
        let tijd = try #require(Kloktijd("10:30"))
        let afspraak = Afspraakregel(
            afspraak: AfspraakID(B.dossier.uuid), dossier: B.dossier, medewerker: B.sanne, soort: .huisbezoek, plaats: .thuis,
            dag: B.dag(1), van: tijd, tot: tijd, begint: V.nu, eindigt: V.nu, tolkNodig: false,
            tolkGeregeld: false, toestand: .gepland, dubbel: false, versie: 1, gewijzigdOp: V.nu)
        let gepland = PlanAfdrukPagina(
            B.hoofd, .er(V.plan()), stap: .init(tekst: "Samen naar de bank.", op: B.dag(2)), afspraak: afspraak, begeleider: nil,
            verwijzingen: [:], namen: [:], vandaag: vandaag)
        #expect(gepland.afspraken.first == "Dinsdag 19 januari 2027 om 10:30: huisbezoek.")
        let leeg = PlanAfdrukPagina(
            B.leegHoofd, .er(V.plan([], vol: false)), stap: nil, begeleider: nil, verwijzingen: [:], namen: [:], vandaag: vandaag)
        #expect(leeg.afspraken[0].contains("____") && leeg.bel.contains("____"))
    }
}

@Suite("Iemand anders was u voor", .timeLimit(.minutes(1)))
struct BotsingTests {
    private func botsing(_ form: FormValues, lang: Bool = true) -> Botsing {
        Botsing(
            form, [Botsveld("a", "A", nu: "nieuw van de ander", lang: lang), Botsveld("b", "B", nu: "zelfde")], versie: 9,
            ik: "Ik, nu",
            ander: "Karel, vandaag om 10:42", actie: "/x", terug: "/y")
    }
    private func gekozen(_ botsing: Botsing) -> String? { botsing.velden.first?.keuzes.first(where: \.gekozen)?.waarde }

    @Test("alleen wat verschilt wordt gevraagd, met beide waarden en van wie; de rest gaat mee met de nieuwste versie")
    func naastElkaar() {
        let botsing = botsing(FormValues(["a": ["mijn tekst"], "was-a": ["oud"], "b": ["zelfde"], "versie": ["3"]]))
        #expect(botsing.velden.map(\.naam) == ["kies-a"])
        #expect(botsing.velden[0].keuzes.map(\.kop) == ["Ik, nu", "Karel, vandaag om 10:42", "Allebei onder elkaar"])
        #expect(botsing.velden[0].keuzes.map(\.tekst) == ["mijn tekst", "nieuw van de ander", "nieuw van de ander\nmijn tekst"])
        #expect(gekozen(botsing) == nil)
        let mee = Dictionary(botsing.vast.map { ($0.naam, $0.waarde) }, uniquingKeysWith: { $1 })
        #expect(
            mee == [
                "versie": "9", "a": "mijn tekst", "was-a": "nieuw van de ander", "ander-a": "nieuw van de ander", "b": "zelfde",
                "was-b": "zelfde",
            ])
    }

    @Test("wat maar één van beiden veranderde is al gekozen")
    func vanzelf() {
        #expect(gekozen(botsing(FormValues(["a": ["oud"], "was-a": ["oud"], "b": ["zelfde"]]))) == "ander")
        #expect(gekozen(botsing(FormValues(["a": ["mijn"], "was-a": ["nieuw van de ander"], "b": ["zelfde"]]))) == "mijn")
        #expect(gekozen(botsing(FormValues(["a": ["mijn"], "b": ["zelfde"]]))) == nil)
    }

    @Test("een keuze wordt ingevuld; zonder keuze is het veld een fout en blijft alles staan")
    func opgelost() {
        func los(_ keus: String?) -> FormValues {
            var form = FormValues(["a": ["mijn\r\ntekst"], "ander-a": ["ander"], "b": ["zelfde"]])
            if let keus { form.set("kies-a", keus) }
            return Botsing.opgelost(form, ["a", "b"])
        }
        #expect(los("mijn").exact("a") == "mijn\r\ntekst" && los("mijn").errors.isEmpty)
        #expect(los("ander").exact("a") == "ander")
        #expect(los("beide").exact("a") == "ander\nmijn\r\ntekst")
        #expect(los(nil).errors.map(\.field) == ["kies-a"] && los(nil).exact("a") == "mijn\r\ntekst")
        let gewoon = FormValues(["a": ["x"]])
        #expect(Botsing.opgelost(gewoon, ["a", "b"]) == gewoon)
    }

    @Test("een tijdstip staat er zoals mensen het zeggen")
    func moment() {
        let dag = VoorbeeldenBegeleider.vandaag
        #expect(Moment.tekst(dag.at(hour: 9, minute: 5), vandaag: dag) == "vandaag om 9:05")
        #expect(Moment.tekst(dag.at(hour: 9, minute: 5), vandaag: dag.adding(days: 1)) == "18 januari 2027 om 9:05")
    }
}
