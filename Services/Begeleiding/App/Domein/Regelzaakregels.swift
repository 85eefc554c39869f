// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Which step of the regeldag may go from which state to which, what must be done first, and when a reason is asked.
///
/// Choice: a step that waits for another may be started all the same, but then somebody says why; the first one then stays
/// open. Once requested, what the agency decides is a fact and is always taken. Everything may be put back to open, to
/// correct a mistake, with a reason.
enum Regelzaakregels {
    /// States in which a step no longer holds up those that come after it.
    static let klaar: Set<RegelzaakToestand> = [.toegekend, .nietVanToepassing]

    /// One step on the board as the rules see it.
    struct Stand: Sendable, Equatable {
        var code: String
        var naam: String
        /// Nil for a step of the household.
        var dossier: DossierID?
        var toestand: RegelzaakToestand
    }

    static func toegestaan(van: RegelzaakToestand, naar: RegelzaakToestand) -> Bool {
        guard naar != .open, van != naar else { return true }
        return switch van {
        case .nietVanToepassing: false
        case .open: [.aangevraagd, .toegekend, .nietVanToepassing].contains(naar)
        case .aangevraagd: [.toegekend, .afgewezen, .nietVanToepassing].contains(naar)
        case .toegekend: [.aangevraagd, .bezwaar].contains(naar)
        case .afgewezen: [.aangevraagd, .bezwaar, .nietVanToepassing].contains(naar)
        case .bezwaar: [.toegekend, .afgewezen].contains(naar)
        }
    }

    /// The steps of one board, to ask which of them hold up another.
    struct Bord: Sendable {
        private let perCode: [String: [Stand]]

        init(_ standen: [Stand]) { perCode = Dictionary(grouping: standen, by: \.code) }

        /// The names of the steps that come before one and are not done. A step of a person waits for that person's own
        /// steps and for the household's; a step of the household waits for those of whoever brought it (`drager`). A step
        /// that is not on the board, or does not apply, holds up nothing.
        /// - Parameters:
        ///   - na: the codes of the steps that come first.
        ///   - ouder: for a child: who carries the household. What only an adult does, such as opening an account, is
        ///     waited for there.
        func wachtOp(na: [String], dossier: DossierID?, drager: DossierID, ouder: DossierID? = nil) -> [String] {
            let eigenaar = dossier ?? drager
            return na.compactMap { code in
                let standen = perCode[code] ?? []
                let eigen = standen.filter { $0.dossier == nil || $0.dossier == eigenaar }
                let eerst = eigen.isEmpty && ouder != nil ? standen.filter { $0.dossier == ouder } : eigen
                return eerst.first { !klaar.contains($0.toestand) }?.naam
            }
        }
    }

    /// For which change a reason is asked; nil for none.
    static func reden(van: RegelzaakToestand, naar: RegelzaakToestand, wachtOp: [String]) -> Regelreden.Soort? {
        guard van != naar else { return nil }
        return switch (van, naar) {
        case (_, .nietVanToepassing): .nietVanToepassing
        case (.open, .aangevraagd), (.open, .toegekend): wachtOp.isEmpty ? nil : .voorrang
        case (.nietVanToepassing, .open): nil
        case (_, .open), (.toegekend, .aangevraagd): .terug
        default: nil
        }
    }

    /// Why a reason is asked, in Dutch for the user; nil when none is.
    static func vraag(van: RegelzaakToestand, naar: RegelzaakToestand, wachtOp: [String]) -> String? {
        switch reden(van: van, naar: naar, wachtOp: wachtOp) {
        case nil: nil
        case .voorrang: "Eerst moet klaar zijn: \(opsomming(wachtOp)). Kies waarom dit toch al kan."
        case .nietVanToepassing: "Kies waarom dit niet hoeft."
        case .terug: "Kies waarom deze stap teruggaat."
        }
    }

    /// Why the change is refused, in Dutch for the user; nil when it may be done.
    static func bezwaar(van: RegelzaakToestand, naar: RegelzaakToestand) -> String? {
        toegestaan(van: van, naar: naar)
            ? nil : "Deze regelzaak staat op “\(van.naam)”. Daarna kan niet meteen “\(naar.naam)” komen."
    }

    /// All that is wrong with a change, by the names of the fields of the command.
    static func veldfouten(
        _ stand: Regelstand, naar: RegelzaakToestand, op dag: Datum, reden gegeven: Regelreden?, wachtOp: [String],
        vandaag: Datum
    ) -> [Veldfout] {
        var fouten: [Veldfout] = []
        let soort = reden(van: stand.toestand, naar: naar, wachtOp: wachtOp)
        if let soort, gegeven?.soort != soort {
            fouten.append(
                Veldfout(
                    "reden", code: "reden-nodig",
                    vraag(van: stand.toestand, naar: naar, wachtOp: wachtOp) ?? "Kies een reden."))
        }
        if dag > vandaag {
            fouten.append(Veldfout("op", code: "toekomst", "De dag ligt in de toekomst. Kies vandaag of een eerdere dag."))
        }
        if [.toegekend, .afgewezen].contains(naar), let begin = stand.aangevraagdOp, dag < begin {
            fouten.append(
                Veldfout("op", code: "voor-aanvraag", "De aanvraag was op \(begin.tekst). Het besluit kan niet eerder zijn."))
        }
        return fouten
    }
}

/// `a`, `a en b`, `a, b en c`.
func opsomming(_ delen: [String]) -> String {
    guard let laatste = delen.last, delen.count > 1 else { return delen.first ?? "" }
    return delen.dropLast().joined(separator: ", ") + " en " + laatste
}
