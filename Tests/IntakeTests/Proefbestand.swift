// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Zegel

@testable import IntakeApp

/// Files as a gemeente delivers them, to change in one place and try.
enum Proefbestand {
    static let naam = "aanmelding_v1_0034_20270111_1.csv"

    /// The values of a good row by column.
    static func rij(_ nummer: Int, _ wijzig: [Kolom: String] = [:]) -> [Kolom: String] {
        let dag = Datum("1960-01-01")?.adding(days: nummer * 131 % 14_000)
        let goed: [Kolom: String] = [
            .rijreferentie: "ALM-\(nummer)", .versie: "1", .gemeentecode: "0034", .bsn: Proefbericht.bsn(nummer),
            .voornamen: naam(nummer), .geslachtsnaam: naam(nummer + 5_000), .geboortedatum: dag?.description ?? "",
            .geslacht: "M", .telefoon: "06\(10_000_000 + nummer)", .straat: "Voorbeeldpad", .huisnummer: "\(nummer)",
            .postcode: "1315 HR", .woonplaats: "Almere", .doelgroep: "statushouder18plus", .huishouden: "H-\(nummer)",
            .huishoudrol: "hoofd", .datumHuisvesting: "2027-01-18", .verblijfsvorm: "eigen-woning", .spreektaal: "tr",
            .tolktaal: "tr", .tolkNodig: "ja", .inburgeringsplichtig: "ja",
        ]
        return goed.merging(wijzig) { $1 }
    }

    private static let lettergrepen = "ba de fi go hu ja ke li mo nu pa re si to wu za be di fo gu ha je ki lo mu na".split(
        separator: " ")

    /// Another name for every number, unlike those of the numbers beside it.
    static func naam(_ nummer: Int) -> String {
        (0..<4).map { String(lettergrepen[(nummer * 7_919 / [1, 3, 29, 211][$0] + $0 * 11) % lettergrepen.count]) }.joined()
            .capitalized
    }

    static func velden(_ rij: [Kolom: String]) -> [String] { Kolom.allCases.map { rij[$0] ?? "" } }

    static func regel(_ rij: [Kolom: String]) -> String {
        velden(rij).map { waarde in
            waarde.contains(where: { ";\"\n".contains($0) }) ? "\"\(waarde.replacing("\"", with: "\"\""))\"" : waarde
        }.joined(separator: ";")
    }

    static func bestand(_ rijen: [[Kolom: String]]) -> Data {
        Data(([Kolom.kop] + rijen.map(regel)).joined(separator: "\r\n").utf8)
    }

    /// What stands beside a file in the folder.
    static func controle(_ bestand: Data, rijen: Int, naam: String = naam) throws -> Data {
        Data("\(try SHA256.hex(bestand))  \(naam)\nrijen \(rijen)\n".utf8)
    }
}

extension Opstelling {
    static let klantmanager = Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0034", purpose: "aanleveren")

    var grenzen: Aanlevergrenzen { Aanlevergrenzen() }

    var doorloop: Bestandsdoorloop { Bestandsdoorloop(parts: parts, bsn: .alle, grenzen: grenzen, perKeer: 16) }

    func envelope(_ type: String, _ actor: Actor = klantmanager) -> Envelope {
        Envelope(id: UUID(), source: "urn:wegwijs:portaal", type: type, time: Date(), actor: actor)
    }

    /// Sends a file as the portaal does, in pieces.
    @discardableResult
    func upload(
        _ inhoud: Data, naam: String = Proefbestand.naam, id: AanleveringID = AanleveringID(UUID()), stuk: Int = 64 * 1024,
        actor: Actor = klantmanager
    ) async throws -> AanleveringID {
        let naamdelen = try Bestandsnaam(naam)
        let ontvangen = BestandOntvangen(parts: parts, grenzen: grenzen)
        var vanaf = 0
        repeat {
            let deel = Data(inhoud.dropFirst(vanaf).prefix(stuk))
            let antwoord = try await ontvangen(
                AanleveringDeel(
                    aanlevering: id, bestandsnaam: naam, vanaf: vanaf, inhoud: deel,
                    laatste: vanaf + deel.count == inhoud.count, hash: try SHA256.hex(inhoud)),
                gemeente: naamdelen.gemeente, envelope(AanleveringDeel.type, actor), actor)
            vanaf = antwoord.ontvangen
            if antwoord.klaar { return id }
        } while vanaf < inhoud.count
        return id
    }

    /// Takes a file through the step that it is in.
    func loop(_ id: AanleveringID) async throws {
        guard let bestand = try await parts.store.read({ try Aanleverregister.vind($0, id) }) else { throw Stuk() }
        try await doorloop(bestand)
    }

    func stand(_ id: AanleveringID, _ actor: Actor = klantmanager) async throws -> AanleveringOpvragen.Answer {
        try await AanleveringenTonen(parts: parts).een(AanleveringOpvragen(aanlevering: id), actor)
    }

    func importeer(_ id: AanleveringID) async throws {
        let versie = try await stand(id).stand.versie
        _ = try await AanleveringBeslissen(parts: parts).importeer(
            AanleveringImporteren(aanlevering: id, versie: versie), envelope(AanleveringImporteren.type), Self.klantmanager)
        try await loop(id)
    }

    /// The outcome of each row in order: status and first code.
    func uitkomsten(_ id: AanleveringID) async throws -> [String] {
        try await parts.store.read { try Aanleverrijen.lees($0, id, na: 0, aantal: 100_000) }.map {
            [$0.status.rawValue, $0.code].compactMap(\.self).joined(separator: " ")
        }
    }
}
