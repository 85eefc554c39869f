// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The days over which the figures of a gemeente are shown, and whose figures.
struct Cijferperiode: Sendable, Equatable {
    var gemeente: String
    /// Whether the gemeente must stand in an address: not for a klantmanager, who has one.
    var noemGemeente: Bool
    var van: Datum
    var tot: Datum

    /// The address of a page over this period, or over a part of it.
    func adres(_ pad: String, van: Datum? = nil, tot: Datum? = nil, na: String? = nil) -> String {
        Adres.van(
            pad,
            [
                ("van", (van ?? self.van).description), ("tot", (tot ?? self.tot).description),
                ("gemeente", noemGemeente ? gemeente : nil), ("na", na),
            ])
    }

    /// The days of a month that fall in the period.
    func deel(_ maand: Maand) -> (van: Datum, tot: Datum) { (max(van, maand.eersteDag), min(tot, maand.laatsteDag)) }

    /// `1 januari 2027 tot en met 18 januari 2027`
    var tekst: String { "\(van.tekst) tot en met \(tot.tekst)" }
}

extension Cijferperiode {
    /// Reads the query; what is not there is this year so far.
    /// - Parameter gemeenten: those of the contracts, for who has none.
    init(_ query: FormValues, van ik: Aangemeld, gemeenten: [String], vandaag: Datum) throws(Failure) {
        var fouten: [FieldError] = []
        func dag(_ veld: String, _ anders: Datum) -> Datum {
            guard let getypt = query.optional(veld) else { return anders }
            guard let dag = Datum(getypt: getypt) else {
                fouten.append(FieldError(veld, code: "vorm", "Vul een dag in, zoals 18-1-2027."))
                return anders
            }
            return dag
        }
        let begin = dag("van", Datum(vandaag.year, 1, 1) ?? vandaag)
        let einde = dag("tot", max(vandaag, begin))
        if fouten.isEmpty, einde < begin {
            fouten.append(FieldError("tot", code: "volgorde", "De laatste dag ligt voor de eerste dag."))
        }
        let eigen = ik.rollen.contains(.klantmanager) ? ik.gemeente : nil
        let gekozen = query.optional("gemeente").flatMap { gemeenten.contains($0) ? $0 : nil } ?? gemeenten.first
        guard let gemeente = eigen ?? gekozen else {
            throw .notAllowed(reason: "Bij uw account hoort nog geen gemeente. Vraag het de beheerder.")
        }
        guard fouten.isEmpty else { throw .invalid(fouten) }
        self.init(gemeente: gemeente, noemGemeente: eigen == nil && gemeenten.count > 1, van: begin, tot: einde)
    }
}
