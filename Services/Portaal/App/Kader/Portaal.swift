// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Web

/// Everything that the pages work with, made once in Bootstrap and handed to every route.
struct Portaal: Sendable {
    let instellingen: PortaalSettings
    let sjablonen: Sjablonen
    let stijl: Bestand
    /// Asks the services and gives them commands.
    let bus: any Asker
    /// The clock of the field, which the demo moves.
    let clock: any WegwijsClock
    let ids: any IDSource
    let cookies: CookieJar

    init(_ instellingen: PortaalSettings, bus: any Asker, clock: any WegwijsClock, ids: any IDSource) throws {
        (self.instellingen, self.bus, self.clock, self.ids) = (instellingen, bus, clock, ids)
        sjablonen = try Sjablonen()
        stijl = Bestand("stijl.css", PackageResources.stijl_css, mediaType: "text/css; charset=utf-8")
        cookies = CookieJar(tls: instellingen.tls)
    }

    /// A page as a response.
    func pagina(_ model: some PageModel, _ context: PortaalContext, status: HTTPResponse.Status = .ok) throws -> Response {
        let kader = Kader(model, bezoek: context.bezoek.nu, stijl: stijl.adres, demo: instellingen.demo)
        let html = try sjablonen.html(model, kader)
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: kader.taal],
            body: .init(byteBuffer: ByteBuffer(string: html)))
    }

    /// After a change: go look there (303), with a notice on top of that page.
    func naar(_ adres: String, _ melding: Melding? = nil, _ context: PortaalContext) -> Response {
        var response = Response(status: .seeOther, headers: [.location: adres])
        if let melding, let secret = context.bezoek.nu.secret, let data = try? MessageCoding.encode(melding) {
            let text = Base64URL.encode(data)
            // Signed, so that nobody can put words on our pages with a cookie from elsewhere.
            cookies.write(Self.berichtCookie, "\(text).\(secret.sign(text))", seconds: 60, to: &response)
        }
        return response
    }

    static let berichtCookie = "bericht"
}

/// What the pages need of the bus. `Bus` is one; so is a stand-alone portaal that reaches nobody.
public protocol Asker: Sendable {
    func ask<Q: Query>(_ query: Q, as actor: Actor, because cause: Envelope?, within limit: Duration) async throws -> Q.Answer
    func send<C: Command>(
        _ command: C, id: UUID?, as actor: Actor, because cause: Envelope?, within limit: Duration
    ) async throws -> C.Answer
}

extension Asker {
    func ask<Q: Query>(_ query: Q, as actor: Actor) async throws -> Q.Answer {
        try await ask(query, as: actor, because: nil, within: .seconds(5))
    }
    /// - Parameter id: the idempotency key; a form carries one so that a double click has one effect.
    func send<C: Command>(_ command: C, id: UUID? = nil, as actor: Actor) async throws -> C.Answer {
        try await send(command, id: id, as: actor, because: nil, within: .seconds(10))
    }
}

/// A portaal without peers, as when every other service is down: each question is answered with "niet bereikbaar".
public struct NoPeers: Asker {
    public init() {}
    public func ask<Q: Query>(_ query: Q, as actor: Actor, because cause: Envelope?, within limit: Duration) async throws -> Q.Answer {
        throw Failure.unavailable(what: "De dienst \(Q.service.rawValue) is even niet bereikbaar.")
    }
    public func send<C: Command>(
        _ command: C, id: UUID?, as actor: Actor, because cause: Envelope?, within limit: Duration
    ) async throws -> C.Answer {
        throw Failure.unavailable(what: "De dienst \(C.service.rawValue) is even niet bereikbaar.")
    }
}
