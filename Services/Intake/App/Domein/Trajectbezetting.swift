// SPDX-License-Identifier: EUPL-1.2
import Domein

/// How many trajects run at the end of each month, and what that asks of a team.
struct Trajectbezetting: Sendable {
    /// Trajects that begin, by month.
    let starts: [Maand: Double]
    /// How long each of them lasts, in months; at least 1.
    let lengte: Int

    /// At the end of a month those run that began in it or in the months before it that the length covers.
    func lopend(_ maand: Maand) -> Double {
        (0..<max(1, lengte)).reduce(0) { $0 + (starts[maand.verder(-$1)] ?? 0) }
    }

    /// The month with the most of them; the first of equals.
    func piek(_ maanden: [Maand]) -> (maand: Maand, lopend: Double)? {
        var hoogste: (maand: Maand, lopend: Double)?
        for maand in maanden {
            let nu = lopend(maand)
            if hoogste.map({ nu > $0.lopend }) ?? true { hoogste = (maand, nu) }
        }
        return hoogste
    }

    /// Begeleiders for so many trajects.
    static func nodig(_ lopend: Double, caseload: Int) -> Int {
        caseload < 1 ? 0 : Int((lopend.rounded() / Double(caseload)).rounded(.up))
    }

    /// New trajects a year that a number of places keeps up with.
    static func perJaar(plaatsen: Int, lengte: Int) -> Int { plaatsen * 12 / max(1, lengte) }
}

extension Instroomrekening {
    /// Which part of a forecast to reckon with.
    enum Stand: Sendable { case verwacht, laag, hoog }

    /// Trajects that begin by month: those that are known, and what a forecast adds to them, spread evenly over the months
    /// that are left of its half-year.
    func starts(_ halves: [Half], _ stand: Stand) -> [Maand: Double] {
        var starts = feiten.starts
        let dezeMaand = Maand(van: vandaag)
        for half in halves {
            guard let prognose = half.prognose else { continue }
            let personen =
                switch stand {
                case .verwacht: prognose.verwacht
                case .laag: prognose.laag
                case .hoog: prognose.hoog
                }
            let maanden = half.halfjaar.maanden.filter { $0 >= dezeMaand }
            // Who is accepted already stands in the starts.
            let nieuw = Double(max(0, personen - half.gehuisvest - half.bekend)) * eigenTraject
            for maand in maanden { starts[maand, default: 0] += nieuw / Double(maanden.count) }
        }
        return starts
    }
}
