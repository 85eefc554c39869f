// SPDX-License-Identifier: EUPL-1.2
import Domein

extension Veld {
    /// A block with `duur`, and what the law or contract says about the term.
    func termijn() -> Termijn? {
        blok { blok in
            let duur = blok.verplicht("duur")?.duur()
            let richting = blok.mogelijk("richting").map { $0.keuze(Termijn.Richting.self) } ?? .na
            let telt = blok.mogelijk("anker-telt-mee").map { $0.jaNee() } ?? false
            let dag = blok.mogelijk("op")
            let regel = blok.mogelijk("feestdagen")
            let feestdagen = regel.map { $0.keuze(Termijn.Feestdagregel.self) } ?? .geen
            let gevolg = blok.mogelijk("gevolg").map { $0.tekst() }
            let bron = blok.verplicht("bron")?.tekst()
            let vasteDag = dag.flatMap { $0.maanddag() }
            if let dag, let duur, duur.eenheid != .jaar { dag.meld("een vaste dag kan alleen bij een duur in jaren") }
            if let regel, feestdagen == .algemeneTermijnenwet, let bron, !Self.isWet(bron) {
                regel.meld(
                    "de Algemene termijnenwet geldt alleen voor een termijn uit een wet of algemene maatregel van bestuur; noem die bij bron, of schrijf eerstvolgende-werkdag als dat is afgesproken"
                )
            }
            guard let duur, let richting, let telt, let feestdagen, let bron, dag == nil || vasteDag != nil else { return nil }
            return Termijn(
                duur.aantal, duur.eenheid, richting, ankerTeltMee: telt, vasteDag: vasteDag, feestdagen: feestdagen,
                gevolg: gevolg ?? nil, bron: bron)
        }
    }

    /// Whether a source is an act or an order in council (Algemene termijnenwet, art. 1 and 5), by how it is called.
    private static func isWet(_ bron: String) -> Bool {
        let bron = bron.lowercased()
        guard !bron.contains("praktijk"), !bron.contains("regeling") else { return false }
        return ["wet", "besluit", "awb", "awir", "zvw"].contains { bron.contains($0) }
    }

    /// `5 dagen`, `1 werkdag`, `9 maanden`.
    func duur() -> (aantal: Int, eenheid: Termijn.Eenheid)? {
        guard let text = tekst() else { return nil }
        let words = text.split(separator: " ")
        let units: [Substring: Termijn.Eenheid] = [
            "dag": .dag, "dagen": .dag, "werkdag": .werkdag, "werkdagen": .werkdag, "week": .week, "weken": .week,
            "maand": .maand, "maanden": .maand, "jaar": .jaar,
        ]
        guard words.count == 2, let aantal = Int(words[0]), (0...1000).contains(aantal), let eenheid = units[words[1]] else {
            return fout("schrijf een getal en een eenheid, zoals 5 dagen, 3 werkdagen, 2 weken, 9 maanden of 1 jaar")
        }
        return (aantal, eenheid)
    }

    /// `1 september`.
    func maanddag() -> Termijn.Maanddag? {
        guard let text = tekst() else { return nil }
        let words = text.split(separator: " ")
        guard words.count == 2, let dag = Int(words[0]),
            let maand = (1...12).first(where: { Datum(2027, $0, 1)?.maandnaam == String(words[1]) }),
            let maanddag = Termijn.Maanddag(maand: maand, dag: dag)
        else { return fout("schrijf een dag van het jaar, zoals 1 september") }
        return maanddag
    }

    /// `10 km` or `7,5 km`, in metres.
    func afstand() -> Int? {
        guard let text = tekst() else { return nil }
        let words = text.split(separator: " ")
        guard words.count == 2, words[1] == "km", let hundredths = Bedrag(getypt: String(words[0]))?.cents, hundredths <= 100_000
        else { return fout("schrijf een afstand in kilometers, zoals 10 km of 7,5 km") }
        return hundredths * 10
    }
}
