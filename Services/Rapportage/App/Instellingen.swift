// SPDX-License-Identifier: EUPL-1.2
import Configuration
import Dienst

/// The settings of this service alone; what all services share is in `ServiceSettings`.
struct Instellingen: Sendable {
    /// `WEGWIJS_PDF_PYTHON`: the Python that has WeasyPrint (Debian package `weasyprint`). Default `/usr/bin/python3`.
    var python = "/usr/bin/python3"
    /// `WEGWIJS_PDF_SECONDEN`: after how many seconds a PDF that is not ready is given up. Default 30.
    var seconden = 30
    /// `WEGWIJS_PDF_TEGELIJK`: how many PDFs are made at once; each takes some 60 MB. Default 2.
    var tegelijk = 2
    /// `WEGWIJS_PDF_GEHEUGEN`: how many bytes of made PDFs are kept in memory for the next piece. Default 4,000,000.
    var geheugen = 4_000_000

    init() {}

    /// - Throws: `SettingError` for a value that cannot be used.
    init(_ settings: ServiceSettings) throws {
        python = settings.reader.string(forKey: "wegwijs.pdf.python", default: python)
        guard python.hasPrefix("/") else { throw SettingError("WEGWIJS_PDF_PYTHON", "een volledig pad, zoals /usr/bin/python3") }
        func number(_ key: String, _ name: String, _ range: ClosedRange<Int>, _ fallback: Int) throws -> Int {
            let value = settings.reader.int(forKey: ConfigKey(key), default: fallback)
            guard range.contains(value) else {
                throw SettingError(name, "een getal tussen \(range.lowerBound) en \(range.upperBound)")
            }
            return value
        }
        seconden = try number("wegwijs.pdf.seconden", "WEGWIJS_PDF_SECONDEN", 1...300, seconden)
        tegelijk = try number("wegwijs.pdf.tegelijk", "WEGWIJS_PDF_TEGELIJK", 1...8, tegelijk)
        geheugen = try number("wegwijs.pdf.geheugen", "WEGWIJS_PDF_GEHEUGEN", 0...100_000_000, geheugen)
    }
}
