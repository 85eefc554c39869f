// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The fields of two people side by side, for who decides whether they are one.
enum Naastelkaar {
    struct Veld: Sendable, Equatable {
        var veld: String
        var links: String?
        var rechts: String?
        var stand: Stand
    }

    enum Stand: String, Sendable { case gelijk, lijkt, verschilt, onbekend }

    /// BSN masked; the V-nummer and the address as they are, for who may see both dossiers anyway. An address under
    /// geheimhouding is not shown.
    static func velden(_ links: Aanmeldgegevens, _ rechts: Aanmeldgegevens) -> [Veld] {
        let (een, ander) = (links.client, rechts.client)
        return [
            namen(een.naam, ander.naam),
            Veld(
                veld: "geboortedatum", links: een.geboortedatum.tekst, rechts: ander.geboortedatum.tekst,
                stand: datum(een.geboortedatum, ander.geboortedatum)),
            vergelijk("geslacht", een.geslacht.flatMap(naam), ander.geslacht.flatMap(naam)),
            vergelijk("bsn", een.bsn?.description, ander.bsn?.description, gelijk: een.bsn == ander.bsn),
            vergelijk("vnummer", een.vnummer?.waarde, ander.vnummer?.waarde),
            vergelijk("telefoon", een.telefoon?.description, ander.telefoon?.description, gelijk: een.telefoon == ander.telefoon),
            vergelijk(
                "adres", links.geheimhouding ? nil : een.adres.regel, rechts.geheimhouding ? nil : ander.adres.regel),
            vergelijk("gemeente", links.gemeente.naam, rechts.gemeente.naam),
            vergelijk("spreektaal", links.talen.spreektaal, rechts.talen.spreektaal),
            vergelijk(
                "huishouden", links.huishouden?.referentie, rechts.huishouden?.referentie,
                gelijk: links.gemeente == rechts.gemeente && links.huishouden?.referentie == rechts.huishouden?.referentie),
        ]
    }

    private static func namen(_ links: Naam?, _ rechts: Naam?) -> Veld {
        guard let links, let rechts else {
            return Veld(veld: "naam", links: links?.volledig, rechts: rechts?.volledig, stand: .onbekend)
        }
        let oordeel = Naamoordeel(Naamketting(links), Naamketting(rechts))
        let stand: Stand =
            links.volledig == rechts.volledig
            ? .gelijk : oordeel.paren.isEmpty || oordeel.voornaamBotst ? .verschilt : .lijkt
        return Veld(veld: "naam", links: links.volledig, rechts: rechts.volledig, stand: stand)
    }

    private static func datum(_ links: OnvolledigeDatum, _ rechts: OnvolledigeDatum) -> Stand {
        if links == .onbekend || rechts == .onbekend { return .onbekend }
        if links == rechts { return .gelijk }
        return Gelijkenis.datum(links, rechts).0 > 0 ? .lijkt : .verschilt
    }

    private static func vergelijk(_ veld: String, _ links: String?, _ rechts: String?, gelijk: Bool? = nil) -> Veld {
        let stand: Stand = links == nil || rechts == nil ? .onbekend : (gelijk ?? (links == rechts)) ? .gelijk : .verschilt
        return Veld(veld: veld, links: links, rechts: rechts, stand: stand)
    }

    private static func naam(_ geslacht: Aanmeldgegevens.Geslacht) -> String? {
        switch geslacht {
        case .man: "man"
        case .vrouw: "vrouw"
        case .onbekend: nil
        }
    }
}
