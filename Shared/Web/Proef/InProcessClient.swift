// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Calls the responder of a service without a socket, for tests: keeps cookies as a browser does, reads the whole answer.
/// Stands here and not in the tests because every service's tests need it; HummingbirdTesting would double the build.
public actor InProcessClient<Context: WebContext> {
    private let responder: any HTTPResponder<Context>
    private let logger: Logger
    public private(set) var cookies: [String: String] = [:]

    public struct Answer: Sendable {
        public let status: Int
        public let headers: HTTPFields
        public let body: Data
        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    public init(
        _ responder: some HTTPResponder<Context>,
        logger: Logger = Logger(label: "proef", factory: { _ in SwiftLogNoOpLogHandler() })
    ) {
        (self.responder, self.logger) = (responder, logger)
    }

    /// - Parameter chunk: the body arrives in pieces of so many bytes, to try a streaming reader.
    public func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: Data = Data(), chunk: Int? = nil
    ) async throws -> Answer {
        var head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers)
        if !cookies.isEmpty {
            head.headerFields[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
                separator: "; ")
        }
        let size = max(1, chunk ?? max(1, body.count))
        let pieces = stride(from: 0, to: body.count, by: size).map {
            ByteBuffer(bytes: body[body.startIndex + $0..<min(body.endIndex, body.startIndex + $0 + size)])
        }
        let stream = AsyncStream<ByteBuffer> { continuation in
            for piece in pieces { continuation.yield(piece) }
            continuation.finish()
        }
        let response = try await responder.respond(
            to: Request(head: head, body: RequestBody(asyncSequence: stream)), context: Context(logger: logger))
        for line in response.headers[values: .setCookie] { keep(line) }
        let sink = Sink()
        try await response.body.write(sink)
        return Answer(status: response.status.code, headers: response.headers, body: await sink.bytes.data)
    }

    public func get(_ path: String) async throws -> Answer { try await send(.get, path) }

    /// Posts a form as a browser does.
    public func post(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
        let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{21}"..."\u{7E}"))
        let text = fields.map { name, value in
            [name, value].map { $0.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }.joined(separator: "=")
        }.joined(separator: "&")
        return try await send(.post, path, headers: [.contentType: "application/x-www-form-urlencoded"], body: Data(text.utf8))
    }

    private func keep(_ line: String) {
        let parts = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard let pair = parts.first?.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false), pair.count == 2
        else { return }
        if parts.contains("Max-Age=0") { cookies[String(pair[0])] = nil } else { cookies[String(pair[0])] = String(pair[1]) }
    }
}

private actor Bytes {
    var data = Data()
    func append(_ buffer: ByteBuffer) { data.append(contentsOf: buffer.readableBytesView) }
}

private struct Sink: ResponseBodyWriter {
    let bytes = Bytes()
    mutating func write(_ buffer: ByteBuffer) async throws { await bytes.append(buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
