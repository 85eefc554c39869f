// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What the policy must know about the one thing that is asked. What a service does not know stays empty, and empty
/// never gives a right.
public struct Facts: Sendable, Equatable {
    /// The workers to whom the dossier is assigned: begeleider, back-up, volunteer.
    public var begeleiders: Set<GebruikerID>
    /// The team that has the dossier or the aanmelding.
    public var team: TeamID?
    /// The gemeente that handed over: code of four digits.
    public var gemeente: String?
    /// The partner organisation that it is addressed to or that owns it.
    public var organisatie: OrganisatieID?
    /// The dossier itself or the one it belongs to.
    public var dossier: DossierID?
    /// Who asked for it (an advance) or brought it in (evidence): four eyes.
    public var requestedBy: GebruikerID?
    /// Whether it was released to those outside the team: a report that is final, a referral that was sent, an
    /// appointment that the client may see.
    public var vrijgegeven: Bool
    /// Whether facts about this person may leave to a gemeente or a partner: true only where somebody looked and found that
    /// nobody stopped it. What a service does not know stays false, and then nobody outside gets to see it.
    public var uitwisselbaar: Bool
    /// Whether the person is kept from the sight of who guides a housemate: conflict, a safe address.
    public var afgeschermd: Bool
    /// Who is named in it, where only who is named has a right: a Meldcode file.
    public var betrokkenen: Set<GebruikerID>
    /// Who reads it in an emergency at this moment.
    public var noodlezers: Set<GebruikerID>
    /// Whether nobody has a dossier through it yet: an aanmelding that waits or was refused. True only where somebody looked.
    public var zonderDossier: Bool

    public init(
        begeleiders: Set<GebruikerID> = [], team: TeamID? = nil, gemeente: String? = nil, organisatie: OrganisatieID? = nil,
        dossier: DossierID? = nil, requestedBy: GebruikerID? = nil, vrijgegeven: Bool = false,
        uitwisselbaar: Bool = false, afgeschermd: Bool = false, betrokkenen: Set<GebruikerID> = [],
        noodlezers: Set<GebruikerID> = [], zonderDossier: Bool = false
    ) {
        (self.begeleiders, self.team, self.gemeente) = (begeleiders, team, gemeente)
        (self.organisatie, self.dossier) = (organisatie, dossier)
        (self.requestedBy, self.vrijgegeven, self.uitwisselbaar) = (requestedBy, vrijgegeven, uitwisselbaar)
        (self.afgeschermd, self.betrokkenen, self.noodlezers) = (afgeschermd, betrokkenen, noodlezers)
        self.zonderDossier = zonderDossier
    }
}

/// Yes, or no with a Dutch reason for the user.
public enum Decision: Sendable, Equatable {
    case yes
    case no(reason: String)

    public var isYes: Bool { self == .yes }
}
