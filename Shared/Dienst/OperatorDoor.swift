// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Opslag
import ServiceLifecycle

/// The operator's door of a service: liveness, readiness, metrics, and the lists by which somebody who knows none of the
/// code can compare what was acknowledged with what took effect. Bound to loopback or the inner network, never outside.
struct OperatorDoor: Sendable {
    let parts: ServiceParts
    let notReady: @Sendable () async -> String?
    let brokenFiles: @Sendable () -> [String]

    func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/leven") { _, _ in "ok\n" }
        router.get("/gereed") { _, _ -> Response in
            if let reason = await readiness() {
                return text("\(reason)\n", status: .serviceUnavailable)
            }
            return text("ok\n")
        }
        router.get("/metrics") { _, _ -> Response in
            text(try await Metrics(parts: parts, brokenFiles: brokenFiles()).text(), type: "text/plain; version=0.0.4")
        }
        router.get("/beheer/stromen") { _, _ -> Response in
            json(try MessageCoding.encode(await parts.bus.status()))
        }
        router.get("/beheer/geaccepteerd") { request, _ -> Response in
            let (after, limit) = paging(request)
            return json(try MessageCoding.encode(AcceptedPage(rows: try await parts.store.accepted(after: after, limit: limit))))
        }
        router.get("/beheer/effecten") { request, _ -> Response in
            let (after, limit) = paging(request)
            return json(try MessageCoding.encode(EffectPage(rows: try await parts.store.effects(after: after, limit: limit))))
        }
        return router
    }

    func service() throws -> any Service {
        Application(
            router: router(),
            configuration: .init(
                address: .hostname(parts.settings.operatorAddress.host, port: parts.settings.operatorAddress.port),
                serverName: nil),
            logger: parts.logger)
    }

    private func readiness() async -> String? {
        if await !parts.store.isReady() { return "opslag: \(parts.store.health)" }
        return await notReady()
    }

    private func paging(_ request: Request) -> (after: Int64, limit: Int) {
        let after = request.uri.queryParameters["na"].flatMap { Int64($0) } ?? 0
        let limit = request.uri.queryParameters["aantal"].flatMap { Int($0) } ?? 500
        return (after, min(max(limit, 1), 1_000))
    }
}

private func text(_ text: String, status: HTTPResponse.Status = .ok, type: String = "text/plain; charset=utf-8") -> Response {
    Response(status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: text)))
}

private func json(_ data: Data) -> Response {
    Response(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(bytes: data)))
}

/// What this service acknowledged: each event with the request from outside that it came from.
struct AcceptedPage: Codable, Sendable {
    var rows: [AcceptedEvent]
    var next: Int64?
    init(rows: [AcceptedEvent]) { (self.rows, next) = (rows, rows.last?.sequence) }
}

/// What this service applied of others' events.
struct EffectPage: Codable, Sendable {
    var rows: [AppliedEffect]
    var next: Int64?
    init(rows: [AppliedEffect]) { (self.rows, next) = (rows, rows.last?.number) }
}
