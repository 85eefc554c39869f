// SPDX-License-Identifier: EUPL-1.2
import Opslag

extension Samengevoegd {
    /// A column `uit_nummer`: the number of a dossier that follows another one, NULL for who stands for themselves.
    /// - Parameter kolom: fixed text of the program, such as `a.dossier`.
    static func nummer(_ kolom: String) -> String {
        """
        (SELECT vd.dossiernummer FROM samengevoegd vs JOIN dossier vd ON vd.id = vs.dossier WHERE vs.dossier = \(kolom))
            AS uit_nummer
        """
    }
}
