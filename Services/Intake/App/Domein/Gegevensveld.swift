// SPDX-License-Identifier: EUPL-1.2
import Domein

/// One thing that is known of a person and may change: read from and written into the gegevens as text. The form of a worker
/// and the comparison with what a gemeente changed go by these same fields, so that neither forgets one.
enum Gegevensveld: String, Sendable, CaseIterable {
    case voornamen, voorvoegsel, geslachtsnaam, roepnaam
    case geboortedatum, geslacht
    case bsn, vnummer
    case telefoon, voorkeurskanaal
    case straat, huisnummer, postcode, woonplaats, geheimhouding
    case verblijfsvorm, datumHuisvesting, datumKoppeling
    case spreektaal, leestaal, tolktaal, tolkNodig, tolkgeslacht, geletterd, alfabetisering
    case verplichtingnummer
    /// The groups of fields under investigation.
    case inOnderzoek

    /// The groups as the BRP puts them under investigation.
    enum Groep: String, Sendable, CaseIterable { case naam, geboorte, nummers, adres }

    var groep: Groep? {
        switch self {
        case .voornamen, .voorvoegsel, .geslachtsnaam: .naam
        case .geboortedatum, .geslacht: .geboorte
        case .bsn, .vnummer: .nummers
        case .straat, .huisnummer, .postcode, .woonplaats: .adres
        default: nil
        }
    }

    /// What a worker may type. Numbers come from the gemeente: a late number may make two dossiers one. What is under investigation
    /// is ticked, not typed.
    var isVoorMedewerker: Bool { ![.bsn, .vnummer, .verplichtingnummer, .inOnderzoek].contains(self) }

    /// What a gemeente knows of. The rest only we have asked, and a message without it takes nothing away.
    var isVanGemeente: Bool { ![.voorkeurskanaal, .tolkgeslacht, .alfabetisering].contains(self) }

    /// In Dutch, as on screen.
    var naam: String {
        switch self {
        case .voornamen: "Voornamen"
        case .voorvoegsel: "Voorvoegsel"
        case .geslachtsnaam: "Achternaam of naamketen"
        case .roepnaam: "Roepnaam"
        case .geboortedatum: "Geboortedatum"
        case .geslacht: "Geslacht"
        case .bsn: "BSN"
        case .vnummer: "V-nummer"
        case .telefoon: "Telefoon"
        case .voorkeurskanaal: "Liefst bereikbaar met"
        case .straat: "Straat"
        case .huisnummer: "Huisnummer"
        case .postcode: "Postcode"
        case .woonplaats: "Woonplaats"
        case .geheimhouding: "Geheim adres"
        case .verblijfsvorm: "Woont in"
        case .datumHuisvesting: "Dag van huisvesting"
        case .datumKoppeling: "Dag van koppeling"
        case .spreektaal: "Spreekt"
        case .leestaal: "Leest"
        case .tolktaal: "Taal van de tolk"
        case .tolkNodig: "Tolk nodig"
        case .tolkgeslacht: "Liefst een tolk die"
        case .geletterd: "Kan lezen en schrijven"
        case .alfabetisering: "Alfabetisering"
        case .verplichtingnummer: "Verplichtingnummer"
        case .inOnderzoek: "In onderzoek (BRP)"
        }
    }

    /// As a list shows it; a BSN never whole.
    func toonbaar(_ waarde: String) -> String {
        self == .bsn ? BSN(waarde)?.description ?? "•••••" : waarde
    }

    /// The value as text; nil when it is not known.
    func lees(_ g: Aanmeldgegevens) -> String? {
        switch self {
        case .voornamen: g.client.naam?.voornamen
        case .voorvoegsel: g.client.naam?.voorvoegsel
        case .geslachtsnaam: g.client.naam?.geslachtsnaam
        case .roepnaam: g.client.naam?.roepnaam
        case .geboortedatum: g.client.geboortedatum.waarde
        case .geslacht: g.client.geslacht?.rawValue
        case .bsn: g.client.bsn?.waarde
        case .vnummer: g.client.vnummer?.waarde
        case .telefoon: g.client.telefoon?.waarde
        case .voorkeurskanaal: g.voorkeurskanaal
        case .straat: g.client.adres.straat
        case .huisnummer: g.client.adres.huisnummer
        case .postcode: g.client.adres.postcode?.waarde
        case .woonplaats: g.client.adres.woonplaats
        case .geheimhouding: g.geheimhouding ? "ja" : "nee"
        case .verblijfsvorm: g.verblijfsvorm.rawValue
        case .datumHuisvesting: g.datumHuisvesting?.description
        case .datumKoppeling: g.datumKoppeling?.description
        case .spreektaal: g.talen.spreektaal
        case .leestaal: g.talen.leestaal
        case .tolktaal: g.talen.tolktaal
        case .tolkNodig: g.talen.tolkNodig ? "ja" : "nee"
        case .tolkgeslacht: g.talen.tolkgeslacht
        case .geletterd: g.talen.geletterd.map { $0 ? "ja" : "nee" }
        case .alfabetisering: g.talen.alfabetisering
        case .verplichtingnummer: g.verplichtingnummer
        case .inOnderzoek:
            g.onderzocht.isEmpty ? nil : g.onderzocht.map(\.rawValue).sorted().joined(separator: ", ")
        }
    }
}

/// Something wrong with the value of one field.
struct Gegevensfout: Sendable, Equatable {
    var veld: String
    var code: String
    var zin: String
}
