// SPDX-License-Identifier: EUPL-1.2
import Domein

extension Veld {
    /// A list in which nothing may stand twice.
    func uniekeLijst<Value: Hashable>(_ wat: String, _ lees: (Veld) -> Value?) -> [Value]? {
        var seen: Set<Value> = []
        return lijst { item in
            guard let value = lees(item) else { return nil }
            if !seen.insert(value).inserted { item.meld("dit \(wat) staat er twee keer") }
            return value
        }
    }

    func doelgroepen() -> [Doelgroepregel]? {
        var seen: Set<Doelgroep> = []
        let groepen = lijst { item in
            item.blok { blok -> Doelgroepregel? in
                let naam = blok.verplicht("groep")
                let groep = naam?.keuze(Doelgroep.self)
                let eigen = blok.verplicht("eigen-traject")?.jaNee()
                let betaald = blok.verplicht("factureerbaar")
                let factureerbaar = betaald?.jaNee()
                if let groep, !seen.insert(groep).inserted { naam?.meld("deze groep staat er twee keer") }
                guard let groep, let eigen, let factureerbaar else { return nil }
                if factureerbaar && !eigen { betaald?.meld("zonder eigen traject valt er niets te factureren") }
                return Doelgroepregel(groep, eigenTraject: eigen, factureerbaar: factureerbaar)
            }
        }
        if groepen?.isEmpty == true { meld("noem ten minste één doelgroep") }
        return groepen
    }

    func trajectregels() -> Trajectregels? {
        blok { blok in
            let anker = blok.verplicht("klok-begint-bij")?.keuze(Anker.self)
            let terugval = blok.verplicht("anders-bij")?.keuze(Anker.self)
            let maximum = blok.verplicht("maximum")?.termijn()
            let tussenrapportage = blok.verplicht("tussenrapportage")?.termijn()
            let overdracht = blok.verplicht("overdrachtsdocument")?.termijn()
            let pauzes = blok.mogelijk("pauzeredenen").map { $0.pauzeredenen() } ?? []
            let verlenging = blok.mogelijk("verlenging")
            let extra = verlenging?.blok { blok -> Trajectregels.Verlenging? in
                let maanden = blok.verplicht("maanden")?.getal(1...60)
                let keren = blok.verplicht("keren")?.getal(1...10)
                return maanden.flatMap { maanden in keren.map { Trajectregels.Verlenging(maanden: maanden, keren: $0) } }
            }
            let einden = blok.verplicht("eindredenen")?.eindredenen()
            let nazorg = blok.mogelijk("nazorg").map { $0.lijst { $0.termijn() } } ?? []
            let terug = blok.mogelijk("herstart")
            let herstart = terug?.blok { blok -> Trajectregels.Herstart? in
                let binnen = blok.verplicht("binnen")?.termijn()
                let stil = blok.verplicht("klok-stond-stil")?.jaNee()
                return binnen.flatMap { binnen in stil.map { Trajectregels.Herstart(binnen: binnen, klokStondStil: $0) } }
            }
            let tweede = blok.mogelijk("tweede-start")
            let tweedeStart = tweede?.tweedeStart()
            guard let anker, let terugval, let maximum, let tussenrapportage, let overdracht, let pauzes, let einden,
                let nazorg, verlenging == nil || extra != nil, terug == nil || herstart != nil,
                tweede == nil || tweedeStart != nil
            else { return nil }
            return Trajectregels(
                anker: anker, terugval: terugval, maximum: maximum, tussenrapportage: tussenrapportage,
                overdracht: overdracht, pauzeredenen: pauzes, verlenging: extra, eindredenen: einden, nazorg: nazorg,
                herstart: herstart, tweedeStart: tweedeStart)
        }
    }

    private func tweedeStart() -> Trajectregels.TweedeStart? {
        blok { blok -> Trajectregels.TweedeStart? in
            let vanuit = blok.verplicht("vanuit")
            let vormen = vanuit?.uniekeLijst("verblijfsvorm") { $0.keuze(Verblijfsvorm.self) }
            if vormen?.contains(.eigenWoning) == true {
                vanuit?.meld("een tweede start begint in tijdelijke opvang, niet in een eigen woning")
            }
            let klok = blok.verplicht("klok")?.keuze(Trajectregels.TweedeStart.Klok.self)
            let zaken = blok.verplicht("regelzaken").map { $0.uniekeLijst("stap") { $0.code() } } ?? nil
            let bron = blok.verplicht("bron")?.tekst()
            guard let vormen, let klok, let zaken, let bron else { return nil }
            return Trajectregels.TweedeStart(vormen: vormen, klok: klok, regelzaken: zaken, bron: bron)
        }
    }

    private func eindredenen() -> [Trajectregels.Eindreden]? {
        let redenen = uniekeCodes { blok, code -> Trajectregels.Eindreden? in
            let naam = blok.verplicht("naam")?.tekst()
            let soort = blok.verplicht("soort")?.keuze(Trajectregels.Eindreden.Soort.self)
            let nazorg = blok.verplicht("nazorg")?.jaNee()
            let document = blok.mogelijk("overdrachtsdocument").map { $0.jaNee() } ?? true
            guard let naam, let soort, let nazorg, let document else { return nil }
            return Trajectregels.Eindreden(
                code: code, naam: naam, soort: soort, nazorg: nazorg, overdrachtsdocument: document)
        }
        if redenen?.isEmpty == true { meld("noem ten minste één reden") }
        return redenen
    }

    private func pauzeredenen() -> [Trajectregels.Pauzereden]? {
        uniekeCodes { blok, code in
            let naam = blok.verplicht("naam")?.tekst()
            let verlengt = blok.verplicht("verlengt")?.jaNee()
            guard let naam, let verlengt else { return nil }
            return Trajectregels.Pauzereden(code: code, naam: naam, verlengt: verlengt)
        }
    }

    /// A list of blocks that each have a `code` of their own.
    func uniekeCodes<Value>(_ lees: (Blok, String) -> Value?) -> [Value]? {
        var seen: Set<String> = []
        return lijst { item in
            item.blok { blok -> Value? in
                let veld = blok.verplicht("code")
                let code = veld?.code()
                if let code, !seen.insert(code).inserted { veld?.meld("deze code staat er twee keer") }
                // Read on with an empty code, so that the other fields of the block are checked too.
                let value = lees(blok, code ?? "")
                return code == nil ? nil : value
            }
        }
    }
}
