// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What may be asked of a goal, and when the plan becomes another plan.
enum Doelregels {
    static let langsteTekst = 300
    static let langsteWoorden = 600
    /// A target further away than this is a typing error in the year.
    static let versteStreefDagen = 730

    static func veldfouten(
        leefgebied: Leefgebied, tekst: String, woorden: String = "", streefdatum: Datum?, opdrachtgebieden: [Leefgebied],
        vandaag: Datum
    ) -> [Veldfout] {
        var fouten: [Veldfout] = []
        if !opdrachtgebieden.contains(leefgebied) {
            fouten.append(
                Veldfout(
                    "leefgebied", code: "leefgebied-niet-in-opdracht",
                    "Dit leefgebied hoort niet bij de opdracht van deze gemeente."))
        }
        fouten += tekstfouten(tekst: tekst, woorden: woorden)
        if let streefdatum, streefdatum < vandaag {
            fouten.append(
                Veldfout("streefdatum", code: "verleden", "De streefdatum is al geweest. Kies vandaag of een latere dag."))
        }
        return fouten + teVer(streefdatum, vandaag: vandaag)
    }

    /// A target date that has passed may stay as it is when something else changes; a new one lies ahead.
    static func wijzigfouten(tekst: String, woorden: String, streefdatum: Datum?, was: Datum?, vandaag: Datum) -> [Veldfout] {
        var fouten = tekstfouten(tekst: tekst, woorden: woorden)
        if let streefdatum, streefdatum < vandaag, streefdatum != was {
            fouten.append(
                Veldfout("streefdatum", code: "verleden", "De streefdatum is al geweest. Kies vandaag of een latere dag."))
        }
        return fouten + teVer(streefdatum, vandaag: vandaag)
    }

    private static func tekstfouten(tekst: String, woorden: String) -> [Veldfout] {
        var fouten: [Veldfout] = []
        if tekst.isEmpty {
            fouten.append(Veldfout("tekst", code: "leeg", "Schrijf wat de cliënt wil bereiken, in een zin die begint met “Ik”."))
        } else if tekst.count > langsteTekst {
            fouten.append(Veldfout("tekst", code: "te-lang", "Maak het doel korter: ten hoogste \(langsteTekst) tekens."))
        }
        if woorden.count > langsteWoorden {
            fouten.append(Veldfout("woorden", code: "te-lang", "Maak dit korter: ten hoogste \(langsteWoorden) tekens."))
        }
        return fouten
    }

    private static func teVer(_ streefdatum: Datum?, vandaag: Datum) -> [Veldfout] {
        guard let streefdatum, vandaag.days(until: streefdatum) > versteStreefDagen else { return [] }
        return [Veldfout("streefdatum", code: "te-ver", "Deze dag is meer dan twee jaar later. Klopt het jaartal?")]
    }

    /// Every change of state may be made, also back: a goal that was reached can slip. Setting what it is already does
    /// nothing.
    static func verandert(van: DoelToestand, naar: DoelToestand) -> Bool { van != naar }

    /// A goal that comes or goes changes what was agreed, so the client is asked again. Progress on a goal does not: that is
    /// the plan being carried out. Both make a new version.
    static func vraagtAkkoord(van: DoelToestand, naar: DoelToestand) -> Bool { (van == .vervallen) != (naar == .vervallen) }

    static func isOpen(_ toestand: DoelToestand) -> Bool { toestand == .open || toestand == .bezig }

    /// Who lets a goal go, or is content with a part, says why.
    static func vraagtReden(_ toestand: DoelToestand) -> Bool { toestand == .vervallen || toestand == .deelsBereikt }

    static func redenfouten(_ toestand: DoelToestand, reden: String?, regels: Planregels) -> [Veldfout] {
        guard vraagtReden(toestand) else { return [] }
        guard let reden, regels.reden(reden) != nil else {
            return [Veldfout("reden", code: "verplicht", "Kies waarom.")]
        }
        return []
    }
}

/// One thing wrong with one field, as a rule sees it: the field as it is called in the command, a code, a Dutch sentence.
struct Veldfout: Sendable, Equatable {
    var veld: String
    var code: String
    var tekst: String
    init(_ veld: String, code: String, _ tekst: String) { (self.veld, self.code, self.tekst) = (veld, code, tekst) }
}
