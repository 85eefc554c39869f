// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Zegel

/// Seals the gegevens of one person. The context binds the bytes to their table and dossier: moved elsewhere they do not
/// open.
///
/// A BSN lies in a part of its own, sealed apart (domein.md 10; decision 0053): who reads a name or an address does not open
/// it. Layout: without a BSN the sealed gegevens as they are; with one byte 2, the length of the sealed gegevens (four bytes,
/// highest first), those, and the sealed numbers.
enum Verzegeling {
    enum Plaats: String { case aanmelding, persoon, wijziging }

    static func sluit(_ gegevens: Aanmeldgegevens, _ plaats: Plaats, _ dossier: DossierID, _ key: SealKey) throws -> Data {
        try sluit(try Delen(gegevens), plaats, dossier, key)
    }

    /// For several places at once; written out only once.
    static func sluit(
        _ gegevens: Aanmeldgegevens, _ plaatsen: [Plaats], _ dossier: DossierID, _ key: SealKey
    ) throws -> [Data] {
        let delen = try Delen(gegevens)
        return try plaatsen.map { try sluit(delen, $0, dossier, key) }
    }

    /// All of it, the BSN included: for who changes it, compares it, or may see the number.
    static func open(_ verzegeld: Data, _ plaats: Plaats, _ dossier: DossierID, _ key: SealKey) throws -> Aanmeldgegevens {
        let (basis, nummers) = try splits(verzegeld)
        var gegevens: Aanmeldgegevens = try lees(basis, context(plaats, dossier), key)
        if let nummers { try lees(nummers, context(plaats, dossier, "bsn"), key, als: Nummers.self).vul(&gegevens) }
        return gegevens
    }

    /// Only to read: what this gives must not be sealed again, for the BSN would be lost.
    static func zonderBSN(_ verzegeld: Data, _ plaats: Plaats, _ dossier: DossierID, _ key: SealKey) throws -> Aanmeldgegevens {
        var gegevens: Aanmeldgegevens = try lees(try splits(verzegeld).basis, context(plaats, dossier), key)
        // What was sealed before the numbers lay apart still holds them.
        _ = Nummers(uit: &gegevens)
        return gegevens
    }

    private static let metNummers: UInt8 = 2
    private static let kop = 5

    private static func sluit(_ delen: Delen, _ plaats: Plaats, _ dossier: DossierID, _ key: SealKey) throws -> Data {
        let basis = try Seal.seal(delen.basis, with: key, context: context(plaats, dossier))
        guard let nummers = delen.nummers else { return basis }
        var alles = Data([metNummers])
        withUnsafeBytes(of: UInt32(basis.count).bigEndian) { alles.append(contentsOf: $0) }
        return alles + basis + (try Seal.seal(nummers, with: key, context: context(plaats, dossier, "bsn")))
    }

    private static func splits(_ verzegeld: Data) throws -> (basis: Data, nummers: Data?) {
        guard verzegeld.first == metNummers else { return (verzegeld, nil) }
        let lengte = verzegeld.dropFirst().prefix(kop - 1).reduce(0) { $0 << 8 | Int($1) }
        let rest = verzegeld.dropFirst(kop)
        guard verzegeld.count > kop, lengte < rest.count else { throw SealError.unreadable }
        return (Data(rest.prefix(lengte)), Data(rest.dropFirst(lengte)))
    }

    private static func lees<Value: Codable & Sendable>(
        _ verzegeld: Data, _ context: String, _ key: SealKey, als _: Value.Type = Value.self
    ) throws -> Value {
        try MessageCoding.decode(from: try Seal.open(verzegeld, with: key, context: context))
    }

    private static func context(_ plaats: Plaats, _ dossier: DossierID, _ deel: String = "gegevens") -> String {
        "\(plaats.rawValue).\(deel):\(dossier)"
    }
}

/// Gegevens written out in the two parts that are sealed apart.
private struct Delen {
    let basis: Data
    /// Nil when there is no BSN.
    let nummers: Data?

    init(_ gegevens: Aanmeldgegevens) throws {
        var basis = gegevens
        let nummers = Nummers(uit: &basis)
        self.basis = try MessageCoding.encode(basis)
        self.nummers = try nummers.map { try MessageCoding.encode($0) }
    }
}

/// The BSNs in the gegevens of one person: the own one, and that of who is named as parent or guardian.
private struct Nummers: Codable, Sendable {
    var client: BSN?
    var ouderOfVoogd: BSN?

    /// Takes them out; nil when there are none.
    init?(uit gegevens: inout Aanmeldgegevens) {
        (client, ouderOfVoogd) = (gegevens.client.bsn, gegevens.ouderOfVoogd?.bsn)
        if client == nil, ouderOfVoogd == nil { return nil }
        gegevens.client.bsn = nil
        gegevens.ouderOfVoogd?.bsn = nil
    }

    func vul(_ gegevens: inout Aanmeldgegevens) {
        if let client { gegevens.client.bsn = client }
        if let ouderOfVoogd { gegevens.ouderOfVoogd?.bsn = ouderOfVoogd }
    }
}
