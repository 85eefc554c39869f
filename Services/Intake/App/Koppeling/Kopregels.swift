// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

/// The headers that gemeenten know from their exchange with DUO (standards/duo-m2m): who sends, to whom, which message.
struct Kopregels {
    static let berichtId = naam("berichtId")
    static let bron = naam("bron")
    static let doel = naam("doel")

    /// Constants of ours, always well formed.
    static func naam(_ text: String) -> HTTPField.Name { HTTPField.Name(text) ?? .via }

    /// Compares the headers with the message and with who may send. Field errors go on the list; a sender that speaks for
    /// somebody else is refused at once.
    static func controleer(
        _ velden: HTTPFields, met gebeurtenis: Gebeurtenis?, van afzender: Afzender, aan wij: OIN, _ fouten: Veldfouten
    ) throws {
        if let bron = oin(velden, bron, "bron", fouten) {
            guard bron == afzender.oin else {
                let error = FieldError("bron", code: "bron-token", "Dit OIN hoort niet bij het token waarmee u bent aangemeld.")
                throw Refusal(.forbidden, "U mag niet namens deze organisatie berichten sturen.", errors: [error])
            }
            if let gebeurtenis, gebeurtenis.oin != bron {
                fouten.meld("source", code: "bron-ongelijk", "Het OIN in source is een ander dan dat in de header bron.")
            }
        }
        if let doel = oin(velden, doel, "doel", fouten), doel != wij {
            fouten.meld(
                "doel", code: "doel-onbekend", "Dit bericht is voor een andere organisatie: het OIN in doel is niet het onze.")
        }
        guard let text = velden[berichtId] else {
            fouten.meld("berichtId", code: "verplicht", "De header berichtId ontbreekt.")
            return
        }
        guard text.utf8.count == 36, let id = UUID(uuidString: text) else {
            fouten.meld("berichtId", code: "uuid", "De header berichtId moet een UUID zijn: 36 tekens met streepjes.")
            return
        }
        if let gebeurtenis, gebeurtenis.id != id {
            fouten.meld("berichtId", code: "ongelijk", "De header berichtId moet gelijk zijn aan id in het bericht.")
        }
    }

    private static func oin(_ velden: HTTPFields, _ naam: HTTPField.Name, _ veld: String, _ fouten: Veldfouten) -> OIN? {
        guard let text = velden[naam] else {
            fouten.meld(veld, code: "verplicht", "De header \(veld) ontbreekt.")
            return nil
        }
        do {
            return try OIN(parsing: text)
        } catch {
            fouten.meld(veld, code: error.code, error.text)
            return nil
        }
    }
}
