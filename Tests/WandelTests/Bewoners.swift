// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opdrachten
import Opslag
import Testing
import Toegang
import Zegel

/// Who lives and works in the city of the walk, and what is sealed about one of them.
struct Bewoners: Sendable {
    /// Stand in names and in sealed text, and nowhere else.
    static let naam = "Nergensveldt"
    static let signaalmerk = "MERKSIGNAAL7"
    static let veiligmerk = "MERKVEILIG7"
    static let afspraakmerk = "MERKAFSPRAAK7"
    static let kluismerk = "MERKKLUIS7"
    static let noodmerk = "MERKNOOD7"
    static let documentmerk = "MERKDOCUMENT7"
    /// The mark as it stands in an answer, where bytes are written in base64.
    static let documentcode = "TUVSS0RPQ1VNRU5U"
    static let merken = [signaalmerk, veiligmerk, afspraakmerk, kluismerk, noodmerk, documentmerk, documentcode]

    let stad: Stad
    /// Everybody who may ask, from the outside in: who may do most comes last.
    let wie: [(naam: String, actor: Actor)]
    /// Ids to put in the place of those of an example, by the name of the field.
    let velden: [String: String]
    let facts: Facts
    let dossiernummer: String

    func actor(_ naam: String) throws -> Actor { try #require(wie.first { $0.naam == naam }?.actor) }

    /// Who may know what the person is called: by the policy, and who guides or is somebody of the same household.
    var kennen: Set<String> {
        Set(
            wie.filter {
                Policy.decide($0.actor, .read, on: .dossier, facts: facts).isYes
                    || Policy.decide($0.actor, .read, on: .label, facts: facts).isYes
            }.map(\.naam)
        ).union(["begeleider-huisgenoot", "client-huisgenoot"])
    }

    static func maak(_ stad: Stad) async throws -> Bewoners {
        let opdracht = try #require(try Opdrachtenboek(map: Stad.opdrachten).opdracht(id: "almere-2027"))
        let (team, ander) = (TeamID(team: opdracht.team), TeamID(team: "Elders"))
        func medewerker(_ rol: Role, _ team: TeamID?) -> Actor {
            Actor(user: stad.ids.make(), roles: [rol], team: team, purpose: "begeleiding")
        }
        let (begeleider, huisgenoot) = (medewerker(.begeleider, team), medewerker(.begeleider, team))
        let (leider, aandacht) = (medewerker(.teamleider, team), medewerker(.aandachtsfunctionaris, team))
        let portaal = try stad.dienst(.portaal).store
        try await portaal.write { tx in
            for actor in [begeleider, huisgenoot, leider, aandacht] {
                guard let id = actor.user else { continue }
                try tx.emit(
                    GebruikerGewijzigd(
                        gebruiker: id, rollen: actor.roles, team: actor.team, gemeente: nil, organisatie: nil, actief: true))
            }
        }
        let (een, aanmelding) = try await persoon(stad, Self.naam, leider, huishouden: nil)
        try await stad.isBij()
        let huishouden = try await stad.vraag(PersoonOpvragen(dossier: een), leider).huishouden
        let (twee, _) = try await persoon(stad, "Elderswoudt", leider, huishouden: huishouden)
        try await stad.isBij()
        for (dossier, wie) in [(een, begeleider), (twee, huisgenoot)] {
            try await stad.doe(DossiersToewijzen(dossiers: [dossier], begeleider: try #require(wie.user)), leider)
        }
        try await stad.isBij()
        var velden = try await verzegel(stad, een, begeleider, huishouden, collega: try #require(huisgenoot.user))
        velden["aanmelding"] = aanmelding.description
        let nummer = try await stad.vraag(PersoonOpvragen(dossier: een), begeleider).dossiernummer
        func buiten(_ rol: Role, gemeente: String? = nil, organisatie: OrganisatieID? = nil, dossier: DossierID? = nil) -> Actor {
            Actor(
                user: stad.ids.make(), roles: [rol], gemeente: gemeente, organisatie: organisatie, dossier: dossier,
                purpose: "begeleiding")
        }
        let wie: [(naam: String, actor: Actor)] = [
            ("dienst", .service(purpose: "zomaar")),
            ("partner", buiten(.partner, organisatie: stad.ids.make())),
            ("client-huisgenoot", buiten(.client, dossier: twee)),
            ("client", buiten(.client, dossier: een)),
            ("klantmanager-elders", buiten(.klantmanager, gemeente: "0363")),
            ("klantmanager", buiten(.klantmanager, gemeente: "0034")),
            ("beheerder", medewerker(.beheerder, nil)),
            ("functionaris", medewerker(.functionarisGegevensbescherming, nil)),
            ("tekenaar", medewerker(.tweedeTekenaar, nil)),
            ("financieel", medewerker(.financieel, nil)),
            ("vrijwilliger", medewerker(.vrijwilliger, team)),
            ("begeleider-elders", medewerker(.begeleider, ander)),
            ("teamleider-elders", medewerker(.teamleider, ander)),
            ("aandacht-elders", medewerker(.aandachtsfunctionaris, ander)),
            ("begeleider-los", medewerker(.begeleider, team)),
            ("begeleider-huisgenoot", huisgenoot),
            ("aandacht", aandacht),
            ("begeleider", begeleider),
            ("teamleider", leider),
        ]
        return Bewoners(
            stad: stad, wie: wie, velden: velden,
            facts: Facts(
                begeleiders: [try #require(begeleider.user)], team: team, gemeente: "0034", dossier: een, uitwisselbaar: true),
            dossiernummer: nummer)
    }

    private static func persoon(_ stad: Stad, _ naam: String, _ leider: Actor, huishouden: HuishoudenID?) async throws
        -> (DossierID, AanmeldingID)
    {
        let aanmelding: AanmeldingID = stad.ids.make()
        let antwoord = try await stad.doe(
            AanmeldingInvoeren(
                aanmelding: aanmelding, gemeente: "0034", doelgroep: "statushouder18plus", voornamen: "\(naam)a",
                geslachtsnaam: naam, geboortedatum: huishouden == nil ? "1990-03-12" : "1988-11-30", geslacht: "V",
                telefoon: "0612345678", straat: "\(naam)straat", huisnummer: "1", postcode: "1315HR", woonplaats: "Almere",
                huishouden: huishouden, rol: huishouden == nil ? nil : "partner", datumHuisvesting: "2027-01-18",
                verblijfsvorm: "eigen-woning", spreektaal: "ti", tolkNodig: true), leider)
        return (try #require(antwoord.dossier, "\(antwoord)"), aanmelding)
    }

    /// Fills what is sealed about the first person, and gathers the ids of everything there is about her.
    private static func verzegel(
        _ stad: Stad, _ dossier: DossierID, _ begeleider: Actor, _ huishouden: HuishoudenID, collega: GebruikerID
    ) async throws -> [String: String] {
        let vandaag = stad.klok.today
        let signaal = try await stad.doe(
            SignaalVastleggen(
                dossier: dossier, gezienOp: vandaag, prioriteit: .spoed,
                inhoud: .init(soort: .geweld, bron: .derdeZei, van: signaalmerk, feit: signaalmerk)), begeleider
        ).signaal
        try await stad.doe(
            VeiligContactZetten(
                dossier: dossier, contact: VeiligContact(nummer: "0687654321", toelichting: veiligmerk), versie: 0), begeleider)
        try await stad.doe(
            VeiligheidsafspraakVastleggen(dossier: dossier, op: vandaag, geldtTot: nil, tekst: afspraakmerk), begeleider)
        let afspraak = try #require(try await stad.vraag(VeiligheidOpvragen(dossier: dossier), begeleider).afspraken?.first)
        let zaak = try await stad.doe(MeldcodeOpenen(dossier: dossier), begeleider).zaak
        try await stad.doe(
            MeldcodeVastleggen(
                zaak: zaak, feit: Meldcodefeit(soort: .signalen, op: vandaag, met: kluismerk, tekst: kluismerk), versie: 1),
            begeleider)
        let nood = try await stad.doe(
            MeldcodeNoodOpenen(dossier: dossier, reden: .gevaar, toelichting: noodmerk), begeleider
        ).noodinzage
        let traject = try await stad.vraag(TrajectOpvragen(dossier: dossier), begeleider)
        let bord = try await stad.vraag(RegeldagOpvragen(dossier: dossier), begeleider)
        let regelzaak = try #require(bord.zaken.first).regelzaak
        // Nine bytes before the mark: so it begins a group of base64.
        let (document, inhoud): (RegeldocumentID, Data) = (stad.ids.make(), Data("%PDF-1.7\n\(documentmerk)".utf8))
        try await stad.doe(
            RegeldocumentDeel(
                dossier: dossier, regelzaak: regelzaak, document: document, soort: .brief, vanaf: 0, inhoud: inhoud,
                laatste: true, hash: try SHA256.hex(inhoud)), begeleider)
        return [
            "dossier": dossier.description, "dossiers": dossier.description, "huishouden": huishouden.description,
            "traject": try #require(traject.traject).description, "doel": try #require(traject.doelen.first).doel.description,
            "regelzaak": regelzaak.description, "document": document.description, "signaal": signaal.description,
            "afspraak": afspraak.afspraak.description, "zaak": zaak.description,
            "noodinzage": nood.description, "compartiment": zaak.description,
            "begeleider": try #require(begeleider.user).description,
            "gebruiker": collega.description,
        ]
    }
}
