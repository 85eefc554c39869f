// SPDX-License-Identifier: EUPL-1.2

/// How long a signal holds and how soon somebody must do something with it, per priority, under one contract.
public struct Signaalregels: Codable, Sendable, Equatable {
    /// From the day on which it was seen. Afterwards somebody closes it or says why it still holds.
    public var vervalt: [Signaalprioriteit: Termijn]
    /// From the day on which it was written down.
    public var opvolgen: [Signaalprioriteit: Termijn]

    public init(vervalt: [Signaalprioriteit: Termijn], opvolgen: [Signaalprioriteit: Termijn]) {
        (self.vervalt, self.opvolgen) = (vervalt, opvolgen)
    }

    /// For a contract that says nothing: our own practice.
    public static let standaard: Signaalregels = {
        let bron = "Plaatselijke praktijk, te bevestigen"
        return Signaalregels(
            vervalt: [
                .gewoon: Termijn(3, .maand, .na, bron: bron), .hoog: Termijn(6, .week, .na, bron: bron),
                .spoed: Termijn(2, .week, .na, bron: bron),
            ],
            opvolgen: [
                .gewoon: Termijn(10, .werkdag, .na, bron: bron), .hoog: Termijn(3, .werkdag, .na, bron: bron),
                .spoed: Termijn(1, .werkdag, .na, bron: bron),
            ])
    }()

    public func vervaldag(_ prioriteit: Signaalprioriteit, gezienOp: Datum) -> Termijn.Uitkomst {
        (vervalt[prioriteit] ?? Self.standaard.vervalt[prioriteit] ?? Self.kortste)
            .bereken(vanaf: gezienOp, anker: "de dag van het signaal")
    }

    public func opvolgdag(_ prioriteit: Signaalprioriteit, vastgelegdOp: Datum) -> Termijn.Uitkomst {
        (opvolgen[prioriteit] ?? Self.standaard.opvolgen[prioriteit] ?? Self.kortste)
            .bereken(vanaf: vastgelegdOp, anker: "de dag waarop het is vastgelegd")
    }

    private static let kortste = Termijn(1, .werkdag, .na, bron: "Plaatselijke praktijk, te bevestigen")
}

extension Signaalprioriteit: CodingKeyRepresentable {}
