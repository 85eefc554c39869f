// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// Numbers that came later, in an aanmelding that joined the dossier. They stay in that aanmelding and are read along, so
/// that taking the merge back takes them away again.
struct Nummeraanvulling: Sendable {
    /// The sealed aanmeldingen that joined, with whose they are.
    private let bijgevoegd: [(eigenaar: DossierID, sealed: Data)]

    init(_ db: Database, van dossier: DossierID) throws {
        bijgevoegd = try Samenvoegregister.aanmeldingen(db, bij: dossier).compactMap { rij in
            guard let aanmelding = rij.aanmelding, let sealed = try Aanmeldingregister.verzegeld(db, aanmelding) else {
                return nil
            }
            return (rij.volgend, sealed)
        }
    }

    /// The gegevens of a person with the numbers that they lack, as far as an aanmelding that joined has them.
    func vul(aan gegevens: Aanmeldgegevens, _ kluis: any Sleutelkluis) async throws -> Aanmeldgegevens {
        var gegevens = gegevens
        for (eigenaar, sealed) in bijgevoegd where gegevens.client.bsn == nil || gegevens.client.vnummer == nil {
            let later = try Verzegeling.open(sealed, .aanmelding, eigenaar, try await kluis.key(for: eigenaar))
            gegevens.client.bsn = gegevens.client.bsn ?? later.client.bsn
            gegevens.client.vnummer = gegevens.client.vnummer ?? later.client.vnummer
        }
        return gegevens
    }
}
