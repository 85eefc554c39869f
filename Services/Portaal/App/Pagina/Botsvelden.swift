// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

// The fields in which two people may be overtaken by one another, of each form that changes something: what a field is
// called, and what it holds now (`Botsing`).

extension Botsveld {
    /// A choice by the words that the form has for it.
    static func keuze(_ opties: [Optie]) -> @Sendable (String) -> String {
        { waarde in opties.first { $0.waarde == waarde }?.label ?? waarde }
    }

    /// People by name.
    static func wie(_ namen: [DossierID: String]) -> @Sendable (String) -> String {
        { waarde in DossierID(waarde).flatMap { namen[$0] } ?? "iemand anders" }
    }
}

extension GegevensPagina {
    static let velden =
        FormulierGegevens.namen.map(\.0).flatMap {
            $0 == "geboortedatum" ? ["geboortedatum-dag", "geboortedatum-maand", "geboortedatum-jaar"] : [$0]
        } + ["inOnderzoek"]

    static func botsvelden(_ blad: Gegevensblad) -> [Botsveld] {
        let nu = FormulierGegevens.form(blad)
        let taal: @Sendable (String) -> String = { Dossierhoofd.taalnaam($0) }
        let inWoorden: [String: @Sendable (String) -> String] = [
            "voorkeurskanaal": Botsveld.keuze(kanalen), "geheimhouding": Botsveld.keuze(jaNee),
            "verblijfsvorm": Botsveld.keuze(woonvormen), "datumHuisvesting": Botsveld.dag, "datumKoppeling": Botsveld.dag,
            "spreektaal": taal, "leestaal": taal, "tolktaal": taal, "tolkNodig": Botsveld.keuze(jaNee),
            "tolkgeslacht": Botsveld.keuze(tolken), "geletterd": Botsveld.keuze(jaNee),
            "alfabetisering": Botsveld.keuze(alfabetisering),
        ]
        let namen = Dictionary(uniqueKeysWithValues: FormulierGegevens.namen)
        return velden.dropLast().map { veld in
            let deel = veld.hasPrefix("geboortedatum-") ? "Geboren, \(veld.dropFirst("geboortedatum-".count))" : nil
            return Botsveld(veld, deel ?? namen[veld] ?? veld, nu: nu.text(veld), toon: inWoorden[veld] ?? { $0 })
        } + [
            Botsveld(
                "inOnderzoek", "Is in onderzoek bij de gemeente (BRP)", nu: nu.all("inOnderzoek"),
                toon: Botsveld.keuze(onderzocht))
        ]
    }
}

extension ContracteindeKeuzePagina {
    static let velden = ["keuze", "onderdelen", "driegesprekOp", "instemmingOp", "geweestOp", "overgedragenOp"]

    static func botsvelden(_ regel: Contracteinderegel) -> [Botsveld] {
        let nu = begin(regel)
        func dag(_ veld: String, _ label: String) -> Botsveld { Botsveld(veld, label, nu: nu.text(veld), toon: Botsveld.dag) }
        return [
            Botsveld("keuze", "Wat gebeurt er met dit traject?", nu: nu.text("keuze"), toon: Botsveld.keuze(keuzes)),
            Botsveld("onderdelen", "Wat gaat over?", nu: regel.onderdelen, toon: { ContracteindePagina.onderdeel($0) }),
            dag("driegesprekOp", "Driegesprek op"), dag("instemmingOp", "De cliënt stemde in op"),
            dag("geweestOp", "Het driegesprek was op"), dag("overgedragenOp", "De nieuwe organisatie nam het over op"),
        ]
    }
}

extension VerwijsafspraakPagina {
    static func botsvelden(_ afspraken: VerwijsafspraakOpvragen.Answer) -> [Botsveld] {
        [
            Botsveld(
                "velden", "Wat mag deze voorziening weten?", nu: afspraken.velden, toon: { VerwijzingPagina.veldnaam($0) }),
            Botsveld("grondslag", "Grondslag voor deze voorziening", nu: afspraken.grondslag) { code in
                VerwijzingPagina.grondslagen.first { $0.waarde == code }?.label ?? code
            },
        ]
            + afspraken.mogelijk.filter { !afspraken.standaard.contains($0) }.map {
                Botsveld(
                    "reden-\($0)", "Waarom nodig: \(VerwijzingPagina.veldnaam($0).lowercased())", nu: afspraken.redenen[$0],
                    lang: true)
            }
    }
}

extension OrganisatiePagina {
    static let velden =
        ["naam", "andereNaam", "omschrijving", "website", "email"] + (0..<nummers).map { "telefoon\($0)" }

    static func botsvelden(_ inhoud: Organisatieinhoud) -> [Botsveld] {
        let nu = waarden(inhoud)
        return [
            Botsveld("naam", "Naam", nu: inhoud.naam),
            Botsveld("andereNaam", "Andere naam of afkorting", nu: inhoud.andereNaam),
            Botsveld("omschrijving", "Wat doet deze organisatie?", nu: inhoud.omschrijving, lang: true),
            Botsveld("website", "Website", nu: inhoud.website), Botsveld("email", "E-mail", nu: inhoud.email),
        ]
            + (0..<nummers).map {
                Botsveld("telefoon\($0)", $0 == 0 ? "Telefoon" : "Telefoon \($0 + 1)", nu: nu.text("telefoon\($0)"))
            }
    }
}

extension AfspraakFormulierPagina {
    static let velden = ["soort", "dag", "van", "tot", "tolk", "plaats", "onderwerp", "aanwezigen"]

    static func botsvelden(_ kaart: Afspraakkaart, _ namen: [DossierID: String]) -> [Botsveld] {
        let nu = begin(kaart)
        return [
            Botsveld("soort", "Wat voor afspraak?", nu: nu.text("soort")) { Contactsoort(rawValue: $0)?.naam ?? $0 },
            Botsveld("dag", "Welke dag?", nu: nu.text("dag"), toon: Botsveld.dag),
            Botsveld("van", "Van", nu: nu.text("van")), Botsveld("tot", "Tot", nu: nu.text("tot")),
            Botsveld("tolk", "Tolk", nu: nu.text("tolk"), toon: Botsveld.keuze(tolkkeuzes)),
            Botsveld("plaats", "Waar?", nu: nu.text("plaats")) { Contactplaats(rawValue: $0)?.naam ?? $0 },
            Botsveld("onderwerp", "Waarvoor?", nu: nu.text("onderwerp"), lang: true),
            Botsveld("aanwezigen", "Wie uit het gezin komt ook?", nu: nu.all("aanwezigen"), toon: Botsveld.wie(namen)),
        ]
    }
}

extension RegeldagAfspraakPagina {
    static let velden = ["instantie", "plaats", "op", "van", "tot", "leden", "tolk", "voorziening"]

    static func botsvelden(_ a: RegeldagAfspraak, _ namen: [DossierID: String]) -> [Botsveld] {
        [
            Botsveld("instantie", "Bij wie is de afspraak?", nu: a.instantie, lang: true),
            Botsveld("plaats", "Waar?", nu: a.plaats, lang: true),
            Botsveld("op", "Op welke dag?", nu: a.op.description, toon: Botsveld.dag),
            Botsveld("van", "Van", nu: a.van), Botsveld("tot", "Tot", nu: a.tot),
            Botsveld("leden", "Wie gaat er naartoe?", nu: a.leden.map(\.description), toon: Botsveld.wie(namen)),
            Botsveld("tolk", "Tolk", nu: a.tolk.rawValue) { Tolkstand(rawValue: $0)?.naam ?? $0 },
            Botsveld("voorziening", "Vermelding in de sociale kaart", nu: a.voorziening?.description) { _ in
                "Gekozen in de sociale kaart"
            },
        ]
    }
}

extension RegelzaakPagina.Bijhouden {
    static let velden = ["uitvoerder", "aangevraagdOp", "beslistOp", "controleOp", "bewijs", "kenmerk"]

    static func botsvelden(_ beeld: Regelzaakbeeld) -> [Botsveld] {
        let zaak = beeld.zaak
        return [
            Botsveld("uitvoerder", "Wie doet het?", nu: zaak.uitvoerder?.rawValue) {
                Regeluitvoerder(rawValue: $0)?.naam ?? $0
            },
            Botsveld("aangevraagdOp", "Aangevraagd op", nu: zaak.aangevraagdOp?.description, toon: Botsveld.dag),
            Botsveld("beslistOp", "Besluit of antwoord op", nu: zaak.beslistOp?.description, toon: Botsveld.dag),
            Botsveld("controleOp", "Kijk weer op", nu: zaak.controleOp?.description, toon: Botsveld.dag),
            Botsveld("bewijs", "Waaraan is het gezien?", nu: zaak.bewijs?.rawValue) { Regelbewijs(rawValue: $0)?.naam ?? $0 },
            Botsveld("kenmerk", "Kenmerk of opmerking", nu: beeld.kenmerk, lang: true),
        ]
    }
}

extension RegeldagDagenPagina {
    static let velden = ["dag"]

    static func botsvelden(_ anker: Ankerdag) -> [Botsveld] {
        [Botsveld("dag", anker.anker.naam.hoofdletter, nu: anker.dag?.description, toon: Botsveld.dag)]
    }
}

extension UitbeeldDossierPagina {
    static let documentvelden = ["geldigTot"]

    static func botsvelden(_ stand: UitbeeldDossier.Answer) -> [Botsveld] {
        [Botsveld("geldigTot", "Geldig tot en met", nu: stand.documentTot?.description, toon: Botsveld.dag)]
    }
}

extension VeiligheidPagina {
    static let velden = ["nummer", "tijden", "regels", "nietTolk", "toelichting"]

    static func botsvelden(_ o: Veiligheidsoverzicht, vandaag: Datum) -> [Botsveld] {
        let nu = begin(o, vandaag: vandaag)
        return [
            Botsveld("nummer", "Alleen dit nummer bellen", nu: nu.text("nummer")),
            Botsveld("tijden", "Op welke dagen en tijden?", nu: nu.text("tijden"), lang: true),
            Botsveld("regels", "Wat mag niet?", nu: nu.all("regels"), toon: Botsveld.keuze(contactregels)),
            Botsveld("nietTolk", "Welke tolk niet?", nu: nu.text("nietTolk"), lang: true),
            Botsveld("toelichting", "Wat moet een collega nog weten?", nu: nu.text("toelichting"), lang: true),
        ]
    }
}

extension MetenPagina {
    static func velden(_ o: Metingoverzicht) -> [String] {
        ["op", "ladder"] + o.leefgebieden.flatMap { ["score-\($0.leefgebied.rawValue)", "eigen-\($0.leefgebied.rawValue)"] }
    }

    static func botsvelden(_ o: Metingoverzicht, _ moment: Meetmoment, vandaag: Datum) -> [Botsveld] {
        let nu = begin(o, moment, vandaag: vandaag)
        let (schaal, ladder) = (keuzes(o), treden(o))
        return [Botsveld("op", "Dag van het gesprek", nu: nu.text("op"), toon: Botsveld.dag)]
            + o.leefgebieden.filter { $0.uitReden == nil }.flatMap { gebied in
                let (code, naam) = (gebied.leefgebied.rawValue, gebied.leefgebied.naam)
                return [
                    Botsveld("score-\(code)", naam, nu: nu.text("score-\(code)"), toon: Botsveld.keuze(schaal)),
                    Botsveld("eigen-\(code)", "\(naam): cijfer van de cliënt", nu: nu.text("eigen-\(code)")),
                ]
            } + [Botsveld("ladder", "Participatieladder", nu: nu.text("ladder"), toon: Botsveld.keuze(ladder))]
    }
}

extension HuishoudverbeteringPagina {
    static let velden = ["van", "rol"]

    static func botsvelden(_ lid: Huishoudbeeld.Lid) -> [Botsveld] {
        [
            Botsveld("van", "Woont hier vanaf", nu: lid.van.description, toon: Botsveld.dag),
            Botsveld("rol", "Is in het huishouden", nu: lid.rol, toon: Botsveld.keuze(HuishoudenPagina.rollen)),
        ]
    }
}

extension VerwachtLidPagina {
    static let velden = [
        "naam", "geboortedatum-dag", "geboortedatum-maand", "geboortedatum-jaar", "land", "rol-verwacht", "stand", "verwachtOp",
    ]

    static func botsvelden(_ lid: Huishoudbeeld.Verwacht) -> [Botsveld] {
        let nu = form(lid)
        return [
            Botsveld("naam", "Naam", nu: lid.naam),
            Botsveld("geboortedatum-dag", "Geboren, dag", nu: nu.text("geboortedatum-dag")),
            Botsveld("geboortedatum-maand", "Geboren, maand", nu: nu.text("geboortedatum-maand")),
            Botsveld("geboortedatum-jaar", "Geboren, jaar", nu: nu.text("geboortedatum-jaar")),
            Botsveld("land", "Is nu in", nu: lid.land),
            Botsveld("rol-verwacht", "Wordt in het huishouden", nu: lid.rol, toon: Botsveld.keuze(HuishoudenPagina.rollen)),
            Botsveld(
                "stand", "Hoe ver is het?", nu: lid.stand,
                toon: Botsveld.keuze(HuishoudenPagina.standen + [Optie("vervallen", "Wordt niet meer verwacht")])),
            Botsveld("verwachtOp", "Verwacht op", nu: lid.verwachtOp?.description, toon: Botsveld.dag),
        ]
    }
}

extension ContactPagina {
    static let velden = [
        "soort", "datum", "verschijning", "duur", "plaats", "tolk", "tolkMinuten", "taal", "aanwezigen", "organisaties",
        "partners", "doelen", "notitie", "volgendeStap", "volgendeStapOp",
    ]

    /// - Parameters:
    ///   - nu: the better version that a colleague made meanwhile.
    ///   - doelen: what the goals say.
    static func botsvelden(
        _ kaart: Contactmomentkaart, organisaties: [String], namen: [DossierID: String], doelen: [DoelID: String]
    ) -> [Botsveld] {
        let nu = begin(kaart, organisaties: organisaties)
        return [
            Botsveld("soort", "Wat voor contact?", nu: nu.text("soort")) { Contactsoort(rawValue: $0)?.naam ?? $0 },
            Botsveld("datum", "Datum", nu: nu.text("datum"), toon: Botsveld.dag),
            Botsveld("verschijning", "Was de persoon er?", nu: nu.text("verschijning")) {
                Verschijning(rawValue: $0)?.naam ?? $0
            },
            Botsveld("duur", "Hoe lang, in minuten?", nu: nu.text("duur")),
            Botsveld("plaats", "Waar?", nu: nu.text("plaats")) { Contactplaats(rawValue: $0)?.naam ?? $0 },
            Botsveld("tolk", "Tolk", nu: nu.text("tolk")) { Tolkvorm(rawValue: $0)?.naam ?? $0 },
            Botsveld("tolkMinuten", "Minuten met tolk", nu: nu.text("tolkMinuten")),
            Botsveld("taal", "In welke taal?", nu: nu.text("taal")) { Taal(code: $0)?.naam ?? $0 },
            Botsveld("aanwezigen", "Wie uit het gezin was erbij?", nu: nu.all("aanwezigen"), toon: Botsveld.wie(namen)),
            Botsveld("organisaties", "Was er een organisatie bij?", nu: nu.all("organisaties")) { $0 },
            Botsveld("partners", "Andere organisatie", nu: nu.text("partners"), lang: true),
            Botsveld("doelen", "Aan welke doelen werkte u?", nu: nu.all("doelen")) {
                DoelID($0).flatMap { doelen[$0] } ?? "een ander doel"
            },
            Botsveld("notitie", "Notitie", nu: nu.text("notitie"), lang: true),
            Botsveld("volgendeStap", "Volgende stap", nu: nu.text("volgendeStap"), lang: true),
            Botsveld("volgendeStapOp", "Volgende stap op", nu: nu.text("volgendeStapOp"), toon: Botsveld.dag),
        ]
    }
}
