// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opdrachten
import Opslag
import Zegel

/// Puts changed gegevens of a client in the place of the old, as a new version, and tells the others which facts moved. The
/// one way in which a person changes, for a worker and for what a gemeente sent.
struct PersoonBijwerken {
    let parts: IntakeParts
    let rij: Persoonrij
    let key: SealKey
    /// For who counts as the same person.
    let geheim: Geheimmelding

    init(parts: IntakeParts, geopend: PersoonOpenen.Geopend) async throws {
        (self.parts, rij, key) = (parts, geopend.rij, geopend.key)
        geheim = try await Geheimmelding(parts, rond: rij.dossier)
    }

    /// The fields that others keep too. Who somebody is, and how to reach them, intake alone knows.
    private static let voorAnderen: Set<Gegevensveld> = [
        .geboortedatum, .verblijfsvorm, .datumHuisvesting, .spreektaal, .tolkNodig, .postcode, .geheimhouding,
    ]

    /// - Parameter versie: from which the caller started.
    func voer(_ wijziging: Gegevenswijziging, versie: Int, waarom: String, in tx: Transaction) throws {
        let gegevens = wijziging.gegevens
        let vraag = try parts.index.kenmerken(van: gegevens)
        if wijziging.gewijzigd.contains(where: { $0.groep == .nummers }) {
            guard try !Persoonregister.heeftAnder(tx.db, vraag.kenmerken, dan: rij.dossier) else {
                throw Failure.state(
                    reason:
                        "Dit nummer hoort al bij een ander dossier. Ga na of het dezelfde persoon is en voeg de dossiers samen.")
            }
        }
        let verzegeld = try Verzegeling.sluit(gegevens, .persoon, rij.dossier, key)
        func vervang() throws {
            try tx.change("persoon", id: rij.dossier.description, from: versie, why: waarom) {
                try Persoonregister.vervang($0, rij.dossier, gegevens, verzegeld: verzegeld)
            }
        }
        if wijziging.gewijzigd.contains(.geheimhouding) {
            try geheim.voer(over: Samenvoegregister.groep(tx.db, rij.dossier), behalve: rij.dossier, in: tx) {
                try vervang()
                if !gegevens.geheimhouding { try Geheimhouding.hefOp(tx.db, bij: rij.dossier) }
            }
        } else {
            try vervang()
        }
        // Numbers that came in a change which still waits go on finding this person.
        let nummers = try Kenmerkregister.nummers(tx.db, rij.dossier)
        try Kenmerkregister.zet(tx.db, vraag, voor: rij.dossier)
        try Kenmerkregister.voegToe(tx.db, nummers, voor: rij.dossier)
        if wijziging.gewijzigd.contains(.geboortedatum) {
            // What was told was about another day.
            try Achttienregister.vergeet(tx.db, rij.dossier)
        }
        let gemeld = wijziging.gewijzigd.filter(Self.voorAnderen.contains)
        if !gemeld.isEmpty { try meld(gemeld.map(\.rawValue), gegevens, in: tx) }
    }

    /// Tells the facts as they are now.
    func meld(_ gewijzigd: [String], _ gegevens: Aanmeldgegevens, in tx: Transaction) throws {
        try Persoonsmelding(
            geboren: gegevens.client.geboortedatum, inburgeringsplichtig: gegevens.inburgeringsplichtig,
            postcode4: gegevens.client.adres.postcode?.cijfers
        ).meld(gewijzigd, over: rij.dossier, parts.opdrachten, in: tx)
    }
}

/// A client with the opened gegevens, for who may change them. The version tells whether they are still the newest when the
/// change is made.
struct PersoonOpenen: Sendable {
    let parts: IntakeParts

    struct Geopend: Sendable {
        var rij: Persoonrij
        var gegevens: Aanmeldgegevens
        var key: SealKey
    }

    func callAsFunction(_ dossier: DossierID) async throws -> Geopend {
        let found = try await parts.store.read { db in
            (try Persoonregister.vind(db, dossier), try Persoonregister.verzegeld(db, dossier))
        }
        guard let rij = found.0, let sealed = found.1 else { throw Failure.notFound(what: "dossier") }
        let key = try await parts.kluis.key(for: dossier)
        return Geopend(rij: rij, gegevens: try Verzegeling.open(sealed, .persoon, dossier, key), key: key)
    }
}
