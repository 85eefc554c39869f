// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Testing

/// The messages of signals, safety and the Meldcode as they are on the wire in version 1. There is no event among them, and
/// there must never be one: what is in the compartment is told to nobody.
@Suite("Berichten van signalen en Meldcode: voorbeelden van versie 1", .timeLimit(.minutes(1)))
struct VeiligheidVoorbeeldenTests {
    static let voorbeelden = [
        Berichtvoorbeeld(SignalenOpvragen.self),
        Berichtvoorbeeld(SignalenOpvragen.self, antwoord: SignalenOpvragen.Answer.self),
        Berichtvoorbeeld(SignaalVastleggen.self),
        Berichtvoorbeeld(SignaalVastleggen.self, antwoord: SignaalVastleggen.Answer.self),
        Berichtvoorbeeld(SignaalOpvolgen.self), Berichtvoorbeeld(SignaalSluiten.self),
        Berichtvoorbeeld(VeiligheidOpvragen.self),
        Berichtvoorbeeld(VeiligheidOpvragen.self, antwoord: VeiligheidOpvragen.Answer.self),
        Berichtvoorbeeld(VeiligContactZetten.self), Berichtvoorbeeld(VeiligheidsafspraakVastleggen.self),
        Berichtvoorbeeld(VeiligheidsafspraakBeeindigen.self), Berichtvoorbeeld(MeldcodeZaken.self),
        Berichtvoorbeeld(MeldcodeZaken.self, antwoord: MeldcodeZaken.Answer.self), Berichtvoorbeeld(MeldcodeOpvragen.self),
        Berichtvoorbeeld(MeldcodeOpvragen.self, antwoord: MeldcodeOpvragen.Answer.self),
        Berichtvoorbeeld(MeldcodeNoodOpenen.self),
        Berichtvoorbeeld(MeldcodeNoodOpenen.self, antwoord: MeldcodeNoodOpenen.Answer.self),
        Berichtvoorbeeld(MeldcodeNoodOpvragen.self),
        Berichtvoorbeeld(MeldcodeNoodOpvragen.self, antwoord: MeldcodeNoodOpvragen.Answer.self),
        Berichtvoorbeeld(MeldcodeNoodinzagen.self),
        Berichtvoorbeeld(MeldcodeNoodinzagen.self, antwoord: MeldcodeNoodinzagen.Answer.self),
        Berichtvoorbeeld(MeldcodeNoodBeoordelen.self),
        Berichtvoorbeeld(MeldcodeOpenen.self),
        Berichtvoorbeeld(MeldcodeOpenen.self, antwoord: MeldcodeOpenen.Answer.self),
        Berichtvoorbeeld(MeldcodeVastleggen.self), Berichtvoorbeeld(MeldcodeBetrekken.self),
    ]

    @Test("het bericht gaat heen en terug zonder verschil", arguments: voorbeelden)
    func rondje(_ voorbeeld: Berichtvoorbeeld) throws { try voorbeeld.controleer() }

    @Test("een oudere lezer overleeft een veld dat later is toegevoegd", arguments: voorbeelden)
    func extraVeld(_ voorbeeld: Berichtvoorbeeld) throws {
        // The answers of the Meldcode are keyed by question: there a later key is an answer, not an unknown field.
        guard !voorbeeld.bestand.contains("meldcode-vastleggen"), !voorbeeld.bestand.contains("meldcode-opvragen.v1.antwoord")
        else { return }
        try voorbeeld.controleerLaterVeld()
    }
}
