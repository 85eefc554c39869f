// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// The notifications to gemeenten that did not arrive: why, how often they were tried, and what to do. Nothing about a
/// person stands here.
struct BerichtenPagina: PageModel {
    static let template = "berichten"
    let titel = "Berichten"
    let menu: String? = "/berichten"
    let melding: Melding?
    let cijfers: Cijfers?
    let heeftRijen: Bool
    let rijen: [Rij]
    /// Shown when at least one waits for a human.
    let allesOpnieuw: Bool
    let leeg: Leeg?
    let bladeren: Bladeren?
    /// What did not arrive at partners of the sociale kaart.
    let partners: Tabel?
    let partnersWachten: Bool
    /// Files with aanmeldingen from the folder that do not get on.
    let vast: Tabel?

    struct Rij: Sendable {
        let id: String
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

    /// - Parameters:
    ///   - page: nil while intake is away.
    ///   - na: whether this is a later page.
    init(
        _ page: Page<OnbezorgdBericht>?, aantal: OnbezorgdAantal.Answer?, na: Bool = false, weigering: Weigering? = nil,
        geweigerd: Geweigerd? = nil, partners: [OnbezorgdBericht] = []
    ) {
        self.partners =
            partners.isEmpty
            ? nil
            : Tabel(
                "Meldingen aan partners", stil: true,
                kolommen: [.init("Melding"), .init("Aan"), .init("Stand"), .init("Pogingen", getal: true), .init("Oorzaak")],
                rijen: partners.map { rij in
                    [
                        .tekst(Berichtwoorden.soort(rij.soort)), .tekst(Berichtwoorden.bestemming(rij.bestemming)),
                        .label(rij.wordtHerhaald ? Label("Wordt herhaald", .info) : Label("Wacht op u", .letOp)),
                        .tekst(String(rij.pogingen)), .tekst(Berichtwoorden.oorzaak(rij.oorzaak).wat),
                    ]
                })
        partnersWachten = partners.contains { !$0.wordtHerhaald }
        vast = Self.vast(aantal?.vasteBestanden ?? [])
        let fout = weigering.flatMap { Self.fout($0) }
        melding = page == nil ? .nietBereikbaar : weigering?.geweigerd.melding ?? fout ?? geweigerd?.melding
        cijfers = aantal.map { aantal in
            Cijfers([
                .init(
                    "Wacht op u", String(aantal.voorMens), onder: "worden niet vanzelf opnieuw geprobeerd",
                    kleur: aantal.voorMens > 0 ? .letOp : .gewoon),
                .init("Wordt herhaald", String(aantal.wordtHerhaald), onder: "vanzelf, tot 24 uur na de eerste poging"),
            ])
        }
        rijen = (page?.rows ?? []).map { rij in
            Rij(rij, geweigerd: weigering.flatMap { $0.bericht == rij.id ? $0.geweigerd : nil })
        }
        heeftRijen = !rijen.isEmpty
        allesOpnieuw = (aantal?.voorMens ?? 0) > 0
        leeg =
            page != nil && rijen.isEmpty
            ? Leeg("Alles is bezorgd", "Er is geen bericht aan een gemeente dat niet is aangekomen.") : nil
        bladeren =
            page?.next == nil && !na
            ? nil
            : Bladeren(
                "\(rijen.count) \(rijen.count == 1 ? "bericht" : "berichten") op deze bladzijde",
                vorige: na ? "/berichten" : nil, volgende: page?.next.map { Adres.van("/berichten", [("na", $0)]) })
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

extension BerichtenPagina.Rij {
    init(_ rij: OnbezorgdBericht, geweigerd: Geweigerd?) {
        id = rij.id.uuidString.lowercased()
        versie = rij.versie
        titel = Berichtwoorden.soort(rij.soort)
        naar = Berichtwoorden.bestemming(rij.bestemming)
        label = rij.wordtHerhaald ? Label("Wordt herhaald", .info) : Label("Wacht op u", .letOp)
        let oorzaak = Berichtwoorden.oorzaak(rij.oorzaak)
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

    static func oorzaak(_ code: String?) -> (wat: String, watTeDoen: String) {
        switch code {
        case "geen-bestemming": ("Er is geen adres geregistreerd", "Registreer het adres van deze gemeente en bezorg opnieuw.")
        case "adres": ("Het adres is niet te lezen", "Verbeter het adres en bezorg opnieuw.")
        case "geen-tls": ("Het adres begint niet met https", "Vraag de gemeente om een adres met https.")
        case "geen-verbinding": ("Er kwam geen verbinding", "Vraag de gemeente of haar systeem bereikbaar is.")
        case "tls": ("De verbinding was niet te vertrouwen", "Vraag de gemeente om haar certificaat na te kijken.")
        case "tijd-om": ("Er kwam geen antwoord", "Vraag de gemeente of haar systeem traag is.")
        case "te-druk": ("De ontvanger had het te druk", "Wacht tot het rustiger is en bezorg opnieuw.")
        case "storing": ("De ontvanger had een storing", "Vraag de gemeente of de storing voorbij is.")
        case "doorverwijzing": ("De ontvanger verwees naar een ander adres", "Vraag het nieuwe adres en registreer het.")
        case "handdruk": ("De ontvanger heeft geen toestemming gegeven", "Vraag de gemeente om onze naam toe te laten.")
        case "token": ("Ons token werd niet geaccepteerd", "Vraag een nieuw token en registreer het.")
        case "weg": ("Dit adres is opgeheven", "Vraag het nieuwe adres, of geef het bericht op.")
        case "geweigerd": ("De ontvanger weigerde het bericht", "Zoek met de gemeente uit waarom.")
        default: ("Onbekend", "Kijk in het logboek van intake.")
        }
    }
}
