// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Testing

/// The messages about contacts and appointments as they are on the wire. The files without `heel` are older than place,
/// interpreter's minutes and corrections: they must be read for ever.
@Suite("Berichten over contact en agenda: voorbeelden", .timeLimit(.minutes(1)))
struct ContactVoorbeeldenTests {
    static let voorbeelden = [
        Berichtvoorbeeld(ContactmomentVastleggen.self), Berichtvoorbeeld(ContactmomentVastleggen.self, variant: "heel"),
        Berichtvoorbeeld(ContactmomentVastgelegd.self), Berichtvoorbeeld(ContactmomentVastgelegd.self, variant: "heel"),
        Berichtvoorbeeld(ContactmomentIntrekken.self), Berichtvoorbeeld(ContactmomentIngetrokken.self),
        Berichtvoorbeeld(ContactmomentOpvragen.self),
        Berichtvoorbeeld(ContactmomentOpvragen.self, antwoord: ContactmomentOpvragen.Answer.self),
        Berichtvoorbeeld(ContactvoorstelOpvragen.self),
        Berichtvoorbeeld(ContactvoorstelOpvragen.self, antwoord: ContactvoorstelOpvragen.Answer.self),
        Berichtvoorbeeld(AfspraakMaken.self), Berichtvoorbeeld(AfspraakMaken.self, antwoord: AfspraakMaken.Answer.self),
        Berichtvoorbeeld(AfspraakWijzigen.self), Berichtvoorbeeld(AfspraakWijzigen.self, antwoord: AfspraakWijzigen.Answer.self),
        Berichtvoorbeeld(AfspraakAfzeggen.self), Berichtvoorbeeld(AfspraakGewijzigd.self),
        Berichtvoorbeeld(AgendaOpvragen.self), Berichtvoorbeeld(AgendaOpvragen.self, antwoord: AgendaOpvragen.Answer.self),
        Berichtvoorbeeld(AfsprakenVanDossier.self),
        Berichtvoorbeeld(AfsprakenVanDossier.self, antwoord: AfsprakenVanDossier.Answer.self),
        Berichtvoorbeeld(AfspraakOpvragen.self), Berichtvoorbeeld(AfspraakOpvragen.self, antwoord: AfspraakOpvragen.Answer.self),
    ]

    @Test("het bericht gaat heen en terug zonder verschil", arguments: voorbeelden)
    func rondje(_ voorbeeld: Berichtvoorbeeld) throws { try voorbeeld.controleer() }

    @Test("een oudere lezer overleeft een veld dat later is toegevoegd", arguments: voorbeelden)
    func extraVeld(_ voorbeeld: Berichtvoorbeeld) throws { try voorbeeld.controleerLaterVeld() }

    @Test("wat een oudere zender niet zegt, is er niet")
    func ouder() throws {
        let url = try #require(
            Bundle.module.url(
                forResource: "begeleiding.contactmoment-vastgelegd.v1", withExtension: "json", subdirectory: "Voorbeelden"))
        let event = try MessageCoding.decode(ContactmomentVastgelegd.self, from: try Data(contentsOf: url))
        #expect(event.plaats == nil && event.tolkMinuten == nil && event.vervangt == nil)
    }
}
