// SPDX-License-Identifier: EUPL-1.2
import Domein

extension Tijdlijnfeit {
    /// The fact as one or two plain Dutch sentences.
    /// - Parameter doel: the words of the goal it is about, where there is one and it can be read.
    func zin(doel: String? = nil) -> String {
        switch code {
        case .trajectGestart:
            "Het traject is gestart. De klok loopt van \(datum("van")) tot en met \(datum("tot"))."
        case .meerijden: "Dit kind rijdt mee met het traject van een ouder of voogd."
        case .wachtOpOuder: "Er is nog geen ouder of voogd met een traject. Dit kind wacht daarop."
        case .toegewezen: "Het dossier is toegewezen aan een begeleider."
        case .tussenrapportage: "De tussenrapportage is vastgesteld."
        case .trajectAfgerond: "Het traject is beëindigd: \(delen["naam"] ?? Eindreden.naam(delen["reden"] ?? ""))."
        case .klokPauze: "De klok staat stil: \(delen["reden"] ?? "pauze")."
        case .klokLoopt: "De klok loopt weer na: \(delen["reden"] ?? "pauze")."
        case .pauzeBekeken: "De pauze is bekeken en nog nodig: \(delen["reden"] ?? "pauze")."
        case .pauzeIngetrokken: "Een pauze is ingetrokken, het was een vergissing: \(delen["reden"] ?? "pauze")."
        case .trajectVerlengd: "Het traject is met \(delen["maanden"] ?? "?") maanden verlengd."
        case .meting:
            "De zelfredzaamheid is gemeten: \((Meetmoment(rawValue: delen["moment"] ?? "")?.naam ?? "meting").lowercased())."
        case .trajectHeropend: "Het traject is heropend en gaat verder."
        case .huishoudenGewijzigd: "Deze persoon hoort nu bij een ander huishouden."
        case .werdAchttien:
            delen["zeker"] == "ja"
                ? "Deze persoon is 18 jaar geworden." : "Deze persoon kan 18 jaar zijn: de geboortedatum is niet helemaal bekend."
        case .tweedeStart:
            "Tweede start: van \(Verblijfsvorm(rawValue: delen["van"] ?? "")?.naam ?? "tijdelijke opvang") naar de eigen woning op \(datum("dag"))."
        case .tweedeStartTerug:
            "De tweede start op \(datum("dag")) is teruggedraaid: de gegevens over de woning zijn verbeterd."
        case .gezien: "Gezien: \(delen["naam"]?.lowercased() ?? "het is goed zo"). Weer kijken op \(datum("kijkOp"))."
        case .verblijfsdocument:
            delen["tot"] == nil
                ? "De laatste dag van het verblijfsdocument is niet bekend."
                : "Het verblijfsdocument is geldig tot en met \(datum("tot"))."
        case .intensiteit: "De intensiteit van de begeleiding is: \(delen["naam"]?.lowercased() ?? "gewoon")."
        case .overdracht: overdrachtzin
        case .contracteinde:
            switch delen["keuze"] {
            case "afronden": "Aan het einde van de opdracht ronden wij dit traject zelf af."
            case "overdragen": "Aan het einde van de opdracht gaat dit traject naar de nieuwe organisatie."
            default: "Aan het einde van de opdracht gaat een deel van dit traject naar de nieuwe organisatie."
            }
        case .overdrachtsdocument: "Het overdrachtsdocument is vastgesteld."
        case .planGemaakt: "Er is een plan van aanpak met een eerste doel."
        case .doelToegevoegd: "Nieuw doel over \(leefgebied)\(citaat(doel))"
        case .doelToestand: "Doel over \(leefgebied) \(doeltoestand)\(citaat(doel))"
        case .doelGewijzigd: "Doel over \(leefgebied) is gewijzigd\(citaat(doel))"
        case .actieToegevoegd: "Nieuwe actie voor \(wie), bij het doel over \(leefgebied)\(citaat(doel))"
        case .actieGedaan: "Actie gedaan door \(wie), bij het doel over \(leefgebied)\(citaat(doel))"
        case .planGeweigerd: "De cliënt is niet akkoord met versie \(delen["versie"] ?? "?") van het plan."
        case .planBesproken: "Het plan is besproken."
        case .planAkkoord: "De cliënt is akkoord met versie \(delen["versie"] ?? "?") van het plan."
        case .contact: contactzin
        case .contactIngetrokken: ingetrokkenzin
        case .afspraakGemaakt: "Afspraak gemaakt: \(afspraak(""))."
        case .afspraakVerzet: "Afspraak verzet: \(afspraak("oud-", soort: false)) werd \(afspraak("", soort: false))."
        case .afspraakGewijzigd: "Afspraak gewijzigd: \(afspraak(""))."
        case .afspraakAfgezegd: "Afspraak afgezegd: \(afspraak("")). \(afzegreden)."
        case .regeldagGemaakt: regeldagzin
        case .regelzaak: "\(delen["naam"] ?? "Regelzaak"): \(toestand("van")) werd \(toestand("naar")).\(regelreden)"
        case .ankerdag:
            delen["dag"] == nil
                ? "\(ankernaam.hoofdletter) is toch niet bekend." : "\(ankernaam.hoofdletter) is vastgelegd: \(datum("dag"))."
        case .regeldagafspraak:
            switch delen["wat"] {
            case "afgezegd": "Een afspraak op de regeldag is afgezegd: \(datum("dag"))."
            case "hersteld": "Een afspraak op de regeldag gaat toch door: \(datum("dag"))."
            case "gewijzigd": "Een afspraak op de regeldag is gewijzigd: \(datum("dag"))."
            default: "Er is een afspraak op de regeldag gemaakt: \(datum("dag"))."
            }
        case .regeldocument:
            "\(delen["naam"] ?? "Regelzaak"): een document is \(delen["wat"] ?? "toegevoegd")."
        }
    }

    func datum(_ deel: String) -> String { delen[deel].flatMap { Datum($0) }?.tekst ?? "een onbekende dag" }

    private var ankernaam: String { Anker(rawValue: delen["anker"] ?? "")?.naam ?? "een dag" }

    private var regelreden: String {
        Regelreden(rawValue: delen["reden"] ?? "").map { " Reden: \($0.naam.kleineLetter)." } ?? ""
    }

    private var leefgebied: String { Leefgebied(rawValue: delen["leefgebied"] ?? "")?.naam.lowercased() ?? "een leefgebied" }

    private var wie: String {
        let naam = Actiehouder(rawValue: delen["wie"] ?? "")?.naam ?? "iemand"
        return naam.prefix(1).lowercased() + naam.dropFirst()
    }

    private var doeltoestand: String {
        "staat op “\(DoelToestand(rawValue: delen["toestand"] ?? "")?.naam ?? "onbekend")”"
    }

    /// The end of the sentence: the words of the goal with their own full stop, or a full stop.
    private func citaat(_ doel: String?) -> String {
        guard let doel else { return "." }
        return ": “\(doel)”" + (doel.last?.isPunctuation == true ? "" : ".")
    }

    private func toestand(_ deel: String) -> String {
        "“\(RegelzaakToestand(rawValue: delen[deel] ?? "")?.naam ?? "onbekend")”"
    }

    private var overdrachtzin: String {
        switch delen["stap"] {
        case "open": "Het dossier is aangeboden aan een collega. Tot die het accepteert verandert er niets."
        case "geaccepteerd": "De collega heeft het dossier overgenomen."
        case "geweigerd": "De collega neemt het dossier niet over."
        default: "De overdracht aan een collega is ingetrokken."
        }
    }

    private var regeldagzin: String {
        let aantal = Int(delen["aantal"] ?? "") ?? 0
        return "Op het regeldagbord \(aantal == 1 ? "is 1 stap" : "zijn \(aantal) stappen") gezet."
    }
}

/// Why a traject ended, by code: one of the contract, or one that the program knows by itself.
enum Eindreden {
    static let ingetrokken = "aanmelding-ingetrokken"
    static let teruggezet = "besluit-teruggedraaid"

    static func naam(_ code: String, _ contract: Trajectregels? = nil) -> String {
        switch code {
        case ingetrokken: "de gemeente heeft de aanmelding ingetrokken"
        case teruggezet: "het besluit over de aanmelding is teruggedraaid"
        default: contract?.eindreden(code)?.naam ?? "andere reden"
        }
    }
}
