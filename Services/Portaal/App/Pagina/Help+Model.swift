// SPDX-License-Identifier: EUPL-1.2
import Berichten

/// The handbook on one page: the chapters of the visitor's own work first.
struct HelpPagina: PageModel {
    static let template = "help"
    let titel = "Help"
    let hoofdstukken: [Hoofdstuk]

    struct Hoofdstuk: Sendable {
        let id: String
        let titel: String
        let inleiding: String
        let vragen: [Vraag]
    }
    struct Vraag: Sendable {
        let vraag: String
        let alineas: [String]
        init(_ vraag: String, _ alineas: String...) { (self.vraag, self.alineas) = (vraag, alineas) }
    }

    /// - Parameter rollen: of the visitor; nobody signed in sees only what is for everybody.
    init(rollen: Set<Role>) {
        hoofdstukken = Handboek.hoofdstukken.filter { $0.rollen.isEmpty || !$0.rollen.isDisjoint(with: rollen) }.map(\.hoofdstuk)
    }
}
