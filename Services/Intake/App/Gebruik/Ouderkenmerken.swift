// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Zegel

/// By what the parent or guardian of a child is looked up. Made before the transaction, used in it.
struct Ouderkenmerken: Sendable {
    private let aanmelding: AanmeldingID?
    private let nummers: [BlindKenmerk]

    init(_ verwijzing: Aanmeldgegevens.Persoonsverwijzing?, _ index: BlindIndex) throws {
        aanmelding = verwijzing?.aanmelding
        nummers = try [
            verwijzing?.bsn.map { Kenmerk(soort: .bsn, tekst: $0.waarde) },
            verwijzing?.vnummer.map { Kenmerk(soort: .vnummer, tekst: $0.waarde) },
        ].compactMap(\.self).map(index.kenmerk)
    }

    /// The parent's dossier; nil while the parent is not there yet. Only within the same gemeente: a message of one gemeente
    /// must not reach into the people of another.
    func dossier(_ db: Database, gemeente: Gemeentecode) throws -> DossierID? {
        var found: DossierID?
        if let aanmelding {
            found = try String.fetchOne(
                db.cachedStatement(sql: "SELECT p.id FROM aanmelding a JOIN persoon p ON p.id = a.dossier WHERE a.id = ?"),
                arguments: [aanmelding.description]
            ).flatMap { DossierID($0) }
        }
        for nummer in nummers where found == nil { found = try Kenmerkregister.persoon(db, nummer) }
        guard let found, try Persoonregister.vind(db, found)?.gemeente == gemeente.waarde else { return nil }
        return found
    }
}
