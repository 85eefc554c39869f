// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Hummingbird
import Web
import Zegel

/// A photo or PDF that somebody sends along with a form: taken from the request as a whole, sent on in pieces, and never written
/// here.
enum Bestandupload {
    /// What the services take at most.
    static let grootste = 10_000_000
    private static let deelgrootte = 256 * 1024

    struct Deel: Sendable {
        let vanaf: Int
        let inhoud: Data
        let laatste: Bool
        /// Of the whole file.
        let hash: String
    }

    /// - Parameter velden: the fields before the file; there also when the file is refused.
    static func lees(
        _ request: Request, _ context: PortaalContext, _ portaal: Portaal, velden: inout FormValues
    ) async throws -> Data {
        var inhoud = Data()
        var gelezen = FormValues()
        defer { velden = gelezen }
        let size: Int?
        do {
            (gelezen, size) = try await portaal.upload(
                request, context, limit: grootste, begin: { _, _, fields in gelezen = fields },
                bytes: { inhoud.append(contentsOf: $0) })
        } catch let refusal as Refusal where refusal.status == .contentTooLarge {
            throw Failure.invalid([FieldError("bestand", code: "te-groot", "Kies een bestand van ten hoogste 10 MB.")])
        }
        guard size != nil, !inhoud.isEmpty else {
            throw Failure.invalid([FieldError("bestand", code: "verplicht", "Kies een foto of een PDF.")])
        }
        return inhoud
    }

    /// Piece by piece from where the service says it is; that is how a break, or the same form twice, does no harm.
    /// - Parameter deel: sends one piece; gives how much is there, and whether it is the whole.
    static func stuur(
        _ inhoud: Data, naar dienst: ServiceName, _ deel: (Deel) async throws -> (ontvangen: Int, klaar: Bool)
    ) async throws {
        let hash = try SHA256.hex(inhoud)
        var vanaf = 0
        // Each round takes it at least one piece on, or says how far somebody else's same upload is.
        for _ in 0..<(2 * inhoud.count / deelgrootte + 8) {
            let stuk = Data(inhoud.dropFirst(vanaf).prefix(deelgrootte))
            let stand = try await deel(
                Deel(vanaf: vanaf, inhoud: stuk, laatste: vanaf + stuk.count == inhoud.count, hash: hash))
            if stand.klaar { return }
            guard (0...inhoud.count).contains(stand.ontvangen) else { break }
            vanaf = stand.ontvangen
        }
        throw Failure.unavailable(what: dienst.rawValue)
    }
}
