// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// Opening one dossier: who sees which field, and what the read log keeps of it.
@Suite(.timeLimit(.minutes(2)))
struct DossierlezingTests {
    static let almere = TeamID(team: "Almere")
    let begeleider = GebruikerID(UUID())
    let envelope = Envelope(id: UUID(), source: "urn:wegwijs:portaal", type: PersoonOpvragen.type, time: Date())

    private func dossier(_ proef: Opstelling, _ wijzig: [String: JSONWaarde?] = [:]) async throws -> DossierID {
        _ = try await proef.stuur(Proefbericht.aanmelding(0, wijzig))
        let dossier = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).last?.dossier)
        let begeleider = begeleider
        try await proef.parts.store.write { tx in
            _ = try Persoonregister.wijsToe(tx.db, dossier, begeleider: begeleider, team: Self.almere)
        }
        return dossier
    }

    private func open(_ proef: Opstelling, _ dossier: DossierID, _ actor: Actor) async throws -> Persoonsgegevens {
        try await PersoonTonen(parts: proef.parts)(
            PersoonOpvragen(dossier: dossier), actor, caller: .portaal, because: envelope)
    }

    private var eigen: Actor { Actor(user: begeleider, roles: [.begeleider], team: Self.almere, purpose: "begeleiding") }

    @Test("de begeleider ziet wie het is, met een BSN dat is afgedekt")
    func begeleiderZiet() async throws {
        let proef = try await Opstelling()
        let dossier = try await dossier(proef, ["data.client.vnummer": "2990000001"])
        let persoon = try await open(proef, dossier, eigen)
        #expect(persoon.naam == "Şükrü a Işık")
        #expect(persoon.bsn == "•••••0006")
        #expect(persoon.vnummer == "2990000001")
        #expect(persoon.telefoon == "06 12345678")
        #expect(persoon.adres == "Voorbeeldpad 12, 1315 HR Almere")
        #expect(persoon.geboortedatum == "1990-03-12")
        #expect(persoon.leestaal == "tr")
    }

    @Test("elke blik wordt vastgelegd met wie, waarom en of het mocht")
    func leeslog() async throws {
        let proef = try await Opstelling()
        let dossier = try await dossier(proef)
        _ = try await open(proef, dossier, eigen)
        let vreemd = Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: Self.almere, purpose: "nieuwsgierig")
        await #expect(throws: Failure.self) { _ = try await open(proef, dossier, vreemd) }
        let regels = try await proef.parts.store.read { db in
            try Row.fetchAll(db, sql: "SELECT gebruiker, doel, toegestaan, dienst FROM leeslog ORDER BY id").map {
                [$0["gebruiker"], $0["doel"], String($0["toegestaan"] as Int), $0["dienst"]] as [String]
            }
        }
        #expect(
            regels == [
                [begeleider.description, "begeleiding", "1", "portaal"],
                [vreemd.user?.description ?? "", "nieuwsgierig", "0", "portaal"],
            ])
    }

    @Test("een vrijwilliger ziet geen nummers, en onder geheimhouding geen adres")
    func vrijwilliger() async throws {
        let proef = try await Opstelling()
        let dossier = try await dossier(proef, ["data.geheimhouding": .logisch(true)])
        let persoon = try await open(
            proef, dossier, Actor(user: begeleider, roles: [.vrijwilliger], purpose: "begeleiding"))
        #expect(persoon.bsn == nil && persoon.vnummer == nil && persoon.adres == nil)
        #expect(persoon.geheimhouding)
        #expect(try await open(proef, dossier, eigen).adres != nil)
    }

    @Test("een klantmanager ziet de eigen mensen in hoofdlijnen")
    func klantmanager() async throws {
        let proef = try await Opstelling()
        let dossier = try await dossier(proef)
        let persoon = try await open(
            proef, dossier, Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0034", purpose: "voortgang"))
        #expect(persoon.naam == "Şükrü a Işık")
        #expect(persoon.bsn == nil && persoon.telefoon == nil && persoon.adres == nil)
    }

    @Test("een vernietigde sleutel maakt een dossier onleesbaar")
    func vernietigd() async throws {
        let proef = try await Opstelling()
        let dossier = try await dossier(proef)
        try await proef.keys.destroy(dossier)
        await #expect(throws: Failure.self) { _ = try await open(proef, dossier, eigen) }
    }

    @Test("een partner krijgt alleen velden die mogen, hoe er ook om wordt gevraagd")
    func deelpakket() async throws {
        let proef = try await Opstelling()
        let dossier = try await dossier(proef)
        let pakket = try await DeelpakketSamenstellen(parts: proef.parts)(
            DeelpakketOpvragen(
                dossier: dossier,
                velden: [
                    "voornaam", "achternaam", "postcode4", "taalcode", "tolkNodig", "leeftijdsgroep", "bsn", "vnummer", "adres",
                    "straat",
                ]),
            ServicePurpose.verwijzing.actor, caller: .socialeKaart, because: envelope)
        #expect(
            pakket.velden == [
                "voornaam": "Şükrü a", "achternaam": "Işık", "postcode4": "1315", "taalcode": "tr", "tolkNodig": "ja",
                "leeftijdsgroep": "27-66",
            ])
        #expect(try await proef.aantal("SELECT count(*) FROM leeslog WHERE wat = 'deelpakket' AND dienst = 'sociale-kaart'") == 1)
    }
}
