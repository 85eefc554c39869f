// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

extension RegeldagPagina.Zaak {
    /// - Parameter dossier: the address of the dossier through which the board is seen.
    init(
        _ zaak: Regeldagbord.Regelzaak, wie: String, leeftijd: [String], dossier: String, mag: Bool, vandaag: Datum
    ) {
        (id, naam, self.wie) = ("zaak-\(zaak.regelzaak)", zaak.naam, wie)
        termijn = RegeldagPagina.termijn(zaak, vandaag: vandaag)
        toestand = zaak.toestand.label
        kleur = zaak.toestand == .open ? termijn?.kleur ?? "gewoon" : toestand.kleur
        wachtOp = zaak.wachtOp.isEmpty ? nil : "Eerst: \(zaak.wachtOp.joined(separator: ", "))."
        letOp = zaak.letOp
        weten = Self.stand(zaak, vandaag: vandaag) + leeftijd
        heeftWeten = !weten.isEmpty
        waarom = RegeldagPagina.waaroms(zaak)
        heeftWaarom = !waarom.isEmpty
        gevolg = zaak.gevolg.isEmpty ? nil : zaak.gevolg
        (meenemen, heeftMeenemen) = (zaak.meenemen, !zaak.meenemen.isEmpty)
        (actie, versie) = ("\(dossier)/regeldag/\(zaak.regelzaak)", zaak.versie)
        stappen = Self.keuzes(zaak).map { .init($0, van: zaak.toestand) }
        // A step that waits, or that is done, is changed on its own page: there somebody says why.
        magWijzigen = mag && !stappen.isEmpty
        meer = "\(dossier)/regelzaak/\(zaak.regelzaak)"
        meerNaam = mag && !zaak.wachtOp.isEmpty ? "Toch al doen, of niet nodig" : mag ? "Meer of anders" : "Verloop"
    }

    /// How it stands, in short sentences.
    static func stand(_ zaak: Regeldagbord.Regelzaak, vandaag: Datum) -> [String] {
        var zinnen: [String] = []
        if let op = zaak.vanaf, zaak.toestand == .open, vandaag < op { zinnen.append("Kan vanaf \(op.tekst).") }
        if let op = zaak.aangevraagdOp { zinnen.append("Aangevraagd op \(op.tekst).") }
        if let op = zaak.beslistOp, zaak.toestand != .aangevraagd {
            zinnen.append("\(zaak.toestand == .toegekend ? "Geregeld" : "Besloten") op \(op.tekst).")
        }
        if let op = zaak.controleOp { zinnen.append("Kijk weer op \(op.tekst).") }
        if let wie = zaak.uitvoerder { zinnen.append("Wie doet het: \(wie.naam).") }
        if let bewijs = zaak.bewijs { zinnen.append("Bewijs: \(bewijs.naam).") }
        if let reden = zaak.reden { zinnen.append("\(reden.naam).") }
        return zinnen.isEmpty ? [] : [zinnen.joined(separator: " ")]
    }

    /// Which states are offered at once. begeleiding decides; this only saves a refused click.
    private static func keuzes(_ zaak: Regeldagbord.Regelzaak) -> [RegelzaakToestand] {
        switch zaak.toestand {
        case .open: zaak.wachtOp.isEmpty ? [.aangevraagd, .toegekend] : []
        case .aangevraagd: [.toegekend, .afgewezen]
        case .afgewezen: [.bezwaar, .aangevraagd]
        case .bezwaar: [.toegekend, .afgewezen]
        case .toegekend, .nietVanToepassing: []
        }
    }
}

extension RegeldagPagina.Stap {
    init(_ toestand: RegelzaakToestand, van: RegelzaakToestand) {
        waarde = toestand.rawValue
        naam = toestand.knop(van: van)
    }
}

extension RegelzaakToestand {
    /// What a button or choice says that brings a step here.
    func knop(van: RegelzaakToestand) -> String {
        switch self {
        case .open: van == .nietVanToepassing ? "Toch wel nodig" : "Terug naar open"
        case .aangevraagd: van == .afgewezen ? "Opnieuw aangevraagd" : "Aangevraagd"
        case .toegekend: "Geregeld"
        case .afgewezen: "Afgewezen"
        case .bezwaar: "Bezwaar gemaakt"
        case .nietVanToepassing: "Niet van toepassing"
        }
    }

    var label: Label {
        switch self {
        case .open, .nietVanToepassing: Label(naam, .leeg)
        case .aangevraagd: Label(naam, .info)
        case .toegekend: Label(naam, .goed)
        case .afgewezen: Label(naam, .fout)
        case .bezwaar: Label(naam, .letOp)
        }
    }
}
