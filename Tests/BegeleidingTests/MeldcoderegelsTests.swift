// SPDX-License-Identifier: EUPL-1.2
import Domein
import Testing

@testable import BegeleidingApp

/// The order of the steps as a table, and what no sequence of them can bring about.
@Suite("Meldcode: de vijf stappen", .timeLimit(.minutes(1)))
struct MeldcoderegelsTests {
    static let vandaag = Datum(2027, 3, 1) ?? Datum(.distantPast)

    static func feit(_ soort: Meldcodesoort, afwijking: String = "", melden: String = "ja", over: Int? = nil)
        -> Meldcoderegels.Feit
    {
        var feit = Meldcoderegels.Feit(soort: soort, op: vandaag, met: "Collega", tekst: "Zo was het.", afwijking: afwijking)
        for code in Meldcoderegels.vragen(soort).codes { feit.antwoorden[code] = "ja" }
        if soort == .besluit { feit.antwoorden["melden"] = melden }
        feit.over = soort == .verbetering ? over ?? 1 : nil
        return feit
    }

    static func stand(_ soorten: [Meldcodesoort], melden: String = "ja") -> Meldcoderegels.Stand {
        Meldcoderegels.Stand(soorten.map { feit($0, melden: melden) })
    }

    /// What was done before, what is done now, and whether it needs a reason.
    static let tabel: [(eerder: [Meldcodesoort], nu: Meldcodesoort, fout: String?)] = [
        ([], .signalen, nil),
        ([], .overleg, "afwijking volgorde"),
        ([], .gesprek, "afwijking volgorde"),
        ([], .weging, "afwijking volgorde"),
        ([], .besluit, "afwijking volgorde"),
        ([], .kindcheck, nil),
        ([], .gevaar, nil),
        ([], .aanvulling, nil),
        ([], .melding, "afwijking volgorde"),
        ([.signalen], .overleg, nil),
        ([.signalen], .signalen, nil),
        ([.signalen], .gesprek, "afwijking volgorde"),
        ([.signalen], .gesprekOvergeslagen, "afwijking volgorde"),
        ([.signalen, .overleg], .gesprek, nil),
        ([.signalen, .overleg], .gesprekOvergeslagen, nil),
        ([.signalen, .overleg], .weging, "afwijking volgorde"),
        ([.signalen, .overleg, .gesprek], .weging, nil),
        ([.signalen, .overleg, .gesprekOvergeslagen], .weging, nil),
        ([.signalen, .overleg, .gesprek], .besluit, "afwijking volgorde"),
        ([.signalen, .overleg, .gesprek, .weging], .besluit, nil),
        ([.signalen, .overleg, .gesprek, .weging], .melding, "afwijking volgorde"),
        ([.gevaar], .melding, nil),
        ([.signalen, .overleg, .gesprek, .weging, .besluit], .melding, nil),
        ([.signalen, .overleg, .gesprek, .weging, .besluit], .gesloten, "tekst kindcheck"),
        ([.kindcheck, .signalen, .overleg, .gesprek, .weging, .besluit], .gesloten, nil),
        ([.kindcheck, .signalen], .gesloten, "afwijking volgorde"),
        ([.signalen], .verbetering, nil),
    ]

    @Test("elke stap op zijn beurt, of met een reden", arguments: tabel)
    func volgorde(_ regel: (eerder: [Meldcodesoort], nu: Meldcodesoort, fout: String?)) {
        let stand = Self.stand(regel.eerder)
        let fouten = Meldcoderegels.veldfouten(Self.feit(regel.nu), stand, vandaag: Self.vandaag).map { "\($0.veld) \($0.code)" }
        #expect(fouten == [regel.fout].compactMap { $0 })
        guard regel.fout == "afwijking volgorde" else { return }
        #expect(
            Meldcoderegels.veldfouten(Self.feit(regel.nu, afwijking: "Er is nu gevaar."), stand, vandaag: Self.vandaag).isEmpty)
    }

    @Test("welke stap aan de beurt is")
    func beurt() {
        #expect(Self.stand([]).aanZet == 1)
        #expect(Self.stand([.signalen, .gesprek]).aanZet == 2)
        #expect(Self.stand([.signalen, .overleg, .gesprekOvergeslagen]).aanZet == 4)
        #expect(Self.stand([.signalen, .overleg, .gesprek, .weging, .besluit]).aanZet == nil)
        #expect(Self.stand([.signalen, .gesloten]).aanZet == nil)
    }

    @Test("besluiten om niet te melden is geen grond voor een melding")
    func nietMelden() {
        let stand = Self.stand([.signalen, .overleg, .gesprek, .weging, .besluit], melden: "nee")
        #expect(Meldcoderegels.teVroeg(.melding, stand) != nil)
    }

    @Test("na het sluiten alleen nog een aanvulling of verbetering; wie meeleest gaat niet langs deze weg")
    func gesloten() {
        let stand = Self.stand([.kindcheck, .signalen, .overleg, .gesprek, .weging, .besluit, .gesloten])
        for soort in Meldcodesoort.allCases {
            #expect((Meldcoderegels.weigering(soort, stand) == nil) == [.aanvulling, .verbetering].contains(soort), "\(soort)")
        }
        #expect(Meldcoderegels.weigering(.betrokken, Self.stand([])) != nil)
    }

    @Test("alle fouten tegelijk: toekomst, lege tekst, met wie, elke vraag van de afweging")
    func fouten() {
        let morgen = Self.vandaag.adding(days: 1)
        func fouten(_ feit: Meldcoderegels.Feit, _ eerder: [Meldcodesoort]) -> [String] {
            Meldcoderegels.veldfouten(feit, Self.stand(eerder), vandaag: Self.vandaag).map { "\($0.veld) \($0.code)" }
        }
        #expect(
            fouten(.init(soort: .overleg, op: morgen), [.signalen]) == [
                "op toekomst", "tekst leeg", "met leeg", "antwoord-veilig-thuis leeg",
            ])
        #expect(
            fouten(
                .init(soort: .weging, op: Self.vandaag, tekst: "x", antwoorden: ["zorg": "misschien", "kleur": "ja"]),
                [.signalen, .overleg, .gesprek]) == [
                    "antwoord-zorg leeg", "antwoord-gevaar leeg", "antwoord-kunnen leeg", "antwoord-willen leeg",
                    "antwoord-werkt leeg", "antwoord-kleur niet-gevraagd",
                ])
        #expect(fouten(Self.feit(.verbetering, over: 9), [.signalen]) == ["over onbekend"])
        #expect(fouten(Self.feit(.verbetering, over: 1), []) == ["over onbekend"])
    }

    @Test("geen reeks van wat wordt aangenomen laat stap 5 vóór stap 4 komen zonder opgeschreven reden", arguments: 0..<300)
    func eigenschap(_ zaad: Int) {
        var kans = Kans(UInt64(zaad) &* 7919 &+ 17)
        var feiten: [Meldcoderegels.Feit] = []
        for _ in 0..<40 {
            let soort = Meldcodesoort.allCases[kans.onder(Meldcodesoort.allCases.count)]
            let feit = Self.feit(
                soort, afwijking: kans.onder(4) == 0 ? "Het kon niet wachten." : kans.onder(3) == 0 ? "   " : "",
                melden: kans.onder(2) == 0 ? "ja" : "nee", over: kans.onder(5))
            let stand = Meldcoderegels.Stand(feiten)
            guard Meldcoderegels.weigering(soort, stand) == nil,
                Meldcoderegels.veldfouten(feit, stand, vandaag: Self.vandaag).isEmpty
            else { continue }
            feiten.append(feit)
        }
        for (index, feit) in feiten.enumerated() {
            let eerder = Set(feiten[..<index].compactMap(\.soort.stap))
            let reden = !feit.afwijking.allSatisfy(\.isWhitespace)
            if let stap = feit.soort.stap { #expect(reden || Set(1..<stap).isSubset(of: eerder)) }
            if feit.soort == .besluit { #expect(reden || eerder.contains(4)) }
            if feit.soort == .gesloten { #expect(reden || eerder.contains(5)) }
        }
        // What was written down stays: nothing but additions after the end.
        if let einde = feiten.firstIndex(where: { $0.soort == .gesloten }) {
            #expect(feiten[(einde + 1)...].allSatisfy { $0.soort == .aanvulling || $0.soort == .verbetering })
        }
    }
}

/// Chance from a seed, so that a failure can be repeated.
struct Kans {
    private var toestand: UInt64
    init(_ zaad: UInt64) { toestand = zaad &+ 0x9E37_79B9_7F4A_7C15 }
    mutating func onder(_ grens: Int) -> Int {
        toestand = toestand &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((toestand >> 33) % UInt64(grens))
    }
}
