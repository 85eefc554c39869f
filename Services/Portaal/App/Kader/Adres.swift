// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Builds the address of a page with a query; what is empty is left out.
enum Adres {
    private static let veilig = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    static func van(_ pad: String, _ query: [(String, String?)]) -> String {
        let delen = query.compactMap { naam, waarde -> String? in
            guard let waarde, !waarde.isEmpty else { return nil }
            return "\(naam)=\(waarde.addingPercentEncoding(withAllowedCharacters: veilig) ?? "")"
        }
        return delen.isEmpty ? pad : "\(pad)?\(delen.joined(separator: "&"))"
    }
}
