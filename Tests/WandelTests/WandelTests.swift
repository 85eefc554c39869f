// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import Opslag
import Testing
import Toegang

/// Every message that any service answers, asked by everybody: the table of `Oordelen` says who gets an answer about the one
/// person of this city, and nothing sealed and no name goes to anybody else. The kinds come from the handlers themselves, so
/// a new one without a line fails here.
@Suite("De wandeling over alle berichten", .timeLimit(.minutes(5)), .serialized)
struct WandelTests {
    @Test("wie mag wat weten, van elk bericht, en niets van het verzegelde komt ergens anders")
    func wandel() async throws {
        let stad = try await Stad(op: try #require(Datum(2027, 2, 1)))
        try await stad.terwijlAllesDraait {
            let bewoners = try await Bewoners.maak(stad)
            var gevonden: [String: String] = [:]
            for verandert in [false, true] {
                for dienst in stad.diensten {
                    for kind in dienst.assembly.handlers.kinds where kind.changes == verandert {
                        gevonden[Self.kort(kind.type)] = try await Self.bezoek(bewoners, dienst, kind)
                    }
                }
            }
            try Self.vergelijk(gevonden)
            try await Self.gestopt(bewoners)
            try await Self.sporen(bewoners)
        }
    }

    static func kort(_ type: String) -> String { String(type.dropFirst("nl.wegwijs.".count)) }

    /// Lets everybody ask this kind; returns who got an answer, as a line of the table.
    private static func bezoek(_ bewoners: Bewoners, _ dienst: Stad.Dienst, _ kind: Handlers.Kind) async throws -> String {
        guard kind.callers.contains(.portaal) else {
            return "alleen: " + kind.callers.map(\.rawValue).sorted().joined(separator: " ")
        }
        let lichaam = try voorbeeld(kind.type, bewoners.velden)
        var ja: [String] = []
        for (naam, actor) in bewoners.wie {
            let envelope = Envelope(
                id: bewoners.stad.ids.next(), source: ServiceName.portaal.source, type: kind.type, time: bewoners.stad.klok.now,
                actor: actor)
            let tekst: String
            do {
                let antwoord = try await dienst.assembly.handlers.respond(
                    to: kind.type, lichaam, Request(envelope: envelope, caller: .portaal))
                tekst = String(decoding: antwoord, as: UTF8.self)
                ja.append(naam)
            } catch let failure as Failure {
                tekst = "\(failure)"
                switch failure {
                case .notFound, .notAllowed: break
                case .fault:
                    Issue.record("\(kort(kind.type)) aan \(naam): een weigering is 403 of 404, nooit een fout van ons")
                case .invalid(let fouten) where fouten.contains { $0.code == "onleesbaar" }:
                    Issue.record(
                        """
                        \(kort(kind.type)): er is geen voorbeeld dat past (\(fouten.map(\.field).joined(separator: ", "))).
                          Zet een goed voorbeeld in Tests/BerichtenTests/Voorbeelden/\(kort(kind.type)).json.
                        """)
                case .invalid, .conflict, .state, .unavailable: ja.append(naam)
                }
            } catch {
                Issue.record("\(kort(kind.type)) aan \(naam): \(type(of: error)), dat wordt een 500")
                continue
            }
            keur(kort(kind.type), naam, tekst, bewoners)
        }
        return ja.count == bewoners.wie.count ? "iedereen" : ja.isEmpty ? "niemand" : ja.joined(separator: " ")
    }

    /// No answer and no error holds something sealed, or a name, for who may not have it.
    private static func keur(_ kind: String, _ naam: String, _ tekst: String, _ bewoners: Bewoners) {
        for merk in Bewoners.merken + [bewoners.velden["zaak"] ?? ""] where tekst.contains(merk) {
            #expect(
                Oordelen.verzegeld[kind]?.contains(naam) == true, "\(kind) geeft \(naam) iets uit het verzegelde deel (\(merk))")
        }
        if tekst.contains(Bewoners.naam) {
            let mag = bewoners.kennen.contains(naam) || Oordelen.namen[kind]?.contains(naam) == true
            #expect(mag, "\(kind) geeft \(naam) een naam van iemand buiten bereik")
        }
    }

    private static func vergelijk(_ gevonden: [String: String]) throws {
        let oordelen = try Oordelen.tabel()
        for (kind, wie) in gevonden.sorted(by: { $0.key < $1.key }) where oordelen[kind] != wie {
            Issue.record(
                """
                \(oordelen[kind] == nil ? "Nieuw bericht zonder oordeel" : "Ander antwoord dan het oordeel"): \(kind)
                  Gevonden wie antwoord krijgt: \(wie)
                  \(oordelen[kind].map { "In de tabel staat: \($0)" } ?? Self.wat)
                  \(kind): \(wie)
                """)
        }
        for kind in oordelen.keys.sorted() where gevonden[kind] == nil {
            Issue.record("\(kind) staat in de tabel en wordt door geen dienst beantwoord: haal de regel weg")
        }
    }

    private static let wat = "Klopt dat? Zet dan deze regel in \(Oordelen.bestand):"

    /// After the exchange about the person was stopped, nobody of another organisation finds her anywhere.
    private static func gestopt(_ bewoners: Bewoners) async throws {
        let stad = bewoners.stad
        let dossier = try #require(DossierID(bewoners.velden["dossier"] ?? ""))
        _ = try? await stad.doe(
            UitwisselingStoppen(dossier: dossier, toelichting: "Gevaar."), try bewoners.actor("begeleider"))
        let stand = try await stad.vraag(UitwisselingOpvragen(dossier: dossier), try bewoners.actor("begeleider"))
        #expect(stand.gestoptSinds != nil)
        try await stad.isBij()
        for dienst in stad.diensten {
            for kind in dienst.assembly.handlers.kinds where !kind.changes && kind.callers.contains(.portaal) {
                let lichaam = try voorbeeld(kind.type, bewoners.velden)
                for naam in ["klantmanager", "partner"] {
                    let envelope = Envelope(
                        id: stad.ids.next(), source: ServiceName.portaal.source, type: kind.type, time: stad.klok.now,
                        actor: try bewoners.actor(naam))
                    let antwoord = try? await dienst.assembly.handlers.respond(
                        to: kind.type, lichaam, Request(envelope: envelope, caller: .portaal))
                    let tekst = String(decoding: antwoord ?? Data(), as: UTF8.self)
                    for spoor in [Bewoners.naam, bewoners.dossiernummer, dossier.description] {
                        #expect(!tekst.contains(spoor), "\(kort(kind.type)) vertelt \(naam) over wie gestopt is: \(spoor)")
                    }
                }
            }
        }
    }

    /// Nothing sealed in an event, a log line or the bytes of a store; no name in an event or a log line.
    private static func sporen(_ bewoners: Bewoners) async throws {
        let stad = bewoners.stad
        let zaak = try #require(bewoners.velden["zaak"])
        for dienst in stad.diensten {
            for event in try await dienst.store.outbox(after: 0, limit: 10_000) {
                let tekst = String(decoding: event.envelope, as: UTF8.self) + String(decoding: event.data, as: UTF8.self)
                for spoor in Bewoners.merken + [Bewoners.naam, zaak, "meldcode", "signaal", "veilig"] {
                    #expect(!tekst.contains(spoor), "een gebeurtenis van \(dienst.naam.rawValue) zegt \(spoor)")
                }
            }
        }
        for regel in stad.logregels.alle {
            for spoor in Bewoners.merken + [Bewoners.naam, zaak, "meldcode"] {
                #expect(!regel.contains(spoor), "een logregel zegt \(spoor)")
            }
        }
        let bestanden = FileManager.default.enumerator(at: stad.map, includingPropertiesForKeys: [.isRegularFileKey])
        for case let bestand as URL in bestanden ?? .init() where bestand.lastPathComponent.contains(".sqlite") {
            let bytes = try Data(contentsOf: bestand)
            for merk in Bewoners.merken {
                #expect(bytes.range(of: Data(merk.utf8)) == nil, "\(merk) staat leesbaar in \(bestand.lastPathComponent)")
            }
        }
    }

    /// What is asked otherwise than the example does, so that the person of this city would be found by it.
    private static let gericht: [String: [String: String]] = [
        "intake.personen-zoeken.v1": ["tekst": Bewoners.naam],
        "intake.kandidaten-zoeken.v1": ["geslachtsnaam": Bewoners.naam, "geboortedatum": "1990-03-12"],
        "intake.aanmeldingen-lijst.v1": ["toestand": "geaccepteerd"],
        // Without it the field is refused before anybody looks at who asks.
        "intake.huisgenoot-afschermen.v1": ["toelichting": "Er is ruzie in dit huishouden."],
    ]

    /// The example of a message with the ids of this city in it; a message without an example is tried without fields.
    static func voorbeeld(_ type: String, _ velden: [String: String]) throws -> Data {
        let bestand = Stad.wortel.appending(path: "Tests/BerichtenTests/Voorbeelden/\(kort(type)).json")
        guard let data = try? Data(contentsOf: bestand) else { return Data("{}".utf8) }
        let velden = velden.merging(gericht[kort(type)] ?? [:]) { _, gericht in gericht }
        let json = vul(try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed), velden)
        let object = json as? [String: Any] ?? [:]
        return try JSONSerialization.data(
            withJSONObject: object.merging(gericht[kort(type)] ?? [:]) { _, gericht in gericht })
    }

    private static func vul(_ waarde: Any, _ velden: [String: String]) -> Any {
        switch waarde {
        case let object as [String: Any]:
            Dictionary(
                uniqueKeysWithValues: object.map { sleutel, inhoud -> (String, Any) in
                    switch (sleutel, inhoud) {
                    case ("page", _): ("page", ["limit": 50])
                    case (_, is String): (sleutel, velden[sleutel] ?? inhoud)
                    case (_, is [String]): (sleutel, velden[sleutel].map { [$0] } ?? inhoud)
                    default: (sleutel, vul(inhoud, velden))
                    }
                })
        case let lijst as [Any]: lijst.map { vul($0, velden) }
        default: waarde
        }
    }
}
