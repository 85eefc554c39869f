// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag

/// A gemeente takes an aanmelding back. Works until somebody has become a client; after that people decide, and the sender
/// is told so.
struct AanmeldingIntrekken: Sendable {
    let parts: IntakeParts

    /// - Parameter gemeenten: those of the sender's token.
    func callAsFunction(
        _ bericht: Ingekomen, gemeenten: Set<String>, because cause: Envelope
    ) async throws -> Ontvangstbevestiging {
        try await parts.store.write(because: cause) { tx in
            if let eerder = try Berichtregister.eerder(tx.db, bericht) { return eerder }
            let rij = try Aanmeldingregister.eigen(tx.db, bericht, gemeenten: gemeenten)
            if try Volgorderegister.isVerouderd(tx.db, bericht) { return try verouderd(bericht, tx) }
            switch rij.toestand {
            case .geaccepteerd: throw Ontvangstfout.alGeaccepteerd
            case .afgewezen: throw Ontvangstfout.afgesloten
            case .ingetrokken: break
            case .ontvangen, .inControle:
                try tx.change("aanmelding", id: rij.id.description, from: rij.versie, why: "ingetrokken door de gemeente") {
                    try Aanmeldingregister.zet($0, rij.id, toestand: .ingetrokken, redenen: [], op: tx.today)
                }
                try Kenmerkregister.wis(tx.db, rij.dossier)
                try tx.emit(AanmeldingIngetrokken(aanmelding: rij.id, ingetrokkenOp: tx.today))
                try parts.melden?(.toestand, over: rij.id, gemeente: rij.gemeente, dossier: rij.dossier, tx)
            }
            let antwoord = Ontvangstbevestiging.ontvangen(rij.id)
            try Berichtregister.bewaar(tx.db, bericht, antwoord, op: tx.now)
            return antwoord
        }
    }
}

/// A message that comes after a newer one about the same aanmelding: kept and answered, without effect.
func verouderd(_ bericht: Ingekomen, _ tx: Transaction) throws -> Ontvangstbevestiging {
    let antwoord = Ontvangstbevestiging.ontvangen(bericht.aanmelding, verouderd: true)
    try Berichtregister.bewaar(tx.db, bericht, antwoord, op: tx.now)
    return antwoord
}
