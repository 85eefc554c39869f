// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// Somebody who may be the same person, and why.
struct Dubbelkandidaat: Sendable, Equatable {
    /// The leading dossier, when this one was merged.
    var dossier: DossierID
    var gelijkenis: Gelijkenis
}

/// Finds who may be the same person. The work is bounded whatever the size of the store: a fixed number of look-ups, each
/// with a limit, and at most `vergelijken` people compared.
enum Dubbelzoeker {
    /// More than these help nobody to decide.
    static let maximaal = 10
    /// People compared one by one; those that most keys point at.
    static let vergelijken = 150

    /// - Parameter eigen: the dossier that is asked for, which is no double of itself.
    static func zoek(_ db: Database, _ vraag: Dubbelvraag, behalve eigen: DossierID?) throws -> [Dubbelkandidaat] {
        try kies(db, try gelijkenden(db, vraag, eigen), eigen)
    }

    /// Everybody who looks like this person, each dossier by itself.
    static func gelijkenden(_ db: Database, _ vraag: Dubbelvraag, _ eigen: DossierID?) throws -> [Gelijkende] {
        var vondsten = try opNummer(db, vraag, eigen)
        try opSleutels(db, vraag, eigen, &vondsten)
        return try vergelijk(db, vraag, vondsten)
    }

    static func vergelijk(_ db: Database, _ vraag: Dubbelvraag, _ vondsten: [Int64: Vondst]) throws -> [Gelijkende] {
        try lees(db, vraag, vondsten).compactMap { gelezen in
            try oordeel(db, vraag, gelezen).map { Gelijkende(nr: gelezen.nr, dossier: gelezen.dossier, gelijkenis: $0) }
        }
    }

    /// The candidates that a person is shown: one per person, the likeliest first, without who is known to be another.
    static func kies(_ db: Database, _ gevonden: [Gelijkende], _ eigen: DossierID?) throws -> [Dubbelkandidaat] {
        guard !gevonden.isEmpty else { return [] }
        var beste: [DossierID: Gelijkenis] = [:]
        let afgewezen = try eigen.map { try AnderePersoon.van(db, $0) } ?? []
        let eigenWortel = try eigen.map { try Samenvoegregister.wortel(db, $0) }
        for vondst in gevonden where vondst.dossier != eigen && !afgewezen.contains(vondst.dossier) {
            let gelijkenis = vondst.gelijkenis
            let wortel = try Samenvoegregister.wortel(db, vondst.dossier)
            guard wortel != eigenWortel, !afgewezen.contains(wortel) else { continue }
            if let eerder = beste[wortel], volgorde(eerder, gelijkenis) { continue }
            beste[wortel] = gelijkenis
        }
        var kandidaten = beste.map { Dubbelkandidaat(dossier: $0.key, gelijkenis: $0.value) }
        // The id parts equals, so that the same question gives the same answer.
        kandidaten.sort { left, right in
            if volgorde(left.gelijkenis, right.gelijkenis) { return true }
            if volgorde(right.gelijkenis, left.gelijkenis) { return false }
            return left.dossier < right.dossier
        }
        return Array(kandidaten.prefix(maximaal))
    }

    private static func volgorde(_ left: Gelijkenis, _ right: Gelijkenis) -> Bool {
        (left.heeftNummer ? 1 : 0, left.punten) > (right.heeftNummer ? 1 : 0, right.punten)
    }

    /// Somebody who looks like the person, before merges are looked at.
    struct Gelijkende: Sendable {
        var nr: Int64
        var dossier: DossierID
        var gelijkenis: Gelijkenis
    }

    /// What a person was found by.
    struct Vondst {
        let geboren: Zoekdatum
        var raakvlak = Raakvlak()
        /// By how selective keys, added up.
        var gewicht = 0

        mutating func vond(_ soort: Zoeksleutel.Soort, _ gewicht: Int) {
            self.gewicht += gewicht
            if soort == .telefoon { raakvlak.telefoon = true }
            if soort == .huishouden { raakvlak.huishouden = true }
        }
    }

    private struct Gelezen {
        var nr: Int64
        var dossier: DossierID
        var beeld: Vergelijkbeeld
        var geslacht: Int64
        var raakvlak: Raakvlak
    }
}

extension Dubbelzoeker {
    static func opNummer(_ db: Database, _ vraag: Dubbelvraag, _ eigen: DossierID?) throws -> [Int64: Vondst] {
        var vondsten: [Int64: Vondst] = [:]
        for kenmerk in vraag.kenmerken {
            try db.each(Vraagtekst.nummer, kenmerk.soort.rawValue, kenmerk.waarde, eigen?.description ?? "") { rij in
                let treffer = Treffer(rij)
                var vondst = vondsten[treffer.nr] ?? Vondst(geboren: treffer.geboren)
                switch kenmerk.soort {
                case .bsn: vondst.raakvlak.bsn = .gelijk
                case .vnummer: vondst.raakvlak.vnummer = .gelijk
                case .naamDatum: break
                }
                vondst.gewicht += kenmerk.soort == .naamDatum ? 8 : 100
                vondsten[treffer.nr] = vondst
            }
        }
        return vondsten
    }

    /// A person that a key points at.
    private struct Treffer {
        var nr: Int64
        var geboren: Zoekdatum

        init(_ rij: RawStatement) { (nr, geboren) = (rij.integer(0), Zoekdatum(cijfers: Int(rij.integer(1)))) }
    }

    /// Per key those of the same date weigh, those of the same year, those of the years beside it and of an unknown year, and others. A
    /// rare key gives all of them in one look; of one that many share those with the right date are looked for apart, and one
    /// that thousands share only finds people together with the year.
    private static func opSleutels(
        _ db: Database, _ vraag: Dubbelvraag, _ eigen: DossierID?, _ vondsten: inout [Int64: Vondst]
    ) throws {
        let (dag, jaar) = (vraag.geboren.cijfers, vraag.geboren.jaar)
        let ernaast = [jaar - 1, jaar + 1, 0]
        let (perSleutel, perDatum) = (try db.prepared(Vraagtekst.ieder), try db.prepared(Vraagtekst.geboren))
        for sleutel in vraag.zoekvolgorde {
            func neem(_ gevonden: [Treffer], _ gewicht: (Zoekdatum) -> Int) {
                for een in gevonden {
                    noteer(een.nr, een.geboren, sleutel.soort, gewicht(een.geboren), vraag, &vondsten)
                }
            }
            func geboren(_ van: Int, _ tot: Int, _ grens: Int) throws -> [Treffer] {
                var gevonden: [Treffer] = []
                try perDatum.each(sleutel.waarde, Int64(van), Int64(tot), Int64(grens)) { gevonden.append(Treffer($0)) }
                return gevonden
            }
            func opDag(_ grens: Int) throws -> [Treffer] { try geboren(dag, dag, grens) }
            func opJaar(_ jaar: Int, _ grens: Int) throws -> [Treffer] {
                try geboren(jaar * 10_000, jaar * 10_000 + 9_999, grens)
            }
            func overal(_ grens: Int) throws -> [Treffer] {
                var gevonden: [Treffer] = []
                try perSleutel.each(sleutel.waarde, Int64(grens)) { gevonden.append(Treffer($0)) }
                return gevonden
            }
            switch sleutel.soort {
            case .telefoon, .huishouden: neem(try overal(40)) { _ in 6 }
            case .geboortedatum: neem(try opDag(120)) { _ in 4 }
            case .naampaar:
                let alle = try overal(61)
                if alle.count <= 60 {
                    neem(alle) { geboren in
                        guard jaar > 0 else { return 3 }
                        let inJaar = geboren.jaar == jaar ? 6 : ernaast.contains(geboren.jaar) ? 3 : 0
                        return 3 + inJaar + (geboren.cijfers == dag ? 3 : 0)
                    }
                } else if jaar > 0 {
                    // Shared by so many that any sixty of them are the wrong ones. The year first in the order of birth would
                    // leave out those of the same day where many share the pair.
                    neem(try opDag(150)) { _ in 3 }
                    neem(try opJaar(jaar, 150)) { _ in 6 }
                    for ander in ernaast { neem(try opJaar(ander, 30)) { _ in 3 } }
                }
            case .naamdeel:
                let metJaar = jaar > 0 && !(sleutel.isAlgemeen && vraag.sleutels.contains { $0.soort == .naampaar })
                let alle = try overal(41)
                if alle.count <= 40 {
                    neem(alle) { metJaar && $0.jaar == jaar ? 4 : 2 }
                } else if metJaar {
                    let gevonden = try opJaar(jaar, 61)
                    neem(gevonden) { _ in gevonden.count <= 60 ? 2 : 1 }
                }
            }
        }
    }

    /// Adds a key by which somebody is found. Who is born on quite another day and shares nothing else is no candidate, whatever
    /// the name, and is left out.
    static func noteer(
        _ nr: Int64, _ geboren: Zoekdatum, _ soort: Zoeksleutel.Soort, _ gewicht: Int, _ vraag: Dubbelvraag,
        _ vondsten: inout [Int64: Vondst]
    ) {
        if let plaats = vondsten.index(forKey: nr) { return vondsten.values[plaats].vond(soort, gewicht) }
        var vondst = Vondst(geboren: geboren)
        vondst.vond(soort, gewicht)
        guard Gelijkenis.kanKandidaatZijn(vraag.beeld.geboren, geboren.datum, vondst.raakvlak) else { return }
        vondsten[nr] = vondst
    }

    /// The names of those that most keys point at.
    private static func lees(_ db: Database, _ vraag: Dubbelvraag, _ vondsten: [Int64: Vondst]) throws -> [Gelezen] {
        let gekozen = vondsten.sorted { ($0.value.gewicht, $1.key) > ($1.value.gewicht, $0.key) }.prefix(vergelijken)
        return try gekozen.compactMap { nr, vondst in
            try db.first(Vraagtekst.mens, nr) { rij -> Gelezen? in
                guard let dossier = DossierID(rij.text(0)) else { return nil }
                let namen = rij.withBytes(2, Naamtekst.init(tekst:)).map { Naamketting($0) }
                return Gelezen(
                    nr: nr, dossier: dossier, beeld: Vergelijkbeeld(namen: namen, geboren: vondst.geboren.datum),
                    geslacht: rij.integer(1), raakvlak: vondst.raakvlak)
            } ?? nil
        }
    }

    /// Nil for who is no candidate.
    private static func oordeel(_ db: Database, _ vraag: Dubbelvraag, _ vondst: Gelezen) throws -> Gelijkenis? {
        var raakvlak = vondst.raakvlak
        // Another sex and numbers of their own only count against: who is no candidate without them needs no look-up.
        guard Gelijkenis.kanKandidaatZijn(vraag.beeld, vondst.beeld, raakvlak),
            Gelijkenis(vraag.beeld, vondst.beeld, raakvlak).isKandidaat
        else { return nil }
        if let geslacht = vraag.geslacht, vondst.geslacht != 0 {
            let gelijk = try vraag.blindGeslacht(geslacht, vondst.dossier.description) == vondst.geslacht
            raakvlak.geslacht = gelijk ? .gelijk : .verschilt
        }
        var soorten: Set<String> = []
        try db.each(Vraagtekst.soorten, vondst.dossier) { soorten.insert($0.text(0)) }
        if raakvlak.bsn == .onbekend, vraag.heeftBSN, soorten.contains(Kenmerk.Soort.bsn.rawValue) { raakvlak.bsn = .verschilt }
        if raakvlak.vnummer == .onbekend, vraag.heeftVnummer, soorten.contains(Kenmerk.Soort.vnummer.rawValue) {
            raakvlak.vnummer = .verschilt
        }
        let gelijkenis = Gelijkenis(vraag.beeld, vondst.beeld, raakvlak)
        return gelijkenis.isKandidaat ? gelijkenis : nil
    }
}
