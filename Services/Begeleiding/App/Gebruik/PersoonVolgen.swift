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
        guard oud.toestand != .afgerond, let nu = try Dossiers.vind(tx.db, dossier) else { return }
        let opdracht = try regels.opdracht(nu.opdracht)
        if eigenTraject && !oud.eigenTraject {
            try nu.krijgtEigenTraject(tx, regels, opdracht)
        } else if TweedeStart.geldt(
            opdracht.traject.tweedeStart, van: oud.verblijfsvorm, naar: verblijfsvorm, op: datumHuisvesting),
            let dag = datumHuisvesting
        {
            try nu.beginOpnieuw(tx, regels, opdracht, van: oud.verblijfsvorm, op: dag)
        } else if oud.datumHuisvesting != datumHuisvesting {
            try nu.rekenOpnieuw(tx, regels, opdracht)
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

    /// From temporary housing to the own home: a second regeldag, and the clock as the contract says.
    fileprivate func beginOpnieuw(
        _ tx: Transaction, _ regels: Regels, _ opdracht: Opdracht, van vorm: Verblijfsvorm, op dag: Datum
    ) throws {
        let bekend = try tx.db.aantal(
            "SELECT count(*) FROM tweede_start WHERE dossier = ? AND op = ?", [id.description, dag.description])
        guard bekend == 0 else { return }
        // The key that was written down is that of the old place.
        if let sleutel = try Ankerdagen.van(tx.db, id)[.sleutel], sleutel.dag != nil {
            try tx.change("ankerdag", id: Ankerdagen.id(id, .sleutel), from: sleutel.versie, why: "tweede start") { db in
                try Ankerdagen.zet(db, id, .sleutel, nil)
            }
        }
        try tweedeBord(tx, opdracht, op: dag)
        try Tijdlijn.voegToe(
            tx, id, op: dag, Tijdlijnfeit(.tweedeStart, ["dag": dag.description, "van": vorm.rawValue]))
        guard eigenTraject, let traject, let rij = try Trajecten.vind(tx.db, traject), rij.loopt,
            let basis = try Klokken.basis(tx.db, traject)
        else { return }
        // A pause for waiting on the home ends with it.
        try tx.db.doe(
            "UPDATE pauze SET tot = ? WHERE traject = ? AND tot IS NULL AND ingetrokken_op IS NULL",
            [dag.adding(days: -1).description, traject.description])
        let klok = TweedeStart.klok(basis, opdracht, van: vorm, op: dag)
        try Klokken.zetBasis(tx.db, traject, klok)
        try rij.werkKlokBij(tx, regels, aanleiding: "tweede-start")
    }

    /// The first of the household makes the board; who follows comes on it. Open steps of the old board come along, those
    /// that must be done again for the new home begin anew.
    private func tweedeBord(_ tx: Transaction, _ opdracht: Opdracht, op dag: Datum) throws {
        let codes = Set(opdracht.traject.tweedeStart?.regelzaken ?? [])
        guard let nu = try Regelzaken.bord(tx.db, huishouden: huishouden) else { return try komtOpBord(tx, opdracht) }
        let gemaakt = try tx.db.aantal(
            """
            SELECT count(*) FROM tweede_start s JOIN dossier d ON d.id = s.dossier
            WHERE s.bord = ? AND s.op = ? AND d.huishouden = ?
            """, [nu.id.uuidString.lowercased(), dag.description, huishouden.description])
        let oud = gemaakt > 0 ? try Regelzaken.vorig(tx.db, nu) : nu
        let nieuw =
            gemaakt > 0
            ? nu
            : try Regelzaken.maakBord(
                tx.db, id: tx.ids.next(), huishouden: huishouden, opdracht: opdracht, op: tx.today)
        let draagt = try eigenTraject && !Regelzaken.heeftHuishoudzaken(tx.db, bord: nieuw.id)
        let gezin = Set(try (oud.map { try Regelzaken.zaken(tx.db, bord: $0.id) } ?? []).map(\.doelgroep))
        let zaken = try Regeldag.nieuweZaken(nieuw.sjabloon, lid: lid(tx.db), draagtHuishouden: draagt, gezin: gezin)
            .filter { codes.contains($0.code) }
        for zaak in zaken { try Regelzaken.bewaar(tx.db, tx.ids.make(), bord: nieuw, drager: id, zaak: zaak) }
        if let oud {
            for zaak in try Regelzaken.zaken(tx.db, bord: oud.id) where zaak.drager == id && zaak.toestand == .open {
                if codes.contains(zaak.code) {
                    try zaak.vervalt(tx, waarom: "tweede start")
                } else {
                    try tx.db.doe(
                        "UPDATE regelzaak SET bord = ? WHERE id = ?",
                        [nieuw.id.uuidString.lowercased(), zaak.id.description])
                }
            }
        }
        try tx.db.doe(
            "INSERT INTO tweede_start (dossier, op, bord) VALUES (?, ?, ?)",
            [id.description, dag.description, nieuw.id.uuidString.lowercased()])
        guard !zaken.isEmpty else { return }
        try Tijdlijn.voegToe(tx, id, op: dag, Tijdlijnfeit(.regeldagGemaakt, ["aantal": String(zaken.count)]))
    }

    /// A day from which terms run became known or was corrected: the clock and the steps that are not done count from it.
    func rekenOpnieuw(_ tx: Transaction, _ regels: Regels, _ opdracht: Opdracht) throws {
        try herrekenStappen(tx, why: "een dag waarop de termijn begint is gewijzigd")
        let opnieuwBegonnen = try tx.db.aantal("SELECT count(*) FROM tweede_start WHERE dossier = ?", [id.description]) > 0
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
