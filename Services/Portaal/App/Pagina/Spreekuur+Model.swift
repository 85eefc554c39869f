// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// One page for everybody who came to a spreekuur. One form: whichever button is pressed, what was typed for the others stays.
struct SpreekuurPagina: PageModel {
    static let template = "spreekuur"
    let titel = "Spreekuur"
    let menu: String? = "/spreekuur"
    let fouten: Foutenlijst?
    let datum: Veld
    let zoek: String
    let gevonden: [Gevonden]
    let heeftGevonden: Bool
    let zoekmelding: Melding?
    let rijen: [Rij]
    let heeftRijen: Bool
    let meerdere: Bool
    let gedaan: [Gedaan]
    let heeftGedaan: Bool
    let klaar: Bool
    let leeg: Leeg?
    /// Hidden fields that carry the list from page to page.
    let lijst: [VerborgenVeld]

    struct Gevonden: Sendable {
        let id: String
        let naam: String
        let nummer: String
        let tolkNodig: Bool
        let staatErOp: Bool
    }

    struct Rij: Sendable {
        let id: String
        let naam: String
        let href: String
        let fout: String?
        let verschijning: Keuzegroep
        let minuten: Veld
        let tolk: Kiesvak
        let notitie: Tekstvlak
    }

    struct Gedaan: Sendable {
        let naam: String
        let href: String
    }

    /// - Parameters:
    ///   - form: the list with what was typed, and the errors.
    ///   - rijfouten: what went wrong with a row as a whole.
    init(
        _ form: FormValues, namen: Dossiernamen, gevonden: Deelvraag<Page<Persoonsregel>>? = nil, zoek: String = "",
        rijfouten: [DossierID: String] = [:], vandaag: Datum
    ) {
        let lijst = Spreekuurlijst(form.values)
        fouten = Foutenlijst(form)
        var metDatum = form
        if form.optional("datum") == nil { metDatum.set("datum", vandaag.description) }
        datum = Veld("datum", "Dag van het spreekuur", metDatum, soort: .datum, maximum: vandaag.description)
        self.zoek = zoek
        let open = lijst.open
        self.gevonden = (gevonden?.waarde?.rows ?? []).map {
            Gevonden(
                id: $0.dossier.description, naam: $0.naam, nummer: $0.dossiernummer, tolkNodig: $0.tolkNodig,
                staatErOp: open.contains($0.dossier))
        }
        heeftGevonden = !self.gevonden.isEmpty
        zoekmelding = Self.melding(gevonden)
        rijen = open.map { Rij($0, naam: namen.naam($0), form, fout: rijfouten[$0]) }
        (heeftRijen, meerdere) = (!open.isEmpty, open.count > 1)
        gedaan = lijst.gedaan.map { Gedaan(naam: namen.naam($0), href: "/dossier/\($0)") }
        heeftGedaan = !gedaan.isEmpty
        klaar = heeftGedaan && open.isEmpty
        leeg =
            lijst.isLeeg && gevonden == nil
            ? Leeg("Nog niemand op de lijst", "Zoek iemand op naam of dossiernummer en zet die persoon op de lijst.") : nil
        self.lijst =
            open.map { VerborgenVeld("lijst", $0.description) } + lijst.gedaan.map { VerborgenVeld("gedaan", $0.description) }
    }

    private static func melding(_ gevonden: Deelvraag<Page<Persoonsregel>>?) -> Melding? {
        switch gevonden {
        case .weg: .even("Zoeken op naam is")
        case .er(let pagina) where pagina.rows.isEmpty:
            Melding(.info, "Niemand gevonden. U ziet alleen mensen van uw eigen werk.")
        case .er(let pagina) where pagina.next != nil: Melding(.info, "Er zijn er meer. Typ meer van de naam.")
        default: nil
        }
    }
}

extension SpreekuurPagina.Rij {
    init(_ dossier: DossierID, naam: String, _ form: FormValues, fout: String?) {
        (id, self.naam, href, self.fout) = (dossier.description, naam, "/dossier/\(dossier)", fout)
        verschijning = Keuzegroep(
            "verschijning-\(dossier)", "Was \(naam) er?", form, Verschijning.allCases.map { Optie($0.rawValue, $0.naam) },
            naast: true)
        minuten = Veld("minuten-\(dossier)", "Minuten", form, breedte: .kort, toetsen: "numeric", lengte: 3)
        tolk = Kiesvak(
            "tolk-\(dossier)", "Tolk", form, Tolkvorm.allCases.map { Optie($0.rawValue, $0.naam) }, leeg: nil)
        notitie = Tekstvlak("notitie-\(dossier)", "Notitie", form, verplicht: false, regels: 2, lengte: 10_000)
    }
}

extension ContactmomentVastleggen {
    /// Reads one row of the spreekuur. Errors carry the names of the fields of that row.
    init(spreekuur form: FormValues, _ dossier: DossierID) throws {
        var fouten: [FieldError] = []
        let datum = Datum(getypt: form.text("datum"))
        if datum == nil {
            fouten.append(FieldError("datum", code: "geen-datum", "Vul de dag in als dag-maand-jaar, zoals 18-1-2027."))
        }
        let verschijning = Verschijning(rawValue: form.text("verschijning-\(dossier)"))
        if verschijning == nil {
            fouten.append(FieldError("verschijning-\(dossier)", code: "verplicht", "Kies of de persoon er was."))
        }
        let minuten = Int(form.text("minuten-\(dossier)"))
        if minuten == nil {
            fouten.append(FieldError("minuten-\(dossier)", code: "geen-getal", "Vul de minuten in als heel getal, zoals 15."))
        }
        guard let datum, let verschijning, let minuten else { throw Failure.invalid(fouten) }
        let tolk = Tolkvorm(rawValue: form.text("tolk-\(dossier)")) ?? .geen
        self.init(
            dossier: dossier, soort: .spreekuur, datum: datum, duurMinuten: minuten, verschijning: verschijning, tolk: tolk,
            notitie: form.text("notitie-\(dossier)"),
            bij: Contactomstandigheden(
                plaats: .spreekuurlocatie,
                tolkMinuten: tolk == .geen || verschijning != .aanwezig ? nil : min(max(0, minuten), 600)))
    }

    /// From a field of the command to that of the row.
    static func rijvelden(_ dossier: DossierID) -> [String: String] {
        [
            "duurMinuten": "minuten-\(dossier)", "notitie": "notitie-\(dossier)", "tolk": "tolk-\(dossier)",
            "tolkMinuten": "minuten-\(dossier)",
        ]
    }
}
