// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Web

/// Answers on the wire.
enum Antwoord {
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) throws -> Response {
        var headers = headers
        headers[.contentType] = "application/json"
        return Response(
            status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: try MessageCoding.encode(value))))
    }
}

/// Reading what came in.
extension Request {
    /// A JSON body, read strictly: no name twice in one object, no NUL. What does not fit is an error that names the field.
    func strikt<Waarde: Decodable>(_ type: Waarde.Type = Waarde.self) async throws -> Waarde {
        try require(mediaTypes: "application/json")
        let data = try await bytes()
        do {
            _ = try JSONWaarde(json: data)
            return try MessageCoding.decode(type, from: data)
        } catch let error as DecodingError {
            throw Failure.invalid([FieldError(decoding: error)])
        } catch is JSONLezer.Fout {
            throw Failure.invalid([
                FieldError("", code: "json", "Het bericht is geen geldige JSON, of een naam staat er tweemaal in.")
            ])
        }
    }

    /// The `If-Match` header as the version of a record.
    func versie() throws -> Int {
        guard let header = headers[.ifMatch] else {
            throw Refusal(.preconditionRequired, "Stuur de header If-Match mee met de versie (ETag) die u hebt opgehaald.")
        }
        let tekst = header.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
        guard let versie = Int(tekst), versie > 0 else {
            throw Failure.invalid([
                FieldError("If-Match", code: "geen-versie", "Schrijf de versie zoals in ETag, bijvoorbeeld \"3\".")
            ])
        }
        return versie
    }

    /// The `Idempotency-Key` header: 8 to 100 visible characters, chosen by the sender, new for each step.
    func idempotentiesleutel() throws -> String {
        let naam = HTTPField.Name("Idempotency-Key")
        guard let sleutel = naam.flatMap({ headers[$0] }), (8...100).contains(sleutel.utf8.count),
            sleutel.utf8.allSatisfy({ (33...126).contains($0) })
        else {
            throw Failure.invalid([
                FieldError(
                    "Idempotency-Key", code: "verplicht", "Stuur een eigen sleutel mee van 8 tot 100 tekens, zoals een UUID.")
            ])
        }
        return sleutel
    }

    func tekst(_ naam: String) -> String? {
        guard let waarde = uri.queryParameters[Substring(naam)], !waarde.isEmpty else { return nil }
        return String(waarde)
    }

    /// A whole number in the query within bounds; errors are gathered.
    func getal(_ naam: String, _ bereik: ClosedRange<Int>, standaard: Int, _ fouten: inout [FieldError]) -> Int {
        guard let tekst = tekst(naam) else { return standaard }
        guard let getal = Int(tekst), bereik.contains(getal) else {
            fouten.append(
                FieldError(naam, code: "bereik", "Een heel getal van \(bereik.lowerBound) tot en met \(bereik.upperBound)."))
            return standaard
        }
        return getal
    }

    /// An instant with any offset, as the store writes it. A plus that was not escaped came in as a space.
    func tijdstip(_ naam: String, _ fouten: inout [FieldError]) -> String? {
        guard let tekst = tekst(naam)?.replacingOccurrences(of: " ", with: "+") else { return nil }
        if let datum = Datum(tekst) { return Instant.text(datum.start) }
        guard let date = Instant.date(tekst) else {
            fouten.append(FieldError(naam, code: "geen-tijdstip", "Schrijf een tijdstip als 2027-01-31T09:00:00Z."))
            return nil
        }
        return Instant.text(date)
    }

    func id(_ naam: String, _ fouten: inout [FieldError]) -> String? {
        guard let tekst = tekst(naam) else { return nil }
        guard let id = UUID(uuidString: tekst) else {
            fouten.append(FieldError(naam, code: "geen-id", "Dit is geen UUID."))
            return nil
        }
        return id.uuidString.lowercased()
    }

    func ja(_ naam: String, _ fouten: inout [FieldError]) -> Bool {
        switch tekst(naam) {
        case nil, "false": return false
        case "true": return true
        default:
            fouten.append(FieldError(naam, code: "geen-ja-nee", "Schrijf true of false."))
            return false
        }
    }
}

extension PlainContext {
    /// The id in the path, in the form of the store; 404 when it is none.
    func id() throws -> String {
        guard let tekst = parameters.get("id"), let id = UUID(uuidString: tekst) else { throw Refusal(.notFound) }
        return id.uuidString.lowercased()
    }

    /// The request from outside as the cause of what follows from it.
    func oorzaak(_ soort: String, id: UUID, actor: Actor, subject: String? = nil, at now: Date) -> Envelope {
        Envelope(
            id: id, source: ServiceName.socialeKaart.source, type: "nl.wegwijs.sociale-kaart.http-\(soort).v1", subject: subject,
            time: now, traceparent: trace.traceparent, actor: actor)
    }
}
