// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Who the gemeente handed over and what was decided; first of all what waits for a decision.
struct AanmeldingenPagina: PageModel {
    static let template = "aanmeldingen"
    let titel = "Aanmeldingen"
    let menu: String? = "/aanmeldingen"
    let melding: Melding?
    let tabs: Tabs
    let rijen: [Rij]
    let leeg: Leeg?
    let bladeren: Bladeren?

    struct Rij: Sendable {
        let id: String
        let naam: String
        let geboren: String
        let doelgroep: String
        let ontvangen: String
        let label: Label
        let heeftRedenen: Bool
        let redenen: [String]
        let heeftDubbel: Bool
        let dubbel: [Dubbel]
        let beslissen: Beslissen?
    }

    /// Somebody who may be the same person.
    struct Dubbel: Sendable {
        let naam: String
        let nummer: String?
        let href: String?
    }

    struct Beslissen: Sendable {
        let id: String
        let versie: Int
        /// Show the refusal form unfolded, because something in it was wrong.
        let open: Bool
        let reden: Kiesvak
    }

    /// What a decision on one row ran into.
    struct Weigering: Sendable {
        let aanmelding: AanmeldingID
        let geweigerd: Geweigerd
    }

    /// The states in the order of the tabs.
    static let toestanden: [AanmeldingToestand] = [.inControle, .ontvangen, .geaccepteerd, .afgewezen, .ingetrokken]

    /// - Parameters:
    ///   - page: nil while intake is away.
    ///   - magOpenen: whether this user may open the dossier of a possible double.
    init(
        _ page: Page<Aanmeldingsregel>?, toestand: AanmeldingToestand, magOpenen: Bool, weigering: Weigering? = nil
    ) {
        let fout = weigering.flatMap { Self.fout($0) }
        melding = page == nil ? .nietBereikbaar : weigering?.geweigerd.melding ?? fout
        tabs = Tabs(
            "Aanmeldingen",
            Self.toestanden.map {
                Tabs.Tab(Self.tab($0), Adres.van("/aanmeldingen", [("toestand", $0.rawValue)]), actief: $0 == toestand)
            })
        rijen = (page?.rows ?? []).map { regel in
            let eigen = weigering.flatMap { $0.aanmelding == regel.aanmelding ? $0.geweigerd : nil }
            return Rij(regel, magOpenen: magOpenen, geweigerd: eigen)
        }
        leeg = page != nil && rijen.isEmpty ? Self.leeg(toestand) : nil
        bladeren = page?.next.map { next in
            Bladeren(
                "\(page?.rows.count ?? 0) aanmeldingen op deze pagina",
                volgende: Adres.van("/aanmeldingen", [("toestand", toestand.rawValue), ("na", next)]))
        }
    }

    private static func fout(_ weigering: Weigering) -> Melding? {
        weigering.geweigerd.form.errors.first.map {
            Melding(
                .fout, $0.text, titel: "Er is nog iets niet goed",
                link: Koppeling("Naar deze aanmelding", "#aanmelding-\(weigering.aanmelding)"))
        }
    }

    private static func tab(_ toestand: AanmeldingToestand) -> String {
        toestand == .inControle ? "Te beslissen" : toestand.naam
    }

    private static func leeg(_ toestand: AanmeldingToestand) -> Leeg {
        toestand == .inControle
            ? Leeg("Niets te beslissen", "Nieuwe aanmeldingen die vanzelf goed zijn, worden meteen geaccepteerd.")
            : Leeg("Geen aanmeldingen", "Er is geen aanmelding met de stand “\(toestand.naam.lowercased())”.")
    }
}

extension AanmeldingenPagina.Rij {
    init(_ regel: Aanmeldingsregel, magOpenen: Bool, geweigerd: Geweigerd?) {
        id = regel.aanmelding.description
        naam = regel.naam
        geboren = (try? OnvolledigeDatum(parsing: regel.geboortedatum))?.tekst ?? regel.geboortedatum
        let groep: Doelgroep? = regel.doelgroep
        doelgroep = groep?.naam ?? "Doelgroep onbekend"
        ontvangen = regel.ontvangenOp.tekst
        redenen = regel.redenen.map(Aanmeldreden.zin)
        heeftRedenen = !redenen.isEmpty
        dubbel = regel.mogelijkDubbelMet.map { ander in
            let heeftDossier = magOpenen && !ander.dossiernummer.isEmpty
            return .init(
                naam: ander.naam, nummer: ander.dossiernummer.isEmpty ? nil : ander.dossiernummer,
                href: heeftDossier ? "/dossier/\(ander.dossier)" : nil)
        }
        heeftDubbel = !dubbel.isEmpty
        let wacht = regel.toestand == .inControle || regel.toestand == .ontvangen
        label = Label(wacht ? "Wacht op besluit" : regel.toestand.naam, Self.kleur(regel.toestand))
        beslissen =
            wacht
            ? .init(
                id: id, versie: regel.versie,
                open: geweigerd != nil,
                reden: Kiesvak("reden", "Waarom wijst u af?", geweigerd?.form ?? FormValues(), Aanmeldreden.afwijzing))
            : nil
    }

    private static func kleur(_ toestand: AanmeldingToestand) -> Label.Kleur {
        switch toestand {
        case .ontvangen, .inControle: .letOp
        case .geaccepteerd: .goed
        case .afgewezen: .fout
        case .ingetrokken: .leeg
        }
    }
}

/// The codes of intake as people say them.
enum Aanmeldreden {
    static let afwijzing = [
        Optie("buiten-doelgroep", "Hoort niet bij de doelgroep"), Optie("ontheemde-oekraine", "Ontheemde uit Oekraïne"),
        Optie("dubbel", "Is al aangemeld"), Optie("andere-gemeente", "Woont in een andere gemeente"),
        Optie("onvolledig", "Gegevens zijn niet volledig"), Optie("overig", "Andere reden"),
    ]

    static func zin(_ code: String) -> String {
        switch code {
        case "mogelijk-dubbel": "Deze persoon lijkt op iemand die we al kennen."
        case "doelgroep": "Deze doelgroep staat niet in de opdracht."
        case "leeftijd": "De leeftijd en de doelgroep passen niet bij elkaar."
        case "geen-opdracht": "Er is nu geen opdracht met deze gemeente."
        case "ouder-onbekend": "Bij dit kind staat geen ouder, voogd of huishouden."
        case "geen-nummer": "Er is nog geen BSN of V-nummer."
        default: afwijzing.first { $0.waarde == code }.map { "\($0.label)." } ?? "Iemand moet dit nakijken."
        }
    }
}
