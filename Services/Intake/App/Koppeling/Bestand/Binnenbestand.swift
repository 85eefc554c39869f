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
        if uitkomst.status == .nieuw, kenmerken.contains(where: { personen.contains($0) }) {
            (uitkomst.status, uitkomst.code) = (.wacht, Controlereden.mogelijkDubbel.rawValue)
        }
        personen.formUnion(kenmerken)
        if uitkomst.status == .nieuw { tel(gegevens) }
        return uitkomst
    }

    private mutating func tel(_ gegevens: Aanmeldgegevens) {
        if let referentie = gegevens.huishouden?.referentie {
            if huishoudens.insert(referentie.hashValue).inserted { huishoudentelling += 1 }
        } else if gegevens.ouderOfVoogd == nil {
            huishoudentelling += 1
        }
    }
}
