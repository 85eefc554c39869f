// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag
import Toegang

extension TijdlijnOpvragen {
    /// What happened, newest first, in plain sentences; kinds outside the actor's rights are not in the query. When dossiers
    /// were found to be one person it is one timeline of all of them that the actor may read, and two again once undone.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Page<Tijdlijnregel> {
        let gevraagd = try gevraagdeSoorten()
        let na = try Sleutelplaats.leesNummer(page.after)
        let (actor, limit) = (request.actor, page.limit)
        let (rijen, nummers) = try await middelen.store.read { db in
            let eigen = try Dossiers.eis(db, dossier, actor, .read, .traject)
            let andere = try Samengevoegd.groep(db, van: dossier).filter { $0 != dossier }.sorted()
                .compactMap { try Dossiers.vind(db, $0) }.filter { $0.mag(actor, .read, .traject) }
            // A page of each, in one order: rows are numbered over all dossiers.
            let rijen = try ([eigen] + andere).flatMap { rij in
                let soorten = gevraagd.filter { rij.mag(actor, .read, $0.resource) }
                return try Tijdlijn.pagina(db, rij.id, soorten: soorten, na: na, limit: limit + 1)
            }.sorted { ($0.datum, $0.nummer) > ($1.datum, $1.nummer) }
            return (rijen, Dictionary(andere.map { ($0.id, $0.dossiernummer) }, uniquingKeysWith: { eerste, _ in eerste }))
        }
        for een in [dossier] + nummers.keys {
            try await middelen.uitwisseling.eisVoorLezer(actor, een, wat: "dossier", because: request.envelope)
        }
        // The log is on its way to the disk while the seals are opened; the answer waits for it.
        async let genoteerd: Void = middelen.store.write(because: request.envelope) { tx in
            for een in [dossier] + nummers.keys.sorted() {
                try Inzage.noteer(tx, een, .tijdlijn, aanvrager: request.caller.rawValue)
            }
        }
        var opener = Opener(middelen.keys)
        var regels: [Tijdlijnregel] = []
        for rij in rijen.prefix(limit) {
            var regel = await rij.regel(&opener)
            if rij.dossier != dossier { (regel.uitDossier, regel.uitDossiernummer) = (rij.dossier, nummers[rij.dossier]) }
            regels.append(regel)
        }
        let laatste = rijen.prefix(limit).last
        try await genoteerd
        return Page(
            rows: regels, next: rijen.count > limit ? laatste.map { Sleutelplaats.tekst($0.datum, $0.nummer) } : nil)
    }

    private func gevraagdeSoorten() throws(Failure) -> Set<Tijdlijnfeit.Soort> {
        guard let soort, !soort.isEmpty else { return Set(Tijdlijnfeit.Soort.allCases) }
        guard let een = Tijdlijnfeit.Soort(rawValue: soort) else {
            let namen = Tijdlijnfeit.Soort.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid([FieldError("soort", code: "onbekend", "Kies een van: \(namen).")])
        }
        return [een]
    }
}

extension Tijdlijnfeit.Soort {
    /// Who may see this kind may see the rows of it.
    fileprivate var resource: Resource {
        switch self {
        case .contact, .agenda: .contactmoment
        case .plan: .plan
        case .regeldag: .regeldag
        case .traject: .traject
        }
    }
}

extension Tijdlijnrij {
    fileprivate func regel(_ opener: inout Opener) async -> Tijdlijnregel {
        var notitie: String?
        if let zegel = notitieZegel, let contactmoment {
            notitie = await opener.tekst(zegel, van: dossier, plaats: Zegelplaats.notitie(contactmoment))
        }
        var woorden = doelZin
        if let zegel = doelZegel, let doel {
            woorden = await opener.tekst(zegel, van: dossier, plaats: Zegelplaats.doel(doel))
        }
        return Tijdlijnregel(
            datum: datum, soort: soort.rawValue, zin: zin(doel: woorden), notitie: notitie,
            notitieOnleesbaar: notitieZegel != nil && notitie == nil, door: door, contactmoment: contactmoment,
            afspraak: afspraak, vervallen: vervallen, aanwezigen: aanwezigen.isEmpty ? nil : aanwezigen)
    }
}
