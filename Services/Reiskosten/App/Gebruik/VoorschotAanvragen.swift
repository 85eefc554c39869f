// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opdrachten
import Opslag
import Toegang

extension Voorschotten {
    /// Asks an advance for the journeys of one month: checks the journeys, applies the rule of the dossier's contract,
    /// keeps the amount with the sentence that explains it, and tells that there is something to decide.
    func aanvragen(_ command: VoorschotAanvragen, _ request: Request) async throws -> VoorschotAanvragen.Answer {
        let boek = boek
        return try await store.once(request.envelope) { tx in
            let dossier = try Self.dossier(tx, command.dossier, request.actor)
            let reis = try Reis(command, geaccepteerdOp: dossier.geaccepteerdOp)
            guard let id = dossier.opdracht, let opdracht = boek.opdracht(id: id) else {
                throw Failure.unavailable(what: "De regels van de opdracht van dit dossier")
            }
            let uitkomst = try Self.bedrag(tx, reis, opdracht, dossier.dossier)
            let voorschot: VoorschotID = tx.ids.make()
            try tx.db.execute(
                sql: """
                    INSERT INTO voorschot (id, dossier, opdracht, maand, vervoer, afstand_meter, dagen, werkelijk_per_dag,
                        bedrag, berekening, toestand, gevraagd_door, gevraagd_op, versie, gewijzigd_op, gewijzigd_door)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'aangevraagd', ?, ?, 1, ?, ?)
                    """,
                arguments: [
                    voorschot.description, dossier.dossier.description, opdracht.id, reis.maand.description,
                    reis.vervoer.rawValue, reis.afstandMeter, reis.dagen, reis.werkelijkPerDag?.cents, uitkomst.bedrag.cents,
                    uitkomst.berekening, request.actor.user?.description, tx.today.description, tx.nowText,
                    tx.actorText,
                ])
            try tx.created("voorschot", id: voorschot.description, why: "aanvragen")
            if let rij = try VoorschotRij.find(tx.db, voorschot) { try Self.tell(tx, rij) }
            return .init(voorschot: voorschot)
        }
    }

    private static func dossier(_ tx: Transaction, _ dossier: DossierID, _ actor: Actor) throws -> DossierRij {
        guard let rij = try DossierRij.find(tx.db, dossier) else { throw Failure.notFound(what: "dossier") }
        try Policy.decide(actor, .create, on: .voorschot, facts: rij.facts()).orThrow()
        guard try Samengevoegd.wortel(tx.db, van: dossier) == nil else { throw Failure.dossierIsSamengevoegd }
        return rij
    }

    /// The rule's answer; its refusals become errors at the field they are about.
    private static func bedrag(
        _ tx: Transaction, _ reis: Reis, _ opdracht: Opdracht, _ dossier: DossierID
    ) throws -> Voorschotbedrag {
        let stand = try Voorschotstand.read(tx.db, dossier: dossier, maand: reis.maand)
        let berekening = Voorschotberekening(regeling: opdracht.reiskosten, opdracht: opdracht.id)
        do throws(GeenVoorschot) {
            return try berekening.bereken(reis, stand: stand)
        } catch {
            switch error {
            case .teDichtbij(let zin): throw Failure.invalid([FieldError("afstandTiendeKm", code: "te-dichtbij", zin)])
            case .werkelijkeKostenNodig:
                throw Failure.invalid([
                    FieldError(
                        "werkelijkPerDag", code: "verplicht", "Vul in wat het openbaar vervoer per dag kost, heen en terug.")
                ])
            case .teVeelOpen(let zin), .maandmaximumBereikt(let zin): throw Failure.state(reason: zin)
            }
        }
    }
}

extension Reis {
    /// Checks everything that was asked, and names every field that is wrong at once.
    init(_ command: VoorschotAanvragen, geaccepteerdOp: Datum?) throws(Failure) {
        var fouten: [FieldError] = []
        let maand = Reismaand(command.maand)
        if maand == nil { fouten.append(FieldError("maand", code: "vorm", "Kies een maand, zoals 2027-03.")) }
        if let maand, let geaccepteerdOp, maand.laatsteDag < geaccepteerdOp {
            fouten.append(FieldError("maand", code: "voor-aanmelding", "Deze maand ligt voor de aanmelding van dit dossier."))
        }
        let vervoer = Vervoer(rawValue: command.vervoer)
        if vervoer == nil { fouten.append(FieldError("vervoer", code: "keuze", "Kies openbaar vervoer, auto of fiets.")) }
        if !(1...5_000).contains(command.afstandTiendeKm) {
            fouten.append(
                FieldError("afstandTiendeKm", code: "bereik", "Vul de afstand van een enkele reis in, tussen 0,1 en 500 km."))
        }
        let dagenInMaand = maand?.aantalDagen ?? 31
        if !(1...dagenInMaand).contains(command.dagen) {
            fouten.append(FieldError("dagen", code: "bereik", "Vul het aantal reisdagen in, tussen 1 en \(dagenInMaand)."))
        }
        if let perDag = command.werkelijkPerDag, !(1...50_000).contains(perDag.cents) {
            fouten.append(
                FieldError("werkelijkPerDag", code: "bereik", "Vul de kosten per dag in, tussen € 0,01 en € 500,00."))
        }
        guard fouten.isEmpty, let maand, let vervoer else { throw .invalid(fouten) }
        self.init(
            maand: maand, vervoer: vervoer, afstandMeter: command.afstandTiendeKm * 100, dagen: command.dagen,
            werkelijkPerDag: command.werkelijkPerDag)
    }
}
