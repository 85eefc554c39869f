// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Foundation

/// The health check of a container: asks the service beside it whether it is ready. The image then needs no curl.
struct Gezond: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Vraagt één dienst op deze machine of hij klaar is.", shouldDisplay: false)

    @Option(name: .customLong("beheerpoort"), help: "De poort van de beheerdeur.")
    var port: Int = 9080

    func run() async throws {
        let answer = try await HTTPCaller(port: port, limit: .seconds(2)).send("GET", "/gereed")
        if answer.status != 200 {
            print(answer.text)
            throw ExitCode(1)
        }
    }
}
