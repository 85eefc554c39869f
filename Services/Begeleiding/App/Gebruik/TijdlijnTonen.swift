// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag
import Toegang

extension TijdlijnOpvragen {
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Page<Tijdlijnregel> {
        let (actor, vraag) = (request.actor, try Tijdlijnvraag(soort: soort, page: page))
        let gelezen = try await middelen.store.read { db in
            try Tijdlijnlezing(db, Dossiers.eis(db, dossier, actor, .read, .traject), actor, vraag)
        }
        try await gelezen.voorLezer(actor, middelen.uitwisseling, because: request.envelope)
        // The log is on its way to the disk while the seals are opened; the answer waits for it.
        async let genoteerd: Void = middelen.store.write(because: request.envelope) { tx in
            for een in gelezen.dossiers { try Inzage.noteer(tx, een, .tijdlijn, aanvrager: request.caller.rawValue) }
        }
        var opener = Opener(middelen.keys)
        let pagina = await gelezen.pagina(&opener)
        try await genoteerd
        return pagina
    }
}

/// Which page of a timeline is asked.
struct Tijdlijnvraag: Sendable {
    let soorten: Set<Tijdlijnfeit.Soort>
    let na: (datum: Datum, nummer: Int64)?
    let limit: Int

    /// - Throws: `Failure.invalid` for a kind or a place that is not there.
    init(soort: String?, page: PageRequest) throws {
        (soorten, na, limit) = (try Self.soorten(soort), try Sleutelplaats.leesNummer(page.after), page.limit)
    }

    private static func soorten(_ soort: String?) throws(Failure) -> Set<Tijdlijnfeit.Soort> {
        guard let soort, !soort.isEmpty else { return Set(Tijdlijnfeit.Soort.allCases) }
        guard let een = Tijdlijnfeit.Soort(rawValue: soort) else {
            let namen = Tijdlijnfeit.Soort.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid([FieldError("soort", code: "onbekend", "Kies een van: \(namen).")])
        }
        return [een]
    }
}

/// What happened, newest first, in plain sentences; kinds outside the actor's rights are not in the query. When dossiers were
/// found to be one person it is one timeline of all of them that the actor may read, and two again once undone.
struct Tijdlijnlezing: Sendable {
    private let dossier: DossierID
    private let rijen: [Tijdlijnrij]
    private let limit: Int
    /// The numbers of the other dossiers of this person.
    private let nummers: [DossierID: String]

    /// - Parameter eigen: of who may read the traject.
    init(_ db: Database, _ eigen: Dossierrij, _ actor: Actor, _ vraag: Tijdlijnvraag) throws {
        (dossier, limit) = (eigen.id, vraag.limit)
        let andere = try Samengevoegd.groep(db, van: eigen.id).filter { $0 != eigen.id }.sorted()
            .compactMap { try Dossiers.vind(db, $0) }.filter { $0.mag(actor, .read, .traject) }
        // A page of each, in one order: rows are numbered over all dossiers.
        rijen = try ([eigen] + andere).flatMap { rij in
            let soorten = vraag.soorten.filter { rij.mag(actor, .read, $0.resource) }
            return try Tijdlijn.pagina(db, rij.id, soorten: soorten, na: vraag.na, limit: vraag.limit + 1)
        }.sorted { ($0.datum, $0.nummer) > ($1.datum, $1.nummer) }
        nummers = Dictionary(andere.map { ($0.id, $0.dossiernummer) }, uniquingKeysWith: { eerste, _ in eerste })
    }

    /// Whose timeline it is, for the read log.
    var dossiers: [DossierID] { [dossier] + nummers.keys.sorted() }

    /// - Throws: `Failure.notFound` for a reader outside when the exchange about one of them is stopped.
    func voorLezer(_ actor: Actor, _ poort: Uitwisselpoort, because cause: Envelope) async throws {
        for een in dossiers { try await poort.eisVoorLezer(actor, een, wat: "dossier", because: cause) }
    }

    func pagina(_ opener: inout Opener) async -> Page<Tijdlijnregel> {
        var regels: [Tijdlijnregel] = []
        for rij in rijen.prefix(limit) {
            var regel = await rij.regel(&opener)
            if rij.dossier != dossier { (regel.uitDossier, regel.uitDossiernummer) = (rij.dossier, nummers[rij.dossier]) }
            regels.append(regel)
        }
        let laatste = rijen.count > limit ? rijen.prefix(limit).last : nil
        return Page(rows: regels, next: laatste.map { Sleutelplaats.tekst($0.datum, $0.nummer) })
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
