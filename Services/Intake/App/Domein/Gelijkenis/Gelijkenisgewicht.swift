// SPDX-License-Identifier: EUPL-1.2

/// How many points each thing counts for two people being one, each with why. Points add up; from `Gelijkenis.tonen` on a
/// person is shown the candidate. A machine never decides on points: only numbers decide.
///
/// The values were set on the first half of the list of pairs in the tests and held against the second half, which was
/// written before and not looked at (docs/beslissingen/0009).
enum Gelijkenisgewicht {
    // Names
    /// Three or more names agree and none is left over: few people share three names, but cousins do.
    static let drieNamen = 36.0
    /// Two names agree and none is left over.
    static let tweeNamen = 30.0
    /// The only name agrees: one given name says little.
    static let eenNaam = 15.0
    /// Of two names that agree both are among the commonest: thousands are called Mohammed Ali.
    static let algemeneNamen = -5.0
    /// Each part that is spelled differently leaves a little doubt, by how far the spellings are apart (times this).
    static let andereSpelling = -20.0
    /// One side has names that the other lacks: clerks leave out middle and last names. Per row, not per name.
    static let naamMist = -6.0
    /// The name that is lacking is the given name: it may be the father of whom the other is the son.
    static let voornaamMist = -12.0
    /// Both sides have a given name that the other lacks: brothers, sisters, father and son.
    static let voornaamBotst = -42.0
    /// The given names agree, and both sides have another name that the other lacks: a grandfather's name for a family name.
    static let anderenaamBotst = -14.0
    /// The same when only one name agrees: two people with the same given name.
    static let alleenVoornaam = -30.0
    /// The same, with the same full birth date that is not 1 January: of 200,000 people ten are born on one day, and of those
    /// hardly two share a given name that is not common. Then a family name that was misheard or changed is likelier.
    static let alleenVoornaamEnDatum = -15.0
    /// What a part that is left over takes off at least, unless both were born on one and the same full date.
    static let minsteOver = -5.0
    /// Nothing of the names agrees.
    static let namenVerschillen = -45.0

    /// By how many names agree; whatever else is said of the names only takes off.
    static func namen(_ aantal: Int) -> Double {
        switch aantal {
        case 0: namenVerschillen
        case 1: eenNaam
        case 2: tweeNamen
        default: drieNamen
        }
    }

    // Birth date
    /// The same full date: one in twenty thousand.
    static let zelfdeDatum = 30.0
    /// Both 1 January of the same year: the date that is filled in when nobody knows it.
    static let zelfdeEenJanuari = 13.0
    /// The same year or month, as far as both are known.
    static let pastBijElkaar = 12.0
    /// The same year, but one of them is 1 January: then the day says nothing.
    static let jaarEnEenJanuari = 9.0
    /// Day and month changed places: 3-4 and 4-3.
    static let dagMaandOmgekeerd = 24.0
    /// One digit differs, or two changed places: a typing slip.
    static let eenCijfer = 14.0
    /// Same year, another day.
    static let andereDag = -12.0
    /// One year apart, and one of both is 1 January: a year that was estimated. Two whole names decide, and three in other spellings.
    static let jaarErnaast = 4.0
    /// A few years apart with 1 January on both sides: estimates differ, brothers too. Names alone do not decide: to look at
    /// everybody within three years made an import of real names three times as slow.
    static let geschatteJarenErnaast = -14.0
    /// Clearly another date.
    static let andereDatum = -34.0

    // Numbers
    /// The same BSN or V-nummer: decisive, whatever else is said.
    static let zelfdeNummer = 100.0
    /// Each has a BSN of its own: two people, or one number is wrong.
    static let anderBSN = -50.0
    /// Each has a V-nummer of its own.
    static let anderVnummer = -45.0

    // What else
    /// The same telephone: families share one.
    static let zelfdeTelefoon = 14.0
    /// The same household of the same gemeente: so do brothers.
    static let zelfdeHuishouden = 6.0
    /// One is a man and the other a woman, as registered: sometimes a slip.
    static let anderGeslacht = -22.0
}
