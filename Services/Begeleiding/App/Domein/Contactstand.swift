// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What the contacts of one person come to: kept on the dossier, so that no list has to read them all.
///
/// Contacts may be written down later and in any order, corrected and taken away; each time it is computed anew from the
/// contacts that hold, in the order in which they were. One person has some tens of them.
struct Contactstand: Sendable, Equatable {
    /// Last day on which the person was really spoken to.
    var laatsteContact: Datum?
    /// Day of the no-show that still needs a follow-up.
    var noShowOp: Datum?
    /// No-shows in a row.
    var noShowReeks = 0
    /// The contact that left the next step that is open now, and that step's day.
    var stap: Stap?

    struct Stap: Sendable, Equatable {
        var contactmoment: ContactmomentID
        /// Day of the contact that left it.
        var van: Datum
        var op: Datum?
    }

    struct Contact: Sendable, Equatable {
        var id: ContactmomentID
        var soort: Contactsoort
        var datum: Datum
        var verschijning: Verschijning
        var heeftStap: Bool
        var stapOp: Datum?
    }

    /// - Parameter contacten: those that hold; within a day in the order in which they were.
    static func van(_ contacten: [Contact]) -> Contactstand {
        // Sorting is stable: within a day the order stays.
        contacten.sorted { $0.datum < $1.datum }.reduce(into: Contactstand()) { $0.neem($1) }
    }

    /// Takes in the next contact in order of time.
    private mutating func neem(_ contact: Contact) {
        if contact.verschijning == .aanwezig { laatsteContact = contact.datum }
        if Contactregels.isNoShow(contact.soort, contact.verschijning) {
            noShowOp = contact.datum
            noShowReeks += 1
        } else {
            // Any later act towards the person is the follow-up; only being there ends the row.
            noShowOp = nil
            if contact.verschijning == .aanwezig { noShowReeks = 0 }
        }
        if contact.heeftStap {
            stap = Stap(contactmoment: contact.id, van: contact.datum, op: contact.stapOp)
        } else if let op = stap?.op, op <= contact.datum {
            // The planned day has come and something was done: that step is behind us.
            stap = nil
        }
    }
}
