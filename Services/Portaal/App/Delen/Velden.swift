// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Web

/// What every form field has. The partials read these by name (`deel-veld`, `deel-tekstvlak`, …).
///
/// `fout` and what was typed come out of `FormValues`, so that a refused form shows again exactly as it was sent.
protocol FormField: Sendable {
    /// `veld-<naam>`: where the error summary links to.
    var id: String { get }
    var naam: String { get }
}

extension FormField {
    static func id(_ naam: String) -> String { "veld-\(naam)" }

    /// The ids of help and error, for `aria-describedby`; nil when there is neither.
    static func beschreven(_ naam: String, hulp: String?, fout: String?) -> String? {
        let ids = [hulp.map { _ in "\(id(naam))-hulp" }, fout.map { _ in "\(id(naam))-fout" }].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// A one-line field (`{{#naam}}{{>deel-veld}}{{/naam}}`).
struct Veld: FormField {
    enum Soort: String {
        case tekst = "text", datum = "date", tijd = "time", email, telefoon = "tel", wachtwoord = "password", zoek = "search"
    }
    enum Breedte: String { case vol = "", kort, middel, code = "invoer-code" }

    let id: String
    let naam: String
    let label: String
    let hulp: String?
    let fout: String?
    let waarde: String
    let soort: String
    let klasse: String
    let verplicht: Bool
    let beschreven: String?
    let aanvullen: String?
    let toetsen: String?
    let lengte: Int?
    let minimum: String?
    let maximum: String?
    let vast: Bool

    /// - Parameters:
    ///   - form: what was typed, or what the record holds now.
    ///   - aanvullen: `autocomplete` (WCAG 1.3.5), such as `given-name`; `off` for somebody else's data.
    ///   - onderscheid: added to the id where a page has the same field in several forms.
    ///   - toetsen: `inputmode`: the keyboard of a phone, such as `numeric` or `decimal`.
    init(
        _ naam: String, _ label: String, _ form: FormValues, soort: Soort = .tekst, hulp: String? = nil, verplicht: Bool = true,
        breedte: Breedte = .vol, aanvullen: String? = "off", toetsen: String? = nil, lengte: Int? = 200, minimum: String? = nil,
        maximum: String? = nil, vast: Bool = false, onderscheid: String = ""
    ) {
        fout = form.error(of: naam)?.text
        (id, self.naam, self.label, self.hulp) = (Self.id(naam) + onderscheid, naam, label, hulp)
        // A password is never sent back.
        waarde = soort == .wachtwoord ? "" : form.exact(naam)
        self.soort = soort.rawValue
        klasse = (breedte == .vol && (soort == .datum || soort == .tijd) ? .middel : breedte).rawValue
        self.verplicht = verplicht
        beschreven = Self.beschreven(naam + onderscheid, hulp: hulp, fout: form.error(of: naam)?.text)
        (self.aanvullen, self.toetsen, self.lengte) = (aanvullen, toetsen, soort == .datum || soort == .tijd ? nil : lengte)
        (self.minimum, self.maximum, self.vast) = (minimum, maximum, vast)
    }
}

/// A field of several lines (`deel-tekstvlak`).
struct Tekstvlak: FormField {
    let id: String
    let naam: String
    let label: String
    let hulp: String?
    let fout: String?
    let waarde: String
    let regels: Int
    let verplicht: Bool
    let beschreven: String?
    let lengte: Int?

    init(
        _ naam: String, _ label: String, _ form: FormValues, hulp: String? = nil, verplicht: Bool = true, regels: Int = 5,
        lengte: Int? = 4000
    ) {
        fout = form.error(of: naam)?.text
        (id, self.naam, self.label, self.hulp, self.regels) = (Self.id(naam), naam, label, hulp, regels)
        waarde = form.exact(naam)
        beschreven = Self.beschreven(naam, hulp: hulp, fout: form.error(of: naam)?.text)
        (self.verplicht, self.lengte) = (verplicht, lengte)
    }
}

/// A file to send along (`deel-bestand`). The form needs `enctype="multipart/form-data"` and the file as its last field.
struct BestandVeld: FormField {
    let id: String
    let naam: String
    let label: String
    let hulp: String?
    let fout: String?
    let soorten: String
    let verplicht: Bool
    let beschreven: String?

    init(_ naam: String, _ label: String, _ form: FormValues, soorten: [String], hulp: String? = nil, verplicht: Bool = true) {
        fout = form.error(of: naam)?.text
        (id, self.naam, self.label, self.hulp) = (Self.id(naam), naam, label, hulp)
        self.soorten = soorten.joined(separator: ",")
        self.verplicht = verplicht
        beschreven = Self.beschreven(naam, hulp: hulp, fout: form.error(of: naam)?.text)
    }
}
