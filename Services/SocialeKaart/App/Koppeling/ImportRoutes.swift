// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Web

/// `/v1/importen` and `/v1/exporten`: the operator takes in a directory file and gets it out. A small file is answered at
/// once; a large one, or one sent with `Prefer: respond-async`, goes on in the background, and its address says how far it is.
struct ImportRoutes: Sendable {
    /// Bytes of one file that is answered at once.
    static let ineens = 16 * 1024 * 1024
    /// Bytes of one file.
    static let limiet = 1024 * 1024 * 1024

    let kaart: Kaart
    let importen: Kaartimporten
    let ids: any IDSource
    let deur: Koppelingsdeur

    func add(to router: Router<PlainContext>) {
        router.post("/v1/importen") { request, context in try await begin(request, context) }
        router.get("/v1/importen/:id") { request, context in
            _ = try await beheer(request, context)
            guard let id = UUID(uuidString: try context.id()), let stand = try await importen.stand(id) else {
                throw Failure.notFound(what: "import")
            }
            return try Antwoord.json(stand)
        }
        router.get("/v1/exporten/:vorm") { request, context in
            let toegang = try await beheer(request, context)
            guard let vorm = context.parameters.get("vorm").flatMap(Uitvoervorm.init(rawValue:)) else { throw Refusal(.notFound) }
            let data = try await kaart.uitvoer(vorm, als: toegang.actor)
            return Response(
                status: .ok,
                headers: [.contentType: vorm.mediatype, .contentDisposition: "attachment; filename=\"\(vorm.naam)\""],
                body: .init(byteBuffer: ByteBuffer(bytes: data)))
        }
    }

    /// The whole directory: who keeps one organisation's own entries may not touch it.
    private func beheer(_ request: Request, _ context: PlainContext) async throws -> Koppelingstoegang {
        let toegang = try await deur.toegang(request, met: .kaartBeheren, context)
        guard toegang.organisatie == nil else {
            throw Failure.notAllowed(reason: "Dit token is van één organisatie. Wijzig uw eigen vermelding met /v1/voorstellen.")
        }
        return toegang
    }

    private func begin(_ request: Request, _ context: PlainContext) async throws -> Response {
        let toegang = try await beheer(request, context)
        try request.require(mediaTypes: "application/json", "application/zip")
        var vraag = Vraagvelden(
            Dictionary(request.uri.queryParameters.map { (String($0.key), String($0.value)) }) { _, laatste in laatste })
        let (proef, opheffen) = (vraag.ja("proef"), vraag.ja("opheffen"))
        guard vraag.fouten.isEmpty else { throw Failure.invalid(vraag.fouten) }
        let cause = context.oorzaak("import", id: ids.next(), actor: toegang.actor, at: kaart.clock.now)
        let lengte = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        let later = HTTPField.Name("Prefer").flatMap { request.headers[$0] }?.contains("respond-async") == true
        guard later || lengte > Self.ineens, request.mediaType == "application/json" else {
            let bytes = try await request.body.collect(upTo: Self.ineens)
            let naam = request.mediaType == "application/zip" ? "kaart.zip" : "kaart.json"
            let bron = try Kaart.bron([naam: Data(bytes.readableBytesView)])
            return try Antwoord.json(try await kaart.importeren(bron, proef: proef, opheffen: opheffen, because: cause))
        }
        let id = ids.next()
        let bestand = FileManager.default.temporaryDirectory.appending(path: "wegwijs-import-\(id.uuidString.lowercased()).json")
        do {
            try await ontvang(request, bestand)
            try await importen.begin(id, bestand: bestand, proef: proef, opheffen: opheffen, because: cause)
        } catch {
            try? FileManager.default.removeItem(at: bestand)
            throw error
        }
        let pad = "/v1/importen/\(id.uuidString.lowercased())"
        return try Antwoord.json(try await importen.stand(id), status: .accepted, headers: [.location: pad])
    }

    /// To the disk, a piece at a time.
    private func ontvang(_ request: Request, _ bestand: URL) async throws {
        guard FileManager.default.createFile(atPath: bestand.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw Failure.unavailable(what: "De schijf is niet te beschrijven.")
        }
        let greep = try FileHandle(forWritingTo: bestand)
        defer { try? greep.close() }
        for try await buffer in request.body { try greep.write(contentsOf: Data(buffer.readableBytesView)) }
    }
}
