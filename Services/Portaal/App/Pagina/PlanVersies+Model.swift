// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The versions of a plan, newest first, and two of them to compare.
struct PlanVersiesPagina: PageModel {
    static let template = "plan-versies"
    let titel = "Versies"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let weg: Melding?
    let pad: String
    let van: Kiesvak?
    let naar: Kiesvak?
    let heeftRijen: Bool
    let rijen: [Rij]
    let bladeren: Bladeren?

    struct Rij: Sendable {
        let versie: Int
        let href: String
        let wanneer: String
        let zin: String
        let wie: String?
        let label: Label?
        let verschil: String?
    }

    init(
        _ hoofd: Dossierhoofd, _ deel: Deelvraag<Page<Planstap>>, gebruikers: [GebruikerID: String], vandaag: Datum,
        na: String? = nil
    ) {
        let pad = "\(hoofd.href)/plan"
        (self.hoofd, self.pad, kruimels) = (hoofd, pad, hoofd.kruimels + [Koppeling("Plan", pad)])
        weg = deel.isWeg ? .even("Dit plan is") : nil
        let stappen = deel.waarde?.rows ?? []
        let meer = deel.waarde?.next != nil
        rijen = stappen.enumerated().map { plaats, stap in
            // The first version that is known has none before it.
            let vorige = stappen.dropFirst(plaats + 1).first?.versie ?? (meer ? stap.versie - 1 : nil)
            return Rij(
                versie: stap.versie, href: "\(pad)/versies/\(stap.versie)",
                wanneer: Moment.tekst(stap.op, vandaag: vandaag), zin: stap.zin, wie: stap.door.flatMap { gebruikers[$0] },
                label: stap.akkoordOp.map { Label("Akkoord op \($0.kort), verzegeld", .goed) }
                    ?? stap.geweigerdOp.map { Label("Niet akkoord op \($0.kort)", .fout) },
                verschil: vorige.map {
                    Adres.van("\(pad)/vergelijken", [("van", String($0)), ("naar", String(stap.versie))])
                })
        }
        heeftRijen = !rijen.isEmpty
        let opties = stappen.map { Optie(String($0.versie), "Versie \($0.versie), \(Moment.tekst($0.op, vandaag: vandaag))") }
        let genoeg = stappen.count > 1
        let akkoord = stappen.first { $0.akkoordOp != nil && $0.versie != stappen.first?.versie } ?? stappen.last
        van =
            genoeg
            ? Kiesvak(
                "van", "Van versie", FormValues(["van": [akkoord.map { String($0.versie) } ?? ""]]), opties, leeg: nil) : nil
        naar =
            genoeg
            ? Kiesvak(
                "naar", "Naar versie", FormValues(["naar": [stappen.first.map { String($0.versie) } ?? ""]]), opties, leeg: nil)
            : nil
        bladeren = deel.waarde.flatMap { pagina in
            pagina.next == nil && na == nil
                ? nil
                : Bladeren(
                    "\(stappen.count) \(stappen.count == 1 ? "versie" : "versies") op deze bladzijde",
                    vorige: na == nil ? nil : "\(pad)/versies",
                    volgende: pagina.next.map { Adres.van("\(pad)/versies", [("na", $0)]) })
        }
    }
}

/// The plan as it was in one version, to read only.
struct PlanVersiePagina: PageModel {
    static let template = "plan-versie"
    let titel: String
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let versie: Int
    let stap: String?
    let zegel: Melding?
    let hash: String?
    let besluiten: [Planbesluitregel]
    let heeftBesluiten: Bool
    let heeftDoelen: Bool
    let doelen: [Plandoelkaart]
    let nu: Koppeling?

    init(
        _ hoofd: Dossierhoofd, _ plan: Planoverzicht, namen: [DossierID: String], gebruikers: [GebruikerID: String],
        vandaag: Datum
    ) {
        let pad = "\(hoofd.href)/plan"
        titel = "Versie \(plan.versie)"
        (self.hoofd, versie) = (hoofd, plan.versie)
        kruimels = hoofd.kruimels + [Koppeling("Plan", pad), Koppeling("Versies", "\(pad)/versies")]
        stap = plan.stap.map { stap in
            let wie = stap.door.flatMap { gebruikers[$0] }.map { " Door \($0)." } ?? ""
            return "\(Moment.tekst(stap.op, vandaag: vandaag).hoofd): \(stap.zin)\(wie)"
        }
        zegel = plan.zegel.map { zegel in
            zegel.klopt
                ? Melding(
                    .goed, "Dit is precies wat de cliënt op \(zegel.op.tekst) afsprak. Het controlegetal klopt.",
                    titel: "Verzegeld en gecontroleerd")
                : Melding(
                    .fout,
                    "Deze versie is nu niet te openen, of zij is niet meer zoals zij werd verzegeld. Hieronder staat wat er buiten het zegel is bewaard. Probeer het later opnieuw; blijft dit zo, meld het dan aan de beheerder.",
                    titel: "Het zegel is niet gecontroleerd")
        }
        hash = plan.zegel?.hash
        besluiten = plan.besluiten.map { Planbesluitregel($0, gebruikers: gebruikers) }
        heeftBesluiten = !besluiten.isEmpty
        doelen = plan.doelen.filter { $0.toestand != .vervallen }.map {
            Plandoelkaart($0, plan, pad: pad, mag: false, namen: namen, vandaag: vandaag)
        }
        heeftDoelen = !doelen.isEmpty
        nu =
            plan.versie == plan.nieuwste
            ? nil
            : Koppeling(
                "Wat is er sindsdien veranderd?",
                Adres.van("\(pad)/vergelijken", [("van", String(plan.versie)), ("naar", String(plan.nieuwste))]))
    }
}

/// What is different between two versions, old and new side by side.
struct PlanVergelijkPagina: PageModel {
    static let template = "plan-vergelijken"
    let titel = "Verschil"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let van: Kant
    let naar: Kant
    let leeg: Leeg?
    let groepen: [Groep]

    struct Kant: Sendable {
        let naam: String
        let href: String
        let zin: String
    }
    struct Groep: Sendable {
        let id: String
        let titel: String
        let aantal: Int
        let regels: [Regel]
    }
    struct Regel: Sendable {
        let zin: String
        let gebied: String
        let tabel: Tabel?
    }

    init(
        _ hoofd: Dossierhoofd, _ verschil: Planverschillen, namen: [DossierID: String], gebruikers: [GebruikerID: String],
        vandaag: Datum
    ) {
        let pad = "\(hoofd.href)/plan"
        self.hoofd = hoofd
        kruimels = hoofd.kruimels + [Koppeling("Plan", pad), Koppeling("Versies", "\(pad)/versies")]
        func kant(_ stap: Planstap) -> Kant {
            let wie = stap.door.flatMap { gebruikers[$0] }.map { ", \($0)" } ?? ""
            return Kant(
                naam: "Versie \(stap.versie)", href: "\(pad)/versies/\(stap.versie)",
                zin: Moment.tekst(stap.op, vandaag: vandaag) + wie)
        }
        (van, naar) = (kant(verschil.van), kant(verschil.naar))
        let koppen = ["Oud (versie \(verschil.van.versie))", "Nieuw (versie \(verschil.naar.versie))"]
        let soorten = [("toegevoegd", "Erbij gekomen"), ("verdwenen", "Niet meer in het plan"), ("gewijzigd", "Gewijzigd")]
        groepen = soorten.compactMap { code, titel in
            let regels = verschil.regels.filter { $0.soort == code }.map { Regel($0, koppen: koppen, namen: namen) }
            return regels.isEmpty ? nil : Groep(id: code, titel: titel, aantal: regels.count, regels: regels)
        }
        leeg = groepen.isEmpty ? Leeg("Geen verschil", "Deze twee versies zeggen hetzelfde.") : nil
    }
}

extension PlanVergelijkPagina.Regel {
    fileprivate init(_ regel: Planverschillen.Regel, koppen: [String], namen: [DossierID: String]) {
        zin = regel.zin
        gebied = regel.leefgebied.naam + (regel.voor.map { ", voor \(namen[$0] ?? "een kind")" } ?? "")
        tabel =
            regel.velden.isEmpty
            ? nil
            : Tabel(
                regel.zin, stil: true, kolommen: [.init("Wat"), .init(koppen[0]), .init(koppen[1])],
                rijen: regel.velden.map { [.tekst($0.naam), .tekst($0.oud ?? "—"), .tekst($0.nieuw ?? "—")] })
    }
}
