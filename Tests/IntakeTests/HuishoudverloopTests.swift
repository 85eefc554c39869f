// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Opdrachten
import Testing

@testable import IntakeApp

@Suite("Huishouden over de tijd: de regels", .timeLimit(.minutes(1)))
struct HuishoudverloopTests {
    private let dossier = DossierID(UUID())

    private func feit(_ van: String, tot: String? = nil, ingetrokken: Bool = false) throws -> Lidmaatschap {
        Lidmaatschap(
            id: LidmaatschapID(UUID()), dossier: dossier, huishouden: HuishoudenID(UUID()), rol: .hoofd,
            van: try #require(Datum(van)), tot: tot.flatMap { Datum($0) }, reden: .verhuisd, bron: .medewerker,
            ingetrokken: ingetrokken)
    }

    @Test("op de dag van de verandering geldt het nieuwe, de dag ervoor het oude; wat is ingetrokken geldt nooit")
    func opDag() throws {
        let (oud, fout, nieuw) = (
            try feit("2027-01-01", tot: "2027-03-01"), try feit("2027-02-01", ingetrokken: true), try feit("2027-03-01")
        )
        let verloop = Huishoudverloop([nieuw, fout, oud])
        #expect(verloop.op(try #require(Datum("2026-12-31"))) == nil)
        #expect(verloop.op(try #require(Datum("2027-02-28")))?.id == oud.id)
        #expect(verloop.op(try #require(Datum("2027-03-01")))?.id == nieuw.id)
        #expect(verloop.nu?.id == nieuw.id && verloop.vorige?.id == oud.id)
    }

    @Test(
        "een stap kan niet in de toekomst en niet voor de vorige",
        arguments: [("2027-02-28", "te-vroeg"), ("2027-03-01", nil), ("2027-04-01", nil), ("2027-04-02", "toekomst")])
    func stap(_ op: String, _ verwacht: String?) throws {
        let verloop = Huishoudverloop([try feit("2027-03-01")])
        let vandaag = try #require(Datum("2027-04-01"))
        #expect(verloop.bezwaar(tegenStap: try #require(Datum(op)), vandaag: vandaag)?.code == verwacht)
    }

    /// Born, day of looking, what must be told, and in which month.
    @Test(
        "18 worden: alleen wat de geboortedatum zegt, en anders onbekend",
        arguments: [
            ("2009-03-12", "2027-03-11", nil, nil), ("2009-03-12", "2027-03-12", "ja", "2027-03"),
            ("2009-03", "2027-02-28", nil, nil), ("2009-03", "2027-03-01", "onbekend", "2027-03"),
            ("2009-03", "2027-03-31", "ja", "2027-03"),
            ("2009", "2026-12-31", nil, nil), ("2009", "2027-01-01", "onbekend", "2027-01"),
            ("2009", "2027-12-31", "ja", "2027-12"), ("onbekend", "2027-01-01", nil, nil),
            ("2008-02-29", "2026-02-28", nil, nil), ("2008-02-29", "2026-03-01", "ja", "2026-03"),
        ] as [(String, String, String?, String?)])
    func achttien(_ geboren: String, _ dag: String, _ zeker: String?, _ maand: String?) throws {
        let melding = Achttien.melding(
            try #require(OnvolledigeDatum(geboren)), op: try #require(Datum(dag)))
        #expect(melding?.zeker.rawValue == zeker)
        #expect(melding?.maand.waarde == maand)
    }

    @Test("een verwacht gezinslid komt alleen door een dossier aan, en daarna verandert er niets meer")
    func verwacht() {
        #expect(VerwachtLid.mag(van: nil, naar: .aangevraagd) && VerwachtLid.mag(van: nil, naar: .verwacht))
        #expect(!VerwachtLid.mag(van: nil, naar: .vervallen) && !VerwachtLid.mag(van: nil, naar: .aangekomen))
        #expect(VerwachtLid.mag(van: .verwacht, naar: .vervallen) && VerwachtLid.mag(van: .vervallen, naar: .verwacht))
        for stand in VerwachtLid.Stand.allCases {
            #expect(!VerwachtLid.mag(van: .aangekomen, naar: stand) && !VerwachtLid.mag(van: stand, naar: .aangekomen))
        }
    }
}

@Suite("Doelgroepen: elke groep haar eigen pad", .timeLimit(.minutes(1)))
struct DoelgroeppadTests {
    /// Group, born; on 11 January 2027: a traject of one's own, billable, and what the judgement is (nil: accepted).
    static let paden: [(Doelgroep, String, Bool, Bool, Controlereden?)] = [
        (.statushouder18plus, "1990-03-12", true, true, nil), (.statushouder18plus, "2009-01-11", true, true, nil),
        (.statushouder18plus, "2009-01-12", false, false, .leeftijd), (.statushouder18plus, "2009", true, true, nil),
        (.statushouder18plus, "onbekend", true, true, nil),
        (.kind, "2015-01-01", false, false, nil), (.kind, "2009-01-12", false, false, nil),
        (.kind, "2009-01-11", false, false, .leeftijd), (.kind, "2009", false, false, nil),
        (.exAMV, "2008-06-01", true, true, nil), (.exAMV, "2009-01-11", true, true, nil),
        (.exAMV, "2009-01-12", true, false, .leeftijd), (.exAMV, "2010-06-01", true, false, .leeftijd),
        (.exAMV, "2009", true, true, .leeftijd), (.exAMV, "onbekend", true, true, .leeftijd),
        (.nareiziger, "1985", true, true, nil), (.nareiziger, "2015-01-01", false, false, nil),
        (.nareiziger, "2009", true, true, .leeftijd), (.nareiziger, "onbekend", true, true, .leeftijd),
    ]

    @Test("pad per groep en leeftijd, in elke verblijfsvorm hetzelfde", arguments: paden, Verblijfsvorm.allCases)
    func pad(_ rij: (Doelgroep, String, Bool, Bool, Controlereden?), _ vorm: Verblijfsvorm) throws {
        let (groep, geboren, eigen, betaald, reden) = rij
        let boek = try Opdrachtenboek(map: Opstelling.wortel.appending(path: "compose/opdrachten"))
        let opdracht = try #require(boek.opdracht(id: "almere-2027"))
        let dag = try #require(Datum("2027-01-11"))
        let acceptatie = Acceptatie(
            doelgroep: groep, geboortedatum: try #require(OnvolledigeDatum(geboren)), regel: opdracht.regel(voor: groep), op: dag)
        #expect(acceptatie.eigenTraject == eigen && acceptatie.factureerbaar == betaald)
        let gegevens = Aanmeldgegevens(
            aanmelding: AanmeldingID(UUID()), gemeente: opdracht.gemeente,
            client: .init(geboortedatum: try #require(OnvolledigeDatum(geboren)), adres: .init()), doelgroep: .groep(groep),
            huishouden: .init(referentie: "H-1", rol: .overig), verblijfsvorm: vorm, talen: Taalopgave(tolkNodig: false),
            inburgeringsplichtig: .onbekend, geheimhouding: false)
        let oordeel = Beoordeling.oordeel(over: gegevens, opdracht: opdracht, heeftDubbel: false, op: dag)
        #expect(oordeel == reden.map { .inControle([$0]) } ?? .accepteren(groep, acceptatie))
    }

    @Test(
        "wie ontheemd is uit Oekraïne wordt met die reden geweigerd, hoe oud ook en waar die ook woont",
        arguments: Verblijfsvorm.allCases)
    func oekraine(_ vorm: Verblijfsvorm) throws {
        let boek = try Opdrachtenboek(map: Opstelling.wortel.appending(path: "compose/opdrachten"))
        let opdracht = try #require(boek.opdracht(id: "almere-2027"))
        for geboren in ["1980-01-01", "2015", "onbekend"] {
            let gegevens = Aanmeldgegevens(
                aanmelding: AanmeldingID(UUID()), gemeente: opdracht.gemeente,
                client: .init(geboortedatum: try #require(OnvolledigeDatum(geboren)), adres: .init()),
                doelgroep: .ontheemdeOekraine, verblijfsvorm: vorm, talen: Taalopgave(tolkNodig: false),
                inburgeringsplichtig: .onbekend, geheimhouding: false)
            let oordeel = Beoordeling.oordeel(
                over: gegevens, opdracht: opdracht, heeftDubbel: true, op: try #require(Datum("2027-01-11")))
            #expect(oordeel == .afwijzen(.ontheemdeOekraine))
        }
    }

    /// Kind, value, reason, day, whether there is a traject, and what is wrong.
    @Test(
        "de drie feiten veranderen los van elkaar, elk met een eigen reden",
        arguments: [
            (.factureerbaar, "ja", "contract", "2027-01-11", true, nil),
            (.factureerbaar, "ja", "contract", "2027-01-11", false, "geen-traject"),
            (.factureerbaar, "nee", "contract", "2027-01-11", false, nil),
            (.factureerbaar, "ja", "duo", "2027-01-11", true, "keuze"),
            (.inburgeringsplichtig, "ja", "duo", "2027-01-11", false, nil),
            (.inburgeringsplichtig, "soms", "duo", "2027-01-11", true, "keuze"),
            (.inburgeringsplichtig, "nee", "duo", "2027-01-12", true, "toekomst"),
            (.doelgroep, "buiten", "wijziging", "2027-01-11", true, nil),
            (.doelgroep, "nareiziger", "correctie", "2026-12-31", true, "te-vroeg"),
        ] as [(Persoonsfeitsoort, String, String, String, Bool, String?)])
    func feit(
        _ soort: Persoonsfeitsoort, _ waarde: String, _ reden: String, _ van: String, _ eigen: Bool, _ fout: String?
    ) throws {
        let bezwaar = Persoonsfeitregels.bezwaar(
            soort, waarde, reden: reden, van: try #require(Datum(van)), vorige: Datum("2027-01-01"), eigenTraject: eigen,
            vandaag: try #require(Datum("2027-01-11")))
        #expect(bezwaar?.code == fout)
    }
}
