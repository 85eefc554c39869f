// SPDX-License-Identifier: EUPL-1.2
import Domein

/// How long ago somebody confirmed an entry with its provider.
public enum Versheid: String, Sendable, CaseIterable {
    /// Nobody ever did.
    case nooit
    /// 0 to 180 days.
    case vers
    /// 181 to 365 days: ask again.
    case navragen
    /// Longer ago: as if nobody ever did.
    case verlopen

    /// Days after which an entry leaves the public face and cannot be referred to.
    public static let geldigDagen = 365
    /// Days after which it is time to ask again.
    public static let versDagen = 180

    /// - Parameter reageertNiet: it left referrals unanswered: ask again, however recent the check.
    public init(gecontroleerdOp: Datum?, vandaag: Datum, reageertNiet: Bool = false) {
        guard let datum = gecontroleerdOp else { self = .nooit; return }
        switch datum.days(until: vandaag) {
        case ...Self.versDagen: self = reageertNiet ? .navragen : .vers
        case ...Self.geldigDagen: self = .navragen
        default: self = .verlopen
        }
    }

    /// May be shown to everybody and be referred to.
    public var isBruikbaar: Bool { self == .vers || self == .navragen }

    /// The code that goes with a draft referral; nil when there is nothing to warn of.
    public var waarschuwing: String? {
        switch self {
        case .nooit: "niet-gecontroleerd"
        case .vers: nil
        case .navragen, .verlopen: "controle-verlopen"
        }
    }
}
