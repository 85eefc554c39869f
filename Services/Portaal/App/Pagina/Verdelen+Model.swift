// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Dossiers of the team that nobody guides yet, and who can take them.
struct VerdelenPagina: PageModel {
    static let template = "verdelen"
    let titel = "Verdelen"
    let menu: String? = "/verdelen"
    let melding: Melding?
    let fouten: Foutenlijst?
    let foutDossiers: String?
    let lijst: Lijst?
    let leeg: Leeg?
    let bladeren: Bladeren?

    struct Lijst: Sendable {
        let na: String?
        let begeleider: Kiesvak
        let rijen: [Rij]
    }

    struct Rij: Sendable {
        let id: String
        let naam: String
        let nummer: String?
        let gezin: String?
        let doelgroep: String
        let taal: String
        let sinds: String
        let contact: Label
        /// In ordinary dossiers, and why.
        let gewicht: String?
        let waarom: String?
        let gekozen: Bool
    }

    /// - Parameters:
    ///   - page: nil while begeleiding is away.
    ///   - begeleiders: of the own team.
    ///   - last: what each of them has already.
    init(
        _ page: Page<TeVerdelenRegel>?, namen: Dossiernamen, begeleiders: [GebruikerRij], last: [TeamCaseload.Regel] = [],
        vandaag: Datum,
        form: FormValues, melding: Melding? = nil, na: String?
    ) {
        self.melding = page == nil ? .nietBereikbaar : melding
        fouten = Foutenlijst(form)
        foutDossiers = form.error(of: "dossiers")?.text
        let regels = page?.rows ?? []
        let perHuishouden = Dictionary(grouping: regels, by: \.huishouden).mapValues(\.count)
        let rijen = regels.map { regel in
            Rij(
                id: regel.dossier.description, naam: namen.naam(regel.dossier), nummer: namen.nummer(regel.dossier),
                gezin: Self.gezin(perHuishouden[regel.huishouden] ?? 1), doelgroep: regel.doelgroep.naam,
                taal: Self.taal(regel), sinds: regel.gestartOp.kort,
                contact: Self.contact(regel.eersteContactUiterlijk, vandaag: vandaag),
                gewicht: regel.gewicht.map(Caseloadmaat.tekst), waarom: regel.gewichtWaarom,
                gekozen: form.has("dossiers", regel.dossier.description))
        }
        let keuze = Kiesvak(
            "begeleider", "Geef de gekozen dossiers aan", form,
            begeleiders.map { Optie($0.id.description, Self.begeleider($0, last)) },
            hulp: begeleiders.isEmpty ? "In uw team staat nog geen begeleider. De beheerder kan er een toevoegen." : nil)
        lijst = rijen.isEmpty ? nil : Lijst(na: na, begeleider: keuze, rijen: rijen)
        leeg =
            page != nil && rijen.isEmpty
            ? Leeg("Alles is verdeeld", "Elk dossier van uw team heeft een begeleider.") : nil
        bladeren = page?.next.map {
            Bladeren("\(rijen.count) dossiers op deze pagina", volgende: Adres.van("/verdelen", [("na", $0)]))
        }
    }

    /// `Sanne de Wit: weegt 27,5 van 30`, and that somebody is away.
    private static func begeleider(_ rij: GebruikerRij, _ last: [TeamCaseload.Regel]) -> String {
        guard let regel = last.first(where: { $0.begeleider == rij.id }) else { return rij.naam }
        let weegt = "\(rij.naam): weegt \(Caseloadmaat.tekst(regel.last.gewicht)) van \(Caseloadmaat.tekst(regel.last.norm))"
        return regel.waargenomenTot.map { "\(weegt), afwezig tot en met \($0.kort)" } ?? weegt
    }

    private static func gezin(_ aantal: Int) -> String? {
        aantal < 2 ? nil : "Gezin: \(aantal) op deze pagina"
    }

    private static func taal(_ regel: TeVerdelenRegel) -> String {
        let taal = regel.spreektaal.map { Taal(code: $0)?.naam ?? $0 } ?? "Taal onbekend"
        return regel.tolkNodig ? "\(taal), tolk nodig" : taal
    }

    /// How urgent the first contact is: red when it should have been, amber in the last three days.
    static func contact(_ uiterlijk: Datum, vandaag: Datum) -> Label {
        let over = vandaag.days(until: uiterlijk)
        let wanneer = uiterlijk.ten(opzichteVan: vandaag)
        return over < 0 ? Label("te laat: \(wanneer)", .fout) : Label(wanneer, over <= 3 ? .letOp : .gewoon)
    }
}
