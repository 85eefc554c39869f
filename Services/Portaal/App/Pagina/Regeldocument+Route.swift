// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web
import Zegel

extension RegeldocumentPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        // Not below /dossier: only here may a form be as large as a file.
        routes.post("/regeldocument/:dossier/:regelzaak") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (dossier, zaak): (DossierID, RegelzaakID) = (try context.id("dossier"), try context.id("regelzaak"))
            // Before ten megabytes are read.
            try await portaal.dossiernamen([dossier], voor: ik).eis(dossier)
            var velden = FormValues()
            do {
                let inhoud = try await Bestandupload.lees(request, context, portaal, velden: &velden)
                try await stuur(inhoud, velden, dossier, zaak, portaal, ik, pad: request.uri.path)
            } catch let failure as Failure {
                let map = ["inhoud": "bestand", "hash": "bestand", "soort": "documentsoort"]
                guard let geweigerd = Geweigerd(failure, velden, map: map) else { throw failure }
                if let melding = geweigerd.melding { portaal.zeg(melding, context) }
                return try await RegelzaakPagina.toon(
                    portaal, context, dossier, zaak, ik, geweigerd.form, status: geweigerd.status)
            }
            return portaal.naar(
                "/dossier/\(dossier)/regelzaak/\(zaak)", Melding(.goed, "Het document is toegevoegd."), context)
        }
        routes.get("/dossier/:id/regelzaak/:regelzaak/document/:document") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (dossier, zaak): (DossierID, RegelzaakID) = (try context.id(), try context.id("regelzaak"))
            let document: RegeldocumentID = try context.id("document")
            @Sendable func stuk(_ vanaf: Int) async throws -> RegeldocumentLezen.Answer {
                try await portaal.bus.ask(
                    RegeldocumentLezen(dossier: dossier, regelzaak: zaak, document: document, vanaf: vanaf), as: ik.actor())
            }
            let eerste = try await stuk(0)
            return Stukken(mediatype: eerste.mediatype, naam: "document", eerste: eerste.inhoud, grootte: eerste.grootte)
                .response { try await stuk($0).inhoud }
        }
        routes.get("/dossier/:id/regelzaak/:regelzaak/document/:document/intrekken") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, ik, FormValues())
        }
        routes.post("/dossier/:id/regelzaak/:regelzaak/document/:document/intrekken") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (dossier, zaak): (DossierID, RegelzaakID) = (try context.id(), try context.id("regelzaak"))
            let document: RegeldocumentID = try context.id("document")
            do {
                guard let reden = Documentreden(rawValue: context.form.text("reden")) else {
                    throw Failure.invalid([FieldError("reden", code: "verplicht", "Kies waarom u dit document intrekt.")])
                }
                _ = try await portaal.bus.send(
                    RegeldocumentIntrekken(dossier: dossier, regelzaak: zaak, document: document, reden: reden),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            } catch Failure.state(let reden) {
                // A colleague was first: there is no document to show any more.
                return portaal.naar("/dossier/\(dossier)/regelzaak/\(zaak)", Melding(.letOp, reden), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await toon(portaal, context, ik, form, status: status)
                }
            }
            return portaal.naar(
                "/dossier/\(dossier)/regelzaak/\(zaak)", Melding(.goed, "Het document is ingetrokken."), context)
        }
    }

    /// The id follows from the form and the file: the same form sent twice is one document, another file in it is another.
    private static func stuur(
        _ inhoud: Data, _ velden: FormValues, _ dossier: DossierID, _ zaak: RegelzaakID, _ portaal: Portaal, _ ik: Aangemeld,
        pad: String
    ) async throws {
        guard let soort = Regelbewijs(rawValue: velden.text("documentsoort")) else {
            throw Failure.invalid([FieldError("soort", code: "verplicht", "Kies wat voor document dit is.")])
        }
        var vorm = velden
        vorm.set("hash", try SHA256.hex(inhoud))
        let document = RegeldocumentID(Opdrachtnummer.van(vorm, pad: pad, nieuw: portaal.ids.next))
        try await Bestandupload.stuur(inhoud, naar: .begeleiding) { deel in
            let antwoord = try await portaal.bus.send(
                RegeldocumentDeel(
                    dossier: dossier, regelzaak: zaak, document: document, soort: soort, vanaf: deel.vanaf,
                    inhoud: deel.inhoud, laatste: deel.laatste, hash: deel.hash), as: ik.actor())
            return (antwoord.ontvangen, antwoord.klaar)
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ form: FormValues, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (dossier, zaak): (DossierID, RegelzaakID) = (try context.id(), try context.id("regelzaak"))
        let document: RegeldocumentID = try context.id("document")
        async let gevraagd = portaal.hoofd(dossier, ik)
        let beeld = try await portaal.bus.ask(RegelzaakOpvragen(dossier: dossier, regelzaak: zaak), as: ik.actor())
        let (hoofd, alle) = (try await gevraagd, beeld.documenten ?? [])
        guard let een = alle.first(where: { $0.document == document }) else { throw Failure.notFound(what: "document") }
        let model = RegeldocumentPagina(
            hoofd, beeld.zaak, een, onder: alle, form,
            gebruikers: try await portaal.gebruikers.namen([een.door].compactMap(\.self)))
        return try portaal.pagina(model, context, status: status)
    }
}
