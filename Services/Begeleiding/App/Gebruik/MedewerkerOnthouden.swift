// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

extension GebruikerGewijzigd {
    /// Remembers to whom a dossier may be given.
    func onthouden(_ tx: Transaction) throws {
        try Medewerkers.zet(
            tx.db, gebruiker, begeleidt: !rollen.isDisjoint(with: [.begeleider, .vrijwilliger]), team: team, actief: actief)
    }
}
