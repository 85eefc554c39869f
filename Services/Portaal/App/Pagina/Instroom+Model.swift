// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Inflow against taakstelling and capacity, with slides to try what would happen. Each number opens the people behind it.
struct InstroomPagina: PageModel {
    static let template = "instroom"
    let titel: String
    let menu: String? = "/instroom"
    let melding: Melding?
    let fouten: Foutenlijst?
    let kiesGemeente: Kiesvak?
    let gemeente: String?
    let schuiven: [Schuif]
    let isAnders: Bool
    let terug: String
    let kern: Kern?

    struct Kern: Sendable {
        let cijfers: Cijfers
        let oordeel: Melding
        let instroom: Grafiek
        let bezetting: Grafiek
        let verborgen: String?
        let methode: [String]
    }

    /// What stands in the address.
    struct Keuze: Sendable, Equatable {
        var gemeente: String
        /// Whether the gemeente must stand in an address: not for a klantmanager, who has one.
        var noemGemeente: Bool

        func rijen(_ soort: Instroomsoort, _ halfjaar: String, na: String? = nil) -> String {
            Adres.van(
                "/instroom/rijen",
                [
                    ("soort", soort.rawValue), ("halfjaar", halfjaar), ("gemeente", noemGemeente ? gemeente : nil), ("na", na),
                ])
        }
    }

    /// - Parameter beeld: nil while intake is away, or when a slide was refused.
    init(_ beeld: Instroombeeld?, keuze: Keuze, gemeenten: [String], form: FormValues, vandaag: Datum) {
        titel = beeld.map { "Instroom in \($0.gemeentenaam)" } ?? "Instroom"
        fouten = Foutenlijst(form)
        melding = beeld == nil && form.errors.isEmpty ? .nietBereikbaar : nil
        var gekozen = form
        gekozen.set("gemeente", keuze.gemeente)
        kiesGemeente =
            keuze.noemGemeente && gemeenten.count > 1
            ? Kiesvak(
                "gemeente", "Gemeente", gekozen, gemeenten.map { Optie($0, Gemeentecode($0)?.naam ?? $0) }, leeg: nil) : nil
        gemeente = keuze.noemGemeente && gemeenten.count < 2 ? keuze.gemeente : nil
        schuiven = beeld.map { Self.schuiven($0, form) } ?? []
        isAnders = beeld.map { $0.aannames != $0.nu } ?? !form.errors.isEmpty
        terug = Adres.van("/instroom", [("gemeente", keuze.noemGemeente ? keuze.gemeente : nil)])
        kern = beeld.map { Kern($0, keuze: keuze, vandaag: vandaag) }
    }

    private static func schuiven(_ b: Instroombeeld, _ form: FormValues) -> [Schuif] {
        let (a, nu, grenzen) = (b.aannames, b.nu, Instroomaannames.Grenzen.self)
        return [
            Schuif(
                "begeleiders", "Begeleiders", waarde: a.begeleiders, nu: nu.begeleiders, grenzen.begeleiders,
                eenheid: ("begeleider", "begeleiders"), form),
            Schuif(
                "caseload", "Trajecten per begeleider", waarde: a.caseload, nu: nu.caseload, grenzen.caseload,
                eenheid: ("traject", "trajecten"), form),
            Schuif(
                "instroom", "Hoeveel van de verwachte instroom komt", waarde: a.instroom, nu: nu.instroom, grenzen.instroom,
                stap: 5, eenheid: ("procent", "procent"), form),
            Schuif(
                "maanden", "Hoe lang een traject duurt", waarde: a.maanden, nu: nu.maanden, grenzen.maanden,
                eenheid: ("maand", "maanden"), form),
        ]
    }
}

extension InstroomPagina.Kern {
    init(_ b: Instroombeeld, keuze: InstroomPagina.Keuze, vandaag: Datum) {
        let c = b.capaciteit
        let nu = Halfjaar(vandaag).description
        let half = b.halfjaren.first { $0.halfjaar == nu }
        cijfers = Cijfers([
            .init(
                "Gehuisvest dit half jaar", Self.getal(half?.gehuisvest),
                onder: half.flatMap(Self.tegenTaak) ?? "taakstelling niet bekend",
                href: (half?.gehuisvest ?? 0) > 0 ? keuze.rijen(.gehuisvest, nu) : nil),
            .init(
                "Verwacht voor heel dit half jaar", Self.getal(half?.prognose), onder: half.flatMap(Self.tussen)),
            .init("Plaatsen", String(c.plaatsen), onder: "\(b.aannames.begeleiders) × \(b.aannames.caseload) trajecten"),
            .init("Houdt bij per jaar", String(c.perJaar), onder: "nieuwe trajecten"),
        ])
        oordeel = Self.oordeel(b)
        instroom = Self.instroom(b, keuze, nu: Halfjaar(vandaag))
        bezetting = Self.bezetting(b, vandaag: vandaag)
        verborgen =
            b.halfjaren.contains(where: \.isVerborgen)
            ? "Getallen onder \(b.methode.kleinsteAantal) blijven verborgen, zodat niemand te herkennen is. Dan is er ook geen verwachting."
            : nil
        methode = Self.methode(b)
    }

    private static func getal(_ getal: Int?) -> String { getal.map(String.init) ?? "onbekend" }

    private static func bereik(_ laag: Int?, _ hoog: Int?) -> String {
        laag.flatMap { laag in hoog.map { "\(laag) – \($0)" } } ?? "onbekend"
    }

    private static func tussen(_ half: Instroombeeld.Half) -> String? {
        guard let laag = half.laag, let hoog = half.hoog else { return nil }
        return "tussen \(laag) en \(hoog)"
    }

    /// `van 174 in de taakstelling, 12 achter`
    private static func tegenTaak(_ half: Instroombeeld.Half) -> String? {
        half.taakstelling.map { taak in
            "van \(taak) in de taakstelling" + (half.isVoorbeeld == true ? " (voorbeeld)" : "")
                + (half.voorsprong.map { ", \(Self.voorOfAchter($0))" } ?? "")
        }
    }

    /// `174 (half, voorbeeld)`
    private static func taakstelling(_ half: Instroombeeld.Half) -> String {
        guard let taak = half.taakstelling else { return "onbekend" }
        let erbij = [half.isGehalveerd ? "half" : nil, half.isVoorbeeld == true ? "voorbeeld" : nil].compactMap(\.self)
        return erbij.isEmpty ? String(taak) : "\(taak) (\(erbij.joined(separator: ", ")))"
    }

    private static func voorOfAchter(_ voorsprong: Int) -> String {
        voorsprong == 0 ? "op schema" : "\(abs(voorsprong)) \(voorsprong > 0 ? "voor" : "achter")"
    }

    private static func maandnaam(_ tekst: String) -> String { (try? Maand(parsing: tekst))?.tekst ?? tekst }

    private static func oordeel(_ b: Instroombeeld) -> Melding {
        let c = b.capaciteit
        guard let piek = c.piek, let maand = c.piekmaand, let nodig = c.nodig else {
            return Melding(.info, "Er zijn nog te weinig mensen om de drukte te verwachten.")
        }
        let drukte = "Het drukst is \(maandnaam(maand)): \(piek) lopende trajecten. Daarvoor zijn \(nodig) begeleiders nodig."
        guard let vanaf = c.tekortVanaf else { return Melding(.goed, drukte, titel: "Er zijn genoeg plaatsen") }
        return Melding(.letOp, drukte, titel: "Te weinig plaatsen vanaf \(maandnaam(vanaf))")
    }

    /// `’27-1`
    private static func kort(_ halfjaar: String) -> String { "’\(halfjaar.dropFirst(2))" }

    private static let kolommen = [
        "Taakstelling", "Aangemeld", "Gehuisvest", "Voor of achter", "Verhuist nog", "Daarvan zonder dag", "Wacht op besluit",
        "Verwacht", "Tussen",
    ]

    private static func instroom(_ b: Instroombeeld, _ keuze: InstroomPagina.Keuze, nu: Halfjaar) -> Grafiek {
        func getallen(_ getal: (Instroombeeld.Half) -> Int?) -> [Double?] { b.halfjaren.map { getal($0).map(Double.init) } }
        let titel = "Instroom per half jaar"
        var grafiek = Grafiek.staven(
            titel, omschrijving: Self.omschrijving(titel, b, nu: nu), labels: b.halfjaren.map { kort($0.halfjaar) },
            [
                .init("Gehuisvest", getallen(\.gehuisvest)),
                .init("Verwacht, heel het half jaar", getallen(\.prognose), .verwacht),
                .init("Taakstelling", getallen(\.taakstelling), .twee),
            ])
        func isVoorbij(_ half: Instroombeeld.Half) -> Bool { Halfjaar(half.halfjaar).map { $0 < nu } ?? false }
        func cel(_ getal: Int?, _ soort: Instroomsoort, _ half: String) -> Tabel.Inhoud {
            guard let getal, getal > 0 else { return .tekst(Self.getal(getal)) }
            return .link(String(getal), href: keuze.rijen(soort, half))
        }
        grafiek.tabel = Tabel(
            titel, stil: true, breed: true,
            kolommen: [.init("Half jaar")] + Self.kolommen.map { .init($0, getal: true) },
            rijen: b.halfjaren.map { half in
                [
                    .tekst(Halfjaar(half.halfjaar)?.tekst ?? half.halfjaar),
                    .tekst(Self.taakstelling(half)),
                    cel(half.ontvangen, .ontvangen, half.halfjaar), cel(half.gehuisvest, .gehuisvest, half.halfjaar),
                    .tekst(half.voorsprong.map(Self.voorOfAchter) ?? "–"),
                    cel(half.bekend, .bekend, half.halfjaar), .tekst(half.dagOnbekend.map(String.init) ?? "–"),
                    cel(half.pijplijn, .pijplijn, half.halfjaar),
                    .tekst(isVoorbij(half) ? "–" : Self.getal(half.prognose)),
                    .tekst(isVoorbij(half) ? "–" : Self.bereik(half.laag, half.hoog)),
                ]
            })
        return grafiek
    }

    /// What the picture shows, for who cannot see it: the highest half-year of those that are known, and what is not.
    private static func omschrijving(_ titel: String, _ b: Instroombeeld, nu: Halfjaar) -> String {
        func naam(_ half: Instroombeeld.Half) -> String { Halfjaar(half.halfjaar)?.tekst ?? half.halfjaar }
        func totaal(_ half: Instroombeeld.Half) -> Int? {
            Halfjaar(half.halfjaar).map { $0 < nu } == true ? half.gehuisvest : half.prognose
        }
        let hoogste = b.halfjaren.filter { totaal($0) != nil }.max { (totaal($0) ?? 0) < (totaal($1) ?? 0) }
        func opsomming(_ wat: String, _ halves: [Instroombeeld.Half]) -> String? {
            halves.isEmpty ? nil : "\(wat) onbekend: \(halves.map(naam).joined(separator: ", "))."
        }
        return [
            "\(titel), tegen de taakstelling.",
            hoogste.map { half in
                let soort = half.prognose == nil ? "gehuisvest" : "verwacht"
                return "Het hoogst, voor zover bekend, in het \(naam(half)): \(totaal(half) ?? 0) mensen \(soort)."
            },
            opsomming("Taakstelling", b.halfjaren.filter { $0.taakstelling == nil }),
            opsomming("Aantal mensen", b.halfjaren.filter { totaal($0) == nil }),
        ].compactMap(\.self).joined(separator: " ")
    }

    private static func bezetting(_ b: Instroombeeld, vandaag: Datum) -> Grafiek {
        let begin = Maand(van: vandaag).verder(-1).waarde
        let punten = b.maanden.filter { $0.maand >= begin && $0.lopend != nil }.prefix(13)
        let titel = "Lopende trajecten en plaatsen"
        var grafiek = Grafiek.lijn(
            titel, omschrijving: "\(titel) per maand. \(Self.oordeel(b).tekst)",
            labels: punten.map { String($0.maand.dropFirst(5)) },
            [
                .init("Lopend, verwacht", punten.map { Double($0.lopend ?? 0) }),
                .init("Plaatsen", punten.map { _ in Double(b.capaciteit.plaatsen) }),
            ])
        grafiek.tabel = Tabel(
            titel, stil: true,
            kolommen: [.init("Einde van")] + ["Lopend", "Tussen", "Plaatsen", "Over"].map { .init($0, getal: true) },
            rijen: b.maanden.map { stand in
                let over = stand.lopend.map { b.capaciteit.plaatsen - $0 }
                return [
                    .tekst(maandnaam(stand.maand)), .tekst(Self.getal(stand.lopend)),
                    .tekst(Self.bereik(stand.laag, stand.hoog)),
                    .tekst(String(b.capaciteit.plaatsen)), .tekst(Self.getal(over)),
                ]
            })
        return grafiek
    }

    private static func methode(_ b: Instroombeeld) -> [String] {
        let m = b.methode
        let oefenjaren = Set(b.halfjaren.filter { $0.isVoorbeeld == true }.map { String($0.halfjaar.prefix(4)) }).sorted()
        let voorbeeld =
            oefenjaren.isEmpty
            ? ""
            : " Van \(oefenjaren.joined(separator: " en ")) is nog geen cijfer bekend: daar staat een voorbeeld om mee te rekenen, geen besluit van de gemeente."
        return [
            "Taakstelling: \(m.taakstellingBron). Is er alleen een cijfer per jaar, dan telt elk half jaar de helft.\(voorbeeld)",
            "Gehuisvest is wie een dag van huisvesting heeft die voorbij is: in een eigen woning, een HAR of een doorstroomlocatie. Wie later naar een eigen woning gaat, telt niet nog eens. Aangemeld telt op de dag van ontvangst.",
            "Is iemand geaccepteerd en is de dag van huisvesting niet bekend, dan telt die persoon als Verhuist nog, op de verwachte dag: \(m.wekenTotHuisvesting) weken na de koppeling, of na ontvangst als de koppeling niet bekend is. Is die dag voorbij, dan telt vandaag. Vul de dag in bij de gegevens van de persoon.",
            "Wie nog wacht op een besluit, telt op de dag die de gemeente noemt, anders op de verwachte dag. Van zulke aanmeldingen werd het afgelopen jaar \(m.acceptatie)% geaccepteerd.",
            "Verwacht is wat er al was, plus het grootste van twee: wie met naam bekend is, of de taakstelling naar rato van de dagen die nog komen. Dat laatste is nooit meer dan de taakstelling overlaat. Zonder taakstelling telt het gemiddelde van de laatste vier halve jaren, ook naar rato.",
            "Voor of achter: hoeveel mensen er meer of minder gehuisvest zijn dan de taakstelling vraagt voor de dagen die voorbij zijn. Een achterstand gaat niet mee naar het volgende half jaar.",
            "Zo onzeker is het: het laagste getal telt alleen wie bekend is. Het hoogste rekent met de grootste stijging die er ooit van jaar op jaar was: \(m.schommeling)%.",
            "Lopende trajecten: iedereen met een eigen traject (\(m.eigenTraject)% van de mensen) loopt zoveel maanden mee als de schuif zegt. Eerder gestopt of langer gebleven telt hier niet.",
            "Trajecten per begeleider: \(m.regelbron).",
        ]
    }
}
