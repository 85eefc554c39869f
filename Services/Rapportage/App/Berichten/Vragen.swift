// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Toegang

/// What this service asks of others while it answers.
enum Vragen {
    /// The paragraphs of a report, drafted by begeleiding from the file. Asked on our own account: whether the user may see
    /// the report was decided here.
    static func paragrafen(_ bus: Bus) -> @Sendable (RapportParagrafen, Request) async throws -> [RapportParagrafen.Paragraaf] {
        { vraag, request in
            try await bus.ask(vraag, as: ServicePurpose.rapport.actor, because: request.envelope)
        }
    }

    /// What the person is called, asked on behalf of the user, so that intake decides and logs. Nil when the user may not
    /// know it.
    static func naam(_ bus: Bus) -> @Sendable (DossierID, Request) async throws -> String? {
        { dossier, request in
            try await bus.ask(DossierLabels(dossiers: [dossier]), as: request.actor, because: request.envelope)
                .first { $0.dossier == dossier }?.naam
        }
    }
}
