// SPDX-License-Identifier: EUPL-1.2

/// The first page after signing in: what must be done, in which order and why.
struct VandaagPagina: PageModel {
    static let template = "vandaag"
    let titel = "Vandaag"
    let menu: String? = "/"
    let groet: String
    let leeg: Leeg

    init(_ gebruiker: Aangemeld) {
        groet = "Dag \(gebruiker.naam.split(separator: " ").first.map(String.init) ?? "")"
        leeg = Leeg("Niets dat moet", "Kies hierboven waar u aan wilt werken.", actie: Koppeling("Hoe werkt Wegwijs?", "/help"))
    }
}
