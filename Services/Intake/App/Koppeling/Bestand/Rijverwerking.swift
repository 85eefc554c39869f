// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Web
import Zegel

/// Does a batch of rows, for real or as a dry run. Every row ends in the use cases of the koppeling: the same judgement, the
/// same register of messages. A dry run does exactly the same work and takes it back, so that it says what an import would
/// say; only what rows of the same file do to each other it must work out by itself (`Binnenbestand`).
struct Rijverwerking: Sendable {
    private(set) var parts: IntakeParts
    let bestand: Aanlevering
    let proef: Bool
    /// Under which sender the messages are registered: the gemeente itself, as if it had sent them.
    let oin: OIN

    init(parts: IntakeParts, bestand: Aanlevering, proef: Bool, oin: OIN) {
        (self.bestand, self.proef, self.oin) = (bestand, proef, oin)
        self.parts = parts
        // What is taken back must not leave keys behind.
        if proef { self.parts.kluis = Proefkluis(echt: parts.kluis) }
    }

    /// What is done with a row within the transaction.
    typealias Stap = ReeksStap<Rijresultaat?>

    /// The steps of a batch, in the order of the rows.
    func stappen(_ rijen: [Aanleverrij], overslaan: Set<Int>) async throws -> [Stap] {
        let nieuw = rijen.filter { $0.gegevens != nil && !overslaan.contains($0.nummer) }
        let gezien = try await bekend(nieuw)
        try await parts.kluis.bereidVoor(nieuw.count { gezien[$0.nummer] == nil })
        return try await withThrowingTaskGroup(of: (Int, [Stap]).self) { group in
            // Two at a time: reading and sealing are half of the work, and the writer has a thread of its own.
            let helft = (rijen.count + 1) / 2
            for deel in 0..<2 {
                let rijen = Array(rijen.dropFirst(deel * helft).prefix(helft))
                group.addTask {
                    var stappen: [Stap] = []
                    for rij in rijen where !overslaan.contains(rij.nummer) {
                        stappen.append(try await stap(rij, gezien[rij.nummer]))
                    }
                    return (deel, stappen)
                }
            }
            var delen: [[Stap]] = [[], []]
            for try await (deel, stappen) in group { delen[deel] = stappen }
            return delen[0] + delen[1]
        }
    }

    /// What the store knows of a row before its transaction.
    private enum Eerder: Sendable {
        /// This very message, with this content.
        case zelfde(AanmeldingID)
        /// This message with another content, or a version that is older than one that came.
        case fout(FieldError)
        /// An earlier version: this one is a change.
        case wijziging
    }

    private func bekend(_ rijen: [Aanleverrij]) async throws -> [Int: Eerder] {
        let (oin, gemeente) = (oin, bestand.gemeente)
        return try await parts.store.read { db in
            var gezien: [Int: Eerder] = [:]
            for rij in rijen {
                guard let bericht = rij.bericht, let referentie = rij.referentie else { continue }
                do {
                    if let eerder = try Berichtregister.eerder(db, oin: oin, id: bericht, hash: rij.hash) {
                        gezien[rij.nummer] = .zelfde(eerder.aanmelding)
                        continue
                    }
                } catch Ontvangstfout.berichtHergebruikt {
                    gezien[rij.nummer] = .fout(Self.hergebruikt)
                    continue
                }
                if let versie = try Aanleverrijen.versie(db, gemeente, referentie) {
                    gezien[rij.nummer] = versie < rij.versie ? .wijziging : .fout(Self.ouder)
                }
            }
            return gezien
        }
    }

    private func stap(_ rij: Aanleverrij, _ eerder: Eerder?) async throws -> Stap {
        guard let gegevens = rij.gegevens, let bericht = rij.bericht, let referentie = rij.referentie else {
            return bewaar(resultaat(rij, .geweigerd, fouten: rij.fouten))
        }
        let ingekomen = Ingekomen(
            oin: oin, id: bericht, bron: "urn:wegwijs:bestand:\(bestand.gemeente)",
            soort: rij.versie == 1 ? "aangemeld" : "gewijzigd", hash: rij.hash, aanmelding: gegevens.aanmelding)
        let voer: @Sendable (Transaction) throws -> AanmeldingAannemen.Aanname
        do {
            switch eerder {
            case .zelfde(let aanmelding): return bewaar(resultaat(rij, .bekend, aanmelding: aanmelding))
            case .fout(let fout): return bewaar(resultaat(rij, .geweigerd, fouten: [fout]))
            case .wijziging:
                voer = try await AanmeldingWijzigen(parts: parts).voorbereid(
                    ingekomen, gegevens, gemeenten: [bestand.gemeente])
            case nil: voer = try await AanmeldingAannemen(parts: parts).voorbereid(ingekomen, gegevens)
            }
        } catch let fout as Ontvangstfout {
            return bewaar(resultaat(rij, .geweigerd, fouten: [fout.voorRij]))
        }
        let cause = Envelope(
            id: bericht, source: ingekomen.bron, type: Gebeurtenissoort.aangemeld.rawValue,
            subject: gegevens.aanmelding.description, time: parts.clock.now, correlationid: bericht)
        let (proef, id, gemeente, versie) = (proef, bestand.id, bestand.gemeente, rij.versie)
        let isWijziging = if case .wijziging? = eerder { true } else { false }
        return Stap(because: cause) { tx in
            let uitkomst: Rijresultaat
            do {
                let aanname = try voer(tx)
                uitkomst = resultaat(rij, aanname, isWijziging: isWijziging)
            } catch let fout as Ontvangstfout {
                // Thrown before anything was written.
                uitkomst = resultaat(rij, .geweigerd, fouten: [fout.voorRij])
            }
            if proef { throw Proefuitkomst(rij: uitkomst) }
            if uitkomst.status != .geweigerd { try Aanleverrijen.zetVersie(tx.db, gemeente, referentie, versie) }
            try Aanleverrijen.bewaar(tx.db, id, uitkomst, proef: false)
            return uitkomst
        }
    }

    private func bewaar(_ rij: Rijresultaat) -> Stap {
        let (id, proef) = (bestand.id, proef)
        return Stap { tx in
            if !proef { try Aanleverrijen.bewaar(tx.db, id, rij, proef: false) }
            return rij
        }
    }

    private func resultaat(
        _ rij: Aanleverrij, _ aanname: AanmeldingAannemen.Aanname, isWijziging: Bool
    ) -> Rijresultaat {
        let aanmelding = aanname.antwoord.aanmelding
        if aanname.bijBekende { return resultaat(rij, .nieuw, aanmelding: aanmelding) }
        switch aanname.oordeel {
        case nil: return resultaat(rij, isWijziging ? .gewijzigd : .bekend, aanmelding: aanmelding)
        case .accepteren: return resultaat(rij, isWijziging ? .gewijzigd : .nieuw, aanmelding: aanmelding)
        case .inControle(let redenen):
            // The result goes to the gemeente.
            let reden = redenen.first { $0 != .mogelijkDubbel || !aanname.zwijgtOverDubbel }
            return resultaat(rij, .wacht, code: reden?.rawValue, aanmelding: aanmelding)
        case .afwijzen(let reden): return resultaat(rij, .afgewezen, code: reden.rawValue, aanmelding: aanmelding)
        }
    }

    private func resultaat(
        _ rij: Aanleverrij, _ status: Rijstatus, code: String? = nil, fouten: [FieldError] = [],
        aanmelding: AanmeldingID? = nil
    ) -> Rijresultaat {
        Rijresultaat(
            rij: rij.nummer, regel: rij.regel, referentie: rij.referentie, status: status, code: code, fouten: fouten,
            aanmelding: aanmelding)
    }

    static let hergebruikt = FieldError(
        Kolom.versie.rawValue, code: "hergebruikt",
        "Deze rij is eerder aangeleverd met een andere inhoud. Verhoog de versie als dit een wijziging is.")
    static let ouder = FieldError(
        Kolom.versie.rawValue, code: "ouder", "Van deze rij is al een nieuwere of dezelfde versie ontvangen.")
}

/// Thrown at the end of a row of a dry run: everything is taken back, and this is what it would have been.
struct Proefuitkomst: Error {
    var rij: Rijresultaat
}

/// Keys for a dry run: nothing that they seal is kept, so neither are they.
struct Proefkluis: Sleutelkluis {
    let echt: any Sleutelkluis

    func nieuw() async throws -> (dossier: DossierID, key: SealKey) {
        (DossierID(UUID()), try SealKey.random())
    }
    func key(for dossier: DossierID) async throws -> SealKey { try await echt.key(for: dossier) }
    func bereidVoor(_ aantal: Int) async throws {}
    func vernietig(_ dossier: DossierID) async throws {}
}

extension Ontvangstfout {
    /// As the sender of a file reads it: the column and the rule.
    var voorRij: FieldError {
        let fout = weigering.errors.first
        let kolom: Kolom =
            switch self {
            case .berichtHergebruikt: .versie
            case .aanmeldingBekend, .aanmeldingOnbekend, .alGeaccepteerd, .afgesloten: .rijreferentie
            case .andereGemeente, .geenOpdracht: .gemeentecode
            }
        if case .berichtHergebruikt = self { return Rijverwerking.hergebruikt }
        return FieldError(kolom.rawValue, code: fout?.code ?? "fout", fout?.text ?? "Deze rij kan niet worden overgenomen.")
    }
}
