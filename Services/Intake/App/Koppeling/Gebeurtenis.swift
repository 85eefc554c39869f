// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

/// The kinds of message that a gemeente sends (uitwisseling.md 5.2).
enum Gebeurtenissoort: String, Sendable, CaseIterable {
    case aangemeld = "nl.inburgering.begeleiding.aangemeld.v1"
    case gewijzigd = "nl.inburgering.begeleiding.gewijzigd.v1"
    case ingetrokken = "nl.inburgering.begeleiding.ingetrokken.v1"

    /// As kept beside the receipt.
    var kort: String {
        switch self {
        case .aangemeld: "aangemeld"
        case .gewijzigd: "gewijzigd"
        case .ingetrokken: "ingetrokken"
        }
    }
}

/// The CloudEvents attributes of a message, checked against the NL GOV profile 1.1.
struct Gebeurtenis {
    /// A UUID, equal to the header `berichtId`. The idempotency key of this sender.
    var id: UUID
    /// `urn:nld:oin:<oin>:systeem:<naam>`.
    var bron: String
    /// The OIN in `source`.
    var oin: OIN
    var soort: Gebeurtenissoort
    /// The aanmelding, when the sender names it here too.
    var onderwerp: String?
    /// Where the sender puts it among its messages about this aanmelding.
    var volgorde: Volgorde

    /// Reads the attributes of one structured event; nil when an error was reported.
    init?(_ lezer: Veldlezer) {
        if let versie = lezer.tekst("specversion", verplicht: true), versie != "1.0" {
            lezer.meld("specversion", code: "keuze", "Alleen CloudEvents 1.0 wordt hier gelezen.")
        }
        let id = Self.id(lezer)
        let bron = Self.bron(lezer)
        let soort = lezer.keuze(Gebeurtenissoort.self, "type", verplicht: true)
        let onderwerp = Self.onderwerp(lezer)
        if let soort = lezer.tekst("datacontenttype"), soort.lowercased() != "application/json" {
            lezer.meld("datacontenttype", code: "keuze", "De inhoud (data) moet application/json zijn.")
        }
        let volgorde = Self.volgorde(lezer)
        if lezer.waarde("data_base64") != nil {
            lezer.meld("data_base64", code: "niet-hier", "Zet de inhoud als JSON in data.")
        }
        guard let id, let bron, let soort else { return nil }
        (self.id, self.bron, self.oin, self.soort, self.onderwerp) = (id, bron.urn, bron.oin, soort, onderwerp)
        self.volgorde = volgorde
    }

    /// The kind of a message, without reporting what is wrong with it.
    static func soort(_ lezer: Veldlezer) -> Gebeurtenissoort? {
        guard case .tekst(let text)? = lezer.waarde("type") else { return nil }
        return Gebeurtenissoort(rawValue: text)
    }

    private static func id(_ lezer: Veldlezer) -> UUID? {
        guard let text = lezer.tekst("id", verplicht: true) else { return nil }
        if text.utf8.count == 36, let id = UUID(uuidString: text) { return id }
        lezer.meld("id", code: "uuid", "Dit moet een UUID zijn: 36 tekens met streepjes.")
        return nil
    }

    /// `time` and `sequence`, the extension for order: a text of digits (`sequencetype` Integer).
    private static func volgorde(_ lezer: Veldlezer) -> Volgorde {
        var volgorde = Volgorde()
        if let tijd = lezer.tekst("time") {
            volgorde.tijd = Instant.date(tijd)
            if volgorde.tijd == nil {
                lezer.meld("time", code: "tijdstip", "Schrijf een tijdstip met tijdzone: 2027-01-11T09:12:44Z.")
            }
        }
        if let soort = lezer.tekst("sequencetype"), soort != "Integer" {
            lezer.meld("sequencetype", code: "keuze", "Alleen Integer wordt hier gelezen.")
        }
        if let nummer = lezer.tekst("sequence") {
            if (1...18).contains(nummer.utf8.count), nummer.utf8.allSatisfy({ (48...57).contains($0) }) {
                volgorde.nummer = Int64(nummer)
            } else {
                lezer.meld("sequence", code: "volgnummer", "Schrijf het volgnummer als tekst van 1 tot 18 cijfers.")
            }
        }
        return volgorde
    }

    private static func bron(_ lezer: Veldlezer) -> (urn: String, oin: OIN)? {
        guard let text = lezer.tekst("source", verplicht: true, maximaal: 200) else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "urn", parts[1] == "nld", parts[2] == "oin", parts[4] == "systeem",
            !parts[5].isEmpty, parts[5].utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            lezer.meld("source", code: "bron-vorm", "Schrijf de bron als urn:nld:oin:<OIN>:systeem:<naam>.")
            return nil
        }
        // Kept with every receipt, in the clear.
        guard !Persoonsnummer.staat(in: parts[5]) else {
            lezer.meld(
                "source", code: "persoonsnummer", "In de naam van het systeem staat een BSN of V-nummer. Noem het systeem.")
            return nil
        }
        do {
            return (text, try OIN(parsing: parts[3]))
        } catch {
            lezer.meld("source", code: error.code, error.text)
            return nil
        }
    }

    /// The profile's own example puts a BSN in `subject`, its privacy chapter forbids it: attributes are logged and routed
    /// by machines on the way.
    private static func onderwerp(_ lezer: Veldlezer) -> String? {
        guard let text = lezer.tekst("subject", maximaal: 200) else { return nil }
        if Persoonsnummer.staat(in: text) {
            lezer.meld(
                "subject", code: "persoonsnummer",
                "Zet geen BSN of V-nummer in subject. Gebruik het aanmeldingId, of laat subject weg.")
            return nil
        }
        return text
    }
}
