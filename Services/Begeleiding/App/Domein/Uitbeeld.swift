// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The standing list "Uit beeld": for everybody who must be guided, why somebody should look now, or from which day.
///
/// Every reason is a fact with a day. It is made when the file changes and counts from its day by itself, so nothing has to
/// be computed at night, and nobody can fall between two runs. A running traject always has a reason: that its clock runs
/// out. So it is on the list, or it has a day on which it comes back.
enum Uitbeeld {
    enum Soort: String, Sendable, CaseIterable {
        case geenBegeleider = "geen-begeleider"
        case eersteContact = "eerste-contact"
        case geenContact = "geen-contact"
        case noShow = "no-show"
        case nietsGepland = "niets-gepland"
        case klokLooptAf = "klok-loopt-af"
        case termijn
        case rapport
        case document
        case wachtOpOuder = "wacht-op-ouder"
        case overdracht
        case pauze
        case nazorg
        case achttien

        /// Whether it is about something with a day of its own, which a merge does not settle (see `Aandacht.Soort`).
        var staatOpZichzelf: Bool {
            switch self {
            case .termijn, .document, .overdracht: true
            case .geenBegeleider, .eersteContact, .geenContact, .noShow, .nietsGepland, .klokLooptAf, .rapport, .wachtOpOuder,
                .pauze, .nazorg, .achttien:
                false
            }
        }

        /// In the filter of the list.
        var naam: String {
            switch self {
            case .geenBegeleider: "Nog geen begeleider"
            case .eersteContact: "Eerste contact te laat"
            case .geenContact: "Te lang geen contact"
            case .noShow: "Geen vervolg na niet verschijnen"
            case .nietsGepland: "Niets gepland"
            case .klokLooptAf: "Traject loopt af"
            case .termijn: "Regelzaak bijna of te laat"
            case .rapport: "Rapport nodig"
            case .document: "Verblijfsdocument verloopt"
            case .wachtOpOuder: "Wacht op een ouder"
            case .overdracht: "Overdracht niet beantwoord"
            case .pauze: "Pauze bekijken"
            case .nazorg: "Nazorg te laat"
            case .achttien: "18 jaar, geen eigen traject"
            }
        }
    }

    struct Punt: Sendable, Hashable {
        var soort: Soort
        /// Which one, where there can be more than one of a kind: the step of the regeldag, the kind of report.
        var bron = ""
        /// From this day it is a reason.
        var vanaf: Datum
        /// The day it is about.
        var uiterlijkOp: Datum
    }

    /// The facts of one dossier.
    struct Stand: Sendable {
        var loopt: Bool
        var geaccepteerdOp: Datum
        var heeftBegeleider: Bool
        /// A child on the traject of an adult: who looks after the adult looks after the child.
        var rijdtMee = false
        /// Of the own running traject.
        var traject: Traject?
        var laatsteContact: Datum?
        var noShowOp: Datum?
        /// The last day for which something is planned: a next step or an appointment, also one that has passed.
        var gepland: Datum?
        var regelzaken: [(id: String, uiterlijkOp: Datum)] = []
        var documentTot: Datum?
        var wachtSinds: Datum?
        /// Since when somebody who rides along is 18, or perhaps.
        var achttienSinds: Datum?
        /// By when the receiver of an open transfer has answered.
        var overdrachtUiterlijk: Datum?
        /// Days after the end on which somebody looks in; those that are open.
        var nazorg: [Datum] = []
        /// Of a traject that ended: by when the overdrachtsdocument must be approved; nil when it is, or none is asked.
        var documentBijEindeOp: Datum?

        struct Traject: Sendable {
            var eersteContactUiterlijk: Datum
            var tussenrapportageOp: Datum
            var tussenrapportageKlaar: Bool
            var eindigtOp: Datum
            /// The clock stands still; on this day somebody looks whether that is still right.
            var pauzeKijkOp: Datum?
        }
    }

    /// Every reason there is, with its day; those of later days too.
    /// - Parameter noShowWerkdagen: within how many working days a no-show is followed up.
    static func punten(_ stand: Stand, regels: Uitbeeldregels, noShowWerkdagen: Int) -> [Punt] {
        var punten: [Punt] = []
        func punt(_ soort: Soort, bron: String = "", vanaf: Datum, uiterlijk: Datum) {
            punten.append(Punt(soort: soort, bron: bron, vanaf: vanaf, uiterlijkOp: uiterlijk))
        }
        if let op = stand.nazorg.first { punt(.nazorg, vanaf: op.adding(days: 1), uiterlijk: op) }
        if let op = stand.documentBijEindeOp {
            punt(.rapport, bron: "overdrachtsdocument", vanaf: regels.rapport.uiterlijk(vanaf: op), uiterlijk: op)
        }
        guard stand.loopt else { return punten }
        if !stand.heeftBegeleider, !stand.rijdtMee {
            punt(.geenBegeleider, vanaf: stand.geaccepteerdOp, uiterlijk: stand.geaccepteerdOp)
        }
        if let sinds = stand.wachtSinds {
            let uiterlijk = regels.wachtOpOuder.uiterlijk(vanaf: sinds)
            punt(.wachtOpOuder, vanaf: uiterlijk, uiterlijk: uiterlijk)
        }
        if let sinds = stand.achttienSinds { punten.append(achttien(sinds)) }
        if let traject = stand.traject { punten += contactpunten(stand, traject, regels) + klokpunten(traject, regels) }
        if let op = stand.noShowOp {
            let uiterlijk = op.adding(werkdagen: noShowWerkdagen)
            punt(.noShow, vanaf: uiterlijk.adding(days: 1), uiterlijk: uiterlijk)
        }
        for zaak in stand.regelzaken {
            punt(
                .termijn, bron: zaak.id, vanaf: regels.termijnNadert.uiterlijk(vanaf: zaak.uiterlijkOp),
                uiterlijk: zaak.uiterlijkOp)
        }
        if let tot = stand.documentTot {
            punt(.document, vanaf: regels.documentVerloopt.uiterlijk(vanaf: tot), uiterlijk: tot)
        }
        if let op = stand.overdrachtUiterlijk { punt(.overdracht, vanaf: op.adding(days: 1), uiterlijk: op) }
        return punten
    }

    static func achttien(_ sinds: Datum) -> Punt { Punt(soort: .achttien, vanaf: sinds, uiterlijkOp: sinds) }

    private static func contactpunten(_ stand: Stand, _ traject: Stand.Traject, _ regels: Uitbeeldregels) -> [Punt] {
        // While the clock stands still nobody is asked for contact, but somebody looks at the pause.
        if let kijkOp = traject.pauzeKijkOp { return [Punt(soort: .pauze, vanaf: kijkOp, uiterlijkOp: kijkOp)] }
        var punten: [Punt] = []
        if let laatste = stand.laatsteContact {
            let uiterlijk = regels.geenContact.uiterlijk(vanaf: laatste)
            punten.append(Punt(soort: .geenContact, vanaf: uiterlijk.adding(days: 1), uiterlijkOp: uiterlijk))
        } else {
            let uiterlijk = traject.eersteContactUiterlijk
            punten.append(Punt(soort: .eersteContact, vanaf: uiterlijk.adding(days: 1), uiterlijkOp: uiterlijk))
        }
        let laatst = [stand.geaccepteerdOp, stand.laatsteContact, stand.gepland].compactMap { $0 }.max()
        let uiterlijk = regels.nietsGepland.uiterlijk(vanaf: laatst ?? stand.geaccepteerdOp)
        punten.append(Punt(soort: .nietsGepland, vanaf: uiterlijk.adding(days: 1), uiterlijkOp: uiterlijk))
        return punten
    }

    private static func klokpunten(_ traject: Stand.Traject, _ regels: Uitbeeldregels) -> [Punt] {
        var punten = [
            Punt(
                soort: .klokLooptAf, vanaf: regels.klokLooptAf.uiterlijk(vanaf: traject.eindigtOp),
                uiterlijkOp: traject.eindigtOp)
        ]
        if !traject.tussenrapportageKlaar {
            let op = traject.tussenrapportageOp
            punten.append(
                Punt(soort: .rapport, bron: "tussenrapportage", vanaf: regels.rapport.uiterlijk(vanaf: op), uiterlijkOp: op))
        }
        return punten
    }
}

extension Uitbeeld {
    /// Somebody looked and said: this is all right until then. It covers what stood there at that moment and nothing that
    /// comes later.
    struct Gezien: Sendable {
        var kijkOp: Datum
        var punten: Set<Punt>
    }

    /// From which day each reason is on the list, what was seen taken into account.
    static func opLijst(_ punten: [Punt], gezien: [Gezien]) -> [(punt: Punt, opLijst: Datum)] {
        punten.map { punt in
            let tot = gezien.filter { $0.punten.contains(punt) }.map(\.kijkOp).max()
            return (punt, max(punt.vanaf, tot ?? punt.vanaf))
        }
    }

    /// What is wrong with "gezien, weer kijken op", all at once.
    static func veldfouten(reden: String, kijkOp: Datum, vandaag: Datum, regels: Uitbeeldregels) -> [Veldfout] {
        var fouten: [Veldfout] = []
        if regels.gezienReden(reden) == nil {
            fouten.append(Veldfout("reden", code: "onbekend", "Kies een reden uit de lijst van de opdracht."))
        }
        let laatste = regels.gezienLangst.uiterlijk(vanaf: vandaag)
        if kijkOp <= vandaag {
            fouten.append(Veldfout("kijkOp", code: "verleden", "Kies een dag na vandaag."))
        } else if kijkOp > laatste {
            fouten.append(
                Veldfout(
                    "kijkOp", code: "te-ver",
                    "Kies een dag tot en met \(laatste.tekst). Langer dan \(regels.gezienLangst.duur) mag iemand niet van de lijst."
                ))
        }
        return fouten
    }
}
