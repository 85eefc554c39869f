// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// Households over time, and what changes about a person who is a client: by way of the portaal.
extension Handlers {
    mutating func beantwoordHuishoudens(_ parts: IntakeParts) {
        answer(HuishoudenOpvragen.self, from: [.portaal]) { query, request in
            try await HuishoudenTonen(parts: parts)(query, request.actor, caller: request.caller, because: request.envelope)
        }
        answer(WordtAchttienLijst.self, from: [.portaal]) { query, request in
            try await AchttienBijhouden.lijst(query, request.actor, parts)
        }
        perform(HuishoudenWijzigen.self, from: [.portaal]) { command, request in
            try await HuishoudenZetten(parts: parts).wijzig(command, request.envelope, request.actor)
        }
        perform(HuishoudenVerbeteren.self, from: [.portaal]) { command, request in
            try await HuishoudenZetten(parts: parts).verbeter(command, request.envelope, request.actor)
        }
        perform(HuisgenootAfschermen.self, from: [.portaal]) { command, request in
            try await Afschermen(parts: parts)(command, request.envelope, request.actor)
        }
        answer(SchermOpvragen.self, from: [.portaal]) { query, request in
            try await Afschermen(parts: parts).stand(
                query, request.actor, caller: request.caller, because: request.envelope)
        }
        perform(VerwachtLidVastleggen.self, from: [.portaal]) { command, request in
            try await VerwachtLidZetten(parts: parts).leg(command, request.envelope, request.actor)
        }
        perform(VerwachtLidAangekomen.self, from: [.portaal]) { command, request in
            try await VerwachtLidZetten(parts: parts).aangekomen(command, request.envelope, request.actor)
        }
        perform(VerwachtLidTerugdraaien.self, from: [.portaal]) { command, request in
            try await VerwachtLidZetten(parts: parts).draaiTerug(command, request.envelope, request.actor)
        }
    }

    mutating func beantwoordGegevens(_ parts: IntakeParts) {
        answer(GegevensOpvragen.self, from: [.portaal]) { query, request in
            try await GegevensTonen(parts: parts)(query, request.actor, caller: request.caller, because: request.envelope)
        }
        answer(BSNTonen.self, from: [.portaal]) { query, request in
            try await GegevensTonen(parts: parts).bsn(
                query, request.actor, caller: request.caller, because: request.envelope)
        }
        perform(GegevensVastleggen.self, from: [.portaal]) { command, request in
            try await GegevensZetten(parts: parts)(command, request.envelope, request.actor)
        }
        perform(PersoonsfeitVastleggen.self, from: [.portaal]) { command, request in
            try await PersoonsfeitZetten(parts: parts)(command, request.envelope, request.actor)
        }
        answer(WijzigingenLijst.self, from: [.portaal]) { query, request in
            try await WijzigingTonen(parts: parts).lijst(query, request.actor)
        }
        answer(WijzigingOpvragen.self, from: [.portaal]) { query, request in
            try await WijzigingTonen(parts: parts)(query, request.actor, caller: request.caller, because: request.envelope)
        }
        perform(WijzigingVerwerken.self, from: [.portaal]) { command, request in
            try await WijzigingOvernemen(parts: parts)(command, request.envelope, request.actor)
        }
    }
}
