// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

extension Voorbeelden {
    /// The pages on which a teamleider decides whether two are one person.
    static var dubbel: [any PageModel] {
        func kandidaat(client: Bool) -> Kandidaatregel {
            Kandidaatregel(
                dossier: client ? DossierID(UUID()) : nil, aanmelding: client ? nil : AanmeldingID(UUID()),
                dossiernummer: client ? "W-2027-0012" : nil, naam: "Muhamad Voorbeeld", geboortedatum: "1990",
                sterkte: client ? "nummer" : "mogelijk", punten: 60,
                redenen: client
                    ? [Dubbelreden(tekst: "Zelfde BSN.", voor: true), Dubbelreden(tekst: "Ander geslacht.", voor: false)] : [])
        }
        func naast(client: Bool) -> Vergelijking {
            Vergelijking(
                kandidaat: kandidaat(client: client),
                velden: [
                    Vergelijkveld(veld: "naam", links: "Mohammed Voorbeeld", rechts: "Muhamad Voorbeeld", stand: "lijkt"),
                    Vergelijkveld(veld: "bsn", links: nil, rechts: nil, stand: "onbekend"),
                ], versie: client ? 3 : nil)
        }
        func regel(actief: Bool) -> Samenvoegregel {
            Samenvoegregel(
                samenvoeging: SamenvoegingID(UUID()), volgend: DossierID(UUID()), leidend: DossierID(UUID()), aanmelding: nil,
                ander: actief ? DossierLabel(dossier: DossierID(UUID()), dossiernummer: "W-2027-0013", naam: "Selam") : nil,
                reden: "zelfde-gegevens", actief: actief, samengevoegdOp: vandaag, samengevoegdDoor: nil,
                ongedaanOp: actief ? nil : vandaag, ongedaanDoor: nil, versie: 1)
        }
        func beeld(_ vol: Bool) -> AanmeldingVergelijken.Answer {
            .init(
                aanmelding: AanmeldingID(UUID()), naam: "Mohammed Voorbeeld", toestand: vol ? .inControle : .geaccepteerd,
                versie: 1, vergelijkingen: vol ? [naast(client: true), naast(client: false)] : [], elders: vol ? 1 : 0,
                samenvoeging: vol ? regel(actief: true) : nil)
        }
        let fout = Geweigerd(.invalid([FieldError("reden", code: "keuze", "Kies waaraan u het ziet.")]), FormValues())
        return [
            DubbelPagina(beeld(true), geweigerd: fout), DubbelPagina(beeld(false)),
            SamenvoegenPagina(
                DossierID(UUID()),
                .init(
                    leidend: DossierLabel(dossier: DossierID(UUID()), dossiernummer: "W-2027-0001", naam: "Selam"),
                    regels: [regel(actief: true), regel(actief: false)]), naast(client: true), form: FormValues(), geweigerd: fout
            ),
            SamenvoegenPagina(DossierID(UUID()), .init(leidend: nil, regels: []), nil, form: FormValues()),
        ]
    }
}
