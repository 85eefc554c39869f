// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Testing

/// The messages of reiskosten as they are on the wire in version 1. A change that breaks one of these files breaks whoever
/// already speaks it: make a new version instead.
@Suite("Berichten van reiskosten: voorbeelden van versie 1", .timeLimit(.minutes(1)))
struct ReiskostenVoorbeeldenTests {
    static let voorbeelden = [
        Berichtvoorbeeld(VoorschotGewijzigd.self),
        Berichtvoorbeeld(VoorschotAanvragen.self),
        Berichtvoorbeeld(VoorschotAanvragen.self, antwoord: VoorschotAanvragen.Answer.self),
        Berichtvoorbeeld(VoorschotBeslissen.self),
        Berichtvoorbeeld(VoorschotBetaald.self),
        Berichtvoorbeeld(VoorschotAfrekenen.self),
        Berichtvoorbeeld(BewijsstukDeel.self),
        Berichtvoorbeeld(BewijsstukDeel.self, antwoord: BewijsstukDeel.Answer.self),
        Berichtvoorbeeld(BewijsstukLezen.self),
        Berichtvoorbeeld(BewijsstukLezen.self, antwoord: BewijsstukLezen.Answer.self),
        Berichtvoorbeeld(VoorschottenLijst.self),
        Berichtvoorbeeld(VoorschottenLijst.self, antwoord: VoorschottenLijst.Answer.self),
        Berichtvoorbeeld(VoorschotOpvragen.self),
        Berichtvoorbeeld(VoorschotOpvragen.self, antwoord: VoorschotOpvragen.Answer.self),
    ]

    @Test("het bericht gaat heen en terug zonder verschil", arguments: voorbeelden)
    func rondje(_ voorbeeld: Berichtvoorbeeld) throws { try voorbeeld.controleer() }

    @Test("een oudere lezer overleeft een veld dat later is toegevoegd", arguments: voorbeelden)
    func laterVeld(_ voorbeeld: Berichtvoorbeeld) throws { try voorbeeld.controleerLaterVeld() }
}
