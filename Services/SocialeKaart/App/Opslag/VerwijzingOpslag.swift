// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// Writing referrals: every change of state goes through `stap`, which keeps the history, sets the clock and tells the others.
struct VerwijzingOpslag {
    let tx: Transaction
    /// Tells the partner; nil where nobody outside is told anything.
    var melden: PartnerMelden?

    var vandaag: Datum { tx.today }

    func maak(_ id: VerwijzingID, _ opdracht: VerwijzingMaken, organisatie: OrganisatieID?) throws {
        let klok = Verwijzingsklok(.concept, vanaf: vandaag, .init())
        try tx.db.execute(
            sql: """
                INSERT INTO verwijzing
                  (id, dossier, voorziening_id, organisatie_id, leefgebied, toestand, gemaakt_door, gemaakt_op, herinnering_op,
                   escalatie_op, uiterlijk_op, vervangt, doel_id, wijziging, versie, gewijzigd_op, gewijzigd_door)
                VALUES (?, ?, ?, ?, ?, 'concept', ?, ?, ?, ?, ?, ?, ?, \(Self.volgende), 1, ?, ?)
                """,
            arguments: [
                id.description, opdracht.dossier.description, opdracht.voorziening.description, organisatie?.description,
                opdracht.leefgebied.rawValue, tx.actorText, tx.nowText, klok.herinneringOp?.description,
                klok.escalatieOp?.description, klok.uiterlijkOp?.description, opdracht.vervangt?.description,
                opdracht.doel?.description,
                tx.nowText,
                tx.actorText,
            ])
        // Who takes another's place has dealt with it.
        if let oude = opdracht.vervangt { try taken(oude, af: Verwijzingstaak.allCases) }
        try tx.created("verwijzing", id: id.description, why: "concept")
        try bewaarStap(id, van: nil, naar: .concept, rol: .casemanager, reden: nil, toelichting: nil, versie: 1)
        try tx.emit(
            VerwijzingGewijzigd(
                verwijzing: id, dossier: opdracht.dossier, voorziening: opdracht.voorziening, leefgebied: opdracht.leefgebied,
                van: nil, naar: .concept, reden: nil, datum: vandaag))
    }

    /// The package as it leaves now; from here on it does not change.
    func bevries(_ id: VerwijzingID, stap1: [String: String], hash: String, stap2: [Deelveld], vrij: Data?) throws {
        try tx.db.execute(
            sql: "INSERT INTO deelpakket (verwijzing_id, stap1, hash, stap2, stap2_vrij) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                id.description, String(decoding: try MessageCoding.encode(stap1), as: UTF8.self), hash,
                String(decoding: try MessageCoding.encode(stap2.map(\.rawValue)), as: UTF8.self), vrij,
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
                verwachteStartdatum: antwoord["verwachteStartdatum"].flatMap { Datum($0) },
                trajectEindigtOp: rij.trajectEindigtOp, moment: tx.now
            ))
        // The partner keeps the package for 30 days after a good end, and not at all after any other.
        let toegangTot = stap.naar == .afgerond ? vandaag.adding(days: Vrijgave.dagenNaAfronden) : nil
        let verlengingen = rij.verlengingen + (rij.toestand == .wachtlijst && stap.naar == .wachtlijst ? 1 : 0)
        let nieuw = try tx.change("verwijzing", id: rij.id.description, from: versie, why: stap.naar.rawValue) { db in
            try db.execute(
                sql: """
                    UPDATE verwijzing SET toestand = ?, vorige_toestand = ?, antwoord = ?, reden = ?, verlengingen = ?,
                      herinnering_op = ?, escalatie_op = ?, escalatie_om = ?, uiterlijk_op = ?, herinnerd_op = NULL,
                      geescaleerd_op = NULL, statusvraag_op = NULL, einde_op = ?, toegang_tot = ?, wijziging = \(Self.volgende)
                    WHERE id = ?
                    """,
                arguments: [
                    stap.naar.rawValue, stap.naar.isEinde ? rij.toestand.rawValue : nil,
                    String(decoding: try MessageCoding.encode(antwoord), as: UTF8.self), reden,
                    verlengingen, klok.herinneringOp?.description, klok.escalatieOp?.description,
                    klok.escalatieOm.map { Instant.text($0) }, klok.uiterlijkOp?.description,
                    stap.naar.isEinde ? vandaag.description : nil, toegangTot?.description, rij.id.description,
                ])
            try extra(db)
        }
        try bewaarStap(
            rij.id, van: rij.toestand, naar: stap.naar, rol: stap.rol, reden: stap.isCorrectie ? "correctie" : reden,
            toelichting: stap.toelichting, versie: nieuw)
        // A task belongs to a state; what the new one asks comes in its place.
        try taken(rij.id, af: Verwijzingstaak.allCases)
        for taak in Verwijzingstaak.bij(stap.naar, verlengingen: verlengingen) { try self.taak(taak, bij: rij.id) }
        try CapaciteitOpslag(tx: tx).volg(rij, naar: stap.naar)
        try Onbeantwoord.volg(tx.db, rij, naar: stap.naar, rol: stap.rol)
        if let melden, let nu = try VerwijzingVragen.een(tx.db, rij.id) { try melden(.toestand(stap.naar), over: nu, tx) }
        try tx.emit(
            VerwijzingGewijzigd(
                verwijzing: rij.id, dossier: rij.dossier, voorziening: rij.voorziening, leefgebied: rij.leefgebied,
                van: rij.toestand, naar: stap.naar, reden: stap.isCorrectie ? "correctie" : reden, datum: vandaag))
        return nieuw
    }

    /// The next number in the order of changes; changes are written one at a time, so none is skipped or used twice.
    private static let volgende = "(SELECT coalesce(max(wijziging), 0) + 1 FROM verwijzing)"

    /// A task of the begeleider; the same one is there once.
    func taak(_ taak: Verwijzingstaak, bij id: VerwijzingID) throws {
        try tx.db.execute(
            sql: "INSERT INTO verwijzing_taak (verwijzing_id, soort, sinds) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [id.description, taak.rawValue, vandaag.description])
    }

    /// Returns how many tasks were open.
    @discardableResult
    func taken(_ id: VerwijzingID, af soorten: [Verwijzingstaak]) throws -> Int {
        try tx.db.execute(
            sql: """
                UPDATE verwijzing_taak SET af_op = ?, af_door = ? WHERE verwijzing_id = ? AND af_op IS NULL
                  AND soort IN (\(databaseQuestionMarks(count: soorten.count)))
                """,
            arguments: [tx.nowText, tx.actorText, id.description] + StatementArguments(soorten.map(\.rawValue)))
        return tx.db.changesCount
    }

    /// How the person agreed; a later agreement takes the place of an earlier one.
    func bewaar(_ instemming: Instemmingsgegevens, bij id: VerwijzingID) throws {
        try tx.db.execute(
            sql: """
                INSERT OR REPLACE INTO verwijzing_instemming
                  (verwijzing_id, door, op, hoe, taal, met_tolk, vastgelegd_door, vastgelegd_op)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id.description, instemming.door.rawValue, instemming.op.description, instemming.hoe.rawValue, instemming.taal,
                instemming.metTolk, tx.actorText, tx.nowText,
            ])
    }

    func bewaar(_ ontheffing: Geheimhoudingsontheffing, bij id: VerwijzingID) throws {
        try tx.db.execute(
            sql: """
                INSERT OR REPLACE INTO verwijzing_ontheffing (verwijzing_id, soort, vastgelegd_door, vastgelegd_op)
                VALUES (?, ?, ?, ?)
                """, arguments: [id.description, ontheffing.rawValue, tx.actorText, tx.nowText])
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
