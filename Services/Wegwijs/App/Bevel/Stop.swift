// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Foundation

struct Stop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Stopt alle diensten.")

    @OptionGroup var options: LandschapOptions

    func run() async throws {
        print(try await Bediening(try options.landschap()).stop() ? "Wegwijs is gestopt." : "Wegwijs draait niet.")
    }
}
