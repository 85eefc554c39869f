// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import SocialeKaartApp

/// The table as it was agreed on; it lies beside the repository and not in it.
private let afspraak = wortel.deletingLastPathComponent().appending(path: "shared/data/verwijzing-toestanden.json")

@Suite("De toestanden van een verwijzing", .timeLimit(.minutes(1)))
struct OvergangstabelTests {
    @Test(
        "de tabel is de afgesproken tabel, regel voor regel",
        .enabled(
            if: FileManager.default.fileExists(atPath: afspraak.path), "../shared/data/verwijzing-toestanden.json is er niet"))
    func tabel() throws {
        let bestand = try JSONDecoder().decode(JSONWaarde.self, from: Data(contentsOf: afspraak))
        func teksten(_ waarde: JSONWaarde?) -> [String] { waarde?.alsLijst?.compactMap(\.alsTekst) ?? [] }
        let afgesproken = (bestand["overgangen"]?.alsLijst ?? []).map { regel in
            [
                regel["van"]?.alsTekst ?? "-", regel["naar"]?.alsTekst ?? "-", teksten(regel["wie"]).joined(separator: ","),
                teksten(regel["voorwaarden"]).joined(separator: ","),
                // What stands in brackets says when a date is right, and is tested apart.
                teksten(regel["verplichteVelden"]).map { String($0.prefix { $0 != " " }) }.joined(separator: ","),
            ].joined(separator: " | ")
        }
        let onze = Overgangstabel.alles.map { regel in
            [
                regel.van?.rawValue ?? "-", regel.naar.code, regel.wie.map(\.rawValue).joined(separator: ","),
                regel.voorwaarden.map(\.rawValue).joined(separator: ","), regel.verplicht.map(\.rawValue).joined(separator: ","),
            ].joined(separator: " | ")
        }
        #expect(onze.count == 28)
        #expect(onze.sorted() == afgesproken.sorted())
        #expect(teksten(bestand["rollen"]).sorted() == Verwijzingsrol.allCases.map(\.rawValue).sorted())
        let lijsten = bestand["codelijsten"]
        #expect(teksten(lijsten?["redenAfwijzing"]) == RedenAfwijzing.allCases.map(\.rawValue))
        #expect(teksten(lijsten?["redenIntrekking"]) == RedenIntrekking.allCases.map(\.rawValue))
        #expect(teksten(lijsten?["uitkomst"]) == Uitkomst.allCases.map(\.rawValue))
        #expect(teksten(lijsten?["grondslag"]) == Grondslag.allCases.map(\.rawValue))
        #expect(teksten(lijsten?["instemming"]) == Instemming.allCases.map(\.rawValue))
        #expect(teksten(lijsten?["urgentie"]) == Urgentie.allCases.map(\.rawValue))
    }

    /// What may be done, written out by hand from the agreement: state, part, and where to.
    private static let mag: Set<String> = {
        var mag: Set<String> = [
            "concept casemanager verstuurd", "concept casemanager ingetrokken", "concept systeem ingetrokken",
            "wachtlijst partner wachtlijst", "wachtlijst partner geaccepteerd", "wachtlijst partner afgewezen",
            "geaccepteerd partner gestart", "geaccepteerd casemanager gestart", "geaccepteerd partner afgewezen",
            "gestart partner afgerond", "gestart casemanager afgerond", "verstuurd partner ontvangen",
            "afgerond teamleider gestart", "afgewezen teamleider gestart", "verlopen teamleider gestart",
        ]
        for van in ["verstuurd", "ontvangen"] {
            for naar in ["geaccepteerd", "wachtlijst", "afgewezen"] { mag.insert("\(van) partner \(naar)") }
        }
        for van in ["verstuurd", "ontvangen", "wachtlijst", "geaccepteerd", "gestart"] {
            for rol in ["casemanager", "client"] { mag.insert("\(van) \(rol) ingetrokken") }
            if van != "gestart" { mag.insert("\(van) systeem verlopen") }
        }
        return mag
    }()

    @Test(
        "elk paar van toestanden en elke rol: wat niet in de tabel staat, wordt geweigerd", arguments: VerwijzingToestand.allCases
    )
    func allePaden(van: VerwijzingToestand) {
        for naar in VerwijzingToestand.allCases {
            for rol in Verwijzingsrol.allCases {
                // The state before the end was `gestart` in this test.
                let overgang = Overgangstabel.overgang(van: van, naar: naar, rol: rol, vorige: van.isEinde ? .gestart : nil)
                let verwacht = Self.mag.contains("\(van.rawValue) \(rol) \(naar.rawValue)")
                #expect((overgang != nil) == verwacht, "\(van) naar \(naar) als \(rol)")
                var feiten = Verwijzingsfeiten(toestand: van)
                feiten.vorige = van.isEinde ? .gestart : nil
                var geweigerd = false
                do {
                    _ = try Overgangsregel.beoordeel(feiten, naar: naar, rollen: [rol], velden: [:], vandaag: datum("2027-02-01"))
                } catch .nietToegestaan { geweigerd = true } catch {}
                #expect(geweigerd != verwacht, "\(van) naar \(naar) als \(rol)")
            }
        }
    }

    @Test("wie geen rol heeft, mag niets")
    func geenRol() {
        for van in VerwijzingToestand.allCases { #expect(Overgangstabel.toegestaan(van: van, rollen: []).isEmpty) }
    }

    @Test(
        "elke stap zegt in één keer welke velden ontbreken",
        arguments: [
            (VerwijzingToestand.verstuurd, VerwijzingToestand.geaccepteerd, ["contactpersoonPartner", "verwachteStartdatum"]),
            (.ontvangen, .wachtlijst, ["herzieningsdatum"]), (.wachtlijst, .afgewezen, ["redenAfwijzing"]),
            (.geaccepteerd, .gestart, ["datumEersteContact"]), (.gestart, .afgerond, ["uitkomst", "einddatum"]),
        ])
    func ontbrekend(van: VerwijzingToestand, naar: VerwijzingToestand, velden: [String]) {
        #expect(weigering(van, naar, .partner, [:]) == .velden(velden.map { Veldfout($0, "verplicht", "Vul dit veld in.") }))
    }

    @Test(
        "een verkeerde waarde wordt bij het veld genoemd",
        arguments: [
            (
                VerwijzingToestand.ontvangen, VerwijzingToestand.wachtlijst, ["herzieningsdatum": "2027-02-01"],
                "datum-buiten-bereik"
            ),
            // Twenty working days after 1 February 2027 is 1 March.
            (.ontvangen, .wachtlijst, ["herzieningsdatum": "2027-03-02"], "datum-buiten-bereik"),
            (.ontvangen, .wachtlijst, ["herzieningsdatum": "1 maart"], "geen-datum"),
            (.ontvangen, .afgewezen, ["redenAfwijzing": "al-client-hier"], "onbekende-code"),
            (.geaccepteerd, .afgewezen, ["redenAfwijzing": "overig"], "onbekende-code"),
            (.geaccepteerd, .gestart, ["datumEersteContact": "2027-02-02"], "datum-buiten-bereik"),
            (.gestart, .afgerond, ["uitkomst": "doel-bereikt", "einddatum": "2027-02-02"], "datum-buiten-bereik"),
            (.ontvangen, .afgewezen, ["redenAfwijzing": "overig", "bsn": "999900006"], "onbekend-veld"),
            (.ontvangen, .geaccepteerd, ["contactpersoonPartner": "A\nB", "verwachteStartdatum": "2027-02-08"], "tekst"),
        ])
    func verkeerd(van: VerwijzingToestand, naar: VerwijzingToestand, velden: [String: String], code: String) {
        guard case .velden(let fouten) = weigering(van, naar, .partner, velden) else {
            Issue.record("niet geweigerd")
            return
        }
        #expect(fouten.map(\.code) == [code])
        #expect(!fouten.contains { $0.tekst.contains("999900006") })
    }

    @Test("de laatste dag van de wachtlijst mag nog, de eerste herziening ligt hoogstens 20 werkdagen vooruit")
    func herziening() {
        #expect(weigering(.ontvangen, .wachtlijst, .partner, ["herzieningsdatum": "2027-03-01"]) == nil)
        #expect(weigering(.wachtlijst, .wachtlijst, .partner, ["herzieningsdatum": "2027-04-15"]) == nil)
    }

    @Test("de begeleider legt een start alleen vast op melding van de persoon")
    func opMelding() {
        let velden = ["datumEersteContact": "2027-01-30"]
        guard case .velden(let fouten) = weigering(.geaccepteerd, .gestart, .casemanager, velden) else {
            Issue.record("niet geweigerd")
            return
        }
        #expect(fouten.map(\.veld) == ["bron"])
        #expect(weigering(.geaccepteerd, .gestart, .casemanager, velden.merging(["bron": "clientmelding"]) { $1 }) == nil)
        // A partner needs no such ground, and may not claim it.
        #expect(weigering(.geaccepteerd, .gestart, .partner, velden) == nil)
        #expect(weigering(.geaccepteerd, .gestart, .partner, velden.merging(["bron": "clientmelding"]) { $1 }) != nil)
    }

    @Test("de begeleider rondt pas af als een statusvraag tien werkdagen onbeantwoord is")
    func statusvraag() {
        let velden = ["uitkomst": "onbekend", "einddatum": "2027-02-01", "bron": "clientmelding"]
        #expect(weigering(.gestart, .afgerond, .casemanager, velden) == .voorwaarde(.casemanagerNaStatusvraag))
        #expect(
            weigering(.gestart, .afgerond, .casemanager, velden) { $0.statusvraagOp = datum("2027-01-19") }
                == .voorwaarde(.casemanagerNaStatusvraag))
        #expect(weigering(.gestart, .afgerond, .casemanager, velden) { $0.statusvraagOp = datum("2027-01-18") } == nil)
    }

    @Test("na de start kan intrekken alleen op verzoek van de persoon of bij een vergissing")
    func intrekkenNaStart() {
        #expect(
            weigering(.gestart, .ingetrokken, .casemanager, ["redenIntrekking": "verhuisd"])
                == .voorwaarde(.gestartAlleenOpVerzoek))
        #expect(weigering(.gestart, .ingetrokken, .casemanager, ["redenIntrekking": "vergissing"]) == nil)
        #expect(weigering(.gestart, .ingetrokken, .client, ["redenIntrekking": "verhuisd", "namens": "client"]) == nil)
        #expect(weigering(.geaccepteerd, .ingetrokken, .casemanager, ["redenIntrekking": "verhuisd"]) == nil)
    }

    @Test("corrigeren kan tot en met de tiende werkdag na het einde")
    func corrigeren() {
        func poging(_ einde: String) -> Overgangsweigering? {
            weigering(.afgerond, .gestart, .teamleider, ["toelichting": "verkeerde knop"]) {
                ($0.vorige, $0.eindeOp) = (.gestart, datum(einde))
            }
        }
        #expect(poging("2027-01-18") == nil)
        #expect(poging("2027-01-15") == .voorwaarde(.binnenTienWerkdagen))
    }

    /// Why the step is refused; nil when it is not.
    private func weigering(
        _ van: VerwijzingToestand, _ naar: VerwijzingToestand, _ rol: Verwijzingsrol, _ velden: [String: String],
        _ pasAan: (inout Verwijzingsfeiten) -> Void = { _ in }
    ) -> Overgangsweigering? {
        var feiten = Verwijzingsfeiten(toestand: van)
        feiten.verstuurdOp = datum("2027-01-11")
        pasAan(&feiten)
        do {
            _ = try Overgangsregel.beoordeel(feiten, naar: naar, rollen: [rol], velden: velden, vandaag: datum("2027-02-01"))
            return nil
        } catch { return error }
    }
}
