// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Logging
import Synchronization
import Testing
import Zegel

@testable import IntakeApp

/// The watched folder, with real files.
@Suite(.timeLimit(.minutes(2)))
struct AanlevermapTests {
    private struct Map {
        let proef: Opstelling
        let map: Aanlevermap
        let vast = Vastebestanden()
        let loop: Aanleverloop

        init(gemeenten: Set<String>? = nil, nu: @escaping @Sendable () -> Date = { Date() }) async throws {
            proef = try await Opstelling()
            map = Aanlevermap(
                map: proef.map.appending(component: "aanleveren"), parts: proef.parts,
                ontvangen: BestandOntvangen(parts: proef.parts, grenzen: proef.grenzen), gemeenten: gemeenten, nu: nu)
            try map.maak()
            loop = Aanleverloop(
                parts: proef.parts, doorloop: proef.doorloop, map: map, vast: vast, wekker: Wekker(),
                logger: Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() })
        }

        func zet(_ inhoud: Data, rijen: Int, naam: String = Proefbestand.naam, in submap: String = "") throws {
            let plek = map.map.appending(path: "in/\(submap)")
            try FileManager.default.createDirectory(at: plek, withIntermediateDirectories: true)
            try Proefbestand.controle(inhoud, rijen: rijen, naam: naam).write(to: plek.appending(component: naam + ".sha256"))
            try inhoud.write(to: plek.appending(component: naam))
        }

        func inhoud(_ vak: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: map.map.appending(component: vak).path).sorted()
        }

        func resultaat(_ naam: String = "aanmelding_v1_0034_20270111_1_resultaat.csv") throws -> String {
            try String(contentsOf: map.map.appending(path: "resultaat/\(naam)"), encoding: .utf8)
        }
    }

    @Test("een compleet bestand wordt opgehaald, verwerkt en verplaatst, en er komt een resultaat")
    func gewoon() async throws {
        let map = try await Map()
        let bestand = Proefbestand.bestand([Proefbestand.rij(1), Proefbestand.rij(2, [.bsn: "99900006"])])
        try map.zet(bestand, rijen: 2)
        try Data("half".utf8).write(to: map.map.map.appending(path: "in/aanmelding_v1_0034_20270111_2.csv.tmp"))
        try Data("zonder controle".utf8).write(to: map.map.map.appending(path: "in/aanmelding_v1_0034_20270111_3.csv"))
        await map.loop.kijk()
        #expect(try map.inhoud("in") == ["aanmelding_v1_0034_20270111_2.csv.tmp", "aanmelding_v1_0034_20270111_3.csv"])
        #expect(try map.inhoud("klaar") == [Proefbestand.naam, Proefbestand.naam + ".sha256"])
        let regels = try map.resultaat().split(separator: "\r\n")
        #expect(regels.count == 3 && regels[1].contains(";nieuw;") && regels[2].contains(";geweigerd;excel-voorloopnul;bsn;"))
        #expect(try await map.proef.gebeurtenissen(AanmeldingGeaccepteerd.self).count == 1)
    }

    @Test("hetzelfde bestand nog eens geeft hetzelfde antwoord en heeft geen gevolg")
    func tweemaal() async throws {
        let map = try await Map()
        let bestand = Proefbestand.bestand((1...5).map { Proefbestand.rij($0) })
        try map.zet(bestand, rijen: 5)
        await map.loop.kijk()
        let (eerste, na) = (try map.resultaat(), try await map.proef.rijen())
        try map.zet(bestand, rijen: 5, naam: "aanmelding_v1_0034_20270112_9.csv")
        await map.loop.kijk()
        #expect(try map.resultaat("aanmelding_v1_0034_20270112_9_resultaat.csv") == eerste)
        #expect(try await map.proef.rijen() == na)
    }

    @Test("na een harde stop op elk moment eindigt het bestand op dezelfde plek")
    func hardeStop() async throws {
        let map = try await Map()
        let bestand = Proefbestand.bestand((1...30).map { Proefbestand.rij($0) })
        try map.zet(bestand, rijen: 30)
        // Stopped after taking in and before moving: it lies there once more.
        _ = try await map.map.haalOp()
        try map.zet(bestand, rijen: 30)
        _ = try await map.map.haalOp()
        // Stopped after the dry run.
        let id = try #require(
            try await map.proef.parts.store.read { try Aanleverregister.aanDeBeurt($0) }.first?.id)
        try await map.proef.loop(id)
        await map.loop.kijk()
        #expect(try map.resultaat().split(separator: "\r\n").dropFirst().allSatisfy { $0.contains(";nieuw;") })
        #expect(try await map.proef.gebeurtenissen(AanmeldingGeaccepteerd.self).count == 30)
        #expect(try map.inhoud("in").isEmpty)
    }

    @Test("wat niet klopt, gaat naar geweigerd, met de reden in het resultaat")
    func geweigerd() async throws {
        let map = try await Map(gemeenten: ["0034"])
        let goed = Proefbestand.bestand([Proefbestand.rij(1)])
        try map.zet(goed, rijen: 1, naam: "aanmelding.csv")
        try map.zet(goed, rijen: 1, naam: "aanmelding_v1_34_20270111_1.csv")
        try map.zet(goed, rijen: 1, naam: "aanmelding_v1_0363_20270111_1.csv")
        try map.zet(goed, rijen: 1, naam: "aanmelding_v1_0034_20270111_4.csv", in: "0363")
        try map.zet(goed + Data("\nx".utf8), rijen: 2, naam: "aanmelding_v1_0034_20270111_5.csv")
        try Data("geen hash".utf8).write(to: map.map.map.appending(path: "in/aanmelding_v1_0034_20270111_5.csv.sha256"))
        try map.zet(goed, rijen: 7, naam: "aanmelding_v1_0034_20270111_6.csv")
        await map.loop.kijk()
        #expect(try map.inhoud("in").filter { $0.hasSuffix(".csv") }.isEmpty)
        #expect(try map.inhoud("klaar").isEmpty)
        #expect(try map.inhoud("geweigerd").filter { $0.hasSuffix(".csv") }.count == 6)
        #expect(try map.resultaat("aanmelding_resultaat.csv").contains("Deze bestandsnaam klopt niet."))
        #expect(try map.resultaat("aanmelding_v1_34_20270111_1_resultaat.csv").contains("vier cijfers"))
        #expect(try map.resultaat("aanmelding_v1_0363_20270111_1_resultaat.csv").contains("geen bestanden aangenomen"))
        #expect(try map.resultaat("aanmelding_v1_0034_20270111_4_resultaat.csv").contains("andere gemeente dan de map"))
        #expect(try map.resultaat("aanmelding_v1_0034_20270111_5_resultaat.csv").contains("SHA-256"))
        #expect(try map.resultaat("aanmelding_v1_0034_20270111_6_resultaat.csv").contains("heeft 1 rijen, maar er zijn er 7"))
        #expect(try await map.proef.aantal("SELECT count(*) FROM aanmelding") == 0)
    }

    @Test("een geweigerd bestand met een verbeterde opgave wordt opnieuw genomen; daarna heeft het geen gevolg meer")
    func opnieuw() async throws {
        let map = try await Map()
        let bestand = Proefbestand.bestand([Proefbestand.rij(1)])
        for _ in 1...2 {
            try map.zet(bestand, rijen: 7)
            await map.loop.kijk()
            #expect(try map.resultaat().contains("heeft 1 rijen, maar er zijn er 7"))
            #expect(try map.inhoud("geweigerd").contains(Proefbestand.naam))
        }
        try map.zet(bestand, rijen: 1)
        await map.loop.kijk()
        #expect(try map.resultaat().contains(";nieuw;") && map.inhoud("klaar").contains(Proefbestand.naam))
        let na = try await map.proef.rijen()
        try map.zet(bestand, rijen: 7)
        await map.loop.kijk()
        #expect(try map.resultaat().contains(";nieuw;"))
        #expect(try await map.proef.rijen() == na)
    }

    @Test("een geweigerd bestand dat niet weg kan, is geen nieuwe poging")
    func geweigerdBlijft() async throws {
        let map = try await Map()
        let bestand = Proefbestand.bestand([Proefbestand.rij(1)])
        for vak in ["klaar", "geweigerd"] {
            try FileManager.default.createDirectory(
                at: map.map.map.appending(path: "\(vak)/\(Proefbestand.naam)/x"), withIntermediateDirectories: true)
        }
        try map.zet(bestand, rijen: 7)
        for _ in 1...3 { await map.loop.kijk() }
        #expect(try await map.proef.aantal("SELECT count(*) FROM aanlevering") == 1)
        #expect(map.vast.alle == [.init(bestandsnaam: Proefbestand.naam, oorzaak: "verplaatsen")])
    }

    @Test("een weggegooid bestand en een bestand met een storing: een antwoord, en opnieuw aanleveren helpt")
    func weggegooid() async throws {
        let map = try await Map()
        let bestand = Proefbestand.bestand([Proefbestand.rij(1)])
        try map.zet(bestand, rijen: 1)
        _ = try await map.map.haalOp()
        let rij = try #require(try await map.proef.parts.store.read { try Aanleverregister.aanDeBeurt($0) }.first)
        _ = try await AanleveringBeslissen(parts: map.proef.parts).annuleer(
            AanleveringAnnuleren(aanlevering: rij.id, versie: rij.versie), map.proef.envelope(AanleveringAnnuleren.type),
            Opstelling.klantmanager)
        await map.loop.kijk()
        #expect(try map.resultaat().contains(";geannuleerd;") && map.inhoud("geweigerd").contains(Proefbestand.naam))
        try map.zet(bestand, rijen: 1)
        await map.loop.kijk()
        #expect(try map.resultaat().contains(";nieuw;"))
        // As if this row had failed by a fault of ours.
        try await map.proef.parts.store.write { tx in
            try tx.db.execute(sql: "UPDATE aanleverrij SET status = 'geweigerd', code = 'storing'")
        }
        try map.zet(bestand, rijen: 1)
        await map.loop.kijk()
        #expect(try map.resultaat().contains(";bekend;"))
    }

    @Test("wat niemand ophaalt, wordt na een dag geweigerd met de reden, en alles verdwijnt na zijn tijd")
    func blijftNiet() async throws {
        let uren = Mutex(0)
        let map = try await Map(nu: { Date().addingTimeInterval(TimeInterval(uren.withLock { $0 } * 3_600)) })
        let naam = "aanmelding_v1_0034_20270111_"
        let verwacht = [
            ("\(naam)2.csv.tmp", "\(naam)2-csv-tmp", "niet-hernoemd"), ("\(naam)3.csv", "\(naam)3", "sha256-ontbreekt"),
            ("\(naam)4.CSV", "\(naam)4-CSV", "hoofdletters"), ("\(naam)5.xlsx", "\(naam)5-xlsx", "soort"),
            ("\(naam)6.csv.sha256", "\(naam)6-csv-sha256", "bestand-ontbreekt"),
        ]
        for geval in verwacht { try Data("x".utf8).write(to: map.map.map.appending(path: "in/\(geval.0)")) }
        // Kept its time of long ago on the way: it came just now.
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: map.map.map.appending(path: "in/\(naam)3.csv").path
        )
        try map.zet(Proefbestand.bestand([Proefbestand.rij(1)]), rijen: 1)
        await map.loop.kijk()
        #expect(try map.inhoud("in").count == 5 && map.inhoud("klaar").count == 2)
        uren.withLock { $0 = 25 }
        await map.loop.kijk()
        #expect(try map.inhoud("in").isEmpty && map.inhoud("geweigerd") == verwacht.map(\.0).sorted())
        for geval in verwacht { #expect(try map.resultaat("\(geval.1)_resultaat.csv").contains(";geweigerd;\(geval.2);")) }
        uren.withLock { $0 = 8 * 24 }
        await map.loop.kijk()
        #expect(try map.inhoud("klaar").isEmpty && map.inhoud("geweigerd").isEmpty && map.inhoud("resultaat").count == 6)
        uren.withLock { $0 = 31 * 24 }
        await map.loop.kijk()
        #expect(try map.inhoud("resultaat").isEmpty)
    }

    @Test("een koppeling naar een bestand buiten de map wordt niet gevolgd")
    func symlink() async throws {
        let map = try await Map()
        let buiten = map.proef.map.appending(component: "geheim.csv")
        try Proefbestand.bestand([Proefbestand.rij(1)]).write(to: buiten)
        let plek = map.map.map.appending(path: "in/\(Proefbestand.naam)")
        try FileManager.default.createSymbolicLink(at: plek, withDestinationURL: buiten)
        try Proefbestand.controle(Data(contentsOf: buiten), rijen: 1).write(to: URL(fileURLWithPath: plek.path + ".sha256"))
        await map.loop.kijk()
        #expect(try await map.proef.aantal("SELECT count(*) FROM aanlevering") == 0)
        #expect(map.vast.alle == [.init(bestandsnaam: Proefbestand.naam, oorzaak: "geen-bestand")])
    }

    @Test("een bestand dat vastzit, houdt geen ander bestand op, ook geen upload, en de beheerder ziet het")
    func vast() async throws {
        let map = try await Map()
        let twee = "aanmelding_v1_0034_20270111_2.csv"
        try map.zet(Proefbestand.bestand([Proefbestand.rij(1)]), rijen: 1)
        try map.zet(Proefbestand.bestand([Proefbestand.rij(2)]), rijen: 1, naam: twee)
        // Where it must go stands a folder, and another folder bears the name of a file.
        for pad in ["klaar/\(Proefbestand.naam)/x", "in/lijst.csv"] {
            try FileManager.default.createDirectory(at: map.map.map.appending(path: pad), withIntermediateDirectories: true)
        }
        let upload = try await map.proef.upload(Proefbestand.bestand([Proefbestand.rij(3)]))
        for _ in 1...2 { await map.loop.kijk() }
        #expect(try map.inhoud("in") == [Proefbestand.naam, Proefbestand.naam + ".sha256", "lijst.csv"])
        #expect(try map.resultaat("aanmelding_v1_0034_20270111_2_resultaat.csv").contains(";nieuw;"))
        #expect(try await map.proef.stand(upload).stand.toestand == .gecontroleerd)
        let beheerder = Actor(user: GebruikerID(UUID()), roles: [.beheerder], purpose: "beheer")
        #expect(
            try await BerichtenBezorgen(parts: map.proef.parts, vast: map.vast).aantal(beheerder).vasteBestanden == [
                .init(bestandsnaam: nil, oorzaak: "geen-bestand"),
                .init(bestandsnaam: Proefbestand.naam, oorzaak: "verplaatsen"),
            ])
        for pad in ["klaar/\(Proefbestand.naam)", "in/lijst.csv"] {
            try FileManager.default.removeItem(at: map.map.map.appending(path: pad))
        }
        await map.loop.kijk()
        #expect(map.vast.alle.isEmpty)
        #expect(try map.inhoud("in").isEmpty)
        #expect(try await map.proef.gebeurtenissen(AanmeldingGeaccepteerd.self).count == 2)
    }

    @Test("een bestand dat half was opgehaald en onder een andere naam terugkomt, wordt afgemaakt")
    func half() async throws {
        let map = try await Map()
        let bestand = Proefbestand.bestand([Proefbestand.rij(1)])
        let id = AanleveringID(
            NaamUUID.make("0034:\(try SHA256.hex(bestand))", in: AanleverrijLezer.naamruimte))
        let opdracht = try #require(
            map.proef.parts.opdracht(voor: try Bestandsnaam(Proefbestand.naam).gemeente, op: map.proef.parts.clock.today))
        _ = try await map.map.ontvangen.neem(
            .init(
                aanlevering: id, bestandsnaam: "aanmelding_v1_0034_20270109_9.csv", opdracht: opdracht, bron: "map", vanaf: 0,
                inhoud: bestand.prefix(100), laatste: false, rijenOpgegeven: 7),
            because: map.proef.envelope("aanleveren"))
        try map.zet(bestand, rijen: 1)
        await map.loop.kijk()
        #expect(map.vast.alle.isEmpty)
        #expect(try map.resultaat().contains(";nieuw;"))
    }

    @Test("een map in die op een andere schijf ligt, werkt ook", .enabled(if: andereSchijfOfNiet != nil))
    func andereSchijf() async throws {
        let map = try await Map()
        let elders = try #require(andereSchijfOfNiet).appending(component: "wegwijs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: elders, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: elders) }
        let plek = map.map.map.appending(component: "in")
        try FileManager.default.removeItem(at: plek)
        try FileManager.default.createSymbolicLink(at: plek, withDestinationURL: elders)
        try map.zet(Proefbestand.bestand([Proefbestand.rij(1)]), rijen: 1)
        await map.loop.kijk()
        #expect(map.vast.alle.isEmpty)
        #expect(try map.inhoud("klaar") == [Proefbestand.naam, Proefbestand.naam + ".sha256"])
        #expect(try map.resultaat().contains(";nieuw;"))
    }
}

/// A folder that lies on another disk than the files of the tests; nil where there is none.
private let andereSchijfOfNiet: URL? = {
    func schijf(_ pad: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: pad))?[.systemNumber] as? Int
    }
    let pad = "/dev/shm"
    guard let ander = schijf(pad), ander != schijf(FileManager.default.temporaryDirectory.path) else { return nil }
    return FileManager.default.isWritableFile(atPath: pad) ? URL(fileURLWithPath: pad) : nil
}()
