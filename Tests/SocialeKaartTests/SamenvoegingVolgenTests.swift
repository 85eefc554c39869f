// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Testing

@testable import SocialeKaartApp

/// Two dossiers turn out to be one person, seen from the sociale kaart: no new referral for who follows, and a stop on exchange
/// about one of them closes what partners had of both.
@Suite("Samengevoegde dossiers en verwijzingen", .timeLimit(.minutes(2)))
struct SamenvoegingVolgenTests {
    /// Events of intake, as the bus hands them over.
    private func ontvang(
        _ o: Kaartopstelling, _ intake: Store, _ emit: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        try await intake.write { try emit($0) }
        let uitkomst = try await o.store.apply(
            try await intake.outbox(after: o.store.position(of: .intake)?.number ?? 0, limit: 100), from: .intake,
            epoch: intake.epoch, head: intake.head, effects: IntakeVolgen.following().effects)
        #expect(uitkomst.setAside == 0)
    }

    private func intake(_ o: Kaartopstelling) throws -> Store {
        try Store(
            service: .intake, file: o.map.appending(path: "intake.sqlite"), migrations: [], clock: o.klok,
            ids: UUIDv7Source(clock: RealClock()))
    }

    @Test("wie volgt krijgt geen nieuwe verwijzing; na ongedaan maken weer wel")
    func weigeren() async throws {
        let o = try await Kaartopstelling()
        let intake = try intake(o)
        let (dossier, leidend, id): (DossierID, DossierID, SamenvoegingID) = (o.dossier, nieuw(), nieuw())
        try await ontvang(o, intake) {
            try $0.emit(
                PersoonSamengevoegd(
                    samenvoeging: id, volgend: dossier, leidend: leidend, samengevoegdOp: datum("2027-02-01")))
        }
        await #expect(throws: Failure.dossierIsSamengevoegd) { _ = try await o.concept() }
        #expect(try await o.aantal("verwijzing") == 0)
        try await ontvang(o, intake) {
            try $0.emit(
                SamenvoegingOngedaan(samenvoeging: id, volgend: dossier, leidend: leidend, ongedaanOp: datum("2027-02-01")))
        }
        _ = try await o.concept()
        #expect(try await o.aantal("verwijzing") == 1)
    }

    @Test("een stop op het andere dossier van deze persoon sluit de toegang van de partner, tot het ongedaan wordt gemaakt")
    func stop() async throws {
        let o = try await Kaartopstelling()
        let intake = try intake(o)
        let verwijzing = try await o.verstuurd()
        let (dossier, ander, id): (DossierID, DossierID, SamenvoegingID) = (o.dossier, nieuw(), nieuw())
        func ziet() async throws -> Bool {
            try await o.client.send(
                .get, "/v1/verwijzingen/\(verwijzing)", headers: [.authorization: "Bearer token-bibliotheek"]
            ).status == 200
        }
        #expect(try await ziet())
        try await ontvang(o, intake) { try $0.emit(UitwisselingGestopt(dossier: ander)) }
        #expect(try await ziet())
        try await ontvang(o, intake) {
            try $0.emit(
                PersoonSamengevoegd(samenvoeging: id, volgend: ander, leidend: dossier, samengevoegdOp: datum("2027-02-01")))
        }
        #expect(try await ziet() == false)
        try await ontvang(o, intake) {
            try $0.emit(
                SamenvoegingOngedaan(samenvoeging: id, volgend: ander, leidend: dossier, ongedaanOp: datum("2027-02-01")))
        }
        #expect(try await ziet())
    }
}
