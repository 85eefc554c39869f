// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A body that stops with 413 as soon as more comes than may, whatever `Content-Length` said, and with 400 where it breaks off.
struct LimitedBody: AsyncSequence, Sendable {
    typealias Element = ByteBuffer
    let base: RequestBody
    let limit: Int

    struct AsyncIterator: AsyncIteratorProtocol {
        var base: RequestBody.AsyncIterator
        var left: Int

        @concurrent
        mutating func next() async throws -> ByteBuffer? {
            let next: ByteBuffer?
            do { next = try await base.next() } catch  where !(error is CancellationError) {
                // Broken off, or in pieces that are none: who sent it sent no whole message.
                throw Refusal(.badRequest, "Het bericht kwam niet heel aan.")
            }
            guard let buffer = next else { return nil }
            left -= buffer.readableBytes
            guard left >= 0 else { throw Refusal.tooLarge }
            return buffer
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: base.makeAsyncIterator(), left: limit) }
}

extension Request {
    /// The media type without parameters, in lower case.
    public var mediaType: String {
        let header = headers[.contentType] ?? ""
        return header.split(separator: ";", maxSplits: 1).first.map { $0.trimmingCharacters(in: .whitespaces).lowercased() } ?? ""
    }

    /// Refuses with 415 what is not one of these media types, and any character set but UTF-8.
    public func require(mediaTypes allowed: String...) throws {
        let header = (headers[.contentType] ?? "").lowercased()
        let foreign = header.contains("charset=") && !header.contains("utf-8")
        guard allowed.contains(mediaType), !foreign else {
            throw Refusal(
                .unsupportedMediaType, "Stuur dit als \(allowed.joined(separator: " of ")).",
                headers: [.accept: allowed.joined(separator: ", ")])
        }
    }
}
