// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing
import Toegang

@testable import BegeleidingApp

@Suite("Paragrafen van de tussenrapportage", .timeLimit(.minutes(1)))
struct RapportTests {
    private func paragrafen(
        _ proef: Proefdienst, _ dossier: DossierID, _ actor: Actor = ServicePurpose.rapport.actor
    ) async throws -> [RapportParagrafen.Paragraaf] {
        let traject = try #require(try await proef.overzicht(dossier, door: proef.teamleider).traject)
        return try await RapportParagrafen(traject: traject)
            .schrijven(proef.middelen, proef.verzoek(actor, van: .rapportage))
    }

    /// A traject in which things happened, on 1 July 2027.
    private func gevuld() async throws -> (Proefdienst, AanmeldingGeaccepteerd) {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let kind = try proef.persoon(.kind, huishouden: event.huishouden, nummer: 2)
        try await proef.ontvang(kind)
        let doel = try #require(try await proef.overzicht(event.dossier).doelen.first)
        proef.klok.zet(try dag("2027-03-01"))
        _ = try await DoelToestandZetten(dossier: event.dossier, doel: doel.doel, toestand: .bereikt, versie: doel.versie)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        _ = try await DoelToevoegen(
            dossier: event.dossier, leefgebied: .financien, tekst: "Ik los mijn schuld af.", streefdatum: try dag("2027-08-01")
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        let brp = try #require(
            try await proef.bord(event.dossier).zaken.first { $0.code == "brp-verhuizing" && $0.dossier == event.dossier })
        _ = try await RegelzaakZetten(dossier: event.dossier, regelzaak: brp.regelzaak, toestand: .toegekend, versie: brp.versie)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        try await proef.contact(event.dossier, op: "2027-01-20", notitie: "Vertrouwelijk")
        try await proef.contact(event.dossier, op: "2027-02-20", .spreekuur)
        try await proef.contact(event.dossier, op: "2027-02-27", .spreekuur, .nietVerschenen)
        proef.klok.zet(try dag("2027-07-01"))
        return (proef, event)
    }

    @Test("de vijf paragrafen zeggen in gewone zinnen wat er in het dossier staat")
    func tekst() async throws {
        let (proef, event) = try await gevuld()
        let alle = try await paragrafen(proef, event.dossier)
        #expect(alle.map(\.code) == ["verloop", "doelen", "regelzaken", "contact", "vooruitblik"])
        #expect(
            alle[0].tekst
                == "De begeleiding is gestart op 18 januari 2027 en loopt nu 164 dagen. Eén kind valt binnen dit traject. "
                + "De cliënt is nog niet akkoord gegaan met de laatste versie van het plan van aanpak.")
        #expect(
            alle[1].tekst
                == "Er staan 2 doelen in het plan van aanpak; daarvan is er 1 bereikt. "
                + "Wonen: “Mijn woning is geregeld en ik weet wat ik zelf moet doen” is bereikt op 1 maart 2027. "
                + "Geld en administratie: “Ik los mijn schuld af” is nog niet begonnen, met als streefdatum 1 augustus 2027.")
        #expect(alle[2].tekst.contains("regelzaken is er 1 geregeld."))
        #expect(alle[2].tekst.contains("Kind aanmelden op school (kind)"))
        #expect(
            alle[3].tekst
                == "Er waren 2 contacten: 1 keer spreekuur en 1 keer huisbezoek. Het laatste contact was op 20 februari 2027. "
                + "Bij 2 daarvan werd vertaald. De cliënt is 1 keer niet verschenen zonder bericht.")
        #expect(
            alle[4].tekst
                == "Het traject loopt tot en met 17 oktober 2027. Er is nog 1 doel om aan te werken; de eerste streefdatum is 1 augustus 2027."
        )
        #expect(!alle.map(\.tekst).joined().contains("Vertrouwelijk"))
    }

    @Test("elke zin heeft bronnen, en elke bron bestaat in het dossier")
    func bronnen() async throws {
        let (proef, event) = try await gevuld()
        for paragraaf in try await paragrafen(proef, event.dossier) {
            // Dates and quoted goals hold no full stop followed by a capital, apart from the end of a goal.
            let uitspraken = Set(paragraaf.bronnen.compactMap(\.uitspraak))
            #expect(uitspraken == Set(1...(uitspraken.max() ?? 0)), "\(paragraaf.code)")
            for bron in paragraaf.bronnen {
                let tabel = ["contactmoment", "doel", "regelzaak", "traject"].first { $0 == bron.soort }
                let aantal = try await proef.getal("SELECT COUNT(*) FROM \(try #require(tabel)) WHERE id = ?", [bron.id])
                #expect(aantal == 1, "\(bron.soort) \(bron.id)")
                #expect(bron.zin.hasSuffix("."))
            }
        }
    }

    @Test("een leeg dossier geeft eerlijke zinnen")
    func leeg() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let alle = try await paragrafen(proef, event.dossier)
        #expect(alle[3].tekst == "Er is nog geen contact vastgelegd.")
        #expect(alle[1].tekst.hasPrefix("Er staat 1 doel in het plan van aanpak; dat is nog niet bereikt."))
        #expect(alle.allSatisfy { !$0.bronnen.isEmpty })
    }

    @Test("zonder sleutel komt er geen rapport met gaten")
    func zonderSleutel() async throws {
        let (proef, event) = try await gevuld()
        await proef.keys.zet(weg: true)
        await #expect(throws: Failure.self) { try await paragrafen(proef, event.dossier) }
    }

    @Test("alleen rapportage met het doel van een rapport, of wie het dossier heeft, krijgt de tekst")
    func rechten() async throws {
        let (proef, event) = try await gevuld()
        #expect(try await paragrafen(proef, event.dossier, proef.fatima).count == 5)
        for actor in [proef.karel, Actor.service(purpose: "nieuwsgierig"), ServicePurpose.betaling.actor] {
            await #expect(throws: Failure.self) { try await paragrafen(proef, event.dossier, actor) }
        }
        #expect(try await proef.getal("SELECT COUNT(*) FROM inzage WHERE wat = 'rapport' AND aanvrager = 'rapportage'") == 1)
    }

    @Test("acties staan in getallen bij hun doel, zonder woorden; niet akkoord staat in het verloop")
    func acties() async throws {
        let (proef, event) = try await gevuld()
        let schuld = try #require(try await proef.plan(event.dossier).doelen.last)
        let een = try await proef.actie(event.dossier, schuld.doel, "Mijn oom bellen", .client)
        try await proef.actie(event.dossier, schuld.doel, "Een betaalregeling maken", .begeleider)
        let weg = try await proef.actie(event.dossier, schuld.doel, "Toch niet", .client)
        try await proef.zet(event.dossier, een, .gedaan, versie: 1)
        try await proef.zet(event.dossier, weg, .vervallen, versie: 1)
        try await proef.akkoord(
            event.dossier, versie: try await proef.plan(event.dossier).versie, .geweigerd, opmerking: "Ik wil eerst werk.")
        let alle = try await paragrafen(proef, event.dossier)
        #expect(
            alle[1].tekst.hasSuffix(
                "Hiervoor zijn 2 acties afgesproken; daarvan is er 1 gedaan. Eén actie doet de cliënt zelf."))
        #expect(
            alle[0].tekst.hasSuffix(
                "De cliënt is op 1 juli 2027 niet akkoord gegaan met de laatste versie van het plan van aanpak."))
        #expect(!alle.contains { $0.tekst.contains("Mijn oom") || $0.tekst.contains("eerst werk") })
    }
}
