// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

/// Every rule of the standing list by itself, over days drawn at random: on which day somebody comes on it, that nobody is
/// on it a day sooner, and what takes the reason away.
@Suite("Uit beeld: elke regel", .timeLimit(.minutes(1)))
struct UitbeeldregelsTests {
    static let regels = Uitbeeldregels()

    private func punten(_ stand: Uitbeeld.Stand) -> [Uitbeeld.Punt] {
        Uitbeeld.punten(stand, regels: Self.regels, noShowWerkdagen: 2)
    }

    private func vanaf(_ soort: Uitbeeld.Soort, _ stand: Uitbeeld.Stand) -> Datum? {
        punten(stand).filter { $0.soort == soort }.map(\.vanaf).min()
    }

    private func dag(_ chance: inout SeededChance) throws -> Datum {
        try #require(Datum(2027, 1, 1)).adding(days: Int.random(in: 0...900, using: &chance))
    }

    private func lopend(_ op: Datum) -> Uitbeeld.Stand {
        Uitbeeld.Stand(
            loopt: true, geaccepteerdOp: op, heeftBegeleider: true,
            traject: .init(
                eersteContactUiterlijk: op.adding(days: 7), tussenrapportageOp: op.adding(months: 6),
                tussenrapportageKlaar: false, eindigtOp: op.adding(months: 9)))
    }

    @Test("te lang geen contact: op dag 22 na het laatste contact, niet eerder; een contact neemt het weg", arguments: 1...40)
    func geenContact(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        let op = try dag(&chance)
        var stand = lopend(op)
        stand.laatsteContact = op.adding(days: Int.random(in: 0...200, using: &chance))
        #expect(vanaf(.geenContact, stand) == stand.laatsteContact?.adding(days: 22))
        #expect(vanaf(.eersteContact, stand) == nil)
        let later = try #require(stand.laatsteContact).adding(days: Int.random(in: 1...60, using: &chance))
        stand.laatsteContact = later
        #expect(vanaf(.geenContact, stand) == later.adding(days: 22))
    }

    @Test("nog geen contact: de dag na de uiterste dag; het eerste contact neemt het weg", arguments: 1...40)
    func eersteContact(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        var stand = lopend(try dag(&chance))
        #expect(vanaf(.eersteContact, stand) == stand.traject?.eersteContactUiterlijk.adding(days: 1))
        stand.laatsteContact = stand.geaccepteerdOp
        #expect(vanaf(.eersteContact, stand) == nil)
    }

    @Test("niets gepland: acht dagen na wat het laatst gepland of gedaan was; een nieuwe stap schuift het op", arguments: 1...40)
    func nietsGepland(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        var stand = lopend(try dag(&chance))
        #expect(vanaf(.nietsGepland, stand) == stand.geaccepteerdOp.adding(days: 8))
        let contact = stand.geaccepteerdOp.adding(days: Int.random(in: 0...60, using: &chance))
        stand.laatsteContact = contact
        #expect(vanaf(.nietsGepland, stand) == contact.adding(days: 8))
        let gepland = contact.adding(days: Int.random(in: -20...90, using: &chance))
        stand.gepland = gepland
        #expect(vanaf(.nietsGepland, stand) == max(contact, gepland).adding(days: 8))
    }

    @Test("loopt af: zes weken voor de laatste dag; een latere laatste dag schuift mee", arguments: 1...40)
    func loopt(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        var stand = lopend(try dag(&chance))
        let einde = stand.geaccepteerdOp.adding(days: Int.random(in: 60...400, using: &chance))
        stand.traject?.eindigtOp = einde
        #expect(vanaf(.klokLooptAf, stand) == einde.adding(days: -42))
        stand.loopt = false
        #expect(vanaf(.klokLooptAf, stand) == nil)
    }

    @Test("een termijn: zeven dagen ervoor, de eerste het eerst; een stap zonder open dag is geen reden", arguments: 1...40)
    func termijn(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        var stand = lopend(try dag(&chance))
        #expect(vanaf(.termijn, stand) == nil)
        let dagen = (0..<5).map { _ in stand.geaccepteerdOp.adding(days: Int.random(in: 0...120, using: &chance)) }
        stand.regelzaken = dagen.enumerated().map { ("zaak-\($0.offset)", $0.element) }
        #expect(vanaf(.termijn, stand) == dagen.min()?.adding(days: -7))
        #expect(punten(stand).count { $0.soort == .termijn } == 5)
    }

    @Test(
        "een rapport: veertien dagen ervoor, tot het is vastgesteld; het overdrachtsdocument ook na het einde", arguments: 1...20)
    func rapport(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        var stand = lopend(try dag(&chance))
        let op = stand.geaccepteerdOp.adding(days: Int.random(in: 20...200, using: &chance))
        stand.traject?.tussenrapportageOp = op
        #expect(vanaf(.rapport, stand) == op.adding(days: -14))
        stand.traject?.tussenrapportageKlaar = true
        #expect(vanaf(.rapport, stand) == nil)
        stand.loopt = false
        #expect(punten(stand).isEmpty)
        stand.documentBijEindeOp = op
        #expect(vanaf(.rapport, stand) == op.adding(days: -14))
    }

    @Test("een verblijfsdocument: zes maanden ervoor; onbekend is geen reden", arguments: 1...40)
    func document(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        var stand = lopend(try dag(&chance))
        #expect(vanaf(.document, stand) == nil)
        let tot = stand.geaccepteerdOp.adding(days: Int.random(in: 0...1800, using: &chance))
        stand.documentTot = tot
        #expect(vanaf(.document, stand) == tot.adding(months: -6))
    }

    @Test("een kind zonder ouder: na zeven dagen; een overdracht: de dag na de laatste dag van het antwoord", arguments: 1...20)
    func ouderEnOverdracht(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        let op = try dag(&chance)
        var stand = Uitbeeld.Stand(loopt: true, geaccepteerdOp: op, heeftBegeleider: true, wachtSinds: op)
        #expect(vanaf(.wachtOpOuder, stand) == op.adding(days: 7))
        stand.wachtSinds = nil
        #expect(vanaf(.wachtOpOuder, stand) == nil)
        stand.overdrachtUiterlijk = op
        #expect(vanaf(.overdracht, stand) == op.adding(days: 1))
    }

    @Test("niet verschenen: de dag na twee werkdagen; zonder begeleider: meteen; een kind dat meerijdt niet", arguments: 1...20)
    func noShow(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        let op = try dag(&chance)
        var stand = lopend(op)
        stand.noShowOp = op
        #expect(vanaf(.noShow, stand) == op.adding(werkdagen: 2).adding(days: 1))
        #expect(vanaf(.geenBegeleider, stand) == nil)
        stand.heeftBegeleider = false
        #expect(vanaf(.geenBegeleider, stand) == op)
        stand.rijdtMee = true
        #expect(vanaf(.geenBegeleider, stand) == nil)
    }

    @Test("een pauze: niemand vraagt om contact of plannen, maar op de kijkdag staat hij er weer", arguments: 1...20)
    func pauze(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        var stand = lopend(try dag(&chance))
        let kijkOp = stand.geaccepteerdOp.adding(days: Int.random(in: 1...60, using: &chance))
        stand.traject?.pauzeKijkOp = kijkOp
        #expect(vanaf(.pauze, stand) == kijkOp)
        let soorten = Set(punten(stand).map(\.soort))
        #expect(soorten.isDisjoint(with: [.geenContact, .eersteContact, .nietsGepland]))
        #expect(soorten.contains(.klokLooptAf))
    }

    @Test("nazorg: de dag na de geplande dag, ook als er niets meer loopt", arguments: 1...20)
    func nazorg(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        let op = try dag(&chance)
        let stand = Uitbeeld.Stand(
            loopt: false, geaccepteerdOp: op, heeftBegeleider: true, nazorg: [op.adding(days: 28), op.adding(days: 90)])
        #expect(punten(stand).map(\.soort) == [.nazorg])
        #expect(vanaf(.nazorg, stand) == op.adding(days: 29))
    }

    @Test("elk lopend traject heeft een reden met een dag, wat de feiten ook zijn", arguments: 1...300)
    func nooitLeeg(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        var stand = lopend(try dag(&chance))
        func ook() -> Bool { Bool.random(using: &chance) }
        let begin = stand.geaccepteerdOp
        func erna() -> Datum { begin.adding(days: Int.random(in: -30...400, using: &chance)) }
        stand.heeftBegeleider = ook()
        stand.traject?.tussenrapportageKlaar = ook()
        if ook() { stand.traject?.pauzeKijkOp = erna() }
        if ook() { stand.laatsteContact = erna() }
        if ook() { stand.gepland = erna() }
        if ook() { stand.documentTot = erna() }
        if ook() { stand.noShowOp = erna() }
        let alle = punten(stand)
        let gezien = [
            Uitbeeld.Gezien(kijkOp: erna(), punten: Set(alle.filter { _ in ook() })),
            Uitbeeld.Gezien(kijkOp: erna(), punten: Set(alle)),
        ]
        let opLijst = Uitbeeld.opLijst(alle, gezien: gezien)
        let eerste = try #require(opLijst.map(\.opLijst).min())
        // Seen never hides longer than the day that was named, and never brings a reason forward.
        for (punt, dag) in opLijst {
            #expect(dag >= punt.vanaf)
            #expect(dag <= max(punt.vanaf, gezien.map(\.kijkOp).max() ?? punt.vanaf))
        }
        #expect(eerste <= max(stand.traject?.eindigtOp ?? eerste, gezien.map(\.kijkOp).max() ?? eerste))
    }

    @Test("gezien dekt wat er stond en niets dat later komt", arguments: 1...60)
    func gezien(zaad: UInt64) throws {
        var chance = SeededChance(seed: zaad)
        var stand = lopend(try dag(&chance))
        let vandaag = stand.geaccepteerdOp.adding(days: Int.random(in: 30...100, using: &chance))
        let nu = punten(stand).filter { $0.vanaf <= vandaag }
        let kijkOp = vandaag.adding(days: Int.random(in: 1...28, using: &chance))
        let gezien = [Uitbeeld.Gezien(kijkOp: kijkOp, punten: Set(nu))]
        #expect(Uitbeeld.opLijst(punten(stand), gezien: gezien).allSatisfy { $0.opLijst > vandaag })
        // A deadline that comes up in the meantime is a reason of its own, on its own day.
        stand.regelzaken = [("nieuw", vandaag.adding(days: 5))]
        let nieuw = Uitbeeld.opLijst(punten(stand), gezien: gezien).first { $0.punt.soort == .termijn }
        #expect(nieuw?.opLijst == vandaag.adding(days: -2))
    }

    @Test("gezien: de reden is van de opdracht, de dag ligt na vandaag en niet verder dan de opdracht toestaat")
    func grenzen() throws {
        let vandaag = try #require(Datum(2027, 3, 1))
        func fouten(_ reden: String, _ dagen: Int) -> [String] {
            Uitbeeld.veldfouten(reden: reden, kijkOp: vandaag.adding(days: dagen), vandaag: vandaag, regels: Self.regels)
                .map { "\($0.veld) \($0.code)" }
        }
        #expect(fouten("afgesproken", 1) == [])
        #expect(fouten("afgesproken", 28) == [])
        #expect(fouten("afgesproken", 29) == ["kijkOp te-ver"])
        #expect(fouten("afgesproken", 0) == ["kijkOp verleden"])
        #expect(fouten("zomaar", -1) == ["reden onbekend", "kijkOp verleden"])
    }
}
