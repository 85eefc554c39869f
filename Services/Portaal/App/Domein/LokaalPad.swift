// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// An address on this site to go to after signing in. What comes from a query must never lead to another site.
enum LokaalPad {
    /// The path when it is one of ours, else nil. `//elders.nl` and `/\elders.nl` are other sites to a browser.
    static func van(_ tekst: String?) -> String? {
        guard let tekst, tekst.utf8.count <= 500, tekst.first == "/", !tekst.hasPrefix("//"),
            tekst.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return tekst
    }

    /// The path of a `Referer` of the same host, without query.
    static func van(referer: String?, host: String?) -> String? {
        guard let referer, let host, let einde = referer.range(of: "://") else { return nil }
        let rest = referer[einde.upperBound...]
        guard let schuin = rest.firstIndex(of: "/"), rest[..<schuin] == host else { return nil }
        return van(String(rest[schuin...].prefix { $0 != "?" && $0 != "#" }))
    }
}
