// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import IntakeApp

/// What is passed over without being worked out is never what the whole comparison would have shown.
@Suite(.timeLimit(.minutes(2)))
struct VoorkeuringTests {
    private struct Tweetal {
        var links: Vergelijkbeeld
        var rechts: Vergelijkbeeld
        var raakvlak: Raakvlak
    }

    /// Both sides of each pair of the list, and everybody beside some others; with and without what they may share.
    private static let tweetallen: [Tweetal] = {
        let beelden = Paar.alle.flatMap { [$0.links, $0.rechts] }.map {
            Vergelijkbeeld(namen: $0.naam.map { Naamketting($0) }, geboren: $0.geboortedatum)
        }
        return beelden.indices.flatMap { plaats in
            [1, 2, 7, 61, 402].map { stap in
                let ander = plaats.isMultiple(of: 2) ? plaats + stap : plaats + stap + 1
                return Tweetal(
                    links: beelden[plaats], rechts: beelden[ander % beelden.count],
                    raakvlak: Raakvlak(
                        vnummer: plaats % 19 == 0 ? .gelijk : .onbekend, telefoon: plaats % 5 == 0, huishouden: plaats % 3 == 0))
            }
        }
    }()

    @Test("wie een kandidaat is, wordt niet overgeslagen; de meesten die het niet zijn wel")
    func kandidaten() {
        var (kandidaten, overgeslagen, anderen) = (0, 0, 0)
        for twee in Self.tweetallen {
            let kan = Gelijkenis.kanKandidaatZijn(twee.links, twee.rechts, twee.raakvlak)
            if Gelijkenis(twee.links, twee.rechts, twee.raakvlak).isKandidaat {
                kandidaten += 1
                #expect(kan, "\(twee)")
            } else {
                anderen += 1
                overgeslagen += kan ? 0 : 1
            }
        }
        #expect(kandidaten > 300 && anderen > 1_000, "\(kandidaten) \(anderen)")
        #expect(overgeslagen * 10 > anderen * 9, "\(overgeslagen) of \(anderen)")
    }

    @Test("een grens waaronder niemand vraagt verandert niets aan wat erboven ligt", arguments: [0.3, Naamwoord.zelfde, 0.85])
    func grens(_ vanaf: Double) {
        var erboven = 0
        for twee in Self.tweetallen {
            for deel in twee.links.namen?.delen ?? [] {
                for ander in twee.rechts.namen?.delen ?? [] {
                    let (heel, tot) = (deel.gelijkenis(met: ander, vanaf: -10), deel.gelijkenis(met: ander, vanaf: vanaf))
                    if heel >= vanaf { erboven += 1 }
                    #expect(heel >= vanaf ? heel == tot : tot < vanaf, "\(deel.tekst) \(ander.tekst) \(heel) \(tot)")
                }
            }
        }
        #expect(erboven > 300)
    }

    @Test("buiten het bereik van een klank zijn twee klanken geheel verschillend")
    func bereik() {
        let letters = (0..<26).map { Klank(rawValue: 1 << $0) }
        let klanken = letters + letters.flatMap { een in letters.map { een.union($0) } }
        for een in klanken {
            for ander in klanken where ander.isDisjoint(with: een.bereik) { #expect(Klank.afstand(een, ander) == 1) }
        }
    }

    @Test("een naam komt uit de zoekrij zoals hij erin ging")
    func naamtekst() throws {
        func terug(_ tekst: String) -> Naamtekst? { Array(tekst.utf8).withUnsafeBytes { Naamtekst(tekst: $0) } }
        let naam = Naamtekst(
            try Naam(voornamen: "Şükrü", voorvoegsel: "van", geslachtsnaam: "Abd al-Rahman O'Neill", roepnaam: "Sjuk"))
        #expect(naam.tekst == "sukru abd al rahman oneill/sjuk")
        #expect(terug(naam.tekst) == naam)
        for paar in Paar.alle {
            guard let naam = paar.links.naam.map({ Naamtekst($0) }) else { continue }
            #expect(terug(naam.tekst) == naam, "\(naam.tekst)")
        }
        #expect(terug("") == nil && terug("/selu") == nil)
    }
}
