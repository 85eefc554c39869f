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

    static func lees(_ inhoud: String) throws -> Regeldagsjabloon {
        if let bekend = gelezen.withLock({ $0[inhoud] }) { return bekend }
        let sjabloon: Regeldagsjabloon = try MessageCoding.decode(from: Data(inhoud.utf8))
        gelezen.withLock { kast in
            if kast.count >= meeste { kast.removeAll() }
            kast[inhoud] = sjabloon
        }
        return sjabloon
    }
}
