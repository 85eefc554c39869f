// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The people of who is signed in, by name, with how each traject stands. A search is posted: a name never stands in a URL.
struct MensenPagina: PageModel {
    static let template = "mensen"
    let titel = "Mensen"
    let menu: String? = "/mensen"
    let inleiding: String
    let leidt: Bool
    let zoek: String
    let gezocht: String?
    let weg: Melding?
    let kaartenWeg: Melding?
    let heeftRijen: Bool
    let rijen: [Rij]
    let toontBegeleider: Bool
    let leeg: Leeg?
    let bladeren: Bladeren?
    /// The key of the next page of a search, to post.
    let volgende: String?

    struct Rij: Sendable {
        let naam: String
        let href: String
        let nummer: String
        let taal: String
        let tolk: Label?
        let contact: String
        let doelen: String
        let einde: String
        let eindeLabel: Label?
        let begeleider: String?
    }

    /// - Parameters:
    ///   - zoek: what was searched for; empty for the whole list.
    ///   - na: the key that this page began after.
    init(
        _ pagina: Deelvraag<Page<Persoonsregel>>, kaarten: Deelvraag<[TrajectKaart]>, begeleiders: [GebruikerID: String],
        rollen: Set<Role>, vandaag: Datum, zoek: String = "", na: String? = nil
    ) {
        let alleen = rollen.isDisjoint(with: [.teamleider, .financieel, .beheerder])
        inleiding = alleen ? "De mensen die u begeleidt, op naam." : "De mensen van uw team, op naam."
        self.zoek = zoek
        leidt = rollen.contains(.teamleider)
        toontBegeleider = !alleen
        weg = pagina.isWeg ? .even("De lijst is") : nil
        kaartenWeg = kaarten.isWeg && pagina.waarde != nil ? .even("Contact, doelen en einddatum zijn") : nil
        let perDossier = Dictionary((kaarten.waarde ?? []).map { ($0.dossier, $0) }, uniquingKeysWith: { eerste, _ in eerste })
        rijen = (pagina.waarde?.rows ?? []).map { persoon in
            Rij(
                persoon, perDossier[persoon.dossier], vandaag: vandaag,
                begeleider: alleen ? nil : persoon.begeleider.map { begeleiders[$0] ?? "Onbekend" } ?? "Nog niemand")
        }
        heeftRijen = !rijen.isEmpty
        let gevonden = rijen.count == 1 ? "1 persoon" : "\(rijen.count) mensen"
        gezocht =
            zoek.isEmpty || pagina.waarde == nil ? nil : "\(pagina.waarde?.next == nil ? "" : "Ten minste ")\(gevonden) gevonden."
        leeg =
            pagina.waarde == nil || heeftRijen
            ? nil
            : zoek.isEmpty
                ? Leeg("Nog niemand", "Zodra een teamleider u iemand geeft, staat die persoon hier.")
                : Leeg(
                    "Niemand gevonden",
                    "Probeer een deel van de naam, of het dossiernummer. U ziet alleen mensen van uw eigen werk.",
                    actie: Koppeling("Toon iedereen", "/mensen"))
        volgende = zoek.isEmpty ? nil : pagina.waarde?.next
        bladeren =
            zoek.isEmpty && (pagina.waarde?.next != nil || na != nil)
            ? Bladeren(
                Self.tekst(rijen.count, pagina.waarde?.total), vorige: na == nil ? nil : "/mensen",
                volgende: pagina.waarde?.next.map { Adres.van("/mensen", [("na", $0)]) }) : nil
    }

    private static func tekst(_ aantal: Int, _ totaal: Int?) -> String {
        totaal.map { "\(aantal) van \($0) mensen" } ?? "\(aantal) mensen op deze bladzijde"
    }
}

extension MensenPagina.Rij {
    init(_ persoon: Persoonsregel, _ kaart: TrajectKaart?, vandaag: Datum, begeleider: String?) {
        (naam, href, nummer) = (persoon.naam, "/dossier/\(persoon.dossier)", persoon.dossiernummer)
        taal = persoon.spreektaal.map(Dossierhoofd.taalnaam) ?? "Taal onbekend"
        tolk = persoon.tolkNodig ? Label("Tolk", .letOp) : nil
        contact =
            kaart == nil
            ? "–"
            : kaart?.laatsteContact.map { $0.ten(opzichteVan: vandaag) } ?? (kaart?.traject == nil ? "–" : "Nog geen contact")
        doelen = kaart.map { $0.doelenTotaal == 0 ? "–" : "\($0.doelenBereikt) van \($0.doelenTotaal)" } ?? "–"
        if let kaart, kaart.traject == nil, persoon.doelgroep == .kind {
            (einde, eindeLabel) = ("Rijdt mee met ouder of voogd", nil)
        } else if kaart?.toestand == "afgerond" {
            (einde, eindeLabel) = ("", Label("Afgerond", .leeg))
        } else if let eindigt = kaart?.eindigtOp {
            let over = vandaag.days(until: eindigt)
            einde = eindigt.kort
            eindeLabel = over < 0 ? Label("Voorbij", .fout) : over <= 42 ? Label("Nog \(over) dagen", .letOp) : nil
        } else {
            (einde, eindeLabel) = ("–", nil)
        }
        self.begeleider = begeleider
    }
}
