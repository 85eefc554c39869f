// SPDX-License-Identifier: EUPL-1.2
import Domein

/// One step of a board, as far as the rules of the board look at it.
struct Bordstap: Sendable, Equatable {
    var id: RegelzaakID
    /// Who brought it and looks after it; for a step of a person that person.
    var drager: DossierID
    var vanHuishouden: Bool
    /// The group of who brought it.
    var doelgroep: Doelgroep
    var code: String
    var naam: String
    var toestand: RegelzaakToestand
    var uiterlijkOp: Datum?

    /// Whose step: a person, or the household (nil).
    var dossier: DossierID? { vanHuishouden ? nil : drager }
}

/// What the steps of one board wait for, by the template that the board keeps.
struct Bordwacht: Sendable {
    private let na: [String: [String]]
    private let bord: Regelzaakregels.Bord
    /// Who carries the steps of the household; nil when there are none.
    private let ouder: DossierID?

    init(_ sjabloon: Regeldagsjabloon, _ stappen: [Bordstap]) {
        na = Dictionary(sjabloon.stappen.map { ($0.code, $0.na) }) { eerste, _ in eerste }
        bord = Regelzaakregels.Bord(
            stappen.map {
                Regelzaakregels.Stand(code: $0.code, naam: $0.naam, dossier: $0.dossier, toestand: $0.toestand)
            })
        ouder = stappen.first { $0.vanHuishouden }?.drager
    }

    /// Names of the steps before this one that are not done.
    func wachtOp(_ stap: Bordstap) -> [String] {
        let ouder = stap.doelgroep == .kind && ouder != stap.drager ? ouder : nil
        return bord.wachtOp(na: na[stap.code] ?? [], dossier: stap.dossier, drager: stap.drager, ouder: ouder)
    }

    /// What can be done now: open and waiting for nothing, what must be done soonest first, what has no last day last.
    func eerst(_ stappen: [Bordstap], hoogstens: Int) -> [Bordstap] {
        Array(
            stappen.filter { $0.toestand == .open }.sorted { links, rechts in
                switch (links.uiterlijkOp, rechts.uiterlijkOp) {
                case (let l?, let r?) where l != r: l < r
                case (.some, .none): true
                case (.none, .some): false
                default: links.naam < rechts.naam
                }
            }.lazy.filter { wachtOp($0).isEmpty }.prefix(hoogstens))
    }
}
