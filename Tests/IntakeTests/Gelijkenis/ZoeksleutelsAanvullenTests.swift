// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Logging
import Opslag
import Testing
import Zegel

@testable import IntakeApp

/// People who were stored before there were search keys are found like everybody else, after a while.
@Suite(.timeLimit(.minutes(2)))
struct ZoeksleutelsAanvullenTests {
    /// A store as it was before migration 020, with people in it who wait, are clients, were refused, or whose key is gone.
    private func oudeOpslag(_ proef: Opstelling, _ file: URL) async throws -> (mensen: [Aanmeldgegevens], store: Store) {
        let vroeger = Array(Intake.migrations.prefix { $0.name < "020" || $0.name > "049" })
        #expect(!vroeger.contains { $0.name.hasPrefix("02") } && vroeger.count >= 5)
        let oud = try Store(
            service: .intake, file: file, migrations: vroeger, clock: proef.parts.clock, ids: UUIDv7Source(clock: RealClock()))
        var mensen: [Aanmeldgegevens] = []
        for (nummer, toestand) in ["in-controle", "geaccepteerd", "afgewezen", "in-controle"].enumerated() {
            let (dossier, key) = try await proef.parts.kluis.nieuw()
            let client = Aanmeldgegevens.Client(
                naam: try Naam(voornamen: ["Shukru", "Selam", "Dawit", "Hodan"][nummer], geslachtsnaam: "Tesfay"),
                geboortedatum: try OnvolledigeDatum(parsing: "198\(nummer)-05-0\(nummer + 1)"), geslacht: .man, adres: .init())
            let gegevens = try Opstelling.gegevens(client, huishouden: nil)
            mensen.append(gegevens)
            let aanmelding = try Verzegeling.sluit(gegevens, .aanmelding, dossier, key)
            let persoon = try Verzegeling.sluit(gegevens, .persoon, dossier, key)
            try await oud.write { tx in
                try tx.db.execute(
                    sql: """
                        INSERT INTO aanmelding (id, oin, gemeente, opdracht, team, dossier, toestand, redenen, doelgroep, naam,
                            geboortedatum, gegevens, ontvangen_op, ontvangen_dag, versie, gewijzigd_op)
                        VALUES (?, '00000099000000000003', '0034', 'almere-2027', ?, ?, ?, '', 'statushouder18plus', ?, ?, ?,
                            '2027-01-02T10:00:00.000Z', '2027-01-02', 1, '2027-01-02T10:00:00.000Z')
                        """,
                    arguments: [
                        gegevens.aanmelding.description, TeamID(team: "Almere").description, dossier.description, toestand,
                        client.naam?.weergave, client.geboortedatum.waarde, aanmelding,
                    ])
                guard toestand == "geaccepteerd" else { return }
                try tx.db.execute(sql: "INSERT INTO huishouden (id, gemeente) VALUES ('h', '0034')")
                try tx.db.execute(
                    sql: """
                        INSERT INTO persoon (id, dossiernummer, aanmelding, gemeente, opdracht, naam, sorteersleutel, geboortedatum,
                            doelgroep, verblijfsvorm, tolk_nodig, geheimhouding, huishouden, rol, eigen_traject, gegevens, team,
                            versie, gewijzigd_op)
                        VALUES (?, 'W-2027-0001', ?, '0034', 'almere-2027', ?, '', ?, 'statushouder18plus', 'eigenWoning', 0, 0, 'h',
                            'hoofd', 1, ?, ?, 1, '2027-01-02T10:00:00.000Z')
                        """,
                    arguments: [
                        dossier.description, gegevens.aanmelding.description, client.naam?.weergave,
                        client.geboortedatum.waarde, persoon, TeamID(team: "Almere").description,
                    ])
            }
            if nummer == 3 { try await proef.keys.destroy(dossier) }
        }
        try await oud.close()
        return (
            mensen,
            try Store(
                service: .intake, file: file, migrations: Intake.migrations, clock: proef.parts.clock,
                ids: UUIDv7Source(clock: RealClock()))
        )
    }

    @Test("wie er vóór de zoeksleutels al was, wordt na het aanvullen gevonden; daarna wordt er nooit meer gekeken")
    func aanvullen() async throws {
        let proef = try await Opstelling()
        let (mensen, store) = try await oudeOpslag(proef, proef.map.appending(component: "oud.sqlite"))
        let parts = IntakeParts(
            store: store, kluis: proef.parts.kluis, index: proef.parts.index, opdrachten: proef.parts.opdrachten,
            clock: proef.parts.clock)
        func gevonden() async throws -> [Bool] {
            var gevonden: [Bool] = []
            for mens in mensen {
                let vraag = try parts.index.kenmerken(van: mens)
                gevonden.append(try await store.read { try !Dubbelzoeker.zoek($0, vraag, behalve: nil).isEmpty })
            }
            return gevonden
        }
        #expect(try await gevonden() == [false, false, false, false])
        let logger = Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() }
        // One at a time, and as if the service stopped after the first.
        let eerst = ZoeksleutelsAanvullen(parts: parts, logger: logger, stuk: 1)
        let werk = Task { try await eerst.vulAan() }
        #expect(try await werk.value == 2)
        #expect(try await gevonden() == [true, true, false, false])
        #expect(try await store.read { try Doorlopen.stand($0, ZoeksleutelsAanvullen.naam) } == nil)
        // Done is done: keys that go later (somebody was refused) do not come back.
        try await store.write { try $0.db.execute(sql: "DELETE FROM zoekpersoon") }
        #expect(try await ZoeksleutelsAanvullen(parts: parts, logger: logger).vulAan() == 0)
        try await store.close()
    }

    @Test("zoeksleutels met alleen een jaar krijgen de hele geboortedatum, zonder dat iemand zoekraakt")
    func heleDatum() async throws {
        let proef = try await Opstelling()
        let ids = UUIDv7Source(clock: RealClock())
        let file = proef.map.appending(component: "jaar.sqlite")
        let vroeger = Array(Intake.migrations.prefix { $0.name != "063-zoekdatum" })
        let oud = try Store(service: .intake, file: file, migrations: vroeger, clock: proef.parts.clock, ids: ids)
        let datums = ["1986-07-09", "1986-07", "1986", "onbekend"]
        var mensen: [(DossierID, Aanmeldgegevens)] = []
        for (nummer, datum) in datums.enumerated() {
            let (dossier, key) = try await proef.parts.kluis.nieuw()
            let gegevens = try Opstelling.gegevens(
                .init(
                    naam: try Naam(voornamen: ["Shukru", "Selam", "Dawit", "Hodan"][nummer], geslachtsnaam: "Tesfay Haile"),
                    geboortedatum: try OnvolledigeDatum(parsing: datum), adres: .init()), huishouden: nil)
            mensen.append((dossier, gegevens))
            let verzegeld = try Verzegeling.sluit(gegevens, .aanmelding, dossier, key)
            let vraag = try proef.parts.index.kenmerken(van: gegevens)
            try await oud.write { tx in
                try tx.db.execute(
                    sql: """
                        INSERT INTO aanmelding (id, oin, gemeente, opdracht, team, dossier, toestand, redenen, doelgroep, naam,
                            geboortedatum, gegevens, ontvangen_op, ontvangen_dag, versie, gewijzigd_op)
                        VALUES (?, '00000099000000000003', '0034', 'almere-2027', ?, ?, 'in-controle', '', 'statushouder18plus',
                            ?, ?, ?, '2027-01-02T10:00:00.000Z', '2027-01-02', 1, '2027-01-02T10:00:00.000Z')
                        """,
                    arguments: [
                        gegevens.aanmelding.description, TeamID(team: "Almere").description, dossier.description,
                        gegevens.client.naam?.weergave, datum, verzegeld,
                    ])
                // As it was kept before: the year, then the keys.
                let jaar = vraag.geboren.jaar
                var rij = Data()
                for waarde in [Int64(jaar)] + Set(vraag.sleutels.map(\.waarde)).sorted() {
                    withUnsafeBytes(of: waarde.bigEndian) { rij.append(contentsOf: $0) }
                }
                try tx.db.execute(
                    sql: "INSERT INTO zoekpersoon (dossier, geslacht, sleutels) VALUES (?, 0, ?)",
                    arguments: [dossier.description, rij])
                let nr = tx.db.lastInsertedRowID
                for waarde in Set(vraag.sleutels.map(\.waarde)) {
                    try tx.db.execute(
                        sql: "INSERT INTO zoeksleutel (sleutel, jaar, nr) VALUES (?, ?, ?)", arguments: [waarde, jaar, nr])
                }
            }
        }
        try await oud.close()
        let store = try Store(service: .intake, file: file, migrations: Intake.migrations, clock: proef.parts.clock, ids: ids)
        for (dossier, gegevens) in mensen {
            let vraag = try proef.parts.index.kenmerken(van: gegevens)
            let gevonden = try await store.read { try Dubbelzoeker.zoek($0, vraag, behalve: nil) }
            #expect(gevonden.contains { $0.dossier == dossier }, "\(gegevens.client.geboortedatum)")
            let rij = try await store.read { db in
                try Int.fetchOne(
                    db, sql: "SELECT geboren FROM zoekpersoon WHERE dossier = ?", arguments: [dossier.description])
            }
            #expect(rij == vraag.geboren.cijfers)
            // What was kept can still be taken away whole.
            try await store.write { try Zoekregister.wis($0.db, dossier) }
        }
        #expect(try await store.read { try Int.fetchOne($0, sql: Aanwas.sleutels.beide("1", waar: "1")) } == nil)
        try await store.close()
    }

    @Test("na een stop halverwege gaat het verder waar het was, en doet niets dubbel")
    func halverwege() async throws {
        let proef = try await Opstelling()
        for nummer in 0..<6 { _ = try await proef.stuur(Proefbericht.aanmelding(nummer)) }
        let volgorde = try await proef.parts.store.write { tx in
            try tx.db.execute(sql: "DELETE FROM zoekpersoon")
            try tx.db.execute(sql: "DELETE FROM zoeksleutel; DELETE FROM zoeksleutel_nieuw")
            let ids = try String.fetchAll(tx.db, sql: "SELECT id FROM aanmelding ORDER BY id")
            // The first three were done before the stop; one of them was refused since and lost its keys again.
            try Doorlopen.zet(tx, ZoeksleutelsAanvullen.naam, na: ids[2], klaar: false)
            return ids
        }
        let logger = Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() }
        #expect(try await ZoeksleutelsAanvullen(parts: proef.parts, logger: logger, stuk: 2).vulAan() == 3)
        let gedaan = try await proef.parts.store.read { db in
            try String.fetchAll(
                db, sql: "SELECT a.id FROM aanmelding a JOIN zoekpersoon z ON z.dossier = a.dossier ORDER BY a.id")
        }
        #expect(gedaan == Array(volgorde.dropFirst(3)))
    }
}
