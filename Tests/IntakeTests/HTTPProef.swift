// SPDX-License-Identifier: EUPL-1.2
import Foundation
import NIOCore
import NIOPosix

/// One HTTP/1.1 request over a real socket, byte for byte as given; the whole answer as text.
enum HTTPProef {
    static func stuur(_ request: Data, port: Int) async throws -> String {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: request))
            var answer = ByteBuffer()
            do {
                for try await var piece in inbound { answer.writeBuffer(&piece) }
            } catch  where answer.readableBytes > 0 {
                // The server may close while more is still on its way to it.
            }
            return String(buffer: answer)
        }
    }

    static func post(_ path: String, headers: [String: String], body: Data) -> Data {
        var head = "POST \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: \(body.count)\r\n"
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
        return Data((head + "\r\n").utf8) + body
    }

    static func get(_ path: String, token: String) -> Data {
        Data("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer \(token)\r\n\r\n".utf8)
    }

    /// A port that is free at this moment.
    static func vrijePoort() async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton).bind(host: "127.0.0.1", port: 0)
            .get()
        let port = channel.localAddress?.port ?? 0
        try await channel.close()
        return port
    }
}
