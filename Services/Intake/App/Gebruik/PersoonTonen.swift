// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// Who somebody is, for the head of the dossier page. Every look is logged with its purpose before the answer leaves, a
/// refused one too.
struct PersoonTonen: Sendable {
    let parts: IntakeParts

    func callAsFunction(
        _ query: PersoonOpvragen, _ actor: Actor, caller: ServiceName, because cause: Envelope
    ) async throws -> Persoonsgegevens {
        let lezing = try await Dossierlezing(parts: parts).lees(
            query.dossier, actor, caller: caller, wat: "persoon", metBSN: Zichtbaar(actor, geheim: true).nummers, because: cause
        ) { db, rij in try Erbij(db, rij, actor, metSamenvoegingen: query.metSamenvoegingen == true) }
        let (rij, erbij) = (lezing.rij, lezing.erbij)
        let gegevens = try await erbij.nummers.vul(aan: lezing.gegevens, parts.kluis)
        let mag = Zichtbaar(actor, geheim: erbij.geheim)
        return Persoonsgegevens(
            dossier: rij.dossier, dossiernummer: rij.dossiernummer, naam: rij.naam, geboortedatum: rij.geboortedatum,
            bsn: mag.nummers ? gegevens.client.bsn?.description : nil,
            vnummer: mag.nummers ? gegevens.client.vnummer?.waarde : nil, doelgroep: rij.doelgroep, gemeente: rij.gemeente,
            spreektaal: rij.spreektaal, leestaal: gegevens.talen.leestaal, tolktaal: gegevens.talen.tolktaal,
            tolkNodig: rij.tolkNodig, telefoon: mag.contact ? gegevens.client.telefoon?.description : nil,
            adres: mag.adres ? gegevens.client.adres.regel : nil, geheimhouding: erbij.geheim,
            verblijfsvorm: rij.verblijfsvorm, datumHuisvesting: rij.datumHuisvesting, huishouden: rij.huishouden,
            huisgenoten: erbij.leden.filter {
                $0.dossier != rij.dossier && ($0.uitwisselbaar || !actor.isOutside)
                    && Policy.magKennen(actor, lid: $0.feiten, huisgenoten: [rij.feiten])
            }.map {
                // Rules that hang on an age are shown for the whole household; to who guides that member too.
                let kent = mag.nummers && Policy.decide(actor, .read, on: .dossier, facts: $0.feiten).isYes
                return .init(
                    dossier: $0.dossier, naam: $0.naam, rol: $0.rol, doelgroep: $0.doelgroep,
                    geboortedatum: kent ? $0.geboortedatum : nil)
            }, versie: rij.versie, uitwisselingGestopt: rij.uitwisselbaar || !mag.stop ? nil : true,
            omgang: mag.nummers ? omgang(gegevens, erbij.feiten) : nil, samenvoegingen: erbij.samenvoegingen)
    }

    /// What is read beside the person, from the same snapshot.
    private struct Erbij: Sendable {
        let nummers: Nummeraanvulling
        let geheim: Bool
        let leden: [Huishoudregister.Lid]
        let feiten: [Persoonsfeit]
        let samenvoegingen: SamenvoegingenOpvragen.Answer?

        init(_ db: Database, _ rij: Persoonrij, _ actor: Actor, metSamenvoegingen: Bool) throws {
            nummers = try Nummeraanvulling(db, van: rij.dossier)
            geheim = try Geheimhouding.geldt(db, rij.dossier)
            leden = try Huishoudregister.leden(db, rij.huishouden)
            feiten = try Persoonsfeiten.van(db, rij.dossier)
            samenvoegingen = metSamenvoegingen ? try Vergelijken.geschiedenis(db, rij.dossier, actor) : nil
        }
    }

    private func omgang(_ gegevens: Aanmeldgegevens, _ feiten: [Persoonsfeit]) -> Persoonsgegevens.Omgang {
        .init(
            geletterd: gegevens.talen.geletterd.map { $0 ? .ja : .nee }, alfabetisering: gegevens.talen.alfabetisering,
            tolkgeslacht: gegevens.talen.tolkgeslacht, voorkeurskanaal: gegevens.voorkeurskanaal,
            inOnderzoek: gegevens.onderzocht.map(\.rawValue).sorted(),
            feiten: Persoonsfeitsoort.allCases.compactMap { soort in feiten.first { $0.soort == soort.rawValue } })
    }
}

/// Which fields of a person somebody sees who may open the dossier.
struct Zichtbaar: Sendable, Equatable {
    /// BSN (masked) and V-nummer: for who arranges things under them.
    var nummers: Bool
    var contact: Bool
    /// Under geheimhouding only for who guides the person, that team, and the person (Wet BRP 2.59).
    var adres: Bool
    /// That the exchange is stopped, without who and why: for who may be asked by somebody outside.
    var stop: Bool

    init(_ actor: Actor, geheim: Bool) {
        let guides = actor.has(.begeleider) || actor.has(.teamleider)
        let isOwn = actor.has(.client)
        nummers = guides || isOwn
        contact = guides || isOwn || actor.has(.vrijwilliger)
        adres = guides || isOwn || (actor.has(.vrijwilliger) && !geheim)
        stop = guides || actor.has(.vrijwilliger)
    }
}
