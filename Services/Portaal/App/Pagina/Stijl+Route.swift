// SPDX-License-Identifier: EUPL-1.2
import Domein
import Hummingbird

extension StijlPagina {
    /// Open for everybody: it holds nothing but made-up examples.
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/stijl") { _, context in try portaal.pagina(StijlPagina(vandaag: portaal.clock.today), context) }
    }
}
