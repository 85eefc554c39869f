// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Where a file with aanmeldingen is on its way.
public enum Aanlevertoestand: String, Codable, Sendable, CaseIterable {
    /// Not all of it is here.
    case uploaden
    /// The dry run is going on: nothing of it is kept.
    case controleren
    /// The dry run is over; somebody decides whether the rows are taken in.
    case gecontroleerd
    case importeren
    case klaar
    /// The file as a whole cannot be read.
    case geweigerd
    case geannuleerd

    /// Whether it goes on by itself.
    public var isBezig: Bool { self == .uploaden || self == .controleren || self == .importeren }
}

/// What became of one row, or in a dry run what would become of it.
public enum Rijstatus: String, Codable, Sendable, CaseIterable {
    /// Accepted at once.
    case nieuw
    /// Kept, and waits for a worker; the code says why.
    case wacht
    /// Kept and refused by rule, with the reason as code.
    case afgewezen
    /// A later version of a row that came before.
    case gewijzigd
    /// Came before: no effect.
    case bekend
    /// Something in it is wrong: nothing of it was kept.
    case geweigerd
}

/// A piece of a file with aanmeldingen (CSV). After the last piece its dry run begins by itself.
public struct AanleveringDeel: Command {
    public static let type = "nl.wegwijs.intake.aanlevering-deel.v1"
    public static let carriesFile = true
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        /// How many bytes are there now: where to go on after a break.
        public var ontvangen: Int
        /// Whether the file is whole.
        public var klaar: Bool
        public init(ontvangen: Int, klaar: Bool) { (self.ontvangen, self.klaar) = (ontvangen, klaar) }
    }
    public var aanlevering: AanleveringID
    /// `aanmelding_v1_0034_20270111_1.csv`: it says for which gemeente the rows are.
    public var bestandsnaam: String
    /// Where this piece begins.
    public var vanaf: Int
    /// At most 256 KiB.
    public var inhoud: Data
    public var laatste: Bool
    /// SHA-256 of the whole file, lower-case hex; with the last piece.
    public var hash: String?
    public init(
        aanlevering: AanleveringID, bestandsnaam: String, vanaf: Int, inhoud: Data, laatste: Bool, hash: String? = nil
    ) {
        (self.aanlevering, self.bestandsnaam, self.vanaf) = (aanlevering, bestandsnaam, vanaf)
        (self.inhoud, self.laatste, self.hash) = (inhoud, laatste, hash)
    }
}

/// Takes in the rows of a file whose dry run is over.
public struct AanleveringImporteren: Command {
    public static let type = "nl.wegwijs.intake.aanlevering-importeren.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var aanlevering: AanleveringID
    public var versie: Int
    public init(aanlevering: AanleveringID, versie: Int) { (self.aanlevering, self.versie) = (aanlevering, versie) }
}

/// Throws a file away of which nothing was taken in yet.
public struct AanleveringAnnuleren: Command {
    public static let type = "nl.wegwijs.intake.aanlevering-annuleren.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var aanlevering: AanleveringID
    public var versie: Int
    public init(aanlevering: AanleveringID, versie: Int) { (self.aanlevering, self.versie) = (aanlevering, versie) }
}

/// How it stands with one file.
public struct AanleveringOpvragen: Query {
    public static let type = "nl.wegwijs.intake.aanlevering-opvragen.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        public var stand: Aanleveringsstand
        public var tellingen: [Telling]
        /// The first hundred rows that were refused.
        public var fouten: [Rijfout]
        public init(stand: Aanleveringsstand, tellingen: [Telling], fouten: [Rijfout]) {
            (self.stand, self.tellingen, self.fouten) = (stand, tellingen, fouten)
        }
    }
    public struct Telling: Codable, Sendable, Equatable {
        public var status: Rijstatus
        /// The reason, for `wacht`, `afgewezen` and `geweigerd`.
        public var code: String?
        public var aantal: Int
        public init(status: Rijstatus, code: String?, aantal: Int) {
            (self.status, self.code, self.aantal) = (status, code, aantal)
        }
    }
    public struct Rijfout: Codable, Sendable, Equatable {
        /// The how-manieth row, without the header; the line is that of the file.
        public var rij: Int
        public var regel: Int
        public var kolom: String
        public var code: String
        public var tekst: String
        public init(rij: Int, regel: Int, kolom: String, code: String, tekst: String) {
            (self.rij, self.regel, self.kolom, self.code, self.tekst) = (rij, regel, kolom, code, tekst)
        }
    }
    public var aanlevering: AanleveringID
    public init(aanlevering: AanleveringID) { self.aanlevering = aanlevering }
}

/// One file in a list.
public struct Aanleveringsstand: Codable, Sendable, Equatable {
    public var aanlevering: AanleveringID
    public var bestandsnaam: String
    public var gemeente: String
    /// `portaal` or `map`.
    public var bron: String
    public var toestand: Aanlevertoestand
    public var begonnenOp: Date
    public var klaarOp: Date?
    /// Bytes received, and how many of them were gone through in the present step.
    public var grootte: Int
    public var gelezen: Int
    /// Rows gone through in the present step; all of them when it is over.
    public var rijen: Int
    /// Households named by the rows that would be taken in; known after the dry run.
    public var huishoudens: Int?
    /// Why the file as a whole was refused.
    public var reden: String?
    /// Whether the file itself is thrown away; the result stays.
    public var inhoudWeg: Bool
    public var versie: Int

    public init(
        aanlevering: AanleveringID, bestandsnaam: String, gemeente: String, bron: String, toestand: Aanlevertoestand,
        begonnenOp: Date, klaarOp: Date?, grootte: Int, gelezen: Int, rijen: Int, huishoudens: Int?, reden: String?,
        inhoudWeg: Bool, versie: Int
    ) {
        (self.aanlevering, self.bestandsnaam, self.gemeente, self.bron) = (aanlevering, bestandsnaam, gemeente, bron)
        (self.toestand, self.begonnenOp, self.klaarOp, self.grootte) = (toestand, begonnenOp, klaarOp, grootte)
        (self.gelezen, self.rijen, self.huishoudens, self.reden) = (gelezen, rijen, huishoudens, reden)
        (self.inhoudWeg, self.versie) = (inhoudWeg, versie)
    }
}

/// The files that came in, newest first.
public struct AanleveringenLijst: Query {
    public static let type = "nl.wegwijs.intake.aanleveringen-lijst.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Page<Aanleveringsstand>
    public var page: PageRequest
    public init(page: PageRequest) { self.page = page }
}

/// The result file of the last step, in pieces: a line of CSV per row, or per error.
public struct AanleveringResultaat: Query {
    public static let type = "nl.wegwijs.intake.aanlevering-resultaat.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        public var bestandsnaam: String
        public var inhoud: Data
        /// What to ask next; nil after the last piece.
        public var volgende: Int?
        public init(bestandsnaam: String, inhoud: Data, volgende: Int?) {
            (self.bestandsnaam, self.inhoud, self.volgende) = (bestandsnaam, inhoud, volgende)
        }
    }
    public var aanlevering: AanleveringID
    /// 0 for the beginning.
    public var vanaf: Int
    public init(aanlevering: AanleveringID, vanaf: Int) { (self.aanlevering, self.vanaf) = (aanlevering, vanaf) }
}
