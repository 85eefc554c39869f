// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

extension Aandachtspunten {
    /// Computes the points of one dossier anew from what stands in the store. Every use case that changes a file ends with
    /// this, so that nobody drops off the lists.
    static func bijwerken(_ db: Database, _ id: DossierID, _ regels: Regels) throws {
        guard let dossier = try Dossiers.vind(db, id) else { throw Failure.notFound(what: "dossier") }
        let traject = try dossier.eigenTraject ? dossier.traject.flatMap { try Trajecten.vind(db, $0) } : nil
        let gevolgd = try Regelzaken.controles(db, drager: id)
        let stand = Aandacht.Stand(
            loopt: dossier.toestand != .afgerond, volgt: try Samengevoegd.wortel(db, van: id) != nil,
            traject: try traject.map { traject in
                Aandacht.Stand.Traject(
                    eersteContactUiterlijk: traject.eersteContactUiterlijk, tussenrapportageOp: traject.tussenrapportageOp,
                    tussenrapportageKlaar: traject.tussenrapportageKlaarOp != nil, eindigtOp: traject.eindigtOp,
                    pauzeKijkOp: try Klokken.openPauze(db, traject.id)?.kijkOp,
                    metingen: try teMeten(db, traject, regels),
                    besprekenOp: Planregel.bespreken(
                        laatst: traject.planBesprokenOp, gepland: traject.planVolgendOp, start: traject.gestartOp,
                        regel: try regels.opdracht(traject.opdracht).plan.bespreken)?.dag)
            },
            contact: dossier.contact, regelzaken: try Regelzaken.openMetDag(db, drager: id),
            controles: gevolgd.controles, bezwaren: gevolgd.bezwaren,
            nazorg: try traject.map { $0.loopt ? [] : try Klokken.openNazorg(db, $0.id) } ?? [],
            afspraken: try Afspraken.open(db, drager: id),
            actieOp: try dossier.traject.flatMap { try Acties.eersteDag(db, dossier: id, traject: $0) },
            opvolgingen: try Signalen.open(db, id).map { open in
                let moment = Signaleringregels.moment(open)
                return .init(bron: open.id, vanaf: moment.vanaf, uiterlijk: moment.uiterlijk)
            },
            wachtSinds: dossier.toestand == .wacht ? dossier.geaccepteerdOp : nil,
            tweedeStartSinds: try TweedeStarten.wacht(db, id)?.sinds, achttien: try achttien(db, dossier))
        try zet(db, id, Aandacht.punten(stand, regels: regels.aandacht))
        try Uitbeelden.bijwerken(db, dossier, traject, stand, regels)
    }

    /// Who rides along and is 18. Once somebody looked and said when to look again, it is asked again on that day.
    private static func achttien(_ db: Database, _ dossier: Dossierrij) throws -> Aandacht.Stand.Achttien? {
        guard !dossier.eigenTraject, let sinds = try Dossiers.achttienSinds(db, dossier) else { return nil }
        let punt = Uitbeeld.achttien(sinds)
        let kijkOp = Uitbeeld.opLijst([punt], gezien: try Gezienen.gelden(db, dossier.id)).first?.opLijst
        return .init(sinds: sinds, kijkOp: kijkOp ?? sinds)
    }

    /// The measurements that the contract asks and that are not there yet.
    private static func teMeten(_ db: Database, _ traject: Trajectrij, _ regels: Regels) throws -> [(Meetmoment, Datum)] {
        guard let meten = try regels.opdracht(traject.opdracht).metingen else { return [] }
        let gedaan = try Metingen.gedaan(db, traject.id)
        return meten.momenten.filter { !gedaan.contains($0.moment) }.map {
            ($0.moment, $0.uiterlijk(start: traject.gestartOp, einde: traject.eindigtOp).dag)
        }
    }
}
