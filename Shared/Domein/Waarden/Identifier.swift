// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// An id that knows what it names, so that a traject's id is never handed in where a dossier's is asked.
///
/// The value is a UUID; new ones are version 7 (time-ordered) and come from an `IDSource`, never from `UUID()`.
public struct Identifier<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let uuid: UUID

    public init(_ uuid: UUID) { self.uuid = uuid }

    /// Reads the lower-case or upper-case text form; nil when the text is no UUID.
    public init?(_ text: String) {
        guard let uuid = UUID(text: text) else { return nil }
        self.uuid = uuid
    }

    public init?(_ text: Substring) { self.init(String(text)) }

    /// The text form everywhere: lower case with dashes.
    public var description: String { uuid.lowercaseText }

    /// The order of the text forms.
    public static func < (left: Self, right: Self) -> Bool {
        withUnsafeBytes(of: left.uuid.uuid) { left in
            withUnsafeBytes(of: right.uuid.uuid) { right in left.lexicographicallyPrecedes(right) }
        }
    }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

// The things that have an id. The cases do not exist: the enums only name the kind.
public enum DossierKind: Sendable {}
public enum AanmeldingKind: Sendable {}
public enum AanleveringKind: Sendable {}
public enum HuishoudenKind: Sendable {}
public enum LidmaatschapKind: Sendable {}
public enum VerwachtLidKind: Sendable {}
public enum WijzigingKind: Sendable {}
public enum TrajectKind: Sendable {}
public enum DoelKind: Sendable {}
public enum PauzeKind: Sendable {}
public enum ContactmomentKind: Sendable {}
public enum RegelzaakKind: Sendable {}
public enum RegeldagafspraakKind: Sendable {}
public enum RegeldocumentKind: Sendable {}
public enum VoorzieningKind: Sendable {}
public enum OrganisatieKind: Sendable {}
public enum VerwijzingKind: Sendable {}
public enum VoorschotKind: Sendable {}
public enum BewijsstukKind: Sendable {}
public enum RapportKind: Sendable {}
public enum GebruikerKind: Sendable {}
public enum TeamKind: Sendable {}
public enum SamenvoegingKind: Sendable {}
public enum AfspraakKind: Sendable {}
public enum OverdrachtKind: Sendable {}
public enum WaarnemingKind: Sendable {}
public enum SignaalKind: Sendable {}
public enum VeiligheidsafspraakKind: Sendable {}
public enum MeldcodeKind: Sendable {}
public enum NoodinzageKind: Sendable {}

/// One person. The `subject` of every message about that person.
public typealias DossierID = Identifier<DossierKind>
public typealias AanmeldingID = Identifier<AanmeldingKind>
public typealias AanleveringID = Identifier<AanleveringKind>
public typealias HuishoudenID = Identifier<HuishoudenKind>
/// One stay of one person in one household.
public typealias LidmaatschapID = Identifier<LidmaatschapKind>
/// Somebody who is expected in a household and has no dossier yet.
public typealias VerwachtLidID = Identifier<VerwachtLidKind>
/// What a gemeente changed about somebody who is a client already.
public typealias WijzigingID = Identifier<WijzigingKind>
public typealias TrajectID = Identifier<TrajectKind>
public typealias DoelID = Identifier<DoelKind>
public typealias PauzeID = Identifier<PauzeKind>
public typealias ContactmomentID = Identifier<ContactmomentKind>
public typealias RegelzaakID = Identifier<RegelzaakKind>
/// An appointment with an agency on the regeldag.
public typealias RegeldagafspraakID = Identifier<RegeldagafspraakKind>
/// A photo or PDF that proves a step of the regeldag.
public typealias RegeldocumentID = Identifier<RegeldocumentKind>
public typealias VoorzieningID = Identifier<VoorzieningKind>
public typealias OrganisatieID = Identifier<OrganisatieKind>
public typealias VerwijzingID = Identifier<VerwijzingKind>
public typealias VoorschotID = Identifier<VoorschotKind>
public typealias BewijsstukID = Identifier<BewijsstukKind>
public typealias RapportID = Identifier<RapportKind>
public typealias GebruikerID = Identifier<GebruikerKind>
public typealias TeamID = Identifier<TeamKind>
/// The decision that two dossiers are one person.
public typealias SamenvoegingID = Identifier<SamenvoegingKind>
/// An appointment in the agenda of a worker.
public typealias AfspraakID = Identifier<AfspraakKind>
/// One time that a dossier was handed over to a colleague.
public typealias OverdrachtID = Identifier<OverdrachtKind>
/// One time that a colleague looked after the dossiers of somebody who was away.
public typealias WaarnemingID = Identifier<WaarnemingKind>
public typealias SignaalID = Identifier<SignaalKind>
public typealias VeiligheidsafspraakID = Identifier<VeiligheidsafspraakKind>
/// One file of the Meldcode: a compartment of its own.
public typealias MeldcodeID = Identifier<MeldcodeKind>
/// One time that somebody read the Meldcode compartment of a dossier in an emergency.
public typealias NoodinzageID = Identifier<NoodinzageKind>
