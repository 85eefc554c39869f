// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Appointments with agencies on the regeldag: their times, and who would have to be in two places.
enum Regeldagafspraken {
    static let langsteInstantie = 120
    static let langstePlaats = 200
    /// The most days of one question for a period.
    static let langstePeriode = 62

    /// From a time of day to another, in minutes after midnight of Amsterdam's clock. An appointment at 02:30 in the night
    /// that the clock goes forward does not exist; agencies are closed then.
    struct Tijdvak: Sendable, Equatable {
        var van: Int
        var tot: Int

        /// `09:30`; nil for anything else.
        static func minuten(_ tekst: String) -> Int? {
            let delen = tekst.split(separator: ":", omittingEmptySubsequences: false)
            guard delen.count == 2, delen.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
                let uur = Int(delen[0]), let minuut = Int(delen[1]), uur < 24, minuut < 60
            else { return nil }
            return uur * 60 + minuut
        }

        /// Ends at the moment at which the other begins: no overlap.
        func overlapt(_ ander: Tijdvak) -> Bool { van < ander.tot && ander.van < tot }
    }

    struct Afspraak: Sendable, Equatable {
        var id: RegeldagafspraakID
        var op: Datum
        var tijd: Tijdvak
        var leden: Set<DossierID>
    }

    /// Who of an appointment has another one at the same time.
    static func dubbel(_ afspraak: Afspraak, naast andere: [Afspraak]) -> Set<DossierID> {
        andere.filter { $0.id != afspraak.id && $0.op == afspraak.op && $0.tijd.overlapt(afspraak.tijd) }
            .reduce(into: []) { $0.formUnion($1.leden.intersection(afspraak.leden)) }
    }

    struct Invoer: Sendable, Equatable {
        var op: Datum
        var van: String
        var tot: String
        var instantie: String
        var plaats: String
        var leden: Set<DossierID>
    }

    /// All that is wrong, by the names of the fields of the command.
    /// - Parameter gezin: who lives in this household.
    static func veldfouten(_ invoer: Invoer, gezin: Set<DossierID>, vandaag: Datum) -> [Veldfout] {
        var fouten: [Veldfout] = []
        func fout(_ veld: String, _ code: String, _ tekst: String) { fouten.append(Veldfout(veld, code: code, tekst)) }
        if invoer.op < vandaag.adding(months: -12) || invoer.op > vandaag.adding(months: 12) {
            fout("op", "ver-weg", "Kies een dag binnen een jaar.")
        }
        let (van, tot) = (Tijdvak.minuten(invoer.van), Tijdvak.minuten(invoer.tot))
        if van == nil { fout("van", "tijd", "Vul de tijd in als uren en minuten, zoals 09:30.") }
        if tot == nil { fout("tot", "tijd", "Vul de tijd in als uren en minuten, zoals 10:00.") }
        if let van, let tot, tot <= van {
            fout("tot", "voor-begin", "De afspraak eindigt voor hij begint. Kies een latere tijd.")
        }
        if invoer.instantie.isEmpty { fout("instantie", "leeg", "Vul in bij wie de afspraak is.") }
        if invoer.instantie.count > langsteInstantie {
            fout("instantie", "te-lang", "Gebruik ten hoogste \(langsteInstantie) tekens.")
        }
        if invoer.plaats.count > langstePlaats { fout("plaats", "te-lang", "Gebruik ten hoogste \(langstePlaats) tekens.") }
        if invoer.leden.isEmpty {
            fout("leden", "leeg", "Kies wie er naar de afspraak gaat.")
        } else if !invoer.leden.isSubset(of: gezin) {
            fout("leden", "ander-huishouden", "Kies alleen mensen van dit huishouden.")
        }
        return fouten
    }
}
