// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

extension Verwijzingen {
    /// How partners deal with referrals: from the steps themselves, within the actor's rights.
    func partneroverzicht(_ query: PartneroverzichtOpvragen, als actor: Actor) async throws -> [Partneroverzicht] {
        guard query.van <= query.tot, query.van.days(until: query.tot) <= 800 else {
            throw Failure.invalid([FieldError("tot", code: "bereik", "Kies een periode van ten hoogste twee jaar.")])
        }
        let scope = Policy.scope(actor, .count, on: .verwijzing)
        let momenten = try await store.read { db in try VerwijzingVragen.momenten(db, scope, van: query.van, tot: query.tot) }
        return Dictionary(grouping: momenten, by: \.organisatie).map { organisatie, momenten in
            Self.overzicht(organisatie, Dictionary(grouping: momenten, by: \.verwijzing).values.map(\.self))
        }
        .sorted { ($0.naam, $0.organisatie) < ($1.naam, $1.organisatie) }
    }

    private static func overzicht(_ organisatie: OrganisatieID, _ verwijzingen: [[VerwijzingVragen.Moment]]) -> Partneroverzicht {
        func eerste(_ momenten: [VerwijzingVragen.Moment], _ naar: Set<VerwijzingToestand>) -> Date? {
            momenten.first { naar.contains($0.naar) }?.op
        }
        func uren(tot naar: Set<VerwijzingToestand>) -> Double? {
            mediaan(
                verwijzingen.compactMap { momenten in
                    guard let van = momenten.first?.verstuurd, let op = eerste(momenten, naar) else { return nil }
                    return op.timeIntervalSince(van) / 3600
                })
        }
        // What was corrected later does not count as an end.
        let einde = verwijzingen.compactMap(\.last)
        let redenen = einde.filter { $0.naar == .afgewezen }.compactMap(\.reden)
        return Partneroverzicht(
            organisatie: organisatie, naam: verwijzingen.first?.first?.naam ?? "", verstuurd: verwijzingen.count,
            verbonden: verwijzingen.count { eerste($0, [.gestart]) != nil }, verlopen: einde.count { $0.naar == .verlopen },
            afgewezen: einde.count { $0.naar == .afgewezen }, urenTotOntvangst: uren(tot: [.ontvangen]),
            urenTotBesluit: uren(tot: [.geaccepteerd, .wachtlijst, .afgewezen]),
            dagenTotContact: uren(tot: [.gestart]).map { $0 / 24 },
            redenen: redenen.reduce(into: [:]) { $0[$1, default: 0] += 1 })
    }

    /// The middle one, rounded to a tenth; nil of nothing.
    static func mediaan(_ getallen: [Double]) -> Double? {
        guard !getallen.isEmpty else { return nil }
        let op = getallen.sorted()
        let midden = op.count % 2 == 1 ? op[op.count / 2] : (op[op.count / 2 - 1] + op[op.count / 2]) / 2
        return (midden * 10).rounded() / 10
    }
}
