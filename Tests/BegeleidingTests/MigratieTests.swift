// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Zegel

@testable import BegeleidingApp

@Suite("Een opslag die er al was", .timeLimit(.minutes(1)))
struct MigratieTests {
    @Test("een sjabloon van de regeldag krijgt zijn kenmerk")
    func sjabloonkenmerk() async throws {
        let map = FileManager.default.temporaryDirectory.appending(path: "wegwijs-begeleiding-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: map) }
        func open(_ migrations: [Migration]) throws -> Store {
            try Store(
                service: .begeleiding, file: map.appending(path: "b.sqlite"), migrations: migrations, clock: RealClock(),
                ids: SeededIDSource(seed: 1))
        }
        let inhoud = #"{"versie":"2027-01-01","stappen":[]}"#
        let toen = try open(Begeleiding.migrations.filter { $0.name != Begeleiding.migratie175.name })
        try await toen.write { tx in
            try tx.db.execute(
                sql: "INSERT INTO regeldagsjabloon (opdracht, versie, inhoud) VALUES ('almere-2027', '2027-01-01', ?)",
                arguments: [inhoud])
        }
        try await toen.close()
        let nu = try open(Begeleiding.migrations)
        let kenmerk = try await nu.read { try String.fetchOne($0, sql: "SELECT kenmerk FROM regeldagsjabloon") }
        #expect(kenmerk == (try SHA256.hex(Data(inhoud.utf8))))
        try await nu.close()
    }
}
