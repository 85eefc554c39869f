// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Zegel

@testable import ReiskostenApp

extension Bewijsstukken {
    /// Sends a file as a browser would, by pieces of this size.
    func stuur(
        _ file: Data, bij voorschot: VoorschotID, als id: BewijsstukID = BewijsstukID(UUID()), stuk: Int = 256 * 1024,
        door actor: Actor
    ) async throws -> BewijsstukDeel.Answer {
        let hash = try SHA256.hex(file)
        var answer = BewijsstukDeel.Answer(ontvangen: 0, bewijsstuk: nil)
        repeat {
            let from = answer.ontvangen
            let piece = file.dropFirst(from).prefix(stuk)
            answer = try await ontvangen(
                BewijsstukDeel(
                    voorschot: voorschot, bewijsstuk: id, vanaf: from, inhoud: Data(piece),
                    laatste: from + piece.count == file.count,
                    hash: hash), verzoek(BewijsstukDeel.self, door: actor))
        } while answer.bewijsstuk == nil
        return answer
    }

    /// Reads a file back by pieces.
    func haal(_ id: BewijsstukID, door actor: Actor) async throws -> Data {
        var file = Data()
        while true {
            let answer = try await lezen(
                BewijsstukLezen(bewijsstuk: id, vanaf: file.count), verzoek(BewijsstukLezen.self, door: actor))
            file += answer.inhoud
            if file.count >= answer.grootte { return file }
        }
    }
}

@Suite("Bewijs", .timeLimit(.minutes(1)))
struct BewijsstukTests {
    let begeleider = medewerker(.begeleider)
    let financieel = medewerker(.financieel, team: nil)

    /// A paid advance of a new dossier.
    private func betaald(_ o: Opstelling) async throws -> VoorschotID {
        let dossier = try await o.dossier(van: begeleider)
        let id = try await o.voorschotten.aanvragen(aanvraag(dossier), verzoek(VoorschotAanvragen.self, door: begeleider))
            .voorschot
        _ = try await o.voorschotten.beslissen(
            VoorschotBeslissen(voorschot: id, versie: 1, goedgekeurd: true, reden: nil),
            verzoek(VoorschotBeslissen.self, door: financieel))
        _ = try await o.voorschotten.betalen(
            VoorschotBetaald(voorschot: id, versie: 2, betaaldOp: Opstelling.dag),
            verzoek(VoorschotBetaald.self, door: financieel))
        return id
    }

    private func regels(_ o: Opstelling, _ id: VoorschotID) async throws -> Voorschotsregel {
        try await o.voorschotten.opvragen(VoorschotOpvragen(voorschot: id), verzoek(VoorschotOpvragen.self, door: financieel))
    }

    private func deel(_ id: VoorschotID, _ b: BewijsstukID, _ file: Data, _ range: Range<Int>, hash: String? = nil) throws
        -> BewijsstukDeel
    {
        BewijsstukDeel(
            voorschot: id, bewijsstuk: b, vanaf: range.lowerBound, inhoud: Data(file[range]),
            laatste: range.upperBound == file.count,
            hash: try hash ?? SHA256.hex(file))
    }

    @Test("wat erin ging komt er gelijk uit, hoe groot de stukken ook zijn", arguments: [1_000, 65_536, 256 * 1024])
    func heenEnTerug(stuk: Int) async throws {
        let o = try Opstelling()
        let id = try await betaald(o)
        let file = pdf(stuk * 3 + 17)
        let answer = try await o.bewijsstukken.stuur(file, bij: id, stuk: stuk, door: begeleider)
        let b = try #require(answer.bewijsstuk)
        #expect(answer.ontvangen == file.count)
        #expect(try await o.bewijsstukken.haal(b, door: financieel) == file)
        let midden = try await o.bewijsstukken.lezen(
            BewijsstukLezen(bewijsstuk: b, vanaf: stuk + 5), verzoek(BewijsstukLezen.self, door: financieel))
        #expect(midden.inhoud == file[(stuk + 5)..<(2 * stuk)] && midden.mediatype == "application/pdf")
        let regel = try await regels(o, id)
        #expect(regel.toestand == .verantwoord && regel.bewijsstukken.map(\.grootte) == [file.count])
    }

    @Test("een half bestand is niet te zien en niet te lezen, en gaat verder waar het was")
    func verderGaan() async throws {
        let o = try Opstelling()
        let id = try await betaald(o)
        let (b, file) = (BewijsstukID(UUID()), pdf(3_000))
        func stuur(_ range: Range<Int>) async throws -> BewijsstukDeel.Answer {
            try await o.bewijsstukken.ontvangen(try deel(id, b, file, range), verzoek(BewijsstukDeel.self, door: begeleider))
        }
        #expect(try await stuur(0..<1_000) == .init(ontvangen: 1_000, bewijsstuk: nil))
        // Once more, too far ahead, and the question where it is: nothing changes.
        #expect(try await stuur(0..<1_000).ontvangen == 1_000)
        #expect(try await stuur(2_000..<3_000) == .init(ontvangen: 1_000, bewijsstuk: nil))
        #expect(try await stuur(0..<0).ontvangen == 1_000)
        #expect(try await regels(o, id).bewijsstukken.isEmpty)
        #expect(try await regels(o, id).toestand == .betaald)
        await #expect(throws: Failure.notFound(what: "bewijsstuk")) { try await o.bewijsstukken.haal(b, door: financieel) }
        #expect(try await stuur(1_000..<3_000) == .init(ontvangen: 3_000, bewijsstuk: b))
        // The last piece again, as after a lost answer.
        #expect(try await stuur(1_000..<3_000) == .init(ontvangen: 3_000, bewijsstuk: b))
        #expect(try await o.bewijsstukken.haal(b, door: financieel) == file)
    }

    @Test("klopt de hash niet, dan wordt alles weggegooid en kan het opnieuw")
    func verkeerdeHash() async throws {
        let o = try Opstelling()
        let id = try await betaald(o)
        let (b, file) = (BewijsstukID(UUID()), pdf(2_000))
        let anders = try SHA256.hex(Data("anders".utf8))
        _ = try await o.bewijsstukken.ontvangen(
            try deel(id, b, file, 0..<1_000, hash: anders), verzoek(BewijsstukDeel.self, door: begeleider))
        await #expect(throws: Failure.self) {
            try await o.bewijsstukken.ontvangen(
                try deel(id, b, file, 1_000..<2_000, hash: anders), verzoek(BewijsstukDeel.self, door: begeleider))
        }
        #expect(try await o.store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM bewijsdeel") } == 0)
        #expect(try await o.bewijsstukken.stuur(file, bij: id, als: b, door: begeleider).bewijsstuk == b)
    }

    @Test("een ander soort bestand, een te groot deel en een te groot bestand worden geweigerd voordat er iets is bewaard")
    func geweigerd() async throws {
        var instellingen = Instellingen()
        instellingen.grootsteBestand = 10_000
        let o = try Opstelling(instellingen)
        let id = try await betaald(o)
        let fouten: [(Data, Range<Int>, String)] = [
            (Data("<html><script>".utf8), 0..<14, "soort"), (pdf(300_000), 0..<300_000, "te-groot"),
            (pdf(10_001), 0..<10_001, "te-groot"),
        ]
        for (file, range, code) in fouten {
            let fout = await #expect(throws: Failure.self) {
                try await o.bewijsstukken.ontvangen(
                    try deel(id, BewijsstukID(UUID()), file, range), verzoek(BewijsstukDeel.self, door: begeleider))
            }
            guard case .invalid(let velden) = fout else {
                Issue.record("verwacht: veldfout \(code)")
                continue
            }
            #expect(velden.contains { $0.code == code })
        }
        #expect(try await o.store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM bewijsstuk") } == 0)
        #expect(try await o.bewijsstukken.stuur(pdf(10_000), bij: id, door: begeleider).bewijsstuk != nil)
    }

    @Test("hetzelfde bestand bij een ander voorschot is een signaal, geen weigering")
    func eerderGezien() async throws {
        let o = try Opstelling()
        let (een, twee) = (try await betaald(o), try await betaald(o))
        _ = try await o.bewijsstukken.stuur(pdf(5_000), bij: een, door: begeleider)
        _ = try await o.bewijsstukken.stuur(pdf(5_000), bij: twee, stuk: 700, door: begeleider)
        _ = try await o.bewijsstukken.stuur(pdf(5_001, seed: 9), bij: twee, door: begeleider)
        #expect(try await regels(o, een).bewijsstukken.map(\.eerderGezien) == [false])
        #expect(try await regels(o, twee).bewijsstukken.filter(\.eerderGezien).map(\.grootte) == [5_000])
    }

    @Test("in de opslag is niets van het bestand te lezen, en een stuk opent niet op een andere plaats")
    func verzegeld() async throws {
        let o = try Opstelling()
        let id = try await betaald(o)
        let geheim = Data("dit staat op de presentielijst".utf8)
        let file = pdf(2_000) + geheim + pdf(2_000)
        let answer = try await o.bewijsstukken.stuur(file, bij: id, stuk: 1_500, door: begeleider)
        let b = try #require(answer.bewijsstuk)
        for name in try FileManager.default.contentsOfDirectory(atPath: o.map.path) where name.hasPrefix("reiskosten") {
            #expect(try Data(contentsOf: o.map.appending(path: name)).range(of: geheim) == nil, "\(name)")
        }
        try await o.store.write { tx in
            try tx.db.execute(
                sql: """
                    UPDATE bewijsdeel SET inhoud = (SELECT inhoud FROM bewijsdeel WHERE vanaf = 0) WHERE vanaf = 1500
                    """)
        }
        await #expect(throws: SealError.notAuthentic) { try await o.bewijsstukken.haal(b, door: financieel) }
    }

    @Test("zonder sleutel wordt niets bewaard, en de lijst blijft te zien")
    func sleutelWeg() async throws {
        let o = try Opstelling()
        let id = try await betaald(o)
        o.sleutels.weg(true)
        await #expect(throws: Failure.unavailable(what: "De sleutels")) {
            try await o.bewijsstukken.stuur(pdf(100), bij: id, door: begeleider)
        }
        #expect(try await regels(o, id).bewijsstukken.isEmpty)
        o.sleutels.weg(false)
        _ = try await o.bewijsstukken.stuur(pdf(100), bij: id, door: begeleider)
    }

    @Test("ook wie alleen het eind van een bestand leest, staat in het leeslog; een heel bestand staat er één keer")
    func gelezen() async throws {
        let o = try Opstelling()
        let id = try await betaald(o)
        let answer = try await o.bewijsstukken.stuur(pdf(5_000), bij: id, stuk: 1_000, door: begeleider)
        let b = try #require(answer.bewijsstuk)
        let ander = medewerker(.teamleider)
        _ = try await o.bewijsstukken.haal(b, door: financieel)
        _ = try await o.bewijsstukken.lezen(
            BewijsstukLezen(bewijsstuk: b, vanaf: 4_500), verzoek(BewijsstukLezen.self, door: ander))
        let door = try await o.store.read { try String.fetchAll($0, sql: "SELECT door FROM leeslog ORDER BY nummer") }
        #expect(door == [financieel, ander].map { $0.user?.description ?? "" })
    }

    @Test("wie het dossier niet heeft, stuurt en leest geen bewijs")
    func vreemde() async throws {
        let o = try Opstelling()
        let id = try await betaald(o)
        let answer = try await o.bewijsstukken.stuur(pdf(100), bij: id, door: begeleider)
        let b = try #require(answer.bewijsstuk)
        for vreemde in [medewerker(.begeleider), medewerker(.beheerder), medewerker(.vrijwilliger)] {
            await #expect(throws: Failure.notFound(what: "voorschot")) { try await o.bewijsstukken.haal(b, door: vreemde) }
            await #expect(throws: Failure.notFound(what: "voorschot")) {
                try await o.bewijsstukken.stuur(pdf(100), bij: id, door: vreemde)
            }
        }
        // A team leader may look, and not hand in.
        _ = try await o.bewijsstukken.haal(b, door: medewerker(.teamleider))
        await #expect(throws: Failure.self) { try await o.bewijsstukken.stuur(pdf(100), bij: id, door: medewerker(.teamleider)) }
    }

    @Test("een upload die nooit af kwam is na een dag weg, en twintig bestanden is genoeg")
    func opruimen() async throws {
        let o = try Opstelling()
        let id = try await betaald(o)
        let file = pdf(2_000)
        _ = try await o.bewijsstukken.ontvangen(
            try deel(id, BewijsstukID(UUID()), file, 0..<1_000), verzoek(BewijsstukDeel.self, door: begeleider))
        o.klok.zet(Opstelling.dag.adding(days: 2))
        for nummer in 0..<20 { _ = try await o.bewijsstukken.stuur(pdf(50, seed: UInt8(nummer)), bij: id, door: begeleider) }
        #expect(try await o.store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM bewijsstuk WHERE klaar = 0") } == 0)
        #expect(try await o.store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM bewijsdeel") } == 20)
        await #expect(throws: Failure.self) { try await o.bewijsstukken.stuur(pdf(50, seed: 77), bij: id, door: begeleider) }
    }
}
