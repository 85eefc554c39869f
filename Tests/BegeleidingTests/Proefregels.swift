// SPDX-License-Identifier: EUPL-1.2
import Domein
import Opdrachten

@testable import BegeleidingApp

enum Proefregels {
    /// The rules with one contract as a test wants it.
    static func regels(_ opdracht: Opdracht) throws -> Regels { Regels(boek: try Opdrachtenboek([opdracht])) }
}
