// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

extension InvoerZoekPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/aanmelding/nieuw") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .klantmanager)
            return try await toon(portaal, context, ik, context.begin())
        }
        // Names are posted, never part of an address.
        routes.post("/aanmelding/nieuw") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .klantmanager)
            var form = context.form
            guard InvoerForm.zoekvelden.contains(where: { form.optional($0) != nil }) else {
                form.refuse("geslachtsnaam", code: "verplicht", "Vul iets in om op te zoeken: een naam, een datum of een nummer.")
                return try await toon(portaal, context, ik, form, status: .badRequest)
            }
            do throws(FieldError) {
                _ = try InvoerForm.geboortedatum(form)
            } catch {
                form.errors.append(error)
                return try await toon(portaal, context, ik, form, status: .badRequest)
            }
            do {
                return try await toon(portaal, context, ik, form, gevonden: try await zoek(portaal, ik, form))
            } catch Failure.invalid(let fouten) {
                return try await toon(
                    portaal, context, ik, form.refused(fouten, map: ["geboortedatum": "geboren"]), status: .badRequest)
            }
        }
        InvoerPagina.add(to: routes, portaal)
    }

    private static func zoek(_ portaal: Portaal, _ ik: Aangemeld, _ form: FormValues) async throws -> Deelvraag<[Gevonden]> {
        let naam = [form.optional("voornamen"), form.optional("geslachtsnaam")].compactMap(\.self).joined(separator: " ")
        let vraag = KandidatenZoeken(
            voornamen: form.optional("voornamen"), geslachtsnaam: form.optional("geslachtsnaam"),
            geboortedatum: try InvoerForm.geboortedatum(form), bsn: form.optional("bsn"), vnummer: form.optional("vnummer"))
        async let kandidaten = portaal.deel(vraag, ik)
        // By name as well: it tells whose household a new person may join.
        async let mensen: Deelvraag<Page<Persoonsregel>> =
            naam.isEmpty
            ? .er(Page(rows: []))
            : portaal.deel(PersonenZoeken(tekst: String(naam.prefix(200)), page: PageRequest(limit: 10)), ik)
        switch try await (kandidaten, mensen) {
        case (.er(let kandidaten), let mensen): return .er(Gevonden.samen(kandidaten, mensen.waarde?.rows ?? []))
        case (.weg, _): return .weg
        case (.niet, _): return .niet
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ form: FormValues,
        gevonden: Deelvraag<[Gevonden]>? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let concepten = try await portaal.concepten.lijst(.aanmelding, van: ik.id)
        let model = InvoerZoekPagina(form, gevonden: gevonden, concepten: concepten) { Datum($0).tekst }
        return try portaal.pagina(model, context, status: status)
    }
}

extension InvoerPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.post("/aanmelding/nieuw/begin") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .klantmanager)
            var begin = FormValues(context.form.typed.values.filter { InvoerForm.zoekvelden.contains($0.key) })
            if let huishouden = context.form.optional("huishouden").flatMap({ HuishoudenID($0) }) {
                begin.set("huishouden", huishouden.description)
                begin.set("huishouden-id", huishouden.description)
                begin.set("huishouden-naam", String(context.form.text("huishouden-naam").prefix(200)))
            }
            // The same form sent twice is the same draft.
            let id = portaal.opdracht(context, pad: "/aanmelding/nieuw/begin")
            try await portaal.concepten.bewaar(begin, id, .aanmelding, van: ik.id, op: Date())
            return portaal.naar("/aanmelding/nieuw/\(id.uuidString.lowercased())", nil, context)
        }
        routes.get("/aanmelding/nieuw/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .klantmanager)
            let concept = try await concept(portaal, context, ik)
            return try await toon(portaal, context, ik, concept.id, context.begin(concept.form))
        }
        routes.post("/aanmelding/nieuw/:id") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .klantmanager)
            let concept = try await concept(portaal, context, ik)
            let form = samen(context.form, concept.form)
            // First of all: whatever happens next, what was typed is kept.
            try await portaal.concepten.bewaar(form, concept.id, .aanmelding, van: ik.id, op: Date())
            if context.form.text("doe") == "bewaren" {
                return portaal.naar(
                    "/aanmelding/nieuw", Melding(.goed, "Het concept is bewaard. U kunt er later mee verder."), context)
            }
            return try await slaOp(portaal, context, ik, concept.id, form, pad: request.uri.path)
        }
        routes.get("/aanmelding/nieuw/:id/weg") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .klantmanager)
            let concept = try await concept(portaal, context, ik)
            let pad = "/aanmelding/nieuw/\(concept.id.uuidString.lowercased())"
            return try portaal.pagina(
                BevestigPagina(
                    "Dit concept weggooien?", uitleg: "Wat u hebt ingevuld, verdwijnt. Er is nog niemand aangemeld.",
                    actie: "\(pad)/weg", knop: "Concept weggooien", gevaarlijk: true, terug: pad,
                    kruimels: [Koppeling("Nieuwe aanmelding", "/aanmelding/nieuw")]), context)
        }
        routes.post("/aanmelding/nieuw/:id/weg") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .klantmanager)
            let concept = try await concept(portaal, context, ik)
            try await portaal.concepten.vergeet(concept.id, .aanmelding, van: ik.id)
            return portaal.naar("/aanmelding/nieuw", Melding(.goed, "Het concept is weggegooid."), context)
        }
    }

    private static func concept(_ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld) async throws -> Concept {
        let id: AanmeldingID = try context.id()
        return try await portaal.concepten.lees(id.uuid, .aanmelding, van: ik.id)
    }

    /// What was typed, with what the draft knows and the form does not show.
    private static func samen(_ form: FormValues, _ concept: FormValues) -> FormValues {
        var samen = form.typed
        for veld in ["huishouden-id", "huishouden-naam"] { if let waarde = concept.optional(veld) { samen.set(veld, waarde) } }
        return samen
    }

    private static func slaOp(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ id: UUID, _ form: FormValues, pad: String
    ) async throws -> Response {
        var antwoord: AanmeldingInvoeren.Answer?
        let geweigerd = try await Geweigerd.bij(form, map: ["geboortedatum": "geboren"]) {
            antwoord = try await portaal.bus.send(
                AanmeldingInvoeren(form, aanmelding: AanmeldingID(id)), id: portaal.opdracht(context, pad: pad),
                as: ik.actor(purpose: "aanmelding"))
        }
        if let geweigerd {
            return try await toon(
                portaal, context, ik, id, geweigerd.form, melding: geweigerd.melding, status: geweigerd.status)
        }
        guard let antwoord, let toestand = antwoord.toestand else {
            return try await toon(
                portaal, context, ik, id, form, gelijkend: antwoord?.gelijkend ?? [], status: .conflict)
        }
        try await portaal.concepten.vergeet(id, .aanmelding, van: ik.id)
        let tekst =
            toestand == .geaccepteerd
            ? "De aanmelding is opgeslagen en geaccepteerd." : "De aanmelding is opgeslagen. De teamleider beslist erover."
        let mag = ik.rollen.contains(.teamleider)
        return portaal.naar(
            mag ? "/aanmeldingen?toestand=\(toestand.rawValue)" : "/aanmelding/nieuw", Melding(.goed, tekst), context)
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ id: UUID, _ form: FormValues,
        gelijkend: [DossierLabel] = [], melding: Melding? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let gemeenten = ik.gemeente.map { [$0] } ?? portaal.instellingen.gemeenten
        let model = InvoerPagina(
            InvoerForm.begin(form, gemeenten: gemeenten), id: id, gemeenten: gemeenten, gelijkend: gelijkend, melding: melding)
        return try portaal.pagina(model, context, status: status)
    }
}
