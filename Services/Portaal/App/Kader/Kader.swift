// SPDX-License-Identifier: EUPL-1.2
import Berichten

/// What stands around every page; templates read it as `kader.…`.
struct Kader: Sendable {
    struct Gebruiker: Sendable {
        let naam: String
        let initialen: String
        let rollen: String
    }
    struct MenuPunt: Sendable {
        let naam: String
        let href: String
        let actief: Bool
    }

    var taal = "nl"
    /// `ltr` or `rtl`.
    var richting = "ltr"
    let kop: String
    let stijl: String
    /// The one script, that keeps drafts.
    let script: String
    /// The page that a draft belongs to, and the version that its forms begin from.
    let pad: String
    let conceptversie: Int
    let csrf: String
    /// The base of the idempotency key of every form on this page (`Opdrachtnummer`).
    let opdracht: String
    let gebruiker: Gebruiker?
    let menu: [MenuPunt]
    let heeftMenu: Bool
    /// The name of the present menu item, beside the folded menu on a phone.
    let waar: String?
    let kruimels: [Koppeling]
    let heeftKruimels: Bool
    let berichten: [Melding]
    /// What was typed and stands nowhere else on the page.
    var getypt: [String] = [] { didSet { heeftGetypt = !getypt.isEmpty } }
    private(set) var heeftGetypt = false
    /// A line that says that the people are made up; nil in real use.
    let demo: String?

    init(
        _ model: some PageModel, bezoek: Bezoek.Toestand, stijl: String, script: String = "/concept.js", demo: String?,
        opdracht: String = ""
    ) {
        (self.script, pad, conceptversie) = (script, bezoek.pad, bezoek.conceptversie)
        (kop, self.stijl, self.demo) = (model.titel, stijl, demo)
        csrf = bezoek.csrf ?? ""
        self.opdracht = opdracht
        gebruiker = bezoek.gebruiker.map {
            Gebruiker(naam: $0.naam, initialen: $0.initialen, rollen: $0.rollen.map(\.naam).sorted().joined(separator: ", "))
        }
        menu = (bezoek.gebruiker.map { Menu.van($0.rollen) } ?? []).map {
            MenuPunt(naam: $0.naam, href: $0.href, actief: $0.href == model.menu)
        }
        heeftMenu = !menu.isEmpty
        waar = menu.first(where: \.actief)?.naam
        (kruimels, heeftKruimels) = (model.kruimels, !model.kruimels.isEmpty)
        berichten = bezoek.berichten
    }
}
