// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Testing

/// The messages of whole referrals as version 1 writes them.
@Suite("Voorbeelden van berichten: verwijzingen", .timeLimit(.minutes(1)))
struct VerwijzingVoorbeeldenTests {
    static let alles: [Berichtvoorbeeld] = [
        Berichtvoorbeeld(VerwijzingenVolgen.self),
        Berichtvoorbeeld(VerwijzingenVolgen.self, antwoord: VerwijzingenVolgen.Answer.self),
        Berichtvoorbeeld(KaartVandaagOpvragen.self),
        Berichtvoorbeeld(KaartVandaagOpvragen.self, antwoord: KaartVandaagOpvragen.Answer.self),
        Berichtvoorbeeld(VerwijzingTaakAfdoen.self),
        Berichtvoorbeeld(InstemmingVastleggen.self),
        Berichtvoorbeeld(PartneroverzichtOpvragen.self),
        Berichtvoorbeeld(PartneroverzichtOpvragen.self, antwoord: PartneroverzichtOpvragen.Answer.self),
        Berichtvoorbeeld(PartnerVerwijzingen.self),
        Berichtvoorbeeld(PartnerVerwijzingen.self, antwoord: PartnerVerwijzingen.Answer.self),
        Berichtvoorbeeld(PartnerVerwijzingOpvragen.self),
        Berichtvoorbeeld(PartnerVerwijzingOpvragen.self, antwoord: PartnerVerwijzingOpvragen.Answer.self),
        Berichtvoorbeeld(PartnerAntwoorden.self),
        Berichtvoorbeeld(PartnerStatusMelden.self),
        Berichtvoorbeeld(AntwoordlinkMaken.self),
        Berichtvoorbeeld(AntwoordlinkIntrekken.self),
        Berichtvoorbeeld(AntwoordlinkCode.self),
        Berichtvoorbeeld(AntwoordlinkOpenen.self),
        Berichtvoorbeeld(AntwoordlinkOpenen.self, antwoord: AntwoordlinkOpenen.Answer.self),
        Berichtvoorbeeld(AntwoordlinkAntwoorden.self),
        Berichtvoorbeeld(AntwoordlinkPersoon.self),
        Berichtvoorbeeld(AntwoordlinkPersoon.self, antwoord: AntwoordlinkPersoon.Answer.self),
        Berichtvoorbeeld(VerwijsafspraakOpvragen.self),
        Berichtvoorbeeld(VerwijsafspraakOpvragen.self, antwoord: VerwijsafspraakOpvragen.Answer.self),
        Berichtvoorbeeld(VeldenlijstVastleggen.self),
        Berichtvoorbeeld(PartnerafspraakVastleggen.self),
        Berichtvoorbeeld(CapaciteitMelden.self),
        Berichtvoorbeeld(PartnermeldingenLijst.self),
        Berichtvoorbeeld(PartnermeldingenLijst.self, antwoord: PartnermeldingenLijst.Answer.self),
        Berichtvoorbeeld(PartnermeldingenAantal.self),
        Berichtvoorbeeld(PartnermeldingenAantal.self, antwoord: PartnermeldingenAantal.Answer.self),
        Berichtvoorbeeld(PartnermeldingOpnieuw.self),
        Berichtvoorbeeld(PartnermeldingOpnieuw.self, antwoord: PartnermeldingOpnieuw.Answer.self),
        Berichtvoorbeeld(PartnermeldingOpgeven.self),
        Berichtvoorbeeld(PartnermeldingOpgeven.self, antwoord: PartnermeldingOpgeven.Answer.self),
        Berichtvoorbeeld(PartnermeldingenOnbezorgd.self),
        Berichtvoorbeeld(PartnermeldingenOnbezorgd.self, antwoord: PartnermeldingenOnbezorgd.Answer.self),
        Berichtvoorbeeld(PartnermeldingenOpnieuw.self),
        Berichtvoorbeeld(PartnermeldingenOpnieuw.self, antwoord: PartnermeldingenOpnieuw.Answer.self),
    ]

    @Test("elk bericht komt heen en terug zonder verlies", arguments: alles)
    func heenEnTerug(_ voorbeeld: Berichtvoorbeeld) throws { try voorbeeld.controleer() }

    /// Messages that hold a list of names with values: there every key is a value of somebody, and none is a field of later.
    static let metNamen: Set = [
        "verwijzingen-volgen.v1.antwoord", "vandaag-opvragen.v1.antwoord", "partneroverzicht-opvragen.v1.antwoord",
        "partner-verwijzingen.v1.antwoord",
        "partner-verwijzing-opvragen.v1.antwoord", "partner-antwoorden.v1", "antwoordlink-openen.v1.antwoord",
        "antwoordlink-antwoorden.v1", "antwoordlink-persoon.v1.antwoord", "verwijsafspraak-opvragen.v1.antwoord",
        "veldenlijst-vastleggen.v1",
    ]

    @Test(
        "een oudere lezer leest een bericht van later",
        arguments: alles.filter { !metNamen.contains(String($0.bestand.dropFirst("sociale-kaart.".count))) })
    func later(_ voorbeeld: Berichtvoorbeeld) throws { try voorbeeld.controleerLaterVeld() }

    @Test("wat er in versie 1 bij kwam, komt ook heen en terug")
    func erbij() throws {
        func rondje<Bericht: Codable>(_ type: Bericht.Type, _ naam: String) throws {
            let url = try #require(
                Voorbeeldmap.bestand("sociale-kaart.\(naam)"))
            let data = try Data(contentsOf: url)
            let terug = try MessageCoding.encode(try MessageCoding.decode(type, from: data))
            #expect(
                try JSONSerialization.jsonObject(with: data) as? NSObject
                    == JSONSerialization.jsonObject(with: terug) as? NSObject, "\(naam)")
        }
        try rondje(VerwijzingOpvragen.Answer.self, "verwijzing-opvragen.v1.antwoord-heel")
        try rondje(VerwijzingVersturen.self, "verwijzing-versturen.v1-heel")
        try rondje(VerwijzingMaken.self, "verwijzing-maken.v1-vervangt")
    }
}
