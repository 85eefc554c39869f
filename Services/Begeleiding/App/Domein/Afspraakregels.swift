// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// What may stand in the agenda.
enum Afspraakregels {
    /// An appointment further away than this is a typing error in the year.
    static let versteDagen = 400
    /// Minutes.
    static let langsteDuur = 600
    static let langsteOnderwerp = 300
    /// So many days back an appointment may still be entered, to write it down afterwards.
    static let terugDagen = 14

    /// When it is, as instants. Nil when a time does not exist on that day.
    static func momenten(_ dag: Datum, _ van: Kloktijd, _ tot: Kloktijd) -> (begint: Date, eindigt: Date)? {
        guard let begint = dag.moment(van), var eindigt = dag.moment(tot) else { return nil }
        // In the night in which an hour comes twice an end may be in the second one.
        if eindigt <= begint, tot > van { eindigt = begint.addingTimeInterval(Double(tot.minuten - van.minuten) * 60) }
        return (begint, eindigt)
    }

    /// All that is wrong, at once, by the names of the fields.
    static func veldfouten(
        soort: Contactsoort, dag: Datum, van: Kloktijd, tot: Kloktijd, tolkNodig: Bool, tolkGeregeld: Bool, onderwerp: String,
        onbekendeAanwezigen: Int, vandaag: Datum
    ) -> [Veldfout] {
        var fouten: [Veldfout] = []
        func fout(_ veld: String, _ code: String, _ tekst: String) { fouten.append(Veldfout(veld, code: code, tekst)) }
        if !Contactsoort.teplannen.contains(soort) {
            fout("soort", "niet-te-plannen", "Kies huisbezoek, afspraak, spreekuur of telefoon.")
        }
        if vandaag.days(until: dag) > versteDagen {
            fout("dag", "te-ver", "Deze dag is meer dan een jaar later. Klopt het jaartal?")
        } else if dag.days(until: vandaag) > terugDagen {
            fout("dag", "voorbij", "Deze dag is meer dan \(terugDagen) dagen geleden. Leg het contact zelf vast.")
        }
        if dag.moment(van) == nil {
            fout("van", "bestaat-niet", "Deze tijd bestaat niet: de klok gaat die nacht een uur vooruit.")
        }
        if dag.moment(tot) == nil {
            fout("tot", "bestaat-niet", "Deze tijd bestaat niet: de klok gaat die nacht een uur vooruit.")
        }
        if tot <= van {
            fout("tot", "voor-begin", "Het einde komt na het begin. Kies een latere tijd.")
        } else if let (begint, eindigt) = momenten(dag, van, tot), eindigt.timeIntervalSince(begint) > Double(langsteDuur) * 60 {
            fout("tot", "te-lang", "Een afspraak duurt ten hoogste tien uur.")
        }
        if tolkGeregeld, !tolkNodig {
            fout("tolkNodig", "geregeld-niet-nodig", "Er is een tolk geregeld. Kies dan ook dat die nodig is.")
        }
        if onderwerp.count > langsteOnderwerp {
            fout("onderwerp", "te-lang", "Maak het onderwerp korter: ten hoogste \(langsteOnderwerp) tekens.")
        }
        if onbekendeAanwezigen > 0 {
            fout("aanwezigen", "onbekend", "Kies alleen mensen uit het huishouden van deze cliënt.")
        }
        return fouten
    }

    /// What a planned appointment asks of the worker.
    struct Open: Sendable, Equatable {
        var id: AfspraakID
        var dag: Datum
        /// Needed and not arranged.
        var zonderTolk: Bool
    }
}
