// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Web

/// A number on a slide (`deel-schuif`), with what it is set to beside it. Works without script: the server says the number.
struct Schuif: FormField {
    let id: String
    let naam: String
    let label: String
    let waarde: Int
    /// `8 begeleiders`
    let tekst: String
    /// `Nu: 6`, so that one can see what was moved.
    let nu: String
    let minimum: Int
    let maximum: Int
    let stap: Int
    let fout: String?
    let beschreven: String

    /// - Parameter eenheid: the number in words: singular and plural.
    init(
        _ naam: String, _ label: String, waarde: Int, nu: Int, _ grenzen: ClosedRange<Int>, stap: Int = 1,
        eenheid: (een: String, meer: String), _ form: FormValues = FormValues()
    ) {
        let zeg = { (getal: Int) in "\(getal) \(getal == 1 ? eenheid.een : eenheid.meer)" }
        (id, self.naam, self.label, self.waarde) = (Self.id(naam), naam, label, waarde)
        (tekst, self.nu) = (zeg(waarde), waarde == nu ? "Zoals nu" : "Nu: \(zeg(nu))")
        (minimum, maximum, self.stap) = (grenzen.lowerBound, grenzen.upperBound, stap)
        fout = form.error(of: naam)?.text
        beschreven = Self.beschreven(naam, hulp: self.nu, fout: form.error(of: naam)?.text) ?? ""
    }
}
