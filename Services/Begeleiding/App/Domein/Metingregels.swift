// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What may be written down of a measurement, and how two of them compare.
enum Metingregels {
    /// What was said of one area.
    struct Score: Sendable, Equatable {
        var leefgebied: Leefgebied
        /// 1 to 5; nil when the area was not assessed.
        var score: Int?
        /// Code of why not.
        var reden: String?
        /// What the client gives it, 1 to 10; never mixed with the score of the worker.
        var eigen: Int?
    }

    /// All that is wrong, at once. An area that was left out for this person is not asked.
    static func veldfouten(
        _ scores: [Score], ladder: Int?, op dag: Datum, regels: Meetregels, uit: Set<Leefgebied>, start: Datum, vandaag: Datum
    ) -> [Veldfout] {
        var fouten: [Veldfout] = []
        func fout(_ veld: String, _ code: String, _ tekst: String) { fouten.append(Veldfout(veld, code: code, tekst)) }
        if dag > vandaag { fout("op", "toekomst", "De dag van de meting ligt in de toekomst.") }
        if dag < start { fout("op", "voor-start", "Het traject begon op \(start.tekst). Kies die dag of een latere dag.") }
        for gebied in regels.leefgebieden where !uit.contains(gebied) {
            let naam = gebied.rawValue
            guard let score = scores.first(where: { $0.leefgebied == gebied }), score.score != nil || score.reden != nil else {
                fout("score-\(naam)", "leeg", "Kies een stap bij \(gebied.naam), of zeg waarom u dit niet beoordeelt.")
                continue
            }
            if score.score != nil, score.reden != nil {
                fout("score-\(naam)", "beide", "Kies bij \(gebied.naam) een stap of een reden, niet allebei.")
            }
            if let stap = score.score, !(1...regels.schaal.count).contains(stap) {
                fout("score-\(naam)", "bereik", "Kies bij \(gebied.naam) een stap van 1 tot en met \(regels.schaal.count).")
            }
            if let reden = score.reden, !regels.nietBeoordeeld.contains(where: { $0.code == reden }) {
                fout("score-\(naam)", "onbekend", "Kies bij \(gebied.naam) een reden uit de lijst.")
            }
            if let eigen = score.eigen, !(1...10).contains(eigen) {
                fout("eigen-\(naam)", "bereik", "Het eigen cijfer bij \(gebied.naam) is 1 tot en met 10.")
            }
        }
        let gevraagd = Set(regels.leefgebieden).subtracting(uit)
        for score in scores where !gevraagd.contains(score.leefgebied) {
            fout(
                "score-\(score.leefgebied.rawValue)", "niet-gevraagd",
                "\(score.leefgebied.naam) wordt bij deze persoon niet gemeten.")
        }
        if let ladder, !(1...max(1, regels.participatieladder.count)).contains(ladder) || regels.participatieladder.isEmpty {
            fout("ladder", "bereik", "Kies een trede uit de lijst.")
        }
        return fouten
    }

    /// How far an area moved from the first measurement to the last, for a distribution; nil when one of them has no score.
    /// Steps are an order, not amounts: they are counted per difference and never averaged.
    static func verandering(_ eerste: Score?, _ laatste: Score?) -> Int? {
        guard let van = eerste?.score, let naar = laatste?.score else { return nil }
        return naar - van
    }
}
