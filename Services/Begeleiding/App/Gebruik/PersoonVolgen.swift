// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

extension PersoonGewijzigd {
    /// Facts about somebody changed: the dossier follows them, and what hangs on the day of housing is computed anew.
    func volgen(_ tx: Transaction, _ regels: Regels) throws {
        guard let oud = try Dossiers.vind(tx.db, dossier) else { throw Failure.notFound(what: "dossier") }
        try tx.change("dossier", id: dossier.description, from: oud.versie, why: "gegevens gewijzigd") { db in
            try db.doe(
                """
                UPDATE dossier SET doelgroep = ?, verblijfsvorm = ?, datum_huisvesting = ?, is_18 = ?, wordt_18_in = ?,
                    factureerbaar = ?, spreektaal = ?, tolk_nodig = ?, postcode4 = ? WHERE id = ?
                """,
                [
                    doelgroep.rawValue, verblijfsvorm.rawValue, datumHuisvesting.kolom(), is18.rawValue, wordt18In,
                    factureerbaar, spreektaal, tolkNodig, postcode4, dossier.description,
                ])
        }
        if is18 == .nee {
            // Another birth date: when the day comes it is told again.
            try tx.db.doe("UPDATE dossier SET achttien_sinds = NULL WHERE id = ?", [dossier.description])
        }
        guard oud.toestand != .afgerond, let nu = try Dossiers.vind(tx.db, dossier) else { return }
        let opdracht = try regels.opdracht(nu.opdracht)
        if eigenTraject && !oud.eigenTraject {
            try nu.krijgtEigenTraject(tx, regels, opdracht)
        } else {
            try nu.volgWoning(tx, regels, opdracht, was: oud)
        }
        try Aandachtspunten.bijwerken(tx.db, dossier, regels)
    }
}

extension Dossierrij {
    /// Who rode along is 18 and goes on alone: a traject from today.
    fileprivate func krijgtEigenTraject(_ tx: Transaction, _ regels: Regels, _ opdracht: Opdracht) throws {
        let vandaag = tx.today
        try tx.change("dossier", id: id.description, from: versie, why: "eigen traject") { db in
            try db.doe(
                """
                UPDATE dossier SET eigen_traject = 1, toestand = 'wacht', traject = NULL, meerijdend_met = NULL,
                    meerijdend_wens = NULL, geaccepteerd_op = ? WHERE id = ?
                """, [vandaag.description, id.description])
        }
        guard let nu = try Dossiers.vind(tx.db, id),
            var klok = Trajectklok.bereken(opdracht, ankers: [.huisvesting: vandaag, .acceptatie: vandaag])
        else { throw Failure.notFound(what: "dossier") }
        klok.start.waarom =
            "Deze persoon kreeg een eigen traject en liep tot die dag mee met ouder of voogd. De klok loopt vanaf \(vandaag.voluit). Bron: plaatselijke praktijk, te bevestigen."
        try nu.startTraject(tx, opdracht, klok: klok)
        try Dossiers.vind(tx.db, id)?.komtOpBord(tx, opdracht)
    }

    /// A day from which terms run became known or was corrected: the clock and the steps that are not done count from it.
    func rekenOpnieuw(_ tx: Transaction, _ regels: Regels, _ opdracht: Opdracht) throws {
        try herrekenStappen(tx, why: "een dag waarop de termijn begint is gewijzigd")
        let opnieuwBegonnen = try TweedeStarten.van(tx.db, id) != nil
        guard eigenTraject, !opnieuwBegonnen, let traject, let rij = try Trajecten.vind(tx.db, traject), rij.loopt else { return }
        let contract = try regels.opdracht(rij.opdracht)
        let ankers = try ankers(tx.db, metEersteContact: contract.traject.anker == .eersteContact)
        guard let klok = Trajectklok.bereken(contract, ankers: ankers.dagen), let basis = try Klokken.basis(tx.db, traject) else {
            return
        }
        var nieuw = klok
        // What intake told at the acceptance stays.
        nieuw.eersteContact = basis.eersteContact
        guard nieuw != basis else { return }
        try Klokken.zetBasis(tx.db, traject, nieuw)
        try rij.werkKlokBij(tx, regels, aanleiding: "huisvesting")
    }

    /// Where the contract lets the clock begin at the first contact, it begins there once that is written down.
    func volgEersteContact(_ tx: Transaction, _ regels: Regels) throws {
        guard eigenTraject, toestand == .lopend, let contract = try? regels.opdracht(opdracht),
            contract.traject.anker == .eersteContact
        else { return }
        try rekenOpnieuw(tx, regels, contract)
    }
}
