// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Synchronization

/// Templates of the regeldag that were read lately. A kept template never changes, and reading one costs more than the rest of
/// its board.
enum Gelezensjablonen {
    private static let gelezen = Mutex<[String: Regeldagsjabloon]>([:])
    /// There are as many as contracts and versions of them: a few.
    private static let meeste = 64

    /// - Parameters:
    ///   - kenmerk: the hash of what is in it, so that it is the same one in whichever file it lies.
    ///   - inhoud: gives what lies under that hash.
    static func lees(_ kenmerk: String, _ inhoud: (String) throws -> Data?) throws -> Regeldagsjabloon {
        if let bekend = gelezen.withLock({ $0[kenmerk] }) { return bekend }
        guard let bytes = try inhoud(kenmerk) else { throw OnleesbareKolom(kolom: "kenmerk") }
        let sjabloon: Regeldagsjabloon = try MessageCoding.decode(from: bytes)
        gelezen.withLock { kast in
            if kast.count >= meeste { kast.removeAll() }
            kast[kenmerk] = sjabloon
        }
        return sjabloon
    }
}
