// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Zegel

/// The key store of intake's own, with a small stock of new keys: a key must be on the disk before what it seals, and a
/// sync for every aanmelding would be as dear as keeping the aanmelding itself. What is left of the stock when the process
/// ends is never used; a row without a dossier does no harm.
actor IntakeKluis: Sleutelkluis {
    private let store: DossierKeyStore
    private let ids: any IDSource
    private let batch: Int
    private var stock: [(dossier: DossierID, key: SealKey)] = []
    private var refill: Task<Void, any Error>?

    init(_ store: DossierKeyStore, ids: any IDSource, batch: Int = 32) {
        (self.store, self.ids, self.batch) = (store, ids, batch)
    }

    func nieuw() async throws -> (dossier: DossierID, key: SealKey) {
        while stock.isEmpty { try await fill() }
        let next = stock.removeFirst()
        // Begins the next batch before the stock is gone, so that hardly anybody waits for it.
        if stock.count == batch / 4, refill == nil { startFill() }
        return next
    }

    /// Makes sure that this many keys lie ready, in one go: one sync for a whole batch of a file.
    func bereidVoor(_ aantal: Int) async throws {
        try await refill?.value
        // For some batches at once: a sync of the key store takes as long as reading half a batch.
        if stock.count < aantal { try await makeBatch(4 * aantal) }
    }

    nonisolated func vernietig(_ dossier: DossierID) async throws { try await store.destroy(dossier) }

    nonisolated func key(for dossier: DossierID) async throws -> SealKey { try await store.key(for: dossier) }

    /// Waits for the batch that is being made, or makes one. Everybody who waits shares it.
    private func fill() async throws {
        if refill == nil { startFill() }
        try await refill?.value
    }

    private func startFill() {
        refill = Task { try await self.refillStock() }
    }

    private func refillStock() async throws {
        defer { refill = nil }
        try await makeBatch(batch)
    }

    private func makeBatch(_ count: Int) async throws {
        let dossiers = (0..<count).map { _ in DossierID(ids.next()) }
        let keys: [SealKey]
        do {
            keys = try await store.make(for: dossiers)
        } catch {
            throw Failure.unavailable(what: "De sleutels van dossiers zijn even niet bereikbaar.")
        }
        stock += zip(dossiers, keys).map { (dossier: $0, key: $1) }
    }
}

extension DossierID {
    /// Not a person: under this id the key store keeps the key of intake itself, from which the blind index is derived. It
    /// must outlive the keys of all persons.
    static let intake = DossierID(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
}
