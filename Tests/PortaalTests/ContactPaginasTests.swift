// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing
import Web

@testable import PortaalApp

@Suite("Contact, spreekuur en agenda: formulieren", .timeLimit(.minutes(1)))
struct ContactPaginasTests {
    typealias V = VoorbeeldenBegeleider
    private let vandaag = V.vandaag

    @Test("een formulier begint zoals het vorige contact was, en een afspraak van vandaag gaat voor")
    func begin() {
        let vorige = ContactPagina.begin(V.voorstel, tolkNodig: false, taal: nil, vandaag: vandaag)
        #expect((vorige.text("soort"), vorige.text("duur"), vorige.text("plaats")) == ("afspraak", "40", "instantie"))
        #expect((vorige.text("tolk"), vorige.text("taal"), vorige.text("afspraak")) == ("op-locatie", "ti", ""))
        var voorstel = V.voorstel
        voorstel.afspraken = [V.afspraak(-4), V.afspraak(0, "09:00", "09:30")]
        let afspraak = ContactPagina.begin(voorstel, tolkNodig: false, taal: nil, vandaag: vandaag)
        #expect((afspraak.text("soort"), afspraak.text("duur"), afspraak.text("datum")) == ("huisbezoek", "30", "2027-01-18"))
        #expect(afspraak.text("afspraak") == V.afspraak(0).afspraak.description)
    }

    @Test("de knoppen van duur en volgende stap worden gelezen; wat getypt is gaat voor")
    func lezen() throws {
        var form = ContactPagina.begin(V.voorstel, tolkNodig: true, taal: "ti", vandaag: vandaag)
        form.set("duur", "45")
        form.set("volgendeStap", "Bellen")
        form.set("volgendeStapOver", "7")
        form.set("partners", "Huisarts")
        var opdracht = try ContactmomentVastleggen(form, dossier: V.dossier)
        #expect((opdracht.duurMinuten, opdracht.volgendeStapOp) == (45, V.dag(7)))
        #expect(opdracht.bij == .init(plaats: .instantie, tolkMinuten: 45, taal: "ti", partners: "Huisarts"))
        form.set("duurMinuten", "20")
        form.set("volgendeStapOp", V.dag(3).description)
        opdracht = try ContactmomentVastleggen(form, dossier: V.dossier)
        #expect((opdracht.duurMinuten, opdracht.volgendeStapOp) == (20, V.dag(3)))
        // The button alone is no step.
        form.set("volgendeStap", "")
        form.set("volgendeStapOp", "")
        #expect(try ContactmomentVastleggen(form, dossier: V.dossier).volgendeStapOp == nil)
    }

    @Test("verbeteren begint met wat er stond en vraagt waarom")
    func verbeteren() throws {
        let kaart = V.kaart()
        var form = ContactPagina.begin(kaart, organisaties: ["Taalcafé Haven"])
        #expect(form.all("organisaties") == ["Taalcafé Haven"] && form.text("partners") == "Huisarts Haven")
        #expect(throws: Failure.self) {
            try ContactmomentVastleggen(form, dossier: V.dossier, vervangt: kaart.contactmoment)
        }
        form.set("reden", "aanvulling")
        let opdracht = try ContactmomentVastleggen(form, dossier: V.dossier, vervangt: kaart.contactmoment)
        #expect(opdracht.vervangt == .init(kaart.contactmoment, .aanvulling))
        #expect(opdracht.bij == kaart.bij && opdracht.duurMinuten == 50 && opdracht.notitie == kaart.notitie)
    }

    @Test("wie de lezer niet mag kennen wordt geteld en niet genoemd")
    func erbij() {
        #expect(ContactmomentPagina.erbij([V.kind], [V.kind: "Yonas"]) == "Yonas")
        #expect(ContactmomentPagina.erbij([V.kind, V.dossier], [V.kind: "Yonas"]) == "Yonas, nog 1")
        #expect(ContactmomentPagina.erbij([V.kind], [:]) == "1 huisgenoot")
        let lijn = DossierTijdlijn(V.tijdlijn, href: "/dossier/x", gebruikers: [:], vandaag: vandaag, soort: nil, na: nil)
        #expect(!lijn.lijn.stappen[0].titel.contains("Yonas"))
        #expect(lijn.lijn.stappen[0].href?.hasPrefix("/dossier/x/contact/") == true)
        #expect(lijn.lijn.stappen[1].titel == "Ingetrokken: Telefoon, 5 minuten.")
        #expect(lijn.lijn.stappen[2].href?.hasPrefix("/dossier/x/afspraak/") == true)
    }

    @Test("een afspraak zonder einde duurt een uur; foute tijden worden alle genoemd")
    func afspraak() throws {
        var form = AfspraakFormulierPagina.begin(tolkNodig: true, dag: nil, vandaag: vandaag)
        form.set("van", "9.30")
        let gegevens = try Afspraakgegevens(form)
        #expect((gegevens.van.description, gegevens.tot.description, gegevens.plaats) == ("09:30", "10:30", .thuis))
        #expect(gegevens.tolkNodig && !gegevens.tolkGeregeld && gegevens.dag == V.dag(1))
        let fout = #expect(throws: Failure.self) {
            try Afspraakgegevens(FormValues(["van": ["straks"], "dag": ["morgen"], "tot": ["later"]]))
        }
        guard case .invalid(let fouten) = fout else { return #expect(Bool(false), "geen veldfouten") }
        #expect(Set(fouten.map(\.field)) == ["soort", "dag", "van", "tolk"])
    }

    @Test("de week toont maandag tot en met vrijdag en een weekend alleen als er iets is")
    func week() {
        func dagen(_ rijen: [Afspraakregel]) -> [String] {
            AgendaPagina(
                .init(maandag: vandaag.maandag, team: false), .er(Page(rows: rijen)), namen: [:], gebruikers: [:], collegas: [],
                rollen: V.rollen, feed: nil, vandaag: vandaag
            ).dagen.map(\.naam)
        }
        #expect(dagen([]).count == 5 && dagen([]).first == "maandag 18 januari")
        #expect(dagen([V.afspraak(5)]).last == "zaterdag 23 januari")
        let team = AgendaPagina.Blik(maandag: vandaag.maandag, team: true, medewerker: V.sanne)
        #expect(team.adres(vandaag.maandag) == "/agenda?week=2027-01-18&wie=team&medewerker=\(V.sanne)")
    }

    @Test("de lijst van een spreekuur: een oudere pagina haalt niemand weg en legt niemand dubbel vast")
    func spreekuur() {
        var lijst = Spreekuurlijst()
        let (eerste, nogEens) = (lijst.voegToe(V.dossier, tolk: "geen"), lijst.voegToe(V.dossier, tolk: "geen"))
        #expect(eerste && !nogEens)
        let oudePagina = lijst
        _ = lijst.voegToe(V.kind, tolk: "telefonisch")
        lijst.isVastgelegd(V.dossier)
        var getypt = oudePagina.waarden
        getypt["notitie-\(V.dossier)"] = ["van een oude pagina"]
        let samen = lijst.met(Spreekuurlijst(getypt))
        #expect((samen.open, samen.gedaan) == ([V.kind], [V.dossier]))
        #expect(samen.waarden["notitie-\(V.dossier)"] == nil)
        // What was typed on a page goes over what was kept.
        var nieuw = lijst.waarden
        nieuw["notitie-\(V.kind)"] = ["brief gelezen"]
        #expect(lijst.met(Spreekuurlijst(nieuw)).waarden["notitie-\(V.kind)"] == ["brief gelezen"])
        // Somebody who came twice is written down twice.
        let weer = lijst.voegToe(V.dossier, tolk: "geen")
        #expect(weer)
        #expect((lijst.open, lijst.gedaan) == ([V.kind, V.dossier], []))
        for _ in 0..<100 { _ = lijst.voegToe(Voorbeelden.ids.make(), tolk: "geen") }
        #expect(lijst.open.count == Spreekuurlijst.meeste)
    }
}
