// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB

extension Uitbeelden {
    /// Computes the reasons of one dossier anew. Called with the points of the today page, so by every use case that changes a
    /// file: nobody can forget it.
    static func bijwerken(
        _ db: Database, _ dossier: Dossierrij, _ traject: Trajectrij?, _ aandacht: Aandacht.Stand, _ regels: Regels
    ) throws {
        let contract = try regels.opdracht(dossier.opdracht).uitbeeld
        let stand = Uitbeeld.Stand(
            loopt: aandacht.loopt, geaccepteerdOp: dossier.geaccepteerdOp, heeftBegeleider: dossier.begeleider != nil,
            rijdtMee: dossier.meerijdendMet != nil,
            traject: aandacht.traject.map { traject in
                Uitbeeld.Stand.Traject(
                    eersteContactUiterlijk: traject.eersteContactUiterlijk, tussenrapportageOp: traject.tussenrapportageOp,
                    tussenrapportageKlaar: traject.tussenrapportageKlaar, eindigtOp: traject.eindigtOp,
                    pauzeKijkOp: traject.pauzeKijkOp)
            },
            laatsteContact: dossier.contact.laatsteContact, noShowOp: dossier.contact.noShowOp,
            gepland: try Gezienen.gepland(db, dossier),
            regelzaken: aandacht.regelzaken.map { ($0.id.description, $0.uiterlijkOp) },
            documentTot: try Gezienen.document(db, dossier.id).tot, wachtSinds: aandacht.wachtSinds,
            achttienSinds: aandacht.achttien?.sinds,
            overdrachtUiterlijk: try Overdrachten.open(db, dossier.id)?.uiterlijkOp, nazorg: aandacht.nazorg,
            documentBijEindeOp: traject.flatMap { $0.loopt || $0.overdrachtKlaarOp != nil ? nil : $0.overdrachtUiterlijkOp })
        let punten = Uitbeeld.punten(stand, regels: contract, noShowWerkdagen: regels.aandacht.noShowWerkdagen)
            .filter { !aandacht.volgt || $0.soort.staatOpZichzelf }
        try zet(db, dossier.id, Uitbeeld.opLijst(punten, gezien: try Gezienen.gelden(db, dossier.id)))
    }
}
