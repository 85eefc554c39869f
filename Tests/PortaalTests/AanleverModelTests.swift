// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing
import Web

@testable import PortaalApp

@Suite("Bestanden en invoeren: de modellen", .timeLimit(.minutes(1)))
struct AanleverModelTests {
    @Test("na de proef is te zien wat er gebeurt en hoeveel rijen goed zijn; met alleen fouten valt er niets te importeren")
    func proef() {
        let pagina = AanleveringPagina(Voorbeelden.gecontroleerd)
        #expect(pagina.importeren?.knop == "100 rijen importeren" && pagina.annuleren && pagina.resultaat != nil)
        #expect(pagina.cijfers?.cijfers.map(\.waarde) == ["90", "10", "0", "0", "0", "150", "90"])
        #expect(pagina.foutenZin != nil && pagina.voortgang == nil)
        let fout = AanleveringPagina(
            .init(
                stand: Voorbeelden.stand(.gecontroleerd, rijen: 2),
                tellingen: [.init(status: .geweigerd, code: "verplicht", aantal: 2)], fouten: []))
        #expect(fout.importeren == nil && fout.annuleren)
    }

    @Test("tijdens het werk is er voortgang, en wat al begonnen is, kan niet meer worden weggegooid")
    func bezig() {
        let pagina = AanleveringPagina(.init(stand: Voorbeelden.stand(.importeren), tellingen: [], fouten: []))
        #expect(pagina.voortgang?.procent == 40 && !pagina.annuleren && pagina.resultaat == nil && pagina.cijfers == nil)
    }

    @Test(
        "een geboortedatum is wat ervan bekend is",
        arguments: [
            (["", "", ""], nil), (["", "", "1990"], "1990"), (["", "3", "1990"], "1990-03"), (["1", "3", "1990"], "1990-03-01"),
            (["31", "12", "2015"], "2015-12-31"),
        ] as [([String], String?)])
    func geboren(_ geval: ([String], String?)) throws {
        #expect(try InvoerForm.geboortedatum(form(geval.0)) == geval.1)
    }

    @Test(
        "wat geen datum is, zegt wat eraan ontbreekt",
        arguments: [
            ["1", "3", ""], ["1", "", "1990"], ["", "", "90"], ["31", "2", "1990"], ["", "13", "1990"], ["x", "3", "1990"],
        ])
    func geenDatum(_ delen: [String]) {
        #expect(throws: FieldError.self) { try InvoerForm.geboortedatum(form(delen)) }
    }

    @Test("het formulier wordt het bevel; elk verplicht veld dat leeg is, heeft zijn eigen fout")
    func bevel() throws {
        do {
            _ = try AanmeldingInvoeren(FormValues(["huishouden": [UUID().uuidString]]), aanmelding: AanmeldingID(UUID()))
            Issue.record("had geweigerd moeten worden")
        } catch Failure.invalid(let fouten) {
            #expect(fouten.map(\.field) == ["geboren", "geslachtsnaam", "doelgroep", "gemeente", "rol"])
        }
        var form = FormValues([
            "geslachtsnaam": ["Selam Tesfay"], "doelgroep": ["nareiziger"], "gemeente": ["0034"], "geboren-onbekend": ["ja"],
            "tolkNodig": ["ja"], "geheimhouding": ["nee"], "huishouden": ["nieuw"],
        ])
        let bevel = try AanmeldingInvoeren(form, aanmelding: AanmeldingID(UUID()))
        #expect(bevel.geboortedatum == "onbekend" && bevel.tolkNodig && !bevel.geheimhouding && bevel.huishouden == nil)
        form.set("geboren-jaar", "1990")
        #expect(throws: Failure.self) { try AanmeldingInvoeren(form, aanmelding: AanmeldingID(UUID())) }
    }

    @Test("wie lijkt op de gezochte komt eerst, met de redenen; wie alleen zo heet daarna, en niemand staat er twee keer")
    func gevonden() {
        let ids = SeededIDSource(seed: 7)
        let (een, twee): (DossierID, DossierID) = (ids.make(), ids.make())
        func mens(_ dossier: DossierID) -> Persoonsregel {
            Persoonsregel(
                dossier: dossier, dossiernummer: "W-2027-0001", naam: "Selam Haile", geboortedatum: "1990",
                huishouden: ids.make(),
                doelgroep: .nareiziger, spreektaal: nil, tolkNodig: false, begeleider: nil)
        }
        let kandidaat = Kandidaatregel(
            dossier: een, aanmelding: nil, dossiernummer: "W-2027-0001", naam: "Selam Hayle", geboortedatum: "1990",
            sterkte: "mogelijk", punten: 60,
            redenen: [.init(tekst: "De naam lijkt.", voor: true), .init(tekst: "De geboortedag verschilt.", voor: false)])
        let wacht = Kandidaatregel(
            dossier: nil, aanmelding: ids.make(), dossiernummer: nil, naam: "S. Haile", geboortedatum: "onbekend",
            sterkte: "mogelijk", punten: 50, redenen: [])
        let gevonden = InvoerZoekPagina.Gevonden.samen([kandidaat, wacht], [mens(twee), mens(een)])
        #expect(gevonden.map(\.naam) == ["Selam Hayle", "S. Haile", "Selam Haile"])
        #expect(gevonden[0].redenen == ["De naam lijkt.", "Maar: De geboortedag verschilt."] && gevonden[0].huishouden != nil)
        #expect(gevonden[1].huishouden == nil && gevonden[1].href?.hasPrefix("/aanmelding/") == true)
    }

    private func form(_ delen: [String]) -> FormValues {
        FormValues(["geboren-dag": [delen[0]], "geboren-maand": [delen[1]], "geboren-jaar": [delen[2]]])
    }
}

/// Drafts: of one user, sealed, on every device, until they are used or thrown away.
@Suite("Concepten", .timeLimit(.minutes(2)))
struct ConceptTests {
    private static func begin(_ bezoeker: InProcessClient<PortaalContext>) async throws -> String {
        let pagina = try await bezoeker.get("/aanmelding/nieuw")
        let antwoord = try await bezoeker.post(
            "/aanmelding/nieuw/begin",
            [("_csrf", try csrf(pagina)), ("geslachtsnaam", "Tesfay Haile"), ("geboren-jaar", "1990")])
        #expect(antwoord.status == 303)
        return antwoord.headers[.location] ?? ""
    }

    @Test("een concept gaat verder op een ander apparaat, staat verzegeld en verdwijnt als het weg mag")
    func verder() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider], team: TeamID(team: "Almere"))
            let laptop = try await proef.aangemeld("sanne")
            let pad = try await Self.begin(laptop)
            let formulier = try await laptop.get(pad)
            #expect(formulier.status == 200 && formulier.text.contains("value=\"Tesfay Haile\""))
            #expect(!pad.contains("Haile"))
            let bewaard = try await laptop.post(
                pad,
                [
                    ("_csrf", try csrf(formulier)), ("geslachtsnaam", "Tesfay Haile"), ("telefoon", "0612345678"),
                    ("doe", "bewaren"),
                ])
            #expect(bewaard.status == 303)
            let velden = try await proef.store.read { db in try Data.fetchAll(db, sql: "SELECT velden FROM concept") }
            #expect(velden.count == 1 && velden.allSatisfy { $0.firstRange(of: Data("Haile".utf8)) == nil })
            let telefoon = try await proef.aangemeld("sanne")
            let lijst = try await telefoon.get("/aanmelding/nieuw")
            #expect(lijst.text.contains("Verder met") && lijst.text.contains("Tesfay Haile") && lijst.text.contains(pad))
            #expect(try await telefoon.get(pad).text.contains("value=\"0612345678\""))
            let vraag = try await telefoon.get(pad + "/weg")
            _ = try await telefoon.post(pad + "/weg", [("_csrf", try csrf(vraag))])
            #expect(try await telefoon.get(pad).status == 404)
            #expect(!(try await telefoon.get("/aanmelding/nieuw").text.contains("Verder met")))
        }
    }

    @Test("een ander ziet het niet, ook niet met het adres, en kan het niet overschrijven")
    func vanEenAnder() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("een", [.begeleider], team: TeamID(team: "Almere"))
            try await proef.gebruiker("twee", [.begeleider], team: TeamID(team: "Almere"))
            let een = try await proef.aangemeld("een")
            let pad = try await Self.begin(een)
            let twee = try await proef.aangemeld("twee")
            #expect(try await twee.get(pad).status == 404)
            let pagina = try await twee.get("/aanmelding/nieuw")
            #expect(!pagina.text.contains("Haile"))
            let poging = try await twee.post(pad, [("_csrf", try csrf(pagina)), ("geslachtsnaam", "Vals"), ("doe", "bewaren")])
            #expect(poging.status == 404)
            #expect(try await een.get(pad).text.contains("value=\"Tesfay Haile\""))
        }
    }

    @Test("opslaan terwijl intake weg is, bewaart alles wat getypt is")
    func weg() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.teamleider], team: TeamID(team: "Almere"), gemeente: "0034")
            let bezoeker = try await proef.aangemeld("sanne")
            let pad = try await Self.begin(bezoeker)
            let velden = [
                ("_csrf", try csrf(try await bezoeker.get(pad))), ("geslachtsnaam", "Tesfay Haile"), ("geboren-jaar", "1990"),
                ("doelgroep", "nareiziger"), ("gemeente", "0034"), ("straat", "Voorbeeldpad"),
            ]
            let antwoord = try await bezoeker.post(pad, velden)
            #expect(antwoord.status == 503 && antwoord.text.contains("value=\"Voorbeeldpad\""))
            #expect(try await bezoeker.get(pad).text.contains("value=\"Voorbeeldpad\""))
        }
    }

    @Test("wie geen aanmeldingen doet, komt niet op deze pagina's")
    func dicht() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("vrij", [.vrijwilliger])
            let vrij = try await proef.aangemeld("vrij")
            for pad in ["/aanmelding/nieuw", "/aanleveren", "/aanleveren/01923456-7890-7abc-8def-0123456789ab"] {
                #expect(try await vrij.get(pad).status == 403, "\(pad)")
            }
            try await proef.gebruiker("begeleider", [.begeleider])
            #expect(try await proef.aangemeld("begeleider").get("/aanleveren").status == 403)
        }
    }

    @Test("alleen een bestand mag groot zijn: een gewoon formulier op dat adres niet")
    func groot() async throws {
        try await metPortaal { proef in
            let antwoord = try await proef.bezoeker().send(
                .post, "/aanleveren", headers: [.contentType: "application/x-www-form-urlencoded"],
                body: Data("a=".utf8) + Data(repeating: UInt8(ascii: "x"), count: 600_000))
            #expect(antwoord.status == 413)
        }
    }
}
