// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The referrals that the worker follows: what asks something of the worker first, then by the nearest date.
struct VerwijzingenPagina: PageModel {
    static let template = "verwijzingen"
    let titel = "Verwijzingen"
    let menu: String? = "/verwijzingen"
    let weg: Melding?
    let leeg: Leeg?
    let overzicht: Koppeling?
    let groepen: [Groep]
    let bladeren: Bladeren?

    struct Groep: Sendable {
        let id: String
        let titel: String
        let aantal: Int
        let rijen: [Rij]
    }

    struct Rij: Sendable {
        let naam: String
        let href: String
        let onder: String
        let taak: String?
        let label: Label
        let termijn: Label?
        /// Why this date.
        let waarom: String?
    }

    init(
        _ pagina: Deelvraag<Page<Verwijzingsregel>>, namen: [DossierID: String], rollen: Set<Role>, vandaag: Datum,
        na: String? = nil
    ) {
        weg = pagina.isWeg ? .even("Uw verwijzingen zijn") : nil
        let rijen = pagina.waarde?.rows ?? []
        let delen: [(String, String, (Verwijzingsregel) -> Bool)] = [
            ("doen", "Dit moet u doen", { $0.taken != nil || $0.wachtOp == "verwijzer" }),
            ("wacht", "De organisatie is aan zet", { $0.taken == nil && $0.wachtOp != "verwijzer" }),
        ]
        groepen = delen.compactMap { id, titel, hoort in
            let deel = rijen.filter(hoort).map { Rij($0, naam: namen[$0.dossier], vandaag: vandaag) }
            return deel.isEmpty ? nil : Groep(id: id, titel: titel, aantal: deel.count, rijen: deel)
        }
        leeg =
            pagina.waarde != nil && rijen.isEmpty
            ? Leeg(
                "Geen verwijzing die loopt", "Verwijs iemand vanuit het dossier, met de knop Verwijzen.",
                actie: Koppeling("Naar uw mensen", "/mensen")) : nil
        overzicht = rollen.contains(.teamleider) ? Koppeling("Overzicht per organisatie", "/verwijzingen/organisaties") : nil
        bladeren = pagina.waarde.flatMap { pagina in
            pagina.next == nil && na == nil
                ? nil
                : Bladeren(
                    "\(pagina.rows.count) op deze bladzijde", vorige: na == nil ? nil : "/verwijzingen",
                    volgende: pagina.next.map { Adres.van("/verwijzingen", [("na", $0)]) })
        }
    }
}

extension VerwijzingenPagina.Rij {
    init(_ regel: Verwijzingsregel, naam: String?, vandaag: Datum) {
        self.naam = naam ?? "Verwijzing openen"
        href = "/verwijzing/\(regel.verwijzing)"
        onder = [regel.urgentie == "spoed" ? "Spoed" : nil, regel.voorzieningNaam, regel.leefgebied.naam]
            .compactMap { $0 }.joined(separator: " · ")
        taak = regel.taken?.first.map { VerwijzingPagina.taakteksten[$0] ?? $0 }
        label = regel.toestand.label
        termijn = regel.uiterlijkOp.map { op in
            let dagen = vandaag.days(until: op)
            return Label(op.ten(opzichteVan: vandaag), dagen < 0 ? .fout : dagen <= 2 ? .letOp : .gewoon)
        }
        let uitleg = VerwijzingPagina.waarom(regel)
        waarom = regel.uiterlijkOp.flatMap { op in uitleg.isEmpty ? nil : "\(op.voluit.hoofdletter). \(uitleg)" }
    }
}

/// How organisations deal with referrals, for the team leader.
struct PartneroverzichtPagina: PageModel {
    static let template = "partneroverzicht"
    let titel = "Verwijzingen per organisatie"
    let menu: String? = "/verwijzingen"
    let kruimels = [Koppeling("Verwijzingen", "/verwijzingen")]
    let uitleg: String
    let weg: Melding?
    let leeg: Leeg?
    let tabel: Tabel?

    init(_ antwoord: Deelvraag<[Partneroverzicht]>, van: Datum, tot: Datum) {
        uitleg = "Verstuurd van \(van.tekst) tot en met \(tot.tekst). Tijden zijn het midden: de helft ging sneller."
        weg = antwoord.isWeg ? .even("Het overzicht is") : nil
        let rijen = antwoord.waarde ?? []
        leeg =
            antwoord.waarde != nil && rijen.isEmpty ? Leeg("Nog niets verstuurd", "Hier komen de tijden per organisatie.") : nil
        func deel(_ aantal: Int, van geheel: Int) -> String {
            geheel == 0 ? "–" : "\(Int((Double(aantal) / Double(geheel) * 100).rounded()))% (\(aantal))"
        }
        func getal(_ waarde: Double?, _ eenheid: String) -> String {
            waarde.map { "\(String($0).replacing(".", with: ",")) \(eenheid)" } ?? "–"
        }
        tabel =
            rijen.isEmpty
            ? nil
            : Tabel(
                "Verwijzingen per organisatie", stil: true, breed: true,
                kolommen: [
                    .init("Organisatie"), .init("Verstuurd", getal: true), .init("Tot ontvangst", getal: true),
                    .init("Tot besluit", getal: true), .init("Tot contact", getal: true), .init("Verbonden", getal: true),
                    .init("Verlopen", getal: true), .init("Afgewezen om"),
                ],
                rijen: rijen.map { rij in
                    let redenen = rij.redenen.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
                        "\(VerwijzingPagina.waarde($0.key, van: "redenAfwijzing")) (\($0.value))"
                    }
                    return [
                        .tekst(rij.naam), .tekst("\(rij.verstuurd)"), .tekst(getal(rij.urenTotOntvangst, "uur")),
                        .tekst(getal(rij.urenTotBesluit, "uur")), .tekst(getal(rij.dagenTotContact, "dagen")),
                        .tekst(deel(rij.verbonden, van: rij.verstuurd)), .tekst(deel(rij.verlopen, van: rij.verstuurd)),
                        .tekst(redenen.isEmpty ? "–" : redenen.joined(separator: ", ")),
                    ]
                })
    }
}
