// SPDX-License-Identifier: EUPL-1.2
import Domein

/// All facts of one traject that the draft of a report is made of. No notes: what was written down in confidence does not
/// go to the gemeente by itself.
struct Dossierbeeld: Sendable {
    struct Doel: Sendable {
        var id: DoelID
        var leefgebied: Leefgebied
        var tekst: String
        var toestand: DoelToestand
        var streefdatum: Datum?
        var bereiktOp: Datum?
        /// What was agreed to do for it, and what of that was done.
        var acties: [Actie] = []
    }
    /// An action without its words: those are between the client and the begeleider.
    struct Actie: Sendable {
        var wie: Actiehouder
        var toestand: ActieToestand
    }
    struct Regelzaak: Sendable {
        var id: RegelzaakID
        var naam: String
        var toestand: RegelzaakToestand
        var uiterlijkOp: Datum?
        var voorKind: Bool
        var leefgebied: Leefgebied?
    }
    struct Contact: Sendable {
        var id: ContactmomentID
        var soort: Contactsoort
        var datum: Datum
        var verschijning: Verschijning
        var tolk: Tolkvorm
    }

    var traject: TrajectID
    var gestartOp: Datum
    var tussenrapportageOp: Datum
    var eindigtOp: Datum
    var planAkkoordOp: Datum?
    /// The client said no to the plan as it is now.
    var planGeweigerdOp: Datum?
    var meerijders: Int
    /// In the order of the plan, oldest contact first.
    var doelen: [Doel]
    var regelzaken: [Regelzaak]
    var contacten: [Contact]
    var volgendeStapOp: Datum?
    var vandaag: Datum
}

/// A paragraph of sentences, each with what it rests on.
struct Rapportparagraaf: Sendable, Equatable {
    struct Bron: Sendable, Hashable {
        var soort: String
        var id: String
        /// What this source says, on its own.
        var zin: String
    }
    struct Uitspraak: Sendable, Equatable {
        var zin: String
        var bronnen: [Bron]
    }

    var code: String
    var kop: String
    var uitspraken: [Uitspraak]
}
