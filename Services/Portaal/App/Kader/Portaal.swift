// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Opslag
import Web
import Zegel

/// Everything that the pages work with, made once in Bootstrap and handed to every route.
public struct Portaal: Sendable {
    let instellingen: PortaalSettings
    let sjablonen: Sjablonen
    let stijl: Bestand
    let script: Bestand
    /// Asks the services and gives them commands.
    let bus: any Asker
    /// The clock of the field, which the demo moves.
    let clock: any WegwijsClock
    let ids: any IDSource
    let cookies: CookieJar
    let gebruikers: Gebruikers
    let sessies: Sessions
    let aanmelden: Aanmelden
    let kladjes: Kladjes
    /// Makes and reads one-time links for partners.
    let linktoken: Linktoken
    let concepten: Concepten
    let agendafeeds: Agendafeeds

    /// - Parameters:
    ///   - zegel: seals the secrets of the second factor and what is kept of unfinished forms.
    ///   - realClock: for sessions and codes, which never follow the clock of the field.
    public init(
        _ instellingen: PortaalSettings, store: Store, zegel: SealKey, bus: any Asker, clock: any WegwijsClock, ids: any IDSource,
        realClock: any WegwijsClock = RealClock()
    ) async throws {
        (self.instellingen, self.bus, self.clock, self.ids) = (instellingen, bus, clock, ids)
        sjablonen = try Sjablonen()
        stijl = Bestand("stijl.css", PackageResources.stijl_css, mediaType: "text/css; charset=utf-8")
        script = Bestand("concept.js", PackageResources.concept_js, mediaType: "text/javascript; charset=utf-8")
        cookies = CookieJar(tls: instellingen.tls)
        gebruikers = Gebruikers(store: store, zegel: zegel)
        kladjes = Kladjes(store: store, zegel: zegel)
        guard let linkgeheim = Secret(Base64URL.encode(try zegel.derived(for: "antwoordlink").exported)) else {
            throw Failure.fault(reference: "linkgeheim")
        }
        linktoken = Linktoken(geheim: linkgeheim)
        concepten = Concepten(store: store, zegel: zegel)
        guard let feedgeheim = Secret(Base64URL.encode(try zegel.derived(for: "agendafeed").exported)) else {
            throw Failure.fault(reference: "feedgeheim")
        }
        agendafeeds = Agendafeeds(store: store, geheim: feedgeheim)
        sessies = Sessions(store: SessieOpslag(store: store), clock: realClock)
        aanmelden = Aanmelden(
            gebruikers: gebruikers, pogingen: Pogingen(store: store), sessies: sessies,
            schijnhash: try await PasswordHash.make(try SecureRandom.token()))
    }

    static let sessieCookie = "sessie"
    static let bezoekCookie = "bezoek"
    static let berichtCookie = "bericht"

    /// A page as a response.
    func pagina(_ model: some PageModel, _ context: PortaalContext, status: HTTPResponse.Status = .ok) throws -> Response {
        // Before sign-in there are no commands, and pages that must not tell users apart stay the same.
        let opdracht =
            context.bezoek.nu.gebruiker == nil
            ? "" : context.form.optional(Opdrachtnummer.veld) ?? ids.next().uuidString.lowercased()
        var kader = Kader(
            model, bezoek: context.bezoek.nu, stijl: stijl.adres, script: script.adres, demo: instellingen.demo,
            opdracht: opdracht)
        var html = try sjablonen.html(model, kader)
        if let form = context.bezoek.nu.form, context.bezoek.nu.gebruiker != nil {
            kader.getypt = Getypt.kwijt(form, status: status, html: html)
            if kader.heeftGetypt { html = try sjablonen.html(model, kader) }
        }
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: kader.taal],
            body: .init(byteBuffer: ByteBuffer(bytes: html)))
    }

    /// After a change: go look there (303), with a notice on top of that page. Neither address nor notice may hold a name.
    func naar(_ adres: String, _ melding: Melding? = nil, _ context: PortaalContext) -> Response {
        var response = Response(status: .seeOther, headers: [.location: adres])
        if let melding, let secret = context.bezoek.nu.secret, let data = try? MessageCoding.encode(melding) {
            let text = Base64URL.encode(data)
            // Signed, so that nobody can put words on our pages with a cookie from elsewhere.
            cookies.write(Self.berichtCookie, "\(text).\(secret.sign(text))", seconds: 60, to: &response)
        }
        return response
    }

    /// Reads a form with one file, piece by piece. The CSRF token and the other fields stand before the file.
    func upload(
        _ request: Request, _ context: PortaalContext, limit: Int,
        begin: (_ filename: String, _ mediaType: String, _ fields: FormValues) async throws -> Void,
        bytes: (ArraySlice<UInt8>) async throws -> Void
    ) async throws -> (fields: FormValues, size: Int?) {
        let secret = context.bezoek.nu.secret
        return try await Upload.read(
            request, limits: MultipartLimits(fileBytes: limit), check: { try Csrf.check($0, secret: secret) }, begin: begin,
            bytes: bytes)
    }
}
