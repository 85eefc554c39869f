// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Opdrachten
import Opslag

/// The service for travel money: rules, advances, evidence, settlement.
public enum Reiskosten {
    public static let migrations: [Migration] = Migraties.alle

    /// Makes and joins everything this service is made of: the only place where that happens.
    public static func assemble(_ parts: ServiceParts) async throws -> ServiceAssembly {
        try assemble(
            parts, boek: try Opdrachtenboek(map: parts.settings.contractFolder), keys: RemoteDossierKeys(bus: parts.bus))
    }

    /// The same with contracts and keys handed in.
    static func assemble(
        _ parts: ServiceParts, boek: Opdrachtenboek, keys: any DossierKeys
    ) throws -> ServiceAssembly {
        let leeslog = Leeslog(store: parts.store)
        let voorschotten = Voorschotten(store: parts.store, boek: boek, leeslog: leeslog)
        let bewijsstukken = Bewijsstukken(
            store: parts.store, keys: keys, instellingen: try Instellingen(parts.settings), leeslog: leeslog)
        return ServiceAssembly(
            handlers: Antwoorden.handlers(voorschotten, bewijsstukken).metWaarneming(parts.store),
            following: [IntakeVolgen.following, BegeleidingVolgen.following])
    }
}
