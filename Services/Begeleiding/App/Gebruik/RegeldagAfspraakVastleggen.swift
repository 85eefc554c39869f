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

extension RegeldagAfspraakVastleggen {
    /// Makes an appointment, or changes one from the version the user saw. Who would be in two places is told, not refused.
    /// - Throws: `Failure.invalid` with every field error; `Failure.unavailable` while the key is away.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, vandaag) = (request.actor, middelen.vandaag)
        let invoer = Regeldagafspraken.Invoer(
            op: op, van: van.trimmingCharacters(in: .whitespaces), tot: tot.trimmingCharacters(in: .whitespaces),
            instantie: instantie.trimmingCharacters(in: .whitespacesAndNewlines),
            plaats: plaats.trimmingCharacters(in: .whitespacesAndNewlines), leden: Set(leden))
        // Refuse first, before a key is asked; the same is checked again in the transaction.
        let houder = try await middelen.store.read { try controleer($0, actor, invoer, vandaag: vandaag).oud?.dossier ?? dossier }
        let key = try await middelen.keys.key(for: houder)
        return try await middelen.store.once(request.envelope) { tx in
            let (rij, oud) = try controleer(tx.db, actor, invoer, vandaag: tx.today)
            let id = oud?.id ?? tx.ids.make()
            let inhoud = Afspraakinhoud(
                instantie: invoer.instantie, plaats: invoer.plaats.isEmpty ? nil : invoer.plaats)
            let tekst = String(decoding: try MessageCoding.encode(inhoud), as: UTF8.self)
            let nieuw = Regeldagafspraakrijen.Nieuw(
                op: op, van: invoer.van, tot: invoer.tot, voorziening: voorziening,
                zegel: try Seal.seal(tekst, with: key, context: Zegelplaats.regeldagafspraak(id)), tolk: tolk,
                leden: invoer.leden)
            if let oud {
                try tx.change("regeldagafspraak", id: oud.id.description, from: versie, why: "afspraak gewijzigd") { db in
                    try Regeldagafspraakrijen.wijzig(db, oud.id, nieuw)
                }
            } else {
                try Regeldagafspraakrijen.bewaar(tx.db, id, huishouden: rij.huishouden, dossier: dossier, nieuw)
                try tx.created("regeldagafspraak", id: id.description, why: "afspraak gemaakt")
            }
            try Tijdlijn.voegToe(
                tx, dossier, op: tx.today,
                Tijdlijnfeit(.regeldagafspraak, ["wat": oud == nil ? "gemaakt" : "gewijzigd", "dag": op.description]),
                bron: id.description)
            return Answer(afspraak: id, dubbel: try dubbel(tx.db, id, rij.huishouden))
        }
    }

    private func controleer(
        _ db: Database, _ actor: Actor, _ invoer: Regeldagafspraken.Invoer, vandaag: Datum
    ) throws -> (rij: Dossierrij, oud: Regeldagafspraakrij?) {
        let rij = try Dossiers.eis(db, dossier, actor, .change, .regeldag)
        let oud = try afspraak.flatMap { try Regeldagafspraakrijen.vind(db, $0) }
        if afspraak != nil, oud?.huishouden != rij.huishouden { throw Failure.notFound(what: "afspraak") }
        // Only those whom the actor may know can be sent.
        let gezin = try Dossiers.gezin(db, huishouden: rij.huishouden).filter { lid in
            try Dossiers.vind(db, lid.id)?.mag(actor, .read, .regeldag) ?? false
        }
        try Regeldagafspraken.veldfouten(
            invoer, gezin: Set(gezin.map(\.id)).union(oud?.leden ?? []), vandaag: vandaag
        ).orThrow()
        return (rij, oud)
    }

    private func dubbel(_ db: Database, _ id: RegeldagafspraakID, _ huishouden: HuishoudenID) throws -> [DossierID] {
        let alle = try Regeldagafspraakrijen.van(db, huishouden: huishouden).filter { !$0.afgezegd }.compactMap(\.afspraak)
        guard let deze = alle.first(where: { $0.id == id }) else { return [] }
        return Regeldagafspraken.dubbel(deze, naast: alle).sorted()
    }
}

extension RegeldagAfspraakAfzeggen {
    /// The appointment does not go on, or it does after all: the way back of the first.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let actor = request.actor
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .regeldag)
            guard let oud = try Regeldagafspraakrijen.vind(tx.db, afspraak), oud.huishouden == rij.huishouden else {
                throw Failure.notFound(what: "afspraak")
            }
            guard oud.versie != versie || oud.afgezegd != afgezegd else { return Done() }
            try tx.change(
                "regeldagafspraak", id: afspraak.description, from: versie,
                why: afgezegd ? "afspraak afgezegd" : "afspraak gaat toch door"
            ) { db in
                try db.doe(
                    "UPDATE regeldagafspraak SET afgezegd = ? WHERE id = ?", [afgezegd, afspraak.description])
            }
            try Tijdlijn.voegToe(
                tx, dossier, op: tx.today,
                Tijdlijnfeit(.regeldagafspraak, ["wat": afgezegd ? "afgezegd" : "hersteld", "dag": oud.op.description]),
                bron: afspraak.description)
            return Done()
        }
    }
}
