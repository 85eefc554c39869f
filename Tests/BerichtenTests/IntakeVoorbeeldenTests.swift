// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Testing

/// The messages of intake as they are on the wire in version 1. A change that breaks one of these files breaks whoever
/// already speaks it: make a new version instead.
@Suite("Berichten van intake: voorbeelden van versie 1", .timeLimit(.minutes(1)))
struct IntakeVoorbeeldenTests {
    typealias Voorbeeld = BegeleidingVoorbeeldenTests.Voorbeeld

    static let voorbeelden =
        [
            Voorbeeld(AanmeldingOntvangen.self), Voorbeeld(AanmeldingGeaccepteerd.self), Voorbeeld(AanmeldingAfgewezen.self),
            Voorbeeld(AanmeldingIngetrokken.self), Voorbeeld(DossierLabels.self), Voorbeeld(antwoord: DossierLabels.self),
            Voorbeeld(PersonenZoeken.self), Voorbeeld(antwoord: PersonenZoeken.self), Voorbeeld(PersoonOpvragen.self),
            Voorbeeld(antwoord: PersoonOpvragen.self), Voorbeeld(AanmeldingenLijst.self),
            Voorbeeld(antwoord: AanmeldingenLijst.self),
            Voorbeeld(AanmeldingAccepteren.self), Voorbeeld(antwoordOp: AanmeldingAccepteren.self),
            Voorbeeld(AanmeldingAfwijzen.self), Voorbeeld(antwoordOp: AanmeldingAfwijzen.self), Voorbeeld(DossierSleutel.self),
            Voorbeeld(antwoord: DossierSleutel.self), Voorbeeld(CompartimentSleutel.self),
            Voorbeeld(antwoord: CompartimentSleutel.self), Voorbeeld(DeelpakketOpvragen.self),
            Voorbeeld(antwoord: DeelpakketOpvragen.self),
        ] + dubbel + uitwisseling + bezorging + aanvaarding + instroom + aanleveren + huishouden + gegevens

    private static let instroom = [
        Voorbeeld(InstroomOpvragen.self), Voorbeeld(antwoord: InstroomOpvragen.self), Voorbeeld(InstroomRijen.self),
        Voorbeeld(antwoord: InstroomRijen.self),
    ]

    private static let aanleveren = [
        Voorbeeld(AanleveringDeel.self), Voorbeeld(antwoordOp: AanleveringDeel.self), Voorbeeld(AanleveringImporteren.self),
        Voorbeeld(antwoordOp: AanleveringImporteren.self), Voorbeeld(AanleveringAnnuleren.self),
        Voorbeeld(antwoordOp: AanleveringAnnuleren.self), Voorbeeld(AanleveringOpvragen.self),
        Voorbeeld(antwoord: AanleveringOpvragen.self), Voorbeeld(AanleveringenLijst.self),
        Voorbeeld(antwoord: AanleveringenLijst.self), Voorbeeld(AanleveringResultaat.self),
        Voorbeeld(antwoord: AanleveringResultaat.self), Voorbeeld(AanmeldingInvoeren.self),
        Voorbeeld(antwoordOp: AanmeldingInvoeren.self),
    ]

    private static let aanvaarding = [
        Voorbeeld(AanmeldingOpvragen.self), Voorbeeld(antwoord: AanmeldingOpvragen.self),
        Voorbeeld(AanmeldingTerugzetten.self), Voorbeeld(antwoordOp: AanmeldingTerugzetten.self),
        Voorbeeld(AanmeldingTeruggezet.self),
    ]

    private static let dubbel = [
        Voorbeeld(KandidatenZoeken.self), Voorbeeld(antwoord: KandidatenZoeken.self), Voorbeeld(AanmeldingVergelijken.self),
        Voorbeeld(antwoord: AanmeldingVergelijken.self), Voorbeeld(DossiersVergelijken.self),
        Voorbeeld(antwoord: DossiersVergelijken.self), Voorbeeld(SamenvoegingenOpvragen.self),
        Voorbeeld(antwoord: SamenvoegingenOpvragen.self), Voorbeeld(DossiersSamenvoegen.self),
        Voorbeeld(antwoordOp: DossiersSamenvoegen.self), Voorbeeld(SamenvoegingOngedaanMaken.self),
        Voorbeeld(antwoordOp: SamenvoegingOngedaanMaken.self), Voorbeeld(AanmeldingBijDossier.self),
        Voorbeeld(antwoordOp: AanmeldingBijDossier.self), Voorbeeld(AnderePersoonVastleggen.self),
        Voorbeeld(antwoordOp: AnderePersoonVastleggen.self), Voorbeeld(PersoonSamengevoegd.self),
        Voorbeeld(SamenvoegingOngedaan.self),
    ]

    private static let uitwisseling = [
        Voorbeeld(UitwisselingGestopt.self), Voorbeeld(UitwisselingHervat.self), Voorbeeld(UitwisselingNagaan.self),
        Voorbeeld(antwoord: UitwisselingNagaan.self), Voorbeeld(UitwisselingStoppen.self),
        Voorbeeld(antwoordOp: UitwisselingStoppen.self), Voorbeeld(UitwisselingHervatten.self),
        Voorbeeld(antwoordOp: UitwisselingHervatten.self), Voorbeeld(UitwisselingOpvragen.self),
        Voorbeeld(antwoord: UitwisselingOpvragen.self), Voorbeeld(UitwisselingRedenLezen.self),
        Voorbeeld(antwoord: UitwisselingRedenLezen.self), Voorbeeld(UitwisselingsstoppenLijst.self),
        Voorbeeld(antwoord: UitwisselingsstoppenLijst.self),
    ]

    private static let bezorging = [
        Voorbeeld(OnbezorgdeBerichten.self), Voorbeeld(antwoord: OnbezorgdeBerichten.self), Voorbeeld(OnbezorgdAantal.self),
        Voorbeeld(antwoord: OnbezorgdAantal.self), Voorbeeld(BerichtOpnieuwBezorgen.self),
        Voorbeeld(antwoordOp: BerichtOpnieuwBezorgen.self), Voorbeeld(AllesOpnieuwBezorgen.self),
        Voorbeeld(antwoordOp: AllesOpnieuwBezorgen.self), Voorbeeld(BerichtOpgeven.self),
        Voorbeeld(antwoordOp: BerichtOpgeven.self),
    ]

    private static let huishouden = [
        Voorbeeld(HuishoudenGewijzigd.self), Voorbeeld(MeerijdenBekend.self), Voorbeeld(WerdAchttien.self),
        Voorbeeld(HuishoudenOpvragen.self), Voorbeeld(antwoord: HuishoudenOpvragen.self), Voorbeeld(WordtAchttienLijst.self),
        Voorbeeld(antwoord: WordtAchttienLijst.self), Voorbeeld(HuishoudenWijzigen.self),
        Voorbeeld(antwoordOp: HuishoudenWijzigen.self), Voorbeeld(HuishoudenVerbeteren.self),
        Voorbeeld(antwoordOp: HuishoudenVerbeteren.self), Voorbeeld(HuisgenootAfschermen.self),
        Voorbeeld(antwoordOp: HuisgenootAfschermen.self), Voorbeeld(SchermOpvragen.self),
        Voorbeeld(antwoord: SchermOpvragen.self), Voorbeeld(VerwachtLidVastleggen.self),
        Voorbeeld(antwoordOp: VerwachtLidVastleggen.self), Voorbeeld(VerwachtLidAangekomen.self),
        Voorbeeld(antwoordOp: VerwachtLidAangekomen.self), Voorbeeld(VerwachtLidTerugdraaien.self),
        Voorbeeld(antwoordOp: VerwachtLidTerugdraaien.self),
    ]

    private static let gegevens = [
        Voorbeeld(PersoonGewijzigd.self), Voorbeeld(GegevensOpvragen.self), Voorbeeld(antwoord: GegevensOpvragen.self),
        Voorbeeld(BSNTonen.self), Voorbeeld(antwoord: BSNTonen.self), Voorbeeld(WijzigingenLijst.self),
        Voorbeeld(antwoord: WijzigingenLijst.self), Voorbeeld(WijzigingOpvragen.self),
        Voorbeeld(antwoord: WijzigingOpvragen.self), Voorbeeld(GegevensVastleggen.self),
        Voorbeeld(antwoordOp: GegevensVastleggen.self), Voorbeeld(PersoonsfeitVastleggen.self),
        Voorbeeld(antwoordOp: PersoonsfeitVastleggen.self), Voorbeeld(WijzigingVerwerken.self),
        Voorbeeld(antwoordOp: WijzigingVerwerken.self),
    ]

    @Test("het bericht gaat heen en terug zonder verschil", arguments: voorbeelden)
    func rondje(_ voorbeeld: Voorbeeld) throws {
        let data = try voorbeeld.data()
        let was = try #require(try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) as? NSObject)
        let werd = try JSONSerialization.jsonObject(with: try voorbeeld.rondje(data), options: .fragmentsAllowed) as? NSObject
        #expect(was == werd)
    }

    @Test("een oudere lezer overleeft een veld dat later is toegevoegd", arguments: voorbeelden)
    func extraVeld(_ voorbeeld: Voorbeeld) throws {
        let object = try JSONSerialization.jsonObject(with: try voorbeeld.data(), options: .fragmentsAllowed)
        let nieuwer = try JSONSerialization.data(withJSONObject: metExtraVeld(object))
        let was = try JSONSerialization.jsonObject(with: try voorbeeld.rondje(try voorbeeld.data())) as? NSObject
        let werd = try JSONSerialization.jsonObject(with: try voorbeeld.rondje(nieuwer)) as? NSObject
        #expect(was == werd)
    }

    @Test("elk bericht van intake heeft een voorbeeld, en elk voorbeeld een bericht")
    func compleet() throws {
        let map = Voorbeeldmap.map
        let bestanden = try FileManager.default.contentsOfDirectory(atPath: map.path).filter { $0.hasPrefix("intake.") }
        #expect(Set(bestanden) == Set(Self.voorbeelden.map { $0.bestand + ".json" }))
    }

    /// The same with a field more in every object, except in the free list of fields of a deelpakket.
    private func metExtraVeld(_ waarde: Any) -> Any {
        switch waarde {
        case let object as [String: Any]:
            Dictionary(
                uniqueKeysWithValues: object.map { ($0, $1 is [String: String] && $0 == "velden" ? $1 : metExtraVeld($1)) }
            )
            .merging(["laterToegevoegd": ["a": 1]]) { $1 }
        case let rij as [Any]: rij.map(metExtraVeld)
        default: waarde
        }
    }
}
