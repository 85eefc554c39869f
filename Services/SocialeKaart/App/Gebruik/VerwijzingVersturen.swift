// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

extension Verwijzingen {
    /// Sends a draft: the step-1 package is frozen with its hash and exactly that leaves.
    /// - Throws: `Overgangsweigering` or `Failure`; `Failure.unavailable` while intake is away.
    func versturen(_ opdracht: VerwijzingVersturen, als actor: Actor, because envelope: Envelope) async throws -> Done {
        let rij = try await rij(opdracht.verwijzing, actor, .change)
        let (gekozen, vreemd) = Self.gekozen(opdracht.velden, uit: rij.toegestaneVelden)
        guard vreemd.isEmpty else {
            throw Failure.invalid(
                vreemd.map { _ in
                    FieldError("velden", code: "niet-toegestaan", "Deze voorziening mag niet alle gekozen gegevens krijgen.")
                })
        }
        if rij.toestand == .concept {
            let gestopt = try await uitwisseling.gestopt([rij.dossier], because: envelope)
            guard gestopt.isEmpty else { throw Failure.uitwisselingGestopt }
        }
        let (instemming, ontheffing) = try Self.gelezen(opdracht, rij, vandaag: clock.today)
        // A repeat finds the referral sent already: then the answer of the first time is given and nothing is asked.
        let magNu = rij.vrijgave(.versturen, clock.today) == .mag
        let persoon = magNu ? try await personen.velden(rij.dossier, gekozen, envelope) : [:]
        let vrij = magNu ? try await verzegeldeWoorden(opdracht, rij) : nil
        return try await store.once(envelope) { tx in
            guard let rij = try VerwijzingVragen.een(tx.db, opdracht.verwijzing) else {
                throw Failure.notFound(what: "verwijzing")
            }
            let opslag = opslag(tx)
            guard rij.vrijgave(.versturen, opslag.vandaag) != .gestopt else { throw Failure.uitwisselingGestopt }
            let velden = ["grondslag": opdracht.grondslag, "instemming": opdracht.instemming, "urgentie": opdracht.urgentie]
            let pakket = Stap1Pakket(
                verwijzing: rij.id, voorziening: rij.voorziening, leefgebied: rij.leefgebied, urgentie: opdracht.urgentie,
                grondslag: opdracht.grondslag, instemmingOp: instemming.op, contactpersoon: opdracht.contactpersoon,
                persoon: persoon, toegestaan: gekozen)
            var feiten = rij.feiten(opslag.vandaag)
            feiten.voorbeeldKlopt = try opdracht.voorbeeld.map { try $0 == Self.voorbeeld(pakket.velden) } ?? true
            // The rules first: who repeats a step that was taken must hear that, and not that the entry is unchecked.
            let (_, rol) = try Overgangsregel.beoordeel(
                feiten, naar: .verstuurd, rollen: Self.rollen(actor, rij), velden: velden, vandaag: opslag.vandaag)
            try Self.magWeg(rij, vandaag: opslag.vandaag)
            try Self.grondVanVoorziening(opdracht, rij)
            try opslag.bevries(
                rij.id, stap1: pakket.velden, hash: try SHA256.hex(Stap1Pakket.bytes(pakket.velden)),
                stap2: rij.toegestaneVelden.filter { !$0.isStap1 }, vrij: vrij)
            try opslag.bewaar(instemming, bij: rij.id)
            if let ontheffing { try opslag.bewaar(ontheffing, bij: rij.id) }
            try opslag.stap(rij, vanaf: opdracht.versie, .init(naar: .verstuurd, rol: rol, velden: velden)) { db in
                try db.execute(
                    sql: """
                        UPDATE verwijzing SET verstuurd_op = ?, grondslag = ?, instemming = ?, instemming_op = ?, urgentie = ?
                        WHERE id = ?
                        """,
                    arguments: [
                        tx.nowText, opdracht.grondslag, opdracht.instemming, instemming.op.description, opdracht.urgentie,
                        rij.id.description,
                    ])
            }
            return Done()
        }
    }

    /// Agreement and release from secrecy as given; every error at once.
    private static func gelezen(_ opdracht: VerwijzingVersturen, _ rij: Verwijzingsrij, vandaag: Datum) throws -> (
        Instemmingsgegevens, Geheimhoudingsontheffing?
    ) {
        let gelezen = Instemmingsgegevens.lees(
            door: opdracht.instemmingDoor, op: opdracht.instemmingOp, hoe: opdracht.instemming, taal: opdracht.instemmingTaal,
            metTolk: opdracht.instemmingTolk, vandaag: vandaag)
        var fouten = gelezen.fouten
        let ontheffing = opdracht.ontheffing.flatMap { Geheimhoudingsontheffing(rawValue: $0) }
        if opdracht.ontheffing != nil, ontheffing == nil {
            let codes = Geheimhoudingsontheffing.allCases.map(\.rawValue).joined(separator: ", ")
            fouten.append(Veldfout("ontheffing", "onbekende-code", "Kies een van: \(codes)."))
        }
        for (veld, tekst) in [(Deelveld.bereikbaarheid, opdracht.bereikbaarheid), (.toelichting, opdracht.toelichting)] {
            guard let tekst, !tekst.isEmpty else { continue }
            if tekst.count > 500 { fouten.append(Veldfout(veld.rawValue, "tekst", "Schrijf ten hoogste 500 tekens.")) }
            if !rij.toegestaneVelden.contains(veld) {
                fouten.append(
                    Veldfout(veld.rawValue, "niet-toegestaan", "Deze voorziening mag dit niet krijgen. Laat het leeg."))
            }
        }
        guard fouten.isEmpty, let instemming = gelezen.gegevens else {
            throw Failure.invalid(fouten.map { FieldError($0.veld, code: $0.code, $0.tekst) })
        }
        return (instemming, ontheffing)
    }

    /// When to reach the person and the explanation: free words, so sealed with the key of the dossier.
    private func verzegeldeWoorden(_ opdracht: VerwijzingVersturen, _ rij: Verwijzingsrij) async throws -> Data? {
        var woorden: [String: String] = [:]
        woorden[Deelveld.bereikbaarheid.rawValue] = opdracht.bereikbaarheid
        woorden[Deelveld.toelichting.rawValue] = opdracht.toelichting
        woorden = woorden.filter { !$0.value.isEmpty }
        guard !woorden.isEmpty else { return nil }
        let tekst = String(decoding: try MessageCoding.encode(woorden), as: UTF8.self)
        return try Seal.seal(tekst, with: try await sleutels.key(for: rij.dossier), context: Self.woorden(rij.id))
    }

    static func woorden(_ id: VerwijzingID) -> String { "verwijzing.woorden:\(id)" }

    /// The ground is chosen per service; where that was done, no click chooses another.
    private static func grondVanVoorziening(_ opdracht: VerwijzingVersturen, _ rij: Verwijzingsrij) throws {
        guard let grond = rij.grondslagVoorziening, grond != opdracht.grondslag else { return }
        throw Failure.invalid([
            FieldError("grondslag", code: "andere-grond", "Voor deze voorziening is de grondslag ‘\(grond)’ vastgelegd.")
        ])
    }

    /// The mark of a preview: the hash of the facts about the person in it.
    static func voorbeeld(_ velden: [String: String]) throws -> String {
        try SHA256.hex(Stap1Pakket.bytes(Stap1Pakket.persoonsdeel(velden)))
    }

    /// The step-1 fields that leave, and what was chosen that may not.
    static func gekozen(_ velden: [String]?, uit toegestaan: [Deelveld]) -> (gekozen: [Deelveld], vreemd: [String]) {
        let stap1 = toegestaan.filter(\.isStap1)
        guard let velden else { return (stap1, []) }
        return (stap1.filter { velden.contains($0.rawValue) }, velden.filter { naam in !stap1.contains { $0.rawValue == naam } })
    }

    /// What the state machine leaves to the directory: somebody must be there, and the entry must have been checked.
    private static func magWeg(_ rij: Verwijzingsrij, vandaag: Datum) throws {
        guard rij.organisatie != nil else {
            throw Failure.state(reason: "Bij deze voorziening is geen organisatie bekend die de verwijzing kan ontvangen.")
        }
        guard rij.versheid(vandaag).isBruikbaar else {
            throw Failure.state(
                reason:
                    "Deze voorziening is niet of te lang geleden gecontroleerd. Vraag de organisatie of de vermelding klopt en leg dat vast. Daarna kunt u versturen."
            )
        }
        guard rij.verwijsbaar == "ja", rij.status == "active" else {
            throw Overgangsweigering.voorwaarde(.verwijsbaarEnActief)
        }
    }
}
