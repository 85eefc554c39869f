// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// The stop on exchange in intake: who sets, lifts and reads it, and that nothing of the person leaves by any door.
@Suite(.timeLimit(.minutes(2)))
struct UitwisselingTests {
    static let almere = TeamID(team: "Almere")
    static let reden = "Een familielid zoekt haar en mag niets van haar weten."
    let begeleider = Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: almere, purpose: "begeleiding")
    let teamleider = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: almere, purpose: "begeleiding")
    let andere = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: almere, purpose: "begeleiding")
    let fg = Actor(user: GebruikerID(UUID()), roles: [.functionarisGegevensbescherming], purpose: "toezicht")
    let klantmanager = Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0034", purpose: "voortgang")

    private func envelope(_ type: String = "proef") -> Envelope {
        Envelope(id: UUID(), source: "urn:wegwijs:portaal", type: type, time: Date())
    }

    /// Somebody in the caseload of `begeleider`.
    private func persoon(_ proef: Opstelling, _ bericht: JSONWaarde) async throws -> DossierID {
        _ = try await proef.stuur(bericht)
        let dossier = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).last?.dossier)
        let wie = try #require(begeleider.user)
        try await proef.parts.store.write { tx in
            _ = try Persoonregister.wijsToe(tx.db, dossier, begeleider: wie, team: Self.almere)
        }
        return dossier
    }

    private func stop(_ proef: Opstelling, _ dossier: DossierID, door actor: Actor) async throws {
        _ = try await UitwisselingZetten(parts: proef.parts).stop(
            UitwisselingStoppen(dossier: dossier, toelichting: Self.reden), envelope(), actor)
    }

    private func hervat(_ proef: Opstelling, _ dossier: DossierID, door actor: Actor) async throws {
        _ = try await UitwisselingZetten(parts: proef.parts).hervat(
            UitwisselingHervatten(dossier: dossier, toelichting: "Besproken met de politie, het is veilig."), envelope(), actor)
    }

    private func redenen(_ proef: Opstelling, _ dossier: DossierID, _ actor: Actor) async throws -> [UitwisselingRedenLezen.Regel]
    {
        try await UitwisselingTonen(parts: proef.parts).redenen(
            UitwisselingRedenLezen(dossier: dossier), actor, caller: .portaal, because: envelope())
    }

    @Test("de begeleider stopt, een teamleider die dat niet zelf deed heft op; de feiten dragen alleen het dossier")
    func stoppenEnHervatten() async throws {
        let proef = try await Opstelling()
        let dossier = try await persoon(proef, Proefbericht.aanmelding(0))
        try await stop(proef, dossier, door: begeleider)
        await #expect(throws: Failure.uitwisselingGestopt) { try await stop(proef, dossier, door: teamleider) }
        await #expect(throws: Failure.self) { try await hervat(proef, dossier, door: begeleider) }
        try await hervat(proef, dossier, door: teamleider)
        // Now the team leader stops it: a colleague must lift it.
        try await stop(proef, dossier, door: teamleider)
        await #expect {
            try await hervat(proef, dossier, door: teamleider)
        } throws: { error in
            if case Failure.notAllowed = error { true } else { false }
        }
        try await hervat(proef, dossier, door: andere)
        await #expect(throws: Failure.self) { try await hervat(proef, dossier, door: andere) }
        #expect(try await proef.gebeurtenissen(UitwisselingGestopt.self) == Array(repeating: .init(dossier: dossier), count: 2))
        #expect(try await proef.gebeurtenissen(UitwisselingHervat.self) == Array(repeating: .init(dossier: dossier), count: 2))
    }

    @Test(
        "zonder uitleg, of met een te lange, wordt er niets gestopt",
        arguments: ["", "  kort  ", String(repeating: "a", count: 2_001)])
    func uitleg(_ toelichting: String) async throws {
        let proef = try await Opstelling()
        let dossier = try await persoon(proef, Proefbericht.aanmelding(0))
        await #expect {
            _ = try await UitwisselingZetten(parts: proef.parts).stop(
                UitwisselingStoppen(dossier: dossier, toelichting: toelichting), envelope(), begeleider)
        } throws: { error in
            if case Failure.invalid(let fouten) = error { fouten.map(\.field) == ["toelichting"] } else { false }
        }
        #expect(try await proef.aantal("SELECT count(*) FROM uitwisselingsstop") == 0)
    }

    @Test("wie en waarom lezen alleen de teamleider en de functionaris, en elke blik staat in het leeslog")
    func verzegeld() async throws {
        let proef = try await Opstelling()
        let dossier = try await persoon(proef, Proefbericht.aanmelding(0))
        try await stop(proef, dossier, door: begeleider)
        for lezer in [teamleider, fg] {
            let regels = try await redenen(proef, dossier, lezer)
            #expect(regels.map(\.toelichting) == [Self.reden] && regels.map(\.door) == [begeleider.user])
        }
        let vreemd = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Elders"), purpose: "x")
        for lezer in [begeleider, klantmanager, vreemd] {
            await #expect(throws: Failure.self) { _ = try await redenen(proef, dossier, lezer) }
        }
        #expect(try await proef.aantal("SELECT count(*) FROM leeslog WHERE wat = 'uitwisselingsstop' AND toegestaan = 1") == 2)
        #expect(try await proef.aantal("SELECT count(*) FROM leeslog WHERE wat = 'uitwisselingsstop' AND toegestaan = 0") == 3)
        // Nowhere in the file does it say who or why.
        let wie = try #require(begeleider.user?.description)
        #expect(try await staatIn(proef, Self.reden) == [])
        // The assignment and the read log know the begeleider for another reason.
        #expect(try await staatIn(proef, wie).subtracting(["persoon", "leeslog"]) == [])
        try await proef.keys.destroy(dossier)
        await #expect(throws: Failure.self) { _ = try await redenen(proef, dossier, teamleider) }
    }

    @Test("het team ziet dat het gestopt is, en niet waarom; de lijst vergeet niemand")
    func zichtbaar() async throws {
        let proef = try await Opstelling()
        let dossier = try await persoon(proef, Proefbericht.aanmelding(0))
        let tonen = UitwisselingTonen(parts: proef.parts)
        #expect(try await tonen.stand(.init(dossier: dossier), begeleider).magStoppen)
        try await stop(proef, dossier, door: begeleider)
        let stand = try await tonen.stand(.init(dossier: dossier), begeleider)
        #expect(
            stand.gestoptSinds == Datum(Opstelling.vandaag) && !stand.magStoppen && !stand.magHervatten && !stand.magRedenLezen)
        #expect(try await tonen.stand(.init(dossier: dossier), teamleider).magHervatten)
        await #expect(throws: Failure.self) { _ = try await tonen.stand(.init(dossier: dossier), klantmanager) }
        let hoofd = try await PersoonTonen(parts: proef.parts)(
            PersoonOpvragen(dossier: dossier), begeleider, caller: .portaal, because: envelope())
        #expect(hoofd.uitwisselingGestopt == true)
        for (wie, aantal) in [(teamleider, 1), (fg, 1), (begeleider, 0), (klantmanager, 0)] {
            #expect(try await tonen.lijst(.init(page: PageRequest()), wie).rows.count == aantal)
        }
    }

    @Test("na een stop gaat door geen deur van intake nog iets van deze persoon naar buiten, en na hervatten wel weer")
    func alleDeuren() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding(0)
        let dossier = try await persoon(proef, bericht)
        let kind = try await persoon(
            proef,
            Proefbericht.aanmelding(
                1,
                [
                    "data.huishouden": bericht["data.huishouden"], "data.client.geslachtsnaam": "Anders",
                    // One phone in the house: the number of the child is the number of the person.
                    "data.client.telefoon": bericht["data.client.telefoon"],
                ]))
        #expect(try await buiten(proef, bericht, dossier, kind) == Self.deuren)
        try await stop(proef, dossier, door: begeleider)
        let gestopt = try await buiten(proef, bericht, dossier, kind)
        #expect(gestopt == [])
        try await hervat(proef, dossier, door: teamleider)
        #expect(try await buiten(proef, bericht, dossier, kind) == Self.deuren)
    }

    /// Every way in which intake answers somebody outside.
    static let deuren: Set<String> = [
        "koppeling-toestand", "koppeling-lijst", "koppeling-intrekking", "persoon", "huisgenoot", "label", "zoeken",
        "aanmelding", "deelpakket", "deelpakket-postcode-huisgenoot", "deelpakket-telefoon-huisgenoot",
    ]

    /// The doors through which something of the person is to be seen.
    private func buiten(
        _ proef: Opstelling, _ bericht: JSONWaarde, _ dossier: DossierID, _ kind: DossierID
    ) async throws -> Set<String> {
        var open: Set<String> = []
        guard case .tekst(let id)? = bericht["data.aanmeldingId"] else { throw Opstelling.Stuk() }
        if try await proef.vraag("/v1/aanmeldingen/\(id)").status == 200 { open.insert("koppeling-toestand") }
        if String(decoding: try await proef.vraag("/v1/aanmeldingen").body, as: UTF8.self).contains(id) {
            open.insert("koppeling-lijst")
        }
        // Accepted already: taking it back is refused with that reason, which tells that the person is a client.
        let intrekking = try await proef.stuur(Proefbericht.intrekking(van: bericht))
        if String(decoding: intrekking.body, as: UTF8.self).contains("geaccepteerd") { open.insert("koppeling-intrekking") }
        let parts = proef.parts
        func persoon(_ dossier: DossierID) async throws -> Persoonsgegevens {
            try await PersoonTonen(parts: parts)(
                PersoonOpvragen(dossier: dossier), klantmanager, caller: .portaal, because: envelope())
        }
        if (try? await persoon(dossier)) != nil { open.insert("persoon") }
        if try await persoon(kind).huisgenoten.contains(where: { $0.dossier == dossier }) { open.insert("huisgenoot") }
        let personen = PersonenTonen(parts: parts)
        if try await personen.labels(.init(dossiers: [dossier]), klantmanager).count == 1 { open.insert("label") }
        if try await personen.zoek(.init(tekst: "Işık", page: PageRequest()), klantmanager).rows.contains(where: {
            $0.dossier == dossier
        }) {
            open.insert("zoeken")
        }
        let lijst = try await AanmeldingenTonen(parts: parts)(
            .init(toestand: .geaccepteerd, page: PageRequest()), klantmanager)
        if lijst.rows.contains(where: { $0.aanmelding.description == id }) { open.insert("aanmelding") }
        func pakket(_ dossier: DossierID) async throws -> [String: String] {
            try await DeelpakketSamenstellen(parts: parts)(
                DeelpakketOpvragen(dossier: dossier, velden: ["voornaam", "postcode4", "telefoon"]),
                ServicePurpose.verwijzing.actor, caller: .socialeKaart, because: envelope()
            ).velden
        }
        if (try? await pakket(dossier)) != nil { open.insert("deelpakket") }
        let vanKind = try await pakket(kind)
        #expect(vanKind["voornaam"] != nil)
        if vanKind["postcode4"] != nil { open.insert("deelpakket-postcode-huisgenoot") }
        if vanKind["telefoon"] != nil { open.insert("deelpakket-telefoon-huisgenoot") }
        // Another aanmelding with the same number: that it may be a double tells that we know the person.
        var nogmaals = Proefbericht.aanmelding(2)
        nogmaals["data.client.bsn"] = bericht["data.client.bsn"]
        _ = try await proef.stuur(nogmaals)
        let toestand = try await proef.toestand(nogmaals)
        #expect(toestand.toestand == "in-controle")
        // The same word before, during and after a stop.
        #expect(toestand.redenen == ["nadere-controle"])
        _ = try await proef.stuur(Proefbericht.intrekking(van: nogmaals))
        return open
    }

    @Test("de andere diensten horen wie gestopt is, en op verzoek ook de huisgenoten")
    func nagaan() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding(0)
        let een = try await persoon(proef, bericht)
        let twee = try await persoon(proef, Proefbericht.aanmelding(1, ["data.huishouden": bericht["data.huishouden"]]))
        let drie = try await persoon(proef, Proefbericht.aanmelding(3))
        try await stop(proef, een, door: begeleider)
        let tonen = UitwisselingTonen(parts: proef.parts)
        #expect(try await tonen.nagaan(.init(dossiers: [drie, twee, een])).gestopt == [een])
        #expect(try await tonen.nagaan(.init(dossiers: [drie, twee, een], metHuishouden: true)).gestopt == [twee, een])
    }

    @Test("ook over wie nog wacht kan een teamleider de uitwisseling stoppen")
    func wachtend() async throws {
        let proef = try await Opstelling()
        _ = try await proef.stuur(Proefbericht.aanmelding(0))
        let tweede = Proefbericht.aanmelding(0)
        _ = try await proef.stuur(tweede)
        let wacht = try await proef.parts.store.read { db in
            try String.fetchOne(db, sql: "SELECT dossier FROM aanmelding WHERE toestand = 'in-controle'")
        }
        let dossier = try #require(wacht.flatMap { DossierID($0) })
        try await stop(proef, dossier, door: teamleider)
        guard case .tekst(let id)? = tweede["data.aanmeldingId"] else { throw Opstelling.Stuk() }
        #expect(try await proef.vraag("/v1/aanmeldingen/\(id)").status == 404)
    }

    /// The tables in which a text stands readable.
    private func staatIn(_ proef: Opstelling, _ tekst: String) async throws -> Set<String> {
        try await proef.parts.store.read { db in
            var found: Set<String> = []
            for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'") {
                for row in try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"") {
                    for value in row.databaseValues {
                        let text: String =
                            switch value.storage {
                            case .string(let text): text
                            case .blob(let data): String(decoding: data, as: UTF8.self)
                            default: ""
                            }
                        if text.contains(tekst) { found.insert(table) }
                    }
                }
            }
            return found
        }
    }
}
