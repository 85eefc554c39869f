// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import RapportageApp

/// A stop on exchange, seen from rapportage: no report and no row goes to the gemeente, the figures go on counting.
@Suite("Gestopte uitwisseling en de gemeente", .timeLimit(.minutes(2)))
struct UitwisselingTests {
    let klantmanager = medewerker(.klantmanager, gemeente: "0034")
    let begeleider = medewerker(.begeleider)

    private func gezien(_ o: Opstelling, _ rapport: RapportID, _ actor: Actor) async throws -> Set<String> {
        var open: Set<String> = []
        if try await o.rapporten.lijst(.init(page: PageRequest()), verzoek(RapportenLijst.self, door: actor)).rows
            .contains(where: { $0.rapport == rapport })
        {
            open.insert("lijst")
        }
        do {
            _ = try await o.rapporten.opvragen(.init(rapport: rapport), verzoek(RapportOpvragen.self, door: actor))
            open.insert("rapport")
        } catch Failure.notFound(what: "rapport") {}
        // The PDF goes through the same door as the text.
        do {
            _ = try await o.rapporten.find(rapport, actor)
            open.insert("pdf")
        } catch Failure.notFound(what: "rapport") {}
        return open
    }

    /// An approved report of somebody.
    private func vastgesteld(_ o: Opstelling, _ p: Persoon) async throws -> RapportID {
        try await o.komenBinnen([p.geaccepteerd, p.gestart, p.toegewezen, p.contact(p.gestartOp)])
        let rapport = try #require(
            try await o.rapporten.lijst(
                .init(dossier: p.dossier, page: PageRequest()), verzoek(RapportenLijst.self, door: begeleider)
            ).rows.first)
        _ = try await o.rapporten.vaststellen(
            .init(rapport: rapport.rapport, versie: rapport.versie, paragrafen: paragrafen(p.traject)),
            verzoek(RapportVaststellen.self, door: begeleider))
        return rapport.rapport
    }

    @Test("de gemeente ziet geen rapport meer, de begeleider wel; na hervatten weer allebei")
    func rapport() async throws {
        let o = try Opstelling()
        let p = persoon(1, begeleider: begeleider)
        let rapport = try await vastgesteld(o, p)
        let alles: Set = ["lijst", "rapport", "pdf"]
        #expect(try await gezien(o, rapport, klantmanager) == alles)
        // Intake knows it; the event is still on its way.
        o.intake.zet([p.dossier])
        #expect(try await gezien(o, rapport, klantmanager) == [])
        o.intake.zet([])
        try await o.komtBinnen(Feit(.intake, UitwisselingGestopt(dossier: p.dossier)))
        #expect(try await gezien(o, rapport, klantmanager) == [])
        #expect(try await gezien(o, rapport, begeleider) == alles)
        try await o.komtBinnen(Feit(.intake, UitwisselingHervat(dossier: p.dossier)))
        #expect(try await gezien(o, rapport, klantmanager) == alles)
    }

    @Test("een rapport van een huisgenoot vertelt over het hele huishouden en gaat ook niet weg")
    func huisgenoot() async throws {
        let o = try Opstelling()
        let p = persoon(1, begeleider: begeleider)
        let rapport = try await vastgesteld(o, p)
        let partner = AanmeldingGeaccepteerd(
            dossier: DossierID(UUID()), dossiernummer: "W-2027-0099", aanmelding: AanmeldingID(UUID()), huishouden: p.huishouden,
            gemeente: "0034", opdracht: "almere-2027", doelgroep: .nareiziger, eigenTraject: true, ontvangenOp: p.ontvangenOp,
            geaccepteerdOp: p.ontvangenOp, verblijfsvorm: .eigenWoning, is18: .ja, inburgeringsplichtig: .ja,
            factureerbaar: true, tolkNodig: false, team: p.team)
        // The stop may come before anything else is known of the person.
        try await o.komtBinnen(Feit(.intake, UitwisselingGestopt(dossier: partner.dossier)))
        #expect(try await gezien(o, rapport, klantmanager).count == 3)
        try await o.komtBinnen(Feit(.intake, partner))
        #expect(try await gezien(o, rapport, klantmanager) == [])
    }

    @Test("de cijfers tellen door; de rijen achter een cijfer noemen de persoon niet")
    func cijfers() async throws {
        let o = try Opstelling(kleinsteAantal: 0)
        let (een, twee) = (persoon(1), persoon(2))
        for p in [een, twee] { try await o.komenBinnen([p.geaccepteerd, p.gestart, p.contact(p.gestartOp)]) }
        try await o.komtBinnen(Feit(.intake, UitwisselingGestopt(dossier: een.dossier)))
        let tot = een.gestartOp.adding(days: 30)
        for soort in Indicatorsoort.allCases {
            let page = try await o.indicatoren.rijen(
                .init(code: soort.rawValue, gemeente: "0034", van: een.gestartOp, totEnMet: tot, page: PageRequest()),
                verzoek(IndicatorRijen.self, door: klantmanager))
            #expect(page.total == 2, "\(soort)")
            #expect(page.rows.map(\.dossier) == [twee.dossier], "\(soort)")
            let intern = try await o.indicatoren.rijen(
                .init(code: soort.rawValue, gemeente: "0034", van: een.gestartOp, totEnMet: tot, page: PageRequest()),
                verzoek(IndicatorRijen.self, door: medewerker(.teamleider, team: een.team)))
            #expect(intern.rows.map(\.dossier) == [een.dossier], "\(soort)")
        }
    }

    @Test("kan intake niet zeggen of het mag, dan krijgt de gemeente niets, met die reden")
    func intakeWeg() async throws {
        let o = try Opstelling(kleinsteAantal: 0)
        let p = persoon(1, begeleider: begeleider)
        let rapport = try await vastgesteld(o, p)
        o.intake.zet(nil)
        await #expect {
            _ = try await gezien(o, rapport, klantmanager)
        } throws: { error in
            if case Failure.unavailable(let zin) = error { zin.contains("niet nagaan") } else { false }
        }
        #expect(try await gezien(o, rapport, begeleider).count == 3)
    }
}
