// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Which steps of the regeldag a new member of a household brings to the board, with their days.
enum Regeldag {
    /// Somebody who comes on the board.
    struct Lid: Sendable, Equatable {
        var doelgroep: Doelgroep
        var verblijfsvorm: Verblijfsvorm
        var ankers: Ankers
    }

    struct NieuweZaak: Sendable, Equatable {
        var code: String
        var naam: String
        var niveau: Regelstap.Niveau
        /// Nil as long as the anchor is unknown.
        var uiterlijkOp: Datum?
        /// Whole Dutch sentences with anchor, rule and source.
        var waarom: String
    }

    /// The steps of a new member, in the order of the template.
    /// - Parameters:
    ///   - draagtHuishouden: true for the first of the household with a traject of its own: that one brings the
    ///     steps that stand once per household.
    ///   - gezin: the groups of those who are on the board already.
    static func nieuweZaken(
        _ sjabloon: Regeldagsjabloon, lid: Lid, draagtHuishouden: Bool, gezin: Set<Doelgroep> = []
    ) -> [NieuweZaak] {
        sjabloon.stappen(
            voor: lid.doelgroep, verblijfsvorm: lid.verblijfsvorm, draagtHuishouden: draagtHuishouden, gezin: gezin
        ).map { stap in
            let (dag, waarom) = Self.dag(stap, lid.ankers)
            return NieuweZaak(code: stap.code, naam: stap.naam, niveau: stap.niveau, uiterlijkOp: dag, waarom: waarom)
        }
    }

    /// The last day of a step, and why that day or why there is none yet.
    static func dag(_ stap: Regelstap, _ ankers: Ankers) -> (dag: Datum?, waarom: String) {
        let uitkomst = stap.uiterlijk(ankers.dagen)
        return (
            uitkomst?.dag,
            uitkomst?.uitleg ?? "Nog geen datum: \(stap.anker.naam) is niet bekend. Bron: \(stap.termijn.bron)."
        )
    }
}
