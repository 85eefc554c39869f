// SPDX-License-Identifier: EUPL-1.2

/// Words that mean the same to who searches. Groups of the field, not made for single queries.
public struct Synoniemen: Sendable, Equatable {
    private let groepen: [[String]]

    public init(_ groepen: [[String]]) { self.groepen = groepen }

    /// What else to look for beside this word: of the groups that hold it, or the beginning of it.
    public func van(_ woord: String) -> [String] {
        guard woord.count >= 3 else { return [] }
        let gevonden = groepen.filter { $0.contains { $0 == woord || $0 + "en" == woord || $0 + "s" == woord } }
        return Array(Set(gevonden.joined()).subtracting([woord])).sorted()
    }

    public static let ingebouwd = Synoniemen([
        ["statushouder", "vergunninghouder", "vluchteling", "nieuwkomer"],
        ["schuld", "geldprobleem", "geldproblemen"],
        ["uitkering", "bijstand"],
        ["azc", "asielzoekerscentrum", "asielzoekerscentra"],
        ["nareis", "nareiziger", "gezinshereniging"],
        ["ggz", "psychisch", "psychische"],
        ["huis", "woning", "wonen"],
        ["taal", "nederlands", "laaggeletterdheid"],
        ["kind", "kinderen", "jeugd"],
        ["gezin", "gezinnen"],
        ["baan", "werk"],
        ["buurthuis", "buurthuizen"],
        ["maatje", "maatjesproject", "maatjesprojecten"],
        ["mishandeling", "kindermishandeling", "geweld"],
        ["dakloos", "zwerfjongeren", "opvang"],
    ])
}
