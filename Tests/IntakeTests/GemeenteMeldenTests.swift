// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bezorging
import Bus
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang
import Web

@testable import IntakeApp

/// What a gemeente is told of itself, and what it can then ask.
@Suite("Meldingen aan de gemeente", .timeLimit(.minutes(2)))
struct GemeenteMeldenTests {
    private struct Rij: Equatable {
        var soort: String
        var onderwerp: String
        var inhoud: String
    }

    private func meldingen(_ proef: Opstelling) async throws -> [Rij] {
        try await proef.parts.store.read { db in
            try Row.fetchAll(db, sql: "SELECT soort, onderwerp, inhoud FROM bezorging ORDER BY rowid").map {
                Rij(
                    soort: ($0["soort"] as String).replacing("nl.inburgering.begeleiding.", with: ""),
                    onderwerp: $0["onderwerp"], inhoud: String(decoding: $0["inhoud"] as Data, as: UTF8.self))
            }
        }
    }

    private func aanmelding(_ bericht: JSONWaarde) throws -> AanmeldingID {
        guard case .tekst(let text)? = bericht["data.aanmeldingId"], let id = AanmeldingID(text) else { throw Opstelling.Stuk() }
        return id
    }

    private func dossier(_ proef: Opstelling, _ bericht: JSONWaarde) async throws -> DossierID {
        let id = try aanmelding(bericht)
        return try #require(try await proef.parts.store.read { try Aanmeldingregister.vind($0, id)?.dossier })
    }

    @Test("elke uitkomst wordt gemeld, eenmaal, zonder gegevens van de persoon")
    func toestanden() async throws {
        let proef = try await Opstelling()
        let (eerste, dubbel) = (Proefbericht.aanmelding(0), Proefbericht.aanmelding(0))
        let ontheemd = Proefbericht.aanmelding(1, ["data.doelgroep": "ontheemde-oekraine"])
        for bericht in [eerste, dubbel, ontheemd, eerste] { #expect(try await proef.stuur(bericht).status == 202) }
        _ = try await proef.stuur(Proefbericht.intrekking(van: dubbel))
        let rijen = try await meldingen(proef)
        let verwacht = try [eerste, dubbel, ontheemd, dubbel].map { try aanmelding($0).description }
        #expect(rijen.map(\.onderwerp) == verwacht)
        #expect(rijen.allSatisfy { $0.soort == "toestand.gewijzigd.v1" })
        for rij in rijen {
            for verboden in ["Işık", "9999", "1990", "in-controle", "ontheemde"] { #expect(!rij.inhoud.contains(verboden)) }
            #expect(rij.inhoud.contains("\"dataref\":\"https://wegwijs.example/v1/aanmeldingen/\(rij.onderwerp)\""))
        }
    }

    @Test("een wijziging die aan de toestand niets verandert, wordt niet gemeld")
    func nietsVeranderd() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        _ = try await proef.stuur(bericht)
        _ = try await proef.stuur(Proefbericht.wijziging(van: bericht, ["data.client.huisnummer": "99"]))
        #expect(try await meldingen(proef).count == 1)
    }

    @Test("gestart, no-show, rapport en einde worden gemeld, en de gemeente vraagt de dagen op")
    func traject() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        _ = try await proef.stuur(bericht)
        let dossier = try await dossier(proef, bericht)
        let (traject, dag): (TrajectID, (String) -> Datum) = (TrajectID(UUID()), { Datum($0) ?? Datum(Date()) })
        let melden = try #require(proef.parts.melden)
        func pas(_ following: String, _ event: some Event) async throws {
            try await proef.volg(following == "rapportage" ? .rapportage(melden) : .begeleiding(melden), event)
        }
        func contact(_ soort: Contactsoort, _ verschijning: Verschijning, _ op: String) -> ContactmomentVastgelegd {
            ContactmomentVastgelegd(
                contactmoment: Identifier(UUID()), traject: traject, dossier: dossier, soort: soort, datum: dag(op),
                duurMinuten: 30, verschijning: verschijning, tolk: .geen)
        }
        // The report of another service may be known before the start of the traject is.
        try await pas(
            "rapportage",
            RapportVastgesteld(
                rapport: Identifier(UUID()), soort: "tussenrapportage", traject: traject, dossier: dossier, gemeente: "0034",
                vastgesteldOp: dag("2027-07-10")))
        try await pas(
            "begeleiding",
            TrajectGestart(
                traject: traject, dossier: dossier, dossiernummer: "W-2027-0001", huishouden: Identifier(UUID()),
                gemeente: "0034", opdracht: "almere-2027", ontvangenOp: dag("2027-01-11"), gestartOp: dag("2027-01-12"),
                tussenrapportageOp: dag("2027-07-12"), eindigtOp: dag("2028-07-12"), factureerbaar: true,
                team: Identifier(UUID())))
        try await pas("begeleiding", contact(.afspraak, .nietVerschenen, "2027-02-03"))
        try await pas("begeleiding", contact(.afspraak, .nietVerschenen, "2027-02-01"))
        try await pas("begeleiding", contact(.outreach, .nietVerschenen, "2027-02-04"))
        try await pas("begeleiding", contact(.afspraak, .aanwezig, "2027-02-05"))
        try await pas(
            "begeleiding",
            TrajectAfgerond(traject: traject, dossier: dossier, reden: "doelen gehaald", afgerondOp: dag("2028-07-01")))
        try await pas(
            "rapportage",
            RapportVastgesteld(
                rapport: Identifier(UUID()), soort: "overdrachtsdocument", traject: traject, dossier: dossier, gemeente: "0034",
                vastgesteldOp: dag("2028-07-09")))
        let soorten = try await meldingen(proef).map(\.soort)
        #expect(
            soorten == [
                "toestand.gewijzigd.v1", "tussenrapportage.beschikbaar.v1", "traject.gestart.v1", "afspraak.gemist.v1",
                "afspraak.gemist.v1", "traject.afgerond.v1", "overdrachtsdocument.beschikbaar.v1",
            ])
        let antwoord = try await proef.vraag("/v1/aanmeldingen/\(try aanmelding(bericht))")
        #expect(
            antwoord.text.contains(
                #""traject":{"aantalNietVerschenen":2,"afgerondOp":"2028-07-01","eindigtOp":"2028-07-12","gestartOp":"2027-01-12","laatstNietVerschenenOp":"2027-02-03","overdrachtsdocumentBeschikbaarOp":"2028-07-09","tussenrapportageBeschikbaarOp":"2027-07-10","tussenrapportageOp":"2027-07-12"}"#
            ), "\(antwoord.text)")
        #expect(!antwoord.text.contains("doelen gehaald"))
    }

    @Test("een rapport vertelt van het huishouden: is over een huisgenoot gestopt, dan hoort en ziet de gemeente er niets van")
    func rapportVanHuishouden() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding(0)
        let huisgenoot = Proefbericht.aanmelding(1, ["data.huishouden": bericht["data.huishouden"]])
        for wie in [bericht, huisgenoot] { _ = try await proef.stuur(wie) }
        let (eigen, ander) = (try await dossier(proef, bericht), try await dossier(proef, huisgenoot))
        let melden = try #require(proef.parts.melden)
        let (traject, dag) = (TrajectID(UUID()), try #require(Datum(2027, 7, 10)))
        func rapport(_ soort: String) async throws {
            try await proef.volg(
                .rapportage(melden),
                RapportVastgesteld(
                    rapport: Identifier(UUID()), soort: soort, traject: traject, dossier: eigen, gemeente: "0034",
                    vastgesteldOp: dag))
        }
        func zet(gestopt: Bool) async throws {
            try await proef.parts.store.write { tx in
                if gestopt { try Uitwisselstop.stop(ander, in: tx) } else { try Uitwisselstop.hervat(ander, in: tx) }
            }
        }
        func ziet() async throws -> [String] {
            let tekst = try await proef.vraag("/v1/aanmeldingen/\(try aanmelding(bericht))").text
            // The traject itself is of this person alone.
            #expect(tekst.contains(#""traject":"#), "\(tekst)")
            return ["tussenrapportageBeschikbaarOp", "overdrachtsdocumentBeschikbaarOp"].filter { tekst.contains($0) }
        }
        func gemeld() async throws -> Int { try await meldingen(proef).count { $0.soort.contains("beschikbaar") } }
        try await zet(gestopt: true)
        for soort in ["tussenrapportage", "overdrachtsdocument"] { try await rapport(soort) }
        #expect(try await gemeld() == 0)
        #expect(try await ziet() == [])
        try await zet(gestopt: false)
        #expect(try await ziet().count == 2)
        try await rapport("overdrachtsdocument-2")
        #expect(try await gemeld() == 1)
        // What lies ready when the stop is set does not leave either, and what tells of this person alone does.
        let toets = GemeenteMelden.toets(proef.parts.store)
        for soort in GemeenteMelden.Soort.allCases { #expect(try await toets(eigen, soort.rawValue)) }
        try await zet(gestopt: true)
        for soort in GemeenteMelden.Soort.allCases {
            #expect(try await toets(eigen, soort.rawValue) == !soort.verteltVanHuishouden)
        }
    }

    @Test("een no-show die wordt verbeterd telt en meldt één keer; een die wordt ingetrokken telt niet meer")
    func verbeterdeNoShow() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        _ = try await proef.stuur(bericht)
        let dossier = try await dossier(proef, bericht)
        let melden = try #require(proef.parts.melden)
        let (traject, dag): (TrajectID, Datum) = (TrajectID(UUID()), try #require(Datum(2027, 2, 3)))
        let (een, twee) = (ContactmomentID(UUID()), ContactmomentID(UUID()))
        func vast(_ id: ContactmomentID, vervangt: ContactmomentID? = nil) async throws {
            try await proef.volg(
                .begeleiding(melden),
                ContactmomentVastgelegd(
                    contactmoment: id, traject: traject, dossier: dossier, soort: .afspraak, datum: dag, duurMinuten: 0,
                    verschijning: .nietVerschenen, tolk: .geen, vervangt: vervangt))
        }
        func weg(_ id: ContactmomentID) async throws {
            try await proef.volg(
                .begeleiding(melden),
                ContactmomentIngetrokken(
                    contactmoment: id, traject: traject, dossier: dossier, soort: .afspraak, datum: dag,
                    verschijning: .nietVerschenen, reden: .aanvulling))
        }
        func stand() async throws -> Int? {
            try await proef.parts.store.read { try Trajectstanden.vind($0, dossier)?.nietVerschenen }
        }
        try await vast(een)
        try await weg(een)
        try await vast(twee, vervangt: een)
        #expect(try await stand() == 1)
        #expect(try await meldingen(proef).count { $0.soort == "afspraak.gemist.v1" } == 1)
        try await weg(twee)
        #expect(try await stand() == 0)
        #expect(try await proef.parts.store.read { try Trajectstanden.vind($0, dossier)?.nietVerschenenOp } == nil)
    }

    @Test("een no-show die wordt teruggenomen laat de dag staan van een andere die er nog is, in welke volgorde ook")
    func dagVanDeNoShow() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        _ = try await proef.stuur(bericht)
        let dossier = try await dossier(proef, bericht)
        let traject = TrajectID(UUID())
        let dagen = try [1, 8, 8, 20].map { try #require(Datum(2027, 2, $0)) }
        let contacten = dagen.map { (id: ContactmomentID(UUID()), dag: $0) }
        for contact in contacten {
            try await proef.volg(
                .begeleiding(nil),
                ContactmomentVastgelegd(
                    contactmoment: contact.id, traject: traject, dossier: dossier, soort: .afspraak, datum: contact.dag,
                    duurMinuten: 0, verschijning: .nietVerschenen, tolk: .geen))
        }
        // Away: the last one, an early one, then the two of one day one after the other.
        var gezien: [String] = []
        for nummer in [3, 0, 2, 1] {
            let contact = contacten[nummer]
            try await proef.volg(
                .begeleiding(nil),
                ContactmomentIngetrokken(
                    contactmoment: contact.id, traject: traject, dossier: dossier, soort: .afspraak, datum: contact.dag,
                    verschijning: .nietVerschenen, reden: .dubbel))
            let stand = try await proef.parts.store.read { try Trajectstanden.vind($0, dossier) }
            gezien.append("\(stand?.nietVerschenen ?? -1) \(stand?.nietVerschenenOp?.description ?? "geen")")
        }
        #expect(gezien == ["3 2027-02-08", "2 2027-02-08", "1 2027-02-08", "0 geen"])
    }

    @Test("zonder geregistreerd adres wordt niets klaargelegd; wie maar één soort wil, krijgt die")
    func adresEnSoorten() async throws {
        let proef = try await Opstelling()
        try AccessFile.add(
            Gemeentebestemmingen.Regel(
                gemeente: "0034", adres: "https://x.example", soorten: [GemeenteMelden.Soort.trajectGestart.rawValue]),
            to: "bestemmingen", in: proef.map.appending(component: "koppeling.json"), replacing: "gemeente")
        _ = try #require(proef.parts.melden).bestemmingen.value(now: true)
        _ = try await proef.stuur(Proefbericht.aanmelding())
        #expect(try await meldingen(proef).isEmpty)
    }

    @Test("een geheim mag met whsec_ ervoor; een dat geen base64 is, wordt geweigerd en niet stil overgeslagen")
    func geheim() throws {
        let file = FileManager.default.temporaryDirectory.appending(component: "geheim-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        func lees(_ geheim: String) throws -> Data? {
            try Data(#"{"bestemmingen":[{"gemeente":"0034","adres":"https://x.example","geheim":"\#(geheim)"}]}"#.utf8)
                .write(to: file)
            return try Gemeentebestemmingen(file: file)[Gemeentebestemmingen.sleutel("0034")]?.bestemming.geheim
        }
        let sleutel = Data("een geheim van 24 tekens".utf8)
        for vorm in ["", "whsec_"] { #expect(try lees(vorm + sleutel.base64EncodedString()) == sleutel) }
        for fout in ["geen base64!", "whsec_", "whsec_geen base64!", "whsec_whsec_AAAA", ""] {
            #expect {
                _ = try lees(fout)
            } throws: { error in
                let text = "\(error)"
                return text.contains("bestemmingen[0].geheim") && (fout.isEmpty || !text.contains(": \(fout)"))
            }
        }
    }

    @Test("over wie de uitwisseling is gestopt, wordt niets meer gemeld en niets van het traject gezegd")
    func gestopt() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        _ = try await proef.stuur(bericht)
        let dossier = try await dossier(proef, bericht)
        let event = TrajectAfgerond(
            traject: Identifier(UUID()), dossier: dossier, reden: "x", afgerondOp: Datum(2027, 2, 1) ?? Datum(Date()))
        try await proef.parts.store.write { try Uitwisselstop.stop(dossier, in: $0) }
        try await proef.volg(.begeleiding(proef.parts.melden), event)
        #expect(try await meldingen(proef).count == 1)
        #expect(try await !proef.vraag("/v1/aanmeldingen/\(try aanmelding(bericht))").text.contains("traject"))
        #expect(try await !proef.parts.store.read { try Uitwisselregister.magUitwisselen($0, dossier) })
    }

    @Test("wat wij zelf invoerden, kent de gemeente niet bij ons id, en wordt haar niet gemeld")
    func eigenInvoer() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        _ = try await proef.stuur(bericht)
        let id = try aanmelding(bericht)
        try await proef.parts.store.write {
            try $0.db.execute(
                sql: "UPDATE aanmelding SET oin = ? WHERE id = ?", arguments: [Opstelling.wij, id.description])
        }
        let dossier = try await dossier(proef, bericht)
        let event = TrajectAfgerond(
            traject: Identifier(UUID()), dossier: dossier, reden: "x", afgerondOp: Datum(2027, 2, 1) ?? Datum(Date()))
        try await proef.volg(.begeleiding(proef.parts.melden), event)
        #expect(try await meldingen(proef).count == 1)
    }

    @Test("alleen de beheerder ziet wat niet aankwam, bezorgt opnieuw en geeft op; de reden is verplicht")
    func beheer() async throws {
        let proef = try await Opstelling()
        _ = try await proef.stuur(Proefbericht.aanmelding())
        try await proef.parts.store.write {
            try $0.db.execute(sql: "UPDATE bezorging SET toestand = 'mens', oorzaak = 'weg', status = 410, pogingen = 1")
        }
        let bezorgen = BerichtenBezorgen(parts: proef.parts)
        let beheerder = Actor(user: Identifier(UUID()), roles: [.beheerder], purpose: "beheer")
        let ander = Actor(user: Identifier(UUID()), roles: [.begeleider, .teamleider, .klantmanager, .financieel], purpose: "x")
        func envelop() -> Envelope {
            Envelope(id: UUID(), source: ServiceName.portaal.source, type: "x", time: proef.parts.clock.now, actor: beheerder)
        }
        await #expect(throws: Failure.self) { try await bezorgen.lijst(OnbezorgdeBerichten(), ander) }
        await #expect(throws: Failure.self) { try await bezorgen.aantal(ander) }
        #expect(try await bezorgen.aantal(beheerder) == .init(voorMens: 1, wordtHerhaald: 0, vasteBestanden: []))
        let rij = try #require(try await bezorgen.lijst(OnbezorgdeBerichten(), beheerder).rows.first)
        #expect(rij.oorzaak == "weg" && rij.status == 410 && !rij.wordtHerhaald)
        for reden in ["", "x", "regel\nregel", String(repeating: "a", count: 201)] {
            await #expect(throws: Failure.self) {
                try await bezorgen.geefOp(BerichtOpgeven(bericht: rij.id, versie: rij.versie, reden: reden), envelop(), beheerder)
            }
        }
        await #expect(throws: Failure.self) {
            try await bezorgen.opnieuw(BerichtOpnieuwBezorgen(bericht: rij.id, versie: rij.versie), envelop(), ander)
        }
        let keer = envelop()
        for _ in 1...2 { #expect(try await bezorgen.allesOpnieuw(keer, beheerder).aantal == 1) }
        #expect(try await bezorgen.aantal(beheerder).voorMens == 0)
    }
}

extension Opstelling {
    /// Applies one event of another service as the bus would.
    func volg(_ following: Following, _ event: some Event) async throws {
        let envelope = Envelope(
            id: UUID(), source: following.source.source, type: type(of: event).type, subject: event.subject, time: parts.clock.now
        )
        let data = try MessageCoding.encode(event)
        let effect = try #require(following.effects[type(of: event).type])
        try await parts.store.write(because: envelope) { try effect.apply(data, envelope, $0) }
    }
}
