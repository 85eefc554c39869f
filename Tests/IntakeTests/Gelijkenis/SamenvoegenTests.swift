// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// Merging and taking that back: whatever the order, what is left is what the merges in force say, and nothing is lost.
@Suite(.timeLimit(.minutes(5)))
struct SamenvoegenTests {
    static let teamleider = MedewerkerTests.teamleider

    private func opdracht(_ type: String) -> Envelope {
        Envelope(id: UUID(), source: "urn:wegwijs:portaal", type: type, time: Date(), actor: Self.teamleider)
    }

    private func mensen(_ proef: Opstelling, _ aantal: Int) async throws -> [DossierID] {
        for nummer in 0..<aantal { _ = try await proef.stuur(Proefbericht.aanmelding(nummer)) }
        return try await proef.parts.store.read {
            try String.fetchAll($0, sql: "SELECT id FROM persoon ORDER BY dossiernummer").compactMap { DossierID($0) }
        }
    }

    private func versie(_ proef: Opstelling, _ dossier: DossierID) async throws -> Int {
        try await proef.parts.store.read { try Persoonregister.vind($0, dossier)?.versie ?? 0 }
    }

    func voegSamen(_ proef: Opstelling, _ volgend: DossierID, bij leidend: DossierID) async throws -> SamenvoegingID {
        try await Samenvoegen(parts: proef.parts)(
            DossiersSamenvoegen(
                leidend: leidend, volgend: volgend, versie: try await versie(proef, volgend), reden: "zelfde-gegevens"),
            opdracht(DossiersSamenvoegen.type), Self.teamleider
        ).samenvoeging
    }

    func maakOngedaan(_ proef: Opstelling, _ id: SamenvoegingID) async throws {
        let versie = try await proef.parts.store.read { try Samenvoegregister.vind($0, id)?.versie ?? 0 }
        _ = try await OngedaanMaken(parts: proef.parts)(
            SamenvoegingOngedaanMaken(samenvoeging: id, versie: versie), opdracht(SamenvoegingOngedaanMaken.type),
            Self.teamleider)
    }

    /// All rows of the tables that a merge must never touch.
    private func inhoud(_ proef: Opstelling) async throws -> [String] {
        try await proef.parts.store.read { db in
            try ["kenmerk", "zoeksleutel", "zoeksleutel_nieuw", "zoekwoord", "zoekwoord_nieuw", "huishouden"].flatMap { tabel in
                try Row.fetchAll(db, sql: "SELECT * FROM \(tabel) ORDER BY 1, 2").map { "\(tabel) \($0)" }
            } + Row.fetchAll(db, sql: "SELECT id, naam, gegevens, huishouden, team FROM persoon ORDER BY id").map { "\($0)" }
        }
    }

    @Test("elke reeks van samenvoegen en ongedaan maken eindigt waar het model zegt", arguments: [1, 2, 3, 4] as [UInt64])
    func reeks(_ zaad: UInt64) async throws {
        var toeval = Proeftoeval(zaad)
        let proef = try await Opstelling()
        let dossiers = try await mensen(proef, 8)
        let eerst = try await inhoud(proef)
        // The model: who follows whom, and nothing else.
        var volgt: [DossierID: (leidend: DossierID, id: SamenvoegingID)] = [:]
        func wortel(_ dossier: DossierID) -> DossierID {
            var nu = dossier
            while let verder = volgt[nu] { nu = verder.leidend }
            return nu
        }
        for stap in 0..<60 {
            if toeval.getal(3) > 0 || volgt.isEmpty {
                let (een, ander) = (dossiers[toeval.getal(8)], dossiers[toeval.getal(8)])
                let mag = een != ander && volgt[een] == nil && volgt[ander] == nil
                do {
                    let id = try await voegSamen(proef, een, bij: ander)
                    #expect(mag, "zaad \(zaad), stap \(stap)")
                    volgt[een] = (ander, id)
                } catch Failure.state {
                    #expect(!mag, "zaad \(zaad), stap \(stap)")
                }
            } else {
                let keuze = volgt.sorted { $0.key < $1.key }[toeval.getal(volgt.count)]
                try await maakOngedaan(proef, keuze.value.id)
                volgt[keuze.key] = nil
            }
            for dossier in dossiers {
                let gevonden = try await proef.parts.store.read { try Samenvoegregister.wortel($0, dossier) }
                #expect(gevonden == wortel(dossier), "zaad \(zaad), stap \(stap)")
            }
        }
        for rest in volgt.values { try await maakOngedaan(proef, rest.id) }
        #expect(try await inhoud(proef) == eerst, "zaad \(zaad)")
        #expect(try await proef.aantal("SELECT count(*) FROM samenvoeging WHERE toestand = 'actief'") == 0)
        let samen = try await proef.gebeurtenissen(PersoonSamengevoegd.self).map(\.samenvoeging)
        let ongedaan = try await proef.gebeurtenissen(SamenvoegingOngedaan.self).map(\.samenvoeging)
        #expect(Set(samen) == Set(ongedaan) && samen.count == ongedaan.count)
    }

    @Test("wie volgt, staat niet meer in de lijst, wel onder het eigen nummer; na ongedaan maken staat iedereen er weer")
    func lijst() async throws {
        let proef = try await Opstelling()
        let dossiers = try await mensen(proef, 3)
        func lijst(_ tekst: String) async throws -> [DossierID] {
            try await PersonenTonen(parts: proef.parts).zoek(PersonenZoeken(tekst: tekst, page: PageRequest()), Self.teamleider)
                .rows.map(\.dossier)
        }
        let id = try await voegSamen(proef, dossiers[1], bij: dossiers[0])
        #expect(Set(try await lijst("")) == [dossiers[0], dossiers[2]])
        #expect(try await lijst("W-2027-0002") == [dossiers[1]])
        try await maakOngedaan(proef, id)
        #expect(Set(try await lijst("")) == Set(dossiers))
    }

    @Test("een oudere versie, een andere rol en een ander team voegen niets samen")
    func weigeren() async throws {
        let proef = try await Opstelling()
        let dossiers = try await mensen(proef, 2)
        let bevel = DossiersSamenvoegen(leidend: dossiers[0], volgend: dossiers[1], versie: 9, reden: "zelfde-gegevens")
        await #expect(throws: Failure.self) {
            _ = try await Samenvoegen(parts: proef.parts)(bevel, opdracht(DossiersSamenvoegen.type), Self.teamleider)
        }
        for actor in [
            Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: MedewerkerTests.almere, purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Elders"), purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.beheerder], purpose: "x"),
        ] {
            let goed = DossiersSamenvoegen(leidend: dossiers[0], volgend: dossiers[1], versie: 1, reden: "zelfde-gegevens")
            await #expect(throws: Failure.self) {
                _ = try await Samenvoegen(parts: proef.parts)(goed, opdracht(DossiersSamenvoegen.type), actor)
            }
        }
        #expect(try await proef.aantal("SELECT count(*) FROM samenvoeging") == 0)
    }

    @Test("een BSN dat later komt bij wie al een V-nummer heeft, geeft geen tweede dossier")
    func laatNummer() async throws {
        let proef = try await Opstelling()
        let eerste = Proefbericht.aanmelding(0, ["data.client.bsn": nil, "data.client.vnummer": "2990000001"])
        _ = try await proef.stuur(eerste)
        let tweede = Proefbericht.aanmelding(0, ["data.client.vnummer": "2990000001"])
        _ = try await proef.stuur(tweede)
        #expect(try await proef.toestand(tweede) == .init(toestand: "geaccepteerd", redenen: [], dossiernummer: "W-2027-0001"))
        #expect(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).count == 1)
        let dossier = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).first?.dossier)
        let persoon = try await PersoonTonen(parts: proef.parts)(
            PersoonOpvragen(dossier: dossier), Self.teamleider, caller: .portaal, because: opdracht(PersoonOpvragen.type))
        #expect(persoon.bsn?.hasSuffix("0006") == true && persoon.vnummer == "2990000001")
        // Who says the same numbers again adds nothing: a person looks at it.
        let derde = Proefbericht.aanmelding(0, ["data.client.vnummer": "2990000001"])
        _ = try await proef.stuur(derde)
        #expect(try await proef.toestand(derde).toestand == "in-controle")
        // Taken back, the BSN is gone from the dossier and the aanmelding waits.
        let samen = try #require(try await proef.gebeurtenissen(PersoonSamengevoegd.self).first)
        try await maakOngedaan(proef, samen.samenvoeging)
        #expect(try await proef.toestand(tweede) == .init(toestand: "in-controle", redenen: ["nadere-controle"]))
        let daarna = try await PersoonTonen(parts: proef.parts)(
            PersoonOpvragen(dossier: dossier), Self.teamleider, caller: .portaal, because: opdracht(PersoonOpvragen.type))
        #expect(daarna.bsn == nil)
    }

    @Test("hetzelfde V-nummer met een heel andere naam wordt nooit vanzelf samengevoegd")
    func andereNaam() async throws {
        let proef = try await Opstelling()
        _ = try await proef.stuur(
            Proefbericht.aanmelding(0, ["data.client.bsn": nil, "data.client.vnummer": "2990000001"]))
        let tweede = Proefbericht.aanmelding(
            0,
            [
                "data.client.vnummer": "2990000001", "data.client.voornamen": "Selam", "data.client.geslachtsnaam": "Tekle",
                "data.client.geboortedatum.datum": "1970-05-05",
            ])
        _ = try await proef.stuur(tweede)
        #expect(try await proef.toestand(tweede) == .init(toestand: "in-controle", redenen: ["nadere-controle"]))
    }

    @Test("dezelfde persoon: de aanmelding hoort bij het dossier, en wacht weer als het ongedaan wordt gemaakt")
    func bijDossier() async throws {
        let proef = try await Opstelling()
        let dossiers = try await mensen(proef, 1)
        let tweede = Proefbericht.aanmelding(0)
        _ = try await proef.stuur(tweede)
        let lijst = try await AanmeldingenTonen(parts: proef.parts)(
            AanmeldingenLijst(toestand: .inControle, page: PageRequest()), Self.teamleider)
        let regel = try #require(lijst.rows.first)
        let naast = try await Vergelijken(parts: proef.parts).aanmelding(
            AanmeldingVergelijken(aanmelding: regel.aanmelding), Self.teamleider, caller: .portaal,
            because: opdracht(AanmeldingVergelijken.type))
        let kandidaat = try #require(naast.vergelijkingen.first)
        #expect(kandidaat.kandidaat.dossier == dossiers[0] && kandidaat.kandidaat.sterkte == "nummer")
        #expect(kandidaat.kandidaat.redenen.contains { $0.tekst == "Zelfde BSN." })
        #expect(kandidaat.velden.first { $0.veld == "naam" }?.stand == "gelijk")
        let id = try await BijDossierVoegen(parts: proef.parts)(
            AanmeldingBijDossier(
                aanmelding: regel.aanmelding, dossier: dossiers[0], versie: regel.versie, reden: "zelfde-nummer"),
            opdracht(AanmeldingBijDossier.type), Self.teamleider
        ).samenvoeging
        #expect(try await proef.toestand(tweede).dossiernummer == "W-2027-0001")
        #expect(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).count == 1)
        try await maakOngedaan(proef, id)
        #expect(try await proef.toestand(tweede).toestand == "in-controle")
    }

    @Test("andere persoon wordt onthouden: het paar komt niet terug")
    func anderePersoon() async throws {
        let proef = try await Opstelling()
        let dossiers = try await mensen(proef, 1)
        let tweede = Proefbericht.aanmelding(0)
        _ = try await proef.stuur(tweede)
        let regel = try #require(
            try await AanmeldingenTonen(parts: proef.parts)(
                AanmeldingenLijst(toestand: .inControle, page: PageRequest()), Self.teamleider
            ).rows.first)
        _ = try await AnderePersoonOnthouden(parts: proef.parts)(
            AnderePersoonVastleggen(aanmelding: regel.aanmelding, dossier: dossiers[0]),
            opdracht(AnderePersoonVastleggen.type), Self.teamleider)
        #expect(try await proef.aantal("SELECT count(*) FROM dubbelkandidaat") == 0)
        _ = try await proef.stuur(Proefbericht.wijziging(van: tweede, ["data.client.straat": "Proefstraat"]))
        #expect(try await proef.aantal("SELECT count(*) FROM dubbelkandidaat") == 0)
    }

    @Test("zoeken voor invoer met de hand vindt iemand in een andere spelling en noemt geen nummers")
    func zoeken() async throws {
        let proef = try await Opstelling()
        let dossiers = try await mensen(proef, 2)
        let vraag = KandidatenZoeken(
            voornamen: "Shukru", geslachtsnaam: "Isik", geboortedatum: "1990-03-12", telefoon: "0612345678")
        let gevonden = try await KandidatenTonen(parts: proef.parts)(vraag, Self.teamleider)
        #expect(gevonden.map(\.dossier) == [dossiers[0]])
        let json = String(decoding: try MessageCoding.encode(gevonden), as: UTF8.self)
        #expect(!json.contains("999900006") && !json.contains("612345678"))
        let ander = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Elders"), purpose: "x")
        #expect(try await KandidatenTonen(parts: proef.parts)(vraag, ander).isEmpty)
        await #expect(throws: Failure.self) {
            _ = try await KandidatenTonen(parts: proef.parts)(KandidatenZoeken(bsn: "123"), Self.teamleider)
        }
    }
}

/// Randomness with a seed, so that a failure can be done again.
struct Proeftoeval {
    private var stand: UInt64
    init(_ zaad: UInt64) { stand = zaad &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func getal(_ grens: Int) -> Int {
        stand ^= stand << 13
        stand ^= stand >> 7
        stand ^= stand << 17
        return Int(stand % UInt64(grens))
    }
}
