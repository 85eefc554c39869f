// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The settlement of a paid advance: what was proved and what comes back are together exactly what was paid, and what
/// was proved is never more than what was paid (functies.md D5).
struct Afrekening: Equatable, Sendable {
    let betaald: Bedrag
    let verantwoord: Bedrag
    var terugTeBetalen: Bedrag { betaald - verantwoord }

    enum Fout: Error, Equatable, Sendable { case negatief, meerDanBetaald }

    init(betaald: Bedrag, verantwoord: Bedrag) throws(Fout) {
        guard verantwoord >= .nul else { throw .negatief }
        guard verantwoord <= betaald else { throw .meerDanBetaald }
        (self.betaald, self.verantwoord) = (betaald, verantwoord)
    }
}
