// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

@testable import IntakeApp

/// The list of pairs (Tests/Paren/gelijkenis.csv): two people as they may come in, whether they are one, and why. Invented people.
///
/// Half is held out (`achtergehouden`): written before anything was tuned, and only counted since. `vers` was written a month
/// later, before the rules were changed once more, and is only counted too; `geschat` are years that two clerks estimated. Facts: `t` same telephone,
/// `h` same household, `v` same V-nummer, `x` another V-nummer, `b` another BSN, `s` another sex.
struct Paar: Sendable, CustomStringConvertible {
    var deel: String
    var links: Aanmeldgegevens.Client
    var rechts: Aanmeldgegevens.Client
    var huishouden: String?
    var zelfde: Bool
    var regel: String
    var description: String { regel }

    static let alle: [Paar] = {
        let bestand = Opstelling.wortel.appending(path: "Tests/Paren/gelijkenis.csv")
        let tekst = (try? String(contentsOf: bestand, encoding: .utf8)) ?? ""
        return tekst.split(separator: "\n").dropFirst().enumerated().compactMap { Paar(String($1), nummer: $0) }
    }()

    init?(_ regel: String, nummer: Int) {
        let kolom = regel.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        guard kolom.count == 8, let eerste = try? OnvolledigeDatum(parsing: kolom[2]),
            let tweede = try? OnvolledigeDatum(parsing: kolom[4])
        else { return nil }
        let feiten = kolom[5]
        (deel, zelfde, self.regel) = (kolom[0], kolom[6] == "Z", regel)
        huishouden = feiten.contains("h") ? "H\(nummer)" : nil
        links = .init(naam: Self.naam(kolom[1]), geboortedatum: eerste, geslacht: .man, adres: .init())
        rechts = .init(
            naam: Self.naam(kolom[3]), geboortedatum: tweede, geslacht: feiten.contains("s") ? .vrouw : .man, adres: .init())
        if feiten.contains("t") {
            links.telefoon = Telefoonnummer("06\(10_000_000 + nummer)")
            rechts.telefoon = links.telefoon
        }
        if feiten.contains("v") || feiten.contains("x") {
            links.vnummer = VNummer(String(2_900_000_000 + nummer))
            rechts.vnummer = feiten.contains("v") ? links.vnummer : VNummer(String(2_800_000_000 + nummer))
        }
        if feiten.contains("b") {
            links.bsn = BSN(Proefbericht.bsn(2 * nummer))
            rechts.bsn = BSN(Proefbericht.bsn(2 * nummer + 1))
        }
    }

    private static func naam(_ tekst: String) -> Naam? {
        let delen = tekst.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        return try? Naam(voornamen: delen.first, geslachtsnaam: delen.count > 1 ? delen[1] : nil)
    }
}
