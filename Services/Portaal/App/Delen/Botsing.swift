// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Web

/// A field of a form in which two people can be overtaken by one another.
struct Botsveld: Sendable {
    let naam: String
    let label: String
    /// Long text: the two can also be kept both, one under the other.
    let lang: Bool
    /// A group of choices of which several can be made: its value is one choice a line.
    let meer: Bool
    /// What stands there now.
    let nu: String
    /// A value in words, such as a date or the name of a choice.
    let toon: @Sendable (String) -> String

    init(
        _ naam: String, _ label: String, nu: String?, lang: Bool = false, toon: @escaping @Sendable (String) -> String = { $0 }
    ) {
        (self.naam, self.label, self.nu, self.lang, self.toon, meer) = (naam, label, nu ?? "", lang, toon, false)
    }

    /// - Parameter toon: one choice in words.
    init(_ naam: String, _ label: String, nu: [String], toon: @escaping @Sendable (String) -> String) {
        (self.naam, self.label, self.nu, lang, meer) = (naam, label, nu.sorted().joined(separator: "\n"), false, true)
        self.toon = { $0.split(separator: "\n").map { toon(String($0)) }.sorted().joined(separator: ", ") }
    }
}

/// Somebody else saved the same thing first (`deel-botsing`): for each field that differs both values side by side, with who
/// and when; one chooses per field and saves again, from the newest version. Nothing that was typed is lost: both values
/// travel along in the form until the choice is made.
///
/// A form takes part by carrying its version and, for each field, what the field held when the form was opened
/// (`was-<veld>`, `Botsing.begin`). Then a field that only one of the two touched is chosen already.
struct Botsing: Sendable {
    struct Veld: Sendable {
        let id: String
        let naam: String
        let label: String
        let hulp: String?
        let fout: String?
        let beschreven: String?
        let keuzes: [Keus]
    }

    struct Keus: Sendable {
        let id: String
        let waarde: String
        let kop: String
        let tekst: String
        let leeg: Bool
        let gekozen: Bool
    }

    let actie: String
    /// What goes along unseen: the newest version, the fields that do not differ, both values of those that do.
    let vast: [VerborgenVeld]
    let heeftVelden: Bool
    let velden: [Veld]
    let terug: String

    /// - Parameters:
    ///   - form: what was sent; with errors when a choice was not made.
    ///   - versie: the newest version, from which one saves now, in the field `versie`.
    ///   - ik, ander: who made which value and when, as the heads of the two columns.
    ///   - mee: other fields of the form that go along as they are.
    init(
        _ form: FormValues, _ velden: [Botsveld], versie: Int, ik: String, ander: String, actie: String, terug: String,
        mee: [String] = []
    ) {
        (self.actie, self.terug) = (actie, terug)
        var vast = [VerborgenVeld("versie", String(versie))] + mee.map { VerborgenVeld($0, form.text($0)) }
        var getoond: [Veld] = []
        for veld in velden {
            let mijn = Self.waarde(form, veld.naam)
            let nu = Self.regels(veld.nu)
            vast += veld.meer ? Self.keuzes(mijn).map { VerborgenVeld(veld.naam, $0) } : [VerborgenVeld(veld.naam, mijn)]
            if veld.meer { vast.append(VerborgenVeld("meer-\(veld.naam)", "ja")) }
            vast.append(VerborgenVeld("was-\(veld.naam)", nu))
            guard mijn != nu else { continue }
            vast.append(VerborgenVeld("ander-\(veld.naam)", nu))
            getoond.append(Self.veld(veld, form, mijn: mijn, nu: nu, ik: ik, ander: ander))
        }
        (self.vast, self.velden, heeftVelden) = (vast, getoond, !getoond.isEmpty)
    }

    private static func veld(_ veld: Botsveld, _ form: FormValues, mijn: String, nu: String, ik: String, ander: String) -> Veld {
        let was = form.values["was-\(veld.naam)"]?.first.map(regels)
        // Chosen before on this page; else by who touched it. When both did, nothing is chosen for anybody.
        let vanzelf = was == nil ? nil : was == mijn ? "ander" : was == nu ? "mijn" : nil
        let keus = form.optional("kies-\(veld.naam)") ?? vanzelf
        let naam = "kies-\(veld.naam)"
        let hulp =
            switch vanzelf {
            case "ander": "Dit hebt u niet veranderd."
            case "mijn": "Dit hebt alleen u veranderd."
            default: "U hebt dit allebei veranderd. Kies wat moet blijven."
            }
        func keuze(_ waarde: String, _ kop: String, _ tekst: String) -> Keus {
            Keus(
                id: "veld-\(naam)-\(waarde)", waarde: waarde, kop: kop, tekst: tekst.isEmpty ? "(leeg)" : veld.toon(tekst),
                leeg: tekst.isEmpty, gekozen: keus == waarde)
        }
        var keuzes = [keuze("mijn", ik, mijn), keuze("ander", ander, nu)]
        if veld.lang, !mijn.isEmpty, !nu.isEmpty { keuzes.append(keuze("beide", "Allebei onder elkaar", samen(mijn, nu))) }
        let fout = form.error(of: naam)?.text
        let id = "veld-\(naam)"
        return Veld(
            id: id, naam: naam, label: veld.label, hulp: hulp, fout: fout,
            beschreven: ["\(id)-hulp", fout.map { _ in "\(id)-fout" }].compactMap { $0 }.joined(separator: " "), keuzes: keuzes)
    }

    /// Hidden fields for a form that may be overtaken: what each field holds when the form is opened.
    static func begin(_ velden: [String], _ form: FormValues) -> [VerborgenVeld] {
        velden.map { veld in VerborgenVeld("was-\(veld)", form.values["was-\(veld)"]?.first ?? waarde(form, veld)) }
    }

    /// The form with the choices that were made on the conflict page worked in; any other form as it is.
    /// - Returns: with an error for each choice that was not made.
    static func opgelost(_ form: FormValues, _ velden: [String]) -> FormValues {
        var klaar = form
        for veld in velden {
            guard let ander = form.values["ander-\(veld)"]?.first else { continue }
            switch form.text("kies-\(veld)") {
            case "mijn": break
            case "ander" where form.has("meer-\(veld)", "ja"): klaar.set(veld, all: keuzes(ander))
            case "ander": klaar.set(veld, ander)
            case "beide": klaar.set(veld, samen(form.exact(veld), ander))
            default: klaar.refuse("kies-\(veld)", code: "verplicht", "Kies wat moet blijven.")
            }
        }
        return klaar
    }

    /// What a field holds, as one text: of several choices one a line.
    private static func waarde(_ form: FormValues, _ veld: String) -> String {
        let alle = form.all(veld)
        return regels(alle.count > 1 ? alle.sorted().joined(separator: "\n") : alle.first ?? "")
    }

    private static func keuzes(_ waarde: String) -> [String] { waarde.split(separator: "\n").map(String.init) }

    private static func samen(_ mijn: String, _ ander: String) -> String { "\(ander)\n\(mijn)" }

    /// A browser sends lines with a return as well.
    private static func regels(_ tekst: String) -> String {
        tekst.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
