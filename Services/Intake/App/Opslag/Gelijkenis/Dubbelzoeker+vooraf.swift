// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag
import Synchronization

/// The look at everybody, done before a change and beside the writer: most of the work of taking somebody in. The writer only
/// adds who came since.
struct Vooraf: Sendable {
    /// The last number of `zoekpersoon` that was looked at.
    fileprivate let tot: Int64
    fileprivate let gevonden: [Dubbelzoeker.Gelijkende]

    /// Who has one of the numbers.
    var metNummer: [DossierID] { gevonden.filter(\.gelijkenis.heeftNummer).map(\.dossier) }
}

/// Who came since a look at everybody, by key. What it read it keeps for the next one of the same transaction, so that the
/// hundred rows of a batch do not each read the others.
final class Sindsdien: Sendable {
    /// When more people than this came since, looking again by key is less work.
    private let maximaal: Int

    private struct Stand {
        var transactie: Int?
        /// The numbers above `na` up to and including `tot` were read.
        var na: Int64 = 0
        var tot: Int64 = 0
        var aantal = 0
        var nummers: [Int64: [Int64]] = [:]
        var geboren: [Int64: Zoekdatum] = [:]
    }
    private let stand = Mutex(Stand())

    /// - Parameter aantal: how many look together: what one of them reads the others need not.
    init(voor aantal: Int = 1) { maximaal = 600 + 4 * aantal }

    /// The same in this transaction: what another one read may have been taken back.
    func `in`(_ transactie: Int) -> Sindsdien {
        stand.withLock { if $0.transactie != transactie { $0 = Stand(transactie: transactie) } }
        return self
    }

    /// Adds who came after a number and shares a key. False: too many came.
    fileprivate func voegToe(
        _ db: Database, _ vraag: Dubbelvraag, na nr: Int64, aan vondsten: inout [Int64: Dubbelzoeker.Vondst]
    ) throws -> Bool {
        try stand.withLock { stand in
            if stand.aantal == 0 || nr < stand.na { stand = Stand(transactie: stand.transactie, na: nr, tot: nr) }
            try db.each(Vraagtekst.sindsdien, stand.tot, maximaal + 1 - stand.aantal) { rij in
                stand.tot = rij.integer(0)
                stand.aantal += 1
                stand.geboren[stand.tot] = Zoekdatum(cijfers: Int(rij.integer(1)))
                for waarde in rij.withBytes(2, Zoekregister.lees) { stand.nummers[waarde, default: []].append(stand.tot) }
            }
            guard stand.aantal <= maximaal else { return false }
            for sleutel in vraag.zoekvolgorde {
                for gevonden in stand.nummers[sleutel.waarde] ?? [] where gevonden > nr {
                    let geboren = stand.geboren[gevonden] ?? Zoekdatum(cijfers: 0)
                    Dubbelzoeker.noteer(gevonden, geboren, sleutel.soort, 2, vraag, &vondsten)
                }
            }
            return true
        }
    }
}

extension Dubbelzoeker {
    /// In a snapshot, before the transaction.
    static func vooraf(_ db: Database, _ vraag: Dubbelvraag) throws -> Vooraf {
        let tot = try db.first(Vraagtekst.laatste) { $0.integer(0) } ?? 0
        return Vooraf(tot: tot, gevonden: try gelijkenden(db, vraag, nil))
    }

    /// In the transaction: what was found before and is still so, and who came since. Whoever changes gets a new number, so
    /// that a higher number is the same as "new or changed".
    static func zoek(
        _ db: Database, _ vraag: Dubbelvraag, behalve eigen: DossierID?, na vooraf: Vooraf, sinds: Sindsdien = Sindsdien()
    ) throws -> [Dubbelkandidaat] {
        var vondsten = try opNummer(db, vraag, eigen)
        let eerder = try vooraf.gevonden.filter { try staatEr(db, $0) }
        // Who was there before was compared with everything in hand; only a number that came since makes a difference.
        let metNummer = Set(eerder.filter(\.gelijkenis.heeftNummer).map(\.nr))
        vondsten = vondsten.filter { nr, vondst in
            nr > vooraf.tot || (vondst.raakvlak.heeftNummer && !metNummer.contains(nr))
        }
        guard try sinds.voegToe(db, vraag, na: vooraf.tot, aan: &vondsten) else { return try zoek(db, vraag, behalve: eigen) }
        let nieuw = try vergelijk(db, vraag, vondsten)
        let opnieuw = Set(nieuw.map(\.nr))
        return try kies(db, eerder.filter { !opnieuw.contains($0.nr) } + nieuw, eigen)
    }

    private static func staatEr(_ db: Database, _ gelijkende: Gelijkende) throws -> Bool {
        try db.first(Vraagtekst.dossier, gelijkende.nr) { $0.text(0) } == gelijkende.dossier.description
    }
}

/// The statements of the search, by themselves so that a test can see along which index each runs.
enum Vraagtekst {
    static let geboren =
        Aanwas.sleutels.beide("nr, geboren", waar: "sleutel = ?1 AND geboren BETWEEN ?2 AND ?3") + " LIMIT ?4"
    static let ieder = Aanwas.sleutels.beide("nr, geboren", waar: "sleutel = ?1") + " LIMIT ?2"
    static let nummer = """
        SELECT z.nr, z.geboren FROM kenmerk k JOIN zoekpersoon z ON z.dossier = k.dossier
        WHERE k.soort = ? AND k.waarde = ? AND k.dossier <> ? LIMIT \(Dubbelzoeker.maximaal)
        """
    static let mens = "SELECT dossier, geslacht, namen FROM zoekpersoon WHERE nr = ?"
    static let soorten = "SELECT DISTINCT soort FROM kenmerk WHERE dossier = ?"
    static let laatste = "SELECT max(nr) FROM zoekpersoon"
    static let dossier = "SELECT dossier FROM zoekpersoon WHERE nr = ?"
    static let sindsdien = "SELECT nr, geboren, sleutels FROM zoekpersoon WHERE nr > ? ORDER BY nr LIMIT ?"
    static let alle = [geboren, ieder, nummer, mens, soorten, laatste, dossier, sindsdien]
}
