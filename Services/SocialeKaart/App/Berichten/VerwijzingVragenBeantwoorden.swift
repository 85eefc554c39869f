// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// What portaal and rapportage may ask of referrals, and what portaal may have done with them.
struct VerwijzingVragenBeantwoorden: Sendable {
    let verwijzingen: Verwijzingen

    func add(to handlers: inout Handlers) {
        werk(&handlers)
        afspraken(&handlers)
        partners(&handlers)
        links(&handlers)
        meldingen(&handlers)
    }

    private func werk(_ handlers: inout Handlers) {
        let verwijzingen = verwijzingen
        handlers.answer(VerwijzingenVanDossier.self, from: [.portaal, .rapportage]) { query, request in
            try await verwijzingen.vanDossier(query, als: request.actor)
        }
        handlers.answer(VerwijzingOpvragen.self, from: [.portaal]) { query, request in
            try await verwijzingen.opvragen(query, als: request.actor, because: request.envelope)
        }
        handlers.answer(VerwijzingenVolgen.self, from: [.portaal]) { query, request in
            try await verwijzingen.volgen(query, als: request.actor)
        }
        handlers.answer(KaartVandaagOpvragen.self, from: [.portaal]) { query, request in
            try await verwijzingen.vandaag(query, als: request.actor)
        }
        handlers.answer(PartneroverzichtOpvragen.self, from: [.portaal]) { query, request in
            try await verwijzingen.partneroverzicht(query, als: request.actor)
        }
        handlers.perform(VerwijzingMaken.self, from: [.portaal]) { command, request in
            try await inWoorden { try await verwijzingen.maken(command, als: request.actor, because: request.envelope) }
        }
        handlers.perform(VerwijzingVersturen.self, from: [.portaal]) { command, request in
            try await inWoorden { try await verwijzingen.versturen(command, als: request.actor, because: request.envelope) }
        }
        handlers.perform(VerwijzingOvergang.self, from: [.portaal]) { command, request in
            try await inWoorden { try await verwijzingen.overgaan(command, als: request.actor, because: request.envelope) }
        }
        handlers.perform(VerwijzingTaakAfdoen.self, from: [.portaal]) { command, request in
            try await verwijzingen.taakAfdoen(command, als: request.actor, because: request.envelope)
        }
        handlers.perform(InstemmingVastleggen.self, from: [.portaal]) { command, request in
            try await verwijzingen.instemmingVastleggen(command, als: request.actor, because: request.envelope)
        }
    }

    private func afspraken(_ handlers: inout Handlers) {
        let verwijzingen = verwijzingen
        handlers.answer(VerwijsafspraakOpvragen.self, from: [.portaal]) { query, request in
            try await verwijzingen.afspraak(query, als: request.actor)
        }
        handlers.perform(VeldenlijstVastleggen.self, from: [.portaal]) { command, request in
            try await verwijzingen.veldenlijstVastleggen(command, als: request.actor, because: request.envelope)
        }
        handlers.perform(PartnerafspraakVastleggen.self, from: [.portaal]) { command, request in
            try await verwijzingen.partnerafspraakVastleggen(command, als: request.actor, because: request.envelope)
        }
        handlers.perform(CapaciteitMelden.self, from: [.portaal]) { command, request in
            try await verwijzingen.capaciteitMelden(command, als: request.actor, because: request.envelope)
        }
    }

    private func partners(_ handlers: inout Handlers) {
        let verwijzingen = verwijzingen
        handlers.answer(PartnerVerwijzingen.self, from: [.portaal]) { query, request in
            try await verwijzingen.partnerlijst(query, als: request.actor)
        }
        handlers.answer(PartnerVerwijzingOpvragen.self, from: [.portaal]) { query, request in
            try await verwijzingen.partnerEen(query, als: request.actor, because: request.envelope)
        }
        handlers.perform(PartnerAntwoorden.self, from: [.portaal]) { command, request in
            try await inWoorden { try await verwijzingen.partnerAntwoord(command, als: request.actor, because: request.envelope) }
        }
        handlers.perform(PartnerStatusMelden.self, from: [.portaal]) { command, request in
            guard let partner = Partner(request.actor) else { throw Failure.notFound(what: "verwijzing") }
            return try await verwijzingen.statusMelden(command.verwijzing, partner, because: request.envelope)
        }
    }

    private func meldingen(_ handlers: inout Handlers) {
        let verwijzingen = verwijzingen
        handlers.answer(PartnermeldingenLijst.self, from: [.portaal]) { query, request in
            try await verwijzingen.onbezorgd(query.page, als: request.actor)
        }
        handlers.answer(PartnermeldingenOnbezorgd.self, from: [.portaal]) { _, request in
            try await verwijzingen.onbezorgd(PageRequest(limit: 100), als: request.actor).rows
        }
        handlers.answer(PartnermeldingenAantal.self, from: [.portaal]) { _, request in
            try await verwijzingen.aantalOnbezorgd(als: request.actor)
        }
        handlers.perform(PartnermeldingOpnieuw.self, from: [.portaal]) { command, request in
            try await verwijzingen.opnieuwBezorgen(command, als: request.actor, because: request.envelope)
        }
        handlers.perform(PartnermeldingOpgeven.self, from: [.portaal]) { command, request in
            try await verwijzingen.geefOp(command, als: request.actor, because: request.envelope)
        }
        handlers.perform(PartnermeldingenOpnieuw.self, from: [.portaal]) { _, request in
            try await verwijzingen.opnieuwBezorgen(als: request.actor, because: request.envelope)
        }
    }

    private func links(_ handlers: inout Handlers) {
        let verwijzingen = verwijzingen
        handlers.perform(AntwoordlinkMaken.self, from: [.portaal]) { command, request in
            try await verwijzingen.linkMaken(command, als: request.actor, because: request.envelope)
        }
        handlers.perform(AntwoordlinkIntrekken.self, from: [.portaal]) { command, request in
            try await verwijzingen.linkIntrekken(command, als: request.actor, because: request.envelope)
        }
        handlers.perform(AntwoordlinkCode.self, from: [.portaal]) { command, request in
            try await verwijzingen.linkCode(command, als: request.actor, because: request.envelope)
        }
        handlers.answer(AntwoordlinkOpenen.self, from: [.portaal]) { query, request in
            try await verwijzingen.linkOpenen(query, als: request.actor, because: request.envelope)
        }
        handlers.perform(AntwoordlinkAntwoorden.self, from: [.portaal]) { command, request in
            try await inWoorden { try await verwijzingen.linkAntwoord(command, als: request.actor, because: request.envelope) }
        }
        handlers.perform(AntwoordlinkPersoon.self, from: [.portaal]) { command, request in
            try await verwijzingen.linkPersoon(command, als: request.actor, because: request.envelope)
        }
    }
}

/// The bus knows `Failure` alone: a refusal of the state machine becomes one.
private func inWoorden<Antwoord>(_ werk: () async throws -> Antwoord) async throws -> Antwoord {
    do { return try await werk() } catch let weigering as Overgangsweigering { throw weigering.failure }
}
