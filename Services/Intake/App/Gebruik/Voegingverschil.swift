// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

/// Those whom somebody with the same number may turn out to be, opened before the transaction: so that it can tell whether the
/// aanmelding says anything else than we have. Nearly nobody has such a number, and then nothing is read.
struct Voegingverschil: Sendable {
    private var geopend: [DossierID: (versie: Int, gegevens: Aanmeldgegevens)] = [:]

    init(_ vooraf: Vooraf, _ parts: IntakeParts) async throws {
        let gevonden = vooraf.metNummer
        guard !gevonden.isEmpty else { return }
        let wortels = try await parts.store.read { db in Set(try gevonden.map { try Samenvoegregister.wortel(db, $0) }) }
        for wortel in wortels {
            do {
                let persoon = try await PersoonOpenen(parts: parts)(wortel)
                geopend[wortel] = (persoon.rij.versie, persoon.gegevens)
            } catch Failure.notFound {
                // Waits itself, and is joined by nobody.
                continue
            }
        }
    }

    /// Whether somebody must look at what this aanmelding says beside the numbers. Who came or changed only just is looked at.
    func moetGezien(_ db: Database, _ gegevens: Aanmeldgegevens, bij dossier: DossierID) throws -> Bool {
        guard let open = geopend[dossier], try Persoonregister.vind(db, dossier)?.versie == open.versie else { return true }
        return !Gegevensverschil.bijVoegen(open.gegevens, gegevens).isEmpty
    }
}
