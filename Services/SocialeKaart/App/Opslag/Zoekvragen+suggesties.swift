// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB

extension Zoekvragen {
    /// The best services for a goal. Words, when given, only move what fits the leefgebied; they exclude nothing.
    func suggesties(_ gesteld: Zoekvraag?, hoogstens: Int) throws -> Suggesties {
        let vraag = try gesteld?.aangevuld(try woorden.lijst()).vraag
        let gezocht = try vraag.map { (vraag: $0, score: try score($0)) }
        // Room is in the record and not in the index: it is looked up for who may still come in the list.
        let kandidaten = try gerangschikt(nil, ook: gezocht?.score).kandidaten
        let regels = try kandidaten.prefix(hoogstens * 8).map { kandidaat in
            var regel = try regel(kandidaat, gezocht)
            // What the service told us here is newer than what its file said.
            if let gemeld = try CapaciteitOpslag.lees(db, regel.voorziening) { regel.plek = Plekstand(gemeld, vandaag: vandaag) }
            regel.redenen = redenen(regel)
            return (punten: kandidaat.punten + Self.plektoeslag(regel.plek), regel: regel)
        }
        return Suggesties(
            rows: regels.sorted { ($1.punten, $0.regel.naam) < ($0.punten, $1.regel.naam) }.prefix(hoogstens).map(\.regel))
    }

    private static func plektoeslag(_ plek: Plekstand?) -> Double {
        switch plek?.stand {
        case "plek": Zoekgewichten.plek
        case "vol": Zoekgewichten.geenPlek
        default: 0
        }
    }

    /// Leefgebied, what the words and facts said, room and freshness.
    private func redenen(_ regel: Voorzieningsregel) -> [Zoekreden] {
        var uit = regel.redenen ?? []
        if let leefgebied = filter.leefgebied {
            uit.insert(Zoekreden(soort: "leefgebied", tekst: "Past bij \(leefgebied.naam.lowercased())"), at: 0)
        }
        switch regel.plek?.stand {
        case "plek": uit.append(Zoekreden(soort: "plek", tekst: regel.plek?.vrij.map { "Plek vrij: \($0)" } ?? "Plek vrij"))
        case "vol": uit.append(Zoekreden(soort: "plek", tekst: "Nu geen plek"))
        case "wachtlijst": uit.append(Zoekreden(soort: "plek", tekst: "Er is een wachtlijst"))
        case "eerst-overleggen": uit.append(Zoekreden(soort: "plek", tekst: "Plek: eerst overleggen"))
        default: uit.append(Zoekreden(soort: "plek", tekst: "Niet bekend of er plek is"))
        }
        if let op = regel.gecontroleerdOp {
            uit.append(Zoekreden(soort: "versheid", tekst: "Gecontroleerd op \(op.tekst)"))
        }
        return uit
    }
}
