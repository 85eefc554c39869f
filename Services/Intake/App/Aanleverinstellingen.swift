// SPDX-License-Identifier: EUPL-1.2
import Configuration
import Dienst
import Domein
import Foundation

/// What intake reads from its surroundings about files with aanmeldingen.
struct Aanleverinstellingen: Sendable {
    /// `WEGWIJS_AANLEVEREN_MAP`: the watched folder, with `in`, `klaar`, `geweigerd` and `resultaat`; `geen` for none. Default
    /// `aanleveren` beside the data folder.
    let map: URL?
    /// `WEGWIJS_AANLEVEREN_GEMEENTEN`: codes with commas, for which files are taken from the folder. Default every gemeente
    /// with a contract.
    let gemeenten: Set<String>?
    /// `WEGWIJS_AANLEVEREN_SECONDEN`: between two looks in the folder. Default 5.
    let tussenpoos: Duration
    /// `WEGWIJS_AANLEVEREN_GROOTSTE` (bytes, default 50,000,000) and `WEGWIJS_AANLEVEREN_BEWAREN_DAGEN` (default 7): how
    /// large a file may be, and how long it is kept after it was dealt with.
    /// `WEGWIJS_AANLEVEREN_WACHTEN_UREN` (default 24) and `WEGWIJS_AANLEVEREN_RESULTAAT_DAGEN` (default 30): how long something
    /// may lie in `in` that is not taken in, and a result in `resultaat`.
    let grenzen: Aanlevergrenzen

    /// - Throws: `SettingError` that names the setting.
    init(_ settings: ServiceSettings) throws {
        let reader = settings.reader
        let standaard = settings.dataFolder.deletingLastPathComponent().appending(component: "aanleveren")
        let tekst = reader.string(forKey: "wegwijs.aanleveren.map", default: standaard.path)
        map = tekst == "geen" ? nil : URL(fileURLWithPath: tekst)
        let codes = reader.string(forKey: "wegwijs.aanleveren.gemeenten", default: "").split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard codes.allSatisfy({ Gemeentecode($0) != nil }) else {
            throw SettingError("WEGWIJS_AANLEVEREN_GEMEENTEN", "gemeentecodes van vier cijfers met komma's ertussen")
        }
        gemeenten = codes.isEmpty ? nil : Set(codes)
        let seconden = reader.int(forKey: "wegwijs.aanleveren.seconden", default: 5)
        guard (1...3600).contains(seconden) else {
            throw SettingError("WEGWIJS_AANLEVEREN_SECONDEN", "een aantal seconden tussen 1 en 3600")
        }
        tussenpoos = .seconds(seconden)
        var grenzen = Aanlevergrenzen()
        grenzen.bestand = reader.int(forKey: "wegwijs.aanleveren.grootste", default: grenzen.bestand)
        guard (10_000...500_000_000).contains(grenzen.bestand) else {
            throw SettingError("WEGWIJS_AANLEVEREN_GROOTSTE", "een aantal bytes tussen 10000 en 500000000")
        }
        let dagen = reader.int(forKey: "wegwijs.aanleveren.bewaren.dagen", default: 7)
        guard (0...365).contains(dagen) else {
            throw SettingError("WEGWIJS_AANLEVEREN_BEWAREN_DAGEN", "een aantal dagen tussen 0 en 365")
        }
        grenzen.bewaren = TimeInterval(dagen) * 86_400
        let wachten = reader.int(forKey: "wegwijs.aanleveren.wachten.uren", default: 24)
        guard (1...720).contains(wachten) else {
            throw SettingError("WEGWIJS_AANLEVEREN_WACHTEN_UREN", "een aantal uren tussen 1 en 720")
        }
        grenzen.wachten = TimeInterval(wachten) * 3_600
        let resultaten = reader.int(forKey: "wegwijs.aanleveren.resultaat.dagen", default: 30)
        guard (1...365).contains(resultaten) else {
            throw SettingError("WEGWIJS_AANLEVEREN_RESULTAAT_DAGEN", "een aantal dagen tussen 1 en 365")
        }
        grenzen.resultaten = TimeInterval(resultaten) * 86_400
        self.grenzen = grenzen
    }
}
