// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Testing

@testable import WegwijsApp

@Suite("De stand voor wie het draait", .timeLimit(.minutes(1)))
struct StatusTests {
    @Test("zij zegt wat nog bewaard is, wat is opgeruimd, en op welke lezer het wacht")
    func pruning() {
        var bus = BusStatus(
            service: .intake,
            own: .init(
                epoch: UUID(), head: 900, oldest: 401,
                readers: [.init(service: .rapportage, position: 400, lag: 500, isPresent: false)]),
            followed: [], sockets: .init())
        bus.pruning = .init(at: Date(), events: 400, effects: 12, commands: 3, waitsFor: [.rapportage])
        let lines = StatusRow(dienst: "intake", klaar: true, pid: 7, herstarts: 0, bus: bus).lines
        #expect(lines.contains("eigen stroom 401 tot 900; rapportage heeft 400 (achter: 500)"))
        #expect(lines.contains("400 gebeurtenissen, 12 effecten, 3 antwoorden; bewaart langer voor rapportage"))
    }

    @Test("een stroom die gestopt is zegt waarom en hoe zij verder kan; alleen die, en alleen tot wat de bron heeft")
    func hervatten() throws {
        func stroom(_ state: BusStatus.FollowedStream.State) -> BusStatus.FollowedStream {
            .init(
                source: .intake, epoch: UUID(), position: 40, head: 30, lag: 0, setAside: 0, state: state,
                error: state == .gestopt ? "readerAhead" : nil)
        }
        var bus = BusStatus(service: .rapportage, own: nil, followed: [stroom(.bij)], sockets: .init())
        #expect(!StatusRow(dienst: "rapportage", klaar: true, herstarts: 0, bus: bus).lines.contains("hervat"))
        bus.followed = [stroom(.gestopt)]
        let lines = StatusRow(dienst: "rapportage", klaar: true, herstarts: 0, bus: bus).lines
        #expect(lines.contains("gestopt (readerAhead)") && lines.contains("wegwijs hervat rapportage intake --vanaf"))

        let eigen = BusStatus.OwnStream(epoch: UUID(), head: 30, oldest: 11, readers: [])
        for vanaf in [Int64(10), 30] {
            #expect(
                try Hervat.opdracht(stroom(.gestopt), eigen, vanaf: vanaf)
                    == AcceptStream(source: .intake, epoch: eigen.epoch, number: vanaf))
        }
        for vanaf in [Int64(-1), 9, 31, .max, .min] {
            #expect(throws: (any Error).self) { try Hervat.opdracht(stroom(.gestopt), eigen, vanaf: vanaf) }
        }
        for state in [BusStatus.FollowedStream.State.wacht, .achter, .bij] {
            #expect(throws: (any Error).self) { try Hervat.opdracht(stroom(state), eigen, vanaf: 30) }
        }
        #expect(throws: (any Error).self) { try Hervat.opdracht(nil, eigen, vanaf: 30) }
        let leeg = BusStatus.OwnStream(epoch: UUID(), head: 0, oldest: 1, readers: [])
        #expect(try Hervat.opdracht(stroom(.gestopt), leeg, vanaf: 0).number == 0)
    }
}
