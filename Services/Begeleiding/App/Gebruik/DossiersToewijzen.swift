// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension DossiersToewijzen {
    /// Gives dossiers to a begeleider of the same team; children who ride along follow. All or nothing.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let ids = Set(dossiers)
        guard (1...200).contains(dossiers.count) else {
            throw Failure.invalid([FieldError("dossiers", code: "aantal", "Kies 1 tot en met 200 dossiers.")])
        }
        let (actor, begeleider) = (request.actor, begeleider)
        return try await middelen.store.once(request.envelope) { tx in
            let rijen = try ids.sorted().map { try Dossiers.eis(tx.db, $0, actor, .assign, .dossier) }
            try Self.veldfouten(rijen, try Medewerkers.vind(tx.db, begeleider)).orThrow()
            for rij in rijen {
                if let hoofd = rij.meerijdendMet {
                    try Self.volgtHoofd(tx, rij, hoofd, ids, begeleider)
                } else {
                    try rij.geefAan(tx, begeleider, team: rij.team)
                    for kind in try Dossiers.meerijders(tx.db, van: rij.id) { try kind.geefAan(tx, begeleider, team: rij.team) }
                }
            }
            return Done()
        }
    }

    private static func veldfouten(_ rijen: [Dossierrij], _ medewerker: Medewerkers.Rij?) -> [Veldfout] {
        var fouten: [Veldfout] = []
        if rijen.contains(where: { $0.toestand == .afgerond }) {
            fouten.append(Veldfout("dossiers", code: "afgerond", "Een dossier dat is afgerond kan niet worden toegewezen."))
        }
        guard let medewerker, medewerker.magBegeleiden else {
            return fouten + [Veldfout("begeleider", code: "geen-begeleider", "Kies een medewerker die nu als begeleider werkt.")]
        }
        if rijen.contains(where: { $0.team != medewerker.team }) {
            fouten.append(Veldfout("begeleider", code: "ander-team", "Kies een begeleider uit het team van het dossier."))
        }
        return fouten
    }

    /// A child goes where its parent goes; alone it cannot be given to somebody else.
    private static func volgtHoofd(
        _ tx: Transaction, _ kind: Dossierrij, _ hoofd: DossierID, _ ids: Set<DossierID>, _ begeleider: GebruikerID
    ) throws {
        guard try ids.contains(hoofd) || Dossiers.vind(tx.db, hoofd)?.begeleider == begeleider else {
            throw Failure.state(reason: "Een kind gaat mee met het traject van de ouder of voogd. Wijs dat dossier toe.")
        }
    }
}
