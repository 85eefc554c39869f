// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opdrachten
import Opslag

/// A gemeente sends the gegevens of an aanmelding anew. Whoever is no client yet is judged anew with them. Of a client they
/// are kept beside the present ones, for a worker to take over: nothing that people work with changes by itself.
struct AanmeldingWijzigen: Sendable {
    let parts: IntakeParts

    func callAsFunction(
        _ bericht: Ingekomen, _ gegevens: Aanmeldgegevens, gemeenten: Set<String>, because cause: Envelope
    ) async throws -> Ontvangstbevestiging {
        let wijzig = try await voorbereid(bericht, gegevens, gemeenten: gemeenten)
        return try await parts.store.write(because: cause) { try wijzig($0).antwoord }
    }

    /// What would become of a change in a file: for a dry run, which is nothing but looking.
    func proef(
        _ db: Database, _ bericht: Ingekomen, _ gegevens: Aanmeldgegevens, gemeenten: Set<String>, op dag: Datum
    ) throws -> AanmeldingAannemen.Aanname {
        if let eerder = try Berichtregister.eerder(db, bericht) { return .init(antwoord: eerder) }
        let rij = try Aanmeldingregister.eigen(db, bericht, gemeenten: gemeenten)
        guard let opdracht = parts.opdrachten.opdracht(id: rij.opdracht) else { throw Ontvangstfout.geenOpdracht }
        guard rij.gemeente == gegevens.gemeente.waarde else { throw Ontvangstfout.andereGemeente }
        let antwoord = Ontvangstbevestiging.ontvangen(rij.id)
        switch rij.toestand {
        case .afgewezen, .ingetrokken: throw Ontvangstfout.afgesloten
        case .geaccepteerd: return .init(antwoord: antwoord)
        case .ontvangen, .inControle:
            let kandidaten = try Dubbelzoeker.zoek(db, parts.index.kenmerken(van: gegevens), behalve: rij.dossier)
            let oordeel = Beoordeling.oordeel(over: gegevens, opdracht: opdracht, heeftDubbel: !kandidaten.isEmpty, op: dag)
            return .init(antwoord: antwoord, oordeel: oordeel)
        }
    }

    /// Does what can be done before the transaction, and gives the rest: for who takes many in one go.
    func voorbereid(
        _ bericht: Ingekomen, _ gegevens: Aanmeldgegevens, gemeenten: Set<String>
    ) async throws -> @Sendable (Transaction) throws -> AanmeldingAannemen.Aanname {
        let found = try await parts.store.read { try Aanmeldingregister.vind($0, bericht.aanmelding) }
        guard let rij = found else { throw Ontvangstfout.aanmeldingOnbekend }
        guard let opdracht = parts.opdrachten.opdracht(id: rij.opdracht) else { throw Ontvangstfout.geenOpdracht }
        let key = try await parts.kluis.key(for: rij.dossier)
        let kenmerken = try parts.index.kenmerken(van: gegevens)
        let ouder = try Ouderkenmerken(gegevens.ouderOfVoogd, parts.index)
        return { tx in
            if let eerder = try Berichtregister.eerder(tx.db, bericht) { return .init(antwoord: eerder) }
            var uitkomst: Oordeel?
            let rij = try Aanmeldingregister.eigen(tx.db, bericht, gemeenten: gemeenten)
            guard rij.gemeente == gegevens.gemeente.waarde else { throw Ontvangstfout.andereGemeente }
            if try Volgorderegister.isVerouderd(tx.db, bericht) { return .init(antwoord: try verouderd(bericht, tx)) }
            switch rij.toestand {
            case .afgewezen, .ingetrokken: throw Ontvangstfout.afgesloten
            case .geaccepteerd:
                try Aanmeldingregister.bewaarWijziging(
                    tx, aanmelding: rij.id, verzegeld: try Verzegeling.sluit(gegevens, .wijziging, rij.dossier, key))
                // A number that came later finds this person from now on; what people see changes when they take it over.
                let nummers = kenmerken.kenmerken.filter { $0.soort != .naamDatum }
                try Kenmerkregister.voegToe(tx.db, nummers, voor: rij.dossier)
                try tx.change("aanmelding", id: rij.id.description, from: rij.versie, why: "wijziging ontvangen") { _ in }
            case .ontvangen, .inControle:
                let kandidaten = try Dubbelzoeker.zoek(tx.db, kenmerken, behalve: rij.dossier)
                let oordeel = Beoordeling.oordeel(
                    over: gegevens, opdracht: opdracht, heeftDubbel: !kandidaten.isEmpty, op: tx.today)
                uitkomst = oordeel
                let verzegeld = try Verzegeling.sluit(gegevens, .aanmelding, rij.dossier, key)
                try tx.change("aanmelding", id: rij.id.description, from: rij.versie, why: "gewijzigd door de gemeente") {
                    try Aanmeldingregister.vervang($0, gegevens, verzegeld: verzegeld)
                    try Aanmeldingregister.zet(
                        $0, rij.id, toestand: oordeel.toestand, redenen: oordeel.redenen, op: tx.today)
                }
                try Gevolg(
                    gegevens: gegevens, dossier: rij.dossier, key: key, opdracht: opdracht, ontvangenOp: rij.ontvangenOp,
                    kenmerken: kenmerken, ouder: ouder, kandidaten: kandidaten
                ).voer(oordeel, in: tx)
                if oordeel.toestand != rij.toestand || oordeel.redenen != rij.redenen {
                    try parts.melden?(.toestand, over: rij.id, gemeente: rij.gemeente, dossier: rij.dossier, tx)
                }
            }
            let antwoord = Ontvangstbevestiging.ontvangen(rij.id)
            try Berichtregister.bewaar(tx.db, bericht, antwoord, op: tx.now)
            return .init(antwoord: antwoord, oordeel: uitkomst)
        }
    }
}
