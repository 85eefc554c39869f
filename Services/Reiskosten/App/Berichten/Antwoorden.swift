// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// What this service answers on the bus. Only portaal asks: it fills in on whose behalf.
enum Antwoorden {
    static func handlers(_ voorschotten: Voorschotten, _ bewijsstukken: Bewijsstukken) -> Handlers {
        var handlers = Handlers()
        handlers.perform(VoorschotAanvragen.self, from: [.portaal]) { try await voorschotten.aanvragen($0, $1) }
        handlers.perform(VoorschotBeslissen.self, from: [.portaal]) { try await voorschotten.beslissen($0, $1) }
        handlers.perform(VoorschotBetaald.self, from: [.portaal]) { try await voorschotten.betalen($0, $1) }
        handlers.perform(VoorschotAfrekenen.self, from: [.portaal]) { try await voorschotten.afrekenen($0, $1) }
        handlers.perform(BewijsstukDeel.self, from: [.portaal]) { try await bewijsstukken.ontvangen($0, $1) }
        handlers.answer(VoorschottenLijst.self, from: [.portaal]) { try await voorschotten.lijst($0, $1) }
        handlers.answer(VoorschotOpvragen.self, from: [.portaal]) { try await voorschotten.opvragen($0, $1) }
        handlers.answer(BewijsstukLezen.self, from: [.portaal]) { try await bewijsstukken.lezen($0, $1) }
        return handlers
    }
}
