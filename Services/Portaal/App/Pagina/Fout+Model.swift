// SPDX-License-Identifier: EUPL-1.2
import Hummingbird
import Web

/// The page of anything that went wrong: what, what to do, where to go.
struct FoutPagina: PageModel {
    static let template = "fout"
    let titel: String
    let tekst: String?
    let raad: [String]
    let heeftRaad: Bool
    /// Finds the fault in the log.
    let nummer: String?
    let terug: String
    let terugNaam: String

    init(_ trouble: Trouble, aangemeld: Bool) {
        titel = trouble.status.code == 404 ? "Deze pagina is er niet" : trouble.title
        tekst = trouble.detail
        raad =
            switch trouble.status.code {
            case 403: ["Ga terug en kies iets anders.", "Hebt u dit nodig voor uw werk? Vraag het uw teamleider."]
            case 404: ["Kijk of het adres klopt.", "Zoek de persoon of pagina op vanaf het begin."]
            case 409: ["Ga terug en ververs de pagina.", "Kijk wat er is veranderd en doe het dan opnieuw."]
            case 413: ["Kies een kleiner bestand, of maak de foto opnieuw met minder beeldpunten."]
            case 429: ["Wacht een minuut en probeer het opnieuw."]
            case 500...:
                ["Probeer het over een paar minuten opnieuw.", "Blijft het misgaan? Geef dan de beheerder het tijdstip door."]
            default: []
            }
        heeftRaad = !raad.isEmpty
        nummer = trouble.reference
        (terug, terugNaam) = aangemeld ? ("/", "Naar het begin") : ("/aanmelden", "Naar aanmelden")
    }
}
