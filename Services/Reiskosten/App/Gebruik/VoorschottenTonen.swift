// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag
import Toegang

extension Voorschotten {
    /// The advances within the actor's rights: of one dossier newest first, else oldest first as a queue.
    func lijst(_ query: VoorschottenLijst, _ request: Request) async throws -> Page<Voorschotsregel> {
        let scope = Policy.scope(request.actor, .list, on: .voorschot).sql(columns: DossierRij.columns)
        let nieuwsteEerst = query.dossier != nil
        var conditions = [scope.sql]
        var arguments = scope.arguments
        func add(_ condition: String, _ value: String?) {
            guard let value else { return }
            conditions.append(condition)
            arguments.append(value)
        }
        add("v.dossier = ?", query.dossier?.description)
        add("v.toestand = ?", query.toestand?.rawValue)
        add(nieuwsteEerst ? "v.id < ?" : "v.id > ?", query.page.after)
        let sql = """
            \(VoorschotRij.select) WHERE \(conditions.joined(separator: " AND "))
            ORDER BY v.id \(nieuwsteEerst ? "DESC" : "ASC") LIMIT \(query.page.limit + 1)
            """
        let bound = StatementArguments(arguments)
        let (limit, boek) = (query.page.limit, boek)
        let page = try await store.read { db in
            let rijen = try Row.fetchAll(db, sql: sql, arguments: bound).compactMap(VoorschotRij.init)
            let shown = rijen.prefix(limit)
            let bewijs = try BewijsstukRij.regels(db, van: shown.map(\.voorschot))
            return Page(
                rows: shown.map { $0.regel(bewijs[$0.voorschot] ?? [], boek) },
                next: rijen.count > limit ? shown.last?.voorschot.description : nil)
        }
        if let dossier = query.dossier, !page.rows.isEmpty {
            try await leeslog.noteer(request, dossier: dossier, wat: "voorschotten")
        }
        return page
    }

    /// One advance with its evidence.
    func opvragen(_ query: VoorschotOpvragen, _ request: Request) async throws -> Voorschotsregel {
        let found = try await store.read { db in
            try VoorschotRij.find(db, query.voorschot).map { rij in
                (rij, try BewijsstukRij.regels(db, van: [rij.voorschot])[rij.voorschot] ?? [])
            }
        }
        guard let (rij, bewijs) = found,
            Policy.decide(request.actor, .read, on: .voorschot, facts: rij.dossier.facts()).isYes
        else { throw Failure.notFound(what: "voorschot") }
        try await leeslog.noteer(request, dossier: rij.dossier.dossier, wat: "voorschot")
        return rij.regel(bewijs, boek)
    }
}
