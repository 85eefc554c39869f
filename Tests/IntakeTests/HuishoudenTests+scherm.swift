// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// Who is kept from sight stays so: through a decision taken back, and in every dossier that is the same person.
extension HuishoudenTests {
    private func schermAf(_ proef: Opstelling, _ dossier: DossierID, _ wie: Actor) async throws {
        _ = try await Afschermen(parts: proef.parts)(
            HuisgenootAfschermen(
                dossier: dossier, aan: true, versie: try await rij(proef, dossier).versie,
                toelichting: "Woont op een geheim adres."), envelope(), wie)
    }

    private func toonWeer(_ proef: Opstelling, _ dossier: DossierID, _ wie: Actor) async throws {
        _ = try await Afschermen(parts: proef.parts)(
            HuisgenootAfschermen(dossier: dossier, aan: false, versie: try await rij(proef, dossier).versie), envelope(), wie)
    }

    private func reden(_ proef: Opstelling, _ dossier: DossierID) async throws -> String? {
        try await Afschermen(parts: proef.parts).stand(
            SchermOpvragen(dossier: dossier), leider, caller: .portaal, because: envelope()
        ).toelichting
    }

    private func zietKarel(_ proef: Opstelling, _ man: DossierID) async throws -> Set<DossierID> {
        Set(try await beeld(proef, try await rij(proef, man).huishouden, karel).leden.map(\.dossier))
    }

    private func voegSamen(_ proef: Opstelling, _ volgend: DossierID, bij leidend: DossierID) async throws -> SamenvoegingID {
        try await Samenvoegen(parts: proef.parts)(
            DossiersSamenvoegen(
                leidend: leidend, volgend: volgend, versie: try await rij(proef, volgend).versie, reden: "zelfde-gegevens"),
            envelope(), leider
        ).samenvoeging
    }

    private func maakOngedaan(_ proef: Opstelling, _ id: SamenvoegingID) async throws {
        let versie = try await proef.parts.store.read { try Samenvoegregister.vind($0, id)?.versie ?? 0 }
        _ = try await OngedaanMaken(parts: proef.parts)(
            SamenvoegingOngedaanMaken(samenvoeging: id, versie: versie), envelope(), leider)
    }

    @Test("een besluit terugdraaien en weer accepteren laat niemand zichtbaar worden en verliest niets wat is vastgelegd")
    func terugEnWeer() async throws {
        let proef = try await Opstelling()
        let man = try await persoon(proef, 0, bij: karel)
        let vrouw = try await persoon(proef, 1, rol: "partner")
        let kind = try await persoon(proef, 2, rol: "overig")
        let aanmelding = try #require(
            try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).first { $0.dossier == vrouw }?.aanmelding)
        try await schermAf(proef, vrouw, leider)
        let nieuw = try await wijzig(proef, [(vrouw, "hoofd")], reden: "uit-elkaar", leider)
        _ = try await wijzig(proef, [(vrouw, "overig")], bij: man, reden: "samenwonen", leider)
        _ = try await wijzig(proef, [(vrouw, "hoofd")], reden: "uit-elkaar", leider)
        let huis = try await rij(proef, vrouw).huishouden
        _ = try await VerwachtLidZetten(parts: proef.parts).leg(
            VerwachtLidVastleggen(
                id: nil, referent: vrouw, naam: "Selam Haile", geboortedatum: "2012", land: nil, rol: "kind", stand: "verwacht",
                verwachtOp: nil, versie: 0), envelope(), leider)
        try await proef.parts.store.write { tx in
            try Persoonsfeiten.voegToe(
                tx, vrouw, .inburgeringsplichtig, "nee", van: tx.today, bron: "medewerker", reden: "correctie")
        }
        let (voor, versie) = (
            try await beeld(proef, huis, leider),
            try await proef.parts.store.read { try Aanmeldingregister.vind($0, aanmelding)?.versie ?? 0 }
        )
        _ = try await Terugzetten(parts: proef.parts)(
            AanmeldingTerugzetten(aanmelding: aanmelding, versie: versie), envelope(), leider)
        #expect(try await proef.aantal("SELECT count(*) FROM persoon WHERE id = '\(vrouw)'") == 0)
        _ = try await Accepteren(parts: proef.parts)(
            AanmeldingAccepteren(aanmelding: aanmelding, versie: versie + 1), envelope(), leider)
        let na = try await rij(proef, vrouw)
        #expect(na.afgeschermd && na.huishouden == huis && huis != nieuw)
        #expect(try await reden(proef, vrouw) == "Woont op een geheim adres.")
        #expect(try await zietKarel(proef, man) == [man, kind])
        let weer = try await beeld(proef, huis, leider)
        #expect(weer.verloop == voor.verloop && weer.verwacht == voor.verwacht && weer.leden.map(\.rol) == ["hoofd"])
        let gemeld = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).last)
        #expect(gemeld.huishouden == huis && gemeld.inburgeringsplichtig == .nee)
        let feiten = try await proef.parts.store.read { try Persoonsfeiten.van($0, vrouw) }
        #expect(feiten.filter { $0.soort == "inburgeringsplichtig" }.map(\.bron) == ["medewerker", "gemeente"])
        #expect(feiten.count { $0.soort == "doelgroep" } == 1 && feiten.count { $0.soort == "factureerbaar" } == 1)
        for tabel in ["lidmaatschap", "persoonsfeit", "verwacht_lid"] {
            #expect(try await proef.aantal("SELECT count(*) FROM bewaard_\(tabel)") == 0)
        }
    }

    @Test("wie in één van de samengevoegde dossiers is afgeschermd, is dat overal; wat er tijdens bij kwam, blijft op allebei")
    func schermPerPersoon() async throws {
        let proef = try await Opstelling()
        let man = try await persoon(proef, 0, bij: karel)
        let vrouw = try await persoon(proef, 1, rol: "partner", bij: sanne)
        let dubbel = try await persoon(proef, 2, rol: "overig")
        try await schermAf(proef, vrouw, sanne)
        #expect(try await zietKarel(proef, man) == [man, dubbel])
        let eerst = try await voegSamen(proef, vrouw, bij: dubbel)
        #expect(try await zietKarel(proef, man) == [man])
        #expect(try await reden(proef, dubbel) == "Woont op een geheim adres.")
        // What held through the merge goes with it.
        try await maakOngedaan(proef, eerst)
        #expect(try await zietKarel(proef, man) == [man, dubbel])
        #expect(try await rij(proef, vrouw).afgeschermd)
        // To show the person again is for who works in each dossier in which it was set.
        let weer = try await voegSamen(proef, vrouw, bij: dubbel)
        try await proef.parts.store.write { tx in
            guard let wie = karel.user else { return }
            _ = try Persoonregister.wijsToe(tx.db, dubbel, begeleider: wie, team: Self.almere)
        }
        await #expect(throws: Failure.self) { try await toonWeer(proef, dubbel, karel) }
        try await toonWeer(proef, dubbel, leider)
        // One person lives here once: the dossier that follows is not shown beside it.
        #expect(try await zietKarel(proef, man) == [man, dubbel])
        // Set while the two are one, it is of both.
        try await schermAf(proef, dubbel, leider)
        try await maakOngedaan(proef, weer)
        for dossier in [vrouw, dubbel] {
            #expect(try await rij(proef, dossier).afgeschermd)
            #expect(try await reden(proef, dossier) == "Woont op een geheim adres.")
        }
        try await toonWeer(proef, vrouw, sanne)
        #expect(try await rij(proef, dubbel).afgeschermd)
    }
}
