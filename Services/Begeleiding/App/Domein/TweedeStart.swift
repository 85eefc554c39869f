// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The second start: somebody goes from a HAR or doorstroomlocatie to the own home. What that does to the clock, the
/// contract says.
enum TweedeStart {
    /// Where somebody lives, and since when as far as that is known.
    struct Woning: Sendable, Equatable {
        var vorm: Verblijfsvorm
        var op: Datum?
    }

    /// What was made of it before.
    enum Stand: Sendable, Equatable {
        case geen
        /// The form of housing changed, the day of the own home did not come along yet.
        case wacht(van: Woning)
        /// - Parameter van: without a day for what began before that was kept.
        case begonnen(van: Woning, op: Datum)
    }

    /// What changed facts ask.
    enum Stap: Sendable, Equatable {
        case niets
        case begin(van: Woning, op: Datum)
        case wacht(van: Woning)
        case wachtNietMeer
        case verschuif(van: Woning, naar: Datum)
        /// It was no move after all. It waits again when only the day is not right.
        case terug(wacht: Woning?)
    }

    /// The day of housing in the own home comes after that of the temporary place: as long as it does not, the day is still that
    /// of the old place, and the clock would begin again on it.
    static func stap(_ regel: Trajectregels.TweedeStart?, _ stand: Stand, was: Woning, nu: Woning) -> Stap {
        guard let regel else { return .niets }
        func dag(na eerste: Datum?) -> Datum? { nu.op.flatMap { op in eerste.map { op > $0 } ?? true ? op : nil } }
        let tijdelijk = regel.vormen.contains(nu.vorm)
        switch stand {
        case .geen:
            guard regel.vormen.contains(was.vorm), nu.vorm == .eigenWoning else { return .niets }
            return dag(na: was.op).map { .begin(van: was, op: $0) } ?? .wacht(van: was)
        case .wacht(let van):
            guard nu.vorm == .eigenWoning else { return .wachtNietMeer }
            return dag(na: van.op).map { .begin(van: van, op: $0) } ?? .niets
        case .begonnen(let van, let op):
            if tijdelijk { return .terug(wacht: nil) }
            guard nu.vorm == .eigenWoning, nu.op != op else { return .niets }
            return dag(na: van.op).map { .verschuif(van: van, naar: $0) } ?? .terug(wacht: van)
        }
    }

    /// The clock from the day of the own home, where the contract lets it begin anew; otherwise as it was. The first contact
    /// counts from acceptance and stays.
    static func klok(_ oud: Trajectklok, _ opdracht: Opdracht, van vorm: Verblijfsvorm, op dag: Datum) -> Trajectklok {
        guard let regel = opdracht.traject.tweedeStart, regel.klok == .opnieuw,
            var nieuw = Trajectklok.bereken(opdracht, ankers: [.huisvesting: dag, .sleutel: dag, .acceptatie: dag])
        else { return oud }
        nieuw.eersteContact = oud.eersteContact
        nieuw.start = Trajectklok.Moment(
            datum: dag,
            waarom:
                "Tweede start: de klok liep sinds \(oud.start.datum.tekst) in tijdelijke opvang (\(vorm.naam)). Op \(dag.voluit) ging deze persoon naar de eigen woning. Daar begint de klok opnieuw. Bron: \(regel.bron)."
        )
        return nieuw
    }
}
