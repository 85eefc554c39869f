// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import SocialeKaartApp

/// Filters, distance, hours, order, reasons and suggestions, over a small directory that says more than the Almere one.
@Suite("Filteren en voorstellen op de sociale kaart", .timeLimit(.minutes(2)))
struct ZoekfilterTests {
    /// A directory of five services. The clock stands on Monday 1 February 2027, 10:00.
    private func kaart() async throws -> Kaartopstelling {
        let opstelling = try await Kaartopstelling(metKaart: false)
        _ = try await opstelling.kaart.importeren(
            Data(Self.bestand.utf8), proef: false, because: opstelling.opdracht(als: Kaartopstelling.beheer))
        return opstelling
    }

    private func namen(_ opstelling: Kaartopstelling, _ tekst: String, _ filters: Zoekfilters) async throws -> [String] {
        try await opstelling.kaart.zoeken(
            VoorzieningenZoeken(tekst: tekst, filters: filters, page: .init(limit: 10)), als: opstelling.begeleider
        ).rows.map(\.naam)
    }

    @Test(
        "elk filter laat over wat past",
        arguments: [
            (Zoekfilters(doelgroep: "statushouders"), ["Taalcafé Haven", "Taalles Buiten", "Taalles Weesp"]),
            (Zoekfilters(leeftijd: 12), ["Huiswerkklas", "Taalcafé Haven", "Taalles Weesp"]),
            (Zoekfilters(taal: "ti"), ["Taalcafé Haven"]),
            (Zoekfilters(gratis: true), ["Huiswerkklas", "Taalcafé Haven"]),
            (Zoekfilters(toegang: "vrij"), ["Taalcafé Haven"]),
            (Zoekfilters(gebied: "Almere"), ["Huiswerkklas", "Taalcafé Haven", "Taalles Buiten"]),
            (Zoekfilters(leeftijd: 12, gratis: true, gebied: "Almere"), ["Huiswerkklas", "Taalcafé Haven"]),
            (Zoekfilters(taal: "xx"), []),
        ] as [(Zoekfilters, [String])])
    func filters(filters: Zoekfilters, verwacht: [String]) async throws {
        let opstelling = try await kaart()
        #expect(try await namen(opstelling, "", filters).sorted() == verwacht.sorted())
    }

    @Test("de naaste locatie telt, elke voorziening staat er één keer, en ver weg valt af")
    func afstand() async throws {
        let opstelling = try await kaart()
        let pagina = try await opstelling.kaart.zoeken(
            VoorzieningenZoeken(tekst: "taal", filters: Zoekfilters(postcode4: "1315"), page: .init(limit: 10)),
            als: opstelling.begeleider)
        #expect(pagina.rows.map(\.naam) == ["Taalcafé Haven", "Taalles Buiten", "Taalles Weesp"])
        let eerste = try #require(pagina.rows.first)
        #expect(eerste.plaats == "Stad")
        #expect((eerste.afstandMeter ?? 0) < 1_500)
        #expect(eerste.redenen?.contains { $0.tekst.hasPrefix("Vlakbij: ") } == true)
        #expect(try await namen(opstelling, "taal", Zoekfilters(postcode4: "1315", afstandMeter: 8_000)).count == 2)
        #expect(try await namen(opstelling, "", Zoekfilters(postcode4: "1315", afstandMeter: 1_500)) == ["Taalcafé Haven"])
    }

    @Test("wat dicht is valt af, wat onbekend is blijft en zegt dat")
    func open() async throws {
        let opstelling = try await kaart()
        let maandag = try await opstelling.kaart.zoeken(
            VoorzieningenZoeken(tekst: "taal", filters: Zoekfilters(openOp: Openmoment()), page: .init(limit: 10)),
            als: opstelling.begeleider)
        #expect(maandag.rows.map(\.naam) == ["Taalcafé Haven", "Taalles Weesp"])
        #expect(maandag.rows.map(\.open) == ["open", "onbekend"])
        #expect(
            try await namen(opstelling, "taal", Zoekfilters(openOp: Openmoment(dag: 2, tijd: "19:30"))) == [
                "Taalles Buiten", "Taalles Weesp",
            ])
        #expect(try await namen(opstelling, "taal", Zoekfilters(openOp: Openmoment(dag: 2, tijd: "21:00"))) == ["Taalles Weesp"])
        #expect(
            try await namen(opstelling, "taal", Zoekfilters(openOp: Openmoment(dag: 2))) == ["Taalles Buiten", "Taalles Weesp"])
    }

    @Test("een verlopen rooster zegt niets over vandaag; een maandregel geldt in de goede week")
    func roosters() throws {
        func stand(_ json: String, _ dag: String, _ tijd: String? = "10:00") throws -> Openingstijden.Stand {
            let regels = try #require(try JSONWaarde(json: json.utf8).alsLijst)
            return Openingstijden(regels.compactMap(Openingsregel.init)).stand(op: datum(dag), om: tijd)
        }
        let oud = #"[{"freq":"WEEKLY","byday":"MO","opens_at":"09:00","closes_at":"17:00","valid_to":"2026-12-31"}]"#
        #expect(try stand(oud, "2027-02-01") == .onbekend)
        let eerste = #"[{"freq":"MONTHLY","byday":"1MO,-1WE","opens_at":"09:00+01:00","closes_at":"12:00"}]"#
        #expect(try stand(eerste, "2027-02-01") == .open)
        #expect(try stand(eerste, "2027-02-08") == .dicht)
        #expect(try stand(eerste, "2027-02-24") == .open)
        #expect(try stand(eerste, "2027-02-24", "12:00") == .dicht)
        #expect(try stand(eerste, "2027-02-24", nil) == .open)
        #expect(try stand(#"[{"byday":"XX","opens_at":"09:00","closes_at":"10:00"},{"byday":"MO"}]"#, "2027-02-01") == .onbekend)
    }

    /// Monday 1 February 2027; the service is open on Mondays from nine to five, the places say what is different there.
    @Test(
        "een uitzondering van één plek geldt daar, een andere plek van dezelfde voorziening blijft te vinden",
        arguments: [
            // A day shut at one place: the other one is open.
            (#""valid_from":"2027-02-01","valid_to":"2027-02-01""#, nil, "10:00", "open", "Buiten"),
            // Shut at both: not found.
            (
                #""valid_from":"2027-02-01","valid_to":"2027-02-01""#, #""valid_from":"2027-01-30","valid_to":"2027-02-02""#,
                "10:00", nil, nil
            ),
            // The exception was yesterday.
            (#""valid_from":"2027-01-31","valid_to":"2027-01-31""#, nil, "10:00", "open", nil),
            // It closes earlier at one place that day.
            (
                #""valid_from":"2027-02-01","valid_to":"2027-02-01","opens_at":"09:00","closes_at":"12:00""#, nil, "13:00",
                "open", "Buiten"
            ),
            (
                #""valid_from":"2027-02-01","valid_to":"2027-02-01","opens_at":"09:00","closes_at":"12:00""#, nil, "11:00",
                "open", nil
            ),
            // Open in the evening at one place that day.
            (
                nil, #""valid_from":"2027-02-01","valid_to":"2027-02-01","opens_at":"18:00","closes_at":"21:00""#, "19:00",
                "open", "Buiten"
            ),
            // The rules of a place go before those of the service.
            (#""freq":"WEEKLY","byday":"TU","opens_at":"09:00","closes_at":"17:00""#, nil, "10:00", "open", "Buiten"),
        ] as [(String?, String?, String, String?, String?)])
    func uitzonderingVanPlek(stad: String?, buiten: String?, tijd: String, open: String?, openBij: String?) async throws {
        let o = try await loket([("Stad", "1315 AA", stad, nil), ("Buiten", "1338 AA", buiten, nil)])
        let rijen = try await o.kaart.zoeken(
            VoorzieningenZoeken(
                tekst: "loket", filters: Zoekfilters(openOp: Openmoment(dag: 1, tijd: tijd)), page: .init(limit: 10)),
            als: o.begeleider
        ).rows
        #expect(rijen.map(\.open) == (open == nil ? [] : [open]))
        #expect(rijen.first?.openBij == openBij)
    }

    @Test(
        "een gebouw dat dicht is sluit wat erin zit, en de uren van een gebouw maken een spreekuur niet langer",
        arguments: [
            (#""valid_from":"2027-02-01","valid_to":"2027-02-01""#, "10:00", false),
            (#""freq":"WEEKLY","byday":"MO,TU","opens_at":"08:00","closes_at":"22:00""#, "10:00", true),
            (#""freq":"WEEKLY","byday":"MO,TU","opens_at":"08:00","closes_at":"22:00""#, "20:00", false),
        ])
    func gebouw(uren: String, tijd: String, gevonden: Bool) async throws {
        let o = try await loket([("Stad", "1315 AA", nil, uren)])
        let open = Zoekfilters(openOp: Openmoment(dag: 1, tijd: tijd))
        #expect(try await namen(o, "loket", open) == (gevonden ? ["Loket"] : []))
    }

    @Test("een plek dichtbij die dicht is telt niet mee in de afstand; de open plek wordt genoemd of is te ver")
    func dichtbijMaarDicht() async throws {
        let dicht = #""valid_from":"2027-02-01","valid_to":"2027-02-01""#
        let o = try await loket([("Stad", "1315 AA", dicht, nil), ("Buiten", "1338 AA", nil, nil)])
        func zoek(_ meter: Int?) async throws -> Voorzieningsregel? {
            let filters = Zoekfilters(postcode4: "1315", afstandMeter: meter, openOp: Openmoment(dag: 1, tijd: "10:00"))
            return try await o.kaart.zoeken(
                VoorzieningenZoeken(tekst: "loket", filters: filters, page: .init(limit: 10)), als: o.begeleider
            ).rows.first
        }
        let regel = try #require(try await zoek(nil))
        #expect(regel.plaats == "Buiten" && (regel.afstandMeter ?? 0) > 2_000)
        #expect(try await zoek(1_500) == nil)
        // The page shows the same day, and the rest of the week of that place as the service has it.
        let detail = try await o.kaart.opvragen(VoorzieningOpvragen(voorziening: regel.voorziening), als: o.begeleider)
        let weken = Dictionary(uniqueKeysWithValues: (detail.plekken ?? []).map { ($0.locatie.naam ?? "", $0.week.map(\.stand)) })
        #expect(weken == ["Stad": Array(repeating: "gesloten", count: 7), "Buiten": []])
    }

    /// A directory of one service, open on Mondays from nine to five, at these places: name, postcode, a schedule of the service
    /// there and one of the building.
    private func loket(_ plekken: [(naam: String, postcode: String, uren: String?, gebouw: String?)]) async throws
        -> Kaartopstelling
    {
        func id(_ nummer: Int) -> String { "00000000-0000-4000-8000-0000000\(20_000 + nummer)" }
        func roosters(_ nummer: Int, _ uren: String?) -> String {
            uren.map { #","schedules":[{"id":"\#(id(nummer))",\#($0)}]"# } ?? ""
        }
        let json = plekken.enumerated().map { volg, plek in
            let nummer = 10 * (volg + 1)
            return
                #"{"id":"\#(id(nummer))"\#(roosters(nummer + 1, plek.uren)),"location":{"id":"\#(id(nummer + 2))","location_type":"physical","name":"\#(plek.naam)","addresses":[{"id":"\#(id(nummer + 3))","address_1":"Straat 1","city":"X","state_province":"Flevoland","postal_code":"\#(plek.postcode)","country":"NL","address_type":"physical"}]\#(roosters(nummer + 4, plek.gebouw))}}"#
        }
        let week = #""freq":"WEEKLY","byday":"MO","opens_at":"09:00","closes_at":"17:00""#
        let bestand = """
            {"taxonomies":[],"taxonomy_terms":[],"organizations":[],"services":[{"id":"\(id(1))","name":"Loket","status":"active",
             "description":"Vragen.","assured_date":"2027-01-15","service_at_locations":[\(json.joined(separator: ","))]
             \(roosters(2, week))}]}
            """
        let o = try await Kaartopstelling(metKaart: false)
        _ = try await o.kaart.importeren(Data(bestand.utf8), proef: false, because: o.opdracht(als: Kaartopstelling.beheer))
        return o
    }

    @Test("een fout in een filter wordt bij het veld genoemd, alle fouten tegelijk")
    func fouten() async throws {
        let opstelling = try await kaart()
        let fout = Zoekfilters(
            doelgroep: "\" OR 1", leeftijd: 200, postcode4: "0001", afstandMeter: 5, openOp: Openmoment(dag: 9))
        do {
            _ = try await namen(opstelling, "", fout)
            Issue.record("er kwam geen fout")
        } catch Failure.invalid(let fouten) {
            #expect(
                fouten.map(\.field).sorted() == [
                    "filters.afstandMeter", "filters.doelgroep", "filters.leeftijd", "filters.openOp", "filters.postcode4",
                ])
        }
    }

    @Test("elke treffer zegt waarom")
    func redenen() async throws {
        let opstelling = try await Kaartopstelling()
        func redenen(_ tekst: String) async throws -> [Zoekreden] {
            let pagina = try await opstelling.kaart.zoeken(
                VoorzieningenZoeken(tekst: tekst, page: .init(limit: 5)), als: opstelling.begeleider)
            #expect(pagina.rows.allSatisfy { !($0.redenen ?? []).isEmpty }, "\(tekst)")
            return pagina.rows.first?.redenen ?? []
        }
        #expect(try await redenen("schuldhulpverlening").first?.tekst == "Naam bevat ‘Schuldhulpverlening’")
        #expect(try await redenen("geldproblemen").first?.tekst.contains("een verwant woord: ‘Schuldhulpverlening’") == true)
        #expect(try await redenen("ديون").first?.getypt == "ديون")
        #expect(try await redenen("biblioteek").first?.tekst == "Naam bevat ‘Bibliotheek’, dat lijkt op wat u typte")
        #expect(try await redenen("PGB").first?.tekst == "Andere naam bevat ‘pgb’")
    }

    @Test("een typefout stelt het goede woord voor; half passend wordt gezegd")
    func bedoeld() async throws {
        let opstelling = try await Kaartopstelling()
        func zoek(_ tekst: String) async throws -> Voorzieningenpagina {
            try await opstelling.kaart.zoeken(
                VoorzieningenZoeken(tekst: tekst, page: .init(limit: 5)), als: opstelling.begeleider)
        }
        #expect(try await zoek("biblioteek").bedoeld == ["bibliotheek"])
        #expect(try await zoek("bibliotheek").bedoeld == nil)
        #expect(try await zoek("bibliotheek zqxzqxzqx").deels == true)
        #expect(try await zoek("zqxzqxzqx").rows.isEmpty)
    }

    @Test("een voorstel: hoogstens vijf, alleen gecontroleerd en verwijsbaar, met de redenen, en vol komt achteraan")
    func suggesties() async throws {
        let opstelling = try await kaart()
        let vraag = SuggestiesVoorDoel(
            leefgebied: .taalInburgering, taal: "ti", postcode4: "1315", doelgroep: "statushouders", leeftijdsgroep: "27-66")
        let voorstel = try await opstelling.kaart.suggesties(vraag, als: opstelling.begeleider).rows
        #expect(voorstel.map(\.naam) == ["Taalcafé Haven", "Taalles Buiten"])
        let redenen = voorstel.first?.redenen?.map(\.tekst) ?? []
        #expect(redenen.contains("Past bij taal en inburgering"))
        #expect(redenen.contains("Spreekt Tigrinya"))
        #expect(redenen.contains("Plek vrij: 4"))
        #expect(redenen.contains("Gecontroleerd op 15 januari 2027"))
        #expect(redenen.contains { $0.hasPrefix("Vlakbij: ") })
        #expect(voorstel.last?.redenen?.contains { $0.tekst == "Nu geen plek" } == true)
        await #expect(throws: Failure.self) { try await opstelling.kaart.suggesties(vraag, als: .service(purpose: "zomaar")) }
        // Nothing that was passed is kept.
        let sporen = try await opstelling.store.outbox(after: 0, limit: 100)
        #expect(!sporen.contains { String(decoding: $0.data, as: UTF8.self).contains("1315") })
    }

    @Test("te oude plekgegevens zijn onbekend")
    func plek() {
        let vandaag = datum("2027-02-01")
        #expect(Plekstand(hsds: #"[{"available":2,"updated":"2027-01-20T10:00:00Z"}]"#, vandaag: vandaag)?.stand == "plek")
        #expect(Plekstand(hsds: #"[{"available":0,"updated":"2027-01-20"}]"#, vandaag: vandaag)?.stand == "vol")
        #expect(Plekstand(hsds: #"[{"available":2,"updated":"2026-12-01"}]"#, vandaag: vandaag)?.stand == "onbekend")
        #expect(Plekstand(hsds: nil, vandaag: vandaag) == nil)
    }

    @Test("een index van oudere regels wordt bij de start opnieuw gemaakt")
    func opnieuw() async throws {
        let opstelling = try await kaart()
        try await opstelling.store.write { tx in
            try tx.db.execute(sql: "INSERT OR REPLACE INTO zoekstand (een, versie) VALUES (1, 0); DELETE FROM zoekwoord;")
        }
        try await Zoekindex.maakBij(opstelling.store)
        #expect(try await namen(opstelling, "taalcafe", Zoekfilters()) == ["Taalcafé Haven"])
        #expect(try await opstelling.aantal("zoektekst") == 5)
        #expect(try await opstelling.aantal("zoekwoord") > 0)
    }

    private static let bestand: String = {
        func id(_ nummer: Int) -> String { "00000000-0000-4000-8000-0000000\(10_000 + nummer)" }
        func kenmerken(_ dienst: Int, _ codes: [(String, Int)]) -> String {
            codes.enumerated().map { nummer, paar in
                #"{"id":"\#(id(dienst * 100 + 50 + nummer))","link_type":"\#(paar.0)","taxonomy_term_id":"\#(id(paar.1))"}"#
            }.joined(separator: ",")
        }
        func plek(_ nummer: Int, _ naam: String, _ postcode: String) -> String {
            #"{"id":"\#(id(nummer))","location":{"id":"\#(id(nummer + 1))","location_type":"physical","name":"\#(naam)","addresses":[{"id":"\#(id(nummer + 2))","address_1":"Straat 1","city":"X","state_province":"Flevoland","postal_code":"\#(postcode)","country":"NL","address_type":"physical"}]}}"#
        }
        func gebied(_ nummer: Int, _ naam: String) -> String { #""service_areas":[{"id":"\#(id(nummer))","name":"\#(naam)"}]"# }
        let termen = [
            (1, "leefgebied", "taal-inburgering", "Taal en inburgering"), (2, "doelgroep", "statushouders", "Statushouders"),
            (3, "doelgroep", "iedereen", "Alle inwoners"), (4, "toegang", "vrij", "Vrij toegankelijk"),
            (5, "verwijsbaar", "ja", "Ja"), (6, "leefgebied", "onderwijs", "Onderwijs"),
        ]
        return """
            {"taxonomies":[{"id":"\(id(90))","name":"Alles","description":"x"}],
             "taxonomy_terms":[\(termen.map { #"{"id":"\#(id($0.0))","code":"\#($0.2)","name":"\#($0.3)","description":"x","taxonomy_id":"\#(id(90))"}"# }.joined(separator: ","))],
             "organizations":[],
             "services":[
              {"id":"\(id(100))","name":"Taalcafé Haven","status":"active","description":"Praten in het Nederlands.","assured_date":"2027-01-15",
               "languages":[{"id":"\(id(180))","code":"ti"},{"id":"\(id(181))","code":"nl"}],
               "cost_options":[{"id":"\(id(182))","amount":0}],
               "capacities":[{"id":"\(id(183))","available":4,"updated":"2027-01-20T09:00:00Z","unit":{"id":"\(id(184))","name":"plek"}}],
               "schedules":[{"id":"\(id(185))","freq":"WEEKLY","byday":"MO,TH","opens_at":"09:30","closes_at":"12:00"}],
               "attributes":[\(kenmerken(1, [("leefgebied", 1), ("doelgroep", 2), ("doelgroep", 3), ("toegang", 4), ("verwijsbaar", 5)]))],
               "service_at_locations":[\(plek(110, "Stad", "1315 AA")),\(plek(120, "Ver", "1361 AA"))],\(gebied(130, "Almere"))},
              {"id":"\(id(200))","name":"Taalles Buiten","status":"active","description":"Les in taal.","assured_date":"2026-12-01","minimum_age":18,
               "cost_options":[{"id":"\(id(282))","amount":15}],
               "capacities":[{"id":"\(id(283))","available":0,"updated":"2027-01-30T09:00:00Z","unit":{"id":"\(id(284))","name":"plek"}}],
               "schedules":[{"id":"\(id(285))","freq":"WEEKLY","byday":"TU","opens_at":"19:00","closes_at":"21:00"}],
               "attributes":[\(kenmerken(2, [("leefgebied", 1), ("doelgroep", 2), ("verwijsbaar", 5)]))],
               "service_at_locations":[\(plek(210, "Buiten", "1338 AA"))],\(gebied(230, "Almere"))},
              {"id":"\(id(300))","name":"Taalles Weesp","status":"active","description":"Les in taal.",
               "attributes":[\(kenmerken(3, [("leefgebied", 1), ("doelgroep", 2), ("verwijsbaar", 5)]))],
               "service_at_locations":[\(plek(310, "Weesp", "1382 AA"))]},
              {"id":"\(id(400))","name":"Huiswerkklas","status":"active","description":"Samen leren.","minimum_age":8,"maximum_age":17,"assured_date":"2027-01-01",
               "fees_description":"Geen kosten","attributes":[\(kenmerken(4, [("leefgebied", 6), ("verwijsbaar", 5)]))],\(gebied(430, "Almere"))},
              {"id":"\(id(500))","name":"Oude voorziening","status":"defunct","description":"Bestaat niet meer.","minimum_age":65}
             ]}
            """
    }()
}
