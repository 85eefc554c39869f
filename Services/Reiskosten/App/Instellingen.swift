// SPDX-License-Identifier: EUPL-1.2
import Configuration
import Dienst
import Foundation

/// The settings of this service alone; what all services share is in `ServiceSettings`.
struct Instellingen: Sendable {
    /// The most that one piece of an upload may hold, in bytes. Fixed: the frames of the bus are made for it.
    static let deelgrootte = 256 * 1024
    /// The most files that one advance may have, half-way uploads counted: a limit against flooding. Fixed.
    static let meesteBewijsstukken = 20
    /// `WEGWIJS_BEWIJS_GROOTSTE`: the most that one piece of evidence may hold, in bytes. Default 10,000,000.
    var grootsteBestand = 10_000_000
    /// `WEGWIJS_BEWIJS_HALF_UREN`: after how many hours an upload that was never finished is thrown away. Default 24.
    var halveUploadWeg: TimeInterval = 24 * 3600

    init() {}

    /// - Throws: `SettingError` for a value that cannot be used.
    init(_ settings: ServiceSettings) throws {
        grootsteBestand = settings.reader.int(forKey: "wegwijs.bewijs.grootste", default: grootsteBestand)
        guard (1_000...50_000_000).contains(grootsteBestand) else {
            throw SettingError("WEGWIJS_BEWIJS_GROOTSTE", "een aantal bytes tussen 1000 en 50000000")
        }
        let uren = settings.reader.int(forKey: "wegwijs.bewijs.half.uren", default: 24)
        guard (1...720).contains(uren) else { throw SettingError("WEGWIJS_BEWIJS_HALF_UREN", "een aantal uren tussen 1 en 720") }
        halveUploadWeg = TimeInterval(uren) * 3600
    }
}
