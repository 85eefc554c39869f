// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB

/// One line of the opening hours beside a service: a day of a rule, or an exception. They follow the document and are made
/// anew with the search index.
struct Urenrij {
    /// Nil: it holds for the service wherever it is.
    var plek: String?
    /// Of the building and not of the service in it.
    var vanGebouw: Bool
    var regel: Openingsregel

    /// - Parameters:
    ///   - dienst: the HSDS schedules of the service, as JSON.
    ///   - plekken: of each place that has hours: its id, its schedules and those of its location; as JSON.
    static func vervang(_ db: Database, _ nr: Int64, dienst: String?, plekken: String?) throws {
        try db.cachedStatement(sql: "DELETE FROM openingsregel WHERE nr = ?").execute(arguments: [nr])
        func lees(_ tekst: String?) throws -> [JSONWaarde] {
            try tekst.map { try JSONWaarde(json: $0.utf8).alsLijst ?? [] } ?? []
        }
        var rijen = try lees(dienst).compactMap(Openingsregel.init).map { Urenrij(plek: nil, vanGebouw: false, regel: $0) }
        for plek in try lees(plekken).compactMap(\.alsLijst) where plek.count == 3 {
            for (nummer, vanGebouw) in [(1, false), (2, true)] {
                rijen += (plek[nummer].alsLijst ?? []).compactMap(Openingsregel.init).map {
                    Urenrij(plek: plek[0].alsTekst, vanGebouw: vanGebouw, regel: $0)
                }
            }
        }
        var volg = 0
        for rij in rijen {
            for (soort, dag, nummer) in rij.dagen {
                volg += 1
                try db.cachedStatement(
                    sql: """
                        INSERT INTO openingsregel
                          (nr, volg, plek_id, van_gebouw, soort, dag, nummer, van, tot, geldig_van, geldig_tot)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """
                ).execute(
                    arguments: [
                        nr, volg, rij.plek, rij.vanGebouw, soort, dag, nummer, rij.regel.van, rij.regel.sluit,
                        rij.regel.geldigVan?.description, rij.regel.geldigTot?.description,
                    ])
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
        try Row.fetchAll(
            try db.cachedStatement(
                sql: """
                    SELECT plek_id, van_gebouw, dag, nummer, van, tot, geldig_van, geldig_tot FROM openingsregel WHERE nr = ?
                    """), arguments: [nr]
        ).map { rij in
            let (van, tot): (String?, String?) = (rij[6], rij[7])
            let herhaling: Openingsregel.Herhaling =
                switch (rij[2] as Int?, rij[3] as Int?) {
                case (let dag?, nil): .week([dag])
                case (let dag?, let nummer?): .maand([(nummer, dag)], dagen: [])
                case (nil, let dag?): .maand([], dagen: [dag])
                case (nil, nil): .uitzondering
                }
            return Urenrij(
                plek: rij[0], vanGebouw: rij[1],
                regel: Openingsregel(
                    herhaling, van: rij[4], tot: rij[5], geldigVan: van.flatMap { Datum($0) },
                    geldigTot: tot.flatMap { Datum($0) }))
        }
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
