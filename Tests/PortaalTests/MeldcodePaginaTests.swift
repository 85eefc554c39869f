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
                for pad in ["/meldcode", "/meldcode/\(zaak)", "/meldcode/\(zaak)/weging"] {
                    #expect(try await bezoeker.get(pad).status == 404, "\(rol) \(pad)")
                }
                for pad in ["/meldcode", "/meldcode/\(zaak)/lezers", "/meldcode/\(zaak)/weging"] {
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
}
