// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Testing

@testable import BegeleidingApp

/// Two dossiers turn out to be one person, seen from begeleiding: who follows leaves the lists, comes back when it is undone,
/// and a stop on exchange about one of them holds for both.
@Suite("Samengevoegde dossiers in begeleiding", .timeLimit(.minutes(1)))
struct SamenvoegingVolgenTests {
    private func samengevoegd(_ volgend: DossierID, _ leidend: DossierID, _ id: SamenvoegingID) -> PersoonSamengevoegd {
        PersoonSamengevoegd(
            samenvoeging: id, volgend: volgend, leidend: leidend,
            samengevoegdOp: Datum(Date(timeIntervalSince1970: 1_800_000_000)))
    }

    private func ongedaan(_ volgend: DossierID, _ leidend: DossierID, _ id: SamenvoegingID) -> SamenvoegingOngedaan {
        SamenvoegingOngedaan(
            samenvoeging: id, volgend: volgend, leidend: leidend, ongedaanOp: Datum(Date(timeIntervalSince1970: 1_800_100_000)))
    }

    @Test("wie volgt staat niet op de werklijst en niet bij het verdelen, en na ongedaan maken weer wel")
    func lijsten() async throws {
        let proef = try Proefdienst()
        let een = try await proef.lopendTraject()
        let twee = try proef.persoon(nummer: 2)
        try await proef.ontvang(twee)
        func teVerdelen() async throws -> [DossierID] {
            try await TeVerdelen(page: PageRequest()).tonen(proef.middelen, proef.verzoek(proef.teamleider)).rows.map(\.dossier)
        }
        #expect(try await teVerdelen() == [twee.dossier])
        let id: SamenvoegingID = proef.ids.make()
        try await proef.ontvang(samengevoegd(twee.dossier, een.dossier, id))
        #expect(try await teVerdelen() == [])
        try await proef.ontvang(ongedaan(twee.dossier, een.dossier, id))
        #expect(try await teVerdelen() == [twee.dossier])
        // In the caseload: what is asked of the person is asked for the other now.
        try await proef.wijsToe(twee.dossier)
        func persoonlijk() async throws -> Set<DossierID> {
            Set(try await proef.vandaag().filter { $0.soort == "eerste-contact" }.map(\.dossier))
        }
        let beide: Set = [een.dossier, twee.dossier]
        #expect(try await persoonlijk() == beide)
        try await proef.ontvang(samengevoegd(twee.dossier, een.dossier, proef.ids.make()))
        #expect(try await persoonlijk() == [een.dossier])
        // What was written in it stays to be read.
        #expect(try await proef.overzicht(twee.dossier).begeleider == proef.fatima.user)
    }

    @Test("werk met een eigen dag blijft na het samenvoegen op vandaag, in de agenda en op uit beeld, met het nummer erbij")
    func werkMetEenDag() async throws {
        let proef = try Proefdienst()
        let een = try await proef.lopendTraject()
        let twee = try proef.persoon(nummer: 2)
        try await proef.ontvang(twee)
        try await proef.wijsToe(twee.dossier)
        let van = try #require(Kloktijd("10:00"))
        let gegevens = Afspraakgegevens(
            soort: .huisbezoek, plaats: .thuis, dag: try dag("2027-01-20"), van: van, tot: try #require(Kloktijd("11:00")),
            tolkNodig: true, tolkGeregeld: false, onderwerp: "")
        _ = try await AfspraakMaken(dossier: twee.dossier, gegevens: gegevens)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        for (stand, op) in [(RegelzaakToestand.aangevraagd, "2027-01-16"), (.afgewezen, "2027-01-18")] {
            let zaak = try #require(
                try await proef.bord(twee.dossier).zaken.first { $0.code == "bijstand" })
            _ = try await RegelzaakZetten(
                dossier: twee.dossier, regelzaak: zaak.regelzaak, toestand: stand, versie: zaak.versie, op: try dag(op)
            ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        func punten() async throws -> [Aandachtspunt] {
            // Points of one day stand in the order in which they were made.
            try await proef.vandaag().filter { $0.dossier == twee.dossier }
                .sorted { ($0.soort, $0.tekst) < ($1.soort, $1.tekst) }
        }
        func agenda() async throws -> [Afspraakregel] {
            try await AgendaOpvragen(
                van: try dag("2027-01-18"), totEnMet: try dag("2027-01-24"), medewerker: proef.fatima.user, page: PageRequest()
            ).tonen(proef.middelen, proef.verzoek(proef.fatima)).rows
        }
        func uitbeeld() async throws -> Uitbeeldregel? {
            try await UitbeeldOpvragen(page: PageRequest()).tonen(proef.middelen, proef.verzoek(proef.fatima))
                .pagina.rows.first { $0.dossier == twee.dossier }
        }
        proef.klok.zet(try dag("2027-02-12"))
        let (voor, voorUit) = (try await punten(), try #require(try await uitbeeld()))
        #expect(voor.allSatisfy { $0.uitDossiernummer == nil } && voorUit.uitDossiernummer == nil)
        #expect(voorUit.redenen.contains { $0.code == "eerste-contact" })
        let id: SamenvoegingID = proef.ids.make()
        try await proef.ontvang(samengevoegd(twee.dossier, een.dossier, id))
        let na = try await punten()
        #expect(na.contains { $0.soort == "afspraak-vastleggen" } && na.contains { $0.soort == "regelzaak-bezwaar" })
        #expect(na.contains { $0.soort == "tolk-regelen" } && !na.contains { $0.soort == "eerste-contact" })
        #expect(na.allSatisfy { $0.uitDossiernummer == "W-2027-0002" })
        #expect(try await agenda().map(\.uitDossiernummer) == ["W-2027-0002"])
        let naUit = try #require(try await uitbeeld())
        #expect(Set(naUit.redenen.map(\.code)) == ["termijn"] && naUit.uitDossiernummer == "W-2027-0002")
        // Computed again it stays so, and undone everything is back.
        try await proef.store.write { tx in try Aandachtspunten.bijwerken(tx.db, twee.dossier, proef.middelen.regels) }
        #expect(try await punten() == na)
        try await proef.ontvang(ongedaan(twee.dossier, een.dossier, id))
        #expect(try await punten() == voor)
        #expect(try await uitbeeld() == voorUit)
        #expect(try await agenda().map(\.uitDossiernummer) == [nil])
    }

    @Test("samengevoegd is het één tijdlijn, met waar elke regel vandaan komt; ongedaan gemaakt zijn het er weer twee")
    func tijdlijn() async throws {
        let proef = try Proefdienst(op: "2027-02-10")
        let een = try await proef.lopendTraject()
        let twee = try proef.persoon(nummer: 2)
        try await proef.ontvang(twee)
        try await proef.wijsToe(twee.dossier)
        for (dossier, dag, notitie) in [
            (een.dossier, "2027-02-01", "een"), (twee.dossier, "2027-02-03", "twee"), (een.dossier, "2027-02-05", "drie"),
            (twee.dossier, "2027-02-05", "vier"),
        ] { try await proef.contact(dossier, op: dag, notitie: notitie) }
        func lijn(_ dossier: DossierID, limit: Int, _ actor: Actor? = nil) async throws -> [String] {
            var (regels, na): ([String], String?) = ([], nil)
            repeat {
                let pagina = try await TijdlijnOpvragen(
                    dossier: dossier, soort: "contact", page: PageRequest(after: na, limit: limit)
                ).tonen(proef.middelen, proef.verzoek(actor ?? proef.fatima))
                regels += pagina.rows.map { "\($0.notitie ?? "-") \($0.uitDossiernummer ?? "eigen")" }
                na = pagina.next
            } while na != nil
            return regels
        }
        let apart = ["drie eigen", "een eigen"]
        #expect(try await lijn(een.dossier, limit: 10) == apart)
        let id: SamenvoegingID = proef.ids.make()
        try await proef.ontvang(samengevoegd(twee.dossier, een.dossier, id))
        for limit in [1, 2, 3, 10] {
            #expect(
                try await lijn(een.dossier, limit: limit) == [
                    "vier W-2027-0002", "drie eigen", "twee W-2027-0002", "een eigen",
                ], "\(limit)")
        }
        #expect(
            try await lijn(twee.dossier, limit: 2) == ["vier eigen", "drie W-2027-0001", "twee eigen", "een W-2027-0001"])
        #expect(
            try await proef.getal(
                "SELECT COUNT(*) FROM inzage WHERE wat = 'tijdlijn' AND dossier = ?", [twee.dossier.description]) > 0)
        // Who has only one of the two reads only that one: a merge gives nobody a right.
        try await proef.wijsToe(twee.dossier, aan: proef.karel)
        #expect(try await lijn(een.dossier, limit: 10) == apart)
        try await proef.wijsToe(twee.dossier)
        try await proef.ontvang(ongedaan(twee.dossier, een.dossier, id))
        #expect(try await lijn(een.dossier, limit: 10) == apart)
        #expect(try await lijn(twee.dossier, limit: 10) == ["vier eigen", "twee eigen"])
    }

    @Test("een stop op het ene dossier sluit ook het andere voor de klantmanager, tot het ongedaan wordt gemaakt")
    func stop() async throws {
        let proef = try Proefdienst()
        let een = try await proef.lopendTraject()
        let twee = try proef.persoon(nummer: 2)
        try await proef.ontvang(twee)
        try await proef.wijsToe(twee.dossier)
        let klantmanager = Actor(user: proef.ids.make(), roles: [.klantmanager], gemeente: "0034", purpose: "controle")
        func ziet(_ dossier: DossierID) async throws -> Bool {
            do {
                _ = try await proef.overzicht(dossier, door: klantmanager)
                return true
            } catch Failure.notFound(_) { return false } catch Failure.notAllowed(_) { return false }
        }
        func zicht() async throws -> [Bool] { [try await ziet(een.dossier), try await ziet(twee.dossier)] }
        #expect(try await zicht() == [true, true])
        let id: SamenvoegingID = proef.ids.make()
        try await proef.ontvang(UitwisselingGestopt(dossier: twee.dossier))
        #expect(try await zicht() == [true, false])
        try await proef.ontvang(samengevoegd(twee.dossier, een.dossier, id))
        #expect(try await zicht() == [false, false])
        try await proef.ontvang(ongedaan(twee.dossier, een.dossier, id))
        #expect(try await zicht() == [true, false])
        // The other way round: set on the one that stands for the person, after the merge.
        try await proef.ontvang(UitwisselingHervat(dossier: twee.dossier))
        let tweede: SamenvoegingID = proef.ids.make()
        try await proef.ontvang(samengevoegd(twee.dossier, een.dossier, tweede))
        try await proef.ontvang(UitwisselingGestopt(dossier: een.dossier))
        #expect(try await zicht() == [false, false])
        try await proef.ontvang(UitwisselingHervat(dossier: een.dossier))
        #expect(try await zicht() == [true, true])
    }
}
