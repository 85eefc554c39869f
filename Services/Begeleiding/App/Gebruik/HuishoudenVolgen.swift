// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

extension HuishoudenGewijzigd {
    /// Somebody lives with others now: the own steps of the regeldag come along, those of the old household stay behind with
    /// who lives there, and who rides along rides with an adult of the own household where there is one.
    func volgen(_ tx: Transaction, _ regels: Regels) throws {
        guard let oud = try Dossiers.vind(tx.db, dossier) else { throw Failure.notFound(what: "dossier") }
        // Another role in the same household, or an answer to what is known already.
        guard oud.huishouden != huishouden else { return }
        try tx.change("dossier", id: dossier.description, from: oud.versie, why: "huishouden gewijzigd") { db in
            try db.doe("UPDATE dossier SET huishouden = ? WHERE id = ?", [huishouden.description, dossier.description])
        }
        if oud.eigenTraject, let traject = oud.traject {
            try tx.db.doe(
                "UPDATE traject SET huishouden = ? WHERE id = ?", [huishouden.description, traject.description])
        }
        try Tijdlijn.voegToe(tx, dossier, op: van, Tijdlijnfeit(.huishoudenGewijzigd))
        guard oud.toestand != .afgerond, let nu = try Dossiers.vind(tx.db, dossier) else { return }
        try nu.verhuisVanBord(tx, regels, uit: oud)
        if nu.eigenTraject {
            for kind in try Dossiers.meerijders(tx.db, van: dossier) where kind.huishouden != huishouden {
                try kind.rijMeeMetEigenHuishouden(tx, regels)
            }
            // Only who waits: a child that rides with somebody in its own household stays there.
            for kind in try Dossiers.wachtendeKinderen(tx.db, huishouden: huishouden, wens: dossier)
            where kind.toestand == .wacht {
                try kind.rijMeeMetEigenHuishouden(tx, regels)
            }
        } else {
            try nu.rijMeeMetEigenHuishouden(tx, regels)
        }
        try Aandachtspunten.bijwerken(tx.db, dossier, regels)
    }
}

extension Dossierrij {
    /// Takes the own steps to the board of the new household, leaves those of the old household to who stays there.
    fileprivate func verhuisVanBord(_ tx: Transaction, _ regels: Regels, uit oud: Dossierrij) throws {
        let opdracht = try regels.opdracht(opdracht)
        if let bord = try Regelzaken.bord(tx.db, huishouden: oud.huishouden) {
            try oud.draagHuishoudenOver(tx, regels)
            for zaak in try Regelzaken.zaken(tx.db, bord: bord.id) where zaak.drager == id && zaak.vanHuishouden {
                // Nobody took it over: there is no household there any more.
                try zaak.vervalt(tx, waarom: "het huishouden woont hier niet meer")
            }
            let nieuw =
                try Regelzaken.bord(tx.db, huishouden: huishouden)
                ?? Regelzaken.maakBord(tx.db, id: tx.ids.next(), huishouden: huishouden, opdracht: opdracht, op: tx.today)
            try tx.db.doe(
                "UPDATE regelzaak SET bord = ? WHERE bord = ? AND drager = ? AND van_huishouden = 0",
                [nieuw.id.uuidString.lowercased(), bord.id.uuidString.lowercased(), id.description])
        }
        try komtOpBord(tx, opdracht)
    }

    /// A child rides with an adult of its own household when there is one with a traject; otherwise it stays where it is: a
    /// guardian may live elsewhere.
    fileprivate func rijMeeMetEigenHuishouden(_ tx: Transaction, _ regels: Regels) throws {
        guard let kind = try Dossiers.vind(tx.db, id), !kind.eigenTraject, kind.toestand != .afgerond else { return }
        let lopend = try Dossiers.lopendeTrajecten(tx.db, huishouden: kind.huishouden, of: nil)
        guard let hoofd = lopend.first, !lopend.contains(where: { $0.id == kind.meerijdendMet }) else { return }
        try kind.rijMee(tx, met: hoofd)
        // From now on this is the adult that the child belongs with, also when the other starts again.
        try tx.db.doe("UPDATE dossier SET meerijdend_wens = ? WHERE id = ?", [hoofd.id.description, id.description])
        try Aandachtspunten.bijwerken(tx.db, id, regels)
    }
}

extension Regelzaakrij {
    /// An open step that need not be done any more.
    func vervalt(_ tx: Transaction, waarom: String) throws {
        guard toestand == .open else { return }
        try tx.change("regelzaak", id: id.description, from: versie, why: waarom) { db in
            try db.doe("UPDATE regelzaak SET toestand = 'niet-van-toepassing' WHERE id = ?", [id.description])
        }
    }
}

extension MeerijdenBekend {
    /// The child came before its parent: on whose traject it rides is known now.
    func volgen(_ tx: Transaction, _ regels: Regels) throws {
        guard let rij = try Dossiers.vind(tx.db, dossier) else { throw Failure.notFound(what: "dossier") }
        guard !rij.eigenTraject, rij.toestand != .afgerond, rij.meerijdendWens != meerijdendMet else { return }
        try tx.change("dossier", id: dossier.description, from: rij.versie, why: "ouder of voogd is bekend") { db in
            try db.doe(
                "UPDATE dossier SET meerijdend_wens = ? WHERE id = ?", [meerijdendMet.description, dossier.description])
        }
        guard rij.meerijdendMet == nil, let nu = try Dossiers.vind(tx.db, dossier),
            let hoofd = try Dossiers.vind(tx.db, meerijdendMet), hoofd.eigenTraject, hoofd.toestand == .lopend
        else { return }
        try nu.rijMee(tx, met: hoofd)
        try Aandachtspunten.bijwerken(tx.db, dossier, regels)
    }
}

extension WerdAchttien {
    /// A child became 18, or may have: the dossier says so. Whether there comes a traject is for the team leader to decide.
    func volgen(_ tx: Transaction, _ regels: Regels) throws {
        guard let rij = try Dossiers.vind(tx.db, dossier) else { throw Failure.notFound(what: "dossier") }
        guard !rij.eigenTraject, rij.toestand != .afgerond else { return }
        let vandaag = tx.today
        try tx.change("dossier", id: dossier.description, from: rij.versie, why: "18 jaar: \(zeker.rawValue)") { db in
            // Certain after perhaps is news: what was seen before does not cover it.
            try db.doe(
                "UPDATE dossier SET is_18 = ?, achttien_sinds = ? WHERE id = ?",
                [zeker.rawValue, vandaag.description, dossier.description])
        }
        try Tijdlijn.voegToe(
            tx, dossier, op: tx.today, Tijdlijnfeit(.werdAchttien, ["zeker": zeker.rawValue]))
        try Aandachtspunten.bijwerken(tx.db, dossier, regels)
    }
}
