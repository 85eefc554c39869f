// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein

/// `aanmelding_v1_<gemeentecode>_<jjjjmmdd>_<volgnr>.csv`: the version of the columns, for whom the rows are, the day and a
/// number in that day.
struct Bestandsnaam: Sendable, Equatable, CustomStringConvertible {
    let gemeente: Gemeentecode
    let datum: Datum
    let volgnummer: String

    var description: String {
        let dag = datum.description.replacing("-", with: "")
        return "aanmelding_v1_\(gemeente.waarde)_\(dag)_\(volgnummer).csv"
    }

    /// What we give back.
    var resultaat: String { String(description.dropLast(4)) + "_resultaat.csv" }

    private static let voorbeeld =
        "Noem het bestand aanmelding_v1_<gemeentecode>_<jjjjmmdd>_<volgnummer>.csv, zoals "
        + "aanmelding_v1_0034_20270111_1.csv."

    /// - Throws: `FieldError` on `bestandsnaam` with what the name must be.
    init(_ naam: String) throws(FieldError) {
        func fout(_ code: String, _ tekst: String) -> FieldError {
            FieldError("bestandsnaam", code: code, "\(tekst) \(Self.voorbeeld)")
        }
        let delen = naam.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        guard naam.utf8.count <= 60, naam.hasSuffix(".csv"), delen.count == 5, delen[0] == "aanmelding" else {
            throw fout("bestandsnaam", "Deze bestandsnaam klopt niet.")
        }
        guard delen[1] == "v1" else { throw fout("versie", "Van deze kolommen bestaat alleen versie 1 (v1).") }
        do {
            gemeente = try Gemeentecode(parsing: delen[2])
        } catch {
            throw fout(error.code, error.text)
        }
        let (dag, nummer) = (delen[3], String(delen[4].dropLast(4)))
        let iso = "\(dag.prefix(4))-\(dag.dropFirst(4).prefix(2))-\(dag.dropFirst(6))"
        guard dag.utf8.count == 8, dag.utf8.allSatisfy({ (48...57).contains($0) }), let datum = Datum(iso) else {
            throw fout("datum", "De datum in de bestandsnaam bestaat niet.")
        }
        guard (1...6).contains(nummer.utf8.count), nummer.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw fout("volgnummer", "Het volgnummer in de bestandsnaam heeft 1 tot 6 cijfers.")
        }
        (self.datum, volgnummer) = (datum, nummer)
    }
}
