// SPDX-License-Identifier: EUPL-1.2
import Domein

/// One stay of one person in one household with one role: a fact with its days, its reason and its source. Facts are only
/// added; what was wrong is taken back by a newer one and stays readable.
struct Lidmaatschap: Sendable, Equatable {
    /// Why somebody came into a household or got another role there. A code and no free text: why people part is nobody's
    /// business but theirs.
    enum Reden: String, Sendable, CaseIterable {
        case aanmelding, verhuisd, samenwonen, nareis, meerderjarig, rol, correctie
        case uitElkaar = "uit-elkaar"
        /// From the time before memberships were kept: the day is that of the aanmelding.
        case overgenomen

        /// What a worker may choose.
        static let keuzes: [Reden] = [.verhuisd, .samenwonen, .uitElkaar, .nareis, .meerderjarig, .rol]
    }

    enum Bron: String, Sendable, CaseIterable { case gemeente, medewerker, overgenomen }

    var id: LidmaatschapID
    var dossier: DossierID
    var huishouden: HuishoudenID
    var rol: Huishoudrol
    /// The first day.
    var van: Datum
    /// The first day on which it holds no longer; nil as long as it does.
    var tot: Datum?
    var reden: Reden
    var bron: Bron
    var ingetrokken: Bool
    /// The fact that this one replaced on its own first day: taking this one back returns to it.
    var vervangt: LidmaatschapID?

    func geldt(op dag: Datum) -> Bool { !ingetrokken && van <= dag && (tot.map { dag < $0 } ?? true) }
}

/// The memberships of one person, in order of their first day. They never overlap, and at most one holds today.
struct Huishoudverloop: Sendable, Equatable {
    let stukken: [Lidmaatschap]
    private let ingetrokken: [Lidmaatschap]

    init(_ alle: [Lidmaatschap]) {
        stukken = alle.filter { !$0.ingetrokken }.sorted { $0.van < $1.van }
        ingetrokken = alle.filter(\.ingetrokken)
    }

    var nu: Lidmaatschap? { stukken.last { $0.tot == nil } }
    /// The one before the present one.
    var vorige: Lidmaatschap? {
        guard let nu else { return nil }
        return stukken.last { $0.id != nu.id && $0.tot == nu.van }
    }

    /// What the present one replaced on its own first day.
    var vervangen: Lidmaatschap? {
        guard let id = nu?.vervangt else { return nil }
        return ingetrokken.first { $0.id == id }
    }
    /// To which taking the present one back returns.
    var terugNaar: Lidmaatschap? { vervangen ?? vorige }

    /// Where the person lived on a day.
    func op(_ dag: Datum) -> Lidmaatschap? { stukken.last { $0.geldt(op: dag) } }

    /// Why the next fact cannot begin on this day, as code and sentence; nil when it can.
    func bezwaar(tegenStap op: Datum, vandaag: Datum) -> (code: String, zin: String)? {
        if op > vandaag {
            return ("toekomst", "Deze dag ligt in de toekomst. Kies vandaag of een eerdere dag.")
        }
        if let nu, op < nu.van {
            return (
                "te-vroeg",
                "De vorige verandering begon op \(nu.van.tekst). Kies die dag of een latere dag, of kies bij deze persoon eerst “Dag of rol verbeteren”."
            )
        }
        return nil
    }

    /// Why the first day of the present fact cannot become this day; nil when it can.
    func bezwaar(tegenBegin van: Datum, vandaag: Datum) -> (code: String, zin: String)? {
        if van > vandaag { return ("toekomst", "Deze dag ligt in de toekomst. Kies vandaag of een eerdere dag.") }
        if let vorige, van <= vorige.van {
            return ("te-vroeg", "De verandering ervoor begon op \(vorige.van.tekst). Kies een latere dag.")
        }
        return nil
    }
}
