// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// One contact as it was written down, with what became of it; from here it is made better or taken away.
struct ContactmomentPagina: PageModel {
    static let template = "contactmoment"
    let titel: String
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let fouten: Foutenlijst?
    /// It does not hold any more, and why.
    let vervallen: Vervallen?
    /// The older version.
    let vorige: Koppeling?
    let onleesbaar: Melding?
    let gegevens: Gegevens
    let notitie: String?
    let verbeteren: String?
    let intrekken: Intrekken?

    struct Vervallen: Sendable {
        let melding: Melding
        let toelichting: String?
    }

    struct Intrekken: Sendable {
        let actie: String
        let reden: Keuzegroep
        let toelichting: Veld
        /// Open when the form was refused.
        let open: Bool
    }

    init(
        _ hoofd: Dossierhoofd, _ kaart: Contactmomentkaart, _ form: FormValues, huisgenoten: [DossierID: String],
        doelen: [DoelID: String], gebruikers: [GebruikerID: String], rollen: Set<Role>
    ) {
        (self.hoofd, kruimels) = (hoofd, hoofd.kruimels)
        titel = "\(kaart.soort.naam) van \(kaart.datum.tekst)"
        fouten = Foutenlijst(form)
        vervallen = kaart.vervallen.map { Vervallen($0, href: hoofd.href, gebruikers) }
        vorige = kaart.vervangt.map { Koppeling("Lees de vorige versie", "\(hoofd.href)/contact/\($0)") }
        onleesbaar = kaart.onleesbaar ? .even("Notitie en volgende stap zijn") : nil
        gegevens = Self.gegevens(kaart, huisgenoten, doelen, gebruikers)
        notitie = kaart.notitie.isEmpty ? nil : kaart.notitie
        let mag = !rollen.isDisjoint(with: [.begeleider, .teamleider]) && kaart.vervallen == nil
        let pad = "\(hoofd.href)/contact/\(kaart.contactmoment)"
        // With words that cannot be read now, a better version would lose them.
        verbeteren = mag && !kaart.onleesbaar ? "\(pad)/verbeteren" : nil
        intrekken =
            mag
            ? Intrekken(
                actie: "\(pad)/intrekken",
                reden: Keuzegroep(
                    "reden", "Waarom trekt u dit contact in?", form,
                    Correctiereden.intrekken.map { Optie($0.rawValue, $0.naam) }),
                toelichting: Veld("toelichting", "Uitleg", form, verplicht: false, lengte: 300), open: !form.errors.isEmpty)
            : nil
    }

    private static func gegevens(
        _ kaart: Contactmomentkaart, _ huisgenoten: [DossierID: String], _ doelen: [DoelID: String],
        _ gebruikers: [GebruikerID: String]
    ) -> Gegevens {
        var regels: [Gegevens.Regel] = [
            .init("Was de persoon er?", kaart.verschijning.naam), .init("Duur", "\(kaart.duurMinuten) minuten"),
        ]
        if let plaats = kaart.bij.plaats { regels.append(.init("Waar", plaats.naam)) }
        let tolk = kaart.tolk == .geen ? nil : kaart.bij.tolkMinuten.map { ", \($0) minuten" } ?? ""
        regels.append(.init("Tolk", kaart.tolk.naam + (tolk ?? "")))
        if let taal = kaart.bij.taal { regels.append(.init("Taal", Dossierhoofd.taalnaam(taal))) }
        if !kaart.bij.aanwezigen.isEmpty {
            regels.append(.init("Ook aanwezig", erbij(kaart.bij.aanwezigen, huisgenoten)))
        }
        if !kaart.bij.partners.isEmpty { regels.append(.init("Organisatie erbij", kaart.bij.partners)) }
        let namen = kaart.doelen.map { doelen[$0] ?? "een doel dat nu niet in het plan staat" }
        if !namen.isEmpty { regels.append(.init("Doelen", namen.joined(separator: " "))) }
        if !kaart.volgendeStap.isEmpty {
            let op = kaart.volgendeStapOp.map { " (\($0.tekst))" } ?? ""
            regels.append(.init("Volgende stap", kaart.volgendeStap + op))
        }
        let wie = kaart.door.map { gebruikers[$0] ?? "een medewerker" } ?? "onbekend"
        regels.append(.init("Vastgelegd", "\(kaart.vastgelegdOp.voluit), door \(wie)"))
        return Gegevens(regels)
    }

    /// The names that the reader may know; of the others only how many.
    static func erbij(_ aanwezigen: [DossierID], _ namen: [DossierID: String]) -> String {
        let bekend = aanwezigen.compactMap { namen[$0] }.sorted()
        let meer = aanwezigen.count - bekend.count
        let rest = meer == 0 ? [] : [bekend.isEmpty ? (meer == 1 ? "1 huisgenoot" : "\(meer) huisgenoten") : "nog \(meer)"]
        return (bekend + rest).joined(separator: ", ")
    }
}

extension ContactmomentPagina.Vervallen {
    init(_ vervallen: Contactmomentkaart.Vervallen, href: String, _ gebruikers: [GebruikerID: String]) {
        let wie = vervallen.door.map { gebruikers[$0] ?? "een medewerker" } ?? "onbekend"
        let begin = vervallen.vervangenDoor == nil ? "Dit contact is ingetrokken" : "Er is een betere versie van dit contact"
        melding = Melding(
            .letOp, "Door \(wie), op \(vervallen.op.voluit). Reden: \(vervallen.reden.naam.kleineBeginletter).", titel: begin,
            link: vervallen.vervangenDoor.map { Koppeling("Lees die versie", "\(href)/contact/\($0)") })
        toelichting = vervallen.toelichting.isEmpty ? nil : vervallen.toelichting
    }
}
