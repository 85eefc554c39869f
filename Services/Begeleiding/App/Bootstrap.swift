// SPDX-License-Identifier: EUPL-1.2
import Dienst
import Opdrachten
import Opslag

/// The service that guides people: trajects, plans, regeldag, contact moments, and what must be done today.
public enum Begeleiding {
    /// Reading is what it does most: its work lists stand on pages that go round.
    public static let layout = StoreLayout(readerCache: 8_000)

    public static let migrations: [Migration] = [
        migratie001, migratie002, migratie003, migratie010, migratie011,
        Uitwisselstop.migration("050-uitwisselingsstop"),
        Samengevoegd.migration("070-samengevoegd"),
        Uitwisselstop.metSamenvoeging("071-stop-en-samenvoeging"),
        migratie040,
        migratie100,
        migratie110, migratie111, migratie112,
        migratie120, migratie121,
        Waarneming.migration("130-waarneming"), migratie131, migratie132,
        migratie140, migratie141, migratie142,
        migratie180, migratie181, migratie182, migratie183,
        migratie094, migratie175, migratie176,
        migratie184, migratie185, migratie186,
    ]

    /// Puts the live parts together.
    /// - Throws: what is wrong in the contract files, all of it.
    public static func assemble(_ parts: ServiceParts) async throws -> ServiceAssembly {
        let instellingen = try Instellingen(parts.settings)
        let regels = Regels(boek: try Opdrachtenboek(map: parts.settings.contractFolder), aandacht: instellingen.aandacht)
        let sleutels = RemoteDossierKeys(bus: parts.bus)
        let middelen = Middelen(
            store: parts.store, keys: sleutels, uitwisseling: Uitwisselpoort(parts.bus), regels: regels,
            compartimenten: RemoteCompartmentKeys(bus: parts.bus, dossiers: sleutels))
        let herberekenen = AandachtHerberekenen(middelen: middelen, logger: parts.logger)
        return ServiceAssembly(
            handlers: handlers(middelen).metWaarneming(parts.store),
            following: [volgtIntake(regels), volgtPortaal(), volgtRapportage(regels)],
            services: [herberekenen, KlokBijwerken(middelen: middelen, logger: parts.logger)])
    }
}
