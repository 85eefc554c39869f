// SPDX-License-Identifier: EUPL-1.2

/// The tabular form of HSDS: one table per kind of object, joined by ids. What comes out goes in again as the same records.
public enum Tabelbestand {
    /// Fields that HSDS does not know, as a JSON object.
    static let overig = "_overig"

    // MARK: out

    /// - Returns: the tables that have rows, in the order of `HSDSTabel.volgorde`, each with its heading.
    public static func tabellen(van records: [Kaartsoort: [JSONWaarde]]) -> [(naam: String, rijen: [[String]])] {
        var schrijver = Schrijver()
        for soort in Kaartsoort.allCases {
            guard let tabel = HSDSTabel.alle[soort.tabel] else { continue }
            for record in records[soort] ?? [] { schrijver.voegToe(record, tabel) }
        }
        return HSDSTabel.volgorde.compactMap { naam in
            guard let rijen = schrijver.rijen[naam], let tabel = HSDSTabel.alle[naam] else { return nil }
            let metOverig = rijen.contains { !($0.last ?? "").isEmpty }
            let kop = tabel.kolommen.map(\.naam) + (metOverig ? [overig] : [])
            return (naam, [kop] + (metOverig ? rijen : rijen.map { Array($0.dropLast()) }))
        }
    }

    private struct Schrijver {
        var rijen: [String: [[String]]] = [:]
        /// Places and units hang on several records, and stand in their table once.
        var gezien: Set<String> = []

        mutating func voegToe(_ object: JSONWaarde, _ tabel: HSDSTabel) {
            guard case .object(let velden) = object else { return }
            if tabel.naam == "location" || tabel.naam == "unit" {
                guard gezien.insert("\(tabel.naam) \(velden["id"]?.alsTekst ?? "")").inserted else { return }
            }
            var rest = velden
            var rij = tabel.kolommen.map { naam, soort -> String in
                switch (velden[naam], soort) {
                case (.tekst(let tekst)?, .tekst) where !tekst.isEmpty:
                    rest[naam] = nil
                    return tekst
                case (.geheel(let getal)?, .getal):
                    rest[naam] = nil
                    return String(getal)
                case (.getal(let getal)?, .getal):
                    rest[naam] = nil
                    return String(getal)
                default: return ""
                }
            }
            for (veld, _) in tabel.lijsten where rest[veld]?.alsLijst?.allSatisfy({ $0.alsObject != nil }) == true {
                rest[veld] = nil
            }
            for (veld, _) in tabel.delen where rest[veld]?.alsObject != nil { rest[veld] = nil }
            rij.append(rest.isEmpty ? "" : JSONWaarde.object(rest).json())
            rijen[tabel.naam, default: []].append(rij)
            for (veld, kind) in tabel.delen where velden[veld]?.alsObject != nil {
                if let deel = velden[veld], let beschrijving = HSDSTabel.alle[kind] { voegToe(deel, beschrijving) }
            }
            for (veld, kind) in tabel.lijsten {
                guard let delen = velden[veld]?.alsLijst, delen.allSatisfy({ $0.alsObject != nil }),
                    let beschrijving = HSDSTabel.alle[kind]
                else { continue }
                for deel in delen { voegToe(deel, beschrijving) }
            }
        }
    }

    // MARK: in

    /// - Parameter tabellen: by name, each with its heading.
    /// - Throws: `Kaartlezer.Fouten` that name table, line and column (`service_area[12].service_id`).
    public static func records(uit tabellen: [String: [[String]]]) throws -> [Kaartsoort: [JSONWaarde]] {
        var bouwer = Bouwer()
        for naam in tabellen.keys.sorted() {
            guard let tabel = HSDSTabel.alle[naam] else {
                bouwer.fout(
                    naam, "onbekende-tabel", "Dit is geen tabel van HSDS. Noem een bestand naar zijn tabel, zoals service.csv.")
                continue
            }
            bouwer.lees(tabellen[naam] ?? [], tabel)
        }
        if tabellen["service"] == nil && tabellen["organization"] == nil {
            bouwer.fout("service", "verplicht", "Er is geen tabel service of organization.")
        }
        let records = bouwer.bouw()
        guard bouwer.fouten.isEmpty else { throw Kaartlezer.Fouten(velden: bouwer.fouten) }
        return records
    }

    private struct Bouwer {
        var fouten: [Veldfout] = []
        private var objecten: [String: [[String: JSONWaarde]]] = [:]
        /// `service/<id>/phone` → the rows that hang on it.
        private var kinderen: [String: [[String: JSONWaarde]]] = [:]
        private var plaatsen: [String: [String: JSONWaarde]] = [:]

        mutating func fout(_ veld: String, _ code: String, _ tekst: String) {
            if fouten.count < Kaartlezer.meesteFouten { fouten.append(Veldfout(veld, code, tekst)) }
        }

        mutating func lees(_ rijen: [[String]], _ tabel: HSDSTabel) {
            guard let kop = rijen.first else { return }
            let soorten = Dictionary(tabel.kolommen.map { ($0.naam, $0.soort) }, uniquingKeysWith: { eerste, _ in eerste })
            for kolom in kop where soorten[kolom] == nil && kolom != overig {
                fout("\(tabel.naam).\(kolom)", "onbekend-veld", "Deze kolom is niet bekend.")
            }
            for (nummer, rij) in rijen.dropFirst().enumerated() {
                let pad = "\(tabel.naam)[\(nummer + 2)]"
                guard rij.count == kop.count else {
                    fout(pad, "kolommen", "Deze regel heeft \(rij.count) kolommen; de kop heeft er \(kop.count).")
                    continue
                }
                var object: [String: JSONWaarde] = [:]
                for (kolom, cel) in zip(kop, rij) where !cel.isEmpty {
                    if kolom == overig {
                        guard let rest = try? JSONWaarde(json: cel.utf8).alsObject else {
                            fout("\(pad).\(overig)", "json", "Hier hoort een JSON-object.")
                            continue
                        }
                        object.merge(rest) { eigen, _ in eigen }
                    } else if soorten[kolom] == .getal {
                        guard let getal = Double(cel), getal.isFinite else {
                            fout("\(pad).\(kolom)", "geen-getal", "Schrijf een getal, met een punt voor de decimalen.")
                            continue
                        }
                        object[kolom] = JSONLezer.getal(getal)
                    } else {
                        object[kolom] = .tekst(cel)
                    }
                }
                hang(object, tabel, pad)
            }
        }

        private mutating func hang(_ object: [String: JSONWaarde], _ tabel: HSDSTabel, _ pad: String) {
            let id = object["id"]?.alsTekst?.lowercased() ?? ""
            if id.isEmpty, tabel.heeftID { fout("\(pad).id", "verplicht", "Dit veld ontbreekt of is leeg.") }
            objecten[tabel.naam, default: []].append(object)
            if tabel.naam == "location" || tabel.naam == "unit" { plaatsen["\(tabel.naam)/\(id)"] = object }
            if Kaartsoort.allCases.contains(where: { $0.tabel == tabel.naam }) || tabel.naam == "unit" { return }
            for ouder in HSDSTabel.volgorde.reversed() {
                guard HSDSTabel.alle[ouder]?.lijsten.contains(where: { $0.tabel == tabel.naam }) == true else { continue }
                let sleutel = HSDSTabel.sleutel(van: tabel.naam, bij: ouder)
                guard let doel = object[sleutel]?.alsTekst else { continue }
                if sleutel == "link_id", object["link_entity"]?.alsTekst != ouder { continue }
                if sleutel == "resource_id", object["resource_type"]?.alsTekst != ouder { continue }
                kinderen["\(ouder)/\(doel.lowercased())/\(tabel.naam)", default: []].append(object)
                return
            }
            if tabel.naam != "location" { fout(pad, "hangt-nergens-aan", "Deze regel verwijst naar geen ander record.") }
        }

        mutating func bouw() -> [Kaartsoort: [JSONWaarde]] {
            var uit: [Kaartsoort: [JSONWaarde]] = [:]
            for soort in Kaartsoort.allCases {
                guard let tabel = HSDSTabel.alle[soort.tabel] else { continue }
                uit[soort] = (objecten[soort.tabel] ?? []).map { .object(heel($0, tabel, diepte: 0)) }
            }
            return uit
        }

        private func heel(_ object: [String: JSONWaarde], _ tabel: HSDSTabel, diepte: Int) -> [String: JSONWaarde] {
            // Tables of others may point in a circle.
            guard diepte < 8 else { return object }
            var object = object
            let id = object["id"]?.alsTekst?.lowercased() ?? ""
            for (veld, kind) in tabel.delen {
                guard let doel = object["\(veld)_id"]?.alsTekst?.lowercased(), let deel = plaatsen["\(kind)/\(doel)"],
                    let beschrijving = HSDSTabel.alle[kind]
                else { continue }
                object[veld] = .object(heel(deel, beschrijving, diepte: diepte + 1))
            }
            for (veld, kind) in tabel.lijsten {
                guard let delen = kinderen["\(tabel.naam)/\(id)/\(kind)"], let beschrijving = HSDSTabel.alle[kind] else {
                    continue
                }
                object[veld] = .lijst(delen.map { .object(heel($0, beschrijving, diepte: diepte + 1)) })
            }
            return object
        }
    }
}
