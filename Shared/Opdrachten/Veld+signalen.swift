// SPDX-License-Identifier: EUPL-1.2
import Domein

extension Veld {
    /// How long signals hold and when they ask for follow-up, each priority with its source.
    func signaalregels() -> Signaalregels? {
        blok { blok in
            let vervalt = blok.verplicht("vervalt")?.perPrioriteit()
            let opvolgen = blok.verplicht("opvolgen")?.perPrioriteit()
            guard let vervalt, let opvolgen else { return nil }
            return Signaalregels(vervalt: vervalt, opvolgen: opvolgen)
        }
    }

    private func perPrioriteit() -> [Signaalprioriteit: Termijn]? {
        blok { blok in
            var termijnen: [Signaalprioriteit: Termijn] = [:]
            for prioriteit in Signaalprioriteit.allCases {
                guard let veld = blok.verplicht(prioriteit.rawValue), let termijn = veld.termijn() else { continue }
                if termijn.richting == .voor { veld.meld("deze termijn loopt vooruit: laat richting weg") }
                termijnen[prioriteit] = termijn
            }
            return termijnen.count == Signaalprioriteit.allCases.count ? termijnen : nil
        }
    }
}
