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
}
