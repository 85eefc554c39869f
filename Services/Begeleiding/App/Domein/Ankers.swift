// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The days of one person from which terms run, as far as they are known.
struct Ankers: Sendable, Equatable {
    var dagen: [Anker: Datum]

    /// What intake tells; nobody writes these down here.
    static let vast: Set<Anker> = [.acceptatie, .huisvesting]

    /// Intake tells when the person was accepted and, sometimes, when the person is housed. The day of the key is taken
    /// to be the day of housing: the gemeente hands both over as one date (local practice, to be confirmed), until a worker
    /// writes down another. What a worker wrote down goes before what is taken to be; never before what intake tells.
    init(
        geaccepteerdOp: Datum, datumHuisvesting: Datum?, eersteContact: Datum? = nil, vastgelegd: [Anker: Datum] = [:]
    ) {
        dagen = vastgelegd.filter { !Self.vast.contains($0.key) }
        dagen[.acceptatie] = geaccepteerdOp
        if let eersteContact { dagen[.eersteContact] = eersteContact }
        if let datumHuisvesting {
            dagen[.huisvesting] = datumHuisvesting
            dagen[.sleutel] = dagen[.sleutel] ?? datumHuisvesting
        }
    }

    /// Why a day cannot be right, or nil.
    static func bezwaar(_ anker: Anker, _ dag: Datum, vandaag: Datum) -> Veldfout? {
        let geweest: Set<Anker> = [.aankomst, .vergunning, .aanslag]
        if vast.contains(anker) {
            return Veldfout("dag", code: "vast", "Deze dag komt van de gemeente. Wijzig hem bij de gegevens van de persoon.")
        }
        if anker == .eersteContact {
            return Veldfout("dag", code: "vast", "Deze dag volgt uit het eerste contact dat is vastgelegd.")
        }
        if geweest.contains(anker), dag > vandaag {
            return Veldfout("dag", code: "toekomst", "Deze dag ligt in de toekomst. Kies vandaag of een eerdere dag.")
        }
        if dag < vandaag.adding(months: -12 * 20) || dag > vandaag.adding(months: 12 * 10) {
            return Veldfout("dag", code: "ver-weg", "Deze dag ligt wel erg ver weg. Kijk het jaar na.")
        }
        return nil
    }
}
