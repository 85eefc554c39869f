// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// Two people side by side: an aanmelding that waits beside its candidates, or two dossiers. Everybody who is opened is
/// written in the read log first; who may not be opened is only counted.
struct Vergelijken: Sendable {
    let parts: IntakeParts

    func aanmelding(
        _ query: AanmeldingVergelijken, _ actor: Actor, caller: ServiceName, because cause: Envelope
    ) async throws -> AanmeldingVergelijken.Answer {
        let (rij, kandidaten, samenvoeging) = try await parts.store.read { db in
            let rij = try Aanmeldingregister.vind(db, query.aanmelding).orNotFound(actor)
            let rijen = try Kandidatenregister.van(db, rij.id).map { ($0, try Aanmeldingenlijst.bekende(db, $0.dossier)) }
            let actief = try Samenvoegregister.van(db, rij.dossier).first { $0.isActief && $0.volgend == rij.dossier }
            return (rij, rijen, try actief.map { try Self.regel(db, $0, vanuit: rij.dossier, actor) })
        }
        try Policy.decide(actor, .decide, on: .aanmelding, facts: rij.feiten).orThrow()
        let eigenKey = try await parts.kluis.key(for: rij.dossier)
        let eigen = try await gegevens(rij.dossier, isClient: false)
        var vergelijkingen: [Vergelijking] = []
        var elders = 0
        for (kandidaat, wie) in kandidaten {
            guard let wie else { continue }
            guard Policy.decide(actor, .read, on: wie.isClient ? .dossier : .aanmelding, facts: wie.feiten).isYes else {
                elders += 1
                continue
            }
            let ander = try await open(wie, actor, caller: caller, because: cause)
            vergelijkingen.append(
                Vergelijking(
                    kandidaat: Kandidaatregel(
                        wie, sterkte: kandidaat.sterkte, punten: kandidaat.punten,
                        redenen: try Kandidatenregister.redenen(kandidaat, rij.dossier, eigenKey)),
                    velden: Self.velden(eigen, ander), versie: wie.isClient ? wie.versie : nil))
        }
        return .init(
            aanmelding: rij.id, naam: rij.naam, toestand: rij.toestand, versie: rij.versie, vergelijkingen: vergelijkingen,
            elders: elders, samenvoeging: samenvoeging)
    }

    func dossiers(
        _ query: DossiersVergelijken, _ actor: Actor, caller: ServiceName, because cause: Envelope
    ) async throws -> Vergelijking {
        let gevonden = try await parts.store.read { db in
            (try Aanmeldingenlijst.bekende(db, query.dossier), try Aanmeldingenlijst.bekende(db, query.ander))
        }
        guard let een = gevonden.0, let ander = gevonden.1, een.isClient, ander.isClient else {
            throw Failure.notFound(what: "dossier")
        }
        for wie in [een, ander] {
            guard Policy.decide(actor, .read, on: .dossier, facts: wie.feiten).isYes else {
                throw Failure.notFound(what: "dossier")
            }
            try Policy.decide(actor, .decide, on: .dossier, facts: wie.feiten).orThrow()
        }
        let links = try await open(een, actor, caller: caller, because: cause)
        let rechts = try await open(ander, actor, caller: caller, because: cause)
        let gelijkenis = Gelijkenis(
            Vergelijkbeeld(links.client), Vergelijkbeeld(rechts.client), Raakvlak(links, rechts))
        return Vergelijking(
            kandidaat: Kandidaatregel(ander, gelijkenis), velden: Self.velden(links, rechts), versie: ander.versie)
    }

    private static func velden(_ links: Aanmeldgegevens, _ rechts: Aanmeldgegevens) -> [Vergelijkveld] {
        Naastelkaar.velden(links, rechts).map {
            Vergelijkveld(veld: $0.veld, links: $0.links, rechts: $0.rechts, stand: $0.stand.rawValue)
        }
    }

    private func open(
        _ wie: Bekende, _ actor: Actor, caller: ServiceName, because cause: Envelope
    ) async throws -> Aanmeldgegevens {
        try await parts.store.write(because: cause) { tx in
            try Leeslog.schrijf(tx, wie.dossier, actor: actor, dienst: caller, wat: "vergelijken", toegestaan: true)
        }
        return try await gegevens(wie.dossier, isClient: wie.isClient)
    }

    /// What is known of the person, and not of this one dossier only: numbers that came later, and whether the address is secret.
    private func gegevens(_ dossier: DossierID, isClient: Bool) async throws -> Aanmeldgegevens {
        let (sealed, nummers, geheim) = try await parts.store.read { db in
            let sealed =
                isClient
                ? try Persoonregister.verzegeld(db, dossier)
                : try Data.fetchOne(
                    db.cachedStatement(sql: "SELECT gegevens FROM aanmelding WHERE dossier = ?"), arguments: [dossier.description]
                )
            return (sealed, try Nummeraanvulling(db, van: dossier), try Geheimhouding.geldt(db, dossier))
        }
        guard let sealed else { throw Failure.notFound(what: "dossier") }
        var gegevens = try await nummers.vul(
            aan: try Verzegeling.open(
                sealed, isClient ? .persoon : .aanmelding, dossier, try await parts.kluis.key(for: dossier)), parts.kluis)
        gegevens.geheimhouding = gegevens.geheimhouding || geheim
        return gegevens
    }
}

extension Vergelijken {
    /// What a dossier was merged with, now and before.
    func geschiedenis(_ query: SamenvoegingenOpvragen, _ actor: Actor) async throws -> SamenvoegingenOpvragen.Answer {
        try await parts.store.read { db in
            guard let rij = try Persoonregister.vind(db, query.dossier),
                Policy.decide(actor, .read, on: .dossier, facts: rij.feiten).isYes
            else { throw Failure.notFound(what: "dossier") }
            return try Self.geschiedenis(db, query.dossier, actor)
        }
    }

    /// - Parameter dossier: one that the actor may read.
    static func geschiedenis(_ db: Database, _ dossier: DossierID, _ actor: Actor) throws -> SamenvoegingenOpvragen.Answer {
        let regels = try Samenvoegregister.van(db, dossier).map { try regel(db, $0, vanuit: dossier, actor) }
        // Who is in no merge stands for themselves.
        let wortel = regels.isEmpty ? dossier : try Samenvoegregister.wortel(db, dossier)
        return .init(leidend: wortel == dossier ? nil : try label(db, wortel, actor), regels: regels)
    }

    private static func regel(_ db: Database, _ rij: Samenvoegrij, vanuit dossier: DossierID, _ actor: Actor) throws
        -> Samenvoegregel
    {
        guard let samengevoegd = Instant.date(rij.samengevoegdOp) else { throw Opslagfout.onleesbareRij("samenvoeging") }
        return Samenvoegregel(
            samenvoeging: rij.id, volgend: rij.volgend, leidend: rij.leidend, aanmelding: rij.aanmelding,
            ander: try label(db, rij.volgend == dossier ? rij.leidend : rij.volgend, actor), reden: rij.reden,
            actief: rij.isActief, samengevoegdOp: Datum(samengevoegd),
            samengevoegdDoor: GebruikerID(rij.samengevoegdDoor),
            ongedaanOp: rij.ongedaanOp.flatMap { Instant.date($0) }.map { Datum($0) },
            ongedaanDoor: rij.ongedaanDoor.flatMap { GebruikerID($0) }, versie: rij.versie)
    }

    private static func label(_ db: Database, _ dossier: DossierID, _ actor: Actor) throws -> DossierLabel? {
        guard let wie = try Aanmeldingenlijst.bekende(db, dossier),
            Policy.decide(actor, .read, on: wie.isClient ? .dossier : .aanmelding, facts: wie.feiten).isYes
        else { return nil }
        return DossierLabel(
            dossier: dossier, dossiernummer: wie.dossiernummer ?? "aanmelding zonder eigen dossier", naam: wie.naam)
    }
}

extension Vergelijkbeeld {
    init(_ client: Aanmeldgegevens.Client) {
        self.init(namen: client.naam.map(Naamketting.init), geboren: client.geboortedatum)
    }
}

extension Raakvlak {
    /// From two people who were both opened.
    init(_ links: Aanmeldgegevens, _ rechts: Aanmeldgegevens) {
        func stand<Waarde: Equatable>(_ een: Waarde?, _ ander: Waarde?) -> Stand {
            guard let een, let ander else { return .onbekend }
            return een == ander ? .gelijk : .verschilt
        }
        func bekend(_ geslacht: Aanmeldgegevens.Geslacht?) -> Aanmeldgegevens.Geslacht? {
            geslacht == .onbekend ? nil : geslacht
        }
        bsn = stand(links.client.bsn, rechts.client.bsn)
        vnummer = stand(links.client.vnummer, rechts.client.vnummer)
        geslacht = stand(bekend(links.client.geslacht), bekend(rechts.client.geslacht))
        telefoon = stand(links.client.telefoon, rechts.client.telefoon) == .gelijk
        huishouden =
            links.gemeente == rechts.gemeente
            && stand(links.huishouden?.referentie, rechts.huishouden?.referentie) == .gelijk
    }
}
