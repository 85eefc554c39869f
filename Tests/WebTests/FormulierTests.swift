// SPDX-License-Identifier: EUPL-1.2
import Berichten
import HTTPTypes
import Testing
import Web

@Suite("Formulieren", .timeLimit(.minutes(1)))
struct FormulierTests {
    @Test("een formulier komt zoals het is getypt, ook met vreemde tekens, herhaling en lege velden")
    func gewoon() throws {
        let form = try URLEncodedForm.parse("naam=Z%C3%BCleyha+%26+co&doel=a&doel=b&leeg=&los&tekst=een%0D%0Atwee".utf8)
        #expect(form.text("naam") == "Züleyha & co")
        #expect(form.all("doel") == ["a", "b"] && form.has("doel", "b") && !form.has("doel", "c"))
        #expect(form.text("leeg") == "" && form.optional("leeg") == nil && form.text("los") == "" && form.text("nooit") == "")
        #expect(form.text("tekst") == "een\ntwee")
    }

    @Test("wat geen formulier is, wordt geweigerd", arguments: ["a=%", "a=%2", "a=%zz", "a=%ff", "a=%00", "=x", "%0aa=x"])
    func kapot(_ tekst: String) {
        #expect(throws: Refusal.self) { try URLEncodedForm.parse(tekst.utf8) }
    }

    @Test("te veel velden worden geweigerd voor ze zijn gelezen")
    func teVeel() {
        let tekst = (0...URLEncodedForm.maximumFields).map { "a\($0)=1" }.joined(separator: "&")
        let fout = #expect(throws: Refusal.self) { try URLEncodedForm.parse(tekst.utf8) }
        #expect(fout?.status.code == 413)
    }

    @Test("een formulier houdt vast wat is getypt en hangt elke fout aan zijn veld")
    func fouten() {
        var form = FormValues(["bsn": [" 12 "], "_csrf": ["x"], "_versie": ["3"]])
        #expect(form.required("bsn", "Vul in.") == "12" && form.required("naam", "Vul de naam in.") == "")
        #expect(form.error(of: "naam")?.text == "Vul de naam in." && form.error(of: "bsn") == nil)
        let geweigerd = form.refused([FieldError("data.client.bsn", code: "bsn-proef", "Dit BSN klopt niet.")])
        #expect(geweigerd.error(of: "bsn")?.code == "bsn-proef" && geweigerd.exact("bsn") == " 12 ")
        #expect(form.version == 3 && form.typed.values.keys.sorted() == ["bsn"])
    }
}
