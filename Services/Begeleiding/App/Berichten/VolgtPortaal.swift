// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein

extension Begeleiding {
    /// Portaal tells who works here: ids and rights.
    static func volgtPortaal() -> Following {
        var following = Following(.portaal)
        following.on(GebruikerGewijzigd.self, effect: "medewerker-onthouden") { event, _, tx in try event.onthouden(tx) }
        return following
    }
}
