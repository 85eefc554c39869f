// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The appointments of a household on the board.
struct RegeldagAfsprakenDeel: Sendable {
    struct Afspraak: Sendable {
        let dag: String
        let tijd: String
        let instantie: String
        let href: String?
        let plaats: String?
        let wie: String
        let tolk: Label?
        /// Who would have to be in two places.
        let dubbel: String?
        let afgezegd: Label?
    }

    let heeftAfspraken: Bool
    let afspraken: [Afspraak]
    let weg: String?
    /// Where one is made; nil for who only looks.
    let nieuw: String?

    init(
        _ gevraagd: Deelvraag<[RegeldagAfspraak]>, namen: [DossierID: String], href: String, mag: Bool, vandaag: Datum
    ) {
        afspraken = (gevraagd.waarde ?? []).map { Afspraak($0, namen: namen, href: href, mag: mag) }
        heeftAfspraken = !afspraken.isEmpty
        weg = gevraagd.isWeg ? "De afspraken zijn even niet te zien." : nil
        nieuw = mag && !gevraagd.isWeg ? "\(href)/regeldagafspraken/nieuw" : nil
    }
}

extension RegeldagAfsprakenDeel.Afspraak {
    init(_ a: RegeldagAfspraak, namen: [DossierID: String], href: String, mag: Bool) {
        (dag, tijd) = (a.op.voluit, "\(a.van) tot \(a.tot)")
        (instantie, plaats) = (a.instantie, a.plaats)
        self.href = mag ? "\(href)/regeldagafspraken/\(a.afspraak)" : nil
        wie = Self.namen(a.leden, namen)
        tolk =
            switch a.tolk {
            case .nietNodig: nil
            case .nodig: Label(a.tolk.naam, .letOp)
            case .geregeld: Label(a.tolk.naam, .goed)
            }
        dubbel = a.dubbel.isEmpty ? nil : "Tegelijk ergens anders: \(Self.namen(a.dubbel, namen))."
        afgezegd = a.afgezegd ? Label("Afgezegd", .leeg) : nil
    }

    static func namen(_ leden: [DossierID], _ namen: [DossierID: String]) -> String {
        leden.isEmpty ? "Niemand gekozen" : leden.map { namen[$0] ?? "Gezinslid" }.joined(separator: ", ")
    }
}

/// Making or changing an appointment with an agency.
struct RegeldagAfspraakPagina: PageModel {
    static let template = "regeldag-afspraak"
    let titel: String
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let terug: String
    let actie: String
    let fouten: Foutenlijst?
    let versie: String
    /// What the fields held when the form was opened.
    let was: [VerborgenVeld]
    let zoekactie: String
    let zoek: Veld
    let gevonden: [Gevonden]
    let heeftGevonden: Bool
    let nietGevonden: String?
    let voorziening: String?
    let velden: [Veld]
    let leden: Keuzegroep
    let tolk: Keuzegroep
    let knop: String
    let afzeggen: Afzeggen?

    /// An entry of the sociale kaart that fills in the form.
    struct Gevonden: Sendable {
        let naam: String
        let onder: String
        let href: String
    }

    struct Afzeggen: Sendable {
        let zin: String
        let actie: String
        let versie: Int
        let afgezegd: String
        let knop: String
    }

    /// What the page is made from, beside the form.
    struct Gegevens: Sendable {
        /// The members of the household, in the order of the household.
        var leden: [(dossier: DossierID, naam: String)]
        /// Nil for a new one.
        var afspraak: RegeldagAfspraak?
        var zoek = ""
        /// Nil when nobody searched.
        var gevonden: [Voorzieningsregel]?
    }

    init(_ hoofd: Dossierhoofd, _ g: Gegevens, _ form: FormValues) {
        self.hoofd = hoofd
        terug = "\(hoofd.href)/regeldag"
        kruimels = hoofd.kruimels + [Koppeling("Regeldag", terug)]
        titel = g.afspraak == nil ? "Afspraak maken" : "Afspraak wijzigen"
        knop = g.afspraak == nil ? "Maak de afspraak" : "Wijzig de afspraak"
        let plek = g.afspraak.map { $0.afspraak.description } ?? "nieuw"
        let pad = "\(hoofd.href)/regeldagafspraken/\(plek)"
        (actie, zoekactie) = (pad, pad)
        fouten = Foutenlijst(form)
        versie = form.optional("versie") ?? String(g.afspraak?.versie ?? 0)
        was = g.afspraak == nil ? [] : Botsing.begin(Self.velden, form)
        zoek = Veld(
            "zoek", "Zoek in de sociale kaart", FormValues(["zoek": [g.zoek]]), soort: .zoek, verplicht: false, lengte: 100)
        gevonden = (g.gevonden ?? []).prefix(6).map {
            Gevonden(
                naam: $0.naam, onder: [$0.organisatie, $0.plaats].compactMap { $0 }.joined(separator: ", "),
                href: Adres.van("\(hoofd.href)/regeldagafspraken/\(plek)", [("voorziening", $0.voorziening.description)]))
        }
        heeftGevonden = !gevonden.isEmpty
        nietGevonden =
            g.gevonden?.isEmpty == true ? "Niets gevonden in de sociale kaart. Typ dan zelf bij wie de afspraak is." : nil
        voorziening = form.optional("voorziening")
        velden = [
            Veld("instantie", "Bij wie is de afspraak?", form, hulp: "Zoals: gemeente, bank, huisarts, school.", lengte: 120),
            Veld("plaats", "Waar?", form, hulp: "Adres, of hoe men er komt.", verplicht: false, lengte: 200),
            Veld("op", "Op welke dag?", form, soort: .datum),
            Veld("van", "Van", form, soort: .tijd, breedte: .kort), Veld("tot", "Tot", form, soort: .tijd, breedte: .kort),
        ]
        leden = Keuzegroep(
            "leden", "Wie gaat er naartoe?", form, g.leden.map { Optie($0.dossier.description, $0.naam) }, meer: true)
        tolk = Keuzegroep(
            "tolk", "Tolk", form, Tolkstand.allCases.map { Optie($0.rawValue, $0.naam) }, naast: true,
            hulp: hoofd.tolkzin)
        afzeggen = g.afspraak.map { Afzeggen($0, href: pad) }
    }

    /// The form before anybody typed.
    static func begin(
        _ g: Gegevens, hoofd: Dossierhoofd, voorziening: Voorzieningsregel?, afspraken: [RegeldagAfspraak], vandaag: Datum
    ) -> FormValues {
        var form = FormValues()
        if let a = g.afspraak {
            form = FormValues([
                "instantie": [a.instantie], "plaats": [a.plaats ?? ""], "op": [a.op.description], "van": [a.van],
                "tot": [a.tot], "leden": a.leden.map(\.description), "tolk": [a.tolk.rawValue],
                "voorziening": [a.voorziening?.description ?? ""],
            ])
        } else {
            // The day of the others, and right after the last one: most regeldagen are one day.
            let dag = afspraken.filter { !$0.afgezegd && $0.op >= vandaag }.map(\.op).min()
            let laatste = afspraken.filter { !$0.afgezegd && $0.op == dag }.map(\.tot).max() ?? "09:00"
            form = FormValues([
                "op": [(dag ?? vandaag).description], "van": [laatste], "tot": [Self.halfUurLater(laatste)],
                "leden": [hoofd.id], "tolk": [(hoofd.tolkNodig ? Tolkstand.nodig : .nietNodig).rawValue],
            ])
        }
        if let voorziening {
            form.set("voorziening", voorziening.voorziening.description)
            form.set("instantie", String(voorziening.naam.prefix(120)))
            if let plaats = voorziening.plaats { form.set("plaats", String(plaats.prefix(200))) }
        }
        return form
    }

    private static func halfUurLater(_ tijd: String) -> String {
        let delen = tijd.split(separator: ":").compactMap { Int($0) }
        guard delen.count == 2 else { return "" }
        let minuten = min(delen[0] * 60 + delen[1] + 30, 23 * 60 + 59)
        let (uur, rest) = (minuten / 60, minuten % 60)
        return "\(uur < 10 ? "0" : "")\(uur):\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension RegeldagAfspraakPagina.Afzeggen {
    init(_ a: RegeldagAfspraak, href: String) {
        (actie, versie) = ("\(href)/afzeggen", a.versie)
        afgezegd = a.afgezegd ? "nee" : "ja"
        zin = a.afgezegd ? "Deze afspraak is afgezegd." : "Gaat deze afspraak niet door?"
        knop = a.afgezegd ? "Gaat toch door" : "Zeg de afspraak af"
    }
}

extension RegeldagAfspraakVastleggen {
    /// Reads the form.
    /// - Throws: `Failure.invalid` with every field that cannot be read; the service checks the rest.
    init(_ getypt: FormValues, dossier: DossierID, afspraak: RegeldagafspraakID?) throws {
        var form = getypt
        form.errors = []
        let op = Datum(getypt: form.text("op"))
        if op == nil { form.refuse("op", code: "geen-datum", "Vul de datum in als dag-maand-jaar, zoals 18-1-2027.") }
        let tolk = Tolkstand(rawValue: form.text("tolk"))
        if tolk == nil { form.refuse("tolk", code: "verplicht", "Kies of er een tolk nodig is.") }
        guard form.errors.isEmpty, let op, let tolk else { throw Failure.invalid(form.errors) }
        self.init(
            dossier: dossier, afspraak: afspraak, op: op, van: form.text("van"), tot: form.text("tot"),
            instantie: form.text("instantie"), plaats: form.text("plaats"),
            voorziening: try form.optionalID("voorziening"),
            leden: form.all("leden").compactMap { DossierID($0) }, tolk: tolk, versie: Int(form.text("versie")) ?? 0)
    }
}
