// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// All contracts that are known, read once at start.
public struct Opdrachtenboek: Sendable, Equatable {
    /// In order of gemeente and first day.
    public let opdrachten: [Opdracht]

    /// Reads every `*.yaml` of a folder. Throws everything that is wrong in all of them.
    public init(map: URL) throws(Opdrachtfouten) {
        let files: [URL]
        do {
            files = try FileManager.default.contentsOfDirectory(at: map, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "yaml" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
        } catch {
            throw Opdrachtfouten([Self.fout(map.path, "deze map is niet te lezen")])
        }
        guard !files.isEmpty else { throw Opdrachtfouten([Self.fout(map.path, "in deze map staat geen .yaml-bestand")]) }
        var (read, fouten): ([Opdracht], [Opdrachtfout]) = ([], [])
        for file in files {
            do {
                read.append(try Self.lees(file))
            } catch {
                fouten += error.fouten
            }
        }
        guard fouten.isEmpty else { throw Opdrachtfouten(fouten) }
        try self.init(read)
    }

    /// Throws when two contracts of one gemeente hold on the same day.
    public init(_ opdrachten: [Opdracht]) throws(Opdrachtfouten) {
        let sorted = opdrachten.sorted { ($0.gemeente, $0.geldigVan, $0.id) < ($1.gemeente, $1.geldigVan, $1.id) }
        let fouten = zip(sorted, sorted.dropFirst()).compactMap { first, second -> Opdrachtfout? in
            guard first.gemeente == second.gemeente, first.geldt(op: second.geldigVan) else { return nil }
            return Opdrachtfout(
                bestand: "\(second.id).yaml", regel: 0, veld: "geldig",
                melding: "op \(second.geldigVan) geldt \(first.id) nog voor dezelfde gemeente")
        }
        guard fouten.isEmpty else { throw Opdrachtfouten(fouten) }
        self.opdrachten = sorted
    }

    /// The contract under which a new aanmelding of this gemeente falls on a day.
    public func opdracht(gemeente: Gemeentecode, op dag: Datum) -> Opdracht? {
        opdrachten.first { $0.gemeente == gemeente && $0.geldt(op: dag) }
    }

    /// The contract that a running traject keeps.
    public func opdracht(id: String) -> Opdracht? { opdrachten.first { $0.id == id } }

    private static func lees(_ file: URL) throws(Opdrachtfouten) -> Opdracht {
        let naam = file.lastPathComponent
        let data: Data
        do { data = try Data(contentsOf: file) } catch { throw Opdrachtfouten([fout(naam, "dit bestand is niet te lezen")]) }
        guard data.count <= 1_048_576 else { throw Opdrachtfouten([fout(naam, "dit bestand is groter dan 1 MB")]) }
        guard let text = String(data: data, encoding: .utf8) else {
            throw Opdrachtfouten([fout(naam, "dit bestand is geen UTF-8-tekst")])
        }
        return try Opdrachtlezer.lees(text, bestand: naam)
    }

    private static func fout(_ bestand: String, _ melding: String) -> Opdrachtfout {
        Opdrachtfout(bestand: bestand, regel: 0, veld: "", melding: melding)
    }
}
