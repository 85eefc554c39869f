// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

/// The messages of the sociale kaart as version 1 writes them: what is in these files must be read and written for as long
/// as the version exists.
@Suite("Voorbeelden van berichten: sociale kaart", .timeLimit(.minutes(1)))
struct SocialeKaartVoorbeeldenTests {
    private func bestand(_ naam: String) throws -> Data {
        let url = try #require(
            Voorbeeldmap.bestand("sociale-kaart.\(naam)"))
        return try Data(contentsOf: url)
    }

    private func heenEnTerug<Bericht: Codable>(_ type: Bericht.Type, _ naam: String) throws {
        let data = try bestand(naam)
        let terug = try MessageCoding.encode(try MessageCoding.decode(type, from: data))
        let (voor, na) = (try JSONSerialization.jsonObject(with: data), try JSONSerialization.jsonObject(with: terug))
        #expect((voor as? NSObject) == (na as? NSObject), "\(naam): \(String(decoding: terug, as: UTF8.self))")
    }

    @Test("elk bericht komt heen en terug zonder verlies")
    func allemaal() throws {
        try heenEnTerug(VerwijzingGewijzigd.self, "verwijzing-gewijzigd.v1")
        try heenEnTerug(VoorzieningGecontroleerd.self, "voorziening-gecontroleerd.v1")
        try heenEnTerug(VerwijzingMaken.self, "verwijzing-maken.v1")
        try heenEnTerug(VerwijzingMaken.Answer.self, "verwijzing-maken.v1.antwoord")
        try heenEnTerug(VerwijzingVersturen.self, "verwijzing-versturen.v1")
        try heenEnTerug(VerwijzingOvergang.self, "verwijzing-overgang.v1")
        try heenEnTerug(VerwijzingenVanDossier.self, "verwijzingen-van-dossier.v1")
        try heenEnTerug(VerwijzingenVanDossier.Answer.self, "verwijzingen-van-dossier.v1.antwoord")
        try heenEnTerug(VerwijzingOpvragen.self, "verwijzing-opvragen.v1")
        try heenEnTerug(VerwijzingOpvragen.Answer.self, "verwijzing-opvragen.v1.antwoord")
        try heenEnTerug(VoorzieningenZoeken.self, "voorzieningen-zoeken.v1")
        try heenEnTerug(VoorzieningenZoeken.Answer.self, "voorzieningen-zoeken.v1.antwoord")
        try heenEnTerug(VoorzieningOpvragen.self, "voorziening-opvragen.v1")
        try heenEnTerug(VoorzieningOpvragen.Answer.self, "voorziening-opvragen.v1.antwoord")
        try heenEnTerug(VoorzieningControleren.self, "voorziening-controleren.v1")
    }

    @Test("het type van een bericht is zijn bestandsnaam")
    func typen() {
        for type in [
            VerwijzingGewijzigd.type, VoorzieningGecontroleerd.type, VerwijzingMaken.type, VerwijzingVersturen.type,
            VerwijzingOvergang.type, VerwijzingenVanDossier.type, VerwijzingOpvragen.type, VoorzieningenZoeken.type,
            VoorzieningOpvragen.type, VoorzieningControleren.type,
        ] {
            #expect(throws: Never.self) { try bestand(String(type.dropFirst("nl.wegwijs.sociale-kaart.".count))) }
        }
    }

    @Test("een oudere lezer leest een nieuwer bericht: een onbekend veld wordt overgeslagen")
    func nieuwer() throws {
        var object = try #require(try JSONSerialization.jsonObject(with: bestand("verwijzing-gewijzigd.v1")) as? [String: Any])
        let oud = try MessageCoding.decode(VerwijzingGewijzigd.self, from: JSONSerialization.data(withJSONObject: object))
        object["laterBedacht"] = ["iets": 1]
        #expect(try MessageCoding.decode(VerwijzingGewijzigd.self, from: JSONSerialization.data(withJSONObject: object)) == oud)
    }

    @Test("een nieuwere lezer leest een ouder bericht: velden van later mogen ontbreken")
    func ouder() throws {
        let oud =
            #"{"verwijzing":"01890a5d-ac96-774b-bcce-b302099a8057","versie":1,"grondslag":"toestemming","instemming":"mondeling","urgentie":"normaal"}"#
        let bericht = try MessageCoding.decode(VerwijzingVersturen.self, from: Data(oud.utf8))
        #expect(bericht.velden == nil && bericht.voorbeeld == nil && bericht.contactpersoon == nil)
    }
}
