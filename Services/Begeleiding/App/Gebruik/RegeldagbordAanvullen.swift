// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension Dossierrij {
    /// Puts a new member of the household on its board. The first one makes the board from the template of that day; who
    /// comes later gets steps from that same version. Steps of the household come with the first who has a traject; those
    /// that are there only with a child come with the child.
    func komtOpBord(_ tx: Transaction, _ opdracht: Opdracht) throws {
        let bord =
            try Regelzaken.bord(tx.db, huishouden: huishouden)
            ?? Regelzaken.maakBord(tx.db, id: tx.ids.next(), huishouden: huishouden, opdracht: opdracht, op: tx.today)
        let zaken = try Regelzaken.zaken(tx.db, bord: bord.id)
        let gezin = Set(zaken.map(\.doelgroep)).union([doelgroep])
        let drager = zaken.first { $0.vanHuishouden }?.drager
        let draagt = eigenTraject && drager == nil
        // Who starts again keeps the steps that are there.
        let aanwezig = Set(zaken.filter { $0.drager == id }.map(\.code))
        let nieuw = try Regeldag.nieuweZaken(bord.sjabloon, lid: lid(tx.db), draagtHuishouden: draagt, gezin: gezin)
            .filter { !aanwezig.contains($0.code) }
        try zetOpBord(tx, bord, nieuw)
        if let drager, drager != id, let houder = try Dossiers.vind(tx.db, drager) {
            let huis = Set(zaken.filter(\.vanHuishouden).map(\.code))
            let metGezin = try Regeldag.nieuweZaken(
                bord.sjabloon, lid: houder.lid(tx.db), draagtHuishouden: true, gezin: gezin
            ).filter { $0.niveau == .huishouden && !huis.contains($0.code) && bord.sjabloon.hangtAanGezin($0.code) }
            try houder.zetOpBord(tx, bord, metGezin)
        }
    }

    /// This person as the board sees it.
    func lid(_ db: Database) throws -> Regeldag.Lid {
        Regeldag.Lid(doelgroep: doelgroep, verblijfsvorm: verblijfsvorm, ankers: try ankers(db))
    }

    /// Adds steps that this person brings, and says so on the timeline.
    fileprivate func zetOpBord(_ tx: Transaction, _ bord: Bordrij, _ nieuw: [Regeldag.NieuweZaak]) throws {
        for zaak in nieuw {
            try Regelzaken.bewaar(tx.db, tx.ids.make(), bord: bord, drager: id, zaak: zaak)
        }
        guard !nieuw.isEmpty else { return }
        try Tijdlijn.voegToe(tx, id, op: tx.today, Tijdlijnfeit(.regeldagGemaakt, ["aantal": String(nieuw.count)]))
    }

    /// Computes the days of the steps that are not done anew, from the days as they are known now.
    func herrekenStappen(_ tx: Transaction, why: String) throws {
        guard let bord = try Regelzaken.bord(tx.db, huishouden: huishouden) else { return }
        let ankers = try ankers(tx.db)
        for zaak in try Regelzaken.zaken(tx.db, bord: bord.id)
        where zaak.drager == id && !Regelzaakregels.klaar.contains(zaak.toestand) {
            guard let stap = bord.sjabloon.stap(zaak.code) else { continue }
            let (dag, waarom) = Regeldag.dag(stap, ankers)
            guard dag != zaak.uiterlijkOp || waarom != zaak.waarom else { continue }
            try tx.change("regelzaak", id: zaak.id.description, from: zaak.versie, why: why) { db in
                try db.doe(
                    "UPDATE regelzaak SET uiterlijk_op = ?, waarom = ? WHERE id = ?",
                    [dag.kolom(), waarom, zaak.id.description])
            }
        }
    }
}

extension Regeldagsjabloon {
    fileprivate func hangtAanGezin(_ code: String) -> Bool { stap(code)?.alleenMet.isEmpty == false }
}

extension RegeldagAanvullen {
    /// The board goes on with the newer list: everybody on it gets the steps that the old list did not have. Steps that are
    /// there keep their state and day.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .regeldag)
            guard let oud = try Regelzaken.bord(tx.db, huishouden: rij.huishouden) else {
                throw Failure.notFound(what: "regeldagbord")
            }
            let lijst = try regels.opdracht(oud.opdracht).regeldag
            guard oud.sjabloon.versie < naar else { return Done() }
            guard lijst.versie == naar else {
                throw Failure.state(reason: "Deze lijst is er niet meer. Kijk op het bord welke nieuwere lijst er is.")
            }
            let bord = try Regelzaken.zetSjabloon(tx.db, oud, lijst)
            let zaken = try Regelzaken.zaken(tx.db, bord: bord.id)
            let gezin = Set(zaken.map(\.doelgroep))
            let houder = zaken.first { $0.vanHuishouden }?.drager
            for lidID in Set(zaken.map(\.drager)).sorted() {
                guard let lid = try Dossiers.vind(tx.db, lidID), lid.toestand != .afgerond else { continue }
                let aanwezig = Set(zaken.filter { $0.drager == lidID }.map(\.code))
                let nieuw = try Regeldag.nieuweZaken(
                    bord.sjabloon, lid: lid.lid(tx.db), draagtHuishouden: lidID == houder, gezin: gezin
                ).filter { oud.sjabloon.stap($0.code) == nil && !aanwezig.contains($0.code) }
                try lid.zetOpBord(tx, bord, nieuw)
                try Aandachtspunten.bijwerken(tx.db, lidID, regels)
            }
            return Done()
        }
    }
}
