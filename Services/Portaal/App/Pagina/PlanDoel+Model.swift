// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// One goal: what it says, and the actions for it.
struct PlanDoelPagina: PageModel {
    static let template = "plan-doel"
    let titel = "Doel"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let gebied: String
    let voor: String?
    let fouten: Foutenlijst?
    let actie: String
    let terug: String
    let versie: Int
    let was: [VerborgenVeld]
    let mag: Bool
    let tekst: Tekstvlak
    let woorden: Tekstvlak
    let streefdatum: Veld
    let laatst: String?
    let heeftActies: Bool
    let acties: [Planactieregel]
    let nieuw: Nieuw?
    let heeftSuggesties: Bool
    let suggesties: [Suggestie]
    let hulp: String

    /// The form for an action of one's own.
    struct Nieuw: Sendable {
        let tekst: Veld
        let wie: Keuzegroep
        let uiterlijkOp: Veld
        let verwijzing: Kiesvak?
    }
    struct Suggestie: Sendable {
        let tekst: String
        let wie: String
        let onder: String
    }

    static let velden = ["tekst", "woorden", "streefdatum"]

    /// What the form of the goal holds when it is opened.
    static func begin(_ doel: Planoverzicht.Doel) -> FormValues {
        FormValues([
            "tekst": [doel.tekst], "woorden": [doel.woorden ?? ""], "streefdatum": [doel.streefdatum?.description ?? ""],
            "versie": [String(doel.versie)],
        ])
    }

    /// The fields in which two people may be overtaken by one another, as they are now.
    static func botsvelden(_ doel: Planoverzicht.Doel) -> [Botsveld] {
        [
            Botsveld("tekst", "Doel", nu: doel.tekst),
            Botsveld("woorden", "In eigen woorden", nu: doel.woorden ?? "", lang: true),
            Botsveld("streefdatum", "Streefdatum", nu: doel.streefdatum?.description ?? "", toon: Botsveld.dag),
        ]
    }

    /// - Parameters:
    ///   - form: of the goal; what was typed of an action is in `actieform`.
    ///   - verwijzingen: of this person, for an action of an organisation.
    init(
        _ hoofd: Dossierhoofd, _ plan: Planoverzicht, _ doel: Planoverzicht.Doel, bibliotheek: [DoelenBibliotheek.Zin],
        verwijzingen: [Verwijzingsregel], _ form: FormValues, actieform: FormValues = FormValues(),
        namen: [DossierID: String] = [:], gebruikers: [GebruikerID: String] = [:], rollen: Set<Role>, vandaag: Datum
    ) {
        let pad = "\(hoofd.href)/plan"
        (self.hoofd, kruimels) = (hoofd, hoofd.kruimels + [Koppeling("Plan", pad)])
        (gebied, voor) = (doel.leefgebied.naam, doel.voor.map { namen[$0] ?? "een kind" })
        fouten = Foutenlijst(
            form.errors.isEmpty ? actieform : form, onderscheid: form.errors.isEmpty ? ["tekst": "-nieuw"] : [:])
        (actie, terug) = ("\(pad)/doelen/\(doel.doel)", pad)
        versie = Int(form.text("versie")) ?? doel.versie
        was = Botsing.begin(Self.velden, form)
        mag = plan.loopt && doel.toestand != .vervallen && !rollen.isDisjoint(with: [.begeleider, .teamleider])
        tekst = Tekstvlak("tekst", "Doel", form, hulp: "Een zin die begint met ‘Ik’.", regels: 2, lengte: 300)
        woorden = Tekstvlak(
            "woorden", "Hoe zegt de persoon het zelf?", form, hulp: "In de eigen woorden, vertaald als dat nodig is.",
            verplicht: false, regels: 3, lengte: 600)
        streefdatum = Veld("streefdatum", "Streefdatum", form, soort: .datum, verplicht: false)
        laatst = doel.gewijzigdOp.map { op in
            let wie = doel.gewijzigdDoor.flatMap { gebruikers[$0] }.map { " door \($0)" } ?? ""
            return "Laatst gewijzigd \(Moment.tekst(op, vandaag: vandaag))\(wie)."
        }
        let open = mag
        acties = doel.acties.map { Planactieregel($0, pad: pad, mag: open, vandaag: vandaag) }
        heeftActies = !acties.isEmpty
        nieuw = open ? Nieuw(actieform, verwijzingen: verwijzingen, vandaag: vandaag) : nil
        let gebruikt = Set(doel.acties.map(\.tekst))
        let zin = bibliotheek.first { $0.leefgebied == doel.leefgebied && $0.tekst == doel.tekst }
        // Those of the goal itself; for own words those of the whole area.
        let bron = zin?.acties ?? bibliotheek.filter { $0.leefgebied == doel.leefgebied }.flatMap { $0.acties ?? [] }
        suggesties =
            !open
            ? []
            : bron.filter { !gebruikt.contains($0.tekst) }.prefix(8).map {
                Suggestie(tekst: $0.tekst, wie: $0.wie.rawValue, onder: $0.wie.naam)
            }
        heeftSuggesties = !suggesties.isEmpty
        hulp = "\(hoofd.href)/doel/\(doel.doel)/voorzieningen"
    }
}

extension Botsveld {
    /// A day in words.
    static let dag: @Sendable (String) -> String = { Datum(getypt: $0)?.tekst ?? $0 }
}

extension PlanDoelPagina.Nieuw {
    init(_ form: FormValues, verwijzingen: [Verwijzingsregel], vandaag: Datum) {
        var begin = form
        if form.optional("wie") == nil { begin.set("wie", Actiehouder.client.rawValue) }
        tekst = Veld(
            "tekst", "Wat gaat er gebeuren?", begin, hulp: "Begin met wat iemand doet: ‘Een afspraak maken bij de huisarts.’",
            lengte: 200, onderscheid: "-nieuw")
        wie = Keuzegroep("wie", "Wie doet het?", begin, Actiehouder.allCases.map { Optie($0.rawValue, $0.naam) }, naast: true)
        uiterlijkOp = Veld(
            "uiterlijkOp", "Uiterlijk op", begin, soort: .datum, verplicht: false, minimum: vandaag.description)
        verwijzing = Kiesvak(actie: begin, verwijzingen)
    }
}

extension Kiesvak {
    /// The referrals of a person, for an action of an organisation; nil when there are none.
    init?(actie form: FormValues, _ verwijzingen: [Verwijzingsregel]) {
        guard !verwijzingen.isEmpty else { return nil }
        self.init(
            "verwijzing", "Welke verwijzing?", form,
            verwijzingen.map { Optie($0.verwijzing.description, "\($0.voorzieningNaam) (\($0.toestand.naam.lowercased()))") },
            hulp: "Alleen als een organisatie het doet.", verplicht: false, leeg: "Geen verwijzing")
    }
}

/// One action, to change or to settle.
struct PlanActiePagina: PageModel {
    static let template = "plan-actie"
    let titel = "Actie"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let doel: String
    let fouten: Foutenlijst?
    let actie: String
    let terug: String
    let versie: Int
    let was: [VerborgenVeld]
    let label: Label
    let laatst: String?
    let mag: Bool
    let magWijzigen: Bool
    let tekst: Veld
    let wie: Keuzegroep
    let uiterlijkOp: Veld
    let verwijzing: Kiesvak?
    let gedaanDoor: Keuzegroep?
    let magVervallen: Bool
    let magTerug: Bool
    let bij: Koppeling?

    static let velden = ["tekst", "wie", "uiterlijkOp", "verwijzing"]

    static func begin(_ actie: Planoverzicht.Actie) -> FormValues {
        FormValues([
            "tekst": [actie.tekst], "wie": [actie.wie.rawValue], "uiterlijkOp": [actie.uiterlijkOp?.description ?? ""],
            "verwijzing": [actie.verwijzing?.description ?? ""], "versie": [String(actie.versie)],
        ])
    }

    static func botsvelden(_ actie: Planoverzicht.Actie, _ verwijzingen: [Verwijzingsregel]) -> [Botsveld] {
        let namen = Dictionary(
            verwijzingen.map { ($0.verwijzing.description, $0.voorzieningNaam) }, uniquingKeysWith: { first, _ in first })
        return [
            Botsveld("tekst", "Actie", nu: actie.tekst),
            Botsveld("wie", "Wie doet het?", nu: actie.wie.rawValue) { Actiehouder(rawValue: $0)?.naam ?? $0 },
            Botsveld("uiterlijkOp", "Uiterlijk op", nu: actie.uiterlijkOp?.description ?? "", toon: Botsveld.dag),
            Botsveld("verwijzing", "Verwijzing", nu: actie.verwijzing?.description ?? "") { namen[$0] ?? "Een verwijzing" },
        ]
    }

    init(
        _ hoofd: Dossierhoofd, _ plan: Planoverzicht, _ doel: Planoverzicht.Doel, _ actie: Planoverzicht.Actie,
        verwijzingen: [Verwijzingsregel], _ form: FormValues, gebruikers: [GebruikerID: String] = [:], rollen: Set<Role>,
        vandaag: Datum
    ) {
        let pad = "\(hoofd.href)/plan"
        (self.hoofd, self.doel) = (hoofd, doel.tekst)
        kruimels = hoofd.kruimels + [Koppeling("Plan", pad), Koppeling("Doel", "\(pad)/doelen/\(doel.doel)")]
        fouten = Foutenlijst(form)
        (self.actie, terug) = ("\(pad)/acties/\(actie.actie)", pad)
        versie = Int(form.text("versie")) ?? actie.versie
        was = Botsing.begin(Self.velden, form)
        label = Planactieregel(actie, pad: pad, mag: false, vandaag: vandaag).label ?? Label(actie.toestand.naam)
        laatst = actie.gewijzigdOp.map { op in
            let wie = actie.gewijzigdDoor.flatMap { gebruikers[$0] }.map { " door \($0)" } ?? ""
            return "Laatst gewijzigd \(Moment.tekst(op, vandaag: vandaag))\(wie)."
        }
        mag = plan.loopt && doel.toestand != .vervallen && !rollen.isDisjoint(with: [.begeleider, .teamleider])
        magWijzigen = mag && actie.toestand != .vervallen
        tekst = Veld("tekst", "Wat gaat er gebeuren?", form, lengte: 200)
        wie = Keuzegroep("wie", "Wie doet het?", form, Actiehouder.allCases.map { Optie($0.rawValue, $0.naam) }, naast: true)
        uiterlijkOp = Veld("uiterlijkOp", "Uiterlijk op", form, soort: .datum, verplicht: false)
        verwijzing = Kiesvak(actie: form, verwijzingen)
        gedaanDoor =
            mag && actie.toestand == .open
            ? Keuzegroep(
                "gedaanDoor", "Wie heeft het gedaan?", FormValues(["gedaanDoor": [actie.wie.rawValue]]),
                Actiehouder.allCases.map { Optie($0.rawValue, $0.naam) }, naast: true) : nil
        magVervallen = mag && actie.toestand == .open
        magTerug = mag && actie.toestand != .open
        bij = actie.verwijzing.map { id in
            Koppeling(
                verwijzingen.first { $0.verwijzing == id }?.voorzieningNaam ?? "De verwijzing", "/verwijzing/\(id)")
        }
    }
}
