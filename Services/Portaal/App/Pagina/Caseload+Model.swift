// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// Weights as people read them: 2750 percent is 27,5 ordinary dossiers.
enum Caseloadmaat {
    static func tekst(_ gewicht: Int) -> String {
        let tienden = (gewicht + 5) / 10
        return tienden % 10 == 0 ? "\(tienden / 10)" : "\(tienden / 10),\(tienden % 10)"
    }

    /// Too much is a warning, never a block.
    static func label(_ last: Caseloadlast) -> Label {
        let tekst = "\(tekst(last.gewicht)) van \(tekst(last.norm))"
        if last.gewicht > last.norm { return Label("\(tekst): boven de norm", .letOp) }
        return Label(tekst, last.gewicht * 10 > last.norm * 9 ? .info : .goed)
    }
}

/// The caseload of one begeleider: how heavy, which dossiers, who covers, and what can be done with it.
struct CaseloadPagina: PageModel {
    static let template = "caseload"
    let titel: String
    let menu: String? = "/caseload"
    let kruimels: [Koppeling]
    let melding: Melding?
    let fouten: Foutenlijst?
    let pad: String
    let last: Label
    let bron: String
    let fasen: Tabel?
    let lijst: Lijst?
    let leeg: Leeg?
    let bladeren: Bladeren?
    let waarnemingen: [Waarneming]
    let heeftWaarnemingen: Bool
    let nieuweWaarneming: NieuweWaarneming?

    struct Lijst: Sendable {
        let rijen: [Rij]
        let fout: String?
        let aan: Kiesvak?
        let notitie: Tekstvlak
        let driegesprek: Veld
        let intensiteit: Kiesvak
        /// Give at once, without asking: for a team leader.
        let toewijzen: Bool
    }

    struct Rij: Sendable {
        let id: String
        let versie: Int
        let naam: String
        let href: String
        let fase: String
        let intensiteit: String
        let gewicht: String
        let waarom: String
        let einde: String
        let overdracht: String?
        let eigen: Bool
        let gekozen: Bool
    }

    struct Waarneming: Sendable {
        let id: String
        let versie: Int
        let zin: String
        let magStoppen: Bool
    }

    struct NieuweWaarneming: Sendable {
        let waarnemer: Kiesvak
        let van: Veld
        let totEnMet: Veld
    }

    /// - Parameters:
    ///   - collegas: who can take dossiers over: of the same team, without this one.
    ///   - eigen: this is the asker's own caseload.
    init(
        _ antwoord: CaseloadOpvragen.Answer, namen: [DossierID: String], mensen: [GebruikerID: String],
        collegas: [GebruikerRij], form: FormValues, eigen: Bool, na: String?, vandaag: Datum, melding: Melding? = nil
    ) {
        let wie = mensen[antwoord.begeleider] ?? "een collega"
        titel = eigen ? "Mijn caseload" : "Caseload van \(wie)"
        kruimels = eigen ? [] : [Koppeling("Caseload", "/caseload")]
        (self.melding, fouten) = (melding, Foutenlijst(form))
        pad = "/caseload/\(antwoord.begeleider)"
        last = Caseloadmaat.label(antwoord.last)
        bron = antwoord.last.bron
        fasen =
            antwoord.fasen.isEmpty
            ? nil
            : Tabel(
                "Waar het gewicht zit", stil: true,
                kolommen: [.init("Fase"), .init("Dossiers", getal: true), .init("Gewicht", getal: true)],
                rijen: antwoord.fasen.map { [.tekst($0.naam), .tekst("\($0.aantal)"), .tekst(Caseloadmaat.tekst($0.gewicht))] })
        let intensiteiten = Dictionary(
            antwoord.intensiteiten.map { ($0.code, $0.naam) }, uniquingKeysWith: { eerste, _ in eerste })
        let rijen = antwoord.pagina.rows.map { rij in
            Rij(
                id: rij.dossier.description, versie: rij.versie, naam: namen[rij.dossier] ?? "Dossier openen",
                href: "/dossier/\(rij.dossier)", fase: rij.fase,
                intensiteit: rij.intensiteit.flatMap { intensiteiten[$0] } ?? "Gewoon",
                gewicht: Caseloadmaat.tekst(rij.gewicht), waarom: rij.waarom, einde: rij.eindigtOp?.kort ?? "–",
                overdracht: rij.overdracht.map { "/overdracht/\($0)" }, eigen: rij.eigenTraject,
                gekozen: form.has("dossiers", rij.dossier.description))
        }
        lijst =
            rijen.isEmpty
            ? nil
            : Lijst(
                rijen: rijen, fout: form.error(of: "dossiers")?.text,
                aan: collegas.isEmpty
                    ? nil : Kiesvak("aan", "Aan wie?", form, collegas.map { Optie($0.id.description, $0.naam) }),
                notitie: Tekstvlak(
                    "notitie", "Notitie voor de collega", form, hulp: "Alleen u, de collega en de teamleider lezen dit.",
                    verplicht: false, lengte: 10_000),
                driegesprek: Veld(
                    "driegesprekOp", "Driegesprek op", form, soort: .datum, hulp: "Gesprek van u, de collega en de cliënt.",
                    verplicht: false, minimum: vandaag.description),
                intensiteit: Kiesvak(
                    "intensiteit", "Intensiteit", form, antwoord.intensiteiten.map { Optie($0.code, $0.naam) }),
                toewijzen: antwoord.magVerdelen)
        leeg = rijen.isEmpty && na == nil ? Leeg("Geen dossiers", "Er is nu niemand in deze caseload.") : nil
        bladeren =
            antwoord.pagina.next == nil && na == nil
            ? nil
            : Bladeren(
                "\(rijen.count) van \(antwoord.pagina.total ?? rijen.count) dossiers", vorige: na == nil ? nil : pad,
                volgende: antwoord.pagina.next.map { [pad] in Adres.van(pad, [("na", $0)]) })
        waarnemingen = antwoord.waarnemingen.map { keer in
            let (weg, erbij) = (mensen[keer.begeleider] ?? "een collega", mensen[keer.waarnemer] ?? "een collega")
            return Waarneming(
                id: keer.waarneming.description, versie: keer.versie,
                zin: "\(erbij) neemt waar voor \(weg), van \(keer.van.tekst) tot en met \(keer.totEnMet.tekst).",
                magStoppen: antwoord.magVerdelen)
        }
        heeftWaarnemingen = !waarnemingen.isEmpty
        nieuweWaarneming =
            antwoord.magVerdelen && !collegas.isEmpty
            ? NieuweWaarneming(
                waarnemer: Kiesvak("waarnemer", "Wie neemt waar?", form, collegas.map { Optie($0.id.description, $0.naam) }),
                van: Veld("van", "Eerste dag", form, soort: .datum),
                totEnMet: Veld("totEnMet", "Laatste dag", form, soort: .datum))
            : nil
    }
}

/// The team of a team leader: a line per begeleider.
struct TeamcaseloadPagina: PageModel {
    static let template = "teamcaseload"
    let titel = "Caseload van het team"
    let menu: String? = "/caseload"
    let melding: Melding?
    let tabel: Tabel?
    let bron: String?
    let leeg: Leeg?
    let bladeren: Bladeren?

    init(_ pagina: Page<TeamCaseload.Regel>?, mensen: [GebruikerID: String], na: String?) {
        melding = pagina == nil ? .even("De caseload is") : nil
        let regels = pagina?.rows ?? []
        bron = regels.first?.last.bron
        tabel =
            regels.isEmpty
            ? nil
            : Tabel(
                "Caseload per begeleider", stil: true,
                kolommen: [.init("Begeleider"), .init("Dossiers", getal: true), .init("Gewicht"), .init("Nu")],
                rijen: regels.map { regel in
                    [
                        .link(mensen[regel.begeleider] ?? "Een collega", href: "/caseload/\(regel.begeleider)"),
                        .tekst("\(regel.last.dossiers)"), .label(Caseloadmaat.label(regel.last)),
                        regel.waargenomenTot.map { .label(Label("Waargenomen t/m \($0.kort)", .info)) } ?? .tekst("Aan het werk"),
                    ]
                })
        leeg = pagina != nil && regels.isEmpty ? Leeg("Nog geen begeleiders", "In uw team werkt nu niemand als begeleider.") : nil
        bladeren =
            pagina?.next == nil && na == nil
            ? nil
            : Bladeren(
                "\(regels.count) begeleiders", vorige: na == nil ? nil : "/caseload",
                volgende: pagina?.next.map { Adres.van("/caseload", [("na", $0)]) })
    }
}
