// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag
import Toegang

extension DossierbladOpvragen {
    /// Each part with its own rights and its own line in the read log, as when it is asked by itself; from one snapshot, and
    /// with one change to the log.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, vandaag) = (request.actor, middelen.vandaag)
        let vraag = try Tijdlijnvraag(soort: soort, page: page)
        var gelezen = try await middelen.store.read { db in
            guard let rij = try Dossiers.vind(db, dossier) else { throw Failure.notFound(what: "dossier") }
            return try Bladlezing(db, rij, actor, vraag, vandaag: vandaag)
        }
        try await gelezen.voorLezer(actor, middelen.uitwisseling, because: request.envelope)
        // The log is on its way to the disk while the seals are opened; the answer waits for it.
        let inzagen = gelezen.inzagen
        async let genoteerd: Void = middelen.store.write(because: request.envelope) { tx in
            for (een, wat) in inzagen { try Inzage.noteer(tx, een, wat, aanvrager: request.caller.rawValue) }
        }
        var opener = Opener(middelen.keys)
        let blad = Answer(
            traject: await gelezen.traject?.overzicht(&opener), regeldag: gelezen.regeldag,
            tijdlijn: await gelezen.tijdlijn?.pagina(&opener), afspraken: gelezen.afspraken,
            veiligheid: await gelezen.veiligheid?.overzicht(&opener))
        try await genoteerd
        return blad
    }
}

/// The parts of the page that the actor may see.
private struct Bladlezing: Sendable {
    let dossier: DossierID
    var traject: Trajectlezing?
    let regeldag: Regeldagstand?
    let tijdlijn: Tijdlijnlezing?
    let afspraken: [Afspraakregel]?
    let veiligheid: Veiligheidslezing?

    /// - Throws: `Failure.notFound` for who may see no part of it, who does not learn that it exists.
    init(_ db: Database, _ rij: Dossierrij, _ actor: Actor, _ vraag: Tijdlijnvraag, vandaag: Datum) throws {
        func deel<Deel>(_ resource: Resource, _ lees: () throws -> Deel?) rethrows -> Deel? {
            rij.mag(actor, .read, resource) ? try lees() : nil
        }
        dossier = rij.id
        traject = try deel(.traject) { try Trajectlezing(db, rij, actor) }
        tijdlijn = try deel(.traject) { try Tijdlijnlezing(db, rij, actor, vraag) }
        veiligheid = try deel(.veiligContact) { try Veiligheidslezing(db, rij, actor) }
        guard traject != nil || veiligheid != nil else { throw Failure.notFound(what: "dossier") }
        regeldag = try deel(.regeldag) { try Regeldagstand(db, rij, actor) }
        afspraken = try deel(.contactmoment) {
            try Afspraken.open(db, rij.id, vanaf: vandaag.adding(days: -Afspraakregels.terugDagen)).map(\.regel)
        }
    }

    mutating func voorLezer(_ actor: Actor, _ poort: Uitwisselpoort, because cause: Envelope) async throws {
        try await traject?.voorLezer(actor, poort, because: cause)
        try await tijdlijn?.voorLezer(actor, poort, because: cause)
        try await poort.eisVoorLezer(actor, dossier, wat: "dossier", because: cause)
    }

    var inzagen: [(DossierID, Inzage.Wat)] {
        var lijst: [(DossierID, Inzage.Wat)] = []
        // Safety goes under the name of the file itself: the log must not tell who has something to fear.
        if traject != nil || veiligheid?.heeftIets == true { lijst.append((dossier, .traject)) }
        if regeldag != nil { lijst.append((dossier, .regeldag)) }
        lijst += (tijdlijn?.dossiers ?? []).map { ($0, .tijdlijn) }
        return lijst
    }
}

extension Regeldagstand {
    /// Of the household's board, with the members whom the actor may see; nil when there is no board.
    fileprivate init?(_ db: Database, _ rij: Dossierrij, _ actor: Actor) throws {
        guard let bord = try Regelzaken.bord(db, huishouden: rij.huishouden) else { return nil }
        let stappen = try Regelzaken.stappen(db, bord: bord.id)
        let leden = Set(stappen.lazy.filter { !$0.vanHuishouden }.map(\.drager))
        let zichtbaar = try leden.filter { lid in
            try lid == rij.id
                || Dossiers.feiten(db, lid).map { Policy.decide(actor, .read, on: .regeldag, facts: $0).isYes } == true
        }
        let getoond = stappen.filter { $0.vanHuishouden || zichtbaar.contains($0.drager) }
        let telt = getoond.filter { $0.toestand != .nietVanToepassing }
        self.init(
            totaal: telt.count, geregeld: telt.count { $0.toestand == .toegekend },
            eerst: try Bordwacht(bord.sjabloon, stappen).eerst(getoond, hoogstens: 4).map {
                Stap(naam: $0.naam, uiterlijkOp: $0.uiterlijkOp, waarom: try Regelzaken.waarom(db, $0.id))
            })
    }
}
