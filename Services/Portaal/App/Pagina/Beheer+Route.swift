// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

extension BeheerPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/beheer") { _, context in
            let ik = try context.gebruiker(.beheerder)
            return try await toon(portaal, context, ik, geweigerd: nil)
        }
        routes.post("/beheer/terzijde/opnieuw") { _, context in
            let ik = try context.gebruiker(.beheerder)
            let form = context.form
            let (dienst, bron): (ServiceName, ServiceName) = (try form.code("dienst"), try form.code("bron"))
            let nummer = try form.fixed("nummer", "hier hoort een getal groter dan 0") { Int64($0).flatMap { $0 > 0 ? $0 : nil } }
            var uitkomst: RetrySetAside.Answer?
            let geweigerd = try await Geweigerd.bij(form) {
                uitkomst = try await opnieuw(portaal, ik, dienst: dienst, bron: bron, nummer: nummer)
            }
            if let geweigerd { return try await toon(portaal, context, ik, geweigerd: geweigerd) }
            return portaal.naar(
                "/beheer", uitkomst.map(melding) ?? Melding(.info, "Dit bericht staat niet meer terzijde."), context)
        }
    }

    private static func melding(_ uitkomst: RetrySetAside.Answer) -> Melding {
        let verwerkt = uitkomst.applied == 1 ? "1 bericht is verwerkt." : "\(uitkomst.applied) berichten zijn verwerkt."
        return uitkomst.remaining == 0
            ? Melding(.goed, verwerkt)
            : Melding(.letOp, "\(verwerkt) Het lukte \(uitkomst.remaining) keer nog niet. De oorzaak staat erbij.")
    }

    /// Tries the subject of one event again, with the later ones that wait behind it. Nil when it is not there any more.
    private static func opnieuw(
        _ portaal: Portaal, _ ik: Aangemeld, dienst: ServiceName, bron: ServiceName, nummer: Int64
    ) async throws -> RetrySetAside.Answer? {
        let actor = ik.actor(purpose: "beheer")
        let lijst = try await portaal.bus.ask(
            SetAsideList(source: bron, after: nummer - 1), of: dienst, as: actor, because: nil, within: .seconds(5))
        guard let item = lijst.items.first, item.number == nummer else { return nil }
        return try await portaal.bus.ask(
            RetrySetAside(source: bron, subject: item.subject), of: dienst, as: actor, because: nil, within: .seconds(10))
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, geweigerd: Geweigerd?
    ) async throws -> Response {
        let actor = ik.actor(purpose: "beheer")
        let standen = try await standen(portaal, actor)
        let wachtend = try await wachtend(portaal, actor, standen)
        let model = BeheerPagina(standen, wachtend, melding: geweigerd?.melding)
        return try portaal.pagina(model, context, status: geweigerd?.status ?? .ok)
    }

    /// All services at once: one that is away holds the page up by one short limit.
    private static func standen(_ portaal: Portaal, _ actor: Actor) async throws -> [Stand] {
        try await withThrowingTaskGroup(of: Stand.self) { group in
            for dienst in ServiceName.stores {
                group.addTask {
                    guard dienst != .portaal else { return Stand(dienst: dienst, status: await portaal.bus.status()) }
                    let status = try await alsBereikbaar {
                        try await portaal.bus.ask(StreamStatus(), of: dienst, as: actor, because: nil, within: .seconds(2))
                    }
                    return Stand(dienst: dienst, status: status)
                }
            }
            let gevonden = try await group.reduce(into: [ServiceName: Stand]()) { $0[$1.dienst] = $1 }
            return ServiceName.stores.compactMap { gevonden[$0] }
        }
    }

    private static func wachtend(_ portaal: Portaal, _ actor: Actor, _ standen: [Stand]) async throws -> [Wachtend] {
        var alle: [Wachtend] = []
        for stand in standen where stand.dienst != .portaal {
            for stroom in stand.status?.followed ?? [] where stroom.setAside > 0 {
                let answer = try await alsBereikbaar {
                    try await portaal.bus.ask(
                        SetAsideList(source: stroom.source), of: stand.dienst, as: actor, because: nil, within: .seconds(2))
                }
                alle.append(Wachtend(dienst: stand.dienst, bron: stroom.source, items: answer?.items ?? []))
            }
        }
        return alle
    }
}
