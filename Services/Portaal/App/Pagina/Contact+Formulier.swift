// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

extension ContactPagina {
    /// What usually is so: as the appointment says, else as the last contact was, else a visit at home today of an hour; with
    /// an interpreter when one is needed.
    /// - Parameter afspraak: the one that this is about; nil takes today's, when there is one.
    static func begin(
        _ voorstel: Contactvoorstel?, tolkNodig: Bool, taal: String?, afspraak gevraagd: AfspraakID? = nil, vandaag: Datum
    ) -> FormValues {
        let afspraak =
            voorstel?.afspraken.first { $0.afspraak == gevraagd } ?? voorstel?.afspraken.first { $0.dag == vandaag }
        let laatste = voorstel?.laatste
        var form = FormValues()
        let soort = afspraak?.soort ?? laatste?.soort ?? .huisbezoek
        form.set("soort", soort.rawValue)
        form.set("datum", (afspraak?.dag ?? vandaag).description)
        form.set("verschijning", Verschijning.aanwezig.rawValue)
        let minuten = afspraak.map { Int($0.eindigt.timeIntervalSince($0.begint) / 60) } ?? laatste?.duurMinuten ?? 60
        form.set("duur", String(minuten))
        // An interpreter who is needed does not go missing because of one contact without.
        let tolk: Tolkvorm = laatste.flatMap { $0.tolk == .geen ? nil : $0.tolk } ?? (tolkNodig ? .telefonisch : .geen)
        form.set("tolk", tolk.rawValue)
        if let taal = laatste?.bij.taal ?? (tolkNodig ? taal : nil), Taal(code: taal) != nil { form.set("taal", taal) }
        if let plaats = afspraak?.plaats ?? laatste?.bij.plaats, plaats != soort.gewonePlaats {
            form.set("plaats", plaats.rawValue)
        }
        if let afspraak { form.set("afspraak", afspraak.afspraak.description) }
        return form
    }

    /// A contact as it was written down, to make a better version of it.
    static func begin(_ kaart: Contactmomentkaart, organisaties: [String]) -> FormValues {
        var waarden: [String: [String]] = [
            "soort": [kaart.soort.rawValue], "datum": [kaart.datum.description],
            "verschijning": [kaart.verschijning.rawValue], "tolk": [kaart.tolk.rawValue], "notitie": [kaart.notitie],
            "doelen": kaart.doelen.map(\.description), "aanwezigen": kaart.bij.aanwezigen.map(\.description),
            "volgendeStap": [kaart.volgendeStap], "duur": [String(kaart.duurMinuten)],
        ]
        waarden["plaats"] = kaart.bij.plaats.map { [$0.rawValue] }
        waarden["tolkMinuten"] = kaart.bij.tolkMinuten.map { [String($0)] }
        waarden["taal"] = kaart.bij.taal.map { [$0] }
        waarden["volgendeStapOp"] = kaart.volgendeStapOp.map { [$0.description] }
        let partners = kaart.bij.partners.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        waarden["organisaties"] = partners.filter(organisaties.contains)
        waarden["partners"] = [partners.filter { !organisaties.contains($0) }.joined(separator: ", ")]
        return FormValues(waarden)
    }
}

extension ContactmomentVastleggen {
    /// Reads the form.
    /// - Throws: `Failure.invalid` with every field that cannot be read; the service checks the rest.
    init(_ getypt: FormValues, dossier: DossierID, vervangt oud: ContactmomentID? = nil) throws {
        var form = getypt
        form.errors = []
        let soort = Contactsoort(rawValue: form.text("soort"))
        if soort == nil { form.refuse("soort", code: "verplicht", "Kies hoe het contact was.") }
        let verschijning = Verschijning(rawValue: form.text("verschijning"))
        if verschijning == nil { form.refuse("verschijning", code: "verplicht", "Kies of de persoon er was.") }
        let tolk = Tolkvorm(rawValue: form.text("tolk"))
        if tolk == nil { form.refuse("tolk", code: "verplicht", "Kies of er een tolk was.") }
        let datum = Datum(getypt: form.text("datum"))
        if datum == nil { form.refuse("datum", code: "geen-datum", "Vul de datum in als dag-maand-jaar, zoals 18-1-2027.") }
        // What was typed goes before what was tapped.
        let duur = Int(form.optional("duurMinuten") ?? form.text("duur"))
        if duur == nil { form.refuse("duurMinuten", code: "geen-getal", "Kies de duur, of vul een heel getal in, zoals 20.") }
        let tolkMinuten = form.optional("tolkMinuten").flatMap { Int($0) }
        if form.optional("tolkMinuten") != nil, tolkMinuten == nil {
            form.refuse("tolkMinuten", code: "geen-getal", "Vul een heel getal in, of laat dit leeg.")
        }
        let stapOp = Self.stapOp(&form, na: datum)
        let reden = Correctiereden(rawValue: form.text("reden"))
        if oud != nil, reden == nil { form.refuse("reden", code: "verplicht", "Kies waarom u dit contact verbetert.") }
        guard form.errors.isEmpty, let soort, let verschijning, let tolk, let datum, let duur else {
            throw Failure.invalid(form.errors)
        }
        let partners = (form.all("organisaties") + [form.text("partners")])
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        self.init(
            dossier: dossier, soort: soort, datum: datum, duurMinuten: duur, verschijning: verschijning, tolk: tolk,
            doelen: form.all("doelen").compactMap { DoelID($0) }, notitie: form.text("notitie"),
            volgendeStap: form.text("volgendeStap"), volgendeStapOp: stapOp,
            bij: Contactomstandigheden(
                plaats: Contactplaats(rawValue: form.text("plaats")) ?? soort.gewonePlaats,
                tolkMinuten: tolk == .geen ? nil : tolkMinuten ?? (verschijning == .aanwezig ? min(duur, 600) : nil),
                taal: form.optional("taal"), aanwezigen: form.all("aanwezigen").compactMap { DossierID($0) },
                partners: partners.joined(separator: ", ")),
            afspraak: try form.optionalID("afspraak"),
            vervangt: oud.flatMap { oud in reden.map { Vervangt(oud, $0) } })
    }

    /// The day of the next step: typed, or so many days after the contact; without a step the buttons say nothing.
    private static func stapOp(_ form: inout FormValues, na datum: Datum?) -> Datum? {
        guard let getypt = form.optional("volgendeStapOp") else {
            guard form.optional("volgendeStap") != nil, let over = Int(form.text("volgendeStapOver")), (1...60).contains(over)
            else { return nil }
            return datum?.adding(days: over)
        }
        let dag = Datum(getypt: getypt)
        if dag == nil {
            form.refuse("volgendeStapOp", code: "geen-datum", "Vul de datum in als dag-maand-jaar, of laat hem leeg.")
        }
        return dag
    }
}
