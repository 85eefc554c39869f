// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// Who gets an answer about the person of the walk, for every kind of message. An answer is also "this field is wrong" or
/// "somebody changed it": everything but 403 and 404. Change a line only when you know why it changes.
enum Oordelen {
    /// What may hold something of the sealed compartment, and for whom.
    static let verzegeld: [String: Set<String>] = [
        "begeleiding.signalen-opvragen.v1": ["begeleider", "teamleider"],
        "begeleiding.veiligheid-opvragen.v1": ["begeleider", "teamleider"],
        "begeleiding.meldcode-zaken.v1": ["begeleider", "aandacht"],
        "begeleiding.meldcode-opvragen.v1": ["begeleider", "aandacht"],
    ]

    static func tabel() throws -> [String: String] {
        var tabel: [String: String] = [:]
        for regel in regels.split(separator: "\n") {
            let delen = regel.split(separator: ":", maxSplits: 1)
            let kind = String(try #require(delen.first)).trimmingCharacters(in: .whitespaces)
            #expect(tabel[kind] == nil, "\(kind) staat er twee keer")
            tabel[kind] = String(try #require(delen.last)).trimmingCharacters(in: .whitespaces)
        }
        return tabel
    }

    static let regels = """
        """
}
