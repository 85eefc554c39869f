// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// How to reach somebody without danger, and what was agreed for safety.
struct VeiligheidPagina: PageModel {
    static let template = "veiligheid"
    let titel = "Veiligheid"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let melding: Melding?
    let fouten: Foutenlijst?
    let onleesbaar: Melding?
    let versie: String
    /// What the fields held when the form was opened.
    let was: [VerborgenVeld]
    let href: String
    let nummer: Veld
    let tijden: Veld
    let nietTolk: Veld
    let regels: Keuzegroep
    let toelichting: Tekstvlak
    let afspraken: [Afspraak]
    let leeg: Leeg?
    let op: Veld
    let geldtTot: Veld
    let tekst: Tekstvlak

    struct Afspraak: Sendable {
        let kop: String
        let tekst: String
        let label: Label
        let einde: String?
        let beeindigen: Beeindigen?
    }

    struct Beeindigen: Sendable {
        let actie: String
        let afspraak: String
        let versie: Int
        let reden: Veld
    }

    init(
        _ hoofd: Dossierhoofd, _ o: Veiligheidsoverzicht, _ form: FormValues, gebruikers: [GebruikerID: String], vandaag: Datum,
        melding: Melding? = nil
    ) {
        (self.hoofd, kruimels, self.melding) = (hoofd, hoofd.kruimels, melding)
        href = "\(hoofd.href)/veiligheid"
        let bij = form.optional("afspraak")
        // The form of an afspraak names the version of that afspraak.
        versie = (bij == nil ? form.optional("versie") : nil) ?? String(o.versie)
        was = Botsing.begin(Self.velden, form)
        fouten = Foutenlijst(form, onderscheid: bij.map { ["reden": "-\($0)"] } ?? [:])
        onleesbaar =
            o.onleesbaar
            ? Melding(.fout, "Wacht met bellen tot u het weer kunt lezen. Verander nu niets.", titel: "Nu niet te lezen") : nil
        nummer = Veld(
            "nummer", "Alleen dit nummer bellen", form, soort: .telefoon, verplicht: false, breedte: .middel, lengte: 30)
        tijden = Veld("tijden", "Op welke dagen en tijden?", form, verplicht: false)
        nietTolk = Veld(
            "nietTolk", "Welke tolk niet?", form, hulp: "Een naam of een nummer, zoals de tolkendienst die noemt.",
            verplicht: false)
        regels = Keuzegroep(
            "regels", "Wat mag niet?", form, Self.contactregels, meer: true, verplicht: false)
        toelichting = Tekstvlak("toelichting", "Wat moet een collega nog weten?", form, verplicht: false, regels: 3)
        afspraken = (o.afspraken ?? []).map { afspraak in
            let naam = afspraak.door.flatMap { gebruikers[$0] } ?? "iemand die hier niet meer werkt"
            let tot = afspraak.geldtTot.map { ", geldt tot en met \($0.tekst)" } ?? ""
            let voorbij = afspraak.geldtTot.map { $0 < vandaag } ?? false
            return Afspraak(
                kop: "Op \(afspraak.op.tekst), door \(naam)\(tot)", tekst: afspraak.tekst ?? "Dit is nu niet te lezen.",
                label: afspraak.beeindigdOp != nil
                    ? Label("Beëindigd", .leeg) : voorbij ? Label("Voorbij", .letOp) : Label("Geldt", .goed),
                einde: afspraak.beeindigdOp.map { "Beëindigd op \($0.tekst). \(afspraak.reden ?? "")" },
                beeindigen: afspraak.beeindigdOp != nil
                    ? nil
                    : Beeindigen(
                        actie: "\(hoofd.href)/veiligheid/afspraken/\(afspraak.afspraak)",
                        afspraak: afspraak.afspraak.description, versie: afspraak.versie,
                        reden: Veld(
                            "reden", "Waarom geldt dit niet meer?",
                            bij == afspraak.afspraak.description ? form : FormValues(),
                            onderscheid: "-\(afspraak.afspraak)")))
        }
        leeg =
            afspraken.isEmpty
            ? Leeg("Geen afspraken", "Spreek af wat iemand doet als het onveilig wordt, en schrijf het op.") : nil
        op = Veld("op", "Dag van de afspraak", form, soort: .datum, maximum: vandaag.description)
        geldtTot = Veld("geldtTot", "Tot wanneer?", form, soort: .datum, verplicht: false)
        tekst = Tekstvlak("tekst", "Wat is afgesproken?", form, hulp: "Met wie, en wie doet wat.")
    }

    static let contactregels = [
        Optie("geen-bericht", "Laat nooit een bericht achter"), Optie("niet-thuis", "Bel of bezoek niet thuis"),
    ]

    static func begin(_ o: Veiligheidsoverzicht, vandaag: Datum) -> FormValues {
        let contact = o.contact ?? VeiligContact()
        let mag = [contact.geenBericht ? "geen-bericht" : nil, contact.nietThuis ? "niet-thuis" : nil].compactMap { $0 }
        return FormValues([
            "nummer": [contact.nummer], "tijden": [contact.tijden], "nietTolk": [contact.nietTolk], "regels": mag,
            "toelichting": [contact.toelichting], "op": [vandaag.description],
        ])
    }
}
