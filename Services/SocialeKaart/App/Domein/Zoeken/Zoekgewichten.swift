// SPDX-License-Identifier: EUPL-1.2

/// Every number of the ranking, in one place. A hit's points are the sum over the typed words of *where it stands* times *how it
/// was found* times *how much the word says*, and then what is added for the service itself.
enum Zoekgewichten {
    // Where it stands.
    static let naam = 10.0
    /// Another form of a word in the name, or a part of a compound in it.
    static let naamvorm = 9.0
    static let alternatief = 8.0
    /// Terms of the taxonomies: leefgebied, target group, product.
    static let begrippen = 4.5
    static let omschrijving = 3.0
    static let aanbieder = 2.0
    /// By line of the index text, in its order.
    static let perRegel = SIMD8(naam, naamvorm, alternatief, begrippen, omschrijving, aanbieder, 0, 0)
    static let aantalRegels = 6

    /// Of each further place where the same word stands.
    static let vaker = 0.25

    // How it was found.
    static func soort(_ soort: Zoekvraag.Variant.Soort) -> Double {
        switch soort {
        case .woord: 1
        case .stam: 0.95
        case .begin: 0.8
        case .typefout: 0.8
        case .vertaling: 0.8
        case .deel: 0.75
        case .verwant: 0.65
        }
    }
    /// The words of a group after its first one.
    static let laterInDeGroep = 0.85

    /// Of a word that stands in every record.
    static let minsteWoordgewicht = 0.15
    /// Of an expression of several words: who types one means it.
    static let minsteUitdrukking = 0.75

    // What is added.
    /// The name is precisely what was typed.
    static let naamPrecies = 6.0
    /// For the share of the name's words that was typed.
    static let naamdeel = 3.0
    /// Speaks the language that was asked for.
    static let taal = 4.0
    /// Meant for the target group that was asked for, and not just for everybody.
    static let doelgroep = 3.0
    /// Serves the area of the postcode.
    static let gebied = 1.0
    /// On the spot; less with the distance, nothing from `verAf`.
    static let dichtbij = 6.0
    /// Metres.
    static let verAf = 25_000.0
    /// Checked with the provider within half a year, or within a year.
    static let vers = 1.5
    static let navragen = 0.75
    /// Can be referred to.
    static let verwijsbaar = 1.0
    /// A plan or a pilot: it may not exist yet.
    static let nietActief = -1.0
    /// It is known that there is room; or that there is none.
    static let plek = 3.0
    static let geenPlek = -3.0
    /// It is known to be open at the asked moment (unknown hours stay in the list, without this).
    static let open = 2.0
}
