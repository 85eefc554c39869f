// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Router {
    /// Serves an OpenAPI document for everybody, from any origin, as the API Design Rules ask (`/core/publish-openapi`).
    public func openAPI(_ document: [UInt8], at path: RouterPath) {
        get(path) { _, _ in
            Response(
                status: .ok,
                headers: [
                    .contentType: "application/json", .accessControlAllowOrigin: "*", .cacheControl: "public, max-age=300",
                ], body: .init(byteBuffer: ByteBuffer(bytes: document)))
        }
    }
}
