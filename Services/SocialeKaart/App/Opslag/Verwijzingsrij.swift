// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// A referral as it lies in the store, with the facts of the dossier and the service beside it.
struct Verwijzingsrij: Sendable {
    let id: VerwijzingID
    let dossier: DossierID
    let voorziening: VoorzieningID
    let voorzieningNaam: String
    let organisatie: OrganisatieID?
    let organisatieNaam: String?
    let leefgebied: Leefgebied
    let toestand: VerwijzingToestand
    let vorige: VerwijzingToestand?
    let verstuurdOp: Date?
    let grondslag: String?
    let instemmingOp: Datum?
    let urgentie: Urgentie
    let antwoord: [String: String]
    let verlengingen: Int
    let herinneringOp: Datum?
    let escalatieOp: Datum?
    let uiterlijkOp: Datum?
    let herinnerdOp: Datum?
    let geescaleerdOp: Datum?
    let eindeOp: Datum?
    let toegangTot: Datum?
    let vervangt: VerwijzingID?
    /// The goal for which it was made.
    let doel: DoelID?
    let escalatieOm: Date?
    let statusvraagOp: Datum?
    /// The day on which the person agreed last, and whether anything was recorded of it.
    let akkoord: Datum?
    /// Its place in the order of all changes.
    let wijziging: Int
    /// Open tasks of the begeleider.
    let taken: [Verwijzingstaak]
    let versie: Int
    let gewijzigdOp: Date
    /// Of the service.
    let verwijsbaar: String
    let status: String
    let gecontroleerdOp: Datum?
    /// It left referrals unanswered (`Onbeantwoord`).
    let reageertNiet: Bool
    let toegestaneVelden: [Deelveld]
    let grondslagVoorziening: String?
    let afspraakTot: Datum?
    /// Of the dossier, from the events of begeleiding.
    let begeleider: GebruikerID?
    let team: TeamID?
    let gemeente: String?
    let trajectEindigtOp: Datum?
    /// False while the exchange about this person is stopped, as far as intake told.
    let uitwisselbaar: Bool

    /// What the policy asks. A draft is nobody's business outside.
    var facts: Facts {
        Facts(
            begeleiders: begeleider.map { [$0] } ?? [], team: team, gemeente: gemeente, organisatie: organisatie,
            dossier: dossier,
            vrijgegeven: verstuurdOp != nil, uitwisselbaar: uitwisselbaar)
    }

    /// Whether facts about the person may leave in this way today.
    func vrijgave(_ stap: Vrijgave.Stap, _ vandaag: Datum) -> Vrijgave {
        Vrijgave.van(
            stap, toestand: toestand, isVerstuurd: verstuurdOp != nil, toegangTot: toegangTot, isGestopt: !uitwisselbaar,
            vandaag: vandaag)
    }

    func instemmingIsGeldig(_ vandaag: Datum) -> Bool {
        Instemmingsgegevens.isGeldig(gegevenOp: akkoord, ingetrokken: false, vandaag: vandaag)
    }

    func versheid(_ vandaag: Datum) -> Versheid { Versheid(gecontroleerdOp: gecontroleerdOp, vandaag: vandaag) }

    /// What the rules ask, as far as it lies in the store.
    func feiten(_ vandaag: Datum) -> Verwijzingsfeiten {
        var feiten = Verwijzingsfeiten(toestand: toestand)
        feiten.vorige = vorige
        feiten.eindeOp = eindeOp
        feiten.gewijzigdOp = Datum(gewijzigdOp)
        feiten.verstuurdOp = verstuurdOp.map { Datum($0) }
        feiten.eersteContactOp = antwoord["datumEersteContact"].flatMap { Datum($0) }
        feiten.uiterlijkOp = uiterlijkOp
        feiten.isGeescaleerd = geescaleerdOp != nil
        feiten.statusvraagOp = toestand == .gestart ? statusvraagOp : nil
        // Nothing was asked yet of a draft.
        feiten.instemmingGeldig = toestand == .concept || instemmingIsGeldig(vandaag)
        feiten.verwijsbaarEnActief = verwijsbaar == "ja" && status == "active"
        feiten.partnerafspraakGeldig = afspraakTot.map { vandaag <= $0 } ?? true
        return feiten
    }
}

extension Verwijzingsrij {
    /// What `init(rij)` reads; `x` is the referral.
    static let bron = """
        SELECT x.*, v.naam AS voorziening_naam, v.verwijsbaar, v.status, v.gecontroleerd_op,
          \(Onbeantwoord.reageertNiet) AS reageert_niet, coalesce(w.velden, v.toegestane_velden) AS toegestane_velden, w.grondslag AS grondslag_voorziening,
          coalesce(i.op, x.instemming_op) AS akkoord_op,
          (SELECT group_concat(k.soort) FROM verwijzing_taak k WHERE k.verwijzing_id = x.id AND k.af_op IS NULL) AS taken,
          o.naam AS organisatie_naam, o.afspraak_tot, t.begeleider, t.team, t.gemeente, t.traject_eindigt_op,
          \(Uitwisselstop.vrij("x.dossier")) AS uitwisselbaar
        FROM verwijzing x JOIN voorziening v ON v.id = x.voorziening_id
        LEFT JOIN organisatie o ON o.id = x.organisatie_id
        LEFT JOIN toewijzing t ON t.dossier = x.dossier
        LEFT JOIN veldenlijst w ON w.id = x.voorziening_id
        LEFT JOIN verwijzing_instemming i ON i.verwijzing_id = x.id
        """

    /// Where the policy finds its facts in `bron`.
    static let kolommen = ScopeColumns(
        begeleider: "t.begeleider", team: "t.team", gemeente: "t.gemeente", organisatie: "x.organisatie_id", dossier: "x.dossier",
        vrijgegeven: "x.verstuurd_op IS NOT NULL", uitwisselbaar: Uitwisselstop.vrij("x.dossier"))

    init(_ rij: Row) throws {
        func tekst(_ kolom: String) -> String? { rij[kolom] }
        func nodig<Waarde>(_ waarde: Waarde?) throws -> Waarde {
            guard let waarde else { throw Failure.fault(reference: "verwijzing-rij") }
            return waarde
        }
        func datum(_ kolom: String) -> Datum? { tekst(kolom).flatMap { Datum($0) } }
        id = try nodig(tekst("id").flatMap { VerwijzingID($0) })
        dossier = try nodig(tekst("dossier").flatMap { DossierID($0) })
        voorziening = try nodig(tekst("voorziening_id").flatMap { VoorzieningID($0) })
        voorzieningNaam = try nodig(tekst("voorziening_naam"))
        organisatie = tekst("organisatie_id").flatMap { OrganisatieID($0) }
        organisatieNaam = tekst("organisatie_naam")
        leefgebied = try nodig(tekst("leefgebied").flatMap(Leefgebied.init(rawValue:)))
        toestand = try nodig(tekst("toestand").flatMap(VerwijzingToestand.init(rawValue:)))
        vorige = tekst("vorige_toestand").flatMap(VerwijzingToestand.init(rawValue:))
        verstuurdOp = tekst("verstuurd_op").flatMap { Instant.date($0) }
        grondslag = tekst("grondslag")
        instemmingOp = datum("instemming_op")
        urgentie = tekst("urgentie").flatMap(Urgentie.init(rawValue:)) ?? .normaal
        antwoord = try MessageCoding.decode([String: String].self, from: Data((tekst("antwoord") ?? "{}").utf8))
        verlengingen = rij["verlengingen"]
        (herinneringOp, escalatieOp, uiterlijkOp) = (datum("herinnering_op"), datum("escalatie_op"), datum("uiterlijk_op"))
        (herinnerdOp, geescaleerdOp) = (datum("herinnerd_op"), datum("geescaleerd_op"))
        (eindeOp, toegangTot) = (datum("einde_op"), datum("toegang_tot"))
        vervangt = tekst("vervangt").flatMap { VerwijzingID($0) }
        doel = tekst("doel_id").flatMap { DoelID($0) }
        escalatieOm = tekst("escalatie_om").flatMap { Instant.date($0) }
        (statusvraagOp, akkoord) = (datum("statusvraag_op"), datum("akkoord_op"))
        wijziging = rij["wijziging"]
        taken = (tekst("taken") ?? "").split(separator: ",").compactMap { Verwijzingstaak(rawValue: String($0)) }
        grondslagVoorziening = tekst("grondslag_voorziening")
        versie = rij["versie"]
        gewijzigdOp = try nodig(tekst("gewijzigd_op").flatMap { Instant.date($0) })
        verwijsbaar = try nodig(tekst("verwijsbaar"))
        status = try nodig(tekst("status"))
        gecontroleerdOp = datum("gecontroleerd_op")
        reageertNiet = rij["reageert_niet"]
        toegestaneVelden = KaartVragen.lijst(tekst("toegestane_velden")).compactMap(Deelveld.init(rawValue:))
        afspraakTot = datum("afspraak_tot")
        begeleider = tekst("begeleider").flatMap { GebruikerID($0) }
        team = tekst("team").flatMap { TeamID($0) }
        gemeente = tekst("gemeente")
        trajectEindigtOp = datum("traject_eindigt_op")
        uitwisselbaar = rij["uitwisselbaar"]
    }
}
