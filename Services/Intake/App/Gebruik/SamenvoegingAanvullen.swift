// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import Logging
import Opslag

/// Writes down of merges from before step 093 what the aanmelding said that joined, and tells the others of whom the neighbourhood
/// turns out to be secret. A small transaction at a time; when it is done there is nothing to find any more.
struct SamenvoegingAanvullen: KijktSteeds {
    let parts: IntakeParts
    let logger: Logger
    /// Merges per transaction.
    var stuk = 50
    /// Real time between two looks: after a fault it goes on where it was.
    var tussenpoos: Duration = .seconds(60)

    static let wat = "merges of before"

    func kijk() async throws { try await vulAan() }

    /// Returns how many were filled in.
    @discardableResult
    func vulAan() async throws -> Int {
        var gedaan = 0
        while !Task.isCancelled {
            let aantal = stuk
            let rijen = try await parts.store.read { try Samenvoegregister.onaangevuld($0, aantal: aantal) }
            guard !rijen.isEmpty else { break }
            var gelezen: [(rij: Samenvoegrij, geheim: Bool, woorden: [String])] = []
            for (rij, verzegeld) in rijen {
                let gegevens = try await open(rij, verzegeld)
                // Whose key was destroyed asks for nothing any more, and cannot be found.
                gelezen.append(
                    (rij, gegevens?.geheimhouding ?? false, Dubbelvraag.woorden(van: gegevens?.client.naam)))
            }
            let alle = gelezen
            try await parts.store.write { tx in
                for (rij, geheim, woorden) in alle {
                    try Samenvoegregister.vulAan(tx.db, rij, geheim: geheim, woorden: woorden)
                }
                for rij in alle.map(\.rij) where rij.isActief {
                    guard try Geheimhouding.geldt(tx.db, rij.leidend) else { continue }
                    for lid in try Samenvoegregister.groep(tx.db, rij.leidend).sorted() {
                        try Geheimmelding.meld(lid, parts.opdrachten, in: tx)
                    }
                }
            }
            gedaan += alle.count
        }
        return gedaan
    }

    private func open(_ rij: Samenvoegrij, _ verzegeld: Data?) async throws -> Aanmeldgegevens? {
        guard let verzegeld else { return nil }
        do {
            return try Verzegeling.open(
                verzegeld, .aanmelding, rij.volgend, try await parts.kluis.key(for: rij.volgend))
        } catch Failure.notFound {
            return nil
        }
    }
}
