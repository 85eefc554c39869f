// SPDX-License-Identifier: EUPL-1.2

/// "Are you sure?": one question, its consequences, one button and a way back. Used by every act that cannot be undone.
struct BevestigPagina: PageModel {
    static let template = "bevestigen"
    let titel: String
    let kruimels: [Koppeling]
    let vraag: String
    let uitleg: String?
    let gevolgen: [String]
    let heeftGevolgen: Bool
    let actie: String
    let velden: [VerborgenVeld]
    let knop: String
    let gevaarlijk: Bool
    let terug: String

    /// - Parameters:
    ///   - actie: where the confirmation is posted.
    ///   - knop: the act itself as a verb, never "Ja" or "OK".
    init(
        _ vraag: String, uitleg: String? = nil, gevolgen: [String] = [], actie: String, velden: [VerborgenVeld] = [],
        knop: String,
        gevaarlijk: Bool = false, terug: String, kruimels: [Koppeling] = []
    ) {
        (titel, self.vraag, self.uitleg, self.gevolgen, heeftGevolgen) = (vraag, vraag, uitleg, gevolgen, !gevolgen.isEmpty)
        (self.actie, self.velden, self.knop, self.gevaarlijk) = (actie, velden, knop, gevaarlijk)
        (self.terug, self.kruimels) = (terug, kruimels)
    }
}
