// SPDX-License-Identifier: EUPL-1.2
import Domein

extension Veld {
    func reiskosten() -> Reiskostenregeling? {
        blok { blok in
            let afstand = blok.verplicht("minimum-afstand")?.afstand()
            let telt = blok.verplicht("minimum-telt-mee")?.jaNee()
            let tarief = blok.verplicht("per-kilometer")?.bedrag()
            let ov = blok.verplicht("openbaar-vervoer-werkelijke-kosten")?.jaNee()
            let maximum = blok.verplicht("maximum-per-maand")?.bedrag()
            let soorten = blok.verplicht("bewijssoorten")?.uniekeCodes { blok, code in
                (blok.verplicht("naam")?.tekst()).map { Reiskostenregeling.Bewijssoort(code: code, naam: $0) }
            }
            let indienen = blok.verplicht("indienen")?.termijn()
            let voorschot = blok.verplicht("voorschot")?.voorschotregels()
            let bron = blok.verplicht("bron")?.tekst()
            guard let afstand, let telt, let tarief, let ov, let maximum, let soorten, let indienen, let voorschot, let bron
            else { return nil }
            return Reiskostenregeling(
                minimumAfstandMeter: afstand, minimumTeltMee: telt, perKilometer: tarief, openbaarVervoerWerkelijk: ov,
                maximumPerMaand: maximum, bewijssoorten: soorten, indienen: indienen, voorschot: voorschot, bron: bron)
        }
    }

    private func voorschotregels() -> Reiskostenregeling.Voorschotregels? {
        blok { blok in
            let plafond = blok.verplicht("plafond")?.bedrag()
            let open = blok.verplicht("maximum-open")?.getal(1...100)
            let ogen = blok.verplicht("vier-ogen")
            let vierOgen = ogen?.jaNee()
            // The policy asks two people for every decision on money; a contract cannot take that away.
            if vierOgen == false { ogen?.meld("beslissen over geld gaat altijd met vier ogen") }
            guard let plafond, let open, let vierOgen else { return nil }
            return .init(plafond: plafond, maximumOpen: open, vierOgen: vierOgen)
        }
    }

    func indicatoren() -> [Indicator]? {
        uniekeCodes { blok, code in
            let naam = blok.verplicht("naam")?.tekst()
            let definitie = blok.verplicht("definitie")?.tekst()
            let eenheid = blok.verplicht("eenheid")?.keuze(Indicator.Eenheid.self)
            let klein = blok.verplicht("kleinste-aantal")?.getal(0...100)
            guard let naam, let definitie, let eenheid, let klein else { return nil }
            return Indicator(code: code, naam: naam, definitie: definitie, eenheid: eenheid, kleinsteAantal: klein)
        }
    }

    func tarieven() -> [Tarief]? {
        uniekeCodes { blok, code in
            let naam = blok.verplicht("naam")?.tekst()
            let bedrag = blok.verplicht("bedrag")?.bedrag()
            let per = blok.verplicht("per")?.keuze(Tarief.Per.self)
            guard let naam, let bedrag, let per else { return nil }
            return Tarief(code: code, naam: naam, bedrag: bedrag, per: per)
        }
    }

    func taakstelling(isVoorbeeld: Bool = false) -> [Taakstelling]? {
        blok { blok in
            blok.alle.compactMap { naam, waarde in
                // `2027` for a year, `2027-1` and `2027-2` for its halves.
                let delen = (naam.tekst() ?? "").split(separator: "-", omittingEmptySubsequences: false)
                guard let jaar = delen.first.flatMap({ Int($0) }), (2000...2100).contains(jaar), delen.count <= 2,
                    delen.count == 1 || delen[1] == "1" || delen[1] == "2"
                else { return naam.fout("schrijf een jaar of een half jaar, zoals 2027 of 2027-1") }
                guard let personen = waarde.getal(0...100_000) else { return nil }
                return Taakstelling(
                    jaar: jaar, helft: delen.count == 2 ? Int(delen[1]) : nil, personen: personen, isVoorbeeld: isVoorbeeld)
            }
        }
    }

    func instroomregels() -> Instroomregels? {
        blok { blok in
            let bron = blok.verplicht("taakstelling-bron")?.tekst()
            let caseload = blok.verplicht("caseload")?.getal(1...200)
            let weken = blok.verplicht("weken-tot-huisvesting")?.getal(0...104)
            let klein = blok.verplicht("kleinste-aantal")?.getal(0...100)
            let regelbron = blok.verplicht("bron")?.tekst()
            guard let bron, let caseload, let weken, let klein, let regelbron else { return nil }
            return Instroomregels(
                taakstellingBron: bron, caseload: caseload, wekenTotHuisvesting: weken, kleinsteAantal: klein, bron: regelbron)
        }
    }
}
