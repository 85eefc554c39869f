// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What may be asked of a goal, and when the plan becomes another plan.
enum Doelregels {
    static let langsteTekst = 300

    static func veldfouten(
        leefgebied: Leefgebied, tekst: String, streefdatum: Datum?, opdrachtgebieden: [Leefgebied], vandaag: Datum
    ) -> [Veldfout] {
        var fouten: [Veldfout] = []
        if !opdrachtgebieden.contains(leefgebied) {
            fouten.append(
                Veldfout(
                    "leefgebied", code: "leefgebied-niet-in-opdracht",
                    "Dit leefgebied hoort niet bij de opdracht van deze gemeente."))
        }
        if tekst.isEmpty {
            fouten.append(Veldfout("tekst", code: "leeg", "Schrijf wat de cliënt wil bereiken, in een zin die begint met “Ik”."))
        } else if tekst.count > langsteTekst {
            fouten.append(Veldfout("tekst", code: "te-lang", "Maak het doel korter: ten hoogste \(langsteTekst) tekens."))
        }
        if let streefdatum, streefdatum < vandaag {
            fouten.append(
                Veldfout("streefdatum", code: "verleden", "De streefdatum is al geweest. Kies vandaag of een latere dag."))
        }
        return fouten
    }

    /// Every change of state may be made, also back: a goal that was reached can slip. Setting what it is already does
    /// nothing.
    static func verandert(van: DoelToestand, naar: DoelToestand) -> Bool { van != naar }

    /// A goal that comes or goes makes a new version of the plan, which needs the client's agreement again. Progress on a
    /// goal does not: that is the plan being carried out.
    static func maaktNieuwPlan(van: DoelToestand, naar: DoelToestand) -> Bool { (van == .vervallen) != (naar == .vervallen) }

    static func isOpen(_ toestand: DoelToestand) -> Bool { toestand == .open || toestand == .bezig }
}

/// One thing wrong with one field, as a rule sees it: the field as it is called in the command, a code, a Dutch sentence.
struct Veldfout: Sendable, Equatable {
    var veld: String
    var code: String
    var tekst: String
    init(_ veld: String, code: String, _ tekst: String) { (self.veld, self.code, self.tekst) = (veld, code, tekst) }
}
