// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// The folder with the messages as they are on the wire, where it lies in the repository.
enum Voorbeeldmap {
    static let map = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Voorbeelden")

    /// - Parameter naam: without `.json`. Nil: there is no such example.
    static func bestand(_ naam: String) -> URL? {
        let url = map.appending(path: "\(naam).json")
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }
}
