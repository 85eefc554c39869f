// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// What portaal may ask and have done to keep the directory: edits, proposals, files.
struct KaartbeheerBeantwoorden: Sendable {
    let kaart: Kaart
    let importen: Kaartimporten

    func add(to handlers: inout Handlers) {
        vermeldingen(&handlers)
        bestanden(&handlers)
        partners(&handlers)
        woorden(&handlers)
    }

    private func woorden(_ handlers: inout Handlers) {
        let kaart = kaart
        handlers.answer(BegrippenOpvragen.self, from: [.portaal]) { query, request in
            try await kaart.begrippen(query, als: request.actor)
        }
        handlers.answer(BegripOpvragen.self, from: [.portaal]) { query, request in
            try await kaart.begrip(query, als: request.actor)
        }
        handlers.perform(BegripswoordToevoegen.self, from: [.portaal]) { command, request in
            try await kaart.toevoegen(command, als: request.actor, because: request.envelope)
        }
        handlers.perform(BegripswoordWijzigen.self, from: [.portaal]) { command, request in
            try await kaart.wijzigen(command, als: request.actor, because: request.envelope)
        }
    }

    private func vermeldingen(_ handlers: inout Handlers) {
        let kaart = kaart
        handlers.answer(VoorzieningBewerkbaar.self, from: [.portaal]) { query, request in
            try await kaart.bewerkbaar(query, als: request.actor)
        }
        handlers.perform(VoorzieningBewerken.self, from: [.portaal]) { command, request in
            try await kaart.bewerken(command, als: request.actor, because: request.envelope)
        }
        handlers.answer(KaartWerk.self, from: [.portaal]) { query, request in
            try await kaart.werk(query, als: request.actor)
        }
        handlers.answer(VoorstelOpvragen.self, from: [.portaal]) { query, request in
            try await kaart.voorstel(query, als: request.actor)
        }
        handlers.perform(VoorstelBeoordelen.self, from: [.portaal]) { command, request in
            try await kaart.beoordelen(command, als: request.actor, because: request.envelope)
        }
        handlers.answer(OrganisatieBewerkbaar.self, from: [.portaal]) { query, request in
            try await kaart.organisatie(query, als: request.actor)
        }
        handlers.perform(OrganisatieBewerken.self, from: [.portaal]) { command, request in
            try await kaart.bewerken(command, als: request.actor, because: request.envelope)
        }
    }

    private func bestanden(_ handlers: inout Handlers) {
        let (kaart, importen) = (kaart, importen)
        handlers.perform(KaartinvoerBeginnen.self, from: [.portaal]) { command, request in
            try await importen.begin(command, als: request.actor, because: request.envelope)
        }
        handlers.answer(KaartinvoerStand.self, from: [.portaal]) { query, request in
            try await importen.stand(query, als: request.actor)
        }
        handlers.perform(KaartbestandDeel.self, from: [.portaal]) { command, request in
            try await kaart.ontvang(command, als: request.actor, because: request.envelope)
        }
        handlers.answer(KaartUitvoeren.self, from: [.portaal]) { query, request in
            try await kaart.uitvoeren(query, als: request.actor)
        }
    }

    private func partners(_ handlers: inout Handlers) {
        let kaart = kaart
        handlers.answer(PartnerVermeldingen.self, from: [.portaal]) { query, request in
            try await kaart.vermeldingen(query, als: request.actor)
        }
        handlers.answer(PartnerVermeldingOpvragen.self, from: [.portaal]) { query, request in
            try await kaart.vermelding(query, als: request.actor)
        }
        handlers.perform(PartnerVoorstelDoen.self, from: [.portaal]) { command, request in
            try await kaart.doeVoorstel(command, als: request.actor, because: request.envelope)
        }
        handlers.perform(PartnerVoorstelIntrekken.self, from: [.portaal]) { command, request in
            try await kaart.intrekken(command, als: request.actor, because: request.envelope)
        }
        handlers.perform(PartnerBevestigen.self, from: [.portaal]) { command, request in
            try await kaart.bevestigen(command, als: request.actor, because: request.envelope)
        }
    }
}
