// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// One referral: exactly what leaves or has left, what the partner answered, what happened, and what may be done now.
struct VerwijzingPagina: PageModel {
    static let template = "verwijzing"
    let titel = "Verwijzing"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let voorziening: String
    let voorzieningHref: String
    let organisatie: String?
    let leefgebied: String
    let toestand: Label
    let aanZet: String?
    let waarschuwingen: [Melding]
    let antwoord: Gegevens?
    let pakketKop: String
    let pakketUitleg: String
    let pakket: Gegevens?
    let heeftStraks: Bool
    let straks: [String]
    let vertaald: Vertaald?
    let heeftTaken: Bool
    let taken: [Taak]
    let termijnen: Gegevens?
    let waaromTermijn: String
    let akkoord: Gegevens?
    let capaciteit: String?
    let vervangt: Koppeling?
    /// The plan with the goal for which it was made.
    let doel: Koppeling?
    let versturen: Versturen?
    let afronden: Afronden?
    let corrigeren: Corrigeren?
    let opnieuw: Opnieuw?
    let link: Link?
    let start: Overgang?
    let intrekken: Overgang?
    let heeftActies: Bool
    let geschiedenis: Tijdlijn

    struct Versturen: Sendable {
        let fouten: Foutenlijst?
        let actie: String
        let versie: Int
        let voorbeeld: String?
        let grondslag: Keuzegroep
        let instemming: Keuzegroep
        let instemmingDoor: Keuzegroep
        let instemmingOp: Veld
        let instemmingTaal: Veld
        let ontheffing: Keuzegroep
        let urgentie: Keuzegroep
        /// Words for step 2, where the service may have them.
        let bereikbaarheid: Veld?
        let toelichting: Tekstvlak?
    }

    /// A step of the worker with the fields it needs.
    struct Overgang: Sendable {
        let fouten: Foutenlijst?
        let actie: String
        let versie: Int
        let van: String
        let reden: Kiesvak?
        let datum: Veld?
        let namens: Keuzegroep?
    }

    init(
        _ verwijzing: VerwijzingOpvragen.Answer, _ hoofd: Dossierhoofd, _ form: FormValues, rollen: Set<Role>, vandaag: Datum
    ) {
        let regel = verwijzing.regel
        (self.hoofd, kruimels) = (hoofd, hoofd.kruimels)
        let kaart = "/sociale-kaart/\(regel.voorziening)"
        (voorziening, voorzieningHref) = (regel.voorzieningNaam, kaart)
        organisatie = regel.organisatie == regel.voorzieningNaam ? nil : regel.organisatie
        (leefgebied, toestand) = (regel.leefgebied.naam, regel.toestand.label)
        aanZet = Self.aanZet(regel, vandaag: vandaag)
        let isConcept = regel.toestand == .concept
        waarschuwingen = isConcept ? verwijzing.waarschuwingen.map { Self.waarschuwing($0, voorziening: kaart) } : []
        let antwoorden = regel.antwoord.sorted { $0.key < $1.key }.map {
            Gegevens.Regel(Self.veldnaam($0.key), Self.waarde($0.value, van: $0.key))
        }
        antwoord = antwoorden.isEmpty ? nil : Gegevens(antwoorden)
        pakketKop = isConcept ? "Dit krijgt de organisatie" : "Dit heeft de organisatie gekregen"
        pakketUitleg =
            isConcept
            ? "Alleen dit, en geen naam. Daarna kan de organisatie de verwijzing aannemen."
            : "Precies dit is verstuurd, niet meer."
        let velden = verwijzing.deelpakket.filter { $0.key != "verwijzingId" && $0.key != "voorzieningId" }
        pakket =
            velden.isEmpty
            ? nil
            : Gegevens(
                velden.sorted { Self.plek($0.key) < Self.plek($1.key) }.map {
                    .init(Self.veldnaam($0.key), Self.waarde($0.value, van: $0.key))
                })
        straks = (verwijzing.naAcceptatie ?? []).map { Self.veldnaam($0) }
        heeftStraks = !straks.isEmpty
        vertaald = isConcept ? Self.vertaald(velden, straks: verwijzing.naAcceptatie ?? []) : nil
        taken = Self.taken(regel)
        heeftTaken = !taken.isEmpty
        termijnen = Self.termijnen(verwijzing, vandaag: vandaag)
        waaromTermijn = Self.waarom(regel)
        akkoord = Self.instemmingsregels(verwijzing)
        capaciteit = isConcept ? Self.capaciteit(verwijzing) : nil
        doel = regel.doel.map { _ in Koppeling("Hoort bij een doel in het plan", "\(hoofd.href)/plan") }
        vervangt =
            verwijzing.vervangenDoor.map { Koppeling("Hiervoor in de plaats kwam een nieuwe verwijzing", "/verwijzing/\($0)") }
            ?? regel.vervangt.map { Koppeling("Komt in de plaats van een eerdere verwijzing", "/verwijzing/\($0)") }
        let mogelijk = verwijzing.mogelijk ?? Self.mogelijk(regel.toestand)
        let mag = !rollen.isDisjoint(with: [.begeleider, .teamleider])
        let pad = "/verwijzing/\(regel.verwijzing)"
        let naar = form.text("naar")
        versturen =
            mag && isConcept && mogelijk.contains(.verstuurd)
            ? Versturen(
                naar.isEmpty ? form : FormValues(), actie: "\(pad)/versturen", verwijzing, vandaag: vandaag)
            : nil
        start =
            mag && mogelijk.contains(.gestart)
            ? .start(naar == "gestart" ? form : FormValues(), actie: "\(pad)/overgang", versie: regel.versie, vandaag: vandaag)
            : nil
        intrekken =
            mag && mogelijk.contains(.ingetrokken)
            ? .intrekken(
                naar == "ingetrokken" ? form : FormValues(), actie: "\(pad)/overgang", versie: regel.versie,
                van: regel.toestand) : nil
        let terug = mogelijk.first { $0 != regel.toestand }
        afronden =
            mag && mogelijk.contains(.afgerond) && regel.toestand == .gestart
            ? Afronden(
                naar == "afgerond" ? form : FormValues(), actie: "\(pad)/overgang", versie: regel.versie, vandaag: vandaag)
            : nil
        corrigeren =
            rollen.contains(.teamleider) && regel.wachtOp == nil
            ? terug.map {
                Corrigeren(
                    naar == $0.rawValue ? form : FormValues(), actie: "\(pad)/overgang", versie: regel.versie, naar: $0)
            } : nil
        opnieuw =
            mag && !isConcept && regel.wachtOp != nil && verwijzing.instemming?.isGeldig == false
                || regel.taken?.contains("instemming-vernieuwen") == true
            ? Opnieuw(
                naar == "instemming" ? form : FormValues(), actie: "\(pad)/instemming", versie: regel.versie, vandaag: vandaag)
            : nil
        link = Self.link(verwijzing, mag: rollen.contains(.begeleider))
        heeftActies = start != nil || intrekken != nil || afronden != nil || corrigeren != nil || opnieuw != nil
        geschiedenis = Tijdlijn(verwijzing.geschiedenis.reversed().map { Self.stap($0) })
    }
}
