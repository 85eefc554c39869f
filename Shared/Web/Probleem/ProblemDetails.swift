// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// An error as RFC 9457 writes it, with the field errors of the API Design Rules beside it.
public struct ProblemDetails: Codable, Sendable, Equatable {
    /// One thing wrong with one field: its name as the sender knows it, a code for machines, a Dutch sentence.
    public struct Fout: Codable, Sendable, Equatable {
        public var veld: String
        public var code: String
        public var tekst: String
        public init(veld: String, code: String, tekst: String) { (self.veld, self.code, self.tekst) = (veld, code, tekst) }
    }

    /// A URN that names the kind of problem; `about:blank` when the status says it all.
    public var type: String
    public var title: String
    public var status: Int
    public var detail: String?
    /// The trace, so that the operator finds the log lines of this request.
    public var instance: String?
    public var fouten: [Fout]?

    public init(
        type: String = "about:blank", title: String, status: Int, detail: String? = nil, instance: String? = nil,
        fouten: [Fout]? = nil
    ) {
        (self.type, self.title, self.status, self.detail) = (type, title, status, detail)
        (self.instance, self.fouten) = (instance, fouten)
    }

    public static let contentType = "application/problem+json"

    /// The answer on the wire.
    public func response(headers extra: HTTPFields = [:]) -> Response {
        var headers = extra
        headers[.contentType] = Self.contentType
        headers[.contentLanguage] = "nl"
        let body = (try? MessageCoding.encode(self)) ?? Data(#"{"title":"Fout","status":500}"#.utf8)
        return Response(
            status: HTTPResponse.Status(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
