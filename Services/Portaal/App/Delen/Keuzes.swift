// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Web

/// One thing to choose.
struct Keuze: Sendable {
    let waarde: String
    let label: String
    let hulp: String?
    let id: String
    let gekozen: Bool

    fileprivate init(_ waarde: String, _ label: String, hulp: String?, id: String, gekozen: Bool) {
        (self.waarde, self.label, self.hulp, self.id, self.gekozen) = (waarde, label, hulp, id, gekozen)
    }
}

/// What a page offers to choose from: value, label and, for a group, a line of help.
struct Optie: Sendable {
    let waarde: String
    let label: String
    let hulp: String?
    init(_ waarde: String, _ label: String, hulp: String? = nil) { (self.waarde, self.label, self.hulp) = (waarde, label, hulp) }
}

/// A drop-down list (`deel-kiesvak`), for more than about six choices.
struct Kiesvak: FormField {
    let id: String
    let naam: String
    let label: String
    let hulp: String?
    let fout: String?
    let klasse: String
    let verplicht: Bool
    let beschreven: String?
    /// The text of the empty choice; nil when there is none.
    let leeg: String?
    let keuzes: [Keuze]

    /// - Parameter onderscheid: added to the id where a page has the same field in several forms.
    init(
        _ naam: String, _ label: String, _ form: FormValues, _ opties: [Optie], hulp: String? = nil, verplicht: Bool = true,
        leeg: String? = "Kies…", breedte: Veld.Breedte = .middel, onderscheid: String = ""
    ) {
        fout = form.error(of: naam)?.text
        (id, self.naam, self.label, self.hulp) = (Self.id(naam) + onderscheid, naam, label, hulp)
        (klasse, self.verplicht, self.leeg) = (breedte.rawValue, verplicht, leeg)
        beschreven = Self.beschreven(naam + onderscheid, hulp: hulp, fout: form.error(of: naam)?.text)
        keuzes = opties.map { Keuze($0.waarde, $0.label, hulp: nil, id: "", gekozen: form.has(naam, $0.waarde)) }
    }
}

/// Radio buttons or checkboxes that stay in sight (`deel-keuzes`), for up to about six choices; one tap on a phone.
struct Keuzegroep: FormField {
    let id: String
    let naam: String
    let label: String
    let hulp: String?
    let fout: String?
    let soort: String
    let klasse: String
    let verplicht: Bool
    let beschreven: String?
    /// Radio groups get the role `radiogroup`, which may say that it is invalid; a plain fieldset may not.
    let rol: String?
    let ongeldig: Bool
    let keuzes: [Keuze]

    /// - Parameters:
    ///   - meer: more than one may be chosen (checkboxes).
    ///   - naast: beside each other where there is room.
    ///   - rij: short ones, as many in a row as fit.
    ///   - onderscheid: added to the ids where a page has the same field in several forms.
    init(
        _ naam: String, _ label: String, _ form: FormValues, _ opties: [Optie], meer: Bool = false, naast: Bool = false,
        hulp: String? = nil, verplicht: Bool = true, rij: Bool = false, onderscheid: String = ""
    ) {
        fout = form.error(of: naam)?.text
        (id, self.naam, self.label, self.hulp) = (Self.id(naam) + onderscheid, naam, label, hulp)
        soort = meer ? "checkbox" : "radio"
        klasse = rij ? "keuzes-rij" : naast ? "keuzes-naast" : ""
        self.verplicht = verplicht
        beschreven = Self.beschreven(naam + onderscheid, hulp: hulp, fout: form.error(of: naam)?.text)
        rol = meer ? nil : "radiogroup"
        ongeldig = !meer && form.error(of: naam) != nil
        keuzes = opties.enumerated().map { index, optie in
            Keuze(
                optie.waarde, optie.label, hulp: optie.hulp, id: "\(Self.id(naam))\(onderscheid)-\(index + 1)",
                gekozen: form.has(naam, optie.waarde))
        }
    }
}

/// Day, month and year apart (`deel-datum`), each of which may stay empty: for a birth date of which only a part is known.
/// The fields are `<naam>-dag`, `<naam>-maand`, `<naam>-jaar`; errors hang on `<naam>`.
struct DatumVeld: FormField {
    struct Deel: Sendable {
        let id: String
        let naam: String
        let label: String
        let waarde: String
        let lengte: Int
        let klasse: String
        let fout: Bool
    }

    let id: String
    let naam: String
    let label: String
    let hulp: String?
    let fout: String?
    let verplicht: Bool
    let beschreven: String?
    let delen: [Deel]

    init(_ naam: String, _ label: String, _ form: FormValues, hulp: String? = nil, verplicht: Bool = true) {
        fout = form.error(of: naam)?.text
        (id, self.naam, self.label, self.hulp, self.verplicht) = (Self.id(naam), naam, label, hulp, verplicht)
        beschreven = Self.beschreven(naam, hulp: hulp, fout: form.error(of: naam)?.text)
        let mis = form.error(of: naam) != nil
        delen = [("dag", "Dag", 2), ("maand", "Maand", 2), ("jaar", "Jaar", 4)].map { deel, label, lengte in
            Deel(
                id: "\(Self.id(naam))-\(deel)", naam: "\(naam)-\(deel)", label: label, waarde: form.exact("\(naam)-\(deel)"),
                lengte: lengte, klasse: deel, fout: mis)
        }
    }
}
