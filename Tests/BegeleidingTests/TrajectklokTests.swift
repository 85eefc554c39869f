// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Contractklok", .timeLimit(.minutes(1)))
struct TrajectklokTests {
    /// Acceptance, housing (empty: unknown), start, first contact, interim report, last day, hand-over document.
    /// Counted by hand from compose/opdrachten/almere-2027.yaml: nine months with the anchor as first day, six months,
    /// five and ten working days.
    static let gevallen: [[String]] = [
        // A plain Monday.
        ["2027-01-18", "2027-01-18", "2027-01-18", "2027-01-25", "2027-07-18", "2027-10-17", "2027-10-29"],
        // Housing unknown: the clock falls back on acceptance.
        ["2027-01-18", "", "2027-01-18", "2027-01-25", "2027-07-18", "2027-10-17", "2027-10-29"],
        // Housed later than accepted: the clock waits, the first contact does not.
        ["2027-01-18", "2027-02-01", "2027-02-01", "2027-01-25", "2027-08-01", "2027-10-31", "2027-11-12"],
        // Housed before: the clock ran already.
        ["2027-01-18", "2027-01-04", "2027-01-04", "2027-01-25", "2027-07-04", "2027-10-03", "2027-10-15"],
        // New Year's Day is no working day: the first contact is counted from Saturday 2 January.
        ["2027-01-01", "2027-01-01", "2027-01-01", "2027-01-08", "2027-07-01", "2027-09-30", "2027-10-14"],
        // Month ends: 31 May plus nine months would be 31 February.
        ["2027-05-31", "2027-05-31", "2027-05-31", "2027-06-07", "2027-11-30", "2028-02-29", "2028-03-14"],
        // 31 August plus six months in a leap year: 29 February.
        ["2027-08-31", "2027-08-31", "2027-08-31", "2027-09-07", "2028-02-29", "2028-05-30", "2028-06-14"],
        // Begun on a leap day.
        ["2028-02-29", "2028-02-29", "2028-02-29", "2028-03-07", "2028-08-29", "2028-11-28", "2028-12-12"],
        // Around Easter 2027 (28 March): Good Friday and Easter Monday do not count.
        ["2027-03-25", "2027-03-25", "2027-03-25", "2027-04-05", "2027-09-25", "2027-12-24", "2028-01-07"],
        // King's Day and 5 May between.
        ["2027-04-26", "2027-04-26", "2027-04-26", "2027-05-04", "2027-10-26", "2028-01-25", "2028-02-08"],
    ]

    @Test("de klok van Almere geeft voor elk begin de dagen uit de tabel", arguments: gevallen)
    func klok(_ geval: [String]) throws {
        var ankers: [Anker: Datum] = [.acceptatie: try dag(geval[0])]
        if !geval[1].isEmpty { ankers[.huisvesting] = try dag(geval[1]) }
        let klok = try #require(Trajectklok.bereken(try almere(), ankers: ankers))
        #expect(klok.momenten.map { $0.moment.datum.description } == Array(geval[2...]))
    }

    @Test("elke dag zegt waarom: het anker, de regel en de bron")
    func waarom() throws {
        let ankers: [Anker: Datum] = [.acceptatie: try dag("2027-01-18"), .huisvesting: try dag("2027-02-01")]
        let klok = try #require(Trajectklok.bereken(try almere(), ankers: ankers))
        #expect(
            klok.start.waarom
                == "De klok loopt vanaf de dag van huisvesting (maandag 1 februari 2027). Bron: MC 3, inhoud van de maatschappelijke begeleiding."
        )
        #expect(klok.einde.waarom.contains("9 maanden, met de dag van huisvesting (maandag 1 februari 2027) als eerste dag"))
        #expect(klok.einde.waarom.hasSuffix("Bron: MC 3, inhoud van de maatschappelijke begeleiding."))
        #expect(klok.tussenrapportage.waarom.contains("6 maanden na de dag van huisvesting (maandag 1 februari 2027)"))
        #expect(klok.eersteContact.waarom.contains("5 werkdagen na de dag waarop de aanmelding is geaccepteerd"))
        #expect(klok.overdracht.waarom.contains("10 werkdagen na de laatste dag van het traject"))
        for (code, moment) in klok.momenten { #expect(moment.waarom.contains("Bron: "), "\(code)") }
    }

    @Test("zonder huisvesting zegt de start dat het anker nog onbekend is")
    func terugval() throws {
        let klok = try #require(Trajectklok.bereken(try almere(), ankers: [.acceptatie: try dag("2027-01-18")]))
        #expect(klok.start.waarom.hasPrefix("De contractregel is de dag van huisvesting, maar die is nog niet bekend."))
        #expect(klok.start.waarom.contains("de dag waarop de aanmelding is geaccepteerd (maandag 18 januari 2027)"))
    }

    @Test("zonder enig anker loopt er geen klok")
    func geenAnker() throws {
        #expect(Trajectklok.bereken(try almere(), ankers: [:]) == nil)
    }
}
