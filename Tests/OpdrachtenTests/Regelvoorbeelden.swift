// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Worked examples of the rules in `compose/opdrachten`: what an expert would write in a table on paper. The days were
/// worked out apart from this code, with another calendar library.
struct Regelvoorbeelden: Sendable {
    /// Code of the step in the rule file.
    let stap: String
    let anker: Anker
    let bron: String
    /// From which day, the last day, and what is special: `valt op ...` moves it (Algemene termijnenwet, art. 1),
    /// `twee werkdagen` too (art. 2), `blijft op ...` does not, since no act says so.
    let rijen: [(vanaf: String, uiterlijk: String, bijzonder: String)]

    init(_ stap: String, _ anker: Anker, _ bron: String, _ rijen: [(vanaf: String, uiterlijk: String, bijzonder: String)]) {
        (self.stap, self.anker, self.bron, self.rijen) = (stap, anker, bron, rijen)
    }

    static let almere2027: [Regelvoorbeelden] = [
        .init(
            "huurcontract", .sleutel, "MC 3, huisvesting en eerste vestiging",
            [
                ("2027-01-18", "2027-01-18", ""),
                ("2027-01-23", "2027-01-23", "blijft op zaterdag"),
            ]),
        .init(
            "brp-verhuizing", .huisvesting, "Wet BRP, artikel 2.39",
            [
                ("2027-01-18", "2027-01-25", "valt op zaterdag"),
                ("2027-01-19", "2027-01-25", "valt op zondag"),
                ("2027-01-20", "2027-01-25", ""),
                ("2027-03-21", "2027-03-30", "valt op Goede Vrijdag"),
                ("2027-03-22", "2027-03-30", "valt op zaterdag"),
                ("2027-03-23", "2027-03-30", "valt op zondag"),
                ("2027-03-24", "2027-03-30", "twee werkdagen"),
                ("2027-03-25", "2027-03-31", "twee werkdagen"),
                ("2027-04-22", "2027-04-28", "valt op Koningsdag"),
                ("2027-04-23", "2027-04-28", ""),
                ("2027-04-29", "2027-05-04", ""),
                ("2027-04-30", "2027-05-07", "valt op Bevrijdingsdag"),
                ("2027-05-01", "2027-05-07", "valt op Hemelvaartsdag"),
                ("2027-05-12", "2027-05-18", "valt op Tweede Pinksterdag"),
                ("2027-10-26", "2027-11-01", "valt op zondag"),
                ("2027-12-20", "2027-12-27", "valt op Eerste Kerstdag"),
                ("2027-12-21", "2027-12-27", "valt op Tweede Kerstdag"),
                ("2027-12-24", "2027-12-29", ""),
                ("2027-12-27", "2028-01-03", "valt op Nieuwjaarsdag"),
                ("2027-12-31", "2028-01-05", ""),
                ("2028-02-24", "2028-02-29", ""),
                ("2028-02-26", "2028-03-02", ""),
                ("2028-02-29", "2028-03-06", "valt op zondag"),
                ("2028-04-09", "2028-04-18", "valt op Goede Vrijdag"),
                ("2028-04-11", "2028-04-18", "valt op zondag"),
                ("2031-04-21", "2031-04-28", "valt op Koningsdag"),
            ]),
        .init(
            "brp-eerste-inschrijving", .aankomst, "Wet BRP, artikel 2.38",
            [
                ("2027-01-11", "2027-01-18", "valt op zaterdag"),
                ("2027-03-24", "2027-03-30", "twee werkdagen"),
                ("2027-04-30", "2027-05-07", "valt op Bevrijdingsdag"),
                ("2027-05-14", "2027-05-19", ""),
                ("2027-10-27", "2027-11-01", ""),
                ("2027-12-23", "2027-12-28", ""),
                ("2028-02-25", "2028-03-01", ""),
                ("2028-12-20", "2028-12-27", "valt op Eerste Kerstdag"),
            ]),
        .init(
            "bankrekening", .huisvesting, "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-01-18", "2027-01-25", ""),
                ("2027-01-23", "2027-01-30", "blijft op zaterdag"),
                ("2027-04-20", "2027-04-27", "blijft op Koningsdag"),
                ("2028-02-22", "2028-02-29", ""),
            ]),
        .init(
            "bijstand", .sleutel, "Participatiewet, artikel 44",
            [
                ("2027-02-01", "2027-02-01", ""),
                ("2027-02-06", "2027-02-06", "blijft op zaterdag"),
                ("2027-04-27", "2027-04-27", "blijft op Koningsdag"),
            ]),
        .init(
            "bijstand-voorschot", .sleutel, "Participatiewet, artikel 52",
            [
                ("2027-02-01", "2027-03-01", ""),
                ("2027-03-01", "2027-03-30", "valt op Tweede Paasdag"),
                ("2027-03-29", "2027-04-26", ""),
                ("2027-03-30", "2027-04-28", "valt op Koningsdag"),
                ("2027-04-07", "2027-05-07", "valt op Bevrijdingsdag"),
                ("2027-04-08", "2027-05-07", "valt op Hemelvaartsdag"),
                ("2027-04-19", "2027-05-18", "valt op Tweede Pinksterdag"),
                ("2027-11-27", "2027-12-27", "valt op Eerste Kerstdag"),
                ("2027-11-28", "2027-12-27", "valt op Tweede Kerstdag"),
                ("2028-02-01", "2028-02-29", ""),
                ("2028-02-04", "2028-03-03", ""),
            ]),
        .init(
            "inrichting", .sleutel, "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-02-01", "2027-02-08", ""),
                ("2027-12-18", "2027-12-25", "blijft op Eerste Kerstdag"),
            ]),
        .init(
            "ontzorgen", .startBijstand, "Participatiewet, artikel 56a",
            [
                ("2027-02-01", "2027-08-01", "blijft op zondag"),
                ("2027-08-31", "2028-02-29", ""),
                ("2027-08-29", "2028-02-29", ""),
                ("2028-08-31", "2029-02-28", ""),
                ("2027-03-31", "2027-09-30", ""),
            ]),
        .init(
            "energie-water", .sleutel, "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-02-01", "2027-02-01", "")
            ]),
        .init(
            "inboedelverzekering", .sleutel, "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-04-20", "2027-04-27", "blijft op Koningsdag")
            ]),
        .init(
            "zorgverzekering", .vergunning, "Zorgverzekeringswet, artikel 5, vijfde lid",
            [
                ("2027-01-11", "2027-05-11", ""),
                ("2026-10-31", "2027-02-28", "blijft op zondag"),
                ("2026-09-26", "2027-01-26", ""),
                ("2027-10-31", "2028-02-29", ""),
                ("2027-10-29", "2028-02-29", ""),
                ("2027-08-27", "2027-12-27", ""),
            ]),
        .init(
            "digid", .huisvesting, "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-01-18", "2027-02-15", ""),
                ("2027-02-28", "2027-03-28", "blijft op zondag"),
                ("2027-10-03", "2027-10-31", "blijft op zondag"),
            ]),
        .init(
            "zorgtoeslag", .huisvesting, "Awir, artikel 15",
            [
                ("2027-01-18", "2028-04-01", "blijft op zaterdag"),
                ("2027-12-31", "2028-04-01", "blijft op zaterdag"),
                ("2028-01-01", "2029-04-01", "blijft op zondag"),
                ("2028-02-29", "2029-04-01", "blijft op zondag"),
            ]),
        .init(
            "huurtoeslag", .huisvesting, "Awir, artikel 15",
            [
                ("2027-06-15", "2028-04-01", "blijft op zaterdag"),
                ("2028-12-31", "2029-04-01", "blijft op zondag"),
            ]),
        .init(
            "kindgebonden-budget", .huisvesting, "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-01-31", "2027-04-30", ""),
                ("2027-11-30", "2028-02-29", ""),
            ]),
        .init(
            "kinderbijslag", .huisvesting, "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-01-18", "2027-02-15", ""),
                ("2027-03-01", "2027-03-29", "blijft op Tweede Paasdag"),
            ]),
        .init(
            "huisarts", .huisvesting, "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-01-18", "2027-02-01", ""),
                ("2027-12-18", "2028-01-01", "blijft op Nieuwjaarsdag"),
            ]),
        .init(
            "jeugdgezondheidszorg", .huisvesting, "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-09-29", "2027-10-27", "")
            ]),
        .init(
            "school", .huisvesting, "Leerplicht 5 tot 18 jaar; onderwijs binnen 3 maanden na aankomst (gemeente.nu)",
            [
                ("2027-05-31", "2027-08-31", ""),
                ("2027-11-29", "2028-02-29", ""),
                ("2027-11-30", "2028-02-29", ""),
                ("2028-11-30", "2029-02-28", ""),
            ]),
        .init(
            "inburgering-gesprek", .huisvesting, "Besluit inburgering 2021, artikel 5.3",
            [
                ("2027-01-18", "2027-03-30", "valt op Tweede Paasdag"),
                ("2027-01-19", "2027-03-30", ""),
                ("2027-02-16", "2027-04-28", "valt op Koningsdag"),
                ("2027-02-25", "2027-05-07", "valt op Hemelvaartsdag"),
                ("2027-02-24", "2027-05-07", "valt op Bevrijdingsdag"),
                ("2027-10-16", "2027-12-27", "valt op Eerste Kerstdag"),
                ("2027-10-17", "2027-12-27", "valt op Tweede Kerstdag"),
                ("2028-02-29", "2028-05-09", ""),
            ]),
        .init(
            "nareis", .vergunning, "IND, gezinshereniging asiel",
            [
                ("2027-01-31", "2027-04-30", ""),
                ("2027-11-30", "2028-02-29", ""),
                ("2027-02-27", "2027-05-27", ""),
            ]),
        .init(
            "minimaregelingen", .huisvesting, "MC 3, financiële en sociale ondersteuning; termijn te bevestigen",
            [
                ("2027-02-28", "2027-05-28", "")
            ]),
        .init(
            "wegwijs-in-huis", .huisvesting, "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-05-01", "2027-05-01", "blijft op zaterdag")
            ]),
        .init(
            "overbrugging", .sleutel, "Plaatselijke praktijk, te bevestigen",
            [("2027-02-01", "2027-02-01", ""), ("2027-12-25", "2027-12-25", "blijft op Eerste Kerstdag")]),
        .init("gemeentepolis", .huisvesting, "Plaatselijke praktijk, te bevestigen", [("2027-11-30", "2028-02-29", "")]),
        .init(
            "kinderopvangtoeslag", .startOpvang, "Belastingdienst, kinderopvangtoeslag (te bevestigen)",
            [("2027-02-01", "2027-05-01", "blijft op zaterdag"), ("2027-11-29", "2028-02-29", "")]),
        .init("medisch-dossier", .huisvesting, "Plaatselijke praktijk, te bevestigen", [("2027-01-18", "2027-02-01", "")]),
        .init("vve", .huisvesting, "Plaatselijke praktijk, te bevestigen", [("2027-10-03", "2027-10-31", "blijft op zondag")]),
        .init(
            "leerlingenvervoer", .huisvesting, "Plaatselijke praktijk, te bevestigen",
            [("2027-01-27", "2027-04-27", "blijft op Koningsdag")]),
        .init(
            "kwijtschelding", .aanslag, "Plaatselijke praktijk, te bevestigen",
            [("2027-03-01", "2027-03-29", "blijft op Tweede Paasdag")]),
        .init("ov-fiets", .huisvesting, "Plaatselijke praktijk, te bevestigen", [("2027-05-31", "2027-08-31", "")]),
        .init("rijbewijs", .huisvesting, "Plaatselijke praktijk, te bevestigen", [("2027-08-30", "2027-11-30", "")]),
        .init("bibliotheek", .huisvesting, "Plaatselijke praktijk, te bevestigen", [("2028-11-30", "2029-02-28", "")]),
        .init(
            "verblijfsdocument", .eindeVergunning, "IND, verlengen verblijfsvergunning",
            [
                ("2031-08-31", "2031-08-31", "blijft op zondag"),
                ("2032-02-29", "2032-02-29", "blijft op zondag"),
            ]),
    ]
}
