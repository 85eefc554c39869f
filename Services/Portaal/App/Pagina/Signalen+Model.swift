// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The signals about one person: what is open, what was closed, and the form for a new one.
struct SignalenPagina: PageModel {
    static let template = "signalen"
    let titel = "Signalen"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let melding: Melding?
    let fouten: Foutenlijst?
    let open: [Rij]
    let heeftOpen: Bool
    let gesloten: [Rij]
    let heeftGesloten: Bool
    let leeg: Leeg?
    let nieuw: Formulier?

    struct Rij: Sendable {
        let kop: String
        let href: String
        let onder: String
        let feit: String
        let labels: [Label]
    }

    struct Formulier: Sendable {
        let actie: String
        let soort: Kiesvak
        let bron: Keuzegroep
        let van: Veld
        let feit: Tekstvlak
        let gezienOp: Veld
        let prioriteit: Keuzegroep
    }

    init(_ hoofd: Dossierhoofd, _ o: Signaaloverzicht, _ form: FormValues, vandaag: Datum, melding: Melding? = nil) {
        (self.hoofd, kruimels, self.melding) = (hoofd, hoofd.kruimels, melding)
        fouten = Foutenlijst(form)
        open = o.signalen.filter { $0.gesloten == nil }.map { Rij($0, hoofd.href, vandaag: vandaag) }
        gesloten = o.signalen.filter { $0.gesloten != nil }.map { Rij($0, hoofd.href, vandaag: vandaag) }
        (heeftOpen, heeftGesloten) = (!open.isEmpty, !gesloten.isEmpty)
        leeg =
            o.signalen.isEmpty
            ? Leeg("Geen signalen", "Ziet of hoort u iets waar u zich zorgen over maakt? Schrijf het op. Een feit is genoeg.")
            : nil
        nieuw =
            o.loopt
            ? Formulier(
                actie: "\(hoofd.href)/signalen",
                soort: Kiesvak("soort", "Waar gaat het over?", form, Signaalsoort.allCases.map { Optie($0.rawValue, $0.naam) }),
                bron: Keuzegroep(
                    "bron", "Hoe weet u het?", form, Signaalbron.allCases.map { Optie($0.rawValue, $0.naam) }),
                van: Veld(
                    "van", "Wie vertelde het?", form, hulp: "Alleen als iemand anders het vertelde.", verplicht: false),
                feit: Tekstvlak(
                    "feit", "Wat zag of hoorde u?", form,
                    hulp: "Schrijf op wat er gebeurde of wat iemand zei. Geen mening, geen diagnose.",
                    lengte: 4_000),
                gezienOp: Veld("gezienOp", "Op welke dag?", form, soort: .datum, maximum: vandaag.description),
                prioriteit: Keuzegroep(
                    "prioriteit", "Hoe snel moet iemand iets doen?", form,
                    Signaalprioriteit.allCases.map { Optie($0.rawValue, $0.naam) }, naast: true,
                    hulp: "Is er nu gevaar? Bel 112.")) : nil
    }

    static func begin(vandaag: Datum) -> FormValues {
        FormValues(["gezienOp": [vandaag.description], "prioriteit": [Signaalprioriteit.gewoon.rawValue]])
    }
}

extension SignalenPagina.Rij {
    init(_ signaal: Signaaloverzicht.Signaal, _ pad: String, vandaag: Datum) {
        kop = signaal.inhoud?.soort.naam ?? "Dit is nu niet te lezen"
        href = "\(pad)/signalen/\(signaal.signaal)"
        feit = signaal.inhoud?.feit ?? "De sleutel van dit dossier is even niet bereikbaar."
        let bron = signaal.inhoud.map { $0.van.isEmpty ? $0.bron.naam : "\($0.bron.naam): \($0.van)" }
        onder = ["Op \(signaal.gezienOp.tekst)", bron].compactMap { $0 }.joined(separator: ". ") + "."
        labels = SignaalPagina.labels(signaal, vandaag: vandaag)
    }
}

/// One signal: what was seen, what was done with it, and what can be done now.
struct SignaalPagina: PageModel {
    static let template = "signaal"
    let titel = "Signaal"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let melding: Melding?
    let fouten: Foutenlijst?
    let kop: String
    let labels: [Label]
    let gegevens: Gegevens
    let feit: String
    let waarom: [String]
    let stappen: [Stap]
    let heeftStappen: Bool
    let versie: Int
    let opvolgen: Opvolgen?
    let sluiten: Sluiten?
    /// Help in the city for this kind.
    let hulp: Koppeling?
    let raad: String?
    /// The steps of the Meldcode belong to it: where a file is opened.
    let meldcode: Advies?

    struct Stap: Sendable {
        let kop: String
        let tekst: String
    }
    struct Opvolgen: Sendable {
        let actie: String
        let tekst: Tekstvlak
        let verlengen: Keuzegroep
    }
    struct Sluiten: Sendable {
        let actie: String
        let uitkomst: Kiesvak
        let tekst: Tekstvlak
    }
    struct Advies: Sendable {
        let dossier: String
        let magOpenen: Bool
    }

    init(
        _ hoofd: Dossierhoofd, _ s: Signaaloverzicht.Signaal, _ form: FormValues, rollen: Set<Role>,
        gebruikers: [GebruikerID: String], vandaag: Datum, melding: Melding? = nil
    ) {
        (self.hoofd, self.melding) = (hoofd, melding)
        let pad = "\(hoofd.href)/signalen/\(s.signaal)"
        kruimels = hoofd.kruimels + [Koppeling("Signalen", "\(hoofd.href)/signalen")]
        fouten = Foutenlijst(form)
        kop = s.inhoud?.soort.naam ?? "Dit is nu niet te lezen"
        labels = Self.labels(s, vandaag: vandaag)
        feit = s.inhoud?.feit ?? "De sleutel van dit dossier is even niet bereikbaar. Probeer het later opnieuw."
        func naam(_ id: GebruikerID?) -> String { id.flatMap { gebruikers[$0] } ?? "iemand die hier niet meer werkt" }
        var regels: [Gegevens.Regel] = [.init("Dag", s.gezienOp.tekst)]
        if let inhoud = s.inhoud {
            regels.append(.init("Hoe weten we het", inhoud.bron.naam))
            if !inhoud.van.isEmpty { regels.append(.init("Wie vertelde het", inhoud.van)) }
        }
        regels += [.init("Vastgelegd door", naam(s.door)), .init("Geldt tot en met", s.vervaltOp.tekst)]
        gegevens = Gegevens(regels)
        waarom = [s.opvolgenWaarom, s.vervaltWaarom]
        var stappen = s.opvolgingen.map {
            Stap(
                kop: "\($0.op.tekst), \(naam($0.door))\($0.verlengd ? ", geldt langer" : "")",
                tekst: $0.tekst ?? "Dit is nu niet te lezen.")
        }
        if let einde = s.gesloten {
            stappen.append(
                Stap(
                    kop: "Gesloten op \(einde.op.tekst) door \(naam(einde.door))",
                    tekst: [einde.uitkomst.map { "\($0.naam)." }, einde.tekst].compactMap { $0 }.joined(separator: " ")))
        }
        (self.stappen, heeftStappen, versie) = (stappen, !stappen.isEmpty, s.versie)
        let kan = s.gesloten == nil
        opvolgen =
            kan
            ? Opvolgen(
                actie: "\(pad)/opvolgen",
                tekst: Tekstvlak("opvolging", "Wat hebt u gedaan of afgesproken?", form, regels: 3),
                verlengen: Keuzegroep(
                    "verlengen", "Geldt dit signaal nog langer?", form, [Optie("ja", "Ja, houd het langer open")], meer: true,
                    verplicht: false)) : nil
        sluiten =
            kan
            ? Sluiten(
                actie: "\(pad)/sluiten",
                uitkomst: Kiesvak(
                    "uitkomst", "Hoe is het afgelopen?", form, Signaaluitkomst.allCases.map { Optie($0.rawValue, $0.naam) }),
                tekst: Tekstvlak("sluiting", "Wat is er gedaan?", form, regels: 3)) : nil
        hulp =
            kan
            ? s.inhoud.map {
                Koppeling("Zoek hulp in de stad", "\(hoofd.href)/verwijzen?leefgebied=\(Self.leefgebied($0.soort).rawValue)")
            } : nil
        raad =
            s.inhoud?.soort == .suicide
            ? "Praat erover, dat maakt het niet erger. Bel samen 113 of 0800-0113, dag en nacht. Is er nu gevaar? Bel 112." : nil
        meldcode =
            s.inhoud?.soort.vraagtMeldcode == true ? Advies(dossier: hoofd.id, magOpenen: rollen.contains(.begeleider)) : nil
    }

    /// Where in the sociale kaart help for this kind is.
    static func leefgebied(_ soort: Signaalsoort) -> Leefgebied {
        switch soort {
        case .schulden: .financien
        case .schoolverzuim: .onderwijs
        case .wonen: .wonen
        case .eenzaamheid: .netwerk
        case .verslaving, .suicide: .gezondheid
        case .radicalisering, .uitbuiting, .geweld: .veiligheid
        case .anders: .rechten
        }
    }

    static func labels(_ s: Signaaloverzicht.Signaal, vandaag: Datum) -> [Label] {
        if let einde = s.gesloten { return [Label("Gesloten op \(einde.op.tekst)", .leeg)] }
        let prioriteit = Label(s.prioriteit.naam, s.prioriteit == .gewoon ? .gewoon : s.prioriteit == .hoog ? .letOp : .fout)
        if s.vervaltOp < vandaag { return [prioriteit, Label("Voorbij de einddag: sluit of verleng", .fout)] }
        if s.opvolgingen.isEmpty {
            let laat = s.opvolgenUiterlijk < vandaag
            return [
                prioriteit,
                Label("Opvolgen uiterlijk \(s.opvolgenUiterlijk.ten(opzichteVan: vandaag))", laat ? .fout : .letOp),
            ]
        }
        return [prioriteit, Label("Opgevolgd", .goed)]
    }
}

extension SignaalVastleggen {
    /// Reads the form.
    /// - Throws: `Failure.invalid` with every field that cannot be read; the service checks the rest.
    init(_ getypt: FormValues, dossier: DossierID) throws {
        var form = getypt
        form.errors = []
        let soort = Signaalsoort(rawValue: form.text("soort"))
        if soort == nil { form.refuse("soort", code: "verplicht", "Kies waar het over gaat.") }
        let bron = Signaalbron(rawValue: form.text("bron"))
        if bron == nil { form.refuse("bron", code: "verplicht", "Kies hoe u het weet.") }
        let prioriteit = Signaalprioriteit(rawValue: form.text("prioriteit"))
        if prioriteit == nil { form.refuse("prioriteit", code: "verplicht", "Kies hoe snel iemand iets moet doen.") }
        let dag = Datum(getypt: form.text("gezienOp"))
        if dag == nil { form.refuse("gezienOp", code: "geen-datum", "Vul de datum in als dag-maand-jaar, zoals 18-1-2027.") }
        guard form.errors.isEmpty, let soort, let bron, let prioriteit, let dag else { throw Failure.invalid(form.errors) }
        self.init(
            dossier: dossier, gezienOp: dag, prioriteit: prioriteit,
            inhoud: .init(soort: soort, bron: bron, van: form.text("van"), feit: form.text("feit")))
    }
}
