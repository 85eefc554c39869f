// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Testing

/// The messages of rapportage as they are on the wire in version 1. A change that breaks one of these files breaks whoever
/// already speaks it: make a new version instead.
@Suite("Berichten van rapportage: voorbeelden van versie 1", .timeLimit(.minutes(1)))
struct RapportageVoorbeeldenTests {
    static let voorbeelden = [
        Berichtvoorbeeld(RapportVastgesteld.self),
        Berichtvoorbeeld(RapportenLijst.self),
        Berichtvoorbeeld(RapportenLijst.self, antwoord: RapportenLijst.Answer.self),
        Berichtvoorbeeld(RapportOpvragen.self),
        Berichtvoorbeeld(RapportOpvragen.self, antwoord: RapportOpvragen.Answer.self),
        Berichtvoorbeeld(RapportVaststellen.self),
        Berichtvoorbeeld(RapportPDF.self),
        Berichtvoorbeeld(RapportPDF.self, antwoord: RapportPDF.Answer.self),
        Berichtvoorbeeld(IndicatorenOpvragen.self),
        Berichtvoorbeeld(IndicatorenOpvragen.self, antwoord: IndicatorenOpvragen.Answer.self),
        Berichtvoorbeeld(IndicatorRijen.self),
        Berichtvoorbeeld(IndicatorRijen.self, antwoord: IndicatorRijen.Answer.self),
    ]

    @Test("het bericht gaat heen en terug zonder verschil", arguments: voorbeelden)
    func rondje(_ voorbeeld: Berichtvoorbeeld) throws { try voorbeeld.controleer() }

    @Test("een oudere lezer overleeft een veld dat later is toegevoegd", arguments: voorbeelden)
    func laterVeld(_ voorbeeld: Berichtvoorbeeld) throws { try voorbeeld.controleerLaterVeld() }

    @Test("een rapport en een PDF van voor de kerncijfers en de afdruk zijn nog te lezen")
    func ouder() throws {
        let pdf = try MessageCoding.decode(RapportPDF.Answer.self, from: .init(#"{"grootte":3,"inhoud":"JVBE"}"#.utf8))
        #expect(pdf.afdruk == nil && pdf.inhoud.count == 3)
        let vraag = try MessageCoding.decode(
            RapportPDF.self, from: .init(#"{"rapport":"0192f3a0-0000-7000-8000-00000000000a","vanaf":0}"#.utf8))
        #expect(vraag.afdruk == nil)
    }
}
