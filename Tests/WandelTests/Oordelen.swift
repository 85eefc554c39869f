// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// Who gets an answer about the person of the walk, for every kind of message: `Tests/Wandeling/berichten.txt`. An answer is
/// also "this field is wrong" or "somebody changed it": everything but 403 and 404.
enum Oordelen {
    /// What may hold something of the sealed compartment, and for whom.
    static let verzegeld: [String: Set<String>] = [
        "begeleiding.signalen-opvragen.v1": ["begeleider", "teamleider"],
        "begeleiding.veiligheid-opvragen.v1": ["begeleider", "teamleider"],
        // The same, as a part of the page of the dossier.
        "begeleiding.dossierblad.v1": ["begeleider", "teamleider"],
        "begeleiding.regeldocument-lezen.v1": ["begeleider", "teamleider"],
        "begeleiding.meldcode-zaken.v1": ["begeleider", "aandacht"],
        "begeleiding.meldcode-opvragen.v1": ["begeleider", "aandacht"],
        "begeleiding.meldcode-nood-opvragen.v1": ["begeleider", "aandacht"],
    ]

    /// Who also learns a name by these: who works in a team sees what was handed over to it.
    static let namen: [String: Set<String>] = [
        "intake.aanmelding-opvragen.v1": ["begeleider-los"], "intake.aanmeldingen-lijst.v1": ["begeleider-los"],
    ]

    static let bestand = "Tests/Wandeling/berichten.txt"

    static func tabel() throws -> [String: String] {
        let tekst = try String(contentsOf: Stad.wortel.appending(path: bestand), encoding: .utf8)
        var tabel: [String: String] = [:]
        for regel in tekst.split(separator: "\n") where !regel.hasPrefix("#") {
            let delen = regel.split(separator: ":", maxSplits: 1)
            let kind = String(try #require(delen.first)).trimmingCharacters(in: .whitespaces)
            #expect(tabel[kind] == nil, "\(kind) staat er twee keer")
            tabel[kind] = String(try #require(delen.last)).trimmingCharacters(in: .whitespaces)
        }
        return tabel
    }
}
