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
            text(try await Metrics(parts: parts).text(), type: "text/plain; version=0.0.4")
        }
        router.get("/beheer/stromen") { _, _ -> Response in
            json(try MessageCoding.encode(await parts.bus.status()))
        }
        router.get("/beheer/geaccepteerd") { request, _ -> Response in
            let (after, limit) = paging(request)
            let events = try await parts.store.outbox(after: after, limit: limit)
            return json(try MessageCoding.encode(AcceptedPage(try events.map(AcceptedRow.init))))
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
        if let broken = parts.store.brokenReason { return "opslag: \(broken)" }
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

/// One event that this service acknowledged: with the request from outside that it came from.
struct AcceptedRow: Codable, Sendable {
    var requestId: UUID?
    var eventId: UUID
    var sequence: Int64
    var subject: String?
    var type: String

    init(_ event: OutboxEvent) throws {
        let envelope = try MessageCoding.decode(Envelope.self, from: event.envelope)
        (requestId, eventId, sequence) = (envelope.correlationid, envelope.id, event.number)
        (subject, type) = (envelope.subject, envelope.type)
    }
}

struct AcceptedPage: Codable, Sendable {
    var rows: [AcceptedRow]
    var next: Int64?
    init(_ rows: [AcceptedRow]) { (self.rows, next) = (rows, rows.last?.sequence) }
}

struct EffectPage: Codable, Sendable {
    var rows: [AppliedEffect]
    var next: Int64?
    init(rows: [AppliedEffect]) { (self.rows, next) = (rows, rows.last?.number) }
}
