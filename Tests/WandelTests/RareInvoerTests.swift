// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import HTTPTypes
import Opslag
import Testing
import Web
import Zegel

@testable import PortaalApp

/// What no page sends, sent to every message and every route: the answer is a refusal, never a fault of ours, nothing without
/// an end is taken in, and of what was refused nothing is kept.
///
/// A sixth of the forms, the same ones each time; `WEGWIJS_RAAR=alles` (in `./test --lang`) sends all.
@Suite("Rare invoer", .timeLimit(.minutes(15)), .serialized)
struct RareInvoerTests {
    @Test("elk bericht met in elk veld iets raars: een weigering, en nooit iets zonder einde")
    func berichten() async throws {
        let stad = try await Stad(op: try #require(Datum(2027, 2, 1)))
        try await stad.terwijlAllesDraait {
            let bewoners = try await Bewoners.maak(stad)
            let oordelen = try Oordelen.tabel()
            let wacht = Schildwacht(stad)
            for dienst in stad.diensten {
                for kind in dienst.assembly.handlers.kinds where kind.callers.contains(.portaal) && Self.hoortErbij(kind.type) {
                    let kort = WandelTests.kort(kind.type)
                    let actor = try wie(oordelen[kort], bewoners)
                    try await wacht.onthoud([dienst])
                    for variant in try RareInvoer.varianten(van: WandelTests.voorbeeld(kind.type, bewoners.velden)) {
                        let (wat, begin) = ("\(kort)\(variant)", ContinuousClock.now)
                        guard RareInvoer.komtLangs(wat) else { continue }
                        wacht.noem(wat)
                        let envelope = Envelope(
                            id: stad.ids.next(), source: ServiceName.portaal.source, type: kind.type, time: stad.klok.now,
                            actor: actor)
                        do {
                            _ = try await dienst.assembly.handlers.respond(
                                to: kind.type, variant.data, Request(envelope: envelope, caller: .portaal))
                            if variant.isGroot, kind.changes, !kort.hasSuffix("-deel.v1") { Issue.record("\(wat): aangenomen") }
                            try await wacht.onthoud([dienst])
                        } catch let failure as Failure {
                            wacht.keur(failure, wat)
                            try await wacht.keur([dienst], wat)
                        } catch {
                            Issue.record("\(wat): \(type(of: error)), dat wordt een 500: \(error)")
                        }
                        if begin.duration(to: .now) > .seconds(10) { Issue.record("\(wat): duurde \(begin.duration(to: .now))") }
                    }
                    wacht.keurLog(kort)
                }
            }
        }
    }

    /// With `WEGWIJS_RAAR_BIJ` only the messages and routes that hold this, for who looks for one fault.
    private static func hoortErbij(_ naam: String) -> Bool {
        ProcessInfo.processInfo.environment["WEGWIJS_RAAR_BIJ"].map { naam.contains($0) } ?? true
    }

    /// Who may ask it, so that the fields are looked at.
    private func wie(_ oordeel: String?, _ bewoners: Bewoners) throws -> Actor {
        let namen = Set((oordeel ?? "").split(separator: " ").map(String.init))
        let naam = ["teamleider", "begeleider", "financieel", "beheerder"].first(where: namen.contains)
        return try bewoners.actor(naam ?? bewoners.wie.last { namen.contains($0.naam) }?.naam ?? "teamleider")
    }

    @Test("elke route met rare velden, adressen en koppen: nooit een fout van ons, en de rand noemt het veld")
    func routes() async throws {
        let stad = try await Stad(op: try #require(Datum(2027, 2, 1)))
        try await stad.terwijlAllesDraait {
            let bewoners = try await Bewoners.maak(stad)
            let deur = try await Deur(stad, bewoners)
            let velden = try Deur.veldnamen()
            #expect(velden.count > 100)
            for route in try Deur.routes() where Self.hoortErbij(route.naam) {
                guard let bezoeker = deur.bezoeker(route) else { continue }
                try await deur.onthoud()
                if route.method == .get {
                    try await deur.vraag(route, bezoeker, velden)
                } else {
                    for formulier in RareInvoer.formulieren where RareInvoer.komtLangs("\(route.naam) \(formulier.naam)") {
                        try await deur.stuur(route, bezoeker, formulier, velden)
                    }
                }
                try await deur.adressen(route, bezoeker)
                try await deur.keur(route)
            }
        }
    }
}
