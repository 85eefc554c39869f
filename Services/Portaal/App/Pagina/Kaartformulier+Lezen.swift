// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// From what is kept to the form, and from what was typed to what is kept.
extension Kaartformulier {
    static func waarden(_ inhoud: Voorzieningsinhoud, _ begrippen: [VoorzieningBewerkbaar.Begrip]) -> FormValues {
        var uit: [String: [String]] = [:]
        func zet(_ veld: String, _ tekst: String?) { uit[veld] = tekst.map { [$0] } }
        for (veld, tekst) in [
            ("naam", inhoud.naam), ("andereNaam", inhoud.andereNaam), ("organisatie", inhoud.organisatie?.description),
            ("status", inhoud.status), ("omschrijving", inhoud.omschrijving), ("waarschuwing", inhoud.waarschuwing),
            ("website", inhoud.website), ("email", inhoud.email), ("voorWie", inhoud.voorWie),
            ("minimumLeeftijd", inhoud.minimumLeeftijd.map(String.init)),
            ("maximumLeeftijd", inhoud.maximumLeeftijd.map(String.init)), ("aanmelden", inhoud.aanmelden),
            ("wachttijd", inhoud.wachttijd), ("kosten", inhoud.kosten), ("tolk", inhoud.tolk),
            ("meenemen", inhoud.meenemen.joined(separator: "\n")), ("gebieden", inhoud.gebieden.joined(separator: "\n")),
            ("bronnen", inhoud.bronnen.joined(separator: "\n")),
        ] as [(String, String?)] { zet(veld, tekst) }
        let bekend = Set(Taal.allCases.map(\.rawValue))
        uit["taal"] = inhoud.talen.filter(bekend.contains)
        zet("andereTalen", inhoud.talen.filter { !bekend.contains($0) }.joined(separator: ", "))
        let soort = Dictionary(begrippen.map { ($0.id, $0.soort) }, uniquingKeysWith: { eerste, _ in eerste })
        let zichtbaar = Set(soorten.map(\.soort) + ["upl"])
        for id in inhoud.begrippen {
            let eigen = soort[id] ?? "overig"
            uit[zichtbaar.contains(eigen) ? eigen : "begrip", default: []].append(id)
        }
        if let capaciteit = inhoud.capaciteit {
            zet("cap-eenheid", capaciteit.eenheid)
            zet("cap-beschikbaar", String(capaciteit.beschikbaar))
            zet("cap-maximum", capaciteit.maximum.map(String.init))
            zet("cap-toelichting", capaciteit.toelichting)
        }
        func rijen<Deel>(_ lijst: Lijst, _ delen: [Deel], _ velden: (Deel) -> [(String, [String])]) {
            for (n, deel) in delen.enumerated() {
                for (veld, waarde) in velden(deel) where !waarde.isEmpty { uit["\(lijst.rawValue)-\(n)-\(veld)"] = waarde }
            }
            zet("aantal-\(lijst.rawValue)", String(max(delen.count, lijst.begint)))
        }
        func een(_ tekst: String?) -> [String] { tekst.map { [$0] } ?? [] }
        rijen(.telefoon, inhoud.telefoons) { [("nummer", [$0.nummer]), ("toelichting", een($0.toelichting))] }
        rijen(.contact, inhoud.contacten) {
            [
                ("naam", een($0.naam)), ("functie", een($0.functie)), ("email", een($0.email)), ("telefoon", een($0.telefoon)),
            ]
        }
        rijen(.kosten, inhoud.kostenopties) {
            [
                ("omschrijving", een($0.omschrijving)),
                ("bedrag", een($0.bedrag.map { String(format: "%.2f", $0).replacing(".", with: ",") })),
            ]
        }
        rijen(.locatie, inhoud.locaties) {
            [
                ("naam", een($0.naam)), ("soort", [$0.soort]), ("geheim", $0.geheim ? ["ja"] : []), ("straat", een($0.straat)),
                ("postcode", een($0.postcode)), ("plaats", een($0.plaats)), ("bereikbaar", een($0.bereikbaar)),
                ("link", een($0.link)), ("breedte", een($0.breedte.map { "\($0)" })), ("lengte", een($0.lengte.map { "\($0)" })),
            ]
        }
        rijen(.opening, inhoud.openingstijden) {
            [
                ("herhaling", [$0.herhaling]), ("dagen", $0.dagen.map(String.init)), ("nummer", een($0.nummer.map(String.init))),
                ("van", een($0.van)), ("tot", een($0.tot)), ("geldigVan", een($0.geldigVan?.description)),
                ("geldigTot", een($0.geldigTot?.description)), ("toelichting", een($0.toelichting)),
            ]
        }
        return FormValues(uit)
    }

    /// - Parameter form: with its empty rows taken out (`opgeschoond`).
    /// - Throws: `Failure.invalid` with every field that cannot be read; the rest is for the service to judge.
    static func lees(_ form: FormValues) throws -> Voorzieningsinhoud {
        var lezer = Formulierlezer(form: form)
        var inhoud = Voorzieningsinhoud(
            naam: form.text("naam"), organisatie: OrganisatieID(form.text("organisatie")),
            status: form.optional("status") ?? "actief")
        (inhoud.andereNaam, inhoud.omschrijving) = (form.optional("andereNaam"), form.optional("omschrijving"))
        (inhoud.waarschuwing, inhoud.website) = (form.optional("waarschuwing"), form.optional("website"))
        (inhoud.email, inhoud.voorWie) = (form.optional("email"), form.optional("voorWie"))
        inhoud.minimumLeeftijd = lezer.geheel("minimumLeeftijd")
        inhoud.maximumLeeftijd = lezer.geheel("maximumLeeftijd")
        (inhoud.aanmelden, inhoud.wachttijd) = (form.optional("aanmelden"), form.optional("wachttijd"))
        (inhoud.kosten, inhoud.tolk) = (form.optional("kosten"), form.optional("tolk"))
        inhoud.talen =
            form.all("taal")
            + form.text("andereTalen").split { ",; \n".contains($0) }.map { $0.lowercased() }
        (inhoud.meenemen, inhoud.gebieden) = (lezer.regels("meenemen"), lezer.regels("gebieden"))
        inhoud.bronnen = lezer.regels("bronnen")
        inhoud.begrippen = (soorten.map(\.soort) + ["upl", "begrip"]).flatMap { form.all($0) }.filter { !$0.isEmpty }
        if let eenheid = form.optional("cap-eenheid"), let beschikbaar = Int(form.text("cap-beschikbaar")) {
            inhoud.capaciteit = .init(
                eenheid: eenheid, beschikbaar: beschikbaar, maximum: Int(form.text("cap-maximum")),
                toelichting: form.optional("cap-toelichting"))
        }
        inhoud.telefoons = rijen(form, .telefoon).map { n in
            .init(nummer: form.text("telefoon-\(n)-nummer"), toelichting: form.optional("telefoon-\(n)-toelichting"))
        }
        for (n, telefoon) in inhoud.telefoons.enumerated() where telefoon.nummer.isEmpty {
            lezer.fout("telefoon-\(n)-nummer", "verplicht", "Vul het nummer in, of maak de regel leeg.")
        }
        inhoud.contacten = rijen(form, .contact).map { n in
            .init(
                naam: form.optional("contact-\(n)-naam"), functie: form.optional("contact-\(n)-functie"),
                email: form.optional("contact-\(n)-email"), telefoon: form.optional("contact-\(n)-telefoon"))
        }
        inhoud.kostenopties = rijen(form, .kosten).map { n in
            .init(omschrijving: form.optional("kosten-\(n)-omschrijving"), bedrag: lezer.getal("kosten-\(n)-bedrag"))
        }
        inhoud.locaties = rijen(form, .locatie).map { lezer.locatie("locatie-\($0)") }
        inhoud.openingstijden = rijen(form, .opening).map { lezer.opening("opening-\($0)") }
        guard lezer.fouten.isEmpty else { throw Failure.invalid(lezer.fouten) }
        return inhoud
    }
}

/// Reads typed fields and remembers what could not be read.
private struct Formulierlezer {
    let form: FormValues
    var fouten: [FieldError] = []

    mutating func fout(_ veld: String, _ code: String, _ tekst: String) {
        fouten.append(FieldError(veld, code: code, tekst))
    }

    mutating func geheel(_ veld: String) -> Int? {
        guard let tekst = form.optional(veld) else { return nil }
        guard let getal = Int(tekst) else {
            fout(veld, "soort", "Vul een heel getal in.")
            return nil
        }
        return getal
    }

    mutating func getal(_ veld: String) -> Double? {
        guard let tekst = form.optional(veld) else { return nil }
        guard let getal = Double(tekst.replacing(",", with: ".")), getal.isFinite else {
            fout(veld, "soort", "Vul een getal in, zoals 2,50.")
            return nil
        }
        return getal
    }

    mutating func datum(_ veld: String) -> Datum? {
        guard let tekst = form.optional(veld) else { return nil }
        guard let datum = Datum(getypt: tekst) else {
            fout(veld, "geen-datum", "Vul de datum in als dag-maand-jaar, of laat hem leeg.")
            return nil
        }
        return datum
    }

    func regels(_ veld: String) -> [String] {
        form.text(veld).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    mutating func locatie(_ veld: String) -> Voorzieningsinhoud.Locatie {
        .init(
            naam: form.optional("\(veld)-naam"), soort: form.optional("\(veld)-soort") ?? "bezoek",
            straat: form.optional("\(veld)-straat"), postcode: form.optional("\(veld)-postcode"),
            plaats: form.optional("\(veld)-plaats"), bereikbaar: form.optional("\(veld)-bereikbaar"),
            breedte: getal("\(veld)-breedte"), lengte: getal("\(veld)-lengte"), link: form.optional("\(veld)-link"),
            geheim: form.has("\(veld)-geheim", "ja"))
    }

    mutating func opening(_ veld: String) -> Voorzieningsinhoud.Opening {
        let herhaling = form.optional("\(veld)-herhaling") ?? "week"
        return .init(
            herhaling: herhaling, dagen: herhaling == "uitzondering" ? [] : form.all("\(veld)-dagen").compactMap { Int($0) },
            nummer: herhaling == "maand" ? Int(form.text("\(veld)-nummer")) : nil, van: form.optional("\(veld)-van"),
            tot: form.optional("\(veld)-tot"), geldigVan: datum("\(veld)-geldigVan"), geldigTot: datum("\(veld)-geldigTot"),
            toelichting: form.optional("\(veld)-toelichting"))
    }
}
