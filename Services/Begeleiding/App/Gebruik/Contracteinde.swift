// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opdrachten
import Opslag
import Toegang

extension ContracteindeOpvragen {
    /// Who must go somewhere when a contract ends. As a file it asks the right to export and logs every person on it; a file
    /// goes to the next organisation, so nobody takes along who was stopped.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, regels) = (request.actor, middelen.regels)
        let bereik = Policy.scope(actor, export ? .export : .list, on: .traject)
        guard bereik != .none else {
            throw Failure.notAllowed(reason: "Uw rol geeft geen recht om deze lijst te \(export ? "exporteren" : "bekijken").")
        }
        let opdrachten = regels.boek.opdrachten.filter { opdracht in
            opdracht.geldigTot != nil && (actor.gemeente == nil || opdracht.gemeente.description == actor.gemeente)
        }.sorted { ($0.geldigTot ?? $0.geldigVan, $0.id) < ($1.geldigTot ?? $1.geldigVan, $1.id) }
        let vandaag = middelen.vandaag
        let gekozen =
            opdracht == nil
            ? opdrachten.first { ($0.geldigTot ?? vandaag) >= vandaag } ?? opdrachten.last
            : opdrachten.first { $0.id == opdracht }
        guard let gekozen, let einde = gekozen.geldigTot else { throw Failure.notFound(what: "opdracht") }
        let (na, limit) = (try Sleutelplaats.lees(page.after), page.limit)
        let (rijen, tellingen) = try await middelen.store.read { db in
            (
                try Contracteinden.pagina(db, opdracht: gekozen.id, bereik, na: na, limit: limit + 1),
                na == nil ? try Contracteinden.tellingen(db, opdracht: gekozen.id, bereik) : (perKeuze: [], totEnMet: nil)
            )
        }
        let pagina = Array(rijen.prefix(limit))
        let regelrijen =
            export
            ? try await middelen.uitwisseling.zonderGestopt(pagina, because: request.envelope) { $0.dossier }
            : try await middelen.uitwisseling.voorLezer(actor, pagina, because: request.envelope) { $0.dossier }
        if export {
            try await middelen.store.write(because: request.envelope) { tx in
                for rij in regelrijen { try Inzage.noteer(tx, rij.dossier, .contractlijst, aanvrager: request.caller.rawValue) }
            }
        }
        return Answer(
            opdracht: gekozen.id, eindigtOp: einde,
            opdrachten: opdrachten.map {
                Klokstand.Keuze(code: $0.id, naam: "\($0.gemeentenaam), tot en met \(($0.geldigTot ?? einde).tekst)")
            },
            pagina: Page(
                rows: regelrijen.map { $0.regel(einde: einde) },
                next: rijen.count > limit ? pagina.last.map { Sleutelplaats.tekst($0.eindigtOp, $0.traject) } : nil),
            tellingen: tellingen.perKeuze.map { Telling(keuze: $0.keuze, aantal: $0.aantal) },
            geteldTotEnMet: tellingen.totEnMet)
    }
}

extension ContracteindeKiezen {
    /// What happens to one traject when its contract ends. The choice may change until then. That somebody went over is not
    /// written down while the exchange is stopped: the document that goes with it tells of the household and may not leave.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        let isNieuw = try await middelen.store.read { db in
            let (_, rij) = try Trajecten.eisLopend(db, dossier, actor)
            return try gaatOver(db, rij.id)
        }
        if isNieuw { try await middelen.uitwisseling.eis(dossier, metHuishouden: true, because: request.envelope) }
        return try await middelen.store.once(request.envelope) { tx in
            let (_, rij) = try Trajecten.eisLopend(tx.db, dossier, actor)
            guard try regels.opdracht(rij.opdracht).geldigTot != nil else {
                throw Failure.state(reason: "De opdracht van dit traject heeft geen einde. Er is niets te kiezen.")
            }
            let gekozen = Self.onderdelen.filter { onderdelen.contains($0) }
            let nu = try Contracteinden.van(tx.db, traject: rij.id)
            try fouten(gekozen, eerder: nu?.driegesprekOp, vandaag: tx.today).orThrow()
            if try gaatOver(tx.db, rij.id), try !Uitwisselstop.isVrij(tx.db, dossier) { throw Failure.uitwisselingGestopt }
            let delen = keuze == .deels ? gekozen.joined(separator: ",") : ""
            let id = rij.id.description
            let dagen: [(any DatabaseValueConvertible)?] = [
                driegesprekOp.kolom(), instemmingOp.kolom(), geweestOp.kolom(), overgedragenOp.kolom(),
            ]
            if nu?.versie == 0 {
                guard versie == 0 else { throw Failure.conflict(Failure.Conflict(yours: versie, newest: 0)) }
                try tx.db.doe(
                    """
                    INSERT INTO contracteinde (id, keuze, onderdelen, driegesprek_op, instemming_op, geweest_op, overgedragen_op)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """, [id, keuze.rawValue, delen] + dagen)
                try tx.created("contracteinde", id: id, why: "gekozen")
            } else {
                try tx.change("contracteinde", id: id, from: versie, why: "anders gekozen") { db in
                    try db.doe(
                        """
                        UPDATE contracteinde SET keuze = ?, onderdelen = ?, driegesprek_op = ?, instemming_op = ?, geweest_op = ?,
                            overgedragen_op = ? WHERE id = ?
                        """, [keuze.rawValue, delen] + dagen + [id])
                }
            }
            try Tijdlijn.voegToe(
                tx, dossier, op: tx.today, Tijdlijnfeit(.contracteinde, ["keuze": keuze.rawValue]))
            return Done()
        }
    }

    /// Whether this says that somebody went over, which was not known yet: a day from before a stop may stay.
    private func gaatOver(_ db: Database, _ traject: TrajectID) throws -> Bool {
        guard let overgedragenOp else { return false }
        return try Contracteinden.van(db, traject: traject)?.overgedragenOp != overgedragenOp
    }

    /// What does not fit together.
    /// - Parameter eerder: the day of the talk as it was: one that has passed since may stay.
    private func fouten(_ gekozen: [String], eerder: Datum?, vandaag: Datum) -> [Veldfout] {
        var fouten: [Veldfout] = []
        if keuze == .deels && gekozen.isEmpty {
            fouten.append(Veldfout("onderdelen", code: "leeg", "Kies wat er naar de nieuwe organisatie gaat."))
        }
        if let driegesprekOp, driegesprekOp < vandaag, driegesprekOp != eerder {
            fouten.append(Veldfout("driegesprekOp", code: "verleden", "Kies vandaag of een latere dag."))
        }
        let gebeurd = [("instemmingOp", instemmingOp), ("geweestOp", geweestOp), ("overgedragenOp", overgedragenOp)]
        for case (let veld, let dag?) in gebeurd where dag > vandaag {
            fouten.append(Veldfout(veld, code: "toekomst", "Deze dag is nog niet geweest."))
        }
        if keuze == .afronden {
            for case (let veld, _?) in [("driegesprekOp", driegesprekOp)] + gebeurd {
                fouten.append(
                    Veldfout(veld, code: "niet-nodig", "Bij zelf afronden is er geen nieuwe organisatie. Laat de dag leeg."))
            }
        } else if overgedragenOp != nil, instemmingOp == nil {
            fouten.append(Veldfout("instemmingOp", code: "verplicht", "Zonder instemming van de cliënt gaat er niets over."))
        }
        return fouten
    }
}

extension OverdrachtVoorbeeld {
    /// The draft of what would go over. Nothing leaves by reading it, and the reading is logged.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, regels) = (request.actor, middelen.regels)
        let (traject, regel) = try await middelen.store.read { db in
            let rij = try Dossiers.eis(db, dossier, actor, .read, .contactmoment)
            try Policy.decide(actor, .read, on: .plan, facts: rij.feiten).orThrow()
            guard let traject = rij.traject, rij.eigenTraject, let keus = try Contracteinden.van(db, traject: traject) else {
                throw Failure.state(reason: "Er loopt geen eigen traject. Er is niets om over te dragen.")
            }
            let einde = try regels.opdracht(rij.opdracht).geldigTot
            return (traject, keus.regel(einde: einde ?? keus.eindigtOp))
        }
        return Answer(
            regel: regel,
            paragrafen: try await RapportParagrafen(traject: traject, soort: RapportParagrafen.overdrachtsdocument)
                .schrijven(middelen, request))
    }
}
