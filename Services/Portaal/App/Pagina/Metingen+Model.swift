// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// How self-reliant somebody is, from the start to the end: a picture per area, with the table behind it.
struct MetingenPagina: PageModel {
    static let template = "metingen"
    let titel = "Zelfredzaamheid"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let href: String
    let momenten: [Moment]
    let tabel: Tabel?
    let leeg: Leeg?
    let gebieden: [Gebied]
    let magWijzigen: Bool
    let redenen: [Keus]

    struct Moment: Sendable {
        let naam: String
        let stand: String
        let label: Label?
        let waarom: String
        let href: String?
        let doe: String
    }

    struct Gebied: Sendable {
        let code: String
        let naam: String
        let uit: String?
    }

    struct Keus: Sendable {
        let code: String
        let naam: String
    }

    init(
        _ hoofd: Dossierhoofd, _ o: Metingoverzicht, rollen: Set<Role>, gebruikers: [GebruikerID: String], vandaag: Datum
    ) {
        (self.hoofd, kruimels, href) = (hoofd, hoofd.kruimels, hoofd.href)
        let mag = o.loopt && !rollen.isDisjoint(with: [.begeleider, .teamleider])
        magWijzigen = mag
        momenten = o.momenten.map { Moment($0, o, hoofd.href, mag: mag, gebruikers: gebruikers, vandaag: vandaag) }
        let gemeten = Meetmoment.allCases.filter { moment in o.metingen.contains { $0.moment == moment } }
        tabel = gemeten.isEmpty ? nil : Self.tabel(o, gemeten)
        leeg = gemeten.isEmpty ? Leeg("Nog niet gemeten", "De eerste meting laat zien waar iemand begint.") : nil
        gebieden = o.leefgebieden.map { Gebied(code: $0.leefgebied.rawValue, naam: $0.leefgebied.naam, uit: $0.uitReden) }
        redenen = o.nietBeoordeeld.map { Keus(code: $0.code, naam: $0.naam) }
    }

    private static func tabel(_ o: Metingoverzicht, _ gemeten: [Meetmoment]) -> Tabel {
        func meting(_ moment: Meetmoment) -> Metingoverzicht.Meting? { o.metingen.first { $0.moment == moment } }
        func stap(_ score: Metingoverzicht.Score?) -> String {
            guard let score else { return "–" }
            let eigen = score.eigen.map { ", eigen cijfer \($0)" } ?? ""
            if let stap = score.score, o.schaal.indices.contains(stap - 1) { return "\(stap). \(o.schaal[stap - 1])\(eigen)" }
            let reden = o.nietBeoordeeld.first { $0.code == score.reden }?.naam ?? "niet beoordeeld"
            return "Niet beoordeeld: \(reden.prefix(1).lowercased() + reden.dropFirst())\(eigen)"
        }
        var rijen: [[Tabel.Inhoud]] = o.leefgebieden.map { gebied in
            [.tekst(gebied.leefgebied.naam)]
                + gemeten.map { moment in
                    .tekst(stap(meting(moment)?.scores.first { $0.leefgebied == gebied.leefgebied }))
                } + [.label(verschil(o, gebied.leefgebied))]
        }
        if !o.participatieladder.isEmpty {
            rijen.append(
                [.tekst("Participatieladder")]
                    + gemeten.map { moment in
                        .tekst(
                            meting(moment)?.ladder.flatMap { trede in
                                o.participatieladder.indices.contains(trede - 1)
                                    ? "\(trede). \(o.participatieladder[trede - 1])" : nil
                            } ?? "–")
                    } + [.tekst("")])
        }
        return Tabel(
            "Metingen per leefgebied", stil: true,
            kolommen: [.init("Leefgebied")] + gemeten.map { .init($0.naam) } + [.init("Sinds het begin")],
            rijen: rijen)
    }

    /// The change in words; steps are an order, so it is said as better or worse and never as an amount.
    private static func verschil(_ o: Metingoverzicht, _ gebied: Leefgebied) -> Label {
        func score(_ moment: Meetmoment) -> Int? {
            o.metingen.first { $0.moment == moment }?.scores.first { $0.leefgebied == gebied }?.score
        }
        guard let begin = score(.start), let nu = score(.einde) ?? score(.midden) else { return Label("–", .gewoon) }
        if nu > begin { return Label("Vooruit", .goed) }
        return nu < begin ? Label("Achteruit", .letOp) : Label("Gelijk", .gewoon)
    }
}

extension MetingenPagina.Moment {
    init(
        _ moment: Metingoverzicht.Moment, _ o: Metingoverzicht, _ pad: String, mag: Bool, gebruikers: [GebruikerID: String],
        vandaag: Datum
    ) {
        naam = moment.moment.naam
        waarom = moment.waarom
        let meting = o.metingen.first { $0.moment == moment.moment }
        let door = meting?.door.flatMap { gebruikers[$0] }.map { " door \($0)" } ?? ""
        let vaker = (meting?.aantal ?? 0) > 1 ? ", verbeterd" : ""
        stand = meting.map { "Gemeten op \($0.op.tekst)\(door)\(vaker)." } ?? "Uiterlijk \(moment.uiterlijkOp.tekst)."
        let laat = meting == nil && moment.uiterlijkOp < vandaag
        label = meting != nil ? Label("Klaar", .goed) : laat ? Label("Te laat", .fout) : nil
        href = mag ? "\(pad)/metingen/\(moment.moment.rawValue)" : nil
        doe = meting == nil ? "Meten" : "Verbeteren"
    }
}

/// The form of one measurement: one tap per area.
struct MetenPagina: PageModel {
    static let template = "meten"
    let titel: String
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let actie: String
    let terug: String
    let fouten: Foutenlijst?
    let versie: String
    /// What the fields held when the form was opened.
    let was: [VerborgenVeld]
    let op: Veld
    let gebieden: [Gebied]
    let ladder: Keuzegroep?

    struct Gebied: Sendable {
        let score: Keuzegroep
        let eigen: Kiesvak
    }

    init(_ hoofd: Dossierhoofd, _ o: Metingoverzicht, _ moment: Meetmoment, _ form: FormValues, vandaag: Datum) {
        titel = "Meting: \(moment.naam.lowercased())"
        self.hoofd = hoofd
        kruimels = hoofd.kruimels + [Koppeling("Zelfredzaamheid", "\(hoofd.href)/metingen")]
        (actie, terug) = ("\(hoofd.href)/metingen/\(moment.rawValue)", "\(hoofd.href)/metingen")
        fouten = Foutenlijst(form)
        versie = form.text("versie")
        was = Botsing.begin(Self.velden(o), form)
        op = Veld("op", "Dag van het gesprek", form, soort: .datum, maximum: vandaag.description)
        let keuzes = Self.keuzes(o)
        gebieden = o.leefgebieden.filter { $0.uitReden == nil }.map { gebied in
            let code = gebied.leefgebied.rawValue
            return Gebied(
                score: Keuzegroep("score-\(code)", gebied.leefgebied.naam, form, keuzes),
                eigen: Kiesvak(
                    "eigen-\(code)", "Welk cijfer geeft de cliënt zelf voor \(gebied.leefgebied.naam.lowercased())?", form,
                    (1...10).map { Optie(String($0), String($0)) }, verplicht: false, leeg: "Geen cijfer", breedte: .kort))
        }
        ladder =
            o.participatieladder.isEmpty
            ? nil
            : Keuzegroep(
                "ladder", "Participatieladder", form, Self.treden(o), verplicht: false)
    }

    static func keuzes(_ o: Metingoverzicht) -> [Optie] {
        let stappen = o.schaal.enumerated().map { Optie(String($0.offset + 1), "\($0.offset + 1). \($0.element)") }
        return stappen
            + o.nietBeoordeeld.map {
                Optie($0.code, "Niet beoordeeld: \($0.naam.prefix(1).lowercased() + $0.naam.dropFirst())")
            }
    }

    static func treden(_ o: Metingoverzicht) -> [Optie] {
        o.participatieladder.enumerated().map { Optie(String($0.offset + 1), "\($0.offset + 1). \($0.element)") }
    }

    /// What was measured before at this moment, to correct it.
    static func begin(_ o: Metingoverzicht, _ moment: Meetmoment, vandaag: Datum) -> FormValues {
        guard let meting = o.metingen.first(where: { $0.moment == moment }) else {
            return FormValues(["op": [vandaag.description], "versie": ["0"]])
        }
        var values = ["op": [meting.op.description], "versie": [String(meting.aantal)]]
        for score in meting.scores {
            values["score-\(score.leefgebied.rawValue)"] = [score.score.map(String.init) ?? score.reden ?? ""]
            values["eigen-\(score.leefgebied.rawValue)"] = score.eigen.map { [String($0)] }
        }
        values["ladder"] = meting.ladder.map { [String($0)] }
        return FormValues(values)
    }
}

extension MetingVastleggen {
    /// Reads the form; the service says what is missing.
    init(_ form: FormValues, dossier: DossierID, moment: Meetmoment, gebieden: [Leefgebied]) throws {
        let scores = gebieden.compactMap { gebied -> Metingoverzicht.Score? in
            guard let keus = form.optional("score-\(gebied.rawValue)") else { return nil }
            let stap = Int(keus)
            return Metingoverzicht.Score(
                leefgebied: gebied, score: stap, reden: stap == nil ? keus : nil,
                eigen: form.optional("eigen-\(gebied.rawValue)").flatMap { Int($0) })
        }
        self.init(
            dossier: dossier, moment: moment, op: try form.dag("op"), scores: scores,
            ladder: form.optional("ladder").flatMap { Int($0) }, versie: Int(form.text("versie")))
    }
}

/// How self-reliance moved over a team: counts, never averages.
struct VerdelingPagina: PageModel {
    static let template = "verdeling"
    let titel = "Verandering in zelfredzaamheid"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let grafiek: Grafiek?
    let leeg: Leeg?
    let klein: String?

    init(_ gebieden: [MetingVerdeling.Gebied]) {
        kruimels = [Koppeling("Mensen", "/mensen")]
        let getoond = gebieden.filter { $0.gelijk != nil }.sorted { $0.leefgebied.naam < $1.leefgebied.naam }
        let verborgen = gebieden.count - getoond.count
        grafiek =
            getoond.isEmpty
            ? nil
            : Grafiek.staven(
                "Vooruit en niet vooruit, van de eerste tot de laatste meting",
                omschrijving: "Per leefgebied hoeveel mensen vooruitgingen, en hoeveel gelijk bleven of achteruitgingen.",
                labels: getoond.map(\.leefgebied.naam),
                [
                    .init("Vooruit", getoond.map { Double($0.vooruit ?? 0) }),
                    .init("Gelijk of achteruit", getoond.map { Double(($0.gelijk ?? 0) + ($0.achteruit ?? 0)) }),
                ], eenheid: "mensen", langs: "Leefgebied")
        leeg =
            getoond.isEmpty
            ? Leeg("Nog te weinig metingen", "Er zijn per leefgebied vijf mensen met twee metingen nodig.") : nil
        klein =
            verborgen > 0 && !getoond.isEmpty
            ? "\(verborgen == 1 ? "1 leefgebied is" : "\(verborgen) leefgebieden zijn") verborgen: minder dan vijf mensen." : nil
    }
}
