// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// Signals, safety and the Meldcode: only for the pages. No service asks these on its own account.
extension Handlers {
    mutating func beantwoordVeiligheid(_ middelen: Middelen) {
        answer(SignalenOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        perform(SignaalVastleggen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        perform(SignaalOpvolgen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        perform(SignaalSluiten.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        answer(VeiligheidOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        perform(VeiligContactZetten.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        perform(VeiligheidsafspraakVastleggen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        perform(VeiligheidsafspraakBeeindigen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        answer(MeldcodeZaken.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        answer(MeldcodeOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        answer(MeldcodeNoodOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        answer(MeldcodeNoodinzagen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        perform(MeldcodeNoodOpenen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        perform(MeldcodeNoodBeoordelen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        perform(MeldcodeOpenen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        perform(MeldcodeVastleggen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        perform(MeldcodeBetrekken.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
    }
}
