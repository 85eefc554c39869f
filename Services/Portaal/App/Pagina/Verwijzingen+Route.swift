// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Hummingbird
import Web

extension VerwijzingenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/verwijzingen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let pagina = try await portaal.deel(VerwijzingenVolgen(page: PageRequest(after: na, limit: 50)), ik)
            let namen = try await portaal.labels((pagina.waarde?.rows ?? []).map(\.dossier), ik)
            return try portaal.pagina(
                VerwijzingenPagina(pagina, namen: namen, rollen: ik.rollen, vandaag: portaal.clock.today, na: na), context)
        }
        routes.get("/verwijzingen/organisaties") { _, context in
            let ik = try context.gebruiker(.teamleider)
            let tot = portaal.clock.today
            let van = tot.adding(months: -6)
            let overzicht = try await portaal.deel(PartneroverzichtOpvragen(van: van, tot: tot), ik)
            return try portaal.pagina(PartneroverzichtPagina(overzicht, van: van, tot: tot), context)
        }
    }
}
