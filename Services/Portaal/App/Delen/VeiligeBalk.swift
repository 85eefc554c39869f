// SPDX-License-Identifier: EUPL-1.2
import Berichten

/// How to reach somebody without danger, on top of every page of a dossier (inside `deel-dossierhoofd`). Never printed.
struct VeiligeBalk: Sendable {
    let titel: String
    let regels: [String]

    /// Nil when there is nothing to say, or when this is not for these eyes.
    init?(_ antwoord: Deelvraag<Veiligheidsoverzicht>) {
        switch antwoord {
        case .niet: return nil
        case .weg:
            (titel, regels) = (
                "Veilig contact: nu niet te lezen", ["Bel of bezoek deze persoon pas als u dit weer kunt lezen."]
            )
        case .er(let overzicht):
            if overzicht.onleesbaar {
                (titel, regels) = (
                    "Veilig contact: nu niet te lezen", ["Bel of bezoek deze persoon pas als u dit weer kunt lezen."]
                )
                return
            }
            guard let contact = overzicht.contact, !contact.isLeeg else { return nil }
            (titel, regels) = ("Zo hebt u veilig contact", Self.regels(contact))
        }
    }

    static func regels(_ contact: VeiligContact) -> [String] {
        [
            contact.nummer.isEmpty ? nil : "Bel alleen dit nummer: \(contact.nummer).",
            contact.tijden.isEmpty ? nil : "Wanneer: \(contact.tijden)",
            contact.geenBericht ? "Laat nooit een bericht achter: geen sms, geen voicemail, geen briefje." : nil,
            contact.nietThuis ? "Bel of bezoek niet thuis." : nil,
            contact.nietTolk.isEmpty ? nil : "Gebruik deze tolk niet: \(contact.nietTolk)",
            contact.toelichting.isEmpty ? nil : contact.toelichting,
        ].compactMap { $0 }
    }
}

extension Deelvraag where Waarde == Veiligheidsoverzicht {
    /// Whether the ordinary number may stand ready to be rung.
    var magBellen: Bool {
        switch self {
        case .niet: true
        case .weg: false
        case .er(let overzicht): !overzicht.onleesbaar && (overzicht.contact?.nummer.isEmpty ?? true)
        }
    }
}
