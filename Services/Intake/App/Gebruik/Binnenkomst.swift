// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag
import Zegel

/// Somebody whom a gemeente hands over, read and made ready as far as that goes without the store.
struct Binnenkomst: Sendable {
    let bericht: Ingekomen
    let gegevens: Aanmeldgegevens
    let opdracht: Opdracht
    let kenmerken: Dubbelvraag

    /// - Throws: `Ontvangstfout.geenOpdracht`.
    init(_ bericht: Ingekomen, _ gegevens: Aanmeldgegevens, _ parts: IntakeParts) throws {
        guard let opdracht = parts.opdracht(voor: gegevens.gemeente, op: parts.clock.today) else {
            throw Ontvangstfout.geenOpdracht
        }
        (self.bericht, self.gegevens, self.opdracht) = (bericht, gegevens, opdracht)
        kenmerken = try parts.index.kenmerken(van: gegevens)
    }

    enum Weging {
        /// The message was here before, and had its effect then.
        case eerder(Ontvangstbevestiging)
        case nieuw(Oordeel, kandidaten: [Dubbelkandidaat], bekende: DossierID?)
    }

    /// The judgement. Changes nothing.
    /// - Throws: `Ontvangstfout`.
    func weeg(_ db: Database, op dag: Datum, _ zoek: () throws -> [Dubbelkandidaat]) throws -> Weging {
        if let eerder = try Berichtregister.eerder(db, bericht) { return .eerder(eerder) }
        guard try !Aanmeldingregister.bestaat(db, gegevens.aanmelding) else { throw Ontvangstfout.aanmeldingBekend }
        let kandidaten = try zoek()
        let oordeel = Beoordeling.oordeel(over: gegevens, opdracht: opdracht, heeftDubbel: !kandidaten.isEmpty, op: dag)
        // A number that came later: who is known by the other one is not entered twice.
        let bekende = oordeel.isAfwijzing ? nil : try LaatNummer.bekende(db, gegevens, kenmerken, kandidaten)
        return .nieuw(oordeel, kandidaten: kandidaten, bekende: bekende)
    }

    /// What would become of it: for a dry run, which is nothing but looking.
    func proef(_ db: Database, op dag: Datum) throws -> AanmeldingAannemen.Aanname {
        let weging = try weeg(db, op: dag) { try Dubbelzoeker.zoek(db, kenmerken, behalve: nil) }
        return aanname(weging)
    }

    func aanname(_ weging: Weging) -> AanmeldingAannemen.Aanname {
        switch weging {
        case .eerder(let antwoord): .init(antwoord: antwoord)
        case .nieuw(let oordeel, _, let bekende):
            .init(antwoord: .ontvangen(gegevens.aanmelding), oordeel: oordeel, bijBekende: bekende != nil)
        }
    }
}
