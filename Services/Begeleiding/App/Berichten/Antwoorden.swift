// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

extension Begeleiding {
    /// What this service answers, and who may ask it.
    static func handlers(_ middelen: Middelen) -> Handlers {
        var handlers = Handlers()
        handlers.answer(TrajectOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(DossierbladOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(TrajectKaarten.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(VandaagOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(TeVerdelen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(TijdlijnOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(RegeldagOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(RegelzaakOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(RegeldocumentLezen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(RegeldagAfspraken.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(AnkersOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(ContactvoorstelOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(ContactmomentOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(AgendaOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(AfsprakenVanDossier.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(AfspraakOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(KlokOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(MetingenOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(MetingVerdeling.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(PlanOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(PlanVersies.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(PlanVergelijken.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(DoelenBibliotheek.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(RapportParagrafen.self, from: [.rapportage]) { try await $0.schrijven(middelen, $1) }
        caseload(&handlers, middelen)

        handlers.beantwoordVeiligheid(middelen)

        handlers.perform(DossiersToewijzen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(DoelToevoegen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(DoelToestandZetten.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(DoelWijzigen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(ActieToevoegen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(ActieWijzigen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(ActieZetten.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(PlanBesluitVastleggen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(PlanBesproken.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(ContactmomentVastleggen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(ContactmomentIntrekken.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(AfspraakMaken.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(AfspraakWijzigen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(AfspraakAfzeggen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(MetingVastleggen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(MeetgebiedZetten.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(TrajectPauzeren.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(PauzeBijwerken.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(TrajectVerlengen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(TrajectAfsluiten.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(TrajectHeropenen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(RegelzaakZetten.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(RegelzaakBijhouden.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(RegelzaakTerugdraaien.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(RegeldocumentDeel.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(RegeldocumentIntrekken.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(RegeldagAanvullen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(AnkerVastleggen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(RegeldagAfspraakVastleggen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(RegeldagAfspraakAfzeggen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        return handlers
    }

    /// The standing list, caseloads, cover and transfers.
    private static func caseload(_ handlers: inout Handlers, _ middelen: Middelen) {
        handlers.answer(UitbeeldOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(UitbeeldDossier.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(CaseloadOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(TeamCaseload.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(ToewijzingenOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(OverdrachtenOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(OverdrachtOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(ContracteindeOpvragen.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.answer(OverdrachtVoorbeeld.self, from: [.portaal]) { try await $0.tonen(middelen, $1) }
        handlers.perform(UitbeeldGezien.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(VerblijfsdocumentVastleggen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(IntensiteitZetten.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(WaarnemingVastleggen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(WaarnemingBeeindigen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(OverdrachtenStarten.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(OverdrachtBeslissen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(DriegesprekZetten.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
        handlers.perform(ContracteindeKiezen.self, from: [.portaal]) { try await $0.uitvoeren(middelen, $1) }
    }
}
