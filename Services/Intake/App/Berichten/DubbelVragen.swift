// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// Doubles: searching, comparing, merging and taking that back, by way of the portaal.
extension Handlers {
    mutating func beantwoordDubbel(_ parts: IntakeParts) {
        answer(KandidatenZoeken.self, from: [.portaal]) { query, request in
            try await KandidatenTonen(parts: parts)(query, request.actor)
        }
        perform(DossiersSamenvoegen.self, from: [.portaal]) { command, request in
            try await Samenvoegen(parts: parts)(command, request.envelope, request.actor)
        }
        perform(SamenvoegingOngedaanMaken.self, from: [.portaal]) { command, request in
            try await OngedaanMaken(parts: parts)(command, request.envelope, request.actor)
        }
        perform(AanmeldingBijDossier.self, from: [.portaal]) { command, request in
            try await BijDossierVoegen(parts: parts)(command, request.envelope, request.actor)
        }
        perform(AnderePersoonVastleggen.self, from: [.portaal]) { command, request in
            try await AnderePersoonOnthouden(parts: parts)(command, request.envelope, request.actor)
        }
    }
}
