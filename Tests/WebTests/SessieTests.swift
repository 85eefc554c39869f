// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Web

@Suite("Sessies, tokens en tempo", .timeLimit(.minutes(1)))
struct SessieTests {
    @Test("een geheim gaat heen en terug als tekst, en zijn handtekening past alleen bij zijn eigen tekst")
    func geheim() throws {
        let secret = try Secret.random()
        #expect(Secret(secret.text) == secret && secret.text.count == 43)
        #expect(try Secret.random() != secret)
        for kapot in ["", "abc", secret.text + "A", String(secret.text.dropLast()) + "!", String(secret.text.dropLast(4))] {
            #expect(Secret(kapot) == nil)
        }
        let handtekening = secret.sign("csrf")
        #expect(
            secret.verify(handtekening, of: "csrf") && !secret.verify(handtekening, of: "anders")
                && !secret.verify("", of: "csrf"))
        #expect(try !Secret.random().verify(handtekening, of: "csrf"))
    }

    @Test("het CSRF-token hoort bij één sessie en komt van geen andere site")
    func csrf() throws {
        let secret = try Secret.random()
        let goed = FormValues([Csrf.field: [Csrf.token(secret)]])
        try Csrf.check(goed, secret: secret)
        #expect(throws: Refusal.self) { try Csrf.check(goed, secret: try Secret.random()) }
        #expect(throws: Refusal.self) { try Csrf.check(FormValues(), secret: secret) }
        #expect(throws: Refusal.self) { try Csrf.check(goed, secret: nil) }
    }

    @Test("een cookie die er twee keer is, telt niet")
    func dubbel() throws {
        let jar = CookieJar(tls: true)
        func verzoek(_ cookies: String) -> Request {
            Request(
                head: HTTPRequest(method: .get, scheme: "https", authority: "a", path: "/", headerFields: [.cookie: cookies]),
                body: RequestBody(buffer: ByteBuffer()))
        }
        #expect(jar.read("sessie", from: verzoek("a=b; __Host-sessie=x=y")) == "x=y")
        #expect(jar.read("sessie", from: verzoek("__Host-sessie=x; __Host-sessie=y")) == nil)
        #expect(jar.read("sessie", from: verzoek("sessie=x")) == nil)
    }

    @Test("een token komt uit de kop Authorization en nergens anders")
    func bearer() throws {
        func verzoek(_ kop: String?) -> Request {
            var head = HTTPRequest(method: .get, scheme: "https", authority: "a", path: "/?access_token=x")
            if let kop { head.headerFields[.authorization] = kop }
            return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        }
        #expect(try verzoek("Bearer abc.DEF-_~+/=").bearerToken() == "abc.DEF-_~+/=")
        #expect(try verzoek("bearer abc").bearerToken() == "abc")
        for kop in [nil, "", "Bearer", "Basic abc", "Bearer a b", "Bearer a\"b"] {
            let fout = #expect(throws: Refusal.self) { try verzoek(kop).bearerToken() }
            #expect(fout?.status.code == 401 && fout?.headers[.wwwAuthenticate] == "Bearer")
        }
    }

    @Test("wie te veel vraagt, hoort hoe lang te wachten; een ander heeft daar geen last van")
    func tempo() throws {
        let tempo = RateLimit(burst: 3, perSecond: 0.5)
        let begin = ContinuousClock.now
        for _ in 1...3 { try tempo.take("a", at: begin) }
        let fout = #expect(throws: Refusal.self) { try tempo.take("a", at: begin) }
        #expect(fout?.status.code == 429 && fout?.headers[.retryAfter] == "2")
        try tempo.take("b", at: begin)
        try tempo.take("a", at: begin + .seconds(2))
        #expect(throws: Refusal.self) { try tempo.take("a", at: begin + .seconds(2)) }
    }

    @Test("steeds nieuwe afzenders laten het geheugen niet groeien")
    func veelSleutels() throws {
        let tempo = RateLimit(burst: 2, perSecond: 1, maximumKeys: 10)
        let begin = ContinuousClock.now
        for sleutel in 1...10 { try tempo.take("\(sleutel)", at: begin) }
        #expect(throws: Refusal.self) { try tempo.take("nieuw", at: begin) }
        try tempo.take("1", at: begin)
        try tempo.take("nieuw", at: begin + .seconds(2))
    }
}
