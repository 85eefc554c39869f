// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What the contacts of one person come to: kept on the dossier, so that no list has to read them all.
///
/// Contacts may be written down later and in any order; each is taken in once.
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

    /// - Parameter laterContact: a contact other than a no-show, on a later day than this one, is already known.
    mutating func neem(_ contact: Contact, laterContact: Bool) {
        if contact.verschijning == .aanwezig { laatsteContact = max(laatsteContact ?? contact.datum, contact.datum) }
        if Contactregels.isNoShow(contact.soort, contact.verschijning) {
            if !laterContact {
                noShowOp = max(noShowOp ?? contact.datum, contact.datum)
                noShowReeks += 1
            }
        } else {
            // Any later act towards the person is the follow-up; only being there ends the row.
            if let op = noShowOp, contact.datum >= op { noShowOp = nil }
            if contact.verschijning == .aanwezig, noShowOp == nil { noShowReeks = 0 }
        }
        neemStap(contact)
    }

    private mutating func neemStap(_ contact: Contact) {
        if contact.heeftStap {
            guard stap.map({ contact.datum >= $0.van }) ?? true else { return }
            stap = Stap(contactmoment: contact.id, van: contact.datum, op: contact.stapOp)
        } else if let op = stap?.op, op <= contact.datum {
            // The planned day has come and something was done: that step is behind us.
            stap = nil
        }
    }
}
