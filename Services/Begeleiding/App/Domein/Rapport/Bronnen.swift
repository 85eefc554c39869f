// SPDX-License-Identifier: EUPL-1.2
import Domein

// What a sentence of a report or an overdrachtsdocument rests on, each in a sentence of its own.
extension Dossierbeeld {
    var bron: Rapportparagraaf.Bron {
        .init(
            soort: "traject", id: traject.description,
            zin: "Traject van \(gestartOp.tekst) tot en met \(eindigtOp.tekst).")
    }
}

extension Dossierbeeld.Doel {
    var bron: Rapportparagraaf.Bron {
        .init(
            soort: "doel", id: id.description, zin: "Doel over \(leefgebied.naam.lowercased()): \(toestand.naam.lowercased()).")
    }
}

extension Dossierbeeld.Regelzaak {
    var volleNaam: String { voorKind ? "\(naam) (kind)" : naam }
    var bron: Rapportparagraaf.Bron {
        .init(soort: "regelzaak", id: id.description, zin: "\(volleNaam): \(toestand.naam.lowercased()).")
    }
}

extension Dossierbeeld.Contact {
    var bron: Rapportparagraaf.Bron {
        .init(
            soort: "contactmoment", id: id.description,
            zin: "\(soort.naam) op \(datum.tekst): \(verschijning.naam.lowercased()).")
    }
}
