// SPDX-License-Identifier: EUPL-1.2
import Domein

/// How heavy one dossier weighs today. Computed when it is asked: phases change by themselves as the days go by.
enum Caseload {
    struct Stand: Sendable, Equatable {
        enum Soort: Sendable { case traject, meerijdend, wachtend, nazorg }
        var soort: Soort
        var gestartOp: Datum
        var staatStil = false
        /// Code of the contract; nil is an ordinary one.
        var intensiteit: String?
    }

    struct Gewicht: Sendable, Equatable {
        /// Code and name of the phase.
        var fase: String
        var naam: String
        /// In percent of an ordinary dossier.
        var gewicht: Int
        var waarom: String
    }

    static func gewicht(_ stand: Stand, op dag: Datum, regels: Caseloadregels) -> Gewicht {
        func vast(_ fase: String, _ naam: String, _ gewicht: Int) -> Gewicht {
            Gewicht(fase: fase, naam: naam, gewicht: gewicht, waarom: "\(naam) telt voor \(gewicht)%. Bron: \(regels.bron).")
        }
        switch stand.soort {
        case .meerijdend: return vast("meerijdend", "Rijdt mee", regels.meerijdend)
        case .wachtend: return vast("wacht", "Wacht op een ouder", regels.wachtend)
        case .nazorg: return vast("nazorg", "Nazorg", regels.nazorg)
        case .traject: break
        }
        if stand.staatStil { return vast("pauze", "Klok staat stil", regels.stilstaand) }
        guard let fase = regels.fase(gestartOp: stand.gestartOp, op: dag) else {
            return vast("onbekend", "Geen fase", 100)
        }
        guard let intensiteit = regels.intensiteit(stand.intensiteit), intensiteit.percentage != 100 else {
            return vast(fase.code, fase.naam, fase.gewicht)
        }
        let gewicht = (fase.gewicht * intensiteit.percentage + 50) / 100
        return Gewicht(
            fase: fase.code, naam: fase.naam, gewicht: gewicht,
            waarom:
                "\(fase.naam) telt voor \(fase.gewicht)%, \(intensiteit.naam.lowercased()) voor \(intensiteit.percentage)% daarvan: samen \(gewicht)%. Bron: \(regels.bron)."
        )
    }
}

/// Somebody looks after the dossiers of a colleague who is away.
enum Waarneemregels {
    /// Longer than this is no leave: then the dossiers are handed over.
    static let langste = 92

    static func veldfouten(
        isZelf: Bool, waarnemerBegeleidt: Bool, zelfdeTeam: Bool, van: Datum, totEnMet: Datum, vandaag: Datum
    ) -> [Veldfout] {
        var fouten: [Veldfout] = []
        if isZelf {
            fouten.append(Veldfout("waarnemer", code: "zelf", "Iemand kan niet voor zichzelf waarnemen. Kies een collega."))
        } else if !waarnemerBegeleidt {
            fouten.append(Veldfout("waarnemer", code: "geen-begeleider", "Kies een medewerker die nu als begeleider werkt."))
        } else if !zelfdeTeam {
            fouten.append(Veldfout("waarnemer", code: "ander-team", "Kies een begeleider uit hetzelfde team."))
        }
        if totEnMet < van {
            fouten.append(Veldfout("totEnMet", code: "voor-begin", "De laatste dag ligt voor de eerste dag."))
        } else if totEnMet < vandaag {
            fouten.append(Veldfout("totEnMet", code: "verleden", "De laatste dag is al geweest."))
        } else if van.days(until: totEnMet) + 1 > langste {
            fouten.append(
                Veldfout(
                    "totEnMet", code: "te-lang",
                    "Waarnemen duurt ten hoogste \(langste) dagen. Duurt het langer, draag de dossiers dan over."))
        }
        return fouten
    }
}
