// SPDX-License-Identifier: EUPL-1.2
import Domein

/// When a plan is discussed, and what is asked of what was said about it.
enum Planregel {
    static let langsteNaam = 120
    static let langsteOpmerking = 1000
    /// A talk further back than this is a typing error.
    static let langsteTerug = 90
    static let versteVolgende = 365

    /// By when the plan must be discussed, and why: so long after the last talk (or the start) as the contract says, or
    /// on the day that was planned when that is sooner.
    static func bespreken(
        laatst: Datum?, gepland: Datum?, start: Datum, regel: Termijn?
    ) -> Termijn.Uitkomst? {
        let anker = laatst.map { _ in "het laatste gesprek over het plan" } ?? "de start van het traject"
        let grens = regel?.bereken(vanaf: laatst ?? start, anker: anker)
        guard let gepland, laatst.map({ gepland > $0 }) ?? true else { return grens }
        if let grens, grens.dag <= gepland { return grens }
        return Termijn.Uitkomst(
            dag: gepland, uitleg: "Dit gesprek is gepland op \(gepland.voluit). Bron: eigen afspraak met de cliënt.")
    }

    static func gesprekfouten(op: Datum, volgendOp: Datum?, opmerking: String, vandaag: Datum) -> [Veldfout] {
        var fouten: [Veldfout] = []
        if op > vandaag {
            fouten.append(Veldfout("op", code: "toekomst", "De dag van het gesprek ligt in de toekomst."))
        } else if op.days(until: vandaag) > langsteTerug {
            fouten.append(
                Veldfout("op", code: "te-lang-geleden", "Deze dag is meer dan \(langsteTerug) dagen geleden. Klopt de datum?"))
        }
        if let volgendOp {
            if volgendOp <= op {
                fouten.append(Veldfout("volgendOp", code: "voor-gesprek", "Het volgende gesprek komt na dit gesprek."))
            } else if op.days(until: volgendOp) > versteVolgende {
                fouten.append(Veldfout("volgendOp", code: "te-ver", "Deze dag is meer dan een jaar later. Klopt het jaartal?"))
            }
        }
        if opmerking.count > langsteOpmerking {
            fouten.append(Veldfout("opmerking", code: "te-lang", "Maak dit korter: ten hoogste \(langsteOpmerking) tekens."))
        }
        return fouten
    }

    /// A refusal without a word of why would help nobody; agreement needs a name, and a language in which it was discussed.
    static func besluitfouten(
        keus: Plankeus, naam: String, taal: String, tolk: Tolkvorm, opmerking: String, doelen: Int
    ) -> [Veldfout] {
        var fouten: [Veldfout] = []
        if keus == .akkoord, doelen == 0 {
            fouten.append(Veldfout("keus", code: "leeg-plan", "Er staan geen doelen in het plan. Zet er eerst een in."))
        }
        if naam.isEmpty {
            fouten.append(Veldfout("naam", code: "leeg", "Schrijf de naam van wie het zei."))
        } else if naam.count > langsteNaam {
            fouten.append(Veldfout("naam", code: "te-lang", "Maak de naam korter: ten hoogste \(langsteNaam) tekens."))
        }
        if Taal(code: taal) == nil {
            fouten.append(Veldfout("taal", code: "onbekend", "Kies de taal waarin het plan is besproken."))
        } else if Taal(code: taal) == .nederlands, tolk != .geen {
            fouten.append(Veldfout("tolk", code: "niet-nodig", "Bij een gesprek in het Nederlands is er geen tolk."))
        }
        if keus == .geweigerd, opmerking.isEmpty {
            fouten.append(Veldfout("opmerking", code: "leeg", "Schrijf wat de cliënt anders wil, in de woorden van de cliënt."))
        }
        return fouten
    }
}
