// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Logging
import Opdrachten
import Opslag

/// The service for reports and figures: a read model of all events.
public enum Rapportage {
    public static let migrations: [Migration] = Migraties.alle

    /// Makes and joins everything this service is made of: the only place where that happens.
    public static func assemble(_ parts: ServiceParts) async throws -> ServiceAssembly {
        let boek = try Opdrachtenboek(map: parts.settings.contractFolder)
        for opdracht in boek.opdrachten {
            for indicator in opdracht.indicatoren where Indicatorsoort(rawValue: indicator.code) == nil {
                parts.logger.warning(
                    "indicator of a contract cannot be computed here",
                    metadata: ["opdracht": "\(opdracht.id)", "indicator": "\(indicator.code)"])
            }
        }
        return assemble(
            parts, boek: boek, keys: RemoteDossierKeys(bus: parts.bus), instellingen: try Instellingen(parts.settings))
    }

    /// The same with contracts, keys and settings handed in.
    static func assemble(
        _ parts: ServiceParts, boek: Opdrachtenboek, keys: any DossierKeys, instellingen: Instellingen
    ) -> ServiceAssembly {
        let rapporten = Rapporten(
            store: parts.store, keys: keys, leeslog: Leeslog(store: parts.store),
            uitwisseling: Uitwisselpoort(parts.bus), paragrafen: Vragen.paragrafen(parts.bus))
        let weasyprint = WeasyPrint(python: instellingen.python, limit: .seconds(instellingen.seconden))
        let drukker = Drukker(tegelijk: instellingen.tegelijk, geheugen: instellingen.geheugen) { try await weasyprint.pdf($0) }
        let afdrukken = RapportAfdrukken(
            rapporten: rapporten, boek: boek, drukker: drukker, clock: parts.clock, naam: Vragen.naam(parts.bus))
        return ServiceAssembly(
            handlers: Antwoorden.handlers(
                rapporten, afdrukken,
                Indicatoren(store: parts.store, boek: boek, uitwisseling: Uitwisselpoort(parts.bus))
            ).metWaarneming(parts.store),
            following: [
                IntakeVolgen.following, BegeleidingVolgen.following, SocialeKaartVolgen.following, ReiskostenVolgen.following,
            ])
    }
}
