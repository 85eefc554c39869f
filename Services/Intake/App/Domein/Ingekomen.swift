// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// What came in over the koppeling, as far as it must be known again: who sent it, its id, its kind, and the hash of the
/// whole body. The body itself is not kept as it was.
struct Ingekomen: Sendable, Equatable {
    var oin: OIN
    var id: UUID
    /// The CloudEvents `source`.
    var bron: String
    var soort: String
    /// SHA-256 of the body as it came in.
    var hash: Data
    var aanmelding: AanmeldingID
    /// Where the sender puts it among its messages about this aanmelding.
    var volgorde = Volgorde()
}

/// The first answer to a message: the same message gets it again, for ever.
struct Ontvangstbevestiging: Sendable, Equatable {
    var status: Int
    var aanmelding: AanmeldingID
    /// The JSON of the answer.
    var antwoord: Data
}
