// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// A proposal as it is kept.
struct Voorstelrij: Sendable {
    let id: UUID
    let voorziening: VoorzieningID
    let organisatie: OrganisatieID
    let naam: String
    let organisatienaam: String?
    let toestand: Voorsteltoestand
    let inhoud: Voorzieningsinhoud
    let basisVersie: Int
    let toelichting: String?
    let reden: String?
    let gewijzigdOp: Date
    let versie: Int

    var regel: Voorstelregel {
        Voorstelregel(
            voorstel: id, voorziening: voorziening, naam: naam, organisatie: organisatienaam, toestand: toestand.rawValue,
            sinds: gewijzigdOp)
    }
}

/// Where a proposal stands.
enum Voorsteltoestand: String, Sendable, CaseIterable {
    case concept
    case teBeoordelen = "te-beoordelen"
    case gepubliceerd
    case teruggestuurd
    case ingetrokken

    /// The partner may still change it.
    var isVanPartner: Bool { self == .concept || self == .teruggestuurd }
    /// Not published and not withdrawn: the partner may still withdraw it.
    var isOpen: Bool { isVanPartner || self == .teBeoordelen }
    /// Where the partner can bring it from here.
    var toegestaan: [Voorsteltoestand] { (isVanPartner ? [.teBeoordelen] : []) + (isOpen ? [.ingetrokken] : []) }
}

/// Reading proposals.
enum VoorstelOpslag {
    private static let kolommen = """
        s.*, v.naam AS naam, (SELECT o.naam FROM organisatie o WHERE o.id = s.organisatie_id) AS organisatienaam
        FROM voorstel s JOIN voorziening v ON v.id = s.voorziening_id
        """

    static func een(_ db: Database, _ id: UUID) throws -> Voorstelrij? {
        try Row.fetchOne(db, sql: "SELECT \(kolommen) WHERE s.id = ?", arguments: [id.uuidString.lowercased()]).map(rij)
    }

    /// The proposal for this entry that is not published yet; there is one at most.
    static func open(_ db: Database, _ voorziening: VoorzieningID) throws -> Voorstelrij? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT \(kolommen) WHERE s.voorziening_id = ? AND s.toestand IN ('concept', 'te-beoordelen', 'teruggestuurd')
                """, arguments: [voorziening.description]
        ).map(rij)
    }

    static func teBeoordelen(_ db: Database) throws -> [Voorstelregel] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT \(kolommen) WHERE s.toestand = 'te-beoordelen' ORDER BY s.gewijzigd_op, s.id LIMIT 100")
        ).map { try rij($0).regel }
    }

    /// The proposals of one partner, in order of change.
    static func van(_ db: Database, _ organisatie: OrganisatieID, na: (op: String, id: String)?, aantal: Int) throws
        -> [Voorstelrij]
    {
        var (waar, arguments): (String, StatementArguments) = ("s.organisatie_id = ?", [organisatie.description])
        if let na {
            waar += " AND (s.gewijzigd_op, s.id) > (?, ?)"
            arguments += [na.op, na.id]
        }
        return try Row.fetchAll(
            db, sql: "SELECT \(kolommen) WHERE \(waar) ORDER BY s.gewijzigd_op, s.id LIMIT ?", arguments: arguments + [aantal]
        ).map(rij)
    }

    private static func rij(_ rij: Row) throws -> Voorstelrij {
        let (id, voorziening, organisatie): (String, String, String) = (rij["id"], rij["voorziening_id"], rij["organisatie_id"])
        let (inhoud, op, toestand): (String, String, String) = (rij["inhoud"], rij["gewijzigd_op"], rij["toestand"])
        guard let id = UUID(uuidString: id), let voorziening = VoorzieningID(voorziening),
            let organisatie = OrganisatieID(organisatie), let toestand = Voorsteltoestand(rawValue: toestand)
        else { throw Failure.fault(reference: "voorstel") }
        return Voorstelrij(
            id: id, voorziening: voorziening, organisatie: organisatie, naam: rij["naam"],
            organisatienaam: rij["organisatienaam"],
            toestand: toestand, inhoud: try MessageCoding.decode(Voorzieningsinhoud.self, from: Data(inhoud.utf8)),
            basisVersie: rij["basis_versie"], toelichting: rij["toelichting"], reden: rij["reden"],
            gewijzigdOp: Instant.date(op) ?? .distantPast, versie: rij["versie"])
    }
}
