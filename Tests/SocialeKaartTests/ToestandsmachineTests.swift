// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import HTTPTypes
import Opslag
import Testing
import Web

@testable import SocialeKaartApp

/// All pairs of states and all parts, against the service itself with its store: what is not in the table is refused with 409
/// and leaves nothing behind.
@Suite("De toestandsmachine van buiten", .timeLimit(.minutes(3)))
struct ToestandsmachineTests {
    /// Everything that a step could leave behind.
    private func spoor(_ o: Kaartopstelling, _ id: VerwijzingID) async throws -> String {
        try await o.store.read { db in
            let rij = try Row.fetchOne(db, sql: "SELECT * FROM verwijzing WHERE id = ?", arguments: [id.description])
            let tellingen = try [
                "verwijzing", "verwijzing_stap", "verwijzing_taak", "reservering", "bezorging", "deelpakket", "wegwijs_historie",
                "wegwijs_opdracht", "wegwijs_outbox",
            ].map { tabel in
                let bestaat = try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = ?)", arguments: [tabel])
                return "\(tabel) \(bestaat == true ? try Int.fetchOne(db, sql: "SELECT count(*) FROM \(tabel)") ?? -1 : -2)"
            }
            return "\(rij.map { "\($0)" } ?? "weg") \(tellingen)"
        }
    }

    private func zet(_ o: Kaartopstelling, _ id: VerwijzingID, op van: VerwijzingToestand) async throws {
        try await o.store.write { tx in
            try tx.db.execute(
                sql: """
                    UPDATE verwijzing SET toestand = ?, vorige_toestand = ?, einde_op = ?, herinnering_op = NULL,
                      escalatie_op = NULL, uiterlijk_op = NULL WHERE id = ?
                    """,
                arguments: [
                    van.rawValue, van.isEinde ? "gestart" : nil, van.isEinde ? "2027-02-01" : nil, id.description,
                ])
        }
    }

    @Test("elk paar van toestanden, elke rol: 409 en geen spoor", arguments: VerwijzingToestand.allCases)
    func allePaden(van: VerwijzingToestand) async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        try await zet(o, id, op: van)
        let vorige: VerwijzingToestand? = van.isEinde ? .gestart : nil
        let voor = try await spoor(o, id)
        let head = o.store.head
        var geweigerd = 0
        for naar in VerwijzingToestand.allCases {
            for rol in Verwijzingsrol.allCases {
                // A begeleider is the referrer and speaks for the client: what either may do is not refused to the person.
                let rollen: Set<Verwijzingsrol> = [.casemanager, .client].contains(rol) ? [.casemanager, .client] : [rol]
                guard
                    rollen.allSatisfy({
                        Overgangstabel.overgang(van: van, naar: naar, rol: $0, vorige: vorige) == nil
                    })
                else { continue }
                try await weiger(o, id, van: van, naar: naar, rol)
                geweigerd += 1
            }
        }
        #expect(geweigerd >= 40, "\(van): \(geweigerd)")
        #expect(try await spoor(o, id) == voor)
        #expect(o.store.head == head)
    }

    private func weiger(
        _ o: Kaartopstelling, _ id: VerwijzingID, van: VerwijzingToestand, naar: VerwijzingToestand, _ rol: Verwijzingsrol
    ) async throws {
        let wat: Comment = "\(van) naar \(naar) als \(rol)"
        switch rol {
        case .casemanager, .client, .teamleider:
            let actor = rol == .teamleider ? o.teamleider : o.begeleider
            let versie = try await o.versie(id)
            do {
                if naar == .verstuurd, rol != .teamleider {
                    try await o.verstuur(id)
                } else {
                    _ = try await o.verwijzingen.overgaan(
                        VerwijzingOvergang(
                            verwijzing: id, versie: versie, naar: naar, velden: rol == .client ? ["namens": "client"] : [:]),
                        als: actor, because: o.opdracht(als: actor))
                }
                Issue.record("niet geweigerd: \(wat)")
            } catch let weigering as Overgangsweigering {
                guard case .nietToegestaan(let toestand, _) = weigering, case .state = weigering.failure else {
                    Issue.record("anders geweigerd: \(wat) \(weigering)")
                    return
                }
                #expect(toestand == van, wat)
            }
        case .partner:
            var headers: HTTPFields = [.authorization: "Bearer token-bibliotheek", .contentType: "application/json"]
            headers[.ifMatch] = "\"\(try await o.versie(id))\""
            if let naam = HTTPField.Name("Idempotency-Key") { headers[naam] = UUID().uuidString }
            let antwoord = try await o.client.send(
                .post, "/v1/verwijzingen/\(id)/statusovergangen", headers: headers,
                body: Data(#"{"naar":"\#(naar.rawValue)","velden":{}}"#.utf8))
            #expect(antwoord.status == 409, "\(wat): \(antwoord.text)")
            let account = Actor(
                user: nieuw(), roles: [.partner], organisatie: OrganisatieID(Kaartopstelling.organisatieBibliotheek),
                purpose: "verwijzing-behandelen")
            await #expect(throws: Overgangsweigering.self, wat) {
                _ = try await o.verwijzingen.partnerAntwoord(
                    PartnerAntwoorden(verwijzing: id, versie: try await o.versie(id), naar: naar, velden: [:]), als: account,
                    because: o.opdracht(als: account))
            }
        case .systeem:
            #expect(throws: Overgangsweigering.self, wat) {
                var feiten = Verwijzingsfeiten(toestand: van)
                feiten.vorige = van.isEinde ? .gestart : nil
                _ = try Overgangsregel.beoordeel(
                    feiten, naar: naar, rollen: [.systeem], velden: [:], vandaag: datum("2027-02-01"))
            }
            try await o.verwijzingen.termijnenBewaken()
        }
    }

    @Test("twee antwoorden tegelijk geven één stap en één 412", arguments: 1...5)
    func tegelijk(keer: Int) async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        let statussen = try await withThrowingTaskGroup(of: Int.self) { group in
            for nummer in 1...2 {
                group.addTask {
                    var headers: HTTPFields = [.authorization: "Bearer token-bibliotheek", .contentType: "application/json"]
                    headers[.ifMatch] = "\"2\""
                    if let naam = HTTPField.Name("Idempotency-Key") { headers[naam] = "sleutel-\(nummer)-\(keer)" }
                    let body =
                        nummer == 1
                        ? #"{"naar":"afgewezen","velden":{"redenAfwijzing":"geen-capaciteit"}}"#
                        : #"{"naar":"geaccepteerd","velden":{"contactpersoonPartner":"Balie","verwachteStartdatum":"2027-02-08"}}"#
                    return try await o.client.send(
                        .post, "/v1/verwijzingen/\(id)/statusovergangen", headers: headers, body: Data(body.utf8)
                    ).status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statussen.sorted() == [200, 412])
        #expect(try await o.versie(id) == 4)
    }

    @Test("een nieuwe poging noemt de oude, en dan is de taak daarvan af")
    func vervangt() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        let maken = { (vervangt: VerwijzingID, dossier: DossierID) in
            try await o.verwijzingen.maken(
                VerwijzingMaken(
                    dossier: dossier, voorziening: try #require(VoorzieningID(Kaartopstelling.schuldhulp)),
                    leefgebied: .financien, vervangt: vervangt), als: o.begeleider, because: o.opdracht(als: o.begeleider)
            ).verwijzing
        }
        await #expect(throws: Failure.state(reason: "De vorige verwijzing loopt nog. Trek die eerst in.")) {
            _ = try await maken(id, o.dossier)
        }
        o.klok.zet(datum("2027-02-09"))
        try await o.verwijzingen.termijnenBewaken()
        #expect(try await o.rij(id).taken == [.opnieuwKiezen])
        let ander: DossierID = nieuw()
        try await o.wijsToe(ander, aan: o.begeleider)
        await #expect(throws: Failure.self) { _ = try await maken(id, ander) }
        let tweede = try await maken(id, o.dossier)
        #expect(try await o.rij(tweede).vervangt == id)
        #expect(try await o.rij(id).taken == [])
        let beeld = try await o.verwijzingen.opvragen(.init(verwijzing: id), als: o.begeleider, because: nil)
        #expect(beeld.vervangenDoor == tweede)
    }

    @Test("de derde verlenging van de wachtlijst is een taak; een te oude instemming houdt acceptatie tegen en is er ook een")
    func wachtlijst() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        let partner = Partner(organisatie: try #require(OrganisatieID(Kaartopstelling.organisatieBibliotheek)), naam: "bieb")
        func stap(_ naar: VerwijzingToestand, _ velden: [String: String]) async throws {
            _ = try await o.verwijzingen.partnerStap(
                id, partner, sleutel: UUID().uuidString, versie: try await o.versie(id), naar: naar, velden: velden,
                because: o.opdracht(als: partner.actor))
        }
        for (keer, dag) in ["2027-02-15", "2027-03-01", "2027-04-01", "2027-05-03"].enumerated() {
            #expect(try await o.rij(id).taken == [])
            try await stap(.wachtlijst, ["herzieningsdatum": dag])
            #expect(try await o.rij(id).verlengingen == keer)
        }
        #expect(try await o.rij(id).taken == [.wachtlijstLang])
        try await stap(.wachtlijst, ["herzieningsdatum": "2027-08-05"])
        o.klok.zet(datum("2027-08-04"))
        let accepteren = ["contactpersoonPartner": "Balie", "verwachteStartdatum": "2027-08-06"]
        await #expect(throws: Overgangsweigering.voorwaarde(.instemmingNogGeldig)) { try await stap(.geaccepteerd, accepteren) }
        #expect(try await o.rij(id).taken.contains(.instemmingVernieuwen))
        #expect(try await o.rij(id).toestand == .wachtlijst)
        _ = try await o.verwijzingen.instemmingVastleggen(
            InstemmingVastleggen(verwijzing: id, versie: try await o.versie(id), hoe: "mondeling-met-tolk", taal: "ti"),
            als: o.begeleider, because: o.opdracht(als: o.begeleider))
        try await stap(.geaccepteerd, accepteren)
    }

    @Test("wat een begeleider moet doen, staat vooraan in de lijst en kan worden afgedaan")
    func volgen() async throws {
        let o = try await Kaartopstelling()
        let laat = try await o.verstuurd()
        o.klok.zet(datum("2027-02-03"))
        try await o.verwijzingen.termijnenBewaken()
        let later = try await o.verstuurd(Kaartopstelling.schuldhulp)
        let alles = try await o.verwijzingen.volgen(.init(page: .init(limit: 1)), als: o.begeleider)
        #expect(alles.rows.map(\.verwijzing) == [laat] && alles.rows.first?.taken == ["geen-antwoord"])
        let rest = try await o.verwijzingen.volgen(.init(page: .init(after: alles.next, limit: 1)), als: o.begeleider)
        #expect(rest.rows.map(\.verwijzing) == [later] && rest.next == nil)
        let vandaag = try await o.verwijzingen.vandaag(.init(page: .init(), metKaart: true), als: o.teamleider)
        #expect(vandaag.verwijzingen?.rows.map(\.verwijzing) == [laat])
        // How much there is, without the entries themselves.
        var werk = try await o.kaart.werk(KaartWerk(page: .init(limit: 1)), als: o.teamleider)
        (werk.rijen, werk.volgende) = ([], nil)
        #expect(vandaag.kaart == werk)
        let zonder = try await o.verwijzingen.vandaag(.init(page: .init(), metKaart: false), als: o.begeleider)
        #expect(zonder.verwijzingen?.rows.map(\.verwijzing) == [laat] && zonder.kaart == nil)
        let beheerder = Actor(user: nieuw(), roles: [.beheerder], purpose: "beheer")
        #expect(try await o.verwijzingen.vandaag(.init(page: .init(), metKaart: true), als: beheerder).verwijzingen == nil)
        let vreemd = Actor(user: nieuw(), roles: [.begeleider], team: o.team, purpose: "begeleiding")
        #expect(try await o.verwijzingen.volgen(.init(page: .init()), als: vreemd).rows.isEmpty)
        for keer in 1...2 {
            do {
                _ = try await o.verwijzingen.taakAfdoen(
                    .init(verwijzing: laat, taak: "geen-antwoord"), als: o.begeleider, because: o.opdracht(als: o.begeleider))
                #expect(keer == 1)
            } catch Failure.state { #expect(keer == 2) }
        }
        #expect(try await o.rij(laat).taken == [])
        let over = try await o.verwijzingen.vandaag(.init(page: .init(), metKaart: false), als: o.teamleider)
        #expect(over.verwijzingen?.rows.isEmpty == true)
    }

    @Test("wat te doen is volgt de taak, de dag en wie het dossier heeft")
    func teDoen() async throws {
        let o = try await Kaartopstelling()
        let verwijzing = try await o.verstuurd()
        o.klok.zet(datum("2027-02-03"))
        try await o.verwijzingen.termijnenBewaken()
        func taken(_ actor: Actor) async throws -> [VerwijzingID] {
            try await o.verwijzingen.vandaag(.init(page: .init(), metKaart: false), als: actor).verwijzingen?.rows
                .map(\.verwijzing) ?? []
        }
        func doe(_ sql: String, _ waarde: String?) async throws {
            try await o.store.write { tx in try tx.db.execute(sql: sql, arguments: [waarde]) }
        }
        for actor in [o.begeleider, o.teamleider] { #expect(try await taken(actor) == [verwijzing]) }
        let ander = Actor(user: nieuw(), roles: [.begeleider], team: o.team, purpose: "begeleiding")
        #expect(try await taken(ander) == [])
        // Somebody else has the dossier now.
        try await doe("UPDATE toewijzing SET begeleider = ?", ander.user?.description)
        #expect(try await taken(ander) == [verwijzing])
        #expect(try await taken(o.begeleider) == [])
        try await doe("UPDATE verwijzing SET uiterlijk_op = ?", "2027-03-01")
        let sleutel = try await o.store.read { try String.fetchOne($0, sql: "SELECT sleutel FROM verwijzing_te_doen") }
        #expect(sleutel == "0|2027-03-01|\(verwijzing)")
        try await doe("UPDATE verwijzing_taak SET af_op = ?", "2027-02-04")
        for actor in [ander, o.teamleider] { #expect(try await taken(actor) == []) }
    }
}
