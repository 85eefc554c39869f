// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Opslag
import Toegang

extension Kaart {
    static let meesteSuggesties = 5

    /// Services that may fit a goal, each with its reasons, for a worker to choose from. Only what was checked in the last year
    /// and can be referred to; what is known to be full comes last.
    func suggesties(_ query: SuggestiesVoorDoel, als actor: Actor) async throws -> Suggesties {
        guard Policy.scope(actor, .search, on: .voorziening) != .none else {
            throw Failure.notAllowed(reason: "Uw rol geeft geen recht om de sociale kaart te zien.")
        }
        var filter = try Zoekfilter(
            Zoekfilters(postcode4: query.postcode4.flatMap { Plaats(postcode: $0) == nil ? nil : $0 }), nu: clock.now)
        filter.gecontroleerdVanaf = gecontroleerdVanaf
        (filter.leefgebied, filter.alleenVerwijsbaar) = (query.leefgebied, true)
        (filter.liefstTaal, filter.liefstDoelgroep) = (query.taal, query.doelgroep)
        filter.leeftijd = try Self.leeftijden(query.leeftijdsgroep)
        let (gesteld, vraag, vandaag) = (filter, query.tekst.flatMap { Zoekvraag($0) }, clock.today)
        return try await store.read { db in
            try Zoekvragen(db: db, filter: gesteld, vandaag: vandaag).suggesties(vraag, hoogstens: Self.meesteSuggesties)
        }
    }

    /// `0-11` as bounds; nil for none.
    private static func leeftijden(_ groep: String?) throws -> ClosedRange<Int>? {
        switch groep {
        case nil, "": nil
        case "0-11": 0...11
        case "12-17": 12...17
        case "18-26": 18...26
        case "27-66": 27...66
        case "67+": 67...120
        default:
            throw Failure.invalid([
                FieldError("leeftijdsgroep", code: "onbekende-code", "Kies 0-11, 12-17, 18-26, 27-66 of 67+.")
            ])
        }
    }
}
