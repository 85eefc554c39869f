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

extension Middelen {
    /// The file, when the actor may do this with it. A refusal is written in the read log of the file and sounds like a
    /// file that does not exist.
    func meldcode(_ zaak: MeldcodeID, _ action: Action, _ request: Request) async throws -> Meldcoderij {
        let nu = store.clock.now
        guard let rij = try await store.read({ try Meldcode.vind($0, zaak, op: nu) }) else {
            throw Failure.notFound(what: "pagina")
        }
        guard Policy.decide(request.actor, action, on: .meldcode, facts: rij.feiten).isYes else {
            try await store.write(because: request.envelope) { try Meldcode.noteer($0, zaak, .geweigerd) }
            throw Failure.notFound(what: "pagina")
        }
        return rij
    }

    /// The key of one file: asked after the policy said yes, for this request only.
    func sleutel(_ rij: Meldcoderij, _ request: Request) async throws -> SealKey {
        try await compartimenten.key(for: rij.id.uuid, of: rij.dossier, because: request.envelope)
    }
}

extension MeldcodeOpenen {
    /// Opens a file; who opens it is named in it. The first thing is written down afterwards, under the key of the file.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let actor = request.actor
        return try await middelen.store.once(request.envelope) { tx in
            guard let rij = try Dossiers.vind(tx.db, dossier), rij.mag(actor, .create, .meldcode), let ik = actor.user else {
                throw Failure.notFound(what: "dossier")
            }
            let id: MeldcodeID = tx.ids.make()
            try Meldcode.open(tx, id, rij, door: ik)
            try Meldcode.noteer(tx, id, .geschreven)
            return Answer(zaak: id)
        }
    }
}

extension MeldcodeZaken {
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Page<Zaak> {
        let bereik = Policy.scope(request.actor, .list, on: .meldcode)
        guard bereik != .none else { throw Failure.notFound(what: "pagina") }
        let (na, limit) = (try Sleutelplaats.lees(page.after), page.limit)
        let rijen = try await middelen.store.read { try Meldcode.lijst($0, bereik, na: na, limit: limit + 1) }
        return Page(
            rows: rijen.prefix(limit).map {
                Zaak(
                    zaak: $0.id, dossier: $0.dossier, dossiernummer: $0.dossiernummer, geopendOp: $0.geopendOp,
                    geslotenOp: $0.geslotenOp)
            }, next: rijen.count > limit ? rijen.prefix(limit).last.map { Sleutelplaats.tekst($0.geopendOp, $0.id) } : nil)
    }
}

extension MeldcodeOpvragen {
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Meldcodezaak {
        let rij = try await middelen.meldcode(zaak, .read, request)
        let key = try await middelen.sleutel(rij, request)
        let noodTot = rij.noodTot(request.actor)
        try await middelen.store.write(because: request.envelope) {
            try Meldcode.noteer($0, zaak, noodTot == nil ? .gelezen : .noodGelezen)
        }
        let (rijen, inzagen) = try await middelen.store.read { db in
            (try Meldcode.feiten(db, zaak), try Meldcode.inzagen(db, zaak))
        }
        let feiten = try rijen.map { feit in
            Meldcodezaak.Feit(
                nummer: feit.nummer, inhoud: try feit.open(key, zaak), door: feit.door, vastgelegdOp: feit.op)
        }
        let stand = Meldcoderegels.Stand(feiten.map(\.inhoud.regel))
        var beeld = Meldcodezaak(
            zaak: rij.id, dossier: rij.dossier, dossiernummer: rij.dossiernummer, geopendOp: rij.geopendOp,
            geslotenOp: rij.geslotenOp, feiten: feiten, gedaan: stand.gedaan.sorted(), aanZet: stand.aanZet,
            kindcheckGedaan: stand.kindcheck, betrokkenen: rij.betrokkenen, inzagen: inzagen, versie: rij.versie)
        beeld.noodTot = noodTot
        return beeld
    }
}

extension MeldcodeVastleggen {
    /// Adds something to the file by the rules of the steps. What stands there is never changed.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let actor = request.actor
        let key = try await middelen.sleutel(try await middelen.meldcode(zaak, .change, request), request)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Meldcode.eis(tx, zaak, actor, .change)
            let eerder = try Meldcode.feiten(tx.db, zaak).map { try $0.open(key, zaak).regel }
            let stand = Meldcoderegels.Stand(eerder)
            let schoon = feit.geknipt
            if let waarom = Meldcoderegels.weigering(schoon.soort, stand) { throw Failure.state(reason: waarom) }
            try Meldcoderegels.veldfouten(schoon.regel, stand, vandaag: tx.today).orThrow()
            try Meldcode.schrijf(tx, rij, schoon, nummer: stand.aantal + 1, van: versie, key)
            if schoon.soort == .gesloten { try Meldcode.sluit(tx, zaak) }
            return Done()
        }
    }
}

extension MeldcodeBetrekken {
    /// Names a colleague in the file, or no longer; the reason stands in the file, under its seal.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let actor = request.actor
        let key = try await middelen.sleutel(try await middelen.meldcode(zaak, .assign, request), request)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Meldcode.eis(tx, zaak, actor, .assign)
            var fouten: [Veldfout] = []
            if let fout = Signaleringregels.tekstfout(reden) { fouten.append(Veldfout("reden", code: fout.code, fout.tekst)) }
            let isErbij = rij.betrokkenen.contains(gebruiker)
            if erbij == isErbij {
                fouten.append(
                    Veldfout(
                        "gebruiker", code: "al-zo", erbij ? "Deze collega staat er al bij." : "Deze collega staat er niet bij."))
            } else if erbij {
                let actief = try tx.db.aantal(
                    "SELECT COUNT(*) FROM medewerker WHERE id = ? AND actief = 1 AND team = ?",
                    [gebruiker.description, rij.team.description])
                if actief == 0 {
                    fouten.append(Veldfout("gebruiker", code: "onbekend", "Kies een collega uit dit team die hier nu werkt."))
                }
            }
            try fouten.orThrow()
            let feit = Meldcodefeit(
                soort: .betrokken, op: tx.today, met: gebruiker.description,
                tekst: reden.trimmingCharacters(in: .whitespacesAndNewlines), antwoorden: ["erbij": erbij ? "ja" : "nee"])
            let nummer = try Meldcode.feiten(tx.db, zaak).count + 1
            try Meldcode.schrijf(tx, rij, feit, nummer: nummer, van: versie, key)
            try Meldcode.betrek(tx, zaak, gebruiker, erbij: erbij)
            return Done()
        }
    }
}

extension Meldcode {
    fileprivate static func eis(
        _ tx: Transaction, _ zaak: MeldcodeID, _ actor: Actor, _ action: Action
    ) throws -> Meldcoderij {
        guard let rij = try vind(tx.db, zaak, op: tx.now), Policy.decide(actor, action, on: .meldcode, facts: rij.feiten).isYes
        else {
            throw Failure.notFound(what: "pagina")
        }
        return rij
    }

    fileprivate static func schrijf(
        _ tx: Transaction, _ rij: Meldcoderij, _ feit: Meldcodefeit, nummer: Int, van versie: Int, _ key: SealKey
    ) throws {
        let zegel = try Seal.seal(
            MessageCoding.encode(feit), with: key, context: Zegelplaats.meldcode(rij.id, nummer))
        try voegToe(tx, rij, van: versie, nummer: nummer, zegel: zegel)
        try noteer(tx, rij.id, .geschreven)
    }
}

extension Meldcodefeitrij {
    fileprivate func open(_ key: SealKey, _ zaak: MeldcodeID) throws -> Meldcodefeit {
        try MessageCoding.decode(
            Meldcodefeit.self, from: try Seal.open(zegel, with: key, context: Zegelplaats.meldcode(zaak, nummer)))
    }
}

extension Meldcodefeit {
    var regel: Meldcoderegels.Feit {
        .init(
            soort: soort, op: op, met: met, tekst: tekst, antwoorden: antwoorden, afwijking: afwijking, over: over)
    }

    fileprivate var geknipt: Meldcodefeit {
        func kort(_ tekst: String) -> String { tekst.trimmingCharacters(in: .whitespacesAndNewlines) }
        return Meldcodefeit(
            soort: soort, op: op, met: kort(met), tekst: kort(tekst), antwoorden: antwoorden, afwijking: kort(afwijking),
            over: over)
    }
}
