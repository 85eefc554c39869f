// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Agenda: tijden en regels", .timeLimit(.minutes(1)))
struct AfspraakregelsTests {
    struct Rij: Sendable, CustomTestStringConvertible {
        let dag: String
        let van: String
        let tot: String
        let utc: String?
        let minuten: Int
        var testDescription: String { "\(dag) \(van)-\(tot)" }
        init(_ dag: String, _ van: String, _ tot: String, _ utc: String?, _ minuten: Int) {
            (self.dag, self.van, self.tot, self.utc, self.minuten) = (dag, van, tot, utc, minuten)
        }
    }

    /// A day and times on the clock, and the instants in UTC; nil where the time does not exist.
    static let tabel: [Rij] = [
        Rij("2027-01-18", "10:00", "11:00", "2027-01-18T09:00:00Z", 60),
        Rij("2027-07-01", "10:00", "11:30", "2027-07-01T08:00:00Z", 90),
        // The clock goes forward on 28 March 2027: from two to three does not exist.
        Rij("2027-03-27", "09:00", "10:00", "2027-03-27T08:00:00Z", 60),
        Rij("2027-03-28", "01:30", "03:30", "2027-03-28T00:30:00Z", 60),
        Rij("2027-03-28", "02:00", "03:30", nil, 0), Rij("2027-03-28", "02:30", "03:30", nil, 0),
        Rij("2027-03-28", "01:00", "02:59", nil, 0), Rij("2027-03-28", "03:00", "04:00", "2027-03-28T01:00:00Z", 60),
        Rij("2027-03-28", "09:00", "10:00", "2027-03-28T07:00:00Z", 60),
        // The clock goes back on 31 October 2027: from two to three comes twice, the first is meant.
        Rij("2027-10-31", "01:30", "02:30", "2027-10-30T23:30:00Z", 60),
        Rij("2027-10-31", "02:15", "02:45", "2027-10-31T00:15:00Z", 30),
        Rij("2027-10-31", "02:30", "03:30", "2027-10-31T00:30:00Z", 120),
        Rij("2027-10-31", "03:00", "04:00", "2027-10-31T02:00:00Z", 60),
        Rij("2027-10-31", "09:00", "10:00", "2027-10-31T08:00:00Z", 60),
        Rij("2028-02-29", "23:00", "23:59", "2028-02-29T22:00:00Z", 59),
    ]

    @Test("een afspraak op de klok is een moment, ook in de nachten dat de klok verspringt", arguments: tabel)
    func momenten(_ rij: Rij) throws {
        let (van, tot) = (try #require(Kloktijd(rij.van)), try #require(Kloktijd(rij.tot)))
        let momenten = Afspraakregels.momenten(try dag(rij.dag), van, tot)
        guard let utc = rij.utc else {
            #expect(momenten == nil)
            return
        }
        let (begint, eindigt) = try #require(momenten)
        #expect(begint == (try Date(utc, strategy: .iso8601)))
        #expect(eindigt.timeIntervalSince(begint) == Double(rij.minuten) * 60)
    }

    @Test("voor elke dag van vier jaar: een tijd overdag bestaat, staat terug op de klok en blijft op die dag")
    func elkeDag() throws {
        var nu = try dag("2026-01-01")
        while nu.year < 2030 {
            for uur in [8, 12, 17, 21] {
                let tijd = try #require(Kloktijd(uur, 30))
                let moment = try #require(nu.moment(tijd), "\(nu) \(tijd)")
                let terug = Datum.calendar.dateComponents([.hour, .minute], from: moment)
                #expect(terug.hour == uur && terug.minute == 30 && Datum(moment) == nu)
            }
            nu = nu.adding(days: 1)
        }
    }

    @Test("tijden lezen zoals mensen ze typen")
    func lezen() {
        for (tekst, tijd) in [
            ("9", "09:00"), ("9.30", "09:30"), ("09:30", "09:30"), ("9u30", "09:30"), ("930", "09:30"), ("1430", "14:30"),
            ("23:59", "23:59"), ("0:05", "00:05"),
        ] { #expect(Kloktijd(getypt: tekst)?.description == tijd, "\(tekst)") }
        for tekst in ["", "24:00", "9:60", "9:3", "half tien", "99999", "-9", "9:30:00"] {
            #expect(Kloktijd(getypt: tekst) == nil, "\(tekst)")
        }
    }

    @Test("weken beginnen op maandag en de nummers zijn die van ISO 8601")
    func weken() throws {
        for (dagtekst, maandag, nummer) in [
            ("2027-01-01", "2026-12-28", 53), ("2027-01-04", "2027-01-04", 1), ("2027-12-31", "2027-12-27", 52),
            ("2029-01-01", "2029-01-01", 1), ("2028-12-31", "2028-12-25", 52), ("2026-12-31", "2026-12-28", 53),
        ] {
            let nu = try dag(dagtekst)
            #expect((nu.maandag.description, nu.weeknummer) == (maandag, nummer), "\(dagtekst)")
        }
    }

    @Test("alle fouten komen tegelijk")
    func fouten() throws {
        let (negen, acht) = (try #require(Kloktijd(9, 0)), try #require(Kloktijd(8, 0)))
        let fouten = Afspraakregels.veldfouten(
            soort: .outreach, dag: try dag("2029-01-01"), van: negen, tot: acht, tolkNodig: false, tolkGeregeld: true,
            onderwerp: String(repeating: "a", count: 301), onbekendeAanwezigen: 1, vandaag: try dag("2027-01-18"))
        #expect(fouten.map(\.veld) == ["soort", "dag", "tot", "tolkNodig", "onderwerp", "aanwezigen"])
    }
}

@Suite("Agenda", .timeLimit(.minutes(1)))
struct AfspraakTests {
    private func gegevens(
        _ dagtekst: String = "2027-01-20", _ van: String = "10:00", _ tot: String = "11:00", tolk: Bool = false,
        geregeld: Bool = false, onderwerp: String = ""
    ) throws -> Afspraakgegevens {
        Afspraakgegevens(
            soort: .huisbezoek, plaats: .thuis, dag: try dag(dagtekst), van: try #require(Kloktijd(van)),
            tot: try #require(Kloktijd(tot)), tolkNodig: tolk, tolkGeregeld: geregeld, onderwerp: onderwerp)
    }

    private func agenda(_ proef: Proefdienst, _ actor: Actor, team: Bool = false, limit: Int = 200, na: String? = nil)
        async throws
        -> Page<Afspraakregel>
    {
        try await AgendaOpvragen(
            van: try dag("2027-01-18"), totEnMet: try dag("2027-01-24"), medewerker: team ? nil : actor.user,
            page: PageRequest(after: na, limit: limit)
        ).tonen(proef.middelen, proef.verzoek(actor))
    }

    @Test("maken, verzetten en afzeggen staan op de tijdlijn en in events; het onderwerp is verzegeld")
    func leven() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let gezet = try await AfspraakMaken(dossier: event.dossier, gegevens: try gegevens(onderwerp: " Brief lezen "))
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(gezet.dubbel == 0)
        let regel = try #require(try await agenda(proef, proef.fatima).rows.first)
        #expect((regel.afspraak, regel.versie, regel.medewerker) == (gezet.afspraak, 1, proef.fatima.user))
        let kaart = try await AfspraakOpvragen(dossier: event.dossier, afspraak: gezet.afspraak)
            .tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(kaart.onderwerp == "Brief lezen")

        _ = try await AfspraakWijzigen(
            dossier: event.dossier, afspraak: gezet.afspraak, versie: 1, gegevens: try gegevens("2027-01-21", "14:00", "15:00")
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        // Who began from the older version loses.
        await #expect(throws: Failure.self) {
            try await AfspraakAfzeggen(dossier: event.dossier, afspraak: gezet.afspraak, versie: 1, reden: .wij)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        _ = try await AfspraakAfzeggen(dossier: event.dossier, afspraak: gezet.afspraak, versie: 2, reden: .persoon)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await agenda(proef, proef.fatima).rows.isEmpty)
        let zinnen = try await TijdlijnOpvragen(dossier: event.dossier, soort: "agenda", page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows.map(\.zin)
        #expect(
            zinnen == [
                "Afspraak afgezegd: huisbezoek op 21 januari 2027, 14.00 uur. De persoon heeft afgezegd.",
                "Afspraak verzet: 20 januari 2027, 10.00 uur werd 21 januari 2027, 14.00 uur.",
                "Afspraak gemaakt: huisbezoek op 20 januari 2027, 10.00 uur.",
            ])
        #expect(try await proef.verteld(AfspraakGewijzigd.self).map(\.toestand) == [.gepland, .gepland, .afgezegd])
        let bestand = try Data(contentsOf: proef.map.appending(path: "begeleiding.sqlite-wal"))
        #expect(bestand.range(of: Data("Brief lezen".utf8)) == nil)
    }

    @Test("twee afspraken tegelijk mogen, en het staat erbij; aansluitend is niet dubbel")
    func dubbel() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        func maak(_ van: String, _ tot: String) async throws -> Int {
            try await AfspraakMaken(dossier: event.dossier, gegevens: try gegevens("2027-01-20", van, tot))
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima)).dubbel
        }
        #expect(try await maak("10:00", "11:00") == 0)
        #expect(try await maak("11:00", "12:00") == 0)
        #expect(try await maak("10:30", "11:15") == 2)
        #expect(try await agenda(proef, proef.fatima).rows.map(\.dubbel) == [true, true, true])
    }

    @Test("geen tolk geregeld en niet vastgelegd: het staat op vandaag tot iemand er iets aan doet")
    func vandaag() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await proef.contact(event.dossier, op: "2027-01-18")
        let gezet = try await AfspraakMaken(dossier: event.dossier, gegevens: try gegevens(tolk: true))
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        func soorten() async throws -> Set<String> {
            Set(try await proef.vandaag().map(\.soort)).subtracting(["regelzaak-termijn", "meting"])
        }
        #expect(try await soorten() == ["tolk-regelen"])
        let punt = try #require(try await proef.vandaag().first { $0.soort == "tolk-regelen" })
        #expect(
            punt.tekst == "Regel een tolk voor huisbezoek om 10.00 uur op 20 januari 2027." && punt.afspraak == gezet.afspraak)
        #expect(punt.uiterlijkOp == (try dag("2027-01-19")))
        _ = try await AfspraakWijzigen(
            dossier: event.dossier, afspraak: gezet.afspraak, versie: 1, gegevens: try gegevens(tolk: true, geregeld: true)
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await soorten().isEmpty)
        proef.klok.zet(try dag("2027-01-20"))
        #expect(try await soorten() == ["afspraak-vastleggen"])
        proef.klok.zet(try dag("2027-02-03"))
        let laat = try #require(try await proef.vandaag().first { $0.soort == "afspraak-vastleggen" })
        #expect(laat.tekst == "Nog niet vastgelegd: huisbezoek om 10.00 uur, 20 januari 2027.")
        let voorstel = try await ContactvoorstelOpvragen(dossier: event.dossier)
            .tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(voorstel.afspraken.map(\.afspraak) == [gezet.afspraak])

        let contact = try await ContactmomentVastleggen(
            dossier: event.dossier, soort: .huisbezoek, datum: try dag("2027-01-20"), duurMinuten: 60, verschijning: .aanwezig,
            tolk: .fysiek, afspraak: gezet.afspraak
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima)).contactmoment
        #expect(try await soorten().isEmpty)
        let rij = try #require(try await agenda(proef, proef.fatima).rows.first)
        #expect(rij.toestand == .gebeurd)
        await #expect(throws: Failure.self) {
            try await ContactmomentVastleggen(
                dossier: event.dossier, soort: .huisbezoek, datum: try dag("2027-01-20"), duurMinuten: 60,
                verschijning: .aanwezig, tolk: .fysiek, afspraak: gezet.afspraak
            ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        // Taken away: the appointment has still to be written down.
        _ = try await ContactmomentIntrekken(dossier: event.dossier, contactmoment: contact, reden: .vergissing)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await soorten().contains("afspraak-vastleggen"))
    }

    @Test("de agenda volgt het dossier naar een andere begeleider; een ander ziet niets; de teamleider ziet het team")
    func bereik() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let mijn = try await AfspraakMaken(dossier: event.dossier, gegevens: try gegevens())
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima)).afspraak
        let leider = try await AfspraakMaken(
            dossier: event.dossier, gegevens: try gegevens("2027-01-21"), medewerker: proef.teamleider.user
        ).uitvoeren(proef.middelen, proef.verzoek(proef.teamleider)).afspraak
        #expect(try await agenda(proef, proef.karel, team: true).rows.isEmpty)
        #expect(try await agenda(proef, proef.teamleider, team: true).rows.map(\.afspraak) == [mijn, leider])
        await #expect(throws: Failure.self) {
            try await AfspraakMaken(dossier: event.dossier, gegevens: try gegevens(), medewerker: proef.karel.user)
                .uitvoeren(proef.middelen, proef.verzoek(proef.teamleider))
        }
        try await proef.wijsToe(event.dossier, aan: proef.karel)
        #expect(try await agenda(proef, proef.fatima).rows.isEmpty)
        #expect(try await agenda(proef, proef.karel).rows.map(\.afspraak) == [mijn])
        #expect(try await agenda(proef, proef.teamleider).rows.map(\.afspraak) == [leider])
        for rol in [Role.klantmanager, .client, .partner, .financieel, .beheerder] {
            let actor = Actor(user: proef.karel.user, roles: [rol], team: proef.team, gemeente: "0034", purpose: "proef")
            #expect(try await agenda(proef, actor, team: true).rows.isEmpty, "\(rol)")
            #expect(try await agenda(proef, actor).rows.isEmpty, "\(rol)")
        }
    }

    @Test("de agenda bladert op sleutel en mist niets")
    func bladeren() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        var gemaakt: Set<AfspraakID> = []
        for uur in 8...18 {
            gemaakt.insert(
                try await AfspraakMaken(
                    dossier: event.dossier,
                    gegevens: try gegevens("2027-01-20", String(format: "%02d:00", uur), String(format: "%02d:30", uur))
                ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima)).afspraak)
        }
        var (rijen, na): ([AfspraakID], String?) = ([], nil)
        repeat {
            let pagina = try await agenda(proef, proef.fatima, limit: 4, na: na)
            rijen += pagina.rows.map(\.afspraak)
            na = pagina.next
        } while na != nil
        #expect(rijen.count == 11 && Set(rijen) == gemaakt)
        await #expect(throws: Failure.self) { try await agenda(proef, proef.fatima, na: "2027-01-20|x|y") }
    }
}
