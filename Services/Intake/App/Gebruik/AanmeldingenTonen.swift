// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// The aanmeldingen in one state, oldest first, within the actor's rights.
struct AanmeldingenTonen: Sendable {
    let parts: IntakeParts

    func callAsFunction(_ query: AanmeldingenLijst, _ actor: Actor) async throws -> Page<Aanmeldingsregel> {
        let scope = Policy.scope(actor, .list, on: .aanmelding)
        let after = query.page.after.flatMap { AanmeldingID($0) }
        // Somebody outside asks for the reasons that are shown outside, and finds nothing under the ones behind them.
        let reden = actor.isOutside ? query.reden.map(Self.vanBuiten) : query.reden
        return try await parts.store.read { db in
            let rijen = try Aanmeldingenlijst.inToestand(
                db, query.toestand, doelgroep: query.doelgroep, reden: reden, scope, na: after, aantal: query.page.grens + 1
            )
            let shown = rijen.prefix(query.page.grens)
            let regels = try shown.map { try Self.regel(db, $0, actor) }
            return Page(rows: regels, next: rijen.count > shown.count ? shown.last?.id.description : nil)
        }
    }

    /// One row as this reader may see it.
    static func regel(_ db: Database, _ rij: Aanmeldingrij, _ actor: Actor) throws -> Aanmeldingsregel {
        // That somebody looks like another, and who that is, is for the workers: a list that leaves out only who was stopped
        // tells of the stop.
        let binnen = rij.toestand == .inControle && !actor.isOutside
        let kandidaten = binnen ? try Aanmeldingenlijst.kandidaten(db, rij.id) : []
        return Aanmeldingsregel(
            aanmelding: rij.id, naam: rij.naam, geboortedatum: rij.geboortedatum, doelgroep: rij.doelgroep?.groep,
            ontvangenOp: rij.ontvangenOp, toestand: rij.toestand,
            redenen: actor.isOutside ? rij.redenen.map(Controlereden.voorBuiten) : rij.redenen,
            mogelijkDubbelMet: kandidaten.map { label($0, actor) }, versie: rij.versie)
    }

    /// The reason behind one that is shown outside.
    private static func vanBuiten(_ reden: String) -> String {
        switch reden {
        case Controlereden.nadereControle: Controlereden.mogelijkDubbel.rawValue
        case Controlereden.mogelijkDubbel.rawValue: Controlereden.nadereControle
        default: reden
        }
    }

    private static func onbekende(_ kandidaat: Aanmeldingenlijst.Kandidaat, _ actor: Actor) -> String {
        kandidaat.feiten.team == actor.team ? "iemand bij een collega" : "iemand bij een ander team"
    }

    /// A double may be somebody whose dossier the actor may not open: then only that it is so is told.
    static func label(_ kandidaat: Aanmeldingenlijst.Kandidaat, _ actor: Actor) -> DossierLabel {
        let may = [Resource.dossier, .aanmelding].contains {
            Policy.decide(actor, .read, on: $0, facts: kandidaat.feiten).isYes
        }
        guard may else {
            return DossierLabel(dossier: kandidaat.dossier, dossiernummer: "", naam: Self.onbekende(kandidaat, actor))
        }
        return DossierLabel(
            dossier: kandidaat.dossier, dossiernummer: kandidaat.dossiernummer ?? "nog geen nummer", naam: kandidaat.naam)
    }
}
