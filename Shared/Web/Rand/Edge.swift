// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// How the edge of one process behaves.
public struct EdgeSettings: Sendable {
    /// What the responses are for: pages for a browser, or an interface for programs.
    public enum Face: Sendable { case pages, interface }

    public var face: Face
    /// Whether the outside sees TLS (ended at the proxy): then HSTS is sent and cookies are `__Host-`.
    public var tls: Bool
    /// Bytes of a request body, unless a longer prefix in `bodyLimits` says otherwise.
    public var bodyLimit = 64 * 1024
    /// Path prefix → bytes, for uploads and batch files.
    public var bodyLimits: [String: Int] = [:]
    /// Path prefixes of which the log says neither route nor path.
    public var quietRoutes: [String] = []
    /// How long one request may take, its body included.
    public var timeLimit: Duration = .seconds(30)
    /// So many requests without a body are worked on at a time; nil: all of them.
    public var turns: Int?
    /// Sent as `API-Version` (API Design Rules); nil for pages.
    public var apiVersion: String?

    public init(face: Face, tls: Bool, apiVersion: String? = nil) {
        (self.face, self.tls, self.apiVersion) = (face, tls, apiVersion)
    }

    func limit(for path: String) -> Int {
        bodyLimits.filter { path.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }?.value ?? bodyLimit
    }
}

/// The outermost responder of a process: every request passes here and nothing leaves it but a response. Follows the trace,
/// limits size and time, answers unknown paths and methods, turns every thrown error into an answer without inner details,
/// adds the security headers and writes one log line without personal data.
public struct Edge<Context: WebContext>: HTTPResponder {
    /// Makes the answer of an error: a problem document, or a page.
    public typealias Render = @Sendable (Trouble, Request, Context) async -> Response

    private let inner: any HTTPResponder<Context>
    private let routes: RouteTable
    private let settings: EdgeSettings
    private let render: Render
    private let turns: Turns?
    private let timeLimit: TimeLimit

    /// - Parameter router: made with `Edge.router()`, so that errors reach this place unchanged.
    public init(_ router: Router<Context>, settings: EdgeSettings, render: Render? = nil) {
        routes = RouteTable(router.routes.map { ($0.path.description, $0.method) })
        inner = router.buildResponder()
        self.settings = settings
        turns = settings.turns.map { Turns(most: $0) }
        timeLimit = TimeLimit(settings.timeLimit)
        self.render =
            render ?? { trouble, _, context in
                trouble.problem(instance: "urn:wegwijs:trace:\(context.trace.traceID)").response(headers: trouble.headers)
            }
    }

    /// A router whose errors come out as they were thrown. Answers HEAD wherever there is GET.
    public static func router() -> Router<Context> {
        let router = Router(context: Context.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: PassErrorsOn())
        return router
    }

    public func respond(to request: Request, context: Context) async throws -> Response {
        var context = context
        context.trace = TraceContext(continuing: request.headers[.traceparent])
        context.logger[metadataKey: "trace"] = .string(context.trace.traceID)
        let start = ContinuousClock.now
        var response: Response
        do {
            let traced = context
            response = try await TraceContext.$current.withValue(context.trace) { try await limited(request, traced) }
        } catch {
            let trouble = Trouble(
                refine(error.unwrapped, request, context),
                conflictStatus: request.headers[.ifMatch] == nil ? .conflict : .preconditionFailed,
                reference: String(context.trace.traceID.prefix(12)))
            if let logText = trouble.logText {
                context.logger.error(
                    "request failed", metadata: ["error": .string(logText), "reference": .string(trouble.reference ?? "")])
            }
            response = await render(trouble, request, context)
            if request.method == .head { response = response.createHeadResponse() }
        }
        addHeaders(&response, context)
        log(request, response, context, start.duration(to: .now))
        return response
    }

    private func limited(_ request: Request, _ context: Context) async throws -> Response {
        let limit = settings.limit(for: request.uri.path)
        if let length = request.headers[.contentLength] {
            guard let bytes = Int(length), bytes >= 0 else { throw Refusal(.badRequest) }
            guard bytes <= limit else { throw Refusal.tooLarge }
        }
        var request = request
        request.body = RequestBody(asyncSequence: LimitedBody(base: request.body, limit: limit))
        let bounded = request
        let inner = inner
        return try await timeLimit.run { [turns] in
            // A body comes as slowly as its sender likes: then there is no turn to hold.
            guard let turns, bounded.method == .get || bounded.method == .head else {
                return try await inner.respond(to: bounded, context: context)
            }
            return try await turns.take { try await inner.respond(to: bounded, context: context) }
        }
    }

    /// The router says 404 for a path it knows with another method: that is 405 with the methods that are there.
    private func refine(_ error: any Error, _ request: Request, _ context: Context) -> any Error {
        guard let http = error as? HTTPError, http.status == .notFound, context.endpointPath == "NotFound" else { return error }
        let allowed = routes.methods(of: request.uri.path)
        guard !allowed.isEmpty else { return Refusal(.notFound) }
        return Refusal(.methodNotAllowed, headers: [.allow: allowed.joined(separator: ", ")])
    }

    private func addHeaders(_ response: inout Response, _ context: Context) {
        for field in SecurityHeaders.fields(settings) where response.headers[field.name] == nil { response.headers.append(field) }
        response.headers[.traceparent] = context.trace.traceparent
        if let version = settings.apiVersion { response.headers[.apiVersion] = version }
    }

    /// Route and not path: a path may hold an id, a query what somebody searched for.
    private func log(_ request: Request, _ response: Response, _ context: Context, _ time: Duration) {
        let milliseconds = Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) / 1e15
        let route = context.endpointPath ?? "-"
        // How often such a page is asked is told to nobody.
        let isQuiet = settings.quietRoutes.contains { route.hasPrefix($0) || request.uri.path.hasPrefix($0) }
        context.logger.info(
            "request",
            metadata: [
                "method": .string(request.method.rawValue), "route": .string(isQuiet ? "-" : route),
                "status": .stringConvertible(response.status.code),
                "ms": .stringConvertible((milliseconds * 10).rounded() / 10),
            ])
    }
}

extension HTTPField.Name {
    static let traceparent = named("traceparent")
    static let apiVersion = named("API-Version")
    static let permissionsPolicy = named("Permissions-Policy")
    static let referrerPolicy = named("Referrer-Policy")
    static let crossOriginOpener = named("Cross-Origin-Opener-Policy")
    static let xFrameOptions = named("X-Frame-Options")

    /// Names are constants of ours and always well formed.
    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .via }
}
