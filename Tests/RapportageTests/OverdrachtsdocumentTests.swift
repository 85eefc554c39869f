// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import RapportageApp

@Suite("Het overdrachtsdocument", .timeLimit(.minutes(1)))
struct OverdrachtsdocumentTests {
    let team = TeamID(UUID())
    let begeleider = medewerker(.begeleider)
    let klantmanager = medewerker(.klantmanager, gemeente: "0034")

    private func lijst(_ o: Opstelling, _ actor: Actor) async throws -> [Rapportregel] {
        try await o.rapporten.lijst(RapportenLijst(page: PageRequest()), verzoek(RapportenLijst.self, door: actor)).rows
    }

    private func document(_ o: Opstelling, _ actor: Actor) async throws -> [Rapportregel] {
        try await lijst(o, actor).filter { $0.soort.hasPrefix("overdrachtsdocument") }
    }

    private func afgerond(_ o: Opstelling) async throws -> Persoon {
        let p = persoon(team: team, begeleider: begeleider)
        try await o.komenBinnen([p.gestart, p.toegewezen, p.contact(p.gestartOp), p.geaccepteerd])
        try await o.komtBinnen(gevraagd(p))
        return p
    }

    private func gevraagd(_ p: Persoon) -> Feit {
        Feit(
            .begeleiding,
            OverdrachtsdocumentGevraagd(traject: p.traject, dossier: p.dossier, uiterlijkOp: Datum(2027, 7, 15) ?? p.gestartOp))
    }

    private func stelVast(_ o: Opstelling, _ regel: Rapportregel) async throws {
        let stukken = ["doelen", "lopend", "financien"].map {
            RapportParagrafen.Paragraaf(code: $0, kop: $0, tekst: "Tekst over \($0).", bronnen: [])
        }
        _ = try await o.rapporten.vaststellen(
            RapportVaststellen(rapport: regel.rapport, versie: regel.versie, paragrafen: stukken),
            verzoek(RapportVaststellen.self, door: begeleider))
    }

    @Test("een einde geeft één concept, op de dag die begeleiding noemt, ook als het bericht twee keer komt")
    func concept() async throws {
        let o = try Opstelling()
        let p = try await afgerond(o)
        try await o.komtBinnen(gevraagd(p))
        let regel = try #require(try await document(o, begeleider).first)
        #expect((regel.soort, regel.toestand) == ("overdrachtsdocument", .concept))
        #expect(regel.uiterlijkOp == Datum(2027, 7, 15))
        #expect(try await document(o, begeleider).count == 1)
        #expect(try await document(o, klantmanager).isEmpty)
    }

    @Test("een klok die verschuift verzet de tussenrapportage en niet het overdrachtsdocument")
    func klok() async throws {
        let o = try Opstelling()
        let p = try await afgerond(o)
        try await o.komtBinnen(
            Feit(
                .begeleiding,
                TrajectklokGewijzigd(
                    traject: p.traject, dossier: p.dossier, tussenrapportageOp: Datum(2027, 9, 9) ?? p.gestartOp,
                    eindigtOp: Datum(2027, 12, 9) ?? p.gestartOp, aanleiding: "pauze")))
        #expect(try await document(o, begeleider).first?.uiterlijkOp == Datum(2027, 7, 15))
    }

    @Test("vastgesteld gaat het naar de gemeente zoals de tussenrapportage, en begeleiding hoort het")
    func vaststellen() async throws {
        let o = try Opstelling()
        _ = try await afgerond(o)
        try await stelVast(o, try #require(try await document(o, begeleider).first))
        #expect(try await document(o, klantmanager).map(\.toestand) == [.vastgesteld])
        #expect(try await o.verteld().map(\.soort) == ["overdrachtsdocument"])
    }

    @Test("het concept noemt ook de verwijzingen die lopen, en geen concept of afgewezen verwijzing")
    func verwijzingen() throws {
        let stukken = [
            Rapportinhoud.Paragraaf(code: "lopend", kop: "Wat nog loopt", tekst: "Nog te regelen: DigiD.", bronnen: [])
        ]
        let met = Lopend.erbij(
            stukken,
            [
                .init(id: "a", leefgebied: .werk, toestand: .gestart), .init(id: "b", leefgebied: .netwerk, toestand: .verstuurd),
            ])
        #expect(
            met.first?.tekst
                == "Nog te regelen: DigiD. Er lopen 2 verwijzingen: \(Leefgebied.werk.naam.lowercased()) (gestart), \(Leefgebied.netwerk.naam.lowercased()) (verstuurd)."
        )
        #expect(met.first?.bronnen.map(\.id) == ["a", "b"])
        #expect(Lopend.erbij(stukken, []) == stukken)
    }

    @Test("is de uitwisseling gestopt, dan komt er voor niemand een PDF, ook niet bij een huisgenoot; lezen mag wie hier werkt")
    func gestopt() async throws {
        let o = try Opstelling()
        let p = try await afgerond(o)
        let concept = try #require(try await document(o, begeleider).first)
        try await stelVast(o, concept)
        let afdrukken = RapportAfdrukken(
            rapporten: o.rapporten, boek: o.boek, drukker: Drukker(tegelijk: 1, geheugen: 10_000) { $0 }, clock: o.klok
        ) { _, _ in "Amina" }
        func pdf(_ rapport: RapportID, door actor: Actor) async throws -> String? {
            try await afdrukken.pdf(.init(rapport: rapport, vanaf: 0), verzoek(RapportPDF.self, door: actor)).afdruk
        }
        func leest() async throws -> Bool? {
            let antwoord = try await o.rapporten.opvragen(
                .init(rapport: concept.rapport), verzoek(RapportOpvragen.self, door: begeleider))
            return antwoord.uitwisselingGestopt
        }
        let alle = try await lijst(o, begeleider).map(\.rapport)
        #expect(alle.count == 2)
        for rapport in alle { #expect(try await pdf(rapport, door: begeleider) != nil) }
        #expect(try await pdf(concept.rapport, door: klantmanager) != nil)
        #expect(try await leest() == nil)
        // Intake knows it, and the event is still on its way.
        o.intake.zet([p.dossier])
        for rapport in alle {
            await #expect(throws: Failure.uitwisselingGestopt) { try await pdf(rapport, door: begeleider) }
        }
        await #expect(throws: Failure.notFound(what: "rapport")) { try await pdf(concept.rapport, door: klantmanager) }
        #expect(try await leest() == true)
        // Nobody can say: then nothing leaves, and who works here reads on.
        o.intake.zet(nil)
        await #expect {
            _ = try await pdf(concept.rapport, door: begeleider)
        } throws: {
            if case Failure.unavailable? = $0 as? Failure { true } else { false }
        }
        #expect(try await leest() == nil)
        // The other way round: the event was heard, of somebody in the same household.
        o.intake.zet([])
        let partner = DossierID(UUID())
        try await o.komenBinnen([
            Feit(
                .intake,
                AanmeldingGeaccepteerd(
                    dossier: partner, dossiernummer: "W-2027-0099", aanmelding: AanmeldingID(UUID()), huishouden: p.huishouden,
                    gemeente: "0034", opdracht: "almere-2027", doelgroep: .nareiziger, eigenTraject: true,
                    ontvangenOp: p.ontvangenOp, geaccepteerdOp: p.ontvangenOp, verblijfsvorm: .eigenWoning, is18: .ja,
                    inburgeringsplichtig: .ja, factureerbaar: true, tolkNodig: false, team: team)),
            Feit(.intake, UitwisselingGestopt(dossier: partner)),
        ])
        await #expect(throws: Failure.uitwisselingGestopt) { try await pdf(concept.rapport, door: begeleider) }
        #expect(try await leest() == true)
        try await o.komtBinnen(Feit(.intake, UitwisselingHervat(dossier: partner)))
        #expect(try await pdf(concept.rapport, door: begeleider) != nil)
    }

    @Test("wie heropend wordt raakt het concept kwijt; was het al vastgesteld, dan blijft het en komt er later een tweede")
    func heropend() async throws {
        let o = try Opstelling()
        let p = try await afgerond(o)
        let heropend = Feit(
            .begeleiding,
            TrajectHeropend(
                traject: p.traject, dossier: p.dossier, heropendOp: Opstelling.dag, tussenrapportageOp: Opstelling.dag,
                eindigtOp: Opstelling.dag))
        try await o.komtBinnen(heropend)
        #expect(try await document(o, begeleider).isEmpty)
        try await o.komtBinnen(gevraagd(p))
        try await stelVast(o, try #require(try await document(o, begeleider).first))
        try await o.komtBinnen(heropend)
        try await o.komtBinnen(gevraagd(p))
        #expect(Set(try await document(o, begeleider).map(\.soort)) == ["overdrachtsdocument", "overdrachtsdocument-2"])
    }

    @Test("wie waarneemt leest en stelt het rapport vast, op de dagen dat het duurt")
    func waarneming() async throws {
        let o = try Opstelling()
        _ = try await afgerond(o)
        let collega = medewerker(.begeleider)
        let (weg, erbij) = (try #require(begeleider.user), try #require(collega.user))
        try await o.komtBinnen(
            Feit(
                .begeleiding,
                WaarnemingGewijzigd(
                    waarneming: WaarnemingID(UUID()), begeleider: weg, waarnemer: erbij, team: team,
                    van: Opstelling.dag.adding(days: 1), totEnMet: Opstelling.dag.adding(days: 5))))
        for (dagen, mag) in [(0, false), (1, true), (5, true), (6, false)] {
            o.klok.zet(Opstelling.dag.adding(days: dagen))
            let actor = try await verzoek(RapportenLijst.self, door: collega).metWaarneming(o.store).actor
            #expect(try await !lijst(o, actor).isEmpty == mag, "dag \(dagen)")
        }
    }
}
