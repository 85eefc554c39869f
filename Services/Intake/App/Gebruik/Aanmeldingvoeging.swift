// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

/// An aanmelding joins somebody who is known: the aanmelding counts as accepted, and no second dossier begins. What the
/// gemeente sent stays with the aanmelding; nothing is copied, so taking it back loses nothing.
struct Aanmeldingvoeging {
    let parts: IntakeParts
    let gegevens: Aanmeldgegevens
    /// The id that the aanmelding would have got.
    let dossier: DossierID

    /// The row of the aanmelding must be accepted already.
    /// - Parameter redenen: why it waited, to wait for again when this is taken back.
    func voeg(
        _ tx: Transaction, bij leidend: DossierID, reden: Samenvoegreden, voor redenen: [String]
    ) throws -> SamenvoegingID {
        let aanmelding = gegevens.aanmelding
        return try Geheimmelding(parts).voer(over: Samenvoegregister.groep(tx.db, leidend), in: tx) {
            let id = try Samenvoegregister.maak(
                tx,
                .init(
                    volgend: dossier, leidend: leidend, aanmelding: aanmelding, reden: reden.rawValue, redenenVoor: redenen,
                    geheim: gegevens.geheimhouding, woorden: Dubbelvraag.woorden(van: gegevens.client.naam)))
            try tx.emit(
                PersoonSamengevoegd(
                    samenvoeging: id, volgend: dossier, leidend: leidend, aanmelding: aanmelding, samengevoegdOp: tx.today))
            return id
        }
    }
}

/// A number that arrives later, in an aanmelding of its own (domein.md 1.5): who is known by V-nummer gets a BSN.
enum LaatNummer {
    /// How alike name and birth date must be at least, the numbers apart.
    static let punten = 20

    /// The one client to whom this aanmelding belongs without a doubt: one number is exactly the same, another is new, none
    /// contradicts, and name and birth date do not either. Anything less is for a person to decide.
    static func bekende(
        _ db: Database, _ gegevens: Aanmeldgegevens, _ vraag: Dubbelvraag, _ kandidaten: [Dubbelkandidaat]
    ) throws -> DossierID? {
        let zelfde = kandidaten.filter(\.gelijkenis.heeftNummer)
        guard zelfde.count == 1, let enige = zelfde.first,
            let persoon = try Persoonregister.vind(db, enige.dossier), persoon.gemeente == gegevens.gemeente.waarde,
            // While the exchange about somebody is stopped, nothing that a gemeente can see happens by itself.
            persoon.uitwisselbaar
        else { return nil }
        let bekend = try Kenmerkregister.nummers(db, enige.dossier)
        let nieuw = vraag.kenmerken.filter { $0.soort != .naamDatum }
        let gelijk = nieuw.filter { bekend.contains($0) }
        let toegevoegd = nieuw.filter { nummer in !bekend.contains { $0.soort == nummer.soort } }
        guard !gelijk.isEmpty, !toegevoegd.isEmpty, gelijk.count + toegevoegd.count == nieuw.count else { return nil }
        // The number that is new must not be somebody else's.
        for nummer in toegevoegd where try Kenmerkregister.heeftIemand(db, nummer) { return nil }
        let ander = Vergelijkbeeld(
            namen: Naamketting(woorden: try Persoonregister.woorden(db, enige.dossier)),
            geboren: (try? OnvolledigeDatum(parsing: persoon.geboortedatum)) ?? .onbekend)
        return Gelijkenis(vraag.beeld, ander, Raakvlak()).punten >= punten ? enige.dossier : nil
    }
}
