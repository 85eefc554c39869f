// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Web

/// A link with a text.
struct Koppeling: Sendable, Codable, Equatable {
    let naam: String
    let href: String
    init(_ naam: String, _ href: String) { (self.naam, self.href) = (naam, href) }
}

/// A notice (`deel-melding`): something done, something to know, a warning, an error.
struct Melding: Sendable, Codable, Equatable {
    enum Soort: String, Sendable, Codable { case info, goed, letOp = "let-op", fout }

    let soort: String
    let isGoed: Bool
    /// `alert` for what cannot wait, `status` for the rest.
    let rol: String
    let titel: String?
    let tekst: String
    let link: Koppeling?

    init(_ soort: Soort, _ tekst: String, titel: String? = nil, link: Koppeling? = nil) {
        (self.soort, isGoed, self.titel, self.tekst, self.link) = (soort.rawValue, soort == .goed, titel, tekst, link)
        rol = soort == .fout ? "alert" : "status"
    }
}

/// "Done" with a way back (`deel-ongedaan`).
struct Ongedaan: Sendable {
    let tekst: String
    let actie: String
    let velden: [VerborgenVeld]
    let knop: String

    init(_ tekst: String, actie: String, velden: [VerborgenVeld] = [], knop: String = "Ongedaan maken") {
        (self.tekst, self.actie, self.velden, self.knop) = (tekst, actie, velden, knop)
    }
}

/// A hidden field of a form.
struct VerborgenVeld: Sendable {
    let naam: String
    let waarde: String
    init(_ naam: String, _ waarde: String) { (self.naam, self.waarde) = (naam, waarde) }
}

/// The list above a form that was refused, each error a link to its field (`deel-fouten`).
struct Foutenlijst: Sendable {
    struct Fout: Sendable {
        let anker: String
        let tekst: String
    }
    let kop: String
    let fouten: [Fout]

    /// Nil when there is no error, so that the template shows nothing.
    /// - Parameter onderscheid: what is added to the id of a field that the page has in several forms, by its name.
    init?(_ form: FormValues, onderscheid: [String: String] = [:]) {
        guard !form.errors.isEmpty else { return nil }
        kop = form.errors.count == 1 ? "Er is nog iets niet goed" : "Er zijn nog \(form.errors.count) dingen niet goed"
        fouten = form.errors.map { Fout(anker: "veld-\($0.field)\(onderscheid[$0.field] ?? "")", tekst: $0.text) }
    }
}

/// A state in one or two words (`deel-label`). Never by colour alone: the words say it.
struct Label: Sendable {
    enum Kleur: String, Sendable { case gewoon, goed, letOp = "let-op", fout, info, merk, leeg }
    let tekst: String
    let kleur: String
    init(_ tekst: String, _ kleur: Kleur = .gewoon) { (self.tekst, self.kleur) = (tekst, kleur.rawValue) }
}

/// Nothing here yet, and what to do about it (`deel-leeg`).
struct Leeg: Sendable {
    let titel: String
    let tekst: String
    let actie: Koppeling?
    init(_ titel: String, _ tekst: String, actie: Koppeling? = nil) {
        (self.titel, self.tekst, self.actie) = (titel, tekst, actie)
    }
}
