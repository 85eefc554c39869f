// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What makes a dossier appear on the today page, from which day, and how urgent it is.
///
/// A point is a fact with a day: it is made when the file changes and becomes visible by itself as the days go by. So
/// the page never has to look through all dossiers, and nothing has to be computed at night.
enum Aandacht {
    enum Soort: String, Sendable, CaseIterable {
        case eersteContact = "eerste-contact"
        case regelzaakTermijn = "regelzaak-termijn"
        case regelzaakControle = "regelzaak-controle"
        case regelzaakBezwaar = "regelzaak-bezwaar"
        case tussenrapportage
        case eindeNadert = "einde-nadert"
        case geenContact = "geen-contact"
        case noShow = "no-show"
        case afspraak
        case pauze
        case nazorg
        case wachtOpOuder = "wacht-op-ouder"
        /// Rides along and is 18, or perhaps: somebody decides about a traject of the own.
        case achttien
        /// Lives in the own home, but the day of housing is still that of the old place.
        case tweedeStart = "tweede-start"
        case meting
        case afspraakVastleggen = "afspraak-vastleggen"
        case tolkRegelen = "tolk-regelen"
        case planActie = "plan-actie"
        case planBespreken = "plan-bespreken"
        /// A signal: named so that the list itself does not say what it is about.
        case opvolging

        /// Whether it is about something with a day of its own, which a merge does not settle. The others ask something for the
        /// person, and that the leading dossier asks already.
        var staatOpZichzelf: Bool {
            switch self {
            case .regelzaakTermijn, .regelzaakControle, .regelzaakBezwaar, .afspraak, .afspraakVastleggen, .tolkRegelen,
                .planActie, .opvolging:
                true
            case .eersteContact, .tussenrapportage, .eindeNadert, .geenContact, .noShow, .pauze, .nazorg, .wachtOpOuder,
                .achttien, .tweedeStart, .meting, .planBespreken:
                false
            }
        }
    }

    struct Punt: Sendable, Hashable {
        var soort: Soort
        /// The step of the regeldag or the appointment, where it is about one; otherwise empty.
        var bron: String
        /// From this day it is on the page.
        var zichtbaarVanaf: Datum
        /// The page is ordered by this day: what is missed longest comes first.
        var uiterlijkOp: Datum
    }

    /// The facts of one dossier, from the columns that are kept for it.
    struct Stand: Sendable, Equatable {
        /// False: nothing is asked of anybody any more.
        var loopt: Bool
        /// Another dossier of the same person stands for it.
        var volgt = false
        /// Nil for a child that rides along and for who waits.
        var traject: Traject?
        var contact: Contactstand
        /// The open steps that have a day.
        var regelzaken: [(id: RegelzaakID, uiterlijkOp: Datum)]
        /// Steps at which somebody looks again on a day, and those that were refused, with the last day for an objection.
        var controles: [(id: RegelzaakID, op: Datum)] = []
        var bezwaren: [(id: RegelzaakID, tot: Datum)] = []
        /// The days after the end on which somebody looks in; those that are open.
        var nazorg: [Datum] = []
        /// What stands in the agenda with this person and was not written down or called off.
        var afspraken: [Afspraakregels.Open] = []
        /// The first day on which an action of the plan is due.
        var actieOp: Datum?
        /// Open signals: from which day they are on the page, and by when somebody must do something.
        var opvolgingen: [Opvolging] = []
        /// Since when a child waits for somebody to ride with; nil when it does not.
        var wachtSinds: Datum?
        /// Since when a second start waits for the day of the own home.
        var tweedeStartSinds: Datum?
        /// Since when somebody who rides along is 18, or perhaps. Whoever looked at it may have put it off.
        var achttien: Achttien?

        struct Achttien: Sendable, Equatable {
            var sinds: Datum
            var kijkOp: Datum
        }

        struct Opvolging: Sendable, Equatable {
            var bron: String
            var vanaf: Datum
            var uiterlijk: Datum
        }

        struct Traject: Sendable, Equatable {
            var eersteContactUiterlijk: Datum
            var tussenrapportageOp: Datum
            var tussenrapportageKlaar: Bool
            var eindigtOp: Datum
            /// The clock stands still; on this day somebody looks whether that is still right.
            var pauzeKijkOp: Datum?
            /// Measurements that are still to be done, and by when.
            var metingen: [(moment: Meetmoment, uiterlijkOp: Datum)] = []
            /// By when the plan is discussed; nil when nothing asks for it.
            var besprekenOp: Datum?

            static func == (left: Self, right: Self) -> Bool {
                left.eersteContactUiterlijk == right.eersteContactUiterlijk
                    && left.tussenrapportageOp == right.tussenrapportageOp
                    && left.tussenrapportageKlaar == right.tussenrapportageKlaar && left.eindigtOp == right.eindigtOp
                    && left.pauzeKijkOp == right.pauzeKijkOp && left.besprekenOp == right.besprekenOp
                    && left.metingen.elementsEqual(right.metingen) { $0 == $1 }
            }
        }

        static func == (left: Stand, right: Stand) -> Bool {
            left.loopt == right.loopt && left.volgt == right.volgt && left.traject == right.traject
                && left.contact == right.contact
                && left.nazorg == right.nazorg && left.opvolgingen == right.opvolgingen && left.wachtSinds == right.wachtSinds
                && left.tweedeStartSinds == right.tweedeStartSinds && left.achttien == right.achttien
                && left.actieOp == right.actieOp && left.afspraken == right.afspraken
                && left.regelzaken.elementsEqual(right.regelzaken) { $0.id == $1.id && $0.uiterlijkOp == $1.uiterlijkOp }
                && left.controles.elementsEqual(right.controles) { $0 == $1 }
                && left.bezwaren.elementsEqual(right.bezwaren) { $0 == $1 }
        }
    }

    static func punten(_ stand: Stand, regels: Aandachtregels) -> [Punt] {
        let alle = alle(stand, regels: regels)
        return stand.volgt ? alle.filter(\.soort.staatOpZichzelf) : alle
    }

    private static func alle(_ stand: Stand, regels: Aandachtregels) -> [Punt] {
        var punten: [Punt] = []
        func punt(_ soort: Soort, bron: String = "", vanaf: Datum, uiterlijk: Datum) {
            punten.append(Punt(soort: soort, bron: bron, zichtbaarVanaf: vanaf, uiterlijkOp: uiterlijk))
        }
        // What somebody worried about does not end with the traject.
        for open in stand.opvolgingen { punt(.opvolging, bron: open.bron, vanaf: open.vanaf, uiterlijk: open.uiterlijk) }
        // Aftercare belongs to what has ended.
        if let op = stand.nazorg.first { punt(.nazorg, vanaf: op.adding(days: -regels.nazorgVooraf), uiterlijk: op) }
        // What was agreed stays agreed, also when the traject ended: somebody writes it down or calls it off.
        for afspraak in stand.afspraken {
            punt(.afspraakVastleggen, bron: afspraak.id.description, vanaf: afspraak.dag, uiterlijk: afspraak.dag)
            if afspraak.zonderTolk {
                punt(
                    .tolkRegelen, bron: afspraak.id.description, vanaf: afspraak.dag.adding(days: -regels.tolkVooraf),
                    uiterlijk: afspraak.dag.adding(werkdagen: -1))
            }
        }
        guard stand.loopt else { return punten }
        if let sinds = stand.wachtSinds {
            let uiterlijk = sinds.adding(days: regels.wachtOpOuderDagen)
            punt(.wachtOpOuder, vanaf: uiterlijk, uiterlijk: uiterlijk)
        }
        if let achttien = stand.achttien { punt(.achttien, vanaf: achttien.kijkOp, uiterlijk: achttien.sinds) }
        if let sinds = stand.tweedeStartSinds { punt(.tweedeStart, vanaf: sinds, uiterlijk: sinds) }
        if let traject = stand.traject {
            if let kijkOp = traject.pauzeKijkOp {
                // While the clock stands still nobody is asked for contact, but somebody looks at the pause.
                punt(.pauze, vanaf: kijkOp, uiterlijk: kijkOp)
            } else if let laatste = stand.contact.laatsteContact {
                let grens = laatste.adding(days: regels.geenContactDagen)
                punt(.geenContact, vanaf: grens.adding(days: 1), uiterlijk: grens)
            } else {
                let uiterlijk = traject.eersteContactUiterlijk
                punt(.eersteContact, vanaf: uiterlijk.adding(days: -regels.eersteContactVooraf), uiterlijk: uiterlijk)
            }
            if !traject.tussenrapportageKlaar {
                let uiterlijk = traject.tussenrapportageOp
                punt(.tussenrapportage, vanaf: uiterlijk.adding(days: -regels.tussenrapportageVooraf), uiterlijk: uiterlijk)
            }
            for meting in traject.metingen {
                punt(
                    .meting, bron: meting.moment.rawValue, vanaf: meting.uiterlijkOp.adding(days: -regels.metingVooraf),
                    uiterlijk: meting.uiterlijkOp)
            }
            // While the clock stands still nobody is asked for a talk.
            if let op = traject.besprekenOp, traject.pauzeKijkOp == nil {
                punt(.planBespreken, vanaf: op.adding(days: -regels.planVooraf), uiterlijk: op)
            }
            punt(.eindeNadert, vanaf: traject.eindigtOp.adding(days: -regels.eindeVooraf), uiterlijk: traject.eindigtOp)
        }
        if let op = stand.contact.noShowOp {
            punt(.noShow, vanaf: op, uiterlijk: op.adding(werkdagen: regels.noShowWerkdagen))
        }
        if let op = stand.contact.stap?.op { punt(.afspraak, vanaf: op, uiterlijk: op) }
        // One point for the whole plan: how many there are is counted when it is read.
        if let op = stand.actieOp { punt(.planActie, vanaf: op, uiterlijk: op) }
        for zaak in stand.regelzaken {
            punt(
                .regelzaakTermijn, bron: zaak.id.description,
                vanaf: zaak.uiterlijkOp.adding(days: -regels.regelzaakVooraf), uiterlijk: zaak.uiterlijkOp)
        }
        for controle in stand.controles {
            punt(.regelzaakControle, bron: controle.id.description, vanaf: controle.op, uiterlijk: controle.op)
        }
        for bezwaar in stand.bezwaren {
            punt(
                .regelzaakBezwaar, bron: bezwaar.id.description,
                vanaf: bezwaar.tot.adding(days: -regels.regelzaakBezwaarVooraf), uiterlijk: bezwaar.tot)
        }
        return punten
    }
}

/// How long before its day something comes on the today page. In days, unless the name says otherwise.
/// Our own practice, to be confirmed with the teams; the two working days after a no-show are from the design (B6).
struct Aandachtregels: Sendable, Equatable {
    /// From the start of the traject as a rule: the term itself is shorter than this.
    var eersteContactVooraf = 30
    var regelzaakVooraf = 14
    /// From a request to the first look how it stands, where no law gives the agency a term.
    var regelzaakControleDagen = 28
    /// From a refusal to the look what must be done now.
    var regelzaakAfgewezenDagen = 7
    /// From an objection to the look how it stands.
    var regelzaakBezwaarDagen = 42
    var regelzaakBezwaarVooraf = 28
    var tussenrapportageVooraf = 30
    /// Four to six weeks is what a warm hand-over takes.
    var eindeVooraf = 42
    var geenContactDagen = 21
    var noShowWerkdagen = 2
    /// From the beginning of a pause, or the last look at it, to the next look.
    var pauzeKijkDagen = 28
    var nazorgVooraf = 7
    var metingVooraf = 14
    /// How long before an appointment somebody is told that no interpreter was arranged.
    var tolkVooraf = 7
    var planVooraf = 7
    /// How long a child may wait for an adult to ride with before somebody must do something.
    var wachtOpOuderDagen = 7

    /// No point is visible longer than this before its day: the list needs to look no further ahead.
    var langsteVooraf: Int {
        max(
            eersteContactVooraf, regelzaakVooraf, regelzaakBezwaarVooraf, tussenrapportageVooraf, eindeVooraf, nazorgVooraf,
            metingVooraf, planVooraf, tolkVooraf)
    }
}
