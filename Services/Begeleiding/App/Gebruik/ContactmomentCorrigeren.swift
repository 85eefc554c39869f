// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

extension ContactmomentIntrekken {
    /// Takes a contact away, as a fact with a reason: it stays readable and counts no more.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        let uitleg = toelichting.trimmingCharacters(in: .whitespacesAndNewlines)
        guard Correctiereden.intrekken.contains(reden) else {
            throw Failure.invalid([FieldError("reden", code: "onbekend", "Kies waarom u dit contact intrekt.")])
        }
        guard uitleg.count <= Contactregels.langsteStap else {
            throw Failure.invalid([FieldError("toelichting", code: "te-lang", "Maak de uitleg korter.")])
        }
        _ = try await middelen.store.read { try Dossiers.eis($0, dossier, actor, .change, .contactmoment).id }
        let key = uitleg.isEmpty ? nil : try await middelen.keys.key(for: dossier)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .contactmoment)
            let oud = try rij.geldigContact(tx.db, contactmoment, actor)
            try oud.vervalt(tx, reden, toelichting: try key.zegel(uitleg, Zegelplaats.toelichting(oud.id)), door: nil)
            try oud.maakAfspraakWeerOpen(tx)
            try rij.contactGewijzigd(tx, regels)
            try Tijdlijn.voegToe(
                tx, dossier, op: tx.today, .ingetrokken(oud.soort, oud.datum, reden), bron: oud.id.description)
            return Done()
        }
    }
}

extension Contactrij {
    /// From now on this contact does not hold.
    func vervalt(_ tx: Transaction, _ reden: Correctiereden, toelichting: Data?, door nieuw: ContactmomentID?) throws {
        try Contactmomenten.corrigeer(
            tx.db,
            .init(contactmoment: id, reden: reden, toelichtingZegel: toelichting, vervangenDoor: nieuw),
            door: tx.cause?.actor?.user, op: tx.nowText)
        if let nieuw {
            // The appointment that this was belongs to the better one now.
            try tx.db.doe(
                "UPDATE afspraak SET contactmoment = ? WHERE contactmoment = ?", [nieuw.description, id.description])
        }
        try tx.emit(
            ContactmomentIngetrokken(
                contactmoment: id, traject: traject, dossier: dossier, soort: soort, datum: datum,
                verschijning: verschijning, reden: reden))
    }

    /// The appointment that this contact was has still to be written down.
    fileprivate func maakAfspraakWeerOpen(_ tx: Transaction) throws {
        guard
            let row = try tx.db.rij("SELECT id, versie FROM afspraak WHERE contactmoment = ?", [id.description])
        else { return }
        let afspraak = try row.tekst("id")
        try tx.change("afspraak", id: afspraak, from: try row.getal("versie"), why: "contact ingetrokken") { db in
            try db.doe("UPDATE afspraak SET toestand = 'gepland', contactmoment = NULL WHERE id = ?", [afspraak])
        }
    }
}

extension ContactmomentOpvragen {
    /// One contact with its words, also when it does not hold any more.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Contactmomentkaart {
        let actor = request.actor
        let (rij, doelen, aanwezigen) = try await middelen.store.read { db in
            _ = try Dossiers.eis(db, dossier, actor, .read, .contactmoment)
            guard let rij = try Contactmomenten.vind(db, contactmoment, van: dossier) else {
                throw Failure.notFound(what: "contactmoment")
            }
            return (
                rij, try Contactmomenten.doelen(db, contactmoment), try Contactmomenten.aanwezigen(db, contactmoment)
            )
        }
        try await middelen.uitwisseling.eisVoorLezer(actor, dossier, wat: "dossier", because: request.envelope)
        try await middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, dossier, .tijdlijn, aanvrager: request.caller.rawValue)
        }
        var woorden = Woorden(middelen.keys, dossier)
        return Contactmomentkaart(
            contactmoment: rij.id, soort: rij.soort, datum: rij.datum, duurMinuten: rij.duurMinuten,
            verschijning: rij.verschijning, tolk: rij.tolk,
            bij: Contactomstandigheden(
                plaats: rij.plaats, tolkMinuten: rij.tolkMinuten, taal: rij.taal, aanwezigen: aanwezigen,
                partners: await woorden.open(rij.partnersZegel, Zegelplaats.partners(rij.id))),
            doelen: doelen, notitie: await woorden.open(rij.notitieZegel, Zegelplaats.notitie(rij.id)),
            volgendeStap: await woorden.open(rij.stapZegel, Zegelplaats.stap(rij.id)), volgendeStapOp: rij.stapOp,
            onleesbaar: woorden.onleesbaar, door: rij.door, vastgelegdOp: Instant.date(rij.vastgelegdOp) ?? rij.datum.start,
            vervangt: rij.vervangt, vervallen: await rij.vervallen(&woorden))
    }
}

extension Contactrij {
    fileprivate func vervallen(_ woorden: inout Woorden) async -> Contactmomentkaart.Vervallen? {
        guard let vervallen else { return nil }
        return Contactmomentkaart.Vervallen(
            op: Instant.date(vervallen.op) ?? datum.start, door: vervallen.door, reden: vervallen.reden,
            toelichting: await woorden.open(vervallen.toelichtingZegel, Zegelplaats.toelichting(id)),
            vervangenDoor: vervallen.vervangenDoor)
    }
}

/// Opens the sealed words of one answer about one dossier, and remembers whether some could not be opened.
struct Woorden {
    private var opener: Opener
    private let dossier: DossierID
    private(set) var onleesbaar = false

    init(_ keys: any DossierKeys, _ dossier: DossierID) { (opener, self.dossier) = (Opener(keys), dossier) }

    /// Empty when there are no words, or when they cannot be opened now.
    mutating func open(_ zegel: Data?, _ plaats: String) async -> String {
        guard let zegel else { return "" }
        guard let tekst = await opener.tekst(zegel, van: dossier, plaats: plaats) else {
            onleesbaar = true
            return ""
        }
        return tekst
    }
}

extension ContactvoorstelOpvragen {
    /// How the last contact was and what was planned for now, so that a new one needs few taps.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Contactvoorstel {
        let (actor, vandaag) = (request.actor, middelen.vandaag)
        let (rij, aanwezigen, afspraken) = try await middelen.store.read { db in
            _ = try Dossiers.eis(db, dossier, actor, .create, .contactmoment)
            let rij = try Contactmomenten.laatste(db, dossier)
            let aanwezigen = try rij.map { try Contactmomenten.aanwezigen(db, $0.id) } ?? []
            return (rij, aanwezigen, try Afspraken.open(db, dossier, tot: vandaag, limit: 5))
        }
        return Contactvoorstel(
            laatste: rij.map {
                Contactvoorstel.Laatste(
                    soort: $0.soort, datum: $0.datum, duurMinuten: $0.duurMinuten, tolk: $0.tolk,
                    bij: Contactomstandigheden(
                        plaats: $0.plaats, tolkMinuten: $0.tolkMinuten, taal: $0.taal, aanwezigen: aanwezigen))
            }, afspraken: afspraken.map(\.regel))
    }
}
