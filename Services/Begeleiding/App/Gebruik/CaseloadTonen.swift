// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import GRDB
import Opdrachten
import Opslag
import Toegang

extension CaseloadOpvragen {
    /// The caseload of one begeleider, weighed as of today. For that one, for who covers, and for the team leader.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, regels, vandaag, page) = (request.actor, middelen.regels, middelen.vandaag, page)
        guard let wie = begeleider ?? actor.user else { throw Failure.notFound(what: "begeleider") }
        return try await middelen.store.read { db in
            let team = try Medewerkers.vind(db, wie)?.team ?? (wie == actor.user ? actor.team : nil)
            let feiten = Facts(begeleiders: [wie], team: team)
            try Policy.decide(actor, .list, on: .traject, facts: feiten).orThrow()
            let contract = regels.caseload(team)
            let gewogen = try Gewogen(db, wie, regels, contract, vandaag)
            let na = page.after ?? ""
            let rest = gewogen.rijen.filter { $0.rij.dossier.description > na }
            let pagina = rest.prefix(page.limit)
            return Answer(
                begeleider: wie, last: gewogen.last, fasen: gewogen.fasen,
                intensiteiten: contract.intensiteiten.map { Klokstand.Keuze(code: $0.code, naam: $0.naam) },
                pagina: Page(
                    rows: pagina.map(\.regel),
                    next: rest.count > page.limit ? pagina.last?.rij.dossier.description : nil, total: gewogen.rijen.count),
                waarnemingen: try Waarnemingen.van(db, wie, vanaf: vandaag).map(\.regel),
                magVerdelen: Policy.decide(actor, .assign, on: .dossier, facts: Facts(team: team)).isYes)
        }
    }
}

extension TeamCaseload {
    /// A line per begeleider of the own team.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Page<Regel> {
        let (actor, regels, vandaag, limit, na) = (request.actor, middelen.regels, middelen.vandaag, page.limit, page.after)
        guard let team = actor.team else { return Page(rows: []) }
        try Policy.decide(actor, .assign, on: .dossier, facts: Facts(team: team)).orThrow()
        return try await middelen.store.read { db in
            let begeleiders = try Caseloads.begeleiders(db, team: team, na: na ?? "", limit: limit + 1)
            let rijen = try begeleiders.prefix(limit).map { wie in
                Regel(
                    begeleider: wie, last: try Gewogen(db, wie, regels, regels.caseload(team), vandaag).last,
                    waargenomenTot: try Waarnemingen.tot(db, begeleider: wie, op: vandaag))
            }
            return Page(rows: rijen, next: begeleiders.count > limit ? rijen.last?.begeleider.description : nil)
        }
    }
}

/// One caseload with its weights.
private struct Gewogen {
    struct Rij {
        let rij: Caseloadrij
        let gewicht: Caseload.Gewicht
        var regel: Caseloadregel {
            Caseloadregel(
                dossier: rij.dossier, fase: gewicht.naam, gewicht: gewicht.gewicht, waarom: gewicht.waarom,
                intensiteit: rij.stand.intensiteit, eigenTraject: rij.stand.soort == .traject,
                gestartOp: rij.stand.gestartOp, eindigtOp: rij.eindigtOp, overdracht: rij.overdracht, versie: rij.versie)
        }
    }

    let rijen: [Rij]
    let last: Caseloadlast
    let fasen: [CaseloadOpvragen.Fase]

    init(_ db: Database, _ wie: GebruikerID, _ regels: Regels, _ contract: Caseloadregels, _ vandaag: Datum) throws {
        rijen = try Caseloads.van(db, begeleider: wie).map { rij in
            Rij(rij: rij, gewicht: Caseload.gewicht(rij.stand, op: vandaag, regels: try regels.opdracht(rij.opdracht).caseload))
        }
        let nazorg = try Caseloads.nazorg(db, begeleider: wie)
        let som = rijen.reduce(0) { $0 + $1.gewicht.gewicht } + nazorg * contract.nazorg
        last = Caseloadlast(dossiers: rijen.count, gewicht: som, norm: contract.norm * 100, bron: contract.bron)
        var perFase: [(naam: String, aantal: Int, gewicht: Int)] = []
        for rij in rijen {
            let plek = perFase.firstIndex { $0.naam == rij.gewicht.naam }
            if let plek {
                perFase[plek].aantal += 1
                perFase[plek].gewicht += rij.gewicht.gewicht
            } else {
                perFase.append((rij.gewicht.naam, 1, rij.gewicht.gewicht))
            }
        }
        if nazorg > 0 { perFase.append(("Nazorg", nazorg, nazorg * contract.nazorg)) }
        fasen = perFase.map { CaseloadOpvragen.Fase(naam: $0.naam, aantal: $0.aantal, gewicht: $0.gewicht) }
    }
}

extension Regels {
    /// The rules of caseload for a team: of its newest contract.
    func caseload(_ team: TeamID?) -> Caseloadregels {
        boek.opdrachten.filter { opdracht in opdracht.teams.contains { TeamID(team: $0) == team } }
            .max { $0.geldigVan < $1.geldigVan }?.caseload ?? Caseloadregels()
    }
}

extension IntensiteitZetten {
    /// How much somebody needs. Ordinary is what is not said.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .traject)
            let contract = try regels.opdracht(rij.opdracht).caseload
            let keus = contract.intensiteit(intensiteit)
            guard keus != nil || intensiteit == nil else {
                throw Failure.invalid([FieldError("intensiteit", code: "onbekend", "Kies uit de lijst van de opdracht.")])
            }
            try tx.change("dossier", id: dossier.description, from: versie, why: "intensiteit") { db in
                try db.doe("UPDATE dossier SET intensiteit = ? WHERE id = ?", [intensiteit, dossier.description])
            }
            try Tijdlijn.voegToe(
                tx, dossier, op: tx.today, Tijdlijnfeit(.intensiteit, ["naam": keus?.naam ?? "Gewoon"]))
            return Done()
        }
    }
}
