// SPDX-License-Identifier: EUPL-1.2

/// A JSON value as it came in, before anything in it is believed.
enum JSONWaarde: Sendable, Equatable {
    case object([String: JSONWaarde])
    case lijst([JSONWaarde])
    case tekst(String)
    /// As written: nothing here is counted with, so nothing is rounded.
    case getal(String)
    case logisch(Bool)
    case leeg

    /// What it is, for an error text.
    var soort: String {
        switch self {
        case .object: "een object"
        case .lijst: "een lijst"
        case .tekst: "een tekst"
        case .getal: "een getal"
        case .logisch: "true of false"
        case .leeg: "null"
        }
    }
}

/// Why bytes are no JSON that is taken here. The text never repeats what stood there.
enum JSONFout: Error, Equatable {
    case vorm(byte: Int)
    case teDiep
    case dubbeleNaam(byte: Int)
    case geenUTF8

    var tekst: String {
        switch self {
        case .vorm(let byte): "Dit is geen geldige JSON: fout bij byte \(byte)."
        case .teDiep: "De JSON is dieper genest dan \(JSONLezer.maximaleDiepte) niveaus."
        case .dubbeleNaam(let byte): "Een naam komt in één object tweemaal voor (byte \(byte))."
        case .geenUTF8: "De tekst is geen UTF-8."
        }
    }
}
