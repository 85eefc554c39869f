// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import BegeleidingApp

@Suite("Signalen", .timeLimit(.minutes(1)))
struct SignaalTests {
    static let merk = "ZEGELMERK-7Q"

    @discardableResult
    private func leg(
        _ proef: Proefdienst, _ dossier: DossierID, _ prioriteit: Signaalprioriteit = .hoog, gezien: String = "2027-01-18",
        soort: Signaalsoort = .geweld, bron: Signaalbron = .zelfGezien, van: String = "", feit: String = merk,
        door actor: Actor? = nil
    ) async throws -> SignaalID {
        try await SignaalVastleggen(
            dossier: dossier, gezienOp: try dag(gezien), prioriteit: prioriteit,
            inhoud: .init(soort: soort, bron: bron, van: van, feit: feit)
        ).uitvoeren(proef.middelen, proef.verzoek(actor ?? proef.fatima)).signaal
    }

    private func overzicht(_ proef: Proefdienst, _ dossier: DossierID, door actor: Actor? = nil) async throws
        -> Signaaloverzicht
    {
        try await SignalenOpvragen(dossier: dossier).tonen(proef.middelen, proef.verzoek(actor ?? proef.fatima))
    }

    @Test("feit, bron en soort gaan heen en terug; de termijnen komen uit de opdracht, met hun bron")
    func heenEnTerug() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        try await leg(proef, dossier, bron: .derdeZei, van: " De buurvrouw ", feit: " \(Self.merk) ")
        let signaal = try #require(try await overzicht(proef, dossier).signalen.first)
        #expect(signaal.inhoud == .init(soort: .geweld, bron: .derdeZei, van: "De buurvrouw", feit: Self.merk))
        let regels = try almere().signaalregels
        #expect(signaal.opvolgenUiterlijk == regels.opvolgdag(.hoog, vastgelegdOp: proef.vandaag).dag)
        #expect(signaal.vervaltOp == regels.vervaldag(.hoog, gezienOp: proef.vandaag).dag)
        #expect(signaal.vervaltWaarom.contains("Bron:"))
    }

    @Test("alle fouten komen tegelijk, en er is altijd een bron")
    func fouten() throws {
        func codes(_ invoer: Signaleringregels.Invoer) throws -> [String] {
            Signaleringregels.veldfouten(invoer, aangemeldOp: try dag("2027-01-15"), vandaag: try dag("2027-01-20"))
                .map { "\($0.veld) \($0.code)" }
        }
        #expect(
            try codes(.init(gezienOp: try dag("2027-01-21"), bron: .derdeZei, van: " ", feit: " \n")) == [
                "gezienOp toekomst", "feit leeg", "van leeg",
            ])
        #expect(
            try codes(.init(gezienOp: try dag("2027-01-14"), bron: .zelfGezien, van: "Iemand", feit: "x")) == [
                "gezienOp voor-aanmelding", "van niet-gevraagd",
            ])
        #expect(try codes(.init(gezienOp: try dag("2027-01-20"), bron: .clientZei, van: "", feit: "x")).isEmpty)
    }

    @Test("spoed staat meteen op Vandaag, gewoon pas als de termijn nadert, en na opvolging vóór de einddag")
    func vandaag() throws {
        func moment(_ prioriteit: Signaalprioriteit, opgevolgd: Bool = false) throws -> [String] {
            let moment = Signaleringregels.moment(
                .init(
                    id: "x", prioriteit: prioriteit, vastgelegdOp: try dag("2027-03-01"),
                    opvolgenUiterlijk: try dag("2027-03-15"),
                    vervaltOp: try dag("2027-06-01"), opgevolgd: opgevolgd))
            return [moment.vanaf.description, moment.uiterlijk.description]
        }
        #expect(try moment(.spoed) == ["2027-03-01", "2027-03-15"])
        #expect(try moment(.hoog) == ["2027-03-01", "2027-03-15"])
        #expect(try moment(.gewoon) == ["2027-03-08", "2027-03-15"])
        #expect(try moment(.spoed, opgevolgd: true) == ["2027-05-25", "2027-06-01"])
    }

    @Test("Vandaag zegt niet waarover het gaat, en alleen aan wie signalen mag zien")
    func stil() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        try await leg(proef, dossier, .spoed)
        let punt = try #require(try await proef.vandaag().first { $0.soort == "opvolging" })
        for woord in ["signaal", "geweld", "spoed", Self.merk.lowercased()] {
            #expect(!"\(punt.tekst) \(punt.waarom)".lowercased().contains(woord))
        }
        #expect(try await proef.vandaag(proef.teamleider).contains { $0.soort == "opvolging" })
        // A volunteer who has the dossier sees the rest of the list and not this, in the rows and in the number.
        let vrijwilliger = Actor(user: proef.fatima.user, roles: [.vrijwilliger], team: proef.team, purpose: "begeleiding")
        let lijst = try await VandaagOpvragen(page: PageRequest(limit: 200)).tonen(proef.middelen, proef.verzoek(vrijwilliger))
        #expect(!lijst.rows.contains { $0.soort == "opvolging" })
        #expect(lijst.total == lijst.rows.count)
        #expect(try await proef.getal("SELECT COUNT(*) FROM aandachtspunt WHERE soort = 'opvolging'") == 1)
    }

    @Test("opvolgen, verlengen en sluiten met wat er gedaan is; daarna verandert er niets meer")
    func verloop() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        let id = try await leg(proef, dossier, .spoed)
        func volg(_ tekst: String, verlengen: Bool = false, versie: Int) async throws {
            _ = try await SignaalOpvolgen(dossier: dossier, signaal: id, tekst: tekst, verlengen: verlengen, versie: versie)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        await #expect(throws: Failure.self) { try await volg("  ", versie: 1) }
        try await volg("Gebeld", versie: 1)
        #expect(try await !proef.vandaag().contains { $0.soort == "opvolging" })
        await #expect(
            throws: Failure.conflict(
                .init(yours: 1, newest: 2, changedBy: proef.fatima.user?.description, changedAt: proef.klok.now))
        ) {
            try await volg("Nog eens", versie: 1)
        }
        proef.klok.zet(try dag("2027-02-01"))
        try await volg("Loopt nog", verlengen: true, versie: 2)
        let verlengd = try #require(try await overzicht(proef, dossier).signalen.first)
        #expect(verlengd.vervaltOp == (try almere().signaalregels.vervaldag(.spoed, gezienOp: proef.vandaag).dag))
        #expect(verlengd.opvolgingen.map(\.verlengd) == [false, true])
        _ = try await SignaalSluiten(dossier: dossier, signaal: id, uitkomst: .hulpErbij, tekst: "Overgedragen", versie: 3)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        let dicht = try #require(try await overzicht(proef, dossier).signalen.first?.gesloten)
        #expect(dicht.uitkomst == .hulpErbij && dicht.tekst == "Overgedragen")
        await #expect(throws: Failure.self) { try await volg("Te laat", versie: 4) }
    }

    @Test("alleen de eigen begeleider en de teamleider, in geen andere rol en niet van een ander dossier")
    func wie() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        try await leg(proef, dossier)
        _ = try await overzicht(proef, dossier, door: proef.teamleider)
        for rol in Role.allCases where rol != .teamleider {
            let ander = Actor(
                user: rol == .vrijwilliger ? proef.fatima.user : proef.ids.make(), roles: [rol], team: proef.team,
                gemeente: "0034", organisatie: proef.ids.make(), dossier: dossier, purpose: "proef")
            await #expect(throws: Failure.self, "\(rol)") { try await overzicht(proef, dossier, door: ander) }
        }
    }

    @Test("niets ervan staat in de tijdlijn, in het rapport, in een gebeurtenis of leesbaar in de opslag")
    func verzegeld() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        let voor = try await proef.getal("SELECT COUNT(*) FROM wegwijs_outbox")
        let id = try await leg(proef, dossier, bron: .derdeZei, van: Self.merk)
        _ = try await SignaalOpvolgen(dossier: dossier, signaal: id, tekst: Self.merk, verlengen: false, versie: 1)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        _ = try await VeiligContactZetten(
            dossier: dossier, contact: VeiligContact(nummer: "0612345678", nietTolk: Self.merk, toelichting: Self.merk), versie: 0
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        _ = try await VeiligheidsafspraakVastleggen(
            dossier: dossier, op: proef.vandaag, geldtTot: nil, tekst: Self.merk
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await proef.getal("SELECT COUNT(*) FROM wegwijs_outbox") == voor)
        let tijdlijn = try await TijdlijnOpvragen(dossier: dossier, page: PageRequest(limit: 100))
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows
        #expect(!tijdlijn.contains { "\($0)".contains(Self.merk) || $0.zin.lowercased().contains("signaal") })
        try await proef.eisVerzegeld(Self.merk, ook: ["geweld", "derde-zei", "0612345678"])
    }

    @Test("zonder sleutel staat er dat het nu niet te lezen is, en dan wordt er niet gebeld")
    func sleutelWeg() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        try await leg(proef, dossier)
        _ = try await VeiligContactZetten(dossier: dossier, contact: VeiligContact(geenBericht: true), versie: 0)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        await proef.keys.zet(weg: true)
        #expect(try await overzicht(proef, dossier).signalen.map(\.inhoud) == [nil])
        let veilig = try await VeiligheidOpvragen(dossier: dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(veilig.onleesbaar && veilig.contact == nil)
        await #expect(throws: Failure.self) { try await leg(proef, dossier) }
    }

    @Test("veilig contact: de vrijwilliger leest hoe te bellen en geen afspraken; een tweede wijziging verliest")
    func veilig() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        let contact = VeiligContact(nummer: "06 12345678", tijden: "Na zes uur", nietThuis: true)
        func zet(_ contact: VeiligContact, _ versie: Int) async throws {
            _ = try await VeiligContactZetten(dossier: dossier, contact: contact, versie: versie)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        func lees(_ actor: Actor) async throws -> Veiligheidsoverzicht {
            try await VeiligheidOpvragen(dossier: dossier).tonen(proef.middelen, proef.verzoek(actor))
        }
        try await zet(contact, 0)
        await #expect(throws: Failure.self) { try await zet(VeiligContact(), 0) }
        await #expect(throws: Failure.self) { try await zet(VeiligContact(nummer: "bel mij"), 1) }
        _ = try await VeiligheidsafspraakVastleggen(dossier: dossier, op: proef.vandaag, geldtTot: nil, tekst: "Belt de buren")
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        let vrijwilliger = Actor(user: proef.fatima.user, roles: [.vrijwilliger], team: proef.team, purpose: "begeleiding")
        #expect(try await lees(vrijwilliger).contact == contact)
        #expect(try await lees(vrijwilliger).afspraken == nil)
        let afspraak = try #require(try await lees(proef.fatima).afspraken?.first)
        #expect(afspraak.tekst == "Belt de buren")
        _ = try await VeiligheidsafspraakBeeindigen(
            dossier: dossier, afspraak: afspraak.afspraak, reden: "Verhuisd", versie: afspraak.versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.teamleider))
        #expect(try await lees(proef.teamleider).afspraken?.first?.reden == "Verhuisd")
        try await zet(VeiligContact(), 1)
        #expect(try await lees(proef.fatima).contact == nil)
        await #expect(throws: Failure.self) { try await lees(proef.karel) }
    }
}

extension Proefdienst {
    /// Looks through the bytes of the store and its log: what was sealed stands nowhere in the clear.
    func eisVerzegeld(_ merk: String, ook woorden: [String] = []) async throws {
        try await store.write { tx in _ = tx.ids.next() }
        for deel in ["", "-wal"] {
            let bytes = try Data(contentsOf: map.appending(path: "begeleiding.sqlite\(deel)"))
            for woord in [merk] + woorden {
                #expect(bytes.range(of: Data(woord.utf8)) == nil, "\(woord) staat leesbaar in de opslag\(deel)")
            }
        }
    }
}
