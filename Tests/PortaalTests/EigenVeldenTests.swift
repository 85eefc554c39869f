// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing
import Web

@testable import PortaalApp

/// A field that the page itself puts in (a version, an id, what a button says) and that is not what it should be: the answer
/// names the field and what belongs there, and no service hears of it.
@Suite("Velden die de pagina zelf invult", .timeLimit(.minutes(2)))
struct EigenVeldenTests {
    struct Geval: Sendable, CustomTestStringConvertible {
        let pad: String
        let velden: [(String, String)]
        /// The field that is wrong, and how the rule begins.
        let veld: String
        let regel: String
        var testDescription: String { "\(pad): \(veld)" }

        init(_ pad: String, _ velden: [(String, String)], _ veld: String, _ regel: String) {
            (self.pad, self.velden, self.veld, self.regel) = (pad, velden, veld, regel)
        }
    }

    private static let id = "019bd0f0-0000-7000-8000-0000000000f1"
    private static let d = "/dossier/0190b1c2-0000-7000-8000-000000000002"
    private static let (getal, kies, nummer) = ("hier hoort een heel getal", "kies een van ", "hier hoort het nummer dat")

    static let gevallen: [Geval] = [
        Geval("\(d)/regeldag/\(id)", [("toestand", "raar"), ("versie", "1")], "toestand", kies),
        Geval("\(d)/regeldag/\(id)", [("toestand", "open"), ("versie", "1e3")], "versie", getal),
        Geval("\(d)/regeldagbord/aanvullen", [("naar", "31-02-2027")], "naar", "hier hoort een datum"),
        Geval("\(d)/regeldagdagen", [("anker", "raar"), ("versie", "1")], "anker", kies),
        Geval("\(d)/plan/doelen", [("voor", "iemand"), ("tekst", "x"), ("leefgebied", "wonen")], "voor", nummer),
        Geval("\(d)/plan/doelen/\(id)", [("toestand", "raar"), ("versie", "1")], "toestand", kies),
        Geval("\(d)/plan/acties/\(id)/toestand", [("toestand", "gedaan"), ("versie", "")], "versie", getal),
        Geval("\(d)/klok/pauzes/\(id)", [("versie", "1"), ("besluit", "raar")], "besluit", kies),
        Geval("\(d)/metingen/gebied", [("leefgebied", "raar")], "leefgebied", kies),
        Geval("\(d)/uit-beeld/document", [("documentversie", "raar")], "documentversie", getal),
        Geval("\(d)/verwijzen", [("voorziening", "raar"), ("leefgebied", "werk")], "voorziening", nummer),
        Geval("\(d)/verwijzen", [("voorziening", id), ("leefgebied", "werk"), ("doel", "raar")], "doel", nummer),
        Geval("\(d)/samenvoegen", [("versie", "1"), ("ander", "raar")], "ander", nummer),
        Geval("/aanmelding/\(id)/dubbel/zelfde", [("versie", "1"), ("dossier", "raar")], "dossier", nummer),
        Geval("/aanmelding/\(id)/dubbel/ander", [("aanmelding", "raar")], "aanmelding", nummer),
        Geval("/aanmelding/\(id)/dubbel/ongedaan", [("versie", "1"), ("samenvoeging", "")], "samenvoeging", nummer),
        Geval("/aanmelding/\(id)/accepteren", [("versie", "1"), ("team", "raar")], "team", nummer),
        Geval("/huishouden/\(id)/terug", [("dossier", "raar"), ("versie", "1")], "dossier", nummer),
        Geval("/huishouden/\(id)/wijzigen", [("leden", id), ("versie-\(id)", "raar")], "versie-\(id)", getal),
        Geval("/huishouden/\(id)/verwacht/\(id)/wijzigen", [("referent", "raar")], "referent", nummer),
        Geval("/huishouden/\(id)/zicht/\(id)", [("aan", "ja"), ("versie", "raar")], "versie", getal),
        Geval("/overdracht/\(id)/antwoord", [("versie", "1"), ("besluit", "raar")], "besluit", kies),
        Geval("/verwijzing/\(id)/overgang", [("versie", "1"), ("naar", "raar")], "naar", kies),
        Geval("/sociale-kaart/voorstel/\(id)", [("versie", "1"), ("oordeel", "raar")], "oordeel", "kies publiceren of terug"),
        Geval("/sociale-kaart/\(id)/afspraken/afspraak", [("organisatie", "raar"), ("versie", "1")], "organisatie", nummer),
        Geval("/gebruikers/\(id)/actief", [("actief", "raar"), ("versie", "1")], "actief", "kies ja of nee"),
        Geval("/beheer/terzijde/opnieuw", [("dienst", "raar"), ("bron", "intake"), ("nummer", "1")], "dienst", kies),
        Geval(
            "/beheer/terzijde/opnieuw", [("dienst", "intake"), ("bron", "intake"), ("nummer", "0")], "nummer",
            "hier hoort een getal"),
        Geval("/partner/\(id)/antwoord", [("versie", "1"), ("naar", "raar")], "naar", kies),
    ]

    @Test("wat er niet in hoort heet bij zijn naam, met de regel, en wordt niet herhaald", arguments: gevallen)
    func veld(geval: Geval) async throws {
        let bus = Voorbeeldbus()
        try await metPortaal(bus: bus) { proef in
            let rollen: Set<Role> =
                geval.pad.hasPrefix("/partner")
                ? [.partner]
                : geval.pad.hasPrefix("/gebruikers") || geval.pad.hasPrefix("/beheer")
                    ? [.beheerder] : [.begeleider, .teamleider]
            try await proef.gebruiker("sanne", rollen, team: TeamID(team: "Team Almere"))
            let sanne = try await proef.aangemeld("sanne")
            let token = try csrf(try await sanne.get("/help"))
            let antwoord = try await sanne.post(geval.pad, [("_csrf", token)] + geval.velden)
            #expect(antwoord.status == 400)
            #expect(antwoord.text.contains("Het veld “\(geval.veld)” ontbreekt of klopt niet: \(geval.regel)"), "\(geval)")
            #expect(!antwoord.text.contains("raar") && bus.stand.withLock { $0.opdrachten.isEmpty })
        }
    }
}
