// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Zegel

/// A search key as the store knows it.
struct BlindeSleutel: Sendable, Hashable {
    var soort: Zoeksleutel.Soort
    var waarde: Int64
    var isAlgemeen: Bool
}

/// One person to look for doubles of. Made before the transaction, used in it.
struct Dubbelvraag: Sendable {
    let beeld: Vergelijkbeeld
    /// The numbers, and the whole name with the birth date.
    let kenmerken: [BlindKenmerk]
    let sleutels: [BlindeSleutel]
    let geslacht: Aanmeldgegevens.Geslacht?
    /// The name as the own row keeps it; empty when it is not known.
    let namen: String
    /// The folded words of the name in order, as `persoon` and the search box know them.
    let woorden: [String]
    private let index: BlindIndex
    private var eigen: (dossier: DossierID, geslacht: Int64)?

    init(_ gegevens: Aanmeldgegevens, _ index: BlindIndex) throws {
        try self.init(gegevens.client, sleutels: Zoeksleutel.alle(van: gegevens), index)
    }

    /// For who is not in a household yet: entry by hand.
    init(_ client: Aanmeldgegevens.Client, _ index: BlindIndex) throws {
        let sleutels = Zoeksleutel.alle(
            naam: client.naam, geboren: client.geboortedatum, telefoon: client.telefoon, huishouden: nil)
        try self.init(client, sleutels: sleutels, index)
    }

    private init(_ client: Aanmeldgegevens.Client, sleutels: [Zoeksleutel], _ index: BlindIndex) throws {
        let tekst = client.naam.map { Naamtekst($0) }
        namen = tekst?.tekst ?? ""
        beeld = Vergelijkbeeld(namen: tekst.map { Naamketting($0) }, geboren: client.geboortedatum)
        kenmerken = try index.kenmerken(van: client)
        self.sleutels = try sleutels.map {
            BlindeSleutel(
                soort: $0.soort, waarde: try index.value($0.tekst, field: $0.soort.rawValue).getal, isAlgemeen: $0.isAlgemeen)
        }
        geslacht = client.geslacht == .onbekend ? nil : client.geslacht
        woorden = Self.woorden(van: client.naam)
        self.index = index
    }

    /// The keys in the order to look along them: what people share beside their names comes first, since then somebody of another
    /// age may be one all the same.
    var zoekvolgorde: some Sequence<BlindeSleutel> { sleutels.reversed() }

    var geboren: Zoekdatum { Zoekdatum(beeld.geboren) }
    var heeftBSN: Bool { kenmerken.contains { $0.soort == .bsn } }
    var heeftVnummer: Bool { kenmerken.contains { $0.soort == .vnummer } }

    static func woorden(van naam: Naam?) -> [String] { naam?.zoekwoorden.sorted() ?? [] }

    /// The same with what its own row will hold, so that the transaction need not compute it.
    func gereed(voor dossier: DossierID) throws -> Dubbelvraag {
        var vraag = self
        vraag.eigen = (dossier, try blindGeslacht(geslacht, dossier.description))
        return vraag
    }

    /// The own sex as the row of this dossier keeps it.
    func eigenGeslacht(voor dossier: DossierID) throws -> Int64 {
        if let eigen, eigen.dossier == dossier { return eigen.geslacht }
        return try blindGeslacht(geslacht, dossier.description)
    }

    /// The sex as one row keeps it: bound to the dossier, so that rows tell nothing side by side. 0 when it is not known.
    func blindGeslacht(_ geslacht: Aanmeldgegevens.Geslacht?, _ dossier: String) throws -> Int64 {
        guard let geslacht else { return 0 }
        return try index.value("\(dossier) \(geslacht.rawValue)", field: "zoek-geslacht").getal
    }
}

extension Data {
    /// The first eight bytes as a number, for a column of the smallest size.
    fileprivate var getal: Int64 { Int64(bitPattern: prefix(8).reduce(0) { $0 << 8 | UInt64($1) }) }
}
