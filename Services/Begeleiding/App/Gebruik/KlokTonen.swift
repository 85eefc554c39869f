// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension KlokOpvragen {
    /// The clock with all that happened to it and all that may be done with it. Of a child: the clock of the traject it
    /// rides on, with nothing to do.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Klokstand {
        let (actor, regels, vandaag) = (request.actor, middelen.regels, middelen.vandaag)
        return try await middelen.store.read { db in
            let rij = try Dossiers.eis(db, dossier, actor, .read, .traject)
            guard let traject = try rij.traject.flatMap({ try Trajecten.vind(db, $0) }) else {
                throw Failure.state(reason: "Er loopt nog geen klok: dit kind wacht op een ouder of voogd met een traject.")
            }
            let gehele = try regels.opdracht(traject.opdracht).traject
            var contract = gehele
            if !rij.eigenTraject { (contract.pauzeredenen, contract.verlenging, contract.eindredenen) = ([], nil, []) }
            let verlengd = try Klokken.verlengingen(db, traject.id)
            var stand = Klokstand(
                traject: traject.id, toestand: traject.loopt ? "lopend" : "afgerond",
                klok: try Trajecten.klok(db, traject.id).map { code, moment in
                    TrajectOverzicht.KlokDatum(
                        code: code.rawValue, naam: code.naam, datum: moment.datum, waarom: moment.waarom)
                },
                pauzes: try Klokken.pauzes(db, traject.id).map {
                    Klokstand.Pauze(
                        pauze: $0.id, reden: $0.pauze.reden.naam, van: $0.pauze.van, tot: $0.pauze.tot,
                        verlengt: $0.pauze.reden.verlengt, kijkOp: $0.pauze.tot == nil ? $0.kijkOp : nil)
                },
                verlengingen: verlengd.map { Klokstand.Verlenging(op: $0.op, maanden: $0.maanden, door: $0.door) },
                pauzeredenen: contract.pauzeredenen.map { Klokstand.Keuze(code: $0.code, naam: $0.naam) },
                kanVerlengen: max(0, (contract.verlenging?.keren ?? 0) - verlengd.count),
                verlengMaanden: contract.verlenging?.maanden ?? 0,
                eindredenen: contract.eindredenen.map { Klokstand.Keuze(code: $0.code, naam: $0.naam) },
                afgerondOp: traject.afgerondOp, eindreden: traject.reden.map { Eindreden.naam($0, gehele) },
                terugTot: traject.loopt
                    ? nil : traject.afgerondOp.flatMap { Afsluitregels.terugTot(einde: $0, regels: contract) },
                openDoelen: try Doelen.van(db, traject: traject.id).filter { Doelregels.isOpen($0.toestand) }.count,
                versie: traject.versie)
            if !traject.loopt, let einde = traject.afgerondOp, let herstart = contract.herstart {
                stand.terugTotWaarom = herstart.binnen.bereken(vanaf: einde, anker: "de laatste dag van het traject").uitleg
            }
            if traject.loopt, rij.eigenTraject, let basis = try Klokken.basis(db, traject.id) {
                stand.vooruitblik = basis.vooruitblik(
                    try Klokken.verloop(db, traject.id), regels: gehele, vandaag: vandaag,
                    kijkOp: try Klokken.openPauze(db, traject.id)?.kijkOp
                ).map { code, naam, moment in
                    TrajectOverzicht.KlokDatum(code: code, naam: naam, datum: moment.datum, waarom: moment.waarom)
                }
            }
            return stand
        }
    }
}
