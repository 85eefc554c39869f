// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing
import Web

@testable import PortaalApp

@Suite("Pagina's van de begeleider", .timeLimit(.minutes(1)))
struct BegeleiderPaginasTests {
    typealias V = VoorbeeldenBegeleider
    let vandaag = V.vandaag

    @Test("vandaag staat wat te laat is boven wat vandaag moet, en zonder begeleiding zijn er koppelingen naar het werk")
    func vandaagOpVolgorde() {
        let pagina = VandaagPagina(V.ik, vandaag: vandaag, punten: .er(V.punten), namen: V.namen)
        #expect(pagina.groepen.map(\.titel) == ["Te laat", "Vandaag", "Komende 7 dagen", "Later"])
        #expect(pagina.groepen.map(\.aantal) == [1, 1, 1, 2])
        #expect(pagina.samenvatting == "Ten minste 5 dingen te doen bij 2 mensen, waarvan 1 te laat.")
        #expect(pagina.groepen[0].punten[0].actie.href == "/dossier/\(V.dossier)/contact")
        #expect(pagina.groepen[2].punten[0].actie.href == "/dossier/\(V.kind)/regeldag")
        #expect(pagina.bladeren?.volgende == "/?na=2027-02-17%7C9")
        let beheer = VandaagPagina(Voorbeelden.beheerder.aangemeld, vandaag: vandaag, punten: nil)
        #expect(beheer.groepen.isEmpty && beheer.leeg == nil && beheer.werk.map(\.href).contains("/gebruikers"))
    }

    @Test("zonder intake blijft de werklijst staan, zonder namen")
    func zonderNamen() {
        let pagina = VandaagPagina(V.ik, vandaag: vandaag, punten: .er(V.punten))
        #expect(pagina.groepen[0].punten[0].naam == "Dossier openen")
    }

    @Test("de volgende bladzijde van een zoekvraag staat niet in een adres")
    func zoekenZonderAdres() {
        let rijen = Page<Persoonsregel>(rows: [], next: "sleutel")
        let gezocht = MensenPagina(
            .er(rijen), kaarten: .er([]), begeleiders: [:], rollen: V.rollen, vandaag: vandaag, zoek: "tesfay")
        #expect(gezocht.bladeren == nil && gezocht.volgende == "sleutel")
        let alles = MensenPagina(.er(rijen), kaarten: .er([]), begeleiders: [:], rollen: V.rollen, vandaag: vandaag)
        #expect(alles.bladeren?.volgende == "/mensen?na=sleutel" && alles.volgende == nil)
    }

    @Test("het dossier zegt wat er niet bereikbaar is en toont de rest")
    func dossierMetGaten() {
        var antwoorden = V.antwoorden(.weg)
        antwoorden.tijdlijn = .weg
        let pagina = DossierPagina(V.dossier, antwoorden, gebruikers: [:], rollen: V.rollen, vandaag: vandaag)
        #expect(pagina.weg?.tekst.contains("klok en plan, tijdlijn") == true && pagina.klok == nil && pagina.plan == nil)
        #expect(pagina.hoofd.naam == "Mehret Tesfay" && pagina.regeldag != nil && pagina.verwijzingen != nil)
        let anders = DossierPagina(
            V.dossier, V.antwoorden(.er(V.volTraject), persoon: .weg), gebruikers: [:], rollen: V.rollen, vandaag: vandaag)
        #expect(anders.hoofd.naam == "Naam even niet bereikbaar" && anders.klok != nil)
    }

    @Test("elke datum van de klok heeft zijn waarom, op volgorde")
    func klokWaarom() throws {
        let klok = try #require(DossierKlok(V.volTraject.klok, vandaag: vandaag))
        #expect(klok.waarom.map(\.naam) == ["Begin", "Eerste contact", "Tussenrapportage", "Einde"])
        #expect(DossierKlok(V.traject(klok: false).klok, vandaag: vandaag) == nil)
    }

    @Test("zonder contact is het eerste contact de volgende stap, met zijn uiterste dag")
    func eersteContact() {
        let stap = DossierStap(V.traject(), vandaag: vandaag)
        #expect(stap.tekst == "Leg het eerste contact." && stap.wanneer?.kleur == "fout")
    }

    @Test("een contact begint met vandaag, huisbezoek, een uur, aanwezig, en een tolk als die nodig is")
    func contactBegin() {
        let form = ContactPagina.begin(nil, tolkNodig: true, taal: "ti", vandaag: vandaag)
        #expect(form.text("soort") == "huisbezoek" && form.text("datum") == "2027-01-18" && form.text("duur") == "60")
        #expect(form.text("verschijning") == "aanwezig" && form.text("tolk") == "telefonisch" && form.text("taal") == "ti")
        #expect(ContactPagina.begin(nil, tolkNodig: false, taal: "ti", vandaag: vandaag).text("tolk") == "geen")
    }

    @Test("een contact met fouten noemt alle velden tegelijk")
    func contactFouten() throws {
        let form = FormValues(["datum": ["32-1-2027"], "duurMinuten": ["lang"], "volgendeStapOp": ["ooit"]])
        let fout = #expect(throws: Failure.self) { try ContactmomentVastleggen(form, dossier: V.dossier) }
        guard case .invalid(let fouten) = fout else { return #expect(Bool(false), "geen veldfouten") }
        #expect(Set(fouten.map(\.field)) == ["soort", "verschijning", "tolk", "datum", "duurMinuten", "volgendeStapOp"])
    }

    @Test("op de regeldag staat de kortste termijn boven, en wat wacht apart")
    func regeldagVolgorde() {
        let bord = RegeldagPagina(V.hoofd, V.volBord, rollen: V.rollen, vandaag: vandaag)
        #expect(bord.groepen.map(\.id) == ["nu", "loopt", "wacht", "klaar"])
        #expect(bord.groepen[0].zaken.map(\.naam) == ["Zorgverzekering afsluiten", "Bankrekening openen", "Inrichtingskosten"])
        #expect(bord.groepen[0].zaken[0].termijn?.kleur == "fout")
        let wacht = bord.groepen[2].zaken[0]
        #expect(wacht.stappen.isEmpty && !wacht.magWijzigen && wacht.wachtOp == "Eerst: Bankrekening openen, DigiD.")
        #expect(wacht.meerNaam == "Toch al doen, of niet nodig")
        #expect(bord.stand == "1 van 7 geregeld")
    }

    @Test("een controle is een half jaar vers en na een jaar verlopen")
    func controle() {
        #expect(Voorzieningskaart.controle(nil, vandaag: vandaag).kleur == "let-op")
        #expect(Voorzieningskaart.controle(vandaag.adding(days: -180), vandaag: vandaag).kleur == "goed")
        #expect(Voorzieningskaart.controle(vandaag.adding(days: -181), vandaag: vandaag).kleur == "let-op")
        #expect(Voorzieningskaart.controle(vandaag.adding(days: -366), vandaag: vandaag).kleur == "fout")
    }

    @Test("verwijzen kiest zelf het leefgebied waarop is gezocht, en niet twee keer dezelfde voorziening")
    func verwijzen() {
        let gezocht = VerwijzenPagina(
            V.hoofd, .er(V.voorzieningen), lopend: .er([V.verwijzing]), Kaartvraag(FormValues(["leefgebied": ["rechten"]])),
            vandaag: vandaag)
        #expect(gezocht.rijen[0].vastLeefgebied == "rechten" && gezocht.rijen[0].magKiezen)
        #expect(!gezocht.rijen[1].magKiezen && gezocht.rijen[1].alGekozen?.href == "/verwijzing/\(V.verwijzing.verwijzing)")
    }

    @Test("een traject dat al is afgerond geeft geen formulier om het af te ronden")
    func afgerond() {
        func pagina(_ loopt: Bool) -> AfrondenPagina {
            AfrondenPagina(V.hoofd, V.klokstand(loopt: loopt), doelen: [], FormValues(), vandaag: vandaag)
        }
        #expect(pagina(true).dicht == nil && pagina(false).dicht?.link?.href.hasSuffix("/klok") == true)
    }

    @Test("een concept toont wat er zou vertrekken, in woorden en zonder ids")
    func voorbeeld() {
        let pagina = VerwijzingPagina(V.verwijzing(V.met(.concept)), V.hoofd, FormValues(), rollen: V.rollen, vandaag: vandaag)
        #expect(pagina.pakket?.regels.map(\.naam).first == "Waarvoor")
        #expect(pagina.pakket?.regels.map(\.waarde).contains("Tigrinya") == true)
        #expect(pagina.pakket?.regels.contains { $0.naam == "verwijzingId" } == false)
        #expect(pagina.versturen != nil && pagina.start == nil)
    }

    @Test("wie de start vastlegt, zegt dat de persoon het meldde; een concept heeft een eigen naam voor de reden")
    func overgang() throws {
        let start = try VerwijzingPagina.velden(FormValues(["datumEersteContact": ["18-1-2027"]]), naar: .gestart)
        #expect(start == ["datumEersteContact": "2027-01-18", "bron": "clientmelding"])
        let intrekken = FormValues(["redenIntrekking": ["verhuisd"]])
        #expect(try VerwijzingPagina.velden(intrekken, naar: .ingetrokken) == ["redenIntrekking": "verhuisd"])
        var concept = intrekken
        concept.set("van", "concept")
        #expect(try VerwijzingPagina.velden(concept, naar: .ingetrokken) == ["reden": "verhuisd"])
    }

    @Test("dubbel klikken geeft hetzelfde opdrachtnummer, andere tekst of een andere knop een ander")
    func opdrachtnummer() throws {
        let ids = SeededIDSource(seed: 3)
        let basis = ids.next()
        let form = FormValues(["_opdracht": [basis.uuidString], "_csrf": ["a"], "toestand": ["bereikt"]])
        var nogEens = form
        nogEens.set("_csrf", "b")
        let eerste = Opdrachtnummer.van(form, pad: "/x", nieuw: ids.next)
        #expect(eerste == Opdrachtnummer.van(nogEens, pad: "/x", nieuw: ids.next))
        #expect(eerste != Opdrachtnummer.van(form, pad: "/y", nieuw: ids.next))
        nogEens.set("toestand", "bezig")
        #expect(eerste != Opdrachtnummer.van(nogEens, pad: "/x", nieuw: ids.next))
        #expect(eerste.uuidString.prefix(13) == basis.uuidString.prefix(13) && eerste.uuid.6 >> 4 == 7)
    }

    @Test("een deel dat wegvalt houdt de rest van de pagina niet tegen; wat niet mag of bestaat is er niet")
    func deelvraag() async throws {
        let weg = try await Deelvraag<Int>.vraag { throw Failure.unavailable(what: "x") }
        let niet = try await Deelvraag<Int>.vraag { throw Failure.notAllowed(reason: "x") }
        #expect(weg.isWeg && niet.waarde == nil && !niet.isWeg)
        #expect(try await Deelvraag<Int>.vraag { 3 }.waarde == 3)
        await #expect(throws: Failure.self) { _ = try await Deelvraag<Int>.vraag { throw Failure.invalid([]) } }
    }
}
