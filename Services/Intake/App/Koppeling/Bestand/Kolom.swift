// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation

/// The columns of version 1 of the file, in the order of its header (docs/aanleveren.md). The last came later and may be left out;
/// any other column more, less or elsewhere is a new version.
enum Kolom: String, Sendable, CaseIterable {
    case rijreferentie, versie, gemeentecode
    case bsn, vnummer, voornamen, voorvoegsel, geslachtsnaam, roepnaam
    case geboortedatum
    case geboortedatumGebruik = "geboortedatum_gebruik"
    case geslacht, telefoon, straat, huisnummer, postcode, woonplaats
    case doelgroep, huishouden, huishoudrol
    case datumHuisvesting = "datum_huisvesting"
    case verblijfsvorm, spreektaal, leestaal, tolktaal
    case tolkNodig = "tolk_nodig"
    case geletterd, inburgeringsplichtig, geheimhouding
    case contactpersoonNaam = "contactpersoon_naam"
    case contactpersoonTelefoon = "contactpersoon_telefoon"
    case contactpersoonEmail = "contactpersoon_email"
    case verplichtingnummer
    case ouderRijreferentie = "ouder_rijreferentie"
    case ouderBSN = "ouder_bsn"
    case ouderVnummer = "ouder_vnummer"
    case datumKoppeling = "datum_koppeling"

    /// Where its value stands in `data` of the message that means the same; nil for what only the file has.
    var pad: String? {
        switch self {
        case .rijreferentie, .versie: nil
        case .gemeentecode, .doelgroep, .verblijfsvorm, .inburgeringsplichtig, .geheimhouding, .verplichtingnummer: rawValue
        case .bsn, .vnummer, .voornamen, .voorvoegsel, .geslachtsnaam, .roepnaam, .geslacht, .telefoon, .straat, .huisnummer,
            .postcode, .woonplaats:
            "client.\(rawValue)"
        case .geboortedatum: "client.geboortedatum.datum"
        case .geboortedatumGebruik: "client.geboortedatum.gebruik"
        case .huishouden: "huishouden.huishoudenId"
        case .huishoudrol: "huishouden.rol"
        case .datumHuisvesting: "datumHuisvesting"
        case .datumKoppeling: "datumKoppeling"
        case .spreektaal, .leestaal, .tolktaal, .geletterd: "talen.\(rawValue)"
        case .tolkNodig: "talen.tolkNodig"
        case .contactpersoonNaam: "contactpersoonGemeente.naam"
        case .contactpersoonTelefoon: "contactpersoonGemeente.telefoon"
        case .contactpersoonEmail: "contactpersoonGemeente.email"
        case .ouderRijreferentie: "ouderOfVoogd.aanmeldingId"
        case .ouderBSN: "ouderOfVoogd.bsn"
        case .ouderVnummer: "ouderOfVoogd.vnummer"
        }
    }

    /// What its values look like, as far as Excel likes to change it.
    enum Soort: Sendable {
        case tekst, jaNee, datum
        /// A number that may begin with zeros, with the lengths that it may have.
        case nummer(ClosedRange<Int>)
        case telefoon
    }

    var soort: Soort {
        switch self {
        case .bsn, .ouderBSN: .nummer(9...9)
        case .vnummer, .ouderVnummer: .nummer(10...10)
        case .gemeentecode: .nummer(4...4)
        case .geboortedatum, .datumHuisvesting, .datumKoppeling: .datum
        case .telefoon, .contactpersoonTelefoon: .telefoon
        case .tolkNodig, .geletterd, .inburgeringsplichtig, .geheimhouding: .jaNee
        default: .tekst
        }
    }

    /// Where somebody may write `1-2`, of which Excel makes a day. Of a reference that would be another aanmelding or household.
    var kanDagMaandLijken: Bool {
        switch self {
        case .huisnummer, .rijreferentie, .ouderRijreferentie, .huishouden, .verplichtingnummer: true
        default: false
        }
    }

    /// In an error text.
    var naam: String {
        switch self {
        case .huisnummer: "dit huisnummer"
        case .rijreferentie, .ouderRijreferentie: "dit kenmerk van een rij"
        case .huishouden: "deze verwijzing naar een huishouden"
        case .verplichtingnummer: "dit verplichtingnummer"
        case .bsn, .ouderBSN: "een BSN"
        case .vnummer, .ouderVnummer: "een V-nummer"
        case .gemeentecode: "een gemeentecode"
        default: "deze kolom"
        }
    }

    /// The parts of each path.
    static let delen: [Kolom: [String]] = Dictionary(
        uniqueKeysWithValues: allCases.compactMap { kolom in
            kolom.pad.map { (kolom, $0.split(separator: ".").map(String.init)) }
        })

    /// Which column an error of the message's reader is about.
    static func van(pad: String) -> Kolom? { perPad[pad] }

    private static let perPad: [String: Kolom] = {
        var found = Dictionary(allCases.compactMap { kolom in kolom.pad.map { ($0, kolom) } }) { first, _ in first }
        found["client.geboortedatum"] = .geboortedatum
        found["client"] = .bsn
        found["huishouden"] = .huishouden
        found["ouderOfVoogd"] = .ouderRijreferentie
        return found
    }()

    /// The first line of a file of this version, with all that it may have.
    static let kop = allCases.map(\.rawValue).joined(separator: ";")

    /// What every header has.
    static let vast = Array(allCases.dropLast())

    /// The columns of a file with this header; nil when it is none of ours.
    static func kolommen(inKop velden: [String]) -> [Kolom]? {
        let namen = velden.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        return [allCases, vast].first { $0.map(\.rawValue) == namen }
    }

    /// What is wrong with the header of a file; nil when it is as it must be.
    static func fout(inKop velden: [String]) -> FieldError? {
        let namen = velden.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        let verwacht = vast.map(\.rawValue)
        if kolommen(inKop: velden) != nil { return nil }
        func fout(_ code: String, _ tekst: String) -> FieldError { FieldError("kop", code: code, tekst) }
        if namen.count == 1, let enige = namen.first, enige.contains(";") {
            return fout(
                "excel-aanhaling",
                "De kop staat in zijn geheel tussen aanhalingstekens. Het bestand is waarschijnlijk twee keer als CSV opgeslagen. "
                    + "Sla het opnieuw op, uitgaande van de bron.")
        }
        if namen.count == 1 || !namen.contains("rijreferentie") {
            for (teken, naam) in [(",", "komma's"), ("\t", "tabs"), ("|", "streepjes")]
            where namen.contains(where: { $0.contains("rijreferentie\(teken)") || $0.contains("\(teken)gemeentecode") }) {
                return fout(
                    "scheidingsteken",
                    "Dit bestand gebruikt \(naam) tussen de kolommen. Gebruik puntkomma's (;). "
                        + "In Excel hangt dat af van het lijstscheidingsteken in de landinstellingen.")
            }
            return fout("kop-ontbreekt", "De eerste regel is niet de kop van versie 1. Begin het bestand met: \(kop)")
        }
        let ontbreekt = verwacht.filter { !namen.contains($0) }
        if !ontbreekt.isEmpty { return fout("kolom-ontbreekt", "In de kop ontbreekt: \(ontbreekt.joined(separator: ", ")).") }
        if namen.count > allCases.count || namen.contains(where: { Kolom(rawValue: $0) == nil }) {
            return fout(
                "kolom-onbekend",
                "De kop heeft \(namen.count) kolommen, versie 1 heeft er \(verwacht.count) of, met \(datumKoppeling.rawValue), "
                    + "\(allCases.count). Haal weg wat er niet bij hoort.")
        }
        return fout("kolom-volgorde", "De kolommen staan in een andere volgorde dan in versie 1. De kop moet zijn: \(kop)")
    }
}
