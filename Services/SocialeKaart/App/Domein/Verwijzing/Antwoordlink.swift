// SPDX-License-Identifier: EUPL-1.2
import Domein

/// A link with which somebody at a partner without an account answers one referral. Only the hash of what is in the link is
/// kept; the portaal signs it.
public struct Antwoordlink: Sendable, Equatable {
    /// Days that a link works.
    public static let geldigDagen = 7
    /// Wrong codes after which step 2 stays shut on this link.
    public static let pogingen = 5

    public var verwijzing: VerwijzingID
    public var verlooptOp: Datum
    public var isIngetrokken: Bool
    /// An answer was given over it. Receipt is no answer yet.
    public var isBeantwoord: Bool
    public var heeftCode: Bool
    public var misluktePogingen: Int

    public init(
        verwijzing: VerwijzingID, verlooptOp: Datum, isIngetrokken: Bool = false, isBeantwoord: Bool = false,
        heeftCode: Bool = false, misluktePogingen: Int = 0
    ) {
        (self.verwijzing, self.verlooptOp, self.isIngetrokken) = (verwijzing, verlooptOp, isIngetrokken)
        (self.isBeantwoord, self.heeftCode, self.misluktePogingen) = (isBeantwoord, heeftCode, misluktePogingen)
    }

    /// Whether the page opens.
    public func opent(_ vandaag: Datum) -> Bool { !isIngetrokken && vandaag <= verlooptOp }

    /// Whether an answer is still taken.
    public func neemtAntwoord(_ vandaag: Datum) -> Bool { opent(vandaag) && !isBeantwoord }

    /// Whether a code may be tried.
    public func neemtCode(_ vandaag: Datum) -> Bool { opent(vandaag) && heeftCode && misluktePogingen < Self.pogingen }

    /// What may be answered over a link.
    public static let antwoorden: [VerwijzingToestand] = [.ontvangen, .wachtlijst, .geaccepteerd, .afgewezen, .gestart]
}
