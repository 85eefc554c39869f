// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Zegel

@testable import IntakeApp

/// A file from upload to result: dry run first, all or nothing per row, twice without effect, on after a hard stop.
@Suite(.timeLimit(.minutes(2)))
struct AanleveringTests {
    @Test("de proef telt en houdt niets; importeren doet wat de proef zei")
    func heleWeg() async throws {
        let proef = try await Opstelling()
        let rijen = [
            Proefbestand.rij(1), Proefbestand.rij(2, [.doelgroep: "ontheemde-oekraine"]),
            Proefbestand.rij(3, [.geboortedatum: "1-2-1990"]),
            Proefbestand.rij(4, [.huishouden: "H-1", .huishoudrol: "partner"]),
            Proefbestand.rij(5, [.geboortedatum: "2015-03-12"]),
        ]
        let bestand = Proefbestand.bestand(rijen)
        let voor = try await proef.rijen()
        let id = try await proef.upload(bestand, stuk: 300)
        #expect(try await proef.stand(id).stand.toestand == .controleren)
        try await proef.loop(id)
        let stand = try await proef.stand(id)
        #expect(stand.stand.toestand == .gecontroleerd && stand.stand.rijen == 5 && stand.stand.huishoudens == 1)
        let verwacht = [
            "nieuw", "afgewezen ontheemde-oekraine", "geweigerd excel-datum", "nieuw", "wacht leeftijd",
        ]
        #expect(try await proef.uitkomsten(id) == verwacht)
        #expect(try await proef.rijen() == voor)
        #expect(
            stand.fouten.map(\.rij) == [3] && stand.fouten.map(\.regel) == [4] && stand.fouten.map(\.kolom) == ["geboortedatum"])
        #expect(stand.tellingen.contains(.init(status: .nieuw, code: nil, aantal: 2)))

        try await proef.importeer(id)
        #expect(try await proef.stand(id).stand.toestand == .klaar)
        #expect(try await proef.uitkomsten(id) == verwacht)
        let events = try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self)
        #expect(events.count == 2 && Set(events.map(\.huishouden)).count == 1)
        let almere = try #require(Gemeentecode("0034"))
        #expect(
            Set(events.map(\.aanmelding)) == [
                AanleverrijLezer.aanmelding(almere, "ALM-1"), AanleverrijLezer.aanmelding(almere, "ALM-4"),
            ])
        // The gemeente may ask after it by the koppeling, as if it had sent it.
        let vraag = try await proef.vraag("/v1/aanmeldingen/\(AanleverrijLezer.aanmelding(almere, "ALM-1"))")
        #expect(vraag.status == 200 && vraag.text.contains("geaccepteerd"))
    }

    @Test("hetzelfde bestand nog eens, en dezelfde rij in een ander bestand: geen gevolg")
    func tweemaal() async throws {
        let proef = try await Opstelling()
        let rijen = (1...20).map { Proefbestand.rij($0) }
        let eerste = try await proef.upload(Proefbestand.bestand(rijen))
        try await proef.loop(eerste)
        try await proef.importeer(eerste)
        let na = try await proef.rijen()
        // Quoted otherwise, in another order: the same rows.
        let anders = Data(
            ([Kolom.kop] + rijen.reversed().map { Proefbestand.velden($0).map { "\"\($0)\"" }.joined(separator: ";") })
                .joined(separator: "\n").utf8)
        for bestand in [Proefbestand.bestand(rijen), anders] {
            let id = try await proef.upload(bestand)
            try await proef.loop(id)
            #expect(Set(try await proef.uitkomsten(id)) == ["bekend"])
            try await proef.importeer(id)
            #expect(Set(try await proef.uitkomsten(id)) == ["bekend"])
        }
        #expect(try await proef.rijen() == na)
        #expect(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).count == 20)
    }

    @Test("de kolom met de dag van koppeling mag ontbreken; met een lege kolom erbij is het dezelfde rij")
    func laterKolom() async throws {
        let proef = try await Opstelling()
        let rijen = (1...40).map { Proefbestand.rij($0) }
        func zonder(_ rijen: [[Kolom: String]]) -> Data {
            let kop = Kolom.vast.map(\.rawValue).joined(separator: ";")
            return Data(
                ([kop] + rijen.map { rij in Kolom.vast.map { rij[$0] ?? "" }.joined(separator: ";") }).joined(separator: "\n")
                    .utf8)
        }
        let oud = try await proef.upload(zonder(rijen))
        try await proef.loop(oud)
        try await proef.importeer(oud)
        #expect(try await proef.uitkomsten(oud) == Array(repeating: "nieuw", count: 40))
        let opnieuw = try await proef.upload(Proefbestand.bestand(rijen))
        try await proef.loop(opnieuw)
        #expect(Set(try await proef.uitkomsten(opnieuw)) == ["bekend"])
        // A row with a field too many for the header of its file is refused, also when a wider header exists.
        var stuk = String(decoding: zonder([Proefbestand.rij(41)]), as: UTF8.self)
        stuk += ";2026-10-12"
        let breder = try await proef.upload(Data(stuk.utf8))
        try await proef.loop(breder)
        #expect(try await proef.uitkomsten(breder) == ["geweigerd kolommen"])
        let met = try await proef.upload(Proefbestand.bestand([Proefbestand.rij(42, [.datumKoppeling: "2026-10-12"])]))
        try await proef.loop(met)
        try await proef.importeer(met)
        #expect(
            try await proef.aantal("SELECT count(*) FROM persoon WHERE datum_koppeling = '2026-10-12'") == 1)
        let fout = try await proef.upload(Proefbestand.bestand([Proefbestand.rij(43, [.datumKoppeling: "12-okt-26"])]))
        try await proef.loop(fout)
        #expect(try await proef.uitkomsten(fout) == ["geweigerd excel-datum"])
    }

    @Test("een andere inhoud zonder hogere versie wordt geweigerd, met hogere versie is het een wijziging, een oudere telt niet")
    func versies() async throws {
        let proef = try await Opstelling()
        func lever(_ rijen: [[Kolom: String]]) async throws -> [String] {
            let id = try await proef.upload(Proefbestand.bestand(rijen))
            try await proef.loop(id)
            let voorspeld = try await proef.uitkomsten(id)
            try await proef.importeer(id)
            #expect(try await proef.uitkomsten(id) == voorspeld)
            return voorspeld
        }
        #expect(try await lever([Proefbestand.rij(1)]) == ["nieuw"])
        #expect(try await lever([Proefbestand.rij(1, [.telefoon: "0687654321"])]) == ["geweigerd hergebruikt"])
        #expect(try await lever([Proefbestand.rij(1, [.telefoon: "0687654321", .versie: "3"])]) == ["gewijzigd"])
        #expect(try await lever([Proefbestand.rij(1, [.telefoon: "0611111111", .versie: "2"])]) == ["geweigerd ouder"])
        // Both versions in one file.
        #expect(
            try await lever([Proefbestand.rij(2), Proefbestand.rij(2, [.versie: "2", .telefoon: "0687654321"])]) == [
                "nieuw", "gewijzigd",
            ])
        // The same row twice in one file, and the same person under two references.
        #expect(try await lever([Proefbestand.rij(3), Proefbestand.rij(3)]) == ["nieuw", "bekend"])
        #expect(
            try await lever([Proefbestand.rij(4), Proefbestand.rij(4, [.rijreferentie: "ALM-x", .huishouden: "H-x"])])
                == ["nieuw", "wacht mogelijk-dubbel"])
    }

    @Test("een nummer dat later in hetzelfde bestand erbij komt: de proef zegt wat het importeren doet")
    func laatNummer() async throws {
        let proef = try await Opstelling()
        let (bsn, ander) = (Proefbericht.bsn(1), Proefbericht.bsn(2))
        func rij(_ nummer: Int, _ vnummer: String, _ bsn: String, _ wijzig: [Kolom: String] = [:]) -> [Kolom: String] {
            Proefbestand.rij(1, [.vnummer: vnummer, .bsn: bsn, .rijreferentie: "N-\(nummer)"].merging(wijzig) { $1 })
        }
        let rijen = [
            rij(1, "2990000001", ""), rij(2, "2990000001", bsn), rij(3, "2990000001", bsn),
            // Another name and birth date with the same number, a number that contradicts, and one without a number.
            Proefbestand.rij(20, [.vnummer: "2990000002", .bsn: "", .rijreferentie: "N-4"]),
            Proefbestand.rij(700, [.vnummer: "2990000002", .bsn: ander, .rijreferentie: "N-5"]),
            Proefbestand.rij(31, [.vnummer: "2990000003", .rijreferentie: "N-6"]),
            Proefbestand.rij(31, [.vnummer: "2990000004", .rijreferentie: "N-7"]),
            // The name in another order and a day that is not known: still the same person.
            Proefbestand.rij(41, [.vnummer: "2990000005", .bsn: "", .rijreferentie: "N-8"]),
            Proefbestand.rij(41, [.vnummer: "2990000005", .rijreferentie: "N-9", .geboortedatumGebruik: "1"]),
        ]
        let id = try await proef.upload(Proefbestand.bestand(rijen))
        try await proef.loop(id)
        let (voorspeld, huishoudens) = (try await proef.uitkomsten(id), try await proef.stand(id).stand.huishoudens)
        try await proef.importeer(id)
        #expect(try await proef.uitkomsten(id) == voorspeld)
        #expect(voorspeld.prefix(3) == ["nieuw", "nieuw", "wacht mogelijk-dubbel"] && voorspeld.last == "nieuw")
        #expect(huishoudens == 4)
        #expect(try await proef.aantal("SELECT count(*) FROM persoon") == 4)
    }

    @Test("na een harde stop midden in het importeren gaat het verder zonder iets dubbel te doen", arguments: [1, 3, 7])
    func hardeStop(_ commits: Int) async throws {
        let proef = try await Opstelling()
        let id = try await proef.upload(Proefbestand.bestand((1...100).map { Proefbestand.rij($0) }))
        try await proef.loop(id)
        let versie = try await proef.stand(id).stand.versie
        _ = try await AanleveringBeslissen(parts: proef.parts).importeer(
            AanleveringImporteren(aanlevering: id, versie: versie), proef.envelope(AanleveringImporteren.type),
            Opstelling.klantmanager)
        // As after a kill: some rows are done, the progress says fewer than that.
        let bestand = try #require(try await proef.parts.store.read { try Aanleverregister.vind($0, id) })
        let rijen = (1...(commits * 9)).map { Proefbestand.rij($0) }
        let lezer = AanleverrijLezer(
            gemeente: try #require(Gemeentecode("0034")), bsn: .alle, vandaag: proef.parts.clock.today)
        let gelezen = rijen.enumerated().map {
            lezer.lees(
                .init(regel: $0.offset + 2, einde: 0, volgendeRegel: 0, velden: Proefbestand.velden($0.element), fout: nil),
                nummer: $0.offset + 1)
        }
        let oin = try #require(proef.parts.opdrachten.opdracht(id: bestand.opdracht)?.oin)
        let verwerking = Rijverwerking(parts: proef.parts, bestand: bestand, oin: oin)
        _ = await proef.parts.store.writeEach(try await verwerking.stappen(gelezen, overslaan: []))
        try await proef.loop(id)
        #expect(try await proef.stand(id).stand.toestand == .klaar)
        #expect(try await proef.uitkomsten(id) == Array(repeating: "nieuw", count: 100))
        let events = try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self)
        #expect(events.count == 100 && Set(events.map(\.aanmelding)).count == 100)
    }

    @Test("een upload gaat na een onderbreking verder, en een beschadigd bestand laat niets achter")
    func onderbreking() async throws {
        let proef = try await Opstelling()
        let bestand = Proefbestand.bestand((1...40).map { Proefbestand.rij($0) })
        let id = AanleveringID(UUID())
        let ontvangen = BestandOntvangen(parts: proef.parts, grenzen: proef.grenzen)
        func stuur(_ vanaf: Int, _ lengte: Int, laatste: Bool = false, hash: String? = nil) async throws -> AanleveringDeel.Answer
        {
            try await ontvangen(
                AanleveringDeel(
                    aanlevering: id, bestandsnaam: Proefbestand.naam, vanaf: vanaf,
                    inhoud: Data(bestand.dropFirst(vanaf).prefix(lengte)), laatste: laatste, hash: hash),
                gemeente: try Bestandsnaam(Proefbestand.naam).gemeente, proef.envelope(AanleveringDeel.type),
                Opstelling.klantmanager)
        }
        #expect(try await stuur(0, 1000) == .init(ontvangen: 1000, klaar: false))
        #expect(try await stuur(0, 1000) == .init(ontvangen: 1000, klaar: false))
        #expect(try await stuur(5000, 10) == .init(ontvangen: 1000, klaar: false))
        await #expect(throws: Failure.self) {
            _ = try await stuur(1000, bestand.count, laatste: true, hash: String(repeating: "0", count: 64))
        }
        #expect(try await proef.aantal("SELECT sum(grootte) FROM aanlevering") == 0)
        #expect(try await proef.aantal("SELECT count(*) FROM aanleverdeel") == 0)
        // In the store the file is sealed.
        try await proef.upload(bestand, id: id)
        let stukken = try await proef.parts.store.read { try Data.fetchAll($0, sql: "SELECT verzegeld FROM aanleverdeel") }
        #expect(!stukken.isEmpty && stukken.allSatisfy { $0.range(of: Data("Voorbeeldpad".utf8)) == nil })
    }

    @Test(
        "een bestand dat als geheel niet deugt, wordt geweigerd met de reden, en geen rij komt binnen",
        arguments: [
            ("komma's", Kolom.kop.replacing(";", with: ","), "komma's"),
            ("geen rijen", Kolom.kop, "alleen de kop"),
            ("open aanhaling", Kolom.kop + "\n\"ALM-1;1", "niet wordt gesloten"),
            ("iets anders", "hallo\nwereld", "De eerste regel is niet de kop"),
        ])
    func geheel(_ geval: (String, String, String)) async throws {
        let proef = try await Opstelling()
        let id = try await proef.upload(Data(geval.1.utf8))
        try await proef.loop(id)
        let stand = try await proef.stand(id)
        #expect(stand.stand.toestand == .geweigerd)
        #expect(stand.stand.reden?.contains(geval.2) == true, "\(stand.stand.reden ?? "")")
        await #expect(throws: Failure.self) { try await proef.importeer(id) }
    }

    @Test("Windows-1252 op rij 30 weigert het hele bestand voordat er één rij binnen is")
    func codering() async throws {
        let proef = try await Opstelling()
        var bestand = Proefbestand.bestand((1...30).map { Proefbestand.rij($0) })
        bestand.append(contentsOf: [0x0A, 0xE9])
        let id = try await proef.upload(bestand)
        try await proef.loop(id)
        #expect(try await proef.stand(id).stand.reden?.contains("Windows-1252") == true)
        #expect(try await proef.aantal("SELECT count(*) FROM aanmelding") == 0)
        #expect(try await proef.aantal("SELECT count(*) FROM aanleverrij") == 0)
    }

    @Test("wie er niet over gaat, ziet het bestand niet en doet er niets mee")
    func rechten() async throws {
        let proef = try await Opstelling()
        let id = try await proef.upload(Proefbestand.bestand([Proefbestand.rij(1)]))
        try await proef.loop(id)
        let anderen = [
            Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0363", purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Elders"), purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: TeamID(team: "Almere"), purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.beheerder], purpose: "x"),
        ]
        for actor in anderen {
            #expect(
                try await AanleveringenTonen(parts: proef.parts).lijst(AanleveringenLijst(page: PageRequest()), actor).rows
                    .isEmpty)
            await #expect(throws: Failure.notFound(what: "aanlevering")) { _ = try await proef.stand(id, actor) }
            await #expect(throws: Failure.self) {
                _ = try await AanleveringenTonen(parts: proef.parts).resultaat(
                    AanleveringResultaat(aanlevering: id, vanaf: 0), actor)
            }
            await #expect(throws: Failure.self) {
                _ = try await AanleveringBeslissen(parts: proef.parts).importeer(
                    AanleveringImporteren(aanlevering: id, versie: 2), proef.envelope(AanleveringImporteren.type, actor), actor)
            }
            await #expect(throws: Failure.self) { try await proef.upload(Data("x".utf8), actor: actor) }
        }
        let teamleider = MedewerkerTests.teamleider
        #expect(try await proef.stand(id, teamleider).stand.aanlevering == id)
        #expect(
            try await AanleveringenTonen(parts: proef.parts).lijst(AanleveringenLijst(page: PageRequest()), teamleider).rows.count
                == 1)
    }

    @Test(
        "een kenmerk met een BSN of V-nummer erin wordt geweigerd en nergens bewaard of teruggegeven",
        arguments: ["999900006-1", "BSN999900006", "999900006_2", "2990000001", "v:2990000001"])
    func nummerInKenmerk(_ kenmerk: String) async throws {
        let proef = try await Opstelling()
        let rijen = [
            Proefbestand.rij(1, [.rijreferentie: kenmerk]), Proefbestand.rij(2, [.huishouden: kenmerk]),
            Proefbestand.rij(3, [.ouderRijreferentie: kenmerk]),
        ]
        let id = try await proef.upload(Proefbestand.bestand(rijen))
        try await proef.loop(id)
        #expect(try await proef.uitkomsten(id) == Array(repeating: "geweigerd persoonsnummer", count: 3))
        let resultaat = try await AanleveringenTonen(parts: proef.parts).resultaat(
            AanleveringResultaat(aanlevering: id, vanaf: 0), Opstelling.klantmanager)
        #expect(!String(decoding: resultaat.inhoud, as: UTF8.self).contains(kenmerk))
        #expect(try await proef.aantal("SELECT count(*) FROM aanleverrij WHERE instr(referentie, '99000') > 0") == 0)
    }

    @Test("een proef kan worden weggegooid; daarna is de inhoud weg en importeren kan niet meer")
    func annuleren() async throws {
        let proef = try await Opstelling()
        let id = try await proef.upload(Proefbestand.bestand([Proefbestand.rij(1)]))
        try await proef.loop(id)
        let versie = try await proef.stand(id).stand.versie
        _ = try await AanleveringBeslissen(parts: proef.parts).annuleer(
            AanleveringAnnuleren(aanlevering: id, versie: versie), proef.envelope(AanleveringAnnuleren.type),
            Opstelling.klantmanager)
        try await Aanleveropruiming(parts: proef.parts, grenzen: proef.grenzen)()
        let stand = try await proef.stand(id).stand
        #expect(stand.toestand == .geannuleerd && stand.inhoudWeg)
        #expect(try await proef.aantal("SELECT count(*) FROM aanleverdeel") == 0)
        await #expect(throws: Failure.self) { try await proef.importeer(id) }
    }

    @Test("het resultaat heeft een regel per rij of fout, in stukken, en niets om mee te rekenen")
    func resultaat() async throws {
        let proef = try await Opstelling()
        let rijen = [Proefbestand.rij(1), Proefbestand.rij(2, [.bsn: "12345678", .postcode: "x"])]
        let id = try await proef.upload(Proefbestand.bestand(rijen))
        try await proef.loop(id)
        let antwoord = try await AanleveringenTonen(parts: proef.parts).resultaat(
            AanleveringResultaat(aanlevering: id, vanaf: 0), Opstelling.klantmanager)
        #expect(antwoord.bestandsnaam == "aanmelding_v1_0034_20270111_1_resultaat.csv" && antwoord.volgende == nil)
        var lezer = CSVLezer()
        let regels = try lezer.lees([UInt8](antwoord.inhoud)) + lezer.einde()
        #expect(
            regels.map { $0.velden.prefix(6).joined(separator: "|") } == [
                "rij|regel|rijreferentie|status|code|kolom", "1|2|ALM-1|nieuw||", "2|3|ALM-2|geweigerd|excel-voorloopnul|bsn",
                "2|3|ALM-2|geweigerd|postcode-vorm|postcode",
            ])
        let tekst = String(decoding: antwoord.inhoud, as: UTF8.self)
        for geheim in ["12345678", Proefbestand.naam(1), Proefbericht.bsn(1), "Voorbeeldpad"] { #expect(!tekst.contains(geheim)) }
    }
}
