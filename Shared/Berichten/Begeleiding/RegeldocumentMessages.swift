// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// One piece of a photo or PDF that proves a step of the regeldag. The document is visible only after `laatste` with the right
/// hash. An empty piece asks how far it is.
public struct RegeldocumentDeel: Command {
    public static let type = "nl.wegwijs.begeleiding.regeldocument-deel.v1"
    public static let carriesFile = true
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        /// How many bytes are there now: where to go on after a break.
        public var ontvangen: Int
        /// The whole document is there.
        public var klaar: Bool
        public init(ontvangen: Int, klaar: Bool) { (self.ontvangen, self.klaar) = (ontvangen, klaar) }
    }
    public var dossier: DossierID
    public var regelzaak: RegelzaakID
    public var document: RegeldocumentID
    /// What it is: one that can be on paper.
    public var soort: Regelbewijs
    /// Where this piece begins.
    public var vanaf: Int
    /// At most 256 KiB.
    public var inhoud: Data
    public var laatste: Bool
    /// SHA-256 of the whole file, lower-case hex.
    public var hash: String
    public init(
        dossier: DossierID, regelzaak: RegelzaakID, document: RegeldocumentID, soort: Regelbewijs, vanaf: Int, inhoud: Data,
        laatste: Bool, hash: String
    ) {
        (self.dossier, self.regelzaak, self.document, self.soort) = (dossier, regelzaak, document, soort)
        (self.vanaf, self.inhoud, self.laatste, self.hash) = (vanaf, inhoud, laatste, hash)
    }
}

/// The document itself, in pieces, for who may see it.
public struct RegeldocumentLezen: Query {
    public static let type = "nl.wegwijs.begeleiding.regeldocument-lezen.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        /// Found from the content: `image/jpeg`, `image/png`, `application/pdf`.
        public var mediatype: String
        public var grootte: Int
        public var inhoud: Data
        public init(mediatype: String, grootte: Int, inhoud: Data) {
            (self.mediatype, self.grootte, self.inhoud) = (mediatype, grootte, inhoud)
        }
    }
    public var dossier: DossierID
    public var regelzaak: RegelzaakID
    public var document: RegeldocumentID
    public var vanaf: Int
    public init(dossier: DossierID, regelzaak: RegelzaakID, document: RegeldocumentID, vanaf: Int) {
        (self.dossier, self.regelzaak, self.document, self.vanaf) = (dossier, regelzaak, document, vanaf)
    }
}

/// Withdraws a document: its bytes go, who added it and why it went stay.
public struct RegeldocumentIntrekken: Command {
    public static let type = "nl.wegwijs.begeleiding.regeldocument-intrekken.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var regelzaak: RegelzaakID
    public var document: RegeldocumentID
    public var reden: Documentreden
    public init(dossier: DossierID, regelzaak: RegelzaakID, document: RegeldocumentID, reden: Documentreden) {
        (self.dossier, self.regelzaak, self.document, self.reden) = (dossier, regelzaak, document, reden)
    }
}
