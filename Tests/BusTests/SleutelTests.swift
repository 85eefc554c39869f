// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Foundation
import Testing

@Suite("Sleutels", .timeLimit(.minutes(1)))
struct SleutelTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(component: "sleutels-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test("elke dienst krijgt een sleutel die alleen de eigenaar leest; wat er is blijft")
    func maken() throws {
        try withFolder { folder in
            #expect(try KeyFiles.complete(in: folder) == ServiceName.allCases)
            let keys = try KeyFiles.readPublic(from: KeyFiles.publicFile(in: folder))
            #expect(Set(keys.values).count == ServiceName.allCases.count)
            for service in ServiceName.allCases {
                let file = KeyFiles.secretFile(of: service, in: folder)
                let mode = try FileManager.default.attributesOfItem(atPath: file.path(percentEncoded: false))[.posixPermissions]
                #expect(mode as? Int == 0o600)
                #expect(try KeyFiles.readSecret(from: file).publicKey == keys[service])
            }
            #expect(try KeyFiles.complete(in: folder).isEmpty)
            #expect(try KeyFiles.readPublic(from: KeyFiles.publicFile(in: folder)) == keys)
            #expect(throws: BusError.self) {
                try KeyFiles.writeSecret(.generate(), to: KeyFiles.secretFile(of: .intake, in: folder))
            }
        }
    }

    @Test("een fout in het bestand wordt met de regel genoemd", arguments: ["intake kort", "postkamer x", "intake"])
    func fout(line: String) throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = KeyFiles.publicFile(in: folder)
            try Data("# sleutels\n\(line)\n".utf8).write(to: file)
            #expect(throws: BusError.key("publiek, line 2: expected a service and its public key")) {
                try KeyFiles.readPublic(from: file)
            }
        }
    }

    @Test("wat geen sleutel is, wordt bij het maken van de bus geweigerd")
    func geenSleutel() throws {
        #expect(!CurveKeyPair.isKey("kort") && !CurveKeyPair.isKey(String(repeating: "~", count: 40)))
        let opstelling = try Opstelling()
        #expect(throws: BusError.self) { try opstelling.bus(.intake) { $0.secretKey = "geheim" } }
    }
}
