// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The days of one person from which terms run. What the gemeente told stands there to read; what is not known is typed.
struct RegeldagDagenPagina: PageModel {
    static let template = "regeldag-dagen"
    let titel = "Dagen waarop termijnen beginnen"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let terug: String
    let fouten: Foutenlijst?
    let dagen: [Dag]
    let leeg: Leeg?
    let heeftLeden: Bool
    /// The same page of the others of the household.
    let leden: [Koppeling]

    struct Dag: Sendable {
        let kop: String
        let stand: String
        let stappen: String
        let actie: String
        let anker: String
        let versie: String
        let was: [VerborgenVeld]
        /// Nil for a day that the gemeente told, or for who only looks.
        let veld: Veld?
    }

    /// - Parameter leden: the others who have steps on the board.
    init(
        _ hoofd: Dossierhoofd, _ ankers: [Ankerdag], _ form: FormValues, leden: [(dossier: DossierID, naam: String)],
        rollen: Set<Role>, vandaag: Datum
    ) {
        (self.hoofd, terug) = (hoofd, "\(hoofd.href)/regeldag")
        kruimels = hoofd.kruimels + [Koppeling("Regeldag", terug)]
        let mag = !rollen.isDisjoint(with: [.begeleider, .teamleider])
        let getypt = form.text("anker")
        fouten = Foutenlijst(form, onderscheid: ["dag": "-\(getypt)"])
        dagen = ankers.map { anker in
            let eigen = getypt == anker.anker.rawValue ? form : FormValues(["dag": [anker.dag?.description ?? ""]])
            let versie = eigen.optional("versie") ?? String(anker.versie)
            return Dag(
                kop: anker.anker.naam.hoofdletter,
                stand: anker.dag.map { "\($0.voluit.hoofdletter)." } ?? "Nog niet bekend.",
                stappen: "Hiervan hangt af: \(anker.stappen.joined(separator: ", ")).",
                actie: "\(hoofd.href)/regeldagdagen", anker: anker.anker.rawValue, versie: versie,
                was: Botsing.begin(Self.velden, eigen),
                veld: mag && !anker.vast
                    ? Veld(
                        "dag", "Dag", eigen, soort: .datum, verplicht: false, onderscheid: "-\(anker.anker.rawValue)") : nil)
        }
        leeg =
            ankers.isEmpty ? Leeg("Geen dagen nodig", "Deze persoon heeft geen stappen op het regeldagbord.") : nil
        self.leden = leden.map { Koppeling($0.naam, "/dossier/\($0.dossier)/regeldagdagen") }
        heeftLeden = !leden.isEmpty
    }
}
