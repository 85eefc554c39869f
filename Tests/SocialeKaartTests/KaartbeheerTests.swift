// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import SocialeKaartApp

/// What a worker does to keep the directory: entries, organisations, the list of what must be checked.
@Suite("De sociale kaart bijhouden", .timeLimit(.minutes(2)))
struct KaartbeheerTests {
    private func bewerkbaar(_ o: Kaartopstelling, _ id: VoorzieningID?) async throws -> VoorzieningBewerkbaar.Answer {
        try await o.kaart.bewerkbaar(VoorzieningBewerkbaar(voorziening: id), als: o.begeleider)
    }

    @discardableResult
    private func bewaar(
        _ o: Kaartopstelling, _ id: VoorzieningID?, versie: Int, _ inhoud: Voorzieningsinhoud, controle: String = "telefoon"
    ) async throws -> VoorzieningBewerken.Answer {
        try await o.kaart.bewerken(
            VoorzieningBewerken(voorziening: id, versie: versie, inhoud: inhoud, controle: controle), als: o.begeleider,
            because: o.opdracht(als: o.begeleider))
    }

    private func detail(_ o: Kaartopstelling, _ id: VoorzieningID) async throws -> Voorzieningsdetail {
        try await o.kaart.opvragen(VoorzieningOpvragen(voorziening: id), als: o.begeleider)
    }

    /// Everything that can be filled in.
    static func vol(_ begrippen: [String] = []) throws -> Voorzieningsinhoud {
        var inhoud = Voorzieningsinhoud(
            naam: "Taalcafé Proef", organisatie: OrganisatieID(Kaartopstelling.organisatieBibliotheek))
        (inhoud.andereNaam, inhoud.omschrijving, inhoud.waarschuwing) = ("Café Taal", "Samen oefenen.", "Neem een pen mee.")
        (inhoud.website, inhoud.email) = ("https://voorbeeld.example", "info@voorbeeld.example")
        inhoud.telefoons = [.init(nummer: "036 000 0000", toelichting: "Balie"), .init(nummer: "036 000 0001")]
        inhoud.contacten = [.init(naam: "Balie", functie: "Gastvrouw", email: "b@voorbeeld.example", telefoon: "036 000 0002")]
        (inhoud.voorWie, inhoud.minimumLeeftijd, inhoud.maximumLeeftijd) = ("Iedereen", 16, 99)
        (inhoud.aanmelden, inhoud.wachttijd, inhoud.kosten) = ("Loop binnen", "Geen", "Een euro voor de koffie")
        inhoud.kostenopties = [.init(omschrijving: "Koffie", bedrag: 1)]
        (inhoud.talen, inhoud.tolk, inhoud.meenemen) = (["nl", "ti"], "Na afspraak", ["Pas", "Brief"])
        inhoud.gebieden = ["Almere Haven"]
        inhoud.locaties = [
            .init(
                naam: "Stadhuis", straat: "Stadhuisplein 1", postcode: "1315 HR", plaats: "Almere", bereikbaar: "Bus 2",
                breedte: 52.37, lengte: 5.22), .init(naam: "Op het scherm", soort: "online", link: "https://voorbeeld.example/a"),
        ]
        inhoud.openingstijden = [
            .init(dagen: [1, 3], van: "09:00", tot: "12:00"),
            .init(herhaling: "maand", dagen: [2], nummer: -1, van: "19:00", tot: "21:00"),
            .init(
                herhaling: "uitzondering", geldigVan: datum("2027-02-03"), geldigTot: datum("2027-02-03"),
                toelichting: "Studiedag"),
        ]
        inhoud.capaciteit = .init(eenheid: "plaatsen", beschikbaar: 3, maximum: 9, toelichting: "Per groep")
        (inhoud.begrippen, inhoud.bronnen) = (begrippen, ["Gebeld met de balie"])
        return inhoud
    }

    @Test("alles wat iemand invult komt ongewijzigd terug, is te vinden, en een tweede keer bewaren verandert geen woord")
    func heenEnTerug() async throws {
        let o = try await Kaartopstelling()
        let leeg = try await bewerkbaar(o, nil)
        #expect(leeg.inhoud == nil && leeg.organisaties.count == 24)
        let begrippen = ["leefgebied", "doelgroep", "toegang", "soort", "verwijsbaar", "upl"].compactMap { soort in
            leeg.begrippen.first { $0.soort == soort }?.id
        }
        #expect(begrippen.count == 6)
        #expect(leeg.begrippen.filter { $0.soort == "upl" }.allSatisfy { $0.uri?.hasPrefix(Kaartlezer.upl) == true })
        let inhoud = try Self.vol(begrippen)
        let nieuw = try await bewaar(o, nil, versie: 0, inhoud)
        let terug = try await bewerkbaar(o, nieuw.voorziening)
        var zelfde = try #require(terug.inhoud)
        #expect(Set(zelfde.begrippen) == Set(begrippen))
        zelfde.begrippen = begrippen
        #expect(zelfde == inhoud)
        #expect(terug.gecontroleerdOp == datum("2027-02-01") && terug.controleWijze == "telefoon")
        let gevonden = try await o.kaart.zoeken(
            VoorzieningenZoeken(
                tekst: "Taalcafé Proef", filters: .init(taal: "ti", gebied: "Almere Haven"), page: .init(limit: 5)),
            als: o.begeleider)
        #expect(gevonden.rows.first?.voorziening == nieuw.voorziening)
        // The same words again: nothing becomes another version but the check.
        let weer = try await bewaar(o, nieuw.voorziening, versie: nieuw.versie, inhoud, controle: "tikfout")
        #expect(weer.versie == nieuw.versie)
    }

    @Test("een vermelding toont haar week met uitzonderingen, haar plekken en haar termen")
    func tonen() async throws {
        let o = try await Kaartopstelling()
        let nieuw = try await bewaar(o, nil, versie: 0, try Self.vol())
        let toon = try await detail(o, nieuw.voorziening)
        // Monday 1 February: open; Wednesday 3 February is an exception: shut.
        #expect(toon.week?.map(\.stand) == ["open", "gesloten", "gesloten", "gesloten", "gesloten", "gesloten", "gesloten"])
        #expect(toon.week?.first?.tijden == [.init(van: "09:00", tot: "12:00")])
        #expect(toon.plekken?.map(\.locatie.naam) == ["Stadhuis", "Op het scherm"])
        #expect(toon.regel.plek?.stand == "plek" && toon.controleWijze == "telefoon")
        let almere = try await detail(o, try #require(VoorzieningID(Kaartopstelling.schuldhulp)))
        #expect(almere.begrippen?.contains { $0.soort == "upl" && $0.uri != nil } == true)
        #expect(almere.week == [])
    }

    @Test("zoeken op open volgt een uitzondering: dicht op een feestdag, open op een extra dag")
    func uitzonderingen() async throws {
        let o = try await Kaartopstelling(metKaart: false)
        func open(_ dag: Int, _ tijd: String) async throws -> [String] {
            try await o.kaart.zoeken(
                VoorzieningenZoeken(
                    tekst: "", filters: .init(openOp: .init(dag: dag, tijd: tijd)), page: .init(limit: 10)), als: o.begeleider
            ).rows.map { "\($0.naam) \($0.open ?? "")" }
        }
        var inhoud = Voorzieningsinhoud(naam: "A")
        inhoud.openingstijden = [
            .init(dagen: [1, 3], van: "09:00", tot: "00:00"),
            .init(herhaling: "uitzondering", geldigVan: datum("2027-02-03"), geldigTot: datum("2027-02-03")),
            .init(
                herhaling: "uitzondering", van: "10:00", tot: "11:00", geldigVan: datum("2027-02-04"),
                geldigTot: datum("2027-02-04")),
        ]
        try await bewaar(o, nil, versie: 0, inhoud)
        #expect(try await open(1, "23:30") == ["A open"])
        #expect(try await open(3, "10:00") == [])
        #expect(try await open(4, "10:30") == ["A open"])
        #expect(try await open(4, "11:30") == [])
    }

    @Test("wie begon van een oudere versie verliest, met wie en wanneer; de geschiedenis zegt wat er veranderde")
    func tegelijk() async throws {
        let o = try await Kaartopstelling()
        let id = try #require(VoorzieningID(Kaartopstelling.bibliotheek))
        let begin = try await bewerkbaar(o, id)
        var inhoud = try #require(begin.inhoud)
        inhoud.kosten = "Tien euro per jaar"
        try await bewaar(o, id, versie: begin.versie, inhoud)
        inhoud.kosten = "Gratis"
        do {
            try await bewaar(o, id, versie: begin.versie, inhoud)
            Issue.record("twee keer van dezelfde versie")
        } catch Failure.conflict(let botsing) {
            #expect(botsing.yours == begin.versie && botsing.newest == begin.versie + 1)
            #expect(botsing.changedBy == o.begeleider.user?.description)
        }
        let na = try await bewerkbaar(o, id)
        #expect(na.inhoud?.kosten == "Tien euro per jaar")
        // What the form began from is still known, so that a field that was not touched can take the newest value.
        let sinds = VoorzieningBewerkbaar(voorziening: id, sinds: begin.versie)
        #expect(try await o.kaart.bewerkbaar(sinds, als: o.begeleider).basis == begin.inhoud && na.basis == nil)
        let laatste = try #require(na.geschiedenis.first)
        #expect(laatste.waarom == "bewerkt" && laatste.door == o.begeleider.user?.description)
        #expect(laatste.verschillen.contains { $0.veld == "fees_description" && $0.wordt == "Tien euro per jaar" })
    }

    @Test("van een geheim adres wordt alleen de plaatsnaam bewaard: een adres wordt geweigerd en staat nergens")
    func geheim() async throws {
        let o = try await Kaartopstelling()
        var inhoud = Voorzieningsinhoud(naam: "Opvang Proef")
        inhoud.locaties = [.init(straat: "Geheimestraat 9", postcode: "1399 ZZ", plaats: "Almere", geheim: true)]
        do {
            try await bewaar(o, nil, versie: 0, inhoud)
            Issue.record("een geheim adres is bewaard")
        } catch Failure.invalid(let fouten) {
            #expect(Set(fouten.map(\.field)) == ["locaties[0].straat", "locaties[0].postcode"])
        }
        inhoud.locaties = [.init(plaats: "Almere", geheim: true)]
        let nieuw = try await bewaar(o, nil, versie: 0, inhoud)
        #expect(try await detail(o, nieuw.voorziening).plekken?.first?.locatie.geheim == true)
        let alles = try await o.store.read { db in
            try String.fetchAll(db, sql: "SELECT document FROM voorziening UNION ALL SELECT rij FROM wegwijs_historie")
        }
        #expect(!alles.contains { $0.contains("Geheimestraat") || $0.contains("1399 ZZ") })
    }

    @Test(
        "opheffen haalt een vermelding van de openbare kant en uit het werk, en herstellen brengt haar terug als niet gecontroleerd"
    )
    func opheffen() async throws {
        let o = try await Kaartopstelling()
        try await o.controleer(Kaartopstelling.bibliotheek)
        let id = try #require(VoorzieningID(Kaartopstelling.bibliotheek))
        let openbaar = VoorzieningenZoeken(tekst: "bibliotheek", page: .init(limit: 5))
        #expect(try await o.kaart.zoekenOpenbaar(openbaar).rows.contains { $0.voorziening == id })
        var nu = try await bewerkbaar(o, id)
        var inhoud = try #require(nu.inhoud)
        inhoud.status = "opgeheven"
        try await bewaar(o, id, versie: nu.versie, inhoud, controle: "niet")
        #expect(try await !o.kaart.zoekenOpenbaar(openbaar).rows.contains { $0.voorziening == id })
        let werk = try await o.kaart.werk(KaartWerk(page: .init(limit: 200)), als: o.teamleider)
        #expect(!werk.rijen.contains { $0.voorziening == id } && werk.verlopen == 100)
        nu = try await bewerkbaar(o, id)
        inhoud.status = "actief"
        try await bewaar(o, id, versie: nu.versie, inhoud, controle: "niet")
        #expect(try await detail(o, id).regel.gecontroleerdOp == nil)
    }

    @Test("het werk begint bij wat nooit is gecontroleerd, dan het oudste, en is te bladeren zonder dubbel of gemist")
    func werk() async throws {
        let o = try await Kaartopstelling()
        try await o.controleer(Kaartopstelling.bibliotheek)
        try await o.controleer(Kaartopstelling.schuldhulp)
        o.klok.zet(datum("2027-09-01"))
        try await o.controleer(Kaartopstelling.nietVerwijsbaar)
        var (gezien, na): ([Voorzieningsregel], String?) = ([], nil)
        repeat {
            let deel = try await o.kaart.werk(KaartWerk(page: .init(after: na, limit: 30)), als: o.begeleider)
            #expect((deel.verlopen, deel.navragen) == (98, 2))
            gezien += deel.rijen
            na = deel.volgende
        } while na != nil
        #expect(gezien.count == 100 && Set(gezien.map(\.voorziening)).count == 100)
        #expect(gezien.suffix(2).allSatisfy { $0.gecontroleerdOp == datum("2027-02-01") })
        // By the index, whatever the number of entries.
        let plan = try await o.store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT v.id FROM voorziening v WHERE v.status <> 'defunct'
                    AND coalesce(v.gecontroleerd_op, '') < '2027' ORDER BY coalesce(v.gecontroleerd_op, ''), v.id LIMIT 3
                    """
            ).map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains("voorziening_werk") } && !plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test("een organisatie maken en wijzigen: haar nieuwe naam vindt haar vermeldingen, en een oude versie verliest")
    func organisatie() async throws {
        let o = try await Kaartopstelling()
        let id = try #require(OrganisatieID(Kaartopstelling.organisatieBibliotheek))
        let nu = try await o.kaart.organisatie(OrganisatieBewerkbaar(organisatie: id), als: o.begeleider)
        #expect(!nu.voorzieningen.isEmpty)
        var inhoud = nu.inhoud
        (inhoud.naam, inhoud.email) = ("Boekenpaleis Zonnewende", "info@voorbeeld.example")
        inhoud.telefoons = [.init(nummer: "036 000 0000")]
        func bewaar(_ id: OrganisatieID?, _ versie: Int, _ inhoud: Organisatieinhoud) async throws -> OrganisatieBewerken.Answer {
            try await o.kaart.bewerken(
                OrganisatieBewerken(organisatie: id, versie: versie, inhoud: inhoud), als: o.begeleider,
                because: o.opdracht(als: o.begeleider))
        }
        let na = try await bewaar(id, nu.versie, inhoud)
        #expect(na.versie == nu.versie + 1)
        #expect(try await o.kaart.organisatie(OrganisatieBewerkbaar(organisatie: id), als: o.begeleider).inhoud == inhoud)
        let gevonden = try await o.kaart.zoeken(
            VoorzieningenZoeken(tekst: "Zonnewende", page: .init(limit: 5)), als: o.begeleider)
        #expect(gevonden.rows.contains { $0.voorziening.description == Kaartopstelling.bibliotheek })
        await #expect(throws: Failure.self) { try await bewaar(id, nu.versie, inhoud) }
        do {
            _ = try await bewaar(nil, 0, .init(naam: "", website: "zomaar"))
            Issue.record("een organisatie zonder naam")
        } catch Failure.invalid(let fouten) {
            #expect(Set(fouten.map(\.field)) == ["naam", "omschrijving", "website"])
        }
        _ = try await bewaar(nil, 0, .init(naam: "Nieuw", omschrijving: "Nieuw"))
    }

    @Test("wie de kaart niet mag wijzigen komt nergens bij: vrijwilliger, cliënt, partner")
    func rechten() async throws {
        let o = try await Kaartopstelling()
        let partner = Actor(
            user: nieuw(), roles: [.partner], organisatie: OrganisatieID(Kaartopstelling.organisatieBibliotheek), purpose: "kaart"
        )
        for actor in [
            Actor(user: nieuw(), roles: [.vrijwilliger], team: o.team, purpose: "x"),
            Actor(user: nieuw(), roles: [.client], dossier: o.dossier, purpose: "x"), partner,
        ] {
            await #expect(throws: Failure.self) {
                try await o.kaart.bewerkbaar(VoorzieningBewerkbaar(voorziening: nil), als: actor)
            }
            await #expect(throws: Failure.self) { try await o.kaart.werk(KaartWerk(page: .init(limit: 5)), als: actor) }
            await #expect(throws: Failure.self) {
                try await o.kaart.bewerken(
                    OrganisatieBewerken(organisatie: nil, versie: 0, inhoud: .init(naam: "X", omschrijving: "X")), als: actor,
                    because: o.opdracht(als: actor))
            }
            await #expect(throws: Failure.self) {
                try await o.kaart.ontvang(
                    KaartbestandDeel(invoer: UUID(), naam: "a.json", vanaf: 0, inhoud: Data()), als: actor,
                    because: o.opdracht(als: actor))
            }
        }
        let keuzes = try await o.kaart.keuzes(Kaartkeuzes(), als: partner)
        #expect(keuzes.doelgroepen.contains { $0.code == "statushouders" } && keuzes.toegang.contains { $0.code == "vrij" })
    }
}
