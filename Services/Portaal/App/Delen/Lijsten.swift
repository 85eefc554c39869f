// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Web

/// A table that becomes a pile of cards on a phone (`deel-tabel`). For a table with forms or several links in a cell, write
/// the HTML in the page's template with the same classes.
struct Tabel: Sendable {
    struct Kolom: Sendable {
        let naam: String
        let getal: Bool
        /// - Parameter getal: figures, set to the right.
        init(_ naam: String, getal: Bool = false) { (self.naam, self.getal) = (naam, getal) }
    }

    /// What stands in a cell before it knows its column.
    enum Inhoud: Sendable {
        case tekst(String)
        case link(String, href: String)
        case label(Label)
    }

    struct Cel: Sendable {
        let kolom: String
        let isKop: Bool
        let getal: Bool
        let tekst: String
        let href: String?
        let label: Label?
    }

    struct Rij: Sendable { let cellen: [Cel] }

    let bijschrift: String
    let stilBijschrift: Bool
    /// May be wider than the screen: then it scrolls by itself and can be reached by keyboard.
    let breed: Bool
    let kolommen: [Kolom]
    let rijen: [Rij]

    /// - Parameters:
    ///   - stil: the caption is for screen readers only, because a heading above says the same.
    ///   - rijen: the first cell of each row is its heading.
    init(_ bijschrift: String, stil: Bool = false, breed: Bool = false, kolommen: [Kolom], rijen: [[Inhoud]]) {
        (self.bijschrift, stilBijschrift, self.breed, self.kolommen) = (bijschrift, stil, breed, kolommen)
        self.rijen = rijen.map { rij in
            Rij(
                cellen: zip(kolommen, rij).enumerated().map { index, paar in
                    let (kolom, inhoud) = paar
                    let (tekst, href, label): (String, String?, Label?) =
                        switch inhoud {
                        case .tekst(let tekst): (tekst, nil, nil)
                        case .link(let tekst, let href): (tekst, href, nil)
                        case .label(let label): (label.tekst, nil, label)
                        }
                    return Cel(kolom: kolom.naam, isKop: index == 0, getal: kolom.getal, tekst: tekst, href: href, label: label)
                })
        }
    }
}

/// Names with values (`deel-gegevens`).
struct Gegevens: Sendable {
    struct Regel: Sendable {
        let naam: String
        let waarde: String
        let href: String?
        let label: Label?
        init(_ naam: String, _ waarde: String, href: String? = nil) {
            (self.naam, self.waarde, self.href, label) = (naam, waarde, href, nil)
        }
        init(_ naam: String, _ label: Label) { (self.naam, waarde, href, self.label) = (naam, label.tekst, nil, label) }
    }
    let regels: [Regel]
    init(_ regels: [Regel]) { self.regels = regels }
}

/// What happened and what will, newest or nearest first as the page gives it (`deel-tijdlijn`).
struct Tijdlijn: Sendable {
    enum Kleur: String, Sendable { case gewoon, goed, letOp = "let-op", fout, straks }

    struct Stap: Sendable {
        let iso: String
        let wanneer: String
        let titel: String
        let href: String?
        let tekst: String?
        let wie: String?
        let kleur: String

        init(
            _ datum: Datum, _ titel: String, tekst: String? = nil, wie: String? = nil, href: String? = nil,
            kleur: Kleur = .gewoon,
            wanneer: String? = nil
        ) {
            (iso, self.wanneer) = (datum.description, wanneer ?? datum.tekst)
            (self.titel, self.href, self.tekst, self.wie, self.kleur) = (titel, href, tekst, wie, kleur.rawValue)
        }
    }
    let stappen: [Stap]
    init(_ stappen: [Stap]) { self.stappen = stappen }
}

/// Columns with cards, such as the regeldag (`deel-bord`); one under the other on a phone.
struct Bord: Sendable {
    struct Kaart: Sendable {
        let titel: String
        let href: String?
        let tekst: String?
        let label: Label?
        let kleur: String
        init(_ titel: String, href: String? = nil, tekst: String? = nil, label: Label? = nil, kleur: Label.Kleur = .gewoon) {
            (self.titel, self.href, self.tekst, self.label, self.kleur) = (titel, href, tekst, label, kleur.rawValue)
        }
    }
    struct Kolom: Sendable {
        let id: String
        let titel: String
        let aantal: Int
        let heeftKaarten: Bool
        let kaarten: [Kaart]
        init(_ id: String, _ titel: String, _ kaarten: [Kaart]) {
            (self.id, self.titel, self.kaarten) = ("kolom-\(id)", titel, kaarten)
            (aantal, heeftKaarten) = (kaarten.count, !kaarten.isEmpty)
        }
    }
    let kolommen: [Kolom]
    init(_ kolommen: [Kolom]) { self.kolommen = kolommen }
}

/// Big numbers that each open the rows behind them (`deel-cijfers`).
struct Cijfers: Sendable {
    struct Cijfer: Sendable {
        let naam: String
        let waarde: String
        let onder: String?
        let href: String?
        let kleur: String
        init(_ naam: String, _ waarde: String, onder: String? = nil, href: String? = nil, kleur: Label.Kleur = .gewoon) {
            (self.naam, self.waarde, self.onder, self.href, self.kleur) = (naam, waarde, onder, href, kleur.rawValue)
        }
    }
    let cijfers: [Cijfer]
    init(_ cijfers: [Cijfer]) { self.cijfers = cijfers }
}
