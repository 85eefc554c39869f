// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Opslag

/// One line of the opening hours beside a service: a day of a rule, or an exception. They follow the document and are made
/// anew with the search index.
struct Urenrij {
    /// Nil: it holds for the service wherever it is.
    var plek: String?
    /// Of the building and not of the service in it.
    var vanGebouw: Bool
    var regel: Openingsregel

    /// Makes the lines of a service anew from its record.
    static func vervang(_ db: Database, _ nr: Int64, _ document: JSONWaarde) throws {
        try db.run("DELETE FROM openingsregel WHERE nr = ?", nr)
        func rijen(_ roosters: JSONWaarde?, _ plek: String?, vanGebouw: Bool = false) -> [Urenrij] {
            (roosters?.alsLijst ?? []).compactMap(Openingsregel.init).map {
                Urenrij(plek: plek, vanGebouw: vanGebouw, regel: $0)
            }
        }
        let plekken = (document["service_at_locations"]?.alsLijst ?? []).flatMap { plek -> [Urenrij] in
            guard let id = plek["id"]?.alsTekst else { return [] }
            return rijen(plek["schedules"], id) + rijen(plek["location"]?["schedules"], id, vanGebouw: true)
        }
        var volg = 0
        for rij in rijen(document["schedules"], nil) + plekken {
            for (soort, dag, nummer) in rij.dagen {
                volg += 1
                try db.run(
                    """
                    INSERT INTO openingsregel (nr, volg, plek_id, van_gebouw, soort, dag, nummer, van, tot, geldig_van, geldig_tot)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, nr, volg, rij.plek, rij.vanGebouw ? 1 : 0, soort, dag, nummer, rij.regel.van, rij.regel.sluit,
                    rij.regel.geldigVan, rij.regel.geldigTot)
            }
        }
    }

    private var dagen: [(soort: String, dag: Int?, nummer: Int?)] {
        switch regel.herhaling {
        case .week(let dagen): dagen.sorted().map { ("week", $0, nil) }
        case .maand(let rangen, let dagen):
            rangen.map { ("maand", $0.dag, $0.nummer) } + dagen.sorted().map { ("maand", nil, $0) }
        case .uitzondering: [("uitzondering", nil, nil)]
        }
    }

    static func lees(_ db: Database, _ nr: Int64) throws -> [Urenrij] {
        var uit: [Urenrij] = []
        try db.each(
            "SELECT plek_id, van_gebouw, dag, nummer, van, tot, geldig_van, geldig_tot FROM openingsregel WHERE nr = ?", nr
        ) { rij in
            func tekst(_ kolom: Int32) -> String? { rij.isNull(kolom) ? nil : rij.text(kolom) }
            func getal(_ kolom: Int32) -> Int? { rij.isNull(kolom) ? nil : Int(rij.integer(kolom)) }
            let herhaling: Openingsregel.Herhaling =
                switch (getal(2), getal(3)) {
                case (let dag?, nil): .week([dag])
                case (let dag?, let nummer?): .maand([(nummer, dag)], dagen: [])
                case (nil, let dag?): .maand([], dagen: [dag])
                case (nil, nil): .uitzondering
                }
            uit.append(
                Urenrij(
                    plek: tekst(0), vanGebouw: rij.integer(1) == 1,
                    regel: Openingsregel(
                        herhaling, van: tekst(4), tot: tekst(5), geldigVan: tekst(6).flatMap { Datum($0) },
                        geldigTot: tekst(7).flatMap { Datum($0) })))
        }
        return uit
    }
}

/// The hours of a service at each of its places.
struct Plekuren {
    private var dienst: [Openingsregel] = []
    private var plekken: [String: Openingstijden] = [:]

    /// Whether some place has hours of its own.
    var isPerPlek: Bool { !plekken.isEmpty }

    init(_ rijen: [Urenrij]) {
        dienst = rijen.filter { $0.plek == nil }.map(\.regel)
        for rij in rijen {
            guard let plek = rij.plek else { continue }
            let laag: WritableKeyPath<Openingstijden, [Openingsregel]> = rij.vanGebouw ? \.gebouw : \.plek
            plekken[plek, default: Openingstijden(dienst)][keyPath: laag].append(rij.regel)
        }
    }

    /// - Parameter plek: nil for a service without places.
    func van(_ plek: String?) -> Openingstijden { plek.flatMap { plekken[$0] } ?? Openingstijden(dienst) }
}
