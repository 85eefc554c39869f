// SPDX-License-Identifier: EUPL-1.2
import Hummingbird

extension HelpPagina {
    /// Open for everybody: who cannot sign in needs help most.
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/help") { _, context in
            try portaal.pagina(HelpPagina(rollen: context.bezoek.nu.gebruiker?.rollen ?? []), context)
        }
    }
}
