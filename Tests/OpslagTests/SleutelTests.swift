// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Zegel

@Suite("Sleutels per dossier", .timeLimit(.minutes(1)))
struct SleutelTests {
    let map: Proefmap
    let dossier: DossierID
    init() throws {
        map = try Proefmap()
        dossier = DossierID(UUID())
    }

    func sleutels() throws -> DossierKeyStore {
        try DossierKeyStore(
            file: map.file("sleutels.sqlite"), masterKeyFile: map.file("hoofdsleutel"), clock: FixedClock(proefmoment))
    }

    @Test("een dossier krijgt één sleutel, ook als er twintig tegelijk om vragen, en houdt die na heropenen")
    func one() async throws {
        let keys = try sleutels()
        let found = try await withThrowingTaskGroup { group in
            for _ in 0..<20 { group.addTask { try await keys.key(for: dossier) } }
            return try await group.reduce(into: [SealKey]()) { $0.append($1) }
        }
        #expect(found.allSatisfy { $0 == found[0] })
        #expect(try await keys.key(for: DossierID(UUID())) != found[0])
        #expect(try await sleutels().key(for: dossier) == found[0])
        for name in ["sleutels.sqlite", "hoofdsleutel"] {
            let rights = try FileManager.default.attributesOfItem(atPath: map.file(name).path)[.posixPermissions] as? Int
            #expect(rights == 0o600)
        }
    }

    @Test("een vernietigde sleutel komt niet terug en staat niet meer in het bestand")
    func destroyed() async throws {
        let keys = try sleutels()
        let key = try await keys.key(for: dossier)
        let before = try Data(contentsOf: map.file("sleutels.sqlite"))
        #expect(before.range(of: key.exported) == nil)
        let wrapped = try #require(try wrappedKey())
        #expect(before.range(of: wrapped) != nil)
        #expect(try await keys.isDestroyed(dossier) == false)
        // Asked again it comes from memory: from there it must go as well.
        #expect(try await keys.key(for: dossier) == key)
        #expect(try await keys.key(for: dossier) == key)
        try await keys.destroy(dossier)
        try await keys.destroy(dossier)
        #expect(try await keys.isDestroyed(dossier))
        #expect(try Data(contentsOf: map.file("sleutels.sqlite")).range(of: wrapped) == nil)
        await #expect(throws: Failure.notFound(what: "sleutel")) { try await keys.key(for: dossier) }
        await #expect(throws: Failure.notFound(what: "sleutel")) { try await sleutels().key(for: dossier) }
    }

    func wrappedKey() throws -> Data? {
        try DatabaseQueue(path: map.file("sleutels.sqlite").path).read { db in
            try Data.fetchOne(db, sql: "SELECT sleutel FROM dossiersleutel")
        }
    }

    @Test("een kopie van de sleutels opent met dezelfde hoofdsleutel en met geen andere")
    func copy() async throws {
        let key = try await sleutels().key(for: dossier)
        try await sleutels().backup(to: map.file("kopie.sqlite"))
        let copy = try DossierKeyStore(
            file: map.file("kopie.sqlite"), masterKeyFile: map.file("hoofdsleutel"), clock: FixedClock(proefmoment))
        #expect(try await copy.key(for: dossier) == key)
        let other = map.file("andere")
        try SealKey.random().exported.write(to: other)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: other.path)
        let wrong = try DossierKeyStore(file: map.file("kopie.sqlite"), masterKeyFile: other, clock: FixedClock(proefmoment))
        await #expect(throws: SealError.notAuthentic) { try await wrong.key(for: dossier) }
    }

    @Test("een hoofdsleutel die anderen mogen lezen, te kort is of zoek is wordt geweigerd")
    func master() async throws {
        _ = try await sleutels().key(for: dossier)
        let file = map.file("hoofdsleutel")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
        #expect(throws: StoreError.self) { try sleutels() }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        try Data([1, 2, 3]).write(to: file)
        #expect(throws: StoreError.self) { try sleutels() }
        try FileManager.default.removeItem(at: file)
        #expect(throws: StoreError.self) { try sleutels() }
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }
}
