// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// What is known of somebody who is still to come: changed or withdrawn.
struct VerwachtLidPagina: PageModel {
    static let template = "verwacht-lid"
    let titel = "Gezinslid dat nog komt"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let fouten: Foutenlijst?
    let wie: String
    let actie: String
    let terug: String
    let versie: Int
    /// What the fields held when the form was opened.
    let was: [VerborgenVeld]
    let referent: String
    let naam: Veld
    let geboren: DatumVeld
    let land: Veld
    let rol: Kiesvak
    let stand: Kiesvak
    let verwachtOp: Veld
    /// Withdrawing is a form of its own, so that nothing else changes with it; not for who was withdrawn already.
    let intrekken: [VerborgenVeld]
    let heeftIntrekken: Bool

    init(_ huishouden: HuishoudenID, _ lid: Huishoudbeeld.Verwacht, _ form: FormValues? = nil) {
        let pad = "/huishouden/\(huishouden)"
        let nu = Self.form(lid)
        let form = form ?? nu
        kruimels = [Koppeling("Mensen", "/mensen"), Koppeling("Huishouden", pad)]
        fouten = Foutenlijst(form)
        (wie, actie, terug) = (lid.naam, "\(pad)/verwacht/\(lid.id)/wijzigen", pad)
        (versie, referent) = (Int(form.text("versie")) ?? lid.versie, lid.referent.description)
        was = Botsing.begin(Self.velden, form)
        naam = Veld("naam", "Naam", form, hulp: "Zoals u die kent.")
        geboren = DatumVeld("geboortedatum", "Geboren", form, hulp: "Vul in wat bekend is.", verplicht: false)
        land = Veld("land", "Is nu in", form, verplicht: false, breedte: .middel, lengte: 60)
        rol = Kiesvak("rol-verwacht", "Wordt in het huishouden", form, HuishoudenPagina.rollen)
        stand = Kiesvak("stand", "Hoe ver is het?", form, HuishoudenPagina.standen)
        verwachtOp = Veld("verwachtOp", "Verwacht op", form, soort: .datum, verplicht: false)
        heeftIntrekken = lid.stand != "vervallen"
        intrekken =
            lid.stand == "vervallen"
            ? []
            : nu.values.filter { $0.key != "stand" }.sorted { $0.key < $1.key }
                .map { VerborgenVeld($0.key, $0.value.first ?? "") }
    }

    /// The form as it stands now.
    static func form(_ lid: Huishoudbeeld.Verwacht) -> FormValues {
        let delen = lid.geboortedatum == "onbekend" ? [] : lid.geboortedatum.split(separator: "-").map(String.init)
        return FormValues([
            "naam": [lid.naam], "land": [lid.land ?? ""], "rol-verwacht": [lid.rol], "stand": [lid.stand],
            "verwachtOp": [lid.verwachtOp?.description ?? ""],
            "geboortedatum-jaar": [delen.first ?? ""], "geboortedatum-maand": [delen.count > 1 ? delen[1] : ""],
            "geboortedatum-dag": [delen.count > 2 ? delen[2] : ""],
        ])
    }
}

/// Who sees this person in the household, and why not everybody does.
struct ZichtPagina: PageModel {
    static let template = "zicht"
    let titel = "Zichtbaarheid voor huisgenoten"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let fouten: Foutenlijst?
    let naam: String
    let nummer: String
    let stand: Label
    let actie: String
    let terug: String
    let versie: Int
    let waarom: Waarom?
    /// Nil while the person is kept from sight.
    let toelichting: Tekstvlak?

    struct Waarom: Sendable {
        let kop: String
        let tekst: String
    }

    init(
        _ huishouden: HuishoudenID, _ scherm: SchermOpvragen.Answer, _ form: FormValues, gebruikers: [GebruikerID: String]
    ) {
        let pad = "/huishouden/\(huishouden)"
        kruimels = [Koppeling("Mensen", "/mensen"), Koppeling("Huishouden", pad)]
        fouten = Foutenlijst(form)
        (naam, nummer, versie) = (scherm.naam, scherm.dossiernummer, scherm.versie)
        stand = scherm.afgeschermd ? Label("Niet zichtbaar voor huisgenoten", .letOp) : Label("Zichtbaar voor huisgenoten", .goed)
        (actie, terug) = ("\(pad)/zicht/\(scherm.dossier)", pad)
        let door = scherm.door.map { "gevraagd door \(gebruikers[$0] ?? "iemand die hier niet meer werkt")" }
        let kop = ["Niet zichtbaar", scherm.sinds.map { "sinds \($0.tekst)" }, door].compactMap(\.self)
        waarom =
            scherm.afgeschermd
            ? Waarom(kop: kop.joined(separator: ", "), tekst: scherm.toelichting ?? "De reden is niet bewaard.") : nil
        toelichting =
            scherm.afgeschermd
            ? nil
            : Tekstvlak(
                "toelichting", "Waarom mogen huisgenoten en wie hen begeleidt deze persoon niet zien?", form,
                hulp: "Dit leest alleen wie in dit dossier werkt. Elke keer wordt vastgelegd.", lengte: 2_000)
    }
}
