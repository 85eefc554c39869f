// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What a gemeente says of one person when it hands that person over: read, checked and complete as far as it goes.
/// Kept sealed, the BSN apart (`Verzegeling`); only what lists need stands beside it in columns.
struct Aanmeldgegevens: Codable, Sendable, Equatable {
    /// The gemeente's own id of this aanmelding; ours too.
    var aanmelding: AanmeldingID
    var gemeente: Gemeentecode
    var client: Client
    var doelgroep: Doelgroepopgave
    /// Nil: the person is registered alone.
    var huishouden: Huishoudopgave?
    var datumHuisvesting: Datum?
    /// The day on which the person was matched with the gemeente.
    var datumKoppeling: Datum?
    var verblijfsvorm: Verblijfsvorm
    var talen: Taalopgave
    var inburgeringsplichtig: Feit
    /// The address must not reach third parties (Wet BRP 2.59).
    var geheimhouding: Bool
    var contactpersoonGemeente: Contactpersoon?
    /// The gemeente's order number for the invoice.
    var verplichtingnummer: String?
    /// For a child: on whose traject it rides.
    var ouderOfVoogd: Persoonsverwijzing?
    /// Groups of fields under investigation in the BRP (`Gegevensveld.Groep`), as the gemeente says or a worker
    /// recorded. Nil in a message that says nothing of it; empty when nothing is.
    var inOnderzoek: [String]? = nil
    /// By what the person is best reached; asked by a worker.
    var voorkeurskanaal: String? = nil

    struct Client: Codable, Sendable, Equatable {
        var bsn: BSN?
        var vnummer: VNummer?
        /// Nil when the gemeente does not know any name yet.
        var naam: Naam?
        var geboortedatum: OnvolledigeDatum
        var geslacht: Geslacht?
        var telefoon: Telefoonnummer?
        var adres: Adres
    }

    /// As in the BRP.
    enum Geslacht: String, Codable, Sendable, CaseIterable {
        case man = "M"
        case vrouw = "V"
        case onbekend = "O"
    }

    struct Adres: Codable, Sendable, Equatable {
        var straat: String?
        var huisnummer: String?
        var postcode: Postcode?
        var woonplaats: String?

        /// `Stationsplein 12, 1315 HR Almere`; nil when nothing is known.
        var regel: String? {
            let first = [straat, huisnummer].compactMap(\.self).joined(separator: " ")
            let second = [postcode?.description, woonplaats].compactMap(\.self).joined(separator: " ")
            let line = [first, second].filter { !$0.isEmpty }.joined(separator: ", ")
            return line.isEmpty ? nil : line
        }
    }

    struct Contactpersoon: Codable, Sendable, Equatable {
        var naam: String?
        var telefoon: Telefoonnummer?
        var email: String?
    }

    /// Points at somebody else who was handed over; at least one of the three.
    struct Persoonsverwijzing: Codable, Sendable, Equatable {
        var aanmelding: AanmeldingID?
        var bsn: BSN?
        var vnummer: VNummer?
    }
}

/// The household as the gemeente names it.
struct Huishoudopgave: Codable, Sendable, Equatable {
    /// The gemeente's own reference. The same reference of the same gemeente is the same household.
    var referentie: String
    var rol: Huishoudrol
}

/// What a person is in the household.
enum Huishoudrol: String, Codable, Sendable, CaseIterable { case hoofd, partner, kind, overig }

/// Languages, each for its own use (domein.md 9): to speak, to read, to interpret into.
struct Taalopgave: Codable, Sendable, Equatable {
    /// ISO 639 code. Also a language that is not in `Taal`: the gemeente knows what it heard.
    var spreektaal: String?
    var leestaal: String?
    var tolktaal: String?
    var tolkNodig: Bool
    /// Whether the person reads and writes in some language; nil when unknown.
    var geletterd: Bool?
    /// As DUO has it: `A`, `AA` or `NVT`; nil when unknown.
    var alfabetisering: String? = nil
    /// `vrouw`, `man` or `geen-voorkeur`; nil when nobody asked.
    var tolkgeslacht: String? = nil
}
