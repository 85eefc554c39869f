// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The second start: somebody goes from a HAR or doorstroomlocatie to the own home. What that does to the clock, the
/// contract says.
enum TweedeStart {
    /// Whether a move is one.
    static func geldt(_ regel: Trajectregels.TweedeStart?, van: Verblijfsvorm, naar: Verblijfsvorm, op: Datum?) -> Bool {
        guard let regel, op != nil else { return false }
        return naar == .eigenWoning && regel.vormen.contains(van)
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
