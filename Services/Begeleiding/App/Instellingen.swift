// SPDX-License-Identifier: EUPL-1.2
import Configuration
import Dienst

/// The settings of this service alone: how long before its day something comes on the today page, in days.
/// What a contract says stands in the contract's file, not here.
struct Instellingen: Sendable, Equatable {
    /// - `WEGWIJS_AANDACHT_REGELZAAK_DAGEN`: a step of the regeldag, default 14.
    /// - `WEGWIJS_AANDACHT_TUSSENRAPPORTAGE_DAGEN`: the interim report, default 30.
    /// - `WEGWIJS_AANDACHT_EINDE_DAGEN`: the end of the traject, default 42.
    /// - `WEGWIJS_AANDACHT_GEEN_CONTACT_DAGEN`: days without contact, default 21.
    /// - `WEGWIJS_AANDACHT_NO_SHOW_WERKDAGEN`: working days for the follow-up of a no-show, default 2.
    let aandacht: Aandachtregels

    init(_ settings: ServiceSettings) throws {
        func dagen(_ naam: String, _ standaard: Int) throws -> Int {
            let waarde = settings.reader.int(forKey: ConfigKey("wegwijs.aandacht.\(naam)"), default: standaard)
            guard (1...365).contains(waarde) else {
                let variabele = "WEGWIJS_AANDACHT_" + naam.replacing(".", with: "_").uppercased()
                throw SettingError(variabele, "een getal van 1 tot en met 365")
            }
            return waarde
        }
        var regels = Aandachtregels()
        regels.regelzaakVooraf = try dagen("regelzaak.dagen", regels.regelzaakVooraf)
        regels.tussenrapportageVooraf = try dagen("tussenrapportage.dagen", regels.tussenrapportageVooraf)
        regels.eindeVooraf = try dagen("einde.dagen", regels.eindeVooraf)
        regels.geenContactDagen = try dagen("geen.contact.dagen", regels.geenContactDagen)
        regels.noShowWerkdagen = try dagen("no.show.werkdagen", regels.noShowWerkdagen)
        aandacht = regels
    }
}
