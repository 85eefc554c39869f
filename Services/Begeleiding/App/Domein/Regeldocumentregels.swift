// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// What a document that proves a step may be, and how the history speaks of it (decision 0041).
enum Regeldocumentregels {
    /// Bytes of a whole document.
    static let grootste = 10_000_000
    /// Bytes of one piece.
    static let deelgrootte = 256 * 1024
    /// Documents of one step at the same time, those that are half in included.
    static let meeste = 20
    /// How long an upload that was broken off waits for its rest.
    static let halfWeg: TimeInterval = 24 * 3600

    /// All that is wrong with one piece, by the names of the fields of the command.
    static func veldfouten(_ soort: Regelbewijs, vanaf: Int, lengte: Int, hash: String) -> [Veldfout] {
        var fouten: [Veldfout] = []
        func fout(_ veld: String, _ code: String, _ tekst: String) { fouten.append(Veldfout(veld, code: code, tekst)) }
        if !Regelbewijs.opPapier.contains(soort) {
            fout("soort", "geen-document", "Kies wat voor document dit is.")
        }
        if lengte > deelgrootte { fout("inhoud", "te-groot", "Een deel van een bestand is ten hoogste 256 KiB.") }
        if vanaf < 0 || vanaf > grootste - min(lengte, grootste) {
            fout("inhoud", "te-groot", "Kies een bestand van ten hoogste \(grootste / 1_000_000) MB.")
        }
        if hash.utf8.count != 64 || !hash.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) {
            fout("hash", "vorm", "De hash is SHA-256 in 64 tekens.")
        }
        return fouten
    }

    static func toegevoegd(_ soort: Regelbewijs, _ bestand: Bestandssoort) -> String {
        "Document toegevoegd: \(soort.naam.kleineLetter) (\(bestand == .pdf ? "PDF" : "foto"))."
    }

    static func ingetrokken(_ soort: Regelbewijs, _ reden: Documentreden) -> String {
        "Document ingetrokken: \(soort.naam.kleineLetter). Reden: \(reden.naam.kleineLetter)."
    }
}
