// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension TrajectAfsluiten {
    /// Ends the traject with a reason of the contract: every open goal gets its outcome, the aftercare is planned.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let (_, rij) = try Trajecten.eisLopend(tx.db, dossier, actor)
            guard rij.versie == versie else { throw Failure.conflict(Failure.Conflict(yours: versie, newest: rij.versie)) }
            let contract = try regels.opdracht(rij.opdracht).traject
            let doelrijen = try Doelen.van(tx.db, traject: rij.id)
            let fouten =
                Afsluitregels.veldfouten(
                    reden: reden, op: op, regels: contract, start: rij.gestartOp, vandaag: tx.today)
                + doelfouten(doelrijen)
            try fouten.orThrow()
            var gezet: [DoelID] = []
            for stand in doelen {
                guard let doel = doelrijen.first(where: { $0.id == stand.doel }), Doelregels.isOpen(doel.toestand) else {
                    continue
                }
                try doel.zet(tx, stand.toestand, plan: nil)
                gezet.append(doel.id)
            }
            if !gezet.isEmpty { try rij.wordtNieuwPlan(tx, .afgesloten, doelen: gezet) }
            if let pauze = try Klokken.openPauze(tx.db, rij.id) {
                try tx.db.doe(
                    "UPDATE pauze SET tot = ? WHERE id = ?", [max(op, pauze.pauze.van).description, pauze.id.description])
            }
            guard let dossierrij = try Dossiers.vind(tx.db, dossier) else { throw Failure.notFound(what: "dossier") }
            try dossierrij.beeindig(
                tx, regels, reden: reden, op: op, kinderenMee: contract.eindreden(reden)?.soort == .afgerond,
                nazorg: Afsluitregels.nazorg(reden: reden, op: op, regels: contract))
            return Done()
        }
    }

    private func doelfouten(_ rijen: [Doelrij]) -> [Veldfout] {
        let open = rijen.filter { Doelregels.isOpen($0.toestand) }
        let klaar = Set(doelen.filter { !Doelregels.isOpen($0.toestand) }.map(\.doel))
        return open.filter { !klaar.contains($0.id) }.map {
            Veldfout("doel-\($0.id)", code: "leeg", "Kies wat er van dit doel is geworden.")
        }
    }
}

extension TrajectHeropenen {
    /// The same traject goes on: within the term of the contract this is no new one.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let dossierrij = try Dossiers.eis(tx.db, dossier, actor, .decide, .traject)
            guard dossierrij.eigenTraject, let rij = try dossierrij.traject.flatMap({ try Trajecten.vind(tx.db, $0) }),
                !rij.loopt, let einde = rij.afgerondOp
            else { throw Failure.state(reason: "Dit traject loopt. Er is niets om te heropenen.") }
            let contract = try regels.opdracht(rij.opdracht).traject
            let vandaag = tx.today
            guard let herstart = contract.herstart, let tot = Afsluitregels.terugTot(einde: einde, regels: contract) else {
                throw Failure.state(reason: "In deze opdracht begint wie terugkomt altijd een nieuw traject.")
            }
            guard vandaag <= tot else {
                throw Failure.state(
                    reason: "Heropenen kon tot en met \(tot.tekst). Daarna is een nieuwe aanmelding van de gemeente nodig.")
            }
            try tx.change("traject", id: rij.id.description, from: versie, why: "heropend") { db in
                try db.doe(
                    """
                    UPDATE traject SET toestand = 'lopend', afgerond_op = NULL, reden = NULL,
                        overdracht_uiterlijk_op = NULL, overdracht_klaar_op = NULL WHERE id = ?
                    """, [rij.id.description])
            }
            if einde < vandaag {
                let id: PauzeID = tx.ids.make()
                try tx.db.doe(
                    """
                    INSERT INTO pauze (id, traject, reden, naam, verlengt, van, tot, kijk_op, door, op)
                    VALUES (?, ?, 'onderbroken', 'Traject was afgesloten', ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        id.description, rij.id.description, herstart.klokStondStil, einde.adding(days: 1).description,
                        vandaag.adding(days: -1).description, vandaag.description, actor.user.kolom(), tx.nowText,
                    ])
            }
            try Klokken.wisNazorg(tx.db, rij.id)
            try tx.change("dossier", id: dossier.description, from: dossierrij.versie, why: "traject heropend") { db in
                try db.doe("UPDATE dossier SET toestand = 'lopend' WHERE id = ?", [dossier.description])
            }
            try Tijdlijn.voegToe(tx, dossier, op: vandaag, Tijdlijnfeit(.trajectHeropend))
            guard let nu = try Trajecten.vind(tx.db, rij.id) else { throw Failure.notFound(what: "traject") }
            try nu.werkKlokBij(tx, regels, aanleiding: "heropend")
            guard let klaar = try Trajecten.vind(tx.db, rij.id) else { throw Failure.notFound(what: "traject") }
            try tx.emit(
                TrajectHeropend(
                    traject: rij.id, dossier: dossier, heropendOp: vandaag, tussenrapportageOp: klaar.tussenrapportageOp,
                    eindigtOp: klaar.eindigtOp))
            try dossierrij.neemKinderenMee(tx, regels)
            return Done()
        }
    }
}
