// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import Zegel

/// What is sealed here, and for what: the context binds sealed text to its place, so that it opens nowhere else.
enum Zegelplaats {
    static func notitie(_ id: ContactmomentID) -> String { "contactmoment.notitie:\(id)" }
    static func stap(_ id: ContactmomentID) -> String { "contactmoment.volgende-stap:\(id)" }
    static func partners(_ id: ContactmomentID) -> String { "contactmoment.partners:\(id)" }
    static func toelichting(_ id: ContactmomentID) -> String { "contactcorrectie.toelichting:\(id)" }
    static func onderwerp(_ id: AfspraakID) -> String { "afspraak.onderwerp:\(id)" }
    static func overdracht(_ id: OverdrachtID) -> String { "overdracht.notitie:\(id)" }
    static func doel(_ id: DoelID) -> String { "doel.tekst:\(id)" }
    static func regelbewijs(_ id: RegelzaakID) -> String { "regelzaak.kenmerk:\(id)" }
    static func regeldocument(_ id: RegeldocumentID, vanaf: Int) -> String { "regeldocument:\(id):\(vanaf)" }
    static func nood(_ id: NoodinzageID) -> String { "noodinzage:\(id)" }
    static func noodoordeel(_ id: NoodinzageID) -> String { "noodinzage.oordeel:\(id)" }
    static func regeldagafspraak(_ id: RegeldagafspraakID) -> String { "regeldagafspraak.inhoud:\(id)" }
    static func doelwoorden(_ id: DoelID) -> String { "doel.woorden:\(id)" }
    static func actie(_ id: ActieID) -> String { "actie.tekst:\(id)" }
    static func besluit(_ id: UUID) -> String { "planbesluit:\(id.uuidString.lowercased())" }
    static func gesprek(_ id: UUID) -> String { "plangesprek:\(id.uuidString.lowercased())" }
    static func plan(_ traject: TrajectID, versie: Int) -> String { "planversie:\(traject):\(versie)" }
}

/// Opens sealed text for one answer, with each key asked once. What cannot be opened now (intake is away) or ever again
/// (the key was destroyed) is nil: reading goes on and says so.
struct Opener {
    private let keys: any DossierKeys
    private var bekend: [DossierID: SealKey?] = [:]

    init(_ keys: any DossierKeys) { self.keys = keys }

    mutating func tekst(_ zegel: Data, van dossier: DossierID, plaats: String) async -> String? {
        guard let key = await key(dossier) else { return nil }
        return try? Seal.openText(zegel, with: key, context: plaats)
    }

    /// What is sealed as bytes, such as several words together.
    mutating func inhoud(_ zegel: Data, van dossier: DossierID, plaats: String) async -> Data? {
        guard let key = await key(dossier) else { return nil }
        return try? Seal.open(zegel, with: key, context: plaats)
    }

    /// The words of an action.
    mutating func woorden(_ actie: Actierij) async -> String? {
        if let zin = actie.zin { return zin }
        guard let zegel = actie.tekstZegel else { return nil }
        return await tekst(zegel, van: actie.dossier, plaats: Zegelplaats.actie(actie.id))
    }

    /// The words of a goal: the library's, or the own words opened.
    mutating func woorden(_ doel: Doelrij) async -> String? {
        if let zin = doel.zin { return zin }
        guard let zegel = doel.tekstZegel else { return nil }
        return await tekst(zegel, van: doel.dossier, plaats: Zegelplaats.doel(doel.id))
    }

    private mutating func key(_ dossier: DossierID) async -> SealKey? {
        if let known = bekend[dossier] { return known }
        let key = try? await keys.key(for: dossier)
        bekend[dossier] = .some(key)
        return key
    }
}

/// Shown in place of words that cannot be opened at the moment.
let onleesbaar = "Dit is nu niet te lezen."
