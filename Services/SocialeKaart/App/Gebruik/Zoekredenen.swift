// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

/// Says in Dutch why a service was found.
struct Zoekredenen {
    var naam: String
    var alternatief: String?
    var aanbieder: String?

    /// One reason for each word that counted, the one that says most first.
    func woorden(_ vraag: Zoekvraag, _ treffers: [Zoekscore.Treffer?]) -> [Zoekreden] {
        zip(vraag.groepen, treffers).compactMap { groep, treffer in
            treffer.map { treffer in
                (
                    gewicht: groep.gewicht * Zoekgewichten.perRegel[treffer.regel],
                    reden: reden(groep, treffer.variant, treffer.regel)
                )
            }
        }.sorted { $0.gewicht > $1.gewicht }.map(\.reden)
    }

    private func reden(_ groep: Zoekvraag.Groep, _ nummer: Int, _ regel: Int) -> Zoekreden {
        let variant = groep.varianten[nummer]
        let (soort, waar) = Self.plekken[regel]
        let woord = gezien(variant.woorden, regel: regel) ?? variant.toon ?? groep.getypt
        switch variant.soort {
        case .woord, .stam, .begin, .deel:
            return Zoekreden(soort: soort, tekst: "\(waar) ‘\(woord)’")
        case .verwant:
            return Zoekreden(soort: soort, tekst: "\(waar) een verwant woord: ‘\(woord)’")
        case .typefout:
            return Zoekreden(soort: soort, tekst: "\(waar) ‘\(woord)’, dat lijkt op wat u typte")
        case .vertaling:
            return Zoekreden(soort: soort, tekst: "\(waar) ‘\(woord)’, de vertaling", getypt: groep.getypt)
        }
    }

    private static let plekken = [
        ("naam", "Naam bevat"), ("naam", "Naam bevat"), ("alternatief", "Andere naam bevat"), ("begrip", "Onderwerp is"),
        ("omschrijving", "Omschrijving noemt"), ("aanbieder", "Aanbieder heet"),
    ]

    /// The word as it stands in the name, for a form of it that was found.
    private func gezien(_ gezocht: [String], regel: Int) -> String? {
        let tekst = regel <= 1 ? naam : regel == 2 ? alternatief : regel == 5 ? aanbieder : nil
        guard let tekst else { return nil }
        return tekst.split { " ,:;()/".contains($0) }.first { woord in
            Zoekwoorden.lees(woord).contains { gevouwen in
                gezocht.contains(gevouwen) || gezocht.contains(Zoekstam.van(gevouwen))
                    || !Set(gezocht).isDisjoint(
                        with: Samenstelling.delen(gevouwen) { Samenstelling.bouwstenen.contains($0) }.flatMap {
                            [$0, Zoekstam.van($0)]
                        })
            }
        }.map(String.init)
    }

    /// `Vlakbij: 1,2 km`; from five kilometres on only the distance.
    static func afstand(_ meter: Int) -> String {
        let km =
            meter < 1000
            ? "minder dan 1 km" : String(format: "%.1f km", Double(meter) / 1000).replacingOccurrences(of: ".", with: ",")
        return meter < 5000 ? "Vlakbij: \(km)" : "Op \(km)"
    }
}

extension Plekstand {
    /// After so many days nobody knows whether there is still room.
    static let geldigDagen = 30

    /// From what the service told us itself.
    init(_ capaciteit: Capaciteit, vandaag: Datum) {
        let stand = capaciteit.stand(vandaag)
        let eigen = ["plaats": "plek", "geen-plaats": "vol"]
        self.init(stand: eigen[stand] ?? stand, vrij: capaciteit.over(vandaag), gemeldOp: capaciteit.gemeldOp)
    }

    /// From the `capacities` of a HSDS service; nil when nothing was ever told.
    init?(hsds json: String?, vandaag: Datum) {
        struct Capaciteit: Decodable {
            var available: Double?
            var updated: String?
        }
        guard let json, let lijst = try? JSONDecoder().decode([Capaciteit].self, from: Data(json.utf8)), !lijst.isEmpty else {
            return nil
        }
        let gemeld = lijst.compactMap { $0.updated.flatMap { Datum($0.prefix(10)) } }.max()
        let vrij = lijst.compactMap(\.available).reduce(nil) { ($0 ?? 0) + $1 }
        guard let vrij, let gemeld, gemeld.days(until: vandaag) <= Self.geldigDagen else {
            self.init(stand: "onbekend", gemeldOp: gemeld)
            return
        }
        self.init(stand: vrij > 0 ? "plek" : "vol", vrij: Int(vrij), gemeldOp: gemeld)
    }
}
