// SPDX-License-Identifier: EUPL-1.2
import Domein

/// How a step of the regeldag stands: its state with everything that belongs to it. What the last change takes back is
/// one of these.
struct Regelstand: Codable, Sendable, Equatable {
    var toestand: RegelzaakToestand = .open
    var aangevraagdOp: Datum?
    var beslistOp: Datum?
    /// On this day somebody looks how it stands; it comes on the today page.
    var controleOp: Datum?
    /// Why that day, in whole sentences.
    var controleWaarom: String?
    /// Of a step that was refused: the last day for an objection.
    var bezwaarTot: Datum?
    var bezwaarWaarom: String?
    var uitvoerder: Regeluitvoerder?
    var bewijs: Regelbewijs?
    /// Why it stands here, where a reason was asked.
    var reden: Regelreden?

    /// The step in another state. What was requested never stays without a day on which somebody looks.
    /// - Parameters:
    ///   - stap: the step in the template of the board; nil when the template no longer has it.
    ///   - dag: on which it was asked or decided.
    func naar(
        _ nieuw: RegelzaakToestand, stap: Regelstap?, op dag: Datum, reden: Regelreden?, vandaag: Datum, regels: Aandachtregels
    ) -> Regelstand {
        var stand = self
        (stand.toestand, stand.reden) = (nieuw, reden)
        (stand.controleOp, stand.controleWaarom) = (nil, nil)
        (stand.bezwaarTot, stand.bezwaarWaarom) = (nil, nil)
        switch nieuw {
        case .open: (stand.aangevraagdOp, stand.beslistOp) = (nil, nil)
        case .nietVanToepassing: break
        case .toegekend: stand.beslistOp = dag
        case .aangevraagd:
            (stand.aangevraagdOp, stand.beslistOp) = (dag, nil)
            if let termijn = stap?.beslistermijn {
                let uitkomst = termijn.bereken(vanaf: dag, anker: "de dag van de aanvraag")
                stand.controle(uitkomst.dag, "Dan moet er een besluit zijn. \(uitkomst.uitleg)")
            } else {
                stand.controle(
                    dag.adding(days: regels.regelzaakControleDagen),
                    "Dit is \(regels.regelzaakControleDagen) dagen na de aanvraag (\(dag.tekst)): dan kijkt iemand hoe het staat. Bron: eigen werkafspraak."
                )
            }
        case .afgewezen:
            stand.beslistOp = dag
            if let termijn = stap?.bezwaartermijn {
                let uitkomst = termijn.bereken(vanaf: dag, anker: "de dag van het besluit")
                (stand.bezwaarTot, stand.bezwaarWaarom) = (uitkomst.dag, uitkomst.uitleg)
            }
            stand.controle(
                vandaag.adding(days: regels.regelzaakAfgewezenDagen),
                "Binnen \(regels.regelzaakAfgewezenDagen) dagen na een afwijzing kijkt iemand wat er nu moet. Bron: eigen werkafspraak."
            )
        case .bezwaar:
            stand.controle(
                dag.adding(days: regels.regelzaakBezwaarDagen),
                "Een besluit op bezwaar duurt meestal ten minste zes weken (Awb, artikel 7:10). Dan kijkt iemand hoe het staat. Bron: eigen werkafspraak."
            )
        }
        return stand
    }

    private mutating func controle(_ dag: Datum, _ waarom: String) { (controleOp, controleWaarom) = (dag, waarom) }

    /// The states in which somebody waits for an answer: they always have a day on which somebody looks.
    static let loopt: Set<RegelzaakToestand> = [.aangevraagd, .afgewezen, .bezwaar]

    /// What was typed on the form of a step.
    struct Invoer: Sendable, Equatable {
        var uitvoerder: Regeluitvoerder?
        var aangevraagdOp: Datum?
        var beslistOp: Datum?
        var controleOp: Datum?
        var bewijs: Regelbewijs?
        var kenmerk: String
    }

    static let langsteKenmerk = 500

    /// All that is wrong, by the names of the fields of the command.
    func veldfouten(_ invoer: Invoer, vandaag: Datum) -> [Veldfout] {
        var fouten: [Veldfout] = []
        func fout(_ veld: String, _ code: String, _ tekst: String) { fouten.append(Veldfout(veld, code: code, tekst)) }
        for (veld, dag) in [("aangevraagdOp", invoer.aangevraagdOp), ("beslistOp", invoer.beslistOp)] {
            if let dag, dag > vandaag {
                fout(veld, "toekomst", "De dag ligt in de toekomst. Kies vandaag of een eerdere dag.")
            }
        }
        if let begin = invoer.aangevraagdOp, let besluit = invoer.beslistOp, besluit < begin {
            fout("beslistOp", "voor-aanvraag", "Het besluit kan niet eerder zijn dan de aanvraag (\(begin.tekst)).")
        }
        if toestand == .aangevraagd, invoer.aangevraagdOp == nil {
            fout("aangevraagdOp", "leeg", "Vul in wanneer dit is aangevraagd.")
        }
        if [.afgewezen, .bezwaar].contains(toestand), invoer.beslistOp == nil {
            fout("beslistOp", "leeg", "Vul in wanneer dit is besloten.")
        }
        if let controle = invoer.controleOp {
            if controle > vandaag.adding(months: 24) {
                fout("controleOp", "ver-weg", "Kies een dag binnen twee jaar.")
            } else if controle < vandaag, controle != controleOp {
                fout("controleOp", "verleden", "Deze dag is voorbij. Kies vandaag of een latere dag.")
            }
        } else if Self.loopt.contains(toestand) {
            fout("controleOp", "leeg", "Kies wanneer iemand kijkt hoe het staat. Zo wordt het niet vergeten.")
        }
        if invoer.kenmerk.count > Self.langsteKenmerk {
            fout("kenmerk", "te-lang", "Gebruik ten hoogste \(Self.langsteKenmerk) tekens.")
        }
        return fouten
    }

    /// The step with what was typed. Another day of a decision moves the last day for an objection.
    func met(_ invoer: Invoer, stap: Regelstap?, vandaag: Datum) -> Regelstand {
        var stand = self
        (stand.uitvoerder, stand.bewijs) = (invoer.uitvoerder, invoer.bewijs)
        (stand.aangevraagdOp, stand.beslistOp) = (invoer.aangevraagdOp, invoer.beslistOp)
        if invoer.controleOp != controleOp {
            stand.controleOp = invoer.controleOp
            stand.controleWaarom = invoer.controleOp.map { _ in "Deze dag is gekozen op \(vandaag.tekst)." }
        }
        if toestand == .afgewezen, invoer.beslistOp != beslistOp, let dag = invoer.beslistOp,
            let termijn = stap?.bezwaartermijn
        {
            let uitkomst = termijn.bereken(vanaf: dag, anker: "de dag van het besluit")
            (stand.bezwaarTot, stand.bezwaarWaarom) = (uitkomst.dag, uitkomst.uitleg)
        }
        return stand
    }
}
