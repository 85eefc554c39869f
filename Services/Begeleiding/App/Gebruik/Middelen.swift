// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opdrachten
import Opslag
import Toegang

/// What the use cases work with, handed in by Bootstrap or by a test.
struct Middelen: Sendable {
    let store: Store
    let keys: any DossierKeys
    /// Asked before anything goes to a reader outside.
    let uitwisseling: Uitwisselpoort
    let regels: Regels
    /// The keys of the Meldcode files.
    var compartimenten: any CompartmentKeys = NoCompartmentKeys()

    var vandaag: Datum { store.clock.today }
}

/// The rules as data: the contracts, and when something asks for attention.
struct Regels: Sendable {
    let boek: Opdrachtenboek
    var aandacht = Aandachtregels()

    /// Changes when the terms of a measurement or of the talks about the plan in some contract change.
    var vingerafdruk: String {
        boek.opdrachten.map { opdracht in
            let meten = opdracht.metingen.map { "\($0.momenten)" } ?? "-"
            let plan = opdracht.plan.bespreken.map { "\($0)" } ?? "-"
            return "\(opdracht.id):\(meten):\(plan):\(opdracht.uitbeeld.vingerafdruk)"
        }.sorted().joined(separator: ";")
    }

    /// A contract that a dossier names. An unknown one is a matter for the operator, so the event goes aside.
    func opdracht(_ id: String) throws -> Opdracht {
        guard let opdracht = boek.opdracht(id: id) else { throw Failure.notFound(what: "opdracht") }
        return opdracht
    }
}

extension Dossiers {
    /// The dossier, when the actor may do this with it.
    /// - Throws: `Failure.notFound`, `Failure.notAllowed`.
    static func eis(
        _ db: Database, _ id: DossierID, _ actor: Actor, _ action: Action, _ resource: Resource
    ) throws -> Dossierrij {
        guard let dossier = try vind(db, id) else { throw Failure.notFound(what: "dossier") }
        try Policy.decide(actor, action, on: resource, facts: dossier.feiten).orThrow()
        return dossier
    }
}

extension Dossierrij {
    func mag(_ actor: Actor, _ action: Action, _ resource: Resource) -> Bool {
        Policy.decide(actor, action, on: resource, facts: feiten).isYes
    }
}

extension Array where Element == Veldfout {
    /// All field errors at once, or nothing.
    func orThrow() throws(Failure) {
        guard isEmpty else { throw .invalid(map { FieldError($0.veld, code: $0.code, $0.tekst) }) }
    }
}

/// The place in a list ordered by day and number: `2027-01-18|42`.
enum Sleutelplaats {
    static func tekst(_ datum: Datum, _ nummer: some CustomStringConvertible) -> String { "\(datum)|\(nummer)" }

    /// - Throws: `Failure.invalid` for what no page ever gave.
    static func lees(_ tekst: String?) throws(Failure) -> (datum: Datum, rest: String)? {
        guard let tekst else { return nil }
        let delen = tekst.split(separator: "|", maxSplits: 1)
        guard delen.count == 2, let datum = Datum(delen[0]) else { throw fout }
        return (datum, String(delen[1]))
    }

    static func leesNummer(_ tekst: String?) throws(Failure) -> (datum: Datum, nummer: Int64)? {
        guard let (datum, rest) = try lees(tekst) else { return nil }
        guard let nummer = Int64(rest) else { throw fout }
        return (datum, nummer)
    }

    static func tekst(_ moment: Date, _ nummer: some CustomStringConvertible) -> String { "\(Instant.text(moment))|\(nummer)" }

    static func leesMoment(_ tekst: String?) throws(Failure) -> (op: String, rest: String)? {
        guard let tekst else { return nil }
        let delen = tekst.split(separator: "|", maxSplits: 1).map(String.init)
        guard delen.count == 2, Instant.date(delen[0]) != nil else { throw fout }
        return (delen[0], delen[1])
    }

    private static var fout: Failure {
        .invalid([
            FieldError("page.after", code: "onbekend", "Deze plaats in de lijst bestaat niet. Begin bij de eerste bladzijde.")
        ])
    }
}
