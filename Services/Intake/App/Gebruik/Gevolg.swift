// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Zegel

/// What follows from a judgement, in the transaction that made it: the person, the household, the events.
struct Gevolg {
    let gegevens: Aanmeldgegevens
    let dossier: DossierID
    let key: SealKey
    let opdracht: Opdracht
    let ontvangenOp: Datum
    let kenmerken: Dubbelvraag
    let ouder: Ouderkenmerken
    var kandidaten: [Dubbelkandidaat] = []
    /// The gegevens sealed for the person, where that was done before the transaction.
    var verzegeld: Data?
    /// The dossier was not in the store before: there is nothing of it to replace.
    var isNieuw = false
    /// The team that a worker chose; nil: the contract's first.
    var team: TeamID?

    /// Does not touch the row of the aanmelding itself: who calls has written the state already.
    func voer(_ oordeel: Oordeel, in tx: Transaction) throws {
        switch oordeel {
        case .accepteren(let doelgroep, let acceptatie):
            try zetKenmerken(tx.db)
            try neemOp(doelgroep, acceptatie, tx)
        case .inControle:
            try zetKenmerken(tx.db)
            try Kandidatenregister.bewaar(tx.db, kandidaten, bij: gegevens.aanmelding, dossier, key)
        case .afwijzen(let reden):
            try wijsAf(reden, tx)
        }
    }

    private func zetKenmerken(_ db: Database) throws {
        if isNieuw {
            try Kenmerkregister.maak(db, kenmerken, voor: dossier)
        } else {
            try Kenmerkregister.zet(db, kenmerken, voor: dossier)
        }
    }

    private func neemOp(_ doelgroep: Doelgroep, _ acceptatie: Acceptatie, _ tx: Transaction) throws {
        let dag = tx.today
        let ouderdossier = try ouder.dossier(tx.db, gemeente: gegevens.gemeente)
        let huishouden = try Huishoudregister.huishouden(tx, gegevens, ouder: ouderdossier)
        let meerijdend =
            acceptatie.eigenTraject
            ? nil : try ouderdossier ?? Huishoudregister.trajecthouder(tx.db, huishouden)
        let eerder = isNieuw ? nil : try Persoonregister.eerder(tx.db, gegevens.aanmelding)
        let nummer = try eerder?.nummer ?? Persoonregister.volgendNummer(tx.db, jaar: dag.year).description
        let team = self.team ?? TeamID(team: opdracht.team)
        try Persoonregister.maak(
            tx,
            .init(
                dossier: dossier, dossiernummer: nummer, opdracht: opdracht.id, team: team, doelgroep: doelgroep,
                huishouden: huishouden, eigenTraject: acceptatie.eigenTraject, meerijdendMet: meerijdend,
                verzegeld: try verzegeld ?? Verzegeling.sluit(gegevens, .persoon, dossier, key),
                woorden: kenmerken.woorden, versie: (eerder?.versie ?? 0) + 1), gegevens)
        try legVast(doelgroep, acceptatie, in: huishouden, op: dag, tx)
        try tx.emit(
            AanmeldingGeaccepteerd(
                dossier: dossier, dossiernummer: nummer, aanmelding: gegevens.aanmelding, huishouden: huishouden,
                gemeente: gegevens.gemeente.waarde, opdracht: opdracht.id, doelgroep: doelgroep,
                eigenTraject: acceptatie.eigenTraject, meerijdendMet: meerijdend, ontvangenOp: ontvangenOp,
                geaccepteerdOp: dag, datumHuisvesting: gegevens.datumHuisvesting, verblijfsvorm: gegevens.verblijfsvorm,
                is18: acceptatie.is18, wordt18In: acceptatie.wordt18In?.waarde,
                inburgeringsplichtig: gegevens.inburgeringsplichtig, factureerbaar: acceptatie.factureerbaar,
                spreektaal: gegevens.talen.spreektaal, tolkNodig: gegevens.talen.tolkNodig,
                postcode4: gegevens.geheimhouding ? nil : gegevens.client.adres.postcode?.cijfers, team: team,
                eersteContactVoor: opdracht.eersteContact.uiterlijk(vanaf: dag)))
        if acceptatie.eigenTraject { try Huishoudregister.vulMeerijdenAan(tx, huishouden) }
    }

    /// The facts that change over time, from their own days and sources.
    private func legVast(
        _ doelgroep: Doelgroep, _ acceptatie: Acceptatie, in huishouden: HuishoudenID, op dag: Datum, _ tx: Transaction
    ) throws {
        let rol = gegevens.huishouden?.rol ?? (acceptatie.eigenTraject ? .hoofd : .kind)
        try Lidmaatschappen.maak(tx, dossier, in: huishouden, rol, van: ontvangenOp, .aanmelding, bron: .gemeente)
        try Persoonsfeiten.voegToe(
            tx, dossier, .doelgroep, doelgroep.rawValue, van: ontvangenOp, bron: "gemeente", reden: "aanmelding")
        try Persoonsfeiten.voegToe(
            tx, dossier, .inburgeringsplichtig, gegevens.inburgeringsplichtig.rawValue, van: ontvangenOp, bron: "gemeente",
            reden: "aanmelding")
        try Persoonsfeiten.voegToe(
            tx, dossier, .factureerbaar, (acceptatie.factureerbaar ? Feit.ja : .nee).rawValue, van: dag, bron: "contract",
            reden: "contract")
    }

    /// Nobody is compared with who was refused.
    private func wijsAf(_ reden: Afwijsreden, _ tx: Transaction) throws {
        if !isNieuw { try Kenmerkregister.wis(tx.db, dossier) }
        try tx.emit(
            AanmeldingAfgewezen(
                aanmelding: gegevens.aanmelding, gemeente: gegevens.gemeente.waarde, reden: reden.rawValue,
                afgewezenOp: tx.today))
    }
}
