// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

/// People by name, within the actor's rights: the own list, the search box, the labels of a screen.
struct PersonenTonen: Sendable {
    let parts: IntakeParts

    func zoek(_ query: PersonenZoeken, _ actor: Actor) async throws -> Page<Persoonsregel> {
        guard query.tekst.unicodeScalars.count <= 200 else {
            throw Failure.invalid([FieldError("tekst", code: "te-lang", "Zoek met hoogstens 200 tekens.")])
        }
        let isList = query.tekst.allSatisfy(\.isWhitespace)
        let scope = Policy.scope(actor, isList ? .list : .search, on: .dossier)
        let after = query.page.after.flatMap { DossierID($0) }
        return try await parts.store.read { db in
            let rijen = try Personenlijst.zoek(db, query.tekst, scope, na: after, aantal: query.page.grens + 1)
            let shown = rijen.prefix(query.page.grens)
            return Page(
                rows: shown.map(Persoonsregel.init),
                next: rijen.count > shown.count ? shown.last?.dossier.description : nil,
                total: isList ? try Personenlijst.aantal(db, scope) : nil)
        }
    }

    func labels(_ query: DossierLabels, _ actor: Actor) async throws -> [DossierLabel] {
        guard query.dossiers.count <= 200 else {
            throw Failure.invalid([FieldError("dossiers", code: "te-veel", "Vraag hoogstens 200 dossiers tegelijk.")])
        }
        guard !query.dossiers.isEmpty else { return [] }
        let scope = Policy.scope(actor, .list, on: .dossier)
        return try await parts.store.read { try Personenlijst.labels($0, query.dossiers, scope) }
    }
}

extension Persoonsregel {
    init(_ rij: Persoonrij) {
        self.init(
            dossier: rij.dossier, dossiernummer: rij.dossiernummer, naam: rij.naam, geboortedatum: rij.geboortedatum,
            huishouden: rij.huishouden, doelgroep: rij.doelgroep, spreektaal: rij.spreektaal, tolkNodig: rij.tolkNodig,
            begeleider: rij.begeleider)
    }
}
