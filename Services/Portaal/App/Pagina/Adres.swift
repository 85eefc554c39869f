// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// An address with a query, such as the next page of a list.
enum Adres {
    private static let vrij = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    /// Fields without a value are left out.
    static func met(_ pad: String, _ velden: [(naam: String, waarde: String?)]) -> String {
        let query = velden.compactMap { veld in
            veld.waarde.flatMap { $0.addingPercentEncoding(withAllowedCharacters: vrij) }.map { "\(veld.naam)=\($0)" }
        }
        return query.isEmpty ? pad : "\(pad)?\(query.joined(separator: "&"))"
    }
}
