// SPDX-License-Identifier: EUPL-1.2
import Berichten
import CZeroMQ
import Domein
import Foundation
import Synchronization
import Testing

@testable import Bus

@Suite("Wie mag meepraten", .timeLimit(.minutes(1)))
struct VeiligheidTests {
    /// Begeleiding answers intake; the body may do what it likes to begeleiding's sockets.
    private func attacked(
        overTCP port: UInt16? = nil, _ body: @escaping @Sendable (Opstelling, PeerAddress, Bus, Logboek) async throws -> Void
    ) async throws {
        let opstelling = try Opstelling()
        var address = opstelling.address(.begeleiding)
        if let port { address.router = "tcp://127.0.0.1:\(port)" }
        let log = Logboek()
        let final = address
        let intake = try opstelling.bus(.intake) { $0.peers[.begeleiding] = final }
        let begeleiding = try opstelling.bus(.begeleiding, log: log) { $0.own = final }
        let handled = Mutex(0)
        var handlers = Handlers()
        handlers.answer(Echo.self, from: [.intake]) { echo, request in
            handled.withLock { $0 += 1 }
            return Echo.Answer(tekst: echo.tekst, beller: request.caller.rawValue)
        }
        begeleiding.install(handlers, following: [])
        try await running(intake, begeleiding) {
            _ = try await intake.ask(Echo(tekst: "voor"), as: iemand)
            try await body(opstelling, final, begeleiding, log)
            // Whatever happened: it still answers, and nothing else came to the handler.
            let answer = try await intake.ask(Echo(tekst: "na"), as: iemand)
            #expect(answer.tekst == "na")
            #expect(handled.withLock { $0 } == 2)
        }
    }

    private func echo(_ caller: ServiceName) throws -> [Data] {
        let (id, deadline) = (UUID(), Date(timeIntervalSinceNow: 30))
        let envelope = Envelope(id: id, source: caller.source, type: Echo.type, time: Date(), actor: iemand, deadline: deadline)
        return [
            Header(.ask, 1).bytes, RequestTag(id: id, deadline: deadline).bytes, try MessageCoding.encode(envelope),
            try MessageCoding.encode(Echo(tekst: "inbraak")),
        ]
    }

    @Test("een onbekende sleutel krijgt niets, en het log zegt het met een regel")
    func onbekendeSleutel() async throws {
        try await attacked { opstelling, address, bus, log in
            let server = try #require(opstelling.keys[.begeleiding]).publicKey
            for _ in 0..<3 {
                let stranger = try VreemdeSocket(pair: .generate(), server: server, address: address.router)
                _ = stranger.socket.send(try echo(.intake))
                #expect(await stranger.hears(within: .milliseconds(300)) == nil)
                stranger.close()
            }
            #expect(await eventually { await bus.status().sockets.refusedHandshakes >= 3 })
            #expect(log.lines(with: "unknown key refused").count == 1)
        }
    }

    @Test("wie geen sleutel laat zien, krijgt niets")
    func zonderSleutel() async throws {
        try await attacked { opstelling, address, bus, log in
            let stranger = try VreemdeSocket(pair: .generate(), server: nil, address: address.router)
            _ = stranger.socket.send(try echo(.intake))
            #expect(await stranger.hears(within: .milliseconds(300)) == nil)
            stranger.close()
            #expect(await eventually { await bus.status().sockets.refusedHandshakes >= 1 })
            #expect(log.lines(with: "handshake refused").count == 1)
        }
    }

    @Test("zonder poortwachter komt niemand binnen; zonder optie 93 iedereen", arguments: [true, false])
    func zonderPoortwachter(withOptions: Bool) async throws {
        let (server, client) = (try CurveKeyPair.generate(), try CurveKeyPair.generate())
        let context = try #require(zmq_ctx_new())
        let socket = try Socket(context, ZMQ_ROUTER)
        if withOptions {
            try SocketOptions.server(socket, secret: server.secretKey, publicKey: server.publicKey)
        } else {
            try socket.set(ZMQ_LINGER, 0)
            try socket.set(ZMQ_CURVE_SERVER, 1)
            try socket.set(ZMQ_CURVE_SECRETKEY, text: server.secretKey, withZero: true)
        }
        let port = KaleVerbinding.freePort()
        try socket.bind("tcp://127.0.0.1:\(port)")
        let stranger = try VreemdeSocket(pair: client, server: server.publicKey, address: "tcp://127.0.0.1:\(port)")
        stranger.send(Data("binnen?".utf8))
        var isIn = false
        for _ in 0..<100 where !isIn {
            isIn = socket.receive() != nil
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(isIn == !withOptions)
        stranger.close()
        socket.close()
        zmq_ctx_term(context)
    }

    @Test("een bekende dienst die iets vraagt wat zij niet mag, krijgt een weigering, en het log een regel")
    func verkeerdSoort() async throws {
        try await attacked { opstelling, _, bus, log in
            let rapportage = try opstelling.bus(.rapportage)
            try await running(rapportage) {
                for _ in 0..<5 {
                    await #expect(throws: Failure.notAllowed(reason: "De dienst rapportage mag dit niet vragen.")) {
                        try await rapportage.ask(Echo(tekst: "stiekem"), as: iemand)
                    }
                }
            }
            #expect(log.lines(with: "request not allowed").count == 1)
            #expect(await bus.status().sockets.refusedRequests == 5)
        }
    }

    @Test("een soort vraag die niemand kent krijgt een weigering")
    func onbekendSoort() async throws {
        struct Vreemd: Query {
            typealias Answer = Done
            static let type = "nl.wegwijs.proef.vreemd.v1"
            static let service = ServiceName.begeleiding
        }
        try await attacked { opstelling, _, _, log in
            let rapportage = try opstelling.bus(.rapportage)
            try await running(rapportage) {
                await #expect(throws: Failure.notFound(what: "een antwoord op dit soort vraag")) {
                    try await rapportage.ask(Vreemd(), as: iemand)
                }
            }
            #expect(log.lines(with: "unknown type").count == 1)
        }
    }

    @Test("een onleesbaar bericht van een bekende dienst heeft geen gevolg; een onleesbare vraag krijgt de fouten")
    func onleesbaar() async throws {
        try await attacked { opstelling, address, bus, log in
            let pair = try #require(opstelling.keys[.intake])
            let server = try #require(opstelling.keys[.begeleiding]).publicKey
            let client = try VreemdeSocket(pair: pair, server: server, address: address.router)
            let good = try echo(.intake)
            client.send(Data())
            client.send(Data("W".utf8), Data("x".utf8))
            client.send(Data((0..<200).map { _ in UInt8.random(in: 0...255) }))
            // Another version, an unknown kind, too few and too many parts, a stream request of nothing.
            client.send(Data([UInt8(ascii: "W"), 2, 1, 0] + [UInt8](repeating: 0, count: 8)), good[1], good[2], good[3])
            client.send(Data([UInt8(ascii: "W"), 1, 99, 0] + [UInt8](repeating: 0, count: 8)), good[1], good[2], good[3])
            client.send(good[0], good[1])
            client.send(good[0], good[1], good[2], good[3], good[3], good[3], good[3], good[3], good[3], good[3], good[3])
            client.send(Header(.streamRequest, 1).bytes, Data("{}".utf8))
            #expect(await eventually { await bus.status().sockets.malformedFrames == 8 })
            #expect(log.lines(with: "malformed message ignored").count <= 3)
            // The envelope of another id, no JSON at all, and data that lacks a field.
            for (envelope, data) in [(try echo(.intake)[2], good[3]), (Data("{".utf8), good[3]), (good[2], Data("{}".utf8))] {
                client.send(good[0], good[1], envelope, data)
                let answer = try #require(await client.hears(within: .seconds(3)))
                #expect(Header(answer[0])?.kind == .failure)
                let failure = try MessageCoding.decode(Failure.self, from: answer[1])
                guard case .invalid(let fields) = failure else { return #expect(Bool(false), "\(failure)") }
                #expect(["envelope", "data.tekst"].contains(fields.first?.field))
            }
            client.close()
        }
    }

    @Test("een frame van honderd megabyte verbreekt de verbinding en verder niets")
    func reusachtig() async throws {
        try await attacked { opstelling, address, bus, _ in
            let pair = try #require(opstelling.keys[.intake])
            let server = try #require(opstelling.keys[.begeleiding]).publicKey
            let client = try VreemdeSocket(pair: pair, server: server, address: address.router)
            let before = Self.memory()
            let good = try echo(.intake)
            client.send(good[0], good[1], good[2], Data(count: 100 << 20))
            #expect(await client.hears(within: .seconds(1)) == nil)
            client.close()
            // Ours is in this process too: the sender's own copies are the hundred, the receiver must not add its own.
            #expect(Self.memory() - before < 250 << 20)
        }
    }

    @Test("een halve handdruk en onzin over TCP hebben geen gevolg, en het log zegt het")
    func halveHanddruk() async throws {
        let port = KaleVerbinding.freePort()
        try await attacked(overTCP: port) { _, _, bus, log in
            let silent = try #require(KaleVerbinding(port: port))
            let half = try #require(KaleVerbinding(port: port))
            _ = half.send([0xFF, 0, 0, 0, 0, 0])
            let noise = try #require(KaleVerbinding(port: port))
            _ = noise.send((0..<100_000).map { _ in UInt8.random(in: 0...255) })
            #expect(await eventually(within: .seconds(12)) { await bus.status().sockets.refusedHandshakes >= 3 })
            #expect(log.lines(with: "handshake refused").count == 1)
            for connection in [silent, half, noise] { connection.close() }
        }
    }

    private static func memory() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
    }
}
