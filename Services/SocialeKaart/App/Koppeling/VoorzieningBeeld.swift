// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// An entry as `/v1` shows it: what a person filled in (`inhoud`), in the form in which a proposal sends it back, with what
/// is known about it.
struct VoorzieningBeeld: Encodable, Sendable {
    struct Organisatie: Encodable, Sendable {
        let id: String
        let naam: String
    }
    struct Begrip: Encodable, Sendable {
        let id: String
        let soort: String
        let code: String?
        let naam: String
    }
    let id: String
    let inhoud: Voorzieningsinhoud
    let organisatie: Organisatie?
    let begrippen: [Begrip]
    let verwijsbaar: String
    let gecontroleerdOp: Datum?
    /// `vers`, `navragen`, `verlopen`, `nooit`.
    let versheid: String
    let gewijzigdOp: Date
    let versie: Int

    /// Nil when there is none that this asker may see: public, or of its own organisation.
    static func een(_ db: Database, _ id: String, vanaf: Datum, vandaag: Datum, eigen: OrganisatieID?) throws -> VoorzieningBeeld?
    {
        let rij = try Row.fetchOne(
            db,
            sql: """
                SELECT v.*, \(Onbeantwoord.reageertNiet) AS reageert_niet, (SELECT o.naam FROM organisatie o WHERE o.id = v.organisatie_id) AS organisatie FROM voorziening v
                WHERE v.id = ? AND (v.gecontroleerd_op >= ? OR v.organisatie_id = ?)
                """, arguments: [id, vanaf.description, eigen?.description])
        return try rij.map { try VoorzieningBeeld(db, $0, vandaag: vandaag) }
    }

    private init(_ db: Database, _ rij: Row, vandaag: Datum) throws {
        let (id, document, op): (String, String, String) = (rij["id"], rij["document"], rij["gewijzigd_op"])
        self.id = id
        inhoud = Voorzieningsinhoud(document: try JSONWaarde(json: document.utf8))
        let (organisatieID, naam): (String?, String?) = (rij["organisatie_id"], rij["organisatie"])
        organisatie = organisatieID.flatMap { id in naam.map { Organisatie(id: id, naam: $0) } }
        begrippen = try Row.fetchAll(
            db,
            sql: """
                SELECT b.id, k.soort, b.code, b.naam FROM voorziening_begrip k JOIN begrip b ON b.nr = k.begrip
                WHERE k.nr = ? ORDER BY k.soort, b.naam
                """, arguments: [rij["nr"] as Int64]
        ).map { Begrip(id: $0["id"], soort: $0["soort"], code: $0["code"], naam: $0["naam"]) }
        verwijsbaar = rij["verwijsbaar"]
        let gecontroleerd: String? = rij["gecontroleerd_op"]
        gecontroleerdOp = gecontroleerd.flatMap { Datum($0) }
        versheid = Versheid(gecontroleerdOp: gecontroleerdOp, vandaag: vandaag, reageertNiet: rij["reageert_niet"]).rawValue
        gewijzigdOp = Instant.date(op) ?? .distantPast
        versie = rij["versie"]
    }
}

/// An entry in a list.
struct VoorzieningRegelBeeld: Encodable, Sendable {
    let id: String
    let naam: String
    let organisatie: String?
    let omschrijving: String
    let leefgebieden: [String]
    let verwijsbaar: String
    let gecontroleerdOp: Datum?

    init(_ regel: Voorzieningsregel) {
        (id, naam, organisatie) = (regel.voorziening.description, regel.naam, regel.organisatie)
        (omschrijving, leefgebieden) = (regel.omschrijving, regel.leefgebieden.map(\.rawValue))
        (verwijsbaar, gecontroleerdOp) = (regel.verwijsbaar, regel.gecontroleerdOp)
    }
}

struct VoorzieningenBeeld: Encodable, Sendable {
    let voorzieningen: [VoorzieningRegelBeeld]
    /// The `na` of the next page; absent on the last.
    let volgende: String?
    let totaal: Int?
}

/// A proposal as the partner sees it.
struct VoorstelBeeld: Encodable, Sendable {
    let id: String
    let voorzieningId: String
    let voorziening: String
    let toestand: String
    let inhoud: Voorzieningsinhoud
    let toelichting: String?
    /// Why it came back.
    let reden: String?
    let gewijzigdOp: Date
    let versie: Int
    let toegestaan: [String]

    init(_ rij: Voorstelrij) {
        (id, voorzieningId, voorziening) = (rij.id.uuidString.lowercased(), rij.voorziening.description, rij.naam)
        (toestand, inhoud, toelichting, reden) = (rij.toestand.rawValue, rij.inhoud, rij.toelichting, rij.reden)
        (gewijzigdOp, versie) = (rij.gewijzigdOp, rij.versie)
        toegestaan = rij.toestand.toegestaan.map(\.rawValue)
    }
}
