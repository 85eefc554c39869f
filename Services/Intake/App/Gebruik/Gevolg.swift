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

    private func neemOp(_ gevraagd: Doelgroep, _ gevolg: Acceptatie, _ tx: Transaction) throws {
        let dag = tx.today
        let eerder = isNieuw ? nil : try Persoonregister.eerder(tx.db, gegevens.aanmelding)
        var (doelgroep, acceptatie) = (gevraagd, gevolg)
        // Who was here before comes back as people had written it down.
        if eerder != nil, let groep = try Bewaard.groep(tx.db, dossier), let regel = opdracht.regel(voor: groep) {
            doelgroep = groep
            acceptatie = Acceptatie(
                doelgroep: groep, geboortedatum: gegevens.client.geboortedatum, regel: regel, op: dag)
        }
        let ouderdossier = try ouder.dossier(tx.db, gemeente: gegevens.gemeente)
        let woonde = eerder == nil ? nil : try Bewaard.woont(tx.db, dossier)
        let huishouden = try woonde ?? Huishoudregister.huishouden(tx, gegevens, ouder: ouderdossier)
        let meerijdend =
            acceptatie.eigenTraject
            ? nil : try ouderdossier ?? Huishoudregister.trajecthouder(tx.db, huishouden)
        let nummer = try eerder?.nummer ?? Persoonregister.volgendNummer(tx.db, jaar: dag.year).description
        let team = self.team ?? TeamID(team: opdracht.team)
        try Persoonregister.maak(
            tx,
            .init(
                dossier: dossier, dossiernummer: nummer, opdracht: opdracht.id, team: team, doelgroep: doelgroep,
                huishouden: huishouden, eigenTraject: acceptatie.eigenTraject, meerijdendMet: meerijdend,
                verzegeld: try verzegeld ?? Verzegeling.sluit(gegevens, .persoon, dossier, key),
                woorden: kenmerken.woorden, versie: (eerder?.versie ?? 0) + 1), gegevens)
        let terug = eerder == nil ? Bewaard.Terug() : try Bewaard.haalTerug(tx.db, dossier)
        try legVast(doelgroep, acceptatie, in: huishouden, op: dag, behalve: terug, tx)
        func feit(_ soort: Persoonsfeitsoort, _ anders: Feit) throws -> Feit {
            guard terug.feiten.contains(soort.rawValue) else { return anders }
            return try Persoonsfeiten.nu(tx.db, dossier, soort).flatMap { Feit(rawValue: $0.waarde) } ?? anders
        }
        try tx.emit(
            AanmeldingGeaccepteerd(
                dossier: dossier, dossiernummer: nummer, aanmelding: gegevens.aanmelding, huishouden: huishouden,
                gemeente: gegevens.gemeente.waarde, opdracht: opdracht.id, doelgroep: doelgroep,
                eigenTraject: acceptatie.eigenTraject, meerijdendMet: meerijdend, ontvangenOp: ontvangenOp,
                geaccepteerdOp: dag, datumHuisvesting: gegevens.datumHuisvesting, verblijfsvorm: gegevens.verblijfsvorm,
                is18: acceptatie.is18, wordt18In: acceptatie.wordt18In?.waarde,
                inburgeringsplichtig: try feit(.inburgeringsplichtig, gegevens.inburgeringsplichtig),
                factureerbaar: try feit(.factureerbaar, acceptatie.factureerbaar ? .ja : .nee) == .ja,
                spreektaal: gegevens.talen.spreektaal, tolkNodig: gegevens.talen.tolkNodig,
                postcode4: gegevens.geheimhouding ? nil : gegevens.client.adres.postcode?.cijfers, team: team,
                eersteContactVoor: opdracht.eersteContact.uiterlijk(vanaf: dag)))
        if acceptatie.eigenTraject { try Huishoudregister.vulMeerijdenAan(tx, huishouden) }
    }

    /// The facts that change over time, from their own days and sources.
    private func legVast(
        _ doelgroep: Doelgroep, _ acceptatie: Acceptatie, in huishouden: HuishoudenID, op dag: Datum,
        behalve terug: Bewaard.Terug, _ tx: Transaction
    ) throws {
        let rol = gegevens.huishouden?.rol ?? (acceptatie.eigenTraject ? .hoofd : .kind)
        if terug.lidmaatschappen {
            try Lidmaatschappen.volg(tx.db, dossier)
        } else {
            try Lidmaatschappen.maak(tx, dossier, in: huishouden, rol, van: ontvangenOp, .aanmelding, bron: .gemeente)
        }
        func leg(_ soort: Persoonsfeitsoort, _ waarde: String, van: Datum, bron: String, reden: String) throws {
            guard !terug.feiten.contains(soort.rawValue) else { return }
            try Persoonsfeiten.voegToe(tx, dossier, soort, waarde, van: van, bron: bron, reden: reden)
        }
        try leg(.doelgroep, doelgroep.rawValue, van: ontvangenOp, bron: "gemeente", reden: "aanmelding")
        try leg(
            .inburgeringsplichtig, gegevens.inburgeringsplichtig.rawValue, van: ontvangenOp, bron: "gemeente",
            reden: "aanmelding")
        try leg(
            .factureerbaar, (acceptatie.factureerbaar ? Feit.ja : .nee).rawValue, van: dag, bron: "contract", reden: "contract")
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
