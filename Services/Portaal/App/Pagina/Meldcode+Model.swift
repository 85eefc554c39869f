// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The Meldcode files that somebody may read.
struct MeldcodePagina: PageModel {
    static let template = "meldcode"
    let titel = "Meldcode"
    let menu: String? = "/meldcode"
    let tabel: Tabel?
    let leeg: Leeg?
    let bladeren: Bladeren?
    /// For the aandachtsfunctionaris: who read in an emergency, and whether that waits.
    let nood: Koppeling?

    init(_ zaken: Page<MeldcodeZaken.Zaak>, na: String?, nood: Koppeling? = nil) {
        self.nood = nood
        tabel =
            zaken.rows.isEmpty
            ? nil
            : Tabel(
                "Zaken", stil: true, kolommen: [.init("Dossier"), .init("Begonnen op"), .init("Stand")],
                rijen: zaken.rows.map { zaak in
                    [
                        .link(zaak.dossiernummer, href: "/meldcode/\(zaak.zaak)"), .tekst(zaak.geopendOp.tekst),
                        .label(zaak.geslotenOp.map { Label("Gesloten op \($0.tekst)", .leeg) } ?? Label("Loopt", .letOp)),
                    ]
                })
        leeg =
            zaken.rows.isEmpty
            ? Leeg("Geen zaken", "U begint een zaak bij een signaal over geweld, dwang of uitbuiting.") : nil
        bladeren =
            zaken.next == nil && na == nil
            ? nil
            : Bladeren(
                "\(zaken.rows.count) op deze bladzijde", vorige: na == nil ? nil : "/meldcode",
                volgende: zaken.next.map { Adres.van("/meldcode", [("na", $0)]) })
    }
}

/// One file: the five steps, what was written down, who may read it and who did.
struct MeldcodeZaakPagina: PageModel {
    static let template = "meldcode-zaak"
    let titel = "Meldcode: zaak"
    let menu: String? = "/meldcode"
    let kruimels = [Koppeling("Meldcode", "/meldcode")]
    let nummer: String
    let href: String
    let dossier: String
    let stand: Label
    let melding: Melding?
    let fouten: Foutenlijst?
    let stappen: [Stap]
    let naast: [Koppeling]
    let feiten: [Feit]
    let leeg: Leeg?
    let versie: Int
    let lezers: [Lezer]
    let erbij: Erbij?
    let inzagen: [String]

    struct Stap: Sendable {
        let kop: String
        let label: Label
        let doe: [Koppeling]
    }
    struct Feit: Sendable {
        let kop: String
        let onder: String
        let regels: [String]
        let tekst: String
        let verbeter: Koppeling?
    }
    struct Lezer: Sendable {
        let id: String
        let naam: String
        let mag: Bool
        let reden: Veld
    }
    struct Erbij: Sendable {
        let wie: Kiesvak
        let reden: Veld
    }

    /// - Parameters:
    ///   - collegas: whom one can name in it.
    ///   - magBetrekken: whether the visitor may name others.
    init(
        _ z: Meldcodezaak, _ form: FormValues, gebruikers: [GebruikerID: String], collegas: [(id: GebruikerID, naam: String)],
        magBetrekken: Bool, melding: Melding? = nil
    ) {
        (nummer, href, dossier) = (z.dossiernummer, "/meldcode/\(z.zaak)", "/dossier/\(z.dossier)")
        versie = z.versie
        self.melding =
            melding
            ?? z.noodTot.map {
                Melding(
                    .letOp, "U kunt alleen lezen, tot \($0.kloktijd). Dat u dit leest, wordt vastgelegd.", titel: "Noodinzage")
            }
        let weg = form.optional("gebruiker")
        fouten = Foutenlijst(form, onderscheid: form.text("erbij") == "nee" ? ["reden": "-\(weg ?? "")"] : [:])
        stand = z.geslotenOp.map { Label("Gesloten op \($0.tekst)", .leeg) } ?? Label("Loopt", .letOp)
        let (open, magSchrijven) = (z.geslotenOp == nil, z.noodTot == nil)
        let href = href
        stappen = Self.namen.enumerated().map { index, naam in
            let stap = index + 1
            let klaar = z.gedaan.contains(stap)
            let soorten = Meldcodesoort.allCases.filter { $0.stap == stap }
            return Stap(
                kop: naam,
                label: klaar ? Label("Gedaan", .goed) : z.aanZet == stap ? Label("Nu", .letOp) : Label("Straks", .leeg),
                doe: open && magSchrijven ? soorten.map { Koppeling(Self.knop($0, klaar: klaar), "\(href)/\($0.rawValue)") } : [])
        }
        let soorten: [Meldcodesoort] = open ? [.kindcheck, .gevaar, .melding, .aanvulling, .gesloten] : [.aanvulling]
        naast = (magSchrijven ? soorten : []).map { soort in
            let naam = soort == .kindcheck && !z.kindcheckGedaan ? "Kindcheck (nog niet gedaan)" : Self.knop(soort, klaar: false)
            return Koppeling(naam, "\(href)/\(soort.rawValue)")
        }
        func naam(_ id: GebruikerID?) -> String { id.flatMap { gebruikers[$0] } ?? "iemand die hier niet meer werkt" }
        feiten = z.feiten.reversed().map { Feit($0, href, door: naam($0.door), magSchrijven: magSchrijven, naam: naam) }
        leeg = z.feiten.isEmpty ? Leeg("Nog niets opgeschreven", "Begin met stap 1: zet de signalen op een rij.") : nil
        lezers = z.betrokkenen.map {
            Lezer(
                id: $0.description, naam: naam($0), mag: magBetrekken,
                reden: Veld(
                    "reden", "Waarom niet meer?", weg == $0.description ? form : FormValues(), onderscheid: "-\($0)"))
        }
        let kandidaten = collegas.filter { !z.betrokkenen.contains($0.id) }
        let nieuw = form.text("erbij") == "nee" ? FormValues() : form
        erbij =
            magBetrekken && !kandidaten.isEmpty
            ? Erbij(
                wie: Kiesvak("gebruiker", "Welke collega?", nieuw, kandidaten.map { Optie($0.id.description, $0.naam) }),
                reden: Veld("reden", "Waarom moet deze collega meelezen?", nieuw)) : nil
        let wat = [
            "gelezen": "las dit", "geschreven": "schreef iets op", "geweigerd": "wilde dit openen en mocht niet",
            "nood": "vroeg noodinzage", "nood-gelezen": "las dit in nood",
        ]
        inzagen = z.inzagen.map { "\(Datum($0.op).tekst): \(naam($0.door)) \(wat[$0.wat] ?? $0.wat)." }
    }

    static let namen = [
        "1. Zet de signalen op een rij", "2. Overleg met een collega en zo nodig met Veilig Thuis",
        "3. Praat met de mensen om wie het gaat",
        "4. Weeg af", "5. Besluit: melden, helpen of allebei",
    ]

    static func knop(_ soort: Meldcodesoort, klaar: Bool) -> String {
        switch soort {
        case .gesprekOvergeslagen: "Geen gesprek, met reden"
        case .kindcheck: "Kindcheck"
        case .gevaar: "Direct gevaar: wat is er gedaan"
        case .melding: "Melding gedaan"
        case .aanvulling: "Aanvulling"
        case .gesloten: "Zaak sluiten"
        default: klaar ? "Nog iets opschrijven" : "Opschrijven"
        }
    }
}

extension MeldcodeZaakPagina.Feit {
    init(_ feit: Meldcodezaak.Feit, _ href: String, door: String, magSchrijven: Bool, naam: (GebruikerID?) -> String) {
        let inhoud = feit.inhoud
        let over = inhoud.over.map { " van nummer \($0)" } ?? ""
        kop = "\(feit.nummer). \(inhoud.soort.naam)\(over)"
        onder = "Op \(inhoud.op.tekst), opgeschreven op \(Datum(feit.vastgelegdOp).tekst) door \(door)"
        var regels: [String] = []
        if inhoud.soort == .betrokken {
            let erbij = inhoud.antwoorden["erbij"] == "ja"
            regels.append("\(naam(GebruikerID(inhoud.met))) leest \(erbij ? "mee" : "niet meer mee").")
        } else {
            if !inhoud.met.isEmpty { regels.append("Met: \(inhoud.met)") }
            let woorden = ["ja": "Ja", "nee": "Nee", "weet-niet": "Weet niet"]
            for vraag in MeldcodeFeitPagina.vragen(inhoud.soort) {
                guard let antwoord = inhoud.antwoorden[vraag.code] else { continue }
                regels.append("\(vraag.naam) \(woorden[antwoord] ?? antwoord)")
            }
        }
        if !inhoud.afwijking.isEmpty { regels.append("Waarom niet in de gewone volgorde: \(inhoud.afwijking)") }
        (self.regels, tekst) = (regels, inhoud.tekst)
        verbeter =
            inhoud.soort == .betrokken || !magSchrijven
            ? nil : Koppeling("Verbeteren", "\(href)/verbetering?over=\(feit.nummer)")
    }
}
