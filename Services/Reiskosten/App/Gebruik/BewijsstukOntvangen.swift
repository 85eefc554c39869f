// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

extension Bewijsstukken {
    /// Takes in one piece of a file: checks it, seals it, and after the last piece compares the hash of the whole.
    ///
    /// A piece that does not begin where the last one ended changes nothing and is answered with how far the file is, so
    /// that a sender goes on after a break without asking first; an empty piece only asks. The file is visible, and the advance accounted for, only
    /// when the hash is right; with a wrong one all of it is thrown away.
    func ontvangen(_ command: BewijsstukDeel, _ request: Request) async throws -> BewijsstukDeel.Answer {
        try check(command)
        let voorschot = try await voorschot(command.voorschot, request.actor, to: .attach)
        if let known = try await store.answer(to: request.envelope.id, as: BewijsstukDeel.Answer.self) { return known }
        let half = try await store.read { db in try BewijsstukRij.find(db, command.bewijsstuk) }
        if let half { try check(command, against: half) }
        if let half, half.klaar { return .init(ontvangen: half.ontvangen, bewijsstuk: half.bewijsstuk) }
        guard Voorschotstap.bewijzen.van(voorschot.toestand) != nil else {
            throw Failure.state(reason: Voorschotstap.bewijzen.nietMogelijk(in: voorschot.toestand))
        }
        let present = half?.ontvangen ?? 0
        let isAsking = command.inhoud.isEmpty && !command.laatste
        guard command.vanaf == present, !isAsking else { return .init(ontvangen: present, bewijsstuk: nil) }
        let soort = try half?.mediatype ?? soort(command).rawValue
        let key = try await keys.key(for: voorschot.dossier.dossier)
        if command.laatste, try await hash(of: command, key: key) != command.hash {
            try await weggooien(command.bewijsstuk, request)
            throw Failure.invalid([
                FieldError("hash", code: "anders", "Het bestand is onderweg beschadigd. Stuur het nog een keer.")
            ])
        }
        let deel = Bewijsdeel(
            vanaf: command.vanaf, lengte: command.inhoud.count,
            verzegeld: try Seal.seal(
                command.inhoud, with: key, context: Bewijsdeel.context(command.bewijsstuk, vanaf: command.vanaf)))
        let sinds = instellingen.halveUploadWeg
        return try await store.once(request.envelope) { tx in
            // Somebody else may have sent the same piece since.
            let nu = try BewijsstukRij.find(tx.db, command.bewijsstuk)
            guard nu?.ontvangen ?? 0 == present, nu?.klaar != true else {
                return .init(ontvangen: nu?.ontvangen ?? 0, bewijsstuk: nu?.klaar == true ? nu?.bewijsstuk : nil)
            }
            if nu == nil { try Self.begin(tx, command, voorschot, soort: soort, verlopen: sinds) }
            if deel.lengte > 0 { try Bewijsdeel.insert(tx.db, command.bewijsstuk, deel) }
            let ontvangen = present + deel.lengte
            try tx.db.execute(
                sql: "UPDATE bewijsstuk SET ontvangen = ? WHERE id = ?", arguments: [ontvangen, command.bewijsstuk.description])
            if command.laatste { try Self.voltooi(tx, command, request.actor) }
            return .init(ontvangen: ontvangen, bewijsstuk: command.laatste ? command.bewijsstuk : nil)
        }
    }

    private func check(_ command: BewijsstukDeel) throws(Failure) {
        var fouten: [FieldError] = []
        if command.inhoud.count > Instellingen.deelgrootte {
            fouten.append(FieldError("inhoud", code: "te-groot", "Een deel van een bestand is ten hoogste 256 KiB."))
        }
        if command.vanaf < 0 || command.vanaf > instellingen.grootsteBestand - command.inhoud.count {
            let grens = instellingen.grootsteBestand / 1_000_000
            fouten.append(FieldError("inhoud", code: "te-groot", "Een bewijsstuk is ten hoogste \(grens) MB."))
        }
        if command.hash.utf8.count != 64 || !command.hash.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) {
            fouten.append(FieldError("hash", code: "vorm", "De hash is SHA-256 in 64 tekens."))
        }
        guard fouten.isEmpty else { throw .invalid(fouten) }
    }

    private func check(_ command: BewijsstukDeel, against half: BewijsstukRij) throws(Failure) {
        guard half.voorschot == command.voorschot else { throw .notFound(what: "bewijsstuk") }
        guard half.hash == command.hash else {
            throw .invalid([FieldError("hash", code: "anders", "Dit deel hoort bij een ander bestand. Begin opnieuw.")])
        }
    }

    private func soort(_ command: BewijsstukDeel) throws(Failure) -> Bestandssoort {
        guard let soort = Bestandssoort(begin: command.inhoud) else {
            throw .invalid([
                FieldError("inhoud", code: "soort", "Kies een foto (JPEG of PNG) of een PDF. Een ander soort bestand kan niet.")
            ])
        }
        return soort
    }

    /// The hash of what is stored followed by this last piece; one piece in memory at a time.
    private func hash(of command: BewijsstukDeel, key: SealKey) async throws -> String {
        var hash = try SHA256()
        var byte = 0
        while byte < command.vanaf {
            let from = byte
            guard let deel = try await store.read({ db in try Bewijsdeel.find(db, command.bewijsstuk, byte: from) }) else {
                break
            }
            hash.update(
                try Seal.open(
                    deel.verzegeld, with: key, context: Bewijsdeel.context(command.bewijsstuk, vanaf: deel.vanaf)))
            byte = deel.vanaf + deel.lengte
        }
        hash.update(command.inhoud)
        return Hex.text(hash.finish())
    }

    private func weggooien(_ bewijsstuk: BewijsstukID, _ request: Request) async throws {
        try await store.write(because: request.envelope) { tx in
            try tx.db.execute(sql: "DELETE FROM bewijsstuk WHERE id = ? AND klaar = 0", arguments: [bewijsstuk.description])
        }
    }

    /// Makes the row of a new upload, and throws away a few that were left half-way long ago.
    private static func begin(
        _ tx: Transaction, _ command: BewijsstukDeel, _ voorschot: VoorschotRij, soort: String, verlopen: TimeInterval
    ) throws {
        try tx.db.execute(
            sql: """
                DELETE FROM bewijsstuk WHERE id IN
                    (SELECT id FROM bewijsstuk WHERE klaar = 0 AND begonnen_op < ? ORDER BY begonnen_op LIMIT 3)
                """, arguments: [Instant.text(tx.now.addingTimeInterval(-verlopen))])
        let aantal = try Int.fetchOne(
            tx.db, sql: "SELECT COUNT(*) FROM bewijsstuk WHERE voorschot = ?", arguments: [voorschot.voorschot.description])
        guard aantal ?? 0 < Instellingen.meesteBewijsstukken else {
            throw Failure.state(reason: "Bij een voorschot horen ten hoogste \(Instellingen.meesteBewijsstukken) bewijsstukken.")
        }
        try tx.db.execute(
            sql: """
                INSERT INTO bewijsstuk (id, voorschot, dossier, hash, mediatype, ontvangen, begonnen_op)
                VALUES (?, ?, ?, ?, ?, 0, ?)
                """,
            arguments: [
                command.bewijsstuk.description, voorschot.voorschot.description, voorschot.dossier.dossier.description,
                command.hash, soort, tx.nowText,
            ])
    }

    /// Makes the file visible, marks it when the same file was handed in before, and takes the advance a step on.
    private static func voltooi(_ tx: Transaction, _ command: BewijsstukDeel, _ actor: Actor) throws {
        try tx.db.execute(
            sql: """
                UPDATE bewijsstuk SET klaar = 1, ontvangen_op = ?, ontvangen_door = ?,
                    eerder_gezien = EXISTS (SELECT 1 FROM bewijsstuk o WHERE o.hash = bewijsstuk.hash AND o.klaar = 1)
                WHERE id = ?
                """, arguments: [tx.nowText, actor.user?.description, command.bewijsstuk.description])
        guard let rij = try VoorschotRij.find(tx.db, command.voorschot) else { throw Failure.notFound(what: "voorschot") }
        try Voorschotten.take(.bewijzen, tx, rij, from: rij.versie, set: "verantwoord = verantwoord", [])
    }
}
