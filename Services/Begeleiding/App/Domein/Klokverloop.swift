// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What happened to a running clock: it stood still, or the traject was extended. Facts that are only added to; a fact
/// that was wrong is taken back by another.
struct Klokverloop: Sendable, Equatable {
    struct Pauze: Sendable, Equatable {
        var reden: Trajectregels.Pauzereden
        var van: Datum
        /// The last day on which it stood still; nil as long as it lasts.
        var tot: Datum?

        /// How many days it stood still, up to and including a day.
        func dagen(tot vandaag: Datum) -> Int { max(0, van.days(until: min(tot ?? vandaag, vandaag)) + 1) }
    }

    /// In order of their first day; they never overlap.
    var pauzes: [Pauze] = []
    /// How many times the traject was extended.
    var verlengingen = 0

    var openPauze: Pauze? { pauzes.first { $0.tot == nil } }

    /// Why this pause cannot begin, or nil.
    func bezwaar(tegenPauze van: Datum, start: Datum, vandaag: Datum) -> Veldfout? {
        if van > vandaag {
            return Veldfout(
                "van", code: "toekomst", "De pauze kan niet in de toekomst beginnen. Kies vandaag of een eerdere dag.")
        }
        if van < start {
            return Veldfout(
                "van", code: "voor-start", "De klok loopt pas vanaf \(start.tekst). Kies die dag of een latere dag.")
        }
        if openPauze != nil { return Veldfout("van", code: "staat-stil", "De klok staat al stil. Beëindig eerst die pauze.") }
        if let vorige = pauzes.last(where: { ($0.tot ?? $0.van) >= van }) {
            return Veldfout(
                "van", code: "overlapt",
                "De klok stond al stil tot en met \((vorige.tot ?? vorige.van).tekst). Kies een latere dag.")
        }
        return nil
    }

    /// Why the open pause cannot end on this day, or nil.
    func bezwaar(tegenEinde tot: Datum, vandaag: Datum) -> Veldfout? {
        guard let pauze = openPauze else { return Veldfout("tot", code: "loopt", "De klok loopt al weer.") }
        if tot < pauze.van {
            return Veldfout("tot", code: "voor-begin", "De pauze begon op \(pauze.van.tekst). Kies die dag of een latere dag.")
        }
        if tot > vandaag {
            return Veldfout("tot", code: "toekomst", "De laatste dag van de pauze kan niet in de toekomst liggen.")
        }
        return nil
    }
}

extension Trajectklok {
    /// The clock as it stands after what happened to it. `self` is the clock as the contract made it.
    ///
    /// An extension counts from the start of the traject, so that the length stays a whole number of months; then every
    /// day that lies after the beginning of a pause moves on by the days that the clock stood still. The first contact
    /// counts from acceptance and does not move.
    func met(_ verloop: Klokverloop, regels: Trajectregels, vandaag: Datum) -> Trajectklok {
        var klok = self
        if let verlenging = regels.verlenging, verloop.verlengingen > 0 {
            klok.einde = verlengd(verlenging, keren: verloop.verlengingen, regels: regels)
        }
        // What stood still before a second start counts no more.
        var verloop = verloop
        verloop.pauzes.removeAll { $0.van < start.datum }
        klok.tussenrapportage = Self.verschoven(klok.tussenrapportage, verloop, vandaag)
        klok.einde = Self.verschoven(klok.einde, verloop, vandaag)
        let overdracht = regels.overdracht.bereken(vanaf: klok.einde.datum, anker: "de laatste dag van het traject")
        klok.overdracht = Moment(datum: overdracht.dag, waarom: overdracht.uitleg)
        return klok
    }

    private func verlengd(_ verlenging: Trajectregels.Verlenging, keren: Int, regels: Trajectregels) -> Moment {
        let erbij = verlenging.maanden * keren
        var termijn = regels.maximum
        switch termijn.eenheid {
        case .maand: termijn.aantal += erbij
        case .jaar: (termijn.aantal, termijn.eenheid) = (termijn.aantal * 12 + erbij, .maand)
        // A contract in days or weeks: the months come after its last day.
        case .dag, .werkdag, .week: termijn = Termijn(erbij, .maand, bron: termijn.bron)
        }
        let vanaf = [.maand, .jaar].contains(regels.maximum.eenheid) ? start.datum : einde.datum
        let keer = keren == 1 ? "1 keer" : "\(keren) keer"
        return Moment(
            datum: termijn.uiterlijk(vanaf: vanaf),
            waarom: "\(einde.waarom) Het traject is \(keer) verlengd, samen met \(erbij) \(erbij == 1 ? "maand" : "maanden").")
    }

    private static func verschoven(_ moment: Moment, _ verloop: Klokverloop, _ vandaag: Datum) -> Moment {
        var (nu, zinnen) = (moment, [String]())
        for pauze in verloop.pauzes where pauze.reden.verlengt && pauze.van <= nu.datum {
            let dagen = pauze.dagen(tot: vandaag)
            guard dagen > 0 else { continue }
            nu.datum = nu.datum.adding(days: dagen)
            let telling = "\(dagen) \(dagen == 1 ? "dag" : "dagen")"
            if let tot = pauze.tot {
                zinnen.append(
                    "De klok stond stil van \(pauze.van.tekst) tot en met \(tot.tekst): \(telling) (\(pauze.reden.naam.kleineLetter))."
                )
            } else {
                zinnen.append(
                    "De klok staat stil sinds \(pauze.van.tekst): tot nu toe \(telling) (\(pauze.reden.naam.kleineLetter)). Elke dag schuift deze dag mee."
                )
            }
        }
        guard !zinnen.isEmpty else { return moment }
        nu.waarom = "\(moment.waarom) \(zinnen.joined(separator: " ")) Zo wordt het \(nu.datum.voluit)."
        return nu
    }
}
