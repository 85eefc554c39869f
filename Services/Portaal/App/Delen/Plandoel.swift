// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// A goal of the plan with its actions (`deel-doel`); with buttons for who may change it.
struct Plandoelkaart: Sendable {
    let id: String
    let tekst: String
    let woorden: String?
    let label: Label
    let voor: Label?
    let onder: String?
    let waarom: String?
    let heeftActies: Bool
    let acties: [Planactieregel]
    let magWijzigen: Bool
    let href: String
    /// Where services that may fit this goal are suggested; nil once it is over.
    let voorzieningen: String?
    let versie: Int
    let stappen: [Stap]
    let anders: [Stap]
    let heeftAnders: Bool
    let openAnders: Bool
    let reden: Kiesvak?

    /// A button that sets a state.
    struct Stap: Sendable {
        let waarde: String
        let naam: String
    }

    /// - Parameter form: what was sent, when it was about this goal and refused.
    init(
        _ doel: Planoverzicht.Doel, _ plan: Planoverzicht?, pad: String, mag: Bool, _ form: FormValues = FormValues(),
        namen: [DossierID: String] = [:], vandaag: Datum
    ) {
        (id, tekst, woorden) = (doel.doel.description, doel.tekst, doel.woorden)
        (href, versie) = ("\(pad)/doelen/\(doel.doel)", doel.versie)
        // `pad` is that of the plan, under the dossier.
        voorzieningen =
            doel.toestand == .open || doel.toestand == .bezig
            ? "\(pad.hasSuffix("/plan") ? String(pad.dropLast(5)) : pad)/doel/\(doel.doel)/voorzieningen" : nil
        label = doel.toestand.label
        voor = doel.voor.map { Label("Voor \(namen[$0] ?? "een kind")", .merk) }
        onder =
            doel.bereiktOp.map { "op \($0.tekst)" }
            ?? doel.streefdatum.map {
                $0 < vandaag && (doel.toestand == .open || doel.toestand == .bezig)
                    ? "streefdatum voorbij: \($0.tekst)" : "voor \($0.tekst)"
            }
        waarom = doel.reden
        let magDoel = mag && doel.toestand != .vervallen
        acties = doel.acties.filter { mag || $0.toestand != .vervallen }.map {
            Planactieregel($0, pad: pad, mag: magDoel, loopt: doel.toestand == .open || doel.toestand == .bezig, vandaag: vandaag)
        }
        heeftActies = !acties.isEmpty
        magWijzigen = mag
        let eerst: [DoelToestand] =
            switch doel.toestand {
            case .open: [.bezig, .bereikt]
            case .bezig, .deelsBereikt: [.bereikt]
            case .bereikt, .nietBereikt, .vervallen: []
            }
        stappen = eerst.map { Stap($0) }
        // "Niet bereikt" is said when the traject ends.
        anders = DoelToestand.allCases.filter { $0 != doel.toestand && $0 != .nietBereikt && !eerst.contains($0) }.map {
            Stap($0)
        }
        heeftAnders = !anders.isEmpty
        let eigen = form.text("doel") == doel.doel.description ? form : FormValues()
        openAnders = eigen.error(of: "reden") != nil
        let vraagt = anders.contains {
            $0.waarde == DoelToestand.vervallen.rawValue || $0.waarde == DoelToestand.deelsBereikt.rawValue
        }
        reden =
            mag && vraagt
            ? Kiesvak(
                "reden", "Waarom?", eigen, (plan?.redenen ?? []).map { Optie($0.code, $0.naam) },
                hulp: "Nodig bij ‘deels bereikt’ en ‘laten vervallen’.", verplicht: false, onderscheid: "-\(doel.doel)") : nil
    }
}

extension Plandoelkaart.Stap {
    init(_ toestand: DoelToestand) {
        waarde = toestand.rawValue
        naam =
            switch toestand {
            case .open: "Nog niet begonnen"
            case .bezig: "We zijn bezig"
            case .bereikt: "Bereikt"
            case .deelsBereikt: "Deels bereikt"
            case .nietBereikt: "Niet bereikt"
            case .vervallen: "Laten vervallen"
            }
    }
}

/// One action in a list: what, who, when, how it stands.
struct Planactieregel: Sendable {
    let tekst: String
    let onder: String
    let label: Label?
    let href: String
    let versie: Int
    let mag: Bool
    let kanGedaan: Bool

    init(_ actie: Planoverzicht.Actie, pad: String, mag: Bool, loopt: Bool = true, vandaag: Datum) {
        tekst = actie.tekst
        (href, versie, self.mag) = ("\(pad)/acties/\(actie.actie)", actie.versie, mag)
        kanGedaan = mag && actie.toestand == .open
        var delen = [actie.wie.naam + (actie.verwijzing == nil ? "" : ", via een verwijzing")]
        switch actie.toestand {
        case .open:
            if let op = actie.uiterlijkOp { delen.append("voor \(op.tekst)") }
            let dagen = actie.uiterlijkOp.map { vandaag.days(until: $0) }
            label = !loopt ? nil : dagen.flatMap { $0 < 0 ? Label("Te laat", .fout) : $0 <= 7 ? Label("Deze week", .letOp) : nil }
        case .gedaan:
            let wie = actie.gedaanDoor.flatMap {
                $0 == actie.wie ? nil : " door \($0.naam.prefix(1).lowercased() + $0.naam.dropFirst())"
            }
            label = Label("Gedaan\(actie.gedaanOp.map { " op \($0.kort)" } ?? "")\(wie ?? "")", .goed)
        case .vervallen: label = Label("Vervallen", .leeg)
        }
        onder = delen.joined(separator: ", ")
    }
}
