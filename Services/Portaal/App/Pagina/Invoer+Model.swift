// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// Entering somebody by hand begins with looking whether that person is known already; and with the forms that were set aside.
struct InvoerZoekPagina: PageModel {
    static let template = "invoer-zoeken"
    let titel = "Nieuwe aanmelding"
    let menu: String? = "/aanmelding/nieuw"
    let fouten: Foutenlijst?
    let velden: [Veld]
    let geboren: DatumVeld
    let gezocht: String?
    let weg: Melding?
    let heeftGevonden: Bool
    let gevonden: [Gevonden]
    let verder: Verder?
    let heeftConcepten: Bool
    let concepten: [Conceptregel]

    struct Gevonden: Sendable {
        let naam: String
        let onder: String
        let href: String?
        let heeftRedenen: Bool
        let redenen: [String]
        /// The household that a new person may join; nil when it is not known here.
        let huishouden: String?
    }

    /// What goes along to the form when nobody of these is the person.
    struct Verder: Sendable {
        let velden: [VerborgenVeld]
        let knop: String
    }

    struct Conceptregel: Sendable {
        let naam: String
        let wanneer: String
        let href: String
    }

    init(
        _ form: FormValues, gevonden: Deelvraag<[Gevonden]>?, concepten: [Concept], tijdzone: (Date) -> String
    ) {
        fouten = Foutenlijst(form)
        velden = [
            Veld("voornamen", "Voornamen", form, verplicht: false),
            Veld(
                "geslachtsnaam", "Achternaam of naamketen", form, hulp: "Heeft iemand maar één naam? Vul die hier in.",
                verplicht: false),
            Veld("bsn", "BSN", form, verplicht: false, breedte: .middel, toetsen: "numeric", lengte: 12),
            Veld("vnummer", "V-nummer", form, verplicht: false, breedte: .middel, toetsen: "numeric", lengte: 14),
        ]
        geboren = DatumVeld(
            "geboren", "Geboortedatum", form, hulp: "Vul in wat u weet. Alleen een jaar mag ook.", verplicht: false)
        let rijen = gevonden?.waarde ?? []
        self.gevonden = rijen
        heeftGevonden = !rijen.isEmpty
        weg = gevonden?.isWeg == true ? .nietBereikbaar : nil
        gezocht =
            gevonden?.waarde.map {
                switch $0.count {
                case 0: "Wij kennen niemand die hierop lijkt."
                case 1: "Eén persoon lijkt hierop. Kijk of het dezelfde is."
                case let aantal: "\(aantal) mensen lijken hierop. Kijk of het een van hen is."
                }
            }
        verder = gevonden?.waarde.map { rijen in
            Verder(
                velden: InvoerForm.zoekvelden.compactMap { naam in form.optional(naam).map { VerborgenVeld(naam, $0) } },
                knop: rijen.isEmpty ? "Nieuwe aanmelding invullen" : "Geen van deze: nieuwe aanmelding")
        }
        self.concepten = concepten.map {
            Conceptregel(
                naam: InvoerForm.titel($0.form), wanneer: tijdzone($0.bewaard),
                href: "/aanmelding/nieuw/\($0.id.uuidString.lowercased())")
        }
        heeftConcepten = !concepten.isEmpty
    }
}

extension InvoerZoekPagina.Gevonden {
    init(_ regel: Persoonsregel) {
        naam = regel.naam
        let geboren = (try? OnvolledigeDatum(parsing: regel.geboortedatum))?.tekst ?? regel.geboortedatum
        onder = "\(regel.dossiernummer), geboren: \(geboren), \(regel.doelgroep.naam)"
        href = "/dossier/\(regel.dossier)"
        (heeftRedenen, redenen) = (false, [])
        huishouden = regel.huishouden.description
    }

    /// Who looks like the person, the likeliest first and with why; then who only has the name.
    static func samen(_ kandidaten: [Kandidaatregel], _ mensen: [Persoonsregel]) -> [Self] {
        let perDossier = Dictionary(mensen.map { ($0.dossier, $0) }) { first, _ in first }
        let gelijkend = kandidaten.map { kandidaat in
            Self(kandidaat, huishouden: kandidaat.dossier.flatMap { perDossier[$0]?.huishouden })
        }
        let al = Set(kandidaten.compactMap(\.dossier))
        return gelijkend + mensen.filter { !al.contains($0.dossier) }.map(Self.init)
    }

    init(_ kandidaat: Kandidaatregel, huishouden: HuishoudenID?) {
        naam = kandidaat.naam
        let geboren = (try? OnvolledigeDatum(parsing: kandidaat.geboortedatum))?.tekst ?? kandidaat.geboortedatum
        let wie = kandidaat.dossiernummer ?? "aangemeld, nog niet geaccepteerd"
        onder = "\(wie), geboren: \(geboren)"
        href = kandidaat.dossier.map { "/dossier/\($0)" } ?? kandidaat.aanmelding.map { "/aanmelding/\($0)" }
        redenen = kandidaat.redenen.map { $0.voor ? $0.tekst : "Maar: \($0.tekst)" }
        heeftRedenen = !redenen.isEmpty
        self.huishouden = huishouden?.description
    }
}

/// The short form: what is asked is used, nothing else.
struct InvoerPagina: PageModel {
    static let template = "invoer"
    let titel = "Nieuwe aanmelding"
    let menu: String? = "/aanmelding/nieuw"
    let kruimels = [Koppeling("Zoeken", "/aanmelding/nieuw")]
    let id: String
    let fouten: Foutenlijst?
    let melding: Melding?
    let heeftGelijkend: Bool
    let gelijkend: [Gelijkend]
    let gezien: [String]
    let persoon: [Veld]
    let geboren: DatumVeld
    let geborenOnbekend: Keuzegroep
    let doelgroep: Keuzegroep
    let gemeente: Kiesvak
    let huishouden: Keuzegroep?
    let rol: Kiesvak?
    let koppeling: Veld
    let huisvesting: Veld
    let verblijfsvorm: Keuzegroep
    let spreektaal: Kiesvak
    let tolktaal: Kiesvak
    let tolkNodig: Keuzegroep
    let telefoon: Veld
    let adres: [Veld]
    let geheimhouding: Keuzegroep

    struct Gelijkend: Sendable {
        let dossier: String
        let naam: String
        let nummer: String?
    }

    /// - Parameter gelijkend: who turned out to look like this person at the moment of keeping.
    init(
        _ form: FormValues, id: UUID, gemeenten: [String], gelijkend: [DossierLabel] = [], melding: Melding? = nil
    ) {
        self.id = id.uuidString.lowercased()
        fouten = Foutenlijst(form)
        self.melding =
            gelijkend.isEmpty
            ? melding
            : Melding(
                .letOp, "Is het een van hen? Gooi deze aanmelding dan weg. Is het iemand anders? Sla dan nog een keer op.",
                titel: "Deze persoon lijkt op iemand die wij al kennen. Er is nog niets opgeslagen.")
        self.gelijkend = gelijkend.map {
            Gelijkend(
                dossier: $0.dossier.description, naam: $0.naam, nummer: $0.dossiernummer.isEmpty ? nil : $0.dossiernummer)
        }
        heeftGelijkend = !gelijkend.isEmpty
        gezien = Array(Set(form.all("gezien") + gelijkend.map(\.dossier.description))).sorted()
        persoon = [
            Veld(
                "geslachtsnaam", "Achternaam of naamketen", form,
                hulp: "Heeft iemand maar één naam of een keten van namen? Vul alles hier in."),
            Veld("voorvoegsel", "Voorvoegsel", form, verplicht: false, breedte: .kort, lengte: 20),
            Veld("voornamen", "Voornamen", form, verplicht: false),
            Veld("roepnaam", "Hoe wil de persoon genoemd worden?", form, verplicht: false),
            Veld(
                "bsn", "BSN", form, hulp: "Is er nog geen BSN? Laat het leeg. Het kan later.", verplicht: false, breedte: .middel,
                toetsen: "numeric", lengte: 12),
            Veld(
                "vnummer", "V-nummer", form, hulp: "10 cijfers. Is het niet bekend? Laat het leeg.", verplicht: false,
                breedte: .middel, toetsen: "numeric", lengte: 14),
        ]
        geboren = DatumVeld(
            "geboren", "Geboortedatum", form,
            hulp: "Vul alleen in wat zeker is. Weet u alleen het jaar? Laat dag en maand leeg.", verplicht: false)
        geborenOnbekend = Keuzegroep(
            "geboren-onbekend", "Is er niets van de geboortedatum bekend?", form, [Optie("ja", "Er is niets bekend")], meer: true,
            verplicht: false)
        doelgroep = Keuzegroep(
            "doelgroep", "Bij welke groep hoort de persoon?", form, Doelgroep.allCases.map { Optie($0.rawValue, $0.naam) })
        gemeente = Kiesvak(
            "gemeente", "Gemeente", form, gemeenten.map { Optie($0, Gemeentecode($0)?.naam ?? $0) },
            leeg: gemeenten.count == 1 ? nil : "Kies…")
        let naamHuishouden = form.optional("huishouden-naam")
        huishouden = naamHuishouden.map { naam in
            Keuzegroep(
                "huishouden", "Huishouden", form,
                [Optie(form.text("huishouden-id"), "Bij het huishouden van \(naam)"), Optie("nieuw", "Een eigen huishouden")])
        }
        rol = naamHuishouden.map { _ in
            Kiesvak(
                "rol", "Rol in dat huishouden", form,
                [
                    Optie("partner", "Partner"), Optie("kind", "Kind"), Optie("overig", "Ander familielid"),
                    Optie("hoofd", "Hoofd"),
                ],
                verplicht: false)
        }
        koppeling = Veld(
            "datumKoppeling", "Datum van koppeling aan de gemeente", form, soort: .datum,
            hulp: "De dag waarop het COA de persoon aan de gemeente koppelde. Als die bekend is.", verplicht: false)
        huisvesting = Veld(
            "datumHuisvesting", "Datum van huisvesting", form, soort: .datum, hulp: "Als die al bekend is.", verplicht: false)
        verblijfsvorm = Keuzegroep(
            "verblijfsvorm", "Waar gaat de persoon wonen?", form, Verblijfsvorm.allCases.map { Optie($0.rawValue, $0.naam) },
            naast: true)
        let talen = Taal.allCases.sorted().map { Optie($0.rawValue, $0.naam) }
        spreektaal = Kiesvak("spreektaal", "Welke taal spreekt de persoon?", form, talen, verplicht: false, leeg: "Niet bekend")
        tolktaal = Kiesvak(
            "tolktaal", "In welke taal is een tolk nodig?", form, talen, verplicht: false, leeg: "Dezelfde taal of geen tolk")
        tolkNodig = Keuzegroep("tolkNodig", "Is een tolk nodig?", form, [Optie("ja", "Ja"), Optie("nee", "Nee")], naast: true)
        telefoon = Veld("telefoon", "Telefoonnummer", form, soort: .telefoon, verplicht: false, breedte: .middel, lengte: 20)
        adres = [
            Veld("straat", "Straat", form, verplicht: false),
            Veld("huisnummer", "Huisnummer", form, verplicht: false, breedte: .kort, lengte: 12),
            Veld("postcode", "Postcode", form, verplicht: false, breedte: .kort, lengte: 7),
            Veld("woonplaats", "Woonplaats", form, verplicht: false),
        ]
        geheimhouding = Keuzegroep(
            "geheimhouding", "Moet het adres geheim blijven?", form, [Optie("nee", "Nee"), Optie("ja", "Ja")], naast: true,
            hulp: "Kies ja als de gemeente zegt dat er geheimhouding geldt.")
    }
}

/// What the pages of entry by hand read from a form.
enum InvoerForm {
    /// What was looked for goes along to the form.
    static let zoekvelden = ["voornamen", "geslachtsnaam", "bsn", "vnummer", "geboren-dag", "geboren-maand", "geboren-jaar"]

    /// By what its owner knows a draft again.
    static func titel(_ form: FormValues) -> String {
        let naam = [form.optional("voornamen"), form.optional("voorvoegsel"), form.optional("geslachtsnaam")]
            .compactMap(\.self).joined(separator: " ")
        return naam.isEmpty ? "Aanmelding zonder naam" : naam
    }

    /// What usually is so, for who begins.
    static func begin(_ form: FormValues, gemeenten: [String]) -> FormValues {
        var begin = form
        let vast = ["verblijfsvorm": Verblijfsvorm.eigenWoning.rawValue, "geheimhouding": "nee", "tolkNodig": "ja"]
        for (veld, waarde) in vast where begin.optional(veld) == nil { begin.set(veld, waarde) }
        if begin.optional("gemeente") == nil, gemeenten.count == 1, let enige = gemeenten.first { begin.set("gemeente", enige) }
        return begin
    }

    /// `1990-03-12`, `1990-03`, `1990` or nil when nothing was typed.
    /// - Throws: `FieldError` on `geboren`.
    static func geboortedatum(_ form: FormValues) throws(FieldError) -> String? {
        let (dag, maand, jaar) = (form.text("geboren-dag"), form.text("geboren-maand"), form.text("geboren-jaar"))
        guard !dag.isEmpty || !maand.isEmpty || !jaar.isEmpty else { return nil }
        guard !jaar.isEmpty else {
            throw FieldError("geboren", code: "jaar", "Vul ook het jaar in. Zonder jaar weten we te weinig.")
        }
        guard dag.isEmpty || !maand.isEmpty else {
            throw FieldError("geboren", code: "maand", "Vul ook de maand in, of laat de dag leeg.")
        }
        guard let jaartal = Int(jaar), jaar.count == 4 else {
            throw FieldError("geboren", code: "jaar", "Schrijf het jaar met vier cijfers, zoals 1990.")
        }
        func twee(_ tekst: String) -> String? { Int(tekst).map { $0 < 10 ? "0\($0)" : String($0) } }
        if maand.isEmpty { return String(jaartal) }
        guard let mm = twee(maand), dag.isEmpty || twee(dag) != nil else {
            throw FieldError("geboren", code: "getal", "Schrijf dag en maand met cijfers.")
        }
        let tekst = dag.isEmpty ? "\(jaartal)-\(mm)" : "\(jaartal)-\(mm)-\(twee(dag) ?? "")"
        do { _ = try OnvolledigeDatum(parsing: tekst) } catch {
            throw FieldError("geboren", code: error.code, error.text)
        }
        return tekst
    }
}

extension AanmeldingInvoeren {
    /// Reads the form.
    /// - Throws: `Failure.invalid` with what cannot be read; intake checks the rest.
    init(_ form: FormValues, aanmelding: AanmeldingID) throws {
        var fouten: [FieldError] = []
        var geboren: String?
        do { geboren = try InvoerForm.geboortedatum(form) } catch { fouten.append(error) }
        let onbekend = form.has("geboren-onbekend", "ja")
        if geboren == nil, fouten.isEmpty, !onbekend {
            fouten.append(
                FieldError(
                    "geboren", code: "verplicht", "Vul in wat u van de geboortedatum weet, of kies dat er niets bekend is."))
        }
        if geboren != nil, onbekend {
            fouten.append(
                FieldError(
                    "geboren", code: "beide", "U vulde een geboortedatum in en koos dat er niets bekend is. Kies een van de twee."
                ))
        }
        if form.optional("geslachtsnaam") == nil {
            fouten.append(FieldError("geslachtsnaam", code: "verplicht", "Vul de naam in. Bij één naam: alleen dit veld."))
        }
        if form.optional("doelgroep") == nil {
            fouten.append(FieldError("doelgroep", code: "verplicht", "Kies bij welke groep de persoon hoort."))
        }
        if form.optional("gemeente") == nil { fouten.append(FieldError("gemeente", code: "verplicht", "Kies de gemeente.")) }
        let bij = form.optional("huishouden").flatMap { HuishoudenID($0) }
        if bij != nil, form.optional("rol") == nil {
            fouten.append(FieldError("rol", code: "verplicht", "Kies de rol in dat huishouden."))
        }
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        self.init(
            aanmelding: aanmelding, gemeente: form.text("gemeente"), doelgroep: form.text("doelgroep"),
            bsn: form.optional("bsn"), vnummer: form.optional("vnummer"), voornamen: form.optional("voornamen"),
            voorvoegsel: form.optional("voorvoegsel"), geslachtsnaam: form.optional("geslachtsnaam"),
            roepnaam: form.optional("roepnaam"), geboortedatum: geboren ?? "onbekend", telefoon: form.optional("telefoon"),
            straat: form.optional("straat"), huisnummer: form.optional("huisnummer"), postcode: form.optional("postcode"),
            woonplaats: form.optional("woonplaats"), huishouden: bij, rol: bij == nil ? nil : form.optional("rol"),
            datumHuisvesting: form.optional("datumHuisvesting"), datumKoppeling: form.optional("datumKoppeling"),
            verblijfsvorm: form.optional("verblijfsvorm"),
            spreektaal: form.optional("spreektaal"), tolktaal: form.optional("tolktaal"), tolkNodig: form.has("tolkNodig", "ja"),
            geheimhouding: form.has("geheimhouding", "ja"), gezien: form.all("gezien").compactMap { DossierID($0) })
    }
}
