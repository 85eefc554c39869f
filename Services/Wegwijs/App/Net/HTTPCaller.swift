// SPDX-License-Identifier: EUPL-1.2
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Asks an HTTP server on this machine, one connection per request. For the operator's command and the synthetic city,
/// which speak to loopback only; whoever calls the outside world needs a full client with TLS.
public struct HTTPCaller: Sendable {
    public struct Answer: Sendable {
        public var status: Int
        public var headers: [(name: String, value: String)]
        public var body: Data
        public func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// No answer: refused, cut off, too late or too large.
    public struct NoAnswer: Error, CustomStringConvertible {
        public let description: String
    }

    public let host: String
    public let port: Int
    let limit: Duration
    private static let largestBody = 32 * 1024 * 1024

    public init(host: String = "127.0.0.1", port: Int, limit: Duration = .seconds(15)) {
        (self.host, self.port, self.limit) = (host, port, limit)
    }

    public func send(
        _ method: String, _ path: String, headers: [(String, String)] = [], body: Data? = nil
    ) async throws -> Answer {
        try await withThrowingTaskGroup(of: Answer.self) { group in
            group.addTask { try await exchange(method, path, headers: headers, body: body) }
            group.addTask {
                try await Task.sleep(for: limit)
                throw NoAnswer(description: "geen antwoord van \(host):\(port) binnen \(limit)")
            }
            defer { group.cancelAll() }
            guard let answer = try await group.next() else { throw NoAnswer(description: "geen antwoord") }
            return answer
        }
    }

    private func exchange(_ method: String, _ path: String, headers: [(String, String)], body: Data?) async throws -> Answer {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(3))
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var head = HTTPRequestHead(version: .http1_1, method: HTTPMethod(rawValue: method), uri: path)
            head.headers.add(name: "host", value: "\(host):\(port)")
            head.headers.add(name: "connection", value: "close")
            for (name, value) in headers { head.headers.add(name: name, value: value) }
            if let body { head.headers.add(name: "content-length", value: String(body.count)) }
            // In one go: a server may answer and close after the head of a request without a body.
            var parts: [HTTPClientRequestPart] = [.head(head)]
            if let body { parts.append(.body(.byteBuffer(ByteBuffer(bytes: body)))) }
            try await outbound.write(contentsOf: parts + [.end(nil)])
            var answer = Answer(status: 0, headers: [], body: Data())
            for try await part in inbound {
                switch part {
                case .head(let head):
                    answer.status = Int(head.status.code)
                    answer.headers = head.headers.map { ($0.name, $0.value) }
                case .body(let buffer):
                    guard answer.body.count + buffer.readableBytes <= Self.largestBody else {
                        throw NoAnswer(description: "antwoord te groot")
                    }
                    answer.body.append(contentsOf: buffer.readableBytesView)
                case .end:
                    return answer
                }
            }
            throw NoAnswer(description: "verbinding verbroken")
        }
    }
}
