// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Drafts the overdrachtsdocument: goals reached, what still runs, money, points of attention (Almere 2026, chapter 3,
/// "Rapportage en afronding"). A person reads, corrects and approves.
///
/// Points of attention are only proposed, as sources: the begeleider chooses which of them go along. What somebody said in
/// confidence is not in it: the facts it is made of hold no notes, no signals and nothing of the Meldcode.
enum Overdrachtsopsteller {
    static func paragrafen(_ beeld: Dossierbeeld) -> [Rapportparagraaf] {
        let zaken = beeld.regelzaken.filter { $0.toestand != .nietVanToepassing }
        return [
            doelen(beeld), lopend(beeld, zaken.filter { $0.leefgebied != .financien }),
            financien(beeld, zaken.filter { $0.leefgebied == .financien }), aandacht(beeld, zaken),
            Rapportparagraaf(code: "eigen-woorden", kop: "In de woorden van de cliënt", uitspraken: []),
        ]
    }

    private typealias Bron = Rapportparagraaf.Bron
    private typealias Uitspraak = Rapportparagraaf.Uitspraak

    private static func doelen(_ beeld: Dossierbeeld) -> Rapportparagraaf {
        let groepen: [(begin: String, toestanden: Set<DoelToestand>)] = [
            ("Bereikt", [.bereikt]), ("Deels bereikt", [.deelsBereikt]), ("Niet bereikt", [.nietBereikt]),
            ("Nog niet klaar", [.open, .bezig]), ("Losgelaten", [.vervallen]),
        ]
        var uitspraken = groepen.compactMap { groep -> Uitspraak? in
            let doelen = beeld.doelen.filter { groep.toestanden.contains($0.toestand) }
            guard !doelen.isEmpty else { return nil }
            let woorden = doelen.map { "“\($0.tekst.hasSuffix(".") ? String($0.tekst.dropLast()) : $0.tekst)”" }
            return Uitspraak(zin: "\(groep.begin): \(opsomming(woorden)).", bronnen: doelen.map(\.bron))
        }
        if uitspraken.isEmpty {
            uitspraken = [Uitspraak(zin: "Er stonden geen doelen in het plan van aanpak.", bronnen: [beeld.bron])]
        }
        return Rapportparagraaf(code: "doelen", kop: "Doelen van de begeleiding", uitspraken: uitspraken)
    }

    private static func lopend(_ beeld: Dossierbeeld, _ zaken: [Dossierbeeld.Regelzaak]) -> Rapportparagraaf {
        var uitspraken = rijen(zaken)
        if let op = beeld.volgendeStapOp, op >= beeld.vandaag {
            uitspraken.append(
                Uitspraak(zin: "Er staat nog een stap gepland op \(op.tekst).", bronnen: [beeld.bron]))
        }
        if uitspraken.isEmpty {
            uitspraken = [Uitspraak(zin: "Van de regelzaken loopt niets meer.", bronnen: [beeld.bron])]
        }
        return Rapportparagraaf(code: "lopend", kop: "Wat nog loopt", uitspraken: uitspraken)
    }

    private static func financien(_ beeld: Dossierbeeld, _ zaken: [Dossierbeeld.Regelzaak]) -> Rapportparagraaf {
        let geregeld = zaken.filter { $0.toestand == .toegekend }
        var uitspraken = rijen(zaken)
        if !geregeld.isEmpty {
            uitspraken.insert(
                Uitspraak(zin: "Geregeld: \(opsomming(geregeld.map(\.volleNaam))).", bronnen: geregeld.map(\.bron)), at: 0)
        }
        if uitspraken.isEmpty {
            uitspraken = [
                Uitspraak(zin: "Over geld stond er niets op de lijst van regelzaken.", bronnen: [beeld.bron])
            ]
        }
        return Rapportparagraaf(code: "financien", kop: "Financiële situatie", uitspraken: uitspraken)
    }

    /// What is not arranged yet, a sentence per state.
    private static func rijen(_ zaken: [Dossierbeeld.Regelzaak]) -> [Uitspraak] {
        let groepen: [(String, RegelzaakToestand)] = [
            ("Nog te regelen", .open), ("Aangevraagd en nog niet beslist", .aangevraagd), ("Afgewezen", .afgewezen),
            ("In bezwaar", .bezwaar),
        ]
        return groepen.compactMap { begin, toestand in
            let rij = zaken.filter { $0.toestand == toestand }
            return rij.isEmpty ? nil : Uitspraak(zin: "\(begin): \(opsomming(rij.map(\.volleNaam))).", bronnen: rij.map(\.bron))
        }
    }

    /// No text of itself: only what could be said, to choose from.
    private static func aandacht(_ beeld: Dossierbeeld, _ zaken: [Dossierbeeld.Regelzaak]) -> Rapportparagraaf {
        var punten: [Bron] = []
        func punt(_ bron: Bron, _ zin: String) { punten.append(Bron(soort: bron.soort, id: bron.id, zin: zin)) }
        for doel in beeld.doelen where [.deelsBereikt, .nietBereikt].contains(doel.toestand) {
            punt(doel.bron, "Verder oefenen is nodig: \(doel.leefgebied.naam.lowercased()).")
        }
        for zaak in zaken where zaak.toestand == .open && zaak.uiterlijkOp.map({ $0 < beeld.vandaag }) == true {
            punt(zaak.bron, "\(zaak.volleNaam): dit had al geregeld moeten zijn.")
        }
        for zaak in zaken where zaak.toestand == .afgewezen || zaak.toestand == .bezwaar {
            punt(zaak.bron, "\(zaak.volleNaam): \(zaak.toestand.naam.lowercased()). Kijk wat er nu nodig is.")
        }
        if beeld.contacten.contains(where: { $0.tolk != .geen }) {
            punt(beeld.bron, "Bij gesprekken is een tolk nodig.")
        }
        return Rapportparagraaf(
            code: "aandacht", kop: "Aandachtspunten",
            uitspraken: punten.isEmpty ? [] : [Uitspraak(zin: "", bronnen: punten)])
    }
}
