// SPDX-License-Identifier: EUPL-1.2
import Domein
import Web

/// Who is behind a bearer token: one organisation, and the gemeenten that it hands people over for.
struct Afzender: Sendable, Equatable {
    var oin: OIN
    var gemeenten: Set<Gemeentecode>
    var codes: Set<String> { Set(gemeenten.map(\.waarde)) }

    /// The scope that a token of the koppeling must have.
    static let recht = "aanmelden"

    /// Nil for a token that is not made for the koppeling, such as one of a partner.
    init?(_ grant: BearerTokens.Grant) {
        guard grant.rechten.contains(Self.recht), let oin = grant.oin.flatMap({ OIN($0) }) else { return nil }
        self.oin = oin
        gemeenten = Set((grant.gemeenten ?? []).compactMap { Gemeentecode($0) })
    }
}
