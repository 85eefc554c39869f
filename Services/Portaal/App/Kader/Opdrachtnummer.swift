// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web
import Zegel

/// The idempotency key of a form that was sent. A page carries one base (`_opdracht`); the key also depends on what was
/// typed, so a double click has one effect, and another button or another text on the same page is another command.
enum Opdrachtnummer {
    static let veld = "_opdracht"

    /// - Parameters:
    ///   - pad: where the form was sent: two forms of one page never share a key.
    ///   - nieuw: used when the page gave no base, as for a program that fills in the form itself.
    static func van(_ form: FormValues, pad: String, nieuw: () -> UUID) -> UUID {
        guard let basis = UUID(uuidString: form.text(veld)) else { return nieuw() }
        let inhoud = form.typed.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.joined(separator: "\u{1f}"))" }
        let tekst = ([basis.uuidString, pad] + inhoud).joined(separator: "\u{1e}")
        guard let hash = try? SHA256.hash(Data(tekst.utf8)), hash.count >= 16 else { return nieuw() }
        let tijd = basis.uuid
        let h = Array(hash.prefix(16))
        // The time of the base and the marks of version 7 stay: keys sort by the time of the page.
        return UUID(
            uuid: (
                tijd.0, tijd.1, tijd.2, tijd.3, tijd.4, tijd.5, 0x70 | (h[6] & 0x0f), h[7], 0x80 | (h[8] & 0x3f), h[9], h[10],
                h[11], h[12], h[13], h[14], h[15]
            ))
    }
}

extension Portaal {
    /// The key for the command that this form gives.
    func opdracht(_ context: PortaalContext, pad: String) -> UUID {
        Opdrachtnummer.van(context.form, pad: pad, nieuw: ids.next)
    }
}
