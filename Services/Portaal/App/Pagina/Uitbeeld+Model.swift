// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// The standing list: who must be looked at, since when, and why. Nobody leaves it without somebody doing something.
struct UitbeeldPagina: PageModel {
    static let template = "uit-beeld"
    let titel = "Uit beeld"
    let menu: String? = "/uit-beeld"
    let melding: Melding?
    let aantal: String?
    let kiesvakken: [Kiesvak]
    let rijen: [Rij]
    let heeftRijen: Bool
    let leeg: Leeg?
    let bladeren: Bladeren?

    struct Rij: Sendable {
        let naam: String
        let href: String
        let sinds: String
        /// Where the work stands in another dossier of the same person.
        let uit: String?
        /// Nil on the page of a begeleider, who sees the own people.
        let wie: String?
        let redenen: [Reden]
        let meer: String?
        let actie: Koppeling
        let gezien: String
    }

    struct Reden: Sendable {
        let tekst: String
        let waarom: String
    }

    /// - Parameters:
    ///   - antwoord: nil while begeleiding is away.
    ///   - begeleiders: to filter by; empty for who is no team leader.
    init(
        _ antwoord: UitbeeldOpvragen.Answer?, namen: [DossierID: String], begeleiders: [GebruikerRij], form: FormValues,
        na: String?
    ) {
        melding = antwoord == nil ? .even("De lijst is") : nil
        let regels = antwoord?.pagina.rows ?? []
        let wie = Dictionary(begeleiders.map { ($0.id, $0.naam) }, uniquingKeysWith: { eerste, _ in eerste })
        rijen = regels.map { Rij($0, naam: namen[$0.dossier], wie: begeleiders.isEmpty ? nil : wie) }
        heeftRijen = !rijen.isEmpty
        aantal = antwoord.flatMap { na == nil ? Self.aantal($0.pagina.total) : nil }
        let redenen = (antwoord?.tellingen ?? []).map {
            Optie($0.reden, "\($0.naam) (\($0.aantal.map(String.init) ?? "meer dan 500"))")
        }
        // On a later page nothing is counted: the chosen reason stays chosen.
        let gekozen = form.optional("reden").map { code in
            redenen.contains { $0.waarde == code } ? [] : [Optie(code, "De gekozen reden")]
        }
        kiesvakken =
            [Kiesvak("reden", "Reden", form, redenen + (gekozen ?? []), leeg: "Alle redenen")]
            + (begeleiders.isEmpty
                ? []
                : [
                    Kiesvak(
                        "begeleider", "Begeleider", form, begeleiders.map { Optie($0.id.description, $0.naam) },
                        leeg: "Iedereen van het team")
                ])
        leeg =
            antwoord != nil && regels.isEmpty
            ? (form.optional("reden") == nil && form.optional("begeleider") == nil
                ? Leeg("Niemand is uit beeld", "Met iedereen is contact, en er staat iets gepland.")
                : Leeg(
                    "Niemand met deze keuze", "Kies een andere reden of begeleider.", actie: Koppeling("Toon alles", "/uit-beeld")
                ))
            : nil
        bladeren = antwoord.flatMap { antwoord in
            antwoord.pagina.next == nil && na == nil
                ? nil
                : Bladeren(
                    "\(regels.count) op deze bladzijde", vorige: na == nil ? nil : Self.adres(form, na: nil),
                    volgende: antwoord.pagina.next.map { Self.adres(form, na: $0) })
        }
    }

    /// - Parameter totaal: nil when there are more than are counted.
    private static func aantal(_ totaal: Int?) -> String {
        switch totaal {
        case nil: "Meer dan 500 mensen om naar te kijken."
        case 1: "1 persoon om naar te kijken."
        case let totaal?: "\(totaal) mensen om naar te kijken."
        }
    }

    private static func adres(_ form: FormValues, na: String?) -> String {
        Adres.van(
            "/uit-beeld", [("reden", form.optional("reden")), ("begeleider", form.optional("begeleider")), ("na", na)])
    }
}

extension UitbeeldPagina.Rij {
    init(_ regel: Uitbeeldregel, naam: String?, wie namen: [GebruikerID: String]?) {
        let pad = "/dossier/\(regel.dossier)"
        self.naam = naam ?? "Dossier openen"
        href = pad
        sinds = regel.sinds.tekst
        uit = regel.uitDossiernummer.map { " Uit samengevoegd dossier \($0)." }
        wie = namen.map { namen in regel.begeleider.map { namen[$0] ?? "Een collega" } ?? "Nog niemand" }
        redenen = regel.redenen.map { UitbeeldPagina.Reden(tekst: $0.tekst, waarom: $0.waarom) }
        meer = regel.meer.map { $0 == 1 ? "Nog 1 reden" : "Nog \($0) redenen" }
        actie = Self.actie(regel.redenen.first?.code ?? "", pad)
        gezien = "\(pad)/uit-beeld"
    }

    /// The act that settles the reason that is longest there.
    static func actie(_ code: String, _ pad: String) -> Koppeling {
        switch code {
        case "geen-begeleider": Koppeling("Verdelen", "/verdelen")
        case "klok-loopt-af", "pauze": Koppeling("Naar de klok", "\(pad)/klok")
        case "termijn": Koppeling("Naar de regeldag", "\(pad)/regeldag")
        case "rapport": Koppeling("Naar de rapporten", "/rapporten")
        case "document": Koppeling("Document bijwerken", "\(pad)/uit-beeld")
        case "achttien": Koppeling("Naar de gegevens", "\(pad)/gegevens")
        case "wacht-op-ouder": Koppeling("Naar het dossier", pad)
        case "overdracht": Koppeling("Naar de overdrachten", "/overdrachten")
        default: Koppeling("Contact vastleggen", "\(pad)/contact")
        }
    }
}

/// Why one person is on the list, or when the person comes back on it; what was seen; and who had the dossier when.
struct UitbeeldDossierPagina: PageModel {
    static let template = "uit-beeld-dossier"
    let titel = "In beeld"
    let menu: String? = "/uit-beeld"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let href: String
    let fouten: Foutenlijst?
    let nu: [Reden]
    let heeftNu: Bool
    let straks: [Reden]
    let heeftStraks: Bool
    let terug: String?
    let formulier: Formulier?
    let document: Document?
    let gezien: [String]
    let heeftGezien: Bool
    let toewijzingen: Tabel?

    struct Reden: Sendable {
        let tekst: String
        let waarom: String
        let wanneer: String
    }

    struct Formulier: Sendable {
        let versie: String
        let reden: Keuzegroep
        let kijkOp: Veld
    }

    struct Document: Sendable {
        let versie: String
        let was: [VerborgenVeld]
        let veld: Veld
    }

    init(
        _ hoofd: Dossierhoofd, _ stand: UitbeeldDossier.Answer, _ rijen: [ToewijzingenOpvragen.Rij], _ form: FormValues,
        gebruikers: [GebruikerID: String], magWijzigen: Bool, vandaag: Datum
    ) {
        self.hoofd = hoofd
        kruimels = hoofd.kruimels
        href = hoofd.href
        fouten = Foutenlijst(form)
        nu = stand.nu.map { Reden(tekst: $0.tekst, waarom: $0.waarom, wanneer: "sinds \($0.sinds.tekst)") }
        heeftNu = !nu.isEmpty
        straks = stand.straks.prefix(5).map {
            Reden(tekst: $0.tekst, waarom: $0.waarom, wanneer: "vanaf \($0.sinds.tekst)")
        }
        heeftStraks = !straks.isEmpty
        terug =
            nu.isEmpty
            ? stand.straks.first.map { "Deze persoon staat niet op de lijst en komt er op \($0.sinds.tekst) weer op." } : nil
        formulier =
            magWijzigen && !nu.isEmpty
            ? Formulier(
                versie: form.optional("versie") ?? String(stand.versie),
                reden: Keuzegroep(
                    "reden", "Waarom is het goed zo?", form, stand.gezienRedenen.map { Optie($0.code, $0.naam) }),
                kijkOp: Veld(
                    "kijkOp", "Weer kijken op", form, soort: .datum,
                    hulp: "Uiterlijk \(stand.gezienTot.tekst). Komt er iets nieuws bij, dan staat het er eerder weer op.",
                    minimum: vandaag.adding(days: 1).description, maximum: stand.gezienTot.description)) : nil
        var documentform = form
        if documentform.values["geldigTot"] == nil {
            documentform.set("geldigTot", stand.documentTot?.description ?? "")
        }
        document =
            magWijzigen && stand.loopt
            ? Document(
                versie: form.optional("documentversie") ?? String(stand.documentVersie),
                was: Botsing.begin(Self.documentvelden, documentform),
                veld: Veld(
                    "geldigTot", "Geldig tot en met", documentform, soort: .datum,
                    hulp: "Alleen de datum. Het nummer blijft op het document staan.", verplicht: false)) : nil
        gezien = stand.gezien.map { keer in
            let door = keer.door.flatMap { gebruikers[$0] }.map { " door \($0)" } ?? ""
            return "\(keer.op.tekst)\(door): \(keer.reden.lowercased()). Weer kijken op \(keer.kijkOp.tekst)."
        }
        heeftGezien = !gezien.isEmpty
        toewijzingen =
            rijen.isEmpty
            ? nil
            : Tabel(
                "Wie had dit dossier", stil: true,
                kolommen: [.init("Wie"), .init("Van"), .init("Tot en met"), .init("Hoe")],
                rijen: rijen.map { rij in
                    let hoe = rij.door.flatMap { gebruikers[$0] }.map { "Gegeven door \($0)" } ?? "Toegewezen"
                    return [
                        .tekst(gebruikers[rij.begeleider] ?? "Een collega"), .tekst(rij.van.tekst),
                        .tekst(rij.totEnMet?.tekst ?? "nu"),
                        rij.waarneming ? .label(Label("Waarneming", .info)) : .tekst(hoe),
                    ]
                })
    }
}
