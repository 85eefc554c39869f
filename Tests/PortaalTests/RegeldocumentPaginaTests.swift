// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import PortaalApp

/// A photo or PDF at a step, from the form of the browser to the commands on the bus, and back.
@Suite("Documenten op de pagina van een stap", .timeLimit(.minutes(2)))
struct RegeldocumentPaginaTests {
    private typealias Bezoeker = InProcessClient<PortaalContext>
    private static let stap = "/dossier/018f3b1c-0000-7000-8000-000000000001/regelzaak/018f3b1c-0000-7000-8000-000000000006"
    private static let naar = "/regeldocument/018f3b1c-0000-7000-8000-000000000001/018f3b1c-0000-7000-8000-000000000006"
    private static let document = "\(stap)/document/018f3b1c-0000-7000-8000-000000000021"
    private static let pdf = Data("%PDF-1.7\n".utf8)

    /// Intake knows each dossier that is asked.
    /// - Parameter document: what begeleiding gives in the place of the example.
    private static func bus(_ document: RegeldocumentLezen.Answer? = nil) -> Voorbeeldbus {
        Voorbeeldbus { query, data in
            if let vraag = query as? DossierLabels {
                return try MessageCoding.encode(
                    vraag.dossiers.map { DossierLabel(dossier: $0, dossiernummer: "W-2027-0012", naam: "Selam Voorbeeld") })
            }
            guard query is RegeldocumentLezen, let document else { return data }
            return try MessageCoding.encode(document)
        }
    }

    private func metSanne(
        _ rol: Role = .begeleider, bus: Voorbeeldbus = Self.bus(), _ body: (Bezoeker, Voorbeeldbus) async throws -> Void
    ) async throws {
        try await metPortaal(bus: bus) { proef in
            try await proef.gebruiker("sanne", [rol], team: TeamID(team: "Team Almere"))
            try await body(try await proef.aangemeld("sanne"), bus)
        }
    }

    /// What the form on the page sends. The file comes last, as it stands there.
    private func stuur(
        _ bezoeker: Bezoeker, _ open: Bezoeker.Answer, soort: String?, _ bestand: Data?, geheim: String? = nil
    ) async throws -> Bezoeker.Answer {
        let vorm = try #require(open.text.firstMatch(of: /<form[^>]+enctype="multipart\/form-data"[\s\S]*?<\/form>/)).output
        let velden =
            vorm.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/).map {
                (String($0.output.1), $0.output.1 == "_csrf" ? geheim ?? String($0.output.2) : String($0.output.2))
            } + (soort.map { [("documentsoort", $0)] } ?? [])
        var body = Data()
        for (veld, waarde) in velden {
            body += Data("--grens\r\nContent-Disposition: form-data; name=\"\(veld)\"\r\n\r\n\(waarde)\r\n".utf8)
        }
        body += Data(
            "--grens\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"\(bestand == nil ? "" : "IMG 1.pdf")\"\r\n"
                .utf8)
        body += Data("Content-Type: text/html\r\n\r\n".utf8) + (bestand ?? Data()) + Data("\r\n--grens--\r\n".utf8)
        return try await bezoeker.send(
            .post, Self.naar, headers: [.contentType: "multipart/form-data; boundary=grens"], body: body, chunk: 64 * 1024)
    }

    private func nummers(_ bus: Voorbeeldbus) throws -> [String] {
        try bus.stand.withLock { $0.opdrachten }.map {
            try MessageCoding.decode(RegeldocumentDeel.self, from: Data($0.inhoud.utf8)).document.description
        }
    }

    @Test("het bestand gaat met soort en hash naar begeleiding; hetzelfde formulier twee keer is één document")
    func toevoegen() async throws {
        try await metSanne { sanne, bus in
            let open = try await sanne.get(Self.stap)
            for _ in 0..<2 {
                let antwoord = try await stuur(sanne, open, soort: "brief", Self.pdf)
                #expect(antwoord.status == 303 && antwoord.headers[.location] == Self.stap, "\(antwoord.text)")
            }
            let deel = try MessageCoding.decode(
                RegeldocumentDeel.self, from: Data(try #require(bus.stand.withLock { $0.opdrachten.first }).inhoud.utf8))
            #expect(deel.inhoud == Self.pdf && deel.soort == .brief && deel.laatste && deel.vanaf == 0)
            // Another file in the same form, such as after the back button, is another document.
            _ = try await stuur(sanne, open, soort: "brief", Self.pdf + Data("1".utf8))
            let nummers = try nummers(bus)
            #expect(nummers.count == 3 && nummers[0] == nummers[1] && nummers[1] != nummers[2])
        }
    }

    @Test("wat er mist of niet mag staat bij zijn veld, en de keuze blijft staan")
    func geweigerd() async throws {
        try await metSanne { sanne, bus in
            let open = try await sanne.get(Self.stap)
            let leeg = try await stuur(sanne, open, soort: "pas", nil)
            #expect(leeg.status == 400 && leeg.text.contains("Kies een foto of een PDF."))
            #expect(leeg.text.contains(#"<option value="pas" selected"#), "\(leeg.text)")
            let zonder = try await stuur(sanne, open, soort: nil, Self.pdf)
            #expect(zonder.status == 400 && zonder.text.contains("Kies wat voor document dit is."))
            let groot = try await stuur(sanne, open, soort: "pas", Self.pdf + Data(count: Bestandupload.grootste))
            #expect(groot.status == 400 && groot.text.contains("ten hoogste 10 MB"))
            #expect(bus.stand.withLock { $0.opdrachten.isEmpty })
            bus.stand.withLock {
                $0.geweigerd = [.invalid([FieldError("inhoud", code: "soort", "Een ander soort bestand kan niet.")])]
            }
            let soort = try await stuur(sanne, open, soort: "pas", Data("<html>".utf8))
            #expect(soort.status == 400 && soort.text.contains(##"href="#veld-bestand""##))
            bus.stand.withLock { $0.geweigerd = [.state(reason: "Bij een stap horen ten hoogste 20 documenten.")] }
            let vol = try await stuur(sanne, open, soort: "pas", Self.pdf)
            #expect(vol.status == 409 && vol.text.contains("ten hoogste 20 documenten"))
        }
    }

    @Test("zonder het geheim van het formulier wordt er niets gelezen")
    func zonderGeheim() async throws {
        try await metSanne { sanne, bus in
            let open = try await sanne.get(Self.stap)
            #expect(try await stuur(sanne, open, soort: "brief", Self.pdf, geheim: "vals").status == 403)
            #expect(bus.stand.withLock { $0.opdrachten.isEmpty })
        }
    }

    @Test("een document opent als wat het is, wordt nergens bewaard, en iets anders wordt nooit getoond")
    func openen() async throws {
        try await metSanne { sanne, _ in
            let antwoord = try await sanne.get(Self.document)
            #expect(antwoord.status == 200 && antwoord.body == Self.pdf)
            #expect(antwoord.headers[.contentType] == "application/pdf")
            #expect(antwoord.headers[.contentDisposition] == #"inline; filename="document.pdf""#)
            #expect(antwoord.headers[.xContentTypeOptions] == "nosniff" && antwoord.headers[.cacheControl] == "no-store")
            #expect(antwoord.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        }
        let html = Self.bus(
            RegeldocumentLezen.Answer(mediatype: "text/html", grootte: 6, inhoud: Data("<html>".utf8)))
        try await metSanne(bus: html) { sanne, _ in
            let antwoord = try await sanne.get(Self.document)
            #expect(antwoord.headers[.contentType] == "application/octet-stream")
            #expect(antwoord.headers[.contentDisposition] == #"attachment; filename="document.bin""#)
        }
    }

    @Test("een vrijwilliger ziet de stap zonder documenten, en komt bij geen enkel adres ervan binnen")
    func vrijwilliger() async throws {
        try await metSanne(.vrijwilliger) { vrijwilliger, bus in
            let pagina = try await vrijwilliger.get(Self.stap)
            #expect(pagina.status == 200 && !pagina.text.contains("/document/") && !pagina.text.contains("multipart"))
            for pad in [Self.document, "\(Self.document)/intrekken"] { #expect(try await vrijwilliger.get(pad).status == 403) }
            let vast = [("_csrf", try csrf(pagina)), ("reden", "te-veel")]
            #expect(try await vrijwilliger.post("\(Self.document)/intrekken", vast).status == 403)
            #expect(try await vrijwilliger.post(Self.naar, vast).status == 403)
            #expect(bus.stand.withLock { $0.opdrachten.isEmpty })
        }
    }

    @Test("intrekken vraagt een reden; wie te laat is hoort dat op de pagina van de stap")
    func intrekken() async throws {
        try await metSanne(.teamleider) { karel, bus in
            let open = try await karel.get("\(Self.document)/intrekken")
            #expect(open.status == 200 && open.text.contains("Dat kan niet ongedaan worden gemaakt."))
            let vast = [("_csrf", try csrf(open))]
            let zonder = try await karel.post("\(Self.document)/intrekken", vast)
            #expect(zonder.status == 400 && zonder.text.contains("Kies waarom u dit document intrekt."))
            let goed = try await karel.post("\(Self.document)/intrekken", vast + [("reden", "andere-persoon")])
            #expect(goed.status == 303 && goed.headers[.location] == Self.stap)
            #expect(bus.stand.withLock { $0.opdrachten.last?.inhoud.contains(#""reden":"andere-persoon""#) } == true)
            bus.stand.withLock { $0.geweigerd = [.state(reason: "Dit document is al ingetrokken.")] }
            let laat = try await karel.post("\(Self.document)/intrekken", vast + [("reden", "te-veel")])
            #expect(laat.status == 303)
            #expect(try await karel.get(Self.stap).text.contains("Dit document is al ingetrokken."))
            let weg = "\(Self.stap)/document/018f3b1c-0000-7000-8000-0000000000ff/intrekken"
            #expect(try await karel.get(weg).status == 404)
        }
    }

    @Test("twee van dezelfde soort zijn uit elkaar te houden, de oudste is de eerste")
    func namen() {
        typealias V = VoorbeeldenBegeleider
        let pagina = RegelzaakPagina(
            V.hoofd, V.beeld(V.volleZaak), FormValues(), wie: "Hele gezin", leeftijd: [], gebruikers: V.gebruikers,
            rollen: [.begeleider], vandaag: V.vandaag)
        #expect(pagina.documenten?.rijen.map(\.naam) == ["Brief of besluit 2", "Pas of document", "Brief of besluit 1"])
        #expect(pagina.documenten?.rijen.first?.onder.hasPrefix("PDF, 1,2 MB, toegevoegd op ") == true)
    }
}
