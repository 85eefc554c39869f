// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A thin notification for somebody outside: that something happened, about what, and where to ask for it. Never what it
/// says: who may not read it learns nothing from the notification (NL GOV profile for CloudEvents, information-poor).
public struct Melding: Sendable, Equatable {
    /// The same at every try, so that a receiver knows a repeat.
    public var id: UUID
    /// The key of who must get it, as the address book knows it: `gemeente:0034`, `organisatie:<uuid>`.
    public var bestemming: String
    /// Who says it: `urn:nld:oin:<oin>:systeem:<naam>`.
    public var bron: String
    /// Reverse DNS with a version, without the name of an organisation: `nl.inburgering.begeleiding.traject.gestart.v1`.
    public var soort: String
    /// The id by which the receiver knows the thing: an aanmelding, a verwijzing. Never a BSN or a name.
    public var onderwerp: String
    /// Where the receiver asks for the rest, with its own token.
    public var link: String?
    /// What the sender of the notification must find it by, to hold it back later: our dossier. Not sent.
    public var dossier: DossierID?

    public init(
        id: UUID, bestemming: String, bron: String, soort: String, onderwerp: String, link: String? = nil,
        dossier: DossierID? = nil
    ) {
        (self.id, self.bestemming, self.bron, self.soort) = (id, bestemming, bron, soort)
        (self.onderwerp, self.link, self.dossier) = (onderwerp, link, dossier)
    }

    /// The CloudEvent in structured mode. `dataref` is the extension of CloudEvents for "the data is there".
    struct Gebeurtenis: Encodable {
        var specversion = "1.0"
        var id: String
        var source: String
        var type: String
        var subject: String
        var time: Date
        var dataref: String?
    }

    func gebeurtenis(op moment: Date) -> Gebeurtenis {
        Gebeurtenis(
            id: id.uuidString.lowercased(), source: bron, type: soort, subject: onderwerp, time: moment, dataref: link)
    }
}
