// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

// What the use cases of the plan share: finding a goal or action within one's rights, opening and sealing words.

enum Planzaken {
    /// A goal of the plan of this dossier, or of a child that rides on it.
    /// - Throws: `Failure.notFound` for a goal of somebody else's plan.
    static func doel(
        _ db: Database, _ dossier: DossierID, _ doel: DoelID, _ actor: Actor, _ action: Action
    ) throws -> (rij: Dossierrij, plan: Trajectrij, doel: Doelrij) {
        let rij = try Dossiers.eis(db, dossier, actor, action, .plan)
        guard let gevonden = try Doelen.vind(db, doel), gevonden.traject == rij.traject,
            gevonden.dossier == dossier || rij.eigenTraject, let plan = try Trajecten.vind(db, gevonden.traject)
        else { throw Failure.notFound(what: "doel") }
        return (rij, plan, gevonden)
    }

    static func actie(
        _ db: Database, _ dossier: DossierID, _ actie: ActieID, _ actor: Actor, _ action: Action
    ) throws -> (plan: Trajectrij, doel: Doelrij, actie: Actierij) {
        guard let gevonden = try Acties.vind(db, actie) else {
            _ = try Dossiers.eis(db, dossier, actor, action, .plan)
            throw Failure.notFound(what: "actie")
        }
        let (_, plan, doel) = try doel(db, dossier, gevonden.doel, actor, action)
        return (plan, doel, gevonden)
    }

    static func eisLopend(_ plan: Trajectrij) throws(Failure) {
        guard plan.loopt else { throw .state(reason: "Het traject is beëindigd. Het plan staat vast.") }
    }
}

extension Transaction {
    /// - Throws: `Failure.conflict` with who changed it and when, when the user saw an older version.
    func eisVersie(_ tabel: String, id: String, _ versie: Int, nieuwste: Int) throws {
        guard versie != nieuwste else { return }
        try change(tabel, id: id, from: versie, why: "oude versie") { _ in }
    }
}

/// Words that are kept sealed, with the key that opens them.
struct Woordenzegel: Sendable {
    let key: SealKey?

    private func nodig() throws(Failure) -> SealKey {
        guard let key else { throw .unavailable(what: "de sleutel van het dossier") }
        return key
    }

    /// Nil for no words at all.
    func dicht(_ tekst: String, _ plaats: String) throws -> Data? {
        tekst.isEmpty ? nil : try Seal.seal(tekst, with: nodig(), context: plaats)
    }

    func open(_ zegel: Data?, _ plaats: String) throws -> String {
        guard let zegel else { return "" }
        return try Seal.openText(zegel, with: nodig(), context: plaats)
    }

    /// A sentence of the library as it is, other words sealed.
    func woorden(_ tekst: String, code: String?, _ plaats: String) throws -> Doelen.Woorden {
        if let code { return .bibliotheek(tekst, code: code) }
        return .eigen(try Seal.seal(tekst, with: nodig(), context: plaats))
    }
}

extension Doelrij {
    /// What it says and how the client says it; the key is needed when either is sealed.
    func open(_ zegel: Woordenzegel) throws -> (tekst: String, woorden: String) {
        (
            try zin ?? zegel.open(tekstZegel, Zegelplaats.doel(id)),
            try zegel.open(woordenZegel, Zegelplaats.doelwoorden(id))
        )
    }
    var isVerzegeld: Bool { tekstZegel != nil || woordenZegel != nil }
}

extension Actierij {
    func open(_ zegel: Woordenzegel) throws -> String { try zin ?? zegel.open(tekstZegel, Zegelplaats.actie(id)) }
}

extension String {
    /// What was typed, without spaces around it.
    var getrimd: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
