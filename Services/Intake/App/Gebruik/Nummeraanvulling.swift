// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Opslag

/// Numbers that came later, in an aanmelding that joined the dossier. They stay in that aanmelding and are read along, so
/// that taking the merge back takes them away again.
struct Nummeraanvulling: Sendable {
    let parts: IntakeParts

    /// The gegevens of a person with the numbers that they lack, as far as an aanmelding that joined has them.
    func vul(aan gegevens: Aanmeldgegevens, van dossier: DossierID) async throws -> Aanmeldgegevens {
        guard gegevens.client.bsn == nil || gegevens.client.vnummer == nil else { return gegevens }
        let bijgevoegd = try await parts.store.read { db in
            try Samenvoegregister.aanmeldingen(db, bij: dossier).compactMap { rij -> (DossierID, Data)? in
                guard let aanmelding = rij.aanmelding, let sealed = try Aanmeldingregister.verzegeld(db, aanmelding) else {
                    return nil
                }
                return (rij.volgend, sealed)
            }
        }
        var gegevens = gegevens
        for (eigenaar, sealed) in bijgevoegd {
            let later = try Verzegeling.open(sealed, .aanmelding, eigenaar, try await parts.kluis.key(for: eigenaar))
            gegevens.client.bsn = gegevens.client.bsn ?? later.client.bsn
            gegevens.client.vnummer = gegevens.client.vnummer ?? later.client.vnummer
        }
        return gegevens
    }
}
