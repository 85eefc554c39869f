// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Zegel

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
    }

    /// Does what can be done before the transaction, and gives the rest.
    func voorbereid(
        _ bericht: Ingekomen, _ gegevens: Aanmeldgegevens
    ) async throws -> @Sendable (Transaction) throws -> Aanname {
        let binnenkomst = try Binnenkomst(bericht, gegevens, parts)
        let sleutel = try await parts.kluis.nieuw()
        // The long look at everybody happens beside the writer; the transaction adds who came since.
        let vooraf = try await parts.store.read { try Dubbelzoeker.vooraf($0, binnenkomst.kenmerken) }
        return try sluit(binnenkomst, sleutel, vooraf, Sindsdien(), try await Voegingverschil(vooraf, parts))
    }

    /// The same for who takes many in one go, and so looked for many at once.
    func sluit(
        _ binnenkomst: Binnenkomst, _ sleutel: (dossier: DossierID, key: SealKey), _ vooraf: Vooraf, _ sinds: Sindsdien,
        _ verschil: Voegingverschil
    ) throws -> @Sendable (Transaction) throws -> Aanname {
        let (gegevens, (dossier, key)) = (binnenkomst.gegevens, sleutel)
        let ouder = try Ouderkenmerken(gegevens.ouderOfVoogd, parts.index)
        let verzegeld = try Verzegeling.sluit(gegevens, [.aanmelding, .persoon], dossier, key)
        let kenmerken = try binnenkomst.kenmerken.gereed(voor: dossier)
        return { tx in
            let dag = tx.today
            let weging = try binnenkomst.weeg(tx.db, op: dag) {
                try Dubbelzoeker.zoek(
                    tx.db, kenmerken, behalve: dossier, na: vooraf, sinds: sinds.in(tx.number))
            }
            let aanname = binnenkomst.aanname(weging)
            guard case .nieuw(let oordeel, let kandidaten, let bekende) = weging else { return aanname }
            try Aanmeldingregister.maak(
                tx,
                .init(
                    oin: binnenkomst.bericht.oin, opdracht: binnenkomst.opdracht, dossier: dossier,
                    toestand: bekende == nil ? oordeel.toestand : .geaccepteerd,
                    redenen: bekende == nil ? oordeel.redenen : [], verzegeld: verzegeld[0], dag: dag), gegevens)
            try tx.emit(
                AanmeldingOntvangen(aanmelding: gegevens.aanmelding, gemeente: gegevens.gemeente.waarde, ontvangenOp: dag))
            if let bekende {
                try Kenmerkregister.maak(tx.db, kenmerken, voor: dossier)
                let samenvoeging = try Aanmeldingvoeging(parts: parts, gegevens: gegevens, dossier: dossier).voeg(
                    tx, bij: bekende, reden: .zelfdeNummer, voor: [])
                // Nobody looked: what it says otherwise waits for somebody who does.
                if try verschil.moetGezien(tx.db, gegevens, bij: bekende) {
                    try Aanmeldingregister.bewaarWijziging(
                        tx, aanmelding: gegevens.aanmelding,
                        verzegeld: try Verzegeling.sluit(gegevens, .wijziging, dossier, key), samenvoeging: samenvoeging)
                }
            } else {
                try Gevolg(
                    gegevens: gegevens, dossier: dossier, key: key, opdracht: binnenkomst.opdracht, ontvangenOp: dag,
                    kenmerken: kenmerken, ouder: ouder, kandidaten: kandidaten, verzegeld: verzegeld[1],
                    isNieuw: true
                ).voer(oordeel, in: tx)
            }
            try Volgorderegister.zet(tx.db, gegevens.aanmelding, binnenkomst.bericht.volgorde)
            try parts.melden?(
                .toestand, over: gegevens.aanmelding, gemeente: gegevens.gemeente.waarde, dossier: dossier, tx)
            try Berichtregister.bewaar(tx.db, binnenkomst.bericht, aanname.antwoord, op: tx.now)
            return aanname
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
    /// 202: the message is kept and will be judged. What came of it, the sender asks at the place in `Location`.
    static func ontvangen(_ aanmelding: AanmeldingID, verouderd: Bool = false) -> Ontvangstbevestiging {
        // `verouderd`: a newer version was taken over before, this one changes nothing.
        let rest = verouderd ? ",\"verouderd\":true}" : "}"
        let json = "{\"aanmeldingId\":\"\(aanmelding)\",\"toestand\":\"\(AanmeldingToestand.ontvangen.rawValue)\"\(rest)"
        return Ontvangstbevestiging(status: 202, aanmelding: aanmelding, antwoord: Data(json.utf8))
    }
}
