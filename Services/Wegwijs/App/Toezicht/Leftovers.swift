// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Ends processes that a killed supervisor left behind, so that their ports and stores are free.
struct Leftovers {
    let landschap: Landschap
    init(_ landschap: Landschap) { self.landschap = landschap }

    func stop() {
        guard let record = Processen.read(landschap.processFile) else { return }
        for process in record.diensten.values where Processen.isOurs(process.pid, binaries: landschap.binaries) {
            kill(process.pid, SIGKILL)
        }
        try? FileManager.default.removeItem(at: landschap.processFile)
    }
}
