// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

/// A referral as it goes to a partner. What is nil is left out.
struct VerwijzingBeeld: Encodable, Sendable {
    struct Voorziening: Encodable, Sendable {
        let id: String
        let naam: String
    }
    let id: String
    let voorziening: Voorziening
    let hulpvraagcode: String
    let toestand: String
    let wachtOp: String?
    let uiterlijkOp: Datum?
    let verstuurdOp: Date?
    let gewijzigdOp: Date
    let versie: Int
    let toegestaan: [String]
    /// What the partner itself said.
    let antwoord: [String: String]
    /// Step 1; absent once access is closed.
    let deelpakket: [String: String]?
    /// Step 2; only when one referral is asked, after acceptance.
    let persoon: [String: String]?
    let persoonNietBereikbaar: Bool?
    /// A question how it goes waits for an answer since this day.
    let statusvraagOp: Datum?

    init(_ beeld: Partnerbeeld) {
        let rij = beeld.rij
        id = rij.id.description
        voorziening = Voorziening(id: rij.voorziening.description, naam: rij.voorzieningNaam)
        hulpvraagcode = rij.leefgebied.rawValue
        toestand = rij.toestand.rawValue
        wachtOp = rij.toestand.wachtOp
        uiterlijkOp = rij.uiterlijkOp
        verstuurdOp = rij.verstuurdOp
        gewijzigdOp = rij.gewijzigdOp
        versie = rij.versie
        toegestaan = beeld.toegestaan.map(\.rawValue)
        antwoord = rij.antwoord
        deelpakket = beeld.stap1
        persoon = beeld.stap2
        statusvraagOp = rij.statusvraagOp
        persoonNietBereikbaar = beeld.stap2NietBereikbaar ? true : nil
    }
}

/// One page of referrals in order of change.
struct VerwijzingenBeeld: Encodable, Sendable {
    let verwijzingen: [VerwijzingBeeld]
    /// The `na` of the next page; absent on the last.
    let volgende: String?
    /// The `na` with which the next look begins; absent while there never was anything.
    let stand: String?
}

/// One step in the history. The reason of a withdrawal stays with us.
struct StapBeeld: Encodable, Sendable {
    let op: Date
    let van: String?
    let naar: String
    let wie: String
    let reden: String?
    let versie: Int

    init(_ stap: VerwijzingVragen.Stap) {
        (op, van, naar, wie) = (stap.wanneer, stap.van?.rawValue, stap.naar.rawValue, stap.rol.wie)
        (reden, versie) = (stap.rol == .partner ? stap.reden : nil, stap.versie)
    }
}

/// What a partner's step led to.
struct StapAntwoord: Encodable, Sendable {
    let id: String
    let toestand: String
    let versie: Int
    let toegestaan: [String]
}

/// A step that was refused, with where one may go: RFC 9457 with two members more.
struct Overgangsprobleem: Encodable, Sendable {
    let type = "urn:wegwijs:probleem:overgang-niet-toegestaan"
    let title = "Deze stap kan nu niet"
    let status = 409
    let detail: String
    let instance: String
    let toestand: String?
    let toegestaan: [String]
}
