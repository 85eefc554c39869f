// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The regeldag on paper (one A4 for a household): who, the appointments in order of time, what is to be done with a box to
/// tick, what to bring, and whom to call.
struct RegeldagAfdrukPagina: PageModel {
    static let template = "regeldag-afdruk"
    let titel = "Regeldag afdrukken"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let naam: String
    let nummer: String?
    let vandaag: String
    let terug: String
    let tolk: String?
    let gezin: String
    let leeg: Leeg?
    let weg: Melding?
    let heeftAfspraken: Bool
    let afspraken: [Afspraak]
    let heeftZaken: Bool
    let zaken: [Zaak]
    let later: String?
    let heeftMeenemen: Bool
    let meenemen: [String]
    let heeftBellen: Bool
    let bellen: [String]

    struct Afspraak: Sendable {
        let tijd: String
        let instantie: String
        let plaats: String?
        let wie: String
        let tolk: String?
    }

    /// One step, for everybody whom it is about.
    struct Zaak: Sendable {
        let naam: String
        let wie: String
        let termijn: String?
        let wachtOp: String?
    }

    /// Days ahead that are printed one by one; what comes later is one sentence.
    static let vooruit = 42

    /// - Parameter leden: the household, in its order.
    init(
        _ hoofd: Dossierhoofd, _ bord: Deelvraag<Regeldagbord>, _ afspraken: Deelvraag<[RegeldagAfspraak]>,
        leden: [(dossier: DossierID, naam: String)], vandaag: Datum
    ) {
        let namen = Dictionary(leden.map { ($0.dossier, $0.naam) }, uniquingKeysWith: { eerste, _ in eerste })
        kruimels = hoofd.kruimels + [Koppeling("Regeldag", "\(hoofd.href)/regeldag")]
        (naam, nummer, self.vandaag, terug) = (hoofd.naam, hoofd.nummer, vandaag.tekst, "\(hoofd.href)/regeldag")
        tolk = hoofd.tolkNodig ? hoofd.tolk?.tekst : nil
        gezin = leden.isEmpty ? hoofd.naam : leden.map(\.naam).joined(separator: ", ")
        weg = bord.isWeg || afspraken.isWeg ? .even("Een deel van de regeldag is") : nil
        let gaan = (afspraken.waarde ?? []).filter { !$0.afgezegd && $0.op >= vandaag }
        self.afspraken = gaan.map { Afspraak($0, namen: namen, hele: leden.count) }
        heeftAfspraken = !gaan.isEmpty
        let open = Regeldagbord.opVolgorde(
            (bord.waarde?.zaken ?? []).filter { ![.toegekend, .nietVanToepassing].contains($0.toestand) })
        let grens = vandaag.adding(days: Self.vooruit)
        let nu = open.filter { $0.toestand == .open && ($0.uiterlijkOp.map { $0 <= grens } ?? false) }
        zaken = Self.perStap(nu).map { Zaak($0, namen: Self.kort(leden), gezin: leden.count, vandaag: vandaag) }
        heeftZaken = !zaken.isEmpty
        let straks = Self.perStap(open.filter { zaak in !nu.contains { $0.code == zaak.code } }).compactMap { $0.first?.naam }
        later = straks.isEmpty ? nil : "Later, of al aangevraagd: \(straks.map(\.kleineLetter).joined(separator: "; "))."
        // Each thing once, in the order in which it is first needed.
        meenemen = nu.flatMap(\.meenemen).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        heeftMeenemen = !meenemen.isEmpty
        bellen =
            (bord.waarde?.bereikbaar ?? []).map { "\($0.naam): \($0.telefoon)\($0.wanneer.map { " (\($0))" } ?? "")" }
            + ["Politie, brandweer, ambulance met spoed: 112", "Politie zonder spoed: 0900 8844"]
        heeftBellen = true
        leeg =
            !bord.isWeg && open.isEmpty && gaan.isEmpty
            ? Leeg("Niets meer te regelen", "Alle stappen zijn klaar of niet van toepassing.") : nil
    }

    /// The first word of each name, where nobody else in the household has it: on paper there is little room, and the whole
    /// names stand above.
    private static func kort(_ leden: [(dossier: DossierID, naam: String)]) -> [DossierID: String] {
        let eerste = leden.map { lid in (lid.dossier, lid.naam, lid.naam.split(separator: " ").first.map(String.init) ?? lid.naam)
        }
        return Dictionary(
            eerste.map { dossier, naam, woord in (dossier, eerste.count { $0.2 == woord } == 1 ? woord : naam) },
            uniquingKeysWith: { eerste, _ in eerste })
    }

    /// The same step of several people together, in the order of the first.
    private static func perStap(_ zaken: [Regeldagbord.Regelzaak]) -> [[Regeldagbord.Regelzaak]] {
        var volgorde: [String] = []
        var groepen: [String: [Regeldagbord.Regelzaak]] = [:]
        for zaak in zaken {
            if groepen[zaak.code] == nil { volgorde.append(zaak.code) }
            groepen[zaak.code, default: []].append(zaak)
        }
        return volgorde.compactMap { groepen[$0] }
    }
}

extension RegeldagAfdrukPagina.Afspraak {
    /// - Parameter hele: how many live in the household.
    fileprivate init(_ a: RegeldagAfspraak, namen: [DossierID: String], hele: Int) {
        (tijd, instantie, plaats) = ("\(a.op.kort), \(a.van) tot \(a.tot)", a.instantie, a.plaats)
        wie = hele > 1 && a.leden.count == hele ? "Hele gezin" : RegeldagAfsprakenDeel.Afspraak.namen(a.leden, namen)
        tolk = a.tolk == .nietNodig ? nil : a.tolk.naam
    }
}

extension RegeldagAfdrukPagina.Zaak {
    /// - Parameter zaken: the same step of one or more people; never empty.
    fileprivate init(
        _ zaken: [Regeldagbord.Regelzaak], namen: [DossierID: String], gezin: Int, vandaag: Datum
    ) {
        naam = zaken.first?.naam ?? ""
        let wier = zaken.compactMap(\.dossier)
        wie =
            wier.isEmpty || (gezin > 1 && wier.count == gezin)
            ? "hele gezin" : wier.map { namen[$0] ?? "gezinslid" }.joined(separator: ", ")
        termijn = zaken.compactMap(\.uiterlijkOp).min().map { $0 < vandaag ? "te laat, \($0.kort)" : "uiterlijk \($0.kort)" }
        let wacht = zaken.flatMap(\.wachtOp).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        wachtOp = wacht.isEmpty ? nil : "eerst: \(wacht.map(\.kleineLetter).joined(separator: ", "))"
    }
}

extension String {
    /// With a small letter in front; `DigiD` and `IND` stay as they are.
    fileprivate var kleineLetter: String {
        let woord = prefix { $0 != " " }
        return woord.dropFirst().contains { $0.isUppercase } ? self : prefix(1).lowercased() + dropFirst()
    }
}
