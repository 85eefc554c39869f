// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// Somebody who is a client or waits, as a list of candidates names them.
struct Bekende: Sendable {
    var dossier: DossierID
    var isClient: Bool
    var aanmelding: AanmeldingID?
    var dossiernummer: String?
    var naam: String
    var geboortedatum: String
    var versie: Int
    /// What the policy must know.
    var feiten: Facts
}

extension Aanmeldingenlijst {
    static func bekende(_ db: Database, _ dossier: DossierID) throws -> Bekende? {
        if let persoon = try Persoonregister.vind(db, dossier) {
            return Bekende(
                dossier: dossier, isClient: true, dossiernummer: persoon.dossiernummer, naam: persoon.naam,
                geboortedatum: persoon.geboortedatum, versie: persoon.versie, feiten: persoon.feiten)
        }
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(Aanmeldingrij.kolommen) FROM aanmelding a WHERE a.dossier = ?"),
            arguments: [dossier.description])
        guard let rij = try row.map(Aanmeldingrij.init) else { return nil }
        return Bekende(
            dossier: dossier, isClient: false, aanmelding: rij.id, naam: rij.naam, geboortedatum: rij.geboortedatum,
            versie: rij.versie, feiten: rij.feiten)
    }
}

extension Persoonregister {
    /// The folded words of a name, as the search box keeps them, in the order of the shown name as far as they are in it.
    static func woorden(_ db: Database, _ dossier: DossierID) throws -> [String] {
        try db.first("SELECT naam, zoekwoorden FROM persoon WHERE id = ?", dossier) { rij in
            let (getoond, alle) = (Zoektekst.woorden(rij.text(0)), rij.text(1).split(separator: " ").map(String.init))
            return getoond.filter(alle.contains) + alle.filter { !getoond.contains($0) }
        } ?? []
    }
}

extension Kenmerkregister {
    /// BSN and V-nummer of one person, blind.
    static func nummers(_ db: Database, _ dossier: DossierID) throws -> [BlindKenmerk] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT soort, waarde FROM kenmerk WHERE dossier = ?"), arguments: [dossier.description]
        )
        .compactMap { row in
            guard let soort = Kenmerk.Soort(rawValue: row["soort"]), soort != .naamDatum else { return nil }
            return BlindKenmerk(soort: soort, waarde: row["waarde"])
        }
    }

    static func heeftIemand(_ db: Database, _ kenmerk: BlindKenmerk) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM kenmerk WHERE soort = ? AND waarde = ?)"),
            arguments: [kenmerk.soort.rawValue, kenmerk.waarde]) ?? false
    }
}
