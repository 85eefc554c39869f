// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension RapportPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/rapport/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .klantmanager)
            let rapport = try await vraag(portaal, try context.id(), ik)
            let begin = context.begin(FormValues(["versie": [String(rapport.regel.versie)]]))
            return try await toon(portaal, context, ik, rapport, form: begin, geweigerd: nil)
        }
        routes.post("/rapport/:id/vaststellen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: RapportID = try context.id()
            let form = context.form
            let versie = try form.versie()
            let rapport = try await vraag(portaal, id, ik)
            let tekst = getypt(form, rapport.paragrafen)
            let geweigerd = try await Geweigerd.bij(form, map: velden(tekst)) {
                _ = try await portaal.bus.send(
                    RapportVaststellen(rapport: id, versie: versie, paragrafen: tekst),
                    id: portaal.opdracht(context, pad: request.uri.path),
                    as: ik.actor(purpose: "rapportage"))
            }
            guard let geweigerd else {
                let gelezen =
                    rapport.uitwisselingGestopt == true
                    ? "De gemeente ziet het niet zolang de uitwisseling is gestopt." : "De gemeente kan het nu lezen."
                return portaal.naar("/rapport/\(id)", Melding(.goed, "Het rapport is vastgesteld. \(gelezen)"), context)
            }
            // Somebody else may have approved it meanwhile: show it as it is now.
            let nu = geweigerd.status == .conflict ? try await vraag(portaal, id, ik) : rapport
            var weer = geweigerd.form
            if geweigerd.status == .conflict { weer.set("versie", String(nu.regel.versie)) }
            return try await toon(portaal, context, ik, nu, form: weer, geweigerd: geweigerd)
        }
        routes.get("/rapport/:id/pdf") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .klantmanager)
            return try await pdf(portaal, try context.id(), ik)
        }
    }

    private static func vraag(
        _ portaal: Portaal, _ id: RapportID, _ ik: Aangemeld
    ) async throws -> RapportOpvragen.Answer {
        try await portaal.bus.ask(RapportOpvragen(rapport: id), as: ik.actor(purpose: "rapportage"))
    }

    /// The paragraphs that stood on the form, with the text as typed.
    static func getypt(_ form: FormValues, _ paragrafen: [RapportParagrafen.Paragraaf]) -> [RapportParagrafen.Paragraaf] {
        paragrafen.compactMap { paragraaf in
            let veld = veld(paragraaf.code)
            guard form.values[veld] != nil else { return nil }
            var nieuw = paragraaf
            nieuw.tekst = form.text(veld)
            guard Rapportsoort.vrij.contains(paragraaf.code) else { return nieuw }
            // The points of attention that were chosen stand under the own text; the others are not even named as a source.
            if paragraaf.code == "aandacht" {
                let gekozen = Set(form.all(puntveld).compactMap { Int($0) })
                nieuw.bronnen = paragraaf.bronnen.enumerated().filter { gekozen.contains($0.offset + 1) }.map(\.element)
                nieuw.tekst = ([nieuw.tekst] + nieuw.bronnen.map(\.zin)).filter { !$0.isEmpty }.joined(separator: "\n")
            }
            return nieuw.tekst.isEmpty ? nil : nieuw
        }
    }

    /// Where on the form an error of a paragraph belongs: `paragrafen[1].tekst` is that of the second one.
    static func velden(_ paragrafen: [RapportParagrafen.Paragraaf]) -> [String: String] {
        var map: [String: String] = [:]
        for (index, paragraaf) in paragrafen.enumerated() {
            for deel in ["tekst", "kop", "code", "bronnen"] { map["paragrafen[\(index)].\(deel)"] = veld(paragraaf.code) }
        }
        if let eerste = paragrafen.first { map["paragrafen"] = veld(eerste.code) }
        return map
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ rapport: RapportOpvragen.Answer, form: FormValues,
        geweigerd: Geweigerd?
    ) async throws -> Response {
        let dossier = rapport.regel.dossier
        let naam = ik.isGemeente ? nil : try await portaal.dossiernamen([dossier], voor: ik).naam(dossier)
        let mag = !ik.rollen.isDisjoint(with: [.begeleider, .teamleider])
        let model = RapportPagina(
            rapport, naam: naam, vandaag: portaal.clock.today, form: form,
            melding: geweigerd?.melding, magVaststellen: mag)
        return try portaal.pagina(model, context, status: geweigerd?.status ?? .ok)
    }

    private static func pdf(_ portaal: Portaal, _ id: RapportID, _ ik: Aangemeld) async throws -> Response {
        let actor = ik.actor(purpose: "rapportage")
        // Printing takes a moment the first time.
        let eerste = try await portaal.bus.ask(
            RapportPDF(rapport: id, vanaf: 0), as: actor, because: nil, within: .seconds(20))
        let stukken = Stukken(mediatype: "application/pdf", naam: "rapport", eerste: eerste.inhoud, grootte: eerste.grootte)
        return stukken.response { vanaf in
            try await portaal.bus.ask(
                RapportPDF(rapport: id, vanaf: vanaf, afdruk: eerste.afdruk), as: actor, because: nil, within: .seconds(20)
            ).inhoud
        }
    }
}
