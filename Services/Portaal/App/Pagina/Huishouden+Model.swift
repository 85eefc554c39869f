// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// A household over time: who lives there, who is still to come, how it was before, and what can be changed.
struct HuishoudenPagina: PageModel {
    static let template = "huishouden"
    let titel = "Huishouden"
    let menu: String? = "/mensen"
    let kruimels = [Koppeling("Mensen", "/mensen")]
    let href: String
    let fouten: Foutenlijst?
    let kop: String
    let op: Veld
    let leden: [Lid]
    let leeg: Leeg?
    let verwacht: [Verwacht]
    let heeftVerwacht: Bool
    let verloop: Tijdlijn
    let heeftVerloop: Bool
    let wijzigen: Wijzigen?
    let nieuw: NieuwVerwacht?

    struct Lid: Sendable {
        let id: String
        let naam: String
        let link: String?
        let nummer: String
        let rol: String
        let sinds: String
        let label: Label?
        let achttien: Label?
        /// Where who may changes who sees this person, and reads why.
        let zicht: String?
        /// Where the day and the role of the last change are put right.
        let verbeter: String?
        let terug: Int?
    }

    struct Verwacht: Sendable {
        let id: String
        let zin: String
        let label: Label
        let dossier: String?
        /// Where what is known of this person is changed, or withdrawn.
        let wijzigen: String?
        /// Where an arrival is undone.
        let terug: String?
        let aankomst: Aankomst?
    }

    struct Aankomst: Sendable {
        let versie: Int
        let nummer: Veld
        let op: Veld
        let verwacht: Bool
    }

    struct Wijzigen: Sendable {
        let wie: Keuzegroep
        let rol: Kiesvak
        let reden: Kiesvak
        let bij: Veld
        let op: Veld
        let versies: [VerborgenVeld]
    }

    struct NieuwVerwacht: Sendable {
        let referent: Kiesvak
        let naam: Veld
        let geboren: DatumVeld
        let land: Veld
        let rol: Kiesvak
        let stand: Kiesvak
        let verwachtOp: Veld
    }

    static let rollen = [
        Optie("hoofd", "Hoofd van het gezin"), Optie("partner", "Partner"), Optie("kind", "Kind"),
        Optie("overig", "Woont ook hier"),
    ]
    static let standen = [
        Optie("nareis-aangevraagd", "Nareis is aangevraagd"), Optie("verwacht", "Mag komen, wordt verwacht"),
    ]
    static let redenen = [
        Optie("verhuisd", "Verhuisd"), Optie("samenwonen", "Gaan samenwonen"), Optie("uit-elkaar", "Uit elkaar"),
        Optie("nareis", "Nareis: gezin dat later komt"), Optie("meerderjarig", "Gaat op zichzelf wonen"),
        Optie("rol", "Alleen een andere rol in dit huishouden"),
    ]

    init(_ beeld: Huishoudbeeld, _ form: FormValues, vandaag: Datum) {
        href = "/huishouden/\(beeld.huishouden)"
        // The form of somebody who arrived says whose it is.
        let lid = form.optional("lid").map { "-\($0)" } ?? ""
        fouten = Foutenlijst(form, onderscheid: ["dossiernummer": lid].merging(lid.isEmpty ? [:] : ["op": lid]) { $1 })
        let isNu = beeld.op == vandaag
        kop = isNu ? "Wie woont hier nu" : "Wie woonde hier op \(beeld.op.tekst)"
        op = Veld(
            "op", "Kies een dag", FormValues(["op": [beeld.op.description]]), soort: .datum, maximum: vandaag.description,
            onderscheid: "-dag")
        let pad = "/huishouden/\(beeld.huishouden)"
        leden = beeld.leden.map { Lid($0, pad: pad, magWijzigen: beeld.magWijzigen && isNu) }
        leeg =
            leden.isEmpty
            ? Leeg("Hier woont niemand", isNu ? "Iedereen woont nu ergens anders." : "Op deze dag woonde hier niemand.") : nil
        verwacht = beeld.verwacht.map {
            Verwacht($0, form, pad: pad, magWijzigen: beeld.magWijzigen && isNu, vandaag: vandaag)
        }
        heeftVerwacht = !verwacht.isEmpty
        verloop = Tijdlijn(beeld.verloop.map(Self.stap))
        heeftVerloop = !beeld.verloop.isEmpty
        let eigen = beeld.leden.filter(\.magOpenen)
        guard beeld.magWijzigen, isNu, !eigen.isEmpty else {
            (wijzigen, nieuw) = (nil, nil)
            return
        }
        wijzigen = Wijzigen(
            wie: Keuzegroep(
                "leden", "Over wie gaat het?", form, eigen.map { Optie($0.dossier.description, $0.naam) }, meer: true),
            rol: Kiesvak("rol", "Wat is deze persoon daarna in het huishouden?", form, Self.rollen),
            reden: Kiesvak("reden", "Waarom verandert het?", form, Self.redenen),
            bij: Veld(
                "bij", "Gaat wonen bij", form,
                hulp: "Het dossiernummer van iemand uit dat huishouden, zoals W-2027-0012. Leeg: een nieuw huishouden.",
                verplicht: false, breedte: .middel, lengte: 16),
            op: Veld("op", "Vanaf welke dag?", form, soort: .datum, maximum: vandaag.description),
            versies: eigen.map { VerborgenVeld("versie-\($0.dossier)", String($0.versie)) })
        nieuw = NieuwVerwacht(
            referent: Kiesvak(
                "referent", "Familie van", form, eigen.map { Optie($0.dossier.description, $0.naam) },
                hulp: "Wie is al hier?"),
            naam: Veld("naam", "Naam", form, hulp: "Zoals u die kent."),
            geboren: DatumVeld("geboortedatum", "Geboren", form, hulp: "Vul in wat bekend is.", verplicht: false),
            land: Veld("land", "Is nu in", form, verplicht: false, breedte: .middel, lengte: 60),
            rol: Kiesvak("rol-verwacht", "Wordt in het huishouden", form, Self.rollen),
            stand: Kiesvak("stand", "Hoe ver is het?", form, Self.standen),
            verwachtOp: Veld("verwachtOp", "Verwacht op", form, soort: .datum, verplicht: false))
    }

    private static func stap(_ feit: Huishoudbeeld.Feitregel) -> Tijdlijn.Stap {
        let rol = rolnaam(feit.rol).lowercased()
        let tot = feit.tot.map { " tot \($0.tekst)" } ?? ""
        return Tijdlijn.Stap(
            feit.van, "\(feit.naam): \(rol), vanaf \(feit.van.tekst)\(tot)",
            tekst: feit.ingetrokken ? "Was niet goed en is verbeterd." : redenzin(feit.reden),
            kleur: feit.ingetrokken ? .straks : .gewoon)
    }

    static func rolnaam(_ code: String) -> String { rollen.first { $0.waarde == code }?.label ?? "Woont ook hier" }

    private static func redenzin(_ code: String) -> String {
        switch code {
        case "aanmelding": "Zo aangemeld door de gemeente."
        case "overgenomen": "Overgenomen uit de aanmelding."
        case "correctie": "Verbeterd door een medewerker."
        default: redenen.first { $0.waarde == code }.map { "\($0.label)." } ?? "Veranderd."
        }
    }
}

extension HuishoudenPagina.Lid {
    init(_ lid: Huishoudbeeld.Lid, pad: String, magWijzigen: Bool) {
        id = lid.dossier.description
        naam = lid.naam
        link = lid.magOpenen ? "/dossier/\(lid.dossier)" : nil
        nummer = lid.dossiernummer
        rol = HuishoudenPagina.rolnaam(lid.rol)
        sinds = "sinds \(lid.van.tekst)"
        label = lid.afgeschermd ? Label("Niet zichtbaar voor huisgenoten", .letOp) : nil
        let kind = lid.doelgroep == .kind && lid.magOpenen
        achttien =
            !kind
            ? nil
            : lid.is18 == .ja
                ? Label("Is 18 jaar", .letOp)
                : lid.wordt18In.flatMap { Maand($0) }.map { Label("Wordt 18 in \($0.tekst)", .info) }
                    ?? Label("Wanneer 18: niet bekend", .leeg)
        zicht = magWijzigen && lid.magOpenen ? "\(pad)/zicht/\(lid.dossier)" : nil
        verbeter = magWijzigen && lid.magOpenen ? "\(pad)/verbeter/\(lid.dossier)" : nil
        terug = magWijzigen && lid.magTerugdraaien ? lid.versie : nil
    }
}

extension HuishoudenPagina.Verwacht {
    init(_ lid: Huishoudbeeld.Verwacht, _ form: FormValues, pad: String, magWijzigen: Bool, vandaag: Datum) {
        id = lid.id.description
        let geboren = lid.geboortedatum == "onbekend" ? "geboortedatum onbekend" : "geboren \(lid.geboortedatum)"
        zin = [
            lid.naam, HuishoudenPagina.rolnaam(lid.rol).lowercased(), geboren, lid.land.map { "nu in \($0)" },
            lid.verwachtOp.map { "verwacht op \($0.tekst)" },
        ].compactMap { $0 }.joined(separator: ", ")
        label =
            switch lid.stand {
            case "aangekomen": Label("Is er", .goed)
            case "verwacht": Label("Wordt verwacht", .info)
            case "vervallen": Label("Komt niet meer", .leeg)
            default: Label("Nareis aangevraagd", .leeg)
            }
        dossier = lid.dossier.map { "/dossier/\($0)" }
        wijzigen = magWijzigen && lid.stand != "aangekomen" ? "\(pad)/verwacht/\(lid.id)" : nil
        terug = magWijzigen && lid.stand == "aangekomen" && lid.dossier != nil ? "\(pad)/verwacht/\(lid.id)/terug" : nil
        aankomst =
            magWijzigen && lid.stand != "aangekomen" && lid.stand != "vervallen"
            ? HuishoudenPagina.Aankomst(
                versie: lid.versie,
                nummer: Veld(
                    "dossiernummer", "Dossiernummer van wie gekomen is", form,
                    hulp: "Meldt de gemeente deze persoon aan, dan komt er een eigen dossier.", breedte: .middel, lengte: 16,
                    onderscheid: "-\(lid.id)"),
                op: Veld(
                    "op", "Woont hier vanaf", form, soort: .datum, maximum: vandaag.description, onderscheid: "-\(lid.id)"),
                verwacht: lid.stand == "verwacht") : nil
    }
}

/// The children of the team who become 18, for the team leader.
struct WordtAchttienPagina: PageModel {
    static let template = "wordt-18"
    let titel = "Wordt 18"
    let menu: String? = "/mensen"
    let kruimels = [Koppeling("Mensen", "/mensen")]
    let weg: Melding?
    let tabel: Tabel?
    let leeg: Leeg?
    let bladeren: Bladeren?

    static let perBladzijde = 50

    /// - Parameter rijen: one more than fits, when there are more.
    init(_ rijen: Deelvraag<[WordtAchttienLijst.Rij]>, na: DossierID? = nil) {
        weg = rijen.isWeg ? .even("De lijst is") : nil
        let gekregen = rijen.waarde ?? []
        let alle = Array(gekregen.prefix(Self.perBladzijde))
        let laatste = gekregen.count > alle.count ? alle.last?.dossier : nil
        bladeren =
            laatste == nil && na == nil
            ? nil
            : Bladeren(
                "\(alle.count) op deze bladzijde", vorige: na == nil ? nil : "/wordt-18",
                volgende: laatste.map { Adres.van("/wordt-18", [("na", $0.description)]) })
        leeg =
            alle.isEmpty && !rijen.isWeg
            ? Leeg("Niemand wordt binnenkort 18", "Kinderen die binnen een jaar 18 worden, komen hier te staan.") : nil
        tabel =
            alle.isEmpty
            ? nil
            : Tabel(
                "Kinderen die binnen een jaar 18 worden", stil: true,
                kolommen: [.init("Naam"), .init("Dossier"), .init("Wordt 18"), .init("Huishouden")],
                rijen: alle.map { rij in
                    [
                        .link(rij.naam, href: "/dossier/\(rij.dossier)"), .tekst(rij.dossiernummer), .tekst(Self.wanneer(rij)),
                        .link("Bekijk huishouden van \(rij.naam)", href: "/huishouden/\(rij.huishouden)"),
                    ]
                })
    }

    static func wanneer(_ rij: WordtAchttienLijst.Rij) -> String {
        guard let vroegst = rij.vroegst.flatMap({ Maand($0) }), let laatst = rij.laatst.flatMap({ Maand($0) }) else {
            return "niet bekend: de geboortedatum ontbreekt"
        }
        return vroegst == laatst ? vroegst.tekst : "onbekend, tussen \(vroegst.tekst) en \(laatst.tekst)"
    }
}
