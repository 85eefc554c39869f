// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Puts new values of fields into the gegevens of a person: all of them, or none with every mistake named.
struct Gegevenswijziging: Sendable {
    private(set) var gegevens: Aanmeldgegevens
    private(set) var fouten: [Gegevensfout] = []
    /// The fields that really changed, in their own order.
    private(set) var gewijzigd: [Gegevensveld] = []

    /// The channels by which somebody can be reached, for who cannot read a letter too.
    static let kanalen = ["bellen", "whatsapp", "spraakbericht", "sms", "e-mail", "brief", "langskomen"]
    static let geslachten = ["geen-voorkeur", "vrouw", "man"]
    /// As DUO has it: learns to read and write (A), did so in another script (AA), or neither.
    static let alfabetiseringen = ["A", "AA", "NVT"]

    /// - Parameter nieuw: empty text takes a value away.
    init(_ oud: Aanmeldgegevens, _ nieuw: [Gegevensveld: String], vandaag: Datum) {
        gegevens = oud
        zetNaam(nieuw)
        for veld in Gegevensveld.allCases {
            guard let waarde = nieuw[veld] else { continue }
            let tekst = waarde.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            zet(veld, tekst.isEmpty ? nil : tekst, vandaag: vandaag)
        }
        if !fouten.isEmpty { gegevens = oud }
        gewijzigd = Gegevensveld.allCases.filter { $0.lees(oud) != $0.lees(gegevens) }
    }

    private mutating func fout(_ veld: Gegevensveld, _ code: String, _ zin: String) {
        fouten.append(Gegevensfout(veld: veld.rawValue, code: code, zin: zin))
    }

    /// The four parts make one name; a name chain stands whole in `geslachtsnaam`.
    private mutating func zetNaam(_ nieuw: [Gegevensveld: String]) {
        let delen: [Gegevensveld] = [.voornamen, .voorvoegsel, .geslachtsnaam, .roepnaam]
        guard delen.contains(where: { nieuw[$0] != nil }) else { return }
        for deel in delen {
            guard let tekst = nieuw[deel], !tekst.allSatisfy(\.isWhitespace), tekst != "." else { continue }
            do { _ = try Naam(geslachtsnaam: tekst) } catch { fout(deel, error.code, error.text) }
        }
        guard fouten.isEmpty else { return }
        func deel(_ veld: Gegevensveld) -> String? { nieuw[veld] ?? veld.lees(gegevens) }
        do {
            gegevens.client.naam = try Naam(
                voornamen: deel(.voornamen), voorvoegsel: deel(.voorvoegsel), geslachtsnaam: deel(.geslachtsnaam),
                roepnaam: deel(.roepnaam))
        } catch {
            fout(.geslachtsnaam, error.code, error.text)
        }
    }

    private mutating func zet(_ veld: Gegevensveld, _ tekst: String?, vandaag: Datum) {
        switch veld {
        case .voornamen, .voorvoegsel, .geslachtsnaam, .roepnaam: break
        case .geboortedatum: zetGeboorte(tekst, vandaag: vandaag)
        case .geslacht:
            if let keuze = keuze(veld, tekst, Aanmeldgegevens.Geslacht.allCases.map(\.rawValue)) {
                gegevens.client.geslacht = keuze.flatMap(Aanmeldgegevens.Geslacht.init)
            }
        case .bsn: if let waarde = waarde(veld, tekst, BSN.self) { gegevens.client.bsn = waarde }
        case .vnummer: if let waarde = waarde(veld, tekst, VNummer.self) { gegevens.client.vnummer = waarde }
        case .telefoon: if let waarde = waarde(veld, tekst, Telefoonnummer.self) { gegevens.client.telefoon = waarde }
        case .postcode: if let waarde = waarde(veld, tekst, Postcode.self) { gegevens.client.adres.postcode = waarde }
        case .straat: if past(veld, tekst, 200) { gegevens.client.adres.straat = tekst }
        case .huisnummer: if past(veld, tekst, 12) { gegevens.client.adres.huisnummer = tekst }
        case .woonplaats: if past(veld, tekst, 200) { gegevens.client.adres.woonplaats = tekst }
        case .verplichtingnummer: if past(veld, tekst, 40) { gegevens.verplichtingnummer = tekst }
        case .inOnderzoek: zetOnderzoek(tekst)
        case .geheimhouding: if let waar = jaNee(veld, tekst) { gegevens.geheimhouding = waar }
        case .tolkNodig: if let waar = jaNee(veld, tekst) { gegevens.talen.tolkNodig = waar }
        case .geletterd:
            if tekst == nil || tekst == "onbekend" {
                gegevens.talen.geletterd = nil
            } else if let waar = jaNee(veld, tekst) {
                gegevens.talen.geletterd = waar
            }
        case .verblijfsvorm:
            guard let vorm = tekst.flatMap(Verblijfsvorm.init) else { return fout(veld, "keuze", "Kies waar iemand woont.") }
            gegevens.verblijfsvorm = vorm
        case .datumHuisvesting: if let dag = dag(veld, tekst, vandaag: vandaag) { gegevens.datumHuisvesting = dag }
        case .datumKoppeling: if let dag = dag(veld, tekst, vandaag: vandaag) { gegevens.datumKoppeling = dag }
        case .spreektaal: if let taal = taal(veld, tekst) { gegevens.talen.spreektaal = taal }
        case .leestaal: if let taal = taal(veld, tekst) { gegevens.talen.leestaal = taal }
        case .tolktaal: if let taal = taal(veld, tekst) { gegevens.talen.tolktaal = taal }
        case .tolkgeslacht: if let keuze = keuze(veld, tekst, Self.geslachten) { gegevens.talen.tolkgeslacht = keuze }
        case .alfabetisering: if let keuze = keuze(veld, tekst, Self.alfabetiseringen) { gegevens.talen.alfabetisering = keuze }
        case .voorkeurskanaal: if let keuze = keuze(veld, tekst, Self.kanalen) { gegevens.voorkeurskanaal = keuze }
        }
    }

    private mutating func zetGeboorte(_ tekst: String?, vandaag: Datum) {
        do {
            let geboren = try OnvolledigeDatum(parsing: tekst ?? "onbekend")
            if geboren.ligtNa(vandaag) == .ja {
                return fout(.geboortedatum, "datum-toekomst", "De geboortedatum ligt in de toekomst.")
            }
            if let bereik = geboren.bereik, bereik.upperBound.year < vandaag.year - 125 {
                return fout(
                    .geboortedatum, "datum-onwaarschijnlijk", "Deze geboortedatum is meer dan 125 jaar geleden.")
            }
            gegevens.client.geboortedatum = geboren
        } catch {
            fout(.geboortedatum, error.code, error.text)
        }
    }

    private mutating func zetOnderzoek(_ tekst: String?) {
        let codes = (tekst ?? "").split(whereSeparator: { ", ".contains($0) }).map(String.init)
        let groepen = codes.compactMap(Gegevensveld.Groep.init)
        guard groepen.count == codes.count else {
            return fout(.inOnderzoek, "keuze", "Kies uit de lijst wat in onderzoek is.")
        }
        gegevens.inOnderzoek = groepen.isEmpty ? nil : Set(groepen).map(\.rawValue).sorted()
    }

    /// Nil after a mistake; `.some(nil)` takes the value away.
    private mutating func waarde<W: Tekstwaarde>(_ veld: Gegevensveld, _ tekst: String?, _ type: W.Type) -> W?? {
        guard let tekst else { return .some(nil) }
        do {
            return .some(try W(parsing: tekst))
        } catch {
            fout(veld, error.code, error.text)
            return nil
        }
    }

    private mutating func dag(_ veld: Gegevensveld, _ tekst: String?, vandaag: Datum) -> Datum?? {
        guard let tekst else { return .some(nil) }
        guard let dag = Datum(tekst) else {
            fout(veld, "geen-datum", "Vul de dag in als dag-maand-jaar, zoals 18-1-2027.")
            return nil
        }
        guard abs(dag.year - vandaag.year) <= 10 else {
            fout(veld, "datum-onwaarschijnlijk", "Deze datum ligt meer dan tien jaar van vandaag.")
            return nil
        }
        return .some(dag)
    }

    private mutating func keuze(_ veld: Gegevensveld, _ tekst: String?, _ uit: [String]) -> String?? {
        guard let tekst else { return .some(nil) }
        if uit.contains(tekst) { return .some(tekst) }
        fout(veld, "keuze", "Kies bij “\(veld.naam)” een waarde uit de lijst.")
        return nil
    }

    private mutating func jaNee(_ veld: Gegevensveld, _ tekst: String?) -> Bool? {
        switch tekst {
        case "ja": return true
        case "nee", nil: return false
        default:
            fout(veld, "ja-nee", "Kies bij “\(veld.naam)” ja of nee.")
            return nil
        }
    }

    private mutating func past(_ veld: Gegevensveld, _ tekst: String?, _ lengte: Int) -> Bool {
        guard (tekst?.unicodeScalars.count ?? 0) > lengte else { return true }
        fout(veld, "te-lang", "\(veld.naam) heeft hoogstens \(lengte) tekens.")
        return false
    }

    private mutating func taal(_ veld: Gegevensveld, _ tekst: String?) -> String?? {
        guard let tekst = tekst?.lowercased() else { return .some(nil) }
        if let taal = Taal(code: tekst) { return .some(taal.rawValue) }
        if (2...3).contains(tekst.utf8.count), tekst.utf8.allSatisfy({ (97...122).contains($0) }) { return .some(tekst) }
        fout(veld, "taalcode", "Kies bij “\(veld.naam)” een taal uit de lijst.")
        return nil
    }
}

/// What a gemeente says now beside what we have, field by field.
struct Gegevensverschil: Sendable, Equatable {
    var veld: Gegevensveld
    var nu: String?
    var nieuw: String?
    var inOnderzoek: Bool

    /// Only what the gemeente knows of; the order of the fields.
    static func tussen(_ nu: Aanmeldgegevens, en nieuw: Aanmeldgegevens) -> [Gegevensverschil] {
        Gegevensveld.allCases.filter(\.isVanGemeente).compactMap { veld in
            let (oud, later) = (veld.lees(nu), veld.lees(nieuw))
            guard oud != later else { return nil }
            // Who says nothing of an investigation does not end it, and a koppeling that was made stays made: who leaves it out (a
            // file without the column) takes nothing away.
            if veld == .inOnderzoek, nieuw.inOnderzoek == nil { return nil }
            if veld == .datumKoppeling, later == nil { return nil }
            return Gegevensverschil(
                veld: veld, nu: oud, nieuw: later,
                inOnderzoek: veld.groep.map { nu.onderzocht.union(nieuw.onderzocht).contains($0) } ?? false)
        }
    }
}

extension Gegevensverschil {
    /// What an aanmelding says otherwise that joined somebody by a number. It knows less than we do, and what it leaves out takes
    /// nothing away: not a field, not a secret address. The numbers are read along.
    static func bijVoegen(_ nu: Aanmeldgegevens, _ later: Aanmeldgegevens) -> [Gegevensverschil] {
        tussen(nu, en: later).filter {
            $0.nieuw != nil && $0.veld.groep != .nummers && !($0.veld == .geheimhouding && !later.geheimhouding)
        }
    }
}

extension Aanmeldgegevens {
    /// The groups of fields under investigation.
    var onderzocht: Set<Gegevensveld.Groep> { Set((inOnderzoek ?? []).compactMap(Gegevensveld.Groep.init)) }
}
