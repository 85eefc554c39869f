// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// Files with aanmeldingen, by way of the portaal.
extension Handlers {
    mutating func beantwoordAanleveringen(_ parts: IntakeParts, _ grenzen: Aanlevergrenzen, _ wekker: Wekker) {
        answer(AanleveringenLijst.self, from: [.portaal]) { query, request in
            try await AanleveringenTonen(parts: parts).lijst(query, request.actor)
        }
        answer(AanleveringOpvragen.self, from: [.portaal]) { query, request in
            try await AanleveringenTonen(parts: parts).een(query, request.actor)
        }
        answer(AanleveringResultaat.self, from: [.portaal]) { query, request in
            try await AanleveringenTonen(parts: parts).resultaat(query, request.actor)
        }
        perform(AanleveringDeel.self, from: [.portaal]) { command, request in
            let naam: Bestandsnaam
            do throws(FieldError) {
                naam = try Bestandsnaam(command.bestandsnaam)
            } catch {
                throw Failure.invalid([error])
            }
            let antwoord = try await BestandOntvangen(parts: parts, grenzen: grenzen)(
                command, gemeente: naam.gemeente, request.envelope, request.actor)
            if antwoord.klaar { wekker.wek() }
            return antwoord
        }
        perform(AanleveringImporteren.self, from: [.portaal]) { command, request in
            let antwoord = try await AanleveringBeslissen(parts: parts).importeer(command, request.envelope, request.actor)
            wekker.wek()
            return antwoord
        }
        perform(AanleveringAnnuleren.self, from: [.portaal]) { command, request in
            try await AanleveringBeslissen(parts: parts).annuleer(command, request.envelope, request.actor)
        }
    }
}
