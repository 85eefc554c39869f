// SPDX-License-Identifier: EUPL-1.2
import Domein
import Testing

@testable import SocialeKaartApp

@Suite("De klok van een verwijzing", .timeLimit(.minutes(1)))
struct VerwijzingsklokTests {
    @Test(
        "termijnen tellen in werkdagen",
        arguments: [
            // Monday 1 February 2027, no holiday near.
            (VerwijzingToestand.verstuurd, "2027-02-01", "2027-02-02", "2027-02-03", "2027-02-08"),
            (.ontvangen, "2027-02-01", "2027-02-04", "2027-02-08", "2027-02-15"),
            // Thursday before Easter: Good Friday and Easter Monday do not count.
            (.verstuurd, "2027-03-25", "2027-03-30", "2027-03-31", "2027-04-05"),
            // King's day, Tuesday 27 April 2027, and Liberation day, Wednesday 5 May.
            (.verstuurd, "2027-04-26", "2027-04-28", "2027-04-29", "2027-05-04"),
            // Over the night in which the clocks go forward.
            (.ontvangen, "2027-03-26", "2027-04-01", "2027-04-05", "2027-04-12"),
        ])
    func werkdagen(toestand: VerwijzingToestand, vanaf: String, herinnering: String, escalatie: String, uiterlijk: String) {
        let klok = Verwijzingsklok(toestand, vanaf: datum(vanaf), .init())
        #expect(klok.herinneringOp == datum(herinnering))
        #expect(klok.escalatieOp == datum(escalatie))
        #expect(klok.uiterlijkOp == datum(uiterlijk))
    }

    @Test("spoed op vrijdag: uiterlijk maandag antwoord")
    func spoed() {
        let klok = Verwijzingsklok(.verstuurd, vanaf: datum("2027-02-05"), .init(urgentie: .spoed))
        #expect(klok.escalatieOp == datum("2027-02-05"))
        #expect(klok.uiterlijkOp == datum("2027-02-08"))
        #expect(
            Verwijzingsklok(.ontvangen, vanaf: datum("2027-02-05"), .init(urgentie: .spoed)).uiterlijkOp == datum("2027-02-09"))
    }

    @Test("wachtlijst en acceptatie tellen vanaf de genoemde datum")
    func genoemdeDatum() {
        let wacht = Verwijzingsklok(.wachtlijst, vanaf: datum("2027-02-01"), .init(herzieningsdatum: datum("2027-02-22")))
        #expect(wacht.herinneringOp == datum("2027-02-22"))
        #expect(wacht.escalatieOp == datum("2027-03-01"))
        #expect(wacht.uiterlijkOp == datum("2027-03-22"))
        let start = Verwijzingsklok(.geaccepteerd, vanaf: datum("2027-02-01"), .init(verwachteStartdatum: datum("2027-02-08")))
        #expect(start.escalatieOp == datum("2027-02-15"))
        #expect(start.uiterlijkOp == datum("2027-03-22"))
    }

    @Test("gestart verloopt nooit, en er komt een vraag voor het einde van het traject")
    func gestart() {
        let gewoon = Verwijzingsklok(.gestart, vanaf: datum("2027-02-01"), .init())
        #expect(gewoon.herinneringOp == datum("2027-04-02"))
        #expect(gewoon.uiterlijkOp == nil)
        let einde = Verwijzingsklok(.gestart, vanaf: datum("2027-02-01"), .init(trajectEindigtOp: datum("2027-04-01")))
        #expect(einde.herinneringOp == datum("2027-03-02"))
    }

    @Test("na het einde loopt er geen klok meer", arguments: VerwijzingToestand.allCases.filter(\.isEinde))
    func einde(toestand: VerwijzingToestand) {
        let klok = Verwijzingsklok(toestand, vanaf: datum("2027-02-01"), .init())
        #expect(klok.herinneringOp == nil && klok.escalatieOp == nil && klok.uiterlijkOp == nil)
    }
}
