// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import PortaalApp

@Suite("Pagina's van de Meldcode", .timeLimit(.minutes(2)))
struct MeldcodePaginaTests {
    @Test("voor wie er niets mee te maken heeft bestaan de pagina's niet, en het menu noemt ze niet")
    func bestaatNiet() async throws {
        try await metPortaal { proef in
            let mogen: Set<Role> = [.begeleider, .teamleider, .aandachtsfunctionaris]
            for rol in Role.allCases where !mogen.contains(rol) {
                let naam = "iemand-\(rol.rawValue)"
                try await proef.gebruiker(naam, [rol], gemeente: "0034")
                let bezoeker = try await proef.aangemeld(naam)
                let begin = try await bezoeker.get("/")
                #expect(!begin.text.lowercased().contains("meldcode"), "\(rol)")
                let zaak = UUID().uuidString.lowercased()
                for pad in [
                    "/meldcode", "/meldcode/\(zaak)", "/meldcode/\(zaak)/weging", "/meldcode-inzage", "/meldcode-inzage/\(zaak)",
                    "/meldcode-nood/\(zaak)",
                ] {
                    #expect(try await bezoeker.get(pad).status == 404, "\(rol) \(pad)")
                }
                for pad in [
                    "/meldcode", "/meldcode/\(zaak)/lezers", "/meldcode/\(zaak)/weging", "/meldcode-inzage/\(zaak)",
                    "/meldcode-nood/\(zaak)",
                ] {
                    let antwoord = try await bezoeker.post(pad, [("_csrf", try csrf(begin)), ("versie", "1"), ("erbij", "ja")])
                    #expect(antwoord.status == 404, "\(rol) \(pad)")
                }
            }
        }
    }

    @Test("de balk zegt hoe iemand veilig te bereiken is; kan die niet worden gelezen, dan belt niemand")
    func balk() throws {
        let contact = VeiligContact(
            nummer: "06 1", tijden: "na tien", nietTolk: "4711", geenBericht: true, nietThuis: true, toelichting: "let op")
        func overzicht(_ contact: VeiligContact?, onleesbaar: Bool = false) -> Veiligheidsoverzicht {
            .init(contact: contact, onleesbaar: onleesbaar, versie: 1, afspraken: nil)
        }
        #expect(VeiligeBalk(.er(overzicht(contact)))?.regels.count == 6)
        #expect(VeiligeBalk(.er(overzicht(VeiligContact()))) == nil && VeiligeBalk(.er(overzicht(nil))) == nil)
        #expect(VeiligeBalk(.niet) == nil)
        for antwoord in [Deelvraag.weg, .er(overzicht(nil, onleesbaar: true))] {
            let hoofd = Dossierhoofd(VoorbeeldenBegeleider.dossier, VoorbeeldenBegeleider.persoon, veilig: antwoord)
            #expect(hoofd.veilig?.titel == "Veilig contact: nu niet te lezen")
            #expect(hoofd.telefoonHref == nil, "er staat geen nummer klaar om te bellen")
        }
        #expect(VoorbeeldenBegeleider.veiligHoofd.telefoonHref == nil)
        #expect(Dossierhoofd(VoorbeeldenBegeleider.dossier, VoorbeeldenBegeleider.persoon).telefoonHref != nil)
    }

    @Test("elke pagina van een dossier krijgt de balk: geen hoofd zonder wat er over veilig contact is gezegd")
    func overal() throws {
        let map = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Services/Portaal/App/Pagina")
        for bestand in try FileManager.default.contentsOfDirectory(at: map, includingPropertiesForKeys: nil) {
            let tekst = try String(contentsOf: bestand, encoding: .utf8)
            for regel in tekst.split(separator: "\n") where regel.contains("Dossierhoofd(") {
                #expect(regel.contains("veilig:"), "\(bestand.lastPathComponent): geef veilig: mee aan Dossierhoofd")
            }
        }
    }

    @Test("een gewone opvolging zegt op Vandaag niets, en leidt naar de signalen")
    func vandaag() throws {
        let punt = Aandachtspunt(
            dossier: VoorbeeldenBegeleider.dossier, soort: "opvolging", tekst: "Er staat iets open in het dossier. Kijk ernaar.",
            uiterlijkOp: VoorbeeldenBegeleider.vandaag, waarom: "Dit vraagt een reactie.", spreektaal: nil, tolkNodig: nil)
        let pagina = VandaagPagina(
            VoorbeeldenBegeleider.ik, vandaag: VoorbeeldenBegeleider.vandaag, punten: .er(Page(rows: [punt])))
        #expect(pagina.groepen.first?.punten.first?.actie.href.hasSuffix("/signalen") == true)
        #expect(pagina.groepen.first?.punten.first?.actie.naam == "Bekijken")
    }

    @Test("noodinzage vraagt een reden, stuurt die mee en leidt naar wat er is; wie oordeelt ziet het op Vandaag")
    func noodinzage() async throws {
        let bus = Voorbeeldbus()
        let dossier = "018f3b1c-0000-7000-8000-000000000001"
        try await metPortaal(bus: bus) { proef in
            try await proef.gebruiker("sanne", [.begeleider], team: TeamID(team: "Team Almere"))
            try await proef.gebruiker("noor", [.aandachtsfunctionaris], team: TeamID(team: "Team Almere"))
            let sanne = try await proef.aangemeld("sanne")
            let open = try await sanne.get("/meldcode-nood/\(dossier)")
            #expect(open.status == 200)
            // Before a reason was given nothing of the compartment is asked.
            #expect(!bus.stand.withLock { $0.vragen.contains { $0.soort.contains("meldcode") } })
            let vast = [("_csrf", try csrf(open)), ("toelichting", "Zij <belt>.")]
            let zonder = try await sanne.post("/meldcode-nood/\(dossier)", vast)
            #expect(zonder.status == 400 && zonder.text.contains("Zij &lt;belt&gt;."))
            let goed = try await sanne.post("/meldcode-nood/\(dossier)", vast + [("reden", "gevaar")])
            #expect(goed.status == 303 && goed.headers[.location] == "/meldcode-inzage/018f3b1c-0000-7000-8000-000000000031")
            // No notice in a cookie.
            #expect(!goed.headers[values: .setCookie].contains { $0.hasPrefix("bericht=") })
            let noor = try await proef.aangemeld("noor")
            #expect(try await noor.get("/").text.contains("2 noodinzagen wachten op uw oordeel."))
            #expect(try await noor.get("/meldcode").text.contains("/meldcode-inzage"))
            #expect(try await sanne.get("/").text.contains("noodinzage") == false)
        }
    }

    @Test("wie in nood leest ziet geen knop om te schrijven; na de tijd staat er niets meer")
    func inNood() {
        typealias V = VoorbeeldenBegeleider
        let nu = V.dag(0).at(hour: 10)
        func pagina(_ n: Noodinzage, ik: GebruikerID = V.sanne, nu: Date = nu) -> NoodinzagePagina {
            NoodinzagePagina(n, FormValues(), ik: ik, gebruikers: V.gebruikers, nu: nu)
        }
        #expect(pagina(V.noodinzage()).stand.hasPrefix("U kunt dit lezen tot 13"))
        #expect(pagina(V.noodinzage(zaken: [])).stand == "Bij dit dossier is geen zaak van de Meldcode.")
        #expect(pagina(V.noodinzage(zaken: []), nu: V.dag(1).at(hour: 9)).stand == "Uw inzage is voorbij.")
        #expect(pagina(V.noodinzage()).beoordelen == nil)
        #expect(pagina(V.noodinzage(mag: true), ik: V.ik.id == V.sanne ? GebruikerID(UUID()) : V.ik.id).beoordelen != nil)
    }
}
