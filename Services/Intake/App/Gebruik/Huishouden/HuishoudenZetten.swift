// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

/// People join another household, begin one of their own or get another role; and the last such fact is put right.
struct HuishoudenZetten: Sendable {
    let parts: IntakeParts

    func wijzig(_ command: HuishoudenWijzigen, _ envelope: Envelope, _ actor: Actor) async throws -> HuishoudenWijzigen.Answer {
        let stap = try Stap(command)
        return try await parts.store.once(envelope) { tx in
            let leden = try command.leden.map { try Self.eis(tx, $0.dossier, actor) }
            let doel = try doel(tx, stap, command, leden, actor)
            // Who has a traject goes first, so that the children who follow find somebody to ride with.
            let volgorde = leden.indices.sorted { (leden[$0].eigenTraject ? 0 : 1) < (leden[$1].eigenTraject ? 0 : 1) }
            for index in volgorde {
                let (rij, rol) = (leden[index], stap.rollen[index])
                let verloop = try Lidmaatschappen.verloop(tx.db, rij.dossier)
                if let bezwaar = verloop.bezwaar(tegenStap: command.op, vandaag: tx.today) {
                    throw Failure.invalid([FieldError("op", code: bezwaar.code, bezwaar.zin)])
                }
                try tx.change(
                    "persoon", id: rij.dossier.description, from: command.leden[index].versie, why: "huishouden gewijzigd"
                ) { _ in
                    try Lidmaatschappen.begin(tx, rij.dossier, in: doel, rol, van: command.op, stap.reden, bron: .medewerker)
                }
                try tx.emit(
                    HuishoudenGewijzigd(dossier: rij.dossier, huishouden: doel, rol: rol.rawValue, van: command.op))
            }
            try Self.eenHoofd(tx, doel)
            try Huishoudregister.vulMeerijdenAan(tx, doel)
            return .init(huishouden: doel)
        }
    }

    /// Another first day or role for the last fact, or that fact taken back.
    func verbeter(_ command: HuishoudenVerbeteren, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let rol = try command.rol.map(Self.rol)
        return try await parts.store.once(envelope) { tx in
            let rij = try Self.eis(tx, command.dossier, actor)
            let verloop = try Lidmaatschappen.verloop(tx.db, command.dossier)
            guard let nu = verloop.nu else { throw Failure.notFound(what: "lidmaatschap") }
            if let van = command.van, let bezwaar = verloop.bezwaar(tegenBegin: van, vandaag: tx.today) {
                throw Failure.invalid([FieldError("van", code: bezwaar.code, bezwaar.zin)])
            }
            let terug = command.van == nil && rol == nil
            // It says so already: a fact more would say nothing.
            if !terug, command.van ?? nu.van == nu.van, rol ?? nu.rol == nu.rol { return Done() }
            if terug, verloop.terugNaar == nil {
                throw Failure.state(reason: "Er is geen eerdere woonsituatie om naar terug te gaan.")
            }
            try tx.change(
                "persoon", id: rij.dossier.description, from: command.versie,
                why: terug ? "huishouden teruggedraaid" : "huishouden verbeterd"
            ) { _ in
                if terug {
                    try Lidmaatschappen.draaiTerug(tx, verloop)
                } else {
                    try Lidmaatschappen.verbeter(tx, verloop, van: command.van ?? nu.van, rol ?? nu.rol)
                }
            }
            guard let na = try Lidmaatschappen.verloop(tx.db, command.dossier).nu else {
                throw Failure.notFound(what: "lidmaatschap")
            }
            try Self.eenHoofd(tx, na.huishouden)
            try tx.emit(
                HuishoudenGewijzigd(
                    dossier: command.dossier, huishouden: na.huishouden, rol: na.rol.rawValue, van: na.van))
            return Done()
        }
    }

    /// What a command asks, with its codes read.
    private struct Stap {
        var rollen: [Huishoudrol]
        var reden: Lidmaatschap.Reden

        init(_ command: HuishoudenWijzigen) throws {
            var fouten: [FieldError] = []
            if !(1...20).contains(command.leden.count) {
                fouten.append(FieldError("leden", code: "aantal", "Kies wie er meegaat: ten minste één en hoogstens twintig."))
            }
            if Set(command.leden.map(\.dossier)).count != command.leden.count {
                fouten.append(FieldError("leden", code: "dubbel", "Iemand staat er twee keer in."))
            }
            if let bij = command.bij, command.leden.contains(where: { $0.dossier == bij }) {
                fouten.append(FieldError("bij", code: "zelf", "Kies iemand die niet zelf verhuist."))
            }
            rollen = command.leden.compactMap { Huishoudrol(rawValue: $0.rol) }
            if rollen.count != command.leden.count {
                fouten.append(FieldError("rol", code: "keuze", "Kies voor ieder wat die in het huishouden is."))
            }
            let gekozen = Lidmaatschap.Reden(rawValue: command.reden).flatMap {
                Lidmaatschap.Reden.keuzes.contains($0) ? $0 : nil
            }
            if gekozen == nil { fouten.append(FieldError("reden", code: "keuze", "Kies waarom het huishouden verandert.")) }
            guard fouten.isEmpty, let gekozen else { throw Failure.invalid(fouten) }
            reden = gekozen
        }
    }

    /// Where they go: the household of `bij`, their own for another role, or a new one.
    private func doel(
        _ tx: Transaction, _ stap: Stap, _ command: HuishoudenWijzigen, _ leden: [Persoonrij], _ actor: Actor
    ) throws -> HuishoudenID {
        guard let eerste = leden.first else { throw Failure.notFound(what: "dossier") }
        guard leden.allSatisfy({ $0.gemeente == eerste.gemeente }) else {
            throw Failure.state(reason: "Deze mensen horen bij verschillende gemeenten. Verander hun huishouden apart.")
        }
        if stap.reden == .rol {
            guard leden.allSatisfy({ $0.huishouden == eerste.huishouden }), command.bij == nil else {
                throw Failure.state(reason: "Een andere rol krijgt iemand in het eigen huishouden.")
            }
            return eerste.huishouden
        }
        guard let bij = command.bij else { return try Huishoudregister.nieuw(tx, gemeente: eerste.gemeente) }
        guard let ander = try Persoonregister.vind(tx.db, bij) else { throw Failure.notFound(what: "dossier") }
        try Policy.decide(actor, .read, on: .dossier, facts: ander.feiten).orThrow()
        guard ander.gemeente == eerste.gemeente else {
            throw Failure.state(reason: "Dit huishouden hoort bij een andere gemeente.")
        }
        guard leden.allSatisfy({ $0.huishouden != ander.huishouden }) else {
            throw Failure.state(reason: "Iemand van hen woont al in dit huishouden.")
        }
        return ander.huishouden
    }

    static func eis(_ tx: Transaction, _ dossier: DossierID, _ actor: Actor) throws -> Persoonrij {
        guard let rij = try Persoonregister.vind(tx.db, dossier) else { throw Failure.notFound(what: "dossier") }
        try Policy.decide(actor, .change, on: .dossier, facts: rij.feiten).orThrow()
        return rij
    }

    static func rol(_ code: String) throws -> Huishoudrol {
        guard let rol = Huishoudrol(rawValue: code) else {
            throw Failure.invalid([FieldError("rol", code: "keuze", "Kies wat deze persoon in het huishouden is.")])
        }
        return rol
    }

    /// A worker never makes two heads of one household. What a gemeente sent that way stays as it came.
    static func eenHoofd(_ tx: Transaction, _ huishouden: HuishoudenID) throws {
        let hoofden = try Huishoudregister.leden(tx.db, huishouden).count { $0.rol == Huishoudrol.hoofd.rawValue }
        guard hoofden <= 1 else {
            throw Failure.invalid([
                FieldError("rol", code: "hoofd", "Dit huishouden heeft al een hoofd. Kies een andere rol voor één van hen.")
            ])
        }
    }
}
