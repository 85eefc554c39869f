// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing
import Web

@testable import PortaalApp

@Suite("Pagina's van de regeldag", .timeLimit(.minutes(1)))
struct RegeldagPaginasTests {
    private typealias V = VoorbeeldenBegeleider
    private let vandaag = VoorbeeldenBegeleider.vandaag

    @Test("elke datum van een stap heeft een antwoord op waarom")
    func waarom() {
        #expect(
            RegeldagPagina.waaroms(V.volleZaak).map(\.naam) == [
                "Uiterlijk \(V.dag(-3).tekst)", "Niet eerder dan \(V.dag(-30).tekst)", "Kijk weer op \(V.dag(5).tekst)",
                "Bezwaar tot en met \(V.dag(40).tekst)",
            ])
        #expect(RegeldagPagina.termijn(V.volleZaak, vandaag: vandaag)?.tekst == "bezwaar tot en met \(V.dag(40).kort)")
    }

    @Test("een leeftijd die niet zeker is wordt gevraagd, niet geraden")
    func leeftijd() throws {
        func zinnen(_ geboren: String) throws -> [String] {
            var antwoorden = V.volBord
            antwoorden.geboren = [V.dossier: try OnvolledigeDatum(parsing: geboren)]
            return RegeldagPagina.leeftijd(V.volleZaak, antwoorden, vandaag: vandaag)
        }
        let jaar = V.dag(-10).year
        #expect(try zinnen("\(jaar - 40)").isEmpty)
        #expect(try zinnen("\(jaar - 20)").first?.hasPrefix("Mehret Tesfay is jonger dan 27 jaar. Dan geldt") == true)
        for geboren in ["\(jaar - 27)", "onbekend"] {
            let zin = try zinnen(geboren).first
            #expect(zin?.hasPrefix("Het is niet zeker of Mehret Tesfay op ") == true, "\(geboren)")
            #expect(zin?.hasSuffix("Bron: Participatiewet, artikel 41.") == true)
        }
    }

    @Test("op papier staat wie, de afspraken op tijd, wat nu moet per stap, wat mee moet één keer, en wie men belt")
    func afdruk() {
        var bord = V.rijkBord
        // The same step of two people is one line.
        var tweede = bord.zaken[0]
        tweede.dossier = V.kind
        bord.zaken.append(tweede)
        let papier = RegeldagAfdrukPagina(
            V.hoofd, .er(bord), .er(V.regeldagafspraken), leden: V.gezinsleden, vandaag: vandaag)
        #expect(papier.gezin == "Mehret Tesfay, Yonas Tesfay")
        #expect(papier.afspraken.map(\.wie) == ["Hele gezin", "Mehret Tesfay"])
        #expect(papier.afspraken[0].tolk == "Tolk nog regelen" && papier.afspraken[1].plaats == nil)
        #expect(papier.zaken.map(\.naam).contains("Zorgverzekering afsluiten"))
        #expect(papier.meenemen == ["BSN", "verblijfsdocument", "huurcontract"])
        #expect(papier.bellen.first == "Kantoor Almere: 085 000 00 00 (werkdagen van 9 tot 17 uur)")
        #expect(papier.bellen.contains { $0.contains("112") })
        #expect(papier.later?.contains("inrichtingskosten") == true)
    }

    @Test("twee gezinsleden met dezelfde voornaam staan met hun hele naam op papier")
    func voornamen() {
        let leden: [(dossier: DossierID, naam: String)] = [(V.dossier, "Ali Hassan"), (V.kind, "Ali Omar")]
        let papier = RegeldagAfdrukPagina(V.hoofd, .er(V.bord), .er([]), leden: leden, vandaag: vandaag)
        #expect(papier.zaken.first?.wie == "Ali Hassan")
    }

    @Test("een nieuwe afspraak begint op de dag van de andere, na de laatste")
    func begin() {
        let form = RegeldagAfspraakPagina.begin(
            V.afspraakgegevens(), hoofd: V.hoofd, voorziening: nil, afspraken: V.regeldagafspraken, vandaag: vandaag)
        #expect(form.text("op") == V.dag(3).description && form.text("van") == "10:00" && form.text("tot") == "10:30")
        #expect(form.text("tolk") == "nodig")
        let kaart = RegeldagAfspraakPagina.begin(
            V.afspraakgegevens(), hoofd: V.hoofd, voorziening: V.eenGebied, afspraken: [], vandaag: vandaag)
        #expect(kaart.text("instantie") == "Taalcafé Haven" && kaart.text("van") == "09:00")
    }

    @Test("wie alleen leest krijgt geen knoppen; wie klaar is met een stap kan hem terugdraaien")
    func knoppen() {
        let lezer = RegeldagPagina(V.hoofd, V.volBord, rollen: [.vrijwilliger], vandaag: vandaag)
        #expect(lezer.groepen.flatMap(\.zaken).allSatisfy { !$0.magWijzigen } && lezer.afspraken?.nieuw == nil)
        var laatst = V.volBord
        laatst.laatst = V.bord.zaken[0].regelzaak
        let net = RegeldagPagina(V.hoofd, laatst, rollen: V.rollen, vandaag: vandaag)
        #expect(net.ongedaan?.actie.hasSuffix("/terugdraaien") == true)
        #expect(RegeldagPagina(V.hoofd, laatst, rollen: [.vrijwilliger], vandaag: vandaag).ongedaan == nil)
    }
}
