// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import IntakeApp

/// Whoever was in the store before migration 075 is compared by the same name after it.
@Suite(.timeLimit(.minutes(2)))
struct ZoeknaamTests {
    /// Shown name, search words (nil: no client yet), and what is compared.
    private static let mensen: [(naam: String, zoekwoorden: String?, namen: String)] = [
        ("Selam Tesfay Haile", "haile selam tesfay", "selam tesfay haile"),
        ("Sjuk Özdemir", "ozdemir sjuk sukru", "sukru ozdemir/sjuk"),
        ("Nour al-Din", nil, "nour al din"),
        (Aanmeldingregister.naamOnbekend, nil, ""),
    ]

    @Test("wie er al was staat er met de naam waarmee wordt vergeleken, en zonder naam met niets")
    func overgang() async throws {
        let proef = try await Opstelling()
        let file = proef.map.appending(component: "oud.sqlite")
        func open(_ stappen: [Migration]) throws -> Store {
            try Store(
                service: .intake, file: file, migrations: stappen, clock: proef.parts.clock, ids: UUIDv7Source(clock: RealClock())
            )
        }
        let vroeger = Array(Intake.migrations.prefix { $0.name != "075-zoeknaam" })
        #expect(vroeger.count < Intake.migrations.count)
        let oud = try open(vroeger)
        try await oud.write { tx in
            try tx.db.execute(sql: "INSERT INTO huishouden (id, gemeente) VALUES ('h', '0034')")
            for (nummer, mens) in Self.mensen.enumerated() { try Self.zet(tx.db, nummer, mens.naam, mens.zoekwoorden) }
        }
        try await oud.close()
        let nieuw = try open(Intake.migrations)
        let namen = try await nieuw.read { try String.fetchAll($0, sql: "SELECT namen FROM zoekpersoon ORDER BY nr") }
        #expect(namen == Self.mensen.map(\.namen))
        try await nieuw.close()
    }

    private static func zet(_ db: Database, _ nummer: Int, _ naam: String, _ zoekwoorden: String?) throws {
        let team = TeamID(team: "Almere").description
        try db.execute(
            sql: """
                INSERT INTO aanmelding (id, oin, gemeente, opdracht, team, dossier, toestand, redenen, doelgroep, naam,
                    geboortedatum, gegevens, ontvangen_op, ontvangen_dag, versie, gewijzigd_op)
                VALUES ('a\(nummer)', '00000099000000000003', '0034', 'almere-2027', ?, 'd\(nummer)', 'in-controle', '',
                    'statushouder18plus', ?, '1980-05-02', x'00', '2027-01-02T10:00:00.000Z', '2027-01-02', 1,
                    '2027-01-02T10:00:00.000Z')
                """,
            arguments: [team, naam])
        try db.execute(
            sql: "INSERT INTO zoekpersoon (dossier, geslacht, geboren, sleutels) VALUES ('d\(nummer)', 0, 19800502, x'')")
        guard let zoekwoorden else { return }
        try db.execute(
            sql: """
                INSERT INTO persoon (id, dossiernummer, aanmelding, gemeente, opdracht, naam, sorteersleutel, geboortedatum,
                    doelgroep, verblijfsvorm, tolk_nodig, geheimhouding, huishouden, rol, eigen_traject, gegevens, team,
                    zoekwoorden, versie, gewijzigd_op)
                VALUES ('d\(nummer)', 'W-2027-000\(nummer)', 'a\(nummer)', '0034', 'almere-2027', ?, 'x', '1980-05-02',
                    'statushouder18plus', 'eigen-woning', 0, 0, 'h', 'hoofd', 1, x'00', ?, ?, 1, '2027-01-02T10:00:00.000Z')
                """,
            arguments: [naam, team, zoekwoorden])
    }
}
