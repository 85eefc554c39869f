// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// Who may be this person already, for who is about to enter somebody by hand. What the actor may not open is left out.
struct KandidatenTonen: Sendable {
    let parts: IntakeParts

    func callAsFunction(_ query: KandidatenZoeken, _ actor: Actor) async throws -> [Kandidaatregel] {
        let mag = [Resource.dossier, .aanmelding].contains { Policy.scope(actor, .search, on: $0) != .none }
        guard mag else { throw Failure.notAllowed(reason: "Uw rol geeft geen recht om te zoeken in aanmeldingen.") }
        let vraag = try Dubbelvraag(try query.client(), parts.index)
        return try await parts.store.read { db in
            try Dubbelzoeker.zoek(db, vraag, behalve: nil).compactMap { kandidaat -> Kandidaatregel? in
                guard let wie = try Aanmeldingenlijst.bekende(db, kandidaat.dossier) else { return nil }
                guard Policy.decide(actor, .search, on: wie.isClient ? .dossier : .aanmelding, facts: wie.feiten).isYes else {
                    return nil
                }
                return Kandidaatregel(wie, kandidaat.gelijkenis)
            }
        }
    }
}

extension Kandidaatregel {
    init(_ wie: Bekende, _ gelijkenis: Gelijkenis) {
        self.init(
            wie, sterkte: gelijkenis.sterkte.rawValue, punten: gelijkenis.punten,
            redenen: gelijkenis.redenen.map { Dubbelreden(tekst: $0.tekst, voor: $0.voor) })
    }

    init(_ wie: Bekende, sterkte: String, punten: Int, redenen: [Dubbelreden]) {
        self.init(
            dossier: wie.isClient ? wie.dossier : nil, aanmelding: wie.isClient ? nil : wie.aanmelding,
            dossiernummer: wie.dossiernummer, naam: wie.naam, geboortedatum: wie.geboortedatum, sterkte: sterkte,
            punten: punten, redenen: redenen)
    }
}

extension KandidatenZoeken {
    /// What was typed so far; a field that cannot be read is said, not passed over.
    func client() throws(Failure) -> Aanmeldgegevens.Client {
        var fouten: [FieldError] = []
        func lees<Waarde: Tekstwaarde>(_ tekst: String?, _ veld: String, _ soort: Waarde.Type) -> Waarde? {
            guard let tekst, !tekst.allSatisfy(\.isWhitespace) else { return nil }
            do {
                return try Waarde(parsing: tekst)
            } catch {
                fouten.append(FieldError(veld, code: error.code, error.text))
                return nil
            }
        }
        var naam: Naam?
        if [voornamen, geslachtsnaam].contains(where: { !($0 ?? "").allSatisfy { $0.isWhitespace || $0 == "." } }) {
            do {
                naam = try Naam(
                    voornamen: voornamen, voorvoegsel: voorvoegsel, geslachtsnaam: geslachtsnaam, roepnaam: roepnaam)
            } catch {
                fouten.append(FieldError("geslachtsnaam", code: error.code, error.text))
            }
        }
        let client = Aanmeldgegevens.Client(
            bsn: lees(bsn, "bsn", BSN.self), vnummer: lees(vnummer, "vnummer", VNummer.self), naam: naam,
            geboortedatum: lees(geboortedatum, "geboortedatum", OnvolledigeDatum.self) ?? .onbekend,
            geslacht: geslacht.flatMap { Aanmeldgegevens.Geslacht(rawValue: $0) },
            telefoon: lees(telefoon, "telefoon", Telefoonnummer.self), adres: .init())
        guard fouten.isEmpty else { throw .invalid(fouten) }
        return client
    }
}
