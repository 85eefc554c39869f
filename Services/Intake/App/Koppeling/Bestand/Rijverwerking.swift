// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Web

/// Does a batch of rows, for real or as a dry run. Every row ends in the use cases of the koppeling: the same judgement, the
/// same register of messages. A dry run judges by the same rules and stops there, so that it says what an import would say; only
/// what rows of the same file do to each other it must work out by itself (`Binnenbestand`).
struct Rijverwerking: Sendable {
    let parts: IntakeParts
    let bestand: Aanlevering
    /// Under which sender the messages are registered: the gemeente itself, as if it had sent them.
    let oin: OIN

    /// What is done with a row within the transaction, or with the file after its rows (nil).
    typealias Stap = ReeksStap<Rijresultaat?>

    /// Does the work of a batch at once, or in two halves at a time.
    static func verdeeld<In: Sendable, Uit: Sendable>(
        _ rijen: [In], in delen: Int, _ werk: @escaping @Sendable (ArraySlice<In>) async throws -> [Uit]
    ) async throws -> [Uit] {
        guard delen > 1 else { return try await werk(rijen[...]) }
        let helft = (rijen.count + 1) / 2
        async let eerste = werk(rijen.prefix(helft))
        let tweede = try await werk(rijen.dropFirst(helft))
        return try await eerste + tweede
    }

    /// What an import would make of a batch, in the order of the rows. Changes nothing.
    func proef(_ rijen: [Aanleverrij]) async throws -> [Rijresultaat] {
        let dag = parts.clock.today
        return try await Self.verdeeld(rijen, in: 2) { rijen in
            let inhoud = try rijen.map(lees)
            return try await parts.store.read { db in
                try zip(rijen, inhoud).map { rij, inhoud in
                    switch try weg(db, rij, inhoud) {
                    case .klaar(let resultaat): return resultaat
                    case .nieuw(let binnenkomst):
                        return try resultaat(rij, isWijziging: false) { try binnenkomst.proef(db, op: dag) }
                    case .wijziging(let bericht, let gegevens):
                        return try resultaat(rij, isWijziging: true) {
                            try AanmeldingWijzigen(parts: parts).proef(
                                db, bericht, gegevens, gemeenten: [bestand.gemeente], op: dag)
                        }
                    }
                }
            }
        }
    }

    /// The steps of a batch, in the order of the rows.
    func stappen(_ rijen: [Aanleverrij], overslaan: Set<Int>) async throws -> [Stap] {
        let rijen = rijen.filter { !overslaan.contains($0.nummer) }
        try await parts.kluis.bereidVoor(rijen.count)
        let sinds = Sindsdien(voor: rijen.count)
        var stappen: [Stap] = []
        // A stretch at a time, so that what is only needed on the way does not lie there for all of them.
        for begin in stride(from: 0, to: rijen.count, by: 64) {
            let stuk = rijen[begin..<min(begin + 64, rijen.count)]
            let inhoud = try stuk.map(lees)
            let wegen = try await parts.store.read { db in
                try zip(stuk, inhoud).map { rij, inhoud in
                    let weg = try weg(db, rij, inhoud)
                    guard case .nieuw(let binnenkomst) = weg else { return (weg, Vooraf?.none) }
                    return (weg, try Dubbelzoeker.vooraf(db, binnenkomst.kenmerken))
                }
            }
            for (rij, (weg, vooraf)) in zip(stuk, wegen) { stappen.append(try await stap(rij, weg, vooraf, sinds)) }
        }
        return stappen
    }

    /// Where a row goes, as far as can be told before its transaction.
    private enum Weg: Sendable {
        case klaar(Rijresultaat)
        case nieuw(Binnenkomst)
        case wijziging(Ingekomen, Aanmeldgegevens)
    }

    private typealias Inhoud = Result<Binnenkomst, Ontvangstfout>

    /// Nil for a row that cannot be read.
    private func lees(_ rij: Aanleverrij) throws -> Inhoud? {
        guard let gegevens = rij.gegevens, let bericht = rij.bericht else { return nil }
        let ingekomen = Ingekomen(
            oin: oin, id: bericht, bron: "urn:wegwijs:bestand:\(bestand.gemeente)",
            soort: rij.versie == 1 ? "aangemeld" : "gewijzigd", hash: rij.hash, aanmelding: gegevens.aanmelding)
        do {
            return .success(try Binnenkomst(ingekomen, gegevens, parts))
        } catch let fout as Ontvangstfout {
            return .failure(fout)
        }
    }

    private func weg(_ db: Database, _ rij: Aanleverrij, _ inhoud: Inhoud?) throws -> Weg {
        guard let inhoud, let bericht = rij.bericht, let referentie = rij.referentie else {
            return .klaar(resultaat(rij, .geweigerd, fouten: rij.fouten))
        }
        do {
            if let eerder = try Berichtregister.eerder(db, oin: oin, id: bericht, hash: rij.hash) {
                return .klaar(resultaat(rij, .bekend, aanmelding: eerder.aanmelding))
            }
            let binnenkomst = try inhoud.get()
            guard let versie = try Aanleverrijen.versie(db, bestand.gemeente, referentie) else { return .nieuw(binnenkomst) }
            guard versie < rij.versie else { return .klaar(resultaat(rij, .geweigerd, fouten: [Self.ouder])) }
            return .wijziging(binnenkomst.bericht, binnenkomst.gegevens)
        } catch let fout as Ontvangstfout {
            return .klaar(resultaat(rij, .geweigerd, fouten: [fout.voorRij]))
        }
    }

    private func stap(_ rij: Aanleverrij, _ weg: Weg, _ vooraf: Vooraf?, _ sinds: Sindsdien) async throws -> Stap {
        let voer: @Sendable (Transaction) throws -> AanmeldingAannemen.Aanname
        let ingekomen: Ingekomen
        switch (weg, vooraf) {
        case (.klaar(let resultaat), _): return bewaar(resultaat)
        case (.wijziging(let bericht, let gegevens), _):
            ingekomen = bericht
            do {
                voer = try await AanmeldingWijzigen(parts: parts).voorbereid(bericht, gegevens, gemeenten: [bestand.gemeente])
            } catch let fout as Ontvangstfout {
                return bewaar(resultaat(rij, .geweigerd, fouten: [fout.voorRij]))
            }
        case (.nieuw(let binnenkomst), let vooraf?):
            ingekomen = binnenkomst.bericht
            voer = try AanmeldingAannemen(parts: parts).sluit(
                binnenkomst, try await parts.kluis.nieuw(), vooraf, sinds, try await Voegingverschil(vooraf, parts))
        case (.nieuw, nil): throw Opslagfout.onleesbareRij("aanleverrij")
        }
        let cause = Envelope(
            id: ingekomen.id, source: ingekomen.bron, type: Gebeurtenissoort.aangemeld.rawValue,
            subject: ingekomen.aanmelding.description, time: parts.clock.now, correlationid: ingekomen.id)
        let (id, gemeente, versie, referentie) = (bestand.id, bestand.gemeente, rij.versie, rij.referentie ?? "")
        let isWijziging = if case .wijziging = weg { true } else { false }
        return Stap(because: cause) { tx in
            let uitkomst = try resultaat(rij, isWijziging: isWijziging) { try voer(tx) }
            if uitkomst.status != .geweigerd { try Aanleverrijen.zetVersie(tx.db, gemeente, referentie, versie) }
            try Aanleverrijen.bewaar(tx.db, id, uitkomst, proef: false)
            return uitkomst
        }
    }

    private func bewaar(_ rij: Rijresultaat) -> Stap {
        let id = bestand.id
        return Stap { tx in
            try Aanleverrijen.bewaar(tx.db, id, rij, proef: false)
            return rij
        }
    }

    /// What is refused was refused before anything was written.
    private func resultaat(
        _ rij: Aanleverrij, isWijziging: Bool, _ neem: () throws -> AanmeldingAannemen.Aanname
    ) throws -> Rijresultaat {
        let aanname: AanmeldingAannemen.Aanname
        do {
            aanname = try neem()
        } catch let fout as Ontvangstfout {
            return resultaat(rij, .geweigerd, fouten: [fout.voorRij])
        }
        let aanmelding = aanname.antwoord.aanmelding
        if aanname.bijBekende {
            var bijBekende = resultaat(rij, .nieuw, aanmelding: aanmelding)
            bijBekende.bijBekende = true
            return bijBekende
        }
        switch aanname.oordeel {
        case nil: return resultaat(rij, isWijziging ? .gewijzigd : .bekend, aanmelding: aanmelding)
        case .accepteren: return resultaat(rij, isWijziging ? .gewijzigd : .nieuw, aanmelding: aanmelding)
        case .inControle(let redenen):
            return resultaat(rij, .wacht, code: redenen.first?.rawValue, aanmelding: aanmelding)
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
