// SPDX-License-Identifier: EUPL-1.2
import Hummingbird

extension VandaagPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/") { _, context in try portaal.pagina(VandaagPagina(try context.gebruiker()), context) }
    }
}
