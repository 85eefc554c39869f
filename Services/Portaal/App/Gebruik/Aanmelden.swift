// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web
import Zegel

/// Signs somebody in, in two steps: password, then a code of the second factor. The answers are the same for a name that
/// does not exist, a wrong password and a user who was shut out, and take the same time.
struct Aanmelden: Sendable {
    let gebruikers: Gebruikers
    let pogingen: Pogingen
    let sessies: Sessions
    /// Hash of a password that nobody has, to compare with when there is no such user.
    let schijnhash: String
    /// Protects the processor: each password costs a tenth of a second and 64 MiB.
    let tempo = RateLimit(burst: 30, perSecond: 3)

    enum Uitkomst: Sendable {
        /// The next step, with the secret of the new session.
        case verder(Secret)
        case fout
        case wachten(seconden: Int)
    }

    private var nu: Date { sessies.clock.now }

    func wachtwoord(_ getypteNaam: String, _ wachtwoord: String) async throws -> Uitkomst {
        try tempo.take("aanmelden")
        let naam = String(Gebruikersnaam.vorm(getypteNaam).prefix(100))
        if let seconden = try await pogingen.wachten(naam, op: nu) { return .wachten(seconden: seconden) }
        let gevonden = try await gebruikers.toegang(naam)
        let past = try await PasswordHash.matches(String(wachtwoord.prefix(200)), hash: gevonden?.1.wachtwoord ?? schijnhash)
        guard let (gebruiker, _) = gevonden, past, gebruiker.actief else { return try await mislukt(naam) }
        return .verder(try await sessies.begin(subject: gebruiker.id.description, stage: .half))
    }

    /// - Parameter half: the session of the first step; it ends here when the code is right or was wrong too often.
    func code(_ getypt: String, half: Secret, gebruiker id: GebruikerID) async throws -> Uitkomst {
        guard let gebruiker = try await gebruikers.vind(id), gebruiker.actief,
            let (_, toegang) = try await gebruikers.toegang(gebruiker.gebruikersnaam)
        else { return .fout }
        let naam = gebruiker.gebruikersnaam
        if let seconden = try await pogingen.wachten(naam, op: nu) {
            try await sessies.end(half)
            return .wachten(seconden: seconden)
        }
        let code = getypt.filter { !$0.isWhitespace }
        guard let stap = try gebruikers.totp(toegang, van: id).counter(of: code, at: nu),
            try await gebruikers.neemStap(stap, van: id)
        else {
            let uitkomst = try await mislukt(naam)
            if case .wachten = uitkomst { try await sessies.end(half) }
            return uitkomst
        }
        try await pogingen.gelukt(naam)
        try await sessies.end(half)
        return .verder(try await sessies.begin(subject: id.description, stage: .full))
    }

    private func mislukt(_ naam: String) async throws -> Uitkomst {
        if let seconden = try await pogingen.mislukt(naam, op: nu) { return .wachten(seconden: seconden) }
        return .fout
    }
}
