// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Testing

@testable import RapportageApp

/// Two dossiers turn out to be one person, seen from rapportage: the person counts once, and a stop on exchange about one of
/// them holds back the reports of both.
@Suite("Samengevoegde dossiers in rapportage", .timeLimit(.minutes(2)))
struct SamenvoegingVolgenTests {
    let klantmanager = medewerker(.klantmanager, gemeente: "0034")
    let begeleider = medewerker(.begeleider)

    private func samengevoegd(_ volgend: DossierID, _ leidend: DossierID, _ id: SamenvoegingID) -> Feit {
        Feit(.intake, PersoonSamengevoegd(samenvoeging: id, volgend: volgend, leidend: leidend, samengevoegdOp: Opstelling.dag))
    }

    private func ongedaan(_ volgend: DossierID, _ leidend: DossierID, _ id: SamenvoegingID) -> Feit {
        Feit(.intake, SamenvoegingOngedaan(samenvoeging: id, volgend: volgend, leidend: leidend, ongedaanOp: Opstelling.dag))
    }

    @Test("wie met twee dossiers in begeleiding is, telt één keer; na ongedaan maken weer twee keer")
    func telling() async throws {
        let o = try Opstelling(kleinsteAantal: 0)
        let (een, twee) = (persoon(1), persoon(2))
        for p in [een, twee] { try await o.komenBinnen([p.geaccepteerd, p.gestart]) }
        func rijen() async throws -> (Int?, [DossierID]) {
            let page = try await o.indicatoren.rijen(
                .init(
                    code: Indicatorsoort.inBegeleiding.rawValue, gemeente: "0034", van: een.gestartOp, totEnMet: Opstelling.dag,
                    page: PageRequest()), verzoek(IndicatorRijen.self, door: klantmanager))
            return (page.total, page.rows.map(\.dossier))
        }
        #expect(try await rijen().0 == 2)
        let id = SamenvoegingID(UUID())
        try await o.komtBinnen(samengevoegd(twee.dossier, een.dossier, id))
        #expect(try await rijen() == (1, [een.dossier]))
        // About one of them nothing may leave: no row, though the person counts.
        try await o.komtBinnen(Feit(.intake, UitwisselingGestopt(dossier: twee.dossier)))
        #expect(try await rijen() == (1, []))
        try await o.komtBinnen(Feit(.intake, UitwisselingHervat(dossier: twee.dossier)))
        try await o.komtBinnen(ongedaan(twee.dossier, een.dossier, id))
        #expect(try await rijen().0 == 2)
    }

    @Test("een stop op het ene dossier houdt ook het rapport van het andere tegen, tot het ongedaan wordt gemaakt")
    func rapport() async throws {
        let o = try Opstelling()
        let (een, twee) = (persoon(1, begeleider: begeleider), persoon(2, begeleider: begeleider))
        try await o.komenBinnen([een.geaccepteerd, een.gestart, een.toegewezen, een.contact(een.gestartOp), twee.geaccepteerd])
        let concept = try #require(
            try await o.rapporten.lijst(
                .init(dossier: een.dossier, page: PageRequest()), verzoek(RapportenLijst.self, door: begeleider)
            ).rows.first)
        _ = try await o.rapporten.vaststellen(
            .init(rapport: concept.rapport, versie: concept.versie, paragrafen: paragrafen(een.traject)),
            verzoek(RapportVaststellen.self, door: begeleider))
        func ziet(_ actor: Actor) async throws -> Bool {
            try await o.rapporten.lijst(.init(page: PageRequest()), verzoek(RapportenLijst.self, door: actor)).rows
                .contains { $0.rapport == concept.rapport }
        }
        #expect(try await ziet(klantmanager))
        let id = SamenvoegingID(UUID())
        try await o.komtBinnen(Feit(.intake, UitwisselingGestopt(dossier: twee.dossier)))
        #expect(try await ziet(klantmanager))
        try await o.komtBinnen(samengevoegd(twee.dossier, een.dossier, id))
        #expect(try await ziet(klantmanager) == false)
        #expect(try await ziet(begeleider))
        try await o.komtBinnen(ongedaan(twee.dossier, een.dossier, id))
        #expect(try await ziet(klantmanager))
    }
}
