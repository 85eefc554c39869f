// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opdrachten
import Opslag
import Toegang

/// A worker changes what is known of a person: all fields at once, or none with every mistake named.
struct GegevensZetten: Sendable {
    let parts: IntakeParts

    func callAsFunction(_ command: GegevensVastleggen, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let geopend = try await PersoonOpenen(parts: parts)(command.dossier)
        try Policy.decide(actor, .change, on: .dossier, facts: geopend.rij.feiten).orThrow()
        var (nieuw, fouten) = ([Gegevensveld: String](), [FieldError]())
        for (naam, waarde) in command.velden {
            guard let veld = Gegevensveld(rawValue: naam), veld.isVoorMedewerker else {
                fouten.append(FieldError("velden", code: "onbekend", "Eén van de velden is niet bekend."))
                continue
            }
            nieuw[veld] = waarde
        }
        let groepen = command.inOnderzoek?.compactMap(Gegevensveld.Groep.init)
        if groepen?.count != command.inOnderzoek?.count {
            fouten.append(FieldError("inOnderzoek", code: "keuze", "Kies uit de lijst wat in onderzoek is."))
        }
        var oud = geopend.gegevens
        if let groepen { oud.inOnderzoek = groepen.isEmpty ? nil : Set(groepen).map(\.rawValue).sorted() }
        let wijziging = Gegevenswijziging(oud, nieuw, vandaag: parts.clock.today)
        fouten += wijziging.fouten.map { FieldError($0.veld, code: $0.code, $0.zin) }
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        let bijwerken = try await PersoonBijwerken(parts: parts, geopend: geopend)
        return try await parts.store.once(envelope) { tx in
            // What was opened is what is changed: its version is the caller's, or somebody was first.
            let versie = min(command.versie, geopend.rij.versie)
            try bijwerken.voer(wijziging, versie: versie, waarom: "gegevens gewijzigd door een medewerker", in: tx)
            return Done()
        }
    }
}

/// One of the three facts about a person changes.
struct PersoonsfeitZetten: Sendable {
    let parts: IntakeParts

    func callAsFunction(_ command: PersoonsfeitVastleggen, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        guard let soort = Persoonsfeitsoort(rawValue: command.soort) else {
            throw Failure.invalid([FieldError("soort", code: "keuze", "Kies welk feit verandert.")])
        }
        let geopend = try await PersoonOpenen(parts: parts)(command.dossier)
        let rij = geopend.rij
        // What is paid for and who belongs to the contract is for the team leader to say.
        guard actor.has(.teamleider) else { throw Failure.notAllowed(reason: "Dit legt de teamleider vast.") }
        try Policy.decide(actor, .change, on: .dossier, facts: rij.feiten).orThrow()
        let nieuw = try nieuw(soort, command.waarde, geopend)
        let bijwerken = try await PersoonBijwerken(parts: parts, geopend: geopend)
        let gegevens = geopend.gegevens
        return try await parts.store.once(envelope) { tx in
            let vorige = try Persoonsfeiten.nu(tx.db, rij.dossier, soort)
            let eigenTraject = nieuw.map(\.eigenTraject) ?? rij.eigenTraject
            if let fout = Persoonsfeitregels.bezwaar(
                soort, command.waarde, reden: command.reden, van: command.van, vorige: vorige?.van,
                eigenTraject: eigenTraject, vandaag: tx.today)
            {
                throw Failure.invalid([FieldError(fout.veld, code: fout.code, fout.zin)])
            }
            try tx.change("persoon", id: rij.dossier.description, from: command.versie, why: "\(soort.rawValue) vastgelegd") {
                if let nieuw {
                    try Persoonregister.zetGroep($0, rij.dossier, nieuw.doelgroep, eigenTraject: nieuw.eigenTraject)
                }
            }
            try Persoonsfeiten.voegToe(
                tx, rij.dossier, soort, command.waarde, van: command.van, bron: "medewerker", reden: command.reden)
            if let nieuw, nieuw.eigenTraject, !rij.eigenTraject {
                try Persoonsfeiten.voegToe(
                    tx, rij.dossier, .factureerbaar, (nieuw.factureerbaar ? Feit.ja : .nee).rawValue, van: command.van,
                    bron: "contract", reden: "contract")
            }
            try bijwerken.meld([soort.rawValue], gegevens, in: tx)
            return Done()
        }
    }

    private struct Groep {
        var doelgroep: Doelgroep
        var eigenTraject: Bool
        var factureerbaar: Bool
    }

    /// What another target group brings along by the contract. A traject that runs is not taken away by a fact.
    private func nieuw(
        _ soort: Persoonsfeitsoort, _ waarde: String, _ geopend: PersoonOpenen.Geopend
    ) throws -> Groep? {
        guard soort == .doelgroep, let groep = Doelgroep(rawValue: waarde) else { return nil }
        let regel = parts.opdrachten.opdracht(id: geopend.rij.opdracht)?.regel(voor: groep)
        guard let regel else {
            throw Failure.invalid([FieldError("waarde", code: "buiten-contract", "Deze groep hoort niet bij de opdracht.")])
        }
        let acceptatie = Acceptatie(
            doelgroep: groep, geboortedatum: geopend.gegevens.client.geboortedatum, regel: regel, op: parts.clock.today)
        if groep != .kind, groep != .exAMV, acceptatie.is18 == .nee {
            throw Failure.invalid([FieldError("waarde", code: "leeftijd", "Deze persoon is nog geen 18 jaar.")])
        }
        return Groep(
            doelgroep: groep, eigenTraject: acceptatie.eigenTraject || geopend.rij.eigenTraject,
            factureerbaar: acceptatie.factureerbaar)
    }
}
