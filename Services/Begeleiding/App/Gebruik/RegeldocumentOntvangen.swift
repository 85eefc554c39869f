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

extension RegeldocumentDeel {
    /// Takes in one piece: checks it, seals it, and after the last one compares the hash of the whole.
    ///
    /// A piece that does not begin where the last one ended changes nothing and is answered with how far the document is: a sender
    /// goes on after a break without asking first. With a wrong hash all of it is thrown away.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, store) = (request.actor, middelen.store)
        let (eigenaar, half) = try await store.read { db in
            let plek = try Regelzaakplek(db, dossier, regelzaak, actor, .attach, .regeldocument)
            return (plek.zaak.dossier ?? dossier, try Regeldocumenten.vind(db, document))
        }
        try Regeldocumentregels.veldfouten(soort, vanaf: vanaf, lengte: inhoud.count, hash: hash).orThrow()
        if let bekend = try await store.answer(to: request.envelope.id, as: Answer.self) { return bekend }
        if let half {
            guard half.regelzaak == regelzaak, half.dossier == eigenaar else { throw Failure.notFound(what: "document") }
            if half.ingetrokkenOp != nil { throw Failure.state(reason: "Dit document is ingetrokken. Voeg het opnieuw toe.") }
            if half.toegevoegdOp != nil { return Answer(ontvangen: half.ontvangen, klaar: true) }
            guard half.hash == hash else {
                throw Failure.invalid([
                    FieldError("hash", code: "anders", "Dit deel hoort bij een ander bestand. Begin opnieuw.")
                ])
            }
        }
        let er = half?.ontvangen ?? 0
        guard vanaf == er, !inhoud.isEmpty else { return Answer(ontvangen: er, klaar: false) }
        let bestand = try half?.bestand ?? bestandssoort()
        let key = try await middelen.keys.key(for: eigenaar)
        if laatste, try await hashVanAlles(store, key) != hash {
            try await store.write(because: request.envelope) { try Regeldocumenten.gooiWeg($0, document) }
            throw Failure.invalid([
                FieldError("hash", code: "beschadigd", "Het bestand is onderweg beschadigd. Stuur het nog een keer.")
            ])
        }
        let deel = Regeldocumentdeel(
            vanaf: vanaf, lengte: inhoud.count,
            zegel: try Seal.seal(inhoud, with: key, context: Zegelplaats.regeldocument(document, vanaf: vanaf)))
        return try await store.once(request.envelope) { tx in
            let plek = try Regelzaakplek(tx.db, dossier, regelzaak, actor, .attach, .regeldocument)
            // Somebody else may have sent the same piece since.
            let nu = try Regeldocumenten.vind(tx.db, document)
            guard nu?.ontvangen ?? 0 == er, nu?.toegevoegdOp == nil else {
                return Answer(ontvangen: nu?.ontvangen ?? 0, klaar: nu?.toegevoegdOp != nil)
            }
            if nu == nil {
                try Regeldocumenten.ruimHalveOp(tx)
                guard try Regeldocumenten.aantal(tx.db, regelzaak) < Regeldocumentregels.meeste else {
                    throw Failure.state(reason: "Bij een stap horen ten hoogste \(Regeldocumentregels.meeste) documenten.")
                }
                try Regeldocumenten.begin(tx, self, van: eigenaar, bestand)
            }
            try Regeldocumenten.bewaar(tx, document, deel)
            if laatste {
                try Regeldocumenten.voltooi(tx, document)
                try Tijdlijn.voegToe(
                    tx, eigenaar, op: tx.today, Tijdlijnfeit(.regeldocument, ["naam": plek.zaak.naam]),
                    bron: regelzaak.description)
            }
            return Answer(ontvangen: er + deel.lengte, klaar: laatste)
        }
    }

    private func bestandssoort() throws(Failure) -> Bestandssoort {
        guard let soort = Bestandssoort(begin: inhoud) else {
            throw .invalid([
                FieldError("inhoud", code: "soort", "Kies een foto (JPEG of PNG) of een PDF. Een ander soort bestand kan niet.")
            ])
        }
        return soort
    }

    /// The hash of what is stored followed by this last piece; one piece in memory at a time.
    private func hashVanAlles(_ store: Store, _ key: SealKey) async throws -> String {
        var hash = try SHA256()
        var byte = 0
        while byte < vanaf {
            let van = byte
            guard let deel = try await store.read({ try Regeldocumenten.deel($0, document, byte: van) }) else { break }
            hash.update(
                try Seal.open(deel.zegel, with: key, context: Zegelplaats.regeldocument(document, vanaf: deel.vanaf)))
            byte = deel.vanaf + deel.lengte
        }
        hash.update(inhoud)
        return Hex.text(hash.finish())
    }
}
