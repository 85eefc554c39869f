// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The contract clock of one traject: every date with the answer to "why this date".
///
/// Computed once, when the traject starts, and kept with its sentences: a later version of the contract does not move
/// the dates of a running traject.
struct Trajectklok: Sendable, Equatable {
    enum Code: String, Sendable, CaseIterable {
        case start
        case eersteContact = "eerste-contact"
        case tussenrapportage
        case einde
        case overdracht

        var naam: String {
            switch self {
            case .start: "Start van het traject"
            case .eersteContact: "Eerste contact"
            case .tussenrapportage: "Tussenrapportage"
            case .einde: "Laatste dag van het traject"
            case .overdracht: "Overdrachtsdocument"
            }
        }
    }

    struct Moment: Sendable, Equatable {
        var datum: Datum
        var waarom: String
    }

    var start: Moment
    var eersteContact: Moment
    var tussenrapportage: Moment
    var einde: Moment
    var overdracht: Moment

    /// In the order of the screen.
    var momenten: [(code: Code, moment: Moment)] {
        [
            (.start, start), (.eersteContact, eersteContact), (.tussenrapportage, tussenrapportage), (.einde, einde),
            (.overdracht, overdracht),
        ]
    }

    /// Nil when the contract's anchor and its fallback are both unknown: then the clock cannot run.
    /// - Parameter ankers: the days that are known; `acceptatie` always is.
    static func bereken(_ opdracht: Opdracht, ankers: [Anker: Datum]) -> Trajectklok? {
        let regels = opdracht.traject
        guard let begin = regels.begin(ankers), let acceptatie = ankers[.acceptatie] else { return nil }
        func moment(_ termijn: Termijn, vanaf dag: Datum, _ naam: String) -> Moment {
            let uitkomst = termijn.bereken(vanaf: dag, anker: naam)
            return Moment(datum: uitkomst.dag, waarom: uitkomst.uitleg)
        }
        let einde = moment(regels.maximum, vanaf: begin.dag, begin.anker.naam)
        return Trajectklok(
            start: Moment(datum: begin.dag, waarom: waaromStart(regels, begin)),
            eersteContact: moment(opdracht.eersteContact, vanaf: acceptatie, Anker.acceptatie.naam),
            tussenrapportage: moment(regels.tussenrapportage, vanaf: begin.dag, begin.anker.naam),
            einde: einde,
            overdracht: moment(regels.overdracht, vanaf: einde.datum, "de laatste dag van het traject"))
    }

    private static func waaromStart(_ regels: Trajectregels, _ begin: (anker: Anker, dag: Datum)) -> String {
        let loopt = "De klok loopt vanaf \(begin.anker.naam) (\(begin.dag.voluit))."
        let bron = "Bron: \(regels.maximum.bron)."
        guard begin.anker != regels.anker else { return "\(loopt) \(bron)" }
        return "De contractregel is \(regels.anker.naam), maar die is nog niet bekend. \(loopt) \(bron)"
    }
}
