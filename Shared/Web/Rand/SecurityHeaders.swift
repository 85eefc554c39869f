// SPDX-License-Identifier: EUPL-1.2
import HTTPTypes

/// The headers that every response carries unless the handler set its own.
enum SecurityHeaders {
    static func fields(_ settings: EdgeSettings) -> HTTPFields {
        var fields: HTTPFields = [
            .contentSecurityPolicy: policy(settings.face),
            .xContentTypeOptions: "nosniff",
            .referrerPolicy: "same-origin",
            .crossOriginOpener: "same-origin",
            .permissionsPolicy: "camera=(), microphone=(), geolocation=()",
            // Dossiers must not stay in a cache of a shared computer or a proxy.
            .cacheControl: "no-store",
        ]
        // `frame-ancestors` says the same; the API Design Rules ask for both.
        fields[.xFrameOptions] = "DENY"
        if settings.tls { fields[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        return fields
    }

    /// Pages: only our own style sheet, script and pictures, and a script that speaks to nobody but us (decision 0020).
    /// Interfaces: nothing at all.
    private static func policy(_ face: EdgeSettings.Face) -> String {
        switch face {
        case .pages:
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'"
        case .interface: "default-src 'none'; frame-ancestors 'none'"
        }
    }
}
