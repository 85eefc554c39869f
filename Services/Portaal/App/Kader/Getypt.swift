// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import HTTPTypes
import Web

/// What somebody typed and the page that answers does not show: that happens when a colleague ended, closed or removed what
/// the form was about. Then it stands below the page, so that no text is ever lost, whatever the route.
enum Getypt {
    /// Answers after which something is not saved.
    private static let statussen: Set<HTTPResponse.Status> = [.badRequest, .notFound, .conflict, .serviceUnavailable]
    /// Fields in which nobody typed.
    private static let eigen = ["was-", "ander-", "kies-", "meer-", "voor-"]

    /// - Parameter html: the page as it is without this.
    static func kwijt(_ form: FormValues, status: HTTPResponse.Status, html: [UInt8]) -> [String] {
        guard statussen.contains(status) else { return [] }
        let teksten = form.typed.values.filter { veld, _ in !eigen.contains { veld.hasPrefix($0) } }
            .sorted { $0.key < $1.key }.flatMap(\.value)
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter(isTekst)
        guard !teksten.isEmpty else { return [] }
        let pagina = String(decoding: html, as: UTF8.self)
        return teksten.filter { tekst in
            tekst.split(whereSeparator: \.isNewline).contains { !pagina.contains(Template.escaped(String($0))) }
        }
    }

    /// Words: not the code of a choice, a number, a day or an id.
    private static func isTekst(_ waarde: String) -> Bool {
        waarde.contains { !($0.isASCII && ($0.isLowercase || $0.isNumber || "-:.".contains($0))) }
    }
}
