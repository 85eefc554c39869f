// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes
import Hummingbird
import Web

/// Routes for people who are signed in: everybody else is sent to /aanmelden first.
typealias PortaalRoutes = RouterGroup<PortaalContext>

extension Portaal {
    /// Pages for who is signed in. One line per page, in the order of the menu.
    private func addSignedIn(to routes: PortaalRoutes) {
        VandaagPagina.add(to: routes, self)
        MensenPagina.add(to: routes, self)
        DossierPagina.add(to: routes, self)
        ContactPagina.add(to: routes, self)
        ContactmomentPagina.add(to: routes, self)
        SpreekuurPagina.add(to: routes, self)
        AgendaPagina.add(to: routes, self)
        AfspraakPagina.add(to: routes, self)
        ConceptenPagina.add(to: routes, self)
        PlanPagina.add(to: routes, self)
        KlokPagina.add(to: routes, self)
        MetingenPagina.add(to: routes, self)
        SignalenPagina.add(to: routes, self)
        SignaalPagina.add(to: routes, self)
        VeiligheidPagina.add(to: routes, self)
        MeldcodePagina.add(to: routes, self)
        MeldcodeZaakPagina.add(to: routes, self)
        MeldcodeFeitPagina.add(to: routes, self)
        NoodvraagPagina.add(to: routes, self)
        NoodinzagePagina.add(to: routes, self)
        GegevensPagina.add(to: routes, self)
        HuishoudenPagina.add(to: routes, self)
        VerwachtLidPagina.add(to: routes, self)
        HuishoudverbeteringPagina.add(to: routes, self)
        ZichtPagina.add(to: routes, self)
        WordtAchttienPagina.add(to: routes, self)
        WijzigingenPagina.add(to: routes, self)
        WijzigingPagina.add(to: routes, self)
        AfrondenPagina.add(to: routes, self)
        UitbeeldPagina.add(to: routes, self)
        UitbeeldDossierPagina.add(to: routes, self)
        CaseloadPagina.add(to: routes, self)
        OverdrachtPagina.add(to: routes, self)
        ContracteindePagina.add(to: routes, self)
        RegeldagPagina.add(to: routes, self)
        SocialeKaartPagina.add(to: routes, self)
        VoorzieningPagina.add(to: routes, self)
        VoorzieningBewerkenPagina.add(to: routes, self)
        OrganisatiePagina.add(to: routes, self)
        KaartControlePagina.add(to: routes, self)
        BegrippenPagina.add(to: routes, self)
        KaartBestandenPagina.add(to: routes, self)
        DoelvoorzieningenPagina.add(to: routes, self)
        VerwijzenPagina.add(to: routes, self)
        VerwijzingPagina.add(to: routes, self)
        VerwijzingPagina.addWerk(to: routes, self)
        VerwijzingenPagina.add(to: routes, self)
        VerwijsafspraakPagina.add(to: routes, self)
        PartnerPagina.add(to: routes, self)
        PartnerKaartPagina.add(to: routes, self)
        AanmeldingenPagina.add(to: routes, self)
        UitwisselingPagina.add(to: routes, self)
        InstroomPagina.add(to: routes, self)
        InvoerZoekPagina.add(to: routes, self)
        AanleverenPagina.add(to: routes, self)
        VerdelenPagina.add(to: routes, self)
        DossierReiskostenPagina.add(to: routes, self)
        VoorschotPagina.add(to: routes, self)
        WachtrijPagina.add(to: routes, self)
        RapportenPagina.add(to: routes, self)
        RapportPagina.add(to: routes, self)
        GemeentePagina.add(to: routes, self)
        GebruikersPagina.add(to: routes, self)
        BerichtenPagina.add(to: routes, self)
        BeheerPagina.add(to: routes, self)
        AfmeldenRoute.add(to: routes, self)
    }

    /// Pages that need no sign-in.
    private func addOpen(to routes: PortaalRoutes) {
        AanmeldPagina.add(to: routes, self)
        CodePagina.add(to: routes, self)
        HelpPagina.add(to: routes, self)
        StijlPagina.add(to: routes, self)
        AntwoordlinkPagina.add(to: routes, self)
        Agendafeed.add(to: routes, self)
    }

    /// Bytes of a form without a file.
    static let grootsteFormulier = 512 * 1024
    /// Paths under which a file may be sent, with the bytes of the whole form.
    private static let uploads = [
        "/voorschot/": 10 * 1024 * 1024 + 64 * 1024, "/regeldocument/": 10 * 1024 * 1024 + 64 * 1024,
        "/aanleveren": 51 * 1024 * 1024, "/sociale-kaart/bestanden": 51 * 1024 * 1024,
    ]

    /// Every page of the portaal, as the responder that a server or a test calls.
    public func edge() -> Edge<PortaalContext> {
        let router = Edge<PortaalContext>.router()
        let teken = Bestand("teken.svg", PackageResources.teken_svg, mediaType: "image/svg+xml")
        router.get("/stijl.css") { request, _ in stijl.response(to: request) }
        router.get("/concept.js") { request, _ in script.response(to: request) }
        router.get("/teken.svg") { request, _ in teken.response(to: request) }
        router.add(middleware: SessieMiddleware(portaal: self))
        addOpen(to: router.group().add(middleware: CsrfMiddleware()))
        addSignedIn(
            to: router.group().add(middleware: AangemeldMiddleware(portaal: self)).add(middleware: CsrfMiddleware())
                .add(middleware: ConceptMiddleware(portaal: self)).add(middleware: RechtEerst(portaal: self)))
        var settings = EdgeSettings(face: .pages, tls: instellingen.tls)
        settings.bodyLimit = Self.grootsteFormulier
        settings.bodyLimits = Self.uploads
        settings.quietRoutes = ["/meldcode"]
        settings.turns = 3 * ProcessInfo.processInfo.activeProcessorCount
        return Edge(router, settings: settings) { trouble, _, context in foutPagina(trouble, context) }
    }

    private func foutPagina(_ trouble: Trouble, _ context: PortaalContext) -> Response {
        let model = FoutPagina(trouble, aangemeld: context.bezoek.nu.gebruiker != nil)
        guard var response = try? pagina(model, context, status: trouble.status) else {
            return trouble.problem().response(headers: trouble.headers)
        }
        response.headers.append(contentsOf: trouble.headers)
        return response
    }
}
