// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opdrachten
import Opslag
import Toegang
import Zegel

extension SignaalVastleggen {
    /// Writes a signal down, sealed; it stands on the today page by the rules of the contract. Nobody is told.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, regels) = (request.actor, middelen.regels)
        _ = try await middelen.store.read { try Dossiers.eis($0, dossier, actor, .create, .signaal) }
        let key = try await middelen.keys.key(for: dossier)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .create, .signaal)
            guard rij.toestand != .afgerond else {
                throw Failure.state(reason: "Dit traject is afgerond. Nieuwe signalen horen bij wie er nu mee werkt.")
            }
            let schoon = inhoud.geknipt
            try Signaleringregels.veldfouten(
                .init(gezienOp: gezienOp, bron: schoon.bron, van: schoon.van, feit: schoon.feit), aangemeldOp: rij.ontvangenOp,
                vandaag: tx.today
            ).orThrow()
            let id: SignaalID = tx.ids.make()
            try Signalen.bewaar(
                tx, id, dossier: dossier, prioriteit: prioriteit, gezienOp: gezienOp,
                regels: try regels.opdracht(rij.opdracht).signaalregels,
                zegel: try Seal.seal(MessageCoding.encode(schoon), with: key, context: Zegelplaats.signaal(id)))
            try Aandachtspunten.bijwerken(tx.db, dossier, regels)
            return Answer(signaal: id)
        }
    }
}

extension SignaalOpvolgen {
    /// Writes down what was done with a signal; with `verlengen` it holds for another term from today.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        _ = try await middelen.store.read { try Dossiers.eis($0, dossier, actor, .change, .signaal) }
        let key = try await middelen.keys.key(for: dossier)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .signaal)
            let signaal = try Signalen.vind(tx.db, signaal, van: dossier)
            try signaal.eisOpen()
            let tekst = try Signaleringregels.verplicht("tekst", tekst)
            let vandaag = tx.today
            let vervalt = try regels.opdracht(rij.opdracht).signaalregels.vervaldag(signaal.prioriteit, gezienOp: vandaag)
            try tx.change("signaal", id: signaal.id.description, from: versie, why: "opgevolgd") { db in
                try db.doe(
                    "UPDATE signaal SET opgevolgd_op = ? WHERE id = ?", [vandaag.description, signaal.id.description])
                guard verlengen else { return }
                try db.doe(
                    "UPDATE signaal SET vervalt_op = ?, vervalt_waarom = ? WHERE id = ?",
                    [vervalt.dag.description, vervalt.uitleg, signaal.id.description])
            }
            let id = tx.ids.next().uuidString.lowercased()
            try Signalen.stap(
                tx, id, signaal.id, verlengen ? .verlengd : .opvolging,
                zegel: try Seal.seal(tekst, with: key, context: Zegelplaats.signaalstap(id)))
            try Aandachtspunten.bijwerken(tx.db, dossier, regels)
            return Done()
        }
    }
}

/// How a signal ended, as it is sealed.
struct Signaaleinde: Codable, Sendable, Equatable {
    var uitkomst: Signaaluitkomst
    var tekst: String
}

extension SignaalSluiten {
    /// Closes a signal. It is never opened again: what is seen later is another signal.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        _ = try await middelen.store.read { try Dossiers.eis($0, dossier, actor, .change, .signaal) }
        let key = try await middelen.keys.key(for: dossier)
        return try await middelen.store.once(request.envelope) { tx in
            _ = try Dossiers.eis(tx.db, dossier, actor, .change, .signaal)
            let signaal = try Signalen.vind(tx.db, signaal, van: dossier)
            try signaal.eisOpen()
            let einde = Signaaleinde(uitkomst: uitkomst, tekst: try Signaleringregels.verplicht("tekst", tekst))
            try tx.change("signaal", id: signaal.id.description, from: versie, why: "gesloten") { db in
                try db.doe(
                    "UPDATE signaal SET gesloten_op = ? WHERE id = ?", [tx.today.description, signaal.id.description])
            }
            let id = tx.ids.next().uuidString.lowercased()
            try Signalen.stap(
                tx, id, signaal.id, .gesloten,
                zegel: try Seal.seal(MessageCoding.encode(einde), with: key, context: Zegelplaats.signaalstap(id)))
            try Aandachtspunten.bijwerken(tx.db, dossier, regels)
            return Done()
        }
    }
}

extension SignalenOpvragen {
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Signaaloverzicht {
        let actor = request.actor
        let (rij, signalen, stappen) = try await middelen.store.read { db in
            let rij = try Dossiers.eis(db, dossier, actor, .read, .signaal)
            return (rij, try Signalen.van(db, dossier), try Signalen.stappen(db, dossier))
        }
        // Also when there is none: what stands in the read log must not tell that there is one.
        try await middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, dossier, .signaal, aanvrager: request.caller.rawValue)
        }
        var opener = Opener(middelen.keys)
        var regels: [Signaaloverzicht.Signaal] = []
        for signaal in signalen {
            let inhoud: Signaaloverzicht.Inhoud? = await opener.inhoud(
                signaal.zegel, van: dossier, plaats: Zegelplaats.signaal(signaal.id))
            var (opvolgingen, einde): ([Signaaloverzicht.Opvolging], Signaaloverzicht.Einde?) = ([], nil)
            for stap in stappen where stap.signaal == signaal.id {
                let plaats = Zegelplaats.signaalstap(stap.id)
                if stap.soort == .gesloten {
                    let open: Signaaleinde? = await opener.inhoud(stap.zegel, van: dossier, plaats: plaats)
                    einde = .init(op: stap.op, uitkomst: open?.uitkomst, tekst: open?.tekst, door: stap.door)
                } else {
                    opvolgingen.append(
                        .init(
                            op: stap.op, tekst: await opener.tekst(stap.zegel, van: dossier, plaats: plaats), door: stap.door,
                            verlengd: stap.soort == .verlengd))
                }
            }
            regels.append(signaal.regel(inhoud, opvolgingen, einde))
        }
        return Signaaloverzicht(loopt: rij.toestand != .afgerond, signalen: regels)
    }
}

extension Signaalrij {
    fileprivate func eisOpen() throws(Failure) {
        if geslotenOp != nil {
            throw .state(reason: "Dit signaal is al gesloten. Ziet u iets nieuws? Leg een nieuw signaal vast.")
        }
    }

    fileprivate func regel(
        _ inhoud: Signaaloverzicht.Inhoud?, _ opvolgingen: [Signaaloverzicht.Opvolging], _ einde: Signaaloverzicht.Einde?
    ) -> Signaaloverzicht.Signaal {
        .init(
            signaal: id, gezienOp: gezienOp, prioriteit: prioriteit, inhoud: inhoud, opvolgenUiterlijk: opvolgen.dag,
            opvolgenWaarom: opvolgen.uitleg, vervaltOp: vervalt.dag, vervaltWaarom: vervalt.uitleg, opvolgingen: opvolgingen,
            gesloten: einde ?? geslotenOp.map { .init(op: $0, uitkomst: nil, tekst: nil, door: nil) }, door: door,
            versie: versie)
    }
}

extension Signaaloverzicht.Inhoud {
    fileprivate var geknipt: Self {
        var schoon = self
        schoon.van = van.trimmingCharacters(in: .whitespacesAndNewlines)
        schoon.feit = feit.trimmingCharacters(in: .whitespacesAndNewlines)
        return schoon
    }
}

extension Signaleringregels {
    /// A text that must be there, without white space around it.
    static func verplicht(_ veld: String, _ tekst: String) throws(Failure) -> String {
        if let fout = tekstfout(tekst) { throw .invalid([FieldError(veld, code: fout.code, fout.tekst)]) }
        return tekst.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension Opener {
    /// What was sealed as JSON; nil when it cannot be opened now.
    mutating func inhoud<Inhoud: Decodable>(_ zegel: Data, van dossier: DossierID, plaats: String) async -> Inhoud? {
        guard let tekst = await tekst(zegel, van: dossier, plaats: plaats) else { return nil }
        return try? MessageCoding.decode(Inhoud.self, from: Data(tekst.utf8))
    }
}

extension Zegelplaats {
    static func signaal(_ id: SignaalID) -> String { "signaal:\(id)" }
    static func signaalstap(_ id: String) -> String { "signaal.stap:\(id)" }
    static func veiligContact(_ dossier: DossierID) -> String { "veilig-contact:\(dossier)" }
    static func afspraak(_ id: VeiligheidsafspraakID) -> String { "veiligheidsafspraak:\(id)" }
    static func afspraakreden(_ id: VeiligheidsafspraakID) -> String { "veiligheidsafspraak.reden:\(id)" }
    static func meldcode(_ zaak: MeldcodeID, _ nummer: Int) -> String { "meldcode:\(zaak):\(nummer)" }
}
