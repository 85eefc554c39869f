// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein

extension DossierbladOpvragen {
    /// Each part as when it is asked by itself, with its own rights and its own line in the read log.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        async let traject = Self.deel { try await TrajectOpvragen(dossier: dossier).tonen(middelen, request) }
        async let regeldag = Self.deel {
            Regeldagstand(try await RegeldagOpvragen(dossier: dossier).tonen(middelen, request).zaken)
        }
        async let tijdlijn = Self.deel {
            try await TijdlijnOpvragen(dossier: dossier, soort: soort, page: page).tonen(middelen, request)
        }
        async let afspraken = Self.deel { try await AfsprakenVanDossier(dossier: dossier).tonen(middelen, request) }
        async let veiligheid = Self.deel { try await VeiligheidOpvragen(dossier: dossier).tonen(middelen, request) }
        let blad = Answer(
            traject: try await traject, regeldag: try await regeldag, tijdlijn: try await tijdlijn,
            afspraken: try await afspraken, veiligheid: try await veiligheid)
        // Who may see no part of it does not learn that it exists.
        guard blad.traject != nil || blad.tijdlijn != nil || blad.veiligheid != nil else {
            throw Failure.notFound(what: "dossier")
        }
        return blad
    }

    private static func deel<Deel>(_ body: () async throws -> Deel) async throws -> Deel? {
        do { return try await body() } catch Failure.notFound {
            return nil
        } catch Failure.notAllowed {
            return nil
        }
    }
}
