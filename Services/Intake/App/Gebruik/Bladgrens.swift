// SPDX-License-Identifier: EUPL-1.2
import Berichten

extension PageRequest {
    /// How many rows a page gets: what was asked, within 1 and 200. A request that came over the bus was decoded, and so
    /// never passed the initialiser that bounds it.
    var grens: Int { min(max(limit, 1), 200) }
}
