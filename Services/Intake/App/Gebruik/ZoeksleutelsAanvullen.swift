// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import Logging
import Opslag

/// Gives search keys to people who were stored before there were any: once through the store, a small transaction at a time,
/// so that nobody waits for it. Where it is stands in the store, and when it is done it never looks again.
struct ZoeksleutelsAanvullen: KijktSteeds {
    let parts: IntakeParts
    let logger: Logger
    /// Aanmeldingen per transaction.
    var stuk = 50
    /// Real time between two looks: after a fault it goes on where it was.
    var tussenpoos: Duration = .seconds(60)

    static let wat = "search keys"
    static let naam = "zoeksleutels"

    func kijk() async throws { try await vulAan() }

    /// Returns how many people got keys.
    @discardableResult
    func vulAan() async throws -> Int {
        var gedaan = 0
        while !Task.isCancelled {
            guard let na = try await parts.store.read({ try Doorlopen.stand($0, Self.naam) }) else { break }
            let aantal = stuk
            let (tot, mensen) = try await parts.store.read { try Zoekregister.zonderSleutels($0, na: na, aantal: aantal) }
            var vragen: [(DossierID, Dubbelvraag)] = []
            for mens in mensen { if let vraag = try await vraag(mens) { vragen.append((mens.dossier, vraag)) } }
            let alle = vragen
            gedaan += try await parts.store.write { tx in
                try Doorlopen.zet(tx, Self.naam, na: tot ?? na, klaar: tot == nil)
                return try alle.count { try Zoekregister.vulAan(tx.db, $0.1, voor: $0.0) }
            }
        }
        return gedaan
    }

    /// Nil for whose key was destroyed: that person is not to be found any more.
    private func vraag(_ mens: Zoekregister.ZonderSleutels) async throws -> Dubbelvraag? {
        do {
            let key = try await parts.kluis.key(for: mens.dossier)
            let gegevens = try Verzegeling.open(
                mens.verzegeld, mens.isClient ? .persoon : .aanmelding, mens.dossier, key)
            return try parts.index.kenmerken(van: gegevens)
        } catch Failure.notFound {
            return nil
        }
    }
}
