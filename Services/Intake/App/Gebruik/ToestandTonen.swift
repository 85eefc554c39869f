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

    /// The rows as the sender may see them: that somebody may be a double of a person who was put out of exchange would
    /// tell that we know that person.
    private static func zonderGestopten(_ db: Database, _ rijen: [Aanmeldingrij]) throws -> [Aanmeldingrij] {
        try rijen.map { rij in
            guard rij.redenen.contains(Controlereden.mogelijkDubbel.rawValue) else { return rij }
            let kandidaten = try Aanmeldingenlijst.kandidaten(db, rij.id)
            guard !kandidaten.isEmpty, !kandidaten.contains(where: \.feiten.uitwisselbaar) else { return rij }
            var rij = rij
            rij.redenen.removeAll { $0 == Controlereden.mogelijkDubbel.rawValue }
            return rij
        }
    }

    func een(_ id: AanmeldingID, oin: OIN, gemeenten: Set<String>) async throws -> Stand {
        let stand = try await parts.store.read { db -> Stand? in
            guard let gevonden = try Aanmeldingregister.vind(db, id), gevonden.oin == oin.waarde,
                gemeenten.contains(gevonden.gemeente), gevonden.uitwisselbaar,
                let rij = try Self.zonderGestopten(db, [gevonden]).first
            else { return nil }
            return Stand(
                rij: rij, dossiernummer: try Samenvoegregister.persoon(db, rij.dossier)?.dossiernummer,
                wijziging: try Wijzigingenlijst.laatste(db, id),
                traject: try Uitwisselregister.magUitwisselen(db, rij.dossier) ? Trajectstanden.vind(db, rij.dossier) : nil)
        }
        guard let stand else { throw Failure.notFound(what: "aanmelding") }
        return stand
    }

    /// A page by the moment of the last news, and where the next one begins.
    func lijst(
        oin: OIN, gemeenten: Set<String>, vanaf: Aanmeldingenlijst.Vanaf?, aantal: Int
    ) async throws -> (rijen: [Aanmeldingrij], volgende: Aanmeldingenlijst.Vanaf?) {
        let rijen = try await parts.store.read {
            try Self.zonderGestopten(
                $0,
                Aanmeldingenlijst.vanAfzender(
                    $0, oin: oin.waarde, gemeenten: gemeenten, vanaf: vanaf, aantal: aantal + 1))
        }
        let shown = Array(rijen.prefix(aantal))
        let next =
            rijen.count > aantal
            ? shown.last.map { Aanmeldingenlijst.Vanaf(nieuwsOp: $0.nieuwsOp, id: $0.id.description) } : nil
        return (shown, next)
    }
}
