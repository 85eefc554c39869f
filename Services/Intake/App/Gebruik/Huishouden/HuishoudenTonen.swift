// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

/// Who lives together on a day, who is still to come, and how it was before: members of whom the actor may know, and no
/// others.
struct HuishoudenTonen: Sendable {
    let parts: IntakeParts

    /// - Throws: `Failure.notFound` for a household of which the actor may not open a single member.
    func callAsFunction(
        _ query: HuishoudenOpvragen, _ actor: Actor, caller: ServiceName, because cause: Envelope
    ) async throws -> Huishoudbeeld {
        let dag = query.op ?? parts.clock.today
        let (feiten, personen, volgers, wachtend, gekomen) = try await parts.store.read { db in
            let feiten = try Lidmaatschappen.ooit(db, query.huishouden)
            let personen = try Set(feiten.map(\.dossier)).compactMap { try Persoonregister.vind(db, $0) }
            let volgers = try Set(personen.map(\.dossier).filter { try Samenvoegregister.volgt(db, $0) })
            let wachtend = try VerwachteLeden.van(db, huishouden: query.huishouden)
            let gekomen = try wachtend.compactMap(\.dossier).compactMap { try Persoonregister.vind(db, $0) }
            return (feiten, personen, volgers, wachtend, gekomen)
        }
        let bekend = Dictionary(personen.map { ($0.dossier, $0) }, uniquingKeysWith: { eerste, _ in eerste })
        let opDag = feiten.filter { $0.geldt(op: dag) }
        let aanwezig = opDag.compactMap { bekend[$0.dossier]?.feiten }
        func magOpenen(_ rij: Persoonrij) -> Bool { Policy.decide(actor, .read, on: .dossier, facts: rij.feiten).isYes }
        guard personen.contains(where: magOpenen) else { throw Failure.notFound(what: "huishouden") }
        let zichtbaar = Set(
            personen.filter { rij in
                magOpenen(rij)
                    || (opDag.contains { $0.dossier == rij.dossier }
                        && Policy.magKennen(actor, lid: rij.feiten, huisgenoten: aanwezig))
            }.map(\.dossier))
        let teOpenen = Set(gekomen.filter(magOpenen).map(\.dossier))
        try await parts.store.write(because: cause) { tx in
            for rij in personen where zichtbaar.contains(rij.dossier) {
                try Leeslog.schrijf(
                    tx, rij.dossier, actor: actor, dienst: caller, wat: "huishouden", toegestaan: true)
            }
        }
        let mag = personen.contains { Policy.decide(actor, .change, on: .dossier, facts: $0.feiten).isYes }
        return Huishoudbeeld(
            huishouden: query.huishouden, op: dag,
            // One person lives here once; the dossier that follows keeps its own past below.
            leden: opDag.filter { zichtbaar.contains($0.dossier) && !volgers.contains($0.dossier) }
                .sorted { Self.volgorde($0) < Self.volgorde($1) }
                .compactMap { lid in bekend[lid.dossier].map { regel($0, lid, actor, magOpenen: magOpenen($0)) } },
            verwacht: try await verwacht(
                wachtend.filter { lid in
                    guard zichtbaar.contains(lid.referent) else { return false }
                    // Who has come is known as any other member: not at all, when that dossier may not be known.
                    guard let dossier = lid.dossier else { return true }
                    return zichtbaar.contains(dossier) || teOpenen.contains(dossier)
                }, bekend, magOpenen, teOpenen: teOpenen),
            verloop: feiten.reversed().filter { zichtbaar.contains($0.dossier) }.compactMap { feit in
                bekend[feit.dossier].map {
                    .init(
                        dossier: feit.dossier, naam: $0.naam, rol: feit.rol.rawValue, van: feit.van, tot: feit.tot,
                        reden: feit.reden.rawValue, bron: feit.bron.rawValue, ingetrokken: feit.ingetrokken)
                }
            }, magWijzigen: mag)
    }

    private static func volgorde(_ lid: Lidmaatschap) -> (Int, String) {
        (Huishoudrol.allCases.firstIndex(of: lid.rol) ?? 9, lid.dossier.description)
    }

    private func regel(_ rij: Persoonrij, _ lid: Lidmaatschap, _ actor: Actor, magOpenen: Bool) -> Huishoudbeeld.Lid {
        let geboren = OnvolledigeDatum(rij.geboortedatum) ?? .onbekend
        let is18 = geboren.is18(op: parts.clock.today)
        let magWijzigen = Policy.decide(actor, .change, on: .dossier, facts: rij.feiten).isYes
        return Huishoudbeeld.Lid(
            dossier: rij.dossier, dossiernummer: rij.dossiernummer, naam: rij.naam, rol: lid.rol.rawValue,
            doelgroep: rij.doelgroep, van: lid.van, magOpenen: magOpenen, afgeschermd: magOpenen && rij.afgeschermd,
            wordt18In: is18 == .ja || !magOpenen ? nil : geboren.maandVan18?.waarde, is18: magOpenen ? is18 : .onbekend,
            magTerugdraaien: magWijzigen && lid.tot == nil && lid.bron == .medewerker, versie: rij.versie)
    }

    /// Only what hangs on a member whose file the actor may open: it is sealed with that file's key.
    private func verwacht(
        _ rijen: [VerwachtLidrij], _ bekend: [DossierID: Persoonrij], _ magOpenen: (Persoonrij) -> Bool,
        teOpenen: Set<DossierID>
    ) async throws -> [Huishoudbeeld.Verwacht] {
        var uit: [Huishoudbeeld.Verwacht] = []
        for rij in rijen {
            guard let referent = bekend[rij.referent], magOpenen(referent) else { continue }
            let lid = try await VerwachtZegel(parts: parts).open(rij)
            uit.append(
                .init(
                    id: rij.id, referent: rij.referent, naam: lid.naam, geboortedatum: lid.geboortedatum.waarde, land: lid.land,
                    rol: rij.rol.rawValue, stand: rij.stand.rawValue, verwachtOp: rij.verwachtOp,
                    dossier: rij.dossier.flatMap { teOpenen.contains($0) ? $0 : nil }, versie: rij.versie))
        }
        return uit
    }
}
