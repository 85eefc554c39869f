// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing
import Zegel

@testable import BegeleidingApp

/// A running traject of Fatima; Karel guides it now, in the place of who began the file.
private struct Noodgeval {
    static let merk = "NOODMERK-4Q"
    let proef: Proefdienst
    let middelen: Middelen
    let dossier: DossierID
    /// Nil where there is no file.
    let zaak: MeldcodeID?
    let functionaris: Actor

    init(metZaak: Bool = true) async throws {
        proef = try Proefdienst()
        var middelen = proef.middelen
        middelen.compartimenten = Proefcompartimenten(proef.keys)
        self.middelen = middelen
        dossier = try await proef.lopendTraject().dossier
        functionaris = Actor(user: proef.ids.make(), roles: [.aandachtsfunctionaris], team: proef.team, purpose: "meldcode")
        guard metZaak else {
            zaak = nil
            return
        }
        let id = try await MeldcodeOpenen(dossier: dossier).uitvoeren(middelen, proef.verzoek(proef.fatima)).zaak
        zaak = id
        _ = try await MeldcodeVastleggen(
            zaak: id, feit: Meldcodefeit(soort: .signalen, op: proef.vandaag, tekst: Self.merk), versie: 1
        ).uitvoeren(middelen, proef.verzoek(proef.fatima))
        _ = try await DossiersToewijzen(dossiers: [dossier], begeleider: try #require(proef.karel.user))
            .uitvoeren(middelen, proef.verzoek(proef.teamleider))
    }

    func vraag(_ actor: Actor? = nil, tekst: String = merk, nummer: UUID? = nil) async throws -> NoodinzageID {
        try await MeldcodeNoodOpenen(dossier: dossier, reden: .gevaar, toelichting: tekst)
            .uitvoeren(middelen, proef.verzoek(actor ?? proef.karel, id: nummer)).noodinzage
    }

    func zie(_ id: NoodinzageID, _ actor: Actor? = nil) async throws -> Noodinzage {
        try await MeldcodeNoodOpvragen(noodinzage: id).tonen(middelen, proef.verzoek(actor ?? proef.karel))
    }

    @discardableResult
    func lees(_ actor: Actor? = nil) async throws -> Meldcodezaak {
        try await MeldcodeOpvragen(zaak: try #require(zaak)).tonen(middelen, proef.verzoek(actor ?? proef.karel))
    }

    func lijst(_ actor: Actor? = nil, alleenOpen: Bool = true, na: String? = nil, limit: Int = 50) async throws
        -> Page<MeldcodeNoodinzagen.Regel>
    {
        try await MeldcodeNoodinzagen(alleenOpen: alleenOpen, page: PageRequest(after: na, limit: limit))
            .tonen(middelen, proef.verzoek(actor ?? functionaris))
    }

    func oordeel(_ id: NoodinzageID, _ actor: Actor? = nil, tekst: String = merk, versie: Int = 1) async throws {
        _ = try await MeldcodeNoodBeoordelen(noodinzage: id, uitkomst: .anders, toelichting: tekst, versie: versie)
            .uitvoeren(middelen, proef.verzoek(actor ?? functionaris))
    }

    /// Moves the clock of the field.
    func verder(uren: Double) { proef.klok.verder(uren * 3600) }
}

@Suite("Noodinzage in de Meldcode", .timeLimit(.minutes(1)))
struct NoodinzageTests {
    @Test("met een reden leest de begeleider van nu vier uur wat een ander opschreef, en daarna niet meer")
    func vierUur() async throws {
        let geval = try await Noodgeval()
        await #expect(throws: Failure.notFound(what: "pagina")) { try await geval.lees() }
        let id = try await geval.vraag()
        let nood = try await geval.zie(id)
        #expect(nood.zaken == [try #require(geval.zaak)] && nood.tot == nood.op.addingTimeInterval(4 * 3600))
        #expect(nood.toelichting == Noodgeval.merk && !nood.magBeoordelen)
        let zaak = try await geval.lees()
        #expect(zaak.feiten.first?.inhoud.tekst == Noodgeval.merk && zaak.noodTot == nood.tot)
        #expect(try await geval.lees(geval.proef.fatima).noodTot == nil)
        geval.verder(uren: 3.99)
        try await geval.lees()
        geval.verder(uren: 0.02)
        await #expect(throws: Failure.notFound(what: "pagina")) { try await geval.lees() }
        // What was asked and why stays to be seen; where there was something no longer.
        let later = try await geval.zie(id)
        #expect(later.zaken.isEmpty && later.toelichting == Noodgeval.merk)
        // The teamleider may ask as well, for the own team.
        _ = try await geval.vraag(geval.proef.teamleider)
        try await geval.lees(geval.proef.teamleider)
    }

    @Test("in nood leest men, meer niet: schrijven, iemand erbij halen en de lijst blijven dicht")
    func alleenLezen() async throws {
        let geval = try await Noodgeval()
        _ = try await geval.vraag()
        let (proef, zaak) = (geval.proef, try #require(geval.zaak))
        let versie = try await geval.lees().versie
        await #expect(throws: Failure.notFound(what: "pagina")) {
            try await MeldcodeVastleggen(
                zaak: zaak, feit: Meldcodefeit(soort: .aanvulling, op: proef.vandaag, tekst: "x"), versie: versie
            ).uitvoeren(geval.middelen, proef.verzoek(proef.karel))
        }
        await #expect(throws: Failure.notFound(what: "pagina")) {
            try await MeldcodeBetrekken(
                zaak: zaak, gebruiker: try #require(proef.karel.user), erbij: true, reden: "x", versie: versie
            ).uitvoeren(geval.middelen, proef.verzoek(proef.karel))
        }
        #expect(
            try await MeldcodeZaken(page: PageRequest()).tonen(geval.middelen, proef.verzoek(proef.karel)).rows.isEmpty)
    }

    @Test("of er een zaak is, is vooraf aan niets te zien: antwoord, weigering, sporen en gevraagde sleutels zijn gelijk")
    func gelijk() async throws {
        var gezien: [[String]] = []
        for metZaak in [true, false] {
            let geval = try await Noodgeval(metZaak: metZaak)
            let proef = geval.proef
            if !metZaak {
                _ = try await DossiersToewijzen(dossiers: [geval.dossier], begeleider: try #require(proef.karel.user))
                    .uitvoeren(geval.middelen, proef.verzoek(proef.teamleider))
            }
            let sleutels = try #require(geval.middelen.compartimenten as? Proefcompartimenten)
            let voor = sleutels.gevraagd
            var sporen: [String] = []
            func poging(_ actor: Actor, _ tekst: String) async {
                do {
                    _ = try await geval.vraag(actor, tekst: tekst)
                    sporen.append("ja")
                } catch { sporen.append("\(error)") }
            }
            await poging(proef.karel, " ")
            await poging(proef.karel, String(repeating: "x", count: 2_001))
            await poging(proef.fatima, "Ik was de begeleider.")
            #expect(sleutels.gevraagd == voor, "de sleutel wordt pas gevraagd na een ja")
            await poging(proef.karel, "Zij belt.")
            sporen.append("\(sleutels.gevraagd - voor)")
            for tabel in ["noodinzage", "wegwijs_historie", "inzage", "aandachtspunt"] {
                sporen.append("\(tabel) \(try await proef.getal("SELECT count(*) FROM \(tabel) WHERE 1 = 1"))")
            }
            gezien.append(sporen)
        }
        #expect(gezien[0] == gezien[1])
        #expect(gezien[0][3] == "ja" && gezien[0].filter { $0 == "ja" }.count == 1)
        // Only afterwards does who asked hear that there was nothing; and it is looked at as well.
        let leeg = try await Noodgeval(metZaak: false)
        let id = try await leeg.vraag(leeg.proef.fatima)
        #expect(try await leeg.zie(id, leeg.proef.fatima).zaken.isEmpty)
        #expect(try await leeg.lijst().rows.map(\.noodinzage) == [id])
    }

    @Test("wie het dossier niet mag openen vraagt ook in nood niets, en ziet van een ander niets")
    func dicht() async throws {
        let geval = try await Noodgeval()
        let proef = geval.proef
        let id = try await geval.vraag()
        let vreemden =
            Role.allCases.filter { $0 != .aandachtsfunctionaris }.map { rol in
                Actor(
                    user: proef.ids.make(), roles: [rol], team: rol == .teamleider ? proef.anderTeam : proef.team,
                    gemeente: "0034", organisatie: proef.ids.make(), dossier: geval.dossier, purpose: "proef")
            } + [
                proef.fatima, .service(purpose: "rapport-opstellen"),
                Actor(user: proef.karel.user, roles: [.vrijwilliger], team: proef.team, purpose: "begeleiding"),
                Actor(user: proef.ids.make(), roles: [.aandachtsfunctionaris], team: proef.anderTeam, purpose: "meldcode"),
            ]
        for vreemd in vreemden {
            await #expect(throws: Failure.notFound(what: "dossier"), "\(vreemd.roles)") { try await geval.vraag(vreemd) }
            await #expect(throws: Failure.notFound(what: "pagina"), "\(vreemd.roles)") { try await geval.zie(id, vreemd) }
            await #expect(throws: Failure.notFound(what: "pagina"), "\(vreemd.roles)") { try await geval.oordeel(id, vreemd) }
            #expect(((try? await geval.lijst(vreemd).rows) ?? []).isEmpty, "\(vreemd.roles)")
        }
        // What one opened is not another's.
        await #expect(throws: Failure.notFound(what: "pagina")) { try await geval.lees(proef.teamleider) }
        await #expect(throws: Failure.notFound(what: "pagina")) { try await geval.zie(id, proef.teamleider) }
    }

    @Test("alles staat in het leeslog van de zaak: het vragen, en elke keer lezen in nood")
    func leeslog() async throws {
        let geval = try await Noodgeval()
        _ = try await geval.vraag()
        try await geval.lees()
        try await geval.lees()
        let log = try await geval.lees(geval.functionaris).inzagen.filter { $0.door == geval.proef.karel.user }
        #expect(log.map(\.wat) == ["nood-gelezen", "nood-gelezen", "nood"])
    }

    @Test("de aandachtsfunctionaris ziet het meteen, en sluit het met een uitkomst; wie zelf las oordeelt niet")
    func beoordelen() async throws {
        let geval = try await Noodgeval()
        let proef = geval.proef
        #expect(try await geval.lijst().rows.isEmpty)
        let beide = Actor(
            user: proef.karel.user, roles: [.begeleider, .aandachtsfunctionaris], team: proef.team, purpose: "meldcode")
        let id = try await geval.vraag(beide)
        let regel = try #require(try await geval.lijst().rows.first)
        #expect(regel.noodinzage == id && regel.door == beide.user && regel.beoordeeldOp == nil)
        #expect(try await geval.zie(id, geval.functionaris).magBeoordelen)
        #expect(try await !geval.zie(id, beide).magBeoordelen)
        await #expect(
            throws: Failure.notAllowed(
                reason: "U hebt dit zelf aangevraagd of ingediend. Een collega moet hierover beslissen.")
        ) { try await geval.oordeel(id, beide) }
        await #expect(throws: Failure.self) { try await geval.oordeel(id, tekst: " ") }
        await #expect(throws: Failure.conflict(.init(yours: 7, newest: 1))) { try await geval.oordeel(id, versie: 7) }
        geval.verder(uren: 30)
        try await geval.oordeel(id)
        #expect(try await geval.lijst().rows.isEmpty)
        #expect(try await geval.lijst(alleenOpen: false).rows.count == 1)
        let klaar = try await geval.zie(id, geval.functionaris)
        #expect(klaar.oordeel?.uitkomst == .anders && klaar.oordeel?.door == geval.functionaris.user && !klaar.magBeoordelen)
        #expect(klaar.zaken == [try #require(geval.zaak)])
        // Who read hears what was found of it.
        #expect(try await geval.zie(id, proef.karel).oordeel?.toelichting == Noodgeval.merk)
        await #expect(throws: Failure.state(reason: "Dit is al beoordeeld.")) { try await geval.oordeel(id, versie: 2) }
    }

    @Test("wie oordeelt ziet alleen de zaken van het eigen team, en wie nergens las ziet er geen")
    func anderTeam() async throws {
        let geval = try await Noodgeval()
        let id = try await geval.vraag()
        #expect(try await geval.zie(id, geval.functionaris).zaken == [try #require(geval.zaak)])
        try await geval.proef.store.write { tx in
            try tx.db.execute(
                sql: "UPDATE meldcodezaak SET team = ?", arguments: [geval.proef.anderTeam.description])
        }
        #expect(try await geval.zie(id, geval.functionaris).zaken.isEmpty)
        #expect(try await geval.zie(id).zaken == [try #require(geval.zaak)])
    }

    @Test("hetzelfde twee keer sturen is één keer; de lijst gaat in bladzijden")
    func eenKeer() async throws {
        let geval = try await Noodgeval()
        let nummer = geval.proef.ids.next()
        let (een, twee) = (try await geval.vraag(nummer: nummer), try await geval.vraag(nummer: nummer))
        #expect(een == twee)
        for _ in 0..<4 {
            geval.verder(uren: 1)
            _ = try await geval.vraag()
        }
        var gevonden: [NoodinzageID] = []
        var na: String?
        repeat {
            let pagina = try await geval.lijst(na: na, limit: 2)
            gevonden += pagina.rows.map(\.noodinzage)
            na = pagina.next
        } while na != nil
        #expect(gevonden.count == 5 && Set(gevonden).count == 5 && gevonden.last == een)
        await #expect(throws: Failure.self) { try await geval.lijst(na: "gisteren|x") }
    }

    @Test("reden en oordeel liggen verzegeld, onder een sleutel die niet die van het dossier is; nergens een spoor")
    func stil() async throws {
        let geval = try await Noodgeval()
        let proef = geval.proef
        let voor = try await proef.sporen()
        let id = try await geval.vraag()
        try await geval.lees()
        try await geval.oordeel(id)
        #expect(try await proef.sporen() == voor)
        try await proef.eisVerzegeld(Noodgeval.merk)
        let zegel = try await proef.store.read { try Data.fetchOne($0, sql: "SELECT inhoud_zegel FROM noodinzage") }
        let dossiersleutel = try await proef.keys.key(for: geval.dossier)
        #expect(throws: SealError.self) {
            try Seal.open(try #require(zegel), with: dossiersleutel, context: Zegelplaats.nood(id))
        }
        await proef.keys.zet(weg: true)
        await #expect(throws: Failure.self) { try await geval.vraag() }
    }
}
