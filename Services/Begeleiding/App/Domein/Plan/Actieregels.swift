// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What may be asked of an action of the plan.
enum Actieregels {
    static let langsteTekst = 200
    static let versteDagen = 730

    /// - Parameter was: the date it had; one that has passed may stay as it is when something else changes.
    static func veldfouten(
        tekst: String, wie: Actiehouder, heeftVerwijzing: Bool, uiterlijkOp: Datum?, was: Datum? = nil, vandaag: Datum
    ) -> [Veldfout] {
        var fouten: [Veldfout] = []
        if tekst.isEmpty {
            fouten.append(Veldfout("tekst", code: "leeg", "Schrijf wat er gedaan wordt."))
        } else if tekst.count > langsteTekst {
            fouten.append(Veldfout("tekst", code: "te-lang", "Maak de actie korter: ten hoogste \(langsteTekst) tekens."))
        }
        if heeftVerwijzing, wie != .partner {
            fouten.append(
                Veldfout("verwijzing", code: "niet-partner", "Een verwijzing hoort bij een actie van een organisatie."))
        }
        if let uiterlijkOp, uiterlijkOp < vandaag, uiterlijkOp != was {
            fouten.append(Veldfout("uiterlijkOp", code: "verleden", "Deze dag is al geweest. Kies vandaag of een latere dag."))
        } else if let uiterlijkOp, vandaag.days(until: uiterlijkOp) > versteDagen {
            fouten.append(Veldfout("uiterlijkOp", code: "te-ver", "Deze dag is meer dan twee jaar later. Klopt het jaartal?"))
        }
        return fouten
    }

    /// Why an action cannot get this state; nil when it can.
    static func bezwaar(van: ActieToestand, naar: ActieToestand, doel: DoelToestand) -> String? {
        if naar == .open, doel == .vervallen { return "Het doel van deze actie is vervallen. Zet eerst het doel terug." }
        return nil
    }

    /// An action that comes or goes changes what was agreed; doing it does not.
    static func vraagtAkkoord(van: ActieToestand, naar: ActieToestand) -> Bool { (van == .vervallen) != (naar == .vervallen) }
}
