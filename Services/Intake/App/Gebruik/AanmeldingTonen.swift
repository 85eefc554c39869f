// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opdrachten
import Opslag
import Toegang

/// One aanmelding with all that a worker needs to decide. Every look is logged before the answer leaves.
struct AanmeldingTonen: Sendable {
    let parts: IntakeParts

    func callAsFunction(
        _ query: AanmeldingOpvragen, _ actor: Actor, caller: ServiceName, because cause: Envelope
    ) async throws -> Aanmeldingsbeeld {
        let found = try await parts.store.read { try Aanmeldingregister.vind($0, query.aanmelding) }
        let rij = try found.orNotFound(actor)
        guard let opdracht = parts.opdrachten.opdracht(id: rij.opdracht) else { throw Failure.notFound(what: "opdracht") }
        let key = try await parts.kluis.key(for: rij.dossier)
        try await parts.store.write(because: cause) { tx in
            try Leeslog.schrijf(tx, rij.dossier, actor: actor, dienst: caller, wat: "aanmelding", toegestaan: true)
        }
        let gelezen = try await parts.store.read { try Gelezen($0, rij, actor) }
        guard let sealed = gelezen.verzegeld else { throw Failure.notFound(what: "aanmelding") }
        let gegevens =
            Zichtbaar(actor, geheim: true).nummers
            ? try Verzegeling.open(sealed, .aanmelding, rij.dossier, key)
            : try Verzegeling.zonderBSN(sealed, .aanmelding, rij.dossier, key)
        return beeld(rij, gelezen, gegevens, opdracht, actor)
    }

    private func beeld(
        _ rij: Aanmeldingrij, _ gelezen: Gelezen, _ gegevens: Aanmeldgegevens, _ opdracht: Opdracht, _ actor: Actor
    ) -> Aanmeldingsbeeld {
        let geheim = gegevens.geheimhouding || gelezen.geheim
        let mag = Zichtbaar(actor, geheim: geheim)
        let (client, talen, vandaag) = (gegevens.client, gegevens.talen, parts.clock.today)
        let dag = rij.toestand == .geaccepteerd ? rij.beslotenOp ?? vandaag : vandaag
        let contact = opdracht.eersteContact.bereken(vanaf: dag, anker: Anker.acceptatie.naam)
        return Aanmeldingsbeeld(
            regel: gelezen.regel,
            wie: .init(
                dossier: gelezen.persoon?.dossier, dossiernummer: gelezen.persoon?.dossiernummer,
                bsn: mag.nummers ? client.bsn?.description : nil, vnummer: mag.nummers ? client.vnummer?.waarde : nil,
                telefoon: mag.contact ? client.telefoon?.description : nil,
                inburgeringsplichtig: gegevens.inburgeringsplichtig),
            talen: .init(
                spreektaal: talen.spreektaal, leestaal: talen.leestaal, tolktaal: talen.tolktaal, tolkNodig: talen.tolkNodig,
                geletterd: talen.geletterd),
            wonen: .init(
                verblijfsvorm: gegevens.verblijfsvorm, adres: mag.adres ? client.adres.regel : nil,
                geheimhouding: geheim, datumKoppeling: gegevens.datumKoppeling,
                datumHuisvesting: gegevens.datumHuisvesting),
            opdracht: Self.opdracht(opdracht, rij, gegevens, op: vandaag),
            contactpersoon: gegevens.contactpersoonGemeente.map {
                .init(naam: $0.naam, telefoon: $0.telefoon?.description, email: $0.email)
            },
            huisgenoten: gelezen.huisgenoten, eersteContact: .init(uiterlijk: contact.dag, waarom: contact.uitleg),
            team: rij.team, teams: opdracht.teams.map { .init(id: TeamID(team: $0), naam: $0) },
            mag: mogelijk(rij, gelezen, actor))
    }

    private static func opdracht(
        _ opdracht: Opdracht, _ rij: Aanmeldingrij, _ gegevens: Aanmeldgegevens, op dag: Datum
    ) -> Aanmeldingsbeeld.Opdrachtbeeld {
        let groep = rij.doelgroep?.groep
        let regel = groep.flatMap { opdracht.regel(voor: $0) }
        let gevolg = groep.map {
            Acceptatie(doelgroep: $0, geboortedatum: gegevens.client.geboortedatum, regel: regel, op: dag)
        }
        return .init(
            id: opdracht.id, gemeentenaam: opdracht.gemeentenaam, van: opdracht.geldigVan, tot: opdracht.geldigTot,
            geldtVandaag: opdracht.geldt(op: dag), kentDoelgroep: regel != nil, eigenTraject: gevolg?.eigenTraject ?? false,
            factureerbaar: gevolg?.factureerbaar ?? false)
    }

    private func mogelijk(_ rij: Aanmeldingrij, _ gelezen: Gelezen, _ actor: Actor) -> Aanmeldingsbeeld.Mogelijk {
        guard Policy.decide(actor, .decide, on: .aanmelding, facts: rij.feiten).isYes else {
            return .init(beslissen: false, terugzetten: false)
        }
        let bezwaar = rij.toestand.isBesloten && gelezen.isBegonnen ? Terugzetten.alBegonnen : nil
        return .init(
            beslissen: rij.wacht,
            terugzetten: rij.toestand.isBesloten && bezwaar == nil, nietTerug: bezwaar)
    }
}

/// What the page needs from the store, from one snapshot.
private struct Gelezen: Sendable {
    let regel: Aanmeldingsregel
    let verzegeld: Data?
    let persoon: Persoonrij?
    let huisgenoten: [Aanmeldingsbeeld.Huisgenoot]
    let isBegonnen: Bool
    /// By another dossier of the person whom it joined.
    let geheim: Bool

    init(_ db: Database, _ rij: Aanmeldingrij, _ actor: Actor) throws {
        regel = try AanmeldingenTonen.regel(db, rij, actor)
        verzegeld = try Aanmeldingregister.verzegeld(db, rij.id)
        persoon = try Persoonregister.vind(db, rij.dossier)
        huisgenoten = try Aanmeldingenlijst.huisgenoten(db, van: rij.id, Policy.scope(actor, .list, on: .aanmelding))
        geheim = try Geheimhouding.geldt(db, rij.dossier)
        isBegonnen = try Persoonregister.isBegonnen(db, rij.dossier)
    }
}
