// SPDX-License-Identifier: EUPL-1.2

/// What a contract says of the plan van aanpak beside its goals: how often it is discussed, and why a goal may be let go.
public struct Planregels: Codable, Sendable, Equatable {
    /// How long after the start, or after the last talk, the plan is discussed at the latest. Nil: the contract asks nothing.
    public var bespreken: Termijn?
    /// Why a goal is let go or reached in part only. No reason names health.
    public var redenen: [Reden]

    public struct Reden: Codable, Sendable, Equatable {
        public var code: String
        public var naam: String
        public init(code: String, naam: String) { (self.code, self.naam) = (code, naam) }
    }

    public init(bespreken: Termijn? = nil, redenen: [Reden] = Planregels.gewoneRedenen) {
        (self.bespreken, self.redenen) = (bespreken, redenen)
    }

    /// For a contract that names none.
    public static let gewoneRedenen = [
        Reden(code: "niet-meer-nodig", naam: "Niet meer nodig"), Reden(code: "wens-anders", naam: "De cliënt wil iets anders"),
        Reden(code: "kan-nu-niet", naam: "Het kan nu niet"), Reden(code: "vergissing", naam: "Stond er per vergissing"),
    ]

    public func reden(_ code: String) -> Reden? { redenen.first { $0.code == code } }
}
