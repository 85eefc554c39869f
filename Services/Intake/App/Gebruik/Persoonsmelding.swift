// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Opdrachten
import Opslag

/// Tells the others the facts about a person as they are now.
struct Persoonsmelding {
    var geboren: OnvolledigeDatum
    /// Where no fact was written down.
    var inburgeringsplichtig = Feit.onbekend
    /// Of the own address; not told while any dossier of the person says that it is secret.
    var postcode4: String?

    func meld(_ gewijzigd: [String], over dossier: DossierID, _ opdrachten: Opdrachtenboek, in tx: Transaction) throws {
        guard let nu = try Persoonregister.vind(tx.db, dossier) else { throw Failure.notFound(what: "dossier") }
        let is18 = geboren.is18(op: tx.today)
        func feit(_ soort: Persoonsfeitsoort) throws -> Feit? {
            try Persoonsfeiten.nu(tx.db, dossier, soort).flatMap { Feit(rawValue: $0.waarde) }
        }
        let volgensContract = opdrachten.opdracht(id: nu.opdracht)?.regel(voor: nu.doelgroep)?.factureerbaar ?? false
        try tx.emit(
            PersoonGewijzigd(
                dossier: dossier, gewijzigd: gewijzigd, doelgroep: nu.doelgroep, eigenTraject: nu.eigenTraject,
                inburgeringsplichtig: try feit(.inburgeringsplichtig) ?? inburgeringsplichtig,
                factureerbaar: try feit(.factureerbaar).map { $0 == .ja } ?? (volgensContract && nu.eigenTraject),
                verblijfsvorm: nu.verblijfsvorm, datumHuisvesting: nu.datumHuisvesting, spreektaal: nu.spreektaal,
                tolkNodig: nu.tolkNodig, postcode4: try Geheimhouding.geldt(tx.db, dossier) ? nil : postcode4, is18: is18,
                wordt18In: is18 == .ja ? nil : geboren.maandVan18?.waarde))
    }
}

/// Tells the others of whom the neighbourhood is secret from now on, or no longer, when something changed about who counts as one
/// person or about one address of that person.
struct Geheimmelding: Sendable {
    private let opdrachten: Opdrachtenboek
    private var geopend: [DossierID: (versie: Int, postcode4: String?)] = [:]

    /// Where an address can only become secret: nothing needs to be opened.
    init(_ parts: IntakeParts) { opdrachten = parts.opdrachten }

    /// Where it may cease to be: what the others may know then must be opened, which takes keys.
    init(_ parts: IntakeParts, rond dossier: DossierID) async throws {
        self.init(parts)
        let leden = try await parts.store.read { db in
            try Geheimhouding.geldt(db, dossier)
                ? try Samenvoegregister.groep(db, dossier).filter { try Persoonregister.bestaat(db, $0) } : []
        }
        for lid in leden {
            let persoon = try await PersoonOpenen(parts: parts)(lid)
            geopend[lid] = (persoon.rij.versie, persoon.gegevens.client.adres.postcode?.cijfers)
        }
    }

    /// - Parameters:
    ///   - groep: everybody who may be touched.
    ///   - eigen: of whom the caller tells.
    func voer<Uitkomst>(
        over groep: Set<DossierID>, behalve eigen: DossierID? = nil, in tx: Transaction, _ doe: () throws -> Uitkomst
    ) throws -> Uitkomst {
        let voor = try Geheimhouding.stand(tx.db, van: groep)
        let versies = try voor.keys.reduce(into: [DossierID: Int]()) { $0[$1] = try Persoonregister.vind(tx.db, $1)?.versie }
        let uitkomst = try doe()
        let na = try Geheimhouding.stand(tx.db, van: groep)
        for (dossier, geheim) in na.sorted(by: { $0.key < $1.key }) where voor[dossier] != geheim && dossier != eigen {
            var postcode4: String?
            if !geheim {
                guard let open = geopend[dossier], open.versie == versies[dossier] else {
                    throw Failure.state(reason: "Deze persoon is net gewijzigd. Probeer het nog eens.")
                }
                postcode4 = open.postcode4
            }
            try Self.meld(dossier, postcode4: postcode4, opdrachten, in: tx)
        }
        return uitkomst
    }

    static func meld(
        _ dossier: DossierID, postcode4: String? = nil, _ opdrachten: Opdrachtenboek, in tx: Transaction
    ) throws {
        guard let rij = try Persoonregister.vind(tx.db, dossier) else { return }
        try Persoonsmelding(
            geboren: (try? OnvolledigeDatum(parsing: rij.geboortedatum)) ?? .onbekend, postcode4: postcode4
        ).meld([Gegevensveld.geheimhouding.rawValue], over: dossier, opdrachten, in: tx)
    }
}
