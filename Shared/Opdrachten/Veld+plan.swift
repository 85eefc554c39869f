// SPDX-License-Identifier: EUPL-1.2
import Domein
import Yams

extension Veld {
    func planregels() -> Planregels? {
        blok { blok in
            let bespreken = blok.mogelijk("bespreken")
            let termijn = bespreken?.termijn()
            let lijst = blok.mogelijk("redenen")
            let redenen = lijst?.uniekeCodes { blok, code in
                (blok.verplicht("naam")?.tekst()).map { Planregels.Reden(code: code, naam: $0) }
            }
            if redenen?.isEmpty == true { lijst?.meld("noem ten minste één reden, of laat het veld weg") }
            if let termijn, termijn.richting != .na { bespreken?.meld("tel vooruit, vanaf het vorige gesprek") }
            guard bespreken == nil || termijn != nil, lijst == nil || redenen != nil else { return nil }
            return Planregels(bespreken: termijn, redenen: redenen ?? Planregels.gewoneRedenen)
        }
    }

    func doelenbibliotheek(leefgebieden: [Leefgebied]) -> Doelenbibliotheek? {
        blok { blok in
            let eerste = blok.verplicht("eerste-doel")
            let code = eerste?.code()
            let zinnen = blok.verplicht("zinnen")?.doelzinnen(leefgebieden: leefgebieden)
            guard let code, let zinnen else { return nil }
            if !zinnen.contains(where: { $0.code == code }) { eerste?.meld("er is geen zin met code \(code)") }
            return Doelenbibliotheek(zinnen: zinnen, eersteDoel: code)
        }
    }

    private func doelzinnen(leefgebieden: [Leefgebied]) -> [Doelzin]? {
        var seen: [String: Leefgebied] = [:]
        var acties: Set<String> = []
        return blok { blok in
            blok.alle.flatMap { naam, waarde -> [Doelzin] in
                let key = naam.node.scalar?.string ?? ""
                guard let leefgebied = Leefgebied(rawValue: key), leefgebieden.contains(leefgebied) else {
                    naam.meld("dit leefgebied staat niet in de lijst leefgebieden van deze opdracht")
                    return []
                }
                return waarde.uniekeCodes { blok, code -> Doelzin? in
                    if let other = seen[code], other != leefgebied {
                        blok.veld.meld("de code \(code) staat ook bij \(other.rawValue)")
                    }
                    if !code.isEmpty { seen[code] = leefgebied }
                    let bij = blok.mogelijk("acties").map { $0.actiezinnen(&acties) } ?? []
                    guard let zin = blok.verplicht("zin"), let tekst = zin.tekst(), let bij else { return nil }
                    // The habit of gemeenten (GGM): a goal is said by the client.
                    if !["Ik ", "Mijn ", "Wij "].contains(where: tekst.hasPrefix) {
                        zin.meld("begin de zin met Ik, Mijn of Wij")
                    }
                    return Doelzin(code: code, leefgebied: leefgebied, tekst: tekst, acties: bij)
                } ?? []
            }
        }
    }

    /// - Parameter gezien: the codes of the whole library: a code names one suggestion.
    private func actiezinnen(_ gezien: inout Set<String>) -> [Actiezin]? {
        let zinnen = uniekeCodes { blok, code -> Actiezin? in
            let tekst = blok.verplicht("doe")?.tekst()
            let wie = blok.mogelijk("wie").map { $0.keuze(Actiehouder.self) } ?? .client
            guard let tekst, let wie else { return nil }
            return Actiezin(code: code, tekst: tekst, wie: wie)
        }
        for code in Set((zinnen ?? []).map(\.code)).sorted() where !code.isEmpty && !gezien.insert(code).inserted {
            meld("de code \(code) staat ook bij een ander doel")
        }
        return zinnen
    }
}
