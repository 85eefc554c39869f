// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// What somebody asks of the directory, as it stands in the address of the page: words and filters, and nothing about a person.
struct Kaartvraag: Sendable {
    /// One filter that is on, with the names in the address that make it.
    struct Actief: Sendable {
        let tekst: String
        let sleutels: [String]
    }

    static let sleutels = [
        "zoek", "leefgebied", "doelgroep", "leeftijd", "taal", "gratis", "toegang", "gebied", "postcode", "afstand", "dag",
        "tijd", "verwijsbaar",
    ]
    static let dagen = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]

    let form: FormValues
    private let keuzes: Kaartkeuzes.Answer?
    private let alleenVerwijsbaar: Bool

    /// - Parameters:
    ///   - keuzes: the names of the codes; nil while the service is away.
    ///   - alleenVerwijsbaar: only where somebody can be referred to, whatever the form says.
    init(_ form: FormValues, keuzes: Kaartkeuzes.Answer? = nil, alleenVerwijsbaar: Bool = false) {
        (self.form, self.keuzes, self.alleenVerwijsbaar) = (form, keuzes, alleenVerwijsbaar)
    }

    var na: String? { form.optional("na") }
    var leefgebied: Leefgebied? { Leefgebied(rawValue: form.text("leefgebied")) }
    var zoekt: Bool { !actief.isEmpty }

    /// The digits of a postcode that was typed whole or in part; a house is never looked for.
    private var postcode: String? {
        form.optional("postcode").map { String($0.filter { !$0.isWhitespace }.prefix(4)) }
    }

    /// - Throws: `Failure.invalid` for a number that is none.
    func zoeken(limit: Int, na: String? = nil) throws -> VoorzieningenZoeken {
        var fouten: [FieldError] = []
        func getal(_ naam: String) -> Int? {
            guard let tekst = form.optional(naam) else { return nil }
            guard let getal = Int(tekst) else {
                fouten.append(FieldError(naam, code: "soort", "Vul een heel getal in."))
                return nil
            }
            return getal
        }
        let (leeftijd, afstand) = (getal("leeftijd"), getal("afstand"))
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        let dag = form.optional("dag")
        let filters = Zoekfilters(
            doelgroep: form.optional("doelgroep"), leeftijd: leeftijd, taal: form.optional("taal"),
            gratis: form.has("gratis", "ja") ? true : nil, toegang: form.optional("toegang"), gebied: form.optional("gebied"),
            postcode4: postcode, afstandMeter: afstand,
            openOp: dag == nil && form.optional("tijd") == nil
                ? nil : Openmoment(dag: dag.flatMap { Int($0) }, tijd: form.optional("tijd")))
        return VoorzieningenZoeken(
            tekst: String(form.text("zoek").prefix(200)), leefgebied: leefgebied,
            alleenVerwijsbaar: alleenVerwijsbaar || form.has("verwijsbaar", "ja"), filters: filters,
            page: PageRequest(after: na, limit: limit))
    }

    /// The same question without some of its filters.
    func zonder(_ weg: [String]) -> Kaartvraag {
        Kaartvraag(
            FormValues(form.values.filter { !weg.contains($0.key) && $0.key != "na" }), keuzes: keuzes,
            alleenVerwijsbaar: alleenVerwijsbaar)
    }

    /// For the address of a page that asks the same.
    var query: [(String, String?)] { Self.sleutels.map { ($0, form.optional($0)) } }

    /// What is asked, one by one, in words.
    var actief: [Actief] {
        var uit: [Actief] = []
        func als(_ sleutels: String..., tekst: (String) -> String) {
            guard let waarde = form.optional(sleutels[0]) else { return }
            uit.append(Actief(tekst: tekst(waarde), sleutels: sleutels))
        }
        als("zoek") { "‘\($0.prefix(60))’" }
        if let leefgebied { uit.append(Actief(tekst: leefgebied.naam, sleutels: ["leefgebied"])) }
        als("doelgroep") { code in keuzes?.doelgroepen.first { $0.code == code }?.naam ?? code }
        als("leeftijd") { "\($0) jaar" }
        als("taal") { "spreekt \(Dossierhoofd.taalnaam($0))" }
        als("gratis") { _ in "gratis" }
        als("toegang") { code in keuzes?.toegang.first { $0.code == code }?.naam.lowercased() ?? code }
        als("gebied") { "werkt in \($0.prefix(60))" }
        als("afstand") { "binnen \(Self.km($0)) km" }
        als("postcode", "afstand") { "dicht bij \($0.prefix(4))" }
        if let dag = form.optional("dag") ?? (form.optional("tijd") == nil ? nil : "nu") {
            let wanneer = Int(dag).flatMap { (1...7).contains($0) ? "op \(Self.dagen[$0 - 1])" : nil }
            let om = form.optional("tijd").map { "om \($0)" }
            let moment = [wanneer, om].compactMap { $0 }.joined(separator: " ")
            uit.append(Actief(tekst: "open \(moment.isEmpty ? "nu" : moment)", sleutels: ["dag", "tijd"]))
        }
        als("verwijsbaar") { _ in "waar u naar kunt verwijzen" }
        return uit
    }

    private static func km(_ meter: String) -> String {
        guard let getal = Int(meter) else { return meter }
        return getal % 1000 == 0 ? "\(getal / 1000)" : String(format: "%.1f", Double(getal) / 1000).replacing(".", with: ",")
    }

    /// The names of filters on the bus, as the page calls them.
    static let namen = [
        "filters.doelgroep": "doelgroep", "filters.leeftijd": "leeftijd", "filters.taal": "taal", "filters.toegang": "toegang",
        "filters.gebied": "gebied", "filters.postcode4": "postcode", "filters.afstandMeter": "afstand", "filters.openOp": "tijd",
    ]
}
