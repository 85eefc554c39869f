// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization
import Testing
import Web

@Suite("De rand van een interface", .timeLimit(.minutes(1)))
struct EdgeTests {
    struct Onverwacht: Error { let geheim = "BSN 999900006" }
    struct Bericht: Codable { var naam: String; var client: Client }
    struct Client: Codable { var bsn: String }

    private func client(_ change: (inout EdgeSettings) -> Void = { _ in }) -> InProcessClient<PlainContext> {
        let router = Edge<PlainContext>.router()
        router.get("/v1/dingen/:id") { _, context in context.parameters.get("id") ?? "" }
        router.post("/v1/dingen") { request, _ in try await request.json(Bericht.self).naam }
        router.post("/v1/lees") { request, _ in String(try await request.bytes().count) }
        router.get("/v1/traag") { _, _ in
            try await Task.sleep(for: .seconds(30))
            return ""
        }
        router.get("/v1/fout/:soort") { _, context -> String in
            switch context.parameters.get("soort") {
            case "invalid": throw Failure.invalid([FieldError("data.client.bsn", code: "bsn-proef", "Dit BSN klopt niet.")])
            case "notFound": throw Failure.notFound(what: "x")
            case "notAllowed": throw Failure.notAllowed(reason: "Dit is niet uw dossier.")
            case "conflict": throw Failure.conflict(.init(yours: 1, newest: 2))
            case "state": throw Failure.state(reason: "Dit is al betaald.")
            case "unavailable": throw Failure.unavailable(what: "De dienst is weg.")
            case "fault": throw Failure.fault(reference: "f00")
            default: throw Onverwacht()
            }
        }
        router.get("/v1/spoor") { _, context in
            let cause = TraceContext.current?.envelope(of: .intake, actor: .service(purpose: "proef"), at: Date())
            return
                "\(TraceContext.current == context.trace) \(cause?.traceparent ?? "") \(cause?.id.uuidString.lowercased() ?? "")"
        }
        router.openAPI(Array("{}".utf8), at: "/v1/openapi.json")
        var settings = EdgeSettings(face: .interface, tls: true, apiVersion: "1.0.0")
        settings.bodyLimit = 1000
        settings.bodyLimits = ["/v1/lees": 5000]
        change(&settings)
        return InProcessClient(Edge(router, settings: settings))
    }

    private func probleem(_ antwoord: InProcessClient<PlainContext>.Answer) throws -> ProblemDetails {
        #expect(antwoord.headers[.contentType] == "application/problem+json")
        let probleem = try JSONDecoder().decode(ProblemDetails.self, from: antwoord.body)
        #expect(probleem.status == antwoord.status)
        return probleem
    }

    @Test(
        "elke fout wordt een probleemdocument met de juiste status",
        arguments: [
            ("invalid", 400), ("notFound", 404), ("notAllowed", 403), ("conflict", 409), ("state", 409), ("unavailable", 503),
            ("fault", 500),
            ("onverwacht", 500),
        ])
    func status(_ soort: String, _ status: Int) async throws {
        let antwoord = try await client().get("/v1/fout/\(soort)")
        #expect(antwoord.status == status)
        let probleem = try probleem(antwoord)
        #expect(probleem.type.hasPrefix("urn:wegwijs:probleem:"))
        #expect(!antwoord.text.contains("999900006") && !antwoord.text.contains("Onverwacht"))
        #expect((antwoord.headers[.retryAfter] != nil) == (status == 503))
        if soort == "invalid" {
            #expect(probleem.fouten == [.init(veld: "data.client.bsn", code: "bsn-proef", tekst: "Dit BSN klopt niet.")])
        }
        if soort == "fault" { #expect(probleem.detail?.contains("f00") == true) }
    }

    @Test("wie zegt van welke versie hij uitging, krijgt bij een botsing 412")
    func ifMatch() async throws {
        #expect(try await client().send(.get, "/v1/fout/conflict", headers: [.ifMatch: "\"1\""]).status == 412)
    }

    @Test("een onbekend pad is 404, een andere methode 405 met wat wel mag, HEAD werkt waar GET werkt")
    func paden() async throws {
        let client = client()
        #expect(try probleem(await client.get("/v1/nergens")).status == 404)
        let methode = try await client.send(.delete, "/v1/dingen/7")
        #expect(try probleem(methode).status == 405)
        #expect(methode.headers[.allow] == "GET, HEAD")
        let hoofd = try await client.send(.head, "/v1/dingen/7")
        #expect(hoofd.status == 200 && hoofd.body.isEmpty)
        let hoofdWeg = try await client.send(.head, "/v1/nergens")
        #expect(hoofdWeg.status == 404 && hoofdWeg.body.isEmpty)
    }

    @Test("een bericht dat afbreekt of uit geen stukken bestaat is 400 en geen fout van ons")
    func gebroken() async throws {
        let router = Edge<PlainContext>.router()
        router.post("/v1/lees") { request, _ in String(try await request.bytes().count) }
        let body = AsyncThrowingStream<ByteBuffer, any Error> { stroom in
            stroom.yield(ByteBuffer(string: "{"))
            stroom.finish(throwing: Onverwacht())
        }
        let head = HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/v1/lees")
        let antwoord = try await Edge(router, settings: EdgeSettings(face: .interface, tls: false)).respond(
            to: Request(head: head, body: RequestBody(asyncSequence: body)), context: PlainContext(logger: Logger(label: "proef"))
        )
        #expect(antwoord.status == .badRequest)
    }

    @Test("een tekst met een NUL is een fout bij dat veld, hoe diep het ook staat")
    func nul() async throws {
        let body = Data(#"{"naam":"Jan","client":{"bsn":"1\u00002"}}"#.utf8)
        let antwoord = try await client().send(.post, "/v1/dingen", headers: [.contentType: "application/json"], body: body)
        #expect(try probleem(antwoord).fouten?.map(\.veld) == ["client.bsn"])
    }

    @Test("een te grote inhoud is 413, ook wanneer de lengte is verzwegen of gelogen; de grens geldt per pad")
    func grootte() async throws {
        let client = client()
        let json: HTTPFields = [.contentType: "application/json"]
        let groot = Data(repeating: 32, count: 1001)
        #expect(try probleem(await client.send(.post, "/v1/dingen", headers: json, body: groot, chunk: 100)).status == 413)
        var gelogen = json
        gelogen[.contentLength] = "10"
        #expect(try await client.send(.post, "/v1/dingen", headers: gelogen, body: groot, chunk: 100).status == 413)
        gelogen[.contentLength] = "100000000"
        #expect(try await client.send(.post, "/v1/dingen", headers: gelogen).status == 413)
        #expect(try await client.send(.post, "/v1/lees", body: Data(repeating: 32, count: 5000)).text == "5000")
        #expect(try await client.send(.post, "/v1/lees", body: Data(repeating: 32, count: 5001)).status == 413)
    }

    @Test("een verkeerd soort inhoud is 415, kapotte JSON is 400 en een ontbrekend veld wordt genoemd zonder de waarde")
    func inhoud() async throws {
        let client = client()
        func stuur(_ type: String, _ body: String) async throws -> InProcessClient<PlainContext>.Answer {
            try await client.send(.post, "/v1/dingen", headers: [.contentType: type], body: Data(body.utf8))
        }
        #expect(try await stuur("text/plain", "{}").status == 415)
        #expect(try await stuur("application/json; charset=utf-8", #"{"naam":"a","client":{"bsn":"1"}}"#).text == "a")
        let kapot = try await stuur("application/json", #"{"naam": "Jan"#)
        #expect(kapot.status == 400 && !kapot.text.contains("Jan"))
        let veld = try probleem(await stuur("application/json", #"{"naam":"Jan","client":{"bsn":12}}"#))
        #expect(veld.fouten?.first?.veld == "client.bsn" && veld.fouten?.first?.code == "soort")
        #expect(try probleem(await stuur("application/json", #"{"naam":"Jan","client":{}}"#)).fouten?.first?.code == "verplicht")
    }

    @Test("wat te lang duurt, wordt afgebroken met het advies om later terug te komen")
    func traag() async throws {
        let antwoord = try await client { $0.timeLimit = .milliseconds(50) }.get("/v1/traag")
        #expect(try probleem(antwoord).status == 503)
        #expect(antwoord.headers[.retryAfter] != nil)
    }

    @Test("het spoor loopt door: een goed traceparent blijft, een kapot begint opnieuw")
    func spoor() async throws {
        let client = client()
        let naam = try #require(HTTPField.Name("traceparent"))
        let goed = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
        let antwoord = try #require(try await client.send(.get, "/v1/dingen/1", headers: [naam: goed]).headers[naam])
        #expect(antwoord.hasPrefix("00-4bf92f3577b34da6a3ce929d0e0e4736-") && antwoord != goed)
        let binnen = try await client.send(.get, "/v1/spoor", headers: [naam: goed]).text.split(separator: " ")
        #expect(binnen.count == 3 && binnen[0] == "true" && binnen[1].hasPrefix("00-4bf92f3577b34da6a3ce929d0e0e4736-"))
        #expect(binnen.last == "4bf92f35-77b3-4da6-a3ce-929d0e0e4736")
        for kapot in [
            "00-0-0-01", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", "ff-\(goed.dropFirst(3))",
            "00-\(String(repeating: "0", count: 32))-00f067aa0ba902b7-01",
        ] {
            let nieuw = try #require(try await client.send(.get, "/v1/dingen/1", headers: [naam: kapot]).headers[naam])
            #expect(
                !nieuw.contains("4bf92f3577b34da6a3ce929d0e0e4736") && nieuw.count == 55
                    && !nieuw.contains("00000000000000000000000000000000"))
        }
    }

    @Test("elk antwoord draagt de versie en de beschermende koppen, en het OpenAPI-document is van overal te lezen")
    func koppen() async throws {
        let antwoord = try await client().get("/v1/nergens")
        #expect(antwoord.headers[try #require(HTTPField.Name("API-Version"))] == "1.0.0")
        #expect(antwoord.headers[.strictTransportSecurity] != nil && antwoord.headers[.cacheControl] == "no-store")
        #expect(antwoord.headers[.contentSecurityPolicy] == "default-src 'none'; frame-ancestors 'none'")
        let document = try await client().get("/v1/openapi.json")
        #expect(document.headers[.accessControlAllowOrigin] == "*" && document.text == "{}")
    }
}
