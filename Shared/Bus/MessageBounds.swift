// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation

/// What no message of ours goes beyond, whatever its service asks of a field: so that nothing without an end is taken in
/// where a rule forgot to say how long something may be.
enum MessageBounds {
    /// Characters of one text. The longest that a page lets somebody type is a third of it.
    static let longestText = 30_000
    static let mostItems = 2_000

    /// The field that is too long or holds too many, or nil. A message that is small as a whole is not looked at.
    static func exceeded(by data: Data) -> FieldError? {
        guard data.count > min(longestText, 2 * mostItems), let json = try? JSONSerialization.jsonObject(with: data) else {
            return nil
        }
        return exceeded(json, at: "data")
    }

    private static func exceeded(_ value: Any, at path: String) -> FieldError? {
        switch value {
        case let text as String where text.count > longestText:
            return FieldError(path, code: "te-lang", "Maak dit korter: het is langer dan \(longestText) tekens.")
        case let list as [Any] where list.count > mostItems:
            return FieldError(path, code: "te-veel", "Kies er minder: het zijn er meer dan \(mostItems).")
        case let list as [Any]:
            return list.lazy.compactMap { exceeded($0, at: path) }.first
        case let object as [String: Any]:
            return object.lazy.compactMap { exceeded($1, at: "\(path).\($0)") }.first
        default: return nil
        }
    }
}
