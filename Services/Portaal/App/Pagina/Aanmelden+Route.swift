// SPDX-License-Identifier: EUPL-1.2
import HTTPTypes
import Hummingbird
import Web

extension AanmeldPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/aanmelden") { request, context in
            let naar = LokaalPad.van(try URLEncodedForm.parse(query: request.uri.query).optional("naar"))
            if context.bezoek.nu.gebruiker != nil { return portaal.naar(naar ?? "/", nil, context) }
            let verlopen = context.bezoek.nu.verlopen != nil
            let melding =
                verlopen ? Melding(.info, "U bent afgemeld omdat u een tijd niets deed. Wat u had getypt, is bewaard.") : nil
            return try portaal.pagina(AanmeldPagina(naar: naar, melding: melding), context)
        }
        routes.post("/aanmelden") { _, context in
            var form = context.form
            let naar = LokaalPad.van(form.optional("naar"))
            let naam = form.required("gebruikersnaam", "Vul uw gebruikersnaam in.")
            if form.exact("wachtwoord").isEmpty { form.refuse("wachtwoord", code: "verplicht", "Vul uw wachtwoord in.") }
            guard form.errors.isEmpty else {
                return try portaal.pagina(AanmeldPagina(form, naar: naar), context, status: .badRequest)
            }
            switch try await portaal.aanmelden.wachtwoord(naam, form.exact("wachtwoord")) {
            case .verder(let secret):
                var response = portaal.naar("/aanmelden/code" + (naar.map { "?naar=\($0)" } ?? ""), nil, context)
                portaal.cookies.write(Portaal.sessieCookie, secret.text, to: &response)
                return response
            case .fout:
                form.refuse("wachtwoord", code: "onjuist", "De gebruikersnaam of het wachtwoord klopt niet.")
            case .wachten(let seconden):
                form.refuse(
                    "gebruikersnaam", code: "wachten",
                    "Te veel pogingen. Wacht \(Wachttijd.tekst(seconden)) en probeer het dan opnieuw.")
            }
            return try portaal.pagina(AanmeldPagina(form, naar: naar), context, status: .unauthorized)
        }
    }
}

extension CodePagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/aanmelden/code") { request, context in
            let naar = LokaalPad.van(try URLEncodedForm.parse(query: request.uri.query).optional("naar"))
            guard context.bezoek.nu.half != nil else { return portaal.naar("/aanmelden", nil, context) }
            return try portaal.pagina(CodePagina(naar: naar), context)
        }
        routes.post("/aanmelden/code") { _, context in
            var form = context.form
            let naar = LokaalPad.van(form.optional("naar"))
            let toestand = context.bezoek.nu
            guard let gebruiker = toestand.half, let secret = toestand.secret else {
                return portaal.naar("/aanmelden", nil, context)
            }
            switch try await portaal.aanmelden.code(form.text("code"), half: secret, gebruiker: gebruiker) {
            case .verder(let nieuw):
                var response = portaal.naar(naar ?? "/", nil, context)
                portaal.cookies.write(Portaal.sessieCookie, nieuw.text, to: &response)
                portaal.cookies.clear(Portaal.bezoekCookie, from: &response)
                return response
            case .fout:
                form.refuse(
                    "code", code: "onjuist", "Deze code klopt niet of is al gebruikt. Wacht op de volgende code in de app.")
                return try portaal.pagina(CodePagina(form, naar: naar), context, status: .unauthorized)
            case .wachten(let seconden):
                var form = FormValues()
                form.refuse(
                    "gebruikersnaam", code: "wachten",
                    "Te veel pogingen. Wacht \(Wachttijd.tekst(seconden)) en meld u dan opnieuw aan.")
                var response = try portaal.pagina(AanmeldPagina(form, naar: naar), context, status: .unauthorized)
                portaal.cookies.clear(Portaal.sessieCookie, from: &response)
                return response
            }
        }
    }
}

/// Ends the session. A POST, so that no picture on another site can do it.
enum AfmeldenRoute {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.post("/afmelden") { _, context in
            if let secret = context.bezoek.nu.secret { try await portaal.sessies.end(secret) }
            var response = portaal.naar("/aanmelden", nil, context)
            portaal.cookies.clear(Portaal.sessieCookie, from: &response)
            return response
        }
    }
}
