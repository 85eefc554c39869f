// SPDX-License-Identifier: EUPL-1.2

/// Why a text is not the value it should be: a code for machines and a Dutch sentence for people.
/// The sentence never repeats the text itself, for that may be somebody's number.
public protocol Waardefout: Error, Sendable, Equatable {
    /// For machines and tests: `bsn-elfproef`.
    var code: String { get }
    /// For the person who typed it: what the rule is and what to do, in Dutch at B1.
    var text: String { get }
}

/// A value that is written as one string and that exists only when it is valid: BSN, IBAN, postcode and the like.
///
/// In JSON and in a store it is that one string. Reading a wrong one fails without saying what stood there.
public protocol Tekstwaarde: Hashable, Sendable, Codable {
    associatedtype Fout: Waardefout

    /// Reads what a person or another system wrote; throws the reason.
    init(parsing text: String) throws(Fout)

    /// The one spelling in which it is kept and sent. Never put a personal one in a log, an event or a URL.
    var waarde: String { get }
}

extension Tekstwaarde {
    /// Nil when the text is not valid; use `init(parsing:)` where the reason matters.
    public init?(_ text: String) {
        do { self = try Self(parsing: text) } catch { return nil }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do { self = try Self(parsing: text) } catch let fout {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: fout.code)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(waarde)
    }
}
