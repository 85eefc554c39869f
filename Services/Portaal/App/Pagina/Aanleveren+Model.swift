// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// Files with aanmeldingen: handing one in, and those that came before.
struct AanleverenPagina: PageModel {
    static let template = "aanleveren"
    let titel = "Bestand aanleveren"
    let menu: String? = "/aanleveren"
    let melding: Melding?
    let fouten: Foutenlijst?
    let aanlevering: String
    let bestand: BestandVeld
    let tabel: Tabel?
    let leeg: Leeg?
    let bladeren: Bladeren?

    /// - Parameters:
    ///   - page: nil while intake is away.
    ///   - aanlevering: the id of the next file: the same form sent twice is the same file.
    init(_ page: Page<Aanleveringsstand>?, _ form: FormValues, aanlevering: AanleveringID, melding: Melding? = nil) {
        self.melding = melding ?? (page == nil ? .nietBereikbaar : nil)
        fouten = Foutenlijst(form)
        self.aanlevering = form.optional("aanlevering") ?? aanlevering.description
        bestand = BestandVeld(
            "bestand", "CSV-bestand", form, soorten: [".csv", "text/csv"],
            hulp: "De naam is zoals aanmelding_v1_0034_20270111_1.csv. Ten hoogste 50 MB.")
        let rijen = page?.rows ?? []
        tabel =
            rijen.isEmpty
            ? nil
            : Tabel(
                "Eerder aangeleverd", stil: true,
                kolommen: [.init("Bestand"), .init("Ontvangen"), .init("Rijen", getal: true), .init("Stand")],
                rijen: rijen.map {
                    [
                        .link($0.bestandsnaam, href: "/aanleveren/\($0.aanlevering)"), .tekst(Datum($0.begonnenOp).tekst),
                        .tekst($0.rijen == 0 ? "–" : String($0.rijen)), .label($0.toestand.label),
                    ]
                })
        leeg =
            page != nil && rijen.isEmpty
            ? Leeg("Nog geen bestanden", "Een bestand wordt eerst gecontroleerd. Daarna kiest u zelf of het wordt geïmporteerd.")
            : nil
        bladeren = page?.next.map {
            Bladeren("\(rijen.count) bestanden op deze pagina", volgende: Adres.van("/aanleveren", [("na", $0)]))
        }
    }
}

/// One file: how far it is, what the dry run or the import says, and what can be done with it.
struct AanleveringPagina: PageModel {
    static let template = "aanlevering"
    let titel = "Aangeleverd bestand"
    let menu: String? = "/aanleveren"
    let kruimels = [Koppeling("Bestand aanleveren", "/aanleveren")]
    let naam: String
    let id: String
    let versie: Int
    let label: Label
    let uitleg: String
    let reden: Melding?
    let voortgang: Voortgang?
    let cijfers: Cijfers?
    let redenen: Tabel?
    let fouten: Tabel?
    let foutenZin: String?
    let importeren: Importeren?
    let annuleren: Bool
    let resultaat: String?

    struct Voortgang: Sendable {
        let procent: Int
        let tekst: String
        let href: String
    }

    struct Importeren: Sendable {
        let knop: String
        let zin: String
    }

    init(_ antwoord: AanleveringOpvragen.Answer) {
        let stand = antwoord.stand
        (naam, id, versie) = (stand.bestandsnaam, stand.aanlevering.description, stand.versie)
        label = stand.toestand.label
        uitleg = Self.uitleg(stand)
        reden = stand.reden.map { Melding(.fout, $0, titel: "Dit bestand is niet te verwerken") }
        voortgang =
            stand.toestand.isBezig
            ? Voortgang(
                procent: stand.grootte == 0 ? 0 : min(100, 100 * stand.gelezen / stand.grootte),
                tekst: "\(stand.rijen) rijen gedaan", href: "/aanleveren/\(id)") : nil
        let tellingen = antwoord.tellingen
        func aantal(_ status: Rijstatus) -> Int { tellingen.filter { $0.status == status }.reduce(0) { $0 + $1.aantal } }
        let isProef = stand.toestand == .gecontroleerd || stand.toestand == .controleren
        cijfers =
            tellingen.isEmpty ? nil : Self.cijfers(isProef: isProef, huishoudens: stand.huishoudens, aantal: aantal)
        let metReden = antwoord.tellingen.filter { $0.code != nil }
        redenen =
            metReden.isEmpty
            ? nil
            : Tabel(
                "Waarom", stil: true, kolommen: [.init("Reden"), .init("Wat gebeurt er"), .init("Rijen", getal: true)],
                rijen: metReden.map {
                    [.tekst(Aanleverreden.zin($0.code ?? "")), .label($0.status.label), .tekst(String($0.aantal))]
                })
        fouten =
            antwoord.fouten.isEmpty
            ? nil
            : Tabel(
                "Fouten per rij", stil: true, kolommen: [.init("Rij"), .init("Kolom"), .init("Wat is er mis")],
                rijen: antwoord.fouten.map {
                    [
                        .tekst("Rij \($0.rij) (regel \($0.regel))"), .tekst($0.kolom.isEmpty ? "hele rij" : $0.kolom),
                        .tekst($0.tekst),
                    ]
                })
        foutenZin =
            aantal(.geweigerd) > 100
            ? "Dit zijn de eerste 100 rijen met een fout. In het resultaatbestand staan ze allemaal." : nil
        importeren = stand.toestand == .gecontroleerd ? Self.importeren(stand, goed: stand.rijen - aantal(.geweigerd)) : nil
        annuleren = [.uploaden, .controleren, .gecontroleerd].contains(stand.toestand)
        resultaat = antwoord.tellingen.isEmpty || stand.toestand.isBezig ? nil : "/aanleveren/\(id)/resultaat"
    }

    private static func cijfers(isProef: Bool, huishoudens: Int?, aantal: (Rijstatus) -> Int) -> Cijfers {
        let (wacht, fout) = (aantal(.wacht), aantal(.geweigerd))
        var cijfers = [
            Cijfers.Cijfer(isProef ? "Wordt geaccepteerd" : "Geaccepteerd", String(aantal(.nieuw)), kleur: .goed),
            Cijfers.Cijfer(
                isProef ? "Moet worden bekeken" : "Wacht op besluit", String(wacht), kleur: wacht > 0 ? .letOp : .gewoon),
            Cijfers.Cijfer("Wijzigingen", String(aantal(.gewijzigd))),
            Cijfers.Cijfer("Al bekend", String(aantal(.bekend)), onder: "verandert niets"),
            Cijfers.Cijfer("Afgewezen", String(aantal(.afgewezen))),
            Cijfers.Cijfer("Fout", String(fout), onder: "niet overgenomen", kleur: fout > 0 ? .fout : .gewoon),
        ]
        if let huishoudens { cijfers.append(Cijfers.Cijfer("Huishoudens", String(huishoudens))) }
        return Cijfers(cijfers)
    }

    private static func importeren(_ stand: Aanleveringsstand, goed: Int) -> Importeren? {
        guard goed > 0 else { return nil }
        return Importeren(
            knop: goed == 1 ? "1 rij importeren" : "\(goed) rijen importeren",
            zin: goed == stand.rijen
                ? "Alle rijen zijn goed."
                : "De rijen met een fout blijven achter. U kunt ze verbeteren en later opnieuw aanleveren.")
    }

    private static func uitleg(_ stand: Aanleveringsstand) -> String {
        switch stand.toestand {
        case .uploaden: "Het bestand is nog niet helemaal binnen."
        case .controleren: "Het bestand wordt gecontroleerd. Er wordt nog niets overgenomen. U mag deze pagina sluiten."
        case .gecontroleerd: "Dit is een proef: er is nog niets overgenomen. Kijk het na en kies dan wat u wilt doen."
        case .importeren: "De rijen worden overgenomen. U mag deze pagina sluiten."
        case .klaar: "De rijen zijn overgenomen."
        case .geweigerd: "Er is niets overgenomen."
        case .geannuleerd: "Dit bestand is weggegooid. Er is niets overgenomen."
        }
    }
}

extension Aanlevertoestand {
    var label: Label {
        switch self {
        case .uploaden: Label("Wordt ontvangen", .info)
        case .controleren: Label("Wordt gecontroleerd", .info)
        case .gecontroleerd: Label("Gecontroleerd, nog niet geïmporteerd", .letOp)
        case .importeren: Label("Wordt geïmporteerd", .info)
        case .klaar: Label("Geïmporteerd", .goed)
        case .geweigerd: Label("Geweigerd", .fout)
        case .geannuleerd: Label("Weggegooid", .leeg)
        }
    }
}

extension Rijstatus {
    var label: Label {
        switch self {
        case .nieuw: Label("Geaccepteerd", .goed)
        case .wacht: Label("Iemand kijkt ernaar", .letOp)
        case .afgewezen: Label("Afgewezen", .leeg)
        case .gewijzigd: Label("Wijziging", .info)
        case .bekend: Label("Al bekend", .leeg)
        case .geweigerd: Label("Niet overgenomen", .fout)
        }
    }
}

/// The codes of rows as people say them.
enum Aanleverreden {
    static func zin(_ code: String) -> String {
        switch code {
        case "excel-voorloopnul": "Excel heeft een nul vooraan weggehaald"
        case "excel-getal": "Excel heeft er een getal van gemaakt, zoals 9,999E+08"
        case "excel-datum": "Excel heeft een datum omgezet, of van een kenmerk een datum gemaakt"
        case "excel-plus": "Excel heeft de + van een telefoonnummer weggehaald"
        case "excel-tekens": "Letters met een accent zijn verkeerd gelezen"
        case "persoonsnummer": "In een kenmerk staat een BSN of V-nummer"
        case "excel-datumgetal": "Excel heeft een datum als getal opgeslagen"
        case "excel-foutwaarde": "Er staat een foutmelding van Excel"
        case "excel-hekjes": "Er staan hekjes (####) in plaats van een waarde"
        case "excel-aanhaling", "aanhalingsteken": "De aanhalingstekens kloppen niet"
        case "excel-apostrof": "Er staat een apostrof van Excel"
        case "formule": "Er staat een formule"
        case "kolommen", "te-veel-velden": "Het aantal kolommen klopt niet"
        case "scheidingsteken": "Komma's in plaats van puntkomma's"
        case "verplicht": "Een verplichte waarde ontbreekt"
        case "nummer-verplicht": "Er is geen BSN en geen V-nummer"
        case "bsn-elfproef": "Het BSN bestaat niet"
        case "hergebruikt": "Dezelfde rij kwam eerder met een andere inhoud"
        case "ouder": "Er is al een nieuwere versie van deze rij"
        case "andere-gemeente": "De rij is van een andere gemeente"
        default:
            if code.hasPrefix("datum") {
                "Een datum klopt niet"
            } else {
                Aanmeldreden.zin(code) == "Iemand moet dit nakijken." ? "Een waarde klopt niet (\(code))" : Aanmeldreden.zin(code)
            }
        }
    }
}
