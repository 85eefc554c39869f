// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag
import Toegang

extension Rapporten {
    /// The reports within the actor's rights, earliest due first.
    func lijst(_ query: RapportenLijst, _ request: Request) async throws -> Page<Rapportregel> {
        let scope = Policy.scope(request.actor, .list, on: .rapport).sql(columns: RapportRij.columns)
        var conditions = [scope.sql]
        var arguments = scope.arguments
        if let dossier = query.dossier {
            conditions.append("r.dossier = ?")
            arguments.append(dossier.description)
        }
        if let toestand = query.toestand {
            conditions.append("r.toestand = ?")
            arguments.append(toestand.rawValue)
        }
        if let after = query.page.after {
            let parts = after.split(separator: " ").map(String.init)
            guard parts.count == 2, Datum(parts[0]) != nil, RapportID(parts[1]) != nil else {
                throw Failure.invalid([
                    FieldError("page.after", code: "vorm", "Deze bladzijde bestaat niet. Begin bij de eerste.")
                ])
            }
            conditions.append("(r.uiterlijk_op, r.id) > (?, ?)")
            arguments += parts
        }
        let limit = query.page.limit
        let sql = """
            \(RapportRij.select) WHERE \(conditions.joined(separator: " AND "))
            ORDER BY r.uiterlijk_op, r.id LIMIT \(limit + 1)
            """
        let bound = StatementArguments(arguments)
        let rijen = try await store.read { db in
            try Row.fetchAll(db, sql: sql, arguments: bound).compactMap(RapportRij.init)
        }
        let shown = Array(rijen.prefix(limit))
        let regels = try await uitwisseling.voorLezer(request.actor, shown, metHuishouden: true, because: request.envelope) {
            $0.dossier
        }
        return Page(
            rows: regels.map(\.regel),
            next: rijen.count > limit ? shown.last.map { "\($0.uiterlijkOp) \($0.rapport)" } : nil)
    }

    /// One report with its text.
    func opvragen(_ query: RapportOpvragen, _ request: Request) async throws -> RapportOpvragen.Answer {
        let rij = try await find(query.rapport, request.actor)
        try await leeslog.noteer(request, dossier: rij.dossier, wat: "rapport")
        let inhoud = try await inhoud(rij, request)
        return .init(
            regel: rij.regel, paragrafen: inhoud.paragrafen.map(\.message),
            kerncijfers: inhoud.kerncijfers.map { .init(naam: $0.naam, waarde: $0.waarde, toelichting: $0.toelichting) },
            uitwisselingGestopt: try await isGestopt(rij, request) ? true : nil)
    }

    /// For the page of who works here: that this report does not leave. Reading goes on while intake is away.
    private func isGestopt(_ rij: RapportRij, _ request: Request) async throws -> Bool {
        guard rij.uitwisselbaar else { return true }
        do {
            return try await !uitwisseling.gestopt([rij.dossier], metHuishouden: true, because: request.envelope).isEmpty
        } catch Failure.unavailable { return false }
    }
}
