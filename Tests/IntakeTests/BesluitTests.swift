// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import IntakeApp

/// The page on which a worker decides: what it shows, to which team, and taking a decision back.
@Suite(.timeLimit(.minutes(2)))
struct BesluitTests {
    static let almere = TeamID(team: "Almere")
    let teamleider = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: almere, purpose: "aanmelding")

    private func envelope() -> Envelope {
        Envelope(id: UUID(), source: "urn:wegwijs:portaal", type: "proef", time: Date(), actor: teamleider)
    }

    private func id(_ bericht: JSONWaarde) throws -> AanmeldingID {
        guard case .tekst(let id)? = bericht["data.aanmeldingId"] else { throw Opstelling.Stuk() }
        return try #require(AanmeldingID(id))
    }

    private func beeld(_ proef: Opstelling, _ bericht: JSONWaarde, _ actor: Actor? = nil) async throws -> Aanmeldingsbeeld {
        try await AanmeldingTonen(parts: proef.parts)(
            AanmeldingOpvragen(aanmelding: try id(bericht)), actor ?? teamleider, caller: .portaal, because: envelope())
    }

    private func accepteer(_ proef: Opstelling, _ bericht: JSONWaarde, team: TeamID? = nil) async throws {
        let versie = try await beeld(proef, bericht).regel.versie
        _ = try await Accepteren(parts: proef.parts)(
            AanmeldingAccepteren(aanmelding: try id(bericht), versie: versie, team: team), envelope(), teamleider)
    }

    private func zetTerug(_ proef: Opstelling, _ bericht: JSONWaarde) async throws {
        let versie = try await beeld(proef, bericht).regel.versie
        _ = try await Terugzetten(parts: proef.parts)(
            AanmeldingTerugzetten(aanmelding: try id(bericht), versie: versie), envelope(), teamleider)
    }

    /// One that waits, because the first with the same number is a client already.
    private func wachtend(_ proef: Opstelling) async throws -> JSONWaarde {
        _ = try await proef.stuur(Proefbericht.aanmelding(0))
        let tweede = Proefbericht.aanmelding(0, ["data.datumKoppeling": "2026-10-12"])
        _ = try await proef.stuur(tweede)
        return tweede
    }

    @Test("de pagina heeft alles voor een besluit: wie, taal en tolk, huishouden, opdracht, eerste contact met uitleg")
    func alles() async throws {
        let proef = try await Opstelling()
        let bericht = try await wachtend(proef)
        let beeld = try await beeld(proef, bericht)
        #expect(beeld.wie.bsn == "•••••0006" && beeld.wie.dossier == nil)
        #expect(beeld.talen == .init(spreektaal: "tr", leestaal: "tr", tolktaal: "tr", tolkNodig: true, geletterd: nil))
        #expect(beeld.wonen.datumKoppeling == Datum("2026-10-12") && beeld.wonen.datumHuisvesting == Datum("2027-01-18"))
        #expect(beeld.opdracht.id == "almere-2027" && beeld.opdracht.eigenTraject && beeld.opdracht.kentDoelgroep)
        // Monday 11 January 2027, five working days on.
        #expect(beeld.eersteContact.uiterlijk == Datum("2027-01-18") && beeld.eersteContact.waarom.contains("5 werkdagen"))
        // The first one is in the same household by the gemeente's reference.
        #expect(beeld.huisgenoten.map(\.toestand) == [.geaccepteerd] && beeld.huisgenoten.first?.dossier != nil)
        #expect(beeld.teams.map(\.naam) == ["Almere"] && beeld.mag == .init(beslissen: true, terugzetten: false))
        #expect(try await proef.aantal("SELECT count(*) FROM leeslog WHERE wat = 'aanmelding'") == 1)
        let elders = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Elders"), purpose: "x")
        await #expect(throws: Failure.self) { _ = try await self.beeld(proef, bericht, elders) }
        let begeleider = Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: Self.almere, purpose: "x")
        #expect(try await !self.beeld(proef, bericht, begeleider).mag.beslissen)
        let beheerder = Actor(user: GebruikerID(UUID()), roles: [.beheerder], purpose: "x")
        await #expect(throws: Failure.self) { _ = try await self.beeld(proef, bericht, beheerder) }
    }

    @Test("bij accepteren reist de laatste dag voor het eerste contact mee, en een team buiten de opdracht mag niet")
    func team() async throws {
        let proef = try await Opstelling()
        let bericht = try await wachtend(proef)
        await #expect {
            try await accepteer(proef, bericht, team: TeamID(team: "Elders"))
        } throws: { error in
            if case Failure.invalid(let fouten) = error { fouten.map(\.field) == ["team"] } else { false }
        }
        try await accepteer(proef, bericht, team: Self.almere)
        let event = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).last)
        #expect(event.eersteContactVoor == Datum("2027-01-18") && event.team == Self.almere)
    }

    @Test("een acceptatie terugdraaien laat niets achter, en opnieuw accepteren geeft hetzelfde dossier en nummer")
    func terug() async throws {
        let proef = try await Opstelling()
        let bericht = try await wachtend(proef)
        try await accepteer(proef, bericht)
        let eerst = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).last)
        for _ in 0..<3 {
            #expect(try await beeld(proef, bericht).mag == .init(beslissen: false, terugzetten: true))
            try await zetTerug(proef, bericht)
            #expect(try await proef.gebeurtenissen(AanmeldingTeruggezet.self).last?.dossier == eerst.dossier)
            let wacht = try await beeld(proef, bericht)
            #expect(wacht.regel.toestand == .inControle && wacht.regel.redenen == ["mogelijk-dubbel"] && wacht.mag.beslissen)
            #expect(try await proef.aantal("SELECT count(*) FROM persoon") == 1)
            #expect(
                try await proef.aantal(
                    "SELECT count(*) FROM (\(Aanwas.woorden.beide("woord", waar: "dossier = '\(eerst.dossier)'")))") == 0)
            try await accepteer(proef, bericht)
            let weer = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).last)
            #expect(weer.dossier == eerst.dossier && weer.dossiernummer == eerst.dossiernummer)
        }
        // What a rule accepted waits for a person once somebody took it back.
        let vanzelf = Proefbericht.aanmelding(5)
        _ = try await proef.stuur(vanzelf)
        try await zetTerug(proef, vanzelf)
        #expect(try await beeld(proef, vanzelf).regel.redenen == ["teruggezet"])
        #expect(try await proef.toestand(vanzelf).toestand == "in-controle")
    }

    @Test("een afwijzing terugdraaien vergelijkt de persoon weer met anderen")
    func afwijzing() async throws {
        let proef = try await Opstelling()
        let bericht = try await wachtend(proef)
        let versie = try await beeld(proef, bericht).regel.versie
        _ = try await Afwijzen(parts: proef.parts)(
            AanmeldingAfwijzen(aanmelding: try id(bericht), reden: "overig", versie: versie), envelope(), teamleider)
        try await zetTerug(proef, bericht)
        let beeld = try await beeld(proef, bericht)
        #expect(beeld.regel.redenen == ["mogelijk-dubbel"] && beeld.regel.mogelijkDubbelMet.count == 1)
        #expect(try await proef.gebeurtenissen(AanmeldingTeruggezet.self).map(\.dossier) == [nil])
        await #expect(throws: Failure.self) { try await zetTerug(proef, bericht) }
    }

    @Test("is er een begeleider of een contact, dan kan het niet meer en zegt de pagina waarom")
    func begonnen() async throws {
        let proef = try await Opstelling()
        let bericht = try await wachtend(proef)
        try await accepteer(proef, bericht)
        let dossier = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).last?.dossier)
        try await proef.parts.store.write { try Persoonregister.begint($0.db, dossier, op: Datum($0.now)) }
        let beeld = try await beeld(proef, bericht)
        #expect(!beeld.mag.terugzetten && beeld.mag.nietTerug == Terugzetten.alBegonnen)
        await #expect(throws: Failure.state(reason: Terugzetten.alBegonnen)) { try await zetTerug(proef, bericht) }
        #expect(try await proef.aantal("SELECT count(*) FROM persoon") == 2)
    }

    @Test("de lijst is te verkleinen op doelgroep en reden")
    func filter() async throws {
        let proef = try await Opstelling()
        _ = try await wachtend(proef)
        func aantal(_ doelgroep: Doelgroep?, _ reden: String?) async throws -> Int {
            try await AanmeldingenTonen(parts: proef.parts)(
                AanmeldingenLijst(toestand: .inControle, doelgroep: doelgroep, reden: reden, page: PageRequest()), teamleider
            ).rows.count
        }
        #expect(try await aantal(nil, nil) == 1)
        #expect(try await aantal(.statushouder18plus, "mogelijk-dubbel") == 1)
        #expect(try await aantal(.kind, nil) == 0)
        #expect(try await aantal(nil, "dubbel") == 0)
    }
}
