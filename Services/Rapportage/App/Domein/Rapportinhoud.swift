// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// What a report says, as it is approved, sealed and never changed again.
struct Rapportinhoud: Codable, Equatable, Sendable {
    var paragrafen: [Paragraaf]
    var kerncijfers: [Cijfer]

    struct Paragraaf: Codable, Equatable, Sendable {
        var code: String
        var kop: String
        var tekst: String
        var bronnen: [Bron]
    }

    /// What a statement rests on.
    struct Bron: Codable, Equatable, Sendable {
        var soort: String
        var id: String
        var zin: String
    }

    /// One figure of the traject at the moment of approval: `Contactmomenten`, `14`, `2 keer niet verschenen`.
    struct Cijfer: Codable, Equatable, Sendable {
        var naam: String
        var waarde: String
        var toelichting: String
    }
}

/// What is wrong with the text of a report: the field and the rule, Dutch, for the form.
struct Rapportfout: Error, Equatable, Sendable {
    let veld: String
    let code: String
    let zin: String
}

extension Rapportinhoud {
    static let meesteParagrafen = 20
    static let langsteTekst = 10_000
    static let langsteKop = 200
    static let meesteBronnen = 200

    /// Everything that keeps this text from being approved; empty when nothing does.
    var fouten: [Rapportfout] {
        guard (1...Self.meesteParagrafen).contains(paragrafen.count) else {
            return [
                Rapportfout(
                    veld: "paragrafen", code: "aantal", zin: "Een rapport heeft 1 tot \(Self.meesteParagrafen) stukken tekst.")
            ]
        }
        var fouten = paragrafen.enumerated().flatMap { nummer, paragraaf in paragraaf.fouten("paragrafen[\(nummer)]") }
        if Set(paragrafen.map(\.code)).count != paragrafen.count {
            fouten.append(Rapportfout(veld: "paragrafen", code: "dubbel", zin: "Elk stuk tekst staat één keer in het rapport."))
        }
        return fouten
    }
}

extension Rapportinhoud.Paragraaf {
    fileprivate func fouten(_ veld: String) -> [Rapportfout] {
        var fouten: [Rapportfout] = []
        func check(_ isGoed: Bool, _ naam: String, _ code: String, _ zin: String) {
            if !isGoed { fouten.append(Rapportfout(veld: "\(veld).\(naam)", code: code, zin: zin)) }
        }
        let lengteKop = kop.trimmingCharacters(in: .whitespacesAndNewlines).count
        check(
            (1...Rapportinhoud.langsteKop).contains(lengteKop), "kop", "lengte",
            "Vul een kop in van ten hoogste \(Rapportinhoud.langsteKop) tekens.")
        check(
            !tekst.allSatisfy(\.isWhitespace), "tekst", "verplicht",
            "Vul hier tekst in. Is er niets te zeggen, schrijf dat dan op.")
        check(
            tekst.count <= Rapportinhoud.langsteTekst, "tekst", "lengte",
            "Deze tekst is te lang. Ten hoogste \(Rapportinhoud.langsteTekst) tekens.")
        check(!code.isEmpty && code.count <= 50, "code", "vorm", "De code van dit stuk tekst ontbreekt.")
        check(
            bronnen.count <= Rapportinhoud.meesteBronnen, "bronnen", "aantal",
            "Ten hoogste \(Rapportinhoud.meesteBronnen) bronnen per stuk tekst.")
        return fouten
    }
}
