// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

extension AanmeldingGeaccepteerd {
    /// Somebody was accepted: an adult or ex-AMV gets a traject with clock, plan and board; a child rides along.
    /// Runs in the transaction that moves the position in intake's stream.
    func starten(_ tx: Transaction, _ regels: Regels) throws {
        let opdracht = try regels.opdracht(opdracht)
        let bekend = try Dossiers.vind(tx.db, dossier)
        // Accepted again while all goes on: there is nothing to start.
        if let bekend, bekend.toestand != .afgerond { return }
        if let bekend { try hervat(tx, bekend) } else { try bewaar(tx) }
        guard let rij = try Dossiers.vind(tx.db, dossier) else { throw Failure.notFound(what: "dossier") }
        if eigenTraject {
            try rij.startTraject(tx, opdracht, eersteContactVoor: eersteContactVoor)
            try rij.neemKinderenMee(tx, regels)
        } else {
            try rij.zoekOuder(tx)
        }
        try rij.komtOpBord(tx, opdracht)
        try Aandachtspunten.bijwerken(tx.db, dossier, regels)
    }

    private func bewaar(_ tx: Transaction) throws {
        try tx.db.doe(
            """
            INSERT INTO dossier (id, dossiernummer, huishouden, gemeente, opdracht, doelgroep, eigen_traject, toestand,
                meerijdend_wens, ontvangen_op, geaccepteerd_op, datum_huisvesting, verblijfsvorm, is_18, wordt_18_in,
                factureerbaar, spreektaal, tolk_nodig, postcode4, team, gestart_op)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'wacht', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                dossier.description, dossiernummer, huishouden.description, gemeente, opdracht, doelgroep.rawValue,
                eigenTraject, meerijdendMet.kolom(), ontvangenOp.description, geaccepteerdOp.description,
                datumHuisvesting.kolom(), verblijfsvorm.rawValue, is18.rawValue, wordt18In, factureerbaar, spreektaal,
                tolkNodig, postcode4, team.description, geaccepteerdOp.description,
            ])
        try tx.created("dossier", id: dossier.description, why: "aanmelding geaccepteerd")
    }

    /// The person was here before and starts again: the facts of today, the history stays.
    private func hervat(_ tx: Transaction, _ oud: Dossierrij) throws {
        try tx.change("dossier", id: dossier.description, from: oud.versie, why: "opnieuw aangemeld en geaccepteerd") { db in
            try db.doe(
                """
                UPDATE dossier SET huishouden = ?, gemeente = ?, opdracht = ?, doelgroep = ?, eigen_traject = ?,
                    toestand = 'wacht', traject = NULL, meerijdend_met = NULL, meerijdend_wens = ?, ontvangen_op = ?,
                    geaccepteerd_op = ?, datum_huisvesting = ?, verblijfsvorm = ?, is_18 = ?, wordt_18_in = ?,
                    factureerbaar = ?, spreektaal = ?, tolk_nodig = ?, postcode4 = ?, team = ?, begeleider = NULL,
                    toegewezen_op = NULL, gestart_op = ?, laatste_contact = NULL, no_show_op = NULL, no_show_reeks = 0,
                    stap_uit = NULL, stap_van = NULL, stap_op = NULL
                WHERE id = ?
                """,
                [
                    huishouden.description, gemeente, opdracht, doelgroep.rawValue, eigenTraject, meerijdendMet.kolom(),
                    ontvangenOp.description, geaccepteerdOp.description, datumHuisvesting.kolom(), verblijfsvorm.rawValue,
                    is18.rawValue, wordt18In, factureerbaar, spreektaal, tolkNodig, postcode4, team.description,
                    geaccepteerdOp.description, dossier.description,
                ])
        }
    }
}

extension Dossierrij {
    /// Makes the traject: the clock of the contract, and a plan van aanpak with the contract's first goal.
    /// - Parameters:
    ///   - eersteContactVoor: the day that intake told, by the rule of the day of acceptance; it goes before our own.
    ///   - eigen: a clock that is not that of the days that are known, such as of who becomes 18.
    func startTraject(
        _ tx: Transaction, _ opdracht: Opdracht, eersteContactVoor: Datum? = nil, klok eigen: Trajectklok? = nil
    ) throws {
        guard var klok = try eigen ?? Trajectklok.bereken(opdracht, ankers: ankers(tx.db).dagen) else {
            throw Failure.state(reason: "De contractklok kan niet beginnen: geen van de ankers van de opdracht is bekend.")
        }
        if let eersteContactVoor, eersteContactVoor != klok.eersteContact.datum {
            klok.eersteContact = Trajectklok.Moment(
                datum: eersteContactVoor,
                waarom:
                    "Deze dag is vastgesteld bij de acceptatie, met de regel van die dag: \(opdracht.eersteContact.duur) na \(Anker.acceptatie.naam). Bron: \(opdracht.eersteContact.bron)."
            )
        }
        let traject: TrajectID = tx.ids.make()
        try Trajecten.bewaar(tx.db, traject, dossier: self, klok: klok)
        try tx.created("traject", id: traject.description, why: "aanmelding geaccepteerd")
        try tx.change("dossier", id: id.description, from: versie, why: "traject gestart") { db in
            try db.doe(
                "UPDATE dossier SET toestand = 'lopend', traject = ?, gestart_op = ? WHERE id = ?",
                [traject.description, klok.start.datum.description, id.description])
        }
        try Tijdlijn.voegToe(
            tx, id, op: tx.today, .trajectGestart(van: klok.start.datum, totEnMet: klok.einde.datum),
            bron: traject.description)
        let factureerbaar = try tx.db.rij("SELECT factureerbaar FROM dossier WHERE id = ?", [id.description])?
            .waar("factureerbaar")
        try tx.emit(
            TrajectGestart(
                traject: traject, dossier: id, dossiernummer: dossiernummer, huishouden: huishouden, gemeente: gemeente,
                opdracht: opdracht.id, ontvangenOp: ontvangenOp, gestartOp: klok.start.datum,
                tussenrapportageOp: klok.tussenrapportage.datum, eindigtOp: klok.einde.datum,
                factureerbaar: factureerbaar ?? false, team: team))
        try maakPlan(tx, opdracht, traject)
    }

    private func maakPlan(_ tx: Transaction, _ opdracht: Opdracht, _ traject: TrajectID) throws {
        guard let zin = opdracht.doelen.zin(opdracht.doelen.eersteDoel) else {
            throw Failure.notFound(what: "eerste doel van de opdracht")
        }
        let doel: DoelID = tx.ids.make()
        try Doelen.bewaar(
            tx.db, doel, traject: traject, dossier: id, leefgebied: zin.leefgebied,
            woorden: .bibliotheek(zin.tekst, code: zin.code),
            streefdatum: nil)
        try tx.created("doel", id: doel.description, why: "eerste doel van de opdracht")
        try Trajecten.vind(tx.db, traject)?.bewaarPlanstap(tx, .gemaakt, zin.leefgebied, versie: 1, doelen: [doel])
        try Trajecten.telDoelen(tx.db, traject)
        try Tijdlijn.voegToe(tx, id, op: tx.today, Tijdlijnfeit(.planGemaakt), bron: doel.description)
        try tx.emit(
            DoelGewijzigd(
                doel: doel, traject: traject, dossier: id, leefgebied: zin.leefgebied, toestand: .open, datum: tx.today))
    }
}
