// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB

/// The look at everybody, done before a change and beside the writer: most of the work of taking somebody in. The writer only
/// adds who came since.
struct Vooraf: Sendable {
    /// The last number of `zoekpersoon` that was looked at.
    fileprivate let tot: Int64
    fileprivate let gevonden: [Dubbelzoeker.Gelijkende]
}

extension Dubbelzoeker {
    /// More people than this came since: then looking again by key is less work.
    private static let sindsdien = 600

    /// In a snapshot, before the transaction.
    static func vooraf(_ db: Database, _ vraag: Dubbelvraag) throws -> Vooraf {
        let tot = try Int64.fetchOne(db.cachedStatement(sql: Vraagtekst.laatste)) ?? 0
        return Vooraf(tot: tot, gevonden: try gelijkenden(db, vraag, nil))
    }

    /// In the transaction: what was found before and is still so, and who came since. Whoever changes gets a new number, so
    /// that a higher number is the same as "new or changed".
    static func zoek(
        _ db: Database, _ vraag: Dubbelvraag, behalve eigen: DossierID?, na vooraf: Vooraf
    ) throws -> [Dubbelkandidaat] {
        var vondsten = try opNummer(db, vraag, eigen)
        let eerder = try vooraf.gevonden.filter { try staatEr(db, $0) }
        // Who was there before was compared with everything in hand; only a number that came since makes a difference.
        let metNummer = Set(eerder.filter(\.gelijkenis.heeftNummer).map(\.nr))
        vondsten = vondsten.filter { nr, vondst in
            nr > vooraf.tot || (vondst.raakvlak.heeftNummer && !metNummer.contains(nr))
        }
        guard try voegToe(db, vraag, na: vooraf.tot, aan: &vondsten) else { return try zoek(db, vraag, behalve: eigen) }
        let nieuw = try vergelijk(db, vraag, vondsten)
        let opnieuw = Set(nieuw.map(\.nr))
        return try kies(db, eerder.filter { !opnieuw.contains($0.nr) } + nieuw, eigen)
    }

    private static func staatEr(_ db: Database, _ gelijkende: Gelijkende) throws -> Bool {
        let select = try db.cachedStatement(sql: Vraagtekst.dossier)
        return try String.fetchOne(select, arguments: [gelijkende.nr]) == gelijkende.dossier.description
    }

    /// Adds who came after a number and shares a key. False: too many came.
    private static func voegToe(
        _ db: Database, _ vraag: Dubbelvraag, na tot: Int64, aan vondsten: inout [Int64: Vondst]
    ) throws -> Bool {
        let eigen = vraag.sleutels.map { (waarde: $0.waarde, soort: $0.soort) }.sorted { $0.waarde < $1.waarde }
        let rijen = try Row.fetchCursor(db.cachedStatement(sql: Vraagtekst.sindsdien), arguments: [tot, sindsdien + 1])
        var aantal = 0
        while let rij = try rijen.next() {
            aantal += 1
            guard aantal <= sindsdien else { return false }
            let nr: Int64 = rij["nr"]
            let geboren = Zoekdatum(cijfers: rij["geboren"])
            let gedeeld = try rij.withUnsafeData(atIndex: 2) { Zoekregister.gedeeld($0 ?? Data(), met: eigen) }
            for soort in gedeeld { vondsten[nr, default: Vondst(geboren: geboren)].vond(soort, 2) }
        }
        return true
    }
}

extension Dubbelzoeker {
    /// Whether there are candidates and none of them may be spoken of to the outside: then an outsider must not even hear
    /// that somebody looks like this.
    static func zijnAllenGestopt(_ db: Database, _ kandidaten: [Dubbelkandidaat]) throws -> Bool {
        try !kandidaten.isEmpty && kandidaten.allSatisfy { try !Uitwisselregister.magUitwisselen(db, $0.dossier) }
    }
}

/// The statements of the search, by themselves so that a test can see along which index each runs.
enum Vraagtekst {
    static let geboren = "SELECT nr, geboren FROM zoeksleutel WHERE sleutel = ? AND geboren BETWEEN ? AND ? LIMIT ?"
    static let ieder = "SELECT nr, geboren FROM zoeksleutel WHERE sleutel = ? LIMIT ?"
    static let nummer = """
        SELECT z.nr, z.geboren FROM kenmerk k JOIN zoekpersoon z ON z.dossier = k.dossier
        WHERE k.soort = ? AND k.waarde = ? AND k.dossier <> ? LIMIT \(Dubbelzoeker.maximaal)
        """
    static let mens = """
        SELECT z.dossier, z.geslacht, coalesce(p.naam, a.naam) AS naam,
            (SELECT group_concat(w.woord, ' ') FROM zoekwoord w WHERE w.dossier = z.dossier) AS woorden
        FROM zoekpersoon z LEFT JOIN persoon p ON p.id = z.dossier LEFT JOIN aanmelding a ON a.dossier = z.dossier
        WHERE z.nr = ?
        """
    static let soorten = "SELECT DISTINCT soort FROM kenmerk WHERE dossier = ?"
    static let laatste = "SELECT max(nr) FROM zoekpersoon"
    static let dossier = "SELECT dossier FROM zoekpersoon WHERE nr = ?"
    static let sindsdien = "SELECT nr, geboren, sleutels FROM zoekpersoon WHERE nr > ? ORDER BY nr LIMIT ?"
    static let alle = [geboren, ieder, nummer, mens, soorten, laatste, dossier, sindsdien]
}
