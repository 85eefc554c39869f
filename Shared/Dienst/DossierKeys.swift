// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import Zegel

/// The keys with which a service seals what it keeps about a person. Destroying a key destroys what it sealed.
public protocol DossierKeys: Sendable {
    /// - Throws: `Failure.unavailable` while intake, which keeps the keys, is away.
    func key(for dossier: DossierID) async throws -> SealKey
}

/// Keys asked from intake over the encrypted bus and held in memory only.
public actor RemoteDossierKeys: DossierKeys {
    private let bus: Bus
    private var known: [DossierID: SealKey] = [:]
    /// Enough for the caseload of a team; the rest is asked again.
    private let capacity = 2_000

    public init(bus: Bus) { self.bus = bus }

    public func key(for dossier: DossierID) async throws -> SealKey {
        if let key = known[dossier] { return key }
        let answer = try await bus.ask(DossierSleutel(dossier: dossier), as: .service(purpose: "verzegelen"))
        let key = try SealKey(answer.sleutel)
        if known.count >= capacity { known.removeAll(keepingCapacity: true) }
        known[dossier] = key
        return key
    }
}
