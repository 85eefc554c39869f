// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein

/// The regeldag on paper (A4): what is still to be done with a box to tick, and what to bring.
struct RegeldagAfdrukPagina: PageModel {
    static let template = "regeldag-afdruk"
    let titel = "Regeldag afdrukken"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let naam: String
    let nummer: String?
    let vandaag: String
    let terug: String
    let tolk: String?
    let leeg: Leeg?
    let weg: Melding?
    let heeftZaken: Bool
    let zaken: [Zaak]
    let heeftMeenemen: Bool
    let meenemen: [String]

    struct Zaak: Sendable {
        let naam: String
        let wie: String
        let toestand: String
        let termijn: String
        let wachtOp: String?
    }

    init(_ hoofd: Dossierhoofd, _ bord: Deelvraag<Regeldagbord>, namen: [DossierID: String], vandaag: Datum) {
        kruimels = hoofd.kruimels + [Koppeling("Regeldag", "\(hoofd.href)/regeldag")]
        (naam, nummer, self.vandaag, terug) = (hoofd.naam, hoofd.nummer, vandaag.tekst, "\(hoofd.href)/regeldag")
        tolk = hoofd.tolkNodig ? hoofd.tolk?.tekst : nil
        weg = bord.isWeg ? .even("De regeldag is") : nil
        let open = RegeldagPagina.opVolgorde(
            (bord.waarde?.zaken ?? []).filter { ![.toegekend, .nietVanToepassing].contains($0.toestand) })
        zaken = open.map {
            Zaak(
                naam: $0.naam, wie: $0.dossier.map { namen[$0] ?? "Gezinslid" } ?? "Hele gezin", toestand: $0.toestand.naam,
                termijn: $0.uiterlijkOp?.tekst ?? "geen vaste dag",
                wachtOp: $0.wachtOp.isEmpty ? nil : "Eerst: \($0.wachtOp.joined(separator: ", "))")
        }
        heeftZaken = !zaken.isEmpty
        // Each thing once, in the order in which it is first needed.
        meenemen = open.flatMap(\.meenemen).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        heeftMeenemen = !meenemen.isEmpty
        leeg =
            !bord.isWeg && zaken.isEmpty
            ? Leeg("Niets meer te regelen", "Alle stappen zijn klaar of niet van toepassing.") : nil
    }
}
