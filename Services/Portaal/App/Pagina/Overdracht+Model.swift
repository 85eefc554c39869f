// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// Open transfers: offered to you, offered by you, and for a team leader those of the team.
struct OverdrachtenPagina: PageModel {
    static let template = "overdrachten"
    let titel = "Overdrachten"
    let menu: String? = "/caseload"
    let kruimels = [Koppeling("Caseload", "/caseload")]
    let melding: Melding?
    let tabel: Tabel?
    let leeg: Leeg?
    let bladeren: Bladeren?

    init(
        _ pagina: Page<Overdrachtregel>?, ik: GebruikerID, namen: [DossierID: String], mensen: [GebruikerID: String],
        na: String?, vandaag: Datum
    ) {
        melding = pagina == nil ? .even("De lijst is") : nil
        let regels = pagina?.rows ?? []
        tabel =
            regels.isEmpty
            ? nil
            : Tabel(
                "Open overdrachten", stil: true,
                kolommen: [.init("Wie"), .init("Van"), .init("Aan"), .init("Antwoord uiterlijk"), .init("Driegesprek")],
                rijen: regels.map { regel in
                    func wie(_ id: GebruikerID?) -> String {
                        id.map { $0 == ik ? "u" : mensen[$0] ?? "een collega" } ?? "niemand"
                    }
                    let laat = regel.uiterlijkOp < vandaag
                    return [
                        .link(namen[regel.dossier] ?? regel.dossiernummer, href: "/overdracht/\(regel.overdracht)"),
                        .tekst(wie(regel.van)), .tekst(wie(regel.aan)),
                        .label(Label((laat ? "te laat: " : "") + regel.uiterlijkOp.kort, laat ? .fout : .gewoon)),
                        .tekst(regel.driegesprekOp?.kort ?? "–"),
                    ]
                })
        leeg = pagina != nil && regels.isEmpty ? Leeg("Geen open overdrachten", "Niemand wacht op een antwoord.") : nil
        bladeren =
            pagina?.next == nil && na == nil
            ? nil
            : Bladeren(
                "\(regels.count) overdrachten", vorige: na == nil ? nil : "/overdrachten",
                volgende: pagina?.next.map { Adres.van("/overdrachten", [("na", $0)]) })
    }
}

/// One transfer: the note, what is open, and the answer. Until it is accepted the giver stays responsible.
struct OverdrachtPagina: PageModel {
    static let template = "overdracht"
    let titel = "Overdracht"
    let menu: String? = "/caseload"
    let kruimels = [Koppeling("Caseload", "/caseload"), Koppeling("Overdrachten", "/overdrachten")]
    let fouten: Foutenlijst?
    /// Not `id`: a field that stands on top has one of its own.
    let nummer: String
    let versie: Int
    let wie: String
    let dossier: String?
    let stand: Label
    let uitleg: String
    let gegevens: Gegevens
    let notitie: String?
    let geenNotitie: String?
    let taken: [Taak]
    let heeftTaken: Bool
    let antwoord: Antwoord?
    let intrekken: Bool
    let driegesprek: Veld?

    struct Taak: Sendable {
        let tekst: String
        let label: Label
    }

    struct Antwoord: Sendable { let reden: Kiesvak }

    /// - Parameter naam: nil for the receiver, who does not know the person before accepting.
    init(
        _ o: OverdrachtOpvragen.Answer, naam: String?, mensen: [GebruikerID: String], _ form: FormValues, vandaag: Datum
    ) {
        let regel = o.regel
        func mens(_ id: GebruikerID?) -> String { id.map { mensen[$0] ?? "een collega" } ?? "niemand" }
        fouten = Foutenlijst(form)
        (nummer, versie) = (regel.overdracht.description, regel.versie)
        wie = naam ?? "Dossier \(regel.dossiernummer)"
        dossier = naam == nil ? nil : "/dossier/\(regel.dossier)"
        stand =
            switch regel.toestand {
            case "open": regel.uiterlijkOp < vandaag ? Label("Te laat", .fout) : Label("Wacht op antwoord", .letOp)
            case "geaccepteerd": Label("Geaccepteerd", .goed)
            case "geweigerd": Label("Geweigerd", .fout)
            default: Label("Ingetrokken", .gewoon)
            }
        uitleg =
            regel.toestand == "open"
            ? "Tot \(mens(regel.aan)) accepteert blijft \(mens(regel.van)) verantwoordelijk."
            : o.beslistOp.map { "Beantwoord op \($0.tekst)." } ?? "Beantwoord."
        let taal = o.spreektaal.map(Dossierhoofd.taalnaam) ?? "onbekend"
        gegevens = Gegevens(
            [
                .init("Van", mens(regel.van)), .init("Aan", mens(regel.aan)), .init("Gevraagd op", regel.gevraagdOp.tekst),
                .init("Antwoord uiterlijk", regel.uiterlijkOp.tekst),
                .init("Driegesprek", regel.driegesprekOp?.tekst ?? "nog niet afgesproken"), .init("Fase", o.fase),
                .init("Groep", o.doelgroep.naam), .init("Spreekt", o.tolkNodig ? "\(taal), tolk nodig" : taal),
                .init("Kinderen die meerijden", "\(o.kinderen)"),
            ] + (o.reden.map { [.init("Reden", $0)] } ?? []))
        notitie = o.notitie.flatMap { $0.isEmpty ? nil : $0 }
        geenNotitie =
            o.notitie == nil ? "De notitie is nu niet te lezen." : o.notitie?.isEmpty == true ? "Er is geen notitie." : nil
        taken = o.taken.map { taak in
            Taak(
                tekst: taak.tekst,
                label: Label(taak.uiterlijkOp.ten(opzichteVan: vandaag), taak.uiterlijkOp < vandaag ? .fout : .gewoon))
        }
        heeftTaken = !taken.isEmpty
        antwoord =
            o.magBeantwoorden
            ? Antwoord(
                reden: Kiesvak("reden", "Waarom niet?", form, o.weigerredenen.map { Optie($0.code, $0.naam) }, breedte: .vol))
            : nil
        intrekken = o.magIntrekken
        var form = form
        if form.values["driegesprekOp"] == nil { form.set("driegesprekOp", regel.driegesprekOp?.description ?? "") }
        driegesprek =
            regel.toestand == "open"
            ? Veld(
                "driegesprekOp", "Driegesprek op", form, soort: .datum, hulp: "Gesprek van gever, ontvanger en cliënt.",
                verplicht: false, minimum: vandaag.description) : nil
    }
}
