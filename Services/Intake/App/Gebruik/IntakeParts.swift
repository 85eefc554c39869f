// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Opdrachten
import Opslag
import Zegel

/// What the use cases of intake work with. Made once, in Bootstrap or by a test.
struct IntakeParts: Sendable {
    let store: Store
    var kluis: any Sleutelkluis
    /// Finds sealed numbers without opening them.
    let index: BlindIndex
    let opdrachten: Opdrachtenboek
    let clock: any WegwijsClock
    /// Tells gemeenten; nil: nobody is told.
    var melden: GemeenteMelden?

    /// The contract of a gemeente: the one in force, else the newest there is, so that somebody sees what comes too early
    /// or too late. Nil: we do not work for this gemeente.
    func opdracht(voor gemeente: Gemeentecode, op dag: Datum) -> Opdracht? {
        opdrachten.opdracht(gemeente: gemeente, op: dag)
            ?? opdrachten.opdrachten.filter { $0.gemeente == gemeente }.max { $0.geldigVan < $1.geldigVan }
    }
}

/// Where the keys of persons live: a file of its own, apart from data backups.
protocol Sleutelkluis: Sendable {
    /// A key for somebody new, under the id that this person gets or keeps. Durable before it is handed out.
    func nieuw() async throws -> (dossier: DossierID, key: SealKey)
    /// - Throws: `Failure.notFound` when there is none, or when it was destroyed.
    func key(for dossier: DossierID) async throws -> SealKey
    /// Says that this many new ones will be asked for soon.
    func bereidVoor(_ aantal: Int) async throws
    /// Destroys a key, and with it all that it sealed.
    func vernietig(_ dossier: DossierID) async throws
}
