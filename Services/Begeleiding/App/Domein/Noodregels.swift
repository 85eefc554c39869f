// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Reading the Meldcode compartment in an emergency (decision 0042).
enum Noodregels {
    /// How long it is open: a call, a visit, and writing down what was done.
    static let duur: TimeInterval = 4 * 3600
    static let langsteTekst = 2_000

    /// What is wrong with the words that must be there.
    static func veldfouten(_ toelichting: String) -> [Veldfout] {
        if Signaleringregels.isLeeg(toelichting) {
            return [Veldfout("toelichting", code: "leeg", "Vul dit in. Een of twee zinnen is genoeg.")]
        }
        if toelichting.count > langsteTekst {
            return [Veldfout("toelichting", code: "te-lang", "Gebruik hoogstens \(langsteTekst) tekens.")]
        }
        return []
    }
}
