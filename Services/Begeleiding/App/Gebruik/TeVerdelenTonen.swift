// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension TeVerdelen {
    /// What has no begeleider yet, longest waiting first: trajects, and children without anybody to ride with.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Page<TeVerdelenRegel> {
        let filter = Policy.scope(request.actor, .assign, on: .dossier).sql(columns: Dossiers.kolommen)
        let na = try Sleutelplaats.lees(page.after)
        let limit = page.limit
        let regels = middelen.regels
        return try await middelen.store.read { db in
            var arguments = StatementArguments(filter.arguments)
            if let na { arguments += [na.datum.description, na.rest] }
            arguments += [limit + 1]
            let rows = try db.rijen(
                """
                SELECT d.*, t.eerste_contact_uiterlijk FROM dossier d LEFT JOIN traject t ON t.id = d.traject
                WHERE \(filter.sql) AND d.begeleider IS NULL AND d.meerijdend_met IS NULL AND d.toestand <> 'afgerond'
                \(na == nil ? "" : "AND (d.gestart_op, d.id) > (?, ?)") ORDER BY d.gestart_op, d.id LIMIT ?
                """, arguments)
            let alle = try rows.map { try regel($0, regels) }
            let pagina = alle.prefix(limit)
            let meer = alle.count > limit
            return Page(
                rows: Array(pagina), next: meer ? pagina.last.map { Sleutelplaats.tekst($0.gestartOp, $0.dossier) } : nil)
        }
    }

    private func regel(_ row: Row, _ regels: Regels) throws -> TeVerdelenRegel {
        let dossier = try Dossierrij(row)
        let uiterlijk =
            try row.datumIfPresent("eerste_contact_uiterlijk")
            ?? regels.opdracht(dossier.opdracht).eersteContact.uiterlijk(vanaf: dossier.geaccepteerdOp)
        return TeVerdelenRegel(
            dossier: dossier.id, huishouden: dossier.huishouden, doelgroep: dossier.doelgroep, gestartOp: dossier.gestartOp,
            eersteContactUiterlijk: uiterlijk, spreektaal: row["spreektaal"], tolkNodig: try row.waar("tolk_nodig"))
    }
}
