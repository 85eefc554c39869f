// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// Takes back a merge, whenever and in whatever order. As nothing was moved, nothing needs to be put back; an aanmelding
/// that joined waits again, for the reasons that it waited for. A stop on exchange that was set while they counted as one
/// stays on both (`Stopoverdracht`).
struct OngedaanMaken: Sendable {
    let parts: IntakeParts

    func callAsFunction(_ command: SamenvoegingOngedaanMaken, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let gelezen = try await parts.store.read { db -> (Samenvoegrij, [Facts])? in
            guard let rij = try Samenvoegregister.vind(db, command.samenvoeging) else { return nil }
            var feiten = try [rij.volgend, rij.leidend].compactMap { try Persoonregister.vind(db, $0)?.feiten }
            if let aanmelding = rij.aanmelding {
                feiten += try [Aanmeldingregister.vind(db, aanmelding)?.feiten].compactMap(\.self)
            }
            return (rij, feiten)
        }
        guard let (rij, feiten) = gelezen, !feiten.isEmpty else { throw Failure.notFound(what: "samenvoeging") }
        for feit in feiten {
            guard Policy.decide(actor, .read, on: .dossier, facts: feit).isYes else {
                throw Failure.notFound(what: "samenvoeging")
            }
            try Policy.decide(actor, .decide, on: .dossier, facts: feit).orThrow()
        }
        let overdracht = try await Stopoverdracht(rij, parts, actor)
        return try await parts.store.once(envelope) { tx in
            try overdracht.voer(tx)
            let gestopt = try Samenvoegregister.groep(tx.db, rij.leidend).filter {
                try !Uitwisselregister.magUitwisselen(tx.db, $0)
            }
            try Samenvoegregister.maakOngedaan(tx, rij, versie: command.versie)
            try HervattingMelden.voer(gestopt, parts.melden, in: tx)
            if let aanmelding = rij.aanmelding { try laatWachten(aanmelding, rij, tx) }
            try tx.emit(
                SamenvoegingOngedaan(
                    samenvoeging: rij.id, volgend: rij.volgend, leidend: rij.leidend, aanmelding: rij.aanmelding,
                    ongedaanOp: tx.today))
            return Done()
        }
    }

    private func laatWachten(_ aanmelding: AanmeldingID, _ rij: Samenvoegrij, _ tx: Transaction) throws {
        guard let nu = try Aanmeldingregister.vind(tx.db, aanmelding) else { throw Failure.notFound(what: "aanmelding") }
        let redenen = rij.redenenVoor.isEmpty ? [Controlereden.mogelijkDubbel.rawValue] : rij.redenenVoor
        try tx.change("aanmelding", id: aanmelding.description, from: nu.versie, why: "samenvoeging ongedaan gemaakt") {
            try Aanmeldingregister.zet($0, aanmelding, toestand: .inControle, redenen: redenen, op: tx.today)
        }
        try parts.melden?(.toestand, over: aanmelding, gemeente: nu.gemeente, dossier: nu.dossier, tx)
    }
}
