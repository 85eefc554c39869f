// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Drafts the paragraphs of the interim report from the file, in plain Dutch (B1). A person reads, corrects and approves
/// them: nothing here judges, it only says what is on record.
enum Rapportopsteller {
    static func paragrafen(_ beeld: Dossierbeeld) -> [Rapportparagraaf] {
        [verloop(beeld), doelen(beeld), regelzaken(beeld), contact(beeld), vooruitblik(beeld)]
    }

    private typealias Bron = Rapportparagraaf.Bron
    private typealias Uitspraak = Rapportparagraaf.Uitspraak

    private static func verloop(_ beeld: Dossierbeeld) -> Rapportparagraaf {
        let bron = beeld.bron
        let dagen = max(0, beeld.gestartOp.days(until: beeld.vandaag))
        var uitspraken = [
            Uitspraak(zin: "De begeleiding is gestart op \(beeld.gestartOp.tekst) en loopt nu \(dagen) dagen.", bronnen: [bron])
        ]
        if beeld.meerijders > 0 {
            let kinderen = beeld.meerijders == 1 ? "Eén kind valt" : "\(beeld.meerijders) kinderen vallen"
            uitspraken.append(Uitspraak(zin: "\(kinderen) binnen dit traject.", bronnen: [bron]))
        }
        uitspraken.append(
            Uitspraak(
                zin: beeld.planAkkoordOp.map { "De cliënt is op \($0.tekst) akkoord gegaan met het plan van aanpak." }
                    ?? beeld.planGeweigerdOp.map {
                        "De cliënt is op \($0.tekst) niet akkoord gegaan met de laatste versie van het plan van aanpak."
                    } ?? "De cliënt is nog niet akkoord gegaan met de laatste versie van het plan van aanpak.",
                bronnen: [bron]))
        return Rapportparagraaf(code: "verloop", kop: "Verloop van de begeleiding", uitspraken: uitspraken)
    }

    private static func doelen(_ beeld: Dossierbeeld) -> Rapportparagraaf {
        let geldig = beeld.doelen.filter { $0.toestand != .vervallen }
        let bereikt = geldig.filter { $0.toestand == .bereikt }
        var uitspraken: [Uitspraak] = []
        if geldig.isEmpty {
            uitspraken.append(Uitspraak(zin: "Er staan geen doelen in het plan van aanpak.", bronnen: [beeld.bron]))
        } else {
            let hoeveel =
                geldig.count == 1
                ? "Er staat 1 doel in het plan van aanpak; dat is \(bereikt.count == 1 ? "bereikt" : "nog niet bereikt")."
                : "Er staan \(geldig.count) doelen in het plan van aanpak; daarvan \(aantal(bereikt.count)) bereikt."
            uitspraken.append(Uitspraak(zin: hoeveel, bronnen: geldig.map(\.bron)))
        }
        for doel in geldig {
            uitspraken.append(
                Uitspraak(zin: "\(doel.leefgebied.naam): “\(binnenZin(doel.tekst))” \(stand(doel)).", bronnen: [doel.bron]))
            if let zin = actiezin(doel) { uitspraken.append(Uitspraak(zin: zin, bronnen: [doel.bron])) }
        }
        return Rapportparagraaf(code: "doelen", kop: "Doelen", uitspraken: uitspraken)
    }

    /// What was done for a goal, in numbers; nil when nothing was agreed.
    private static func actiezin(_ doel: Dossierbeeld.Doel) -> String? {
        let acties = doel.acties.filter { $0.toestand != .vervallen }
        guard !acties.isEmpty else { return nil }
        let gedaan = acties.count { $0.toestand == .gedaan }
        let eigen = acties.count { $0.wie == .client }
        let hoeveel =
            acties.count == 1
            ? "Hiervoor is 1 actie afgesproken; die is \(gedaan == 1 ? "gedaan" : "nog niet gedaan")"
            : "Hiervoor zijn \(acties.count) acties afgesproken; daarvan \(gedaan == 1 ? "is er 1" : "zijn er \(gedaan == 0 ? "nog geen" : String(gedaan))") gedaan"
        return eigen == 0
            ? "\(hoeveel)." : "\(hoeveel). \(eigen == 1 ? "Eén actie doet" : "\(eigen) acties doet") de cliënt zelf."
    }

    private static func regelzaken(_ beeld: Dossierbeeld) -> Rapportparagraaf {
        let geldt = beeld.regelzaken.filter { $0.toestand != .nietVanToepassing }
        let geregeld = geldt.filter { $0.toestand == .toegekend }
        let telaat = geldt.filter { $0.toestand == .open && ($0.uiterlijkOp.map { $0 < beeld.vandaag } ?? false) }
        var uitspraken: [Uitspraak] = []
        if geldt.isEmpty {
            uitspraken.append(Uitspraak(zin: "Er zijn geen regelzaken.", bronnen: [beeld.bron]))
        } else {
            uitspraken.append(
                Uitspraak(zin: "Van de \(geldt.count) regelzaken \(aantal(geregeld.count)) geregeld.", bronnen: geldt.map(\.bron))
            )
        }
        func rij(_ begin: String, _ zaken: [Dossierbeeld.Regelzaak]) {
            guard !zaken.isEmpty else { return }
            uitspraken.append(Uitspraak(zin: "\(begin): \(opsomming(zaken.map(\.volleNaam))).", bronnen: zaken.map(\.bron)))
        }
        rij("Aangevraagd en nog niet beslist", geldt.filter { $0.toestand == .aangevraagd })
        rij("Nog te regelen", geldt.filter { zaak in zaak.toestand == .open && !telaat.contains { $0.id == zaak.id } })
        rij("Nog te regelen, en de uiterste dag is voorbij", telaat)
        rij("Afgewezen", geldt.filter { $0.toestand == .afgewezen })
        rij("In bezwaar", geldt.filter { $0.toestand == .bezwaar })
        return Rapportparagraaf(code: "regelzaken", kop: "Regelzaken", uitspraken: uitspraken)
    }

    private static func contact(_ beeld: Dossierbeeld) -> Rapportparagraaf {
        let gesproken = beeld.contacten.filter { $0.verschijning == .aanwezig }
        var uitspraken: [Uitspraak] = []
        if let laatste = gesproken.last {
            let soorten = Contactsoort.allCases.compactMap { soort -> String? in
                let keer = gesproken.count { $0.soort == soort }
                return keer > 0 ? "\(keer) keer \(soort.naam.lowercased())" : nil
            }
            uitspraken.append(
                Uitspraak(
                    zin:
                        "Er \(gesproken.count == 1 ? "was 1 contact" : "waren \(gesproken.count) contacten"): \(opsomming(soorten)).",
                    bronnen: gesproken.map(\.bron)))
            uitspraken.append(Uitspraak(zin: "Het laatste contact was op \(laatste.datum.tekst).", bronnen: [laatste.bron]))
        } else {
            uitspraken.append(Uitspraak(zin: "Er is nog geen contact vastgelegd.", bronnen: [beeld.bron]))
        }
        let metTolk = gesproken.filter { $0.tolk != .geen }
        if !metTolk.isEmpty {
            uitspraken.append(Uitspraak(zin: "Bij \(metTolk.count) daarvan werd vertaald.", bronnen: metTolk.map(\.bron)))
        }
        let gemist = beeld.contacten.filter { Contactregels.isNoShow($0.soort, $0.verschijning) }
        if !gemist.isEmpty {
            uitspraken.append(
                Uitspraak(zin: "De cliënt is \(gemist.count) keer niet verschenen zonder bericht.", bronnen: gemist.map(\.bron)))
        }
        return Rapportparagraaf(code: "contact", kop: "Contact", uitspraken: uitspraken)
    }

    private static func vooruitblik(_ beeld: Dossierbeeld) -> Rapportparagraaf {
        let bron = beeld.bron
        var uitspraken = [Uitspraak(zin: "Het traject loopt tot en met \(beeld.eindigtOp.tekst).", bronnen: [bron])]
        let open = beeld.doelen.filter { Doelregels.isOpen($0.toestand) }
        if !open.isEmpty {
            let eerst = open.filter { $0.streefdatum != nil }.min {
                ($0.streefdatum ?? beeld.eindigtOp) < ($1.streefdatum ?? beeld.eindigtOp)
            }
            var zin = open.count == 1 ? "Er is nog 1 doel om aan te werken" : "Er zijn nog \(open.count) doelen om aan te werken"
            if let op = eerst?.streefdatum { zin += "; de eerste streefdatum is \(op.tekst)" }
            uitspraken.append(Uitspraak(zin: zin + ".", bronnen: open.map(\.bron)))
        }
        if let op = beeld.volgendeStapOp, op >= beeld.vandaag {
            uitspraken.append(Uitspraak(zin: "De volgende stap staat gepland op \(op.tekst).", bronnen: [bron]))
        }
        return Rapportparagraaf(code: "vooruitblik", kop: "Vooruitblik", uitspraken: uitspraken)
    }
}

// What the sentences are made of.
extension Rapportopsteller {

    private static func stand(_ doel: Dossierbeeld.Doel) -> String {
        switch doel.toestand {
        case .bereikt: doel.bereiktOp.map { "is bereikt op \($0.tekst)" } ?? "is bereikt"
        case .deelsBereikt: "is deels bereikt"
        case .nietBereikt: "is niet bereikt"
        case .bezig: "is in uitvoering" + (doel.streefdatum.map { ", met als streefdatum \($0.tekst)" } ?? "")
        case .open: "is nog niet begonnen" + (doel.streefdatum.map { ", met als streefdatum \($0.tekst)" } ?? "")
        case .vervallen: "is vervallen"
        }
    }

    /// A quoted sentence within a sentence has no full stop.
    private static func binnenZin(_ tekst: String) -> String { tekst.hasSuffix(".") ? String(tekst.dropLast()) : tekst }

    private static func aantal(_ getal: Int) -> String {
        switch getal {
        case 0: "zijn er nog geen"
        case 1: "is er 1"
        default: "zijn er \(getal)"
        }
    }
}
