// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

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
        let geheim = try await Geheimmelding(parts, rond: rij.leidend)
        let wachter = try await wachter(rij)
        return try await parts.store.once(envelope) { tx in
            try overdracht.voer(tx)
            let gestopt = try Samenvoegregister.groep(tx.db, rij.leidend).filter {
                try !Uitwisselregister.magUitwisselen(tx.db, $0)
            }
            try geheim.voer(over: Samenvoegregister.groep(tx.db, rij.leidend), in: tx) {
                try Samenvoegregister.maakOngedaan(tx, rij, versie: command.versie)
            }
            try HervattingMelden.voer(gestopt, parts.melden, in: tx)
            if let wachter { try laatWachten(wachter, rij, tx) }
            try tx.emit(
                SamenvoegingOngedaan(
                    samenvoeging: rij.id, volgend: rij.volgend, leidend: rij.leidend, aanmelding: rij.aanmelding,
                    ongedaanOp: tx.today))
            return Done()
        }
    }

    /// The aanmelding that waits again, with what it takes to look for who it may be.
    private struct Wachter: Sendable {
        var aanmelding: AanmeldingID
        var key: SealKey
        var kenmerken: Dubbelvraag
    }

    private func wachter(_ rij: Samenvoegrij) async throws -> Wachter? {
        guard let aanmelding = rij.aanmelding else { return nil }
        guard let verzegeld = try await parts.store.read({ try Aanmeldingregister.verzegeld($0, aanmelding) }) else {
            throw Failure.notFound(what: "aanmelding")
        }
        let key = try await parts.kluis.key(for: rij.volgend)
        let gegevens = try Verzegeling.open(verzegeld, .aanmelding, rij.volgend, key)
        return Wachter(aanmelding: aanmelding, key: key, kenmerken: try parts.index.kenmerken(van: gegevens))
    }

    private func laatWachten(_ wachter: Wachter, _ rij: Samenvoegrij, _ tx: Transaction) throws {
        let aanmelding = wachter.aanmelding
        guard let nu = try Aanmeldingregister.vind(tx.db, aanmelding) else { throw Failure.notFound(what: "aanmelding") }
        let redenen = rij.redenenVoor.isEmpty ? [Controlereden.mogelijkDubbel.rawValue] : rij.redenenVoor
        try tx.change("aanmelding", id: aanmelding.description, from: nu.versie, why: "samenvoeging ongedaan gemaakt") {
            try Aanmeldingregister.zet($0, aanmelding, toestand: .inControle, redenen: redenen, op: tx.today)
        }
        // What joined by itself never had candidates; whoever decides now must see them.
        let kandidaten = try Dubbelzoeker.zoek(tx.db, wachter.kenmerken, behalve: rij.volgend)
        try Kandidatenregister.bewaar(tx.db, kandidaten, bij: aanmelding, rij.volgend, wachter.key)
        try Wijzigingenlijst.vervalt(tx, bij: rij)
        try parts.melden?(.toestand, over: aanmelding, gemeente: nu.gemeente, dossier: nu.dossier, tx)
    }
}
