// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Testing

/// The messages of keeping and searching the directory as version 1 writes them.
@Suite("Voorbeelden van berichten: de kaart bijhouden", .timeLimit(.minutes(1)))
struct KaartVoorbeeldenTests {
    static let alles: [Berichtvoorbeeld] = [
        Berichtvoorbeeld(VoorzieningBewerkbaar.self),
        Berichtvoorbeeld(VoorzieningBewerkbaar.self, antwoord: VoorzieningBewerkbaar.Answer.self),
        Berichtvoorbeeld(VoorzieningBewerken.self),
        Berichtvoorbeeld(VoorzieningBewerken.self, antwoord: VoorzieningBewerken.Answer.self),
        Berichtvoorbeeld(KaartWerk.self),
        Berichtvoorbeeld(KaartWerk.self, antwoord: KaartWerk.Answer.self),
        Berichtvoorbeeld(VoorstelOpvragen.self),
        Berichtvoorbeeld(VoorstelOpvragen.self, antwoord: VoorstelOpvragen.Answer.self),
        Berichtvoorbeeld(VoorstelBeoordelen.self),
        Berichtvoorbeeld(KaartbestandDeel.self),
        Berichtvoorbeeld(KaartbestandDeel.self, antwoord: KaartbestandDeel.Answer.self),
        Berichtvoorbeeld(KaartinvoerBeginnen.self),
        Berichtvoorbeeld(KaartinvoerStand.self),
        Berichtvoorbeeld(KaartinvoerStand.self, antwoord: KaartinvoerStand.Answer.self),
        Berichtvoorbeeld(KaartUitvoeren.self),
        Berichtvoorbeeld(KaartUitvoeren.self, antwoord: KaartUitvoeren.Answer.self),
        Berichtvoorbeeld(OrganisatieBewerkbaar.self),
        Berichtvoorbeeld(OrganisatieBewerkbaar.self, antwoord: OrganisatieBewerkbaar.Answer.self),
        Berichtvoorbeeld(OrganisatieBewerken.self),
        Berichtvoorbeeld(OrganisatieBewerken.self, antwoord: OrganisatieBewerken.Answer.self),
        Berichtvoorbeeld(Kaartkeuzes.self),
        Berichtvoorbeeld(Kaartkeuzes.self, antwoord: Kaartkeuzes.Answer.self),
        Berichtvoorbeeld(PartnerVermeldingen.self),
        Berichtvoorbeeld(PartnerVermeldingen.self, antwoord: PartnerVermeldingen.Answer.self),
        Berichtvoorbeeld(PartnerVermeldingOpvragen.self),
        Berichtvoorbeeld(PartnerVermeldingOpvragen.self, antwoord: PartnerVermeldingOpvragen.Answer.self),
        Berichtvoorbeeld(PartnerVoorstelDoen.self),
        Berichtvoorbeeld(PartnerVoorstelDoen.self, antwoord: PartnerVoorstelDoen.Answer.self),
        Berichtvoorbeeld(PartnerVoorstelIntrekken.self),
        Berichtvoorbeeld(BegrippenOpvragen.self),
        Berichtvoorbeeld(BegrippenOpvragen.self, antwoord: Page<Begripregel>.self),
        Berichtvoorbeeld(BegripOpvragen.self),
        Berichtvoorbeeld(BegripOpvragen.self, antwoord: BegripOpvragen.Answer.self),
        Berichtvoorbeeld(BegripswoordToevoegen.self),
        Berichtvoorbeeld(BegripswoordToevoegen.self, antwoord: BegripswoordToevoegen.Answer.self),
        Berichtvoorbeeld(BegripswoordWijzigen.self),
        Berichtvoorbeeld(PartnerBevestigen.self),
        Berichtvoorbeeld(SuggestiesVoorDoel.self),
        Berichtvoorbeeld(SuggestiesVoorDoel.self, antwoord: SuggestiesVoorDoel.Answer.self),
    ]

    @Test("elk bericht komt heen en terug zonder verlies", arguments: alles)
    func heenEnTerug(_ voorbeeld: Berichtvoorbeeld) throws { try voorbeeld.controleer() }

    @Test("een oudere lezer leest een bericht van later", arguments: alles)
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
        try rondje(VoorzieningenZoeken.self, "voorzieningen-zoeken.v1-heel")
        try rondje(VoorzieningenZoeken.Answer.self, "voorzieningen-zoeken.v1.antwoord-heel")
        try rondje(VoorzieningOpvragen.Answer.self, "voorziening-opvragen.v1.antwoord-heel")
        try rondje(VerwijzingMaken.self, "verwijzing-maken.v1-doel")
    }
}
