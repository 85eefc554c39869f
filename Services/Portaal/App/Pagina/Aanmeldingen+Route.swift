// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Hummingbird
import Web

extension AanmeldingenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/aanmeldingen") { request, context in
            let ik = try context.gebruiker(.teamleider, .begeleider)
            let query = try URLEncodedForm.parse(query: request.uri.query)
            var keuze = Keuze()
            keuze.toestand = query.optional("toestand").flatMap(AanmeldingToestand.init) ?? .inControle
            keuze.doelgroep = query.optional("doelgroep").flatMap(Doelgroep.init)
            keuze.reden = query.optional("reden").flatMap { code in
                Aanmeldreden.keuzes(keuze.toestand).contains { $0.waarde == code } ? code : nil
            }
            let vraag = AanmeldingenLijst(
                toestand: keuze.toestand, doelgroep: keuze.doelgroep, reden: keuze.reden,
                page: PageRequest(after: query.optional("na")))
            let page = try await alsBereikbaar { try await portaal.bus.ask(vraag, as: ik.actor()) }
            return try portaal.pagina(
                AanmeldingenPagina(page, keuze: keuze, magOpenen: ik.rollen.contains(.teamleider)), context)
        }
        AanmeldingPagina.add(to: routes, portaal)
        DubbelPagina.add(to: routes, portaal)
        SamenvoegenPagina.add(to: routes, portaal)
    }
}
