// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing
import Zegel

@testable import BegeleidingApp

/// A running traject with a step, to which somebody adds documents.
private struct Stap {
    static let merk = "MERKINHOUD9"
    let proef: Proefdienst
    let traject: AanmeldingGeaccepteerd
    let zaak: RegelzaakID
    var dossier: DossierID { traject.dossier }

    /// - Parameter code: nil for a step of the whole household.
    init(_ code: String? = "bijstand") async throws {
        proef = try Proefdienst()
        traject = try await proef.lopendTraject()
        let zaken = try await proef.bord(traject.dossier).zaken
        zaak = try #require(zaken.first { code == nil ? $0.dossier == nil : $0.code == code }).regelzaak
    }

    func pdf(_ lengte: Int, zaad: UInt8 = 1) -> Data {
        var waarde = zaad
        let begin = Data("%PDF-1.7\n\(Self.merk)".utf8)
        return begin
            + Data(
                (0..<max(0, lengte - begin.count)).map { _ in
                    waarde = waarde &* 31 &+ 7
                    return waarde
                })
    }

    func deel(
        _ bestand: Data, _ plek: Range<Int>, als id: RegeldocumentID, soort: Regelbewijs = .brief, hash: String? = nil,
        via dossier: DossierID? = nil
    ) throws -> RegeldocumentDeel {
        RegeldocumentDeel(
            dossier: dossier ?? self.dossier, regelzaak: zaak, document: id, soort: soort, vanaf: plek.lowerBound,
            inhoud: Data(bestand[plek]), laatste: plek.upperBound == bestand.count, hash: try hash ?? SHA256.hex(bestand))
    }

    @discardableResult
    func voegToe(
        _ bestand: Data, soort: Regelbewijs = .brief, stuk: Int = 256 * 1024, via dossier: DossierID? = nil,
        door actor: Actor? = nil
    ) async throws -> RegeldocumentID {
        let id: RegeldocumentID = proef.ids.make()
        var antwoord = RegeldocumentDeel.Answer(ontvangen: 0, klaar: false)
        while !antwoord.klaar {
            let van = antwoord.ontvangen
            antwoord = try await deel(
                bestand, van..<min(van + stuk, bestand.count), als: id, soort: soort, via: dossier
            ).uitvoeren(proef.middelen, proef.verzoek(actor ?? proef.fatima))
        }
        return id
    }

    func lees(_ id: RegeldocumentID, via dossier: DossierID? = nil, door actor: Actor? = nil) async throws -> Data {
        var bestand = Data()
        while true {
            let antwoord = try await RegeldocumentLezen(
                dossier: dossier ?? self.dossier, regelzaak: zaak, document: id, vanaf: bestand.count
            ).tonen(proef.middelen, proef.verzoek(actor ?? proef.fatima))
            bestand += antwoord.inhoud
            if bestand.count >= antwoord.grootte { return bestand }
        }
    }

    func trekIn(
        _ id: RegeldocumentID, _ reden: Documentreden = .verkeerdBestand, door actor: Actor? = nil, als nummer: UUID? = nil
    )
        async throws
    {
        _ = try await RegeldocumentIntrekken(dossier: dossier, regelzaak: zaak, document: id, reden: reden)
            .uitvoeren(proef.middelen, proef.verzoek(actor ?? proef.fatima, id: nummer))
    }

    func beeld(via dossier: DossierID? = nil, door actor: Actor? = nil) async throws -> Regelzaakbeeld {
        try await RegelzaakOpvragen(dossier: dossier ?? self.dossier, regelzaak: zaak)
            .tonen(proef.middelen, proef.verzoek(actor ?? proef.fatima))
    }

    func met(_ rol: Role, als actor: Actor? = nil) -> Actor {
        Actor(user: (actor ?? proef.fatima).user, roles: [rol], team: proef.team, dossier: dossier, purpose: "begeleiding")
    }
}

@Suite("Documenten bij een stap van de regeldag", .timeLimit(.minutes(2)))
struct RegeldocumentTests {
    @Test("wat erin ging komt er gelijk uit, hoe groot de stukken ook zijn", arguments: [1_000, 65_536, 256 * 1024])
    func heenEnTerug(stuk: Int) async throws {
        let stap = try await Stap()
        let bestand = stap.pdf(stuk * 2 + 17)
        let id = try await stap.voegToe(bestand, stuk: stuk)
        #expect(try await stap.lees(id) == bestand)
        let midden = try await RegeldocumentLezen(dossier: stap.dossier, regelzaak: stap.zaak, document: id, vanaf: stuk + 5)
            .tonen(stap.proef.middelen, stap.proef.verzoek(stap.proef.teamleider))
        #expect(midden.inhoud == bestand[(stuk + 5)..<(2 * stuk)] && midden.mediatype == "application/pdf")
    }

    @Test("de lijst zegt wat, wanneer en wie; het verloop en de tijdlijn zeggen het zonder woorden van buiten")
    func lijst() async throws {
        let stap = try await Stap()
        let proef = stap.proef
        let gebeurtenissen = try await proef.store.outbox(after: 0, limit: 1000).count
        let eerste = try await stap.voegToe(stap.pdf(500))
        proef.klok.zet(try dag("2027-01-20"))
        let foto = Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70]) + Data(Stap.merk.utf8)
        let tweede = try await stap.voegToe(foto, soort: .pas, door: proef.teamleider)
        let beeld = try await stap.beeld()
        #expect(
            beeld.documenten == [
                .init(
                    document: tweede, soort: .pas, mediatype: "image/jpeg", grootte: foto.count, op: try dag("2027-01-20"),
                    door: proef.teamleider.user),
                .init(
                    document: eerste, soort: .brief, mediatype: "application/pdf", grootte: 500, op: try dag("2027-01-18"),
                    door: proef.fatima.user),
            ])
        #expect(
            beeld.verloop.map(\.zin) == [
                "Document toegevoegd: pas of document (foto).", "Document toegevoegd: brief of besluit (PDF).",
            ])
        let tijdlijn = try await TijdlijnOpvragen(dossier: stap.dossier, soort: "regeldag", page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows
        #expect(tijdlijn.first?.zin == "Uitkering aanvragen: een document is toegevoegd.")
        // A document changes nothing of the step, tells nobody anything, and lies nowhere open.
        #expect(beeld.zaak.versie == 1)
        #expect(try await proef.store.outbox(after: 0, limit: 1000).count == gebeurtenissen)
        #expect(try await proef.getal("SELECT count(*) FROM regeldocument WHERE hash IS NOT NULL") == 0)
        for naam in try FileManager.default.contentsOfDirectory(atPath: proef.map.path) {
            let bytes = try Data(contentsOf: proef.map.appending(path: naam))
            #expect(bytes.range(of: Data(Stap.merk.utf8)) == nil, "\(naam)")
        }
    }

    @Test("een half document ziet niemand, en het gaat verder waar het was")
    func verderGaan() async throws {
        let stap = try await Stap()
        let (id, bestand, proef) = (RegeldocumentID(UUID()), stap.pdf(3_000), stap.proef)
        func stuur(_ plek: Range<Int>) async throws -> RegeldocumentDeel.Answer {
            try await stap.deel(bestand, plek, als: id).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        #expect(try await stuur(0..<1_000) == .init(ontvangen: 1_000, klaar: false))
        // Once more, too far ahead, and the question where it is: nothing changes.
        #expect(try await stuur(0..<1_000) == .init(ontvangen: 1_000, klaar: false))
        #expect(try await stuur(2_000..<3_000) == .init(ontvangen: 1_000, klaar: false))
        #expect(try await stuur(0..<0) == .init(ontvangen: 1_000, klaar: false))
        #expect(try await stap.beeld().documenten == [])
        await #expect(throws: Failure.notFound(what: "document")) { try await stap.lees(id) }
        await #expect(throws: Failure.notFound(what: "document")) { try await stap.trekIn(id) }
        #expect(try await stuur(1_000..<3_000) == .init(ontvangen: 3_000, klaar: true))
        // The last piece again, as after a lost answer.
        #expect(try await stuur(1_000..<3_000) == .init(ontvangen: 3_000, klaar: true))
        #expect(try await stap.lees(id) == bestand)
        #expect(try await stap.beeld().documenten?.count == 1)
    }

    @Test("klopt de hash niet, dan wordt alles weggegooid en kan het opnieuw")
    func verkeerdeHash() async throws {
        let stap = try await Stap()
        let (id, bestand, proef) = (RegeldocumentID(UUID()), stap.pdf(2_000), stap.proef)
        let anders = try SHA256.hex(Data("anders".utf8))
        _ = try await stap.deel(bestand, 0..<1_000, als: id, hash: anders)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        await #expect(throws: Failure.self) {
            try await stap.deel(bestand, 1_000..<2_000, als: id, hash: anders)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        #expect(try await proef.getal("SELECT count(*) FROM regeldocumentdeel") == 0)
        let goed = try await stap.voegToe(bestand)
        #expect(try await stap.lees(goed) == bestand)
    }

    @Test(
        "wat geen foto of PDF is, te groot is of niet op papier kan, wordt geweigerd voordat er iets is bewaard",
        arguments: [
            ("<html><script>", 0, Regelbewijs.brief, "soort"), ("%PDF", 0, .brief, "soort"), ("GIF89a....", 0, .brief, "soort"),
            ("%PDF-1.7\n", 300_000, .brief, "te-groot"), ("%PDF-1.7\n", 0, .mondeling, "geen-document"),
            ("%PDF-1.7\n", 0, .gezien, "geen-document"),
        ])
    func geweigerd(begin: String, vulling: Int, soort: Regelbewijs, code: String) async throws {
        let stap = try await Stap()
        let bestand = Data(begin.utf8) + Data(count: vulling)
        let fout = await #expect(throws: Failure.self) {
            try await stap.deel(bestand, 0..<bestand.count, als: RegeldocumentID(UUID()), soort: soort)
                .uitvoeren(stap.proef.middelen, stap.proef.verzoek(stap.proef.fatima))
        }
        guard case .invalid(let velden) = fout else {
            Issue.record("verwacht: veldfout \(code), niet \(String(describing: fout))")
            return
        }
        #expect(velden.contains { $0.code == code })
        #expect(try await stap.proef.getal("SELECT count(*) FROM regeldocument") == 0)
    }

    @Test("een document van meer dan 10 MB houdt op waar het te groot wordt", arguments: [-1, 9_999_999, 10_000_000, .max])
    func teGroot(vanaf: Int) {
        let fouten = Regeldocumentregels.veldfouten(
            .brief, vanaf: vanaf, lengte: 2, hash: String(repeating: "a", count: 64))
        #expect(fouten.map(\.code) == ["te-groot"])
    }

    @Test("wie geen recht heeft op documenten ziet de stap zonder, en krijgt er geen")
    func rechten() async throws {
        let stap = try await Stap()
        let proef = stap.proef
        let id = try await stap.voegToe(stap.pdf(200))
        // A volunteer and the client read the board: the step, and not what was photographed for it.
        for kijker in [stap.met(.vrijwilliger), stap.met(.client)] {
            let beeld = try await stap.beeld(door: kijker)
            #expect(beeld.documenten == nil && beeld.verloop.isEmpty)
        }
        let elders = Actor(user: proef.ids.make(), roles: [.teamleider], team: TeamID(team: "Buren"), purpose: "begeleiding")
        for vreemde in [
            stap.met(.vrijwilliger), stap.met(.client), stap.met(.klantmanager), stap.met(.beheerder), stap.met(.financieel),
            proef.karel, elders,
        ] {
            await #expect(throws: Failure.self) { try await stap.lees(id, door: vreemde) }
            await #expect(throws: Failure.self) { try await stap.voegToe(stap.pdf(100), door: vreemde) }
            await #expect(throws: Failure.self) { try await stap.trekIn(id, door: vreemde) }
        }
        #expect(try await proef.getal("SELECT count(*) FROM regeldocument") == 1)
        // By another step it is not there, whoever asks.
        let ander = try #require(try await proef.bord(stap.dossier).zaken.first { $0.regelzaak != stap.zaak }).regelzaak
        await #expect(throws: Failure.notFound(what: "document")) {
            try await RegeldocumentLezen(dossier: stap.dossier, regelzaak: ander, document: id, vanaf: 0)
                .tonen(proef.middelen, proef.verzoek(proef.fatima))
        }
    }

    @Test("bij een stap van het hele gezin is een document van wie het is toegevoegd; een ander gezinslid brengt er niemand bij")
    func gezin() async throws {
        let stap = try await Stap(nil)
        let proef = stap.proef
        let partner = try proef.persoon(huishouden: stap.traject.huishouden, nummer: 2)
        try await proef.ontvang(partner)
        try await proef.wijsToe(partner.dossier, aan: proef.karel)
        let van = try await stap.voegToe(stap.pdf(200))
        let vanPartner = try await stap.voegToe(stap.pdf(300), soort: .contract, via: partner.dossier, door: proef.karel)
        #expect(try await stap.beeld().documenten?.map(\.document) == [van])
        #expect(try await stap.beeld(via: partner.dossier, door: proef.karel).documenten?.map(\.document) == [vanPartner])
        await #expect(throws: Failure.notFound(what: "document")) {
            try await stap.lees(van, via: partner.dossier, door: proef.karel)
        }
        #expect(try await stap.beeld(door: proef.teamleider).documenten?.count == 2)
        // Each under the key of its own dossier.
        await proef.keys.vernietig(partner.dossier)
        #expect(try await stap.lees(van, door: proef.teamleider).count == 200)
        await #expect(throws: Failure.self) { try await stap.lees(vanPartner, door: proef.teamleider) }
    }

    @Test("intrekken haalt de bytes weg en laat staan wie, wanneer en waarom")
    func intrekken() async throws {
        let stap = try await Stap()
        let proef = stap.proef
        let id = try await stap.voegToe(stap.pdf(300_000))
        let nummer = proef.ids.next()
        proef.klok.zet(try dag("2027-01-21"))
        try await stap.trekIn(id, .anderePersoon, door: proef.teamleider, als: nummer)
        // A double click is the same answer; a colleague hears that it was done.
        try await stap.trekIn(id, .anderePersoon, door: proef.teamleider, als: nummer)
        await #expect(throws: Failure.state(reason: "Dit document is al ingetrokken.")) { try await stap.trekIn(id) }
        await #expect(throws: Failure.notFound(what: "document")) { try await stap.lees(id) }
        #expect(try await proef.getal("SELECT count(*) FROM regeldocumentdeel") == 0)
        let beeld = try await stap.beeld()
        #expect(beeld.documenten == [])
        let laatste = try #require(beeld.verloop.first)
        #expect(laatste.zin == "Document ingetrokken: brief of besluit. Reden: het hoort bij iemand anders.")
        #expect(try laatste.door == proef.teamleider.user && laatste.op == dag("2027-01-21"))
        #expect(beeld.verloop.map(\.zin).last == "Document toegevoegd: brief of besluit (PDF).")
        // A late piece of the same upload does not bring it back.
        let fout = await #expect(throws: Failure.self) {
            try await stap.deel(stap.pdf(100), 0..<100, als: id).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        guard case .state = fout else {
            Issue.record("\(String(describing: fout))")
            return
        }
    }

    @Test("elk openen staat in het leeslog, één keer per bestand en per uur; wie geweigerd werd staat er niet")
    func leeslog() async throws {
        let stap = try await Stap()
        let proef = stap.proef
        let id = try await stap.voegToe(stap.pdf(600_000))
        func regels() async throws -> Int { try await proef.getal("SELECT count(*) FROM inzage WHERE wat = 'regeldocument'") }
        #expect(try await stap.lees(id).count == 600_000)
        #expect(try await regels() == 1)
        _ = try await stap.lees(id, door: proef.teamleider)
        #expect(try await regels() == 2)
        func staart() async throws {
            _ = try await RegeldocumentLezen(dossier: stap.dossier, regelzaak: stap.zaak, document: id, vanaf: 300_000)
                .tonen(proef.middelen, proef.verzoek(proef.fatima))
        }
        try await staart()
        #expect(try await regels() == 2)
        // Nobody reads the end of a file unseen.
        proef.klok.zet(proef.vandaag.adding(days: 1))
        try await staart()
        #expect(try await regels() == 3)
        await #expect(throws: Failure.self) { try await stap.lees(id, door: proef.karel) }
        #expect(try await regels() == 3)
    }

    @Test("is de sleutel weg dan blijft de lijst; is hij vernietigd dan is het document voor altijd dicht")
    func sleutels() async throws {
        let stap = try await Stap()
        let id = try await stap.voegToe(stap.pdf(200))
        await stap.proef.keys.zet(weg: true)
        #expect(try await stap.beeld().documenten?.count == 1)
        await #expect(throws: Failure.unavailable(what: "intake")) { try await stap.lees(id) }
        await #expect(throws: Failure.unavailable(what: "intake")) { try await stap.voegToe(stap.pdf(100)) }
        await stap.proef.keys.zet(weg: false)
        await stap.proef.keys.vernietig(stap.dossier)
        await #expect(throws: Failure.notFound(what: "sleutel")) { try await stap.lees(id) }
        try await stap.trekIn(id)
    }

    @Test("een document gaat met de stap mee naar een ander huishouden")
    func verhuisd() async throws {
        let stap = try await Stap("digid")
        let proef = stap.proef
        let id = try await stap.voegToe(stap.pdf(200))
        try await proef.ontvang(
            HuishoudenGewijzigd(
                dossier: stap.dossier, huishouden: proef.ids.make(), rol: "hoofd", van: proef.vandaag))
        #expect(try await stap.lees(id).count == 200)
    }

    @Test("twintig documenten is genoeg, en een upload die nooit af kwam is na een dag weg")
    func opruimen() async throws {
        let stap = try await Stap()
        let proef = stap.proef
        let bestand = stap.pdf(2_000)
        _ = try await stap.deel(bestand, 0..<1_000, als: RegeldocumentID(UUID()))
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        proef.klok.zet(proef.vandaag.adding(days: 2))
        for zaad in 0..<20 { try await stap.voegToe(stap.pdf(50, zaad: UInt8(zaad))) }
        #expect(try await proef.getal("SELECT count(*) FROM regeldocument WHERE toegevoegd_op IS NULL") == 0)
        await #expect(throws: Failure.state(reason: "Bij een stap horen ten hoogste 20 documenten.")) {
            try await stap.voegToe(stap.pdf(50))
        }
        // Withdrawing one makes room.
        let een = try #require(try await stap.beeld().documenten?.first).document
        try await stap.trekIn(een, .vervangen)
        try await stap.voegToe(stap.pdf(50))
    }
}
