// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opdrachten
import Opslag
import Toegang

/// A worker takes a decision back. What was accepted is no dossier any more and what was refused is compared with others
/// again; both wait for a new decision. Once somebody has begun with the person it is too late.
struct Terugzetten: Sendable {
    let parts: IntakeParts

    static let alBegonnen =
        "De begeleiding is al begonnen: er is een begeleider of een contact. Het besluit kan niet meer worden teruggedraaid."

    func callAsFunction(_ command: AanmeldingTerugzetten, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let (gevonden, sealed) = try await parts.store.read { db in
            (try Aanmeldingregister.vind(db, command.aanmelding), try Aanmeldingregister.verzegeld(db, command.aanmelding))
        }
        let rij = try gevonden.orNotFound(actor)
        try Policy.decide(actor, .decide, on: .aanmelding, facts: rij.feiten).orThrow()
        guard let sealed, let opdracht = parts.opdrachten.opdracht(id: rij.opdracht) else {
            throw Failure.notFound(what: "opdracht")
        }
        let key = try await parts.kluis.key(for: rij.dossier)
        let gegevens = try Verzegeling.open(sealed, .aanmelding, rij.dossier, key)
        let kenmerken = try parts.index.kenmerken(van: gegevens)
        return try await parts.store.once(envelope) { tx in
            guard let nu = try Aanmeldingregister.vind(tx.db, rij.id), nu.toestand.isBesloten else {
                throw Failure.state(reason: "Over deze aanmelding is nu geen besluit om terug te draaien.")
            }
            let dag = tx.today
            let persoon = try Persoonregister.vind(tx.db, rij.dossier)
            guard try !Persoonregister.isBegonnen(tx.db, rij.dossier) else { throw Failure.state(reason: Self.alBegonnen) }
            guard try !Samenvoegregister.doetMee(tx.db, rij.dossier) else {
                throw Failure.state(reason: "Dit is samengevoegd met een ander dossier. Maak eerst de samenvoeging ongedaan.")
            }
            let kandidaten = try Dubbelzoeker.zoek(tx.db, kenmerken, behalve: rij.dossier)
            let oordeel = Beoordeling.oordeel(
                over: gegevens, opdracht: opdracht, heeftDubbel: !kandidaten.isEmpty, op: dag)
            // A rule would say yes or no at once; a person took it back, so a person decides.
            let redenen = if case .inControle(let redenen) = oordeel { redenen } else { [Controlereden.teruggezet] }
            try tx.change("aanmelding", id: rij.id.description, from: command.versie, why: "besluit teruggedraaid") { db in
                try Aanmeldingregister.zet(
                    db, rij.id, toestand: .inControle, redenen: redenen.map(\.rawValue), op: dag)
            }
            if let persoon { try Self.neemTerug(tx, persoon, rij.id) }
            try Kenmerkregister.zet(tx.db, kenmerken, voor: rij.dossier)
            try Kandidatenregister.bewaar(tx.db, kandidaten, bij: rij.id, rij.dossier, key)
            try tx.emit(
                AanmeldingTeruggezet(
                    aanmelding: rij.id, dossier: persoon?.dossier, gemeente: rij.gemeente, teruggezetOp: dag))
            try parts.melden?(.toestand, over: rij.id, gemeente: rij.gemeente, dossier: rij.dossier, tx)
            return Done()
        }
    }

    private static func neemTerug(_ tx: Transaction, _ persoon: Persoonrij, _ aanmelding: AanmeldingID) throws {
        do {
            try Persoonregister.neemTerug(tx, persoon, aanmelding)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw Failure.state(reason: "Aan dit dossier hangt al meer. Het besluit kan niet meer worden teruggedraaid.")
        }
    }
}
