// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang
import Zegel

/// Takes in a file with aanmeldingen piece by piece, sealed from the first byte on. A piece that does not begin where the
/// last one ended changes nothing and is answered with how far the file is, so that who sends goes on after a break; the
/// same piece twice does no harm. After the last piece the dry run is due.
struct BestandOntvangen: Sendable {
    let parts: IntakeParts
    let grenzen: Aanlevergrenzen

    /// A piece, and for whom it is.
    struct Deel: Sendable {
        var aanlevering: AanleveringID
        var bestandsnaam: String
        var opdracht: Opdracht
        var bron: String
        var vanaf: Int
        var inhoud: Data
        var laatste: Bool
        var hash: String?
        var rijenOpgegeven: Int?
    }

    /// For a user, by way of the portaal.
    func callAsFunction(
        _ command: AanleveringDeel, gemeente: Gemeentecode, _ envelope: Envelope, _ actor: Actor
    ) async throws -> AanleveringDeel.Answer {
        guard let opdracht = parts.opdracht(voor: gemeente, op: parts.clock.today) else {
            throw Failure.invalid([
                FieldError("bestandsnaam", code: "geen-opdracht", "Voor deze gemeente hebben wij geen opdracht.")
            ])
        }
        let feiten = Facts(team: TeamID(team: opdracht.team), gemeente: gemeente.waarde)
        try Policy.decide(actor, .create, on: .aanlevering, facts: feiten).orThrow()
        return try await neem(
            Deel(
                aanlevering: command.aanlevering, bestandsnaam: command.bestandsnaam, opdracht: opdracht, bron: "portaal",
                vanaf: command.vanaf, inhoud: command.inhoud, laatste: command.laatste, hash: command.hash), because: envelope)
    }

    /// - Throws: `Failure.invalid` for a file that is too large or arrived damaged: then nothing of it is kept.
    func neem(_ deel: Deel, because cause: Envelope) async throws -> AanleveringDeel.Answer {
        guard deel.inhoud.count <= Aanlevergrenzen.deelgrootte, deel.vanaf >= 0 else {
            throw Failure.invalid([FieldError("inhoud", code: "te-groot", "Een deel van een bestand is ten hoogste 256 KiB.")])
        }
        guard deel.vanaf <= grenzen.bestand - deel.inhoud.count else {
            throw Failure.invalid([
                FieldError(
                    "inhoud", code: "te-groot", "Een bestand is ten hoogste \(grenzen.bestand / 1_000_000) MB. Splits het.")
            ])
        }
        let present = try await parts.store.read { try Aanleverregister.vind($0, deel.aanlevering) }
        if let present {
            guard present.bestandsnaam == deel.bestandsnaam, present.gemeente == deel.opdracht.gemeente.waarde else {
                throw Failure.notFound(what: "aanlevering")
            }
            guard present.toestand == .uploaden else { return .init(ontvangen: present.grootte, klaar: true) }
        }
        guard deel.vanaf == present?.grootte ?? 0 else { return .init(ontvangen: present?.grootte ?? 0, klaar: false) }
        let (sleutel, key) = try await self.key(present)
        if deel.laatste { try await vergelijk(deel, key: key, because: cause) }
        let stuk = Aanleverdeel(
            vanaf: deel.vanaf, lengte: deel.inhoud.count,
            verzegeld: try Seal.seal(
                deel.inhoud, with: key, context: Aanleverdeel.context(deel.aanlevering, vanaf: deel.vanaf)))
        return try await parts.store.write(because: cause) { tx in
            // Somebody else may have sent the same piece since.
            let nu = try Aanleverregister.vind(tx.db, deel.aanlevering)
            guard nu?.grootte ?? 0 == deel.vanaf, nu?.toestand ?? .uploaden == .uploaden else {
                return .init(ontvangen: nu?.grootte ?? 0, klaar: nu.map { $0.toestand != .uploaden } ?? false)
            }
            if nu == nil {
                try Aanleverregister.maak(
                    tx,
                    .init(
                        id: deel.aanlevering, naam: deel.bestandsnaam, opdracht: deel.opdracht, bron: deel.bron,
                        sleutel: sleutel, rijenOpgegeven: deel.rijenOpgegeven))
            } else if nu?.sleutel != sleutel {
                return .init(ontvangen: nu?.grootte ?? 0, klaar: false)
            }
            if stuk.lengte > 0 { try stuk.bewaar(tx.db, deel.aanlevering) }
            if deel.laatste, let gemaakt = try Aanleverregister.vind(tx.db, deel.aanlevering) {
                try Aanleverregister.zetHash(tx.db, deel.aanlevering, deel.hash)
                try Aanleverregister.zet(tx, gemaakt, .controleren, waarom: "bestand is compleet")
            }
            return .init(ontvangen: deel.vanaf + stuk.lengte, klaar: deel.laatste)
        }
    }

    private func key(_ present: Aanlevering?) async throws -> (DossierID, SealKey) {
        if let present { return (present.sleutel, try await parts.kluis.key(for: present.sleutel)) }
        let (sleutel, key) = try await parts.kluis.nieuw()
        return (sleutel, key)
    }

    /// The hash of what is stored followed by this last piece; one piece in memory at a time.
    private func vergelijk(_ deel: Deel, key: SealKey, because cause: Envelope) async throws {
        var hash = try SHA256()
        var byte = 0
        let bestand = Verzegeldbestand(store: parts.store, id: deel.aanlevering, key: key)
        while byte < deel.vanaf, let stuk = try await bestand.stuk(vanaf: byte) {
            hash.update(stuk)
            byte += stuk.count
        }
        hash.update(deel.inhoud)
        guard byte == deel.vanaf, Hex.text(hash.finish()) == deel.hash else {
            try await parts.store.write(because: cause) { tx in
                try Aanleverregister.leeg(tx.db, deel.aanlevering)
            }
            throw Failure.invalid([
                FieldError("hash", code: "anders", "Het bestand is onderweg beschadigd. Stuur het nog een keer.")
            ])
        }
    }
}

/// Limits of files with aanmeldingen.
struct Aanlevergrenzen: Sendable {
    /// The most that one piece may hold, in bytes. Fixed: the frames of the bus are made for it.
    static let deelgrootte = 256 * 1024
    /// Bytes of one file.
    var bestand = 50_000_000
    /// Rows of one file.
    var rijen = 200_000
    /// How long the content of a file is kept after it was dealt with, and a half upload after it began.
    var bewaren: TimeInterval = 7 * 86_400
    var halfWeg: TimeInterval = 86_400
    /// How long something may lie in the folder `in` that is not taken in, and how long a result lies in `resultaat`.
    var wachten: TimeInterval = 86_400
    var resultaten: TimeInterval = 30 * 86_400
}

/// The bytes of a file, opened piece by piece.
struct Verzegeldbestand: Sendable {
    let store: Store
    let id: AanleveringID
    let key: SealKey

    /// From this byte to the end of the stored piece that holds it; nil behind the end.
    func stuk(vanaf byte: Int) async throws -> Data? {
        let (id, key) = (id, key)
        guard let deel = try await store.read({ try Aanleverdeel.vind($0, id, byte: byte) }) else { return nil }
        let inhoud = try Seal.open(deel.verzegeld, with: key, context: Aanleverdeel.context(id, vanaf: deel.vanaf))
        return Data(inhoud.dropFirst(byte - deel.vanaf))
    }
}
