// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import PortaalApp

@Suite("Verwijzingen op de pagina's", .timeLimit(.minutes(2)))
struct VerwijzingTests {
    private let vandaag = Voorbeelden.vandaag
    private typealias V = VoorbeeldenVerwijzing

    @Test("een link komt van ons, is niet te wijzigen en werkt tot zijn dag; dubbel klikken geeft dezelfde")
    func token() throws {
        let token = Linktoken(geheim: try .random())
        let nummer = UUID()
        let tekst = token.maak(nummer, tot: vandaag)
        #expect(tekst == token.maak(nummer, tot: vandaag))
        #expect(tekst != token.maak(UUID(), tot: vandaag))
        let hash = try #require(token.hash(tekst, vandaag: vandaag))
        #expect(hash.count == 64 && !tekst.contains(hash))
        #expect(token.hash(tekst, vandaag: vandaag.adding(days: 1)) == nil)
        #expect(Linktoken(geheim: try .random()).hash(tekst, vandaag: vandaag) == nil)
        // Each single character counts.
        for plek in tekst.indices {
            var ander = tekst
            ander.replaceSubrange(plek...plek, with: tekst[plek] == "A" ? "B" : "A")
            // The last character of base64 may carry bits that mean nothing: then it reads as the same link or not at all.
            if let gelezen = token.hash(ander, vandaag: vandaag) { #expect(gelezen != hash) }
            if plek != tekst.index(before: tekst.endIndex) { #expect(token.hash(ander, vandaag: vandaag) == nil, "\(ander)") }
        }
        for fout in ["", "x", String(tekst.dropLast()), tekst + "A", String(repeating: "é", count: 70)] {
            #expect(token.hash(fout, vandaag: vandaag) == nil)
        }
    }

    @Test("een code is acht cijfers, hoort bij één verwijzing en verraadt zich niet in zijn hash")
    func code() throws {
        let token = Linktoken(geheim: try .random())
        let nummers = (1...50).map { _ in token.code(UUID()) }
        #expect(nummers.allSatisfy { $0.count == 8 && $0.allSatisfy(\.isNumber) } && Set(nummers).count > 45)
        let (een, twee): (VerwijzingID, VerwijzingID) = (Identifier(UUID()), Identifier(UUID()))
        #expect(token.codehash("1234 5678", een) == token.codehash("12345678", een))
        #expect(token.codehash("12345678", een) != token.codehash("12345678", twee))
        #expect(token.codehash("12345678", een) != Linktoken(geheim: try .random()).codehash("12345678", een))
    }

    @Test("elke link die niet werkt geeft dezelfde pagina, die nergens te vinden is en niets doorvertelt")
    func dicht() async throws {
        try await metPortaal { proef in
            let verlopen = proef.portaal.linktoken.maak(UUID(), tot: proef.portaal.clock.today.adding(days: -1))
            var paginas: Set<String> = []
            for pad in ["verzonnen", verlopen, verlopen + "x", String(repeating: "A", count: 70)] {
                let antwoord = try await proef.bezoeker().get("/p/\(pad)")
                #expect(antwoord.status == 404)
                #expect(HTTPField.Name("X-Robots-Tag").flatMap { antwoord.headers[$0] } == "noindex, nofollow")
                #expect(HTTPField.Name("Referrer-Policy").flatMap { antwoord.headers[$0] } == "no-referrer")
                #expect(antwoord.headers[.cacheControl] == "no-store")
                paginas.insert(antwoord.text)
            }
            #expect(paginas.count == 1)
            // One of ours that the sociale kaart must answer for: while it is away the page says so and shows nothing.
            let goed = proef.portaal.linktoken.maak(UUID(), tot: proef.portaal.clock.today)
            #expect(try await proef.bezoeker().get("/p/\(goed)").status == 503)
        }
    }

    @Test("antwoorden over een link vraagt een formulier van ons, en te vaak proberen wordt geremd")
    func rand() async throws {
        try await metPortaal { proef in
            let goed = proef.portaal.linktoken.maak(UUID(), tot: proef.portaal.clock.today)
            let velden = [("naar", "afgewezen"), ("versie", "2"), ("redenAfwijzing", "overig")]
            #expect(try await proef.bezoeker().post("/p/\(goed)/antwoord", velden).status == 403)
            let bezoeker = proef.bezoeker()
            var laatste = 0
            for _ in 1...60 where laatste != 429 { laatste = try await bezoeker.get("/p/raden").status }
            #expect(laatste == 429)
        }
    }

    @Test("de pagina's van een partner zijn voor partners, en die ziet niets anders")
    func partnerrol() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("partner", [.partner])
            try await proef.gebruiker("sanne", [.begeleider])
            let (partner, sanne) = (try await proef.aangemeld("partner"), try await proef.aangemeld("sanne"))
            let id = UUID().uuidString.lowercased()
            #expect(try await partner.get("/partner").status == 200)
            for pad in ["/verwijzingen", "/verwijzing/\(id)", "/mensen", "/sociale-kaart/\(id)/afspraken", "/dossier/\(id)"] {
                #expect(try await partner.get(pad).status == 403, "\(pad)")
            }
            for pad in ["/partner", "/partner/\(id)"] { #expect(try await sanne.get(pad).status == 403, "\(pad)") }
            #expect(try await sanne.get("/verwijzingen").status == 200)
            #expect(try await sanne.get("/verwijzingen/organisaties").status == 403)
            // A partner has the own referrals and the own entries in the menu, and nothing else.
            #expect(Menu.van([.partner]).map(\.href) == ["/", "/partner", "/partner/kaart"])
        }
    }

    @Test("het voorbeeld staat er ook in de taal van de persoon: elke taal heeft elke naam, rechts naar links waar dat hoort")
    func talen() throws {
        #expect(Set(VerwijzingPagina.talen.keys) == ["en", "ar", "ti", "tr", "fa"])
        let nodig: Set = [
            "hulpvraagcode", "urgentie", "taalcode", "tolkNodig", "leeftijdsgroep", "geboortejaar", "postcode4",
            "contactpersoonVerwijzer", "grondslag", "instemmingDatum", "voornaam", "achternaam", "contactweg", "voorkeurstaal",
            "bereikbaarheid", "toelichting", "geboortedatum", "gezinssamenstelling", "geslacht", "toegankelijkheid",
        ]
        for (taal, velden) in VerwijzingPagina.talen { #expect(velden == nodig, "\(taal)") }
        func vertaald(_ taal: String?) -> VerwijzingPagina.Vertaald? {
            VerwijzingPagina.vertaald(["taalcode": taal, "verwijzingId": "x"].compactMapValues { $0 }, straks: ["voornaam"])
        }
        #expect(vertaald("ar")?.richting == "rtl" && vertaald("ti")?.richting == "ltr")
        #expect(vertaald("prs")?.taal == "fa" && vertaald("so")?.taal == "en" && vertaald("nl") == nil)
        // Exactly the fields of the package and what follows, and no more.
        #expect(vertaald("ti")?.regels.count == 2)
    }

    @Test("wat een begeleider moet doen staat bovenaan, te laat rood, en een afgewezen verwijzing leidt naar een nieuwe")
    func lijst() throws {
        let (laat, rustig) = (V.regel(.verstuurd, taken: ["geen-antwoord"]), V.regel(.ontvangen, dagen: 9))
        let pagina = VerwijzingenPagina(.er(Page(rows: [rustig, laat])), namen: [:], rollen: [.begeleider], vandaag: vandaag)
        #expect(pagina.groepen.map(\.titel) == ["Dit moet u doen", "De organisatie is aan zet"])
        #expect(pagina.groepen[0].rijen[0].termijn?.kleur == "fout" && pagina.overzicht == nil)
        let taak = try #require(VerwijzingPagina.taken(V.regel(.afgewezen, taken: ["alternatief-kiezen"])).first)
        #expect(taak.anders?.href.contains("/verwijzen?vervangt=") == true)
        // Every task has words.
        for code in [
            "concept-wacht", "geen-antwoord", "herziening-verlopen", "wachtlijst-lang", "start-uitgebleven",
            "statusvraag-onbeantwoord", "alternatief-kiezen", "opnieuw-kiezen", "instemming-vernieuwen",
        ] { #expect(VerwijzingPagina.taakteksten[code] != nil, "\(code)") }
    }

    @Test("elke stap van de begeleider en de teamleider heeft zijn formulier, en niet meer dan mag")
    func formulieren() {
        func pagina(_ toestand: VerwijzingToestand, _ mogelijk: [VerwijzingToestand], _ rollen: Set<Role>) -> VerwijzingPagina {
            VerwijzingPagina(
                V.heel(toestand, mogelijk: mogelijk), VoorbeeldenBegeleider.hoofd, FormValues(), rollen: rollen, vandaag: vandaag)
        }
        let gestart = pagina(.gestart, [.afgerond, .ingetrokken], [.begeleider])
        #expect(gestart.afronden != nil && gestart.intrekken != nil && gestart.corrigeren == nil && gestart.start == nil)
        #expect(gestart.link?.code != nil)
        let eind = pagina(.afgewezen, [.ontvangen], [.teamleider])
        #expect(eind.corrigeren?.naar == "ontvangen" && eind.link == nil && eind.versturen == nil)
        let concept = pagina(.concept, [.verstuurd, .ingetrokken], [.begeleider])
        #expect(concept.versturen?.toelichting != nil && concept.link == nil && concept.vertaald?.taal == "ti")
        #expect(concept.versturen?.grondslag.keuzes.map(\.waarde) == ["toestemming"])
    }

    @Test("een antwoord van een partner noemt elk veld dat ontbreekt, en datums gaan één vorm op")
    func antwoord() throws {
        let velden = try Partnerantwoord.velden(
            FormValues(["contactpersoonPartner": ["Balie"], "verwachteStartdatum": ["8-2-2027"], "bsn": ["999900006"]]),
            naar: .geaccepteerd)
        #expect(velden == ["contactpersoonPartner": "Balie", "verwachteStartdatum": "2027-02-08"])
        do {
            _ = try Partnerantwoord.velden(FormValues(["einddatum": ["morgen"]]), naar: .afgerond)
            Issue.record("niet geweigerd")
        } catch Failure.invalid(let fouten) { #expect(fouten.map(\.field) == ["uitkomst", "einddatum"]) }
    }
}
