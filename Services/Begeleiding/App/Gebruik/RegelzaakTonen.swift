// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension RegelzaakOpvragen {
    /// One step with the states it may go to, its proof and what was done with it.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Regelzaakbeeld {
        let actor = request.actor
        let (plek, beeld, verloop, documenten) = try await middelen.store.read { db in
            let plek = try Regelzaakplek(db, dossier, regelzaak, actor, .read)
            let ankers = try Dossiers.vind(db, plek.zaak.drager)?.ankers(db)
            return (
                plek, plek.zaak.opBord(plek.bord, plek.wacht, ankers), try Regelverlopen.van(db, regelzaak),
                try Regeldocumenten.zichtbaar(db, plek, actor)
            )
        }
        try await middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, dossier, .regeldag, aanvrager: request.caller.rawValue)
        }
        var opener = Opener(middelen.keys)
        var kenmerk: String?
        if let verzegeld = plek.zaak.kenmerk {
            kenmerk = await opener.tekst(verzegeld.zegel, van: verzegeld.van, plaats: Zegelplaats.regelbewijs(regelzaak))
        }
        let laatste = verloop.first
        return Regelzaakbeeld(
            zaak: beeld, overgangen: Self.overgangen(plek.zaak.toestand, plek.wachtOp), kenmerk: kenmerk,
            kenmerkOnleesbaar: plek.zaak.kenmerk != nil && kenmerk == nil,
            verloop: Self.verloop(verloop, documenten ?? []),
            ongedaan: laatste.flatMap { Regelverloop.ongedaan($0.soort, terugNaar: $0.voor) },
            documenten: documenten?.compactMap(\.beeld))
    }

    /// Newest first; on one day the documents come before the changes of the step.
    private static func verloop(
        _ wijzigingen: [Regelverlooprij], _ documenten: [Regeldocumentrij]
    ) -> [Regelzaakbeeld.Regel] {
        let regels =
            documenten.flatMap(\.verloop)
            + wijzigingen.map {
                Regelzaakbeeld.Regel(
                    op: $0.op,
                    zin: Regelverloop.zin($0.soort, van: $0.voor, naar: $0.na, kenmerkGewijzigd: $0.kenmerkGewijzigd),
                    door: $0.door)
            }
        return regels.enumerated().sorted { ($1.element.op, $0.offset) < ($0.element.op, $1.offset) }.map(\.element)
    }

    private static func overgangen(_ van: RegelzaakToestand, _ wachtOp: [String]) -> [Regelzaakbeeld.Overgang] {
        RegelzaakToestand.allCases.filter { $0 != van && Regelzaakregels.toegestaan(van: van, naar: $0) }.map { naar in
            let soort = Regelzaakregels.reden(van: van, naar: naar, wachtOp: wachtOp)
            return Regelzaakbeeld.Overgang(
                toestand: naar, redenen: Regelreden.allCases.filter { $0.soort == soort },
                uitleg: Regelzaakregels.vraag(van: van, naar: naar, wachtOp: wachtOp))
        }
    }
}
