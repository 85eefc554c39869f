// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The five steps of the Meldcode in their order, and what belongs to each. The order may be left only with a reason that
/// stands in the file: in acute danger nobody waits for a form.
enum Meldcoderegels {
    static let langsteTekst = 10_000

    /// One thing that was or will be written down.
    struct Feit: Sendable, Equatable {
        var soort: Meldcodesoort
        var op: Datum
        var met = ""
        var tekst = ""
        var antwoorden: [String: String] = [:]
        var afwijking = ""
        var over: Int?
    }

    /// What the facts of a file come to.
    struct Stand: Sendable, Equatable {
        var gedaan: Set<Int> = []
        var gevaar = false
        var melden = false
        var kindcheck = false
        var gesloten = false
        var aantal = 0

        init(_ feiten: some Sequence<Feit> = []) { for feit in feiten { neem(feit) } }

        mutating func neem(_ feit: Feit) {
            aantal += 1
            if let stap = feit.soort.stap { gedaan.insert(stap) }
            switch feit.soort {
            case .gevaar: gevaar = true
            case .kindcheck: kindcheck = true
            case .besluit: melden = feit.antwoorden["melden"] == "ja"
            case .gesloten: gesloten = true
            default: break
            }
        }

        /// The first step that is not done; nil when all are, or when the file is closed.
        var aanZet: Int? { gesloten ? nil : (1...5).first { !gedaan.contains($0) } }
    }

    /// The questions that belong to a kind, and whether "weet niet" is an answer.
    static func vragen(_ soort: Meldcodesoort) -> (codes: [String], magOnbekend: Bool) {
        switch soort {
        case .overleg: (["veilig-thuis"], false)
        case .weging: (Afwegingsvraag.allCases.map(\.rawValue), true)
        case .besluit: (["melden", "hulp"], false)
        case .kindcheck: (["kinderen"], true)
        default: ([], false)
        }
    }

    /// Why this cannot be written down in this file at all, in Dutch; nil when it can.
    static func weigering(_ soort: Meldcodesoort, _ stand: Stand) -> String? {
        if soort == .betrokken { return "Wie meeleest, zet u bij Wie mag dit lezen." }
        if stand.gesloten, soort != .aanvulling, soort != .verbetering {
            return "Deze zaak is gesloten. U kunt nog een aanvulling of een verbetering opschrijven."
        }
        return nil
    }

    /// What must have been done before, and is not; nil when it is this one's turn.
    static func teVroeg(_ soort: Meldcodesoort, _ stand: Stand) -> String? {
        if let stap = soort.stap, let vorige = (1..<stap).first(where: { !stand.gedaan.contains($0) }) {
            return "Stap \(vorige) is nog niet gedaan."
        }
        switch soort {
        case .melding where !stand.melden && !stand.gevaar: return "Er is nog niet besloten om te melden."
        case .gesloten where !stand.gedaan.contains(5): return "Er is nog geen besluit (stap 5)."
        default: return nil
        }
    }

    /// All that is wrong, at once.
    static func veldfouten(_ feit: Feit, _ stand: Stand, vandaag: Datum) -> [Veldfout] {
        var fouten: [Veldfout] = []
        func fout(_ veld: String, _ code: String, _ tekst: String) { fouten.append(Veldfout(veld, code: code, tekst)) }
        func leeg(_ tekst: String) -> Bool { tekst.allSatisfy(\.isWhitespace) }
        if feit.op > vandaag { fout("op", "toekomst", "Deze dag ligt in de toekomst. Kies vandaag of een dag die geweest is.") }
        if leeg(feit.tekst) { fout("tekst", "leeg", tekstvraag(feit.soort)) }
        if feit.tekst.count > langsteTekst { fout("tekst", "te-lang", "Gebruik hoogstens \(langsteTekst) tekens.") }
        if let vraag = metvraag(feit.soort), leeg(feit.met) { fout("met", "leeg", vraag) }
        if feit.met.count > 500 { fout("met", "te-lang", "Gebruik hoogstens 500 tekens.") }
        if feit.afwijking.count > 2_000 { fout("afwijking", "te-lang", "Gebruik hoogstens 2000 tekens.") }
        let (codes, magOnbekend) = vragen(feit.soort)
        let waarden = magOnbekend ? ["ja", "nee", "weet-niet"] : ["ja", "nee"]
        for code in codes where !waarden.contains(feit.antwoorden[code] ?? "") {
            fout("antwoord-\(code)", "leeg", magOnbekend ? "Kies ja, nee of weet niet." : "Kies ja of nee.")
        }
        for code in feit.antwoorden.keys.sorted() where !codes.contains(code) {
            fout("antwoord-\(code)", "niet-gevraagd", "Deze vraag hoort hier niet bij.")
        }
        if let waarom = teVroeg(feit.soort, stand), leeg(feit.afwijking) {
            fout("afwijking", "volgorde", "\(waarom) Doe dat eerst, of schrijf hier op waarom het niet kan wachten.")
        }
        if feit.soort == .gesloten, !stand.kindcheck {
            fout("tekst", "kindcheck", "Doe eerst de kindcheck: zijn er kinderen die van deze persoon afhankelijk zijn?")
        }
        if feit.soort == .verbetering {
            if !(1...max(1, stand.aantal)).contains(feit.over ?? 0) || stand.aantal == 0 {
                fout("over", "onbekend", "Kies het nummer van wat u verbetert.")
            }
        } else if feit.over != nil {
            fout("over", "niet-gevraagd", "Een nummer hoort alleen bij een verbetering.")
        }
        return fouten
    }

    private static func tekstvraag(_ soort: Meldcodesoort) -> String {
        switch soort {
        case .gesprekOvergeslagen: "Schrijf op waarom er geen gesprek is, zoals: een gesprek is niet veilig."
        case .besluit: "Schrijf op waarom u dit besluit."
        case .gesloten: "Schrijf op waarom de zaak dicht kan."
        default: "Schrijf op wat er is gezien, gezegd of gedaan."
        }
    }

    private static func metvraag(_ soort: Meldcodesoort) -> String? {
        switch soort {
        case .overleg: "Schrijf op met wie u hebt overlegd."
        case .gesprek: "Schrijf op met wie u hebt gesproken."
        case .melding: "Schrijf op bij wie u hebt gemeld."
        case .gevaar: "Schrijf op wie u hebt gebeld, zoals: 112 of Veilig Thuis."
        default: nil
        }
    }
}
