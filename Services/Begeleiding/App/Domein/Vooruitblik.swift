// SPDX-License-Identifier: EUPL-1.2
import Domein

extension Trajectklok {
    /// What may still become of the last day: a pause that lasts, an extension that the contract allows. Each with its reason;
    /// none of it is decided. `self` is the clock as the contract made it.
    /// - Parameter kijkOp: when somebody looks again at the pause that lasts.
    func vooruitblik(
        _ verloop: Klokverloop, regels: Trajectregels, vandaag: Datum, kijkOp: Datum?
    ) -> [(code: String, naam: String, moment: Moment)] {
        let nu = met(verloop, regels: regels, vandaag: vandaag).einde.datum
        var regelsVooruit: [(code: String, naam: String, moment: Moment)] = []
        if let kijkOp, kijkOp > vandaag, let open = verloop.pauzes.firstIndex(where: { $0.tot == nil }),
            verloop.pauzes[open].reden.verlengt
        {
            var straks = verloop
            straks.pauzes[open].tot = kijkOp
            let einde = met(straks, regels: regels, vandaag: kijkOp).einde.datum
            if einde != nu {
                regelsVooruit.append(
                    (
                        "verwacht", "Verwachte laatste dag",
                        Moment(
                            datum: einde,
                            waarom:
                                "De klok staat stil. Op \(kijkOp.tekst) kijkt iemand of dat nog nodig is. Duurt het tot en met die dag, dan schuift de laatste dag van \(nu.tekst) naar \(einde.tekst)."
                        )
                    ))
            }
        }
        if let verlenging = regels.verlenging, verloop.verlengingen < verlenging.keren {
            var langst = verloop
            langst.verlengingen = verlenging.keren
            let einde = met(langst, regels: regels, vandaag: vandaag).einde.datum
            let keer = verlenging.keren - verloop.verlengingen
            regelsVooruit.append(
                (
                    "met-verlenging", "Laatste dag met verlenging",
                    Moment(
                        datum: einde,
                        waarom:
                            "De opdracht laat dit traject nog \(keer) keer met \(verlenging.maanden) maanden verlengen. Een teamleider besluit daarover. Bron: \(regels.maximum.bron)."
                    )
                ))
        }
        return regelsVooruit
    }
}
