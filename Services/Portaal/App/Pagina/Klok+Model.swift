// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The clock of one traject: every date with its reason, what made it stand still or longer, and the acts for that.
struct KlokPagina: PageModel {
    static let template = "klok"
    let titel = "Klok van het traject"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let href: String
    let fouten: Foutenlijst?
    let versie: Int
    let klok: DossierKlok?
    let einde: Melding?
    let pauzes: [Pauze]
    let heeftPauzes: Bool
    let verlengingen: [String]
    let heeftVerlengingen: Bool
    let pauzeren: Pauzeren?
    let verlengen: Verlengen?
    let afronden: Bool
    let heropenen: String?
    let heropenenWaarom: String?
    /// What may still become of the last day.
    let heeftVooruitblik: Bool
    let vooruitblik: [DossierKlok.Waarom]

    struct Pauze: Sendable {
        let id: String
        let zin: String
        let label: Label?
        let onder: String?
        let open: Bool
        let magIntrekken: Bool
        let tot: Veld?
    }

    struct Pauzeren: Sendable {
        let reden: Kiesvak
        let van: Veld
    }

    struct Verlengen: Sendable {
        let zin: String
        let knop: String
    }

    init(
        _ hoofd: Dossierhoofd, _ stand: Klokstand, _ form: FormValues, rollen: Set<Role>, gebruikers: [GebruikerID: String],
        vandaag: Datum
    ) {
        (self.hoofd, kruimels, href) = (hoofd, hoofd.kruimels, hoofd.href)
        fouten = Foutenlijst(form)
        versie = stand.versie
        klok = DossierKlok(stand.klok, vandaag: vandaag)
        let loopt = stand.toestand == "lopend"
        let mag = !rollen.isDisjoint(with: [.begeleider, .teamleider])
        let leidt = rollen.contains(.teamleider)
        einde = stand.afgerondOp.map {
            Melding(
                .info, "Laatste dag: \($0.tekst). Reden: \(stand.eindreden ?? "niet bekend").", titel: "Dit traject is afgerond")
        }
        pauzes = stand.pauzes.reversed().map {
            Pauze($0, form, mag: mag && loopt && !stand.eindredenen.isEmpty, vandaag: vandaag)
        }
        heeftPauzes = !pauzes.isEmpty
        verlengingen = stand.verlengingen.map { verlenging in
            let door = verlenging.door.flatMap { gebruikers[$0] }.map { " door \($0)" } ?? ""
            return "\(verlenging.op.tekst): \(verlenging.maanden) maanden erbij\(door)."
        }
        heeftVerlengingen = !verlengingen.isEmpty
        let staatStil = stand.pauzes.contains { $0.tot == nil }
        pauzeren =
            mag && loopt && !staatStil && !stand.pauzeredenen.isEmpty
            ? Pauzeren(
                reden: Kiesvak("reden", "Waarom?", form, stand.pauzeredenen.map { Optie($0.code, $0.naam) }),
                van: Veld("van", "Vanaf welke dag?", form, soort: .datum, maximum: vandaag.description)) : nil
        verlengen =
            leidt && loopt && stand.kanVerlengen > 0
            ? Verlengen(
                zin: "Dit traject kan nog \(stand.kanVerlengen) keer met \(stand.verlengMaanden) maanden worden verlengd.",
                knop: "Verleng met \(stand.verlengMaanden) maanden") : nil
        // A child has no clock of its own: nothing to choose from, nothing to do.
        afronden = mag && loopt && !stand.eindredenen.isEmpty
        heropenen =
            leidt && !loopt
            ? stand.terugTot.flatMap { tot in
                tot >= vandaag ? "Komt deze persoon terug? Tot en met \(tot.tekst) gaat hetzelfde traject verder." : nil
            } : nil
        heropenenWaarom = heropenen == nil ? nil : stand.terugTotWaarom
        vooruitblik = (stand.vooruitblik ?? []).map {
            DossierKlok.Waarom(naam: $0.naam, datum: $0.datum.tekst, tekst: $0.waarom)
        }
        heeftVooruitblik = !vooruitblik.isEmpty
    }
}

extension KlokPagina.Pauze {
    init(_ pauze: Klokstand.Pauze, _ form: FormValues, mag: Bool, vandaag: Datum) {
        id = pauze.pauze.description
        open = mag && pauze.tot == nil
        magIntrekken = mag
        let dagen = pauze.van.days(until: min(pauze.tot ?? vandaag, vandaag)) + 1
        let lengte = "\(dagen) \(dagen == 1 ? "dag" : "dagen")"
        zin =
            pauze.tot.map { "\(pauze.van.tekst) tot en met \($0.tekst): \(pauze.reden) (\(lengte))." }
            ?? "Sinds \(pauze.van.tekst): \(pauze.reden) (nu \(lengte))."
        label = pauze.tot == nil ? Label("Klok staat stil", .letOp) : nil
        let einde = pauze.verlengt ? "De laatste dag schuift mee." : "De laatste dag schuift niet mee."
        onder = [
            einde, pauze.kijkOp.map { "Op \($0.tekst) komt dit terug op Vandaag, om opnieuw te bekijken (eigen werkafspraak)." },
        ].compactMap { $0 }.joined(separator: " ")
        tot = open ? Veld("tot", "Laatste dag van de pauze", form, soort: .datum, maximum: vandaag.description) : nil
    }
}

/// The end of a traject: the reason, the last day, and what came of each open goal.
struct AfrondenPagina: PageModel {
    static let template = "afronden"
    let titel = "Traject afronden"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let href: String
    /// In the place of the form: there is nothing to close any more.
    let dicht: Melding?
    let fouten: Foutenlijst?
    let versie: String
    let reden: Kiesvak
    let op: Veld
    let doelen: [Doel]
    let heeftDoelen: Bool
    /// What is not arranged yet: it goes along in the overdrachtsdocument.
    let loopt: [String]
    let heeftLoopt: Bool

    struct Doel: Sendable {
        let keuze: Keuzegroep
    }

    /// - Parameter zaken: steps of the regeldag of this person and the household.
    init(
        _ hoofd: Dossierhoofd, _ stand: Klokstand, doelen: [TrajectOverzicht.Doel],
        zaken: [Regeldagbord.Regelzaak] = [], _ form: FormValues, vandaag: Datum
    ) {
        loopt = zaken.filter { [.open, .aangevraagd, .bezwaar].contains($0.toestand) }.map {
            "\($0.naam): \($0.toestand.naam.lowercased())"
        }
        heeftLoopt = !loopt.isEmpty
        self.hoofd = hoofd
        kruimels = hoofd.kruimels + [Koppeling("Klok", "\(hoofd.href)/klok")]
        href = hoofd.href
        fouten = Foutenlijst(form)
        dicht =
            stand.toestand == "lopend"
            ? nil
            : Melding(
                .info, "Er is niets af te ronden. De teamleider kan het traject heropenen.", titel: "Dit traject loopt niet meer",
                link: Koppeling("Naar de klok", "\(hoofd.href)/klok"))
        versie = form.optional("versie") ?? String(stand.versie)
        reden = Kiesvak(
            "reden", "Waarom stopt de begeleiding?", form, stand.eindredenen.map { Optie($0.code, $0.naam) }, breedte: .vol)
        op = Veld("op", "Laatste dag van de begeleiding", form, soort: .datum, maximum: vandaag.description)
        self.doelen = doelen.filter { $0.toestand == .open || $0.toestand == .bezig }.map { doel in
            Doel(
                keuze: Keuzegroep(
                    "doel-\(doel.doel)", doel.tekst, form,
                    [DoelToestand.bereikt, .deelsBereikt, .nietBereikt, .vervallen].map { Optie($0.rawValue, $0.naam) },
                    naast: true, hulp: doel.leefgebied.naam))
        }
        heeftDoelen = !self.doelen.isEmpty
    }
}
