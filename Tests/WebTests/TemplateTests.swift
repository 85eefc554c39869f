// SPDX-License-Identifier: EUPL-1.2
import Testing
import Web

@Suite("Sjablonen lezen en vullen", .timeLimit(.minutes(1)))
struct TemplateTests {
    private struct Rij {
        var tekst: String
        var soort: String?
    }

    private struct Model {
        var titel = "A & \"B\" <c> 'd'"
        var naam = "boven"
        var leeg: String?
        var ja = true
        var nee = false
        var aantal = 3
        var rijen = [Rij(tekst: "x", soort: "s"), Rij(tekst: "y", soort: nil)]
        var niets: [Rij] = []
        var een: Rij? = Rij(tekst: "een", soort: nil)
    }

    private func vul(_ tekst: String, _ delen: [String: String] = [:]) throws -> String? {
        var alle = try delen.mapValues { try Template($0) }
        alle["pagina"] = try Template(tekst)
        return TemplateLibrary(alle).render("pagina", TemplateValue(Model())).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        "waarden, secties en lijsten",
        arguments: [
            ("{{titel}}", "A &amp; &quot;B&quot; &lt;c&gt; &#39;d&#39;"), ("{{leeg}}{{onbekend}}", ""), ("{{aantal}}", "3"),
            ("{{#ja}}j{{/ja}}{{#nee}}n{{/nee}}{{^nee}}N{{/nee}}", "jN"), ("{{#leeg}}l{{/leeg}}{{^leeg}}L{{/leeg}}", "L"),
            ("{{#rijen}}[{{.tekst}}{{#.soort}} {{.}}{{/.soort}}]{{/rijen}}", "[x s][y]"),
            ("{{#niets}}n{{/niets}}{{^niets}}niets{{/niets}}", "niets"), ("{{een.tekst}}{{een.soort}}{{een.x.y}}", "een"),
            // What the value on top does not have is looked for around it, unless the name begins with a dot.
            ("{{#rijen}}{{naam}}{{.naam}} {{/rijen}}", "boven boven "),
            ("{ {{aantal}} } }}", "{ 3 } }}"),
        ])
    func waarden(_ tekst: String, _ verwacht: String) throws {
        #expect(try vul(tekst) == verwacht)
    }

    private enum Soort { case eerste, tweede(Int) }
    private struct Boom {
        var naam: String
        var takken: [Boom] = []
        var buiten: Int??
    }
    private struct Geheim: CustomStringConvertible {
        var cijfers = "123456789"
        var description: String { "*****6789" }
    }
    private struct Rijk {
        var soort = Soort.eerste
        var boom = Boom(naam: "a", takken: [Boom(naam: "b", takken: [Boom(naam: "c")]), Boom(naam: "d", buiten: .some(3))])
        var paar: (links: String, rechts: Int) = ("l", 2)
        var geheim = Geheim()
        var breed: (Int8, Double, UInt16) = (-1, 0.5, 9)
        var laatste = "laatste"
    }

    @Test("elke vorm van een waarde; wat zichzelf omschrijft toont alleen dat")
    func vormen() throws {
        func vul(_ tekst: String) throws -> String? {
            TemplateLibrary(["pagina": try Template(tekst)]).render("pagina", TemplateValue(Rijk()).with("erbij", .text("x")))
                .map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(try vul("{{soort}} {{geheim}} {{geheim.cijfers}}|{{laatste}} {{erbij}}") == "eerste *****6789 |laatste x")
        #expect(
            try vul(
                "{{paar.links}}{{paar.rechts}} {{#boom.takken}}({{.naam}}{{#.takken}}{{.naam}}{{/.takken}}{{.buiten}}){{/boom.takken}}"
            ) == "l2 (bc)(d3)")
    }

    @Test("een tag alleen op een regel neemt de regel mee")
    func regels() throws {
        #expect(try vul("a\n{{#ja}}\n b\n  {{/ja}}  \nc\n") == "a\n b\nc\n")
        #expect(try vul("a\n {{#ja}}b{{/ja}}\nc") == "a\n b\nc")
        #expect(try vul("a {{#ja}}\nb{{/ja}}\n") == "a \nb\n")
    }

    @Test("delen en een pagina om een pagina")
    func delen() throws {
        let rand = "<{{$kop}}geen{{/kop}}|{{$inhoud}}leeg{{/inhoud}}>"
        #expect(try vul("{{#rijen}}{{>deel}}{{/rijen}}", ["deel": "({{.tekst}})"]) == "(x)(y)")
        #expect(try vul("{{<rand}}{{$inhoud}}{{naam}}{{/inhoud}}{{/rand}}", ["rand": rand]) == "<geen|boven>")
        // Who stands further out decides what a block holds.
        let midden = "{{<rand}}{{$kop}}midden{{/kop}}{{$inhoud}}midden{{/inhoud}}{{/rand}}"
        #expect(try vul("{{<midden}}{{$kop}}ik{{/kop}}{{/midden}}", ["midden": midden, "rand": rand]) == "<ik|midden>")
        #expect(try vul("a{{>geen}}b") == "ab")
    }

    @Test(
        "wat niet te lezen is wordt geweigerd, met de regel",
        arguments: [
            ("{{#a}}", 1), ("x\n{{/a}}", 2), ("x\n\n{{#a}}{{/b}}", 3), ("{{{a}}}", 1), ("{{&a}}", 1), ("{{=<% %>=}}", 1),
            ("{{a", 1), ("{{}}", 1), ("{{<a}}{{b}}{{/a}}", 1), ("{{f(x)}}", 1),
        ])
    func geweigerd(_ tekst: String, _ regel: Int) throws {
        #expect(performing: { try Template(tekst) }, throws: { ($0 as? Template.Unreadable)?.line == regel })
    }
}
