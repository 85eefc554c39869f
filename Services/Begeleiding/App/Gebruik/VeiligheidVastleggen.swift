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

extension VeiligheidOpvragen {
    /// How to reach somebody, for who may ring; the agreements for who may read them.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Veiligheidsoverzicht {
        let actor = request.actor
        let gelezen = try await middelen.store.read { db in
            try Veiligheidslezing(db, Dossiers.eis(db, dossier, actor, .read, .veiligContact), actor)
        }
        if gelezen.heeftIets {
            // Under the name of the file itself: the read log must not tell who has something to fear.
            try await middelen.store.write(because: request.envelope) { tx in
                try Inzage.noteer(tx, dossier, .traject, aanvrager: request.caller.rawValue)
            }
        }
        var opener = Opener(middelen.keys)
        return await gelezen.overzicht(&opener)
    }
}

struct Veiligheidslezing: Sendable {
    private let dossier: DossierID
    private let contact: (zegel: Data?, versie: Int)?
    /// Nil for who may ring but not read them.
    private let afspraken: [Veiligheid.Afspraakrij]?

    /// - Parameter rij: of who may ring.
    init(_ db: Database, _ rij: Dossierrij, _ actor: Actor) throws {
        dossier = rij.id
        contact = try Veiligheid.contact(db, rij.id)
        afspraken = rij.mag(actor, .read, .veiligheid) ? try Veiligheid.afspraken(db, rij.id) : nil
    }

    var heeftIets: Bool { contact?.zegel != nil || afspraken?.isEmpty == false }

    func overzicht(_ opener: inout Opener) async -> Veiligheidsoverzicht {
        var open: VeiligContact?
        if let zegel = contact?.zegel {
            open = await opener.inhoud(zegel, van: dossier, plaats: Zegelplaats.veiligContact(dossier))
        }
        var regels: [Veiligheidsoverzicht.Afspraak] = []
        for rij in afspraken ?? [] {
            var reden: String?
            if let zegel = rij.redenZegel {
                reden = await opener.tekst(zegel, van: dossier, plaats: Zegelplaats.afspraakreden(rij.id))
            }
            regels.append(
                .init(
                    afspraak: rij.id, op: rij.op, geldtTot: rij.geldtTot,
                    tekst: await opener.tekst(rij.zegel, van: dossier, plaats: Zegelplaats.afspraak(rij.id)),
                    beeindigdOp: rij.beeindigdOp, reden: reden, door: rij.door, versie: rij.versie))
        }
        return Veiligheidsoverzicht(
            contact: open, onleesbaar: contact?.zegel != nil && open == nil, versie: contact?.versie ?? 0,
            afspraken: afspraken == nil ? nil : regels)
    }
}

extension VeiligContactZetten {
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let actor = request.actor
        _ = try await middelen.store.read { try Dossiers.eis($0, dossier, actor, .change, .veiligContact) }
        let key = try await middelen.keys.key(for: dossier)
        return try await middelen.store.once(request.envelope) { tx in
            _ = try Dossiers.eis(tx.db, dossier, actor, .change, .veiligContact)
            let schoon = contact.geknipt
            try schoon.veldfouten.orThrow()
            let zegel =
                schoon.isLeeg
                ? nil
                : try Seal.seal(MessageCoding.encode(schoon), with: key, context: Zegelplaats.veiligContact(dossier))
            try Veiligheid.zetContact(tx, dossier, zegel, van: versie)
            return Done()
        }
    }
}

extension VeiligheidsafspraakVastleggen {
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let actor = request.actor
        _ = try await middelen.store.read { try Dossiers.eis($0, dossier, actor, .create, .veiligheid) }
        let key = try await middelen.keys.key(for: dossier)
        return try await middelen.store.once(request.envelope) { tx in
            _ = try Dossiers.eis(tx.db, dossier, actor, .create, .veiligheid)
            var fouten: [Veldfout] = []
            if op > tx.today {
                fouten.append(
                    Veldfout("op", code: "toekomst", "Deze dag ligt in de toekomst. Kies vandaag of een dag die geweest is."))
            }
            if let geldtTot, geldtTot < op {
                fouten.append(Veldfout("geldtTot", code: "voor-begin", "Deze dag ligt vóór de dag van de afspraak."))
            }
            if let fout = Signaleringregels.tekstfout(tekst) { fouten.append(Veldfout("tekst", code: fout.code, fout.tekst)) }
            try fouten.orThrow()
            let id: VeiligheidsafspraakID = tx.ids.make()
            let schoon = tekst.trimmingCharacters(in: .whitespacesAndNewlines)
            try Veiligheid.bewaar(
                tx, id, dossier, op: op, tot: geldtTot,
                zegel: try Seal.seal(schoon, with: key, context: Zegelplaats.afspraak(id)))
            return Done()
        }
    }
}

extension VeiligheidsafspraakBeeindigen {
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let actor = request.actor
        _ = try await middelen.store.read { try Dossiers.eis($0, dossier, actor, .change, .veiligheid) }
        let key = try await middelen.keys.key(for: dossier)
        return try await middelen.store.once(request.envelope) { tx in
            _ = try Dossiers.eis(tx.db, dossier, actor, .change, .veiligheid)
            guard try Veiligheid.afspraken(tx.db, dossier).contains(where: { $0.id == afspraak }) else {
                throw Failure.notFound(what: "afspraak")
            }
            let schoon = try Signaleringregels.verplicht("reden", reden)
            try Veiligheid.beeindig(
                tx, afspraak, van: versie,
                zegel: try Seal.seal(schoon, with: key, context: Zegelplaats.afspraakreden(afspraak)))
            return Done()
        }
    }
}

extension VeiligContact {
    fileprivate var geknipt: VeiligContact {
        func kort(_ tekst: String) -> String { tekst.trimmingCharacters(in: .whitespacesAndNewlines) }
        return VeiligContact(
            nummer: kort(nummer), tijden: kort(tijden), nietTolk: kort(nietTolk), geenBericht: geenBericht,
            nietThuis: nietThuis, toelichting: kort(toelichting))
    }

    fileprivate var veldfouten: [Veldfout] {
        var fouten: [Veldfout] = []
        for (veld, tekst, lengte) in [
            ("tijden", tijden, 200), ("nietTolk", nietTolk, 200), ("toelichting", toelichting, Signaleringregels.langsteTekst),
        ] where tekst.count > lengte {
            fouten.append(Veldfout(veld, code: "te-lang", "Gebruik hoogstens \(lengte) tekens."))
        }
        let cijfers = nummer.filter(\.isNumber).count
        if !nummer.isEmpty,
            !(6...15).contains(cijfers) || nummer.count > 30 || !nummer.allSatisfy({ $0.isNumber || "+ -()".contains($0) })
        {
            fouten.append(Veldfout("nummer", code: "vorm", "Vul een telefoonnummer in, zoals 06 12345678."))
        }
        return fouten
    }
}
