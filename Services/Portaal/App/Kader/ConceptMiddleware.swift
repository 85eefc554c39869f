// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Web

/// Drafts for every form that holds `deel-concept`, without a line in the page's own route: keeps what was typed when asked
/// (by the button or by `concept.js`), hands it to `context.begin` when the page is opened again, and forgets it once the form
/// was sent and done.
struct ConceptMiddleware: RouterMiddleware {
    let portaal: Portaal

    static let veld = "_concept"
    static let padVeld = "_pad"
    static let versieVeld = "_conceptversie"
    static let versieKop = HTTPField.Name("Concept-Versie") ?? .eTag

    @concurrent
    func handle(
        _ request: Request, context: PortaalContext, next: @concurrent (Request, PortaalContext) async throws -> Response
    ) async throws -> Response {
        guard let ik = context.bezoek.nu.gebruiker else { return try await next(request, context) }
        let eigen = LokaalPad.van(request.uri.path) ?? "/"
        guard request.method == .post else {
            let (concepten, versie) = try await portaal.concepten.formulieren(pad: eigen, van: ik.id, op: nu)
            context.bezoek.wijzig { ($0.pad, $0.concepten, $0.conceptversie) = (eigen, concepten, versie) }
            return try await next(request, context)
        }
        let form = context.form
        guard let pad = LokaalPad.van(form.text(Self.padVeld)), !pad.contains("?") else {
            // Asked to keep it: then it must not be sent off instead.
            guard form.optional(Self.veld) == nil else {
                throw Refusal.incomplete(field: Self.padVeld, "hier hoort het adres van de pagina")
            }
            context.bezoek.wijzig { $0.pad = eigen }
            return try await next(request, context)
        }
        let plek = Concepten.Plek(pad: pad, actie: eigen)
        if let doe = form.optional(Self.veld) {
            return try await bewaar(form, plek, van: ik, stil: doe == "automatisch", context)
        }
        context.bezoek.wijzig { ($0.pad, $0.conceptversie) = (pad, Int(form.text(Self.versieVeld)) ?? 0) }
        let response = try await next(request, context)
        if response.status == .seeOther, !context.bezoek.nu.houdtConcept {
            try await portaal.concepten.klaar(plek, bladzijde: form.text(Opdrachtnummer.veld), van: ik.id, op: nu)
        }
        return response
    }

    private var nu: Date { portaal.sessies.clock.now }

    /// - Parameter stil: asked by the script: answers with a line of text instead of a page.
    private func bewaar(
        _ form: FormValues, _ plek: Concepten.Plek, van ik: Aangemeld, stil: Bool, _ context: PortaalContext
    ) async throws -> Response {
        let uitkomst = try await portaal.concepten.bewaar(
            form, plek, basis: Int(form.text(Self.versieVeld)) ?? 0, bladzijde: form.text(Opdrachtnummer.veld), van: ik.id,
            op: nu)
        switch uitkomst {
        case .bewaard(let versie):
            let tekst = "Concept bewaard om \(nu.kloktijd). Het is nog niet vastgelegd."
            if stil { return Self.regel(.ok, tekst, versie: versie) }
            return portaal.naar(plek.pad, Melding(.goed, "\(tekst) U kunt ook op een ander apparaat verder."), context)
        case .klaar:
            return stil ? Self.regel(.ok, "") : portaal.naar(plek.pad, nil, context)
        case .vol:
            let tekst = "U hebt te veel concepten. Maak er eerst een af of gooi er een weg."
            if stil { return Self.regel(.conflict, tekst) }
            try await houdVast(form, plek, ik)
            return portaal.naar(plek.pad, Melding(.letOp, tekst), context)
        case .nieuwer(let wanneer):
            let tekst = "Dit formulier is om \(wanneer.kloktijd) op een ander apparaat bewaard of verstuurd."
            if stil { return Self.regel(.conflict, "\(tekst) Wat u hier typt, wordt niet meer vanzelf bewaard.") }
            // What was typed here stays as well: on the page, until somebody decides.
            try await houdVast(form, plek, ik)
            return portaal.naar(
                plek.pad,
                Melding(
                    .letOp, "\(tekst) Hieronder staat wat u hier typte. Bewaart u het nog eens, dan vervangt het dat andere."),
                context)
        }
    }

    private func houdVast(_ form: FormValues, _ plek: Concepten.Plek, _ ik: Aangemeld) async throws {
        try await portaal.kladjes.bewaar(form, pad: plek.pad, van: ik.id, op: nu)
    }

    private static func regel(_ status: HTTPResponse.Status, _ tekst: String, versie: Int? = nil) -> Response {
        var response = Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: tekst)))
        response.headers[versieKop] = versie.map(String.init)
        return response
    }
}

extension PortaalContext {
    /// What a form shows when its page is opened: what was typed before the session ran out, else the draft, else the given
    /// values. Says on the page which of them it is.
    /// - Parameter actie: of a page with several forms: where this one is sent.
    func begin(_ values: FormValues = FormValues(), actie: String? = nil) -> FormValues {
        let nu = bezoek.nu
        if let klad = nu.klad { return klad }
        guard let concept = neemConcept(actie) else { return values }
        // A form names the version that it changes: the draft may have begun from an older one.
        if let toen = concept.form.optional("versie"), let dan = values.optional("versie"), toen != dan {
            bezoek.wijzig {
                $0.berichten.append(
                    Melding(
                        .letOp,
                        "Na uw concept is hier iets gewijzigd, misschien door een collega. Vergelijk het voor u verstuurt."))
            }
        }
        return concept.form
    }

    /// The draft of one form of a page that has several; nil when there is none. Says on the page that it is one.
    func concept(actie: String) -> FormValues? { neemConcept(actie)?.form }

    private func neemConcept(_ actie: String?) -> Formulierconcept? {
        let nu = bezoek.nu
        let mijn = nu.concepten.filter { actie == nil || $0.actie == actie }
        guard let concept = mijn.max(by: { $0.bewaard < $1.bewaard }) else { return nil }
        bezoek.wijzig { $0.berichten.append(.concept(concept, pad: nu.pad)) }
        return concept
    }
}

extension Melding {
    fileprivate static func concept(_ concept: Formulierconcept, pad: String) -> Melding {
        Melding(
            .info, "Bewaard op \(concept.bewaard.voluit). Het is nog niet vastgelegd.", titel: "U gaat verder met uw concept",
            link: Koppeling("Weggooien", Adres.van("/concept/weg", [("pad", pad)])))
    }
}
