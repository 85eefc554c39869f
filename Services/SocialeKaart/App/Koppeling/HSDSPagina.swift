// SPDX-License-Identifier: EUPL-1.2
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
    static func json(_ json: String, _ request: Request) throws -> Response {
        try tekst(json, soort: "application/json", request)
    }

    static func tekst(_ tekst: String, soort: String, _ request: Request) throws -> Response {
        let bytes = Data(tekst.utf8)
        let tag = "\"\(try SHA256.hex(bytes).prefix(24))\""
        var headers = kop
        headers[.eTag] = tag
        headers[.contentType] = soort
        if komtOvereen(request.headers[.ifNoneMatch], tag) { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Open data: any origin. May be kept, but must be asked again.
    static let kop: HTTPFields = [.accessControlAllowOrigin: "*", .cacheControl: "public, no-cache"]

    private static func komtOvereen(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            .contains { $0 == "*" || $0 == tag || $0 == "W/\(tag)" }
    }
}
