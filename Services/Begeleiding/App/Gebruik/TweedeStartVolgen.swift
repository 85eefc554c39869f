// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

extension Dossierrij {
    /// Where the person lives or since when may have changed: a second start begins, moves or turns out to be none.
    func volgWoning(_ tx: Transaction, _ regels: Regels, _ opdracht: Opdracht, was oud: Dossierrij) throws {
        let stap = TweedeStart.stap(
            opdracht.traject.tweedeStart, try TweedeStarten.stand(tx.db, id),
            was: .init(vorm: oud.verblijfsvorm, op: oud.datumHuisvesting), nu: .init(vorm: verblijfsvorm, op: datumHuisvesting))
        switch stap {
        case .begin(let van, let dag):
            try TweedeStarten.zetWacht(tx.db, id, nil, sinds: tx.today)
            return try beginOpnieuw(tx, regels, opdracht, van: van, op: dag)
        case .verschuif(let van, let dag): return try verschuifStart(tx, regels, opdracht, van: van, naar: dag)
        case .terug(let wacht):
            try TweedeStarten.zetWacht(tx.db, id, wacht, sinds: tx.today)
            return try neemStartTerug(tx, regels, opdracht)
        case .wacht(let van): try TweedeStarten.zetWacht(tx.db, id, van, sinds: tx.today)
        case .wachtNietMeer: try TweedeStarten.zetWacht(tx.db, id, nil, sinds: tx.today)
        case .niets: break
        }
        guard oud.datumHuisvesting != datumHuisvesting else { return }
        try rekenOpnieuw(tx, regels, opdracht)
    }

    /// From temporary housing to the own home: a second regeldag, and the clock as the contract says.
    private func beginOpnieuw(
        _ tx: Transaction, _ regels: Regels, _ opdracht: Opdracht, van: TweedeStart.Woning, op dag: Datum
    ) throws {
        // The key that was written down is that of the old place.
        let sleutel = try Ankerdagen.van(tx.db, id)[.sleutel]?.dag
        try zetSleutel(tx, nil)
        try tweedeBord(tx, opdracht, van: van, op: dag)
        if let sleutel { try TweedeStarten.onthoud(tx.db, id, sleutel: sleutel) }
        try Tijdlijn.voegToe(
            tx, id, op: dag, Tijdlijnfeit(.tweedeStart, ["dag": dag.description, "van": van.vorm.rawValue]))
        guard let (rij, basis) = try lopendeKlok(tx.db) else { return }
        // A pause for waiting on the home ends with it.
        try TweedeStarten.sluitPauze(tx.db, id, rij.id, op: dag)
        try TweedeStarten.bewaarKlok(tx.db, id, basis)
        try Klokken.zetBasis(tx.db, rij.id, TweedeStart.klok(basis, opdracht, van: van.vorm, op: dag))
        try rij.werkKlokBij(tx, regels, aanleiding: "tweede-start")
    }

    /// The day of the own home was another one: everything that hangs on it moves along.
    private func verschuifStart(
        _ tx: Transaction, _ regels: Regels, _ opdracht: Opdracht, van: TweedeStart.Woning, naar dag: Datum
    ) throws {
        guard let start = try TweedeStarten.van(tx.db, id) else { return }
        try TweedeStarten.verschuif(tx.db, id, start, naar: dag)
        try herrekenStappen(tx, why: "de dag van de tweede start is gewijzigd")
        try Tijdlijn.voegToe(
            tx, id, op: dag, Tijdlijnfeit(.tweedeStart, ["dag": dag.description, "van": van.vorm.rawValue]))
        guard let (rij, basis) = try lopendeKlok(tx.db) else { return }
        let eerder = try TweedeStarten.klok(tx.db, id) ?? basis
        try Klokken.zetBasis(tx.db, rij.id, TweedeStart.klok(eerder, opdracht, van: van.vorm, op: dag))
        try rij.werkKlokBij(tx, regels, aanleiding: "tweede-start")
    }

    /// It was no move, or not on that day: the clock, the pause, the key and the board are as they were before.
    private func neemStartTerug(_ tx: Transaction, _ regels: Regels, _ opdracht: Opdracht) throws {
        guard let start = try TweedeStarten.van(tx.db, id) else { return }
        let eerder = try TweedeStarten.klok(tx.db, id)
        try TweedeStarten.trekIn(tx.db, id, start, op: tx.today)
        if let sleutel = start.sleutel { try zetSleutel(tx, sleutel) }
        try neemBordTerug(tx, regels, start)
        try Tijdlijn.voegToe(tx, id, op: tx.today, Tijdlijnfeit(.tweedeStartTerug, ["dag": start.op.description]))
        if let (rij, _) = try lopendeKlok(tx.db), let eerder {
            try Klokken.zetBasis(tx.db, rij.id, eerder)
            try Trajecten.vind(tx.db, rij.id)?.werkKlokBij(tx, regels, aanleiding: "tweede-start-terug")
        }
        if eerder == nil || start.van.op != datumHuisvesting {
            // Another day than that of before counts from now on.
            try rekenOpnieuw(tx, regels, opdracht)
        } else {
            try herrekenStappen(tx, why: "de tweede start is teruggedraaid")
        }
    }

    /// The own traject that runs, with the clock that the contract made for it.
    private func lopendeKlok(_ db: Database) throws -> (Trajectrij, Trajectklok)? {
        guard eigenTraject, let traject, let rij = try Trajecten.vind(db, traject), rij.loopt,
            let basis = try Klokken.basis(db, traject)
        else { return nil }
        return (rij, basis)
    }

    /// - Parameter dag: put back only where nobody wrote down another.
    private func zetSleutel(_ tx: Transaction, _ dag: Datum?) throws {
        guard let sleutel = try Ankerdagen.van(tx.db, id)[.sleutel], (sleutel.dag == nil) == (dag != nil) else { return }
        try tx.change("ankerdag", id: Ankerdagen.id(id, .sleutel), from: sleutel.versie, why: "tweede start") { db in
            try Ankerdagen.zet(db, id, .sleutel, dag)
        }
    }

    /// The first of the household makes the board; who follows comes on it. Open steps of the old board come along, those
    /// that must be done again for the new home begin anew. What was taken back before is used again.
    private func tweedeBord(_ tx: Transaction, _ opdracht: Opdracht, van: TweedeStart.Woning, op dag: Datum) throws {
        let codes = Set(opdracht.traject.tweedeStart?.regelzaken ?? [])
        let eerder = try TweedeStarten.van(tx.db, id, ingetrokken: true)
        if let eerder {
            try tx.db.doe(
                "UPDATE regeldagbord SET ingetrokken_op = NULL WHERE id = ? AND huishouden = ?",
                [eerder.bord, huishouden.description])
        }
        guard let nu = try Regelzaken.bord(tx.db, huishouden: huishouden) else { return try komtOpBord(tx, opdracht) }
        let gemaakt = try tx.db.aantal(
            """
            SELECT count(*) FROM tweede_start s JOIN dossier d ON d.id = s.dossier
            WHERE s.bord = ?1 AND (s.op = ?2 OR s.dossier = ?3) AND d.huishouden = ?4
            """, [nu.id.uuidString.lowercased(), dag.description, id.description, huishouden.description])
        let oud = gemaakt > 0 ? try Regelzaken.vorig(tx.db, nu) : nu
        let nieuw =
            gemaakt > 0
            ? nu
            : try Regelzaken.maakBord(
                tx.db, id: tx.ids.next(), huishouden: huishouden, opdracht: opdracht, op: tx.today)
        try TweedeStarten.bewaar(tx.db, id, op: dag, bord: nieuw, van: van)
        let oudeZaken = try oud.map { try Regelzaken.zaken(tx.db, bord: $0.id) } ?? []
        let gezin = Set(oudeZaken.map(\.doelgroep))
        let draagt = try eigenTraject && !Regelzaken.heeftHuishoudzaken(tx.db, bord: nieuw.id)
        for (zaak, bord, wat) in try TweedeStarten.zaken(tx.db, [id])
        where wat == .nieuw && bord == nieuw.id.uuidString.lowercased() && zaak.toestand == .nietVanToepassing {
            try zaak.staatWeerOpen(tx)
        }
        // Steps of the household that somebody else carries are there once.
        let aanwezig = Set(try Regelzaken.zaken(tx.db, bord: nieuw.id).filter { $0.drager == id }.map(\.code))
        let zaken = try Regeldag.nieuweZaken(nieuw.sjabloon, lid: lid(tx.db), draagtHuishouden: draagt, gezin: gezin)
            .filter { codes.contains($0.code) && !aanwezig.contains($0.code) }
        for zaak in zaken {
            let nummer: RegelzaakID = tx.ids.make()
            try Regelzaken.bewaar(tx.db, nummer, bord: nieuw, drager: id, zaak: zaak)
            try TweedeStarten.noteer(tx.db, id, nummer, .nieuw)
        }
        for zaak in oudeZaken where zaak.drager == id && zaak.toestand == .open {
            if codes.contains(zaak.code) {
                try zaak.vervalt(tx, waarom: "tweede start")
                try TweedeStarten.noteer(tx.db, id, zaak.id, .vervallen)
            } else {
                try tx.db.doe(
                    "UPDATE regelzaak SET bord = ? WHERE id = ?", [nieuw.id.uuidString.lowercased(), zaak.id.description])
                try TweedeStarten.noteer(tx.db, id, zaak.id, .mee)
            }
        }
        try herrekenStappen(tx, why: "tweede start")
        guard !zaken.isEmpty else { return }
        try Tijdlijn.voegToe(tx, id, op: dag, Tijdlijnfeit(.regeldagGemaakt, ["aantal": String(zaken.count)]))
    }

    /// When the last of the household goes back, and nobody worked on what the new board brought, that board is used no more.
    /// Otherwise it stays as it is: what was done is not taken away.
    private func neemBordTerug(_ tx: Transaction, _ regels: Regels, _ start: TweedeStartrij) throws {
        let bewoners = try TweedeStarten.opBord(tx.db, start.bord)
        guard !bewoners.contains(where: \.geldt), let bord = try Regelzaken.bord(tx.db, huishouden: huishouden),
            bord.id.uuidString.lowercased() == start.bord, let oud = try Regelzaken.vorig(tx.db, bord)
        else { return }
        let geraakt = try TweedeStarten.zaken(tx.db, bewoners.map(\.dossier))
        let gevolgd = geraakt.filter { $0.bord == start.bord && $0.wat == .nieuw }
        // Begun before it was kept which steps were new: nobody can tell.
        guard !gevolgd.isEmpty, gevolgd.allSatisfy({ $0.zaak.toestand == .open }) else { return }
        let nieuw = Set(gevolgd.map(\.zaak.id))
        for (zaak, _, wat) in geraakt {
            if nieuw.contains(zaak.id) {
                try zaak.vervalt(tx, waarom: "tweede start teruggedraaid")
            } else if wat == .vervallen, zaak.toestand == .nietVanToepassing {
                try zaak.staatWeerOpen(tx)
            }
        }
        // Whatever else came on it stands on the board of before.
        for zaak in try Regelzaken.zaken(tx.db, bord: bord.id) where !nieuw.contains(zaak.id) {
            try tx.db.doe(
                "UPDATE regelzaak SET bord = ? WHERE id = ?", [oud.id.uuidString.lowercased(), zaak.id.description])
        }
        try tx.db.doe("UPDATE regeldagbord SET ingetrokken_op = ? WHERE id = ?", [tx.today.description, start.bord])
        for ander in bewoners.map(\.dossier) where ander != id { try Aandachtspunten.bijwerken(tx.db, ander, regels) }
    }
}

extension Regelzaakrij {
    /// A step that was not needed is needed after all.
    fileprivate func staatWeerOpen(_ tx: Transaction) throws {
        try tx.change("regelzaak", id: id.description, from: versie, why: "tweede start") { db in
            try db.doe("UPDATE regelzaak SET toestand = 'open' WHERE id = ?", [id.description])
        }
    }
}
