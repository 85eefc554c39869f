// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// The entries of the visitor's own organisation: what waits for an answer first.
struct PartnerKaartPagina: PageModel {
    static let template = "partner-kaart"
    let titel = "Onze vermeldingen"
    let menu: String? = "/partner/kaart"
    let weg: Melding?
    let vraag: Melding?
    let heeftRijen: Bool
    let rijen: [Rij]
    let leeg: Leeg?
    let bladeren: Bladeren?

    struct Rij: Sendable {
        let naam: String
        let href: String
        let controle: Label
        let plek: Label?
        let voorstel: Label?
    }

    init(_ pagina: Deelvraag<Page<Partnervermelding>>, vandaag: Datum, na: String? = nil) {
        weg = pagina.isWeg ? .even("De vermeldingen zijn") : nil
        let alle = pagina.waarde?.rows ?? []
        let wacht = alle.filter { Self.wacht($0, vandaag: vandaag) }
        vraag = PartnerPagina.wacht(
            pagina.waarde?.wacht, "vermelding wacht", "vermeldingen wachten",
            "Kijk na of het nog klopt. Zo vinden mensen de juiste hulp.")
        rijen = (wacht + alle.filter { !Self.wacht($0, vandaag: vandaag) }).map { Rij($0, vandaag: vandaag) }
        heeftRijen = !rijen.isEmpty
        leeg =
            pagina.waarde != nil && rijen.isEmpty
            ? Leeg("Geen vermeldingen", "Uw organisatie staat nog niet op de sociale kaart. Vraag het uw contactpersoon.") : nil
        bladeren = pagina.waarde.flatMap { pagina in
            pagina.next == nil && na == nil
                ? nil
                : Bladeren(
                    "\(pagina.rows.count) op deze bladzijde", vorige: na == nil ? nil : "/partner/kaart",
                    volgende: pagina.next.map { Adres.van("/partner/kaart", [("na", $0)]) })
        }
    }

    /// The yearly question, asked from half a year on, or a proposal that came back.
    static func wacht(_ vermelding: Partnervermelding, vandaag: Datum) -> Bool {
        guard vermelding.status != "opgeheven" else { return false }
        switch vermelding.voorstel?.toestand {
        case "te-beoordelen": return false
        case "teruggestuurd": return true
        default:
            return vermelding.reageertNiet == true || vermelding.gecontroleerdOp.map { $0.days(until: vandaag) > 180 } ?? true
        }
    }

    static func label(_ toestand: String) -> Label {
        switch toestand {
        case "te-beoordelen": Label("Voorstel ingediend", .info)
        case "teruggestuurd": Label("Voorstel teruggestuurd", .letOp)
        default: Label("Voorstel nog niet ingediend", .letOp)
        }
    }
}

extension PartnerKaartPagina.Rij {
    init(_ vermelding: Partnervermelding, vandaag: Datum) {
        (naam, href) = (vermelding.naam, "/partner/kaart/\(vermelding.voorziening)")
        controle =
            vermelding.status == "opgeheven"
            ? Label("Opgeheven", .leeg)
            : Voorzieningskaart.controle(
                vermelding.gecontroleerdOp, reageertNiet: vermelding.reageertNiet, vandaag: vandaag)
        plek = vermelding.plek.flatMap { Voorzieningskaart.plek($0, vandaag: vandaag) }
        voorstel = vermelding.voorstel.map { PartnerKaartPagina.label($0.toestand) }
    }
}

/// One entry of the own organisation: is it right, what is proposed, is there room.
struct PartnerVermeldingPagina: PageModel {
    static let template = "partner-vermelding"
    let titel: String
    let menu: String? = "/partner/kaart"
    let kruimels = [Koppeling("Onze vermeldingen", "/partner/kaart")]
    let controle: Label
    let klopt: Klopt?
    let voorstel: Voorstel?
    let wijzigen: Koppeling?
    let gegevens: Gegevens
    let plek: Label?
    let plaatsen: Plaatsen

    struct Klopt: Sendable {
        let actie: String
        let versie: Int
    }
    struct Voorstel: Sendable {
        let label: Label
        let reden: String?
        let toelichting: String?
        let verschillen: Verschillen
        let intrekken: String
    }
    struct Plaatsen: Sendable {
        let fouten: Foutenlijst?
        let actie: String
        let antwoord: Kiesvak
        let vrij: Veld
        let maximum: Veld
    }

    init(_ antwoord: PartnerVermeldingOpvragen.Answer, _ form: FormValues, vandaag: Datum) {
        let vermelding = antwoord.vermelding
        let pad = "/partner/kaart/\(vermelding.voorziening)"
        titel = vermelding.naam
        controle = Voorzieningskaart.controle(
            vermelding.gecontroleerdOp, reageertNiet: vermelding.reageertNiet, vandaag: vandaag)
        let bijOns = vermelding.voorstel?.toestand == "te-beoordelen"
        klopt =
            vermelding.status == "opgeheven" || bijOns ? nil : Klopt(actie: "\(pad)/klopt", versie: vermelding.versie)
        voorstel = vermelding.voorstel.map {
            Voorstel(
                label: PartnerKaartPagina.label($0.toestand), reden: $0.reden, toelichting: $0.toelichting,
                verschillen: Verschillen(antwoord.verschillen), intrekken: "\(pad)/intrekken")
        }
        wijzigen =
            bijOns
            ? nil : Koppeling(vermelding.voorstel == nil ? "Er klopt iets niet" : "Ga verder met het voorstel", "\(pad)/wijzigen")
        gegevens = Self.gegevens(antwoord.inhoud)
        plek = vermelding.plek.flatMap { Voorzieningskaart.plek($0, vandaag: vandaag) }
        plaatsen = Plaatsen(
            fouten: Foutenlijst(form), actie: "\(pad)/plaatsen",
            antwoord: Kiesvak(
                "antwoord", "Is er nu plek?", form,
                [
                    Optie("plaats", "Ja, er is plek"), Optie("geen-plaats", "Nee"), Optie("wachtlijst", "Wachtlijst"),
                    Optie("eerst-overleggen", "Eerst overleggen"),
                ]),
            vrij: Veld("vrij", "Vrije plaatsen", form, verplicht: false, breedte: .kort, toetsen: "numeric", lengte: 6),
            maximum: Veld(
                "maximum", "Plaatsen in totaal", form, verplicht: false, breedte: .kort, toetsen: "numeric", lengte: 6))
    }

    /// What stands in the directory now, for the one who must say whether it is right.
    private static func gegevens(_ inhoud: Voorzieningsinhoud) -> Gegevens {
        var regels: [Gegevens.Regel] = []
        func als(_ naam: String, _ waarde: String?) {
            if let waarde, !waarde.isEmpty { regels.append(.init(naam, waarde)) }
        }
        als("Omschrijving", inhoud.omschrijving)
        als("Let op", inhoud.waarschuwing)
        als("Voor wie", inhoud.voorWie)
        als("Aanmelden", inhoud.aanmelden)
        als("Wachttijd", inhoud.wachttijd)
        als("Kosten", inhoud.kosten)
        als("Talen", inhoud.talen.map(Dossierhoofd.taalnaam).joined(separator: ", "))
        als("Meenemen", inhoud.meenemen.joined(separator: ", "))
        als("Werkgebied", inhoud.gebieden.joined(separator: ", "))
        for locatie in inhoud.locaties {
            let adres = [locatie.naam, locatie.straat, locatie.postcode, locatie.plaats].compactMap { $0 }
            als("Plek", locatie.geheim ? "Geheim adres" : adres.joined(separator: ", "))
        }
        als("Openingstijden", inhoud.openingstijden.map(tijd).joined(separator: "; "))
        als("Telefoon", inhoud.telefoons.map(\.nummer).joined(separator: ", "))
        als("E-mail", inhoud.email)
        als("Website", inhoud.website)
        return Gegevens(regels)
    }

    private static func tijd(_ opening: Voorzieningsinhoud.Opening) -> String {
        let tijd = opening.van.flatMap { van in opening.tot.map { "\(van) tot \($0)" } } ?? "gesloten"
        let dagen = opening.dagen.filter { (1...7).contains($0) }.map { Kaartvraag.dagen[$0 - 1] }.joined(separator: ", ")
        switch opening.herhaling {
        case "uitzondering":
            let (van, tot) = (opening.geldigVan?.kort ?? "", opening.geldigTot?.kort ?? "")
            return "\(van == tot ? van : "\(van) tot en met \(tot)") \(tijd)"
        case "maand":
            let nummer = opening.nummer.map { $0 == -1 ? "laatste" : "\($0)e" } ?? ""
            return "\(nummer) \(dagen) van de maand \(tijd)"
        default: return "\(dagen) \(tijd)"
        }
    }
}

/// Proposing how the own entry should be.
struct PartnerVoorstelPagina: PageModel {
    static let template = "partner-voorstel"
    let titel = "Vermelding verbeteren"
    let menu: String? = "/partner/kaart"
    let kruimels: [Koppeling]
    let reden: Melding?
    /// What a colleague made of it while the visitor typed.
    let intussen: Verschillen?
    let formulier: Kaartformulier
    let voorstel: String?
    let versie: Int
    let toelichting: Tekstvlak
    let terug: String

    /// - Parameter gebotst: the form was sent from an older version than the proposal has now.
    init(_ antwoord: PartnerVermeldingOpvragen.Answer, _ getypt: FormValues, gebotst: Bool = false) {
        let vermelding = antwoord.vermelding
        terug = "/partner/kaart/\(vermelding.voorziening)"
        kruimels = [Koppeling("Onze vermeldingen", "/partner/kaart"), Koppeling(vermelding.naam, terug)]
        var eerst = Kaartformulier.waarden(antwoord.voorgesteld ?? antwoord.inhoud, antwoord.begrippen)
        if let toelichting = vermelding.voorstel?.toelichting { eerst.set("toelichting", toelichting) }
        let form = getypt.values.isEmpty ? eerst : getypt
        reden = vermelding.voorstel?.reden.map { Melding(.letOp, $0, titel: "Dit voorstel kwam terug met een vraag") }
        formulier = Kaartformulier(form, actie: "\(terug)/wijzigen", begrippen: antwoord.begrippen, organisaties: nil)
        voorstel = getypt.optional("voorstel") ?? vermelding.voorstel?.voorstel.uuidString.lowercased()
        // Who sends it again has seen what the colleague did: it goes out from the newest version then.
        versie = (gebotst ? nil : Int(getypt.text("versie"))) ?? vermelding.voorstel?.versie ?? 0
        intussen = gebotst ? Verschillen(antwoord.verschillen) : nil
        toelichting = Tekstvlak(
            "toelichting", "Wilt u iets uitleggen?", form,
            hulp: "Alleen wie uw voorstel beoordeelt leest dit. Schrijf niets over cliënten.",
            verplicht: false, regels: 3, lengte: 1000)
    }
}
