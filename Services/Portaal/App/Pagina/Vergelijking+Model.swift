// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Two people side by side, with why they may be one.
struct Naastelkaar: Sendable {
    let id: String
    let naam: String
    let nummer: String?
    let href: String?
    let sterkte: Label
    let redenen: [String]
    let heeftRedenen: Bool
    let tabel: Tabel

    /// - Parameter links: what stands at the left, such as `Deze aanmelding`.
    init(_ vergelijking: Vergelijking, links: String, nummer: Int) {
        let kandidaat = vergelijking.kandidaat
        id = String(nummer)
        naam = kandidaat.naam
        self.nummer = kandidaat.dossiernummer
        href = kandidaat.dossier.map { "/dossier/\($0)" } ?? kandidaat.aanmelding.map { "/aanmelding/\($0)" }
        sterkte =
            switch kandidaat.sterkte {
            case "nummer": Label("Zelfde nummer", .goed)
            case "waarschijnlijk": Label("Waarschijnlijk dezelfde", .info)
            default: Label("Misschien dezelfde", .letOp)
            }
        redenen = kandidaat.redenen.map { $0.voor ? $0.tekst : "Let op: \($0.tekst)" }
        heeftRedenen = !redenen.isEmpty
        tabel = Tabel(
            "Gegevens naast elkaar", kolommen: [.init("Gegeven"), .init(links), .init("De ander"), .init("Vergelijking")],
            rijen: vergelijking.velden.map {
                [
                    .tekst(Self.veld($0.veld)), .tekst($0.links ?? "niet bekend"), .tekst($0.rechts ?? "niet bekend"),
                    .label(Self.stand($0.stand)),
                ]
            })
    }

    private static func veld(_ code: String) -> String {
        switch code {
        case "naam": "Naam"
        case "geboortedatum": "Geboortedatum"
        case "geslacht": "Geslacht"
        case "bsn": "BSN"
        case "vnummer": "V-nummer"
        case "telefoon": "Telefoon"
        case "adres": "Adres"
        case "gemeente": "Gemeente"
        case "spreektaal": "Spreektaal"
        case "huishouden": "Huishouden bij de gemeente"
        default: code
        }
    }

    /// In words and by colour, never by colour alone.
    private static func stand(_ code: String) -> Label {
        switch code {
        case "gelijk": Label("Gelijk", .goed)
        case "lijkt": Label("Lijkt op elkaar", .info)
        case "verschilt": Label("Verschilt", .letOp)
        default: Label("Niet te vergelijken", .leeg)
        }
    }

    static let redenkeuzes = [
        Optie("zelfde-gegevens", "De gegevens zijn hetzelfde"), Optie("zelfde-nummer", "Het nummer is hetzelfde"),
        Optie("client-bevestigt", "De persoon zegt het zelf"), Optie("gemeente-bevestigt", "De gemeente bevestigt het"),
    ]
}

/// An aanmelding beside everybody it may be a double of.
struct DubbelPagina: PageModel {
    static let template = "dubbel"
    let titel = "Dezelfde persoon?"
    let menu: String? = "/aanmeldingen"
    let kruimels: [Koppeling]
    let naam: String
    let melding: Melding?
    let kandidaten: [Kandidaat]
    let elders: String?
    let leeg: Leeg?
    let samen: Samen?

    struct Kandidaat: Sendable {
        let naast: Naastelkaar
        let actie: String
        let versie: Int
        /// Nil for who is no client yet: then there is no dossier to join.
        let dossier: String?
        let andereAanmelding: String?
        let reden: Kiesvak
    }

    /// It joined a dossier; the way back.
    struct Samen: Sendable {
        let tekst: String
        let actie: String
        let samenvoeging: String
        let versie: Int
    }

    init(_ beeld: AanmeldingVergelijken.Answer, geweigerd: Geweigerd? = nil) {
        let pad = "/aanmelding/\(beeld.aanmelding)"
        kruimels = [Koppeling("Aanmeldingen", "/aanmeldingen"), Koppeling("Aanmelding", pad)]
        naam = beeld.naam
        let fout = geweigerd?.form.errors.first.map { Melding(.fout, $0.text, titel: "Er is nog iets niet goed") }
        melding = geweigerd?.melding ?? fout
        let wacht = beeld.toestand == .inControle || beeld.toestand == .ontvangen
        kandidaten = (wacht ? beeld.vergelijkingen : []).enumerated().map { nummer, vergelijking in
            Kandidaat(
                naast: Naastelkaar(vergelijking, links: "Deze aanmelding", nummer: nummer + 1), actie: "\(pad)/dubbel",
                versie: beeld.versie, dossier: vergelijking.kandidaat.dossier?.description,
                andereAanmelding: vergelijking.kandidaat.aanmelding?.description,
                reden: Kiesvak(
                    "reden", "Waaraan ziet u het?", FormValues(), Naastelkaar.redenkeuzes, onderscheid: "-\(nummer + 1)"))
        }
        elders = !wacht || beeld.elders == 0 ? nil : "Er lijkt ook iemand bij een ander team op. Overleg met dat team."
        samen = beeld.samenvoeging.map {
            Samen(
                tekst: "Deze aanmelding hoort bij \($0.ander.map { "\($0.naam) (\($0.dossiernummer))" } ?? "een ander dossier").",
                actie: "\(pad)/dubbel/ongedaan", samenvoeging: $0.samenvoeging.description, versie: $0.versie)
        }
        leeg =
            kandidaten.isEmpty && samen == nil && elders == nil
            ? Leeg("Niemand om mee te vergelijken", "Er is niemand meer die op deze persoon lijkt.") : nil
    }
}

/// A dossier beside another one of perhaps the same person, and what it was merged with before.
struct SamenvoegenPagina: PageModel {
    static let template = "samenvoegen"
    let titel = "Dossier samenvoegen"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let melding: Melding?
    let zoek: String
    let nummer: Veld
    let naast: Naastelkaar?
    let actie: String
    let ander: String?
    let versie: Int?
    let reden: Kiesvak
    let heeftRegels: Bool
    let regels: [Regel]
    let leidend: Koppeling?

    struct Regel: Sendable {
        let tekst: String
        let ongedaan: Ongedaan?
    }

    struct Ongedaan: Sendable {
        let actie: String
        let samenvoeging: String
        let versie: Int
        let wie: String
    }

    /// - Parameter vergelijking: nil until another dossier was chosen.
    init(
        _ dossier: DossierID, _ geschiedenis: SamenvoegingenOpvragen.Answer, _ vergelijking: Vergelijking?, form: FormValues,
        geweigerd: Geweigerd? = nil
    ) {
        let pad = "/dossier/\(dossier)"
        kruimels = [Koppeling("Mensen", "/mensen"), Koppeling("Dossier", pad)]
        let fout = geweigerd?.form.errors.first.map { Melding(.fout, $0.text, titel: "Er is nog iets niet goed") }
        melding = geweigerd?.melding ?? fout
        (zoek, actie) = ("\(pad)/samenvoegen", "\(pad)/samenvoegen")
        nummer = Veld("nummer", "Nummer van het andere dossier", form, hulp: "Bijvoorbeeld W-2027-0012.")
        naast = vergelijking.map { Naastelkaar($0, links: "Dit dossier", nummer: 1) }
        ander = vergelijking?.kandidaat.dossier?.description
        versie = vergelijking?.versie
        reden = Kiesvak("reden", "Waaraan ziet u het?", FormValues(), Naastelkaar.redenkeuzes)
        leidend = geschiedenis.leidend.map { Koppeling("\($0.naam) (\($0.dossiernummer))", "/dossier/\($0.dossier)") }
        regels = geschiedenis.regels.map { regel in
            let wie = regel.ander.map { "\($0.naam) (\($0.dossiernummer))" } ?? "een dossier dat u niet ziet"
            let richting = regel.volgend == dossier ? "Hoort bij" : "Hierbij hoort"
            let einde = regel.ongedaanOp.map { " Ongedaan gemaakt op \($0.tekst)." } ?? ""
            return Regel(
                tekst: "\(richting) \(wie), sinds \(regel.samengevoegdOp.tekst).\(einde)",
                ongedaan: regel.actief
                    ? Ongedaan(
                        actie: "\(pad)/samenvoegen/ongedaan", samenvoeging: regel.samenvoeging.description, versie: regel.versie,
                        wie: wie)
                    : nil)
        }
        heeftRegels = !regels.isEmpty
    }
}
