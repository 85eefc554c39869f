// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// One step of the regeldag: to which state it may go and why, who does it, its proof, its dates with their reasons, and
/// what was done with it.
struct RegelzaakPagina: PageModel {
    static let template = "regelzaak"
    let titel: String
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let terug: String
    let naam: String
    let wie: String
    let fouten: Foutenlijst?
    let toestand: Label
    let termijn: Label?
    let wachtOp: Melding?
    let letOp: String?
    let heeftWeten: Bool
    let weten: [String]
    let heeftWaarom: Bool
    let waarom: [RegeldagPagina.Waarom]
    let gevolg: String?
    let heeftMeenemen: Bool
    let meenemen: [String]
    let versie: String
    let zetten: Zetten?
    let bijhouden: Bijhouden?
    /// For who only looks: what stands beside the state.
    let gegevens: Gegevens?
    /// Nil for who may not see documents.
    let documenten: Documenten?
    let ongedaan: Terug?
    let heeftVerloop: Bool
    let verloop: Tijdlijn

    struct Zetten: Sendable {
        let actie: String
        let keuze: Keuzegroep
        let op: Veld
        let reden: Kiesvak?
    }

    struct Bijhouden: Sendable {
        let actie: String
        /// What the fields held when the form was opened.
        let was: [VerborgenVeld]
        let uitvoerder: Kiesvak
        let datums: [Veld]
        let bewijs: Kiesvak
        let kenmerk: Veld
        let onleesbaar: Melding?
    }

    struct Terug: Sendable {
        let zin: String
        let actie: String
        let versie: Int
    }

    /// - Parameters:
    ///   - leeftijd: what hangs on somebody's age, as sentences.
    ///   - gebruikers: what the workers are called.
    init(
        _ hoofd: Dossierhoofd, _ beeld: Regelzaakbeeld, _ form: FormValues, wie: String, leeftijd: [String],
        gebruikers: [GebruikerID: String], rollen: Set<Role>, vandaag: Datum
    ) {
        let zaak = beeld.zaak
        (self.hoofd, terug, naam, self.wie) = (hoofd, "\(hoofd.href)/regeldag", zaak.naam, wie)
        titel = zaak.naam
        kruimels = hoofd.kruimels + [Koppeling("Regeldag", terug)]
        fouten = Foutenlijst(form)
        (toestand, termijn) = (zaak.toestand.label, RegeldagPagina.termijn(zaak, vandaag: vandaag))
        wachtOp =
            zaak.wachtOp.isEmpty || zaak.toestand != .open
            ? nil : Melding(.letOp, "Eerst moet klaar zijn: \(zaak.wachtOp.joined(separator: ", ")).", titel: "Deze stap wacht")
        letOp = zaak.letOp
        weten = RegeldagPagina.Zaak.stand(zaak, vandaag: vandaag) + leeftijd
        heeftWeten = !weten.isEmpty
        waarom = RegeldagPagina.waaroms(zaak)
        heeftWaarom = !waarom.isEmpty
        gevolg = zaak.gevolg.isEmpty ? nil : zaak.gevolg
        (meenemen, heeftMeenemen) = (zaak.meenemen, !zaak.meenemen.isEmpty)
        let mag = !rollen.isDisjoint(with: [.begeleider, .teamleider])
        let pad = "\(hoofd.href)/regelzaak/\(zaak.regelzaak)"
        versie = form.optional("versie") ?? String(zaak.versie)
        zetten = mag ? Zetten(beeld, form, pad: pad, vandaag: vandaag) : nil
        bijhouden = mag ? Bijhouden(beeld, form, pad: pad, vandaag: vandaag) : nil
        gegevens = mag ? nil : Self.gegevens(beeld)
        documenten =
            mag
            ? beeld.documenten.map {
                Documenten($0, form, hoofd, zaak: zaak.regelzaak, gebruikers: gebruikers)
            } : nil
        ongedaan = mag ? beeld.ongedaan.map { Terug(zin: $0, actie: "\(pad)/terugdraaien", versie: zaak.versie) } : nil
        verloop = Tijdlijn(
            beeld.verloop.map { .init($0.op, $0.zin, wie: $0.door.flatMap { gebruikers[$0] }) })
        heeftVerloop = !beeld.verloop.isEmpty
    }

    private static func gegevens(_ beeld: Regelzaakbeeld) -> Gegevens? {
        var regels: [Gegevens.Regel] = []
        if let wie = beeld.zaak.uitvoerder { regels.append(.init("Wie doet het", wie.naam)) }
        if let bewijs = beeld.zaak.bewijs { regels.append(.init("Bewijs", bewijs.naam)) }
        if let kenmerk = beeld.kenmerk { regels.append(.init("Kenmerk of opmerking", kenmerk)) }
        return regels.isEmpty ? nil : Gegevens(regels)
    }
}

extension RegelzaakPagina.Zetten {
    fileprivate init(_ beeld: Regelzaakbeeld, _ form: FormValues, pad: String, vandaag: Datum) {
        actie = "\(pad)/zetten"
        let van = beeld.zaak.toestand
        keuze = Keuzegroep(
            "toestand", "Wat is er gebeurd?", form,
            beeld.overgangen.map { Optie($0.toestand.rawValue, $0.toestand.knop(van: van), hulp: $0.uitleg) })
        var begonnen = form
        if begonnen.values["op"] == nil { begonnen.set("op", vandaag.description) }
        op = Veld(
            "op", "Op welke dag?", begonnen, soort: .datum, hulp: "De dag van de aanvraag of van het besluit.",
            maximum: vandaag.description)
        let redenen = Regelreden.allCases.filter { reden in beeld.overgangen.contains { $0.redenen.contains(reden) } }
        reden =
            redenen.isEmpty
            ? nil
            : Kiesvak(
                "reden", "Reden", form, redenen.map { Optie($0.rawValue, $0.naam) },
                hulp: "Alleen nodig waar hierboven om een reden wordt gevraagd.", verplicht: false, leeg: "Geen", breedte: .vol)
    }
}

extension RegelzaakPagina.Bijhouden {
    fileprivate init(_ beeld: Regelzaakbeeld, _ form: FormValues, pad: String, vandaag: Datum) {
        actie = "\(pad)/bijhouden"
        let zaak = beeld.zaak
        var f = form
        func begin(_ naam: String, _ waarde: String?) {
            if f.values[naam] == nil { f.set(naam, waarde ?? "") }
        }
        begin("uitvoerder", zaak.uitvoerder?.rawValue)
        begin("aangevraagdOp", zaak.aangevraagdOp?.description)
        begin("beslistOp", zaak.beslistOp?.description)
        begin("controleOp", zaak.controleOp?.description)
        begin("bewijs", zaak.bewijs?.rawValue)
        begin("kenmerk", beeld.kenmerk)
        was = Botsing.begin(Self.velden, f)
        uitvoerder = Kiesvak(
            "uitvoerder", "Wie doet het?", f, Regeluitvoerder.allCases.map { Optie($0.rawValue, $0.naam) }, verplicht: false,
            leeg: "Nog niet afgesproken")
        datums = [
            Veld("aangevraagdOp", "Aangevraagd op", f, soort: .datum, verplicht: false, maximum: vandaag.description),
            Veld("beslistOp", "Besluit of antwoord op", f, soort: .datum, verplicht: false, maximum: vandaag.description),
            Veld(
                "controleOp", "Kijk weer op", f, soort: .datum, hulp: "Die dag komt deze stap op Vandaag.", verplicht: false),
        ]
        bewijs = Kiesvak(
            "bewijs", "Waaraan is het gezien?", f, Regelbewijs.allCases.map { Optie($0.rawValue, $0.naam) }, verplicht: false,
            leeg: "Nog geen bewijs")
        kenmerk = Veld(
            "kenmerk", "Kenmerk of opmerking", f, hulp: "Zoals een dossiernummer. Schrijf niets over gezondheid.",
            verplicht: false, lengte: 500)
        onleesbaar =
            beeld.kenmerkOnleesbaar
            ? Melding(.letOp, "Er staat een kenmerk, maar het is nu niet te lezen. Wat u hier opslaat komt ervoor in de plaats.")
            : nil
    }
}

extension RegelzaakZetten {
    /// Reads the form of a step's own page.
    init(_ getypt: FormValues, dossier: DossierID, regelzaak: RegelzaakID) throws {
        var form = getypt
        form.errors = []
        let toestand = RegelzaakToestand(rawValue: form.text("toestand"))
        if toestand == nil { form.refuse("toestand", code: "verplicht", "Kies wat er is gebeurd.") }
        let op = form.optional("op").flatMap { Datum(getypt: $0) }
        if form.optional("op") != nil, op == nil {
            form.refuse("op", code: "geen-datum", "Vul de datum in als dag-maand-jaar, zoals 18-1-2027.")
        }
        let versie = try form.versie()
        guard form.errors.isEmpty, let toestand else { throw Failure.invalid(form.errors) }
        self.init(
            dossier: dossier, regelzaak: regelzaak, toestand: toestand, versie: versie, op: op,
            reden: Regelreden(rawValue: form.text("reden")))
    }
}

extension RegelzaakBijhouden {
    /// Reads the form of a step's own page.
    init(_ getypt: FormValues, dossier: DossierID, regelzaak: RegelzaakID) throws {
        var form = getypt
        form.errors = []
        var dagen: [String: Datum] = [:]
        for veld in ["aangevraagdOp", "beslistOp", "controleOp"] {
            guard let tekst = form.optional(veld) else { continue }
            dagen[veld] = Datum(getypt: tekst)
            if dagen[veld] == nil {
                form.refuse(veld, code: "geen-datum", "Vul de datum in als dag-maand-jaar, of laat hem leeg.")
            }
        }
        let versie = try form.versie()
        guard form.errors.isEmpty else { throw Failure.invalid(form.errors) }
        self.init(
            dossier: dossier, regelzaak: regelzaak, uitvoerder: Regeluitvoerder(rawValue: form.text("uitvoerder")),
            aangevraagdOp: dagen["aangevraagdOp"], beslistOp: dagen["beslistOp"], controleOp: dagen["controleOp"],
            bewijs: Regelbewijs(rawValue: form.text("bewijs")), kenmerk: form.text("kenmerk"), versie: versie)
    }
}
