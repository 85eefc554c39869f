// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Hummingbird
import Web

extension VandaagPagina {
    /// A morning's work; on a phone more is scrolled past.
    private static let puntenPerBladzijde = 20

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/") { request, context in
            let ik = try context.gebruiker()
            let vandaag = portaal.clock.today
            async let noodvraag = portaal.noodwerk(ik)
            // Apart from the other roles: who also guides or leads must see what waits for a beheerder all the same.
            async let beheervraag = portaal.beheerwerk(ik)
            guard !ik.rollen.isDisjoint(with: [.begeleider, .teamleider]) else {
                async let kaartvraag = ik.rollen.contains(.beheerder) ? portaal.kaartwerk(ik) : nil
                let eigen =
                    ik.rollen.contains(.partner) && !ik.rollen.contains(.beheerder)
                    ? try await portaal.deel(
                        PartnerVermeldingen(page: PageRequest(limit: 50), alleenWacht: true), ik
                    ).waarde : nil
                return try portaal.pagina(
                    VandaagPagina(
                        ik, vandaag: vandaag, punten: nil, beheer: try await beheervraag, kaart: try await kaartvraag,
                        eigen: eigen, nood: try await noodvraag), context)
            }
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            async let vragen = portaal.deel(VandaagOpvragen(page: PageRequest(after: na, limit: puntenPerBladzijde)), ik)
            // Who leads a team, or looks after the whole, sees to it that the directory is kept.
            async let kaartvraag = portaal.deel(
                KaartVandaagOpvragen(
                    page: PageRequest(limit: 5), metKaart: !ik.rollen.isDisjoint(with: [.teamleider, .beheerder])), ik)
            let (punten, kaart) = try await (vragen, kaartvraag)
            let verwijzingen = kaart.deel(\.verwijzingen)
            let dossiers = (punten.waarde?.rows ?? []).map(\.dossier) + (verwijzingen.waarde?.rows ?? []).map(\.dossier)
            let namen = try await portaal.labels(dossiers, ik)
            return try portaal.pagina(
                VandaagPagina(
                    ik, vandaag: vandaag, punten: punten, namen: namen, na: na, beheer: try await beheervraag,
                    verwijzingen: verwijzingen, kaart: kaart.waarde?.kaart, nood: try await noodvraag), context)
        }
    }
}

extension Portaal {
    /// What waits for a beheerder; nil for who is none.
    func beheerwerk(_ gebruiker: Aangemeld) async throws -> VandaagPagina.Beheerwerk? {
        guard gebruiker.rollen.contains(.beheerder) else { return nil }
        async let gemeenten = deel(OnbezorgdAantal(), gebruiker)
        async let partners = deel(PartnermeldingenAantal(), gebruiker)
        let zonder = try await gebruikers.zonderAandachtsfunctionaris(instellingen.teams)
        let (onbezorgd, meldingen) = try await (gemeenten.waarde, partners.waarde?.voorMens ?? 0)
        return .init(onbezorgd: onbezorgd, partners: meldingen, zonderToezicht: zonder)
    }

    /// What there is to do on the directory; nil when it is away.
    func kaartwerk(_ gebruiker: Aangemeld) async throws -> KaartWerk.Answer? {
        try await deel(KaartWerk(page: PageRequest(limit: 1)), gebruiker).waarde
    }

    /// What these dossiers are called, in one question; nothing when intake is away.
    func labels(_ dossiers: [DossierID], _ gebruiker: Aangemeld) async throws -> [DossierID: String] {
        let uniek = Array(Set(dossiers)).sorted()
        guard !uniek.isEmpty else { return [:] }
        let labels = try await deel(DossierLabels(dossiers: Array(uniek.prefix(200))), gebruiker).waarde ?? []
        return Dictionary(labels.map { ($0.dossier, $0.naam) }, uniquingKeysWith: { eerste, _ in eerste })
    }
}
