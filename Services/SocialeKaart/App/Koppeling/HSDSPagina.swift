// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Zegel

/// A page of HSDS records: ready-made JSON put in the envelope of HSDS 3.1.3.
struct HSDSPagina {
    let nummer: Int
    let grootte: Int
    let totaal: Int
    let records: [String]

    var bladzijden: Int { totaal == 0 ? 0 : (totaal + grootte - 1) / grootte }

    var json: String {
        """
        {"contents":[\(records.joined(separator: ","))],"empty":\(records.isEmpty),"first_page":\(nummer == 1),\
        "last_page":\(nummer >= bladzijden),"page_number":\(nummer),"size":\(records.count),\
        "total_items":\(totaal),"total_pages":\(bladzijden)}
        """
    }
}

/// Answers of the public face: for everybody, from any origin, with a tag to ask again with.
enum HSDSAntwoord {
    /// - Parameter gewijzigdOp: as the store writes it; sent as `Last-Modified`.
    static func json(_ json: String, _ request: Request, gewijzigdOp: String? = nil) throws -> Response {
        try tekst(json, soort: "application/json", request, gewijzigdOp: gewijzigdOp)
    }

    static func tekst(_ tekst: String, soort: String, _ request: Request, gewijzigdOp: String? = nil) throws -> Response {
        let bytes = Data(tekst.utf8)
        let tag = "\"\(try SHA256.hex(bytes).prefix(24))\""
        var headers = kop
        headers[.eTag] = tag
        headers[.lastModified] = gewijzigdOp.flatMap { Instant.date($0) }.map(datum)
        headers[.contentType] = soort
        if komtOvereen(request.headers[.ifNoneMatch], tag) { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Open data: any origin. May be kept, but must be asked again.
    static let kop: HTTPFields = [.accessControlAllowOrigin: "*", .cacheControl: "public, no-cache"]

    /// What a browser asks before it posts JSON from another origin.
    static let vooraf = Response(
        status: .noContent,
        headers: [
            .accessControlAllowOrigin: "*", .accessControlAllowMethods: "GET, HEAD, POST, OPTIONS",
            .accessControlAllowHeaders: "Content-Type, If-None-Match", .accessControlMaxAge: "86400",
        ])

    /// RFC 9110: `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func datum(_ moment: Date) -> String {
        var (seconden, delen) = (time_t(moment.timeIntervalSince1970), tm())
        gmtime_r(&seconden, &delen)
        return String(unsafeUninitializedCapacity: 40) { tekst in
            tekst.withMemoryRebound(to: CChar.self) { strftime($0.baseAddress, $0.count, "%a, %d %b %Y %H:%M:%S GMT", &delen) }
        }
    }

    private static func komtOvereen(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            .contains { $0 == "*" || $0 == tag || $0 == "W/\(tag)" }
    }
}
