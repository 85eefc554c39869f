// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

/// Examples of the standing list, caseloads, transfers and the end of a contract.
extension VoorbeeldenBegeleider {
    private static let nummers = SeededIDSource(seed: 130)
    private static let karel = GebruikerRij(
        id: nummers.make(), gebruikersnaam: "karel", naam: "Karel Mulder", rollen: [.begeleider])
    private static let wieIsWie = [sanne: "Sanne de Wit", karel.id: karel.naam]

    static var caseloadPaginas: [any PageModel] {
        uitBeeld + uitBeeldDossier + caseload + overdracht + contracteinde
    }

    private static func reden(_ code: String, _ dagen: Int) -> Uitbeeldreden {
        .init(
            code: code, tekst: "Er is te lang geen contact geweest.", waarom: "Na 21 dagen. Bron: plaatselijke praktijk.",
            sinds: dag(dagen), uiterlijkOp: dag(dagen - 1))
    }

    private static var uitBeeld: [any PageModel] {
        let codes = [
            "geen-begeleider", "geen-contact", "klok-loopt-af", "termijn", "rapport", "document", "wacht-op-ouder",
            "overdracht", "pauze",
        ]
        let rijen = codes.map {
            Uitbeeldregel(
                dossier: $0 == "termijn" ? kind : dossier, begeleider: $0 == "geen-begeleider" ? nil : sanne, sinds: dag(-9),
                redenen: [reden($0, -9), reden("niets-gepland", -2)], meer: $0 == "termijn" ? 8 : nil)
        }
        let vol = UitbeeldOpvragen.Answer(
            pagina: Page(rows: rijen, next: "2027-01-01|x", total: 12),
            tellingen: [.init(reden: "geen-contact", naam: "Te lang geen contact", aantal: 3)])
        let veel = UitbeeldOpvragen.Answer(
            pagina: Page(rows: rijen, next: "2027-01-01|x"),
            tellingen: [.init(reden: "geen-contact", naam: "Te lang geen contact", aantal: nil)])
        let later = UitbeeldOpvragen.Answer(pagina: Page(rows: Array(rijen.prefix(1))), tellingen: [])
        let niemand = UitbeeldOpvragen.Answer(pagina: Page(rows: [], total: 0), tellingen: [])
        let gekozen = FormValues(["reden": ["geen-contact"], "begeleider": [karel.id.description]])
        return [
            UitbeeldPagina(vol, namen: namen, begeleiders: [karel], form: FormValues(), na: nil),
            UitbeeldPagina(veel, namen: namen, begeleiders: [karel], form: FormValues(), na: nil),
            UitbeeldPagina(later, namen: [:], begeleiders: [], form: gekozen, na: "x"),
            UitbeeldPagina(niemand, namen: [:], begeleiders: [karel], form: gekozen, na: nil),
            UitbeeldPagina(niemand, namen: [:], begeleiders: [], form: FormValues(), na: nil),
            UitbeeldPagina(nil, namen: [:], begeleiders: [], form: FormValues(), na: nil),
        ]
    }

    private static var uitBeeldDossier: [any PageModel] {
        func stand(nu: [Uitbeeldreden], straks: [Uitbeeldreden], vol: Bool = true) -> UitbeeldDossier.Answer {
            .init(
                nu: nu, straks: straks,
                gezien: vol ? [.init(op: dag(-30), kijkOp: dag(-10), reden: "Zo afgesproken met de cliënt", door: sanne)] : [],
                gezienRedenen: [.init(code: "afgesproken", naam: "Zo afgesproken met de cliënt")], gezienTot: dag(28),
                documentTot: vol ? dag(300) : nil, documentVersie: vol ? 1 : 0, loopt: vol, versie: 2)
        }
        let rijen = [
            ToewijzingenOpvragen.Rij(begeleider: sanne, van: dag(-60), totEnMet: nil, waarneming: false, door: karel.id),
            ToewijzingenOpvragen.Rij(begeleider: karel.id, van: dag(-50), totEnMet: dag(-40), waarneming: true, door: nil),
            ToewijzingenOpvragen.Rij(begeleider: nummers.make(), van: dag(-90), totEnMet: dag(-60), waarneming: false, door: nil),
        ]
        let fout = FormValues().refused([
            FieldError("reden", code: "x", "Kies een reden."), FieldError("kijkOp", code: "x", "Kies een dag na vandaag."),
            FieldError("geldigTot", code: "x", "Klopt het jaartal?"),
        ])
        return [
            UitbeeldDossierPagina(
                hoofd, stand(nu: [reden("geen-contact", -9)], straks: [reden("klok-loopt-af", 30)]), rijen, fout,
                gebruikers: wieIsWie, magWijzigen: true, vandaag: vandaag),
            UitbeeldDossierPagina(
                hoofd, stand(nu: [], straks: [reden("klok-loopt-af", 30)]), [], FormValues(), gebruikers: [:],
                magWijzigen: true, vandaag: vandaag),
            UitbeeldDossierPagina(
                leegHoofd, stand(nu: [], straks: [], vol: false), [], FormValues(), gebruikers: [:], magWijzigen: false,
                vandaag: vandaag),
        ]
    }

    static let last = Caseloadlast(dossiers: 2, gewicht: 3170, norm: 3000, bron: "Plaatselijke praktijk, te bevestigen")

    private static var caseload: [any PageModel] {
        func antwoord(vol: Bool) -> CaseloadOpvragen.Answer {
            let rijen = [
                Caseloadregel(
                    dossier: dossier, fase: "Vestiging", gewicht: 225, waarom: "Vestiging telt voor 150%.",
                    intensiteit: "intensief", eigenTraject: true, gestartOp: dag(-20), eindigtOp: dag(200),
                    overdracht: nummers.make(), versie: 3),
                Caseloadregel(
                    dossier: kind, fase: "Rijdt mee", gewicht: 20, waarom: "Rijdt mee telt voor 20%.", intensiteit: nil,
                    eigenTraject: false, gestartOp: nil, eindigtOp: nil, overdracht: nil, versie: 1),
            ]
            return .init(
                begeleider: sanne, last: vol ? last : .init(dossiers: 0, gewicht: 0, norm: 3000, bron: "x"),
                fasen: vol ? [.init(naam: "Vestiging", aantal: 1, gewicht: 225)] : [],
                intensiteiten: [.init(code: "licht", naam: "Licht"), .init(code: "intensief", naam: "Intensief")],
                pagina: Page(rows: vol ? rijen : [], next: vol ? "x" : nil, total: vol ? 30 : 0),
                waarnemingen: vol
                    ? [
                        .init(
                            waarneming: nummers.make(), begeleider: sanne, waarnemer: karel.id, van: dag(1), totEnMet: dag(14),
                            versie: 1)
                    ] : [], magVerdelen: vol)
        }
        let fout = FormValues(["dossiers": [dossier.description]]).refused([
            FieldError("dossiers", code: "x", "Kies ten minste één dossier."), FieldError("aan", code: "x", "Kies een collega."),
            FieldError("notitie", code: "x", "Te lang."), FieldError("driegesprekOp", code: "x", "Kies een latere dag."),
            FieldError("intensiteit", code: "x", "Kies."), FieldError("waarnemer", code: "x", "Kies."),
            FieldError("van", code: "x", "Kies een dag."), FieldError("totEnMet", code: "x", "Kies een dag."),
        ])
        let vol = antwoord(vol: true)
        var zonderRecht = vol
        zonderRecht.magVerdelen = false
        let regels = [
            TeamCaseload.Regel(begeleider: sanne, last: last, waargenomenTot: dag(14)),
            TeamCaseload.Regel(
                begeleider: karel.id, last: .init(dossiers: 1, gewicht: 150, norm: 3000, bron: "x"), waargenomenTot: nil),
        ]
        return [
            CaseloadPagina(
                vol, namen: namen, mensen: wieIsWie, collegas: [karel], form: fout, eigen: false, na: "x", vandaag: vandaag,
                melding: .nietBereikbaar),
            CaseloadPagina(
                zonderRecht, namen: [:], mensen: [:], collegas: [karel], form: FormValues(), eigen: true, na: nil,
                vandaag: vandaag),
            CaseloadPagina(
                antwoord(vol: false), namen: [:], mensen: wieIsWie, collegas: [], form: FormValues(), eigen: true, na: nil,
                vandaag: vandaag),
            TeamcaseloadPagina(Page(rows: regels, next: "x"), mensen: wieIsWie, na: "x"),
            TeamcaseloadPagina(Page(rows: []), mensen: [:], na: nil), TeamcaseloadPagina(nil, mensen: [:], na: nil),
        ]
    }

    private static var overdracht: [any PageModel] {
        func regel(_ toestand: String, uiterlijk: Int = 3) -> Overdrachtregel {
            .init(
                overdracht: nummers.make(), dossier: dossier, dossiernummer: "W-2027-0012", van: sanne, aan: karel.id,
                gevraagdOp: dag(-2), uiterlijkOp: dag(uiterlijk), driegesprekOp: uiterlijk > 0 ? dag(2) : nil,
                toestand: toestand, versie: 1)
        }
        func een(_ regel: Overdrachtregel, notitie: String?, open: Bool = false, reden: String? = nil)
            -> OverdrachtOpvragen.Answer
        {
            .init(
                regel: regel, notitie: notitie,
                taken: open
                    ? [.init(tekst: "Regelen: Huurtoeslag.", uiterlijkOp: dag(-1)), .init(tekst: "Meet.", uiterlijkOp: dag(9))]
                    : [],
                fase: "Vestiging", doelgroep: .nareiziger, spreektaal: open ? "ti" : nil, tolkNodig: open, kinderen: 1,
                weigerredenen: [.init(code: "te-vol", naam: "Mijn caseload is vol")], reden: reden,
                beslistOp: open ? nil : dag(-1), magBeantwoorden: open, magIntrekken: open)
        }
        let fout = FormValues().refused([
            FieldError("reden", code: "x", "Kies een reden."), FieldError("driegesprekOp", code: "x", "Kies een latere dag."),
        ])
        return [
            OverdrachtenPagina(
                Page(rows: [regel("open"), regel("open", uiterlijk: -3)], next: "x"), ik: sanne, namen: namen, mensen: wieIsWie,
                na: "x", vandaag: vandaag),
            OverdrachtenPagina(Page(rows: []), ik: sanne, namen: [:], mensen: [:], na: nil, vandaag: vandaag),
            OverdrachtenPagina(nil, ik: sanne, namen: [:], mensen: [:], na: nil, vandaag: vandaag),
            OverdrachtPagina(
                een(regel("open"), notitie: "Spreekt graag over voetbal.", open: true), naam: nil, mensen: wieIsWie, fout,
                vandaag: vandaag),
            OverdrachtPagina(
                een(regel("open", uiterlijk: -2), notitie: nil, open: true), naam: "Mehret Tesfay", mensen: [:], FormValues(),
                vandaag: vandaag),
            OverdrachtPagina(
                een(regel("geweigerd"), notitie: "", reden: "Mijn caseload is vol"), naam: "Mehret Tesfay", mensen: wieIsWie,
                FormValues(), vandaag: vandaag),
            OverdrachtPagina(
                een(regel("geaccepteerd"), notitie: ""), naam: "Mehret Tesfay", mensen: wieIsWie, FormValues(), vandaag: vandaag),
            OverdrachtPagina(
                een(regel("ingetrokken"), notitie: ""), naam: nil, mensen: wieIsWie, FormValues(), vandaag: vandaag),
        ]
    }

    private static var contracteinde: [any PageModel] {
        func regel(_ keuze: Contracteindekeuze?, _ delen: [String] = [], na: Bool = false) -> Contracteinderegel {
            .init(
                dossier: dossier, dossiernummer: "W-2027-0012", begeleider: sanne, gestartOp: dag(-20), eindigtOp: dag(200),
                naEinde: na, keuze: keuze, onderdelen: delen, driegesprekOp: keuze == .overdragen ? dag(20) : nil,
                versie: keuze == nil ? 0 : 1)
        }
        func antwoord(_ rijen: [Contracteinderegel], einde: Int = 100) -> ContracteindeOpvragen.Answer {
            .init(
                opdracht: "almere-2027", eindigtOp: dag(einde),
                opdrachten: [.init(code: "almere-2027", naam: "Almere, tot en met 31 december 2030")],
                pagina: Page(rows: rijen, next: rijen.isEmpty ? nil : "x"),
                tellingen: rijen.isEmpty ? [] : [.init(keuze: "geen", aantal: 3), .init(keuze: "overdragen", aantal: 1)],
                geteldTotEnMet: rijen.isEmpty ? nil : dag(100))
        }
        let vol = antwoord([
            regel(nil), regel(.overdragen, na: true),
            regel(.deels, ["plan", "regelzaken", "verwijzingen", "reiskosten", "nazorg", "x"]),
            regel(.afronden),
        ])
        let fout = FormValues(["versie": ["0"], "keuze": ["deels"]]).refused([
            FieldError("keuze", code: "x", "Kies."), FieldError("onderdelen", code: "x", "Kies wat er overgaat."),
            FieldError("driegesprekOp", code: "x", "Kies een latere dag."),
        ])
        let stukken = [
            RapportParagrafen.Paragraaf(code: "doelen", kop: "Doelen", tekst: "Bereikt: “Ik heb werk”.", bronnen: []),
            .init(code: "aandacht", kop: "Aandachtspunten", tekst: "", bronnen: [.init(soort: "doel", id: "1", zin: "Oefen.")]),
            .init(code: "eigen-woorden", kop: "In de woorden van de cliënt", tekst: "", bronnen: []),
        ]
        return [
            ContracteindePagina(vol, namen: namen, form: FormValues(), na: "x", vandaag: vandaag),
            ContracteindePagina(vol, namen: nil, form: FormValues(), na: nil, vandaag: vandaag),
            ContracteindePagina(antwoord([], einde: -3), namen: nil, form: FormValues(), na: nil, vandaag: vandaag),
            ContracteindePagina(nil, namen: [:], form: FormValues(), na: nil, vandaag: vandaag),
            ContracteindeKeuzePagina(
                hoofd, .init(regel: regel(.deels, ["plan"]), paragrafen: stukken), FormValues(), vandaag: vandaag),
            ContracteindeKeuzePagina(leegHoofd, .init(regel: regel(nil, na: true), paragrafen: []), fout, vandaag: vandaag),
        ]
    }
}
