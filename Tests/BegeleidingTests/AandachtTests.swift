// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Aandacht: wie staat wanneer op de lijst", .timeLimit(.minutes(1)))
struct AandachtTests {
    private let regels = Aandachtregels()

    private func stand(
        contact: Contactstand = Contactstand(), klaar: Bool = false, loopt: Bool = true, zaken: [(RegelzaakID, String)] = []
    ) throws -> Aandacht.Stand {
        Aandacht.Stand(
            loopt: loopt,
            traject: Aandacht.Stand.Traject(
                eersteContactUiterlijk: try dag("2027-01-25"), tussenrapportageOp: try dag("2027-07-18"),
                tussenrapportageKlaar: klaar, eindigtOp: try dag("2027-10-17")),
            contact: contact, regelzaken: try zaken.map { ($0.0, try dag($0.1)) })
    }

    private func tekst(_ stand: Aandacht.Stand) -> [String] {
        Aandacht.punten(stand, regels: regels).map { "\($0.soort.rawValue) \($0.zichtbaarVanaf) \($0.uiterlijkOp)" }
    }

    @Test("een nieuw traject vraagt om het eerste contact en kent de dagen van het contract")
    func nieuw() throws {
        #expect(
            tekst(try stand()) == [
                "eerste-contact 2026-12-26 2027-01-25", "tussenrapportage 2027-06-18 2027-07-18",
                "einde-nadert 2027-09-05 2027-10-17",
            ])
    }

    @Test("na contact komt iemand terug na meer dan 21 dagen")
    func geenContact() throws {
        let punten = tekst(try stand(contact: Contactstand(laatsteContact: try dag("2027-02-01"))))
        #expect(punten.first == "geen-contact 2027-02-23 2027-02-22")
        #expect(!punten.contains { $0.hasPrefix("eerste-contact") })
    }

    @Test("een no-show op donderdag vraagt om een reactie voor het eind van maandag")
    func noShow() throws {
        #expect(
            tekst(try stand(contact: Contactstand(noShowOp: try dag("2027-02-04")))).contains("no-show 2027-02-04 2027-02-08"))
    }

    @Test("een geplande stap staat er vanaf de dag zelf")
    func afspraak() throws {
        let stap = Contactstand.Stap(
            contactmoment: ContactmomentID(UUID()), van: try dag("2027-02-01"), op: try dag("2027-02-08"))
        #expect(tekst(try stand(contact: Contactstand(stap: stap))).contains("afspraak 2027-02-08 2027-02-08"))
    }

    @Test("een open regelzaak staat er twee weken vooraf")
    func regelzaak() throws {
        let id = RegelzaakID(UUID())
        let punten = Aandacht.punten(try stand(zaken: [(id, "2027-03-01")]), regels: regels)
        #expect(
            punten.contains(
                Aandacht.Punt(
                    soort: .regelzaakTermijn, bron: id.description, zichtbaarVanaf: try dag("2027-02-15"),
                    uiterlijkOp: try dag("2027-03-01"))))
    }

    @Test("een vastgestelde tussenrapportage vraagt niets meer; een afgerond dossier ook niet")
    func klaar() throws {
        #expect(!tekst(try stand(klaar: true)).contains { $0.hasPrefix("tussenrapportage") })
        #expect(try Aandacht.punten(stand(loopt: false, zaken: [(RegelzaakID(UUID()), "2027-03-01")]), regels: regels).isEmpty)
    }

    @Test("geen volgorde van contacten maakt een lopend traject onzichtbaar", arguments: 0..<200)
    func nooitWeg(_ zaad: Int) throws {
        var chance = SeededChance(seed: UInt64(zaad))
        var contacten: [Contactstand.Contact] = []
        let begin = try dag("2027-01-18")
        for _ in 0..<Int.random(in: 0...8, using: &chance) {
            let datum = begin.adding(days: Int.random(in: 0...200, using: &chance))
            let heeftStap = Bool.random(using: &chance)
            contacten.append(
                Contactstand.Contact(
                    id: ContactmomentID(UUID()), soort: Contactsoort.allCases.randomElement(using: &chance) ?? .afspraak,
                    datum: datum, verschijning: Verschijning.allCases.randomElement(using: &chance) ?? .aanwezig,
                    heeftStap: heeftStap, stapOp: heeftStap ? datum.adding(days: 7) : nil))
        }
        let contact = Contactstand.van(contacten)
        let punten = Aandacht.punten(try stand(contact: contact, klaar: true), regels: regels)
        // Within three weeks of the last contact, or from the start, somebody looks at this traject again.
        let uiterst = (contact.laatsteContact ?? begin).adding(days: regels.geenContactDagen + 1)
        #expect(punten.contains { $0.zichtbaarVanaf <= uiterst })
        #expect(punten.contains { $0.soort == .eindeNadert })
    }
}
