// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Opslag

/// What intake takes over from begeleiding: who has whom in the caseload, for the policy of lists and search by name; and
/// how a traject stands, for the gemeente.
extension Following {
    static func begeleiding(_ melden: GemeenteMelden?) -> Following {
        var following = Following(.begeleiding)
        following.houdWaarnemingBij()
        following.on(DossierToegewezen.self, effect: "toewijzing-overgenomen") { event, _, tx in
            try ToewijzingOvernemen.voer(event, in: tx)
        }
        following.on(TrajectGestart.self, effect: "traject-gestart") { event, _, tx in
            try Trajectstanden.gestart(tx, event)
            try melden?(.trajectGestart, over: event.dossier, tx)
        }
        following.on(TrajectAfgerond.self, effect: "traject-afgerond") { event, _, tx in
            try Trajectstanden.zet(tx, event.dossier, event.traject, .afgerond, event.afgerondOp)
            try melden?(.trajectAfgerond, over: event.dossier, tx)
        }
        following.on(ContactmomentVastgelegd.self, effect: "begeleiding-begonnen") { event, _, tx in
            try Persoonregister.begint(tx.db, event.dossier, op: event.datum)
            // Somebody was expected and did not come; an attempt that met nobody is work (begeleiding counts the same way).
            guard event.verschijning == .nietVerschenen, event.soort != .outreach else { return }
            try Trajectstanden.nietVerschenen(tx, event)
            // A better version of what was told before is no news for the gemeente.
            if event.vervangt == nil { try melden?(.nietVerschenen, over: event.dossier, tx) }
        }
        following.on(ContactmomentIngetrokken.self, effect: "contact-ingetrokken") { event, _, tx in
            guard event.verschijning == .nietVerschenen, event.soort != .outreach else { return }
            try Trajectstanden.tochVerschenen(tx, event)
        }
        return following
    }

    /// From rapportage: that a report is final.
    static func rapportage(_ melden: GemeenteMelden?) -> Following {
        var following = Following(.rapportage)
        following.on(RapportVastgesteld.self, effect: "rapport-beschikbaar") { event, _, tx in
            guard event.soort == "tussenrapportage" else {
                try Trajectstanden.zet(tx, event.dossier, event.traject, .overdracht, event.vastgesteldOp)
                try melden?(.overdrachtsdocument, over: event.dossier, tx)
                return
            }
            try Trajectstanden.zet(tx, event.dossier, event.traject, .rapport, event.vastgesteldOp)
            try melden?(.tussenrapportage, over: event.dossier, tx)
        }
        return following
    }
}
