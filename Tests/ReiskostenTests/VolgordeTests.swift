// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import ReiskostenApp

@Suite("Gebeurtenissen van anderen", .timeLimit(.minutes(1)))
struct VolgordeTests {
    @Test("het maakt niet uit of intake of begeleiding het eerst van een dossier vertelt")
    func volgorde() async throws {
        let begeleider = medewerker(.begeleider)
        var rijen: [String] = []
        for intakeEerst in [true, false] {
            let o = try Opstelling()
            let dossier = DossierID(UUID())
            let team = TeamID(UUID())
            let toewijzing = DossierToegewezen(
                dossier: dossier, huishouden: HuishoudenID(UUID()), gemeente: "0034",
                begeleider: begeleider.user ?? GebruikerID(UUID()), team: team)
            if intakeEerst { try await o.komtBinnen(geaccepteerd(dossier), van: .intake) }
            try await o.komtBinnen(toewijzing, van: .begeleiding)
            if !intakeEerst {
                // Known, but without a contract there is no rule to ask by.
                await #expect(throws: Failure.self) {
                    try await o.voorschotten.aanvragen(aanvraag(dossier), verzoek(VoorschotAanvragen.self, door: begeleider))
                }
                try await o.komtBinnen(geaccepteerd(dossier), van: .intake)
            }
            let rij = try #require(try await o.store.read { try DossierRij.find($0, dossier) })
            #expect(rij.team == team)
            rijen.append(
                "\(rij.gemeente) \(rij.opdracht ?? "-") \(String(describing: rij.begeleider)) \(String(describing: rij.geaccepteerdOp))"
            )
            _ = try await o.voorschotten.aanvragen(aanvraag(dossier), verzoek(VoorschotAanvragen.self, door: begeleider))
        }
        #expect(rijen[0] == rijen[1])
    }

    @Test("na een nieuwe toewijzing ziet de oude begeleider het geld niet meer")
    func overdracht() async throws {
        let o = try Opstelling()
        let (oud, nieuw) = (medewerker(.begeleider), medewerker(.begeleider))
        let dossier = try await o.dossier(van: oud)
        let id = try await o.voorschotten.aanvragen(aanvraag(dossier), verzoek(VoorschotAanvragen.self, door: oud)).voorschot
        try await o.komtBinnen(toegewezen(dossier, nieuw), van: .begeleiding)
        await #expect(throws: Failure.notFound(what: "voorschot")) {
            try await o.voorschotten.opvragen(VoorschotOpvragen(voorschot: id), verzoek(VoorschotOpvragen.self, door: oud))
        }
        _ = try await o.voorschotten.opvragen(VoorschotOpvragen(voorschot: id), verzoek(VoorschotOpvragen.self, door: nieuw))
    }
}
