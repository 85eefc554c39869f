// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag
import Toegang

extension AgendaOpvragen {
    /// More days than this at once is no view of an agenda.
    private static let meesteDagen = 400

    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Page<Afspraakregel> {
        let actor = request.actor
        guard van <= totEnMet, van.days(until: totEnMet) <= Self.meesteDagen else {
            throw Failure.invalid([FieldError("totEnMet", code: "bereik", "Kies een kortere tijd.")])
        }
        let wiens: Afspraken.Wiens
        if let medewerker {
            wiens = .medewerker(medewerker)
        } else if let team = actor.team {
            wiens = .team(team)
        } else {
            return Page(rows: [])
        }
        let bereik = Policy.scope(actor, .list, on: .contactmoment)
        let na = try plaats()
        let (van, totEnMet, limit) = (van, totEnMet, page.limit)
        return try await middelen.store.read { db in
            let rijen = try Afspraken.agenda(
                db, bereik, wiens: wiens, van: van, totEnMet: totEnMet, na: na, limit: limit + 1)
            let laatste = rijen.prefix(limit).last?.regel
            return Page(
                rows: rijen.prefix(limit).map(\.regel),
                next: rijen.count > limit ? laatste.map { "\($0.dag)|\($0.van)|\($0.afspraak)" } : nil)
        }
    }

    private func plaats() throws -> (dag: Datum, van: String, id: String)? {
        guard let (dag, rest) = try Sleutelplaats.lees(page.after) else { return nil }
        let delen = rest.split(separator: "|")
        guard delen.count == 2, let van = Kloktijd(delen[0]), let id = AfspraakID(delen[1]) else {
            throw Failure.invalid([FieldError("page.after", code: "onbekend", "Deze plaats in de agenda bestaat niet.")])
        }
        return (dag, van.description, id.description)
    }
}

extension AfsprakenVanDossier {
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> [Afspraakregel] {
        let (actor, vandaag) = (request.actor, middelen.vandaag)
        let regels = try await middelen.store.read { db in
            _ = try Dossiers.eis(db, dossier, actor, .read, .contactmoment)
            return try Afspraken.open(db, dossier, vanaf: vandaag.adding(days: -Afspraakregels.terugDagen)).map(\.regel)
        }
        try await middelen.uitwisseling.eisVoorLezer(actor, dossier, wat: "dossier", because: request.envelope)
        return regels
    }
}

extension AfspraakOpvragen {
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Afspraakkaart {
        let actor = request.actor
        let (rij, aanwezigen) = try await middelen.store.read { db in
            _ = try Dossiers.eis(db, dossier, actor, .read, .contactmoment)
            guard let rij = try Afspraken.vind(db, afspraak, van: dossier) else { throw Failure.notFound(what: "afspraak") }
            return (rij, try Afspraken.aanwezigen(db, afspraak))
        }
        try await middelen.uitwisseling.eisVoorLezer(actor, dossier, wat: "dossier", because: request.envelope)
        try await middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, dossier, .tijdlijn, aanvrager: request.caller.rawValue)
        }
        var woorden = Woorden(middelen.keys, dossier)
        let onderwerp = await woorden.open(rij.onderwerpZegel, Zegelplaats.onderwerp(afspraak))
        return Afspraakkaart(
            regel: rij.regel, aanwezigen: aanwezigen, onderwerp: onderwerp, onleesbaar: woorden.onleesbaar, reden: rij.reden,
            contactmoment: rij.contactmoment)
    }
}
