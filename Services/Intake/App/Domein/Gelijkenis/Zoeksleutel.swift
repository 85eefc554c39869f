// SPDX-License-Identifier: EUPL-1.2
import Domein

/// By what a person is found who may be the same one. The store keeps it as a blind value of eight bytes and never as text.
struct Zoeksleutel: Sendable, Hashable {
    enum Soort: String, Sendable, CaseIterable {
        /// Skeletons of two parts of the name, in any order.
        case naampaar = "zoek-naampaar"
        /// Skeleton of one part.
        case naamdeel = "zoek-naamdeel"
        /// A full birth date that is not 1 January.
        case geboortedatum = "zoek-geboortedatum"
        case telefoon = "zoek-telefoon"
        case huishouden = "zoek-huishouden"
    }

    var soort: Soort
    var tekst: String
    /// Parts that thousands carry find nobody without a year.
    var isAlgemeen = false
}

extension Zoeksleutel {
    static func alle(van gegevens: Aanmeldgegevens) -> [Zoeksleutel] {
        alle(
            naam: gegevens.client.naam, geboren: gegevens.client.geboortedatum, telefoon: gegevens.client.telefoon,
            huishouden: gegevens.huishouden.map { "\(gegevens.gemeente.waarde) \($0.referentie)" })
    }

    static func alle(
        naam: Naam?, geboren: OnvolledigeDatum, telefoon: Telefoonnummer?, huishouden: String?
    ) -> [Zoeksleutel] {
        var sleutels = naam.map { namen(Naamketting($0)) } ?? []
        if case .volledig(let dag) = geboren, !(dag.day == 1 && dag.month == 1) {
            sleutels.append(Zoeksleutel(soort: .geboortedatum, tekst: dag.description))
        }
        if let telefoon { sleutels.append(Zoeksleutel(soort: .telefoon, tekst: telefoon.waarde)) }
        if let huishouden { sleutels.append(Zoeksleutel(soort: .huishouden, tekst: huishouden)) }
        return sleutels
    }

    /// At most sixty: a row of eight parts with letters of two sounds would give hundreds.
    private static func namen(_ ketting: Naamketting) -> [Zoeksleutel] {
        let delen = ketting.zoekdelen.map { (geraamten: $0.geraamten, isAlgemeen: $0.isAlgemeen) }
        var gezien: Set<String> = []
        var sleutels: [Zoeksleutel] = []
        for (plaats, deel) in delen.enumerated() {
            for geraamte in deel.geraamten {
                for ander in delen[(plaats + 1)...] {
                    for tweede in ander.geraamten {
                        let tekst = geraamte < tweede ? "\(geraamte)X\(tweede)" : "\(tweede)X\(geraamte)"
                        guard gezien.insert(tekst).inserted else { continue }
                        sleutels.append(
                            Zoeksleutel(soort: .naampaar, tekst: tekst, isAlgemeen: deel.isAlgemeen && ander.isAlgemeen))
                    }
                }
            }
        }
        for deel in delen {
            for geraamte in deel.geraamten where gezien.insert(geraamte).inserted {
                sleutels.append(Zoeksleutel(soort: .naamdeel, tekst: geraamte, isAlgemeen: deel.isAlgemeen))
            }
        }
        return Array(sleutels.prefix(60))
    }
}
