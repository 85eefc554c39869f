// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Mustache
import Testing
import Web

@testable import PortaalApp

@Suite("Sjablonen", .timeLimit(.minutes(2)))
struct SjablonenTests {
    private static let map = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Services/Portaal/App/Sjablonen")

    private static func teksten() throws -> [String: String] {
        let files = try FileManager.default.contentsOfDirectory(at: map, includingPropertiesForKeys: nil)
        return Dictionary(
            uniqueKeysWithValues: try files.filter { $0.pathExtension == "mustache" }.map {
                ($0.deletingPathExtension().lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
            })
    }

    /// Somebody signed in, with a notice: everything in the frame is there.
    static func kader(_ model: any PageModel, vol: Bool = true) throws -> Kader {
        var bezoek = Bezoek.Toestand()
        bezoek.secret = try Secret.random()
        if vol {
            bezoek.gebruiker = Aangemeld(
                id: UUIDv7Source(clock: RealClock()).make(), naam: "Sanne de Wit", rollen: Set(Role.allCases))
            bezoek.berichten = [Melding(.goed, "Gelukt.", titel: "Ja", link: Koppeling("kijk", "/"))]
        }
        return Kader(model, bezoek: bezoek, stijl: "/stijl.css", demo: vol ? "Verzonnen mensen." : nil)
    }

    /// The same templates as Mustache itself reads them.
    static func mustache() throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for (naam, bytes) in Sjablonen.paginas.merging(Sjablonen.delen, uniquingKeysWith: { first, _ in first }) {
            try library.register(String(decoding: bytes, as: UTF8.self), named: naam)
        }
        return library
    }

    @Test("elk sjabloon in de map staat in de lijst, en andersom")
    func volledig() throws {
        #expect(Set(try Self.teksten().keys) == Set(Sjablonen.paginas.keys).union(Sjablonen.delen.keys))
        #expect(Set(Sjablonen.paginas.keys).isDisjoint(with: Sjablonen.delen.keys))
    }

    @Test("elke pagina heeft een voorbeeld en elk deel staat op een pagina")
    func voorbeelden() throws {
        let teksten = try Self.teksten()
        #expect(Set(Voorbeelden.alle.map { type(of: $0).template }) == Set(Sjablonen.paginas.keys))
        let gebruikt = teksten.values.reduce(into: Set<String>()) { $0.formUnion(Namen.delen(in: $1)) }
        #expect(gebruikt.union(["pagina"]) == Set(Sjablonen.delen.keys))
    }

    @Test("geen sjabloon vraagt een naam die het model niet heeft, en elke naam komt in een voorbeeld aan bod")
    func namen() throws {
        let (library, teksten) = (try Self.mustache(), try Self.teksten())
        var gevonden: [String: Set<String>] = [:]
        for model in Voorbeelden.alle {
            for vol in [true, false] {
                let verslag = Verslag()
                let wortel = KijkWortel(kader: try Self.kader(model, vol: vol), model: model, verslag: verslag)
                let html = try #require(library.render(wortel, withTemplate: type(of: model).template))
                #expect(verslag.nu.onbekend.isEmpty, "\(type(of: model).template) vraagt \(verslag.nu.onbekend.sorted())")
                #expect(html.hasPrefix("<!DOCTYPE html>"))
                gevonden[type(of: model).template, default: []].formUnion(verslag.nu.gevonden)
            }
        }
        let alles = gevonden.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        for (naam, tekst) in teksten {
            // A page's own names must come up in its own examples; the names of a part anywhere.
            let ooit = gevonden[naam] ?? alles
            let nooit = Namen.in(tekst).subtracting(ooit)
            #expect(nooit.isEmpty, "\(naam): geen voorbeeld komt toe aan \(nooit.sorted())")
        }
    }

    /// Without lines that are empty: the two differ in whether a tag after another takes the end of its line along.
    private static func regels(_ html: String) -> [Substring] { html.split(separator: "\n") }

    @Test("elke pagina is tot op het teken wat Mustache ervan maakt")
    func gelijkAanMustache() throws {
        let (sjablonen, library) = (try Sjablonen(), try Self.mustache())
        for model in Voorbeelden.alle {
            for vol in [true, false] {
                let kader = try Self.kader(model, vol: vol)
                let verwacht = try #require(
                    library.render(Mustachewortel(kader: kader, model: model), withTemplate: type(of: model).template))
                let html = String(decoding: try sjablonen.html(model, kader), as: UTF8.self)
                #expect(Self.regels(html) == Self.regels(verwacht), "\(type(of: model))")
            }
        }
    }

    @Test("een verschreven naam wordt gevonden")
    func verschreven() throws {
        var library = try Self.mustache()
        try library.register("{{<pagina}}{{$inhoud}}{{title}}{{/inhoud}}{{/pagina}}", named: "help")
        let verslag = Verslag()
        let model = HelpPagina(rollen: [])
        _ = library.render(KijkWortel(kader: try Self.kader(model), model: model, verslag: verslag), withTemplate: "help")
        #expect(verslag.nu.onbekend == ["title"])
    }

    @Test("geen sjabloon heeft stijl of script in zich, of een deel dat inspringt")
    func vorm() throws {
        for (naam, tekst) in try Self.teksten() {
            // The frame loads the one script that keeps drafts (decision 0020); nothing stands in a page itself.
            let zonder = naam == "pagina" ? tekst.replacing("<script src=\"{{kader.script}}\" defer></script>", with: "") : tekst
            #expect(!zonder.contains("style=") && !zonder.contains("<script") && !zonder.contains(" onclick"), "\(naam)")
            #expect(tekst.firstMatch(of: /(?m)^[ \t]+\{\{\s*[><]/) == nil, "\(naam): een deel begint vooraan de regel")
            #expect(!tekst.contains("{{{") && !tekst.contains("{{&"), "\(naam): niets gaat ongefilterd het scherm op")
            let posts = tekst.components(separatedBy: "method=\"post\"").dropFirst()
            for post in posts {
                let form = post.components(separatedBy: "</form>")[0]
                #expect(form.contains("deel-csrf") || form.contains("name=\"_csrf\""), "\(naam): een formulier zonder _csrf")
            }
        }
    }

    @Test("elke pagina heeft één hoofdkop en geen twee dezelfde id's", arguments: Voorbeelden.alle.indices)
    func opbouw(_ index: Int) throws {
        let model = Voorbeelden.alle[index]
        let html = try html(model)
        if type(of: model) != StijlPagina.self { #expect(html.matches(of: /<h1[ >]/).count == 1) }
        let ids = html.matches(of: /\ id="([^"]+)"/).map { String($0.output.1) }
        #expect(
            Set(ids).count == ids.count, "dubbel: \(Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }.keys)")
        for anker in html.matches(of: /href="#([^"]+)"/) { #expect(ids.contains(String(anker.output.1)), "#\(anker.output.1)") }
    }

    @Test("wat iemand heeft getypt komt nooit als HTML op het scherm")
    func veilig() throws {
        let form = FormValues(["naam": ["<b>\"'&"]], errors: [.init("gebruikersnaam", code: "x", "<i>fout</i>")])
        let html = try html(GebruikerNieuwPagina(form, teams: ["<u>team</u>"]))
        #expect(!html.contains("<b>") && !html.contains("<i>") && !html.contains("<u>"))
        #expect(html.contains("&lt;b&gt;&quot;&#39;&amp;"))
    }

    private func html(_ model: some PageModel) throws -> String {
        String(decoding: try Sjablonen().html(model, try Self.kader(model)), as: UTF8.self)
    }
}

/// The root of a page as Mustache asks it.
private struct Mustachewortel: MustacheParent {
    let kader: Kader
    let model: any PageModel

    func child(named naam: String) -> Any? {
        if naam == "kader" { return kader }
        let waarde = Mirror(reflecting: model).children.first { $0.label == naam }?.value
        return waarde.flatMap { waarde in
            let mirror = Mirror(reflecting: waarde)
            return mirror.displayStyle == .optional ? mirror.children.first?.value : waarde
        }
    }
}
