// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Synchronization
import Testing
import Web

@testable import PortaalApp

/// A form that changes something that is there already, and what two people do with it at the same time.
struct Wijzigformulier: Sendable, CustomTestStringConvertible {
    let naam: String
    /// Where it is sent; opened at `open`.
    let pad: String
    let open: String
    let velden: [(String, String)]
    /// The field in which both differ, and whether its words are long.
    let veld: String
    /// What the page shows of mine, and what the command then says.
    let mijn: String
    let verzonden: String
    /// What a colleague made of it, as the page shows it.
    let ander: String
    var testDescription: String { naam }

    private static let d = "/dossier/018f3b1c-0000-7000-8000-000000000001"
    private static let typte = "Mijn <eigen> zin, met 'alles'"
    private static let veilig = "Mijn &lt;eigen&gt; zin, met &#39;alles&#39;"

    static func tekst(_ naam: String, _ pad: String, open: String, _ velden: [(String, String)], veld: String, ander: String)
        -> Wijzigformulier
    {
        Wijzigformulier(
            naam: naam, pad: pad, open: open, velden: velden + [(veld, typte)], veld: veld, mijn: veilig, verzonden: typte,
            ander: ander)
    }

    static let alle: [Wijzigformulier] = [
        tekst(
            "afspraak", "\(d)/afspraak/019bd0f0-0000-7000-8000-0000000000f1/wijzigen",
            open: "\(d)/afspraak/019bd0f0-0000-7000-8000-0000000000f1/wijzigen",
            [
                ("versie", "1"), ("soort", "huisbezoek"), ("dag", "2027-01-20"), ("van", "10:00"), ("tot", "11:00"),
                ("plaats", "thuis"), ("tolk", "regelen"), ("aanwezigen", "019bd0f0-0000-7000-8000-000000000002"),
            ], veld: "onderwerp", ander: "Brief lezen"),
        tekst(
            "afspraak met een instantie", "\(d)/regeldagafspraken/018f3b1c-0000-7000-8000-000000000011",
            open: "\(d)/regeldagafspraken/018f3b1c-0000-7000-8000-000000000011",
            [
                ("versie", "1"), ("instantie", "Gemeente"), ("op", "2027-01-25"), ("van", "09:00"), ("tot", "09:30"),
                ("leden", "018f3b1c-0000-7000-8000-000000000001"), ("tolk", "nodig"),
                ("voorziening", "018f3b1c-0000-7000-8000-000000000012"),
            ], veld: "plaats", ander: "Stadhuisplein 1"),
        tekst(
            "stap van de regeldag", "\(d)/regelzaak/018f3b1c-0000-7000-8000-000000000006/bijhouden",
            open: "\(d)/regelzaak/018f3b1c-0000-7000-8000-000000000006",
            [("versie", "1"), ("uitvoerder", "begeleider"), ("aangevraagdOp", "2027-01-15"), ("bewijs", "brief")],
            veld: "kenmerk", ander: "Z-2027/88"),
        tekst(
            "veilig contact", "\(d)/veiligheid/contact", open: "\(d)/veiligheid",
            [
                ("versie", "1"), ("nummer", "06 12345678"), ("tijden", "Op werkdagen tussen 9 en 12"),
                ("nietTolk", "Tolk 123"), ("regels", "geen-bericht"),
            ], veld: "toelichting", ander: "Vraag altijd eerst of er iemand meeluistert."),
        tekst(
            "organisatie", "/sociale-kaart/organisatie/d3fae3ca-77a5-536b-8b03-8527bbcb4881",
            open: "/sociale-kaart/organisatie/d3fae3ca-77a5-536b-8b03-8527bbcb4881",
            [("versie", "1"), ("naam", "Bibliotheek"), ("telefoon0", "036 000 0000")], veld: "omschrijving",
            ander: "Boeken."),
        Wijzigformulier(
            naam: "einde van de opdracht", pad: "/contracteinde/01990000-0000-7000-8000-000000000001",
            open: "/contracteinde/01990000-0000-7000-8000-000000000001",
            velden: [
                ("versie", "1"), ("keuze", "deels"), ("onderdelen", "plan"), ("onderdelen", "nazorg"),
                ("driegesprekOp", "2030-12-05"), ("instemmingOp", "2030-11-21"),
            ], veld: "driegesprekOp", mijn: "5 december 2030", verzonden: #""driegesprekOp":"2030-12-05""#,
            ander: "1 december 2030"),
        tekst(
            "wat een voorziening mag weten", "/sociale-kaart/a29dda20-2543-52b9-850a-e6c48118810c/afspraken/velden",
            open: "/sociale-kaart/a29dda20-2543-52b9-850a-e6c48118810c/afspraken",
            [
                ("wat", "velden"), ("versie", "0"), ("velden", "taalcode"), ("velden", "geboortedatum"),
                ("grondslag", "toestemming"),
            ],
            veld: "reden-geboortedatum", ander: "nodig voor de bibliotheekpas"),
        Wijzigformulier(
            naam: "gegevens", pad: "\(d)/gegevens", open: "\(d)/gegevens",
            velden: [
                ("versie", "1"), ("geslachtsnaam", "Tesfay"), ("spreektaal", "en"), ("inOnderzoek", "adres"),
                ("telefoon", "06 1"),
            ], veld: "spreektaal", mijn: "Engels", verzonden: #""spreektaal":"en""#, ander: "Tigrinya"),
        Wijzigformulier(
            naam: "dag van een termijn", pad: "\(d)/regeldagdagen", open: "\(d)/regeldagdagen",
            velden: [("anker", "vergunning"), ("versie", "1"), ("dag", "2027-02-03")], veld: "dag", mijn: "3 februari 2027",
            verzonden: "2027-02-03", ander: "(leeg)"),
        Wijzigformulier(
            naam: "verblijfsdocument", pad: "\(d)/uit-beeld/document", open: "\(d)/uit-beeld",
            velden: [("documentversie", "0"), ("geldigTot", "2031-02-03")], veld: "geldigTot", mijn: "3 februari 2031",
            verzonden: "2031-02-03", ander: "1 januari 2030"),
        Wijzigformulier(
            naam: "meting", pad: "\(d)/metingen/start", open: "\(d)/metingen/start",
            velden: [("versie", "0"), ("op", "2027-02-20"), ("score-wonen", "1"), ("eigen-wonen", "6"), ("ladder", "2")],
            veld: "score-wonen", mijn: "1. Het lukt nog niet", verzonden: #""score":1"#, ander: "2"),
        tekst(
            "gezinslid dat nog komt",
            "/huishouden/0190b1c2-0000-7000-8000-000000000004/verwacht/0190b1c2-0000-7000-8000-000000000005/wijzigen",
            open: "/huishouden/0190b1c2-0000-7000-8000-000000000004/verwacht/0190b1c2-0000-7000-8000-000000000005",
            [
                ("versie", "1"), ("referent", "0190b1c2-0000-7000-8000-000000000003"), ("geboortedatum-jaar", "1992"),
                ("land", "Soedan"), ("rol-verwacht", "partner"), ("stand", "verwacht"), ("verwachtOp", "2027-06-01"),
            ], veld: "naam", ander: "Selam Haile"),
        tekst(
            "contact", "\(d)/contact/019bd0f0-0000-7000-8000-0000000000c2/verbeteren",
            open: "\(d)/contact/019bd0f0-0000-7000-8000-0000000000c1/verbeteren",
            [
                ("reden", "aanvulling"), ("soort", "huisbezoek"), ("datum", "2027-01-20"), ("verschijning", "aanwezig"),
                ("duur", "45"), ("tolk", "telefonisch"), ("plaats", "thuis"),
            ], veld: "notitie", ander: "Brief gelezen."),
        tekst(
            "doel", "\(d)/plan/doelen/018f3b1c-0000-7000-8000-000000000004/wijzigen",
            open: "\(d)/plan/doelen/018f3b1c-0000-7000-8000-000000000004",
            [("versie", "1"), ("tekst", "Ik ken mijn buurt."), ("streefdatum", "2027-04-01")], veld: "woorden",
            ander: "Ik wil niet meer verdwalen."),
        tekst(
            "actie", "\(d)/plan/acties/018f3b1c-0000-7000-8000-000000000012",
            open: "\(d)/plan/acties/018f3b1c-0000-7000-8000-000000000012",
            [
                ("versie", "1"), ("wie", "partner"), ("verwijzing", "018f3b1c-0000-7000-8000-000000000013"),
                ("uiterlijkOp", "2027-02-08"),
            ], veld: "tekst", ander: "Samen door de buurt lopen."),
    ]
}

@Suite("Twee browsers wijzigen hetzelfde", .timeLimit(.minutes(3)))
struct BotsendeFormulierenTests {
    /// The one contact holds, and the other was made better into it.
    static func bus() -> Voorbeeldbus {
        Voorbeeldbus { query, data in
            if query is AfspraakOpvragen {
                var kaart = try MessageCoding.decode(Afspraakkaart.self, from: data)
                (kaart.regel.toestand, kaart.regel.versie) = (.gepland, 9)
                return try MessageCoding.encode(kaart)
            }
            guard let vraag = query as? ContactmomentOpvragen else { return data }
            var kaart = try MessageCoding.decode(Contactmomentkaart.self, from: data)
            let oud = vraag.contactmoment.description.hasSuffix("c2")
            kaart.contactmoment = vraag.contactmoment
            if !oud { kaart.vervallen = nil }
            return try MessageCoding.encode(kaart)
        }
    }

    private func karel(_ proef: Proefportaal) async throws -> GebruikerID {
        try await proef.gebruiker("karel", [.begeleider], team: TeamID(team: "Team Almere"), heet: "Karel Visser").id
    }

    @Test(
        "de tweede ziet wie hem voor was met beide waarden, en zijn keuze gaat weg vanaf het nieuwste",
        arguments: Wijzigformulier.alle)
    func botst(_ formulier: Wijzigformulier) async throws {
        let bus = Self.bus()
        try await metPortaal(bus: bus) { proef in
            try await proef.gebruiker("sanne", [.begeleider, .teamleider], team: TeamID(team: "Team Almere"))
            let karel = try await karel(proef)
            let sanne = try await proef.aangemeld("sanne")
            // The form says what its fields held when it was opened.
            let open = try await sanne.get(formulier.open)
            #expect(open.status == 200 && open.text.contains(#"name="was-\#(formulier.veld)""#), "\(open.status)")
            bus.stand.withLock {
                $0.geweigerd = [
                    formulier.naam == "contact"
                        ? .state(reason: "Dit contact is intussen al verbeterd of ingetrokken.")
                        : .conflict(.init(yours: 1, newest: 9, changedBy: karel.description, changedAt: Date()))
                ]
            }
            let vast = [("_csrf", try csrf(open))]
            let botst = try await sanne.post(formulier.pad, vast + formulier.velden)
            #expect(botst.status == 409, "\(botst.text)")
            #expect(botst.text.contains("Iemand anders was u voor") && botst.text.contains(formulier.mijn))
            #expect(botst.text.contains(">\(formulier.ander)<"))
            // The plan and the contact keep who wrote their newest version; the others hear it with the refusal.
            #expect(botst.text.contains("Karel Visser heeft") || ["contact", "doel", "actie"].contains(formulier.naam))
            // Not choosing is no choice: nothing is sent, and everything stands there still.
            let actie = String(
                try #require(botst.text.firstMatch(of: /<form method="post" action="([^"]+)" class="botsing">/)).output.1)
            let zonder = try await sanne.post(actie, botst.verborgen)
            #expect(
                zonder.status == 400 && zonder.text.contains(formulier.mijn) && zonder.text.contains("Kies wat moet blijven."))
            #expect(bus.stand.withLock { $0.opdrachten.count } == 1)
            let gekozen = botst.verborgen.filter { $0.0.hasPrefix("ander-") }.map {
                ("kies-\($0.0.dropFirst("ander-".count))", $0.0 == "ander-\(formulier.veld)" ? "mijn" : "ander")
            }
            #expect(gekozen.contains { $0.1 == "mijn" })
            let klaar = try await sanne.post(actie, botst.verborgen + gekozen)
            #expect(klaar.status == 303, "\(klaar.text)")
            let opdracht = try #require(bus.stand.withLock { $0.opdrachten.last })
            #expect(opdracht.inhoud.contains(formulier.verzonden), "\(opdracht.inhoud)")
            let nieuwste = try #require(botst.verborgen.last { $0.0 == "versie" }).1
            #expect(
                opdracht.inhoud.contains(#""versie":\#(nieuwste)"#) || formulier.naam == "contact", "\(opdracht.inhoud)")
        }
    }

    @Test("wie het zijne laat vallen, verliest niets van de ander")
    func ander() async throws {
        let bus = Self.bus()
        try await metPortaal(bus: bus) { proef in
            try await proef.gebruiker("sanne", [.begeleider], team: TeamID(team: "Team Almere"))
            let sanne = try await proef.aangemeld("sanne")
            let formulier = Wijzigformulier.alle[1]
            let open = try await sanne.get(formulier.open)
            bus.stand.withLock { $0.geweigerd = [.conflict(.init(yours: 1, newest: 9))] }
            // The other had chosen who goes along; here nobody was ticked.
            let velden = formulier.velden.filter { $0.0 != "leden" }
            let botst = try await sanne.post(formulier.pad, [("_csrf", try csrf(open))] + velden)
            let gekozen = botst.verborgen.filter { $0.0.hasPrefix("ander-") }.map {
                ("kies-\($0.0.dropFirst("ander-".count))", "ander")
            }
            #expect(gekozen.map(\.0).sorted() == ["kies-leden", "kies-plaats"])
            #expect(try await sanne.post(formulier.pad, botst.verborgen + gekozen).status == 303)
            let inhoud = try #require(bus.stand.withLock { $0.opdrachten.last?.inhoud })
            #expect(inhoud.contains("Stadhuisplein 1") && inhoud.contains(#""leden":["018f3b1c-0000-7000-8000-000000000001"]"#))
        }
    }

    /// Every route that takes a form of somebody who is signed in, with ids that the examples know.
    private static func routes() throws -> [String] {
        let map = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let regels = try String(contentsOf: map.appending(path: "Wandeling/routes.txt"), encoding: .utf8).split(separator: "\n")
        let buiten = ["/aanmelden", "/p/", "/afmelden", "/spreekuur", "/aanleveren", "/bestand", "/bewijs"]
        return regels.filter { $0.hasPrefix("POST ") }.map { String($0.dropFirst(5).prefix { $0 != " " }) }
            .filter { pad in !buiten.contains { pad.contains($0) } }
            .map { $0.replacing("/:soort", with: "/vermoeden").replacing("/:moment", with: "/start") }
            .map { $0.replacing(/:[a-z]+/, with: "018f3b1c-0000-7000-8000-000000000041") }
    }

    @Test("op geen enkele route gaat getypte tekst verloren als een collega iemand voor was of het er niet meer is")
    func nietsKwijt() async throws {
        let zin = "Drie regels & een \"citaat\""
        let veilig = "Drie regels &amp; een &quot;citaat&quot;"
        for weigering in [
            Failure.conflict(.init(yours: 1, newest: 2)), .state(reason: "Dat is al gebeurd."), .notFound(what: "x"),
        ] {
            let bus = Self.bus()
            bus.stand.withLock { $0.geweigerd = Array(repeating: weigering, count: 2_000) }
            try await metPortaal(bus: bus) { proef in
                let rollen = Set(Role.allCases)
                try await proef.gebruiker("alles", rollen, team: TeamID(team: "Team Almere"), gemeente: "0034")
                let alles = try await proef.aangemeld("alles")
                let token = try csrf(try await alles.get("/gebruikers/nieuw"))
                var gezien = 0
                for pad in try Self.routes() {
                    let antwoord = try await alles.post(
                        pad, [("_csrf", token), ("versie", "1"), ("toelichting", zin), ("reden", zin), ("tekst", zin)])
                    guard antwoord.status >= 400, antwoord.status != 403 else { continue }
                    gezien += 1
                    #expect(antwoord.text.contains(veilig), "\(pad): \(antwoord.status)")
                }
                #expect(gezien > 60, "\(gezien)")
            }
        }
    }
}
