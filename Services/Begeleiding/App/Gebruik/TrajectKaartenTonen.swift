// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Opslag
import Toegang

extension TrajectKaarten {
    /// The state of the dossiers of one page of a list, in the order asked; outside the actor's rights left out.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> [TrajectKaart] {
        guard dossiers.count <= 200 else {
            throw Failure.invalid([FieldError("dossiers", code: "aantal", "Vraag ten hoogste 200 dossiers tegelijk.")])
        }
        guard !dossiers.isEmpty else { return [] }
        let bereik = Policy.scope(request.actor, .list, on: .traject)
        let metContact = Policy.scope(request.actor, .list, on: .contactmoment)
        let kaarten = try await middelen.uitwisseling.voorLezer(
            request.actor,
            try await middelen.store.read { db in
                try Dossiers.kaarten(db, dossiers, bereik, metContact: metContact).map(\.kaart)
            }, because: request.envelope
        ) { $0.dossier }
        let perDossier = Dictionary(kaarten.map { ($0.dossier, $0) }, uniquingKeysWith: { first, _ in first })
        return dossiers.compactMap { perDossier[$0] }
    }
}

extension Kaartrij {
    /// A child shows the dates of the traject it rides on; the goals counted are those of that whole plan.
    fileprivate var kaart: TrajectKaart {
        TrajectKaart(
            dossier: dossier, traject: eigenTraject ? traject : nil, toestand: toestand.rawValue, gestartOp: gestartOp,
            tussenrapportageOp: tussenrapportageOp, eindigtOp: eindigtOp, begeleider: begeleider,
            laatsteContact: laatsteContact, doelenBereikt: doelenBereikt, doelenTotaal: doelenTotaal)
    }
}
