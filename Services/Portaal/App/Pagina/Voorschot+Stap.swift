// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

extension VoorschotPagina {
    /// The step that is next, as a form for who may take it, else as a sentence that says who it waits for.
    struct Stap: Sendable {
        let titel: String
        let zin: String?
        let beslissen: Beslissen?
        let betalen: Betalen?
        let afrekenen: Afrekenen?
    }

    struct Beslissen: Sendable {
        let versie: Int
        let besluit: Keuzegroep
        let reden: Kiesvak
    }

    struct Betalen: Sendable {
        let versie: Int
        let betaaldOp: Veld
    }

    struct Afrekenen: Sendable {
        let versie: Int
        let verantwoord: Veld
    }

    struct Bewijzen: Sendable {
        let bewijsstuk: String
        let bestand: BestandVeld
    }
}

extension VoorschotPagina.Stap {
    init(_ regel: Voorschotsregel, kijker: VoorschotPagina.Kijker, vandaag: Datum) {
        let rollen = kijker.ik.rollen
        let isEigen = regel.gevraagdDoor == kijker.ik.id
        let magBeslissen = !rollen.isDisjoint(with: [.financieel, .tweedeTekenaar])
        let magBetalen = rollen.contains(.financieel)
        let toestand = regel.toestand
        titel = Self.titel(toestand)
        beslissen = toestand == .aangevraagd && magBeslissen && !isEigen ? .init(kijker, regel.versie) : nil
        betalen = toestand == .goedgekeurd && magBetalen ? .init(kijker, regel.versie, vandaag) : nil
        afrekenen = toestand == .verantwoord && magBetalen ? .init(kijker, regel) : nil
        let heeftFormulier = beslissen != nil || betalen != nil || afrekenen != nil
        zin = heeftFormulier ? nil : Self.zin(toestand, magBeslissen && isEigen)
    }

    private static func titel(_ toestand: VoorschotToestand) -> String {
        switch toestand {
        case .aangevraagd: "Beslissen"
        case .goedgekeurd: "Betalen"
        case .betaald: "Wacht op bewijs"
        case .verantwoord: "Afrekenen"
        case .afgerekend: "Klaar"
        case .afgewezen: "Afgewezen"
        }
    }

    private static func zin(_ toestand: VoorschotToestand, _ eigen: Bool) -> String {
        switch toestand {
        case .aangevraagd:
            eigen
                ? "U vroeg dit voorschot zelf aan. Daarom beslist iemand anders."
                : "De financieel medewerker beslist over dit voorschot."
        case .goedgekeurd: "Het voorschot is goedgekeurd. De financieel medewerker betaalt het."
        case .betaald: "Het geld is betaald. Nu is er bewijs van de reizen nodig."
        case .verantwoord: "Het bewijs is er. De financieel medewerker kijkt het na en rekent af."
        case .afgerekend: "Dit voorschot is helemaal afgehandeld."
        case .afgewezen: "Dit voorschot is niet toegekend. Er kan niets meer mee gebeuren."
        }
    }
}

extension VoorschotPagina.Beslissen {
    init(_ kijker: VoorschotPagina.Kijker, _ versie: Int) {
        self.versie = versie
        besluit = Keuzegroep(
            "besluit", "Uw besluit", kijker.form, [Optie("goedkeuren", "Goedkeuren"), Optie("afwijzen", "Afwijzen")],
            naast: true)
        reden = Kiesvak(
            "reden", "Reden", kijker.form, Besluitreden.opties, hulp: "Alleen nodig als u afwijst.", verplicht: false,
            leeg: "Geen")
    }
}

extension VoorschotPagina.Betalen {
    init(_ kijker: VoorschotPagina.Kijker, _ versie: Int, _ vandaag: Datum) {
        self.versie = versie
        var form = kijker.form
        if form.values["betaaldOp"] == nil { form.set("betaaldOp", vandaag.description) }
        betaaldOp = Veld("betaaldOp", "Op welke dag is er betaald?", form, soort: .datum, maximum: vandaag.description)
    }
}

extension VoorschotPagina.Afrekenen {
    init(_ kijker: VoorschotPagina.Kijker, _ regel: Voorschotsregel) {
        versie = regel.versie
        var form = kijker.form
        if form.values["verantwoord"] == nil { form.set("verantwoord", Self.getypt(regel.bedrag)) }
        verantwoord = Veld(
            "verantwoord", "Hoeveel is met bewijs verantwoord?", form,
            hulp: "In euro’s. Betaald is \(regel.bedrag). De rest moet de persoon terugbetalen.", breedte: .kort,
            toetsen: "decimal", lengte: 12)
    }

    /// As people type an amount: without the sign of the euro.
    static func getypt(_ bedrag: Bedrag) -> String { bedrag.description.filter { "0123456789,-.".contains($0) } }
}

extension VoorschotPagina.Bewijzen {
    init(_ kijker: VoorschotPagina.Kijker) {
        bewijsstuk = kijker.bewijsstuk.description
        bestand = BestandVeld(
            "bestand", "Foto of PDF van het bewijs", kijker.form, soorten: ["image/jpeg", "image/png", "application/pdf"],
            hulp: "Bijvoorbeeld een reisoverzicht of een presentielijst. Ten hoogste 10 MB.")
    }
}
