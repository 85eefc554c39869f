// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What follows for a person from being accepted, by the contract and the age.
///
/// Everyone of 18 or older and every ex-AMV gets a traject; a child rides on a parent's or guardian's (Almere 2026,
/// chapter 3, and ontwerp.md section 10). Who is billable is a contract rule; an ex-AMV whom a worker takes before the 18th
/// birthday is not yet in the group that the gemeente pays for.
struct Acceptatie: Sendable, Equatable {
    var eigenTraject: Bool
    var factureerbaar: Bool
    var is18: Feit
    /// The month of the 18th birthday of somebody who is not 18 yet, when the birth date tells it.
    var wordt18In: Maand?

    /// - Parameter regel: the contract's rule for the group; nil when a worker accepts somebody outside it.
    init(doelgroep: Doelgroep, geboortedatum: OnvolledigeDatum, regel: Doelgroepregel?, op dag: Datum) {
        is18 = geboortedatum.is18(op: dag)
        wordt18In = is18 == .ja ? nil : geboortedatum.maandVan18
        let oldEnough = doelgroep == .exAMV || is18 != .nee
        eigenTraject = (regel?.eigenTraject ?? (doelgroep != .kind)) && oldEnough
        let isVroeg = doelgroep == .exAMV && is18 == .nee
        factureerbaar = (regel?.factureerbaar ?? false) && eigenTraject && !isVroeg
    }
}
