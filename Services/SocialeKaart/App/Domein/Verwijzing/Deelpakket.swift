// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A field about a person that a service may receive. What is not here can never leave: no BSN, V-number, origin, permit,
/// religion, health, criminal data, plan, notes or other family members.
public enum Deelveld: String, Sendable, CaseIterable {
    // Step 1, on sending: no name.
    case taalcode, tolkNodig, leeftijdsgroep, postcode4
    // Step 2, after acceptance.
    case voornaam, achternaam, contactweg, voorkeurstaal, bereikbaarheid, toelichting
    // Step 2, only where a service has shown that it needs them.
    case geboortedatum, gezinssamenstelling, geslacht, toegankelijkheid
    // Step 1, only where a service has an age limit.
    case geboortejaar

    public static let stap1: [Deelveld] = [.taalcode, .tolkNodig, .leeftijdsgroep, .postcode4, .geboortejaar]
    public static let stap2: [Deelveld] = allCases.filter { !stap1.contains($0) }
    /// What a service may receive unless its entry says otherwise.
    public static let standaard: [Deelveld] = [
        .taalcode, .tolkNodig, .leeftijdsgroep, .postcode4, .voornaam, .achternaam, .contactweg, .voorkeurstaal,
    ]

    public var isStap1: Bool { Self.stap1.contains(self) }
}

/// What leaves at `verstuurd`: facts of the referral and the white-listed facts of the person, without a name.
public struct Stap1Pakket: Sendable, Equatable {
    public let velden: [String: String]

    /// - Parameters:
    ///   - persoon: what intake gave; everything outside `toegestaan` is dropped here, whoever sent it.
    ///   - toegestaan: the white list of the service.
    public init(
        verwijzing: VerwijzingID, voorziening: VoorzieningID, leefgebied: Leefgebied, urgentie: String?, grondslag: String?,
        instemmingOp: Datum?, contactpersoon: String?, persoon: [String: String], toegestaan: [Deelveld]
    ) {
        var velden: [String: String] = [
            "verwijzingId": verwijzing.description, "voorzieningId": voorziening.description,
            "hulpvraagcode": leefgebied.rawValue,
        ]
        velden["urgentie"] = urgentie
        velden["grondslag"] = grondslag
        velden["instemmingDatum"] = instemmingOp?.description
        velden["contactpersoonVerwijzer"] = contactpersoon
        for veld in toegestaan where veld.isStap1 { velden[veld.rawValue] = persoon[veld.rawValue] }
        self.velden = velden
    }

    /// Names of the fields that may ever be in this package.
    public static let alleVelden: Set<String> = Set(
        ["verwijzingId", "voorzieningId", "hulpvraagcode", "urgentie", "grondslag", "instemmingDatum", "contactpersoonVerwijzer"]
            + Deelveld.stap1.map(\.rawValue))

    /// The facts about the person alone: what the preview shows before ground and urgency are chosen.
    public static func persoonsdeel(_ velden: [String: String]) -> [String: String] {
        velden.filter { Deelveld(rawValue: $0.key) != nil || $0.key == "contactpersoonVerwijzer" }
    }

    /// The same fields always give the same bytes: what the hash is taken of.
    public static func bytes(_ velden: [String: String]) -> Data {
        Data(
            velden.sorted { $0.key < $1.key }.map { "\($0.key.utf8.count):\($0.key)\($0.value.utf8.count):\($0.value)" }.joined()
                .utf8)
    }
}
