// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing
import Web

@testable import PortaalApp

@Suite("Pagina's over huishouden en gegevens", .timeLimit(.minutes(1)))
struct MensenPaginasTests {
    typealias V = VoorbeeldenBegeleider
    let vandaag = V.vandaag

    @Test("wie een lid niet mag openen krijgt geen koppeling en geen knoppen bij dat lid")
    func leden() {
        let pagina = HuishoudenPagina(V.beeld(V.huisleden), FormValues(), vandaag: vandaag)
        #expect(pagina.leden.map { $0.link != nil } == [true, true, false])
        #expect(pagina.leden.map { $0.zicht != nil } == [true, true, false])
        #expect(pagina.leden.map { $0.terug != nil } == [true, false, false])
        #expect(pagina.leden[0].label != nil && pagina.leden[1].achttien?.tekst == "Wordt 18 in april 2028")
        #expect(pagina.wijzigen?.wie.keuzes.count == 2)
        let toen = Huishoudbeeld(
            huishouden: V.huishouden, op: vandaag.adding(days: -9), leden: V.huisleden, verwacht: [], verloop: [],
            magWijzigen: true)
        #expect(HuishoudenPagina(toen, FormValues(), vandaag: vandaag).wijzigen == nil)
    }

    @Test(
        "van een geboortedatum telt alleen wat is ingevuld",
        arguments: [
            (["", "", ""], "onbekend"), (["", "", "1990"], "1990"), (["", "3", "1990"], "1990-03"),
            (["7", "12", "1990"], "1990-12-07"), (["7", "", "1990"], "geen maand"), (["7", "3", ""], "geen jaar"),
        ])
    func onvolledig(_ delen: [String], _ verwacht: String) {
        let form = FormValues(["g-dag": [delen[0]], "g-maand": [delen[1]], "g-jaar": [delen[2]]])
        #expect(form.onvolledig("g") == verwacht)
    }

    @Test("het formulier toont wat er staat en stuurt hetzelfde terug")
    func heenEnTerug() {
        let form = FormulierGegevens.form(V.blad)
        let terug = FormulierGegevens.velden(form)
        for (veld, waarde) in V.blad.velden { #expect(terug[veld] == waarde, "\(veld)") }
    }

    @Test("een formulier dat opnieuw getoond wordt houdt de versie en de waarden waarmee het begon")
    func opnieuw() {
        var form = FormulierGegevens.form(V.blad)
        form.set("telefoon", "0687654321")
        form.set("versie", "3")
        form.set("was-telefoon", "0600000000")
        let pagina = GegevensPagina(V.hoofd, V.blad, form, rollen: V.rollen, door: "Karel", vandaag: vandaag)
        #expect(pagina.versie == 3 && V.blad.versie == 4)
        #expect(pagina.was.first { $0.naam == "was-telefoon" }?.waarde == "0600000000")
        #expect(pagina.feiten.allSatisfy { $0.form == nil })
    }

    @Test("wat in onderzoek is staat eerst niet aangevinkt; na een fout blijft de keuze staan")
    func wijziging() {
        let blad = V.wijziging(
            "in-controle",
            [
                .init(veld: "postcode", naam: "Postcode", nu: "1315HR", nieuw: "1316AB", inOnderzoek: true),
                .init(veld: "telefoon", naam: "Telefoon", nu: nil, nieuw: "+31612345678", inOnderzoek: false),
            ])
        #expect(WijzigingPagina(blad, FormValues()).velden.map(\.gekozen) == [false, true])
        let form = FormValues(["versie": ["3"], "overnemen": ["postcode"]])
        #expect(WijzigingPagina(blad, form).velden.map(\.gekozen) == [true, false])
    }

    @Test("zonder zekere maand staat er onbekend, tussen welke maanden")
    func achttien() {
        func wanneer(_ vroegst: String?, _ laatst: String?) -> String {
            WordtAchttienPagina.wanneer(
                .init(
                    dossier: V.kind, dossiernummer: "W-2027-0013", naam: "Yonas", huishouden: V.huishouden, vroegst: vroegst,
                    laatst: laatst))
        }
        #expect(wanneer("2027-04", "2027-04") == "april 2027")
        #expect(wanneer("2027-01", "2027-12") == "onbekend, tussen januari 2027 en december 2027")
        #expect(wanneer(nil, nil).hasPrefix("niet bekend"))
    }
}
