// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Something that happened in a dossier, kept as a code with parts; the sentence is made when it is read, so that better
/// words reach old facts too. The parts are codes, dates, numbers and names of rules: never free text, never a person.
struct Tijdlijnfeit: Sendable, Equatable {
    enum Soort: String, Sendable, CaseIterable { case contact, agenda, plan, regeldag, traject }

    enum Code: String, Sendable, CaseIterable {
        case trajectGestart = "traject-gestart"
        case meerijden
        case wachtOpOuder = "wacht-op-ouder"
        case toegewezen
        case tussenrapportage
        case trajectAfgerond = "traject-afgerond"
        case klokPauze = "klok-pauze"
        case klokLoopt = "klok-loopt"
        case pauzeBekeken = "pauze-bekeken"
        case pauzeIngetrokken = "pauze-ingetrokken"
        case trajectVerlengd = "traject-verlengd"
        case trajectHeropend = "traject-heropend"
        case meting
        case huishoudenGewijzigd = "huishouden-gewijzigd"
        case werdAchttien = "werd-achttien"
        case tweedeStart = "tweede-start"
        case tweedeStartTerug = "tweede-start-terug"
        case gezien
        case verblijfsdocument
        case intensiteit
        case overdracht
        case contracteinde
        case overdrachtsdocument
        case planGemaakt = "plan-gemaakt"
        case doelToegevoegd = "doel-toegevoegd"
        case doelToestand = "doel-toestand"
        case doelGewijzigd = "doel-gewijzigd"
        case actieToegevoegd = "actie-toegevoegd"
        case actieGedaan = "actie-gedaan"
        case planAkkoord = "plan-akkoord"
        case planGeweigerd = "plan-geweigerd"
        case planBesproken = "plan-besproken"
        case contact
        case contactIngetrokken = "contact-ingetrokken"
        case afspraakGemaakt = "afspraak-gemaakt"
        case afspraakVerzet = "afspraak-verzet"
        case afspraakGewijzigd = "afspraak-gewijzigd"
        case afspraakAfgezegd = "afspraak-afgezegd"
        case regeldagGemaakt = "regeldag-gemaakt"
        case regelzaak
        case ankerdag
        case regeldagafspraak = "regeldag-afspraak"
        case regeldocument

        var soort: Soort {
            switch self {
            case .trajectGestart, .meerijden, .wachtOpOuder, .toegewezen, .tussenrapportage, .trajectAfgerond, .klokPauze,
                .klokLoopt, .pauzeBekeken, .pauzeIngetrokken, .trajectVerlengd, .trajectHeropend, .meting,
                .huishoudenGewijzigd, .werdAchttien, .tweedeStart, .tweedeStartTerug, .gezien, .verblijfsdocument, .intensiteit,
                .overdracht,
                .contracteinde, .overdrachtsdocument:
                .traject
            case .planGemaakt, .doelToegevoegd, .doelToestand, .doelGewijzigd, .actieToegevoegd, .actieGedaan, .planAkkoord,
                .planGeweigerd, .planBesproken:
                .plan
            case .contact, .contactIngetrokken: .contact
            case .afspraakGemaakt, .afspraakVerzet, .afspraakGewijzigd, .afspraakAfgezegd: .agenda
            case .regeldagGemaakt, .regelzaak, .ankerdag, .regeldagafspraak, .regeldocument: .regeldag
            }
        }
    }

    var code: Code
    var delen: [String: String]

    init(_ code: Code, _ delen: [String: String] = [:]) { (self.code, self.delen) = (code, delen) }
}

extension Tijdlijnfeit {
    static func trajectGestart(van: Datum, totEnMet: Datum) -> Self {
        Self(.trajectGestart, ["van": van.description, "tot": totEnMet.description])
    }
    static func doel(_ code: Code, _ leefgebied: Leefgebied, _ toestand: DoelToestand) -> Self {
        Self(code, ["leefgebied": leefgebied.rawValue, "toestand": toestand.rawValue])
    }
    static func actie(_ code: Code, _ leefgebied: Leefgebied, _ wie: Actiehouder) -> Self {
        Self(code, ["leefgebied": leefgebied.rawValue, "wie": wie.rawValue])
    }
    static func regelzaak(
        _ naam: String, van: RegelzaakToestand, naar: RegelzaakToestand, reden: Regelreden? = nil
    ) -> Self {
        let delen = ["naam": naam, "van": van.rawValue, "naar": naar.rawValue]
        return Self(.regelzaak, delen.merging(reden.map { ["reden": $0.rawValue] } ?? [:]) { $1 })
    }
}
