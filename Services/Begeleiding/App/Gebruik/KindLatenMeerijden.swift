// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

extension Dossierrij {
    /// A child came: it rides with whom intake named or with the first of the household, or waits for one.
    func zoekOuder(_ tx: Transaction) throws {
        let lopend = try Dossiers.lopendeTrajecten(tx.db, huishouden: huishouden, of: meerijdendWens)
        let keus = Meerijden.kies(
            wens: meerijdendWens, huishouden: huishouden,
            lopend: lopend.map { Meerijden.Kandidaat(dossier: $0.id, huishouden: $0.huishouden) })
        guard let hoofd = lopend.first(where: { $0.id == keus }) else {
            try Tijdlijn.voegToe(tx, id, op: tx.today, Tijdlijnfeit(.wachtOpOuder))
            return
        }
        try rijMee(tx, met: hoofd)
    }

    /// A traject began: children of the household who waited ride along, and those whom intake meant for this one.
    func neemKinderenMee(_ tx: Transaction, _ regels: Regels) throws {
        guard let hoofd = try Dossiers.vind(tx.db, id) else { return }
        for kind in try Dossiers.wachtendeKinderen(tx.db, huishouden: huishouden, wens: id) {
            try kind.rijMee(tx, met: hoofd)
            try Aandachtspunten.bijwerken(tx.db, kind.id, regels)
        }
    }

    /// Puts this child on the traject of an adult; the begeleider and the team come along.
    func rijMee(_ tx: Transaction, met hoofd: Dossierrij) throws {
        try tx.change("dossier", id: id.description, from: versie, why: "rijdt mee met een ouder of voogd") { db in
            try db.doe(
                "UPDATE dossier SET toestand = 'lopend', meerijdend_met = ?, traject = ?, team = ? WHERE id = ?",
                [hoofd.id.description, hoofd.traject.kolom(), hoofd.team.description, id.description])
        }
        try Tijdlijn.voegToe(tx, id, op: tx.today, Tijdlijnfeit(.meerijden))
        if let begeleider = hoofd.begeleider {
            try geefAan(tx, begeleider, team: hoofd.team)
        } else {
            try Aandachtspunten.volgDossier(tx.db, id)
        }
    }

    /// Gives this dossier to a begeleider, in place of who had it. Says nothing when that one has it already.
    func geefAan(_ tx: Transaction, _ begeleider: GebruikerID, team: TeamID) throws {
        guard let nu = try Dossiers.vind(tx.db, id), nu.begeleider != begeleider || nu.team != team else { return }
        try tx.change("dossier", id: id.description, from: nu.versie, why: "toegewezen") { db in
            try db.doe(
                "UPDATE dossier SET begeleider = ?, team = ?, toegewezen_op = ? WHERE id = ?",
                [begeleider.description, team.description, tx.today.description, id.description])
        }
        let toewijzing = tx.ids.next().uuidString.lowercased()
        try tx.db.doe(
            "INSERT INTO toewijzing (id, dossier, begeleider, team, van, door) VALUES (?, ?, ?, ?, ?, ?)",
            [
                toewijzing, id.description, begeleider.description, team.description, tx.today.description,
                tx.cause?.actor?.user.kolom(),
            ])
        // A transfer that was waiting for an answer has none to wait for any more.
        try Overdrachten.vervalt(tx, id, waarom: "dossier toegewezen")
        try Aandachtspunten.volgDossier(tx.db, id)
        try Afspraken.volgDossier(tx.db, id, was: nu.begeleider)
        try Tijdlijn.voegToe(tx, id, op: tx.today, Tijdlijnfeit(.toegewezen))
        try tx.emit(
            DossierToegewezen(dossier: id, huishouden: huishouden, gemeente: gemeente, begeleider: begeleider, team: team))
    }
}
