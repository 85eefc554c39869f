// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import Zegel

/// The key of a sealed compartment: another one than that of the dossier, given for one request of somebody who may.
public protocol CompartmentKeys: Sendable {
    /// - Throws: `Failure.notAllowed` when the role of who asks has nothing to do with the compartment;
    ///   `Failure.unavailable` while intake is away.
    func key(for compartment: UUID, of dossier: DossierID, because cause: Envelope) async throws -> SealKey
}

/// Made from two keys that intake keeps: one that only the keeper of the compartment may ask, and that of the dossier. So
/// the key of the dossier alone opens nothing, and destroying it destroys the compartment as well. Never held on to:
/// intake looks at every request again.
public struct RemoteCompartmentKeys: CompartmentKeys {
    private let bus: Bus
    private let dossiers: any DossierKeys

    public init(bus: Bus, dossiers: any DossierKeys) { (self.bus, self.dossiers) = (bus, dossiers) }

    public func key(for compartment: UUID, of dossier: DossierID, because cause: Envelope) async throws -> SealKey {
        guard let actor = cause.actor else { throw Failure.notFound(what: "sleutel") }
        let answer = try await bus.ask(CompartimentSleutel(compartiment: compartment), as: actor, because: cause)
        return try .compartment(try SealKey(answer.sleutel), of: try await dossiers.key(for: dossier))
    }
}

extension SealKey {
    public static func compartment(_ own: SealKey, of dossier: SealKey) throws -> SealKey {
        try own.derived(for: "compartiment:" + dossier.exported.base64EncodedString())
    }
}

/// For a service without compartments.
public struct NoCompartmentKeys: CompartmentKeys {
    public init() {}
    public func key(for compartment: UUID, of dossier: DossierID, because cause: Envelope) async throws -> SealKey {
        throw Failure.unavailable(what: "de sleutel")
    }
}
