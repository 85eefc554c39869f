// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Logging
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// Families over time on a real store: who joins, leaves, comes later, and who may know of whom.
@Suite("Huishouden over de tijd", .timeLimit(.minutes(2)))
struct HuishoudenTests {
    static let almere = TeamID(team: "Almere")
    let sanne = Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: almere, purpose: "begeleiding")
    let karel = Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: almere, purpose: "begeleiding")
    let leider = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: almere, purpose: "begeleiding")
    let vreemd = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Elders"), purpose: "x")

    func envelope() -> Envelope {
        Envelope(id: UUID(), source: "urn:wegwijs:portaal", type: "proef", time: Date(), actor: leider)
    }

    /// Hands somebody over and gives the dossier to a begeleider.
    func persoon(
        _ proef: Opstelling, _ nummer: Int, huis: String = "H-1", rol: String = "hoofd", groep: String = "statushouder18plus",
        geboren: String? = nil, bij actor: Actor? = nil
    ) async throws -> DossierID {
        let bericht = Proefbericht.aanmelding(
            nummer,
            [
                "data.huishouden": .object(["huishoudenId": .tekst(huis), "rol": .tekst(rol)]),
                "data.doelgroep": .tekst(groep),
                "data.client.geboortedatum": .object(["datum": .tekst(geboren ?? "19\(70 + nummer * 4)-0\(nummer + 1)-15")]),
                // Nobody looks like anybody else: these tests are not about doubles.
                "data.client.voornamen": .tekst(["Alemayehu", "Zeynep", "Farid"][nummer]),
                "data.client.geslachtsnaam": .tekst(["Desta", "Kaya", "Noori"][nummer]),
                "data.client.telefoon": .tekst("061234000\(nummer)"),
            ])
        #expect(try await proef.stuur(bericht).status == 202)
        let dossier = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).last?.dossier)
        if let wie = actor?.user {
            try await proef.parts.store.write { tx in
                _ = try Persoonregister.wijsToe(tx.db, dossier, begeleider: wie, team: Self.almere)
            }
        }
        return dossier
    }

    func rij(_ proef: Opstelling, _ dossier: DossierID) async throws -> Persoonrij {
        try #require(try await proef.parts.store.read { try Persoonregister.vind($0, dossier) })
    }

    func beeld(_ proef: Opstelling, _ huis: HuishoudenID, _ actor: Actor, op: String? = nil) async throws -> Huishoudbeeld {
        try await HuishoudenTonen(parts: proef.parts)(
            HuishoudenOpvragen(huishouden: huis, op: op.flatMap { Datum($0) }), actor, caller: .portaal, because: envelope())
    }

    func wijzig(
        _ proef: Opstelling, _ leden: [(DossierID, String)], bij: DossierID? = nil, op: String = "2027-01-11",
        reden: String = "verhuisd", _ actor: Actor
    ) async throws -> HuishoudenID {
        var stap: [HuishoudenWijzigen.Lid] = []
        for (dossier, rol) in leden {
            stap.append(.init(dossier: dossier, rol: rol, versie: try await rij(proef, dossier).versie))
        }
        return try await HuishoudenZetten(parts: proef.parts).wijzig(
            HuishoudenWijzigen(leden: stap, bij: bij, op: try #require(Datum(op)), reden: reden), envelope(), actor
        ).huishouden
    }

    func fout(_ velden: [String], _ body: () async throws -> Void) async {
        await #expect {
            try await body()
        } throws: { error in
            if case Failure.invalid(let fouten) = error { fouten.map(\.field) == velden } else { false }
        }
    }

    @Test("uit elkaar en weer samen: de feiten blijven, en wie waar woonde is op elke dag te zien")
    func verloop() async throws {
        let proef = try await Opstelling()
        let (man, vrouw) = (try await persoon(proef, 0), try await persoon(proef, 1, rol: "partner"))
        let eerste = try await rij(proef, man).huishouden
        #expect(try await rij(proef, vrouw).huishouden == eerste)
        let tweede = try await wijzig(proef, [(vrouw, "hoofd")], reden: "uit-elkaar", leider)
        #expect(tweede != eerste)
        #expect(try await rij(proef, vrouw).huishouden == tweede)
        // On the very day of the aanmelding it replaces that fact; the household of yesterday never was.
        #expect(try await beeld(proef, eerste, leider).leden.map(\.dossier) == [man])
        #expect(
            try await proef.gebeurtenissen(HuishoudenGewijzigd.self)
                == [.init(dossier: vrouw, huishouden: tweede, rol: "hoofd", van: try #require(Datum("2027-01-11")))])
        #expect(try await wijzig(proef, [(vrouw, "partner")], bij: man, reden: "samenwonen", leider) == eerste)
        let nu = try await beeld(proef, eerste, leider)
        #expect(Set(nu.leden.map(\.dossier)) == [man, vrouw] && nu.magWijzigen)
        #expect(try await proef.aantal("SELECT count(*) FROM lidmaatschap WHERE dossier = '\(vrouw)'") == 3)
        #expect(
            try await proef.aantal(
                "SELECT count(*) FROM lidmaatschap WHERE tot IS NULL AND ingetrokken_op IS NULL GROUP BY dossier HAVING count(*) > 1"
            ) == 0)
    }

    @Test("terugdraaien zet de vorige woonsituatie terug; zonder vorige kan het niet")
    func terug() async throws {
        let proef = try await Opstelling()
        let vrouw = try await persoon(proef, 0)
        let oud = try await rij(proef, vrouw).huishouden
        // As if she had come a week earlier, so that the move has a fact before it.
        try await proef.parts.store.write { tx in
            try tx.db.execute(sql: "UPDATE lidmaatschap SET van = '2027-01-04'")
        }
        func verbeter(_ van: String? = nil, rol: String? = nil) async throws {
            _ = try await HuishoudenZetten(parts: proef.parts).verbeter(
                HuishoudenVerbeteren(
                    dossier: vrouw, van: van.flatMap { Datum($0) }, rol: rol, versie: try await rij(proef, vrouw).versie),
                envelope(), leider)
        }
        await #expect(throws: Failure.self) { try await verbeter() }
        let nieuw = try await wijzig(proef, [(vrouw, "hoofd")], leider)
        await fout(["van"]) { try await verbeter("2027-01-04") }
        try await verbeter("2027-01-06")
        #expect(try await beeld(proef, oud, leider, op: "2027-01-05").leden.map(\.dossier) == [vrouw])
        #expect(try await beeld(proef, nieuw, leider, op: "2027-01-06").leden.map(\.dossier) == [vrouw])
        try await verbeter()
        #expect(try await rij(proef, vrouw).huishouden == oud)
        #expect(try await beeld(proef, oud, leider).leden.map(\.dossier) == [vrouw])
        #expect(try await proef.gebeurtenissen(HuishoudenGewijzigd.self).map(\.huishouden) == [nieuw, nieuw, oud])
    }

    @Test("wat niet klopt wordt met het veld erbij geweigerd, en dan verandert er niets")
    func fouten() async throws {
        let proef = try await Opstelling()
        let (een, twee) = (try await persoon(proef, 0), try await persoon(proef, 1, huis: "H-2"))
        await fout(["op"]) { _ = try await wijzig(proef, [(een, "hoofd")], op: "2027-01-12", leider) }
        await fout(["op"]) { _ = try await wijzig(proef, [(een, "hoofd")], op: "2027-01-10", leider) }
        await fout(["rol", "reden"]) { _ = try await wijzig(proef, [(een, "baas")], reden: "zomaar", leider) }
        await fout(["bij"]) { _ = try await wijzig(proef, [(een, "hoofd")], bij: een, leider) }
        await fout(["leden"]) { _ = try await wijzig(proef, [], leider) }
        await fout(["rol"]) { _ = try await wijzig(proef, [(een, "hoofd")], bij: twee, leider) }
        await #expect(throws: Failure.self) { _ = try await wijzig(proef, [(een, "hoofd")], vreemd) }
        await #expect(throws: Failure.self) { _ = try await wijzig(proef, [(een, "hoofd")], sanne) }
        #expect(try await proef.gebeurtenissen(HuishoudenGewijzigd.self).isEmpty)
        #expect(try await proef.aantal("SELECT count(*) FROM lidmaatschap") == 2)
        // The second of two who start from the same version hears so.
        let versie = try await rij(proef, een).versie
        _ = try await wijzig(proef, [(een, "overig")], bij: twee, leider)
        await #expect {
            _ = try await HuishoudenZetten(parts: proef.parts).wijzig(
                HuishoudenWijzigen(
                    leden: [.init(dossier: een, rol: "hoofd", versie: versie)], bij: nil,
                    op: try #require(Datum("2027-01-11")), reden: "verhuisd"), envelope(), leider)
        } throws: { error in
            if case Failure.conflict = error { true } else { false }
        }
    }

    @Test("een eigen dossier per persoon: wie de een begeleidt kent de naam van de ander en opent diens dossier niet")
    func zicht() async throws {
        let proef = try await Opstelling()
        let man = try await persoon(proef, 0, bij: karel)
        let vrouw = try await persoon(proef, 1, rol: "partner", bij: sanne)
        let huis = try await rij(proef, man).huishouden
        let gezien = try await beeld(proef, huis, karel)
        #expect(gezien.leden.map(\.dossier) == [man, vrouw] && gezien.leden.map(\.magOpenen) == [true, false])
        await #expect(throws: Failure.self) {
            _ = try await PersoonTonen(parts: proef.parts)(
                PersoonOpvragen(dossier: vrouw), karel, caller: .portaal, because: envelope())
        }
        // She is kept from sight: nothing of her reaches who guides him, by no list and no label.
        _ = try await Afschermen(parts: proef.parts)(
            HuisgenootAfschermen(
                dossier: vrouw, aan: true, versie: try await rij(proef, vrouw).versie, toelichting: "Woont op een geheim adres."),
            envelope(), sanne)
        #expect(try await beeld(proef, huis, karel).leden.map(\.dossier) == [man])
        #expect(try await beeld(proef, huis, karel).verloop.map(\.dossier) == [man])
        let zijne = try await PersoonTonen(parts: proef.parts)(
            PersoonOpvragen(dossier: man), karel, caller: .portaal, because: envelope())
        #expect(zijne.huisgenoten.isEmpty)
        let tonen = PersonenTonen(parts: proef.parts)
        #expect(try await tonen.labels(DossierLabels(dossiers: [man, vrouw]), karel).map(\.dossier) == [man])
        #expect(try await tonen.labels(DossierLabels(dossiers: [man, vrouw]), sanne).count == 2)
        #expect(try await beeld(proef, huis, sanne).leden.first { $0.dossier == vrouw }?.afgeschermd == true)
        #expect(try await beeld(proef, huis, leider).leden.count == 2)
        try await waarom(proef, vrouw)
        await #expect(throws: Failure.notFound(what: "huishouden")) { _ = try await beeld(proef, huis, vreemd) }
        _ = try await Afschermen(parts: proef.parts)(
            HuisgenootAfschermen(dossier: vrouw, aan: false, versie: try await rij(proef, vrouw).versie), envelope(), sanne)
        #expect(try await beeld(proef, huis, karel).leden.count == 2)
    }

    /// The reason for keeping her from sight: for who works in her dossier, logged, and readable nowhere else.
    private func waarom(_ proef: Opstelling, _ vrouw: DossierID) async throws {
        let afschermen = Afschermen(parts: proef.parts)
        func lees(_ wie: Actor) async throws -> SchermOpvragen.Answer {
            try await afschermen.stand(SchermOpvragen(dossier: vrouw), wie, caller: .portaal, because: envelope())
        }
        for wie in [sanne, leider] {
            let stand = try await lees(wie)
            #expect(stand.afgeschermd && stand.toelichting == "Woont op een geheim adres." && stand.door == sanne.user)
        }
        for wie in [karel, vreemd] { await #expect(throws: Failure.self) { _ = try await lees(wie) } }
        #expect(try await proef.aantal("SELECT count(*) FROM leeslog WHERE wat = 'zichtbaarheid'") == 2)
        #expect(try await proef.aantal("SELECT count(*) FROM huisgenotenscherm WHERE instr(reden, 'geheim adres') > 0") == 0)
        await #expect {
            _ = try await afschermen(
                HuisgenootAfschermen(dossier: vrouw, aan: true, versie: try await rij(proef, vrouw).versie), envelope(), sanne)
        } throws: { error in
            if case Failure.invalid(let fouten) = error { fouten.map(\.field) == ["toelichting"] } else { false }
        }
    }

    @Test("een partner in het buitenland wordt verwacht, en komt met een eigen dossier in het huishouden van de referent")
    func nareis() async throws {
        let proef = try await Opstelling()
        let man = try await persoon(proef, 0, bij: karel)
        let huis = try await rij(proef, man).huishouden
        let zetten = VerwachtLidZetten(parts: proef.parts)
        func leg(_ naam: String, stand: String = "nareis-aangevraagd", id: VerwachtLidID? = nil, versie: Int = 0) async throws {
            _ = try await zetten.leg(
                VerwachtLidVastleggen(
                    id: id, referent: man, naam: naam, geboortedatum: "1992", land: "Soedan", rol: "partner", stand: stand,
                    verwachtOp: nil, versie: versie), envelope(), karel)
        }
        await fout(["naam"]) { try await leg(" ") }
        try await leg("Selam Haile")
        let lid = try #require(try await beeld(proef, huis, karel).verwacht.first)
        #expect(lid.naam == "Selam Haile" && lid.land == "Soedan" && lid.stand == "nareis-aangevraagd")
        // Nothing of her stands readable in the store.
        #expect(try await proef.aantal("SELECT count(*) FROM verwacht_lid WHERE instr(gegevens, CAST('Selam' AS BLOB)) > 0") == 0)
        try await leg("Selam Haile", stand: "verwacht", id: lid.id, versie: lid.versie)
        let vrouw = try await persoon(proef, 1, huis: "H-9", groep: "nareiziger", bij: karel)
        let nummer = try await rij(proef, vrouw).dossiernummer
        func komtAan(_ nummer: String) async throws {
            _ = try await zetten.aangekomen(
                VerwachtLidAangekomen(
                    id: lid.id, dossiernummer: nummer, op: try #require(Datum("2027-01-11")), versie: lid.versie + 1),
                envelope(), karel)
        }
        await fout(["dossiernummer"]) { try await komtAan("W-2027-9999") }
        try await komtAan(nummer.lowercased())
        let na = try await beeld(proef, huis, karel)
        #expect(na.leden.map(\.dossier) == [man, vrouw] && na.leden.last?.rol == "partner")
        #expect(na.verwacht.first?.stand == "aangekomen" && na.verwacht.first?.dossier == vrouw)
        #expect(na.verloop.first?.reden == "nareis")
        await #expect(throws: Failure.self) { try await komtAan(nummer) }
    }

    @Test("een kind dat eerder komt dan de ouder hoort later op wiens traject het meerijdt")
    func kindEerst() async throws {
        let proef = try await Opstelling()
        let kind = try await persoon(proef, 0, rol: "kind", groep: "kind", geboren: "2015-01-01")
        #expect(try await proef.gebeurtenissen(MeerijdenBekend.self).isEmpty)
        let ouder = try await persoon(proef, 1)
        #expect(try await proef.gebeurtenissen(MeerijdenBekend.self) == [.init(dossier: kind, meerijdendMet: ouder)])
        _ = try await persoon(proef, 2, rol: "partner")
        #expect(try await proef.gebeurtenissen(MeerijdenBekend.self).count == 1)
    }

    @Test("wie 18 wordt, wordt één keer gemeld; met een halve datum eerst als onbekend")
    func achttien() async throws {
        let proef = try await Opstelling()
        let zeker = try await persoon(proef, 0, rol: "kind", groep: "kind", geboren: "2009-01-12")
        let wellicht = try await persoon(proef, 1, rol: "kind", groep: "kind", geboren: "2009-01-20")
        let klein = try await persoon(proef, 2, rol: "kind", groep: "kind", geboren: "2015-01-01")
        // The birth dates of two of them as they stand a day later, and only in part.
        try await proef.parts.store.write { tx in
            try tx.db.execute(sql: "UPDATE persoon SET geboortedatum = '2009-01-11' WHERE id = ?", arguments: [zeker.description])
            try tx.db.execute(sql: "UPDATE persoon SET geboortedatum = '2009' WHERE id = ?", arguments: [wellicht.description])
        }
        let dienst = AchttienBijhouden(parts: proef.parts, logger: Logger(label: "proef"), stuk: 1)
        #expect(try await dienst.werkBij() == 2)
        #expect(try await dienst.werkBij() == 0)
        let gemeld = try await proef.gebeurtenissen(WerdAchttien.self)
        #expect(
            Set(gemeld.map { "\($0.dossier) \($0.zeker.rawValue) \($0.maand)" })
                == ["\(zeker) ja 2027-01", "\(wellicht) onbekend 2027-01"])
        let lijst = try await AchttienBijhouden.lijst(WordtAchttienLijst(maanden: 12), leider, proef.parts)
        #expect(Set(lijst.map(\.dossier)) == [zeker, wellicht] && !lijst.contains { $0.dossier == klein })
        #expect(try await AchttienBijhouden.lijst(WordtAchttienLijst(maanden: 12), vreemd, proef.parts).isEmpty)
        // In pages of one: everybody once, the oldest first.
        let een = try await AchttienBijhouden.lijst(WordtAchttienLijst(maanden: 12, limit: 1), leider, proef.parts)
        let twee = try await AchttienBijhouden.lijst(
            WordtAchttienLijst(maanden: 12, na: een.first?.dossier, limit: 1), leider, proef.parts)
        #expect((een + twee).map(\.dossier) == lijst.map(\.dossier) && lijst.count == 2)
        let drie = try await AchttienBijhouden.lijst(
            WordtAchttienLijst(maanden: 12, na: twee.first?.dossier, limit: 1), leider, proef.parts)
        #expect(drie.isEmpty)
    }

    @Test(
        "binnen een jaar is tot en met dezelfde maand van het volgende jaar",
        arguments: [
            ("2027-01-01", 12, "2028-01"), ("2027-01-31", 12, "2028-01"), ("2027-12-31", 12, "2028-12"),
            ("2027-01-31", 1, "2027-02"), ("2028-02-29", 12, "2029-02"), ("2027-05-10", 99, "2029-05"),
        ])
    func maanden(_ dag: String, _ maanden: Int, _ tot: String) throws {
        #expect(AchttienBijhouden.totEnMet(try #require(Datum(dag)), maanden: maanden).waarde == tot)
    }

    @Test("een kind met twee dossiers staat één keer in het huishouden en één keer op de lijst van wie 18 wordt")
    func eenKeer() async throws {
        let proef = try await Opstelling()
        let ouder = try await persoon(proef, 0)
        let kind = try await persoon(proef, 1, rol: "kind", groep: "kind", geboren: "2009-03-12")
        let dubbel = try await persoon(proef, 2, rol: "kind", groep: "kind", geboren: "2009-03-12")
        let huis = try await rij(proef, ouder).huishouden
        func huisgenoten() async throws -> Set<DossierID> {
            Set(
                try await PersoonTonen(parts: proef.parts)(
                    PersoonOpvragen(dossier: ouder), leider, caller: .portaal, because: envelope()
                ).huisgenoten.map(\.dossier))
        }
        func achttien() async throws -> Set<DossierID> {
            Set(try await AchttienBijhouden.lijst(WordtAchttienLijst(maanden: 12), leider, proef.parts).map(\.dossier))
        }
        #expect(try await huisgenoten() == [kind, dubbel])
        #expect(try await achttien() == [kind, dubbel])
        let id = try await Samenvoegen(parts: proef.parts)(
            DossiersSamenvoegen(
                leidend: kind, volgend: dubbel, versie: try await rij(proef, dubbel).versie, reden: "zelfde-gegevens"),
            envelope(), leider
        ).samenvoeging
        #expect(try await huisgenoten() == [kind])
        #expect(try await achttien() == [kind])
        #expect(Set(try await beeld(proef, huis, leider).leden.map(\.dossier)) == [ouder, kind])
        let versie = try #require(try await proef.parts.store.read { try Samenvoegregister.vind($0, id) }).versie
        _ = try await OngedaanMaken(parts: proef.parts)(
            SamenvoegingOngedaanMaken(samenvoeging: id, versie: versie), envelope(), leider)
        #expect(try await huisgenoten() == [kind, dubbel])
        #expect(try await achttien() == [kind, dubbel])
        #expect(Set(try await beeld(proef, huis, leider).leden.map(\.dossier)) == [ouder, kind, dubbel])
    }
}
