// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// What people can still do with somebody whom an aanmelding joined: take it back and join anew, open the number that came later,
/// and find the person by either name.
@Suite("Na het voegen bij een dossier", .timeLimit(.minutes(2)))
struct NaVoegenTests {
    let hulp = GegevensTests()
    let samen = SamenvoegenTests()

    @Test("vanzelf gevoegd en ongedaan gemaakt: de kandidaat staat ernaast en kan opnieuw worden gekozen")
    func opnieuw() async throws {
        let proef = try await Opstelling()
        let (_, tweede, dossier) = try await WijzigingNaSamenvoegenTests.laatNummer(proef)
        let id = try #require(try await proef.gebeurtenissen(PersoonSamengevoegd.self).first?.samenvoeging)
        try await samen.maakOngedaan(proef, id)
        let regel = try #require(
            try await AanmeldingenTonen(parts: proef.parts)(
                AanmeldingenLijst(toestand: .inControle, page: PageRequest()), hulp.leider
            ).rows.first)
        let naast = try await Vergelijken(parts: proef.parts).aanmelding(
            AanmeldingVergelijken(aanmelding: regel.aanmelding), hulp.leider, caller: .portaal, because: hulp.envelope())
        #expect(naast.vergelijkingen.map(\.kandidaat.dossier) == [dossier])
        #expect(naast.vergelijkingen.first?.kandidaat.redenen.isEmpty == false)
        _ = try await BijDossierVoegen(parts: proef.parts)(
            AanmeldingBijDossier(
                aanmelding: regel.aanmelding, dossier: dossier, versie: regel.versie, reden: "zelfde-nummer"),
            hulp.envelope(), hulp.leider)
        #expect(try await proef.toestand(tweede).dossiernummer == "W-2027-0001")
    }

    @Test("een BSN dat later kwam, kan worden geopend en staat naast dat van een ander dossier")
    func bsn() async throws {
        let proef = try await Opstelling()
        let (_, _, dossier) = try await WijzigingNaSamenvoegenTests.laatNummer(proef)
        #expect(try await hulp.blad(proef, dossier).magBSN)
        func toon() async throws -> String {
            try await GegevensTonen(parts: proef.parts).bsn(
                BSNTonen(dossier: dossier, waarvoor: "formulier"), hulp.leider, caller: .portaal, because: hulp.envelope()
            ).bsn
        }
        #expect(try await toon() == Proefbericht.bsn(0))
        let ander = try await hulp.persoon(proef, Proefbericht.aanmelding(1))
        let naast = try await Vergelijken(parts: proef.parts).dossiers(
            DossiersVergelijken(dossier: dossier, ander: ander), hulp.leider, caller: .portaal, because: hulp.envelope())
        let nummer = try #require(naast.velden.first { $0.veld == "bsn" })
        #expect(nummer.links?.hasSuffix("0006") == true && nummer.stand == "verschilt")
        let id = try #require(try await proef.gebeurtenissen(PersoonSamengevoegd.self).first?.samenvoeging)
        try await samen.maakOngedaan(proef, id)
        await #expect(throws: Failure.notFound(what: "BSN")) { _ = try await toon() }
        #expect(try await !hulp.blad(proef, dossier).magBSN)
    }

    @Test("de andere spelling vindt de persoon, één keer, voor wie veel en voor wie weinig mensen heeft")
    func spelling() async throws {
        let proef = try await Opstelling()
        func mens(_ nummer: Int, _ voornaam: JSONWaarde, _ achternaam: JSONWaarde) async throws -> DossierID {
            try await hulp.persoon(
                proef,
                Proefbericht.aanmelding(
                    nummer, ["data.client.voornamen": voornaam, "data.client.geslachtsnaam": achternaam]))
        }
        let leidend = try await mens(1, "Mohammed", "Qaderi")
        let volgend = try await mens(2, "Muhamad", "Ghaderi")
        let verder = try await mens(3, "Mehmet", "Qaderi")
        let eigen = Actor(
            user: GebruikerID(UUID()), roles: [.begeleider], team: MedewerkerTests.almere, purpose: "begeleiding")
        let begeleider = try #require(eigen.user)
        try await proef.parts.store.write { tx in
            _ = try Persoonregister.wijsToe(tx.db, leidend, begeleider: begeleider, team: MedewerkerTests.almere)
        }
        func zoek(_ tekst: String, _ actor: Actor) async throws -> [DossierID] {
            try await PersonenTonen(parts: proef.parts).zoek(PersonenZoeken(tekst: tekst, page: PageRequest()), actor).rows
                .map(\.dossier)
        }
        let eerste = try await samen.voegSamen(proef, volgend, bij: leidend)
        _ = eerste
        let tweede = try await samen.voegSamen(proef, verder, bij: leidend)
        for actor in [hulp.leider, eigen] {
            for tekst in ["muhamad", "ghaderi muh", "mehmet qad", "qaderi", "moh", "g", "m"] {
                #expect(try await zoek(tekst, actor) == [leidend], "\(tekst)")
            }
            // Words of two names are nobody's name.
            #expect(try await zoek("muhamad qaderi", actor).isEmpty)
        }
        #expect(try await zoek("muhamad", hulp.vreemd).isEmpty)
        try await samen.maakOngedaan(proef, tweede)
        #expect(try await zoek("mehmet", hulp.leider) == [verder])
        #expect(try await zoek("mehmet", eigen).isEmpty)
    }

    @Test("ook de spelling van een aanmelding die zich vanzelf voegde, zolang dat geldt")
    func spellingVanAanmelding() async throws {
        let proef = try await Opstelling()
        let (_, _, dossier) = try await WijzigingNaSamenvoegenTests.laatNummer(
            proef, later: ["data.client.voornamen": "Shukru a", "data.client.geslachtsnaam": "Isik Shukru"])
        func zoek(_ tekst: String) async throws -> [DossierID] {
            try await PersonenTonen(parts: proef.parts).zoek(
                PersonenZoeken(tekst: tekst, page: PageRequest()), hulp.leider
            ).rows.map(\.dossier)
        }
        #expect(try await zoek("shuk") == [dossier])
        let id = try #require(try await proef.gebeurtenissen(PersoonSamengevoegd.self).first?.samenvoeging)
        try await samen.maakOngedaan(proef, id)
        #expect(try await zoek("shuk").isEmpty)
        #expect(try await proef.aantal("SELECT count(*) FROM zoekwoord_nieuw WHERE woord = 'shukru'") == 0)
    }
}
