// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension AnkersOpvragen {
    /// The days of this person that some step on the board hangs on.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> [Ankerdag] {
        let actor = request.actor
        return try await middelen.store.read { db in
            let rij = try Dossiers.eis(db, dossier, actor, .read, .regeldag)
            guard let bord = try Regelzaken.bord(db, huishouden: rij.huishouden) else {
                throw Failure.notFound(what: "regeldagbord")
            }
            let (ankers, vastgelegd) = (try rij.ankers(db), try Ankerdagen.van(db, dossier))
            let zaken = try Regelzaken.zaken(db, bord: bord.id).filter { $0.drager == dossier }
            return Anker.allCases.compactMap { anker in
                let stappen = zaken.filter { bord.sjabloon.stap($0.code)?.anker == anker }.map(\.naam)
                guard !stappen.isEmpty else { return nil }
                return Ankerdag(
                    anker: anker, dag: ankers.dagen[anker], vast: Ankers.vast.contains(anker), stappen: stappen,
                    versie: vastgelegd[anker]?.versie ?? 0)
            }
        }
    }
}

extension AnkerVastleggen {
    /// Writes down a day from which terms run; the steps of the board that hang on it get their days anew, and so does the
    /// clock where the contract lets it begin there.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .regeldag)
            let vandaag = tx.today
            let fout = dag.flatMap { Ankers.bezwaar(anker, $0, vandaag: vandaag) }
            try (fout.map { [$0] } ?? []).orThrow()
            let id = Ankerdagen.id(dossier, anker)
            if anker == .eindeVergunning {
                guard try VerblijfsdocumentVastleggen.zet(tx, dossier, dag, versie: versie) else { return Done() }
            } else if let oud = try Ankerdagen.van(tx.db, dossier)[anker] {
                guard oud.versie != versie || oud.dag != dag else { return Done() }
                try tx.change("ankerdag", id: id, from: versie, why: "dag gewijzigd") { db in
                    try Ankerdagen.zet(db, dossier, anker, dag)
                }
            } else {
                guard let dag else { return Done() }
                try Ankerdagen.bewaar(tx.db, dossier, anker, dag)
                try tx.created("ankerdag", id: id, why: "dag vastgelegd")
            }
            if anker != .eindeVergunning {
                let delen = ["anker": anker.rawValue].merging(dag.map { ["dag": $0.description] } ?? [:]) { $1 }
                try Tijdlijn.voegToe(tx, dossier, op: vandaag, Tijdlijnfeit(.ankerdag, delen))
            }
            if rij.toestand != .afgerond {
                let contract = try regels.opdracht(rij.opdracht)
                if contract.traject.anker == anker {
                    try rij.rekenOpnieuw(tx, regels, contract)
                } else {
                    try rij.herrekenStappen(tx, why: "een dag waarop de termijn begint is gewijzigd")
                }
            }
            try Aandachtspunten.bijwerken(tx.db, dossier, regels)
            return Done()
        }
    }
}
