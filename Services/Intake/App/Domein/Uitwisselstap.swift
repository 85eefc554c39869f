// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What was done with the exchange about a person. The raw value stands in the store and in answers.
enum Uitwisselstap: String, Sendable, Codable {
    case gestopt, hervat
}

/// Who took the step and why: sealed as a whole, so that the store tells neither.
struct Uitwisselreden: Sendable, Codable, Equatable {
    var door: GebruikerID
    var toelichting: String

    /// Long enough that somebody else can judge it, short enough to read.
    static let lengte = 10...2_000

    /// What is wrong with an explanation, as code and sentence; nil when it can be kept.
    static func fout(_ toelichting: String) -> (code: String, zin: String)? {
        let aantal = toelichting.trimmed.count
        if aantal < lengte.lowerBound {
            return ("te-kort", "Schrijf in een paar woorden waarom: ten minste \(lengte.lowerBound) tekens.")
        }
        if aantal > lengte.upperBound {
            return ("te-lang", "Maak de toelichting korter: ten hoogste \(lengte.upperBound) tekens.")
        }
        return nil
    }
}

extension String {
    fileprivate var trimmed: Substring {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
