// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Berichten
import Bus
import Foundation

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Toont per dienst of hij klaar is, en per stroom de stand, de achterstand en wat terzijde staat.")

    @OptionGroup var options: LandschapOptions
    @Flag(name: .customLong("json"), help: "Als JSON, voor programma's.")
    var asJSON = false

    func run() async throws {
        let landschap = try options.landschap()
        var rows: [StatusRow] = []
        let processes = Processen.read(landschap.processFile)
        for service in Landschap.services {
            let door = HTTPCaller(port: landschap.operatorPort(service), limit: .seconds(2))
            let ready = await Readiness(landschap).isReady(service)
            var status: BusStatus?
            if let answer = try? await door.send("GET", "/beheer/stromen"), answer.status == 200 {
                status = try? MessageCoding.decode(BusStatus.self, from: answer.body)
            }
            let process = processes?.diensten[service.rawValue]
            rows.append(
                StatusRow(
                    dienst: service.rawValue, klaar: ready, pid: process?.pid, herstarts: process?.herstarts ?? 0, bus: status))
        }
        if asJSON {
            print(String(decoding: try MessageCoding.encode(rows), as: UTF8.self))
        } else {
            rows.forEach { print($0.lines) }
        }
        if !rows.allSatisfy(\.klaar) { throw ExitCode(1) }
    }
}

/// What `status --json` prints per service.
struct StatusRow: Codable, Sendable {
    var dienst: String
    var klaar: Bool
    var pid: Int32?
    var herstarts: Int
    var bus: BusStatus?

    var lines: String {
        var text = "\(dienst): \(klaar ? "klaar" : "niet klaar")"
        if let pid { text += ", proces \(pid), \(herstarts) keer herstart" }
        guard let bus else { return text }
        if let own = bus.own {
            text += "\n  eigen stroom \(own.oldest) tot \(own.head)"
            for reader in own.readers { text += "; \(reader.service.rawValue) heeft \(reader.position) (achter: \(reader.lag))" }
        }
        if let pruning = bus.pruning {
            text +=
                "\n  opgeruimd sinds de start: \(pruning.events) gebeurtenissen, \(pruning.effects) effecten, \(pruning.commands) antwoorden"
            if !pruning.waitsFor.isEmpty {
                text += "; bewaart langer voor \(pruning.waitsFor.map(\.rawValue).joined(separator: ", "))"
            }
        }
        for source in bus.followed {
            text +=
                "\n  leest \(source.source.rawValue): \(source.position) van \(source.head), terzijde \(source.setAside), \(source.state.rawValue)"
            if let error = source.error { text += " (\(error))" }
            if source.state == .gestopt {
                text += "\n    weet u waarom, dan: wegwijs hervat \(dienst) \(source.source.rawValue) --vanaf NUMMER"
            }
        }
        return text
    }
}
