// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Synchronization

/// Templates of the regeldag that were read lately. A kept template never changes, and reading one costs more than the rest of
/// its board.
enum Gelezensjablonen {
    private static let gelezen = Mutex<[Data: Regeldagsjabloon]>([:])
    /// There are as many as contracts and versions of them: a few.
    private static let meeste = 64

    /// - Parameter inhoud: as bytes, which are compared as they are; a text would first be brought into one form of Unicode.
    static func lees(_ inhoud: Data) throws -> Regeldagsjabloon {
        if let bekend = gelezen.withLock({ $0[inhoud] }) { return bekend }
        let sjabloon: Regeldagsjabloon = try MessageCoding.decode(from: inhoud)
        gelezen.withLock { kast in
            if kast.count >= meeste { kast.removeAll() }
            kast[inhoud] = sjabloon
        }
        return sjabloon
    }
}
