// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A begeleider refers people; the partner queries the directory and answers over its own interface.
extension Verhaal {
    /// How many people are referred in the story.
    static let verwijsdoel = 6

    func refer() async throws {
        let partner = Partner(landschap)
        var done = 0
        for begeleider in caseload.keys.sorted() where done < Self.verwijsdoel {
            guard let klant = caseload[begeleider]?.first else { continue }
            let client = try sessie(begeleider)
            let search = try await client.open("/dossier/\(klant.dossier)/verwijzen?zoek=taal")
            // A provider that is known by name, so that there is a partner to answer.
            guard let form = search.forms.first(where: { $0.action.hasSuffix("/verwijzen") && $0.value("voorziening") != nil }),
                let voorziening = form.value("voorziening")
            else { throw Portaalklant.Unexpected(description: "geen voorziening gevonden om naar te verwijzen") }
            try await check(voorziening, as: client)
            let draft = try await client.send(form)
            try Self.expect(draft, "verwijzing maken")
            var send = try draft.form("/versturen")
            send.set("grondslag", "taak-algemeen-belang")
            send.set("instemming", "mondeling-met-tolk")
            send.set("urgentie", "normaal")
            let sent = try await client.send(send)
            try Self.expect(sent, "verwijzing versturen")
            done += 1
        }
        verwijzingen = done
        guard try await partner.answerAll() == done else {
            throw Portaalklant.Unexpected(description: "de partner ziet niet alle verwijzingen")
        }
        try await checkEachLeefgebied()
    }

    /// A goal leads only to services that were checked: so that each goal of the story leads somewhere, one of every leefgebied is.
    private func checkEachLeefgebied() async throws {
        guard let begeleider = caseload.keys.min() else { return }
        let client = try sessie(begeleider)
        for leefgebied in Leefgebied.allCases {
            let page = try await client.open("/sociale-kaart?leefgebied=\(leefgebied.rawValue)&verwijsbaar=ja")
            let found = Formulier.links(in: page.html, startingWith: "/sociale-kaart/").compactMap {
                VoorzieningID(String($0.dropFirst("/sociale-kaart/".count)))
            }
            if let first = found.first { try await check(first.description, as: client) }
        }
    }

    /// The demo checks the entries that it uses and says that they are synthetic.
    private func check(_ voorziening: String, as client: Portaalklant) async throws {
        let page = try await client.open("/sociale-kaart/\(voorziening)")
        guard var form = page.forms.first(where: { $0.action.hasSuffix("/controleren") }) else { return }
        form.set("wijze", "synthetisch")
        try Self.expect(await client.send(form), "voorziening controleren")
    }
}

/// The organisation that people are referred to: it has a token per organisation and speaks HTTP.
struct Partner: Sendable {
    let landschap: Landschap
    init(_ landschap: Landschap) { self.landschap = landschap }

    private var door: HTTPCaller { HTTPCaller(port: landschap.port + 2) }

    /// Loads the directory of the city, as its operator would.
    func load(_ file: URL) async throws {
        let token = try TokenMaker(landschap).kaartbeheer()
        let data = try Data(contentsOf: file)
        // The service looks at its token file once a second.
        for attempt in 1...6 {
            let answer = try await door.send(
                "POST", "/v1/importen", headers: [("content-type", "application/json"), ("authorization", "Bearer \(token)")],
                body: data)
            if answer.status == 200 || answer.status == 201 { return }
            guard answer.status == 401, attempt < 6 else {
                throw Portaalklant.Unexpected(
                    description: "de sociale kaart is niet ingelezen: \(answer.status) \(answer.text.prefix(300))")
            }
            try await Task.sleep(for: .milliseconds(300))
        }
    }

    /// Every organisation with an entry in the open directory looks for its referrals and accepts them.
    func answerAll() async throws -> Int {
        let directory = try await door.send("GET", "/hsds/v3/services?per_page=100")
        guard directory.status == 200, let page = try JSONSerialization.jsonObject(with: directory.body) as? [String: Any],
            let services = page["contents"] as? [[String: Any]]
        else { throw Portaalklant.Unexpected(description: "de sociale kaart antwoordt \(directory.status)") }
        var organisations: Set<String> = []
        for service in services {
            if let id = service["organization_id"] as? String ?? (service["organization"] as? [String: Any])?["id"] as? String {
                organisations.insert(id)
            }
        }
        var answered = 0
        for organisation in organisations.sorted() {
            guard let id = OrganisatieID(organisation) else { continue }
            let token = try TokenMaker(landschap).partner(organisatie: id)
            answered += try await answer(token)
        }
        return answered
    }

    private func answer(_ token: String) async throws -> Int {
        let headers = [("authorization", "Bearer \(token)")]
        var list = try await door.send("GET", "/v1/verwijzingen", headers: headers)
        for _ in 0..<6 where list.status == 401 {
            try await Task.sleep(for: .milliseconds(300))
            list = try await door.send("GET", "/v1/verwijzingen", headers: headers)
        }
        guard list.status == 200, let page = try JSONSerialization.jsonObject(with: list.body) as? [String: Any] else {
            throw Portaalklant.Unexpected(description: "de partner kan zijn verwijzingen niet lezen: \(list.status)")
        }
        let rows = (page["verwijzingen"] ?? page["resultaten"] ?? page["rows"]) as? [[String: Any]] ?? []
        var answered = 0
        for row in rows {
            guard let id = (row["verwijzingId"] ?? row["id"]) as? String, row["toestand"] as? String == "verstuurd" else {
                continue
            }
            let one = try await door.send("GET", "/v1/verwijzingen/\(id)", headers: headers)
            let start = Verhaal.begin.adding(days: 63)
            let body = try JSONSerialization.data(withJSONObject: [
                "naar": "geaccepteerd", "velden": ["contactpersoonPartner": "Balie", "verwachteStartdatum": start.description],
            ])
            let done = try await door.send(
                "POST", "/v1/verwijzingen/\(id)/statusovergangen",
                headers: headers + [
                    ("content-type", "application/json"), ("if-match", one.header("etag") ?? "*"),
                    ("idempotency-key", UUID().uuidString),
                ], body: body)
            guard (200..<300).contains(done.status) else {
                throw Portaalklant.Unexpected(
                    description: "de partner kan niet antwoorden: \(done.status) \(done.text.prefix(300))")
            }
            answered += 1
        }
        return answered
    }
}
