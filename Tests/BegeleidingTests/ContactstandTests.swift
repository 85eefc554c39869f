// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Contact: wat komt eruit", .timeLimit(.minutes(1)))
struct ContactstandTests {
    private func contact(
        _ datum: String, _ verschijning: Verschijning = .aanwezig, _ soort: Contactsoort = .spreekuur, stap: String? = nil,
        heeftStap: Bool = false
    ) throws -> Contactstand.Contact {
        Contactstand.Contact(
            id: ContactmomentID(UUID()), soort: soort, datum: try dag(datum), verschijning: verschijning,
            heeftStap: heeftStap || stap != nil, stapOp: try stap.map(dag))
    }

    /// What happened, in letters: a came, f called off, n did not come, o attempt without answer, b message that was answered.
    struct Verloop: Sendable, CustomTestStringConvertible {
        let letters: String
        let reeks: Int
        /// Number of the contact (from 1) whose no-show is still open.
        let open: Int?
        var testDescription: String { letters.isEmpty ? "niets" : letters }
        init(_ letters: String, reeks: Int, open: Int?) { (self.letters, self.reeks, self.open) = (letters, reeks, open) }
    }

    @Test(
        "zo veel keer op rij niet verschenen, en wat nog een reactie vraagt",
        arguments: [
            Verloop("", reeks: 0, open: nil), Verloop("a", reeks: 0, open: nil), Verloop("n", reeks: 1, open: 1),
            Verloop("nn", reeks: 2, open: 2), Verloop("na", reeks: 0, open: nil), Verloop("no", reeks: 1, open: nil),
            Verloop("nf", reeks: 1, open: nil), Verloop("non", reeks: 2, open: 3), Verloop("nfn", reeks: 2, open: 3),
            Verloop("nonon", reeks: 3, open: 5), Verloop("nna", reeks: 0, open: nil), Verloop("nan", reeks: 1, open: 3),
            Verloop("o", reeks: 0, open: nil), Verloop("ooo", reeks: 0, open: nil), Verloop("f", reeks: 0, open: nil),
            Verloop("ff", reeks: 0, open: nil), Verloop("fn", reeks: 1, open: 2), Verloop("an", reeks: 1, open: 2),
            Verloop("ano", reeks: 1, open: nil), Verloop("nb", reeks: 0, open: nil), Verloop("nobn", reeks: 1, open: 4),
            Verloop("nnno", reeks: 3, open: nil), Verloop("nnnoa", reeks: 0, open: nil), Verloop("nofon", reeks: 2, open: 5),
        ])
    func tabel(_ verloop: Verloop) throws {
        let begin = try dag("2027-03-01")
        let contacten = try verloop.letters.enumerated().map { try maak($0.element, begin.adding(days: $0.offset)) }
        let stand = Contactstand.van(contacten)
        #expect(stand.noShowReeks == verloop.reeks)
        #expect(stand.noShowOp == verloop.open.map { begin.adding(days: $0 - 1) })
        // In whichever order they were written down.
        for _ in 0..<5 { #expect(Contactstand.van(contacten.shuffled()) == stand) }
    }

    private func maak(_ letter: Character, _ datum: Datum) throws -> Contactstand.Contact {
        let (verschijning, soort): (Verschijning, Contactsoort) =
            switch letter {
            case "a": (.aanwezig, .huisbezoek)
            case "f": (.afgemeld, .afspraak)
            case "n": (.nietVerschenen, .afspraak)
            case "o": (.nietVerschenen, .outreach)
            default: (.aanwezig, .bericht)
            }
        return try contact(datum.description, verschijning, soort)
    }

    @Test("voor elk verloop geldt: de reeks is wat er sinds de laatste ontmoeting is gemist, en open is alleen de laatste daad")
    func eigenschap() throws {
        var kans = SystemRandomNumberGenerator()
        let begin = try dag("2027-03-01")
        for _ in 0..<400 {
            let letters = (0..<Int.random(in: 0...12, using: &kans)).map { _ in "afnob".randomElement(using: &kans) ?? "a" }
            let contacten = try letters.enumerated().map { try maak($0.element, begin.adding(days: $0.offset)) }
            let stand = Contactstand.van(contacten.shuffled(using: &kans))
            let sinds = letters.lastIndex { "ab".contains($0) }.map { $0 + 1 } ?? 0
            #expect(stand.noShowReeks == letters[sinds...].count { $0 == "n" }, "\(String(letters))")
            #expect((stand.noShowOp != nil) == (letters.last == "n"), "\(String(letters))")
            let laatste = letters.lastIndex { "ab".contains($0) }
            #expect(stand.laatsteContact == laatste.map { begin.adding(days: $0) })
        }
    }

    @Test("het laatste contact is de laatste dag waarop iemand er was, ook als later wordt ingevoerd")
    func laatste() throws {
        let stand = Contactstand.van([
            try contact("2027-03-10"), try contact("2027-02-01"), try contact("2027-03-12", .nietVerschenen, .outreach),
        ])
        #expect(stand.laatsteContact == (try dag("2027-03-10")))
    }

    @Test("een no-show die later wordt ingevoerd vraagt niets als er daarna al contact was")
    func laterIngevoerd() throws {
        let stand = Contactstand.van([try contact("2027-03-09"), try contact("2027-03-01", .nietVerschenen)])
        #expect((stand.noShowOp, stand.noShowReeks) == (nil, 0))
    }

    @Test("op één dag telt de volgorde: bellen na een gemiste afspraak is de reactie")
    func zelfdeDag() throws {
        let gemist = try contact("2027-03-09", .nietVerschenen)
        let gebeld = try contact("2027-03-09", .aanwezig, .telefoon)
        #expect(Contactstand.van([gemist, gebeld]).noShowOp == nil)
        #expect(Contactstand.van([gebeld, gemist]).noShowOp == (try dag("2027-03-09")))
    }

    @Test("een volgende stap blijft staan tot de dag er is of er een andere komt")
    func stap() throws {
        var contacten = [try contact("2027-03-01", stap: "2027-03-10"), try contact("2027-03-05", .aanwezig, .telefoon)]
        #expect(Contactstand.van(contacten).stap?.op == (try dag("2027-03-10")))
        contacten.append(try contact("2027-02-01", stap: "2027-02-03"))
        #expect(Contactstand.van(contacten).stap?.op == (try dag("2027-03-10")))
        contacten.append(try contact("2027-03-10"))
        #expect(Contactstand.van(contacten).stap == nil)
        contacten.append(try contact("2027-03-11", heeftStap: true))
        let stand = Contactstand.van(contacten)
        #expect(stand.stap != nil && stand.stap?.op == nil)
    }
}
