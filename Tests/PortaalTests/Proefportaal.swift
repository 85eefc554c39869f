// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Opslag
import Testing
import Web
import Zegel

@testable import PortaalApp

/// A portaal with a store of its own in a folder that goes when the test ends.
struct Proefportaal: Sendable {
    let portaal: Portaal
    let store: Store
    let klok: Proefklok
    let edge: Edge<PortaalContext>

    static let wachtwoord = "een lang wachtwoord"
    static let geheim = Data("12345678901234567890".utf8)

    func bezoeker() -> InProcessClient<PortaalContext> { InProcessClient(edge) }

    /// Makes a user who can sign in with `wachtwoord` and `geheim`.
    @discardableResult
    func gebruiker(
        _ naam: String, _ rollen: Set<Role>, team: TeamID? = nil, gemeente: String? = nil, heet: String = "Sanne de Wit"
    )
        async throws -> GebruikerRij
    {
        let rij = GebruikerRij(
            id: portaal.ids.make(), gebruikersnaam: naam, naam: heet, rollen: rollen, team: team, gemeente: gemeente)
        try await portaal.gebruikers.voegToe(
            rij, wachtwoordHash: try await PasswordHash.make(Self.wachtwoord), totpGeheim: Self.geheim, waarom: "proef",
            cause: nil)
        return rij
    }

    /// Signs in as a browser does and returns the visitor. The clock goes on to the next code.
    func aangemeld(_ naam: String) async throws -> InProcessClient<PortaalContext> {
        let bezoeker = bezoeker()
        try await meldAan(bezoeker, naam)
        return bezoeker
    }

    @discardableResult
    func meldAan(_ bezoeker: InProcessClient<PortaalContext>, _ naam: String, naar: String = "/") async throws
        -> InProcessClient<PortaalContext>.Answer
    {
        klok.verder(31)
        let deur = try await bezoeker.get("/aanmelden?naar=\(naar)")
        let half = try await bezoeker.post(
            "/aanmelden", [("_csrf", try csrf(deur)), ("gebruikersnaam", naam), ("wachtwoord", Self.wachtwoord), ("naar", naar)])
        try #require(half.status == 303, "\(half.text)")
        let tweede = try await bezoeker.get(half.headers[.location] ?? "")
        let code = try TOTP(secret: Self.geheim).code(at: klok.now)
        return try await bezoeker.post("/aanmelden/code", [("_csrf", try csrf(tweede)), ("code", code), ("naar", naar)])
    }
}

/// The CSRF token of the first form on a page.
func csrf(_ antwoord: InProcessClient<PortaalContext>.Answer) throws -> String {
    let match = antwoord.text.firstMatch(of: /name="_csrf" value="([^"]+)"/)
    return String(try #require(match, "geen formulier: \(antwoord.status) \(antwoord.text.prefix(300))").output.1)
}

func metPortaal(tls: Bool = false, bus: any Asker = NoPeers(), _ body: (Proefportaal) async throws -> Void) async throws {
    let map = FileManager.default.temporaryDirectory.appending(path: "portaal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: map) }
    let klok = Proefklok(Date(timeIntervalSince1970: 1_800_000_000))
    let ids = UUIDv7Source(clock: klok)
    let store = try Store(
        service: .portaal, file: map.appending(path: "portaal.sqlite"), migrations: Portaal.migrations, clock: klok, ids: ids)
    let portaal = try await Portaal(
        PortaalSettings(tls: tls, teams: ["Team Almere"]), store: store, zegel: try SealKey.random(), bus: bus, clock: klok,
        ids: ids,
        realClock: klok)
    try await body(Proefportaal(portaal: portaal, store: store, klok: klok, edge: portaal.edge()))
    try await store.close()
}
