// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

extension AfspraakMaken {
    /// Puts an appointment in the agenda. Another one in the same time is no reason to refuse: the answer says it.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> AfspraakGezet {
        let (actor, regels, vandaag) = (request.actor, middelen.regels, middelen.vandaag)
        _ = try await middelen.store.read { try controleer($0, actor, vandaag: vandaag).wie }
        let key = gegevens.schoon.onderwerp.isEmpty ? nil : try await middelen.keys.key(for: dossier)
        return try await middelen.store.once(request.envelope) { tx in
            let (rij, wie) = try controleer(tx.db, actor, vandaag: tx.today)
            let id: AfspraakID = tx.ids.make()
            let schoon = gegevens.schoon
            try Afspraken.bewaar(
                tx.db, id, dossier: rij, medewerker: wie, schoon,
                onderwerpZegel: try key.zegel(schoon.onderwerp, Zegelplaats.onderwerp(id)), op: tx.nowText)
            try tx.created("afspraak", id: id.description, why: "afspraak gemaakt")
            try rij.afspraakVerteld(
                tx, regels, id, schoon.soort, schoon.dag, .gepland,
                .afspraak(.afspraakGemaakt, schoon.soort, schoon.dag, schoon.van))
            return AfspraakGezet(afspraak: id, dubbel: try Afspraken.dubbel(tx.db, id))
        }
    }

    private func controleer(_ db: Database, _ actor: Actor, vandaag: Datum) throws -> (rij: Dossierrij, wie: GebruikerID) {
        let rij = try Dossiers.eis(db, dossier, actor, .create, .contactmoment)
        guard rij.toestand != .wacht else {
            throw Failure.state(reason: "Er is nog geen traject voor dit dossier. Daarna kunt u een afspraak maken.")
        }
        guard let wie = medewerker ?? rij.begeleider ?? actor.user else { throw Failure.notAllowed(reason: "Meld u aan.") }
        var fouten = try gegevens.veldfouten(db, rij, vandaag: vandaag)
        if wie != rij.begeleider, wie != actor.user {
            fouten.append(
                Veldfout("medewerker", code: "onbekend", "Kies de begeleider van dit dossier, of uzelf."))
        }
        try fouten.orThrow()
        return (rij, wie)
    }
}

extension AfspraakWijzigen {
    /// Moves or changes what is still to come.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> AfspraakGezet {
        let (actor, regels, vandaag) = (request.actor, middelen.regels, middelen.vandaag)
        _ = try await middelen.store.read { try controleer($0, actor, vandaag: vandaag).0.id }
        let key = gegevens.schoon.onderwerp.isEmpty ? nil : try await middelen.keys.key(for: dossier)
        return try await middelen.store.once(request.envelope) { tx in
            let (rij, oud) = try controleer(tx.db, actor, vandaag: tx.today)
            let schoon = gegevens.schoon
            let zegel = try key.zegel(schoon.onderwerp, Zegelplaats.onderwerp(afspraak))
            let verzet = (oud.regel.dag, oud.regel.van) != (schoon.dag, schoon.van)
            try tx.change("afspraak", id: afspraak.description, from: versie, why: verzet ? "verzet" : "gewijzigd") { db in
                try Afspraken.wijzig(db, afspraak, schoon, onderwerpZegel: zegel)
            }
            try rij.afspraakVerteld(
                tx, regels, afspraak, schoon.soort, schoon.dag, .gepland,
                .afspraak(
                    verzet ? .afspraakVerzet : .afspraakGewijzigd, schoon.soort, schoon.dag, schoon.van,
                    was: verzet ? (oud.regel.dag, oud.regel.van) : nil))
            return AfspraakGezet(afspraak: afspraak, dubbel: try Afspraken.dubbel(tx.db, afspraak))
        }
    }

    private func controleer(_ db: Database, _ actor: Actor, vandaag: Datum) throws -> (Dossierrij, Afspraakrij) {
        let rij = try Dossiers.eis(db, dossier, actor, .change, .contactmoment)
        let oud = try Afspraken.gepland(db, afspraak, van: dossier)
        try gegevens.veldfouten(db, rij, vandaag: vandaag).orThrow()
        return (rij, oud)
    }
}

extension AfspraakAfzeggen {
    /// Calls an appointment off, with the reason. It stays in the timeline.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .contactmoment)
            let oud = try Afspraken.gepland(tx.db, afspraak, van: dossier).regel
            try tx.change("afspraak", id: afspraak.description, from: versie, why: "afgezegd: \(reden.rawValue)") { db in
                try db.doe(
                    "UPDATE afspraak SET toestand = 'afgezegd', reden = ? WHERE id = ?", [reden.rawValue, afspraak.description])
            }
            try rij.afspraakVerteld(
                tx, regels, afspraak, oud.soort, oud.dag, .afgezegd,
                .afspraak(.afspraakAfgezegd, oud.soort, oud.dag, oud.van, reden: reden))
            return Done()
        }
    }
}

extension Afspraken {
    /// An appointment that is still to come or to be written down.
    static func gepland(_ db: Database, _ id: AfspraakID, van dossier: DossierID) throws -> Afspraakrij {
        guard let rij = try vind(db, id, van: dossier) else { throw Failure.notFound(what: "afspraak") }
        switch rij.regel.toestand {
        case .gepland: return rij
        case .gebeurd: throw Failure.state(reason: "Deze afspraak is al vastgelegd als contact.")
        case .afgezegd: throw Failure.state(reason: "Deze afspraak is afgezegd.")
        }
    }
}

extension Afspraakgegevens {
    fileprivate var schoon: Afspraakgegevens {
        var schoon = self
        schoon.onderwerp = onderwerp.trimmingCharacters(in: .whitespacesAndNewlines)
        return schoon
    }

    fileprivate func veldfouten(_ db: Database, _ rij: Dossierrij, vandaag: Datum) throws -> [Veldfout] {
        Afspraakregels.veldfouten(
            soort: soort, dag: dag, van: van, tot: tot, tolkNodig: tolkNodig, tolkGeregeld: tolkGeregeld,
            onderwerp: schoon.onderwerp, onbekendeAanwezigen: try Dossiers.nietInHuishouden(db, aanwezigen, van: rij),
            vandaag: vandaag)
    }
}

extension Dossierrij {
    /// What follows from a change of an appointment: the points of attention, the timeline, the event.
    fileprivate func afspraakVerteld(
        _ tx: Transaction, _ regels: Regels, _ afspraak: AfspraakID, _ soort: Contactsoort, _ dag: Datum,
        _ toestand: AfspraakToestand, _ feit: Tijdlijnfeit
    ) throws {
        try Aandachtspunten.bijwerken(tx.db, id, regels)
        try Tijdlijn.voegToe(tx, id, op: tx.today, feit, bron: afspraak.description)
        try tx.emit(
            AfspraakGewijzigd(
                afspraak: afspraak, traject: traject, dossier: id, soort: soort, dag: dag, toestand: toestand))
    }
}
