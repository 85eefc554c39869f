// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// A gemeente that gets no notification, or loses one, finds everything with `gewijzigdNa`.
@Suite("Opvragen wat er nieuw is", .timeLimit(.minutes(2)))
struct GemeentenieuwsTests {
    private struct Lijst: Decodable {
        struct Regel: Decodable {
            var aanmeldingId: String
            var gewijzigdOp: String
        }
        var aanmeldingen: [Regel]
        var volgende: String?
    }

    private let klok = Proefklok(Datum(2027, 1, 11) ?? Datum(Date()))

    private func id(_ bericht: JSONWaarde) throws -> String {
        guard case .tekst(let text)? = bericht["data.aanmeldingId"] else { throw Opstelling.Stuk() }
        return text
    }

    private func aangemeld(_ proef: Opstelling, _ nummer: Int) async throws -> (id: String, dossier: DossierID) {
        let bericht = Proefbericht.aanmelding(nummer)
        #expect(try await proef.stuur(bericht).status == 202)
        let dossier = try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).last?.dossier
        return (try id(bericht), try #require(dossier))
    }

    /// What a poller gets who saw everything up to now; an hour goes by first, and again afterwards.
    private func nieuw(_ proef: Opstelling, _ wat: () async throws -> Void) async throws -> [String] {
        let gezien = Instant.text(klok.now)
        klok.verder(3600)
        try await wat()
        klok.verder(3600)
        let lijst = try JSONDecoder().decode(
            Lijst.self, from: try await proef.vraag("/v1/aanmeldingen?gewijzigdNa=\(gezien)").body)
        #expect(lijst.aanmeldingen.allSatisfy { $0.gewijzigdOp > gezien })
        return lijst.aanmeldingen.map(\.aanmeldingId)
    }

    @Test("elke stap van het traject staat in de lijst, ook als de melding verloren ging of er geen adres is")
    func traject() async throws {
        let proef = try await Opstelling(klok: klok)
        let (wie, dossier) = try await aangemeld(proef, 0)
        _ = try await aangemeld(proef, 1)
        let (traject, contact, dag) = (TrajectID(UUID()), ContactmomentID(UUID()), Datum(klok.now))
        func rapport(_ soort: String) -> RapportVastgesteld {
            RapportVastgesteld(
                rapport: Identifier(UUID()), soort: soort, traject: traject, dossier: dossier, gemeente: "0034",
                vastgesteldOp: dag)
        }
        func noShow(_ soort: Contactsoort) -> ContactmomentVastgelegd {
            ContactmomentVastgelegd(
                contactmoment: contact, traject: traject, dossier: dossier, soort: soort, datum: dag, duurMinuten: 0,
                verschijning: .nietVerschenen, tolk: .geen)
        }
        let start = TrajectGestart(
            traject: traject, dossier: dossier, dossiernummer: "W-2027-0001", huishouden: Identifier(UUID()), gemeente: "0034",
            opdracht: "almere-2027", ontvangenOp: dag, gestartOp: dag, tussenrapportageOp: dag, eindigtOp: dag,
            factureerbaar: true, team: Identifier(UUID()))
        let weg = ContactmomentIngetrokken(
            contactmoment: contact, traject: traject, dossier: dossier, soort: .afspraak, datum: dag,
            verschijning: .nietVerschenen, reden: .dubbel)
        let einde = TrajectAfgerond(traject: traject, dossier: dossier, reden: "x", afgerondOp: dag)
        // Nobody is told anything here, so that the list alone must say it.
        #expect(try await nieuw(proef) { try await proef.volg(.begeleiding(nil), start) } == [wie])
        #expect(try await nieuw(proef) { try await proef.volg(.begeleiding(nil), noShow(.afspraak)) } == [wie])
        #expect(try await nieuw(proef) { try await proef.volg(.begeleiding(nil), noShow(.outreach)) } == [])
        #expect(try await nieuw(proef) { try await proef.volg(.begeleiding(nil), weg) } == [wie])
        #expect(try await nieuw(proef) { try await proef.volg(.rapportage(nil), rapport("tussenrapportage")) } == [wie])
        #expect(try await nieuw(proef) { try await proef.volg(.rapportage(nil), rapport("overdrachtsdocument")) } == [wie])
        #expect(try await nieuw(proef) { try await proef.volg(.begeleiding(nil), einde) } == [wie])
        #expect(try await nieuw(proef) {} == [])
    }

    @Test("wie bladert, krijgt iedereen eenmaal, op het moment van het laatste nieuws")
    func bladeren() async throws {
        let proef = try await Opstelling(klok: klok)
        var mensen: [String] = []
        for nummer in 0..<4 {
            klok.verder(60)
            mensen.append(try await aangemeld(proef, nummer).id)
        }
        let eerste = mensen[0]
        let dossier = try #require(
            try await proef.parts.store.read { db in
                try String.fetchOne(db, sql: "SELECT dossier FROM aanmelding WHERE id = ?", arguments: [eerste])
            }.flatMap { DossierID($0) })
        klok.verder(60)
        try await proef.volg(
            .begeleiding(nil),
            TrajectAfgerond(traject: Identifier(UUID()), dossier: dossier, reden: "x", afgerondOp: Datum(klok.now)))
        var (gezien, pad) = ([String](), "/v1/aanmeldingen?aantal=1")
        for _ in 0..<10 {
            let blad = try JSONDecoder().decode(Lijst.self, from: try await proef.vraag(pad).body)
            gezien += blad.aanmeldingen.map(\.aanmeldingId)
            guard let volgende = blad.volgende else { break }
            pad = volgende
        }
        #expect(gezien == Array(mensen.dropFirst()) + [eerste])
    }

    @Test("na een opgeheven stop staat de persoon weer in de lijst, en er gaat een melding uit")
    func naEenStop() async throws {
        let proef = try await Opstelling(klok: klok)
        let (wie, dossier) = try await aangemeld(proef, 0)
        let zetten = UitwisselingZetten(parts: proef.parts)
        func leider() -> Actor {
            Actor(
                user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Almere"), purpose: "begeleiding")
        }
        func envelop() -> Envelope {
            Envelope(id: UUID(), source: "urn:wegwijs:portaal", type: "proef", time: klok.now)
        }
        let tijdens = try await nieuw(proef) {
            _ = try await zetten.stop(
                UitwisselingStoppen(dossier: dossier, toelichting: "Niemand mag weten waar zij is."), envelop(), leider())
            try await proef.volg(
                .begeleiding(proef.parts.melden),
                TrajectAfgerond(traject: Identifier(UUID()), dossier: dossier, reden: "x", afgerondOp: Datum(klok.now)))
        }
        #expect(tijdens == [])
        let voor = try await proef.aantal("SELECT count(*) FROM bezorging")
        let daarna = try await nieuw(proef) {
            _ = try await zetten.hervat(
                UitwisselingHervatten(dossier: dossier, toelichting: "Het is veilig, besproken met de politie."), envelop(),
                leider())
        }
        #expect(daarna == [wie])
        #expect(try await proef.aantal("SELECT count(*) FROM bezorging") == voor + 1)
    }

    @Test("een bladzijde begint in de index waar de vorige eindigde, hoeveel aanmeldingen er ook zijn")
    func index() async throws {
        let proef = try await Opstelling()
        for id in ["", UUID().uuidString.lowercased()] {
            let vraag = Aanmeldingenlijst.vraagVanAfzender(
                oin: Opstelling.gemeente, gemeenten: ["0034"], vanaf: .init(nieuwsOp: Opstelling.vandaag, id: id), aantal: 50)
            let plan = try await proef.parts.store.read { db in
                try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN \(vraag.sql)", arguments: StatementArguments(vraag.arguments)
                ).map { $0["detail"] as String }
            }
            #expect(plan.contains { $0.contains("aanmelding_afzender (oin=? AND <expr>>?)") }, "\(plan)")
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }
}
