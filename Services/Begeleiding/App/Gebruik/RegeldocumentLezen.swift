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

extension RegeldocumentLezen {
    /// Gives out the document from one byte on, at most one stored piece at a time. Behind the end: no bytes.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, begin) = (request.actor, max(vanaf, 0))
        let (rij, deel) = try await middelen.store.read { db in
            let rij = try Regeldocumenten.eis(db, document, bij: regelzaak, via: dossier, actor, .read)
            guard rij.ingetrokkenOp == nil else { throw Failure.notFound(what: "document") }
            return (rij, try Regeldocumenten.deel(db, document, byte: begin))
        }
        try await Inzage.noteerStuk(middelen.store, request, rij.dossier, .regeldocument, vervolg: begin > 0)
        guard let deel else { return Answer(mediatype: rij.bestand.rawValue, grootte: rij.ontvangen, inhoud: Data()) }
        let key = try await middelen.keys.key(for: rij.dossier)
        let inhoud = try Seal.open(deel.zegel, with: key, context: Zegelplaats.regeldocument(document, vanaf: deel.vanaf))
        return Answer(
            mediatype: rij.bestand.rawValue, grootte: rij.ontvangen, inhoud: Data(inhoud.dropFirst(begin - deel.vanaf)))
    }
}

extension RegeldocumentIntrekken {
    /// Takes the bytes away at once and keeps who, when and why. There is no way back: a document is added anew.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let actor = request.actor
        return try await middelen.store.once(request.envelope) { tx in
            let plek = try Regelzaakplek(tx.db, dossier, regelzaak, actor, .change, .regeldocument)
            let rij = try Regeldocumenten.eis(tx.db, document, bij: regelzaak, via: dossier, actor, .change)
            guard rij.ingetrokkenOp == nil else { throw Failure.state(reason: "Dit document is al ingetrokken.") }
            try Regeldocumenten.trekIn(tx, document, reden)
            try Tijdlijn.voegToe(
                tx, rij.dossier, op: tx.today,
                Tijdlijnfeit(.regeldocument, ["naam": plek.zaak.naam, "wat": "ingetrokken"]), bron: regelzaak.description)
            return Done()
        }
    }
}

extension Regeldocumenten {
    /// A document that came in whole, of who may do this with it: a document is somebody's, also at a step of the whole household.
    /// - Throws: `Failure.notFound`, also for one that belongs elsewhere.
    fileprivate static func eis(
        _ db: Database, _ id: RegeldocumentID, bij zaak: RegelzaakID, via dossier: DossierID, _ actor: Actor, _ action: Action
    ) throws -> Regeldocumentrij {
        _ = try Regelzaakplek(db, dossier, zaak, actor, action, .regeldocument)
        guard let rij = try vind(db, id), rij.regelzaak == zaak, rij.toegevoegdOp != nil, try mag(db, rij, actor, action) else {
            throw Failure.notFound(what: "document")
        }
        return rij
    }

    /// Those of a step that the actor may see; nil for who may not see documents.
    static func zichtbaar(_ db: Database, _ plek: Regelzaakplek, _ actor: Actor) throws -> [Regeldocumentrij]? {
        guard plek.rij.mag(actor, .list, .regeldocument) else { return nil }
        return try van(db, plek.zaak.id).filter { try mag(db, $0, actor, .list) }
    }

    private static func mag(_ db: Database, _ rij: Regeldocumentrij, _ actor: Actor, _ action: Action) throws -> Bool {
        try Dossiers.vind(db, rij.dossier)?.mag(actor, action, .regeldocument) ?? false
    }
}

extension Regeldocumentrij {
    var beeld: Regelzaakbeeld.Document? {
        guard ingetrokkenOp == nil, let toegevoegdOp else { return nil }
        return .init(
            document: id, soort: soort, mediatype: bestand.rawValue, grootte: ontvangen, op: Datum(toegevoegdOp),
            door: toegevoegdDoor)
    }

    /// What was done with it, as lines of the history of its step.
    var verloop: [Regelzaakbeeld.Regel] {
        var regels: [Regelzaakbeeld.Regel] = []
        if let op = ingetrokkenOp, let reden {
            regels.append(.init(op: Datum(op), zin: Regeldocumentregels.ingetrokken(soort, reden), door: ingetrokkenDoor))
        }
        if let op = toegevoegdOp {
            regels.append(.init(op: Datum(op), zin: Regeldocumentregels.toegevoegd(soort, bestand), door: toegevoegdDoor))
        }
        return regels
    }
}

extension Inzage {
    /// Of a file that is read in pieces.
    /// - Parameter vervolg: a later piece: logged only when this reader has no line for it in the past hour, so that nobody reads
    ///   the end of a file unseen and nobody fills the log with one file.
    fileprivate static func noteerStuk(_ store: Store, _ request: Request, _ dossier: DossierID, _ wat: Wat, vervolg: Bool)
        async throws
    {
        if vervolg {
            let (door, sinds) = (request.actor.user.kolom(), Instant.text(store.clock.now.addingTimeInterval(-3600)))
            let staatEr = try await store.read { db in
                try db.rij(
                    "SELECT 1 FROM inzage WHERE dossier = ? AND wat = ? AND gebruiker IS ? AND op > ? LIMIT 1",
                    [dossier.description, wat.rawValue, door, sinds]) != nil
            }
            if staatEr { return }
        }
        try await store.write(because: request.envelope) { try noteer($0, dossier, wat, aanvrager: request.caller.rawValue) }
    }
}
