// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// One aanmelding of the synthetic city, as the gemeente's system would send it.
public struct StadAanmelding: Codable, Sendable, Equatable {
    public struct Geboortedatum: Codable, Sendable, Equatable {
        public var datum: String
        /// 1 day unknown, 2 day and month unknown, 3 all unknown; absent when the date is known.
        public var gebruik: String?
    }
    public struct Client: Codable, Sendable, Equatable {
        public var bsn: String?
        public var vnummer: String?
        public var voornamen: String?
        public var geslachtsnaam: String
        public var geboortedatum: Geboortedatum
        public var geslacht: String
        public var telefoon: String?
        public var straat: String?
        public var huisnummer: String?
        public var postcode: String?
        public var woonplaats: String?
    }
    public struct Huishouden: Codable, Sendable, Equatable {
        public var huishoudenId: String
        public var rol: String
    }
    public struct Talen: Codable, Sendable, Equatable {
        public var spreektaal: String
        public var leestaal: String
        public var tolktaal: String?
        public var tolkNodig: Bool
    }

    public var aanmeldingId: String
    public var gemeentecode: String
    public var client: Client
    public var doelgroep: String
    public var huishouden: Huishouden
    public var datumKoppeling: String
    public var datumHuisvesting: String
    public var verblijfsvorm: String
    public var talen: Talen
    public var inburgeringsplichtig: Bool?

    /// Not sent: in which week of the story it arrives, counted from 0.
    public var week: Int = 0

    private enum CodingKeys: String, CodingKey {
        case aanmeldingId, gemeentecode, client, doelgroep, huishouden, datumKoppeling, datumHuisvesting, verblijfsvorm,
            talen, inburgeringsplichtig
    }
}

/// A synthetic city: families, nareizigers, ex-AMV, people in a HAR, partial birth dates, single names, missing BSNs.
/// The same seed gives the same city. BSNs come from the test range only.
public struct Stad: Sendable {
    public let aanmeldingen: [StadAanmelding]

    /// - Parameters:
    ///   - personen: how many people; 348 is Almere's number for 2025.
    ///   - weken: over how many weeks from 1 January 2027 they arrive.
    public init(seed: UInt64, personen: Int = 348, weken: Int = 24) {
        var maker = Maker(seed: seed, weken: max(1, weken))
        while maker.aanmeldingen.count < personen { maker.household(atMost: personen - maker.aanmeldingen.count) }
        aanmeldingen = maker.aanmeldingen.enumerated().sorted { ($0.element.week, $0.offset) < ($1.element.week, $1.offset) }.map(
            \.element)
    }

    /// The nine-digit numbers of the test range that meet the eleven test, in order.
    static func testBSN(_ index: Int) -> String {
        var found = -1
        var number = 999_900_000
        while found < index {
            number += 1
            let digits = String(number).compactMap(\.wholeNumberValue)
            let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
            if sum % 11 == 0 { found += 1 }
        }
        return String(number)
    }
}

private struct Maker {
    var chance: SeededChance
    let ids: SeededIDSource
    let weken: Int
    var aanmeldingen: [StadAanmelding] = []
    var bsns: [String] = []
    let begin = Datum(2027, 1, 4) ?? Datum(Date())

    init(seed: UInt64, weken: Int) {
        chance = SeededChance(seed: seed)
        ids = SeededIDSource(seed: seed ^ 0xA1)
        self.weken = weken
    }

    /// One household of at most so many people, with everybody in it.
    mutating func household(atMost limit: Int) {
        let herkomst = Herkomst.kies(&chance)
        let id = "H-" + ids.next().uuidString.lowercased().prefix(8)
        let week = Int.random(in: 0..<weken, using: &chance)
        let kind = Int.random(in: 0..<100, using: &chance)
        let har = chance.percent(12)
        let adres = address(har: har)
        let family = chance.pick(herkomst.familienamen.isEmpty ? [""] : herkomst.familienamen)
        func role(_ name: String) -> StadAanmelding.Huishouden { .init(huishoudenId: String(id), rol: name) }

        if kind < 9 || limit == 1 {
            add(herkomst, family, 18...18, "ex-amv", role("hoofd"), week, har, adres)
            return
        }
        if kind < 42 {
            add(herkomst, family, 19...58, "statushouder18plus", role("hoofd"), week, har, adres)
            return
        }
        var left = limit
        add(herkomst, family, 23...52, "statushouder18plus", role("hoofd"), week, har, adres)
        left -= 1
        // Sometimes the family comes later: nareizigers, weeks after the referent.
        let later = chance.percent(28)
        let familyWeek = later ? min(weken - 1, week + Int.random(in: 3...9, using: &chance)) : week
        if chance.percent(78), left > 0 {
            add(herkomst, family, 21...49, later ? "nareiziger" : "statushouder18plus", role("partner"), familyWeek, har, adres)
            left -= 1
        }
        for _ in 0..<Int.random(in: 1...4, using: &chance) where left > 0 {
            add(herkomst, family, 0...17, "kind", role("kind"), familyWeek, har, adres)
            left -= 1
        }
    }

    private mutating func add(
        _ herkomst: Herkomst, _ family: String, _ ages: ClosedRange<Int>, _ doelgroep: String,
        _ huishouden: StadAanmelding.Huishouden, _ week: Int, _ har: Bool,
        _ adres: (straat: String, nummer: String, postcode: String)
    ) {
        let female = chance.percent(47)
        let given = chance.pick(female ? herkomst.vrouwen : herkomst.mannen)
        let arrival = begin.adding(days: week * 7)
        let born = birthDate(ages, on: arrival)
        let number = aanmeldingen.count
        let withoutBSN = chance.percent(14)
        let name: (given: String?, family: String)
        if herkomst.naamgeving == .vadersnaam {
            let chain = "\(given) \(chance.pick(herkomst.mannen)) \(chance.pick(herkomst.mannen))"
            // A name chain without a family name stands whole in geslachtsnaam; some people have one name only.
            name = chance.percent(12) ? (nil, given) : (nil, chain)
        } else {
            name = (chance.percent(20) ? "\(given) \(chance.pick(herkomst.mannen))" : given, family)
        }
        let minor = doelgroep == "kind"
        let interpreter = !minor && chance.percent(82)
        let alienNumber = withoutBSN || chance.percent(60) ? vnummer(number) : nil
        let housed = arrival.adding(days: Int.random(in: 0...14, using: &chance))
        aanmeldingen.append(
            StadAanmelding(
                aanmeldingId: ids.next().uuidString.lowercased(), gemeentecode: "0034",
                client: .init(
                    bsn: withoutBSN ? nil : Stad.testBSN(number),
                    vnummer: alienNumber,
                    voornamen: name.given, geslachtsnaam: name.family, geboortedatum: born, geslacht: female ? "V" : "M",
                    telefoon: minor ? nil : "06" + String(format: "%08d", 10_000_000 + number * 137 % 80_000_000),
                    straat: adres.straat, huisnummer: adres.nummer, postcode: adres.postcode, woonplaats: "Almere"),
                doelgroep: doelgroep, huishouden: huishouden,
                datumKoppeling: housed.adding(days: -14 * 7).description, datumHuisvesting: housed.description,
                verblijfsvorm: har ? "har" : "eigen-woning",
                talen: .init(
                    spreektaal: herkomst.spreektaal, leestaal: herkomst.leestaal,
                    tolktaal: interpreter ? herkomst.spreektaal : nil,
                    tolkNodig: interpreter),
                inburgeringsplichtig: minor ? false : (chance.percent(90) ? true : nil), week: week))
    }

    private mutating func birthDate(_ ages: ClosedRange<Int>, on day: Datum) -> StadAanmelding.Geboortedatum {
        let age = Int.random(in: ages, using: &chance)
        let exact = day.adding(days: -(age * 365 + age / 4 + 1 + Int.random(in: 0..<364, using: &chance)))
        // The clear cases only: somebody whose age decides the path keeps a full date.
        if age == 18 || (age == 17) { return .init(datum: exact.description, gebruik: nil) }
        let kind = Int.random(in: 0..<100, using: &chance)
        if kind < 6 { return .init(datum: String(format: "%04d-01-01", exact.year), gebruik: "2") }
        if kind < 9 { return .init(datum: String(format: "%04d-%02d-01", exact.year, exact.month), gebruik: "1") }
        if kind < 24 { return .init(datum: String(format: "%04d-01-01", exact.year), gebruik: nil) }
        return .init(datum: exact.description, gebruik: nil)
    }

    private func vnummer(_ number: Int) -> String { String(format: "29%08d", 90_000_000 - number * 911 % 80_000_000) }

    private mutating func address(har: Bool) -> (straat: String, nummer: String, postcode: String) {
        if har { return ("Voorbeeldhotelplein", "1", "1315 HR") }
        let streets = [
            ("Voorbeeldpad", "1315 AA"), ("Proefgracht", "1316 BB"), ("Oefenweg", "1324 CC"), ("Teststraat", "1335 DD"),
            ("Denklaan", "1338 EE"), ("Fictiehof", "1353 FF"), ("Modelplantsoen", "1361 GG"),
        ]
        let street = chance.pick(streets)
        return (street.0, String(Int.random(in: 1...240, using: &chance)), street.1)
    }
}
