// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opdrachten
import Opslag
import Toegang

/// The figures for a gemeente, and the rows behind each.
struct Indicatoren: Sendable {
    let store: Store
    let boek: Opdrachtenboek
    /// Asked before rows go to a reader outside.
    let uitwisseling: Uitwisselpoort

    /// The figures that the gemeente's contract names, over a period and per month.
    func opvragen(_ query: IndicatorenOpvragen, _ request: Request) async throws -> [Berichten.Indicator] {
        let periode = try Self.periode(query.van, query.totEnMet)
        let scope = try scope(request.actor, gemeente: query.gemeente)
        let soorten = try contract(query.gemeente, periode).indicatoren
        return try await store.read { db in
            try soorten.compactMap { definitie in
                guard let soort = Indicatorsoort(rawValue: definitie.code) else { return nil }
                let bron = Indicatorbron(soort: soort, gemeente: query.gemeente, periode: periode, scope: scope)
                return try Self.indicator(db, bron, definitie)
            }
        }
    }

    /// Exactly the rows behind one figure; none when the figure is hidden because it is about too few people.
    func rijen(_ query: IndicatorRijen, _ request: Request) async throws -> Page<IndicatorRijen.Rij> {
        let periode = try Self.periode(query.van, query.totEnMet)
        let scope = try scope(request.actor, gemeente: query.gemeente)
        guard let definitie = try contract(query.gemeente, periode).indicator(query.code),
            let soort = Indicatorsoort(rawValue: query.code)
        else { throw Failure.notFound(what: "indicator") }
        let bron = Indicatorbron(soort: soort, gemeente: query.gemeente, periode: periode, scope: scope)
        // Everybody counts; whose exchange was stopped is no row for a reader outside.
        let zichtbaar = Indicatorbron(
            soort: soort, gemeente: query.gemeente, periode: periode,
            scope: Policy.scope(request.actor, .list, on: .indicator))
        let (after, limit) = (query.page.after ?? "", query.page.limit)
        var page = try await store.read { db -> Page<IndicatorRijen.Rij> in
            let uitkomst = try bron.uitkomst(db)
            guard !Indicatorsoort.isTeKlein(personen: uitkomst.personen, kleinsteAantal: definitie.kleinsteAantal) else {
                return Page(rows: [], total: 0)
            }
            let rijen = try zichtbaar.rijen(db, na: after, limit: limit + 1)
            let shown = rijen.prefix(limit)
            return Page(
                rows: shown.map { rij in
                    IndicatorRijen.Rij(
                        dossier: rij.dossier, dossiernummer: rij.nummer,
                        kolommen: rij.kolommen.map { .init(naam: $0.naam, waarde: $0.waarde) })
                }, next: rijen.count > limit ? shown.last?.sleutel : nil, total: uitkomst.aantal)
        }
        page.rows = try await uitwisseling.voorLezer(request.actor, page.rows, because: request.envelope) { $0.dossier }
        return page
    }

    private static func indicator(
        _ db: Database, _ bron: Indicatorbron, _ definitie: Domein.Indicator
    ) throws -> Berichten.Indicator {
        func isHidden(_ uitkomst: Indicatorbron.Uitkomst) -> Bool {
            Indicatorsoort.isTeKlein(personen: uitkomst.personen, kleinsteAantal: definitie.kleinsteAantal)
        }
        let geheel = try bron.uitkomst(db)
        let reeks = try bron.periode.maanden.map { maand in
            let uitkomst = try Indicatorbron(soort: bron.soort, gemeente: bron.gemeente, periode: maand, scope: bron.scope)
                .uitkomst(db)
            return Berichten.Indicator.Punt(maand: maand.maand, waarde: isHidden(uitkomst) ? nil : uitkomst.waarde)
        }
        let onderdrukt = isHidden(geheel)
        return Berichten.Indicator(
            code: definitie.code, naam: definitie.naam, definitie: definitie.definitie, eenheid: definitie.eenheid.rawValue,
            waarde: onderdrukt ? nil : geheel.waarde, aantalRijen: onderdrukt ? 0 : geheel.aantal, onderdrukt: onderdrukt,
            reeks: reeks)
    }

    private static func periode(_ van: Datum, _ totEnMet: Datum) throws(Failure) -> Periode {
        do throws(Periode.Fout) {
            return try Periode(van: van, totEnMet: totEnMet)
        } catch {
            switch error {
            case .omgekeerd: throw .invalid([FieldError("totEnMet", code: "volgorde", "De laatste dag ligt voor de eerste dag.")])
            case .teLang:
                throw .invalid([
                    FieldError("totEnMet", code: "lengte", "Kies een periode van ten hoogste \(Periode.meesteMaanden) maanden.")
                ])
            }
        }
    }

    /// What the actor may see of this gemeente's figures. A team leader sees those of the own team, whichever the gemeente.
    private func scope(_ actor: Actor, gemeente: String) throws -> Scope {
        try Policy.decide(actor, .read, on: .indicator, facts: Facts(team: actor.team, gemeente: gemeente)).orThrow()
        return Policy.scope(actor, .read, on: .indicator)
    }

    /// The contract whose definitions hold: that of the last day of the period, or the last one before it.
    private func contract(_ gemeente: String, _ periode: Periode) throws(Failure) -> Opdracht {
        let alle = boek.opdrachten.filter { $0.gemeente.waarde == gemeente }
        guard
            let opdracht = alle.last(where: { $0.geldigVan <= periode.totEnMet }) ?? alle.first
        else { throw .notFound(what: "opdracht") }
        return opdracht
    }
}
