// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Services that may fit one goal of a plan, each with its reasons. The worker chooses; nothing follows from this by itself,
/// and of the person nothing but what stands in the form is used to look.
struct DoelvoorzieningenPagina: PageModel {
    static let template = "doel-voorzieningen"
    let titel = "Voorzieningen bij een doel"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let doel: String
    let leefgebied: String
    let code: String
    let doelnummer: String
    let fouten: Foutenlijst?
    let actie: String
    let velden: Velden
    let weg: Melding?
    let verwijzen: String
    let rijen: [Rij]
    let leeg: Leeg?
    let meer: Koppeling

    struct Velden: Sendable {
        let taal: Kiesvak
        let leeftijdsgroep: Kiesvak
        let doelgroep: Kiesvak
        let postcode: Veld
        let tekst: Veld
    }
    struct Rij: Sendable {
        let kaart: Voorzieningskaart
        let id: String
        let naam: String
        let alGekozen: Koppeling?
        let magKiezen: Bool
    }

    static let leeftijdsgroepen = ["0-11", "12-17", "18-26", "27-66", "67+"]

    init(
        _ hoofd: Dossierhoofd, _ doel: TrajectOverzicht.Doel, _ suggesties: Deelvraag<Suggesties>,
        lopend: Deelvraag<[Verwijzingsregel]>, keuzes: Kaartkeuzes.Answer?, _ form: FormValues, vandaag: Datum
    ) {
        (self.hoofd, kruimels) = (hoofd, hoofd.kruimels + [Koppeling("Plan", "\(hoofd.href)/plan")])
        (self.doel, leefgebied, code) = (doel.tekst, doel.leefgebied.naam, doel.leefgebied.rawValue)
        doelnummer = doel.doel.description
        fouten = Foutenlijst(form)
        actie = "\(hoofd.href)/doel/\(doel.doel)/voorzieningen"
        velden = Velden(
            taal: Kiesvak(
                "taal", "Taal", form, Taal.allCases.sorted().map { Optie($0.rawValue, $0.naam) }, verplicht: false,
                leeg: "Maakt niet uit"),
            leeftijdsgroep: Kiesvak(
                "leeftijdsgroep", "Leeftijd", form, Self.leeftijdsgroepen.map { Optie($0, "\($0) jaar") }, verplicht: false,
                leeg: "Maakt niet uit"),
            doelgroep: Kiesvak(
                "doelgroep", "Doelgroep", form, (keuzes?.doelgroepen ?? []).map { Optie($0.code, $0.naam) }, verplicht: false,
                leeg: "Maakt niet uit"),
            postcode: Veld(
                "postcode", "Dicht bij postcode", form, hulp: "Vier cijfers zijn genoeg.", verplicht: false, breedte: .kort,
                lengte: 7),
            tekst: Veld(
                "tekst", "Woorden om mee te zoeken", form, hulp: "Alleen wat u hier typt; de zin van het doel gaat niet mee.",
                verplicht: false))
        weg = suggesties.isWeg ? .even("De sociale kaart is") : nil
        verwijzen = "\(hoofd.href)/verwijzen"
        let open = (lopend.waarde ?? []).filter { $0.wachtOp != nil }
        rijen = (suggesties.waarde?.rows ?? []).map { regel in
            let bestaand = open.first { $0.voorziening == regel.voorziening }
            return Rij(
                kaart: Voorzieningskaart(regel, vandaag: vandaag, alleRedenen: true), id: regel.voorziening.description,
                naam: regel.naam,
                alGekozen: bestaand.map {
                    Koppeling("Er loopt al een verwijzing: \($0.toestand.naam.lowercased())", "/verwijzing/\($0.verwijzing)")
                }, magKiezen: bestaand == nil)
        }
        leeg =
            suggesties.waarde != nil && rijen.isEmpty
            ? Leeg(
                "Geen voorstel voor dit doel",
                "Er is geen gecontroleerde voorziening voor dit leefgebied waar u naar kunt verwijzen. Haal een keuze weg of zoek in de hele kaart."
            ) : nil
        meer = Koppeling(
            "Zoek zelf in de hele sociale kaart", Adres.van("\(hoofd.href)/verwijzen", [("leefgebied", doel.leefgebied.rawValue)])
        )
    }

    /// What the form begins with: facts of the dossier that help to choose, and no words of the goal.
    static func begin(_ persoon: Persoonsgegevens?, keuzes: Kaartkeuzes.Answer?, vandaag: Datum) -> FormValues {
        guard let persoon else { return FormValues() }
        var form = FormValues()
        if let taal = persoon.spreektaal, taal != Taal.nederlands.rawValue { form.set("taal", taal) }
        if let groep = leeftijdsgroep(persoon.geboortedatum, vandaag: vandaag) { form.set("leeftijdsgroep", groep) }
        let code: String? =
            switch persoon.doelgroep {
            case .statushouder18plus: "statushouders"
            case .nareiziger: "nareizigers"
            case .exAMV: "ex-amv"
            case .kind: "kinderen"
            }
        if let code, keuzes?.doelgroepen.contains(where: { $0.code == code }) == true { form.set("doelgroep", code) }
        return form
    }

    /// From a birth date that may be a year alone; nil when there is no year in it.
    static func leeftijdsgroep(_ geboren: String, vandaag: Datum) -> String? {
        guard let jaar = geboren.split(whereSeparator: { !$0.isNumber }).compactMap({ Int($0) }).first(where: { $0 > 1900 })
        else {
            return nil
        }
        switch vandaag.year - jaar {
        case ..<12: return "0-11"
        case 12..<18: return "12-17"
        case 18..<27: return "18-26"
        case 27..<67: return "27-66"
        default: return "67+"
        }
    }
}
