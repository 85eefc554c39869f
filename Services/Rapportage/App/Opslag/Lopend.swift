// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB

/// What still runs at the end of a traject and is known here alone: the referrals.
enum Lopend {
    struct Verwijzing: Sendable, Equatable {
        var id: String
        var leefgebied: Leefgebied
        var toestand: VerwijzingToestand
    }

    private static let loopt: Set<VerwijzingToestand> = [.verstuurd, .ontvangen, .wachtlijst, .geaccepteerd, .gestart]

    /// Referrals that are on their way or going on; drafts are nobody's business outside.
    static func verwijzingen(_ db: Database, _ dossier: DossierID) throws -> [Verwijzing] {
        try Row.fetchAll(
            db, sql: "SELECT id, leefgebied, toestand FROM verwijzing WHERE dossier = ? ORDER BY datum, id",
            arguments: [dossier.description]
        ).compactMap { row in
            guard let gebied = Leefgebied(rawValue: row["leefgebied"]),
                let toestand = VerwijzingToestand(rawValue: row["toestand"]), loopt.contains(toestand)
            else { return nil }
            return Verwijzing(id: row["id"], leefgebied: gebied, toestand: toestand)
        }
    }

    /// The paragraphs with a sentence about the referrals at the end of `lopend`.
    static func erbij(_ stukken: [Rapportinhoud.Paragraaf], _ verwijzingen: [Verwijzing]) -> [Rapportinhoud.Paragraaf] {
        guard !verwijzingen.isEmpty, let plek = stukken.firstIndex(where: { $0.code == "lopend" }) else { return stukken }
        var stukken = stukken
        let delen = verwijzingen.map { "\($0.leefgebied.naam.lowercased()) (\($0.toestand.naam.lowercased()))" }
        let zin = verwijzingen.count == 1 ? "Er loopt een verwijzing" : "Er lopen \(verwijzingen.count) verwijzingen"
        stukken[plek].tekst += " \(zin): \(delen.joined(separator: ", "))."
        stukken[plek].bronnen += verwijzingen.map {
            .init(
                soort: "verwijzing", id: $0.id,
                zin: "Verwijzing over \($0.leefgebied.naam.lowercased()): \($0.toestand.naam.lowercased()).")
        }
        return stukken
    }
}
