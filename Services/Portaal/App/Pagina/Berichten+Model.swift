// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// The notifications that did not arrive, at gemeenten and at partners of the sociale kaart: why, how often they were tried,
/// and what to do. Nothing about a person stands here.
struct BerichtenPagina: PageModel {
    static let template = "berichten"
    let titel = "Berichten"
    let menu: String? = "/berichten"
    let melding: Melding?
    let delen: [Deel]
    /// Files with aanmeldingen from the folder that do not get on.
    let vast: Tabel?

    /// What goes to one kind of receiver. Each says for itself that its service is away.
    struct Deel: Sendable {
        let anker: String
        let kop: String
        let weg: Melding?
        let cijfers: Cijfers?
        /// Where the form for all goes, when at least one waits for a human.
        let allesOpnieuw: String?
        let heeftRijen: Bool
        let rijen: [Rij]
        let leeg: Leeg?
        let bladeren: Bladeren?
    }

    /// What one service answers.
    struct Antwoord: Sendable {
        /// Nil while it is away.
        var page: Page<OnbezorgdBericht>?
        var aantal: OnbezorgdAantal.Answer?
        /// The last one of the page before.
        var na: String?
    }

    struct Rij: Sendable {
        let id: String
        /// Where trying again and giving up go, each with its own word behind it.
        let actie: String
        let versie: Int
        let titel: String
        let naar: String
        let label: Label
        let regels: Gegevens
        let watTeDoen: String
        /// Show the form for giving up unfolded, because something in it was wrong.
        let open: Bool
        let reden: Reden
    }

    /// The one field of giving up. Its ids hold the number of the message, because every row has one.
    struct Reden: Sendable {
        let nummer: String
        let label = "Waarom geeft u het op?"
        let hulp = "Uw collega's lezen dit. Schrijf geen gegevens van een persoon op."
        let waarde: String
        let fout: String?
    }

    /// What an act on one row ran into.
    struct Weigering: Sendable {
        let bericht: UUID
        let geweigerd: Geweigerd
    }

    init(gemeenten: Antwoord, partners: Antwoord, weigering: Weigering? = nil, geweigerd: Geweigerd? = nil) {
        melding = weigering?.geweigerd.melding ?? weigering.flatMap { Self.fout($0) } ?? geweigerd?.melding
        delen = [
            Deel(.gemeente, gemeenten, weigering) { na in Adres.van("/berichten", [("na", na), ("partners", partners.na)]) },
            Deel(.partner, partners, weigering) { na in Adres.van("/berichten", [("na", gemeenten.na), ("partners", na)]) },
        ]
        vast = Self.vast(gemeenten.aantal?.vasteBestanden ?? [])
    }

    private static func vast(_ bestanden: [Vastbestand]) -> Tabel? {
        guard !bestanden.isEmpty else { return nil }
        return Tabel(
            "Bestanden die vastzitten", stil: true,
            kolommen: [.init("Bestand"), .init("Wat er is"), .init("Wat u kunt doen")],
            rijen: bestanden.map { bestand in
                let oorzaak = Berichtwoorden.bestand(bestand.oorzaak)
                return [
                    .tekst(bestand.bestandsnaam ?? "Bestand met een andere naam"), .tekst(oorzaak.wat), .tekst(oorzaak.watTeDoen),
                ]
            })
    }

    private static func fout(_ weigering: Weigering) -> Melding? {
        weigering.geweigerd.form.errors.first.map {
            Melding(
                .fout, $0.text, titel: "Er is nog iets niet goed",
                link: Koppeling("Naar dit bericht", "#bericht-\(weigering.bericht.uuidString.lowercased())"))
        }
    }
}

/// Who gets the notifications, and which service sends them.
enum Berichtontvanger: Sendable {
    /// By intake.
    case gemeente
    /// By the sociale kaart.
    case partner

    var anker: String { self == .gemeente ? "gemeenten" : "partners" }
    /// As the advice calls it.
    var wie: String { self == .gemeente ? "de gemeente" : "de organisatie" }
    var dienst: String { self == .gemeente ? "intake" : "de sociale kaart" }
    var kop: String { self == .gemeente ? "Aan gemeenten" : "Aan partners van de sociale kaart" }
    /// Under which address what is done with one message stands.
    var pad: String { self == .gemeente ? "/berichten" : "/berichten/partners" }
    var allesOpnieuw: String { self == .gemeente ? "/berichten/alles-opnieuw" : "/berichten/partners-opnieuw" }
}

extension BerichtenPagina.Deel {
    /// - Parameter adres: of the page behind a message; nil for the first.
    init(
        _ aan: Berichtontvanger, _ antwoord: BerichtenPagina.Antwoord, _ weigering: BerichtenPagina.Weigering?,
        adres: (String?) -> String
    ) {
        let (page, na) = (antwoord.page, antwoord.na)
        (anker, kop) = (aan.anker, aan.kop)
        weg = page == nil ? .even("Wat niet aankwam bij \(aan == .gemeente ? "gemeenten" : "partners") is") : nil
        cijfers = antwoord.aantal.map { aantal in
            Cijfers([
                .init(
                    "Wacht op u", String(aantal.voorMens), onder: "worden niet vanzelf opnieuw geprobeerd",
                    kleur: aantal.voorMens > 0 ? .letOp : .gewoon),
                .init("Wordt herhaald", String(aantal.wordtHerhaald), onder: "vanzelf, tot 24 uur na de eerste poging"),
            ])
        }
        allesOpnieuw = (antwoord.aantal?.voorMens ?? 0) > 0 ? aan.allesOpnieuw : nil
        rijen = (page?.rows ?? []).map { rij in
            .init(rij, aan, geweigerd: weigering.flatMap { $0.bericht == rij.id ? $0.geweigerd : nil })
        }
        heeftRijen = !rijen.isEmpty
        let ontvanger = aan == .gemeente ? "een gemeente" : "een partner"
        leeg =
            page != nil && rijen.isEmpty
            ? Leeg("Alles is bezorgd", "Er is geen bericht aan \(ontvanger) dat niet is aangekomen.") : nil
        bladeren =
            page?.next == nil && na == nil
            ? nil
            : Bladeren(
                "\(rijen.count) \(rijen.count == 1 ? "bericht" : "berichten") op deze bladzijde",
                vorige: na == nil ? nil : adres(nil), volgende: page?.next.map { adres($0) })
    }
}

extension BerichtenPagina.Rij {
    init(_ rij: OnbezorgdBericht, _ aan: Berichtontvanger, geweigerd: Geweigerd?) {
        id = rij.id.uuidString.lowercased()
        actie = "\(aan.pad)/\(id)"
        versie = rij.versie
        titel = Berichtwoorden.soort(rij.soort)
        naar = Berichtwoorden.bestemming(rij.bestemming)
        label = rij.wordtHerhaald ? Label("Wordt herhaald", .info) : Label("Wacht op u", .letOp)
        let oorzaak = Berichtwoorden.oorzaak(rij.oorzaak, aan)
        var lijst: [Gegevens.Regel] = [
            .init("Oorzaak", rij.status.map { "\(oorzaak.wat) (antwoord \($0))" } ?? oorzaak.wat),
            .init("Gemaakt", rij.gemaaktOp.voluit), .init("Pogingen", String(rij.pogingen)),
        ]
        if let laatst = rij.laatstOp { lijst.append(.init("Laatste poging", laatst.voluit)) }
        if let volgende = rij.volgendeOp { lijst.append(.init("Volgende poging", volgende.voluit)) }
        lijst.append(.init("Nummer", id))
        regels = Gegevens(lijst)
        watTeDoen = oorzaak.watTeDoen
        open = geweigerd != nil
        reden = .init(
            nummer: id, waarde: geweigerd?.form.exact("reden") ?? "", fout: geweigerd?.form.error(of: "reden")?.text)
    }
}

/// The codes of a delivery as people say them.
enum Berichtwoorden {
    static func soort(_ type: String) -> String {
        switch type {
        case "nl.inburgering.begeleiding.toestand.gewijzigd.v1": "Stand van een aanmelding is gewijzigd"
        case "nl.inburgering.begeleiding.traject.gestart.v1": "Traject is gestart"
        case "nl.inburgering.begeleiding.tussenrapportage.beschikbaar.v1": "Tussenrapportage is beschikbaar"
        case "nl.inburgering.begeleiding.overdrachtsdocument.beschikbaar.v1": "Overdrachtsdocument is beschikbaar"
        case "nl.inburgering.begeleiding.traject.afgerond.v1": "Traject is afgerond"
        case "nl.inburgering.begeleiding.afspraak.gemist.v1": "Afspraak is gemist"
        case "nl.inburgering.voorziening.controle-gevraagd.v1": "Vraag om een vermelding na te kijken"
        case _ where type.hasPrefix("nl.inburgering.verwijzing."):
            "Verwijzing: \(type.split(separator: ".").dropLast().last.map(String.init) ?? type)"
        default: type
        }
    }

    static func bestemming(_ sleutel: String) -> String {
        let delen = sleutel.split(separator: ":", maxSplits: 1).map(String.init)
        guard delen.count == 2, ["gemeente", "organisatie"].contains(delen[0]) else { return sleutel }
        return "\(delen[0].prefix(1).uppercased())\(delen[0].dropFirst()) \(delen[1])"
    }

    /// Why a file with aanmeldingen does not get on.
    static func bestand(_ code: String) -> (wat: String, watTeDoen: String) {
        switch code {
        case "onleesbaar":
            ("Het bestand in de map is niet te lezen.", "Geef intake leesrecht op het bestand in de map in.")
        case "verplaatsen":
            (
                "Het bestand kan niet uit de map in worden gehaald, of niet naar klaar of geweigerd.",
                "Geef intake schrijfrecht op die mappen. Kijk of er al iets met die naam staat."
            )
        case "resultaat":
            (
                "Het resultaat kan niet worden geschreven.",
                "Geef intake schrijfrecht op de map resultaat en kijk of de schijf vol is."
            )
        case "geen-bestand": ("In de map in staat een map of verwijzing die eindigt op .csv.", "Haal die daar weg.")
        default: ("Door een fout bij ons komt het niet verder.", "Kijk in het logboek van intake.")
        }
    }

    static func oorzaak(_ code: String?, _ aan: Berichtontvanger) -> (wat: String, watTeDoen: String) {
        let wie = aan.wie
        return switch code {
        case "geen-bestemming": ("Er is geen adres geregistreerd", "Registreer het adres van \(wie) en bezorg opnieuw.")
        case "adres": ("Het adres is niet te lezen", "Verbeter het adres en bezorg opnieuw.")
        case "geen-tls": ("Het adres begint niet met https", "Vraag \(wie) om een adres met https.")
        case "geen-verbinding": ("Er kwam geen verbinding", "Vraag \(wie) of haar systeem bereikbaar is.")
        case "tls": ("De verbinding was niet te vertrouwen", "Vraag \(wie) om haar certificaat na te kijken.")
        case "tijd-om": ("Er kwam geen antwoord", "Vraag \(wie) of haar systeem traag is.")
        case "te-druk": ("De ontvanger had het te druk", "Wacht tot het rustiger is en bezorg opnieuw.")
        case "storing": ("De ontvanger had een storing", "Vraag \(wie) of de storing voorbij is.")
        case "doorverwijzing": ("De ontvanger verwees naar een ander adres", "Vraag het nieuwe adres en registreer het.")
        case "handdruk": ("De ontvanger heeft geen toestemming gegeven", "Vraag \(wie) om onze naam toe te laten.")
        case "token": ("Ons token werd niet geaccepteerd", "Vraag een nieuw token en registreer het.")
        case "weg": ("Dit adres is opgeheven", "Vraag het nieuwe adres, of geef het bericht op.")
        case "niet-na-te-gaan":
            ("Wij konden niet nagaan of het bericht weg mag", "Wacht. Het gaat vanzelf verder als intake weer antwoordt.")
        case "geweigerd": ("De ontvanger weigerde het bericht", "Zoek met \(wie) uit waarom.")
        default: ("Onbekend", "Kijk in het logboek van \(aan.dienst).")
        }
    }
}
