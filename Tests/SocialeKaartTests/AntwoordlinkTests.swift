// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Synchronization
import Testing
import Zegel

@testable import SocialeKaartApp

@Suite("Een link voor één antwoord", .timeLimit(.minutes(1)))
struct AntwoordlinkTests {
    private let bezoeker = Actor.service(purpose: Verwijzingen.linkdoel)
    private let accepteren = ["contactpersoonPartner": "Balie", "verwachteStartdatum": "2027-02-08"]

    private func maak(_ o: Kaartopstelling, _ id: VerwijzingID, _ tekst: String = "een", tot: String = "2027-02-08") async throws
        -> String
    {
        let hash = try SHA256.hex(Data(tekst.utf8))
        _ = try await o.verwijzingen.linkMaken(
            .init(verwijzing: id, hash: hash, verlooptOp: datum(tot)), als: o.begeleider, because: o.opdracht(als: o.begeleider))
        return hash
    }

    private func open(_ o: Kaartopstelling, _ hash: String, als actor: Actor? = nil) async throws -> AntwoordlinkOpenen.Answer {
        let actor = actor ?? bezoeker
        return try await o.verwijzingen.linkOpenen(.init(hash: hash), als: actor, because: o.opdracht(als: actor))
    }

    private func antwoord(
        _ o: Kaartopstelling, _ hash: String, _ naar: VerwijzingToestand, _ velden: [String: String] = [:], versie: Int
    ) async throws {
        _ = try await o.verwijzingen.linkAntwoord(
            .init(hash: hash, versie: versie, naar: naar, velden: velden), als: bezoeker, because: o.opdracht(als: bezoeker))
    }

    @Test("de link toont stap 1 zonder naam en neemt na ontvangst één antwoord; kijken blijft kunnen tot hij verloopt")
    func leven() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        let hash = try await maak(o, id)
        let begin = try await open(o, hash)
        #expect(begin.verwijzing.deelpakket?["taalcode"] == "ti" && begin.verwijzing.persoon == nil)
        #expect(begin.verwijzing.mogelijk == [.ontvangen, .wachtlijst, .geaccepteerd, .afgewezen] && begin.neemtAntwoord)
        try await antwoord(o, hash, .ontvangen, versie: 2)
        #expect(try await open(o, hash).neemtAntwoord)
        try await antwoord(o, hash, .geaccepteerd, accepteren, versie: 3)
        let na = try await open(o, hash)
        #expect(!na.neemtAntwoord && na.verwijzing.toestand == .geaccepteerd && na.verwijzing.persoon == nil)
        // Used: whatever comes now is as if there were no link.
        await #expect(throws: Failure.notFound(what: "link")) {
            try await antwoord(o, hash, .gestart, ["datumEersteContact": "2027-02-01"], versie: 4)
        }
        #expect(try await o.rij(id).toestand == .geaccepteerd)
        o.klok.zet(datum("2027-02-08"))
        _ = try await open(o, hash)
        o.klok.zet(datum("2027-02-09"))
        await #expect(throws: Failure.notFound(what: "link")) { try await open(o, hash) }
    }

    @Test("wie de link niet heeft, komt er niet: een ander doel, een ander token, een ingetrokken of vervangen link")
    func dicht() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        let hash = try await maak(o, id)
        for vreemd in [Actor.service(purpose: "openbaar"), o.begeleider] {
            await #expect(throws: Failure.notFound(what: "link")) { try await open(o, hash, als: vreemd) }
        }
        await #expect(throws: Failure.notFound(what: "link")) { try await open(o, String(repeating: "0", count: 64)) }
        let tweede = try await maak(o, id, "twee")
        await #expect(throws: Failure.notFound(what: "link")) { try await open(o, hash) }
        _ = try await open(o, tweede)
        _ = try await o.verwijzingen.linkIntrekken(
            .init(verwijzing: id), als: o.begeleider, because: o.opdracht(als: o.begeleider))
        await #expect(throws: Failure.notFound(what: "link")) { try await open(o, tweede) }
        // A stop on the exchange closes it too.
        let derde = try await maak(o, id, "drie")
        o.intake.gestopt.withLock { $0 = [o.dossier] }
        await #expect(throws: Failure.self) { try await open(o, derde) }
        await #expect(throws: Failure.self) { try await antwoord(o, derde, .ontvangen, versie: 2) }
        #expect(try await o.rij(id).toestand == .verstuurd)
        // Another's begeleider makes none, and none works longer than a week or for a draft.
        let ander = Actor(user: nieuw(), roles: [.begeleider], team: o.team, purpose: "begeleiding")
        await #expect(throws: Failure.self) {
            _ = try await o.verwijzingen.linkMaken(
                .init(verwijzing: id, hash: hash, verlooptOp: datum("2027-02-02")), als: ander, because: o.opdracht(als: ander))
        }
        await #expect(throws: Failure.self) { _ = try await maak(o, id, "lang", tot: "2027-02-09") }
    }

    @Test("twee antwoorden tegelijk over één link geven één stap")
    func tegelijk() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        let hash = try await maak(o, id)
        let gelukt = await withTaskGroup(of: Bool.self) { group in
            for naar in [VerwijzingToestand.geaccepteerd, .afgewezen] {
                group.addTask {
                    let velden = naar == .afgewezen ? ["redenAfwijzing": "geen-capaciteit"] : accepteren
                    do { try await antwoord(o, hash, naar, velden, versie: 2) } catch { return false }
                    return true
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(gelukt == 1)
        #expect(try await o.versie(id) == 4)
    }

    @Test("de naam komt na aannemen met een code van elders; na vijf verkeerde codes niet meer")
    func code() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        let hash = try await maak(o, id)
        func zetCode(_ code: String) async throws {
            _ = try await o.verwijzingen.linkCode(
                .init(verwijzing: id, hash: code), als: o.begeleider, because: o.opdracht(als: o.begeleider))
        }
        func persoon(_ code: String) async throws -> [String: String]? {
            try await o.verwijzingen.linkPersoon(
                .init(hash: hash, code: code), als: bezoeker, because: o.opdracht(als: bezoeker)
            ).persoon
        }
        await #expect(throws: Failure.self) { try await zetCode("goed") }
        #expect(try await persoon("goed") == nil)
        try await antwoord(o, hash, .geaccepteerd, accepteren, versie: 2)
        try await zetCode("goed")
        #expect(try await open(o, hash).neemtCode)
        #expect(try await persoon("fout") == nil)
        #expect(try await persoon("goed")?["voornaam"] == "Selam")
        let door = try await o.store.read { db in try String.fetchAll(db, sql: "SELECT door FROM inzage") }
        #expect(door == ["link"])
        for _ in 1...4 { #expect(try await persoon("fout") == nil) }
        #expect(try await persoon("goed") == nil)
        #expect(try await open(o, hash).neemtCode == false)
        let regel = try await o.verwijzingen.opvragen(.init(verwijzing: id), als: o.begeleider, because: nil).link
        #expect(regel?.isOpSlot == true && regel?.isBeantwoord == true)
        // A new code opens it again.
        try await zetCode("nieuw")
        #expect(try await persoon("nieuw")?["achternaam"] == "Proefpersoon")
        let bytes = try Data(contentsOf: o.map.appending(path: "kaart.sqlite-wal"))
        #expect(bytes.range(of: Data("Proefpersoon".utf8)) == nil)
    }

    @Test("een account van een partner ziet en beantwoordt de eigen verwijzingen en geen andere")
    func account() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        func account(_ organisatie: String?) -> Actor {
            Actor(
                user: nieuw(), roles: [.partner], organisatie: organisatie.flatMap { OrganisatieID($0) },
                purpose: "verwijzing-behandelen")
        }
        let (eigen, ander) = (account(Kaartopstelling.organisatieBibliotheek), account(Kaartopstelling.organisatiePlangroep))
        #expect(try await o.verwijzingen.partnerlijst(.init(page: .init()), als: eigen).rows.map(\.verwijzing) == [id])
        #expect(try await o.verwijzingen.partnerlijst(.init(page: .init()), als: ander).rows.isEmpty)
        await #expect(throws: Failure.self) { try await o.verwijzingen.partnerlijst(.init(page: .init()), als: account(nil)) }
        await #expect(throws: Failure.self) { try await o.verwijzingen.partnerlijst(.init(page: .init()), als: o.begeleider) }
        await #expect(throws: Failure.notFound(what: "verwijzing")) {
            try await o.verwijzingen.partnerEen(.init(verwijzing: id), als: ander, because: o.opdracht(als: ander))
        }
        await #expect(throws: Failure.notFound(what: "verwijzing")) {
            try await o.verwijzingen.partnerAntwoord(
                .init(verwijzing: id, versie: 2, naar: .ontvangen, velden: [:]), als: ander, because: o.opdracht(als: ander))
        }
        _ = try await o.verwijzingen.partnerAntwoord(
            .init(verwijzing: id, versie: 2, naar: .geaccepteerd, velden: accepteren), als: eigen, because: o.opdracht(als: eigen)
        )
        let beeld = try await o.verwijzingen.partnerEen(.init(verwijzing: id), als: eigen, because: o.opdracht(als: eigen))
        #expect(
            beeld.persoon?["voornaam"] == "Selam" && beeld.geschiedenis.map(\.naar) == [.verstuurd, .ontvangen, .geaccepteerd])
    }

    @Test("het overzicht per partner telt uit de stappen: tijden, verbonden, redenen")
    func overzicht() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        let partner = Partner(organisatie: try #require(OrganisatieID(Kaartopstelling.organisatieBibliotheek)), naam: "bieb")
        func stap(_ id: VerwijzingID, _ naar: VerwijzingToestand, _ velden: [String: String], uur: Int) async throws {
            o.klok.zet(datum("2027-02-01"), uur: uur)
            _ = try await o.verwijzingen.partnerStap(
                id, partner, sleutel: UUID().uuidString, versie: try await o.versie(id), naar: naar, velden: velden,
                because: o.opdracht(als: partner.actor))
        }
        try await stap(id, .ontvangen, [:], uur: 12)
        try await stap(id, .geaccepteerd, accepteren, uur: 16)
        try await stap(id, .gestart, ["datumEersteContact": "2027-02-01"], uur: 22)
        let ander: DossierID = nieuw()
        try await o.wijsToe(ander, aan: o.begeleider)
        o.klok.zet(datum("2027-02-01"))
        let tweede = try await o.concept(dossier: ander)
        try await o.verstuur(tweede)
        try await stap(tweede, .afgewezen, ["redenAfwijzing": "geen-capaciteit"], uur: 14)
        let vraag = PartneroverzichtOpvragen(van: datum("2027-01-01"), tot: datum("2027-02-01"))
        let regel = try #require(try await o.verwijzingen.partneroverzicht(vraag, als: o.teamleider).first)
        #expect(regel.verstuurd == 2 && regel.verbonden == 1 && regel.afgewezen == 1 && regel.verlopen == 0)
        #expect(regel.urenTotOntvangst == 3 && regel.urenTotBesluit == 5 && regel.dagenTotContact == 0.5)
        #expect(regel.redenen == ["geen-capaciteit": 1])
        let vreemd = Actor(user: nieuw(), roles: [.teamleider], team: nieuw(), purpose: "begeleiding")
        #expect(try await o.verwijzingen.partneroverzicht(vraag, als: vreemd).isEmpty)
    }
}
