// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The same for the clock of a traject, in the contract of 2027 and in the old one of 6 and 6 months.
struct Klokvoorbeelden: Sendable {
    let opdracht: String
    /// `maximum`, `tussenrapportage`, `overdracht` (from the last day) or `eerste-contact`.
    let regel: String
    let bron: String
    let rijen: [(vanaf: String, uiterlijk: String)]

    init(_ opdracht: String, _ regel: String, _ bron: String, _ rijen: [(vanaf: String, uiterlijk: String)]) {
        (self.opdracht, self.regel, self.bron, self.rijen) = (opdracht, regel, bron, rijen)
    }

    static let alle: [Klokvoorbeelden] = [
        .init(
            "almere-2027", "maximum", "MC 3, inhoud van de maatschappelijke begeleiding",
            [
                ("2027-01-01", "2027-09-30"),
                ("2027-01-18", "2027-10-17"),
                ("2027-02-28", "2027-11-27"),
                ("2027-05-29", "2028-02-28"),
                ("2027-05-30", "2028-02-29"),
                ("2027-05-31", "2028-02-29"),
                ("2028-02-29", "2028-11-28"),
                ("2028-05-31", "2029-02-28"),
                ("2027-06-01", "2028-02-29"),
            ]),
        .init(
            "almere-2027", "tussenrapportage", "MC 3, rapportage en afronding",
            [
                ("2027-01-18", "2027-07-18"),
                ("2027-08-28", "2028-02-28"),
                ("2027-08-29", "2028-02-29"),
                ("2027-08-31", "2028-02-29"),
                ("2028-08-31", "2029-02-28"),
                ("2027-04-30", "2027-10-30"),
            ]),
        .init(
            "almere-2027", "overdracht", "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-10-17", "2027-10-29"),
                ("2027-12-17", "2027-12-31"),
                ("2028-04-10", "2028-04-26"),
                ("2027-04-22", "2027-05-11"),
            ]),
        .init(
            "almere-2027", "eerste-contact", "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-01-11", "2027-01-18"),
                ("2027-03-22", "2027-03-31"),
                ("2027-04-22", "2027-04-30"),
                ("2027-04-28", "2027-05-07"),
                ("2027-12-20", "2027-12-27"),
                ("2027-01-15", "2027-01-22"),
            ]),
        .init(
            "almere-2026", "maximum", "MC 2, huidige stand van zaken",
            [
                ("2027-01-01", "2027-06-30"),
                ("2027-01-18", "2027-07-17"),
                ("2027-02-28", "2027-08-27"),
                ("2027-05-29", "2027-11-28"),
                ("2027-05-30", "2027-11-29"),
                ("2027-05-31", "2027-11-30"),
                ("2028-02-29", "2028-08-28"),
                ("2028-05-31", "2028-11-30"),
                ("2027-06-01", "2027-11-30"),
            ]),
        .init(
            "almere-2026", "tussenrapportage", "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-01-18", "2027-04-18"),
                ("2027-08-28", "2027-11-28"),
                ("2027-08-29", "2027-11-29"),
                ("2027-08-31", "2027-11-30"),
                ("2028-08-31", "2028-11-30"),
                ("2027-04-30", "2027-07-30"),
            ]),
        .init(
            "almere-2026", "overdracht", "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-10-17", "2027-10-29"),
                ("2027-12-17", "2027-12-31"),
                ("2028-04-10", "2028-04-26"),
                ("2027-04-22", "2027-05-11"),
            ]),
        .init(
            "almere-2026", "eerste-contact", "Plaatselijke praktijk, te bevestigen",
            [
                ("2027-01-11", "2027-01-25"),
                ("2027-03-22", "2027-04-07"),
                ("2027-04-22", "2027-05-11"),
                ("2027-04-28", "2027-05-14"),
                ("2027-12-20", "2028-01-03"),
                ("2027-01-15", "2027-01-29"),
            ]),
    ]
}
