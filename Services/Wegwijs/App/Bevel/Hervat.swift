// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import Logging

struct Hervat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Laat een dienst verder lezen in een stroom die gestopt is.",
        discussion: """
            Een dienst stopt met lezen als doorgaan raden zou zijn: de bron is teruggezet uit een kopie, is nieuw gemaakt, of
            heeft niet meer wat nog gelezen moest worden. 'wegwijs status' noemt de reden. Zoek eerst uit wat er gebeurd is.
            Wat al is toegepast, wordt niet nog eens toegepast; wat voor '--vanaf' ligt, wordt niet gelezen.
            """)

    @OptionGroup var options: LandschapOptions
    @Argument(help: "De dienst die gestopt is met lezen, zoals rapportage.")
    var dienst: ServiceName
    @Argument(help: "De bron van de stroom, zoals intake.")
    var bron: ServiceName
    @Option(name: .customLong("vanaf"), help: "Lees verder na dit nummer van de bron; 0 leest alles.")
    var vanaf: Int64

    func run() async throws {
        // As a service of this landscape is told where everything is.
        for (name, value) in try options.landschap().environment(of: .wegwijs) { setenv(name, value, 1) }
        let bus = try Bus(
            try busConfiguration(try ServiceSettings(.wegwijs)), store: nil, clock: RealClock(),
            ids: UUIDv7Source(clock: RealClock()),
            logger: Logger(label: "wegwijs") { _ in SwiftLogNoOpLogHandler() })
        let actor = Actor.service(purpose: "beheer")
        do {
            let (lezer, eigen) = try await (
                bus.ask(StreamStatus(), of: dienst, as: actor), bus.ask(StreamStatus(), of: bron, as: actor).own
            )
            _ = try await bus.ask(
                try Self.opdracht(lezer.followed.first { $0.source == bron }, eigen, vanaf: vanaf), of: dienst, as: actor)
        } catch let failure as Failure {
            throw ValidationError(Self.tekst(failure))
        }
        print("\(dienst.rawValue) leest \(bron.rawValue) verder na \(vanaf). Kijk met 'wegwijs status' of het bijkomt.")
    }

    /// The order, when the stream stands still and the source has what would be read.
    static func opdracht(_ stroom: BusStatus.FollowedStream?, _ eigen: BusStatus.OwnStream?, vanaf: Int64) throws -> AcceptStream
    {
        guard let stroom, let eigen else { throw ValidationError("deze dienst leest deze bron niet") }
        guard stroom.state == .gestopt else {
            throw ValidationError("deze stroom is niet gestopt; overslaan zou verlies zijn")
        }
        guard (eigen.oldest - 1...max(eigen.head, eigen.oldest - 1)).contains(vanaf) else {
            throw ValidationError("de bron heeft \(eigen.oldest) tot \(eigen.head): kies \(eigen.oldest - 1) tot \(eigen.head)")
        }
        return AcceptStream(source: stroom.source, epoch: eigen.epoch, number: vanaf)
    }

    private static func tekst(_ failure: Failure) -> String {
        switch failure {
        case .unavailable(let wat): "\(wat) is niet bereikbaar; start eerst alle diensten"
        case .state(let reden): reden
        default: "\(failure)"
        }
    }
}

extension ServiceName: ExpressibleByArgument {}
