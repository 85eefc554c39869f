// SPDX-License-Identifier: EUPL-1.2
import Domein

// The sentences about contacts and appointments.
extension Tijdlijnfeit {
    static func contact(_ invoer: Contactregels.Invoer, plaats: Contactplaats?, aanwezigen: Int, vervangt: Correctiereden?)
        -> Self
    {
        var delen = [
            "soort": invoer.soort.rawValue, "verschijning": invoer.verschijning.rawValue, "tolk": invoer.tolk.rawValue,
            "minuten": String(invoer.duurMinuten),
        ]
        delen["plaats"] = plaats?.rawValue
        delen["tolk-minuten"] = invoer.tolkMinuten.map(String.init)
        delen["taal"] = invoer.taal
        delen["aanwezigen"] = aanwezigen > 0 ? String(aanwezigen) : nil
        delen["vervangt"] = vervangt?.rawValue
        return Self(.contact, delen)
    }

    static func ingetrokken(_ soort: Contactsoort, _ datum: Datum, _ reden: Correctiereden) -> Self {
        Self(
            .contactIngetrokken, ["soort": soort.rawValue, "datum": datum.description, "reden": reden.rawValue])
    }

    /// - Parameter was: day and time before it was moved.
    static func afspraak(
        _ code: Code, _ soort: Contactsoort, _ dag: Datum, _ van: Kloktijd, reden: Afzegreden? = nil,
        was: (dag: Datum, van: Kloktijd)? = nil
    ) -> Self {
        var delen = ["soort": soort.rawValue, "dag": dag.description, "van": van.description]
        delen["reden"] = reden?.rawValue
        (delen["oud-dag"], delen["oud-van"]) = (was?.dag.description, was?.van.description)
        return Self(code, delen)
    }

    private var soort: Contactsoort { Contactsoort(rawValue: delen["soort"] ?? "") ?? .afspraak }

    var contactzin: String {
        let soort = soort
        let verschijning = Verschijning(rawValue: delen["verschijning"] ?? "") ?? .aanwezig
        let minuten = Int(delen["minuten"] ?? "") ?? 0
        var zinnen: [String] = []
        switch verschijning {
        case .aanwezig: zinnen.append("\(soort.naam)\(plaats(bij: soort))\(minuten > 0 ? ", \(minuten) minuten" : "").")
        case .afgemeld: zinnen.append("\(soort.naam): afgemeld.")
        case .nietVerschenen:
            zinnen.append(soort == .outreach ? "Poging tot contact: geen gehoor." : "\(soort.naam): niet verschenen.")
        }
        let taal = delen["taal"].flatMap { Taal(code: $0) }
        if let tolk = Tolkvorm(rawValue: delen["tolk"] ?? ""), tolk != .geen {
            let duur = Int(delen["tolk-minuten"] ?? "").map { $0 > 0 ? ", \($0) minuten" : "" } ?? ""
            zinnen.append("\(tolk.naam)\(duur)\(taal.map { ", \($0.naam)" } ?? "").")
        } else if let taal {
            zinnen.append("Gesproken in het \(taal.naam).")
        }
        if let aantal = Int(delen["aanwezigen"] ?? ""), aantal > 0 {
            zinnen.append(aantal == 1 ? "Er was 1 huisgenoot bij." : "Er waren \(aantal) huisgenoten bij.")
        }
        if let reden = Correctiereden(rawValue: delen["vervangt"] ?? "") {
            zinnen.append("Dit komt in de plaats van een eerdere versie. Reden: \(reden.naam.kleineBeginletter).")
        }
        return zinnen.joined(separator: " ")
    }

    /// Where, unless the kind says it already.
    private func plaats(bij soort: Contactsoort) -> String {
        guard let plaats = Contactplaats(rawValue: delen["plaats"] ?? ""), plaats != soort.gewonePlaats, plaats != .anders else {
            return ""
        }
        return " \(plaats.naam.kleineBeginletter)"
    }

    var ingetrokkenzin: String {
        let reden = Correctiereden(rawValue: delen["reden"] ?? "")?.naam.kleineBeginletter ?? "onbekend"
        return "Ingetrokken: \(soort.naam.kleineBeginletter) van \(datum("datum")). Reden: \(reden)."
    }

    func afspraak(_ voor: String, soort metSoort: Bool = true) -> String {
        let tijd = Kloktijd(delen["\(voor)van"] ?? "")?.tekst ?? "een onbekende tijd"
        let wanneer = "\(datum("\(voor)dag")), \(tijd)"
        return metSoort ? "\(soort.naam.kleineBeginletter) op \(wanneer)" : wanneer
    }

    var afzegreden: String { Afzegreden(rawValue: delen["reden"] ?? "")?.naam ?? "De reden is niet bekend" }
}

extension String {
    /// For a word in the middle of a sentence.
    var kleineBeginletter: String { prefix(1).lowercased() + dropFirst() }
}
