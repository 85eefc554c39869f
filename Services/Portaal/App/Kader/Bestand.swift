// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Web
import Zegel

/// A fixed file that pages refer to. Its address holds a hash of its content, so a browser may keep it for a year and still
/// sees a new version at once.
struct Bestand: Sendable {
    let naam: String
    let adres: String
    private let hash: String
    private let mediaType: String
    private let bytes: ByteBuffer

    init(_ naam: String, _ bytes: [UInt8], mediaType: String) {
        (self.naam, self.mediaType, self.bytes) = (naam, mediaType, ByteBuffer(bytes: bytes))
        hash = String(Base64URL.encode((try? SHA256.hash(Data(bytes))) ?? Data()).prefix(16))
        adres = "/\(naam)?v=\(hash)"
    }

    func response(to request: Request) -> Response {
        // Without the right hash (an old page, a typed address) the browser has to ask again.
        let exact = request.uri.query == "v=\(hash)"
        return Response(
            status: .ok,
            headers: [
                .contentType: mediaType, .eTag: "\"\(hash)\"",
                .cacheControl: exact ? "public, max-age=31536000, immutable" : "no-cache",
            ], body: .init(byteBuffer: bytes))
    }
}
