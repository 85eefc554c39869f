// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension RapportParagrafen {
    /// Drafts the report of a traject from its file, every statement with its sources.
    /// - Throws: `Failure.unavailable` when words of the plan cannot be opened: a report with holes is no report.
    func schrijven(_ middelen: Middelen, _ request: Request) async throws -> [Paragraaf] {
        let (actor, vandaag) = (request.actor, middelen.vandaag)
        let (rij, doelrijen, acties, kaal) = try await middelen.store.read { db in
            guard let traject = try Trajecten.vind(db, traject) else { throw Failure.notFound(what: "traject") }
            let rij = try Dossiers.eis(db, traject.dossier, actor, .read, .contactmoment)
            try Policy.decide(actor, .read, on: .plan, facts: rij.feiten).orThrow()
            try Policy.decide(actor, .read, on: .regeldag, facts: rij.feiten).orThrow()
            return (
                rij, try Doelen.van(db, traject: traject.id),
                Dictionary(grouping: try Acties.van(db, traject: traject.id), by: \.doel),
                try Dossierbeeld.zonderDoelen(db, traject, rij, vandaag)
            )
        }
        try await middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, rij.id, .rapport, aanvrager: request.caller.rawValue)
        }
        var opener = Opener(middelen.keys)
        var beeld = kaal
        for doel in doelrijen {
            guard let tekst = await opener.woorden(doel) else {
                throw Failure.unavailable(what: "de sleutel van het dossier; een doel is daarom niet te lezen")
            }
            beeld.doelen.append(
                Dossierbeeld.Doel(
                    id: doel.id, leefgebied: doel.leefgebied, tekst: tekst, toestand: doel.toestand,
                    streefdatum: doel.streefdatum, bereiktOp: doel.bereiktOp,
                    acties: (acties[doel.id] ?? []).map { Dossierbeeld.Actie(wie: $0.wie, toestand: $0.toestand) }))
        }
        let paragrafen =
            soort == Self.overdrachtsdocument
            ? Overdrachtsopsteller.paragrafen(beeld) : Rapportopsteller.paragrafen(beeld)
        return paragrafen.map(Paragraaf.init)
    }
}

extension Dossierbeeld {
    fileprivate static func zonderDoelen(
        _ db: Database, _ traject: Trajectrij, _ rij: Dossierrij, _ vandaag: Datum
    ) throws -> Dossierbeeld {
        let kinderen = try Dossiers.meerijders(db, van: rij.id)
        let leden = Set(kinderen.map(\.id)).union([rij.id])
        let bord = try Regelzaken.bord(db, huishouden: rij.huishouden)
        let besluit = try Plannen.besluiten(db, traject.id, limit: 1).first
        let zaken = try bord.map { try Regelzaken.zaken(db, bord: $0.id) } ?? []
        return Dossierbeeld(
            traject: traject.id, gestartOp: traject.gestartOp, tussenrapportageOp: traject.tussenrapportageOp,
            eindigtOp: traject.eindigtOp, planAkkoordOp: traject.akkoordOp,
            planGeweigerdOp: besluit.flatMap {
                $0.keus == .geweigerd && $0.versie >= traject.planInhoudVersie ? $0.op : nil
            }, meerijders: kinderen.count, doelen: [],
            regelzaken: zaken.filter { leden.contains($0.drager) }.map { zaak in
                Regelzaak(
                    id: zaak.id, naam: zaak.naam, toestand: zaak.toestand, uiterlijkOp: zaak.uiterlijkOp,
                    voorKind: zaak.drager != rij.id, leefgebied: bord?.sjabloon.stap(zaak.code)?.leefgebied)
            },
            contacten: try Contactmomenten.van(db, traject: traject.id), volgendeStapOp: rij.contact.stap?.op,
            vandaag: vandaag)
    }
}

extension RapportParagrafen.Paragraaf {
    fileprivate init(_ paragraaf: Rapportparagraaf) {
        self.init(
            code: paragraaf.code, kop: paragraaf.kop,
            tekst: paragraaf.uitspraken.map(\.zin).joined(separator: " "),
            bronnen: paragraaf.uitspraken.enumerated().flatMap { nummer, uitspraak in
                uitspraak.bronnen.map {
                    RapportParagrafen.Bron(soort: $0.soort, id: $0.id, zin: $0.zin, uitspraak: nummer + 1)
                }
            })
    }
}
