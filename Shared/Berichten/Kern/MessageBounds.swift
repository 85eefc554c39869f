// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// What no message of ours goes beyond, whatever its service asks of a field, by the bus and by HTTP: so that nothing without an
/// end is taken in where a rule forgot to say how long something may be, and no text with a NUL, at which a store ends a text.
public enum MessageBounds {
    /// Characters of one text. The longest that a page lets somebody type is a third of it.
    static let longestText = 30_000
    static let mostItems = 2_000
    /// How JSON writes a NUL; as a byte it is no JSON.
    private static let nul = Data(#"\u0000"#.utf8)

    /// The field that is too long, holds too many or has a NUL in it; nil when there is none. A message that is small as a whole
    /// is not looked at.
    /// - Parameters:
    ///   - path: where the message stands, such as `data`; empty for a body.
    ///   - carriesFile: a piece of a file is in it, and may be long.
    public static func exceeded(by data: Data, at path: String = "", carriesFile: Bool = false) -> FieldError? {
        let isLarge = !carriesFile && data.count > min(longestText, 2 * mostItems)
        guard isLarge || data.range(of: nul) != nil,
            let json = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
        else { return nil }
        return exceeded(json, at: path, isBounded: !carriesFile)
    }

    private static func exceeded(_ value: Any, at path: String, isBounded: Bool) -> FieldError? {
        switch value {
        case let text as String where text.utf8.contains(0):
            return FieldError(path, code: "teken", "In dit veld staat een teken dat er niet in mag.")
        case let text as String where isBounded && text.count > longestText:
            return FieldError(path, code: "te-lang", "Maak dit korter: het is langer dan \(longestText) tekens.")
        case let list as [Any] where isBounded && list.count > mostItems:
            return FieldError(path, code: "te-veel", "Kies er minder: het zijn er meer dan \(mostItems).")
        case let list as [Any]:
            return list.lazy.compactMap { exceeded($0, at: path, isBounded: isBounded) }.first
        case let object as [String: Any]:
            return object.lazy.compactMap { name, inner in
                if name.utf8.contains(0) {
                    return FieldError(path, code: "teken", "In een naam staat een teken dat er niet in mag.")
                }
                return exceeded(inner, at: path.isEmpty ? name : "\(path).\(name)", isBounded: isBounded)
            }.first
        default: return nil
        }
    }
}
