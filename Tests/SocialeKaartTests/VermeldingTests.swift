// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import SocialeKaartApp

/// A partner with an account keeps its own entries: proposals, the yearly question, nothing of another.
@Suite("Een partner houdt de eigen vermelding bij", .timeLimit(.minutes(2)))
struct VermeldingTests {
    private let bibliotheek = Actor(
        user: nieuw(), roles: [.partner], organisatie: OrganisatieID(Kaartopstelling.organisatieBibliotheek), purpose: "kaart")
    private let plangroep = Actor(
        user: nieuw(), roles: [.partner], organisatie: OrganisatieID(Kaartopstelling.organisatiePlangroep), purpose: "kaart")

    private func eigen(_ o: Kaartopstelling) async throws -> PartnerVermeldingOpvragen.Answer {
        try await o.kaart.vermelding(
            PartnerVermeldingOpvragen(voorziening: try #require(VoorzieningID(Kaartopstelling.bibliotheek))), als: bibliotheek)
    }

    private func doe(
        _ o: Kaartopstelling, _ inhoud: Voorzieningsinhoud, voorstel: UUID? = nil, versie: Int = 0, indienen: Bool = false,
        als actor: Actor? = nil
    ) async throws -> PartnerVoorstelDoen.Answer {
        try await o.kaart.doeVoorstel(
            PartnerVoorstelDoen(
                voorziening: try #require(VoorzieningID(Kaartopstelling.bibliotheek)), voorstel: voorstel, versie: versie,
                inhoud: inhoud, toelichting: "Nieuwe prijs", indienen: indienen), als: actor ?? bibliotheek,
            because: o.opdracht(als: actor ?? bibliotheek))
    }

    private func beoordeel(_ o: Kaartopstelling, _ id: UUID, versie: Int, publiceren: Bool, reden: String? = nil) async throws {
        _ = try await o.kaart.beoordelen(
            VoorstelBeoordelen(voorstel: id, versie: versie, publiceren: publiceren, reden: reden), als: o.teamleider,
            because: o.opdracht(als: o.teamleider))
    }

    @Test(
        "van voorstel tot publicatie: bewaren, indienen, terugsturen met reden, opnieuw, publiceren; dan geldt het als gecontroleerd"
    )
    func heleWeg() async throws {
        let o = try await Kaartopstelling()
        var inhoud = try await eigen(o).inhoud
        inhoud.kosten = "Vijf euro"
        let concept = try await doe(o, inhoud)
        // A draft is nobody's work yet.
        #expect(try await o.kaart.werk(KaartWerk(page: .init(limit: 1)), als: o.teamleider).voorstellen.isEmpty)
        #expect(try await eigen(o).vermelding.voorstel?.toestand == "concept")
        let ingediend = try await doe(o, inhoud, voorstel: concept.voorstel, versie: concept.versie, indienen: true)
        #expect(ingediend.voorstel == concept.voorstel && ingediend.versie == 3)
        let werk = try await o.kaart.werk(KaartWerk(page: .init(limit: 1)), als: o.teamleider)
        #expect(werk.voorstellen.map(\.voorstel) == [concept.voorstel])
        let teken = try await o.kaart.voorstel(VoorstelOpvragen(voorstel: concept.voorstel), als: o.teamleider)
        #expect(teken.verschillen.map(\.veld) == ["fees_description"] && !teken.intussenGewijzigd)
        await #expect(throws: Failure.self) { try await doe(o, inhoud, voorstel: concept.voorstel, versie: 3) }

        await #expect(throws: Failure.self) { try await beoordeel(o, concept.voorstel, versie: 3, publiceren: false) }
        try await beoordeel(o, concept.voorstel, versie: 3, publiceren: false, reden: "Per maand of per jaar?")
        let terug = try await eigen(o)
        #expect(terug.vermelding.voorstel?.reden == "Per maand of per jaar?" && terug.voorgesteld?.kosten == "Vijf euro")
        #expect(terug.verschillen.map(\.veld) == ["fees_description"])
        inhoud.kosten = "Vijf euro per jaar"
        let weer = try await doe(o, inhoud, voorstel: concept.voorstel, versie: 4, indienen: true)
        try await beoordeel(o, concept.voorstel, versie: weer.versie, publiceren: true)
        let na = try await eigen(o)
        #expect(na.vermelding.voorstel == nil && na.inhoud.kosten == "Vijf euro per jaar")
        #expect(na.vermelding.gecontroleerdOp == datum("2027-02-01"))
        // Somebody judged it in the meantime: the second judge loses.
        await #expect(throws: Failure.self) { try await beoordeel(o, concept.voorstel, versie: weer.versie, publiceren: true) }
    }

    @Test("wat niet te publiceren is, hoort de partner bij het indienen, en dan is er niets bewaard; een concept mag onaf zijn")
    func fout() async throws {
        let o = try await Kaartopstelling()
        var inhoud = try await eigen(o).inhoud
        inhoud.website = "zomaar"
        do {
            _ = try await doe(o, inhoud, indienen: true)
            Issue.record("ingediend met een kapot adres")
        } catch Failure.invalid(let fouten) { #expect(fouten.map(\.field) == ["inhoud.website"]) }
        #expect(try await eigen(o).vermelding.voorstel == nil)
        _ = try await doe(o, inhoud)
        #expect(try await eigen(o).vermelding.voorstel?.toestand == "concept")
        // There is one at a time.
        await #expect(throws: Failure.self) { try await doe(o, inhoud) }
    }

    @Test("wat een medewerker intussen wijzigde blijft staan: van een voorstel telt alleen wat de partner veranderde")
    func intussen() async throws {
        let o = try await Kaartopstelling()
        let id = try #require(VoorzieningID(Kaartopstelling.bibliotheek))
        var voorstel = try await eigen(o).inhoud
        (voorstel.kosten, voorstel.tolk) = ("Vijf euro", "Bel vooraf")
        let gedaan = try await doe(o, voorstel, indienen: true)
        let nu = try await o.kaart.bewerkbaar(VoorzieningBewerkbaar(voorziening: id), als: o.begeleider)
        var eigenWerk = try #require(nu.inhoud)
        (eigenWerk.wachttijd, eigenWerk.tolk) = ("Twee weken", "Geen tolk")
        _ = try await o.kaart.bewerken(
            VoorzieningBewerken(voorziening: id, versie: nu.versie, inhoud: eigenWerk, controle: "telefoon"), als: o.begeleider,
            because: o.opdracht(als: o.begeleider))
        let teken = try await o.kaart.voorstel(VoorstelOpvragen(voorstel: gedaan.voorstel), als: o.teamleider)
        #expect(teken.intussenGewijzigd)
        #expect(Set(teken.verschillen.map(\.veld)) == ["fees_description", "interpretation_services"])
        try await beoordeel(o, gedaan.voorstel, versie: gedaan.versie, publiceren: true)
        let na = try await eigen(o).inhoud
        #expect(na.wachttijd == "Twee weken" && na.kosten == "Vijf euro" && na.tolk == "Bel vooraf")
    }

    @Test("een partner geeft zijn vermelding niet weg en komt niet bij die van een ander")
    func vanEenAnder() async throws {
        let o = try await Kaartopstelling()
        var inhoud = try await eigen(o).inhoud
        inhoud.organisatie = OrganisatieID(Kaartopstelling.organisatiePlangroep)
        inhoud.kosten = "Vijf euro"
        let concept = try await doe(o, inhoud, indienen: true)
        #expect(try await eigen(o).voorgesteld?.organisatie == OrganisatieID(Kaartopstelling.organisatieBibliotheek))
        let id = try #require(VoorzieningID(Kaartopstelling.bibliotheek))
        await #expect(throws: Failure.notFound(what: "voorziening")) {
            try await o.kaart.vermelding(PartnerVermeldingOpvragen(voorziening: id), als: plangroep)
        }
        await #expect(throws: Failure.notFound(what: "voorstel")) {
            try await doe(o, inhoud, voorstel: concept.voorstel, versie: concept.versie, als: plangroep)
        }
        await #expect(throws: Failure.notFound(what: "voorziening")) {
            try await o.kaart.bevestigen(
                PartnerBevestigen(voorziening: id, versie: 1), als: plangroep, because: o.opdracht(als: plangroep))
        }
        let lijst = try await o.kaart.vermeldingen(PartnerVermeldingen(page: .init(limit: 50)), als: plangroep)
        #expect(!lijst.rows.isEmpty && !lijst.rows.contains { $0.voorziening == id })
        for actor in [o.begeleider, Actor(user: nieuw(), roles: [.partner], purpose: "kaart")] {
            await #expect(throws: Failure.self) {
                try await o.kaart.vermeldingen(PartnerVermeldingen(page: .init(limit: 5)), als: actor)
            }
        }
    }

    @Test("een partner trekt een eigen voorstel in zolang niemand het publiceerde; daarna kan een nieuw, en het oude niet meer")
    func intrekken() async throws {
        let o = try await Kaartopstelling()
        var inhoud = try await eigen(o).inhoud
        inhoud.kosten = "Vijf euro"
        func trekIn(_ id: UUID, versie: Int, als actor: Actor? = nil, _ envelop: Envelope? = nil) async throws {
            _ = try await o.kaart.intrekken(
                PartnerVoorstelIntrekken(voorstel: id, versie: versie), als: actor ?? bibliotheek,
                because: envelop ?? o.opdracht(als: actor ?? bibliotheek))
        }
        let eerste = try await doe(o, inhoud, indienen: true)
        await #expect(throws: Failure.notFound(what: "voorstel")) {
            try await trekIn(eerste.voorstel, versie: eerste.versie, als: plangroep)
        }
        await #expect(throws: Failure.self) { try await trekIn(eerste.voorstel, versie: eerste.versie - 1) }
        let envelop = o.opdracht(als: bibliotheek)
        // Twice the same: one effect.
        for _ in 1...2 { try await trekIn(eerste.voorstel, versie: eerste.versie, envelop) }
        #expect(try await eigen(o).vermelding.voorstel == nil)
        #expect(try await o.kaart.werk(KaartWerk(page: .init(limit: 1)), als: o.teamleider).voorstellen.isEmpty)
        let gezien = try await o.kaart.voorstel(VoorstelOpvragen(voorstel: eerste.voorstel), als: o.teamleider)
        #expect(gezien.regel.toestand == "ingetrokken" && gezien.versie == eerste.versie + 1)
        // Nobody judges it or goes on with it, and it is not withdrawn again.
        for versie in [eerste.versie, gezien.versie] {
            await #expect(throws: Failure.self) { try await beoordeel(o, eerste.voorstel, versie: versie, publiceren: true) }
            await #expect(throws: Failure.self) { try await doe(o, inhoud, voorstel: eerste.voorstel, versie: versie) }
            await #expect(throws: Failure.self) { try await trekIn(eerste.voorstel, versie: versie) }
        }
        #expect(try await eigen(o).inhoud.kosten != "Vijf euro")
        // A new one; sent back it may still be withdrawn, published it may not.
        let tweede = try await doe(o, inhoud, indienen: true)
        try await beoordeel(o, tweede.voorstel, versie: tweede.versie, publiceren: false, reden: "Per maand?")
        try await trekIn(tweede.voorstel, versie: tweede.versie + 1)
        let derde = try await doe(o, inhoud, indienen: true)
        try await beoordeel(o, derde.voorstel, versie: derde.versie, publiceren: true)
        do {
            try await trekIn(derde.voorstel, versie: derde.versie + 1)
            Issue.record("gepubliceerd en toch ingetrokken")
        } catch Failure.state(let reden) { #expect(reden.contains("gepubliceerd")) }
    }

    @Test(
        "wie een adres opgaf krijgt de jaarlijkse vraag als bericht met een id en een naam: na een half jaar, en na een jaar nog eens"
    )
    func gevraagd() async throws {
        let o = try await Kaartopstelling()
        try await o.store.write { tx in
            try tx.db.execute(sql: "UPDATE voorziening SET gecontroleerd_op = '2027-02-01'")
        }
        let vrager = ControleVragen(
            store: o.store, clock: o.klok, melden: try #require(o.verwijzingen.melden), logger: .init(label: "proef"))
        let aantal = try await o.kaart.vermeldingen(PartnerVermeldingen(page: .init(limit: 50)), als: bibliotheek).rows.count
        func wacht() async throws -> Int {
            try await o.kaart.vermeldingen(PartnerVermeldingen(page: .init(limit: 50), alleenWacht: true), als: bibliotheek).rows
                .count
        }
        func naar(_ dag: String) async throws -> Int {
            o.klok.zet(datum(dag))
            let eerst = try await vrager.vraag()
            // A second look asks nothing.
            #expect(try await vrager.vraag() == 0)
            return eerst
        }
        #expect(try await naar("2027-07-31") == 0)
        #expect(try await wacht() == 0)
        #expect(try await naar("2027-08-01") == aantal)
        #expect(try await wacht() == aantal)
        #expect(try await naar("2028-02-01") == 0)
        #expect(try await naar("2028-02-02") == aantal)
        // Only to who has an address, and nothing but an id and a name.
        let rijen = try await o.store.read { db in
            try Row.fetchAll(db, sql: "SELECT DISTINCT bestemming, soort, dossier FROM bezorging").map {
                [$0["bestemming"] as String? ?? "", $0["soort"] as String? ?? "", $0["dossier"] as String? ?? ""]
            }
        }
        #expect(
            rijen == [
                ["organisatie:\(Kaartopstelling.organisatieBibliotheek)", "nl.inburgering.voorziening.controle-gevraagd.v1", ""]
            ])
        let inhoud = try await o.store.read { db in
            try String.fetchAll(db, sql: "SELECT CAST(inhoud AS TEXT) FROM bezorging")
        }
        #expect(inhoud.count == 2 * aantal)
        for melding in inhoud {
            let velden = try #require(try JSONWaarde(json: melding.utf8).alsObject)
            #expect(Set(velden.keys) == ["specversion", "id", "source", "type", "subject", "time", "dataref"])
        }
        // Confirmed: the year begins anew. What was proposed waits for us, not for the partner.
        let vermelding = try await eigen(o).vermelding
        _ = try await o.kaart.bevestigen(
            PartnerBevestigen(voorziening: vermelding.voorziening, versie: vermelding.versie), als: bibliotheek,
            because: o.opdracht(als: bibliotheek))
        #expect(try await wacht() == aantal - 1)
        #expect(try await naar("2028-08-01") == 1)
        var voorstel = try await eigen(o).inhoud
        voorstel.kosten = "Vijf euro"
        let gedaan = try await doe(o, voorstel, indienen: true)
        #expect(try await wacht() == aantal - 1)
        try await beoordeel(o, gedaan.voorstel, versie: gedaan.versie, publiceren: false, reden: "Per maand?")
        #expect(try await wacht() == aantal)
    }

    @Test("de jaarlijkse vraag: de partner zegt dat het klopt, dan is de vermelding weer vers en uit het werk")
    func klopt() async throws {
        let o = try await Kaartopstelling()
        try await o.controleer(Kaartopstelling.bibliotheek)
        o.klok.zet(datum("2028-03-01"))
        let id = try #require(VoorzieningID(Kaartopstelling.bibliotheek))
        func inHetWerk() async throws -> Bool {
            try await o.kaart.werk(KaartWerk(page: .init(limit: 200)), als: o.begeleider).rijen.contains { $0.voorziening == id }
        }
        #expect(try await inHetWerk())
        let opdracht = PartnerBevestigen(voorziening: id, versie: try await eigen(o).vermelding.versie)
        let envelop = o.opdracht(als: bibliotheek)
        // Twice the same: one effect.
        for _ in 1...2 { _ = try await o.kaart.bevestigen(opdracht, als: bibliotheek, because: envelop) }
        #expect(try await !inHetWerk())
        let na = try await eigen(o)
        #expect(na.vermelding.gecontroleerdOp == datum("2028-03-01") && na.vermelding.versie == opdracht.versie + 1)
        await #expect(throws: Failure.self) {
            try await o.kaart.bevestigen(opdracht, als: bibliotheek, because: o.opdracht(als: bibliotheek))
        }
    }

    @Test("het doel waarvoor verwezen wordt blijft hier: de medewerker ziet het, de partner nooit")
    func doel() async throws {
        let o = try await Kaartopstelling()
        try await o.controleer(Kaartopstelling.bibliotheek)
        let doel: DoelID = nieuw()
        let gemaakt = try await o.verwijzingen.maken(
            VerwijzingMaken(
                dossier: o.dossier, voorziening: try #require(VoorzieningID(Kaartopstelling.bibliotheek)),
                leefgebied: .taalInburgering, doel: doel), als: o.begeleider, because: o.opdracht(als: o.begeleider))
        try await o.verstuur(gemaakt.verwijzing)
        let lijst = try await o.verwijzingen.vanDossier(.init(dossier: o.dossier), als: o.begeleider)
        #expect(lijst.map(\.doel) == [doel])
        let partner = try await o.client.send(
            .get, "/v1/verwijzingen", headers: [.authorization: "Bearer token-bibliotheek"])
        #expect(partner.text.contains(gemaakt.verwijzing.description) && !partner.text.contains(doel.description))
        let pagina = try await o.verwijzingen.partnerlijst(.init(page: .init(limit: 5)), als: bibliotheek)
        #expect(!String(decoding: try MessageCoding.encode(pagina), as: UTF8.self).contains(doel.description))
    }
}
