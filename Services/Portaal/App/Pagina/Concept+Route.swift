// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Hummingbird
import Web

extension ConceptenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/concepten") { _, context in
            let ik = try context.gebruiker()
            let plekken = try await portaal.concepten.plekken(van: ik.id, op: portaal.sessies.clock.now)
            let aanmeldingen = try await portaal.concepten.lijst(.aanmelding, van: ik.id)
            let namen = try await portaal.dossiernamen(plekken.compactMap(\.dossier), voor: ik)
            return try portaal.pagina(ConceptenPagina(plekken, aanmeldingen: aanmeldingen, namen: namen), context)
        }
        ConceptRoute.add(to: routes, portaal)
    }
}

/// Throwing the draft of a page away, after asking.
enum ConceptRoute {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/concept/weg") { request, context in
            _ = try context.gebruiker()
            let vraag = try URLEncodedForm.parse(query: request.uri.query)
            let pad = try Self.pad(vraag.text("pad"))
            let terug = LokaalPad.van(vraag.text("terug")) ?? pad
            return try portaal.pagina(
                BevestigPagina(
                    "Dit concept weggooien?", uitleg: "Wat u had getypt en nog niet hebt vastgelegd, verdwijnt.",
                    actie: "/concept/weg", velden: [VerborgenVeld("pad", pad), VerborgenVeld("terug", terug)],
                    knop: "Concept weggooien", gevaarlijk: true,
                    terug: terug), context)
        }
        routes.post("/concept/weg") { _, context in
            let ik = try context.gebruiker()
            let pad = try Self.pad(context.form.text("pad"))
            try await portaal.concepten.gooiWeg(pad: pad, van: ik.id)
            return portaal.naar(
                LokaalPad.van(context.form.text("terug")) ?? pad, Melding(.goed, "Het concept is weggegooid."), context)
        }
    }

    private static func pad(_ tekst: String) throws -> String {
        guard let pad = LokaalPad.van(tekst) else { throw Failure.notFound(what: "concept") }
        return pad
    }
}
