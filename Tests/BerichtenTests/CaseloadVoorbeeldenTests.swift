// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Testing

/// The messages of the standing list, caseloads, cover, transfers and the end of a contract, as they are on the wire.
@Suite("Berichten van caseload en overdracht: voorbeelden van versie 1", .timeLimit(.minutes(1)))
struct CaseloadVoorbeeldenTests {
    static let voorbeelden = [
        Berichtvoorbeeld(UitbeeldOpvragen.self), Berichtvoorbeeld(UitbeeldOpvragen.self, antwoord: UitbeeldOpvragen.Answer.self),
        Berichtvoorbeeld(UitbeeldDossier.self), Berichtvoorbeeld(UitbeeldDossier.self, antwoord: UitbeeldDossier.Answer.self),
        Berichtvoorbeeld(UitbeeldGezien.self),
        Berichtvoorbeeld(VerblijfsdocumentVastleggen.self),
        Berichtvoorbeeld(CaseloadOpvragen.self), Berichtvoorbeeld(CaseloadOpvragen.self, antwoord: CaseloadOpvragen.Answer.self),
        Berichtvoorbeeld(TeamCaseload.self), Berichtvoorbeeld(TeamCaseload.self, antwoord: TeamCaseload.Answer.self),
        Berichtvoorbeeld(IntensiteitZetten.self),
        Berichtvoorbeeld(WaarnemingVastleggen.self),
        Berichtvoorbeeld(WaarnemingVastleggen.self, antwoord: WaarnemingVastleggen.Answer.self),
        Berichtvoorbeeld(WaarnemingBeeindigen.self),
        Berichtvoorbeeld(WaarnemingGewijzigd.self),
        Berichtvoorbeeld(ToewijzingenOpvragen.self),
        Berichtvoorbeeld(ToewijzingenOpvragen.self, antwoord: ToewijzingenOpvragen.Answer.self),
        Berichtvoorbeeld(OverdrachtenStarten.self),
        Berichtvoorbeeld(OverdrachtenStarten.self, antwoord: OverdrachtenStarten.Answer.self),
        Berichtvoorbeeld(OverdrachtBeslissen.self),
        Berichtvoorbeeld(DriegesprekZetten.self),
        Berichtvoorbeeld(OverdrachtenOpvragen.self),
        Berichtvoorbeeld(OverdrachtenOpvragen.self, antwoord: OverdrachtenOpvragen.Answer.self),
        Berichtvoorbeeld(OverdrachtOpvragen.self),
        Berichtvoorbeeld(OverdrachtOpvragen.self, antwoord: OverdrachtOpvragen.Answer.self),
        Berichtvoorbeeld(ContracteindeOpvragen.self),
        Berichtvoorbeeld(ContracteindeOpvragen.self, antwoord: ContracteindeOpvragen.Answer.self),
        Berichtvoorbeeld(ContracteindeKiezen.self),
        Berichtvoorbeeld(OverdrachtVoorbeeld.self),
        Berichtvoorbeeld(OverdrachtVoorbeeld.self, antwoord: OverdrachtVoorbeeld.Answer.self),
        Berichtvoorbeeld(OverdrachtsdocumentGevraagd.self),
    ]

    @Test("het bericht gaat heen en terug zonder verschil", arguments: voorbeelden)
    func rondje(_ voorbeeld: Berichtvoorbeeld) throws { try voorbeeld.controleer() }

    @Test("een veld dat er later bij komt stoort een lezer van nu niet", arguments: voorbeelden)
    func laterVeld(_ voorbeeld: Berichtvoorbeeld) throws { try voorbeeld.controleerLaterVeld() }
}
