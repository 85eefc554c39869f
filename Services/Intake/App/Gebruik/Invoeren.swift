// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

/// A worker enters somebody by hand. The duplicates are looked for once more at the moment of keeping: whoever was not shown
/// to the worker before is shown now, and nothing is kept. After that the same rules judge as for a message.
struct Invoeren: Sendable {
    let parts: IntakeParts
    let bsn: BSNBeleid
    /// Under which sender it is registered: ourselves, for no gemeente sent anything.
    let wij: OIN

    func callAsFunction(
        _ command: AanmeldingInvoeren, _ envelope: Envelope, _ actor: Actor
    ) async throws -> AanmeldingInvoeren.Answer {
        guard let gemeente = Gemeentecode(command.gemeente),
            let opdracht = parts.opdracht(voor: gemeente, op: parts.clock.today)
        else {
            throw Failure.invalid([FieldError("gemeente", code: "geen-opdracht", "Kies een gemeente waarvoor wij werken.")])
        }
        try Policy.decide(
            actor, .create, on: .aanmelding, facts: Facts(team: TeamID(team: opdracht.team), gemeente: gemeente.waarde)
        ).orThrow()
        let referentie = try await referentie(command, gemeente)
        let gegevens = try command.gegevens(bsn: bsn, vandaag: parts.clock.today, huishouden: referentie)
        let hash = try SHA256.hash(MessageCoding.encode(command))
        let bericht = Ingekomen(
            oin: wij, id: envelope.id, bron: "urn:wegwijs:hand", soort: "ingevoerd", hash: hash, aanmelding: gegevens.aanmelding)
        // The gemeente sent nothing, so there is nothing to tell it about.
        var stil = parts
        stil.melden = nil
        let neemAan = try await AanmeldingAannemen(parts: stil).voorbereid(bericht, gegevens)
        let vraag = try Dubbelvraag(gegevens, parts.index)
        do {
            return try await parts.store.once(envelope) { tx in
                if try Aanmeldingregister.vind(tx.db, gegevens.aanmelding) == nil {
                    let gelijkend = try gelijkend(tx.db, vraag, behalve: command.gezien, actor)
                    guard gelijkend.isEmpty else { throw Gelijkend(labels: gelijkend) }
                    if let huishouden = command.huishouden, let referentie {
                        try Huishoudregister.geefReferentie(tx.db, huishouden, referentie)
                    }
                }
                _ = try neemAan(tx)
                guard let rij = try Aanmeldingregister.vind(tx.db, gegevens.aanmelding) else {
                    throw Failure.notFound(what: "aanmelding")
                }
                return .init(
                    toestand: rij.toestand, dossier: rij.toestand == .geaccepteerd ? rij.dossier : nil, gelijkend: [])
            }
        } catch let fout as Gelijkend {
            // Thrown, so that the command may be tried again with the answer of the worker.
            return .init(toestand: nil, dossier: nil, gelijkend: fout.labels)
        } catch Ontvangstfout.aanmeldingBekend, Ontvangstfout.berichtHergebruikt {
            throw Failure.state(reason: "Deze aanmelding is al opgeslagen. Kijk in de lijst met aanmeldingen.")
        }
    }

    private struct Gelijkend: Error {
        var labels: [DossierLabel]
    }

    /// Who looks like this person and was not shown yet.
    private func gelijkend(
        _ db: Database, _ kenmerken: Dubbelvraag, behalve gezien: [DossierID], _ actor: Actor
    ) throws -> [DossierLabel] {
        let dossiers = try Dubbelzoeker.zoek(db, kenmerken, behalve: nil).map(\.dossier)
        return try Set(dossiers).subtracting(gezien).sorted().compactMap { dossier in
            // That there is somebody at all is told to nobody outside while the exchange about that person is stopped.
            guard let kandidaat = try Aanmeldingenlijst.kandidaat(db, dossier), kandidaat.feiten.uitwisselbaar || !actor.isOutside
            else { return nil }
            return AanmeldingenTonen.label(kandidaat, actor)
        }
    }

    /// The reference of the household that is joined; one of ours when the gemeente never gave it one.
    private func referentie(_ command: AanmeldingInvoeren, _ gemeente: Gemeentecode) async throws -> String? {
        guard let huishouden = command.huishouden else { return nil }
        let found = try await parts.store.read { try Huishoudregister.referentie($0, huishouden) }
        guard let found, found.gemeente == gemeente.waarde else {
            throw Failure.invalid([
                FieldError("huishouden", code: "onbekend", "Dit huishouden is er niet, of het hoort bij een andere gemeente.")
            ])
        }
        return found.referentie ?? "wegwijs-\(huishouden)"
    }
}
