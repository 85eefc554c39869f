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
    let versie: Int
    let gewijzigdOp: Date
    /// Of the service.
    let verwijsbaar: String
    let status: String
    let gecontroleerdOp: Datum?
    let toegestaneVelden: [Deelveld]
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

    /// Whether the partner may see the package today.
    func partnerZietPakket(_ vandaag: Datum) -> Bool {
        verstuurdOp != nil && (!toestand.isEinde || (toegangTot.map { vandaag <= $0 } ?? false))
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
        feiten.statusvraagOp = toestand == .gestart ? herinnerdOp : nil
        feiten.verwijsbaarEnActief = verwijsbaar == "ja" && status == "active"
        feiten.partnerafspraakGeldig = afspraakTot.map { vandaag <= $0 } ?? true
        return feiten
    }
}

extension Verwijzingsrij {
    /// What `init(rij)` reads; `x` is the referral.
    static let bron = """
        SELECT x.*, v.naam AS voorziening_naam, v.verwijsbaar, v.status, v.gecontroleerd_op, v.toegestane_velden,
          o.naam AS organisatie_naam, o.afspraak_tot, t.begeleider, t.team, t.gemeente, t.traject_eindigt_op,
          \(Uitwisselstop.vrij("x.dossier")) AS uitwisselbaar
        FROM verwijzing x JOIN voorziening v ON v.id = x.voorziening_id
        LEFT JOIN organisatie o ON o.id = x.organisatie_id
        LEFT JOIN toewijzing t ON t.dossier = x.dossier
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
        versie = rij["versie"]
        gewijzigdOp = try nodig(tekst("gewijzigd_op").flatMap { Instant.date($0) })
        verwijsbaar = try nodig(tekst("verwijsbaar"))
        status = try nodig(tekst("status"))
        gecontroleerdOp = datum("gecontroleerd_op")
        toegestaneVelden = KaartVragen.lijst(tekst("toegestane_velden")).compactMap(Deelveld.init(rawValue:))
        afspraakTot = datum("afspraak_tot")
        begeleider = tekst("begeleider").flatMap { GebruikerID($0) }
        team = tekst("team").flatMap { TeamID($0) }
        gemeente = tekst("gemeente")
        trajectEindigtOp = datum("traject_eindigt_op")
        uitwisselbaar = rij["uitwisselbaar"]
    }
}
