// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Shows once the link or the code that was just made. Nothing sends it: the worker copies it.
struct VerwijzingLinkPagina: PageModel {
    static let template = "verwijzing-link"
    let titel: String
    let menu: String? = "/mensen"
    let kop: String
    let waarde: String
    let uitleg: [String]
    let terug: String
    let melding = Melding(.letOp, "Hierna ziet u dit niet meer. Kwijt? Maak dan een nieuwe.", titel: "U ziet dit één keer")

    init(_ verwijzing: VerwijzingID, adres: String, tot: Datum) {
        (titel, kop, waarde) = ("Link voor de organisatie", "De link", adres)
        uitleg = [
            "Kopieer de link en stuur hem zelf, bijvoorbeeld per sms. Wegwijs verstuurt niets.",
            "De organisatie ziet de vraag zonder naam en kan één keer antwoorden.",
            "De link werkt tot en met \(tot.tekst). Een eerdere link werkt nu niet meer.",
        ]
        terug = "/verwijzing/\(verwijzing)"
    }

    init(_ verwijzing: VerwijzingID, code: String) {
        (titel, kop) = ("Code voor de organisatie", "De code")
        waarde = "\(code.prefix(4)) \(code.suffix(4))"
        uitleg = [
            "Geef de code op een andere manier dan de link: lees hem voor aan de telefoon.",
            "Met de link en deze code samen ziet de organisatie de naam en hoe zij de persoon bereikt.",
        ]
        terug = "/verwijzing/\(verwijzing)"
    }
}
