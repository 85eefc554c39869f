// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag

/// A gemeente hands somebody over: receipt, judgement and, by rule, acceptance, in one transaction. The answer leaves after
/// the commit; the same message again gets the same answer and has no effect.
struct AanmeldingAannemen: Sendable {
    let parts: IntakeParts

    /// - Parameter cause: the message as envelope, so that what follows can be traced back to its `berichtId`.
    /// - Throws: `Ontvangstfout`; `Failure.unavailable` when keys or store are away, and then nothing was kept.
    func callAsFunction(
        _ bericht: Ingekomen, _ gegevens: Aanmeldgegevens, because cause: Envelope
    ) async throws -> Ontvangstbevestiging {
        let neemAan = try await voorbereid(bericht, gegevens)
        return try await parts.store.write(because: cause) { try neemAan($0).antwoord }
    }

    /// What becomes of it, beside the answer.
    struct Aanname: Sendable {
        var antwoord: Ontvangstbevestiging
        /// Nil when the message was here before, and so had no effect.
        var oordeel: Oordeel?
        /// It joined somebody who is a client already, whatever the judgement.
        var bijBekende = false
        /// It waits because it may be a double, but only of people about whom nothing may be told to the outside.
        var zwijgtOverDubbel = false
    }

    /// Does what can be done before the transaction, and gives the rest: for who takes many in one go.
    func voorbereid(
        _ bericht: Ingekomen, _ gegevens: Aanmeldgegevens
    ) async throws -> @Sendable (Transaction) throws -> Aanname {
        guard let opdracht = parts.opdracht(voor: gegevens.gemeente, op: parts.clock.today) else {
            throw Ontvangstfout.geenOpdracht
        }
        let (dossier, key) = try await parts.kluis.nieuw()
        let kenmerken = try parts.index.kenmerken(van: gegevens)
        // The long look at everybody happens beside the writer; the transaction adds who came since.
        let vooraf = try await parts.store.read { try Dubbelzoeker.vooraf($0, kenmerken) }
        let ouder = try Ouderkenmerken(gegevens.ouderOfVoogd, parts.index)
        let verzegeld = try Verzegeling.sluit(gegevens, [.aanmelding, .persoon], dossier, key)
        return { tx in
            if let eerder = try Berichtregister.eerder(tx.db, bericht) { return Aanname(antwoord: eerder) }
            guard try Aanmeldingregister.vind(tx.db, gegevens.aanmelding) == nil else {
                throw Ontvangstfout.aanmeldingBekend
            }
            let dag = Datum(tx.now)
            let kandidaten = try Dubbelzoeker.zoek(tx.db, kenmerken, behalve: dossier, na: vooraf)
            let oordeel = Beoordeling.oordeel(
                over: gegevens, opdracht: opdracht, heeftDubbel: !kandidaten.isEmpty, op: dag)
            // A number that came later: who is known by the other one is not entered twice.
            let bekende = oordeel.isAfwijzing ? nil : try LaatNummer.bekende(tx.db, gegevens, kenmerken, kandidaten)
            try Aanmeldingregister.maak(
                tx,
                .init(
                    oin: bericht.oin, opdracht: opdracht, dossier: dossier,
                    toestand: bekende == nil ? oordeel.toestand : .geaccepteerd,
                    redenen: bekende == nil ? oordeel.redenen : [], verzegeld: verzegeld[0], dag: dag), gegevens)
            try tx.created("aanmelding", id: gegevens.aanmelding.description, why: "aangemeld door de gemeente")
            try tx.emit(
                AanmeldingOntvangen(aanmelding: gegevens.aanmelding, gemeente: gegevens.gemeente.waarde, ontvangenOp: dag))
            if let bekende {
                try Kenmerkregister.zet(tx.db, kenmerken, voor: dossier)
                try Aanmeldingvoeging.voeg(tx, gegevens.aanmelding, dossier, bij: bekende, reden: .zelfdeNummer, voor: [])
            } else {
                try Gevolg(
                    gegevens: gegevens, dossier: dossier, key: key, opdracht: opdracht, ontvangenOp: dag,
                    kenmerken: kenmerken, ouder: ouder, kandidaten: kandidaten, verzegeld: verzegeld[1]
                ).voer(oordeel, in: tx)
            }
            try Volgorderegister.zet(tx.db, gegevens.aanmelding, bericht.volgorde)
            try parts.melden?(
                .toestand, over: gegevens.aanmelding, gemeente: gegevens.gemeente.waarde, dossier: dossier, tx)
            let antwoord = try Ontvangstbevestiging.ontvangen(gegevens.aanmelding)
            try Berichtregister.bewaar(tx.db, bericht, antwoord, op: tx.now)
            return Aanname(
                antwoord: antwoord, oordeel: oordeel, bijBekende: bekende != nil,
                zwijgtOverDubbel: try Dubbelzoeker.zijnAllenGestopt(tx.db, kandidaten))
        }
    }
}

extension Oordeel {
    /// The state in which the aanmelding ends up.
    var toestand: AanmeldingToestand {
        switch self {
        case .accepteren: .geaccepteerd
        case .inControle: .inControle
        case .afwijzen: .afgewezen
        }
    }

    var isAfwijzing: Bool { if case .afwijzen = self { true } else { false } }

    var redenen: [String] {
        switch self {
        case .accepteren: []
        case .inControle(let redenen): redenen.map(\.rawValue)
        case .afwijzen(let reden): [reden.rawValue]
        }
    }
}

extension Ontvangstbevestiging {
    private struct Antwoord: Encodable {
        var aanmeldingId: String
        var toestand: String
        /// True: a newer version was taken over before, this one changes nothing.
        var verouderd: Bool?
    }

    /// 202: the message is kept and will be judged. What came of it, the sender asks at the place in `Location`.
    static func ontvangen(_ aanmelding: AanmeldingID, verouderd: Bool = false) throws -> Ontvangstbevestiging {
        let antwoord = Antwoord(
            aanmeldingId: aanmelding.description, toestand: AanmeldingToestand.ontvangen.rawValue,
            verouderd: verouderd ? true : nil)
        return Ontvangstbevestiging(status: 202, aanmelding: aanmelding, antwoord: try MessageCoding.encode(antwoord))
    }
}
