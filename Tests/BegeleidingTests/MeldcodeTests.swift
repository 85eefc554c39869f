// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Synchronization
import Testing
import Zegel

@testable import BegeleidingApp

/// Keys of compartments as intake gives them, that count how often they were asked.
final class Proefcompartimenten: CompartmentKeys {
    private let stand = Mutex<(keys: [UUID: SealKey], gevraagd: Int)>(([:], 0))
    let dossiers: Proefsleutels
    init(_ dossiers: Proefsleutels) { self.dossiers = dossiers }
    var gevraagd: Int { stand.withLock { $0.gevraagd } }

    func key(for compartment: UUID, of dossier: DossierID, because cause: Envelope) async throws -> SealKey {
        let own = try stand.withLock { stand in
            stand.gevraagd += 1
            let key = try stand.keys[compartment] ?? SealKey.random()
            stand.keys[compartment] = key
            return key
        }
        return try .compartment(own, of: try await dossiers.key(for: dossier))
    }
}

@Suite("Meldcode", .timeLimit(.minutes(1)))
struct MeldcodeTests {
    static let merk = "KLUISMERK-9X"

    /// A running traject of Fatima with a file that she began.
    private struct Zaak {
        let proef: Proefdienst
        let sleutels: Proefcompartimenten
        let middelen: Middelen
        let dossier: DossierID
        let id: MeldcodeID
        var functionaris: Actor {
            Actor(user: proef.ids.make(), roles: [.aandachtsfunctionaris], team: proef.team, purpose: "meldcode")
        }

        init() async throws {
            proef = try Proefdienst()
            sleutels = Proefcompartimenten(proef.keys)
            var middelen = proef.middelen
            middelen.compartimenten = sleutels
            self.middelen = middelen
            dossier = try await proef.lopendTraject().dossier
            id = try await MeldcodeOpenen(dossier: dossier).uitvoeren(middelen, proef.verzoek(proef.fatima)).zaak
        }

        func lees(_ actor: Actor? = nil) async throws -> Meldcodezaak {
            try await MeldcodeOpvragen(zaak: id).tonen(middelen, proef.verzoek(actor ?? proef.fatima))
        }

        func schrijf(
            _ soort: Meldcodesoort, _ tekst: String = merk, antwoorden: [String: String]? = nil, afwijking: String = "",
            over: Int? = nil, versie: Int? = nil, door actor: Actor? = nil
        ) async throws {
            let vragen = Meldcoderegels.vragen(soort).codes
            let feit = Meldcodefeit(
                soort: soort, op: proef.vandaag, met: merk, tekst: tekst,
                antwoorden: antwoorden ?? Dictionary(uniqueKeysWithValues: vragen.map { ($0, "ja") }), afwijking: afwijking,
                over: over)
            let nu: Int
            if let versie { nu = versie } else { nu = try await lees().versie }
            _ = try await MeldcodeVastleggen(zaak: id, feit: feit, versie: nu)
                .uitvoeren(middelen, proef.verzoek(actor ?? proef.fatima))
        }

        func betrek(_ wie: GebruikerID?, _ erbij: Bool = true, reden: String = "Kent het gezin", door actor: Actor? = nil)
            async throws
        {
            _ = try await MeldcodeBetrekken(
                zaak: id, gebruiker: try #require(wie), erbij: erbij, reden: reden, versie: try await lees().versie
            ).uitvoeren(middelen, proef.verzoek(actor ?? proef.fatima))
        }

        func lijst(_ actor: Actor) async throws -> [MeldcodeID] {
            try await MeldcodeZaken(page: PageRequest()).tonen(middelen, proef.verzoek(actor)).rows.map(\.zaak)
        }
    }

    @Test("de vijf stappen, de kindcheck en het sluiten; een verbetering komt erbij en wat er stond blijft")
    func stappen() async throws {
        let zaak = try await Zaak()
        for soort in [Meldcodesoort.signalen, .overleg, .gesprekOvergeslagen, .weging] { try await zaak.schrijf(soort) }
        #expect(try await zaak.lees().aanZet == 5)
        await #expect(throws: Failure.self) { try await zaak.schrijf(.gesloten) }
        try await zaak.schrijf(.besluit)
        try await zaak.schrijf(.melding)
        try await zaak.schrijf(.kindcheck, antwoorden: ["kinderen": "weet-niet"])
        try await zaak.schrijf(.verbetering, "Het was een dag later.", over: 1)
        try await zaak.schrijf(.gesloten)
        let klaar = try await zaak.lees()
        #expect(klaar.gedaan == [1, 2, 3, 4, 5] && klaar.aanZet == nil && klaar.kindcheckGedaan)
        #expect(klaar.geslotenOp == zaak.proef.vandaag)
        #expect(klaar.feiten.map(\.nummer) == Array(1...9))
        #expect(klaar.feiten[0].inhoud.tekst == Self.merk && klaar.feiten[7].inhoud.over == 1)
        await #expect(throws: Failure.self) { try await zaak.schrijf(.weging) }
        try await zaak.schrijf(.aanvulling)
    }

    @Test("wie op een oude stand schrijft, verliest; hetzelfde twee keer sturen heeft één gevolg")
    func gelijktijdig() async throws {
        let zaak = try await Zaak()
        try await zaak.schrijf(.signalen, versie: 1)
        await #expect(throws: Failure.conflict(.init(yours: 1, newest: 2))) { try await zaak.schrijf(.overleg, versie: 1) }
        let verzoek = zaak.proef.verzoek(zaak.proef.fatima, id: zaak.proef.ids.next())
        let opdracht = MeldcodeVastleggen(
            zaak: zaak.id, feit: .init(soort: .gevaar, op: zaak.proef.vandaag, met: "112", tekst: "Gebeld"), versie: 2)
        for _ in 1...2 { _ = try await opdracht.uitvoeren(zaak.middelen, verzoek) }
        #expect(try await zaak.lees().feiten.count == 2)
    }

    @Test("wie er niet bij hoort krijgt hetzelfde als bij een zaak die niet bestaat, en dat staat in het leeslog")
    func dicht() async throws {
        let zaak = try await Zaak()
        try await zaak.schrijf(.signalen)
        let gevraagd = zaak.sleutels.gevraagd
        let proef = zaak.proef
        var vreemden = Role.allCases.filter { $0 != .aandachtsfunctionaris }.map { rol in
            Actor(
                user: proef.ids.make(), roles: [rol], team: proef.team, gemeente: "0034", organisatie: proef.ids.make(),
                dossier: zaak.dossier, purpose: "proef")
        }
        vreemden += [
            proef.karel, proef.teamleider,
            Actor(user: proef.ids.make(), roles: [.aandachtsfunctionaris], team: proef.anderTeam, purpose: "meldcode"),
            .service(purpose: "rapport-opstellen"),
            // Named, but in another role than that of who guides.
            Actor(user: proef.fatima.user, roles: [.vrijwilliger], team: proef.team, purpose: "begeleiding"),
        ]
        for vreemd in vreemden {
            await #expect(throws: Failure.notFound(what: "pagina"), "\(vreemd.roles)") { try await zaak.lees(vreemd) }
            await #expect(throws: Failure.notFound(what: "pagina")) {
                try await zaak.schrijf(.aanvulling, versie: 2, door: vreemd)
            }
            #expect(((try? await zaak.lijst(vreemd)) ?? []).isEmpty)
        }
        await #expect(throws: Failure.notFound(what: "pagina")) {
            try await MeldcodeOpvragen(zaak: proef.ids.make()).tonen(zaak.middelen, proef.verzoek(proef.fatima))
        }
        #expect(zaak.sleutels.gevraagd == gevraagd, "de sleutel wordt pas gevraagd na een ja")
        let log = try await zaak.lees().inzagen
        #expect(log.count { $0.wat == "geweigerd" } == 30)
        #expect(log.contains { $0.door == proef.karel.user && $0.wat == "geweigerd" })
    }

    @Test("alleen de eigen begeleider begint een zaak; de nieuwe begeleider erft hem niet")
    func beginnen() async throws {
        let zaak = try await Zaak()
        let proef = zaak.proef
        for ander in [proef.karel, proef.teamleider, zaak.functionaris] {
            await #expect(throws: Failure.notFound(what: "dossier")) {
                _ = try await MeldcodeOpenen(dossier: zaak.dossier).uitvoeren(zaak.middelen, proef.verzoek(ander))
            }
        }
        _ = try await DossiersToewijzen(dossiers: [zaak.dossier], begeleider: try #require(proef.karel.user))
            .uitvoeren(proef.middelen, proef.verzoek(proef.teamleider))
        await #expect(throws: Failure.notFound(what: "pagina")) { try await zaak.lees(proef.karel) }
        #expect(try await zaak.lijst(proef.fatima) == [zaak.id])
    }

    @Test("de teamleider leest pas mee na een reden, en daarna niet meer; de aandachtsfunctionaris altijd")
    func betrekken() async throws {
        let zaak = try await Zaak()
        let proef = zaak.proef
        try await proef.ontvang(
            GebruikerGewijzigd(
                gebruiker: try #require(proef.teamleider.user), rollen: [.teamleider], team: proef.team, gemeente: nil,
                organisatie: nil, actief: true), van: .portaal)
        await #expect(throws: Failure.self) { try await zaak.betrek(proef.teamleider.user, reden: " ") }
        await #expect(throws: Failure.self) { try await zaak.betrek(proef.ids.make()) }
        try await zaak.betrek(proef.teamleider.user, reden: Self.merk)
        #expect(try await zaak.lees(proef.teamleider).feiten.last?.inhoud.tekst == Self.merk)
        #expect(try await zaak.lijst(proef.teamleider) == [zaak.id])
        // Who was asked reads and writes, and lets nobody else in.
        await #expect(throws: Failure.notFound(what: "pagina")) {
            try await zaak.betrek(proef.karel.user, door: proef.teamleider)
        }
        let functionaris = zaak.functionaris
        try await zaak.betrek(proef.teamleider.user, false, door: functionaris)
        await #expect(throws: Failure.notFound(what: "pagina")) { try await zaak.lees(proef.teamleider) }
        #expect(try await zaak.lijst(functionaris) == [zaak.id])
    }

    @Test("geen gebeurtenis, geen tijdlijn, geen punt op Vandaag, geen gewoon leeslog, geen wijzigingsgeschiedenis")
    func stil() async throws {
        let zaak = try await Zaak()
        let proef = zaak.proef
        let voor = try await proef.sporen()
        for soort in [Meldcodesoort.signalen, .overleg, .gesprek, .weging, .besluit, .melding, .gevaar, .kindcheck] {
            try await zaak.schrijf(soort)
        }
        try await zaak.betrek(proef.karel.user, reden: Self.merk)
        #expect(try await proef.sporen() == voor)
        try await proef.eisVerzegeld(Self.merk, ook: ["\"weging\"", "\"melden\""])
    }

    @Test("de sleutel van het dossier opent niets; zonder die sleutel is ook de zaak dicht")
    func sleutels() async throws {
        let zaak = try await Zaak()
        try await zaak.schrijf(.signalen)
        let zegel = try await zaak.proef.store.read { try Data.fetchOne($0, sql: "SELECT inhoud_zegel FROM meldcode_feit") }
        let dossiersleutel = try await zaak.proef.keys.key(for: zaak.dossier)
        #expect(throws: SealError.self) {
            try Seal.open(try #require(zegel), with: dossiersleutel, context: Zegelplaats.meldcode(zaak.id, 1))
        }
        await zaak.proef.keys.zet(weg: true)
        await #expect(throws: Failure.self) { try await zaak.lees() }
    }
}
