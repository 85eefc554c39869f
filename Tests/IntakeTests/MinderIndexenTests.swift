// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import IntakeApp

/// A store that was filled before migration 071 tells afterwards what it told before.
@Suite(.timeLimit(.minutes(2)))
struct MinderIndexenTests {
    private let dossier = DossierID(UUID())
    private let huishouden = HuishoudenID(UUID())
    private let begeleider = GebruikerID(UUID())

    /// Somebody with a name of three words who moved once.
    private func oudeOpslag(_ proef: Opstelling, _ file: URL) async throws -> Aanmeldgegevens {
        let vroeger = Array(Intake.migrations.prefix { $0.name != "071-minder-indexen" })
        #expect(vroeger.count < Intake.migrations.count)
        let oud = try Store(
            service: .intake, file: file, migrations: vroeger, clock: proef.parts.clock, ids: UUIDv7Source(clock: RealClock()))
        let (gegevens, dossier) = (try Self.gegevens("Selam", "Tesfay Haile"), dossier)
        let (huishouden, begeleider) = (huishouden, begeleider)
        try await oud.write { tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO aanmelding (id, oin, gemeente, opdracht, team, dossier, toestand, redenen, doelgroep, naam,
                        geboortedatum, gegevens, ontvangen_op, ontvangen_dag, versie, gewijzigd_op)
                    VALUES (?, '00000099000000000003', '0034', 'almere-2027', ?, ?, 'geaccepteerd', '', 'statushouder18plus',
                        'Selam Tesfay Haile', '1980-05-02', x'00', '2027-01-02T10:00:00.000Z', '2027-01-02', 1,
                        '2027-01-02T10:00:00.000Z')
                    """,
                arguments: [gegevens.aanmelding.description, TeamID(team: "Almere").description, dossier.description])
            try tx.db.execute(
                sql: "INSERT INTO huishouden (id, gemeente) VALUES (?, '0034')", arguments: [huishouden.description])
            try tx.db.execute(
                sql: """
                    INSERT INTO persoon (id, dossiernummer, aanmelding, gemeente, opdracht, naam, sorteersleutel, geboortedatum,
                        doelgroep, verblijfsvorm, tolk_nodig, geheimhouding, huishouden, rol, eigen_traject, gegevens, begeleider,
                        team, versie, gewijzigd_op)
                    VALUES (?, 'W-2027-0001', ?, '0034', 'almere-2027', 'Selam Tesfay Haile', 'tesfay haile selam', '1980-05-02',
                        'statushouder18plus', 'eigen-woning', 0, 0, ?, 'hoofd', 1, x'00', ?, ?, 1, '2027-01-02T10:00:00.000Z')
                    """,
                arguments: [
                    dossier.description, gegevens.aanmelding.description, huishouden.description, begeleider.description,
                    TeamID(team: "Almere").description,
                ])
            for woord in ["selam", "tesfay", "haile"] {
                try tx.db.execute(
                    sql: "INSERT INTO zoekwoord (woord, dossier) VALUES (?, ?)", arguments: [woord, dossier.description])
            }
            for (van, tot) in [("2027-01-02", "2027-02-01"), ("2027-02-01", nil)] {
                try tx.db.execute(
                    sql: """
                        INSERT INTO lidmaatschap (id, dossier, huishouden, rol, van, tot, reden, bron, op)
                        VALUES (?, ?, ?, 'hoofd', ?, ?, 'aanmelding', 'gemeente', '2027-02-01T10:00:00.000Z')
                        """,
                    arguments: [
                        LidmaatschapID(UUID()).description, dossier.description, huishouden.description, van, tot,
                    ])
            }
        }
        try await oud.close()
        return gegevens
    }

    private static func gegevens(_ voornaam: String, _ achternaam: String) throws -> Aanmeldgegevens {
        try Opstelling.gegevens(
            .init(
                naam: try Naam(voornamen: voornaam, geslachtsnaam: achternaam),
                geboortedatum: try OnvolledigeDatum(parsing: "1980-05-02"), adres: .init()), huishouden: nil)
    }

    private func woorden(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: Aanwas.woorden.beide("woord", waar: "dossier = ?1") + " ORDER BY woord", arguments: [dossier.description])
    }

    @Test("naam, begeleider en huishouden van wie er al was, staan er na de stap nog; en ze veranderen zoals altijd")
    func overgang() async throws {
        let proef = try await Opstelling()
        let file = proef.map.appending(component: "oud.sqlite")
        let gegevens = try await oudeOpslag(proef, file)
        let store = try Store(
            service: .intake, file: file, migrations: Intake.migrations, clock: proef.parts.clock,
            ids: UUIDv7Source(clock: RealClock()))
        let (dossier, begeleider) = (dossier, begeleider)
        try await store.read { db in
            #expect(try woorden(db) == ["haile", "selam", "tesfay"])
            #expect(try Persoonregister.woorden(db, dossier) == ["selam", "tesfay", "haile"])
            let verloop = try Lidmaatschappen.van(db, dossier)
            #expect(verloop.map(\.van.description) == ["2027-01-02", "2027-02-01"])
            #expect(verloop.map { $0.tot?.description } == ["2027-02-01", nil])
            #expect(verloop.allSatisfy { $0.huishouden == huishouden && $0.rol == .hoofd && !$0.ingetrokken })
            let ouder = try Ouderkenmerken(.init(aanmelding: gegevens.aanmelding), proef.parts.index)
            #expect(try ouder.dossier(db, gemeente: gegevens.gemeente) == dossier)
            let plan = try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN SELECT id FROM persoon WHERE begeleider = ? ORDER BY sorteersleutel, id",
                arguments: [begeleider.description]
            ).map { $0["detail"] as String }
            #expect(plan.count == 1 && plan[0].contains("persoon_begeleider"), "\(plan)")
        }
        await #expect(throws: DatabaseError.self) {
            try await store.write { tx in
                try Lidmaatschappen.maak(
                    tx, dossier, in: huishouden, .overig, van: Datum(tx.now), .aanmelding, bron: .gemeente)
            }
        }
        let anders = try Self.gegevens("Selam", "Woldu")
        try await store.write { try Persoonregister.vervang($0.db, dossier, anders, verzegeld: Data([0])) }
        #expect(try await store.read { try woorden($0) } == ["selam", "woldu"])
        try await store.write { tx in
            guard let rij = try Persoonregister.vind(tx.db, dossier) else { throw Opstelling.Stuk() }
            try Persoonregister.neemTerug(tx, rij, gegevens.aanmelding)
        }
        let over = try await store.read { db in
            try (woorden(db), Int.fetchOne(db, sql: "SELECT count(*) FROM lidmaatschap") ?? -1)
        }
        #expect(over.0.isEmpty && over.1 == 0)
        try await store.close()
    }
}
