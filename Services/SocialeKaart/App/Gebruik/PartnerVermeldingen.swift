// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// What somebody with an account at a partner sees and does with the own entries on the pages: the same as over the interface.
extension Kaart {
    func vermeldingen(_ query: PartnerVermeldingen, als actor: Actor) async throws -> Page<Partnervermelding> {
        let partner = try Self.aanbieder(actor)
        let page = PageRequest(after: query.page.after, limit: query.page.limit)
        let vandaag = clock.today
        var (na, arguments): (String, StatementArguments) = ("", [partner.organisatie.description])
        if let sleutel = page.after {
            guard let (_, naam, id) = Zoeksleutel.lees(sleutel) else { throw Zoekvragen.onleesbaar }
            na = " AND (naam, id) > (?, ?)"
            arguments += [naam, id]
        }
        let half = vandaag.adding(days: -Versheid.versDagen).description
        if query.alleenWacht == true {
            na += " AND \(Self.wacht)"
            arguments += [half]
        }
        let (waar, waarden) = (na, arguments)
        return try await store.read { db in
            let rijen = try Row.fetchAll(
                db, sql: "\(Self.vermeldingsvraag) WHERE organisatie_id = ?\(waar) ORDER BY naam, id LIMIT ?",
                arguments: waarden + [page.limit + 1])
            let regels = try rijen.prefix(page.limit).map { try Self.vermelding($0, db, partner, vandaag).vermelding }
            let laatste = rijen.count > page.limit ? regels.last : nil
            let wacht = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM (SELECT 1 FROM voorziening v WHERE organisatie_id = ? AND \(Self.wacht) LIMIT ?)",
                arguments: [partner.organisatie.description, half, Self.meesteGeteld])
            return Page(
                rows: regels, next: laatste.map { Zoeksleutel.schrijf(rang: 0, naam: $0.naam, id: $0.voorziening.description) },
                wacht: wacht)
        }
    }

    func vermelding(_ query: PartnerVermeldingOpvragen, als actor: Actor) async throws -> PartnerVermeldingOpvragen.Answer {
        let partner = try Self.aanbieder(actor)
        let (vandaag, ids, nu) = (clock.today, store.ids, clock.now)
        return try await store.read { db in
            guard
                let rij = try Row.fetchOne(
                    db, sql: "\(Self.vermeldingsvraag) WHERE id = ? AND organisatie_id = ?",
                    arguments: [query.voorziening.description, partner.organisatie.description])
            else { throw Failure.notFound(what: "voorziening") }
            let (vermelding, voorstel) = try Self.vermelding(rij, db, partner, vandaag)
            let tekst: String = rij["document"]
            let document = try JSONWaarde(json: tekst.utf8)
            let begrippen = try Self.begrippen(db)
            var verschillen: [Veldverschil] = []
            if let voorstel {
                let schrijver = Inhoudschrijver(
                    id: query.voorziening.description, ids: ids, nu: nu, begrippen: try Bewaring.begrippen(db))
                let nieuw =
                    Normaalvorm.van(schrijver.document(try VoorstelOpslag.geldend(db, voorstel), op: document), "service")
                    ?? document
                let namen = Dictionary(begrippen.map { ($0.id, $0.naam) }, uniquingKeysWith: { eerste, _ in eerste })
                verschillen = Kaartverschil.tussen(document, nieuw) { namen[$0] }.map(Veldverschil.init)
            }
            return .init(
                vermelding: vermelding, inhoud: Voorzieningsinhoud(document: document), voorgesteld: voorstel?.inhoud,
                verschillen: verschillen, begrippen: begrippen)
        }
    }

    /// Keeps what the partner proposes, and hands it in when that was asked: one transaction, so that a form that is sent twice
    /// or breaks off never leaves half of it.
    func doeVoorstel(_ opdracht: PartnerVoorstelDoen, als actor: Actor, because envelope: Envelope) async throws
        -> PartnerVoorstelDoen.Answer
    {
        let partner = try Self.aanbieder(actor)
        let invoer = Voorstelinvoer(
            voorzieningId: opdracht.voorziening, inhoud: opdracht.inhoud, toelichting: opdracht.toelichting)
        let inhoud = try Self.gekeurd(invoer, partner)
        let upl = upl
        return try await store.once(envelope) { tx in
            let id = opdracht.voorstel ?? tx.ids.next()
            let sleutel = id.uuidString.lowercased()
            var versie = 1
            if opdracht.voorstel != nil {
                let rij = try Self.eigen(tx.db, id, partner)
                guard rij.voorziening == opdracht.voorziening else { throw Failure.notFound(what: "voorstel") }
                guard rij.toestand.isVanPartner else { throw Self.nietNu(rij) }
                versie = try tx.change("voorstel", id: sleutel, from: opdracht.versie, why: "gewijzigd") { db in
                    try db.execute(
                        sql: """
                            UPDATE voorstel SET inhoud = ?, toelichting = ?,
                              basis_versie = (SELECT versie FROM voorziening WHERE id = voorziening_id) WHERE id = ?
                            """, arguments: [inhoud, opdracht.toelichting, sleutel])
                }
            } else {
                try Self.maakVoorstel(tx, id, invoer, inhoud, partner)
            }
            if opdracht.indienen {
                try Self.keur(tx, try Self.eigen(tx.db, id, partner).inhoud, opdracht.voorziening, upl: upl)
                versie = try tx.change("voorstel", id: sleutel, from: versie, why: "ingediend") { db in
                    try db.execute(
                        sql: "UPDATE voorstel SET toestand = 'te-beoordelen', reden = NULL WHERE id = ?", arguments: [sleutel])
                }
            }
            return .init(voorstel: id, versie: versie)
        }
    }

    func intrekken(_ opdracht: PartnerVoorstelIntrekken, als actor: Actor, because envelope: Envelope) async throws -> Done {
        let partner = try Self.aanbieder(actor)
        return try await store.once(envelope) { tx in
            _ = try Self.trekIn(tx, opdracht.voorstel, partner, versie: opdracht.versie)
            return Done()
        }
    }

    func bevestigen(_ opdracht: PartnerBevestigen, als actor: Actor, because envelope: Envelope) async throws -> Done {
        _ = try await bevestig(
            opdracht.voorziening, try Self.aanbieder(actor), sleutel: envelope.id.uuidString, versie: opdracht.versie,
            because: envelope)
        return Done()
    }

    // MARK: parts

    /// Who keeps the entries of one organisation.
    /// - Throws: `Failure.notAllowed` for an account that belongs to none.
    private static func aanbieder(_ actor: Actor) throws -> Aanbieder {
        guard actor.has(.partner), let organisatie = actor.organisatie, let user = actor.user,
            Policy.decide(actor, .change, on: .voorziening, facts: Facts(organisatie: organisatie)).isYes
        else { throw Failure.notAllowed(reason: "Uw account hoort niet bij een organisatie van de sociale kaart.") }
        return Aanbieder(organisatie: organisatie, naam: user.description)
    }

    /// An entry that waits for its organisation, as the page says it (`PartnerKaartPagina.wacht`).
    private static let wacht = """
        status <> 'defunct' AND CASE (SELECT s.toestand FROM voorstel s WHERE s.voorziening_id = v.id
          AND s.toestand IN ('te-beoordelen', 'teruggestuurd')) WHEN 'te-beoordelen' THEN 0 WHEN 'teruggestuurd' THEN 1
          ELSE coalesce(gecontroleerd_op, '') < ? OR \(Onbeantwoord.reageertNiet) END
        """
    private static let vermeldingsvraag = """
        SELECT id, naam, status, gecontroleerd_op, versie, document, \(Onbeantwoord.reageertNiet) AS reageert_niet FROM voorziening v
        """

    private static func vermelding(_ rij: Row, _ db: Database, _ partner: Aanbieder, _ vandaag: Datum) throws -> (
        vermelding: Partnervermelding, voorstel: Voorstelrij?
    ) {
        let (id, status, document): (String, String, String) = (rij["id"], rij["status"], rij["document"])
        guard let voorziening = VoorzieningID(id) else { throw Failure.fault(reference: "voorziening-id") }
        let op: String? = rij["gecontroleerd_op"]
        let voorstel = try VoorstelOpslag.open(db, voorziening)
        return (
            Partnervermelding(
                voorziening: voorziening, naam: rij["naam"],
                status: Voorzieningsinhoud.statussen.first { $0.value == status }?.key ?? status,
                gecontroleerdOp: op.flatMap { Datum($0) }, versie: rij["versie"],
                plek: try plek(db, voorziening, try JSONWaarde(json: document.utf8), vandaag), voorstel: voorstel?.vanPartner,
                reageertNiet: rij["reageert_niet"] ? true : nil),
            voorstel
        )
    }
}

extension Voorstelrij {
    fileprivate var vanPartner: Partnervoorstel {
        Partnervoorstel(
            voorstel: id, toestand: toestand.rawValue, reden: reden, toelichting: toelichting, sinds: gewijzigdOp, versie: versie)
    }
}
