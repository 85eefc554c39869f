// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Testing

/// The messages of begeleiding as they are on the wire in version 1. A change that breaks one of these files breaks
/// whoever already speaks it: make a new version instead.
@Suite("Berichten van begeleiding: voorbeelden van versie 1", .timeLimit(.minutes(1)))
struct BegeleidingVoorbeeldenTests {
    /// A file, and a round trip through its type.
    struct Voorbeeld: Sendable, CustomTestStringConvertible {
        let bestand: String
        let rondje: @Sendable (Data) throws -> Data
        var testDescription: String { bestand }

        init<M: Message>(_ type: M.Type) {
            bestand = String(M.type.dropFirst("nl.wegwijs.".count))
            rondje = { try MessageCoding.encode(try MessageCoding.decode(M.self, from: $0)) }
        }

        init<Q: Query>(antwoord type: Q.Type) {
            bestand = String(Q.type.dropFirst("nl.wegwijs.".count)) + ".antwoord"
            rondje = { try MessageCoding.encode(try MessageCoding.decode(Q.Answer.self, from: $0)) }
        }

        init<C: Command>(antwoordOp type: C.Type) {
            bestand = String(C.type.dropFirst("nl.wegwijs.".count)) + ".antwoord"
            rondje = { try MessageCoding.encode(try MessageCoding.decode(C.Answer.self, from: $0)) }
        }

        func data() throws -> Data {
            let url = try #require(
                Voorbeeldmap.bestand(bestand), "\(bestand)")
            return try Data(contentsOf: url)
        }
    }

    static let voorbeelden = [
        Voorbeeld(TrajectGestart.self), Voorbeeld(DossierToegewezen.self), Voorbeeld(ContactmomentVastgelegd.self),
        Voorbeeld(DoelGewijzigd.self), Voorbeeld(RegelzaakGewijzigd.self), Voorbeeld(TrajectAfgerond.self),
        Voorbeeld(TrajectOpvragen.self), Voorbeeld(antwoord: TrajectOpvragen.self), Voorbeeld(TrajectKaarten.self),
        Voorbeeld(antwoord: TrajectKaarten.self), Voorbeeld(VandaagOpvragen.self), Voorbeeld(antwoord: VandaagOpvragen.self),
        Voorbeeld(TeVerdelen.self), Voorbeeld(antwoord: TeVerdelen.self), Voorbeeld(DossiersToewijzen.self),
        Voorbeeld(DoelenBibliotheek.self), Voorbeeld(antwoord: DoelenBibliotheek.self), Voorbeeld(DoelToevoegen.self),
        Voorbeeld(antwoordOp: DoelToevoegen.self), Voorbeeld(DoelToestandZetten.self),
        Voorbeeld(PlanOpvragen.self), Voorbeeld(antwoord: PlanOpvragen.self), Voorbeeld(PlanVersies.self),
        Voorbeeld(antwoord: PlanVersies.self), Voorbeeld(PlanVergelijken.self), Voorbeeld(antwoord: PlanVergelijken.self),
        Voorbeeld(DoelWijzigen.self), Voorbeeld(ActieToevoegen.self), Voorbeeld(antwoordOp: ActieToevoegen.self),
        Voorbeeld(ActieWijzigen.self), Voorbeeld(ActieZetten.self), Voorbeeld(PlanBesluitVastleggen.self),
        Voorbeeld(PlanBesproken.self),
        Voorbeeld(ContactmomentVastleggen.self), Voorbeeld(antwoordOp: ContactmomentVastleggen.self),
        Voorbeeld(DossierbladOpvragen.self), Voorbeeld(antwoord: DossierbladOpvragen.self),
        Voorbeeld(TijdlijnOpvragen.self), Voorbeeld(antwoord: TijdlijnOpvragen.self), Voorbeeld(RegeldagOpvragen.self),
        Voorbeeld(antwoord: RegeldagOpvragen.self), Voorbeeld(RegelzaakZetten.self), Voorbeeld(RapportParagrafen.self),
        Voorbeeld(antwoord: RapportParagrafen.self), Voorbeeld(KlokOpvragen.self), Voorbeeld(antwoord: KlokOpvragen.self),
        Voorbeeld(TrajectPauzeren.self), Voorbeeld(PauzeBijwerken.self), Voorbeeld(TrajectVerlengen.self),
        Voorbeeld(TrajectAfsluiten.self), Voorbeeld(TrajectHeropenen.self), Voorbeeld(TrajectklokGewijzigd.self),
        Voorbeeld(TrajectHeropend.self), Voorbeeld(MetingenOpvragen.self), Voorbeeld(antwoord: MetingenOpvragen.self),
        Voorbeeld(MetingVastleggen.self), Voorbeeld(MeetgebiedZetten.self), Voorbeeld(MetingVerdeling.self),
        Voorbeeld(antwoord: MetingVerdeling.self), Voorbeeld(MetingVastgelegd.self),
        Voorbeeld(RegelzaakOpvragen.self), Voorbeeld(antwoord: RegelzaakOpvragen.self), Voorbeeld(RegelzaakBijhouden.self),
        Voorbeeld(RegeldocumentDeel.self), Voorbeeld(antwoordOp: RegeldocumentDeel.self), Voorbeeld(RegeldocumentLezen.self),
        Voorbeeld(antwoord: RegeldocumentLezen.self), Voorbeeld(RegeldocumentIntrekken.self),
        Voorbeeld(RegelzaakTerugdraaien.self), Voorbeeld(RegeldagAanvullen.self), Voorbeeld(AnkersOpvragen.self),
        Voorbeeld(antwoord: AnkersOpvragen.self), Voorbeeld(AnkerVastleggen.self), Voorbeeld(RegeldagAfspraken.self),
        Voorbeeld(antwoord: RegeldagAfspraken.self), Voorbeeld(RegeldagAfspraakVastleggen.self),
        Voorbeeld(antwoordOp: RegeldagAfspraakVastleggen.self), Voorbeeld(RegeldagAfspraakAfzeggen.self),
    ]

    @Test("het bericht gaat heen en terug zonder verschil", arguments: voorbeelden)
    func rondje(_ voorbeeld: Voorbeeld) throws {
        let data = try voorbeeld.data()
        let terug = try voorbeeld.rondje(data)
        let was = try #require(try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) as? NSObject)
        let werd = try JSONSerialization.jsonObject(with: terug, options: .fragmentsAllowed) as? NSObject
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

    /// The same with a field more in every object.
    private func metExtraVeld(_ waarde: Any) -> Any {
        switch waarde {
        case let object as [String: Any]:
            object.mapValues(metExtraVeld).merging(["laterToegevoegd": ["a": 1]]) { $1 }
        case let rij as [Any]: rij.map(metExtraVeld)
        default: waarde
        }
    }
}
