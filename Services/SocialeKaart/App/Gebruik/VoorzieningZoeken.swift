// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Opslag
import Toegang

extension Kaart {
    /// Searches the directory. Who may change entries sees unchecked ones as well; all others see the public face.
    /// - Throws: `Failure.invalid` with every filter that cannot be read.
    func zoeken(_ query: VoorzieningenZoeken, als actor: Actor) async throws -> Voorzieningenpagina {
        try await zoeken(query, zichtbaarVanaf: try zichtbaarVanaf(actor, .search))
    }

    /// The same for everybody: only what was checked in the last year.
    func zoekenOpenbaar(_ query: VoorzieningenZoeken) async throws -> Voorzieningenpagina {
        try await zoeken(query, zichtbaarVanaf: gecontroleerdVanaf)
    }

    private func zoeken(_ query: VoorzieningenZoeken, zichtbaarVanaf vanaf: Datum?) async throws -> Voorzieningenpagina {
        var filter = try Zoekfilter(query.filters ?? Zoekfilters(), nu: clock.now)
        filter.gecontroleerdVanaf = vanaf
        (filter.leefgebied, filter.alleenVerwijsbaar) = (query.leefgebied, query.alleenVerwijsbaar)
        let (vraag, gesteld, vandaag) = (Zoekvraag(query.tekst), filter, clock.today)
        // Something was typed, but no word: nothing can be found, and everything would be a strange answer.
        if vraag == nil && !query.tekst.allSatisfy(\.isWhitespace) { return Voorzieningenpagina(rows: [], total: 0) }
        let page = PageRequest(after: query.page.after, limit: query.page.limit)
        return try await store.read { db in
            var pagina = try Zoekvragen(db: db, filter: gesteld, vandaag: vandaag).bladzijde(vraag, page)
            for nummer in pagina.rows.indices {
                // What the service told us here is newer than what its file said.
                guard let gemeld = try CapaciteitOpslag.lees(db, pagina.rows[nummer].voorziening) else { continue }
                pagina.rows[nummer].plek = Plekstand(gemeld, vandaag: vandaag)
            }
            return pagina
        }
    }

    /// From which day of checking an entry may be seen by this actor; nil: all of them.
    func zichtbaarVanaf(_ actor: Actor, _ action: Action) throws -> Datum? {
        guard Policy.scope(actor, action, on: .voorziening) != .none else {
            throw Failure.notAllowed(reason: "Uw rol geeft geen recht om de sociale kaart te zien.")
        }
        return Policy.scope(actor, .change, on: .voorziening) == .all ? nil : gecontroleerdVanaf
    }
}
