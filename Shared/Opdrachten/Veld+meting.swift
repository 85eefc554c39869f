// SPDX-License-Identifier: EUPL-1.2
import Domein

extension Veld {
    func meetregels(leefgebieden: [Leefgebied]) -> Meetregels? {
        blok { blok in
            let versie = blok.verplicht("versie")?.datum()
            let momenten = blok.verplicht("momenten")?.meetmomenten()
            let gebieden = blok.verplicht("leefgebieden")?.uniekeLijst("leefgebied") { item -> Leefgebied? in
                guard let gebied = item.keuze(Leefgebied.self) else { return nil }
                if !leefgebieden.contains(gebied) {
                    item.meld("dit leefgebied staat niet in de lijst leefgebieden van deze opdracht")
                }
                return gebied
            }
            let lijst = blok.verplicht("schaal")
            let schaal = lijst?.lijst { $0.tekst() }
            if let schaal, schaal.count != 5 { lijst?.meld("de schaal heeft vijf stappen") }
            let ladder = blok.mogelijk("participatieladder").map { $0.lijst { $0.tekst() } } ?? []
            let redenen = blok.verplicht("niet-beoordeeld")?.uniekeCodes { blok, code in
                (blok.verplicht("naam")?.tekst()).map { Meetregels.Reden(code: code, naam: $0) }
            }
            guard let versie, let momenten, let gebieden, let schaal, let ladder, let redenen else { return nil }
            return Meetregels(
                versie: versie, momenten: momenten, leefgebieden: gebieden, schaal: schaal, participatieladder: ladder,
                nietBeoordeeld: redenen)
        }
    }

    private func meetmomenten() -> [Meetmomentregel]? {
        let regels = blok { blok in
            Meetmoment.allCases.compactMap { moment in
                blok.mogelijk(moment.rawValue)?.termijn().map { Meetmomentregel(moment, $0) }
            }
        }
        if regels?.isEmpty == true { meld("noem ten minste één moment: start, midden of einde") }
        return regels
    }
}
