// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing

@testable import BegeleidingApp

/// Whatever people do with a plan, in whatever order: the counts are right, every version can be opened as it was, and what
/// was sealed stays.
@Suite("Eigenschappen van het plan", .timeLimit(.minutes(5)))
struct PlanEigenschapTests {
    @Test("geen rij van handelingen verstoort de tellers of verliest een versie", arguments: 1...15)
    func handelingen(zaad: Int) async throws {
        var chance = SeededChance(seed: UInt64(zaad))
        let proef = try Proefdienst(seed: UInt64(zaad))
        let ouder = try await proef.lopendTraject()
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, met: ouder.dossier, nummer: 2)
        try await proef.ontvang(kind)
        /// Each version as it was when it was the newest, and the sealed ones by their hash.
        var gezien: [Int: [Planoverzicht.Doel]] = [:]
        var verzegeld: [Int: String] = [:]
        for stap in 0..<30 {
            proef.klok.zet(proef.vandaag.adding(days: Int.random(in: 0...4, using: &chance)))
            do {
                try await doe(Int.random(in: 0...9, using: &chance), proef, ouder.dossier, kind.dossier, &chance)
            } catch is Failure {
                // What the rules refuse changes nothing.
            }
            let waar = "zaad \(zaad), stap \(stap)"
            let nu = try await proef.plan(ouder.dossier)
            try await telt(proef, nu, waar)
            gezien[nu.versie] = nu.doelen
            for versie in gezien.keys {
                let toen = try await proef.plan(ouder.dossier, versie: versie)
                let was = gezien[versie] ?? []
                if let zegel = toen.zegel {
                    #expect(zegel.klopt, "\(waar): versie \(versie)")
                    #expect(verzegeld[versie, default: zegel.hash] == zegel.hash, "\(waar): het zegel van \(versie) is een ander")
                    verzegeld[versie] = zegel.hash
                    #expect(
                        toen.doelen.map(\.tekst) == was.filter { $0.toestand != .vervallen }.map(\.tekst), "\(waar): \(versie)")
                } else {
                    #expect(toen.doelen == was, "\(waar): versie \(versie) is niet meer zoals zij was")
                }
            }
            #expect(Set(verzegeld.keys).isSubset(of: Set(gezien.keys)))
            #expect(try await proef.getal("SELECT COUNT(*) FROM planversie") == verzegeld.count, "\(waar): een zegel is weg")
        }
    }

    /// The counts of the lists against the goals themselves.
    private func telt(_ proef: Proefdienst, _ plan: Planoverzicht, _ waar: String) async throws {
        let telt = plan.doelen.filter { $0.toestand != .vervallen }
        #expect(try await proef.getal("SELECT doelen_totaal FROM traject") == telt.count, "\(waar)")
        let open = telt.count { $0.toestand == .open || $0.toestand == .bezig }
        #expect(try await proef.getal("SELECT doelen_open FROM traject") == open, "\(waar)")
        let bereikt = telt.count { $0.toestand == .bereikt }
        #expect(try await proef.getal("SELECT doelen_bereikt FROM traject") == bereikt, "\(waar)")
        #expect(try await proef.getal("SELECT COUNT(*) FROM planstap") == plan.nieuwste, "\(waar): een versie zonder stap")
    }

    private func doe(
        _ handeling: Int, _ proef: Proefdienst, _ ouder: DossierID, _ kind: DossierID, _ chance: inout SeededChance
    ) async throws {
        let plan = try await proef.plan(ouder)
        let doel = plan.doelen.randomElement(using: &chance)
        let actie = plan.doelen.flatMap(\.acties).randomElement(using: &chance)
        let verzoek = proef.verzoek(Bool.random(using: &chance) ? proef.fatima : proef.teamleider)
        let oud = Int.random(in: 0...9, using: &chance) == 0 ? 1 : 0
        switch handeling {
        case 0:
            let wie = Bool.random(using: &chance) ? ouder : kind
            let teksten = ["Ik ken mijn buurt en weet waar ik terechtkan.", "Ik wil een tuin."]
            _ = try await DoelToevoegen(
                dossier: wie, leefgebied: .wonen, tekst: teksten.randomElement(using: &chance) ?? "Ik", streefdatum: nil,
                woorden: Bool.random(using: &chance) ? "In mijn woorden." : nil
            ).uitvoeren(proef.middelen, verzoek)
        case 1, 2:
            guard let doel else { return }
            _ = try await DoelToestandZetten(
                dossier: ouder, doel: doel.doel, toestand: DoelToestand.allCases.randomElement(using: &chance) ?? .open,
                versie: doel.versie - oud, reden: "kan-nu-niet"
            ).uitvoeren(proef.middelen, verzoek)
        case 3:
            guard let doel else { return }
            _ = try await DoelWijzigen(
                dossier: ouder, doel: doel.doel, tekst: "Ik wil \(Int.random(in: 0...99, using: &chance)).",
                woorden: Bool.random(using: &chance) ? "Ja." : "", streefdatum: proef.vandaag.adding(days: 30),
                versie: doel.versie - oud
            ).uitvoeren(proef.middelen, verzoek)
        case 4, 5:
            guard let doel else { return }
            _ = try await ActieToevoegen(
                dossier: ouder, doel: doel.doel, tekst: Bool.random(using: &chance) ? "Bellen" : "Een spaarrekening openen.",
                wie: Actiehouder.allCases.randomElement(using: &chance) ?? .client,
                uiterlijkOp: proef.vandaag.adding(days: Int.random(in: 0...20, using: &chance))
            ).uitvoeren(proef.middelen, verzoek)
        case 6:
            guard let actie else { return }
            _ = try await ActieWijzigen(
                dossier: ouder, actie: actie.actie, tekst: "Nog eens bellen", wie: .begeleider, verwijzing: nil,
                uiterlijkOp: nil, versie: actie.versie - oud
            ).uitvoeren(proef.middelen, verzoek)
        case 7:
            guard let actie else { return }
            _ = try await ActieZetten(
                dossier: ouder, actie: actie.actie,
                toestand: ActieToestand.allCases.randomElement(using: &chance) ?? .gedaan, versie: actie.versie - oud
            ).uitvoeren(proef.middelen, verzoek)
        case 8:
            _ = try await PlanBesproken(dossier: ouder, op: proef.vandaag, opmerking: "Besproken.")
                .uitvoeren(proef.middelen, verzoek)
        default:
            try await proef.akkoord(
                ouder, versie: plan.versie - oud, Bool.random(using: &chance) ? .akkoord : .geweigerd, opmerking: "Zo wil ik het."
            )
        }
    }
}
