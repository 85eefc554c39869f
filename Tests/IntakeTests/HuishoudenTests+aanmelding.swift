// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// The aanmelding is no way round the dossier: from the day that there is one, only who may open it reads the aanmelding.
extension HuishoudenTests {
    private func toon(_ proef: Opstelling, _ aanmelding: AanmeldingID, _ wie: Actor) async throws -> Aanmeldingsbeeld {
        try await AanmeldingTonen(parts: proef.parts)(
            AanmeldingOpvragen(aanmelding: aanmelding), wie, caller: .portaal, because: envelope())
    }

    private func lijst(_ proef: Opstelling, _ toestand: AanmeldingToestand, _ wie: Actor) async throws -> Set<AanmeldingID> {
        Set(
            try await AanmeldingenTonen(parts: proef.parts)(
                AanmeldingenLijst(toestand: toestand, page: PageRequest(limit: 50)), wie
            ).rows.map(\.aanmelding))
    }

    private func aanmelding(_ proef: Opstelling, _ dossier: DossierID) async throws -> AanmeldingID {
        try #require(
            try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).first { $0.dossier == dossier }?.aanmelding)
    }

    @Test("wat wacht ziet het team; van wie een dossier heeft leest alleen wie dat mag openen de aanmelding")
    func aanmeldingOmHetDossierHeen() async throws {
        let proef = try await Opstelling()
        let man = try await persoon(proef, 0, bij: karel)
        let vrouw = try await persoon(proef, 1, rol: "partner", bij: sanne)
        let kind = try await persoon(proef, 2, rol: "overig")
        let (zijne, hare, derde) = (
            try await aanmelding(proef, man), try await aanmelding(proef, vrouw), try await aanmelding(proef, kind)
        )
        #expect(try await lijst(proef, .geaccepteerd, karel) == [zijne])
        #expect(try await lijst(proef, .geaccepteerd, sanne) == [hare])
        #expect(try await lijst(proef, .geaccepteerd, leider) == [zijne, hare, derde])
        #expect(try await lijst(proef, .geaccepteerd, vreemd).isEmpty)
        // Who covers for her has what she has.
        var waarnemer = karel
        waarnemer.waarneemtVoor = Set([sanne.user].compactMap(\.self))
        #expect(try await lijst(proef, .geaccepteerd, waarnemer) == [zijne, hare])
        for id in [hare, derde] {
            await #expect(throws: Failure.notFound(what: "aanmelding")) { _ = try await toon(proef, id, karel) }
        }
        #expect(try await toon(proef, hare, sanne).regel.aanmelding == hare)
        #expect(try await toon(proef, zijne, karel).huisgenoten.isEmpty)
        #expect(Set(try await toon(proef, zijne, leider).huisgenoten.map(\.aanmelding)) == [hare, derde])
        // Put back: it waits again, and the team looks at it, without hearing of who is with somebody else.
        _ = try await Terugzetten(parts: proef.parts)(
            AanmeldingTerugzetten(aanmelding: derde, versie: try await toon(proef, derde, leider).regel.versie), envelope(),
            leider)
        #expect(try await lijst(proef, .inControle, karel) == [derde])
        #expect(try await toon(proef, derde, karel).huisgenoten.map(\.aanmelding) == [zijne])
        #expect(Set(try await toon(proef, derde, leider).huisgenoten.map(\.aanmelding)) == [zijne, hare])
        // It turns out to be her: from then on it is part of her dossier.
        _ = try await BijDossierVoegen(parts: proef.parts)(
            AanmeldingBijDossier(
                aanmelding: derde, dossier: vrouw, versie: try await toon(proef, derde, leider).regel.versie,
                reden: "client-bevestigt"), envelope(), leider)
        await #expect(throws: Failure.notFound(what: "aanmelding")) { _ = try await toon(proef, derde, karel) }
        #expect(try await lijst(proef, .geaccepteerd, karel) == [zijne])
        #expect(try await lijst(proef, .geaccepteerd, sanne) == [hare, derde])
    }

    @Test("wat een begeleider van de aangenomen mensen ziet, begint bij de eigen dossiers")
    func aanmeldingenLangsEenIndex() async throws {
        let proef = try await Opstelling()
        for (wie, langs) in [(karel, "persoon_begeleider"), (leider, "aanmelding_toestand")] {
            let vraag = Aanmeldingenlijst.vraagtekst(
                .geaccepteerd, Policy.scope(wie, .list, on: .aanmelding), na: AanmeldingID(UUID()), aantal: 51)
            let plan = try await proef.parts.store.read { db in
                try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN \(vraag.sql)", arguments: StatementArguments(vraag.arguments)
                ).map { $0["detail"] as String }
            }
            #expect(plan.contains { $0.contains(langs) }, "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN a") || $0.hasPrefix("SCAN p") }, "\(plan)")
        }
    }
}
