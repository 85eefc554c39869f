// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// Writing referrals: every change of state goes through `stap`, which keeps the history, sets the clock and tells the others.
struct VerwijzingOpslag {
    let tx: Transaction

    var vandaag: Datum { Datum(tx.now) }

    func maak(_ id: VerwijzingID, _ opdracht: VerwijzingMaken, organisatie: OrganisatieID?) throws {
        let klok = Verwijzingsklok(.concept, vanaf: vandaag, .init())
        try tx.db.execute(
            sql: """
                INSERT INTO verwijzing
                  (id, dossier, voorziening_id, organisatie_id, leefgebied, toestand, gemaakt_door, gemaakt_op, herinnering_op,
                   escalatie_op, uiterlijk_op, versie, gewijzigd_op, gewijzigd_door)
                VALUES (?, ?, ?, ?, ?, 'concept', ?, ?, ?, ?, ?, 1, ?, ?)
                """,
            arguments: [
                id.description, opdracht.dossier.description, opdracht.voorziening.description, organisatie?.description,
                opdracht.leefgebied.rawValue, tx.actorText, tx.nowText, klok.herinneringOp?.description,
                klok.escalatieOp?.description, klok.uiterlijkOp?.description, tx.nowText, tx.actorText,
            ])
        try tx.created("verwijzing", id: id.description, why: "concept")
        try bewaarStap(id, van: nil, naar: .concept, rol: .casemanager, reden: nil, toelichting: nil, versie: 1)
        try tx.emit(
            VerwijzingGewijzigd(
                verwijzing: id, dossier: opdracht.dossier, voorziening: opdracht.voorziening, leefgebied: opdracht.leefgebied,
                van: nil, naar: .concept, reden: nil, datum: vandaag))
    }

    /// The package as it leaves now; from here on it does not change.
    func bevries(_ id: VerwijzingID, stap1: [String: String], hash: String, stap2: [Deelveld]) throws {
        try tx.db.execute(
            sql: "INSERT INTO deelpakket (verwijzing_id, stap1, hash, stap2) VALUES (?, ?, ?, ?)",
            arguments: [
                id.description, String(decoding: try MessageCoding.encode(stap1), as: UTF8.self), hash,
                String(decoding: try MessageCoding.encode(stap2.map(\.rawValue)), as: UTF8.self),
            ])
    }

    /// What one change of state writes beside the state itself.
    struct Stap {
        var naar: VerwijzingToestand
        var rol: Verwijzingsrol
        var velden: [String: String] = [:]
        /// A correction: back to the state before the end.
        var isCorrectie = false
        var toelichting: Data?
    }

    /// Changes the state from the version the caller started from. Returns the new version.
    @discardableResult
    func stap(_ rij: Verwijzingsrij, vanaf versie: Int, _ stap: Stap, _ extra: (Database) throws -> Void = { _ in }) throws -> Int
    {
        let velden = stap.velden
        let reden = velden["redenAfwijzing"] ?? velden["redenIntrekking"] ?? velden["reden"] ?? velden["uitkomst"]
        var antwoord = rij.antwoord
        for veld in [
            "contactpersoonPartner", "verwachteStartdatum", "herzieningsdatum", "datumEersteContact", "redenAfwijzing",
            "uitkomst", "einddatum",
        ] {
            if let waarde = velden[veld] { antwoord[veld] = waarde }
        }
        let klok = Verwijzingsklok(
            stap.naar, vanaf: vandaag,
            .init(
                urgentie: velden["urgentie"].flatMap(Urgentie.init(rawValue:)) ?? rij.urgentie,
                herzieningsdatum: antwoord["herzieningsdatum"].flatMap { Datum($0) },
                verwachteStartdatum: antwoord["verwachteStartdatum"].flatMap { Datum($0) }, trajectEindigtOp: rij.trajectEindigtOp
            ))
        // The partner keeps the package for 30 days after a good end, and not at all after any other.
        let toegangTot = stap.naar == .afgerond ? vandaag.adding(days: 30) : nil
        let nieuw = try tx.change("verwijzing", id: rij.id.description, from: versie, why: stap.naar.rawValue) { db in
            try db.execute(
                sql: """
                    UPDATE verwijzing SET toestand = ?, vorige_toestand = ?, antwoord = ?, reden = ?, verlengingen = ?,
                      herinnering_op = ?, escalatie_op = ?, uiterlijk_op = ?, herinnerd_op = NULL, geescaleerd_op = NULL,
                      einde_op = ?, toegang_tot = ? WHERE id = ?
                    """,
                arguments: [
                    stap.naar.rawValue, stap.naar.isEinde ? rij.toestand.rawValue : nil,
                    String(decoding: try MessageCoding.encode(antwoord), as: UTF8.self), reden,
                    rij.verlengingen + (rij.toestand == .wachtlijst && stap.naar == .wachtlijst ? 1 : 0),
                    klok.herinneringOp?.description, klok.escalatieOp?.description, klok.uiterlijkOp?.description,
                    stap.naar.isEinde ? vandaag.description : nil, toegangTot?.description, rij.id.description,
                ])
            try extra(db)
        }
        try bewaarStap(
            rij.id, van: rij.toestand, naar: stap.naar, rol: stap.rol, reden: stap.isCorrectie ? "correctie" : reden,
            toelichting: stap.toelichting, versie: nieuw)
        try tx.emit(
            VerwijzingGewijzigd(
                verwijzing: rij.id, dossier: rij.dossier, voorziening: rij.voorziening, leefgebied: rij.leefgebied,
                van: rij.toestand, naar: stap.naar, reden: stap.isCorrectie ? "correctie" : reden, datum: vandaag))
        return nieuw
    }

    private func bewaarStap(
        _ id: VerwijzingID, van: VerwijzingToestand?, naar: VerwijzingToestand, rol: Verwijzingsrol, reden: String?,
        toelichting: Data?, versie: Int
    ) throws {
        try tx.db.execute(
            sql: """
                INSERT INTO verwijzing_stap (verwijzing_id, van, naar, rol, door, reden, toelichting, versie, op)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id.description, van?.rawValue, naar.rawValue, rol.rawValue, tx.actorText, reden, toelichting, versie, tx.nowText,
            ])
    }
}
