// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import Testing
import Zegel

@testable import IntakeApp

@Suite("De sleutel van een verzegeld deel", .timeLimit(.minutes(1)))
struct CompartimentTests {
    private func actor(_ rol: Role, team: TeamID? = TeamID(UUID())) -> Actor {
        Actor(user: GebruikerID(UUID()), roles: [rol], team: team, gemeente: "0034", purpose: "meldcode")
    }

    @Test("alleen namens iemand wiens rol ermee te maken kan hebben; nooit op eigen gezag van een dienst")
    func wie() async throws {
        let opstelling = try await Opstelling()
        let geven = CompartimentSleutelGeven(parts: opstelling.parts)
        let vraag = CompartimentSleutel(compartiment: UUID())
        let mogen: Set<Role> = [.begeleider, .teamleider, .aandachtsfunctionaris]
        for rol in Role.allCases {
            if mogen.contains(rol) {
                _ = try await geven(vraag, actor(rol))
            } else {
                await #expect(throws: Failure.notFound(what: "sleutel"), "\(rol)") { try await geven(vraag, actor(rol)) }
            }
        }
        for purpose in ["verzegelen", "rapport-opstellen", "bewaking"] {
            await #expect(throws: Failure.notFound(what: "sleutel")) { try await geven(vraag, .service(purpose: purpose)) }
        }
        await #expect(throws: Failure.notFound(what: "sleutel")) {
            try await geven(vraag, Actor(user: nil, roles: [.aandachtsfunctionaris], team: TeamID(UUID()), purpose: "meldcode"))
        }
    }

    @Test("elke zaak een eigen sleutel, steeds dezelfde; die van een dossier is het nooit, ook niet onder hetzelfde nummer")
    func eigen() async throws {
        let opstelling = try await Opstelling()
        let geven = CompartimentSleutelGeven(parts: opstelling.parts)
        let dossier = try await opstelling.parts.kluis.nieuw()
        func sleutel(_ id: UUID) async throws -> Data {
            try await geven(CompartimentSleutel(compartiment: id), actor(.begeleider)).sleutel
        }
        let (een, twee) = (UUID(), UUID())
        #expect(try await sleutel(een) == sleutel(een))
        #expect(try await sleutel(een) != sleutel(twee))
        #expect(try await sleutel(dossier.dossier.uuid) != dossier.key.exported)
        #expect(try await sleutel(DossierID.intake.uuid) != opstelling.keys.key(for: .intake).exported)
    }

    @Test("wat verzegeld is gaat mee als de sleutel van het dossier wordt vernietigd")
    func vernietigd() throws {
        let (eigen, dossier, ander) = (try SealKey.random(), try SealKey.random(), try SealKey.random())
        let samen = try SealKey.compartment(eigen, of: dossier)
        let zegel = try Seal.seal("geheim", with: samen, context: "meldcode:x:1")
        #expect(try Seal.openText(zegel, with: try .compartment(eigen, of: dossier), context: "meldcode:x:1") == "geheim")
        for sleutel in [eigen, dossier, try .compartment(eigen, of: ander), try .compartment(ander, of: dossier)] {
            #expect(throws: SealError.self) { try Seal.openText(zegel, with: sleutel, context: "meldcode:x:1") }
        }
    }
}
