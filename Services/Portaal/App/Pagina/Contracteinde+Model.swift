// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// The running trajects of a contract that ends, and what happens to each. The gemeente sees dossier numbers and no names.
struct ContracteindePagina: PageModel {
    static let template = "contracteinde"
    let titel = "Einde van de opdracht"
    let menu: String? = "/contracteinde"
    let melding: Melding?
    let inleiding: String?
    let kiesvakken: [Kiesvak]
    let cijfers: Cijfers?
    /// Up to where was counted.
    let geteld: String?
    let tabel: Tabel?
    let bestand: String?
    /// Why the file may hold fewer people than the list. The gemeente never hears of a stop.
    let bestandzin: String?
    let leeg: Leeg?
    let bladeren: Bladeren?

    /// - Parameter namen: nil for the gemeente.
    init(_ antwoord: ContracteindeOpvragen.Answer?, namen: [DossierID: String]?, form: FormValues, na: String?, vandaag: Datum) {
        melding = antwoord == nil ? .even("De lijst is") : nil
        let regels = antwoord?.pagina.rows ?? []
        inleiding = antwoord.map { antwoord in
            let dagen = vandaag.days(until: antwoord.eindigtOp)
            return dagen < 0
                ? "De opdracht eindigde op \(antwoord.eindigtOp.tekst)."
                : "De opdracht eindigt op \(antwoord.eindigtOp.tekst), over \(dagen) \(dagen == 1 ? "dag" : "dagen"). Plan een driegesprek met wie overgaat."
        }
        var keus = form
        if let opdracht = antwoord?.opdracht { keus.set("opdracht", opdracht) }
        kiesvakken =
            antwoord.map { [Kiesvak("opdracht", "Opdracht", keus, $0.opdrachten.map { Optie($0.code, $0.naam) }, leeg: nil)] }
            ?? []
        let tellingen = antwoord?.tellingen ?? []
        cijfers =
            tellingen.isEmpty
            ? nil
            : Cijfers(
                tellingen.map {
                    Cijfers.Cijfer(Self.naam($0.keuze), "\($0.aantal)", kleur: $0.keuze == "geen" ? .letOp : .gewoon)
                })
        geteld = antwoord?.geteldTotEnMet.map {
            "Er zijn meer trajecten dan hier geteld worden. Dit zijn die met een einde tot en met \($0.tekst)."
        }
        let wie: [Tabel.Kolom] = namen == nil ? [.init("Dossier")] : [.init("Wie"), .init("Dossier")]
        tabel =
            regels.isEmpty
            ? nil
            : Tabel(
                "Lopende trajecten", stil: true,
                kolommen: wie + [.init("Loopt van"), .init("Tot en met"), .init("Keuze"), .init("Driegesprek")],
                rijen: regels.map { regel in
                    let eerst: [Tabel.Inhoud] =
                        if let namen {
                            [
                                .link(namen[regel.dossier] ?? "Dossier openen", href: "/contracteinde/\(regel.dossier)"),
                                .tekst(regel.dossiernummer),
                            ]
                        } else { [.tekst(regel.dossiernummer)] }
                    return eerst + [
                        .tekst(regel.gestartOp.kort),
                        .label(Label(regel.eindigtOp.kort, regel.naEinde ? .letOp : .gewoon)),
                        .label(Self.label(regel)), .tekst(Self.gesprek(regel)),
                    ]
                })
        bestand = regels.isEmpty ? nil : Adres.van("/contracteinde/lijst.csv", [("opdracht", antwoord?.opdracht)])
        bestandzin =
            bestand == nil || namen == nil
            ? nil : "In het bestand staat niemand over wie de uitwisseling is gestopt: een bestand kan naar buiten gaan."
        leeg = antwoord != nil && regels.isEmpty ? Leeg("Niemand op deze lijst", "Er loopt geen traject in deze opdracht.") : nil
        bladeren =
            antwoord?.pagina.next == nil && na == nil
            ? nil
            : Bladeren(
                "\(regels.count) op deze bladzijde",
                vorige: na == nil ? nil : Adres.van("/contracteinde", [("opdracht", antwoord?.opdracht)]),
                volgende: antwoord?.pagina.next.map {
                    Adres.van("/contracteinde", [("opdracht", antwoord?.opdracht), ("na", $0)])
                })
    }

    static func naam(_ keuze: String) -> String {
        switch keuze {
        case "afronden": "Zelf afronden"
        case "overdragen": "Overdragen"
        case "deels": "Deels overdragen"
        default: "Nog geen keuze"
        }
    }

    static func label(_ regel: Contracteinderegel) -> Label {
        guard let keuze = regel.keuze else { return Label("Nog geen keuze", .letOp) }
        if let op = regel.overgedragenOp { return Label("Overgedragen op \(op.kort)", .goed) }
        let delen = regel.onderdelen.isEmpty ? "" : ": \(regel.onderdelen.map(onderdeel).joined(separator: ", "))"
        return Label(naam(keuze.rawValue) + delen, .goed)
    }

    static func gesprek(_ regel: Contracteinderegel) -> String {
        regel.geweestOp.map { "Geweest op \($0.kort)" } ?? regel.driegesprekOp?.kort ?? "–"
    }

    static func onderdeel(_ code: String) -> String {
        switch code {
        case "plan": "plan van aanpak"
        case "regelzaken": "regelzaken"
        case "verwijzingen": "verwijzingen"
        case "reiskosten": "reiskosten"
        case "nazorg": "nazorg"
        default: code
        }
    }

    /// The list as a file: no names, semicolons as Dutch spreadsheets expect.
    static let kop =
        "dossiernummer;begin;einde;na einde opdracht;keuze;wat gaat over;driegesprek;instemming;gesprek geweest;overgedragen\r\n"
    static func csv(_ regel: Contracteinderegel) -> String {
        let dagen = [regel.driegesprekOp, regel.instemmingOp, regel.geweestOp, regel.overgedragenOp].map { $0?.description ?? "" }
        let eerst = [
            regel.dossiernummer, regel.gestartOp.description, regel.eindigtOp.description, regel.naEinde ? "ja" : "nee",
            regel.keuze?.rawValue ?? "", regel.onderdelen.joined(separator: " "),
        ]
        return (eerst + dagen).joined(separator: ";") + "\r\n"
    }
}

/// What happens to one traject at the end of the contract, and what would go over.
struct ContracteindeKeuzePagina: PageModel {
    static let template = "contracteinde-keuze"
    let titel = "Keuze en overdracht"
    let menu: String? = "/contracteinde"
    let kruimels = [Koppeling("Einde van de opdracht", "/contracteinde")]
    let hoofd: Dossierhoofd
    let actie: String
    let fouten: Foutenlijst?
    let versie: String
    /// What the fields held when the form was opened.
    let was: [VerborgenVeld]
    let einde: String
    let keuze: Keuzegroep
    let onderdelen: Keuzegroep
    let driegesprek: Veld
    let gebeurd: [Veld]
    let stukken: [Stuk]

    struct Stuk: Sendable {
        let kop: String
        let tekst: String?
        let leeg: String?
    }

    init(_ hoofd: Dossierhoofd, _ antwoord: OverdrachtVoorbeeld.Answer, _ form: FormValues, vandaag: Datum) {
        self.hoofd = hoofd
        let regel = antwoord.regel
        actie = "/contracteinde/\(regel.dossier)"
        fouten = Foutenlijst(form)
        versie = form.optional("versie") ?? String(regel.versie)
        einde =
            "Het traject loopt tot en met \(regel.eindigtOp.tekst)"
            + (regel.naEinde ? ", na het einde van de opdracht." : ", voor het einde van de opdracht.")
        let form = form.values["versie"] == nil ? Self.begin(regel) : form
        was = Botsing.begin(Self.velden, form)
        keuze = Keuzegroep(
            "keuze", "Wat gebeurt er met dit traject?", form, Self.keuzes)
        onderdelen = Keuzegroep(
            "onderdelen", "Wat gaat over?", form,
            ContracteindeKiezen.onderdelen.map { code in
                let naam = ContracteindePagina.onderdeel(code)
                return Optie(code, naam.prefix(1).uppercased() + naam.dropFirst())
            }, meer: true, hulp: "Alleen bij deels overdragen.", verplicht: false)
        driegesprek = Veld(
            "driegesprekOp", "Driegesprek op", form, soort: .datum,
            hulp: "Gesprek van de oude begeleider, de nieuwe en de cliënt.", verplicht: false)
        gebeurd = [
            Veld(
                "instemmingOp", "De cliënt stemde in op", form, soort: .datum,
                hulp: "Dat de nieuwe organisatie het dossier krijgt.", verplicht: false, maximum: vandaag.description),
            Veld(
                "geweestOp", "Het driegesprek was op", form, soort: .datum, verplicht: false, maximum: vandaag.description),
            Veld(
                "overgedragenOp", "De nieuwe organisatie nam het over op", form, soort: .datum, verplicht: false,
                maximum: vandaag.description),
        ]
        stukken = antwoord.paragrafen.map { paragraaf in
            let punten = paragraaf.bronnen.map(\.zin).joined(separator: " ")
            let voorstel = paragraaf.tekst.isEmpty && !punten.isEmpty ? "Om uit te kiezen: \(punten)" : paragraaf.tekst
            return Stuk(
                kop: paragraaf.kop, tekst: voorstel.isEmpty ? nil : voorstel,
                leeg: voorstel.isEmpty ? "Dit vult u in bij het overdrachtsdocument." : nil)
        }
    }

    static let keuzes = [
        Optie("afronden", "Zelf afronden", hulp: "Wij begeleiden tot het einde van het traject."),
        Optie("overdragen", "Overdragen", hulp: "De nieuwe organisatie neemt alles over, met een driegesprek."),
        Optie("deels", "Deels overdragen", hulp: "Kies hieronder wat overgaat."),
    ]

    static func begin(_ regel: Contracteinderegel) -> FormValues {
        var form = FormValues(["versie": [String(regel.versie)], "onderdelen": regel.onderdelen])
        form.set("keuze", regel.keuze?.rawValue ?? "")
        for (veld, dag) in [
            ("driegesprekOp", regel.driegesprekOp), ("instemmingOp", regel.instemmingOp), ("geweestOp", regel.geweestOp),
            ("overgedragenOp", regel.overgedragenOp),
        ] { form.set(veld, dag?.description ?? "") }
        return form
    }
}
