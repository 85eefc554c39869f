// SPDX-License-Identifier: EUPL-1.2
import Bezorging
import Bus
import Dienst
import Domein
import Foundation
import Hummingbird
import OAuth
import Opdrachten
import Opslag
import Web
import Zegel

/// The service that knows who people are: aanmeldingen, people, households, and the door for gemeenten.
public enum Intake {
    /// Makes everything that lives and puts it together. The one place where that happens.
    public static func assemble(_ parts: ServiceParts) async throws -> ServiceAssembly {
        let instellingen = try Instellingen(parts.settings)
        var own = try await intakeParts(parts, instellingen)
        let buiten = instellingen.adres + instellingen.basis
        let bestemmingen = try LiveFile(instellingen.tokens) { try Gemeentebestemmingen(file: $0) }
        own.melden = GemeenteMelden(oin: instellingen.oin, adres: buiten, bestemmingen: bestemmingen)
        let toegang = try Tokenuitgifte(file: instellingen.tokens, store: parts.store, adres: "\(buiten)/oauth/token")
        let koppeling = Koppeling(
            parts: own, toegang: toegang,
            oin: instellingen.oin, bsn: instellingen.bsn,
            tempo: RateLimit(burst: instellingen.tempo * 60, perSecond: Double(instellingen.tempo)),
            perMinuut: instellingen.tempo * 60, herkomsten: bestemmingen, basis: instellingen.basis)
        let bezorger = Bezorger(
            store: parts.store, adresboek: { sleutel in bestemmingen.value()[sleutel]?.bestemming },
            mag: GemeenteMelden.toets(parts.store),
            instellingen: .init(herkomst: instellingen.herkomst, alleenTLS: parts.settings.isProduction), logger: parts.logger)
        let door = WebServer.application(
            koppeling.edge(tls: instellingen.tls), host: parts.settings.httpAddress.host,
            port: parts.settings.httpAddress.port, logger: parts.logger)
        let (wekker, vast) = (Wekker(), Vastebestanden())
        let handlers = antwoorden(
            own, bsn: instellingen.bsn, wij: instellingen.oin, grenzen: instellingen.aanleveren.grenzen, wekker, vast)
        let loop = try aanleverloop(own, instellingen, wekker, vast, parts)
        return ServiceAssembly(
            handlers: handlers.metWaarneming(parts.store), following: [.begeleiding(own.melden), .rapportage(own.melden)],
            services: [
                bezorger, door, loop, AchttienBijhouden(parts: own, logger: parts.logger),
                ZoeksleutelsAanvullen(parts: own, logger: parts.logger),
                SamenvoegingAanvullen(parts: own, logger: parts.logger),
            ],
            brokenFiles: {
                toegang.isOnleesbaar || bestemmingen.isBroken ? [instellingen.tokens.lastPathComponent] : []
            })
    }

    /// Everything that intake answers on the bus.
    static func antwoorden(
        _ own: IntakeParts, bsn: BSNBeleid, wij: OIN, grenzen: Aanlevergrenzen, _ wekker: Wekker,
        _ vast: Vastebestanden = Vastebestanden()
    ) -> Handlers {
        var handlers = Handlers()
        handlers.beantwoordPersonen(own)
        handlers.beantwoordAanmeldingen(own)
        handlers.beantwoordSleutels(own)
        handlers.beantwoordUitwisseling(own)
        handlers.beantwoordDubbel(own)
        handlers.beantwoordInstroom(own)
        handlers.beantwoordBezorging(own, vast)
        handlers.beantwoordInvoer(own, bsn: bsn, wij: wij)
        handlers.beantwoordHuishoudens(own)
        handlers.beantwoordGegevens(own)
        handlers.beantwoordAanleveringen(own, grenzen, wekker)
        return handlers
    }

    /// What works on files with aanmeldingen, from the portaal and from the watched folder.
    static func aanleverloop(
        _ own: IntakeParts, _ instellingen: Instellingen, _ wekker: Wekker, _ vast: Vastebestanden, _ parts: ServiceParts
    ) throws -> Aanleverloop {
        let aanleveren = instellingen.aanleveren
        let map = aanleveren.map.map {
            Aanlevermap(
                map: $0, parts: own, ontvangen: BestandOntvangen(parts: own, grenzen: aanleveren.grenzen),
                gemeenten: aanleveren.gemeenten)
        }
        try map?.maak()
        return Aanleverloop(
            parts: own, doorloop: Bestandsdoorloop(parts: own, bsn: instellingen.bsn, grenzen: aanleveren.grenzen), map: map,
            vast: vast, wekker: wekker, logger: parts.logger, tussenpoos: aanleveren.tussenpoos)
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
