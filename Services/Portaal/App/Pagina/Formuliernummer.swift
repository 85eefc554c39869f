// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// The number that a form carries and that becomes the id of its command: sent twice, by a double click or by "back", it
/// has one effect.
enum Formuliernummer {
    static let veld = "_nummer"

    static func nieuw(_ ids: any IDSource) -> String { ids.next().uuidString.lowercased() }

    /// Nil for a form that carries none; the bus then makes one.
    static func van(_ form: FormValues) -> UUID? { UUID(uuidString: form.text(veld)) }
}
