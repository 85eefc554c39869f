// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Logging
import Opslag
import Testing

@testable import BegeleidingApp

/// What begeleiding does when intake tells that people live otherwise.
@Suite("Het huishouden volgen", .timeLimit(.minutes(2)))
struct HuishoudenVolgenTests {
    private func verhuis(
        _ proef: Proefdienst, _ dossier: DossierID, naar: HuishoudenID, rol: String = "hoofd", op: String = "2027-02-01"
    ) async throws {
        try await proef.ontvang(HuishoudenGewijzigd(dossier: dossier, huishouden: naar, rol: rol, van: try dag(op)))
    }

    private func rij(_ proef: Proefdienst, _ dossier: DossierID) async throws -> Dossierrij {
        try #require(try await proef.store.read { try Dossiers.vind($0, dossier) })
    }

    @Test("wie weggaat neemt de eigen stappen mee; wat van het huishouden is blijft bij wie er woont")
    func splitsen() async throws {
        let proef = try Proefdienst()
        let huis: HuishoudenID = proef.ids.make()
        let (man, vrouw) = (try proef.persoon(huishouden: huis, nummer: 1), try proef.persoon(huishouden: huis, nummer: 2))
        try await proef.ontvang(man)
        try await proef.ontvang(vrouw)
        try await proef.wijsToe(man.dossier, vrouw.dossier)
        let voor = try await proef.bord(vrouw.dossier).zaken
        let nieuw: HuishoudenID = proef.ids.make()
        // He carried the steps of the household, and is the one who goes.
        try await verhuis(proef, man.dossier, naar: nieuw)
        let zijn = try await proef.bord(man.dossier)
        let haar = try await proef.bord(vrouw.dossier)
        #expect(zijn.huishouden == nieuw && haar.huishouden == huis)
        func eigen(_ bord: [Regeldagbord.Regelzaak], _ wie: DossierID) -> Set<RegelzaakID> {
            Set(bord.filter { $0.dossier == wie }.map(\.regelzaak))
        }
        #expect(eigen(zijn.zaken, man.dossier) == eigen(voor, man.dossier) && !eigen(voor, man.dossier).isEmpty)
        #expect(eigen(haar.zaken, vrouw.dossier) == eigen(voor, vrouw.dossier))
        let vanHuis = Set(voor.filter { $0.dossier == nil }.map(\.regelzaak))
        #expect(Set(haar.zaken.filter { $0.dossier == nil }.map(\.regelzaak)) == vanHuis)
        // A household of his own has steps of its own.
        #expect(zijn.zaken.contains { $0.dossier == nil && $0.code == "huurcontract" && !vanHuis.contains($0.regelzaak) })
        // The same told again changes nothing.
        try await verhuis(proef, man.dossier, naar: nieuw)
        #expect(try await proef.bord(man.dossier).zaken.count == zijn.zaken.count)
    }

    @Test("een kind rijdt mee met een ouder in het eigen huishouden, als die er is")
    func kind() async throws {
        let proef = try Proefdienst()
        let huis: HuishoudenID = proef.ids.make()
        let (man, vrouw) = (try proef.persoon(huishouden: huis, nummer: 1), try proef.persoon(huishouden: huis, nummer: 2))
        let kind = try proef.persoon(.kind, huishouden: huis, met: man.dossier, nummer: 3)
        for event in [man, vrouw, kind] { try await proef.ontvang(event) }
        #expect(try await rij(proef, kind.dossier).meerijdendMet == man.dossier)
        // He leaves, the child stays with her.
        try await verhuis(proef, man.dossier, naar: proef.ids.make())
        #expect(try await rij(proef, kind.dossier).meerijdendMet == vrouw.dossier)
        // The child moves in with nobody who has a traject: it goes on with her.
        try await verhuis(proef, kind.dossier, naar: proef.ids.make(), rol: "kind")
        let nu = try await rij(proef, kind.dossier)
        #expect(nu.meerijdendMet == vrouw.dossier && nu.toestand == .lopend)
    }

    @Test("een nareiziger komt op het bord van de referent")
    func nareis() async throws {
        let proef = try Proefdienst()
        let man = try proef.persoon(nummer: 1)
        let vrouw = try proef.persoon(.nareiziger, huisvesting: nil, nummer: 2)
        try await proef.ontvang(man)
        try await proef.ontvang(vrouw)
        try await proef.wijsToe(man.dossier, vrouw.dossier)
        try await verhuis(proef, vrouw.dossier, naar: man.huishouden, rol: "partner")
        let bord = try await proef.bord(vrouw.dossier)
        #expect(bord.huishouden == man.huishouden)
        #expect(bord.zaken.contains { $0.dossier == vrouw.dossier && $0.code == "brp-eerste-inschrijving" })
        #expect(bord.zaken.count { $0.code == "huurcontract" } == 1)
        // What her own household would have had to arrange is nobody's task any more.
        #expect(
            try await proef.getal(
                "SELECT count(*) FROM regelzaak z JOIN regeldagbord b ON b.id = z.bord WHERE b.huishouden = ? AND z.toestand = 'open'",
                [vrouw.huishouden.description]) == 0)
    }

    @Test("een kind dat wachtte gaat meerijden als bekend is met wie; 18 worden staat in het dossier")
    func wachten() async throws {
        let proef = try Proefdienst()
        let kind = try proef.persoon(.kind, nummer: 1)
        let voogd = try proef.persoon(nummer: 2)
        try await proef.ontvang(kind)
        try await proef.ontvang(voogd)
        #expect(try await rij(proef, kind.dossier).toestand == .wacht)
        try await proef.ontvang(MeerijdenBekend(dossier: kind.dossier, meerijdendMet: voogd.dossier))
        #expect(try await rij(proef, kind.dossier).meerijdendMet == voogd.dossier)
        try await proef.ontvang(WerdAchttien(dossier: kind.dossier, zeker: .onbekend, maand: "2027-01"))
        #expect(try await proef.getal("SELECT count(*) FROM dossier WHERE is_18 = 'onbekend'") == 1)
    }

    @Test("wie 18 wordt staat op vandaag bij begeleider en teamleider, tot iemand keek of er een eigen traject is")
    func achttien() async throws {
        let proef = try Proefdienst()
        let ouder = try proef.persoon(nummer: 1)
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, met: ouder.dossier, nummer: 2)
        for event in [ouder, kind] { try await proef.ontvang(event) }
        try await proef.wijsToe(ouder.dossier)
        func ziet(_ actor: Actor) async throws -> Bool {
            try await proef.vandaag(actor).contains { $0.soort == "achttien" && $0.dossier == kind.dossier }
        }
        func zien() async throws -> [Bool] { [try await ziet(proef.fatima), try await ziet(proef.teamleider)] }
        #expect(try await zien() == [false, false])
        try await proef.ontvang(WerdAchttien(dossier: kind.dossier, zeker: .ja, maand: "2027-01"))
        #expect(try await zien() == [true, true])
        // Looked at, until a day.
        let stand = try await UitbeeldDossier(dossier: kind.dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(stand.nu.contains { $0.code == "achttien" })
        let reden = try #require(stand.gezienRedenen.first?.code)
        _ = try await UitbeeldGezien(
            dossier: kind.dossier, reden: reden, kijkOp: try dag("2027-01-25"), versie: stand.versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await zien() == [false, false])
        proef.klok.zet(try dag("2027-01-25"))
        #expect(try await zien() == [true, true])
        // The birth date was another one.
        func gewijzigd(_ is18: Feit, eigen: Bool) -> PersoonGewijzigd {
            PersoonGewijzigd(
                dossier: kind.dossier, gewijzigd: ["geboortedatum"], doelgroep: eigen ? .statushouder18plus : .kind,
                eigenTraject: eigen, inburgeringsplichtig: .nee, factureerbaar: false, verblijfsvorm: .eigenWoning,
                datumHuisvesting: kind.datumHuisvesting, spreektaal: "ti", tolkNodig: false, postcode4: "1316", is18: is18,
                wordt18In: nil)
        }
        try await proef.ontvang(gewijzigd(.nee, eigen: false))
        #expect(try await zien() == [false, false])
        try await proef.ontvang(WerdAchttien(dossier: kind.dossier, zeker: .ja, maand: "2027-01"))
        #expect(try await zien() == [true, true])
        try await proef.ontvang(gewijzigd(.ja, eigen: true))
        #expect(try await zien() == [false, false])
    }
}

@Suite("Feiten volgen en de tweede start", .timeLimit(.minutes(2)))
struct PersoonVolgenTests {
    private func gewijzigd(
        _ persoon: AanmeldingGeaccepteerd, vorm: Verblijfsvorm, huisvesting: String?, eigenTraject: Bool? = nil,
        groep: Doelgroep? = nil
    ) throws -> PersoonGewijzigd {
        PersoonGewijzigd(
            dossier: persoon.dossier, gewijzigd: ["verblijfsvorm"], doelgroep: groep ?? persoon.doelgroep,
            eigenTraject: eigenTraject ?? persoon.eigenTraject, inburgeringsplichtig: .ja, factureerbaar: true,
            verblijfsvorm: vorm, datumHuisvesting: try huisvesting.map(dag), spreektaal: "ar", tolkNodig: false,
            postcode4: "1316", is18: .ja, wordt18In: nil)
    }

    /// From where, the rule of the contract, and the first and last day of the clock afterwards.
    @Test(
        "de tweede start zet de klok zoals de opdracht zegt",
        arguments: [
            (Verblijfsvorm.har, Trajectregels.TweedeStart.Klok.opnieuw, "2027-04-01", "2027-12-31"),
            (.doorstroomlocatie, .opnieuw, "2027-04-01", "2027-12-31"),
            (.har, .looptDoor, "2027-01-18", "2027-10-17"), (.doorstroomlocatie, .looptDoor, "2027-01-18", "2027-10-17"),
        ])
    func klok(_ van: Verblijfsvorm, _ regel: Trajectregels.TweedeStart.Klok, _ start: String, _ einde: String) throws {
        var opdracht = try almere()
        opdracht.traject.tweedeStart?.klok = regel
        let oud = try #require(
            Trajectklok.bereken(
                opdracht, ankers: Ankers(geaccepteerdOp: try dag("2027-01-15"), datumHuisvesting: try dag("2027-01-18")).dagen))
        let nieuw = TweedeStart.klok(oud, opdracht, van: van, op: try dag("2027-04-01"))
        let (van, tot) = (try dag(start), try dag(einde))
        #expect(nieuw.start.datum == van && nieuw.einde.datum == tot)
        #expect(nieuw.eersteContact == oud.eersteContact)
        #expect(nieuw.start.waarom.contains("Tweede start") == (regel == .opnieuw))
    }

    @Test("alleen van tijdelijke opvang naar een eigen woning, op een latere dag, is een tweede start")
    func wanneer() throws {
        let regel = try almere().traject.tweedeStart
        let (eerst, later) = (try dag("2027-01-18"), try dag("2027-04-01"))
        typealias Woning = TweedeStart.Woning
        for van in Verblijfsvorm.allCases {
            for naar in Verblijfsvorm.allCases {
                let was = Woning(vorm: van, op: eerst)
                func stap(_ op: Datum?, _ regel: Trajectregels.TweedeStart? = regel) -> TweedeStart.Stap {
                    TweedeStart.stap(regel, .geen, was: was, nu: Woning(vorm: naar, op: op))
                }
                let verhuist = van != .eigenWoning && naar == .eigenWoning
                #expect(stap(later) == (verhuist ? .begin(van: was, op: later) : .niets))
                // The day of the old place, an earlier one, or none: it waits.
                for op in [eerst, eerst.adding(days: -3), nil] { #expect(stap(op) == (verhuist ? .wacht(van: was) : .niets)) }
                #expect(stap(later, nil) == .niets)
            }
        }
        let har = Woning(vorm: .har, op: eerst)
        func daarna(_ stand: TweedeStart.Stand, _ vorm: Verblijfsvorm, _ op: Datum?) -> TweedeStart.Stap {
            TweedeStart.stap(regel, stand, was: Woning(vorm: .eigenWoning, op: eerst), nu: Woning(vorm: vorm, op: op))
        }
        #expect(daarna(.wacht(van: har), .eigenWoning, eerst) == .niets)
        #expect(daarna(.wacht(van: har), .eigenWoning, later) == .begin(van: har, op: later))
        #expect(daarna(.wacht(van: har), .har, eerst) == .wachtNietMeer)
        let begonnen = TweedeStart.Stand.begonnen(van: har, op: later)
        #expect(daarna(begonnen, .eigenWoning, later) == .niets)
        #expect(daarna(begonnen, .eigenWoning, later.adding(days: 2)) == .verschuif(van: har, naar: later.adding(days: 2)))
        #expect(daarna(begonnen, .eigenWoning, eerst) == .terug(wacht: har))
        #expect(daarna(begonnen, .doorstroomlocatie, later) == .terug(wacht: nil))
    }

    /// Somebody in a hotel since 18 January, with a pause that waits for a home since 1 February; today is 2 April.
    private func inHotel(_ proef: Proefdienst) async throws -> AanmeldingGeaccepteerd {
        var persoon = try proef.persoon()
        persoon.verblijfsvorm = .har
        try await proef.ontvang(persoon)
        try await proef.wijsToe(persoon.dossier)
        proef.klok.zet(try dag("2027-02-01"))
        _ = try await TrajectPauzeren(
            dossier: persoon.dossier, reden: "wacht-op-woning", van: try dag("2027-02-01"),
            versie: try await klok(proef, persoon.dossier).versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        proef.klok.zet(try dag("2027-04-02"))
        _ = try await KlokBijwerken(middelen: proef.middelen, logger: Logger(label: "proef")).werkBij()
        return persoon
    }

    private func klok(_ proef: Proefdienst, _ dossier: DossierID) async throws -> Klokstand {
        try await KlokOpvragen(dossier: dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
    }

    @Test("de dag van het hotel is geen tweede start: die wacht op de dag van de eigen woning, en vandaag zegt waarom")
    func wachtOpDag() async throws {
        let proef = try Proefdienst()
        let persoon = try await inHotel(proef)
        let voor = try await klok(proef, persoon.dossier)
        func punt() async throws -> Aandachtspunt? { try await proef.vandaag().first { $0.soort == "tweede-start" } }
        // A worker took over one field.
        try await proef.ontvang(try gewijzigd(persoon, vorm: .eigenWoning, huisvesting: "2027-01-18"))
        #expect(try await klok(proef, persoon.dossier).klok == voor.klok)
        #expect(try await klok(proef, persoon.dossier).pauzes == voor.pauzes)
        #expect(try await proef.getal("SELECT count(*) FROM regeldagbord") == 1)
        #expect(try await punt()?.waarom.contains("na 18 januari 2027") == true)
        // Also the team leader sees it.
        #expect(try await proef.vandaag(proef.teamleider).contains { $0.soort == "tweede-start" })
        try await proef.ontvang(try gewijzigd(persoon, vorm: .eigenWoning, huisvesting: "2027-04-01"))
        #expect(try await punt() == nil)
        let na = try await klok(proef, persoon.dossier)
        #expect(na.klok.first { $0.code == "start" }?.datum == (try dag("2027-04-01")))
        #expect(na.klok.first { $0.code == "start" }?.waarom.contains("18 januari 2027") == true)
        #expect(try await proef.getal("SELECT count(*) FROM tweede_start") == 1)
    }

    @Test("een verbeterde dag zet de tweede start, de klok, de pauze en de stappen op die dag, zonder nog een bord")
    func andereDag() async throws {
        let proef = try Proefdienst()
        let persoon = try await inHotel(proef)
        try await proef.ontvang(try gewijzigd(persoon, vorm: .eigenWoning, huisvesting: "2027-04-01"))
        try await proef.ontvang(try gewijzigd(persoon, vorm: .eigenWoning, huisvesting: "2027-03-15"))
        let na = try await klok(proef, persoon.dossier)
        #expect(na.klok.first { $0.code == "start" }?.datum == (try dag("2027-03-15")))
        #expect(na.klok.first { $0.code == "start" }?.waarom.contains("18 januari 2027") == true)
        #expect(na.klok.first { $0.code == "einde" }?.datum == (try dag("2027-12-14")))
        #expect(try await proef.verteld(TrajectklokGewijzigd.self).last?.eindigtOp == (try dag("2027-12-14")))
        #expect(na.pauzes.map(\.tot) == [try dag("2027-03-14")])
        let huur = try #require(try await proef.bord(persoon.dossier).zaken.first { $0.code == "huurcontract" })
        #expect(huur.uiterlijkOp == (try dag("2027-03-15")))
        #expect(try await proef.getal("SELECT count(*) FROM regeldagbord") == 2)
        #expect(try await proef.getal("SELECT count(*) FROM tweede_start WHERE op = '2027-03-15'") == 1)
        #expect(try await proef.getal("SELECT count(*) FROM tweede_start") == 1)
    }

    @Test("terug naar het hotel geeft klok, pauze en bord terug; daarna opnieuw maakt geen derde bord")
    func terug() async throws {
        let proef = try Proefdienst()
        let persoon = try await inHotel(proef)
        func stappen() async throws -> [String] {
            try await proef.bord(persoon.dossier).zaken.map {
                "\($0.regelzaak) \($0.code) \($0.toestand) \($0.uiterlijkOp?.description ?? "-")"
            }.sorted()
        }
        let (voorKlok, voorStappen) = (try await klok(proef, persoon.dossier), try await stappen())
        let heen = try gewijzigd(persoon, vorm: .eigenWoning, huisvesting: "2027-04-01")
        let weer = try gewijzigd(persoon, vorm: .har, huisvesting: "2027-01-18")
        try await proef.ontvang(heen)
        let (heenKlok, heenStappen) = (try await klok(proef, persoon.dossier), try await stappen())
        #expect(heenKlok.klok != voorKlok.klok && heenStappen != voorStappen)
        for _ in 0..<2 {
            try await proef.ontvang(weer)
            let na = try await klok(proef, persoon.dossier)
            #expect(na.klok == voorKlok.klok && na.pauzes == voorKlok.pauzes)
            #expect(try await stappen() == voorStappen)
            #expect(try await proef.verteld(TrajectklokGewijzigd.self).last?.aanleiding == "tweede-start-terug")
            try await proef.ontvang(heen)
            #expect(try await klok(proef, persoon.dossier).klok == heenKlok.klok)
            #expect(try await klok(proef, persoon.dossier).pauzes == heenKlok.pauzes)
            #expect(try await stappen() == heenStappen)
        }
        #expect(try await proef.getal("SELECT count(*) FROM regeldagbord") == 2)
        #expect(try await proef.getal("SELECT count(*) FROM tweede_start") == 1)
    }

    @Test("waar op het nieuwe bord al gewerkt is, blijft dat bord staan; de klok gaat wel terug")
    func gewerkt() async throws {
        let proef = try Proefdienst()
        let persoon = try await inHotel(proef)
        let voor = try await klok(proef, persoon.dossier)
        try await proef.ontvang(try gewijzigd(persoon, vorm: .eigenWoning, huisvesting: "2027-04-01"))
        let huur = try #require(try await proef.bord(persoon.dossier).zaken.first { $0.code == "huurcontract" })
        _ = try await RegelzaakZetten(
            dossier: persoon.dossier, regelzaak: huur.regelzaak, toestand: .aangevraagd, versie: huur.versie,
            op: try dag("2027-04-02")
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        try await proef.ontvang(try gewijzigd(persoon, vorm: .har, huisvesting: "2027-01-18"))
        #expect(try await klok(proef, persoon.dossier).klok == voor.klok)
        #expect(
            try await proef.bord(persoon.dossier).zaken.first { $0.regelzaak == huur.regelzaak }?.toestand == .aangevraagd)
        try await proef.ontvang(try gewijzigd(persoon, vorm: .eigenWoning, huisvesting: "2027-04-01"))
        let codes = try await proef.bord(persoon.dossier).zaken.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(try await proef.getal("SELECT count(*) FROM regeldagbord") == 2)
    }

    @Test("van hotel naar eigen woning: tweede regeldag, de klok opnieuw, de pauze voorbij, en dat maar één keer")
    func tweedeStart() async throws {
        let proef = try Proefdienst()
        var persoon = try proef.persoon()
        persoon.verblijfsvorm = .har
        try await proef.ontvang(persoon)
        try await proef.wijsToe(persoon.dossier)
        let oudBord = try await proef.bord(persoon.dossier)
        #expect(!oudBord.zaken.contains { $0.code == "huurcontract" })
        proef.klok.zet(try dag("2027-02-01"))
        let stand = try await KlokOpvragen(dossier: persoon.dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
        _ = try await TrajectPauzeren(
            dossier: persoon.dossier, reden: "wacht-op-woning", van: try dag("2027-02-01"), versie: stand.versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        proef.klok.zet(try dag("2027-04-02"))
        let event = try gewijzigd(persoon, vorm: .eigenWoning, huisvesting: "2027-04-01")
        try await proef.ontvang(event)
        let na = try await KlokOpvragen(dossier: persoon.dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(na.klok.first { $0.code == "start" }?.datum == (try dag("2027-04-01")))
        #expect(na.klok.first { $0.code == "start" }?.waarom.contains("Tweede start") == true)
        #expect(na.klok.first { $0.code == "einde" }?.datum == (try dag("2027-12-31")))
        #expect(na.pauzes.allSatisfy { $0.tot == (try? dag("2027-03-31")) } && na.pauzes.count == 1)
        let gemeld = try #require(try await proef.verteld(TrajectklokGewijzigd.self).last)
        #expect(gemeld.aanleiding == "tweede-start")
        #expect(gemeld.eindigtOp == (try dag("2027-12-31")))
        let bord = try await proef.bord(persoon.dossier)
        let huur = try #require(bord.zaken.first { $0.code == "huurcontract" })
        #expect(huur.uiterlijkOp == (try dag("2027-04-01")))
        // Open steps came along and are there once.
        #expect(Set(bord.zaken.map(\.code)).count == bord.zaken.count)
        #expect(bord.zaken.contains { $0.code == "digid" })
        try await proef.ontvang(event)
        #expect(try await proef.bord(persoon.dossier).zaken.count == bord.zaken.count)
        #expect(try await proef.getal("SELECT count(*) FROM regeldagbord") == 2)
        #expect(try await proef.getal("SELECT count(*) FROM tweede_start") == 1)
    }

    @Test("een dag van huisvesting die later bekend wordt zet de klok en de open stappen")
    func huisvesting() async throws {
        let proef = try Proefdienst()
        let persoon = try proef.persoon(huisvesting: nil)
        try await proef.ontvang(persoon)
        try await proef.wijsToe(persoon.dossier)
        #expect(try await proef.bord(persoon.dossier).zaken.first { $0.code == "huisarts" }?.uiterlijkOp == nil)
        try await proef.ontvang(try gewijzigd(persoon, vorm: .eigenWoning, huisvesting: "2027-02-01"))
        let klok = try await KlokOpvragen(dossier: persoon.dossier).tonen(proef.middelen, proef.verzoek(proef.fatima)).klok
        #expect(klok.first { $0.code == "einde" }?.datum == (try dag("2027-10-31")))
        #expect(
            try await proef.bord(persoon.dossier).zaken.first { $0.code == "huisarts" }?.uiterlijkOp == (try dag("2027-02-15")))
    }

    @Test("een kind dat 18 wordt krijgt een eigen traject, met de klok vanaf die dag")
    func eigenTraject() async throws {
        let proef = try Proefdienst()
        let ouder = try proef.persoon(nummer: 1)
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, nummer: 2)
        try await proef.ontvang(ouder)
        try await proef.ontvang(kind)
        try await proef.wijsToe(ouder.dossier)
        proef.klok.zet(try dag("2027-06-01"))
        try await proef.ontvang(
            try gewijzigd(
                kind, vorm: .eigenWoning, huisvesting: "2027-01-18", eigenTraject: true, groep: .statushouder18plus))
        let gestart = try #require(try await proef.verteld(TrajectGestart.self).last)
        #expect(gestart.dossier == kind.dossier)
        #expect(gestart.gestartOp == (try dag("2027-06-01")))
        #expect(gestart.eindigtOp == (try dag("2028-02-29")))
        let rij = try #require(try await proef.store.read { try Dossiers.vind($0, kind.dossier) })
        #expect(rij.eigenTraject && rij.meerijdendMet == nil && rij.toestand == .lopend && rij.begeleider == proef.fatima.user)
    }
}
