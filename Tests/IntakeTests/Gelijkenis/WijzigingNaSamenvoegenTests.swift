// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// A gemeente changes what it sent about somebody who joined a dossier, or whose dossier follows another: a worker sees it with
/// the person, and what is taken over comes to stand there.
@Suite("Een wijziging over wie bij een dossier hoort", .timeLimit(.minutes(2)))
struct WijzigingNaSamenvoegenTests {
    let hulp = GegevensTests()

    /// Somebody with a V-nummer, and an aanmelding with the BSN that joined by itself.
    static func laatNummer(
        _ proef: Opstelling, eerst: [String: JSONWaarde?] = [:], later: [String: JSONWaarde?] = [:]
    ) async throws -> (eerste: JSONWaarde, tweede: JSONWaarde, dossier: DossierID) {
        let nummer: [String: JSONWaarde?] = ["data.client.vnummer": "2990000001"]
        let eerste = Proefbericht.aanmelding(
            0, nummer.merging(["data.client.bsn": nil]) { $1 }.merging(eerst) { $1 })
        let dossier = try await GegevensTests().persoon(proef, eerste)
        let tweede = Proefbericht.aanmelding(0, nummer.merging(later) { $1 })
        #expect(try await proef.stuur(tweede).status == 202)
        #expect(try await proef.gebeurtenissen(PersoonSamengevoegd.self).map(\.leidend) == [dossier])
        return (eerste, tweede, dossier)
    }

    private func lijst(_ proef: Opstelling, _ actor: Actor? = nil) async throws -> [WijzigingenLijst.Rij] {
        try await WijzigingTonen(parts: proef.parts).lijst(WijzigingenLijst(page: PageRequest()), actor ?? hulp.leider).rows
    }

    private func toon(_ proef: Opstelling, _ id: WijzigingID) async throws -> Wijzigingsblad {
        try await WijzigingTonen(parts: proef.parts)(
            WijzigingOpvragen(wijziging: id), hulp.leider, caller: .portaal, because: hulp.envelope())
    }

    private func neemOver(_ proef: Opstelling, _ blad: Wijzigingsblad) async throws {
        _ = try await WijzigingOvernemen(parts: proef.parts)(
            WijzigingVerwerken(
                wijziging: blad.wijziging, overnemen: blad.verschillen.map(\.veld), ookInOnderzoek: false, reden: nil,
                versie: blad.versie), hulp.envelope(), hulp.leider)
    }

    @Test("na een laat nummer: de wijziging staat bij de persoon, en wat wordt overgenomen ook")
    func bericht() async throws {
        let proef = try await Opstelling()
        let (_, tweede, dossier) = try await Self.laatNummer(proef)
        #expect(
            try await proef.stuur(Proefbericht.wijziging(van: tweede, ["data.client.huisnummer": "99"])).status == 202)
        #expect(try await lijst(proef, hulp.vreemd).isEmpty)
        let rij = try #require(try await lijst(proef).first)
        #expect(rij.dossier == dossier && rij.dossiernummer == "W-2027-0001")
        let blad = try await toon(proef, rij.wijziging)
        // The BSN that the aanmelding brought along is known: no difference.
        #expect(blad.verschillen.map(\.veld) == ["huisnummer"] && blad.dossier == dossier)
        try await neemOver(proef, blad)
        #expect(try await hulp.blad(proef, dossier).velden["huisnummer"] == "99")
        #expect(try await proef.toestand(tweede).wijziging == "overgenomen")
        #expect(try await lijst(proef).isEmpty)
    }

    @Test("versie 2 van een rij in een bestand, over wie met versie 1 bij een dossier kwam")
    func bestand() async throws {
        let proef = try await Opstelling()
        let rijen: [[Kolom: String]] = [
            [.bsn: "", .vnummer: "2990000001"], [.rijreferentie: "ALM-2", .vnummer: "2990000001"],
            [.rijreferentie: "ALM-2", .vnummer: "2990000001", .versie: "2", .huisnummer: "99"],
        ]
        for rij in rijen {
            let id = try await proef.upload(Proefbestand.bestand([Proefbestand.rij(1, rij)]))
            try await proef.loop(id)
            try await proef.importeer(id)
        }
        let dossier = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).first?.dossier)
        let rij = try #require(try await lijst(proef).first)
        #expect(rij.dossier == dossier)
        try await neemOver(proef, try await toon(proef, rij.wijziging))
        #expect(try await hulp.blad(proef, dossier).velden["huisnummer"] == "99")
    }

    @Test("van twee samengevoegde dossiers: over het volgende, te zien en over te nemen bij het leidende")
    func dossiers() async throws {
        let proef = try await Opstelling()
        let leidend = try await hulp.persoon(proef, Proefbericht.aanmelding(0))
        let bericht = Proefbericht.aanmelding(1)
        let volgend = try await hulp.persoon(proef, bericht)
        let samen = SamenvoegenTests()
        let id = try await samen.voegSamen(proef, volgend, bij: leidend)
        // Also its number: that it stands in a dossier of the same person is no objection.
        #expect(try await proef.stuur(Proefbericht.wijziging(van: bericht, ["data.client.huisnummer": "99"])).status == 202)
        let rij = try #require(try await lijst(proef).first)
        #expect(rij.dossier == leidend)
        let blad = try await toon(proef, rij.wijziging)
        #expect(blad.verschillen.contains { $0.veld == "bsn" })
        // Parted while somebody was looking: it is about the other one again, and nothing was written here.
        try await samen.maakOngedaan(proef, id)
        await #expect(throws: Failure.self) { try await neemOver(proef, blad) }
        #expect(try await lijst(proef).map(\.dossier) == [volgend])
        _ = try await samen.voegSamen(proef, volgend, bij: leidend)
        try await neemOver(proef, try await toon(proef, rij.wijziging))
        #expect(try await hulp.blad(proef, leidend).velden["huisnummer"] == "99")
        #expect(try await hulp.blad(proef, volgend).velden["huisnummer"] == "12")
    }
}
