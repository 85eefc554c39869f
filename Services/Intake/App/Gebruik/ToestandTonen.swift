// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag
import Toegang

/// How it stands with what a gemeente handed over. Only what the asker sent itself, for the gemeenten of its token;
/// anything else is not there.
struct ToestandTonen: Sendable {
    let parts: IntakeParts

    struct Stand: Sendable {
        var rij: Aanmeldingrij
        /// Nil for who is no client, and in lists.
        var dossiernummer: String?
        /// How it stands with the newest change of somebody who is a client already.
        var wijziging: Wijzigingtoestand?
        /// Nil where there is none, in lists, and when nothing about this person may be exchanged.
        var traject: Trajectstand?
    }

    /// The row as the sender may see it.
    private static func voorBuiten(_ rij: Aanmeldingrij) -> Aanmeldingrij {
        var rij = rij
        rij.redenen = rij.redenen.map(Controlereden.voorBuiten)
        return rij
    }

    /// The days of the traject; those of the reports only while the gemeente can open them.
    private static func traject(_ db: Database, _ dossier: DossierID) throws -> Trajectstand? {
        guard try Uitwisselregister.magUitwisselen(db, dossier), var stand = try Trajectstanden.vind(db, dossier) else {
            return nil
        }
        if try !Uitwisselregister.gestopt(db, [dossier], metHuishouden: true).isEmpty {
            (stand.rapportOp, stand.overdrachtOp) = (nil, nil)
        }
        return stand
    }

    func een(_ id: AanmeldingID, oin: OIN, gemeenten: Set<String>) async throws -> Stand {
        let stand = try await parts.store.read { db -> Stand? in
            guard let gevonden = try Aanmeldingregister.vind(db, id), gevonden.oin == oin.waarde,
                gemeenten.contains(gevonden.gemeente), gevonden.uitwisselbaar
            else { return nil }
            let rij = Self.voorBuiten(gevonden)
            return Stand(
                rij: rij, dossiernummer: try Samenvoegregister.persoon(db, rij.dossier)?.dossiernummer,
                wijziging: try Wijzigingenlijst.laatste(db, id),
                traject: try Self.traject(db, rij.dossier))
        }
        guard let stand else { throw Failure.notFound(what: "aanmelding") }
        return stand
    }

    /// A page by the moment of the last news, and where the next one begins.
    func lijst(
        oin: OIN, gemeenten: Set<String>, vanaf: Aanmeldingenlijst.Vanaf?, aantal: Int
    ) async throws -> (rijen: [Aanmeldingrij], volgende: Aanmeldingenlijst.Vanaf?) {
        let rijen = try await parts.store.read {
            try Aanmeldingenlijst.vanAfzender(
                $0, oin: oin.waarde, gemeenten: gemeenten, vanaf: vanaf, aantal: aantal + 1
            ).map(Self.voorBuiten)
        }
        let shown = Array(rijen.prefix(aantal))
        let next =
            rijen.count > aantal
            ? shown.last.map { Aanmeldingenlijst.Vanaf(nieuwsOp: $0.nieuwsOp, id: $0.id.description) } : nil
        return (shown, next)
    }
}
