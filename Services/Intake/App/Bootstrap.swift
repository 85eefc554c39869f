// SPDX-License-Identifier: EUPL-1.2
import Bus
import Dienst
import Domein
import Foundation
import Hummingbird
import Opdrachten
import Opslag
import Web
import Zegel

/// The service that knows who people are: aanmeldingen, people, households, and the door for gemeenten.
public enum Intake {
    /// Makes everything that lives and puts it together. The one place where that happens.
    public static func assemble(_ parts: ServiceParts) async throws -> ServiceAssembly {
        let instellingen = try Instellingen(parts.settings)
        let own = try await intakeParts(parts, instellingen)
        let koppeling = Koppeling(
            parts: own, tokens: try LiveBearerTokens(file: instellingen.tokens), oin: instellingen.oin,
            bsn: instellingen.bsn,
            tempo: RateLimit(burst: instellingen.tempo * 60, perSecond: Double(instellingen.tempo)), basis: instellingen.basis)
        let door = WebServer.application(
            koppeling.edge(tls: instellingen.tls), host: parts.settings.httpAddress.host,
            port: parts.settings.httpAddress.port, logger: parts.logger)
        var handlers = Handlers()
        handlers.beantwoordPersonen(own)
        handlers.beantwoordAanmeldingen(own)
        handlers.beantwoordSleutels(own)
        handlers.beantwoordUitwisseling(own)
        handlers.beantwoordInstroom(own)
        return ServiceAssembly(handlers: handlers, following: [.begeleiding()], services: [door])
    }

    static func intakeParts(_ parts: ServiceParts, _ instellingen: Instellingen) async throws -> IntakeParts {
        try FileManager.default.createDirectory(
            at: instellingen.kluis.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let keys = try DossierKeyStore(
            file: instellingen.kluis, masterKeyFile: instellingen.hoofdsleutel, clock: parts.clock)
        return IntakeParts(
            store: parts.store, kluis: IntakeKluis(keys, ids: parts.ids),
            index: BlindIndex(key: try await keys.key(for: .intake).derived(for: "blinde-index")),
            opdrachten: try Opdrachtenboek(map: parts.settings.contractFolder), clock: parts.clock)
    }
}
