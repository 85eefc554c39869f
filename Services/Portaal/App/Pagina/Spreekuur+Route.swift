// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

extension SpreekuurPagina {
    private static let plek = Concepten.Plek(pad: "/spreekuur", actie: "/spreekuur")
    private static let zoekresultaten = 15

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/spreekuur") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let form = context.bezoek.nu.klad ?? context.bezoek.nu.concepten.first?.form ?? FormValues()
            return try await toon(portaal, context, ik, form)
        }
        routes.post("/spreekuur") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            // The list goes on after each of its buttons: it is not a draft that was used.
            context.bezoek.wijzig { $0.houdtConcept = true }
            let bewaard = try await portaal.concepten.formulieren(pad: plek.pad, van: ik.id, op: portaal.sessies.clock.now)
            var lijst = Spreekuurlijst(bewaard.concepten.first?.form.values ?? [:]).met(Spreekuurlijst(context.form.values))
            return try await doe(portaal, context, ik, &lijst)
        }
    }

    private static func doe(_ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ lijst: inout Spreekuurlijst)
        async throws -> Response
    {
        let delen = context.form.text("doe").split(separator: ":", maxSplits: 1).map(String.init)
        let wie = delen.count == 2 ? DossierID(delen[1]) : nil
        switch (delen.first, wie) {
        case ("voeg", let wie?):
            let regel = try await portaal.deel(DossierLabels(dossiers: [wie]), ik).waarde?.first
            guard regel != nil else { throw Failure.notFound(what: "dossier") }
            let nodig = context.form.all("tolk-nodig").contains(wie.description)
            let past = lijst.voegToe(wie, tolk: (nodig ? Tolkvorm.telefonisch : .geen).rawValue)
            try await houdBij(portaal, context, ik, lijst)
            return portaal.naar(
                "/spreekuur#rij-\(wie)", past ? nil : Melding(.info, "Deze persoon staat al op de lijst, of de lijst is vol."),
                context)
        case ("weg", let wie?):
            lijst.haalWeg(wie)
            try await houdBij(portaal, context, ik, lijst)
            return portaal.naar("/spreekuur", Melding(.goed, "Van de lijst gehaald."), context)
        case ("leg", let wie?):
            return try await leg(portaal, context, ik, [wie], &lijst)
        case ("alles", _):
            return try await leg(portaal, context, ik, lijst.open, &lijst)
        case ("klaar", _) where lijst.open.isEmpty:
            try await portaal.concepten.gooiWeg(pad: plek.pad, van: ik.id)
            return portaal.naar(
                "/spreekuur", Melding(.goed, "Dit spreekuur is klaar. U kunt een nieuwe lijst beginnen."), context)
        default:
            try await houdBij(portaal, context, ik, lijst)
            let tekst = String(context.form.text("zoek").prefix(100))
            let gevonden = try await portaal.deel(
                PersonenZoeken(tekst: tekst, page: PageRequest(limit: zoekresultaten)), ik)
            return try await toon(portaal, context, ik, FormValues(lijst.waarden), gevonden: gevonden, zoek: tekst)
        }
    }

    /// Writes down each of these by itself: what goes wrong with one changes nothing for the others.
    private static func leg(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ wie: [DossierID], _ lijst: inout Spreekuurlijst
    ) async throws -> Response {
        var (fouten, rijfouten, klaar): ([FieldError], [DossierID: String], Int) = ([], [:], 0)
        for dossier in wie where lijst.open.contains(dossier) {
            let form = FormValues(lijst.waarden)
            do {
                let opdracht = try ContactmomentVastleggen(spreekuur: form, dossier)
                _ = try await portaal.bus.send(opdracht, id: nummer(portaal, context, lijst, dossier), as: ik.actor())
                lijst.isVastgelegd(dossier)
                klaar += 1
                // Kept after each: a page that is closed now finds what was done.
                try await houdBij(portaal, context, ik, lijst)
            } catch Failure.invalid(let veldfouten) {
                fouten += form.refused(veldfouten, map: ContactmomentVastleggen.rijvelden(dossier)).errors
            } catch let failure as Failure {
                rijfouten[dossier] = failure.rijtekst
            }
        }
        try await houdBij(portaal, context, ik, lijst)
        guard fouten.isEmpty, rijfouten.isEmpty else {
            if klaar > 0 { portaal.zeg(Melding(.goed, Self.gelukt(klaar)), context) }
            var form = FormValues(lijst.waarden)
            form.errors = fouten.reduce(into: []) { uniek, fout in if !uniek.contains(fout) { uniek.append(fout) } }
            return try await toon(
                portaal, context, ik, form, rijfouten: rijfouten, status: fouten.isEmpty ? .conflict : .badRequest)
        }
        return portaal.naar("/spreekuur", klaar > 0 ? Melding(.goed, gelukt(klaar)) : nil, context)
    }

    private static func gelukt(_ aantal: Int) -> String {
        aantal == 1 ? "Het contact is vastgelegd." : "\(aantal) contacten zijn vastgelegd."
    }

    /// One key for each row: a double click has one effect, and a row that was mended is another command.
    private static func nummer(_ portaal: Portaal, _ context: PortaalContext, _ lijst: Spreekuurlijst, _ dossier: DossierID)
        -> UUID
    {
        var rij = lijst.waarden.filter { $0.key.hasSuffix("-\(dossier)") || $0.key == "datum" }
        rij[Opdrachtnummer.veld] = context.form.all(Opdrachtnummer.veld)
        return Opdrachtnummer.van(FormValues(rij), pad: "/spreekuur/\(dossier)", nieuw: portaal.ids.next)
    }

    private static func houdBij(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ lijst: Spreekuurlijst
    ) async throws {
        let uitkomst = try await portaal.concepten.bewaar(
            FormValues(lijst.waarden), plek, basis: .max, bladzijde: context.form.text(Opdrachtnummer.veld), van: ik.id,
            op: portaal.sessies.clock.now)
        if case .bewaard(let versie) = uitkomst { context.bezoek.wijzig { $0.conceptversie = versie } }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ form: FormValues,
        gevonden: Deelvraag<Page<Persoonsregel>>? = nil, zoek: String = "", rijfouten: [DossierID: String] = [:],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let lijst = Spreekuurlijst(form.values)
        let namen = try await portaal.dossiernamen(Array((lijst.open + lijst.gedaan).prefix(200)), voor: ik)
        return try portaal.pagina(
            SpreekuurPagina(
                form, namen: namen, gevonden: gevonden, zoek: zoek, rijfouten: rijfouten, vandaag: portaal.clock.today),
            context, status: status)
    }
}

extension Failure {
    /// Why a row was not written down, for who typed it.
    fileprivate var rijtekst: String {
        switch self {
        case .state(let reason): reason
        case .notAllowed: "U mag dit niet vastleggen voor deze persoon."
        case .notFound: "Dit dossier is niet gevonden."
        case .conflict: "Dit is intussen gewijzigd. Probeer het opnieuw."
        case .unavailable: "Opslaan lukt nu even niet. Wat u typte staat er nog. Probeer het zo opnieuw."
        case .invalid, .fault: "Er ging iets mis. Wat u typte staat er nog. Probeer het opnieuw."
        }
    }
}
