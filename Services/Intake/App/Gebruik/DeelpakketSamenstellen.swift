// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag

/// What a partner may know of a person. Sociale-kaart asks the fields of the service's white list for the step that the
/// referral reached; this gives the ones that may leave at all. Numbers, origin, household members and the address are
/// not among them, whoever asks.
struct DeelpakketSamenstellen: Sendable {
    let parts: IntakeParts

    func callAsFunction(
        _ query: DeelpakketOpvragen, _ actor: Actor, caller: ServiceName, because cause: Envelope
    ) async throws -> Deelpakket {
        guard query.velden.count <= 40 else {
            throw Failure.invalid([FieldError("velden", code: "te-veel", "Vraag hoogstens 40 velden.")])
        }
        let lezing = try await Dossierlezing(parts: parts).lees(
            query.dossier, actor, caller: caller, wat: "deelpakket", because: cause
        ) { db, rij in try Geheimhouding.geldt(db, rij.dossier) }
        guard lezing.rij.uitwisselbaar else { throw Failure.uitwisselingGestopt }
        let verborgen = try await verborgen(lezing)
        let today = parts.clock.today
        var values: [String: String] = [:]
        for veld in Set(query.velden) where !verborgen.contains(veld) {
            values[veld] = Partnerveld(rawValue: veld)?.waarde(lezing.gegevens, geheim: lezing.erbij, op: today)
        }
        return Deelpakket(velden: values)
    }

    /// The fields that would lead to a member of the same household about whom the exchange is stopped: where they live, and
    /// a telephone that they share.
    private func verborgen(_ lezing: Dossierlezing.Geopend<Bool>) async throws -> Set<String> {
        let gestopt = try await parts.store.read { db in
            try Huishoudregister.leden(db, lezing.rij.huishouden, metVolgers: true).filter { !$0.uitwisselbaar }.map { lid in
                (lid.dossier, try Persoonregister.verzegeld(db, lid.dossier))
            }
        }
        guard !gestopt.isEmpty else { return [] }
        var velden = [Partnerveld.postcode4.rawValue]
        for (dossier, verzegeld) in gestopt {
            guard let verzegeld else { continue }
            let gegevens = try Verzegeling.zonderBSN(verzegeld, .persoon, dossier, try await parts.kluis.key(for: dossier))
            if gegevens.client.telefoon == lezing.gegevens.client.telefoon { velden.append(Partnerveld.telefoon.rawValue) }
        }
        return Set(velden)
    }
}

/// The fields that may leave to a partner.
enum Partnerveld: String, CaseIterable, Sendable {
    case voornaam, achternaam, geboortejaar, geboortedatum, leeftijdsgroep, geslacht
    case postcode4, taalcode, voorkeurstaal, tolkNodig, telefoon, gemeente

    /// Nil when it is not known.
    /// - Parameter geheim: whether the address of the person is secret, by whatever dossier.
    func waarde(_ gegevens: Aanmeldgegevens, geheim: Bool, op dag: Datum) -> String? {
        let client = gegevens.client
        switch self {
        case .voornaam: return client.naam?.roepnaam ?? client.naam?.voornamen
        case .achternaam:
            let parts = [client.naam?.voorvoegsel, client.naam?.geslachtsnaam].compactMap(\.self)
            return parts.isEmpty ? nil : parts.joined(separator: " ")
        case .geboortejaar: return client.geboortedatum.bereik.map { String($0.lowerBound.year) }
        case .geboortedatum: return client.geboortedatum == .onbekend ? nil : client.geboortedatum.waarde
        case .leeftijdsgroep: return leeftijdsgroep(client.geboortedatum, op: dag)
        case .geslacht: return client.geslacht.map { String(describing: $0) }
        // Under geheimhouding not even the neighbourhood.
        case .postcode4: return geheim ? nil : client.adres.postcode?.cijfers
        case .taalcode, .voorkeurstaal: return gegevens.talen.spreektaal
        case .tolkNodig: return gegevens.talen.tolkNodig ? "ja" : "nee"
        case .telefoon: return client.telefoon?.description
        case .gemeente: return gegevens.gemeente.naam
        }
    }

    /// The groups of the sociale kaart; nil when the birth date does not decide.
    private func leeftijdsgroep(_ geboren: OnvolledigeDatum, op dag: Datum) -> String? {
        let grenzen = [(4, "0-3"), (12, "4-11"), (18, "12-17"), (27, "18-26"), (67, "27-66")]
        for (leeftijd, groep) in grenzen {
            switch geboren.heeftLeeftijd(leeftijd, op: dag) {
            case .nee: return groep
            case .onbekend: return nil
            case .ja: continue
            }
        }
        return "67+"
    }
}
