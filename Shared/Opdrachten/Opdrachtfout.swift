// SPDX-License-Identifier: EUPL-1.2

/// One thing wrong in a rule file: where it stands and which rule it breaks, in Dutch.
public struct Opdrachtfout: Error, Sendable, Hashable, CustomStringConvertible {
    /// Name of the file without its folder.
    public var bestand: String
    /// Line, from 1; 0 when the file as a whole is meant.
    public var regel: Int
    /// `regeldag.stappen[3].termijn.duur`; empty when the file as a whole is meant.
    public var veld: String
    public var melding: String

    public init(bestand: String, regel: Int, veld: String, melding: String) {
        (self.bestand, self.regel, self.veld, self.melding) = (bestand, regel, veld, melding)
    }

    /// `almere-2027.yaml, regel 12, veld traject.maximum.duur: schrijf een getal en een eenheid, zoals 5 dagen`.
    public var description: String {
        let plaats = [bestand, regel > 0 ? "regel \(regel)" : "", veld.isEmpty ? "" : "veld \(veld)"]
        return "\(plaats.filter { !$0.isEmpty }.joined(separator: ", ")): \(melding)"
    }
}

/// Everything that is wrong, at once and in the order of the files.
public struct Opdrachtfouten: Error, Sendable, Equatable, CustomStringConvertible {
    public var fouten: [Opdrachtfout]

    public init(_ fouten: [Opdrachtfout]) { self.fouten = fouten }

    public var description: String { fouten.map(\.description).joined(separator: "\n") }
}
