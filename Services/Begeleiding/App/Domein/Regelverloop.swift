// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What was done with one step of the regeldag, as plain sentences. Made when it is read, so that better words reach old
/// changes too.
enum Regelverloop {
    enum Soort: String, Codable, Sendable, CaseIterable {
        /// Another state.
        case gezet
        /// Who, proof, next look, days.
        case bijgehouden
        /// The last change was taken back.
        case terug
    }

    static func zin(_ soort: Soort, van: Regelstand, naar: Regelstand, kenmerkGewijzigd: Bool = false) -> String {
        switch soort {
        case .gezet: return gezet(van, naar)
        case .terug: return "Laatste wijziging teruggedraaid: weer “\(naar.toestand.naam)”."
        case .bijgehouden:
            let delen = verschillen(van, naar) + (kenmerkGewijzigd ? ["kenmerk of opmerking gewijzigd"] : [])
            return delen.isEmpty ? "Niets gewijzigd." : "Bijgewerkt: \(opsomming(delen))."
        }
    }

    private static func gezet(_ van: Regelstand, _ naar: Regelstand) -> String {
        let dag: Datum? =
            switch naar.toestand {
            case .aangevraagd: naar.aangevraagdOp
            case .toegekend, .afgewezen: naar.beslistOp
            case .open, .bezwaar, .nietVanToepassing: nil
            }
        var zin = "“\(van.toestand.naam)” werd “\(naar.toestand.naam)”"
        if let dag { zin += " op \(dag.tekst)" }
        zin += "."
        if let reden = naar.reden { zin += " Reden: \(reden.naam.kleineLetter)." }
        if let controle = naar.controleOp { zin += " Kijk weer op \(controle.tekst)." }
        if let tot = naar.bezwaarTot { zin += " Bezwaar kan tot en met \(tot.tekst)." }
        return zin
    }

    private static func verschillen(_ van: Regelstand, _ naar: Regelstand) -> [String] {
        var delen: [String] = []
        if van.uitvoerder != naar.uitvoerder {
            delen.append("wie het doet is \(naar.uitvoerder?.naam.kleineLetter ?? "leeg")")
        }
        func dag(_ naam: String, _ oud: Datum?, _ nieuw: Datum?) {
            if oud != nieuw { delen.append("\(naam) is \(nieuw?.tekst ?? "leeg")") }
        }
        dag("de dag van de aanvraag", van.aangevraagdOp, naar.aangevraagdOp)
        dag("de dag van het besluit", van.beslistOp, naar.beslistOp)
        dag("de volgende controle", van.controleOp, naar.controleOp)
        if van.bewijs != naar.bewijs { delen.append("het bewijs is \(naar.bewijs?.naam.kleineLetter ?? "leeg")") }
        return delen
    }

    /// What taking it back does; nil when there is nothing to take back. Taking back is not itself taken back.
    static func ongedaan(_ soort: Soort?, terugNaar: Regelstand) -> String? {
        switch soort {
        case nil, .terug: nil
        case .gezet: "Zet deze stap weer op “\(terugNaar.toestand.naam)”."
        case .bijgehouden: "Zet terug wat bij deze stap stond."
        }
    }
}

extension String {
    /// With a small letter in front, to go on in a sentence. `DigiD` and `IND` stay as they are.
    var kleineLetter: String {
        let woord = prefix { $0 != " " }
        return woord.dropFirst().contains { $0.isUppercase } ? self : prefix(1).lowercased() + dropFirst()
    }
}
