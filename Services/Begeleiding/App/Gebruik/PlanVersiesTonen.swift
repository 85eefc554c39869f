// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag
import Toegang

extension PlanVersies {
    /// The versions of the plan, newest first.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Page<Planstap> {
        let (actor, limit) = (request.actor, page.limit)
        let voor = try page.after.map { tekst in
            guard let voor = Int(tekst) else {
                throw Failure.invalid([
                    FieldError(
                        "page.after", code: "onbekend", "Deze plaats in de lijst bestaat niet. Begin bij de eerste bladzijde.")
                ])
            }
            return voor
        }
        let (rijen, nieuwste) = try await middelen.store.read { db in
            let plan = try Planversies.eis(db, dossier, actor)
            return (try Plannen.stappen(db, plan.id, voor: voor, limit: limit + 1), plan.planVersie)
        }
        try await middelen.uitwisseling.eisVoorLezer(actor, dossier, wat: "dossier", because: request.envelope)
        let pagina = rijen.prefix(limit)
        return Page(
            rows: pagina.map(\.bericht), next: rijen.count > limit ? pagina.last.map { String($0.versie) } : nil,
            total: voor == nil ? nieuwste : nil)
    }
}

extension PlanVergelijken {
    /// What is different between two versions, the older one first.
    /// - Throws: `Failure.notFound` for a version that there never was; `Failure.unavailable` when words cannot be opened: a
    ///   comparison with holes is no comparison.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Planverschillen {
        let (actor, regels) = (request.actor, middelen.regels)
        let (eerst, laatst) = (min(van, naar), max(van, naar))
        let gelezen = try await middelen.store.read { db in
            let plan = try Planversies.eis(db, dossier, actor)
            let redenen = try regels.opdracht(plan.opdracht).plan
            func lees(_ versie: Int) throws -> (Planstap, [Doelrij], [Actierij]) {
                guard let stap = try Plannen.stap(db, plan.id, versie: versie) else {
                    throw Failure.notFound(what: "versie van het plan")
                }
                let stand = try Plannen.stand(db, plan.id, versie: versie)
                return (stap.bericht, stand.doelen, stand.acties)
            }
            return (oud: try lees(eerst), nieuw: try lees(laatst), redenen: redenen)
        }
        try await middelen.uitwisseling.eisVoorLezer(actor, dossier, wat: "dossier", because: request.envelope)
        try await middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, dossier, .plan, aanvrager: request.caller.rawValue)
        }
        var opener = Opener(middelen.keys)
        let oud = try await opener.beeld(gelezen.oud.1, gelezen.oud.2, dossier, gelezen.redenen)
        let nieuw = try await opener.beeld(gelezen.nieuw.1, gelezen.nieuw.2, dossier, gelezen.redenen)
        return Planverschillen(
            van: gelezen.oud.0, naar: gelezen.nieuw.0,
            regels: Planvergelijking.regels(van: oud, naar: nieuw).map { regel in
                Planverschillen.Regel(
                    soort: regel.soort.rawValue, wat: regel.wat.rawValue, leefgebied: regel.leefgebied, voor: regel.voor,
                    zin: regel.zin, velden: regel.velden.map { .init(naam: $0.naam, oud: $0.oud, nieuw: $0.nieuw) })
            })
    }
}

private enum Planversies {
    static func eis(_ db: Database, _ dossier: DossierID, _ actor: Actor) throws -> Trajectrij {
        let rij = try Dossiers.eis(db, dossier, actor, .read, .plan)
        guard rij.eigenTraject, let plan = try rij.traject.flatMap({ try Trajecten.vind(db, $0) }) else {
            throw Failure.state(reason: "Een kind staat in het plan van de ouder of voogd. Kijk daar naar de versies.")
        }
        return plan
    }
}

extension Opener {
    /// A version of the plan in words.
    fileprivate mutating func beeld(
        _ doelen: [Doelrij], _ acties: [Actierij], _ eigen: DossierID, _ regels: Planregels
    ) async throws -> Planbeeld {
        let perDoel = Dictionary(grouping: acties, by: \.doel)
        var beeld = Planbeeld(doelen: [])
        for rij in doelen {
            let doel = await rij.bericht(&self, perDoel[rij.id] ?? [], eigen, regels)
            guard doel.tekst != onleesbaar, doel.woorden != onleesbaar, !doel.acties.contains(where: { $0.tekst == onleesbaar })
            else { throw Failure.unavailable(what: "de sleutel van het dossier") }
            beeld.doelen.append(
                Planbeeld.Doel(
                    id: doel.doel, voor: doel.voor, leefgebied: doel.leefgebied, tekst: doel.tekst, woorden: doel.woorden,
                    toestand: doel.toestand, reden: doel.reden, streefdatum: doel.streefdatum,
                    acties: doel.acties.map {
                        Planbeeld.Actie(
                            id: $0.actie, tekst: $0.tekst, wie: $0.wie, verwijzing: $0.verwijzing, uiterlijkOp: $0.uiterlijkOp,
                            toestand: $0.toestand, gedaanDoor: $0.gedaanDoor)
                    }))
        }
        return beeld
    }
}
