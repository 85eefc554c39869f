// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bezorging
import Bus
import Dienst
import Domein
import Foundation
import Hummingbird
import Logging
import OAuth
import Opslag
import ServiceLifecycle
import Toegang
import Web

/// The service: directory and referrals.
public enum SocialeKaart {
    public static let migrations: [Migration] = Migraties.alle
    /// A record is some 3.3 kB: on pages of 4 kB each lies alone, on 8 kB two, which is no better; on 16 kB nearly five.
    /// A search reads some hundred rows from all over the file: mapped, that costs half. An import writes all over its indexes.
    public static let layout = StoreLayout(pageSize: 16_384, mappedBytes: 1 << 30, writerCache: 24_000)

    /// The only place where live things are made and put together.
    public static func assemble(_ parts: ServiceParts) async throws -> ServiceAssembly {
        let instellingen = try Instellingen(parts.settings)
        let tokens = try LiveBearerTokens(file: instellingen.tokenbestand)
        if tokens.isEmpty {
            parts.logger.warning("no tokens: nobody can enter /v1", metadata: ["setting": "WEGWIJS_PARTNER_TOKENS"])
        }
        try await Zoekindex.maakBij(parts.store)
        let kaart = Kaart(
            store: parts.store, clock: parts.clock, isProduction: parts.settings.isProduction,
            upl: try instellingen.upl.map { try Productnamen.lees($0) })
        let uitgifte = try Tokenuitgifte(
            file: instellingen.tokenbestand, store: parts.store, adres: "\(instellingen.adres)/v1/oauth/token")
        let bestemmingen = try LiveFile(instellingen.tokenbestand) { try Partnerbestemmingen(file: $0) }
        var verwijzingen = Verwijzingen(
            store: parts.store, clock: parts.clock, ids: parts.ids, personen: .intake(parts.bus),
            sleutels: RemoteDossierKeys(bus: parts.bus), uitwisseling: Uitwisselpoort(parts.bus))
        let melden = PartnerMelden(bron: instellingen.bron, adres: instellingen.adres, bestemmingen: bestemmingen)
        verwijzingen.melden = melden
        let bezorger = Bezorger(
            store: parts.store, adresboek: { sleutel in bestemmingen.value()[sleutel]?.bestemming },
            mag: PartnerMelden.toets(parts.store, verwijzingen.uitwisseling),
            instellingen: .init(herkomst: instellingen.herkomst, alleenTLS: parts.settings.isProduction),
            logger: parts.logger)
        let importen = Kaartimporten(kaart: kaart, logger: parts.logger)
        var handlers = Handlers()
        KaartVragenBeantwoorden(kaart: kaart, importen: importen).add(to: &handlers)
        VerwijzingVragenBeantwoorden(verwijzingen: verwijzingen).add(to: &handlers)
        let koppeling = Koppeling(
            kaart: kaart, verwijzingen: verwijzingen, poort: Uitgiftepoort(uitgifte: uitgifte), instellingen: instellingen,
            logger: parts.logger, tls: parts.settings.isProduction, uitgifte: uitgifte, importen: importen)
        let adres = parts.settings.httpAddress
        let deur = WebServer.application(koppeling.responder(), host: adres.host, port: adres.port, logger: parts.logger)
        return ServiceAssembly(
            handlers: handlers.metWaarneming(parts.store), following: [IntakeVolgen.following(), BegeleidingVolgen.following()],
            services: [
                bezorger, deur, Termijnwachter(verwijzingen: verwijzingen, logger: parts.logger),
                Herindexeren(store: parts.store, logger: parts.logger),
                ControleVragen(store: parts.store, clock: parts.clock, melden: melden, logger: parts.logger),
            ],
            brokenFiles: {
                uitgifte.isOnleesbaar || bestemmingen.isBroken ? [instellingen.tokenbestand.lastPathComponent] : []
            })
    }
}

extension Persoonsbron {
    /// Asks intake, as this service and for the handing over of a referral. Intake calls the way of contact by its kind.
    static func intake(_ bus: Bus) -> Persoonsbron {
        Persoonsbron { dossier, velden, cause in
            let namen = velden.map { $0 == .contactweg ? "telefoon" : $0.rawValue }
            let antwoord = try await bus.ask(
                DeelpakketOpvragen(dossier: dossier, velden: namen), as: ServicePurpose.verwijzing.actor, because: cause)
            var gegeven: [String: String] = [:]
            for (veld, naam) in zip(velden, namen) { gegeven[veld.rawValue] = antwoord.velden[naam] }
            return gegeven
        }
    }
}
