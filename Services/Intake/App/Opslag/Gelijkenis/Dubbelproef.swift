// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opdrachten
import Opslag
import Zegel

/// A store of people who do not exist, in which the look for doubles is measured (Tests/Prestatie/Dubbel). The service itself
/// has no use for it.
package struct Dubbelproef: Sendable {
    package struct Mens: Sendable {
        var client: Aanmeldgegevens.Client

        package init(namen: [String], geboren: String, isMan: Bool, telefoon: Int) throws {
            client = Aanmeldgegevens.Client(
                naam: try Naam(voornamen: namen.first, geslachtsnaam: namen.dropFirst().joined(separator: " ")),
                geboortedatum: try OnvolledigeDatum(parsing: geboren), geslacht: isMan ? .man : .vrouw,
                telefoon: Telefoonnummer("06\(telefoon)"), adres: .init())
        }
    }

    /// The first spelling of every name that is known in several.
    package static var namen: [String] { Naamvarianten.regels.compactMap(\.first) }

    private let store: Store
    private let index: BlindIndex
    private let opdracht: Opdracht

    package init(map: URL, opdrachten: URL) throws {
        let clock = RealClock()
        store = try Store(
            service: .intake, file: map.appending(component: "intake.sqlite"), migrations: Intake.migrations, clock: clock,
            ids: UUIDv7Source(clock: clock))
        index = BlindIndex(key: try .random())
        guard let eerste = try Opdrachtenboek(map: opdrachten).opdrachten.first else { throw CocoaError(.fileReadUnknown) }
        opdracht = eerste
    }

    /// In one transaction.
    package func neemOp(_ mensen: [Mens]) async throws {
        let rijen = try mensen.map { mens in
            let gegevens = Aanmeldgegevens(
                aanmelding: AanmeldingID(UUID()), gemeente: opdracht.gemeente, client: mens.client,
                doelgroep: .groep(.statushouder18plus), verblijfsvorm: .eigenWoning, talen: Taalopgave(tolkNodig: false),
                inburgeringsplichtig: .onbekend, geheimhouding: false)
            return (gegevens, try index.kenmerken(van: gegevens), DossierID(UUID()))
        }
        try await store.write { tx in
            for (gegevens, vraag, dossier) in rijen {
                try Aanmeldingregister.maak(
                    tx,
                    .init(
                        oin: opdracht.oin, opdracht: opdracht, dossier: dossier, toestand: .inControle, redenen: [],
                        verzegeld: Data(count: 300), dag: tx.today), gegevens)
                try Kenmerkregister.maak(tx.db, vraag, voor: dossier)
            }
        }
    }

    /// One check: how long it takes, and how many it would show.
    package func zoek(_ mens: Mens) async throws -> (duur: Duration, gevonden: Int) {
        let vraag = try Dubbelvraag(mens.client, index)
        return try await store.read { db in
            let begin = ContinuousClock.now
            let gevonden = try Dubbelzoeker.zoek(db, vraag, behalve: nil).count
            return (ContinuousClock.now - begin, gevonden)
        }
    }
}
