// SPDX-License-Identifier: EUPL-1.2
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// One request to a receiver: asks whether it wants our notifications, or hands one over. Follows no redirect and reads
/// nothing of an answer but its head.
struct Verzending: Sendable {
    let client: HTTPClient
    /// The host name that we send from: `WebHook-Request-Origin`.
    let herkomst: String
    let antwoordtijd: TimeAmount

    enum Uitkomst: Sendable, Equatable {
        case gelukt(status: Int)
        /// - Parameter wachten: seconds, as the receiver asked.
        case mislukt(Oorzaak, status: Int? = nil, wachten: TimeInterval? = nil)
        /// Not sent, and it never will be: about this person nothing may leave.
        case vervallen
        /// Not sent yet: nobody can say whether it may leave.
        case uitgesteld
    }

    /// The CloudEvents handshake: who did not say that it wants notifications gets none.
    func handdruk(_ bestemming: Bestemming) async throws -> Result<Postvak.Afspraak, Mislukking> {
        var request = HTTPClientRequest(url: bestemming.adres)
        request.method = .OPTIONS
        request.headers.add(name: "WebHook-Request-Origin", value: herkomst)
        if let token = bestemming.token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        let response: HTTPClientResponse
        do {
            response = try await client.execute(request, timeout: antwoordtijd)
            _ = try? await response.body.collect(upTo: 16 * 1024)
        } catch {
            return .failure(Mislukking(uitkomst: .mislukt(try Self.oorzaak(error))))
        }
        if let oorzaak = Oorzaak(status: Int(response.status.code)) {
            // What says no to the question itself (404, 405) says no to us.
            let wat = oorzaak == .geweigerd ? .handdruk : oorzaak
            return .failure(
                Mislukking(uitkomst: .mislukt(wat, status: Int(response.status.code), wachten: Self.wachten(response))))
        }
        let toegestaan = response.headers["WebHook-Allowed-Origin"].flatMap { $0.split(separator: ",") }
            .map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        guard toegestaan.contains("*") || toegestaan.contains(herkomst.lowercased()) else {
            return .failure(Mislukking(uitkomst: .mislukt(.handdruk, status: Int(response.status.code))))
        }
        let tempo = response.headers.first(name: "WebHook-Allowed-Rate").flatMap { Int($0) }
        return .success(Postvak.Afspraak(perMinuut: tempo.map { max(1, $0) }))
    }

    struct Mislukking: Error { let uitkomst: Uitkomst }

    func bezorg(_ id: String, _ inhoud: Data, aan bestemming: Bestemming) async throws -> Uitkomst {
        var request = HTTPClientRequest(url: bestemming.adres)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/cloudevents+json; charset=utf-8")
        if let token = bestemming.token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        if let geheim = bestemming.geheim {
            // Real time: a receiver compares it with its own clock.
            for (naam, waarde) in try Handtekening.kopregels(id: id, inhoud: inhoud, geheim: geheim, nu: Date()) {
                request.headers.add(name: naam, value: waarde)
            }
        }
        request.body = .bytes(ByteBuffer(bytes: inhoud))
        do {
            let response = try await client.execute(request, timeout: antwoordtijd)
            let status = Int(response.status.code)
            // A short body is read to its end, so that the connection can be used again.
            _ = try? await response.body.collect(upTo: 16 * 1024)
            guard let oorzaak = Oorzaak(status: status) else { return .gelukt(status: status) }
            return .mislukt(oorzaak, status: status, wachten: Self.wachten(response))
        } catch {
            return .mislukt(try Self.oorzaak(error))
        }
    }

    /// `Retry-After` in seconds; a date is reckoned from now. At most a day.
    private static func wachten(_ response: HTTPClientResponse) -> TimeInterval? {
        guard let text = response.headers.first(name: "Retry-After") else { return nil }
        if let seconden = TimeInterval(text) { return seconden.isFinite ? min(max(0, seconden), 86_400) : nil }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return format.date(from: text).map { min(max(0, $0.timeIntervalSinceNow), 86_400) }
    }

    /// What went wrong on the way. Throws on when we are the ones that stop.
    private static func oorzaak(_ error: any Error) throws -> Oorzaak {
        if error is CancellationError || Task.isCancelled { throw CancellationError() }
        guard let error = error as? HTTPClientError else {
            // Errors of the TLS library are types that this room does not know by name.
            return String(reflecting: type(of: error)).contains("SSL") ? .tls : .geenVerbinding
        }
        switch error {
        case .cancelled: throw CancellationError()
        case .readTimeout, .writeTimeout, .connectTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout: return .tijdOm
        case .tlsHandshakeTimeout, .uncleanShutdown: return .tls
        case .invalidURL, .emptyHost, .emptyScheme: return .adres
        default: return .geenVerbinding
        }
    }
}
