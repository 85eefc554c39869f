// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing
import Zegel

@testable import IntakeApp

/// A BSN is sealed apart from the rest of a person's gegevens.
@Suite(.timeLimit(.minutes(1)))
struct VerzegelingTests {
    private let dossier = DossierID(UUID())
    private let key: SealKey

    init() throws { key = try SealKey.random() }

    private static func gegevens(bsn: BSN?, ouder: BSN?) throws -> Aanmeldgegevens {
        Aanmeldgegevens(
            aanmelding: AanmeldingID(UUID()), gemeente: try #require(Gemeentecode("0034")),
            client: .init(
                bsn: bsn, vnummer: VNummer("2912345678"), naam: try Naam(voornamen: "Selam", geslachtsnaam: "Haile"),
                geboortedatum: .jaar(1990), adres: .init(straat: "Voorbeeldpad")),
            doelgroep: .groep(.statushouder18plus), verblijfsvorm: .eigenWoning, talen: .init(tolkNodig: true),
            inburgeringsplichtig: .onbekend, geheimhouding: true,
            ouderOfVoogd: .init(bsn: ouder, vnummer: VNummer("2912345679")))
    }

    private static let soorten: [(BSN?, BSN?)] = [
        (nil, nil), (BSN("999900006"), nil), (nil, BSN("999990019")), (BSN("999900006"), BSN("999990019")),
    ]

    @Test("wat verzegeld is komt er heel uit, en zonder BSN ontbreekt alleen dat", arguments: soorten)
    func heen(_ bsn: BSN?, _ ouder: BSN?) throws {
        let gegevens = try Self.gegevens(bsn: bsn, ouder: ouder)
        for plaats in [Verzegeling.Plaats.aanmelding, .persoon, .wijziging] {
            let verzegeld = try Verzegeling.sluit(gegevens, plaats, dossier, key)
            #expect(try Verzegeling.open(verzegeld, plaats, dossier, key) == gegevens)
            var kaal = gegevens
            kaal.client.bsn = nil
            kaal.ouderOfVoogd?.bsn = nil
            #expect(try Verzegeling.zonderBSN(verzegeld, plaats, dossier, key) == kaal)
        }
    }

    @Test("het deel dat voor een naam of adres opengaat, bevat het BSN niet")
    func apart() throws {
        let verzegeld = try Verzegeling.sluit(
            try Self.gegevens(bsn: BSN("999900006"), ouder: BSN("999990019")), .persoon, dossier, key)
        let lengte = verzegeld.dropFirst().prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let basis = Data(verzegeld.dropFirst(5).prefix(lengte))
        let tekst = try Seal.openText(basis, with: key, context: "persoon.gegevens:\(dossier)")
        #expect(tekst.contains("Voorbeeldpad") && !tekst.contains("999900006") && !tekst.contains("999990019"))
        // The numbers do not open as gegevens, and the other way round.
        let nummers = Data(verzegeld.dropFirst(5 + lengte))
        #expect(throws: SealError.notAuthentic) { try Seal.open(nummers, with: key, context: "persoon.gegevens:\(dossier)") }
        #expect(throws: SealError.notAuthentic) { try Seal.open(basis, with: key, context: "persoon.bsn:\(dossier)") }
    }

    @Test("wat verzegeld werd toen alles bij elkaar lag gaat ook open, en gaf ook toen geen BSN aan wie het niet nodig heeft")
    func vroeger() throws {
        let gegevens = try Self.gegevens(bsn: BSN("999900006"), ouder: nil)
        let oud = try Seal.seal(MessageCoding.encode(gegevens), with: key, context: "persoon.gegevens:\(dossier)")
        #expect(try Verzegeling.open(oud, .persoon, dossier, key) == gegevens)
        #expect(try Verzegeling.zonderBSN(oud, .persoon, dossier, key).client.bsn == nil)
    }

    @Test("afgekapt, verwisseld of vreemd geeft een fout en geen halve gegevens")
    func kapot() throws {
        let gegevens = try Self.gegevens(bsn: BSN("999900006"), ouder: nil)
        let verzegeld = try Verzegeling.sluit(gegevens, .persoon, dossier, key)
        for lengte in 0..<verzegeld.count {
            #expect(throws: SealError.self) { try Verzegeling.open(verzegeld.prefix(lengte), .persoon, dossier, key) }
        }
        #expect(throws: SealError.self) { try Verzegeling.open(verzegeld, .aanmelding, dossier, key) }
        #expect(throws: SealError.self) { try Verzegeling.open(verzegeld, .persoon, DossierID(UUID()), key) }
        let ander = try Verzegeling.sluit(gegevens, .persoon, DossierID(UUID()), key)
        let lengte = 5 + verzegeld.dropFirst().prefix(4).reduce(0) { $0 << 8 | Int($1) }
        // The numbers of somebody else behind one's own gegevens.
        #expect(throws: SealError.self) {
            try Verzegeling.open(verzegeld.prefix(lengte) + ander.dropFirst(lengte), .persoon, dossier, key)
        }
    }
}
