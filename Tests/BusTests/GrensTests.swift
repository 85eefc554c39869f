// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Foundation
import Testing

/// What no rule of a service needs to say again: nothing without an end comes in.
@Suite("De grens van elk bericht", .timeLimit(.minutes(1)))
struct GrensTests {
    private struct Tekst: Command {
        typealias Answer = Done
        static let type = "nl.wegwijs.proef.tekst.v1"
        static let service = ServiceName.begeleiding
        var tekst: String
        var keuzes: [String] = []
    }
    private struct Stuk: Command {
        typealias Answer = Done
        static let type = "nl.wegwijs.proef.stuk-deel.v1"
        static let service = ServiceName.begeleiding
        static let carriesFile = true
        var inhoud: String
    }

    private func stuur<C: Command>(_ command: C) async throws {
        var handlers = Handlers()
        handlers.perform(Tekst.self, from: [.portaal]) { _, _ in Done() }
        handlers.perform(Stuk.self, from: [.portaal]) { _, _ in Done() }
        let envelope = Envelope(id: UUID(), source: ServiceName.portaal.source, type: C.type, time: Date())
        _ = try await handlers.respond(
            to: C.type, try MessageCoding.encode(command), Request(envelope: envelope, caller: .portaal))
    }

    private func geweigerd<C: Command>(_ command: C) async throws -> [FieldError] {
        do { try await stuur(command) } catch Failure.invalid(let errors) { return errors }
        return []
    }

    @Test("een tekst zonder einde en een keuze zonder einde worden geweigerd, met de naam van het veld")
    func grens() async throws {
        try await stuur(Tekst(tekst: String(repeating: "a", count: 30_000)))
        #expect(try await geweigerd(Tekst(tekst: String(repeating: "a", count: 30_001))).map(\.field) == ["data.tekst"])
        try await stuur(Tekst(tekst: "", keuzes: Array(repeating: "een", count: 2_000)))
        #expect(
            try await geweigerd(Tekst(tekst: "", keuzes: Array(repeating: "een", count: 2_001))).map(\.field) == ["data.keuzes"])
        try await stuur(Stuk(inhoud: String(repeating: "a", count: 300_000)))
    }

    @Test("een tekst met een NUL wordt geweigerd en niet afgebroken bewaard, ook naast een stuk bestand en diep in een lijst")
    func nul() async throws {
        #expect(try await geweigerd(Tekst(tekst: "a\0b")).map(\.field) == ["data.tekst"])
        #expect(try await geweigerd(Tekst(tekst: "", keuzes: ["a", "b\0"])).map(\.field) == ["data.keuzes"])
        #expect(try await geweigerd(Stuk(inhoud: "\0" + String(repeating: "a", count: 300_000))).map(\.field) == ["data.inhoud"])
        // What only looks like one is a text like any other.
        try await stuur(Tekst(tekst: #"\u0000"#))
    }

    @Test("een bladzijde is nooit groter dan 200, ook niet als de vraag erom vraagt", arguments: [Int.max, Int.min, 0, 201])
    func bladzijde(limit: Int) throws {
        let page = try MessageCoding.decode(PageRequest.self, from: Data(#"{"limit":\#(limit)}"#.utf8))
        #expect((1...200).contains(page.limit))
    }
}
