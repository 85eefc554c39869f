// SPDX-License-Identifier: EUPL-1.2

/// How heavy a dossier weighs in a caseload, and what happens when it is handed over.
///
/// The gemeente asks for this and names no number (Almere 2026, question 10): everything here is a proposal. Too much is a
/// warning, never a block.
public struct Caseloadregels: Codable, Sendable, Equatable {
    /// How much one begeleider carries, in ordinary dossiers.
    public var norm: Int
    /// In the order of time; the last has no end.
    public var fasen: [Fase]
    /// Weights in percent of an ordinary dossier.
    public var stilstaand: Int
    public var meerijdend: Int
    public var wachtend: Int
    public var nazorg: Int
    public var intensiteiten: [Intensiteit]
    /// From the day on which a dossier is handed over: by then the receiver has answered.
    public var reactie: Termijn
    public var weigerredenen: [Uitbeeldregels.Reden]
    public var bron: String

    /// A part of the traject, from its start.
    public struct Fase: Codable, Sendable, Equatable {
        public var code: String
        public var naam: String
        /// From the start of the traject to the last day of this phase; nil for the last.
        public var tot: Termijn?
        public var gewicht: Int
        public init(code: String, naam: String, tot: Termijn?, gewicht: Int) {
            (self.code, self.naam, self.tot, self.gewicht) = (code, naam, tot, gewicht)
        }
    }

    /// How much somebody needs, as the begeleider sees it.
    public struct Intensiteit: Codable, Sendable, Equatable {
        public var code: String
        public var naam: String
        /// Of the weight of the phase.
        public var percentage: Int
        public init(code: String, naam: String, percentage: Int) {
            (self.code, self.naam, self.percentage) = (code, naam, percentage)
        }
    }

    /// Our own practice, for a contract that says nothing.
    public init() {
        let praktijk = "Plaatselijke praktijk, te bevestigen"
        norm = 30
        fasen = [
            Fase(code: "vestiging", naam: "Vestiging", tot: Termijn(6, .week, bron: praktijk), gewicht: 150),
            Fase(code: "stabilisatie", naam: "Stabilisatie", tot: Termijn(3, .maand, bron: praktijk), gewicht: 120),
            Fase(code: "zelfredzaamheid", naam: "Zelfredzaamheid", tot: nil, gewicht: 80),
        ]
        (stilstaand, meerijdend, wachtend, nazorg) = (20, 20, 20, 10)
        intensiteiten = [
            Intensiteit(code: "licht", naam: "Licht", percentage: 70),
            Intensiteit(code: "gewoon", naam: "Gewoon", percentage: 100),
            Intensiteit(code: "intensief", naam: "Intensief", percentage: 150),
        ]
        reactie = Termijn(5, .werkdag, bron: praktijk)
        weigerredenen = [
            Uitbeeldregels.Reden(code: "te-vol", naam: "Mijn caseload is vol"),
            Uitbeeldregels.Reden(code: "taal", naam: "Ik spreek de taal niet en dat is hier nodig"),
            Uitbeeldregels.Reden(code: "betrokken", naam: "Ik ken deze persoon privé"),
            Uitbeeldregels.Reden(code: "overig", naam: "Een andere reden"),
        ]
        bron = praktijk
    }

    public func intensiteit(_ code: String?) -> Intensiteit? { code.flatMap { code in intensiteiten.first { $0.code == code } } }
    public func weigerreden(_ code: String) -> Uitbeeldregels.Reden? { weigerredenen.first { $0.code == code } }

    /// The phase of a day.
    public func fase(gestartOp: Datum, op dag: Datum) -> Fase? {
        fasen.first { fase in fase.tot.map { dag <= $0.uiterlijk(vanaf: gestartOp) } ?? true }
    }
}
