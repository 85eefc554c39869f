// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// One report: a concept to edit and approve, or the approved text to read.
struct RapportPagina: PageModel {
    static let template = "rapport"
    let titel: String
    let menu: String? = "/rapporten"
    let kruimels = [Koppeling("Rapporten", "/rapporten")]
    let id: String
    let wie: String
    let label: Label
    /// That nothing about this person leaves. Nil otherwise, and always for the gemeente.
    let stop: Label?
    let uiterlijk: String
    let melding: Melding?
    let fouten: Foutenlijst?
    let pdf: String?
    let heeftBijlage: Bool
    let formulier: Formulier?
    let lezen: Lezen?
    let kerncijfers: Gegevens?

    struct Formulier: Sendable {
        let versie: Int
        let stukken: [Stuk]
    }

    /// A paragraph to edit, with what it rests on.
    struct Stuk: Sendable {
        let vlak: Tekstvlak
        let heeftBronnen: Bool
        let bronnen: [String]
        /// Sentences that can go along, chosen one by one.
        let punten: Keuzegroep?
    }

    struct Lezen: Sendable { let stukken: [Tekst] }

    struct Tekst: Sendable {
        let kop: String
        let tekst: String
        let heeftBronnen: Bool
        let bronnen: [String]
    }

    /// The field of the points of attention to choose from.
    static let puntveld = "punt"

    /// The field of a paragraph on the form.
    static func veld(_ code: String) -> String { "paragraaf-\(code)" }

    /// - Parameters:
    ///   - naam: nil for the gemeente, which sees the number only.
    ///   - magVaststellen: whether this user may approve it.
    init(
        _ rapport: RapportOpvragen.Answer, naam: String?, vandaag: Datum,
        form: FormValues = FormValues(), melding: Melding? = nil, magVaststellen: Bool
    ) {
        let (regel, paragrafen) = (rapport.regel, rapport.paragrafen)
        titel = "\(Rapportsoort.naam(regel.soort)) \(regel.dossiernummer)"
        id = regel.rapport.description
        wie = naam ?? "Dossier \(regel.dossiernummer)"
        label = RapportenPagina.stand(regel, vandaag: vandaag)
        uiterlijk = regel.uiterlijkOp.tekst
        (self.melding, fouten) = (melding, Foutenlijst(form))
        let cijfers = rapport.kerncijfers ?? []
        kerncijfers = cijfers.isEmpty ? nil : Gegevens(cijfers.map { .init($0.naam, Self.cijfer($0)) })
        let isConcept = regel.toestand == .concept
        stop = rapport.uitwisselingGestopt == true ? .uitwisseling(gestopt: true) : nil
        pdf = paragrafen.isEmpty || stop != nil ? nil : "/rapport/\(regel.rapport)/pdf"
        heeftBijlage = !paragrafen.isEmpty
        let isGemeente = naam == nil
        if isConcept, magVaststellen, !paragrafen.isEmpty {
            formulier = Formulier(
                versie: Int(form.text("versie")) ?? regel.versie, stukken: paragrafen.map { Stuk($0, form) })
            lezen = nil
        } else {
            formulier = nil
            // What a statement rests on is for the workers: it may name a contact.
            lezen = Lezen(
                stukken: paragrafen.map { paragraaf in
                    let bronnen = isGemeente ? [] : paragraaf.bronnen.map(\.zin)
                    return Tekst(
                        kop: paragraaf.kop, tekst: paragraaf.tekst, heeftBronnen: !bronnen.isEmpty, bronnen: bronnen)
                })
        }
    }

    private static func cijfer(_ cijfer: RapportOpvragen.Kerncijfer) -> String {
        cijfer.toelichting.isEmpty ? cijfer.waarde : "\(cijfer.waarde) (\(cijfer.toelichting))"
    }
}

extension RapportPagina.Stuk {
    init(_ paragraaf: RapportParagrafen.Paragraaf, _ form: FormValues) {
        let veld = RapportPagina.veld(paragraaf.code)
        var form = form
        if form.values[veld] == nil { form.set(veld, paragraaf.tekst) }
        let regels = min(16, max(4, paragraaf.tekst.count / 70 + 2))
        let isVrij = Rapportsoort.vrij.contains(paragraaf.code)
        vlak = Tekstvlak(
            veld, paragraaf.kop, form, hulp: isVrij ? "Laat u dit leeg, dan staat het niet in het document." : nil,
            verplicht: !isVrij, regels: regels, lengte: 10_000)
        let voorstellen = paragraaf.code == "aandacht" ? paragraaf.bronnen.map(\.zin) : []
        punten =
            voorstellen.isEmpty
            ? nil
            : Keuzegroep(
                RapportPagina.puntveld, "Welke punten gaan mee?", form,
                voorstellen.enumerated().map { Optie(String($0.offset + 1), $0.element) }, meer: true,
                hulp: "Wat u aanvinkt komt in het document, onder uw eigen tekst.", verplicht: false)
        bronnen = voorstellen.isEmpty ? paragraaf.bronnen.map(\.zin) : []
        heeftBronnen = !bronnen.isEmpty
    }
}
