// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension DossierReiskostenPagina {
    /// Names on the bus to names on this form.
    private static let velden = ["afstandTiendeKm": "afstand"]

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/reiskosten") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .financieel)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            return try await toon(portaal, context, ik, try context.id(), form: context.begin(), na: na, geweigerd: nil)
        }
        routes.post("/dossier/:id/reiskosten") { request, context in
            let ik = try context.gebruiker(.begeleider, .financieel)
            let dossier: DossierID = try context.id()
            let form = context.form
            var voorschot: VoorschotID?
            let geweigerd = try await Geweigerd.bij(form, map: velden) {
                voorschot = try await portaal.bus.send(
                    try lees(form, dossier), id: portaal.opdracht(context, pad: request.uri.path),
                    as: ik.actor(purpose: "reiskosten")
                ).voorschot
            }
            if let voorschot {
                return portaal.naar("/voorschot/\(voorschot)", Melding(.goed, "Het voorschot is aangevraagd."), context)
            }
            return try await toon(
                portaal, context, ik, dossier, form: geweigerd?.form ?? form, na: nil, geweigerd: geweigerd)
        }
    }

    /// What was typed as a command, or every error at once. The rules themselves are those of reiskosten.
    static func lees(_ form: FormValues, _ dossier: DossierID) throws(Failure) -> VoorschotAanvragen {
        var form = form
        let maand = form.required("maand", "Kies een maand.")
        let vervoer = form.required("vervoer", "Kies hoe de persoon reist.")
        let afstand = Kilometers.tienden(form.text("afstand"))
        if afstand == nil {
            form.refuse("afstand", code: "vorm", "Vul de afstand in als getal, met ten hoogste één cijfer achter de komma: 12,5.")
        }
        let dagen = Int(form.text("dagen"))
        if dagen == nil { form.refuse("dagen", code: "vorm", "Vul het aantal reisdagen in als heel getal, zoals 8.") }
        let perDag = form.optional("werkelijkPerDag").map { Bedrag(getypt: $0) }
        if case .some(.none) = perDag {
            form.refuse("werkelijkPerDag", code: "vorm", "Vul een bedrag in, zoals 8,40.")
        }
        guard form.errors.isEmpty, let afstand, let dagen else { throw .invalid(form.errors) }
        return VoorschotAanvragen(
            dossier: dossier, maand: maand, vervoer: vervoer, afstandTiendeKm: afstand, dagen: dagen,
            werkelijkPerDag: perDag ?? nil)
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ dossier: DossierID, form: FormValues, na: String?,
        geweigerd: Geweigerd?
    ) async throws -> Response {
        let page = try await alsBereikbaar {
            try await portaal.bus.ask(
                VoorschottenLijst(dossier: dossier, page: PageRequest(after: na, limit: 12)), as: ik.actor(purpose: "reiskosten"))
        }
        let namen = try await portaal.dossiernamen([dossier], voor: ik)
        try namen.eis(dossier)
        let magVragen = !ik.rollen.isDisjoint(with: [.begeleider, .financieel])
        let model = DossierReiskostenPagina(
            dossier, page, namen: namen, vandaag: portaal.clock.today, form: form, melding: geweigerd?.melding,
            magVragen: magVragen)
        return try portaal.pagina(model, context, status: geweigerd?.status ?? .ok)
    }
}

/// Reads a distance as people type it.
enum Kilometers {
    /// `12`, `12,5` or `12.5` in tenths of a kilometre; nil for anything else.
    static func tienden(_ text: String) -> Int? {
        let delen = text.split(whereSeparator: { $0 == "," || $0 == "." }).map(String.init)
        let cijfers = delen.joined()
        guard (1...2).contains(delen.count), !cijfers.isEmpty, cijfers.count <= 6,
            cijfers.utf8.allSatisfy({ (48...57).contains($0) }),
            text.filter({ $0 == "," || $0 == "." }).count == delen.count - 1, delen.count == 1 || delen[1].count == 1
        else { return nil }
        return Int(delen.count == 1 ? cijfers + "0" : cijfers)
    }
}
