// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// What the client says of the plan: read it together, then write down yes or no, by whom, in which language.
struct PlanAkkoordPagina: PageModel {
    static let template = "plan-akkoord"
    let titel = "Akkoord"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let fouten: Foutenlijst?
    /// The plan became another since the page was opened: what changed.
    let gewijzigd: Melding?
    let actie: String
    let terug: String
    let versie: Int
    let doelen: [Plandoelkaart]
    let keus: Keuzegroep
    let wie: Keuzegroep
    let naam: Veld
    let op: Veld
    let taal: Kiesvak
    let tolk: Keuzegroep
    let opmerking: Tekstvlak
    let volgendOp: Veld

    /// What the form holds at first: the client, today, the language and interpreter as they are known.
    static func begin(_ hoofd: Dossierhoofd, _ persoon: Persoonsgegevens?, versie: Int, vandaag: Datum) -> FormValues {
        let taal = (persoon?.tolkNodig == true ? persoon?.tolktaal : nil) ?? persoon?.spreektaal
        let tolk: Tolkvorm = persoon?.tolkNodig == true ? .telefonisch : .geen
        return FormValues([
            "wie": [Planstem.client.rawValue], "naam": [persoon?.naam ?? ""], "op": [vandaag.description],
            "taal": [taal.flatMap { Taal(code: $0)?.rawValue } ?? ""], "tolk": [tolk.rawValue], "versie": [String(versie)],
        ])
    }

    init(
        _ hoofd: Dossierhoofd, _ plan: Planoverzicht, _ form: FormValues, namen: [DossierID: String] = [:], vandaag: Datum
    ) {
        let pad = "\(hoofd.href)/plan"
        (self.hoofd, kruimels) = (hoofd, hoofd.kruimels + [Koppeling("Plan", pad)])
        fouten = Foutenlijst(form)
        (actie, terug, versie) = ("\(pad)/akkoord", pad, plan.versie)
        let gezien = Int(form.text("versie")) ?? plan.versie
        gewijzigd =
            gezien == plan.versie
            ? nil
            : Melding(
                .letOp, "Hieronder staat het plan zoals het nu is. Wat u invulde staat er nog. Bespreek wat er veranderde.",
                titel: "Het plan is intussen gewijzigd",
                link: Koppeling(
                    "Bekijk het verschil",
                    Adres.van("\(pad)/vergelijken", [("van", String(gezien)), ("naar", String(plan.versie))])))
        doelen = plan.doelen.filter { $0.toestand != .vervallen }.map {
            Plandoelkaart($0, plan, pad: pad, mag: false, namen: namen, vandaag: vandaag)
        }
        keus = Keuzegroep(
            "keus", "Wat zegt de cliënt?", form, Plankeus.allCases.map { Optie($0.rawValue, $0.naam) }, naast: true)
        wie = Keuzegroep("wie", "Wie zei het?", form, Planstem.allCases.map { Optie($0.rawValue, $0.naam) })
        naam = Veld("naam", "Naam van wie het zei", form, lengte: 120)
        op = Veld("op", "Op welke dag?", form, soort: .datum, maximum: vandaag.description)
        taal = Kiesvak(
            "taal", "In welke taal is het besproken?", form, Taal.allCases.map { Optie($0.rawValue, $0.naam) })
        tolk = Keuzegroep("tolk", "Was er een tolk?", form, Tolkvorm.allCases.map { Optie($0.rawValue, $0.naam) }, naast: true)
        opmerking = Tekstvlak(
            "opmerking", "Opmerkingen van de cliënt", form, hulp: "Niet akkoord? Schrijf wat de cliënt anders wil.",
            verplicht: false, regels: 3, lengte: 1000)
        volgendOp = Veld(
            "volgendOp", "Wanneer bespreekt u het plan weer?", form, soort: .datum, verplicht: false, minimum: vandaag.description
        )
    }
}

extension PlanBesluitVastleggen {
    /// Reads the form.
    /// - Throws: `Failure.invalid` with every field that cannot be read.
    init(_ getypt: FormValues, dossier: DossierID) throws {
        var form = getypt
        form.errors = []
        let versie = try form.versie()
        let keus = Plankeus(rawValue: form.text("keus"))
        if keus == nil { form.refuse("keus", code: "verplicht", "Kies of de cliënt akkoord is.") }
        let wie = Planstem(rawValue: form.text("wie"))
        if wie == nil { form.refuse("wie", code: "verplicht", "Kies wie het zei.") }
        let tolk = Tolkvorm(rawValue: form.text("tolk"))
        if tolk == nil { form.refuse("tolk", code: "verplicht", "Kies of er een tolk was.") }
        let naam = form.required("naam", "Schrijf de naam van wie het zei.")
        let taal = form.required("taal", "Kies de taal waarin het plan is besproken.")
        let op = form.datum("op", verplicht: true)
        let volgendOp = form.datum("volgendOp", verplicht: false)
        guard form.errors.isEmpty, let keus, let wie, let tolk, let op else { throw Failure.invalid(form.errors) }
        self.init(
            dossier: dossier, keus: keus, op: op, wie: wie, naam: naam, taal: taal, tolk: tolk,
            opmerking: form.text("opmerking"), volgendOp: volgendOp, versie: versie)
    }
}

extension FormValues {
    /// The date in a field; nil, with an error when there should be one or what was typed is none.
    mutating func datum(_ veld: String, verplicht: Bool) -> Datum? {
        let dag = optional(veld).flatMap { Datum(getypt: $0) }
        if dag == nil, verplicht || optional(veld) != nil {
            refuse(
                veld, code: "geen-datum",
                verplicht
                    ? "Vul de datum in als dag-maand-jaar, zoals 18-1-2027."
                    : "Vul de datum in als dag-maand-jaar, of laat hem leeg.")
        }
        return dag
    }
}
