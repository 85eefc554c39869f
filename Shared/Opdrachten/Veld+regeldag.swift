// SPDX-License-Identifier: EUPL-1.2
import Domein
import Yams

extension Veld {
    func regeldag() -> Regeldagsjabloon? {
        blok { blok in
            let versie = blok.verplicht("versie")?.datum()
            let lijst = blok.verplicht("stappen")
            let stappen = lijst?.uniekeCodes { blok, code in Self.regelstap(blok, code) }
            guard let versie, let lijst, let stappen else { return nil }
            if stappen.isEmpty { lijst.meld("noem ten minste één stap") }
            lijst.controleerVolgorde(stappen)
            return Regeldagsjabloon(versie: versie, stappen: stappen)
        }
    }

    private static func regelstap(_ blok: Blok, _ code: String) -> Regelstap? {
        let naam = blok.verplicht("naam")?.tekst()
        let leefgebied = blok.verplicht("leefgebied")?.keuze(Leefgebied.self)
        let niveau = blok.verplicht("niveau")?.keuze(Regelstap.Niveau.self)
        let anker = blok.verplicht("anker")?.keuze(Anker.self)
        let vanaf = blok.mogelijk("niet-eerder-dan")
        let eerst = vanaf?.termijn()
        let termijn = blok.verplicht("termijn")?.termijn()
        let na = blok.mogelijk("na").map { $0.uniekeLijst("stap") { $0.code() } } ?? []
        let meenemen = blok.mogelijk("meenemen").map { $0.lijst { $0.tekst() } } ?? []
        let groepen = blok.mogelijk("doelgroepen").map { $0.uniekeLijst("doelgroep") { $0.keuze(Doelgroep.self) } } ?? []
        let vormen =
            blok.mogelijk("verblijfsvormen").map { $0.uniekeLijst("verblijfsvorm") { $0.keuze(Verblijfsvorm.self) } } ?? []
        let letOp = blok.mogelijk("let-op").map { $0.tekst() }
        let beslist = blok.mogelijk("beslistermijn")
        let beslistermijn = beslist?.termijn()
        let bezwaar = blok.mogelijk("bezwaartermijn")
        let bezwaartermijn = bezwaar?.termijn()
        let met = blok.mogelijk("alleen-met")
        let alleenMet = met.map { $0.uniekeLijst("doelgroep") { $0.keuze(Doelgroep.self) } } ?? []
        if let met, niveau == .persoon { met.meld("alleen-met kan alleen bij een stap van het huishouden") }
        let leeftijden = blok.mogelijk("leeftijd").map { $0.lijst { $0.leeftijdsgrens() } } ?? []
        guard let naam, let leefgebied, let niveau, let anker, let termijn, let na, let meenemen, let groepen, let vormen,
            let alleenMet, let leeftijden, vanaf == nil || eerst != nil, beslist == nil || beslistermijn != nil,
            bezwaar == nil || bezwaartermijn != nil
        else { return nil }
        return Regelstap(
            code: code, naam: naam, leefgebied: leefgebied, niveau: niveau, anker: anker, nietEerder: eerst, termijn: termijn,
            na: na, meenemen: meenemen, doelgroepen: groepen, verblijfsvormen: vormen, letOp: letOp ?? nil,
            beslistermijn: beslistermijn, bezwaartermijn: bezwaartermijn, alleenMet: alleenMet, leeftijden: leeftijden)
    }

    /// `{ jonger-dan: 27, zin: …, bron: … }` or the same with `vanaf`.
    private func leeftijdsgrens() -> Leeftijdsgrens? {
        blok { blok in
            let grenzen = Leeftijdsgrens.Kant.allCases.compactMap { kant in
                blok.mogelijk(kant.rawValue).map { (kant, $0.getal(0...120)) }
            }
            let zin = blok.verplicht("zin")?.tekst()
            let bron = blok.verplicht("bron")?.tekst()
            guard grenzen.count == 1 else { return blok.veld.fout("noem jonger-dan of vanaf, met een leeftijd in jaren") }
            guard let jaren = grenzen[0].1, let zin, let bron else { return nil }
            return Leeftijdsgrens(grenzen[0].0, jaren, zin: zin, bron: bron)
        }
    }

    /// The telephone numbers of the own office.
    func bereikbaar() -> [Bereikbaar]? {
        lijst { item in
            item.blok { blok in
                let naam = blok.verplicht("naam")?.tekst()
                let telefoon = blok.verplicht("telefoon")?.tekst()
                let wanneer = blok.mogelijk("wanneer").map { $0.tekst() }
                guard let naam, let telefoon else { return nil }
                return Bereikbaar(naam: naam, telefoon: telefoon, wanneer: wanneer ?? nil)
            }
        }
    }

    /// Every `na` names a step that exists, and following them never comes back where it began.
    private func controleerVolgorde(_ stappen: [Regelstap]) {
        // From the file and not from `stappen`: a step that could not be read does exist.
        let items = (node.sequence.map(Array.init) ?? []).map { $0.mapping?["code"]?.scalar?.string }
        let codes = Set(items.compactMap(\.self))
        func plaats(_ code: String) -> Veld? {
            guard let index = items.firstIndex(of: code), let item = node.sequence?[index] else { return nil }
            return Veld(node: item.mapping?["na"] ?? item, naam: "\(naam)[\(index + 1)].na", meldingen: meldingen)
        }
        for stap in stappen {
            for code in stap.na where !codes.contains(code) {
                plaats(stap.code)?.meld("er is geen stap met code \(code)")
            }
        }
        for kring in kringen(stappen) {
            plaats(kring[0])?.meld("deze stappen wachten op elkaar: \((kring + [kring[0]]).joined(separator: " → "))")
        }
    }
}

/// The circles in the order of steps; each once, beginning with its first step in the file.
private func kringen(_ stappen: [Regelstap]) -> [[String]] {
    let na = Dictionary(stappen.map { ($0.code, $0.na) }, uniquingKeysWith: { first, _ in first })
    var done: Set<String> = []
    var found: [[String]] = []
    func visit(_ code: String, _ path: [String]) {
        if let start = path.firstIndex(of: code) {
            found.append(Array(path[start...]))
        } else if !done.contains(code) {
            for next in na[code] ?? [] { visit(next, path + [code]) }
            done.insert(code)
        }
    }
    for stap in stappen { visit(stap.code, []) }
    return found
}
