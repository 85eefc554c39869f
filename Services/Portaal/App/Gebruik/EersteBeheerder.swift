// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Zegel

/// The first user of an empty portaal: a beheerder, from `eerste-beheerder.json` in the key folder, which
/// `wegwijs sleutels` writes. With one user in the store the file is never read again.
struct EersteBeheerder: Codable, Sendable {
    var gebruikersnaam: String
    var wachtwoord: String
    /// Base32.
    var totp: String

    static let bestandsnaam = "eerste-beheerder.json"

    /// Whether a user was made. Throws when the file is there but cannot be used.
    @discardableResult
    static func maak(uit map: URL, in gebruikers: Gebruikers, ids: any IDSource) async throws -> Bool {
        guard try await !gebruikers.zijnEr() else { return false }
        let file = map.appending(component: bestandsnaam)
        guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { return false }
        let inhoud = try JSONDecoder().decode(EersteBeheerder.self, from: Data(contentsOf: file))
        guard let naam = Gebruikersnaam(inhoud.gebruikersnaam), inhoud.wachtwoord.count >= 8,
            let geheim = Base32.decode(inhoud.totp),
            geheim.count >= 10
        else { throw Unusable() }
        try await gebruikers.voegToe(
            GebruikerRij(id: ids.make(), gebruikersnaam: naam.waarde, naam: "Beheerder", rollen: [.beheerder]),
            wachtwoordHash: try await PasswordHash.make(inhoud.wachtwoord), totpGeheim: geheim, waarom: "eerste beheerder",
            cause: nil)
        return true
    }

    struct Unusable: Error, CustomStringConvertible {
        let description = "eerste-beheerder.json: gebruikersnaam, wachtwoord (8 tekens of meer) of totp (base32) klopt niet"
    }
}
