// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Zegel

/// Seals the gegevens of one person. The context binds the bytes to their table and dossier: moved elsewhere they do not
/// open.
enum Verzegeling {
    enum Plaats: String { case aanmelding, persoon, wijziging }

    static func sluit(_ gegevens: Aanmeldgegevens, _ plaats: Plaats, _ dossier: DossierID, _ key: SealKey) throws -> Data {
        try Seal.seal(MessageCoding.encode(gegevens), with: key, context: context(plaats, dossier))
    }

    /// For several places at once; written out only once.
    static func sluit(
        _ gegevens: Aanmeldgegevens, _ plaatsen: [Plaats], _ dossier: DossierID, _ key: SealKey
    ) throws -> [Data] {
        let tekst = try MessageCoding.encode(gegevens)
        return try plaatsen.map { try Seal.seal(tekst, with: key, context: context($0, dossier)) }
    }

    static func open(_ verzegeld: Data, _ plaats: Plaats, _ dossier: DossierID, _ key: SealKey) throws -> Aanmeldgegevens {
        try MessageCoding.decode(from: try Seal.open(verzegeld, with: key, context: context(plaats, dossier)))
    }

    private static func context(_ plaats: Plaats, _ dossier: DossierID) -> String { "\(plaats.rawValue).gegevens:\(dossier)" }
}
