// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A piece of a directory file that a worker sends in; nothing of it is in the directory yet.
public struct KaartbestandDeel: Command {
    public static let type = "nl.wegwijs.sociale-kaart.kaartbestand-deel.v1"
    public static let carriesFile = true
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        /// How many bytes of this file there are now: where the next piece begins.
        public var ontvangen: Int
        public init(ontvangen: Int) { self.ontvangen = ontvangen }
    }
    /// One upload; its files have it in common.
    public var invoer: UUID
    /// The name of the file: `.json`, `.zip` or the name of a table with `.csv`.
    public var naam: String
    public var vanaf: Int
    public var inhoud: Data
    public init(invoer: UUID, naam: String, vanaf: Int, inhoud: Data) {
        (self.invoer, self.naam, self.vanaf, self.inhoud) = (invoer, naam, vanaf, inhoud)
    }
}

/// Begins to read an upload: as a trial that says what would change, or for good. The work goes on in the background;
/// `KaartinvoerStand` says how far it is. Answers `Failure.state` while another file is being read, and for an upload that
/// was not tried since its last file came.
public struct KaartinvoerBeginnen: Command {
    public static let type = "nl.wegwijs.sociale-kaart.kaartinvoer-beginnen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var invoer: UUID
    /// Nothing is kept.
    public var proef: Bool
    /// Mark services that are not in the file as ended.
    public var opheffen: Bool
    public init(invoer: UUID, proef: Bool, opheffen: Bool) {
        (self.invoer, self.proef, self.opheffen) = (invoer, proef, opheffen)
    }
}

/// An upload: its files, and how its last trial and its taking in stand. Only who sent it in sees it.
public struct KaartinvoerStand: Query {
    public static let type = "nl.wegwijs.sociale-kaart.kaartinvoer-stand.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        /// Empty once it was taken in.
        public var bestanden: [Bestand]
        public var proef: Loop?
        public var toepassing: Loop?
        public init(bestanden: [Bestand], proef: Loop?, toepassing: Loop?) {
            (self.bestanden, self.proef, self.toepassing) = (bestanden, proef, toepassing)
        }
    }
    public struct Bestand: Codable, Sendable, Equatable {
        public var naam: String
        /// Bytes.
        public var grootte: Int
        public init(naam: String, grootte: Int) { (self.naam, self.grootte) = (naam, grootte) }
    }
    public struct Loop: Codable, Sendable, Equatable {
        /// `bezig`, `klaar`, `geweigerd`, `afgebroken`.
        public var toestand: String
        /// Records that were read or stored, of how many.
        public var gedaan: Int
        public var totaal: Int
        public var begonnenOp: Date
        public var klaarOp: Date?
        public var uitkomst: Kaartinvoer?
        /// At most 100, with the record and the field.
        public var fouten: [FieldError]?
        public init(
            toestand: String, gedaan: Int, totaal: Int, begonnenOp: Date, klaarOp: Date? = nil, uitkomst: Kaartinvoer? = nil,
            fouten: [FieldError]? = nil
        ) {
            (self.toestand, self.gedaan, self.totaal) = (toestand, gedaan, totaal)
            (self.begonnenOp, self.klaarOp) = (begonnenOp, klaarOp)
            (self.uitkomst, self.fouten) = (uitkomst, fouten)
        }
    }
    public var invoer: UUID
    public init(invoer: UUID) { self.invoer = invoer }
}

/// What a directory file does, or did.
public struct Kaartinvoer: Codable, Sendable, Equatable {
    public struct Telling: Codable, Sendable, Equatable {
        /// `taxonomies`, `taxonomy_terms`, `organizations`, `services`.
        public var soort: String
        public var nieuw: Int
        public var gewijzigd: Int
        public var gelijk: Int
        public init(soort: String, nieuw: Int, gewijzigd: Int, gelijk: Int) {
            (self.soort, self.nieuw, self.gewijzigd, self.gelijk) = (soort, nieuw, gewijzigd, gelijk)
        }
    }
    public struct Wijziging: Codable, Sendable, Equatable {
        public var soort: String
        public var id: String
        public var naam: String
        /// `nieuw`, `gewijzigd`, `weg`.
        public var wat: String
        public var verschillen: [Veldverschil]
        public init(soort: String, id: String, naam: String, wat: String, verschillen: [Veldverschil]) {
            (self.soort, self.id, self.naam, self.wat, self.verschillen) = (soort, id, naam, wat, verschillen)
        }
    }
    public var tellingen: [Telling]
    /// Services that are here and not in the file.
    public var weg: Int
    public var zonderControle: Int
    /// At most 200.
    public var wijzigingen: [Wijziging]
    public init(tellingen: [Telling], weg: Int, zonderControle: Int, wijzigingen: [Wijziging]) {
        (self.tellingen, self.weg) = (tellingen, weg)
        (self.zonderControle, self.wijzigingen) = (zonderControle, wijzigingen)
    }
}

/// A piece of the whole directory as a file.
public struct KaartUitvoeren: Query {
    public static let type = "nl.wegwijs.sociale-kaart.kaart-uitvoeren.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var mediatype: String
        public var grootte: Int
        public var inhoud: Data
        public init(mediatype: String, grootte: Int, inhoud: Data) {
            (self.mediatype, self.grootte, self.inhoud) = (mediatype, grootte, inhoud)
        }
    }
    /// `json`, or `csv`: the tables in one zip.
    public var vorm: String
    public var vanaf: Int
    public init(vorm: String, vanaf: Int) { (self.vorm, self.vanaf) = (vorm, vanaf) }
}
