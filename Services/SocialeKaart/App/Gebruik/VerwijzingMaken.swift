// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import GRDB
import Opslag
import Toegang

extension Verwijzingen {
    /// Makes a draft. Nothing leaves. An unchecked entry may be named in it, with a warning.
    /// - Throws: `Overgangsweigering` or `Failure`.
    func maken(_ opdracht: VerwijzingMaken, als actor: Actor, because envelope: Envelope) async throws -> VerwijzingMaken.Answer {
        let id = ids.make(VerwijzingID.self)
        return try await store.once(envelope) { tx in
            let db = tx.db
            let vandaag = tx.today
            let toegewezen = try Row.fetchOne(
                db, sql: "SELECT begeleider, team, gemeente FROM toewijzing WHERE dossier = ?",
                arguments: [opdracht.dossier.description])
            let begeleider = (toegewezen?["begeleider"] as String?).flatMap { GebruikerID($0) }
            let team = (toegewezen?["team"] as String?).flatMap { TeamID($0) }
            try Policy.decide(
                actor, .create, on: .verwijzing,
                facts: Facts(
                    begeleiders: begeleider.map { [$0] } ?? [], team: team, gemeente: toegewezen?["gemeente"],
                    dossier: opdracht.dossier)
            ).orThrow()
            guard try Samengevoegd.wortel(db, van: opdracht.dossier) == nil else { throw Failure.dossierIsSamengevoegd }
            guard
                let voorziening = try Row.fetchOne(
                    db, sql: "SELECT organisatie_id, verwijsbaar, status FROM voorziening WHERE id = ?",
                    arguments: [opdracht.voorziening.description])
            else {
                throw Failure.invalid([
                    FieldError("voorziening", code: "bestaat-niet", "Deze voorziening staat niet op de sociale kaart.")
                ])
            }
            var feiten = Verwijzingsfeiten(toestand: nil)
            feiten.verwijsbaarEnActief = voorziening["verwijsbaar"] == "ja" && voorziening["status"] == "active"
            feiten.inCaseload = actor.werktVoor(begeleider)
            _ = try Overgangsregel.beoordeel(
                feiten, naar: .concept, rollen: Self.rollen(actor, begeleider: begeleider, team: team, organisatie: nil),
                velden: [
                    "voorzieningId": opdracht.voorziening.description, "hulpvraagcode": opdracht.leefgebied.rawValue,
                ], vandaag: vandaag)
            try Self.geenAndere(db, opdracht.dossier, opdracht.voorziening)
            try Self.vervangtIetsDatVoorbijIs(db, opdracht)
            let organisatie = (voorziening["organisatie_id"] as String?).flatMap { OrganisatieID($0) }
            try VerwijzingOpslag(tx: tx).maak(id, opdracht, organisatie: organisatie)
            let rij = try VerwijzingVragen.een(db, id)
            return VerwijzingMaken.Answer(verwijzing: id, waarschuwingen: rij?.waarschuwingen(vandaag) ?? [])
        }
    }

    /// A new attempt names the old one: of the same person, and over.
    private static func vervangtIetsDatVoorbijIs(_ db: Database, _ opdracht: VerwijzingMaken) throws {
        guard let vervangt = opdracht.vervangt else { return }
        guard let oude = try VerwijzingVragen.een(db, vervangt), oude.dossier == opdracht.dossier else {
            throw Failure.invalid([
                FieldError("vervangt", code: "bestaat-niet", "Deze persoon heeft geen verwijzing met dit nummer.")
            ])
        }
        guard oude.toestand.isEinde else {
            throw Failure.state(reason: "De vorige verwijzing loopt nog. Trek die eerst in.")
        }
    }

    /// One open referral per person and service; the unique index holds it, this says it in words.
    static func geenAndere(_ db: Database, _ dossier: DossierID, _ voorziening: VoorzieningID) throws {
        let open = VerwijzingToestand.allCases.filter { !$0.isEinde }.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let loopt = try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM verwijzing WHERE dossier = ? AND voorziening_id = ? AND toestand IN (\(open)))",
            arguments: [dossier.description, voorziening.description])
        if loopt == true {
            throw Failure.state(reason: "Er loopt al een verwijzing van deze persoon naar deze voorziening.")
        }
    }
}
