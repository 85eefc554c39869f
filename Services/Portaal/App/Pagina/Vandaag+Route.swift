// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Hummingbird
import Web

extension VandaagPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/") { request, context in
            let ik = try context.gebruiker()
            let vandaag = portaal.clock.today
            guard !ik.rollen.isDisjoint(with: [.begeleider, .teamleider]) else {
                let onbezorgd =
                    ik.rollen.contains(.beheerder) ? try await portaal.deel(OnbezorgdAantal(), ik).waarde : nil
                return try portaal.pagina(
                    VandaagPagina(ik, vandaag: vandaag, punten: nil, onbezorgd: onbezorgd), context)
            }
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let punten = try await portaal.deel(VandaagOpvragen(page: PageRequest(after: na, limit: 50)), ik)
            let namen = try await portaal.labels((punten.waarde?.rows ?? []).map(\.dossier), ik)
            return try portaal.pagina(VandaagPagina(ik, vandaag: vandaag, punten: punten, namen: namen, na: na), context)
        }
    }
}

extension Portaal {
    /// What these dossiers are called, in one question; nothing when intake is away.
    func labels(_ dossiers: [DossierID], _ gebruiker: Aangemeld) async throws -> [DossierID: String] {
        let uniek = Array(Set(dossiers)).sorted()
        guard !uniek.isEmpty else { return [:] }
        let labels = try await deel(DossierLabels(dossiers: Array(uniek.prefix(200))), gebruiker).waarde ?? []
        return Dictionary(labels.map { ($0.dossier, $0.naam) }, uniquingKeysWith: { eerste, _ in eerste })
    }
}
