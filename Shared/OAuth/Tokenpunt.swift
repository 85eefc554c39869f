// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Web

/// `POST …/oauth/token`: the token endpoint.
public struct Tokenpunt: Sendable {
    let uitgifte: Tokenuitgifte
    /// How often somebody may fail, per address: guessing is slowed.
    let limiet: RateLimit

    public init(_ uitgifte: Tokenuitgifte, limiet: RateLimit) { (self.uitgifte, self.limiet) = (uitgifte, limiet) }

    /// Answers one request. What goes wrong in the request is an answer of RFC 6749 and not a problem document.
    public func antwoord(_ request: Request, _ context: some WebContext) async throws -> Response {
        do {
            guard request.mediaType == "application/x-www-form-urlencoded" else {
                throw Tokenweigering.verzoek("stuur dit als application/x-www-form-urlencoded")
            }
            let body = try await request.bytes()
            let velden: FormValues
            do { velden = try URLEncodedForm.parse(body) } catch {
                throw Tokenweigering.verzoek("het formulier is niet te lezen")
            }
            return try Self.response(.ok, try await uitgifte.geef(velden))
        } catch let weigering as Tokenweigering {
            try limiet.take("token \(context.remoteAddress ?? "")")
            context.logger.notice("no token given", metadata: ["error": .string(weigering.code)])
            return try Self.response(weigering.status, Fout(error: weigering.code, errorDescription: weigering.tekst))
        }
    }

    private struct Fout: Encodable {
        var error: String
        var errorDescription: String?

        private enum CodingKeys: String, CodingKey {
            case error
            case errorDescription = "error_description"
        }
    }

    private static func response(_ status: HTTPResponse.Status, _ value: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: try encoder.encode(value))))
    }
}
