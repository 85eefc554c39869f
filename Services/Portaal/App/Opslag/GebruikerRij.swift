// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// A user as the store has it, without what is secret.
struct GebruikerRij: Sendable, Equatable {
    let id: GebruikerID
    let gebruikersnaam: String
    let naam: String
    let rollen: Set<Role>
    let team: TeamID?
    let gemeente: String?
    let organisatie: OrganisatieID?
    let actief: Bool
    let versie: Int

    init(
        id: GebruikerID, gebruikersnaam: String, naam: String, rollen: Set<Role>, team: TeamID? = nil, gemeente: String? = nil,
        organisatie: OrganisatieID? = nil, actief: Bool = true, versie: Int = 1
    ) {
        (self.id, self.gebruikersnaam, self.naam, self.rollen) = (id, gebruikersnaam, naam, rollen)
        (self.team, self.gemeente, self.organisatie) = (team, gemeente, organisatie)
        (self.actief, self.versie) = (actief, versie)
    }

    static let kolommen = "id, gebruikersnaam, naam, rollen, team, gemeente, organisatie, actief, versie"

    /// - Throws: `Failure.fault` when the store holds what it never should.
    init(_ row: Row) throws {
        guard let id = GebruikerID(row["id"] as String) else { throw Failure.fault(reference: "gebruiker-id") }
        self.init(
            id: id, gebruikersnaam: row["gebruikersnaam"], naam: row["naam"], rollen: Self.rollen(row["rollen"]),
            team: (row["team"] as String?).flatMap { TeamID($0) }, gemeente: row["gemeente"],
            organisatie: (row["organisatie"] as String?).flatMap { OrganisatieID($0) }, actief: row["actief"],
            versie: row["versie"])
    }

    /// Roles as one text, sorted: `begeleider,teamleider`.
    static func tekst(_ rollen: Set<Role>) -> String { rollen.map(\.rawValue).sorted().joined(separator: ",") }

    /// A role that this version does not know is left out: that gives less, never more.
    static func rollen(_ tekst: String) -> Set<Role> {
        Set(tekst.split(separator: ",").compactMap { Role(rawValue: String($0)) })
    }

    var aangemeld: Aangemeld {
        Aangemeld(id: id, naam: naam, rollen: rollen, team: team, gemeente: gemeente, organisatie: organisatie)
    }

    var gewijzigd: GebruikerGewijzigd {
        GebruikerGewijzigd(
            gebruiker: id, rollen: rollen, team: team, gemeente: gemeente, organisatie: organisatie, actief: actief)
    }
}

/// What is secret about a user.
struct ToegangRij: Sendable {
    let wachtwoord: String
    /// The TOTP secret, sealed.
    let totp: Data
    /// The last step of which a code was taken: no code works twice.
    let stap: Int64
}
