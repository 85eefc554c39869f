// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

@testable import PortaalApp

/// Examples of every page: for each template at least one with everything filled, and one with everything empty.
/// `SjablonenTests` renders them all, and fails on a name that the template asks and no example has.
enum Voorbeelden {
    static let vandaag = Datum(2027, 1, 18) ?? Datum(.distantPast)

    static var alle: [any PageModel] {
        [
            BevestigPagina(
                "Dit voorschot intrekken?", uitleg: "Er is nog niets betaald.", gevolgen: ["De aanvraag verdwijnt van de lijst."],
                actie: "/x", velden: [VerborgenVeld("_versie", "3")], knop: "Voorschot intrekken", gevaarlijk: true, terug: "/"),
            BevestigPagina("Versturen?", actie: "/x", knop: "Versturen", terug: "/"),
            FoutPagina(Trouble(Failure.fault(reference: "ab12"), reference: "ab12"), aangemeld: true),
            FoutPagina(Trouble(Refusal(.badRequest), reference: ""), aangemeld: false),
            HelpPagina(rollen: Set(Role.allCases)),
            StijlPagina(vandaag: vandaag),
        ]
    }
}
