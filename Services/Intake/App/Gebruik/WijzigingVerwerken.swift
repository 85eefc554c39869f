// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

/// What a gemeente changed about a client, beside what we have now.
struct WijzigingTonen: Sendable {
    let parts: IntakeParts

    func lijst(_ query: WijzigingenLijst, _ actor: Actor) async throws -> Page<WijzigingenLijst.Rij> {
        let scope = Policy.scope(actor, .change, on: .dossier)
        let (na, grens) = (query.page.after.flatMap { WijzigingID($0) }, query.page.grens)
        let rijen = try await parts.store.read { try Wijzigingenlijst.open($0, scope, na: na, aantal: grens + 1) }
        let shown = Array(rijen.prefix(grens))
        return Page(rows: shown, next: rijen.count > shown.count ? shown.last?.wijziging.description : nil)
    }

    func callAsFunction(
        _ query: WijzigingOpvragen, _ actor: Actor, caller: ServiceName, because cause: Envelope
    ) async throws -> Wijzigingsblad {
        let geopend = try await open(query.wijziging, actor)
        try await parts.store.write(because: cause) { tx in
            try Leeslog.schrijf(
                tx, geopend.persoon.rij.dossier, actor: actor, dienst: caller, wat: "wijziging", toegestaan: true)
        }
        let rij = geopend.persoon.rij
        return Wijzigingsblad(
            wijziging: query.wijziging, dossier: rij.dossier, dossiernummer: rij.dossiernummer, naam: rij.naam,
            ontvangenOp: geopend.wijziging.ontvangenOp, toestand: geopend.wijziging.toestand.rawValue,
            verschillen: geopend.verschillen.map { verschil in
                .init(
                    veld: verschil.veld.rawValue, naam: verschil.veld.naam, nu: verschil.nu.map(verschil.veld.toonbaar),
                    nieuw: verschil.nieuw.map(verschil.veld.toonbaar), inOnderzoek: verschil.inOnderzoek)
            }, versie: rij.versie)
    }

    struct Geopend: Sendable {
        var wijziging: Wijzigingrij
        var persoon: PersoonOpenen.Geopend
        var nieuw: Aanmeldgegevens
        var verschillen: [Gegevensverschil]
    }

    /// - Throws: `Failure.notFound` for a change that is not there, and for one of somebody whom the actor may not change.
    func open(_ id: WijzigingID, _ actor: Actor) async throws -> Geopend {
        guard let wijziging = try await parts.store.read({ try Wijzigingenlijst.vind($0, id) }) else {
            throw Failure.notFound(what: "wijziging")
        }
        let persoon = try await PersoonOpenen(parts: parts)(wijziging.dossier)
        guard Policy.decide(actor, .change, on: .dossier, facts: persoon.rij.feiten).isYes else {
            throw Failure.notFound(what: "wijziging")
        }
        let nieuw = try Verzegeling.open(
            wijziging.verzegeld, .wijziging, wijziging.eigenaar, try await parts.kluis.key(for: wijziging.eigenaar))
        // A number that an aanmelding brought along is no news.
        let nummers = try await parts.store.read { try Nummeraanvulling($0, van: wijziging.dossier) }
        let nu = try await nummers.vul(aan: persoon.gegevens, parts.kluis)
        return Geopend(
            wijziging: wijziging, persoon: persoon, nieuw: nieuw,
            verschillen: wijziging.samenvoeging == nil
                ? Gegevensverschil.tussen(nu, en: nieuw) : Gegevensverschil.bijVoegen(nu, nieuw))
    }
}

/// A worker takes over what a gemeente changed: all, some or none of it.
struct WijzigingOvernemen: Sendable {
    let parts: IntakeParts

    func callAsFunction(_ command: WijzigingVerwerken, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let geopend = try await WijzigingTonen(parts: parts).open(command.wijziging, actor)
        let velden = command.overnemen.compactMap(Gegevensveld.init)
        guard velden.count == command.overnemen.count else {
            throw Failure.invalid([FieldError("overnemen", code: "onbekend", "Eén van de velden is niet bekend.")])
        }
        let toestand = try besluit(geopend.verschillen, Set(velden), command)
        let nieuw = Dictionary(
            velden.map { ($0, $0.lees(geopend.nieuw) ?? "") }, uniquingKeysWith: { eerste, _ in eerste })
        let wijziging = Gegevenswijziging(geopend.persoon.gegevens, nieuw, vandaag: parts.clock.today)
        guard wijziging.fouten.isEmpty else {
            throw Failure.invalid(wijziging.fouten.map { FieldError($0.veld, code: $0.code, $0.zin) })
        }
        let rij = geopend.persoon.rij
        let bijwerken = try await PersoonBijwerken(parts: parts, geopend: geopend.persoon)
        return try await parts.store.once(envelope) { tx in
            // Somebody may have joined or parted dossiers since: then it is about somebody else.
            guard try Wijzigingenlijst.vind(tx.db, command.wijziging)?.dossier == rij.dossier else { throw Self.veranderd }
            if velden.isEmpty {
                guard rij.versie == command.versie else {
                    throw Failure.conflict(.init(yours: command.versie, newest: rij.versie))
                }
            } else {
                try bijwerken.voer(
                    wijziging, versie: min(command.versie, rij.versie), waarom: "wijziging van de gemeente overgenomen", in: tx)
            }
            try Wijzigingenlijst.besluit(
                tx, command.wijziging, toestand, overgenomen: command.overnemen, reden: command.reden)
            // The gemeente hears of what it changed itself.
            if geopend.wijziging.samenvoeging == nil,
                let aanmelding = try Aanmeldingregister.vind(tx.db, geopend.wijziging.aanmelding)
            {
                try tx.change(
                    "aanmelding", id: aanmelding.id.description, from: aanmelding.versie, why: "wijziging \(toestand.rawValue)"
                ) { _ in }
                try parts.melden?(
                    .toestand, over: aanmelding.id, gemeente: aanmelding.gemeente, dossier: aanmelding.dossier, tx)
            }
            return Done()
        }
    }

    private static let veranderd = Failure.state(reason: "De gegevens zijn intussen veranderd. Vergelijk ze opnieuw.")

    private func besluit(
        _ verschillen: [Gegevensverschil], _ overnemen: Set<Gegevensveld>, _ command: WijzigingVerwerken
    ) throws -> Wijzigingtoestand {
        switch Wijzigingtoestand.besluit(
            verschillen, overnemen: overnemen, ookInOnderzoek: command.ookInOnderzoek, reden: command.reden)
        {
        case .success(let toestand): return toestand
        case .failure(.veranderd): throw Self.veranderd
        case .failure(.onderzoek):
            throw Failure.invalid([
                FieldError(
                    "ookInOnderzoek", code: "in-onderzoek",
                    "U kiest een gegeven dat in onderzoek is. Zet daarvoor ook het vinkje “Ook wat in onderzoek is”.")
            ])
        case .failure(.reden):
            throw Failure.invalid([
                FieldError("reden", code: "keuze", "Kies waarom u de andere gegevens niet overneemt.")
            ])
        }
    }
}
