// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Logging
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// A secret address is secret for the person, whatever dossier or aanmelding says so: on the page, for partners, beside another
/// and in what other services hear.
@Suite("Geheim adres na samenvoegen", .timeLimit(.minutes(5)))
struct GeheimNaSamenvoegenTests {
    let hulp = GegevensTests()
    let samen = SamenvoegenTests()
    let vrijwilliger = Actor(user: GebruikerID(UUID()), roles: [.vrijwilliger], purpose: "begeleiding")

    private func mensen(_ proef: Opstelling, _ geheim: [Bool]) async throws -> [DossierID] {
        var dossiers: [DossierID] = []
        for (nummer, geheim) in geheim.enumerated() {
            dossiers.append(
                try await hulp.persoon(
                    proef, Proefbericht.aanmelding(nummer, ["data.geheimhouding": .logisch(geheim)])))
        }
        let (alle, begeleider) = (dossiers, try #require(vrijwilliger.user))
        try await proef.parts.store.write { tx in
            for dossier in alle {
                _ = try Persoonregister.wijsToe(tx.db, dossier, begeleider: begeleider, team: MedewerkerTests.almere)
            }
        }
        return dossiers
    }

    /// Whether the address of a dossier gets out at any of its doors; all of them must agree.
    private func lekt(_ proef: Opstelling, _ dossier: DossierID) async throws -> Bool {
        let pagina = try await PersoonTonen(parts: proef.parts)(
            PersoonOpvragen(dossier: dossier), vrijwilliger, caller: .portaal, because: hulp.envelope())
        let pakket = try await DeelpakketSamenstellen(parts: proef.parts)(
            DeelpakketOpvragen(dossier: dossier, velden: ["postcode4"]), ServicePurpose.verwijzing.actor,
            caller: .socialeKaart, because: hulp.envelope())
        let laatste = try await laatstVerteld(proef)[dossier] ?? nil
        let deuren = [pagina.adres != nil, !pagina.geheimhouding, pakket.velden["postcode4"] != nil, laatste != nil]
        #expect(Set(deuren).count == 1, "\(deuren)")
        return deuren.contains(true)
    }

    /// The neighbourhood as other services know it: what they heard last.
    private func laatstVerteld(_ proef: Opstelling) async throws -> [DossierID: String?] {
        var verteld: [DossierID: String?] = [:]
        for event in try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self) { verteld[event.dossier] = event.postcode4 }
        for event in try await proef.gebeurtenissen(PersoonGewijzigd.self) { verteld[event.dossier] = event.postcode4 }
        return verteld
    }

    @Test("in elke groep met één geheim adres ziet niemand zonder recht een adres", arguments: [1, 2, 3] as [UInt64])
    func reeks(_ zaad: UInt64) async throws {
        var toeval = Proeftoeval(zaad)
        let proef = try await Opstelling()
        var geheim = [true, false, false, false, true, false]
        let dossiers = try await mensen(proef, geheim)
        // The model: who follows whom, and whose address is secret by itself.
        var volgt: [Int: (leidend: Int, id: SamenvoegingID)] = [:]
        func wortel(_ wie: Int) -> Int { volgt[wie].map { wortel($0.leidend) } ?? wie }
        for stap in 0..<30 {
            let (een, ander) = (toeval.getal(6), toeval.getal(6))
            switch toeval.getal(4) {
            case 0 where !volgt.isEmpty:
                let keuze = volgt.sorted { $0.key < $1.key }[toeval.getal(volgt.count)]
                try await samen.maakOngedaan(proef, keuze.value.id)
                volgt[keuze.key] = nil
            case 1:
                geheim[een].toggle()
                try await hulp.zet(proef, dossiers[een], ["geheimhouding": geheim[een] ? "ja" : "nee"])
            default:
                guard een != ander, volgt[een] == nil, volgt[ander] == nil else { continue }
                volgt[een] = (ander, try await samen.voegSamen(proef, dossiers[een], bij: dossiers[ander]))
            }
            for wie in 0..<6 {
                let moet = (0..<6).contains { geheim[$0] && wortel($0) == wortel(wie) }
                #expect(try await lekt(proef, dossiers[wie]) == !moet, "zaad \(zaad), stap \(stap), mens \(wie)")
            }
        }
    }

    @Test("een laat nummer dat om geheimhouding vraagt: meteen geheim, de andere verschillen wachten op een medewerker")
    func laatNummer() async throws {
        let proef = try await Opstelling()
        let (_, tweede, dossier) = try await WijzigingNaSamenvoegenTests.laatNummer(
            proef,
            later: [
                "data.geheimhouding": .logisch(true), "data.client.huisnummer": "99", "data.client.telefoon": nil,
                "data.datumHuisvesting": "2027-02-01",
            ])
        let begeleider = try #require(vrijwilliger.user)
        try await proef.parts.store.write { tx in
            _ = try Persoonregister.wijsToe(tx.db, dossier, begeleider: begeleider, team: MedewerkerTests.almere)
        }
        #expect(try await !lekt(proef, dossier))
        // Also beside another one.
        let ander = try await hulp.persoon(proef, Proefbericht.aanmelding(1))
        let naast = try await Vergelijken(parts: proef.parts).dossiers(
            DossiersVergelijken(dossier: dossier, ander: ander), hulp.leider, caller: .portaal, because: hulp.envelope())
        let adres = try #require(naast.velden.first { $0.veld == "adres" })
        #expect(adres.links == nil && adres.rechts != nil)
        let tonen = WijzigingTonen(parts: proef.parts)
        let rij = try #require(try await tonen.lijst(WijzigingenLijst(page: PageRequest()), hulp.leider).rows.first)
        let blad = try await tonen(
            WijzigingOpvragen(wijziging: rij.wijziging), hulp.leider, caller: .portaal, because: hulp.envelope())
        // What the message left out takes nothing away, and the gemeente changed nothing.
        #expect(blad.dossier == dossier && blad.verschillen.map(\.veld) == ["huisnummer", "geheimhouding", "datumHuisvesting"])
        #expect(try await proef.toestand(tweede).wijziging == nil)
        _ = try await WijzigingOvernemen(parts: proef.parts)(
            WijzigingVerwerken(
                wijziging: rij.wijziging, overnemen: ["huisnummer", "geheimhouding"], ookInOnderzoek: false, reden: "onjuist",
                versie: blad.versie), hulp.envelope(), hulp.leider)
        #expect(try await hulp.blad(proef, dossier).velden["geheimhouding"] == "ja")
        #expect(try await !lekt(proef, dossier))
        // Who takes it away from the person takes it away whole.
        try await hulp.zet(proef, dossier, ["geheimhouding": "nee"])
        #expect(try await lekt(proef, dossier))
    }

    @Test("een laat nummer dat niets anders zegt, geeft niemand werk")
    func nietsAnders() async throws {
        let proef = try await Opstelling()
        _ = try await WijzigingNaSamenvoegenTests.laatNummer(proef, later: ["data.client.telefoon": nil])
        #expect(try await proef.aantal("SELECT count(*) FROM wijziging") == 0)
    }

    @Test("ongedaan maken geeft het adres terug, en wat op een medewerker wachtte vervalt")
    func ongedaan() async throws {
        let proef = try await Opstelling()
        let (_, _, dossier) = try await WijzigingNaSamenvoegenTests.laatNummer(
            proef, later: ["data.geheimhouding": .logisch(true)])
        #expect(try await laatstVerteld(proef)[dossier] == .some(nil))
        let id = try #require(try await proef.gebeurtenissen(PersoonSamengevoegd.self).first?.samenvoeging)
        try await samen.maakOngedaan(proef, id)
        #expect(try await laatstVerteld(proef)[dossier] == "1315")
        let open = try await WijzigingTonen(parts: proef.parts).lijst(WijzigingenLijst(page: PageRequest()), hulp.leider)
        #expect(open.rows.isEmpty)
    }

    @Test("een samenvoeging van vóór deze stap telt als geheim tot iemand gekeken heeft, en wordt dan aangevuld")
    func vanVoor() async throws {
        let proef = try await Opstelling()
        let (_, _, dossier) = try await WijzigingNaSamenvoegenTests.laatNummer(proef)
        func geldt() async throws -> Bool { try await proef.parts.store.read { try Geheimhouding.geldt($0, dossier) } }
        func vulAan() async throws -> Int {
            try await SamenvoegingAanvullen(parts: proef.parts, logger: Logger(label: "proef")).vulAan()
        }
        #expect(try await !geldt())
        try await proef.parts.store.write { try $0.db.execute(sql: "UPDATE samenvoeging SET geheim = NULL, zoekwoorden = ''") }
        #expect(try await geldt())
        #expect(try await vulAan() == 1)
        #expect(try await !geldt())
        #expect(try await vulAan() == 0)
        #expect(try await proef.aantal("SELECT count(*) FROM samenvoeging WHERE zoekwoorden <> ''") == 1)
    }
}
