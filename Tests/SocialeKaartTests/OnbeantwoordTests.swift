// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import SocialeKaartApp

/// Two referrals that expired in silence turn an entry amber, until somebody there says something.
@Suite("Een voorziening die niet reageert", .timeLimit(.minutes(1)))
struct OnbeantwoordTests {
    private let bibliotheek = VoorzieningID(Kaartopstelling.bibliotheek)

    /// Referrals of as many people that expire on 9 February.
    @discardableResult
    private func verlopen(_ o: Kaartopstelling, _ aantal: Int) async throws -> [VerwijzingID] {
        var ids: [VerwijzingID] = []
        for _ in 0..<aantal { ids.append(try await verstuurd(o)) }
        o.klok.zet(o.klok.today.adding(days: 8))
        try await o.verwijzingen.termijnenBewaken()
        for id in ids { #expect(try await o.rij(id).toestand == .verlopen) }
        return ids
    }

    private func verstuurd(_ o: Kaartopstelling) async throws -> VerwijzingID {
        let dossier: DossierID = nieuw()
        try await o.wijsToe(dossier, aan: o.begeleider)
        let id = try await o.concept(dossier: dossier)
        try await o.verstuur(id)
        return id
    }

    private func opstelling() async throws -> Kaartopstelling {
        let o = try await Kaartopstelling()
        try await o.controleer(Kaartopstelling.bibliotheek)
        return o
    }

    /// In the search, on the entry, and what `/v1` says of it: all the same.
    private func reageertNiet(_ o: Kaartopstelling) async throws -> Bool {
        let id = try #require(bibliotheek)
        let gezocht = try await o.kaart.zoeken(
            VoorzieningenZoeken(tekst: "bibliotheek", page: .init(limit: 20)), als: o.begeleider
        )
        .rows.first { $0.voorziening == id }
        let opNaam = try await o.kaart.zoeken(VoorzieningenZoeken(tekst: "", page: .init(limit: 200)), als: o.begeleider)
            .rows.first { $0.voorziening == id }
        let detail = try await o.kaart.opvragen(VoorzieningOpvragen(voorziening: id), als: o.begeleider)
        let (vanaf, vandaag) = (o.kaart.gecontroleerdVanaf, o.klok.today)
        let beeld = try await o.store.read { db in
            try VoorzieningBeeld.een(db, id.description, vanaf: vanaf, vandaag: vandaag, eigen: nil)?.versheid
        }
        let werk = try await o.kaart.werk(KaartWerk(page: .init(limit: 50)), als: o.begeleider)
        let stil = detail.regel.reageertNiet == true
        #expect(gezocht?.reageertNiet == detail.regel.reageertNiet && opNaam?.reageertNiet == detail.regel.reageertNiet)
        #expect(beeld == (stil ? "navragen" : "vers"))
        #expect(werk.reagerenNiet == (stil ? 1 : 0))
        #expect((werk.rijen.first?.voorziening == id) == stil)
        return stil
    }

    private func partner() throws -> Partner {
        Partner(organisatie: try #require(OrganisatieID(Kaartopstelling.organisatieBibliotheek)), naam: "bibliotheek")
    }

    @Test("na twee verlopen verwijzingen is de vermelding oranje en waarschuwt het concept; na één nog niet")
    func twee() async throws {
        let o = try await opstelling()
        try await verlopen(o, 1)
        #expect(try await !reageertNiet(o))
        let concept = try await o.concept()
        #expect(try await !o.rij(concept).waarschuwingen(o.klok.today).contains("reageert-niet"))
        try await verlopen(o, 1)
        #expect(try await reageertNiet(o))
        let beeld = try await o.verwijzingen.opvragen(
            VerwijzingOpvragen(verwijzing: concept, contactpersoon: "B. Geleider"), als: o.begeleider, because: nil)
        #expect(beeld.waarschuwingen.contains("reageert-niet"))
        // It warns; sending is not refused.
        try await o.verstuur(concept)
        #expect(try await o.rij(concept).waarschuwingen(o.klok.today).isEmpty)
    }

    @Test("een antwoord op een andere verwijzing maakt haar weer groen")
    func antwoord() async throws {
        let o = try await opstelling()
        try await verlopen(o, 2)
        let id = try await verstuurd(o)
        let partner = try partner()
        _ = try await o.verwijzingen.partnerStap(
            id, partner, sleutel: "1", versie: try await o.versie(id), naar: .ontvangen, velden: [:],
            because: o.opdracht(als: partner.actor))
        #expect(try await !reageertNiet(o))
        // From there it is counted anew.
        o.klok.zet(o.klok.today.adding(days: 20))
        try await o.verwijzingen.termijnenBewaken()
        #expect(try await o.rij(id).toestand == .verlopen)
        #expect(try await !reageertNiet(o))
        try await verlopen(o, 1)
        #expect(try await reageertNiet(o))
    }

    @Test("wie bevestigt dat het klopt is weer groen; alleen naar de website kijken is geen gesprek")
    func bevestigd() async throws {
        for wijze in ["website", "telefoon", "bezoek", "aanbieder"] {
            let o = try await opstelling()
            try await verlopen(o, 2)
            let id = try #require(bibliotheek)
            let versie = try await o.kaart.opvragen(VoorzieningOpvragen(voorziening: id), als: o.begeleider).versie
            if wijze == "aanbieder" {
                let actor = Actor(
                    user: nieuw(), roles: [.partner], organisatie: try partner().organisatie, purpose: "vermelding-bijhouden")
                let wacht = try await o.kaart.vermeldingen(
                    PartnerVermeldingen(page: .init(limit: 50), alleenWacht: true), als: actor
                ).rows
                #expect(wacht.first { $0.voorziening == id }?.reageertNiet == true)
                _ = try await o.kaart.bevestigen(
                    PartnerBevestigen(voorziening: id, versie: versie), als: actor, because: o.opdracht(als: actor))
                let daarna = try await o.kaart.vermeldingen(
                    PartnerVermeldingen(page: .init(limit: 50), alleenWacht: true), als: actor
                ).rows
                #expect(!daarna.contains { $0.voorziening == id })
            } else {
                _ = try await o.kaart.controleren(
                    VoorzieningControleren(voorziening: id, versie: versie, wijze: wijze), als: o.begeleider,
                    because: o.opdracht(als: o.begeleider))
            }
            #expect(try await reageertNiet(o) == (wijze == "website"), "\(wijze)")
        }
    }

    @Test("een einde dat de teamleider terugdraait telt niet mee")
    func correctie() async throws {
        let o = try await opstelling()
        let ids = try await verlopen(o, 2)
        _ = try await o.verwijzingen.overgaan(
            VerwijzingOvergang(
                verwijzing: ids[0], versie: try await o.versie(ids[0]), naar: .verstuurd, velden: ["toelichting": "Zij belden"]),
            als: o.teamleider, because: o.opdracht(als: o.teamleider))
        #expect(try await !reageertNiet(o))
    }

    @Test("de lijst bladert van wat niet reageert door naar wat lang niet gecontroleerd is, elk één keer")
    func bladeren() async throws {
        let o = try await opstelling()
        try await verlopen(o, 2)
        var (gezien, na): ([VoorzieningID], String?) = ([], nil)
        repeat {
            let deel = try await o.kaart.werk(KaartWerk(page: .init(after: na, limit: 7)), als: o.begeleider)
            gezien += deel.rijen.map(\.voorziening)
            na = deel.volgende
        } while na != nil
        #expect(gezien.first == bibliotheek && Set(gezien).count == gezien.count)
        #expect(gezien.count == 101)
    }

    @Test("wat er al verlopen was telt mee nadat de opslag is bijgewerkt")
    func migratie() async throws {
        let o = try await opstelling()
        try await verlopen(o, 2)
        try await o.store.write { tx in
            try tx.db.execute(sql: "DROP TRIGGER onbeantwoord_bevestigd; DROP TABLE onbeantwoord;")
            try migratie095Onbeantwoord.apply(tx.db)
        }
        #expect(try await reageertNiet(o))
    }
}
