// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Synchronization

/// The files with aanmeldingen that do not get on by themselves, as the last look left them: for the beheerder. In memory, for every
/// look finds out again.
final class Vastebestanden: Sendable {
    private let lijst = Mutex<[Vastbestand]>([])

    var alle: [Vastbestand] { lijst.withLock { $0 } }

    /// - Returns: whether it differs from the look before.
    func zet(_ nieuw: [Vastbestand]) -> Bool {
        lijst.withLock { oud in
            defer { oud = nieuw }
            return oud != nieuw
        }
    }
}

/// What the file system would not do with a file.
enum Mapfout: String, Error {
    case onleesbaar, verplaatsen, resultaat
    case geenBestand = "geen-bestand"
}

extension Vastbestand {
    /// A name that is not one of ours was made up by somebody, and may be the name of a person: it is not told.
    init(_ naam: String, _ fout: any Error) {
        self.init(bestandsnaam: try? Bestandsnaam(naam).description, oorzaak: (fout as? Mapfout)?.rawValue ?? "storing")
    }
}
