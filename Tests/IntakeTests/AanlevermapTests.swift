// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Logging
import Testing

@testable import IntakeApp

/// The watched folder, with real files.
@Suite(.timeLimit(.minutes(2)))
struct AanlevermapTests {
    private struct Map {
        let proef: Opstelling
        let map: Aanlevermap
        let loop: Aanleverloop

        init(gemeenten: Set<String>? = nil) async throws {
            proef = try await Opstelling()
            map = Aanlevermap(
                map: proef.map.appending(component: "aanleveren"), parts: proef.parts,
                ontvangen: BestandOntvangen(parts: proef.parts, grenzen: proef.grenzen), gemeenten: gemeenten)
            try map.maak()
            loop = Aanleverloop(
                parts: proef.parts, doorloop: proef.doorloop, map: map, wekker: Wekker(),
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
        try await map.map.haalOp()
        try map.zet(bestand, rijen: 30)
        try await map.map.haalOp()
        // Stopped after the dry run.
        let id = try #require(
            try await map.proef.parts.store.read { try Aanleverregister.eerstvolgende($0) }?.id)
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
    }
}
