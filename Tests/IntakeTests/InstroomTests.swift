// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import IntakeApp

/// Inflow over a real store: every number has exactly the rows that it counts, within the rights of who asks.
@Suite(.timeLimit(.minutes(2)))
struct InstroomTests {
    static let almere = TeamID(team: "Almere")
    let teamleider = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: almere, purpose: "instroom")
    let klantmanager = Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0034", purpose: "instroom")

    /// Seven who moved in or will, two doubles who wait: one with a koppeling date and one without.
    private func gevuld() async throws -> Opstelling {
        let proef = try await Opstelling()
        for nummer in 0..<5 {
            _ = try await proef.stuur(Proefbericht.aanmelding(nummer, ["data.datumHuisvesting": "2027-01-04"]))
        }
        _ = try await proef.stuur(Proefbericht.aanmelding(5, ["data.datumHuisvesting": "2026-12-30"]))
        _ = try await proef.stuur(Proefbericht.aanmelding(6, ["data.datumHuisvesting": "2027-07-01"]))
        for koppeling in ["2026-11-02", nil] as [JSONWaarde?] {
            var dubbel = Proefbericht.aanmelding(0, ["data.datumHuisvesting": nil as JSONWaarde?])
            dubbel["data.datumKoppeling"] = koppeling
            let antwoord = try await proef.stuur(dubbel)
            #expect(antwoord.status == 202, "\(antwoord.text)")
        }
        return proef
    }

    private func beeld(_ proef: Opstelling, _ actor: Actor, _ wijzig: (inout InstroomOpvragen) -> Void = { _ in }) async throws
        -> Instroombeeld
    {
        var query = InstroomOpvragen(gemeente: "0034", begeleiders: 4)
        wijzig(&query)
        return try await InstroomTonen(parts: proef.parts).beeld(query, actor)
    }

    private func rijen(_ proef: Opstelling, _ soort: Instroomsoort, _ half: String, _ actor: Actor) async throws
        -> (rijen: [InstroomRijen.Rij], totaal: Int?)
    {
        var (alle, na, totaal): ([InstroomRijen.Rij], String?, Int?) = ([], nil, nil)
        repeat {
            let page = try await InstroomTonen(parts: proef.parts).rijen(
                InstroomRijen(gemeente: "0034", soort: soort, halfjaar: half, page: PageRequest(after: na, limit: 2)), actor)
            alle += page.rows
            (na, totaal) = (page.next, page.total)
        } while na != nil
        return (alle, totaal)
    }

    @Test("elk getal telt precies de rijen die het opent")
    func rijenAchterGetal() async throws {
        let proef = try await gevuld()
        let beeld = try await beeld(proef, teamleider)
        // From the first half-year with a taakstelling.
        #expect(beeld.halfjaren.map(\.halfjaar) == (2022...2028).flatMap { ["\($0)-1", "\($0)-2"] })
        #expect(beeld.halfjaren.map(\.taakstelling).prefix(8) == [143, 142, 239, 238, 222, 222, 174, 174])
        #expect(beeld.halfjaren.map(\.isVoorbeeld) == Array(repeating: nil, count: 8) + [true, true, true, true, nil, nil])
        var geteld = 0
        for half in beeld.halfjaren {
            let getallen: [(Instroomsoort, Int?)] = [
                (.gehuisvest, half.gehuisvest), (.ontvangen, half.ontvangen), (.bekend, half.bekend), (.pijplijn, half.pijplijn),
            ]
            for (soort, getal) in getallen {
                let (rijen, totaal) = try await rijen(proef, soort, half.halfjaar, teamleider)
                #expect(rijen.count == getal && totaal == getal && Set(rijen.map(\.aanmelding)).count == rijen.count)
                #expect(rijen.allSatisfy { Halfjaar($0.dag).description == half.halfjaar })
                geteld += rijen.count
            }
        }
        // Seven accepted and nine received, and the two who wait.
        #expect(geteld == 7 + 9 + 2)
        let nu = try #require(beeld.halfjaren.first { $0.halfjaar == "2027-1" })
        #expect(nu.gehuisvest == 5 && nu.ontvangen == 9 && nu.pijplijn == 2 && nu.taakstelling == 180)
        let pijplijn = try await rijen(proef, .pijplijn, "2027-1", teamleider).rijen.map(\.dag.description)
        // Fourteen weeks after the koppeling, and after receipt where there is none.
        #expect(pijplijn == ["2027-02-08", "2027-04-19"])
    }

    @Test("zonder dag van huisvesting is niemand gehuisvest: verwacht na de koppeling, anders na ontvangst, nooit vóór vandaag")
    func zonderDag() async throws {
        let proef = try await Opstelling()
        for (nummer, koppeling) in ["2026-11-02", nil, "2026-01-05"].enumerated() {
            var bericht = Proefbericht.aanmelding(nummer, ["data.datumHuisvesting": nil as JSONWaarde?])
            bericht["data.datumKoppeling"] = koppeling.map { .tekst($0) }
            _ = try await proef.stuur(bericht)
            #expect(try await proef.toestand(bericht).toestand == "geaccepteerd")
        }
        func half() async throws -> Instroombeeld.Half {
            try #require(try await beeld(proef, teamleider).halfjaren.first { $0.halfjaar == "2027-1" })
        }
        var nu = try await half()
        #expect(nu.gehuisvest == 0 && nu.bekend == 3 && nu.dagOnbekend == 3)
        let wachten = try await rijen(proef, .bekend, "2027-1", teamleider).rijen
        // Fourteen weeks after the koppeling or receipt; who is late is expected today.
        #expect(wachten.map(\.dag.description) == ["2027-01-11", "2027-02-08", "2027-04-19"])
        #expect(wachten.allSatisfy { $0.isGeschat == true })
        // A worker fills in the days: one is here, one comes later than expected, of one the koppeling was wrong.
        let dossiers = try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).map(\.dossier)
        let gegevens = GegevensTests()
        try await gegevens.zet(proef, dossiers[0], ["datumHuisvesting": "2027-01-11"])
        try await gegevens.zet(proef, dossiers[1], ["datumHuisvesting": "2027-06-01"])
        try await gegevens.zet(proef, dossiers[2], ["datumKoppeling": "2026-12-07"])
        nu = try await half()
        #expect(nu.gehuisvest == 1 && nu.bekend == 2 && nu.dagOnbekend == 1)
        let daarna = try await rijen(proef, .bekend, "2027-1", teamleider).rijen
        #expect(daarna.map(\.dag.description) == ["2027-03-15", "2027-06-01"] && daarna.map(\.isGeschat) == [true, nil])
    }

    @Test("wie van een HAR naar een eigen woning gaat blijft tellen op de eerste dag; teruggezet telt de dag die er nu staat")
    func tweedeStart() async throws {
        let proef = try await Opstelling()
        let gegevens = GegevensTests()
        let dossier = try await gegevens.persoon(
            proef,
            Proefbericht.aanmelding(0, ["data.datumHuisvesting": "2026-12-14", "data.verblijfsvorm": "har"]))
        func stand() async throws -> [String: Int] {
            var stand: [String: Int] = [:]
            for half in try await beeld(proef, teamleider).halfjaren where (half.gehuisvest ?? 0) + (half.bekend ?? 0) > 0 {
                stand[half.halfjaar] = half.gehuisvest
            }
            return stand
        }
        #expect(try await stand() == ["2026-2": 1])
        // A mistake in the day is no second start.
        try await gegevens.zet(proef, dossier, ["datumHuisvesting": "2026-12-21"])
        #expect(try await stand() == ["2026-2": 1])
        try await gegevens.zet(proef, dossier, ["verblijfsvorm": "doorstroomlocatie", "datumHuisvesting": "2027-01-04"])
        try await gegevens.zet(proef, dossier, ["verblijfsvorm": "eigen-woning", "datumHuisvesting": "2027-01-08"])
        #expect(try await stand() == ["2026-2": 1])
        try await gegevens.zet(proef, dossier, ["verblijfsvorm": "har", "datumHuisvesting": "2027-01-04"])
        #expect(try await stand() == ["2027-1": 1])
    }

    @Test("wie twee keer werd aangemeld telt één keer, of een mens of een regel dat zag; ongedaan maken telt weer mee")
    func eenKeer() async throws {
        let proef = try await Opstelling()
        for nummer in 0..<3 {
            _ = try await proef.stuur(Proefbericht.aanmelding(nummer, ["data.datumHuisvesting": "2027-01-04"]))
        }
        func stand() async throws -> [Int?] {
            let half = try #require(try await beeld(proef, teamleider).halfjaren.first { $0.halfjaar == "2027-1" })
            #expect(
                try await rijen(proef, .gehuisvest, "2027-1", teamleider).totaal == half.gehuisvest)
            let besluiten = try await proef.parts.store.read {
                try Instroombron.besluiten($0, gemeente: "0034", sinds: try Maand(parsing: "2026-12").eersteDag, .all)
            }
            return [half.gehuisvest, half.ontvangen, half.pijplijn, besluiten.ja, besluiten.alle]
        }
        #expect(try await stand() == [3, 3, 0, 3, 3])
        // Two dossiers turn out to be one person, and then do not.
        let dossiers = try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).map(\.dossier)
        let samen = try await voegSamen(proef, dossiers[1], bij: dossiers[0])
        #expect(try await stand() == [2, 2, 0, 2, 2])
        try await maakOngedaan(proef, samen)
        #expect(try await stand() == [3, 3, 0, 3, 3])
        // A number that comes later is accepted at once, and is nobody new.
        let vnummer = Proefbericht.aanmelding(
            8, ["data.client.bsn": nil, "data.client.vnummer": "2990000001", "data.datumHuisvesting": "2027-01-04"])
        _ = try await proef.stuur(vnummer)
        #expect(try await stand() == [4, 4, 0, 4, 4])
        let later = Proefbericht.aanmelding(8, ["data.client.vnummer": "2990000001", "data.datumHuisvesting": "2027-01-04"])
        _ = try await proef.stuur(later)
        #expect(try await proef.toestand(later).toestand == "geaccepteerd")
        #expect(try await stand() == [4, 4, 0, 4, 4])
        // Not the same person after all: the second waits, and counts among who waits.
        let laat = try #require(try await proef.gebeurtenissen(PersoonSamengevoegd.self).last)
        try await maakOngedaan(proef, laat.samenvoeging)
        #expect(try await stand() == [4, 5, 1, 4, 4])
    }

    private func opdracht(_ type: String) -> Envelope {
        Envelope(id: UUID(), source: "urn:wegwijs:portaal", type: type, time: Date(), actor: teamleider)
    }

    private func voegSamen(_ proef: Opstelling, _ volgend: DossierID, bij leidend: DossierID) async throws -> SamenvoegingID {
        let versie = try await proef.parts.store.read { try Persoonregister.vind($0, volgend)?.versie ?? 0 }
        return try await Samenvoegen(parts: proef.parts)(
            DossiersSamenvoegen(leidend: leidend, volgend: volgend, versie: versie, reden: "zelfde-gegevens"),
            opdracht(DossiersSamenvoegen.type), teamleider
        ).samenvoeging
    }

    private func maakOngedaan(_ proef: Opstelling, _ id: SamenvoegingID) async throws {
        let versie = try await proef.parts.store.read { try Samenvoegregister.vind($0, id)?.versie ?? 0 }
        _ = try await OngedaanMaken(parts: proef.parts)(
            SamenvoegingOngedaanMaken(samenvoeging: id, versie: versie), opdracht(SamenvoegingOngedaanMaken.type), teamleider)
    }

    @Test("de klantmanager ziet alleen de eigen gemeente, kleine aantallen niet, en een gestopte persoon niet als rij")
    func klantmanagerZiet() async throws {
        let proef = try await gevuld()
        let beeld = try await beeld(proef, klantmanager)
        let nu = try #require(beeld.halfjaren.first { $0.halfjaar == "2027-1" })
        // Two wait: too few to show, and then no forecast from which they could be reckoned back.
        #expect(nu.gehuisvest == 5 && nu.pijplijn == nil && nu.prognose == nil && nu.isVerborgen)
        #expect(try await rijen(proef, .pijplijn, "2027-1", klantmanager).rijen.isEmpty)
        #expect(try await rijen(proef, .gehuisvest, "2027-1", klantmanager).rijen.count == 5)
        let dossier = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).first?.dossier)
        try await proef.parts.store.write { try Uitwisselstop.stop(dossier, in: $0) }
        let na = try await rijen(proef, .gehuisvest, "2027-1", klantmanager)
        #expect(na.rijen.count == 4 && na.totaal == 5)
        #expect(try await rijen(proef, .gehuisvest, "2027-1", teamleider).rijen.count == 5)
        let vreemd = Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0363", purpose: "x")
        for actor in [vreemd, Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: Self.almere, purpose: "x")] {
            await #expect(throws: Failure.self) { _ = try await self.beeld(proef, actor) }
            await #expect(throws: Failure.self) { _ = try await rijen(proef, .gehuisvest, "2027-1", actor) }
        }
        // A team leader of elsewhere counts nobody.
        let elders = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Elders"), purpose: "x")
        #expect(try await self.beeld(proef, elders).halfjaren.allSatisfy { $0.ontvangen == 0 && $0.gehuisvest == 0 })
    }

    @Test("met de schuiven is voor de klantmanager niet af te trekken wie in één maand begon")
    func aftrekken() async throws {
        // The same numbers by half-year, other months: from outside nothing may differ.
        let een = try await Opstelling()
        let ander = try await Opstelling()
        for (proef, dagen) in [(een, ["2026-07-10", "2026-11-10"]), (ander, ["2026-09-10", "2026-10-10"])] {
            for nummer in 0..<7 {
                let bericht = Proefbericht.aanmelding(nummer, ["data.datumHuisvesting": .tekst(dagen[nummer < 2 ? 0 : 1])])
                _ = try await proef.stuur(bericht)
            }
        }
        var (binnen, buiten) = (0, 0)
        for maanden in 1...24 {
            for instroom in [0, 100] {
                func kijk(_ proef: Opstelling, _ actor: Actor) async throws -> Instroombeeld {
                    try await beeld(proef, actor) { ($0.maanden, $0.instroom) = (maanden, instroom) }
                }
                if try await kijk(een, teamleider) != kijk(ander, teamleider) { binnen += 1 }
                if try await kijk(een, klantmanager) != kijk(ander, klantmanager) { buiten += 1 }
            }
        }
        #expect(binnen > 0 && buiten == 0)
        let nu = try await beeld(een, klantmanager)
        #expect(nu.halfjaren.first { $0.halfjaar == "2026-2" }?.gehuisvest == 7 && nu.maanden.contains { ($0.lopend ?? 0) > 4 })
    }

    @Test("de schuiven veranderen de capaciteit en de bezetting; wat niet kan wordt bij de schuif geweigerd")
    func schuiven() async throws {
        let proef = try await gevuld()
        let nu = try await beeld(proef, teamleider)
        #expect(nu.nu == .init(begeleiders: 4, caseload: 30, instroom: 100, maanden: 9) && nu.aannames == nu.nu)
        #expect(nu.capaciteit.plaatsen == 120 && nu.capaciteit.perJaar == 160)
        let anders = try await beeld(proef, teamleider) {
            ($0.watAlsBegeleiders, $0.caseload, $0.maanden, $0.instroom) = (0, 10, 1, 0)
        }
        #expect(anders.capaciteit.plaatsen == 0 && anders.nu == nu.nu && anders.aannames.maanden == 1)
        let ruim = try await beeld(proef, teamleider) { $0.watAlsBegeleiders = 40 }
        #expect(anders.capaciteit.tekortVanaf != nil && ruim.capaciteit.tekortVanaf == nil)
        await #expect {
            _ = try await beeld(proef, teamleider) { ($0.caseload, $0.maanden, $0.instroom) = (0, 25, 301) }
        } throws: { error in
            if case Failure.invalid(let fouten) = error {
                Set(fouten.map(\.field)) == ["caseload", "maanden", "instroom"]
            } else {
                false
            }
        }
    }

    @Test("geen getal leest een hele tabel", arguments: Instroomsoort.allCases)
    func index(_ soort: Instroomsoort) async throws {
        let proef = try await Opstelling()
        let plan = try await proef.parts.store.read { db in
            try Instroombron(
                soort: soort, gemeente: "0034", vandaag: try Maand(parsing: "2027-01").eersteDag, weken: 14, scope: .all
            )
            .plan(db)
        }
        #expect(!plan.isEmpty && plan.allSatisfy { !$0.hasPrefix("SCAN a") && !$0.hasPrefix("SCAN p") }, "\(plan)")
    }
}
