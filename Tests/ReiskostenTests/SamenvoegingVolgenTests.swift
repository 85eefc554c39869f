// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Testing

@testable import ReiskostenApp

/// Two dossiers turn out to be one person, seen from reiskosten: no new advance for who follows, what was asked stays, and a
/// stop on exchange about one of them holds for both.
@Suite("Samengevoegde dossiers en reiskosten", .timeLimit(.minutes(1)))
struct SamenvoegingVolgenTests {
    private static let dag = Datum(Date(timeIntervalSince1970: 1_800_000_000))

    @Test("wie volgt krijgt geen nieuw voorschot; na ongedaan maken kan het weer, en wat er is blijft te zien")
    func weigeren() async throws {
        let o = try Opstelling()
        let begeleider = medewerker(.begeleider)
        let (een, twee) = (try await o.dossier(van: begeleider), try await o.dossier(van: begeleider))
        let id = SamenvoegingID(UUID())
        try await o.komtBinnen(
            PersoonSamengevoegd(samenvoeging: id, volgend: twee, leidend: een, samengevoegdOp: Self.dag), van: .intake)
        await #expect(throws: Failure.dossierIsSamengevoegd) {
            _ = try await o.voorschotten.aanvragen(aanvraag(twee), verzoek(VoorschotAanvragen.self, door: begeleider))
        }
        _ = try await o.voorschotten.aanvragen(aanvraag(een), verzoek(VoorschotAanvragen.self, door: begeleider))
        try await o.komtBinnen(
            SamenvoegingOngedaan(samenvoeging: id, volgend: twee, leidend: een, ongedaanOp: Self.dag), van: .intake)
        let daarna = try await o.voorschotten.aanvragen(
            aanvraag(twee), verzoek(VoorschotAanvragen.self, door: begeleider)
        ).voorschot
        // Money that was asked is not lost in a merge: it stays to be decided on and settled.
        try await o.komtBinnen(
            PersoonSamengevoegd(samenvoeging: SamenvoegingID(UUID()), volgend: twee, leidend: een, samengevoegdOp: Self.dag),
            van: .intake)
        _ = try await o.voorschotten.opvragen(
            VoorschotOpvragen(voorschot: daarna), verzoek(VoorschotOpvragen.self, door: begeleider))
    }

    @Test("de grens geldt voor de persoon: wat het dossier dat volgt al kreeg, telt mee")
    func grens() async throws {
        let o = try Opstelling()
        let begeleider = medewerker(.begeleider)
        let (een, twee) = (try await o.dossier(van: begeleider), try await o.dossier(van: begeleider))
        func vraag(_ dossier: DossierID) async throws -> Bool {
            do {
                _ = try await o.voorschotten.aanvragen(aanvraag(dossier), verzoek(VoorschotAanvragen.self, door: begeleider))
                return true
            } catch Failure.state(_) { return false }
        }
        var gekregen = 0
        while try await vraag(twee), gekregen < 20 { gekregen += 1 }
        #expect((1..<20).contains(gekregen))
        let id = SamenvoegingID(UUID())
        try await o.komtBinnen(
            PersoonSamengevoegd(samenvoeging: id, volgend: twee, leidend: een, samengevoegdOp: Self.dag), van: .intake)
        #expect(try await !vraag(een))
        try await o.komtBinnen(
            SamenvoegingOngedaan(samenvoeging: id, volgend: twee, leidend: een, ongedaanOp: Self.dag), van: .intake)
        #expect(try await vraag(een))
    }

    @Test("een stop op het ene dossier geldt ook voor het andere, tot het ongedaan wordt gemaakt")
    func stop() async throws {
        let o = try Opstelling()
        let begeleider = medewerker(.begeleider)
        let (een, twee) = (try await o.dossier(van: begeleider), try await o.dossier(van: begeleider))
        func vrij() async throws -> [Bool] {
            try await o.store.read { db in [try Uitwisselstop.isVrij(db, een), try Uitwisselstop.isVrij(db, twee)] }
        }
        let id = SamenvoegingID(UUID())
        try await o.komtBinnen(UitwisselingGestopt(dossier: een), van: .intake)
        #expect(try await vrij() == [false, true])
        try await o.komtBinnen(
            PersoonSamengevoegd(samenvoeging: id, volgend: twee, leidend: een, samengevoegdOp: Self.dag), van: .intake)
        #expect(try await vrij() == [false, false])
        try await o.komtBinnen(
            SamenvoegingOngedaan(samenvoeging: id, volgend: twee, leidend: een, ongedaanOp: Self.dag), van: .intake)
        #expect(try await vrij() == [false, true])
        try await o.komtBinnen(UitwisselingHervat(dossier: een), van: .intake)
        #expect(try await vrij() == [true, true])
    }
}
