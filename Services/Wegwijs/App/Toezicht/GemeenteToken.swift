// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// A token for the gemeente of the synthetic city.
public enum GemeenteToken {
    public static func make(in landschap: Landschap) throws -> String {
        try TokenMaker(landschap).gemeente(oin: Gemeente.oin, gemeenten: ["0034"])
    }
}
