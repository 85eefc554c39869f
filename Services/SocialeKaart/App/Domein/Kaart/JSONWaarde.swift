// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Any JSON value: an entry of the directory keeps every field its source gave, also the ones we do not know.
public enum JSONWaarde: Sendable, Equatable {
    case tekst(String)
    case object([String: JSONWaarde])
    case lijst([JSONWaarde])
    case geheel(Int)
    case getal(Double)
    case waar(Bool)
    case niets

    public subscript(naam: String) -> JSONWaarde? {
        guard case .object(let velden) = self else { return nil }
        return velden[naam]
    }

    public var alsTekst: String? { if case .tekst(let tekst) = self { tekst } else { nil } }
    public var alsLijst: [JSONWaarde]? { if case .lijst(let lijst) = self { lijst } else { nil } }
    public var alsObject: [String: JSONWaarde]? { if case .object(let object) = self { object } else { nil } }
    public var alsGetal: Double? {
        switch self {
        case .geheel(let getal): Double(getal)
        case .getal(let getal): getal
        default: nil
        }
    }

    /// Without nulls and empty lists: HSDS leaves out what is not known.
    public var zonderLeeg: JSONWaarde? {
        switch self {
        case .niets: return nil
        case .object(let velden): return .object(velden.compactMapValues(\.zonderLeeg))
        case .lijst(let lijst):
            let over = lijst.compactMap(\.zonderLeeg)
            return over.isEmpty ? nil : .lijst(over)
        default: return self
        }
    }

    /// The same value always gives the same text: what the hash is taken of and what goes out.
    public func json() -> String { String(decoding: JSONSchrijver(self).bytes, as: UTF8.self) }

    /// - Throws: when it is no JSON.
    public init(json bytes: some Sequence<UInt8>) throws { self = try JSONLezer.lees(bytes) }

    /// Sets or, with nil, takes out one field of an object; nothing on another kind of value.
    public func met(_ naam: String, _ waarde: JSONWaarde?) -> JSONWaarde {
        guard case .object(var velden) = self else { return self }
        velden[naam] = waarde
        return .object(velden)
    }
}

extension JSONWaarde: Codable {
    // Text and objects first: they are nearly all there is, and each wrong guess costs an error.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let tekst = try? container.decode(String.self) {
            self = .tekst(tekst)
        } else if let object = try? container.decode([String: JSONWaarde].self) {
            self = .object(object)
        } else if let lijst = try? container.decode([JSONWaarde].self) {
            self = .lijst(lijst)
        } else if container.decodeNil() {
            self = .niets
        } else if let waar = try? container.decode(Bool.self) {
            self = .waar(waar)
        } else if let getal = try? container.decode(Int.self) {
            self = .geheel(getal)
        } else {
            self = .getal(try container.decode(Double.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .tekst(let tekst): try container.encode(tekst)
        case .object(let velden): try container.encode(velden)
        case .lijst(let lijst): try container.encode(lijst)
        case .geheel(let getal): try container.encode(getal)
        case .getal(let getal): try container.encode(getal)
        case .waar(let waar): try container.encode(waar)
        case .niets: try container.encodeNil()
        }
    }
}
