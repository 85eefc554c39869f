// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import OAuth
import Web

/// What a token opens; the raw value is the scope.
enum Koppelingsrecht: String, Sendable, CaseIterable {
    case kaartLezen = "kaart:lezen"
    /// With an organisation: its own entries. Without one: the whole directory, for the operator.
    case kaartBeheren = "kaart:beheren"
    case verwijzingBeantwoorden = "verwijzing:beantwoorden"
    /// Asking a place for somebody at one of its services; kept for systems that refer themselves.
    case verwijzingAanbieden = "verwijzing:aanbieden"
}

/// Who stands at the door.
struct Koppelingstoegang: Sendable, Equatable {
    let naam: String
    let rechten: Set<Koppelingsrecht>
    let organisatie: OrganisatieID?
}

/// How others sign in. One interface, so that `private_key_jwt` can take the place of static tokens.
protocol Koppelingspoort: Sendable {
    /// - Throws: `Refusal.unauthorized`.
    func toegang(token: String) async throws -> Koppelingstoegang
}

/// Static tokens of which only the hash is kept; the file is read again when it changes.
struct Tokenpoort: Koppelingspoort {
    let tokens: LiveBearerTokens

    func toegang(token: String) async throws -> Koppelingstoegang {
        Koppelingstoegang(try tokens.grant(for: token))
    }
}

/// Both kinds of token of one file: static ones, and those that a partner's system got for a signed assertion.
struct Uitgiftepoort: Koppelingspoort {
    let uitgifte: Tokenuitgifte

    func toegang(token: String) async throws -> Koppelingstoegang {
        Koppelingstoegang(try await uitgifte.grant(for: token))
    }
}

extension Koppelingstoegang {
    init(_ grant: BearerTokens.Grant) {
        self.init(
            naam: grant.naam, rechten: Set(grant.rechten.compactMap(Koppelingsrecht.init(rawValue:))),
            organisatie: grant.organisatie)
    }
}

/// The door itself: token, scope, and how often.
struct Koppelingsdeur: Sendable {
    let poort: any Koppelingspoort
    let limiet: RateLimit

    /// - Throws: 401 without a valid token, 403 without the scope, 429 when it comes too often.
    func toegang(_ request: Request, met recht: Koppelingsrecht, _ context: PlainContext) async throws -> Koppelingstoegang {
        try await toegang(request, metEenVan: [recht], context)
    }

    func toegang(_ request: Request, metEenVan rechten: [Koppelingsrecht], _ context: PlainContext) async throws
        -> Koppelingstoegang
    {
        let toegang: Koppelingstoegang
        do {
            toegang = try await poort.toegang(token: try request.bearerToken())
        } catch let refusal as Refusal where refusal.status == .unauthorized {
            // Guessing is slowed per address.
            try limiet.take("adres \(context.remoteAddress ?? "")")
            throw refusal
        }
        try limiet.take("token \(toegang.naam)")
        guard !toegang.rechten.isDisjoint(with: rechten) else {
            throw Failure.notAllowed(
                reason: "Dit token geeft geen recht op ‘\(rechten.map(\.rawValue).joined(separator: "’ of ‘"))’.")
        }
        return toegang
    }

    /// A partner: the scope, and an organisation to answer for.
    func partner(_ request: Request, _ context: PlainContext) async throws -> Partner {
        let toegang = try await toegang(request, met: .verwijzingBeantwoorden, context)
        guard let organisatie = toegang.organisatie else {
            throw Failure.notAllowed(reason: "Dit token hoort niet bij een organisatie van de sociale kaart.")
        }
        return Partner(organisatie: organisatie, naam: toegang.naam)
    }
}

extension Koppelingstoegang {
    /// Who imports the directory.
    var actor: Actor { Actor(user: nil, roles: [.beheerder], organisatie: organisatie, purpose: "beheer") }
}
