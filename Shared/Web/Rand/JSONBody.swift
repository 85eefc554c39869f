// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The body as bytes, within the limit that `Edge` set for this path.
    /// - Parameter limit: a lower one, for a path whose limit is there for files that are not read whole.
    public func bytes(atMost limit: Int = .max) async throws -> Data {
        var data = Data()
        for try await buffer in body {
            guard buffer.readableBytes <= limit - data.count else { throw Refusal.tooLarge }
            data.append(contentsOf: buffer.readableBytesView)
        }
        return data
    }

    /// Reads a JSON body. What does not decode is a field error that names the field and never quotes its value.
    public func json<Value: Decodable>(_ type: Value.Type = Value.self, mediaTypes: [String] = ["application/json"]) async throws
        -> Value
    {
        guard mediaTypes.contains(mediaType) else {
            throw Refusal(.unsupportedMediaType, "Stuur dit als \(mediaTypes.joined(separator: " of ")).")
        }
        let data = try await bytes()
        do {
            let value = try MessageCoding.decode(type, from: data)
            if let error = MessageBounds.exceeded(by: data) { throw Failure.invalid([error]) }
            return value
        } catch let error as DecodingError {
            throw Failure.invalid([FieldError(decoding: error)])
        }
    }
}

extension FieldError {
    /// The field and the rule of a decoding error, in Dutch.
    public init(decoding error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(Self.path(context.codingPath + [key]), code: "verplicht", "Dit veld ontbreekt.")
        case .valueNotFound(_, let context): self.init(Self.path(context.codingPath), code: "verplicht", "Dit veld is leeg.")
        case .typeMismatch(_, let context):
            self.init(Self.path(context.codingPath), code: "soort", "Dit veld heeft een ander soort waarde dan hier hoort.")
        case .dataCorrupted(let context):
            if context.codingPath.isEmpty {
                self.init("", code: "json", "Het bericht is geen geldige JSON.")
            } else {
                self.init(Self.path(context.codingPath), code: "waarde", "Deze waarde is hier niet toegestaan.")
            }
        @unknown default: self.init("", code: "json", "Het bericht is niet te lezen.")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { path, key in
            if let index = key.intValue { path += "[\(index)]" } else { path += (path.isEmpty ? "" : ".") + key.stringValue }
        }
    }
}
