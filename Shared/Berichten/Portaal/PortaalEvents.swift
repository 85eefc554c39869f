// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A user came, changed or was shut out. Ids and rights only; the name stays in portaal.
public struct GebruikerGewijzigd: Event, Equatable {
    public static let type = "nl.wegwijs.portaal.gebruiker-gewijzigd.v1"
    public var gebruiker: GebruikerID
    public var rollen: Set<Role>
    public var team: TeamID?
    public var gemeente: String?
    public var organisatie: OrganisatieID?
    public var actief: Bool
    public var subject: String { gebruiker.description }
    public init(
        gebruiker: GebruikerID, rollen: Set<Role>, team: TeamID?, gemeente: String?, organisatie: OrganisatieID?, actief: Bool
    ) {
        (self.gebruiker, self.rollen, self.team) = (gebruiker, rollen, team)
        (self.gemeente, self.organisatie, self.actief) = (gemeente, organisatie, actief)
    }
}
