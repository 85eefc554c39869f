// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Web

@testable import PortaalApp

/// Examples of every page: for each template at least one with everything filled, and one with everything empty.
/// `SjablonenTests` renders them all, and fails on a name that the template asks and no example has.
enum Voorbeelden {
    static let vandaag = Datum(2027, 1, 18) ?? Datum(Date(timeIntervalSince1970: 0))
    static let ids = SeededIDSource(seed: 1)
    static let fout = FormValues(errors: [FieldError("gebruikersnaam", code: "x", "Vul uw gebruikersnaam in.")])

    /// One line per page.
    static var alle: [any PageModel] {
        kader + aanmelden + gebruikers + werk + aanleveren + VoorbeeldenBegeleider.alle + VoorbeeldenBegeleider.caseloadPaginas
            + VoorbeeldenPlan.alle
            + VoorbeeldenVerwijzing.alle + VoorbeeldenKaart.alle
    }

    private static let kader: [any PageModel] = [
        BevestigPagina(
            "Dit voorschot intrekken?", uitleg: "Er is nog niets betaald.", gevolgen: ["De aanvraag verdwijnt van de lijst."],
            actie: "/x", velden: [VerborgenVeld("_versie", "3")], knop: "Voorschot intrekken", gevaarlijk: true, terug: "/",
            kruimels: [Koppeling("Vandaag", "/")]),
        BevestigPagina("Versturen?", actie: "/x", knop: "Versturen", terug: "/"),
        FoutPagina(Trouble(Failure.fault(reference: "ab12"), reference: "ab12"), aangemeld: true),
        FoutPagina(Trouble(Refusal(.badRequest), reference: ""), aangemeld: false),
        ConceptenPagina(
            [
                .init(pad: "/dossier/\(dossier)/contact", soort: "/dossier/:/contact", dossier: dossier, bewaard: moment),
                .init(pad: "/spreekuur", soort: "/spreekuur", dossier: nil, bewaard: moment.addingTimeInterval(-60)),
            ],
            aanmeldingen: [
                Concept(id: UUID(), form: FormValues(["voornamen": ["Selam"]]), bewaard: moment.addingTimeInterval(-3_600))
            ], namen: namen),
        ConceptenPagina([], aanmeldingen: [], namen: Dossiernamen([], isWeg: true)),
        HelpPagina(rollen: Set(Role.allCases)),
        StijlPagina(vandaag: vandaag),
    ]

    private static let aanmelden: [any PageModel] = [
        AanmeldPagina(naar: nil),
        AanmeldPagina(fout, naar: "/mensen", melding: Melding(.info, "U bent afgemeld.")),
        CodePagina(naar: nil),
        CodePagina(FormValues(errors: [FieldError("code", code: "onjuist", "Deze code klopt niet.")]), naar: "/mensen"),
    ]

    static let beheerder = GebruikerRij(id: ids.make(), gebruikersnaam: "beheer", naam: "Bo Beheer", rollen: [.beheerder])
    private static let gebruikers: [any PageModel] = [
        GebruikersPagina([beheerder], perPagina: 50, ik: beheerder.id, zonderToezicht: ["Almere"]),
        GebruikersPagina(
            [
                beheerder,
                GebruikerRij(id: ids.make(), gebruikersnaam: "sanne", naam: "Sanne de Wit", rollen: [.begeleider], actief: false),
            ],
            perPagina: 1, ik: ids.make(), zonderToezicht: []),
        GebruikerNieuwPagina(FormValues(), teams: ["Team Almere"]),
        GebruikerNieuwPagina(fout, teams: []),
        GebruikerGemaaktPagina(.init(gebruiker: beheerder, wachtwoord: "geheim", totp: "ABCDEFGHIJ")),
    ]
}
