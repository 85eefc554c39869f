// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

@testable import PortaalApp

/// Examples of the inflow.
extension Voorbeelden {
    static let instroomkeuze = InstroomPagina.Keuze(gemeente: "0034", noemGemeente: true)

    static func instroombeeld(verborgen: Bool = false, tekort: Bool = true, anders: Bool = true) -> Instroombeeld {
        let nu = Instroomaannames(begeleiders: 6, caseload: 30, instroom: 100, maanden: 9)
        var aannames = nu
        if anders { aannames.begeleiders = 1 }
        return Instroombeeld(
            gemeentenaam: "Almere", nu: nu, aannames: aannames,
            halfjaren: [
                .init(
                    halfjaar: "2026-2", taakstelling: 174, isGehalveerd: true, gehuisvest: 160, ontvangen: 171, bekend: 0,
                    pijplijn: 0, prognose: nil, laag: nil, hoog: nil, isVerborgen: false),
                .init(
                    halfjaar: "2027-1", taakstelling: nil, isGehalveerd: false, gehuisvest: 40, ontvangen: 52,
                    bekend: verborgen ? nil : 12, pijplijn: 9, prognose: verborgen ? nil : 174, laag: verborgen ? nil : 60,
                    hoog: verborgen ? nil : 264, isVerborgen: verborgen),
                .init(
                    halfjaar: "2027-2", taakstelling: 200, isGehalveerd: false, gehuisvest: 0, ontvangen: 0, bekend: 3,
                    pijplijn: 0, prognose: 200, laag: 3, hoog: 334, isVerborgen: false),
            ],
            maanden: (0..<12).map {
                .init(
                    maand: Maand(van: vandaag).verder($0).waarde, lopend: verborgen && $0 == 0 ? nil : 150 + $0, laag: 140,
                    hoog: 190)
            },
            capaciteit: .init(
                plaatsen: aannames.begeleiders * 30, perJaar: 240, piekmaand: verborgen ? nil : "2027-09",
                piek: verborgen ? nil : 251,
                nodig: verborgen ? nil : 9, tekortVanaf: tekort ? "2027-08" : nil),
            methode: .init(
                taakstellingBron: "Marktconsultatie Almere (2026), hoofdstuk 2", regelbron: "Plaatselijke praktijk",
                acceptatie: 92, eigenTraject: 64, schommeling: 67, wekenTotHuisvesting: 14, kleinsteAantal: 5))
    }

    static var instroom: [any PageModel] {
        let fout = FormValues(
            ["caseload": ["900"]], errors: [FieldError("caseload", code: "bereik", "Kies een getal van 5 tot 60.")])
        func rij(_ nummer: String?) -> InstroomRijen.Rij {
            .init(
                aanmelding: ids.make(), dossiernummer: nummer, dag: vandaag,
                toestand: nummer == nil ? .inControle : .geaccepteerd,
                doelgroep: .nareiziger)
        }
        let half = Halfjaar(vandaag)
        return [
            InstroomPagina(
                instroombeeld(), keuze: instroomkeuze, gemeenten: ["0034", "0307"], form: fout, vandaag: vandaag),
            InstroomPagina(
                instroombeeld(verborgen: true, anders: false), keuze: .init(gemeente: "0034", noemGemeente: false),
                gemeenten: ["0034"], form: FormValues(), vandaag: vandaag),
            InstroomPagina(
                instroombeeld(tekort: false), keuze: instroomkeuze, gemeenten: ["0034"], form: FormValues(), vandaag: vandaag),
            InstroomPagina(nil, keuze: instroomkeuze, gemeenten: ["0034"], form: FormValues(), vandaag: vandaag),
            InstroomRijenPagina(
                Page(rows: [rij("W-2027-0012"), rij(nil)], next: "x", total: 9), soort: .ontvangen, halfjaar: half,
                keuze: instroomkeuze, magOpenen: true),
            InstroomRijenPagina(
                Page(rows: [], total: 0), soort: .pijplijn, halfjaar: half, keuze: instroomkeuze, magOpenen: false),
            InstroomRijenPagina(nil, soort: .gehuisvest, halfjaar: half, keuze: instroomkeuze, magOpenen: false),
        ]
    }
}
