// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The people of one spreekuur and what was typed for each, as the values of one form. Kept on the server while it goes on, so
/// that neither an error in one row nor another device loses anything.
struct Spreekuurlijst: Sendable, Equatable {
    /// More than this is no spreekuur.
    static let meeste = 60
    private static let rijvelden = ["verschijning", "minuten", "tolk", "notitie"]

    private(set) var waarden: [String: [String]]

    init(_ waarden: [String: [String]] = [:]) {
        self.waarden = waarden.filter { !$0.key.hasPrefix("_") && !["doe", "zoek", "tolk-nodig"].contains($0.key) }
    }

    /// Who still has to be written down, and who was.
    var open: [DossierID] { ids("lijst").filter { !gedaan.contains($0) } }
    var gedaan: [DossierID] { ids("gedaan") }
    var isLeeg: Bool { ids("lijst").isEmpty && gedaan.isEmpty }

    private func ids(_ veld: String) -> [DossierID] {
        var gezien: Set<DossierID> = []
        return (waarden[veld] ?? []).compactMap { DossierID($0) }.filter { gezien.insert($0).inserted }
    }

    /// False when the list is full or the person is on it.
    mutating func voegToe(_ dossier: DossierID, tolk: String) -> Bool {
        guard !open.contains(dossier), open.count < Self.meeste else { return false }
        // Once more on the same day: a second contact.
        waarden["gedaan"] = gedaan.filter { $0 != dossier }.map(\.description)
        waarden["lijst"] = (ids("lijst").filter { $0 != dossier } + [dossier]).map(\.description)
        for (veld, waarde) in [("verschijning", "aanwezig"), ("minuten", "15"), ("tolk", tolk), ("notitie", "")] {
            waarden["\(veld)-\(dossier)"] = [waarde]
        }
        return true
    }

    mutating func haalWeg(_ dossier: DossierID) {
        waarden["lijst"] = ids("lijst").filter { $0 != dossier }.map(\.description)
        wisRij(dossier)
    }

    /// The contact of this person was written down.
    mutating func isVastgelegd(_ dossier: DossierID) {
        waarden["gedaan"] = (gedaan.filter { $0 != dossier } + [dossier]).map(\.description)
        haalWeg(dossier)
    }

    private mutating func wisRij(_ dossier: DossierID) {
        for veld in Self.rijvelden { waarden["\(veld)-\(dossier)"] = nil }
    }

    /// What this page says over what was kept: a page on another device that knows fewer people takes nobody away.
    func met(_ pagina: Spreekuurlijst) -> Spreekuurlijst {
        var samen = self
        samen.waarden.merge(pagina.waarden.filter { !["lijst", "gedaan"].contains($0.key) }) { _, nieuw in nieuw }
        let gedaan = Set(self.gedaan)
        // What was written down meanwhile is done, whatever an older page thinks.
        let nieuw = pagina.open.filter { !ids("lijst").contains($0) && !gedaan.contains($0) }
        samen.waarden["lijst"] = (ids("lijst") + nieuw).map(\.description)
        samen.waarden["gedaan"] = self.gedaan.map(\.description)
        for dossier in pagina.open where gedaan.contains(dossier) && !open.contains(dossier) { samen.wisRij(dossier) }
        return samen
    }
}
