// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

extension AgendaPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/agenda") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, request, context, ik)
        }
        routes.post("/agenda/adres/nieuw") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            try await portaal.agendafeeds.vernieuw(ik.id, op: portaal.sessies.clock.now)
            return portaal.naar(
                "/agenda#adres", Melding(.goed, "U hebt een nieuw agenda-adres. Een ouder adres werkt niet meer."), context)
        }
        routes.post("/agenda/adres/weg") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            try await portaal.agendafeeds.trekIn(ik.id)
            return portaal.naar(
                "/agenda#adres", Melding(.goed, "Het agenda-adres werkt niet meer. U kunt altijd een nieuw maken."), context)
        }
    }

    /// Those of the regeldag are of a dossier, not of a worker: a team leader sees them with the whole team, a begeleider
    /// those of the own people.
    private static func regeldag(_ portaal: Portaal, _ blik: Blik, _ ik: Aangemeld) async throws
        -> Deelvraag<[RegeldagAfspraak]>
    {
        let eigen = !blik.team && ik.rollen.contains(.begeleider)
        guard eigen || (blik.team && blik.medewerker == nil) else { return .niet }
        let vraag = RegeldagAfspraken(van: blik.maandag, tot: blik.maandag.adding(days: 6))
        return try await Deelvraag.vraag {
            try await portaal.bus.ask(vraag, as: ik.actor(als: eigen ? [.begeleider] : [.teamleider]))
        }
    }

    private static func toon(_ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ ik: Aangemeld) async throws
        -> Response
    {
        let query = try URLEncodedForm.parse(query: request.uri.query)
        let vandaag = portaal.clock.today
        let leidt = ik.rollen.contains(.teamleider)
        let alleenTeam = leidt && !ik.rollen.contains(.begeleider) && query.optional("wie") == nil
        let blik = Blik(
            maandag: (Datum(query.text("week")) ?? vandaag).maandag,
            team: leidt && (query.text("wie") == "team" || alleenTeam || query.optional("medewerker") != nil),
            medewerker: leidt ? GebruikerID(query.text("medewerker")) : nil)
        let vraag = AgendaOpvragen(
            van: blik.maandag, totEnMet: blik.maandag.adding(days: 6), medewerker: blik.team ? blik.medewerker : ik.id,
            page: PageRequest(limit: 200))
        async let gevraagd = portaal.deel(vraag, ik)
        async let instanties = regeldag(portaal, blik, ik)
        async let feed = portaal.agendafeeds.van(ik.id)
        var collegas: [(id: GebruikerID, naam: String)] = []
        if blik.team, let team = ik.team {
            collegas = try await portaal.gebruikers.begeleiders(team: team).map { ($0.id, $0.naam) }
        }
        let pagina = try await gevraagd
        let rijen = pagina.waarde?.rows ?? []
        let regeldag = try await instanties.waarde ?? []
        let namen = try await portaal.labels(rijen.map(\.dossier) + regeldag.map(\.open), ik)
        let gebruikers = blik.team ? try await portaal.gebruikers.namen(rijen.map(\.medewerker)) : [:]
        let adres = try await feed
        let schema = portaal.instellingen.tls ? "https" : "http"
        let model = AgendaPagina(
            blik, pagina, regeldag: regeldag, namen: namen, gebruikers: gebruikers, collegas: collegas, rollen: ik.rollen,
            feed: Feed(
                adres: adres.map { "\(schema)://\(request.head.authority ?? "")/agenda/\($0.token).ics" },
                gemaakt: adres.map { Datum($0.gemaakt).tekst }), vandaag: vandaag)
        return try portaal.pagina(model, context)
    }
}
