// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension UitbeeldOpvragen {
    /// Who must be looked at: one walk along an index, and the reasons of one page.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let bereik = Policy.scope(request.actor, .list, on: .contactmoment)
        let na = try Sleutelplaats.lees(page.after)
        let soort = try gevraagdeSoort()
        let (vandaag, regels, limit, begeleider) = (middelen.vandaag, middelen.regels, page.limit, begeleider)
        return try await middelen.store.read { db in
            let rijen = try Uitbeelden.pagina(
                db, bereik, soort: soort, begeleider: begeleider, vandaag: vandaag, na: na, limit: limit + 1)
            let pagina = Array(rijen.prefix(limit))
            let redenen = Dictionary(
                grouping: try Uitbeelden.redenen(db, pagina.map(\.dossier), op: vandaag), by: \.dossier)
            let aantallen = try Uitbeelden.aantallen(db, pagina.map(\.dossier), op: vandaag)
            let regelrijen = try pagina.map { rij in
                let hier = redenen[rij.dossier] ?? []
                let getoond = try hier.map { try $0.reden(regels, vandaag) }
                let meer = (aantallen[rij.dossier] ?? 0) - getoond.count
                return Uitbeeldregel(
                    dossier: rij.dossier, begeleider: rij.begeleider, sinds: rij.sinds, redenen: getoond,
                    meer: meer > 0 ? meer : nil, uitDossiernummer: hier.first?.uitDossiernummer)
            }
            // On the first page only: the others are reached from it.
            let soorten = na == nil ? Uitbeeld.Soort.allCases : []
            let geteld = try Uitbeelden.aantallen(
                db, bereik, soorten: na == nil ? soorten + [soort] : [], begeleider: begeleider, vandaag: vandaag)
            let tellingen = zip(soorten, geteld).map { Telling(reden: $0.rawValue, naam: $0.naam, aantal: $1) }
            return Answer(
                pagina: Page(
                    rows: regelrijen,
                    next: rijen.count > limit ? pagina.last.map { Sleutelplaats.tekst($0.sinds, $0.dossier) } : nil,
                    total: geteld.last ?? nil),
                tellingen: tellingen.filter { $0.aantal != 0 || $0.reden == self.reden })
        }
    }

    private func gevraagdeSoort() throws(Failure) -> Uitbeeld.Soort? {
        guard let reden, !reden.isEmpty else { return nil }
        guard let soort = Uitbeeld.Soort(rawValue: reden) else {
            let namen = Uitbeeld.Soort.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid([FieldError("reden", code: "onbekend", "Kies een van: \(namen).")])
        }
        return soort
    }
}

extension Uitbeeldredenrij {
    func reden(_ regels: Regels, _ vandaag: Datum) throws -> Uitbeeldreden {
        let woorden = Uitbeeld.Woorden(
            laatsteContact: laatsteContact, noShowOp: noShowOp, gepland: gepland, regelzaak: regelzaak, klok: klok,
            regels: try regels.opdracht(opdracht).uitbeeld, noShowWerkdagen: regels.aandacht.noShowWerkdagen)
        let (tekst, waarom) = Uitbeeld.zinnen(punt, woorden, vandaag: vandaag)
        return Uitbeeldreden(
            code: punt.soort.rawValue, tekst: tekst, waarom: waarom, sinds: opLijst, uiterlijkOp: punt.uiterlijkOp)
    }
}

extension UitbeeldDossier {
    /// Why this one is on the list, or when it comes back.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, regels, vandaag) = (request.actor, middelen.regels, middelen.vandaag)
        return try await middelen.store.read { db in
            let rij = try Dossiers.eis(db, dossier, actor, .read, .contactmoment)
            let contract = try regels.opdracht(rij.opdracht).uitbeeld
            let alle = try Uitbeelden.alle(db, dossier)
            let document = try Gezienen.document(db, dossier)
            return Answer(
                nu: try alle.filter { $0.opLijst <= vandaag }.map { try $0.reden(regels, vandaag) },
                straks: try alle.filter { $0.opLijst > vandaag }.map { try $0.reden(regels, $0.opLijst) },
                gezien: try Gezienen.van(db, dossier).map {
                    Gezien(op: $0.op, kijkOp: $0.kijkOp, reden: $0.naam, door: $0.door)
                },
                gezienRedenen: contract.gezienRedenen.map { Klokstand.Keuze(code: $0.code, naam: $0.naam) },
                gezienTot: contract.gezienLangst.uiterlijk(vanaf: vandaag),
                documentTot: document.tot, documentVersie: document.versie, loopt: rij.toestand != .afgerond,
                versie: try Uitbeelden.versie(db, dossier))
        }
    }
}
