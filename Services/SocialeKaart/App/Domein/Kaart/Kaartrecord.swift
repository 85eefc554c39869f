// SPDX-License-Identifier: EUPL-1.2

/// One object of a directory file and where it stands, for the errors.
struct Kaartrecord {
    let waarde: JSONWaarde
    let pad: String

    init(_ waarde: JSONWaarde, pad: String) { (self.waarde, self.pad) = (waarde, pad) }

    /// The record as it is kept; nil when it is no object.
    func document(_ tabel: String) -> JSONWaarde? { Normaalvorm.van(waarde, tabel) }

    func deel(_ veld: String) -> Kaartrecord? {
        waarde[veld].flatMap { $0 == .niets ? nil : Kaartrecord($0, pad: "\(pad).\(veld)") }
    }

    /// The parts of a list field; nil when it is no list.
    func delen(_ veld: String) -> [Kaartrecord]? {
        waarde[veld]?.alsLijst?.enumerated().map { Kaartrecord($1, pad: "\(pad).\(veld)[\($0)]") }
    }
}
