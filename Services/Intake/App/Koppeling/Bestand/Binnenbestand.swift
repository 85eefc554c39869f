// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

/// What the rows of one file do to each other, for the dry run: the same row twice, and two rows about one person. In memory,
/// a few dozen bytes a row: of each thing only the hash of this process. That two things of 200,000 rows share one happens once in
/// a billion files, and then a dry run says of one row that a person will look at it.
struct Binnenbestand {
    /// By message, of what it says.
    private var berichten: [Int: Int] = [:]
    /// The last version of each reference.
    private var versies: [Int: Int] = [:]
    private var personen: Set<Int> = []
    /// Those who came in with a number, and by which number they are found; of a number that several have only that.
    private var mensen: [Mens] = []
    private var perNummer: [Int: Int] = [:]
    private var gedeeld: Set<Int> = []
    private var huishoudens: Set<Int> = []
    /// Households of those who would become clients: named ones, and one for each who is alone.
    private(set) var huishoudentelling = 0

    /// What the import will say of this row, given what came before it.
    mutating func weeg(_ rij: Aanleverrij, _ uitkomst: Rijresultaat) -> Rijresultaat {
        guard let gegevens = rij.gegevens, let bericht = rij.bericht, uitkomst.status != .geweigerd else { return uitkomst }
        var uitkomst = uitkomst
        if let eerder = berichten[bericht.hashValue] {
            if eerder == rij.hash.hashValue {
                (uitkomst.status, uitkomst.code) = (.bekend, nil)
            } else {
                (uitkomst.status, uitkomst.fouten) = (.geweigerd, [Rijverwerking.hergebruikt])
            }
            return uitkomst
        }
        berichten[bericht.hashValue] = rij.hash.hashValue
        if let referentie = rij.referentie?.hashValue {
            let vorige = versies.updateValue(rij.versie, forKey: referentie)
            if let vorige {
                if vorige > rij.versie {
                    versies[referentie] = vorige
                    (uitkomst.status, uitkomst.fouten) = (.geweigerd, [Rijverwerking.ouder])
                } else {
                    (uitkomst.status, uitkomst.code, uitkomst.fouten) = (.gewijzigd, nil, [])
                }
                return uitkomst
            }
        }
        guard uitkomst.status == .nieuw || uitkomst.status == .wacht else { return uitkomst }
        let kenmerken = Kenmerk.alle(van: gegevens.client).map(\.hashValue)
        if isLaatNummer(gegevens.client, uitkomst) {
            (uitkomst.status, uitkomst.code) = (.nieuw, nil)
            personen.formUnion(kenmerken)
            onthoud(gegevens.client, isClient: false)
            return uitkomst
        }
        if uitkomst.status == .nieuw, kenmerken.contains(where: { personen.contains($0) }) {
            (uitkomst.status, uitkomst.code) = (.wacht, Controlereden.mogelijkDubbel.rawValue)
        }
        personen.formUnion(kenmerken)
        onthoud(gegevens.client, isClient: uitkomst.status == .nieuw && !uitkomst.bijBekende)
        if uitkomst.status == .nieuw { tel(gegevens) }
        return uitkomst
    }

    /// Somebody from a row above, as far as a later number asks.
    private struct Mens {
        var bsn: Int?
        var vnummer: Int?
        /// Folded words.
        var namen: String
        var geboren: OnvolledigeDatum
        /// Accepted with a dossier of one's own.
        var isClient: Bool

        init(_ client: Aanmeldgegevens.Client, isClient: Bool) {
            bsn = client.bsn.map { Kenmerk(soort: .bsn, tekst: $0.waarde).hashValue }
            vnummer = client.vnummer.map { Kenmerk(soort: .vnummer, tekst: $0.waarde).hashValue }
            namen = client.naam?.zoekwoorden.joined(separator: " ") ?? ""
            (geboren, self.isClient) = (client.geboortedatum, isClient)
        }

        var nummers: [Int] { [bsn, vnummer].compactMap(\.self) }

        var beeld: Vergelijkbeeld {
            .init(namen: Naamketting(woorden: namen.split(separator: " ").map(String.init)), geboren: geboren)
        }
    }

    private mutating func onthoud(_ client: Aanmeldgegevens.Client, isClient: Bool) {
        let mens = Mens(client, isClient: isClient)
        guard !mens.nummers.isEmpty else { return }
        mensen.append(mens)
        for nummer in mens.nummers where perNummer.updateValue(mensen.count - 1, forKey: nummer) != nil { gedeeld.insert(nummer) }
    }

    /// Whether it adds a number to one client from a row above, as `LaatNummer` says it of the store.
    private func isLaatNummer(_ client: Aanmeldgegevens.Client, _ uitkomst: Rijresultaat) -> Bool {
        // Whom the store knows too is one too many.
        guard !uitkomst.bijBekende,
            uitkomst.status == .nieuw || uitkomst.code.map({ $0 != Controlereden.mogelijkDubbel.rawValue }) ?? false
        else { return false }
        let nieuw = Mens(client, isClient: false)
        let gevonden = Set(nieuw.nummers.compactMap { perNummer[$0] })
        guard gevonden.count == 1, let een = gevonden.first, !nieuw.nummers.contains(where: gedeeld.contains) else {
            return false
        }
        let bekend = mensen[een]
        // One number is the same, the other is new; two that differ contradict each other.
        let isErbij = (bekend.bsn == nil && nieuw.bsn != nil) != (bekend.vnummer == nil && nieuw.vnummer != nil)
        guard bekend.isClient, isErbij, bekend.nummers.allSatisfy(nieuw.nummers.contains) else { return false }
        return Gelijkenis(nieuw.beeld, bekend.beeld, Raakvlak()).punten >= LaatNummer.punten
    }

    private mutating func tel(_ gegevens: Aanmeldgegevens) {
        if let referentie = gegevens.huishouden?.referentie {
            if huishoudens.insert(referentie.hashValue).inserted { huishoudentelling += 1 }
        } else if gegevens.ouderOfVoogd == nil {
            huishoudentelling += 1
        }
    }
}
