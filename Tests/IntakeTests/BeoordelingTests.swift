// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Opdrachten
import Testing

@testable import IntakeApp

/// Acceptance by rule, as a table: no store, no clock.
@Suite(.timeLimit(.minutes(1)))
struct BeoordelingTests {
    let dag: Datum
    let opdracht: Opdracht

    init() throws {
        dag = try #require(Datum("2027-01-11"))
        let boek = try Opdrachtenboek(map: Opstelling.wortel.appending(path: "compose/opdrachten"))
        opdracht = try #require(boek.opdracht(id: "almere-2027"))
    }

    private func gegevens(
        _ doelgroep: String, geboren: String, huishouden: Bool = true, ouder: Bool = false
    ) throws -> Aanmeldgegevens {
        Aanmeldgegevens(
            aanmelding: AanmeldingID(UUID()), gemeente: try Gemeentecode(parsing: "0034"),
            client: .init(
                bsn: BSN("999900006"), naam: try Naam(geslachtsnaam: "Voorbeeld"),
                geboortedatum: try OnvolledigeDatum(parsing: geboren), adres: .init()),
            doelgroep: try #require(Doelgroepopgave(doelgroep)),
            huishouden: huishouden ? Huishoudopgave(referentie: "H-1", rol: .overig) : nil, verblijfsvorm: .eigenWoning,
            talen: Taalopgave(tolkNodig: false), inburgeringsplichtig: .onbekend, geheimhouding: false,
            ouderOfVoogd: ouder ? .init(bsn: BSN("999900018")) : nil)
    }

    struct Geval: Sendable, CustomTestStringConvertible {
        var naam: String
        var doelgroep: String
        var geboren: String
        var huishouden = true
        var ouder = false
        var dubbel = false
        /// Empty: accepted.
        var redenen: [Controlereden] = []
        var eigenTraject: Bool?
        var is18: Feit?
        var testDescription: String { naam }
    }

    static let gevallen: [Geval] = [
        Geval(naam: "volwassene", doelgroep: "statushouder18plus", geboren: "1990-03-12", eigenTraject: true, is18: .ja),
        Geval(naam: "vandaag achttien", doelgroep: "statushouder18plus", geboren: "2009-01-11", eigenTraject: true, is18: .ja),
        Geval(naam: "morgen achttien", doelgroep: "statushouder18plus", geboren: "2009-01-12", redenen: [.leeftijd]),
        Geval(
            naam: "volwassene zonder geboortedatum", doelgroep: "statushouder18plus", geboren: "onbekend", eigenTraject: true,
            is18: .onbekend),
        Geval(naam: "kind", doelgroep: "kind", geboren: "2015-05-01", eigenTraject: false, is18: .nee),
        Geval(
            naam: "kind van wie de leeftijd niet vaststaat", doelgroep: "kind", geboren: "2009", eigenTraject: false,
            is18: .onbekend),
        Geval(naam: "kind van negentien", doelgroep: "kind", geboren: "2008-01-01", redenen: [.leeftijd]),
        Geval(naam: "kind zonder gezin", doelgroep: "kind", geboren: "2015-05-01", huishouden: false, redenen: [.ouderOnbekend]),
        Geval(
            naam: "kind met alleen een voogd", doelgroep: "kind", geboren: "2015-05-01", huishouden: false, ouder: true,
            eigenTraject: false, is18: .nee),
        Geval(naam: "ex-AMV van achttien", doelgroep: "ex-amv", geboren: "2008-06-01", eigenTraject: true, is18: .ja),
        Geval(naam: "ex-AMV van zeventien", doelgroep: "ex-amv", geboren: "2009-06-01", redenen: [.leeftijd]),
        Geval(naam: "ex-AMV zonder leeftijd", doelgroep: "ex-amv", geboren: "onbekend", redenen: [.leeftijd]),
        Geval(naam: "volwassen nareiziger", doelgroep: "nareiziger", geboren: "1995", eigenTraject: true, is18: .ja),
        Geval(naam: "minderjarige nareiziger", doelgroep: "nareiziger", geboren: "2015", eigenTraject: false, is18: .nee),
        Geval(naam: "nareiziger zonder leeftijd", doelgroep: "nareiziger", geboren: "onbekend", redenen: [.leeftijd]),
        Geval(
            naam: "mogelijk dubbel", doelgroep: "statushouder18plus", geboren: "1990", dubbel: true, redenen: [.mogelijkDubbel]),
        Geval(naam: "twee redenen", doelgroep: "kind", geboren: "1990", dubbel: true, redenen: [.mogelijkDubbel, .leeftijd]),
    ]

    @Test("de regels bepalen wie wordt geaccepteerd en wie wacht", arguments: gevallen)
    func oordeel(_ geval: Geval) throws {
        let gegevens = try gegevens(geval.doelgroep, geboren: geval.geboren, huishouden: geval.huishouden, ouder: geval.ouder)
        let oordeel = Beoordeling.oordeel(over: gegevens, opdracht: opdracht, heeftDubbel: geval.dubbel, op: dag)
        switch oordeel {
        case .accepteren(_, let acceptatie):
            #expect(geval.redenen.isEmpty)
            #expect(acceptatie.eigenTraject == geval.eigenTraject)
            #expect(acceptatie.is18 == geval.is18)
            #expect(acceptatie.factureerbaar == acceptatie.eigenTraject)
        case .inControle(let redenen): #expect(redenen == geval.redenen)
        case .afwijzen: Issue.record("niemand hiervan wordt afgewezen")
        }
    }

    @Test("wie ontheemd is uit Oekraïne, wordt met die reden afgewezen")
    func oekraine() throws {
        let oordeel = Beoordeling.oordeel(
            over: try gegevens("ontheemde-oekraine", geboren: "1990"), opdracht: opdracht, heeftDubbel: true, op: dag)
        #expect(oordeel == .afwijzen(.ontheemdeOekraine))
    }

    @Test("een groep buiten de opdracht en een dag buiten de opdracht wachten op een medewerker")
    func buiten() throws {
        var smal = opdracht
        smal.doelgroepen.removeAll { $0.doelgroep == .exAMV }
        let exAMV = try gegevens("ex-amv", geboren: "2008-01-01")
        #expect(Beoordeling.oordeel(over: exAMV, opdracht: smal, heeftDubbel: false, op: dag) == .inControle([.doelgroep]))
        let laat = try #require(Datum("2031-01-01"))
        #expect(
            Beoordeling.oordeel(over: exAMV, opdracht: opdracht, heeftDubbel: false, op: laat) == .inControle([.geenOpdracht]))
    }

    @Test("de maand waarin een kind achttien wordt, is alleen bekend als de geboortedatum het zegt")
    func maand() throws {
        func maand(_ geboren: String) throws -> String? {
            Acceptatie(
                doelgroep: .kind, geboortedatum: try OnvolledigeDatum(parsing: geboren), regel: nil, op: dag
            ).wordt18In?.waarde
        }
        #expect(try maand("2010-05-20") == "2028-05")
        #expect(try maand("2010-05") == "2028-05")
        #expect(try maand("2010") == nil)
        #expect(try maand("1990-05-20") == nil)
    }

    @Test("een dossiernummer heeft vier cijfers en groeit door na 9999")
    func dossiernummer() {
        #expect(Dossiernummer(jaar: 2027, volgnummer: 12).description == "W-2027-0012")
        #expect(Dossiernummer(jaar: 2027, volgnummer: 10_000).description == "W-2027-10000")
        #expect(Dossiernummer.begin(in: "w-2027-00") == "W-2027-00")
        #expect(Dossiernummer.begin(in: "Warsame") == nil)
        #expect(Dossiernummer.begin(in: "W-%") == nil)
    }
}
