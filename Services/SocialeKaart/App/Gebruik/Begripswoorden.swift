// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// Synonyms and translations of the terms, kept by who keeps the directory.
extension Kaart {
    func begrippen(_ query: BegrippenOpvragen, als actor: Actor) async throws -> Page<Begripregel> {
        try Self.magBijhouden(actor, .change)
        let limit = query.page.limit
        var (na, arguments) = ("", StatementArguments())
        if let sleutel = query.page.after {
            guard let (_, naam, id) = Zoeksleutel.lees(sleutel) else { throw Zoekvragen.onleesbaar }
            (na, arguments) = ("WHERE (b.naam, b.id) > (?, ?)", [naam, id])
        }
        let (waar, waarden) = (na, arguments)
        return try await store.read { db in
            let soorten = try Bewaring.begrippen(db)
            let regels = try Row.fetchAll(
                db, sql: "\(Self.begripvraag) \(waar) ORDER BY b.naam, b.id LIMIT ?", arguments: waarden + [limit + 1]
            ).map { try Self.regel($0, soorten) }
            let laatste = regels.count > limit ? regels[limit - 1] : nil
            return Page(
                rows: Array(regels.prefix(limit)),
                next: laatste.map { Zoeksleutel.schrijf(rang: 0, naam: $0.naam, id: $0.begrip.uuidString.lowercased()) })
        }
    }

    func begrip(_ query: BegripOpvragen, als actor: Actor) async throws -> BegripOpvragen.Answer {
        try Self.magBijhouden(actor, .change)
        let id = query.begrip.uuidString.lowercased()
        return try await store.read { db in
            guard let rij = try Row.fetchOne(db, sql: "\(Self.begripvraag) WHERE b.id = ?", arguments: [id]) else {
                throw Failure.notFound(what: "begrip")
            }
            let woorden = try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM begripswoord WHERE begrip_id = ? AND vervallen_op IS NULL ORDER BY taal, soort DESC, tekst LIMIT ?
                    """, arguments: [id, Kaartbestand.Woord.meeste]
            ).map { rij -> Begripswoord in
                let (woord, op): (String, String?) = (rij["id"], rij["nagekeken_op"])
                guard let woord = UUID(uuidString: woord) else { throw Failure.fault(reference: "begripswoord") }
                return Begripswoord(
                    woord: woord, taal: rij["taal"], soort: rij["soort"], tekst: rij["tekst"],
                    nagekekenDoor: rij["nagekeken_door"], nagekekenOp: op.flatMap { Datum($0) }, versie: rij["versie"])
            }
            return .init(regel: try Self.regel(rij, try Bewaring.begrippen(db)), woorden: woorden)
        }
    }

    func toevoegen(_ opdracht: BegripswoordToevoegen, als actor: Actor, because envelope: Envelope) async throws
        -> BegripswoordToevoegen.Answer
    {
        try Self.magBijhouden(actor, .change)
        let tekst = Kaartbestand.Woord.schoon(opdracht.tekst)
        var fouten: [FieldError] = []
        if tekst.isEmpty || tekst.count > Kaartbestand.Woord.lengte {
            fouten.append(FieldError("tekst", code: "lengte", "Schrijf een woord of een korte zin van hoogstens 80 tekens."))
        }
        if Taal(code: opdracht.taal) == nil { fouten.append(FieldError("taal", code: "onbekende-code", "Kies een taal.")) }
        if !Kaartbestand.Woord.Soort.allCases.map(\.naam).contains(opdracht.soort) {
            fouten.append(FieldError("soort", code: "onbekende-code", "Kies wat voor woord het is."))
        }
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        return try await store.once(envelope) { tx in
            let (begrip, id) = (opdracht.begrip.uuidString.lowercased(), tx.ids.next())
            guard try Bool.fetchOne(tx.db, sql: "SELECT 1 FROM begrip WHERE id = ?", arguments: [begrip]) != nil else {
                throw Failure.notFound(what: "begrip")
            }
            let bestaand = try Row.fetchOne(
                tx.db,
                sql: """
                    SELECT count(*) AS aantal, coalesce(sum(taal = ? AND tekst = ?), 0) AS gelijk FROM begripswoord
                    WHERE begrip_id = ? AND vervallen_op IS NULL
                    """, arguments: [opdracht.taal, tekst, begrip])
            guard bestaand?["gelijk"] == 0 else {
                throw Failure.invalid([FieldError("tekst", code: "dubbel", "Dit woord staat er al.")])
            }
            guard (bestaand?["aantal"] ?? 0) < Kaartbestand.Woord.meeste else {
                throw Failure.state(reason: "Dit begrip heeft \(Kaartbestand.Woord.meeste) woorden. Laat er eerst een vervallen.")
            }
            try WoordOpslag(tx: tx).voegToe(
                id, begrip, taal: opdracht.taal, soort: opdracht.soort, tekst: tekst,
                nagekekenOp: opdracht.nagekeken ? tx.today : nil, why: "toegevoegd")
            try Self.herindexeer(tx, begrip: begrip)
            return .init(woord: id)
        }
    }

    func wijzigen(_ opdracht: BegripswoordWijzigen, als actor: Actor, because envelope: Envelope) async throws -> Done {
        try Self.magBijhouden(actor, .change)
        return try await store.once(envelope) { tx in
            let id = opdracht.woord.uuidString.lowercased()
            guard
                let rij = try Row.fetchOne(
                    tx.db, sql: "SELECT begrip_id, vervallen_op FROM begripswoord WHERE id = ?", arguments: [id]),
                rij["vervallen_op"] as String? == nil
            else { throw Failure.notFound(what: "begripswoord") }
            switch opdracht.stap {
            case .nagekeken:
                try tx.change("begripswoord", id: id, from: opdracht.versie, why: "nagekeken") { db in
                    try db.execute(
                        sql: "UPDATE begripswoord SET nagekeken_door = ?, nagekeken_op = ? WHERE id = ?",
                        arguments: [tx.actorText, tx.today.description, id])
                }
            case .vervallen:
                try tx.change("begripswoord", id: id, from: opdracht.versie, why: "vervallen") { db in
                    try db.execute(
                        sql: "UPDATE begripswoord SET vervallen_op = ? WHERE id = ?", arguments: [tx.nowText, id])
                }
                try Self.herindexeer(tx, begrip: rij["begrip_id"])
            }
            return Done()
        }
    }

    private static let begripvraag = """
        SELECT b.id, b.naam, (SELECT count(*) FROM begripswoord w WHERE w.begrip_id = b.id AND w.vervallen_op IS NULL) AS woorden,
          (SELECT count(*) FROM begripswoord w WHERE w.begrip_id = b.id AND w.vervallen_op IS NULL AND w.nagekeken_op IS NULL)
          AS concept
        FROM begrip b
        """

    private static func regel(_ rij: Row, _ soorten: [String: (soort: String, taxonomie: String?)]) throws -> Begripregel {
        let id: String = rij["id"]
        guard let begrip = UUID(uuidString: id) else { throw Failure.fault(reference: "begrip") }
        return Begripregel(
            begrip: begrip, naam: rij["naam"], soort: soorten[id]?.soort ?? "overig", woorden: rij["woorden"],
            nietNagekeken: rij["concept"])
    }

    /// A term may belong to every entry: they are done in pieces, by `Herindexeren`.
    private static func herindexeer(_ tx: Transaction, begrip: String) throws {
        try tx.db.execute(
            sql: """
                INSERT OR IGNORE INTO herindexering (nr)
                SELECT k.nr FROM voorziening_begrip k WHERE k.begrip = (SELECT nr FROM begrip WHERE id = ?)
                """, arguments: [begrip])
    }
}
