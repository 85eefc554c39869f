// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// Taking a directory file in and getting the directory out.
struct KaartBestandenPagina: PageModel {
    static let template = "kaart-bestanden"
    let titel = "Sociale kaart inlezen en uitvoeren"
    let menu: String? = "/sociale-kaart"
    let kruimels = [Koppeling("Sociale kaart", "/sociale-kaart")]
    let melding: Melding?
    let fouten: Foutenlijst?
    let invoer: String
    let bestand: BestandVeld

    static let soorten = [".json", ".csv", ".zip", "application/json", "text/csv", "application/zip"]
    static let hulp = "HSDS als JSON, één tabel als CSV, of alle tabellen in een zip zonder compressie. Ten hoogste 50 MB."

    /// - Parameter invoer: the id of this upload: the same form sent twice is the same upload.
    init(_ form: FormValues, invoer: UUID, melding: Melding? = nil) {
        self.melding = melding
        fouten = Foutenlijst(form)
        self.invoer = UUID(uuidString: form.text("invoer"))?.uuidString.lowercased() ?? invoer.uuidString.lowercased()
        bestand = BestandVeld("bestand", "Bestand", form, soorten: Self.soorten, hulp: Self.hulp)
    }
}

/// One upload: how far it is, what it would change, and taking it in.
struct KaartBestandPagina: PageModel {
    static let template = "kaart-bestand"
    let titel = "Bestand van de sociale kaart"
    let menu: String? = "/sociale-kaart"
    let kruimels = [
        Koppeling("Sociale kaart", "/sociale-kaart"), Koppeling("Inlezen en uitvoeren", "/sociale-kaart/bestanden"),
    ]
    let id: String
    let bestanden: String?
    let label: Label
    let uitleg: String
    let voortgang: Voortgang?
    let fouten: Tabel?
    let tellingen: Tabel?
    let weg: Melding?
    let heeftWijzigingen: Bool
    let wijzigingen: [Wijziging]
    let wijzigingenZin: String?
    let overnemen: Overnemen?
    /// One more table for the same upload; nil when it is one whole file.
    let erbij: BestandVeld?
    let actieErbij: String
    let klaar: Bool
    /// It has to be looked at again.
    let isBezig: Bool

    struct Voortgang: Sendable {
        let procent: Int
        let tekst: String
        let href: String
    }
    struct Wijziging: Sendable {
        let naam: String
        let label: Label
        let heeftVerschillen: Bool
        let verschillen: Verschillen
    }
    struct Overnemen: Sendable {
        let zin: String
        let opheffen: Keuzegroep?
    }

    init(_ id: UUID, _ stand: KaartinvoerStand.Answer, _ form: FormValues = FormValues()) {
        self.id = id.uuidString.lowercased()
        actieErbij = "/sociale-kaart/bestanden/\(self.id)/bestand"
        let loop = stand.toepassing ?? stand.proef
        let isProef = stand.toepassing == nil
        let toestand = loop?.toestand ?? "bezig"
        bestanden =
            stand.bestanden.isEmpty
            ? nil : stand.bestanden.map { "\($0.naam) (\(Self.grootte($0.grootte)))" }.joined(separator: ", ")
        isBezig = toestand == "bezig"
        klaar = !isProef && toestand == "klaar"
        (label, uitleg) = Self.stand(toestand, isProef: isProef)
        voortgang =
            isBezig
            ? Voortgang(
                procent: loop.map { $0.totaal == 0 ? 0 : min(100, 100 * $0.gedaan / $0.totaal) } ?? 0,
                tekst: loop.map { "\($0.gedaan) van \($0.totaal) stappen" } ?? "nog niet begonnen",
                href: "/sociale-kaart/bestanden/\(self.id)") : nil
        let fouten = loop?.fouten ?? []
        self.fouten =
            fouten.isEmpty
            ? nil
            : Tabel(
                "Fouten in het bestand", stil: true, kolommen: [.init("Waar"), .init("Wat is er mis")],
                rijen: fouten.map { [.tekst($0.field), .tekst($0.text)] })
        let uitkomst = loop?.uitkomst
        tellingen = uitkomst.map(Self.tellingen)
        weg = uitkomst.flatMap { uitkomst in
            isProef && uitkomst.weg > 0
                ? Melding(
                    .letOp,
                    "\(uitkomst.weg) \(uitkomst.weg == 1 ? "vermelding staat" : "vermeldingen staan") wel op de kaart en niet in dit bestand. Die blijven zoals ze zijn, tenzij u hieronder kiest om ze op te heffen."
                ) : nil
        }
        wijzigingen = isProef ? (uitkomst?.wijzigingen ?? []).map(Wijziging.init) : []
        heeftWijzigingen = !wijzigingen.isEmpty
        let alle = uitkomst.map { $0.tellingen.reduce(0) { $0 + $1.nieuw + $1.gewijzigd } + $0.weg } ?? 0
        wijzigingenZin = alle > wijzigingen.count ? "Dit zijn de eerste \(wijzigingen.count) van \(alle)." : nil
        overnemen = isProef && toestand == "klaar" ? uitkomst.flatMap { Self.overnemen($0, form) } : nil
        erbij =
            isProef && !isBezig && !stand.bestanden.isEmpty
                && stand.bestanden.allSatisfy { $0.naam.lowercased().hasSuffix(".csv") }
            ? BestandVeld(
                "bestand", "Nog een tabel", form, soorten: [".csv", "text/csv"],
                hulp: "De naam is die van de tabel, zoals service.csv of location.csv.") : nil
    }

    private static func overnemen(_ uitkomst: Kaartinvoer, _ form: FormValues) -> Overnemen? {
        let (nieuw, gewijzigd) = uitkomst.tellingen.reduce((0, 0)) { ($0.0 + $1.nieuw, $0.1 + $1.gewijzigd) }
        guard nieuw + gewijzigd + uitkomst.weg > 0 else { return nil }
        return Overnemen(
            zin:
                "Er komen \(nieuw) records bij en \(gewijzigd) veranderen. Een vermelding die verandert, moet opnieuw worden gecontroleerd, tenzij het bestand zelf een datum van controle noemt.",
            opheffen: uitkomst.weg == 0
                ? nil
                : Keuzegroep(
                    "opheffen", "Wat niet in het bestand staat", form,
                    [
                        Optie(
                            "ja", "Hef \(uitkomst.weg == 1 ? "die vermelding" : "die \(uitkomst.weg) vermeldingen") op",
                            hulp: "Kies dit alleen als het bestand de hele kaart is.")
                    ],
                    meer: true, verplicht: false))
    }

    private static func tellingen(_ uitkomst: Kaartinvoer) -> Tabel {
        let namen = [
            "taxonomies": "Lijsten van termen", "taxonomy_terms": "Termen", "organizations": "Organisaties",
            "services": "Voorzieningen",
        ]
        return Tabel(
            "Wat er verandert", stil: true,
            kolommen: [
                .init("Soort"), .init("Nieuw", getal: true), .init("Gewijzigd", getal: true), .init("Gelijk", getal: true),
            ],
            rijen: uitkomst.tellingen.map {
                [.tekst(namen[$0.soort] ?? $0.soort), .tekst("\($0.nieuw)"), .tekst("\($0.gewijzigd)"), .tekst("\($0.gelijk)")]
            })
    }

    private static func stand(_ toestand: String, isProef: Bool) -> (Label, String) {
        switch (toestand, isProef) {
        case ("bezig", true):
            (
                Label("Wordt bekeken", .info),
                "Wij kijken wat dit bestand verandert. Er wordt nog niets bewaard. U mag deze pagina sluiten."
            )
        case ("bezig", false): (Label("Wordt overgenomen", .info), "Het bestand wordt overgenomen. U mag deze pagina sluiten.")
        case ("klaar", true):
            (
                Label("Nog niet overgenomen", .letOp),
                "Dit is een proef: er is nog niets bewaard. Kijk het na en kies dan wat u wilt doen."
            )
        case ("klaar", false): (Label("Overgenomen", .goed), "Het bestand is overgenomen.")
        case ("geweigerd", _):
            (Label("Er staan fouten in", .fout), "Er is niets bewaard. Verbeter het bestand en lees het opnieuw in.")
        default:
            (
                Label("Afgebroken", .fout),
                isProef
                    ? "Het bekijken is afgebroken. Lees het bestand opnieuw in."
                    : "Het overnemen is halverwege afgebroken. Lees hetzelfde bestand opnieuw in: dat maakt het af en doet niets dubbel."
            )
        }
    }

    private static func grootte(_ bytes: Int) -> String {
        bytes < 1_000_000 ? "\(max(1, bytes / 1000)) kB" : "\(bytes / 1_000_000) MB"
    }
}

extension KaartBestandPagina.Wijziging {
    init(_ wijziging: Kaartinvoer.Wijziging) {
        naam = wijziging.naam
        label =
            switch wijziging.wat {
            case "nieuw": Label("Nieuw", .goed)
            case "weg": Label("Niet in het bestand", .letOp)
            default: Label("Gewijzigd", .info)
            }
        verschillen = Verschillen(wijziging.wat == "gewijzigd" ? wijziging.verschillen : [])
        heeftVerschillen = verschillen.heeft
    }
}
