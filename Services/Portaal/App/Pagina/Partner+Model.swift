// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// The referrals to the visitor's own organisation: what waits for it first. No name of a person stands in this list.
struct PartnerPagina: PageModel {
    static let template = "partner"
    let titel = "Verwijzingen aan ons"
    let menu: String? = "/partner"
    let weg: Melding?
    let vraag: Melding?
    let leeg: Leeg?
    let heeftRijen: Bool
    let rijen: [Rij]
    let bladeren: Bladeren?

    struct Rij: Sendable {
        let naam: String
        let href: String
        let onder: String
        let label: Label
        let termijn: Label?
    }

    init(_ pagina: Deelvraag<Page<Partnerverwijzing>>, vandaag: Datum, na: String? = nil) {
        weg = pagina.isWeg ? .even("De verwijzingen zijn") : nil
        vraag = Self.wacht(pagina.waarde?.wacht, "verwijzing wacht", "verwijzingen wachten", "De oudste staat bovenaan.")
        rijen = (pagina.waarde?.rows ?? []).map { Rij($0, vandaag: vandaag) }
        heeftRijen = !rijen.isEmpty
        leeg =
            pagina.waarde != nil && rijen.isEmpty
            ? Leeg("Nog geen verwijzingen", "Zodra iemand naar u wordt verwezen, staat het hier.") : nil
        bladeren = pagina.waarde.flatMap { pagina in
            pagina.next == nil && na == nil
                ? nil
                : Bladeren(
                    "\(pagina.rows.count) op deze bladzijde", vorige: na == nil ? nil : "/partner",
                    volgende: pagina.next.map { Adres.van("/partner", [("na", $0)]) })
        }
    }

    /// How much of the whole list waits for the visitor's organisation; nil when nothing does.
    static func wacht(_ aantal: Int?, _ een: String, _ meer: String, _ tekst: String) -> Melding? {
        guard let aantal, aantal > 0 else { return nil }
        let wat = aantal == 1 ? "1 \(een)" : "\(KaartControlePagina.telling(aantal)) \(meer)"
        return Melding(.letOp, tekst, titel: "\(wat) op uw antwoord")
    }
}

extension PartnerPagina.Rij {
    init(_ verwijzing: Partnerverwijzing, vandaag: Datum) {
        naam = verwijzing.voorzieningNaam
        href = "/partner/\(verwijzing.verwijzing)"
        let spoed = verwijzing.urgentie == "spoed" ? "Spoed" : nil
        let sinds = verwijzing.verstuurdOp.map { "verstuurd \(Datum($0).kort)" }
        onder = [spoed, verwijzing.leefgebied.naam, sinds].compactMap { $0 }.joined(separator: " · ")
        label = verwijzing.toestand.label
        termijn = PartnerVerwijzingPagina.termijn(verwijzing, vandaag: vandaag)
    }
}

/// One referral at the partner: what it may know, what happened, and what it can answer.
struct PartnerVerwijzingPagina: PageModel {
    static let template = "partner-verwijzing"
    let titel: String
    let menu: String? = "/partner"
    let kruimels = [Koppeling("Verwijzingen aan ons", "/partner")]
    let toestand: Label
    let aanZet: String?
    let pakket: Gegevens?
    let gesloten: String?
    let persoon: Gegevens?
    let persoonWeg: Melding?
    let antwoord: Partnerantwoord?
    let statusvraag: String?
    let verloop: Tijdlijn

    init(_ verwijzing: Partnerverwijzing, _ form: FormValues, vandaag: Datum) {
        titel = "Verwijzing: \(verwijzing.voorzieningNaam)"
        toestand = verwijzing.toestand.label
        aanZet = Self.aanZet(verwijzing, vandaag: vandaag)
        pakket = verwijzing.deelpakket.map(Self.gegevens)
        gesloten = verwijzing.deelpakket == nil ? "De gegevens van deze verwijzing zijn gesloten." : nil
        persoon = verwijzing.persoon.map(Self.gegevens)
        persoonWeg =
            verwijzing.persoonNietBereikbaar
            ? Melding(.letOp, "De naam en het telefoonnummer zijn nu even niet op te halen. Probeer het zo opnieuw.") : nil
        antwoord = Partnerantwoord(
            verwijzing.mogelijk, actie: "/partner/\(verwijzing.verwijzing)/antwoord", versie: verwijzing.versie, form,
            vandaag: vandaag)
        statusvraag = verwijzing.statusvraagOp.map { _ in "/partner/\(verwijzing.verwijzing)/loopt" }
        verloop = Tijdlijn(
            verwijzing.geschiedenis.reversed().map {
                .init(
                    Datum($0.wanneer), $0.naar.naam,
                    wie: ["partner": "Uw organisatie", "systeem": "Vanzelf"][$0.wie] ?? "De verwijzer", wanneer: $0.wanneer.voluit
                )
            })
    }

    static func gegevens(_ velden: [String: String]) -> Gegevens {
        Gegevens(
            velden.filter { $0.key != "verwijzingId" && $0.key != "voorzieningId" }
                .sorted { VerwijzingPagina.plek($0.key) < VerwijzingPagina.plek($1.key) }
                .map { .init(VerwijzingPagina.veldnaam($0.key), VerwijzingPagina.waarde($0.value, van: $0.key)) })
    }

    static func aanZet(_ verwijzing: Partnerverwijzing, vandaag: Datum) -> String? {
        guard verwijzing.wachtOp == "partner" else { return nil }
        let tot = verwijzing.uiterlijkOp.map { " Uiterlijk \($0.ten(opzichteVan: vandaag))." } ?? ""
        return verwijzing.statusvraagOp == nil ? "U bent aan zet.\(tot)" : "Wij vragen u hoe het gaat."
    }

    static func termijn(_ verwijzing: Partnerverwijzing, vandaag: Datum) -> Label? {
        if verwijzing.statusvraagOp != nil { return Label("hoe gaat het?", .letOp) }
        return verwijzing.uiterlijkOp.map { op in
            let dagen = vandaag.days(until: op)
            return Label(op.ten(opzichteVan: vandaag), dagen < 0 ? .fout : dagen <= 2 ? .letOp : .gewoon)
        }
    }
}
