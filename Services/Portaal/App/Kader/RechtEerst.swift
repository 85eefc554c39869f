// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Hummingbird
import Web

/// A form that cannot be read is told so only to who may see what it is about: for anybody else it is not there, as it would
/// be with a form that can be read. Rights go before form, on every route.
struct RechtEerst: RouterMiddleware {
    let portaal: Portaal

    @concurrent
    func handle(
        _ request: Request, context: PortaalContext, next: @concurrent (Request, PortaalContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as Refusal where refusal.status == .badRequest && request.method == .post {
            if let ik = context.bezoek.nu.gebruiker { try await vraag(request.uri.path, ik) }
            throw refusal
        }
    }

    /// Asks for what the address names.
    /// - Throws: `Failure.notFound` or `Failure.notAllowed` when this visitor may not see it.
    private func vraag(_ pad: String, _ ik: Aangemeld) async throws {
        let delen = pad.split(separator: "/").map(String.init)
        guard delen.count > 1 else { return }
        let (soort, id) = (delen[0], delen[1])
        func eis<Q: Query>(_ vraag: Q?, _ waarvoor: String = "begeleiding") async throws {
            guard let vraag else { throw Failure.notFound(what: soort) }
            _ = try await portaal.bus.ask(vraag, as: ik.actor(purpose: waarvoor))
        }
        switch soort {
        case "dossier", "regeldocument", "meldcode-nood":
            guard let dossier = DossierID(id) else { throw Failure.notFound(what: soort) }
            try await portaal.dossiernamen([dossier], voor: ik).eis(dossier)
        case "meldcode": try await eis(MeldcodeID(id).map { MeldcodeOpvragen(zaak: $0) }, "meldcode")
        case "meldcode-inzage": try await eis(NoodinzageID(id).map { MeldcodeNoodOpvragen(noodinzage: $0) }, "meldcode")
        case "huishouden": try await eis(HuishoudenID(id).map { HuishoudenOpvragen(huishouden: $0, op: nil) })
        case "overdracht": try await eis(OverdrachtID(id).map { OverdrachtOpvragen(overdracht: $0) })
        case "verwijzing": try await eis(VerwijzingID(id).map { VerwijzingOpvragen(verwijzing: $0) })
        case "rapport": try await eis(RapportID(id).map { RapportOpvragen(rapport: $0) }, "rapportage")
        case "voorschot": try await eis(VoorschotID(id).map { VoorschotOpvragen(voorschot: $0) }, "reiskosten")
        default: return
        }
    }
}
