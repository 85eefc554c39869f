// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A file that a service gives out in pieces, handed on to the browser as it comes. The first piece is asked before the
/// answer begins, so that "not found" and "away" are still pages.
struct Stukken: Sendable {
    let mediatype: String
    /// Without an extension. Never anything about a person.
    let naam: String
    let eerste: Data
    let grootte: Int

    private struct Afgebroken: Error {}

    /// - Parameter volgende: the piece that begins at this byte.
    func response(volgende: @escaping @Sendable (Int) async throws -> Data) -> Response {
        let soorten = ["image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"]
        let einde = soorten[mediatype]
        // What is not one of ours is saved and never shown.
        let wijze = einde == nil ? "attachment" : "inline"
        let (eerste, grootte) = (eerste, grootte)
        let body = ResponseBody(contentLength: grootte) { writer in
            var deel = eerste
            var vanaf = 0
            while vanaf < grootte {
                guard !deel.isEmpty, vanaf + deel.count <= grootte else { throw Afgebroken() }
                try await writer.write(ByteBuffer(bytes: deel))
                vanaf += deel.count
                if vanaf < grootte { deel = try await volgende(vanaf) }
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: einde == nil ? "application/octet-stream" : mediatype,
                .contentDisposition: "\(wijze); filename=\"\(naam).\(einde ?? "bin")\"",
            ], body: body)
    }
}
