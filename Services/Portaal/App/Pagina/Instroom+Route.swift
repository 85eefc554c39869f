// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension InstroomPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/instroom") { request, context in
            let ik = try context.gebruiker(.teamleider, .klantmanager)
            let query = try URLEncodedForm.parse(query: request.uri.query)
            let gemeenten = portaal.instellingen.gemeenten
            let keuze = try Keuze(query, ik, gemeenten: gemeenten)
            let begeleiders = try await portaal.aantalBegeleiders(ik, gemeente: keuze.gemeente)
            func toon(_ beeld: Instroombeeld?, _ form: FormValues) throws -> Response {
                let model = InstroomPagina(
                    beeld, keuze: keuze, gemeenten: gemeenten, form: form, vandaag: portaal.clock.today)
                return try portaal.pagina(model, context, status: form.errors.isEmpty ? .ok : .badRequest)
            }
            do {
                let vraag = try InstroomOpvragen(query, gemeente: keuze.gemeente, begeleiders: begeleiders)
                let beeld = try await alsBereikbaar {
                    try await portaal.bus.ask(vraag, as: ik.actor(purpose: "instroom"))
                }
                return try toon(beeld, query)
            } catch Failure.invalid(let fouten) {
                // The slides stand as they are now; the list above says what was wrong.
                let nu = InstroomOpvragen(gemeente: keuze.gemeente, begeleiders: begeleiders)
                let beeld = try await alsBereikbaar { try await portaal.bus.ask(nu, as: ik.actor(purpose: "instroom")) }
                return try toon(beeld, query.refused(fouten))
            }
        }
        routes.get("/instroom/rijen") { request, context in
            let ik = try context.gebruiker(.teamleider, .klantmanager)
            let query = try URLEncodedForm.parse(query: request.uri.query)
            let keuze = try Keuze(query, ik, gemeenten: portaal.instellingen.gemeenten)
            guard let soort = Instroomsoort(rawValue: query.text("soort")), let half = Halfjaar(query.text("halfjaar")) else {
                throw Failure.notFound(what: "lijst")
            }
            let page = try await alsBereikbaar {
                try await portaal.bus.ask(
                    InstroomRijen(
                        gemeente: keuze.gemeente, soort: soort, halfjaar: half.description,
                        page: PageRequest(after: query.optional("na"), limit: 50)), as: ik.actor(purpose: "instroom"))
            }
            return try portaal.pagina(
                InstroomRijenPagina(
                    page, soort: soort, halfjaar: half, keuze: keuze, magOpenen: ik.rollen.contains(.teamleider)), context)
        }
    }
}

extension InstroomPagina.Keuze {
    init(_ query: FormValues, _ ik: Aangemeld, gemeenten: [String]) throws(Failure) {
        let eigen = ik.rollen.contains(.klantmanager) ? ik.gemeente : nil
        let gekozen = query.optional("gemeente").flatMap { gemeenten.contains($0) ? $0 : nil } ?? gemeenten.first
        guard let gemeente = eigen ?? gekozen else {
            throw .notAllowed(reason: "Bij uw account hoort nog geen gemeente. Vraag het de beheerder.")
        }
        self.init(gemeente: gemeente, noemGemeente: eigen == nil)
    }
}

extension InstroomOpvragen {
    /// Reads the slides; what is not in the address stays as it is.
    init(_ query: FormValues, gemeente: String, begeleiders: Int) throws(Failure) {
        var fouten: [FieldError] = []
        func getal(_ veld: String) -> Int? {
            guard let getypt = query.optional(veld) else { return nil }
            guard let getal = Int(getypt), (-1_000_000...1_000_000).contains(getal) else {
                fouten.append(FieldError(veld, code: "geen-getal", "Kies een heel getal met de schuif."))
                return nil
            }
            return getal
        }
        self.init(
            gemeente: gemeente, begeleiders: begeleiders, caseload: getal("caseload"), instroom: getal("instroom"),
            maanden: getal("maanden"), watAlsBegeleiders: getal("begeleiders"))
        guard fouten.isEmpty else { throw .invalid(fouten) }
    }
}

extension Portaal {
    /// How many begeleiders work for a gemeente: of the own team for a team leader, else of the teams of its contracts.
    func aantalBegeleiders(_ ik: Aangemeld, gemeente: String) async throws -> Int {
        let eigen = ik.rollen.contains(.teamleider) ? ik.team : nil
        let teams = eigen.map { [$0] } ?? (instellingen.gemeenteteams[gemeente] ?? []).map { TeamID(team: $0) }
        var aantal = 0
        for team in teams { aantal += try await gebruikers.begeleiders(team: team).count }
        return aantal
    }
}
