// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Mustache

/// An interim report on paper: everything the template shows, as plain values.
struct Rapportafdruk: Sendable {
    let titel: String
    let dossiernummer: String
    /// Nil when the name may not be known here or intake does not have one.
    let naam: String?
    let gemeente: String
    let opdracht: String
    let isConcept: Bool
    /// `Vastgesteld op 5 juli 2027`, or `Concept van 1 juli 2027`.
    let stand: String
    /// `1 januari 2027 tot en met 30 juni 2027`.
    let periode: String
    let voet: String
    let klok: [Klokdatum]
    /// How far the traject is on the day of the report, 0 to 100 per cent of its length.
    let voortgang: Int
    let kerncijfers: [Rapportinhoud.Cijfer]
    let paragrafen: [Paragraaf]

    struct Klokdatum: Sendable {
        let naam: String
        let datum: String
        /// Where on the bar, 0 to 100 per cent of the traject.
        let plaats: Int
        /// To which side of its place the text stands: `links`, `midden`, `rechts`.
        let stand: String
    }

    struct Paragraaf: Sendable {
        let kop: String
        /// The text in the pieces between its line breaks.
        let alineas: [String]
        let bronnen: [String]
        let heeftBronnen: Bool
    }

    init(rij: RapportRij, inhoud: Rapportinhoud, naam: String?, opdracht: Opdracht?, vandaag: Datum) {
        titel = rij.isOverdrachtsdocument ? "Overdrachtsdocument" : "Tussenrapportage"
        dossiernummer = rij.dossiernummer
        self.naam = naam
        gemeente = opdracht?.gemeentenaam ?? (try? Gemeentecode(parsing: rij.gemeente))?.naam ?? rij.gemeente
        self.opdracht = rij.opdracht
        isConcept = rij.toestand == .concept
        let dag = rij.vastgesteldOp ?? vandaag
        stand = isConcept ? "Concept van \(dag.tekst)" : "Vastgesteld op \(dag.tekst)"
        periode = "\(rij.gestartOp.tekst) tot en met \(min(dag, rij.eindigtOp).tekst)"
        voet = "\(titel) \(rij.dossiernummer), versie \(rij.versie)\(isConcept ? ", concept" : "")"
        let lengte = max(rij.gestartOp.days(until: rij.eindigtOp), 1)
        func plaats(_ dag: Datum) -> Int { min(max(rij.gestartOp.days(until: dag) * 100 / lengte, 0), 100) }
        voortgang = plaats(dag)
        klok = [
            Klokdatum(naam: "Start", datum: rij.gestartOp.tekst, plaats: 0, stand: "links"),
            Klokdatum(
                naam: rij.isOverdrachtsdocument ? "Document" : titel, datum: rij.uiterlijkOp.tekst,
                plaats: plaats(rij.uiterlijkOp), stand: "midden"),
            Klokdatum(naam: "Einde", datum: rij.eindigtOp.tekst, plaats: 100, stand: "rechts"),
        ]
        kerncijfers = inhoud.kerncijfers
        paragrafen = inhoud.paragrafen.map { paragraaf in
            Paragraaf(
                kop: paragraaf.kop,
                alineas: paragraaf.tekst.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
                    .filter { !$0.isEmpty },
                bronnen: paragraaf.bronnen.map(\.zin), heeftBronnen: !paragraaf.bronnen.isEmpty)
        }
    }

    /// The page, for WeasyPrint. Everything that people wrote is escaped by the template.
    func html() throws -> Data {
        let template = try MustacheTemplate(string: String(decoding: PackageResources.rapport_mustache, as: UTF8.self))
        let page = Page(rapport: self, stijl: String(decoding: PackageResources.rapport_css, as: UTF8.self))
        return Data(template.render(page).utf8)
    }

    private struct Page {
        let rapport: Rapportafdruk
        let stijl: String
    }
}
