// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Hummingbird
import Web

/// Throwing the draft of a page away, after asking.
enum ConceptRoute {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/concept/weg") { request, context in
            _ = try context.gebruiker()
            let pad = try Self.pad(URLEncodedForm.parse(query: request.uri.query).text("pad"))
            return try portaal.pagina(
                BevestigPagina(
                    "Dit concept weggooien?", uitleg: "Wat u had getypt en nog niet hebt vastgelegd, verdwijnt.",
                    actie: "/concept/weg", velden: [VerborgenVeld("pad", pad)], knop: "Concept weggooien", gevaarlijk: true,
                    terug: pad), context)
        }
        routes.post("/concept/weg") { _, context in
            let ik = try context.gebruiker()
            let pad = try Self.pad(context.form.text("pad"))
            try await portaal.concepten.gooiWeg(pad: pad, van: ik.id)
            return portaal.naar(pad, Melding(.goed, "Het concept is weggegooid."), context)
        }
    }

    private static func pad(_ tekst: String) throws -> String {
        guard let pad = LokaalPad.van(tekst) else { throw Failure.notFound(what: "concept") }
        return pad
    }
}
