// SPDX-License-Identifier: EUPL-1.2
import Domein

/// One part of a name, ready to be compared: as it is written, as it sounds, and by which skeletons it is found.
struct Naamwoord: Sendable, Hashable {
    /// Folded; what a person is shown.
    let tekst: String
    let klanken: [Klank]
    /// The name of the table that this is a spelling of.
    let groep: Int?
    /// Servant of ...: Abdul, Abd al-, Abdi. The part is compared without it, and many people leave it out.
    let isAbd: Bool
    /// Written without short vowels.
    let isArabisch: Bool
    /// What is left of a name on -ullah or -din, which many people leave out: Rahmat of Rahmatullah.
    let stam: [Klank]?

    init(_ tekst: String) {
        self.tekst = tekst
        isArabisch = Schriftomzetting.isArabisch(tekst)
        stam = Self.zonderAchtervoegsel(tekst).map { Klankschrift.klanken(String($0)) }
        if let groep = Naamvarianten.groep[tekst] {
            (self.groep, isAbd) = (groep, false)
            klanken = Klankschrift.klanken(tekst)
        } else if let kern = Self.naAbd(tekst) {
            (groep, isAbd) = (Naamvarianten.groep[kern], true)
            klanken = Klankschrift.klanken(kern)
        } else {
            (groep, isAbd) = (nil, false)
            klanken = Klankschrift.klanken(tekst)
        }
    }

    /// Two parts that some write as one: Gebre Meskel, Gebremeskel.
    init(_ left: Naamwoord, _ right: Naamwoord) {
        tekst = left.tekst + right.tekst
        groep = Naamvarianten.groep[tekst]
        isAbd = left.isAbd
        isArabisch = left.isArabisch || right.isArabisch
        stam = nil
        var klanken = left.klanken
        for klank in right.klanken where klanken.last != klank { klanken.append(klank) }
        self.klanken = klanken
    }

    /// By which skeletons it is found.
    var geraamten: [String] {
        if let groep { return [Naamvarianten.geraamte[groep]] }
        var gevonden = Klankschrift.geraamten(klanken)
        for geraamte in stam.map(Klankschrift.geraamten) ?? [] where !gevonden.contains(geraamte) { gevonden.append(geraamte) }
        // Letters of a script that is not known here: the word itself.
        return gevonden.isEmpty ? [tekst] : gevonden
    }

    /// So many people carry it that it says little.
    var isAlgemeen: Bool { groep.map { Naamvarianten.algemeen.contains($0) } ?? false }

    private static func zonderAchtervoegsel(_ tekst: String) -> Substring? {
        guard let laatste = tekst.utf8.last, laatste == UInt8(ascii: "h") || laatste == UInt8(ascii: "n") else { return nil }
        let achter = ["ullah", "ollah", "allah", "din"].first { tekst.hasSuffix($0) && tekst.count >= $0.count + 3 }
        return achter.map { tekst.dropLast($0.count) }
    }

    /// What stands after Abdul and the like; nil when it does not begin so, or when nothing is left.
    private static func naAbd(_ tekst: String) -> String? {
        if tekst.hasPrefix("عبد") {
            let rest = tekst.dropFirst(3)
            let kern = rest.hasPrefix("ال") ? rest.dropFirst(2) : rest
            return kern.count >= 2 ? String(kern) : nil
        }
        var rest = Substring(tekst)
        if rest.utf8.first == UInt8(ascii: "c") { rest = rest.dropFirst() }
        guard rest.utf8.starts(with: "abd".utf8) else { return nil }
        rest = rest.dropFirst(3)
        for klinker in ["oul", "oel", "ou", "oe", "u", "e", "a", "i", "o"] where rest.hasPrefix(klinker) {
            rest = rest.dropFirst(klinker.count)
            break
        }
        if let eerste = rest.first, let tweede = rest.dropFirst().first {
            // Abdullatif and Abdurrahman: the article, or the letter that it melts into.
            if eerste == "l" || (eerste == tweede && !"aeiou".contains(eerste)) { rest = rest.dropFirst() }
        }
        return rest.count >= 3 ? String(rest) : nil
    }
}

extension Naamwoord {
    /// From here on two parts count as the same name.
    static let zelfde = 0.70

    /// Whether two parts are at least so much the same name.
    func lijkt(op ander: Naamwoord, _ minstens: Double = zelfde) -> Bool { gelijkenis(met: ander, vanaf: minstens) >= minstens }

    /// How much two parts are the same name: 1 is the same letters, 0 is another name.
    /// - Parameter vanaf: below this nobody asks how much; the answer is then some value below it.
    func gelijkenis(met ander: Naamwoord, vanaf: Double) -> Double {
        if tekst == ander.tekst { return 1 }
        if let stam, ander.stam == nil, Self.isStam(stam, ander) { return 0.8 }
        if let stam = ander.stam, self.stam == nil, Self.isStam(stam, self) { return 0.8 }
        let abd = isAbd == ander.isAbd ? 1 : 0.85
        let klank = vanaf / abd
        switch (groep, ander.groep) {
        case (let mijn?, let zijn?): return mijn == zijn ? 0.97 * abd : 0
        case (let mijn?, nil):
            return abd
                * max(Self.klankgelijkenis(self, ander, klank), Self.klankgelijkenis(Naamvarianten.klanken[mijn], ander, klank))
        case (nil, let zijn?):
            return abd
                * max(Self.klankgelijkenis(self, ander, klank), Self.klankgelijkenis(Naamvarianten.klanken[zijn], self, klank))
        case (nil, nil): return abd * Self.klankgelijkenis(self, ander, klank)
        }
    }

    private static func isStam(_ stam: [Klank], _ ander: Naamwoord) -> Bool { klankgelijkenis(stam, ander, 0.85) >= 0.85 }

    private static func klankgelijkenis(_ left: Naamwoord, _ right: Naamwoord, _ vanaf: Double) -> Double {
        Klankafstand.gelijkenis(
            left.klanken, right.klanken, zonderKlinkers: left.isArabisch || right.isArabisch, vanaf: vanaf)
    }

    private static func klankgelijkenis(_ bekend: [Klank], _ ander: Naamwoord, _ vanaf: Double) -> Double {
        Klankafstand.gelijkenis(bekend, ander.klanken, zonderKlinkers: ander.isArabisch, vanaf: vanaf)
    }
}

/// How far two rows of sounds are apart: what it costs to turn one into the other, with cheap steps for what clerks, scripts
/// and typing do, and dear ones for what makes another name.
enum Klankafstand {
    /// - Parameter vanaf: what is less is not worked out; the answer is then some value below it.
    static func gelijkenis(_ left: [Klank], _ right: [Klank], zonderKlinkers: Bool, vanaf: Double) -> Double {
        guard let last = left.last, let other = right.last else { return left.isEmpty && right.isEmpty ? 1 : 0 }
        let lengte = max(left.count, right.count)
        // Lengths that differ much are another name, whatever the sounds; saves the table below.
        if !zonderKlinkers && abs(left.count - right.count) > 4 { return 0 }
        let schaal = max(3, Double(lengte)) * 0.55
        let afstand = afstand(left, right, zonderKlinkers: zonderKlinkers, grens: (1 - vanaf) * schaal + 0.001)
        var waarde = max(0, 1 - afstand / schaal)
        // Karim and Karima: brother and sister, not a spelling.
        if !zonderKlinkers, last.isKlinker != other.isKlinker, abs(left.count - right.count) == 1 {
            let (lang, kort) = left.count > right.count ? (left, right) : (right, left)
            if Array(lang.dropLast()) == kort, !lang[lang.count - 1].isDisjoint(with: [.a, .e]) { waarde = min(waarde, 0.6) }
        }
        return waarde
    }

    /// Infinite when it is more than `grens`, as far as that shows underway.
    private static func afstand(_ left: [Klank], _ right: [Klank], zonderKlinkers: Bool, grens: Double) -> Double {
        func weglating(_ klank: Klank) -> Double { zonderKlinkers && klank.kanKlinker ? 0.08 : klank.weglating }
        // What is left out in front makes another name: Wali and Ali.
        func vooraan(_ klank: Klank) -> Double { klank.contains(.w) && !klank.kanKlinker ? 1 : weglating(klank) }
        let breedte = right.count + 1
        // Three rows of the table and what leaving out costs: this is asked a thousand times for one check.
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * breedte) { tabel in
            tabel.initialize(repeating: 0)
            var (vorige2, vorige, rij) = (0, breedte, 2 * breedte)
            let weg = 3 * breedte
            for kolom in 1..<breedte {
                tabel[vorige + kolom] = tabel[vorige + kolom - 1] + vooraan(right[kolom - 1])
                tabel[weg + kolom] = weglating(right[kolom - 1])
            }
            var laagsteVorige = 0.0
            for (regel, klank) in left.enumerated() {
                tabel[rij] = tabel[vorige] + vooraan(klank)
                let (zonder, bereik) = (weglating(klank), klank.bereik)
                var laagste = tabel[rij]
                for kolom in 1..<breedte {
                    let ander = right[kolom - 1]
                    let anders = ander.isDisjoint(with: bereik) ? 1 : Klank.afstand(klank, ander)
                    var kosten = min(
                        tabel[vorige + kolom] + zonder, tabel[rij + kolom - 1] + tabel[weg + kolom],
                        tabel[vorige + kolom - 1] + anders)
                    // Two letters that changed places while typing.
                    if regel > 0, kolom > 1, klank == right[kolom - 2], left[regel - 1] == ander {
                        kosten = min(kosten, tabel[vorige2 + kolom - 2] + 0.5)
                    }
                    tabel[rij + kolom] = kosten
                    laagste = min(laagste, kosten)
                }
                // Every way on goes through one of these two rows, and no step takes anything off.
                if min(laagste, laagsteVorige) > grens { return .infinity }
                laagsteVorige = laagste
                (vorige2, vorige, rij) = (vorige, rij, vorige2)
            }
            return tabel[vorige + breedte - 1]
        }
    }
}
