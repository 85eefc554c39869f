// SPDX-License-Identifier: EUPL-1.2
import Foundation
import WegwijsApp

/// A landscape of real processes for one test: own folder, own ports, the executables of this build.
struct Proeflandschap {
    let landschap: Landschap
    var bediening: Bediening { Bediening(landschap) }

    init(port: Int) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wegwijs-storing-\(port)")
        try? FileManager.default.removeItem(at: folder)
        landschap = try Landschap(folder: folder.path, port: port, binaries: root.appendingPathComponent(".build/debug").resolvingSymlinksInPath())
        // The services read the contracts relative to the root of the checkout.
        setenv("WEGWIJS_OPDRACHTEN", root.appendingPathComponent("compose/opdrachten").path, 1)
    }

    func remove() { try? FileManager.default.removeItem(at: landschap.folder) }
}
