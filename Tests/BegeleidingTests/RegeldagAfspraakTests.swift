// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Afspraken op de regeldag", .timeLimit(.minutes(1)))
struct RegeldagAfspraakTests {
    /// A family of four in Fatima's caseload.
    private func gezin(_ proef: Proefdienst) async throws -> [DossierID] {
        let een = try await proef.lopendTraject()
        var leden = [een.dossier]
        for (nummer, groep) in [Doelgroep.statushouder18plus, .kind, .kind].enumerated() {
            let lid = try proef.persoon(
                groep, huishouden: een.huishouden, met: groep == .kind ? een.dossier : nil, nummer: nummer + 2)
            try await proef.ontvang(lid)
            try await proef.wijsToe(lid.dossier)
            leden.append(lid.dossier)
        }
        return leden
    }

    private func maak(
        _ proef: Proefdienst, _ dossier: DossierID, _ van: String, _ tot: String, _ leden: [DossierID],
        instantie: String = "Bank", op: String = "2027-01-25", tolk: Tolkstand = .nodig, door: Actor? = nil
    ) async throws -> RegeldagAfspraakVastleggen.Answer {
        try await RegeldagAfspraakVastleggen(
            dossier: dossier, op: try dag(op), van: van, tot: tot, instantie: instantie, plaats: "Stadhuisplein 1",
            leden: leden, tolk: tolk
        ).uitvoeren(proef.middelen, proef.verzoek(door ?? proef.fatima))
    }

    private func lijst(_ proef: Proefdienst, _ dossier: DossierID) async throws -> [RegeldagAfspraak] {
        try await RegeldagAfspraken(dossier: dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
    }

    @Test("afspraken staan op tijd, met bij wie, waar, wie er gaat en de tolk")
    func volgorde() async throws {
        let proef = try Proefdienst()
        let leden = try await gezin(proef)
        _ = try await maak(proef, leden[0], "13:00", "13:30", Array(leden.prefix(2)), instantie: "Gemeente")
        _ = try await maak(proef, leden[1], "09:30", "10:00", leden, instantie: "Bank")
        _ = try await maak(proef, leden[0], "09:00", "09:30", [leden[2]], instantie: "Jeugdarts", op: "2027-01-24")
        let afspraken = try await lijst(proef, leden[0])
        #expect(afspraken.map(\.instantie) == ["Jeugdarts", "Bank", "Gemeente"])
        #expect(afspraken[1].leden == leden.sorted() && afspraken[1].plaats == "Stadhuisplein 1" && afspraken[1].tolk == .nodig)
        #expect(try await lijst(proef, leden[3]) == afspraken)
    }

    /// Second appointment of the same day, and who is then in two places.
    @Test(
        "wie op twee plekken tegelijk moet zijn wordt genoemd, per persoon",
        arguments: [
            ("09:30", "10:30", [0, 1], [0]), ("10:00", "10:30", [0, 1], []), ("08:30", "09:30", [0], [0]),
            ("08:30", "09:00", [0], []), ("09:15", "09:45", [1, 2], []), ("09:00", "10:00", [0, 3], [0, 3]),
        ])
    func dubbel(van: String, tot: String, wie: [Int], botst: [Int]) async throws {
        let proef = try Proefdienst()
        let leden = try await gezin(proef)
        _ = try await maak(proef, leden[0], "09:00", "10:00", [leden[0], leden[3]])
        let antwoord = try await maak(proef, leden[0], van, tot, wie.map { leden[$0] })
        #expect(antwoord.dubbel == botst.map { leden[$0] }.sorted())
        let afspraken = try await lijst(proef, leden[0])
        #expect(afspraken.filter { !$0.dubbel.isEmpty }.count == (botst.isEmpty ? 0 : 2))
        // Cancelled, it stands in nobody's way.
        let tweede = try #require(afspraken.first { $0.afspraak == antwoord.afspraak })
        _ = try await RegeldagAfspraakAfzeggen(
            dossier: leden[0], afspraak: tweede.afspraak, afgezegd: true, versie: tweede.versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await lijst(proef, leden[0]).allSatisfy(\.dubbel.isEmpty))
    }

    @Test("een wijziging wint vanaf de versie die iemand zag; afzeggen kan terug")
    func wijzigen() async throws {
        let proef = try Proefdienst()
        let leden = try await gezin(proef)
        let id = try await maak(proef, leden[0], "09:00", "09:30", [leden[0]]).afspraak
        func wijzig(_ van: String, _ tot: String, versie: Int) async throws {
            _ = try await RegeldagAfspraakVastleggen(
                dossier: leden[1], afspraak: id, op: try dag("2027-01-26"), van: van, tot: tot, instantie: "Bank Haven",
                leden: [leden[1]], tolk: .geregeld, versie: versie
            ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        try await wijzig("11:00", "11:30", versie: 1)
        let nu = try #require(try await lijst(proef, leden[0]).first)
        #expect(nu.van == "11:00" && nu.instantie == "Bank Haven" && nu.leden == [leden[1]] && nu.plaats == nil)
        await #expect(throws: Failure.self) { try await wijzig("12:00", "12:30", versie: 1) }
        for (afgezegd, versie) in [(true, 2), (false, 3)] {
            _ = try await RegeldagAfspraakAfzeggen(dossier: leden[0], afspraak: id, afgezegd: afgezegd, versie: versie)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
            #expect(try await lijst(proef, leden[0]).map(\.afgezegd) == [afgezegd])
        }
        let regels = try await TijdlijnOpvragen(dossier: leden[0], soort: "regeldag", page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows.map(\.zin)
        #expect(regels.first == "Een afspraak op de regeldag gaat toch door: 26 januari 2027.")
    }

    @Test("alle fouten in een keer")
    func fouten() async throws {
        let proef = try Proefdienst()
        let leden = try await gezin(proef)
        let vreemd = try proef.persoon(nummer: 9)
        try await proef.ontvang(vreemd)
        do {
            _ = try await maak(proef, leden[0], "9 uur", "25:00", [vreemd.dossier], instantie: " ", op: "2029-01-01")
            Issue.record("dit werd genomen")
        } catch Failure.invalid(let fouten) {
            #expect(Set(fouten.map(\.field)) == ["op", "van", "tot", "instantie", "leden"])
        }
        do {
            _ = try await maak(proef, leden[0], "10:00", "09:59", [])
            Issue.record("dit werd genomen")
        } catch Failure.invalid(let fouten) {
            #expect(fouten.map(\.code) == ["voor-begin", "leeg"])
        }
    }

    @Test("een periode geeft wie men mag zien, voor een agenda; woorden zijn verzegeld en staan in geen event")
    func periode() async throws {
        let proef = try Proefdienst()
        let leden = try await gezin(proef)
        _ = try await maak(proef, leden[0], "09:00", "09:30", [leden[0]], instantie: "Huisarts Zonneweg")
        func week(_ actor: Actor, _ van: String = "2027-01-25", _ tot: String = "2027-01-31") async throws -> [RegeldagAfspraak] {
            try await RegeldagAfspraken(van: try dag(van), tot: try dag(tot)).tonen(proef.middelen, proef.verzoek(actor))
        }
        #expect(try await week(proef.fatima).map(\.instantie) == ["Huisarts Zonneweg"])
        #expect(try await week(proef.teamleider).count == 1)
        #expect(try await week(proef.karel).isEmpty)
        #expect(try await week(proef.fatima, "2027-02-01", "2027-02-07").isEmpty)
        await #expect(throws: Failure.self) { try await week(proef.fatima, "2027-01-01", "2027-12-31") }
        await #expect(throws: Failure.self) { try await maak(proef, leden[0], "09:00", "09:30", [leden[0]], door: proef.karel) }
        // The first and the last day count, in order of time; who of the household is not the reader's stays unnamed.
        _ = try await maak(proef, leden[0], "08:00", "08:30", [leden[1]], instantie: "School", op: "2027-01-31")
        _ = try await maak(proef, leden[0], "08:00", "08:30", [leden[0]], instantie: "Bank", op: "2027-01-25")
        let weg = try await maak(proef, leden[0], "07:00", "07:30", [leden[0]], instantie: "Post", op: "2027-01-26").afspraak
        _ = try await RegeldagAfspraakAfzeggen(dossier: leden[0], afspraak: weg, afgezegd: true, versie: 1)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await week(proef.fatima).map(\.instantie) == ["Bank", "Huisarts Zonneweg", "School"])
        #expect(try await week(proef.fatima, "2027-01-26", "2027-01-30").isEmpty)
        try await proef.wijsToe(leden[1], aan: proef.karel)
        let karel = try await week(proef.karel)
        #expect(karel.map(\.instantie) == ["School"] && karel.first?.leden == [leden[1]])
        // In two roles one asks in one of them: a begeleider who also leads the team, for the own people only.
        let beide = Actor(user: proef.karel.user, roles: [.begeleider], team: proef.team, purpose: "agendafeed")
        #expect(try await week(beide).map(\.instantie) == ["School"])
        let historie = try await proef.store.read { db in
            try String.fetchAll(db, sql: "SELECT rij FROM wegwijs_historie WHERE tabel = 'regeldagafspraak'").joined()
        }
        #expect(!historie.contains("Zonneweg"))
        await proef.keys.zet(weg: true)
        #expect(Set(try await week(proef.fatima).map(\.instantie)) == ["Dit is nu niet te lezen."])
    }
}
