// SPDX-License-Identifier: EUPL-1.2
import Domein

extension Instroomrekening {
    /// The same reckoning from what an outsider is shown, and from nothing else.
    ///
    /// Whoever may move the sliders can subtract: the trajects that run at nine months less those at eight are who began in one
    /// month, and that may be one person. So for an outsider a number below the smallest counts as nobody, and who began in a
    /// half-year is spread evenly over its months: what comes out follows from the half-year numbers that stand beside it.
    func grof(van: Halfjaar, tot: Halfjaar, drempel: Int) -> Instroomrekening {
        var grof = Instroomfeiten(geaccepteerd: feiten.geaccepteerd, besloten: feiten.besloten)
        let eigen = (eigenTraject * 100).rounded() / 100
        for half in halfjaren(van: van, tot: tot) {
            func zet(_ aantal: Int, in tellingen: inout [Maand: Int]) -> Double {
                guard aantal >= max(1, drempel), let maand = half.halfjaar.maanden.first else { return 0 }
                tellingen[maand] = aantal
                return Double(aantal)
            }
            let personen = zet(half.gehuisvest, in: &grof.gehuisvest) + zet(half.bekend, in: &grof.bekend)
            _ = zet(half.pijplijn, in: &grof.pijplijn)
            guard personen > 0 else { continue }
            for maand in half.halfjaar.maanden { grof.starts[maand] = personen * eigen / 6 }
        }
        return Instroomrekening(feiten: grof, taakstelling: taakstelling, vandaag: vandaag, instroom: instroom)
    }
}
