// SPDX-License-Identifier: EUPL-1.2

/// An age at which a rule begins or ends to hold: `jonger-dan: 27` for who is not yet 27, `vanaf: 18` for who is 18 or older.
///
/// Of a birth date of which a part is unknown the answer may be `onbekend`. Then somebody asks; nothing is guessed.
public struct Leeftijdsgrens: Codable, Sendable, Equatable, Hashable {
    public enum Kant: String, Codable, Sendable, CaseIterable {
        case jongerDan = "jonger-dan"
        case vanaf
    }

    public var kant: Kant
    public var jaren: Int
    /// What then holds, in Dutch at B1.
    public var zin: String
    public var bron: String

    public init(_ kant: Kant, _ jaren: Int, zin: String, bron: String) {
        (self.kant, self.jaren, self.zin, self.bron) = (kant, jaren, zin, bron)
    }

    /// Whether it holds for somebody on a day.
    public func geldt(_ geboren: OnvolledigeDatum, op dag: Datum) -> Feit {
        let bereikt = geboren.heeftLeeftijd(jaren, op: dag)
        guard kant == .jongerDan else { return bereikt }
        return switch bereikt {
        case .ja: .nee
        case .nee: .ja
        case .onbekend: .onbekend
        }
    }

    /// What to know, with the source; nil when it does not hold. Says it when the age is not certain.
    public func opmerking(_ geboren: OnvolledigeDatum, op dag: Datum, wie: String) -> String? {
        let grens = kant == .jongerDan ? "jonger dan \(jaren) jaar" : "\(jaren) jaar of ouder"
        switch geldt(geboren, op: dag) {
        case .ja: return "\(wie) is \(grens). \(zin) Bron: \(bron)."
        case .nee: return nil
        case .onbekend:
            return
                "Het is niet zeker of \(wie) op \(dag.tekst) \(grens) is: de geboortedatum is niet helemaal bekend. Is dat zo? \(zin) Bron: \(bron)."
        }
    }
}
