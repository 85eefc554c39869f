// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bezorging
import Domein
import Foundation
import GRDB
import Opslag
import Web

/// Tells a gemeente that something changed about somebody it handed over: a thin notification in the same transaction, for
/// gemeenten that registered an address. What changed, the gemeente asks at the link with its own token.
struct GemeenteMelden: Sendable {
    /// The kinds of notification, as they stand in the OpenAPI document.
    enum Soort: String, Sendable, CaseIterable {
        case toestand = "nl.inburgering.begeleiding.toestand.gewijzigd.v1"
        case trajectGestart = "nl.inburgering.begeleiding.traject.gestart.v1"
        case tussenrapportage = "nl.inburgering.begeleiding.tussenrapportage.beschikbaar.v1"
        case overdrachtsdocument = "nl.inburgering.begeleiding.overdrachtsdocument.beschikbaar.v1"
        case trajectAfgerond = "nl.inburgering.begeleiding.traject.afgerond.v1"
        case nietVerschenen = "nl.inburgering.begeleiding.afspraak.gemist.v1"

        /// A report tells of the household: it is held back for a stop on any member, and so is that it is there.
        var verteltVanHuishouden: Bool { self == .tussenrapportage || self == .overdrachtsdocument }
    }

    /// Our own: what we entered ourselves, no gemeente knows by our id.
    let oin: String
    /// `urn:nld:oin:<our oin>:systeem:wegwijs`.
    let bron: String
    /// The interface as the outside sees it: `https://voorbeeld.example/koppeling/v1`.
    let adres: String
    let bestemmingen: LiveFile<Gemeentebestemmingen>

    init(oin: OIN, adres: String, bestemmingen: LiveFile<Gemeentebestemmingen>) {
        (self.oin, bron) = (oin.waarde, "urn:nld:oin:\(oin):systeem:wegwijs")
        (self.adres, self.bestemmingen) = (adres, bestemmingen)
    }

    /// For who sends nothing, such as a test of something else.
    static let niet: GemeenteMelden? = nil

    func callAsFunction(
        _ soort: Soort, over aanmelding: AanmeldingID, gemeente: String, dossier: DossierID, _ tx: Transaction
    ) throws {
        let sleutel = Gemeentebestemmingen.sleutel(gemeente)
        guard let bestemming = bestemmingen.value()[sleutel], bestemming.wil(soort),
            try Self.mag(tx.db, soort, over: dossier), try isAangemeld(aanmelding, tx.db)
        else { return }
        try Postvak.leg(
            tx,
            Melding(
                id: tx.ids.next(), bestemming: sleutel, bron: bron, soort: soort.rawValue, onderwerp: aanmelding.description,
                link: "\(adres)/aanmeldingen/\(aanmelding)", dossier: dossier))
    }

    /// Whether a notification of this kind may leave: asked when it is made, and by the sender again.
    private static func mag(_ db: Database, _ soort: Soort?, over dossier: DossierID) throws -> Bool {
        try Uitwisselregister.gestopt(db, [dossier], metHuishouden: soort?.verteltVanHuishouden ?? false).isEmpty
    }

    /// What the sender asks. Intake is the source itself.
    static func toets(_ store: Store) -> Bezorger.Toets {
        { dossier, soort in try await store.read { try mag($0, Soort(rawValue: soort), over: dossier) } }
    }

    /// Whether somebody else handed it over, and so knows the id.
    private func isAangemeld(_ aanmelding: AanmeldingID, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM aanmelding WHERE id = ? AND oin <> ?)"),
            arguments: [aanmelding.description, oin]) ?? false
    }

    /// The same for what happened to a dossier: about the aanmelding that it came from.
    func callAsFunction(_ soort: Soort, over dossier: DossierID, _ tx: Transaction) throws {
        let rij = try Row.fetchOne(
            tx.db.cachedStatement(sql: "SELECT aanmelding, gemeente FROM persoon WHERE id = ?"), arguments: [dossier.description])
        guard let rij, let aanmelding = AanmeldingID(rij["aanmelding"] as String) else { return }
        try self(soort, over: aanmelding, gemeente: rij["gemeente"], dossier: dossier, tx)
    }
}

/// Where notifications for gemeenten go: `bestemmingen` in the file of the tokens.
///
/// ```json
/// { "bestemmingen": [ { "gemeente": "0034", "adres": "https://regie.voorbeeld.example/meldingen", "token": "…",
///                       "handdruk": true, "soorten": ["nl.inburgering.begeleiding.traject.gestart.v1"] } ],
///   "herkomsten": [ { "naam": "regie.voorbeeld.example" } ] }
/// ```
struct Gemeentebestemmingen: Sendable {
    struct Regel: Codable, Sendable {
        var gemeente: String
        var adres: String
        var token: String?
        /// Base64, `whsec_` before it or not; with this each notification is signed.
        var geheim: String?
        var handdruk: Bool?
        /// Only these kinds; nil: all.
        var soorten: [String]?

        func wil(_ soort: GemeenteMelden.Soort) -> Bool { soorten?.contains(soort.rawValue) ?? true }

        var bestemming: Bestemming {
            Bestemming(
                adres: adres, token: token, geheim: geheim.flatMap { AccessFile.secret($0) }, handdruk: handdruk ?? true)
        }
    }

    private struct Herkomst: Codable { var naam: String }
    private struct File: Codable {
        var bestemmingen: [Regel]?
        var herkomsten: [Herkomst]?
    }

    private var regels: [String: Regel] = [:]
    /// The systems that may ask whether we take their messages, by host name in lower case.
    private(set) var herkomsten: Set<String> = []

    static func sleutel(_ gemeente: String) -> String { "gemeente:\(gemeente)" }

    init() {}

    /// Reads the file. One that is not there means that nobody gets anything.
    /// - Throws: `AccessFile.FileError`.
    init(file: URL) throws {
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        let read = try AccessFile.read(File.self, from: file)
        try AccessFile.checkSecrets((read.bestemmingen ?? []).map(\.geheim), in: file)
        regels = Dictionary(
            (read.bestemmingen ?? []).map { (Self.sleutel($0.gemeente), $0) }, uniquingKeysWith: { _, last in last })
        herkomsten = Set((read.herkomsten ?? []).map { $0.naam.lowercased() })
    }

    subscript(_ sleutel: String) -> Regel? { regels[sleutel] }
}
