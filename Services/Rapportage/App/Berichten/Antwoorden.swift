// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// What this service answers on the bus. Only portaal asks: it fills in on whose behalf.
enum Antwoorden {
    static func handlers(_ rapporten: Rapporten, _ afdrukken: RapportAfdrukken, _ indicatoren: Indicatoren) -> Handlers {
        var handlers = Handlers()
        handlers.answer(RapportenLijst.self, from: [.portaal]) { try await rapporten.lijst($0, $1) }
        handlers.answer(RapportOpvragen.self, from: [.portaal]) { try await rapporten.opvragen($0, $1) }
        handlers.perform(RapportVaststellen.self, from: [.portaal]) { try await rapporten.vaststellen($0, $1) }
        handlers.answer(RapportPDF.self, from: [.portaal]) { try await afdrukken.pdf($0, $1) }
        handlers.answer(IndicatorenOpvragen.self, from: [.portaal]) { try await indicatoren.opvragen($0, $1) }
        handlers.answer(IndicatorRijen.self, from: [.portaal]) { try await indicatoren.rijen($0, $1) }
        return handlers
    }
}
