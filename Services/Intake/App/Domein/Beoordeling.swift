// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Why an aanmelding waits for a worker. The raw value is what workers see; outside it is `voorBuiten`.
enum Controlereden: String, Sendable, Codable, CaseIterable {
    /// Somebody with the same number, or with the same name and birth date, is known already.
    case mogelijkDubbel = "mogelijk-dubbel"
    /// The contract does not take this group.
    case doelgroep
    /// The group and the birth date contradict each other, or the group needs an age that is not known.
    case leeftijd
    /// No contract with this gemeente is in force on this day.
    case geenOpdracht = "geen-opdracht"
    /// A child of which neither a household nor a parent or guardian is named.
    case ouderOnbekend = "ouder-onbekend"
    /// A worker took the decision back.
    case teruggezet

    /// What stands outside in the place of `mogelijkDubbel`, whoever the other is: left out for a person about whom the
    /// exchange was stopped, it would be missed, and that it is missed would tell.
    static let nadereControle = "nadere-controle"

    /// The reason as somebody outside sees it.
    static func voorBuiten(_ reden: String) -> String { reden == mogelijkDubbel.rawValue ? nadereControle : reden }
}

/// Why an aanmelding is refused. The raw value goes to the gemeente.
enum Afwijsreden: String, Sendable, Codable, CaseIterable {
    case buitenDoelgroep = "buiten-doelgroep"
    case ontheemdeOekraine = "ontheemde-oekraine"
    case dubbel
    case andereGemeente = "andere-gemeente"
    case onvolledig
    case overig
}

/// The outcome of the rules for one aanmelding.
enum Oordeel: Sendable, Equatable {
    case accepteren(Doelgroep, Acceptatie)
    case inControle([Controlereden])
    case afwijzen(Afwijsreden)
}

/// Acceptance by rule: valid, right target group and no duplicate candidate; otherwise it waits for a worker
/// (ontwerp.md section 10). Never merges and never refuses on a suspicion.
enum Beoordeling {
    /// - Parameters:
    ///   - heeftDubbel: whether the store knows a candidate for being the same person.
    ///   - opdracht: the gemeente's contract; it need not be in force.
    static func oordeel(
        over gegevens: Aanmeldgegevens, opdracht: Opdracht, heeftDubbel: Bool, op dag: Datum
    ) -> Oordeel {
        guard let doelgroep = gegevens.doelgroep.groep else { return .afwijzen(.ontheemdeOekraine) }
        let regel = opdracht.regel(voor: doelgroep)
        let acceptatie = Acceptatie(
            doelgroep: doelgroep, geboortedatum: gegevens.client.geboortedatum, regel: regel, op: dag)
        var redenen: [Controlereden] = []
        if heeftDubbel { redenen.append(.mogelijkDubbel) }
        if !opdracht.geldt(op: dag) { redenen.append(.geenOpdracht) }
        if regel == nil { redenen.append(.doelgroep) }
        if !past(doelgroep, acceptatie.is18) { redenen.append(.leeftijd) }
        if !acceptatie.eigenTraject && gegevens.huishouden == nil && gegevens.ouderOfVoogd == nil {
            redenen.append(.ouderOnbekend)
        }
        return redenen.isEmpty ? .accepteren(doelgroep, acceptatie) : .inControle(redenen)
    }

    /// Whether a group can hold for somebody of this age. An unknown age is believed, except where the group leaves open
    /// whether there is a traject of one's own, and where the group begins at 18: an ex-AMV is who goes to live alone "op
    /// 18-jarige leeftijd" (MC 3), and before that a guardian of Nidos is there. Somebody earlier is for a worker to decide.
    private static func past(_ doelgroep: Doelgroep, _ is18: Feit) -> Bool {
        switch doelgroep {
        case .statushouder18plus: is18 != .nee
        case .kind: is18 != .ja
        case .nareiziger: is18 != .onbekend
        case .exAMV: is18 == .ja
        }
    }
}
