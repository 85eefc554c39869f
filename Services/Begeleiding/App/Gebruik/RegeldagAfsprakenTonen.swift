// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

extension RegeldagAfspraken {
    /// The appointments of a household, or of a period for everybody within the rights of the actor, in order of time.
    /// - Throws: `Failure.invalid` for a period that is missing or too long.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> [RegeldagAfspraak] {
        let actor = request.actor
        let periode = try dossier == nil ? periode() : nil
        let (rijen, zichtbaar) = try await middelen.store.read { db in
            let rijen: [Regeldagafspraakrij]
            if let dossier {
                let rij = try Dossiers.eis(db, dossier, actor, .read, .regeldag)
                rijen = try Regeldagafspraakrijen.van(db, huishouden: rij.huishouden)
            } else if let periode {
                let bereik = Policy.scope(actor, .list, on: .regeldag)
                rijen = try Regeldagafspraakrijen.van(db, bereik, van: periode.van, tot: periode.tot)
            } else {
                rijen = []
            }
            let leden = Set(rijen.flatMap(\.leden))
            return (rijen, try leden.filter { try Dossiers.vind(db, $0)?.mag(actor, .read, .regeldag) ?? false })
        }
        if let dossier {
            try await middelen.store.write(because: request.envelope) { tx in
                try Inzage.noteer(tx, dossier, .regeldag, aanvrager: request.caller.rawValue)
            }
        }
        var opener = Opener(middelen.keys)
        let gaan = rijen.filter { !$0.afgezegd }.compactMap(\.afspraak)
        var afspraken: [RegeldagAfspraak] = []
        for rij in rijen {
            let inhoud = await opener.inhoud(rij)
            let dubbel = rij.afgezegd ? [] : rij.afspraak.map { Regeldagafspraken.dubbel($0, naast: gaan) } ?? []
            afspraken.append(
                RegeldagAfspraak(
                    afspraak: rij.id, huishouden: rij.huishouden, dossier: rij.dossier, op: rij.op, van: rij.van, tot: rij.tot,
                    instantie: inhoud?.instantie ?? onleesbaar, plaats: inhoud?.plaats, voorziening: rij.voorziening,
                    leden: rij.leden.intersection(zichtbaar).sorted(), tolk: rij.tolk, afgezegd: rij.afgezegd,
                    dubbel: dubbel.intersection(zichtbaar).sorted(), versie: rij.versie))
        }
        return afspraken
    }

    private func periode() throws -> (van: Datum, tot: Datum) {
        guard let van, let tot, van <= tot, van.days(until: tot) <= Regeldagafspraken.langstePeriode else {
            throw Failure.invalid([
                FieldError(
                    "tot", code: "periode",
                    "Noem een dossier, of een eerste en een laatste dag met ten hoogste \(Regeldagafspraken.langstePeriode) dagen ertussen."
                )
            ])
        }
        return (van, tot)
    }
}

/// The words of an appointment, sealed together.
struct Afspraakinhoud: Codable, Sendable, Equatable {
    var instantie: String
    var plaats: String?
}

extension Opener {
    mutating func inhoud(_ rij: Regeldagafspraakrij) async -> Afspraakinhoud? {
        let tekst = await tekst(rij.inhoudZegel, van: rij.dossier, plaats: Zegelplaats.regeldagafspraak(rij.id))
        return tekst.flatMap { try? MessageCoding.decode(Afspraakinhoud.self, from: Data($0.utf8)) }
    }
}
