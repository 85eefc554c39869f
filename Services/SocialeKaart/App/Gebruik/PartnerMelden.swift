// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bezorging
import Dienst
import Domein
import Foundation
import Opslag
import Web

/// Tells a partner that something happened to a referral: the id and the name of what happened, in the same transaction, for
/// partners that registered an address. What it is, the partner asks at the link with its own token.
struct PartnerMelden: Sendable {
    /// The names of what happened; a state of the referral, or what the clock asks.
    enum Soort: Sendable, Equatable {
        case toestand(VerwijzingToestand)
        /// The partner has not answered yet.
        case herinnering
        /// How does it go?
        case statusvraag

        /// Is the entry still right?
        static let controle = "nl.inburgering.voorziening.controle-gevraagd.v1"

        var naam: String {
            switch self {
            case .toestand(let toestand): "nl.inburgering.verwijzing.\(toestand.rawValue).v1"
            case .herinnering: "nl.inburgering.verwijzing.herinnering.v1"
            case .statusvraag: "nl.inburgering.verwijzing.statusvraag.v1"
            }
        }
    }

    /// `urn:nld:oin:<our oin>:systeem:wegwijs`.
    let bron: String
    /// The interface as the outside sees it.
    let adres: String
    let bestemmingen: LiveFile<Partnerbestemmingen>

    func callAsFunction(_ soort: Soort, over rij: Verwijzingsrij, _ tx: Transaction) throws {
        // A draft is nobody's business, and about a stopped person nothing leaves, not even that something happened.
        guard let organisatie = rij.organisatie else { return }
        let sleutel = Partnerbestemmingen.sleutel(organisatie)
        guard bestemmingen.value()[sleutel] != nil,
            rij.vrijgave(.bericht, tx.today) == .mag
        else { return }
        try Postvak.leg(
            tx,
            Melding(
                id: tx.ids.next(), bestemming: sleutel, bron: bron, soort: soort.naam, onderwerp: rij.id.description,
                link: "\(adres)/v1/verwijzingen/\(rij.id)", dossier: rij.dossier))
    }

    /// Whether a notification that lies ready may still leave: what was heard of a stop here, and then intake itself, as for
    /// everything that leaves (decision 0013).
    static func toets(_ store: Store, _ poort: Uitwisselpoort) -> Bezorger.Toets {
        { dossier, _ in
            guard try await store.read({ try Uitwisselstop.isVrij($0, dossier) }) else { return false }
            return try await poort.gestopt([dossier]).isEmpty
        }
    }

    /// Who registered an address.
    var organisaties: [OrganisatieID] { bestemmingen.value().organisaties }

    /// Asks an organisation whether an entry of its own is still right. About no person, so nothing holds it back.
    func callAsFunction(controleVan voorziening: VoorzieningID, _ organisatie: OrganisatieID, _ tx: Transaction) throws {
        try Postvak.leg(
            tx,
            Melding(
                id: tx.ids.next(), bestemming: Partnerbestemmingen.sleutel(organisatie), bron: bron, soort: Soort.controle,
                onderwerp: voorziening.description, link: "\(adres)/v1/voorzieningen/\(voorziening)"))
    }
}

/// Where notifications for partners go: `bestemmingen` in the file of the tokens.
///
/// ```json
/// { "bestemmingen": [ { "organisatie": "d3fae3ca-…", "adres": "https://partner.voorbeeld.example/meldingen",
///                       "geheim": "…" } ] }
/// ```
struct Partnerbestemmingen: Sendable {
    struct Regel: Codable, Sendable {
        var organisatie: OrganisatieID
        var adres: String
        var token: String?
        /// Base64, `whsec_` before it or not; each notification is signed with it.
        var geheim: String?
        var handdruk: Bool?

        var bestemming: Bestemming {
            Bestemming(
                adres: adres, token: token, geheim: geheim.flatMap { AccessFile.secret($0) }, handdruk: handdruk ?? true)
        }
    }

    private struct File: Codable { var bestemmingen: [Regel]? }

    private var regels: [String: Regel] = [:]

    static func sleutel(_ organisatie: OrganisatieID) -> String { "organisatie:\(organisatie)" }

    init(_ regels: [Regel] = []) {
        self.regels = Dictionary(regels.map { (Self.sleutel($0.organisatie), $0) }, uniquingKeysWith: { $1 })
    }

    /// Reads the file. One that is not there means that nobody gets anything.
    /// - Throws: `AccessFile.FileError`.
    init(file: URL) throws {
        guard FileManager.default.fileExists(atPath: file.path) else {
            self.init()
            return
        }
        let regels = try AccessFile.read(File.self, from: file).bestemmingen ?? []
        try AccessFile.checkSecrets(regels.map(\.geheim), in: file)
        self.init(regels)
    }

    subscript(_ sleutel: String) -> Regel? { regels[sleutel] }

    var organisaties: [OrganisatieID] { regels.values.map(\.organisatie).sorted { $0.description < $1.description } }
}
