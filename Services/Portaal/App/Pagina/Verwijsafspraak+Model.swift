// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// What was agreed on referring to one service: what it may know and why, the ground, the agreement on data, the places.
struct VerwijsafspraakPagina: PageModel {
    static let template = "verwijsafspraak"
    let titel = "Afspraken over verwijzen"
    let menu: String? = "/sociale-kaart"
    let kruimels: [Koppeling]
    let naam: String
    let organisatie: String?
    let lijst: Lijst?
    let gegevens: Gegevens
    let afspraak: Afspraak?
    let plaatsen: Plaatsen

    struct Lijst: Sendable {
        let fouten: Foutenlijst?
        let actie: String
        let versie: Int
        /// What the fields held when the form was opened.
        let was: [VerborgenVeld]
        let velden: Keuzegroep
        let redenen: [Veld]
        let grondslag: Kiesvak
    }

    struct Afspraak: Sendable {
        let fouten: Foutenlijst?
        let actie: String
        let organisatie: String
        let tot: Veld
    }

    struct Plaatsen: Sendable {
        let fouten: Foutenlijst?
        let actie: String
        let antwoord: Kiesvak
        let vrij: Veld
        let maximum: Veld
    }

    init(_ afspraken: VerwijsafspraakOpvragen.Answer, _ getypt: FormValues, rollen: Set<Role>, vandaag: Datum) {
        let pad = "/sociale-kaart/\(afspraken.voorziening)"
        kruimels = [Koppeling("Sociale kaart", "/sociale-kaart"), Koppeling(afspraken.naam, pad)]
        (naam, organisatie) = (afspraken.naam, afspraken.organisatieNaam)
        let wat = getypt.text("wat")
        func form(_ deel: String, _ anders: FormValues) -> FormValues { wat == deel ? getypt : anders }
        let magAfspreken = !rollen.isDisjoint(with: [.teamleider, .beheerder])
        let keuze = form("velden", Self.begin(afspraken))
        lijst =
            magAfspreken
            ? Lijst(
                fouten: Foutenlijst(keuze), actie: "\(pad)/afspraken/velden",
                versie: Int(keuze.text("versie")) ?? afspraken.versie,
                was: Botsing.begin(Self.botsvelden(afspraken).map(\.naam), keuze),
                velden: Keuzegroep(
                    "velden", "Wat mag deze voorziening weten?", keuze,
                    afspraken.mogelijk.map {
                        Optie(
                            $0, VerwijzingPagina.veldnaam($0),
                            hulp: afspraken.standaard.contains($0) ? nil : "Alleen met een reden.")
                    }, meer: true, naast: true, hulp: "Minder mag altijd. Wat hier niet staat, gaat nooit naar buiten."),
                redenen: afspraken.mogelijk.filter { !afspraken.standaard.contains($0) }.map {
                    Veld(
                        "reden-\($0)", "Waarom nodig: \(VerwijzingPagina.veldnaam($0).lowercased())", keuze, verplicht: false,
                        lengte: 500)
                },
                grondslag: Kiesvak(
                    "grondslag", "Grondslag voor deze voorziening", keuze,
                    VerwijzingPagina.grondslagen.map { Optie($0.waarde, $0.label) }, verplicht: false,
                    leeg: "De begeleider kiest"))
            : nil
        var regels: [Gegevens.Regel] = [
            .init("Mag weten", afspraken.velden.map { VerwijzingPagina.veldnaam($0).lowercased() }.joined(separator: ", "))
        ]
        for (veld, reden) in afspraken.redenen.sorted(by: { $0.key < $1.key }) {
            regels.append(.init("Reden voor \(VerwijzingPagina.veldnaam(veld).lowercased())", reden))
        }
        regels.append(
            .init(
                "Afspraak over gegevens",
                afspraken.afspraakTot.map {
                    Label($0 < vandaag ? "Verlopen op \($0.tekst)" : "Tot en met \($0.tekst)", $0 < vandaag ? .fout : .goed)
                }
                    ?? Label("Niet vastgelegd", .letOp)))
        if let capaciteit = afspraken.capaciteit {
            regels.append(.init("Vastgehouden door verwijzingen", "\(capaciteit.gereserveerd)"))
            regels.append(.init("Nog over", capaciteit.over.map(String.init) ?? "Niet bekend"))
        }
        gegevens = Gegevens(regels)
        let datum = form("afspraak", FormValues(["geldigTot": [afspraken.afspraakTot?.description ?? ""]]))
        afspraak =
            magAfspreken
            ? afspraken.organisatie.map {
                Afspraak(
                    fouten: Foutenlijst(datum), actie: "\(pad)/afspraken/afspraak", organisatie: $0.description,
                    tot: Veld("geldigTot", "Geldt tot en met", datum, soort: .datum))
            } : nil
        let plek = form("plaatsen", FormValues())
        plaatsen = Plaatsen(
            fouten: Foutenlijst(plek), actie: "\(pad)/afspraken/plaatsen",
            antwoord: Kiesvak(
                "antwoord", "Is er plek?", plek,
                [
                    Optie("plaats", "Ja, er is plek"), Optie("geen-plaats", "Nee"), Optie("wachtlijst", "Wachtlijst"),
                    Optie("eerst-overleggen", "Eerst overleggen"),
                ]),
            vrij: Veld("vrij", "Vrije plaatsen", plek, verplicht: false, breedte: .kort, toetsen: "numeric", lengte: 6),
            maximum: Veld(
                "maximum", "Plaatsen in totaal", plek, verplicht: false, breedte: .kort, toetsen: "numeric", lengte: 6))
    }

    static func begin(_ afspraken: VerwijsafspraakOpvragen.Answer) -> FormValues {
        var nu = FormValues(["velden": afspraken.velden, "grondslag": [afspraken.grondslag ?? ""]])
        for (veld, reden) in afspraken.redenen { nu.set("reden-\(veld)", reden) }
        return nu
    }
}
