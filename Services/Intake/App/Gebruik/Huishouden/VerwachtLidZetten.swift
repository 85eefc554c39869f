// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang
import Zegel

/// Family abroad: written down, changed, and tied to a dossier when the person has come.
struct VerwachtLidZetten: Sendable {
    let parts: IntakeParts

    func leg(_ command: VerwachtLidVastleggen, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let invoer = try Invoer(command)
        let id = command.id ?? VerwachtLidID(parts.store.ids.next())
        let verzegeld = try await VerwachtZegel(parts: parts).sluit(invoer.lid, id, command.referent)
        return try await parts.store.once(envelope) { tx in
            _ = try HuishoudenZetten.eis(tx, command.referent, actor)
            guard let bekend = command.id else {
                guard VerwachtLid.mag(van: nil, naar: invoer.stand) else { throw Self.stand }
                try VerwachteLeden.maak(
                    tx, id, referent: command.referent, invoer.rol, invoer.stand, verwachtOp: command.verwachtOp,
                    verzegeld: verzegeld)
                try tx.created("verwacht_lid", id: id.description, why: "verwacht gezinslid")
                return Done()
            }
            guard let oud = try VerwachteLeden.vind(tx.db, bekend), oud.referent == command.referent else {
                throw Failure.notFound(what: "verwacht gezinslid")
            }
            guard VerwachtLid.mag(van: oud.stand, naar: invoer.stand) else { throw Self.stand }
            try tx.change("verwacht_lid", id: bekend.description, from: command.versie, why: "verwacht gezinslid gewijzigd") {
                try VerwachteLeden.vervang(
                    $0, bekend, invoer.rol, invoer.stand, verwachtOp: command.verwachtOp, verzegeld: verzegeld)
            }
            return Done()
        }
    }

    /// The one who came joins the household where the referent lives by now.
    func aangekomen(_ command: VerwachtLidAangekomen, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        try await parts.store.once(envelope) { tx in
            guard let lid = try VerwachteLeden.vind(tx.db, command.id) else {
                throw Failure.notFound(what: "verwacht gezinslid")
            }
            let referent = try HuishoudenZetten.eis(tx, lid.referent, actor)
            guard lid.stand != .aangekomen, lid.stand != .vervallen else { throw Self.stand }
            guard let dossier = try Persoonregister.met(tx.db, dossiernummer: command.dossiernummer.uppercased()),
                let rij = try Persoonregister.vind(tx.db, dossier), rij.gemeente == referent.gemeente,
                Policy.decide(actor, .change, on: .dossier, facts: rij.feiten).isYes
            else {
                throw Failure.invalid([
                    FieldError(
                        "dossiernummer", code: "onbekend",
                        "Er is geen dossier met dit nummer waar u in mag werken. Kijk het nummer na.")
                ])
            }
            guard rij.dossier != referent.dossier else {
                throw Failure.invalid([FieldError("dossiernummer", code: "zelf", "Dit is het dossier van wie al hier is.")])
            }
            let verloop = try Lidmaatschappen.verloop(tx.db, dossier)
            if let bezwaar = verloop.bezwaar(tegenStap: command.op, vandaag: tx.today) {
                throw Failure.invalid([FieldError("op", code: bezwaar.code, bezwaar.zin)])
            }
            var (verblijf, meerijders): (LidmaatschapID?, [DossierID]) = (nil, [])
            if rij.huishouden != referent.huishouden {
                try tx.change("persoon", id: dossier.description, from: rij.versie, why: "huishouden gewijzigd") { _ in
                    verblijf = try Lidmaatschappen.begin(
                        tx, dossier, in: referent.huishouden, lid.rol, van: command.op, .nareis, bron: .medewerker)
                }
                if lid.rol == .hoofd { try Self.eenHoofd(tx, referent.huishouden) }
                try tx.emit(
                    HuishoudenGewijzigd(
                        dossier: dossier, huishouden: referent.huishouden, rol: lid.rol.rawValue, van: command.op))
                meerijders = try Huishoudregister.vulMeerijdenAan(tx, referent.huishouden)
            }
            let (begonnen, kinderen) = (verblijf, meerijders)
            try tx.change("verwacht_lid", id: command.id.description, from: command.versie, why: "aangekomen") {
                try VerwachteLeden.koppel($0, command.id, aan: dossier, lidmaatschap: begonnen, meerijders: kinderen)
            }
            return Done()
        }
    }

    /// The arrival was a mistake: the tie with the dossier goes, and with it the stay that it began and the rides that it gave.
    func draaiTerug(_ command: VerwachtLidTerugdraaien, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        try await parts.store.once(envelope) { tx in
            guard let lid = try VerwachteLeden.vind(tx.db, command.id) else {
                throw Failure.notFound(what: "verwacht gezinslid")
            }
            _ = try HuishoudenZetten.eis(tx, lid.referent, actor)
            guard lid.stand == .aangekomen, let dossier = lid.dossier else { throw Self.stand }
            let rij = try HuishoudenZetten.eis(tx, dossier, actor)
            try tx.change("verwacht_lid", id: command.id.description, from: command.versie, why: "aankomst teruggedraaid") {
                try VerwachteLeden.ontkoppel($0, command.id)
            }
            try Huishoudregister.maakLos(tx, lid.meerijders)
            let hier = rij.huishouden
            if let begonnen = lid.lidmaatschap { try Self.neemVerblijfTerug(tx, rij, begonnen) }
            if !lid.meerijders.isEmpty { try Huishoudregister.vulMeerijdenAan(tx, hier) }
            return Done()
        }
    }

    private static func neemVerblijfTerug(_ tx: Transaction, _ rij: Persoonrij, _ begonnen: LidmaatschapID) throws {
        let alle = try Lidmaatschappen.van(tx.db, rij.dossier)
        // Taken back by hand before: then there is nothing left to undo.
        guard let feit = alle.first(where: { $0.id == begonnen }), !feit.ingetrokken else { return }
        let verloop = Huishoudverloop(alle)
        guard verloop.nu?.id == feit.id, verloop.terugNaar != nil else {
            throw Failure.state(
                reason: "Na de aankomst is veranderd waar deze persoon woont. Maak eerst die verandering ongedaan.")
        }
        try tx.change("persoon", id: rij.dossier.description, from: rij.versie, why: "huishouden teruggedraaid") { _ in
            try Lidmaatschappen.draaiTerug(tx, verloop)
        }
        guard let na = try Lidmaatschappen.verloop(tx.db, rij.dossier).nu else { throw Failure.notFound(what: "lidmaatschap") }
        if na.rol == .hoofd, na.bron != .gemeente { try HuishoudenZetten.eenHoofd(tx, na.huishouden) }
        try tx.emit(
            HuishoudenGewijzigd(dossier: rij.dossier, huishouden: na.huishouden, rol: na.rol.rawValue, van: na.van))
        try Huishoudregister.vulMeerijdenAan(tx, na.huishouden)
    }

    /// The form of an arrival has no role: the sentence says where it is changed.
    private static func eenHoofd(_ tx: Transaction, _ huishouden: HuishoudenID) throws {
        do {
            try HuishoudenZetten.eenHoofd(tx, huishouden)
        } catch Failure.invalid {
            throw Failure.state(
                reason: "Dit huishouden heeft al een hoofd. Wijzig eerst wat dit gezinslid in het huishouden wordt.")
        }
    }

    private static let stand = Failure.state(reason: "Dat kan niet met dit gezinslid: kijk na wat er nu staat.")

    private struct Invoer {
        var lid: VerwachtLid
        var rol: Huishoudrol
        var stand: VerwachtLid.Stand

        init(_ command: VerwachtLidVastleggen) throws {
            var fouten: [FieldError] = []
            var naam = ""
            do {
                naam = try Naam(geslachtsnaam: command.naam).weergave
            } catch {
                fouten.append(FieldError("naam", code: error.code, "Vul de naam in zoals u die kent. \(error.text)"))
            }
            var geboren = OnvolledigeDatum.onbekend
            do { geboren = try OnvolledigeDatum(parsing: command.geboortedatum) } catch {
                fouten.append(FieldError("geboortedatum", code: error.code, error.text))
            }
            if (command.land?.count ?? 0) > 60 {
                fouten.append(FieldError("land", code: "te-lang", "Het land heeft hoogstens 60 tekens."))
            }
            let rol = Huishoudrol(rawValue: command.rol)
            if rol == nil { fouten.append(FieldError("rol", code: "keuze", "Kies wat deze persoon in het huishouden wordt.")) }
            let stand = VerwachtLid.Stand(rawValue: command.stand)
            if stand == nil { fouten.append(FieldError("stand", code: "keuze", "Kies hoe ver het is.")) }
            guard fouten.isEmpty, let rol, let stand else { throw Failure.invalid(fouten) }
            lid = VerwachtLid(naam: naam, geboortedatum: geboren, land: command.land)
            (self.rol, self.stand) = (rol, stand)
        }
    }
}

/// The sealing of an expected member: bound to its own row and to the referent.
struct VerwachtZegel: Sendable {
    let parts: IntakeParts

    func sluit(_ lid: VerwachtLid, _ id: VerwachtLidID, _ referent: DossierID) async throws -> Data {
        let key = try await parts.kluis.key(for: referent)
        return try Seal.seal(MessageCoding.encode(lid), with: key, context: Self.context(id, referent))
    }

    func open(_ rij: VerwachtLidrij) async throws -> VerwachtLid {
        let key = try await parts.kluis.key(for: rij.referent)
        return try MessageCoding.decode(
            from: try Seal.open(rij.verzegeld, with: key, context: Self.context(rij.id, rij.referent)))
    }

    private static func context(_ id: VerwachtLidID, _ referent: DossierID) -> String { "verwacht_lid:\(id):\(referent)" }
}
