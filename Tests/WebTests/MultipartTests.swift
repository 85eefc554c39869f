// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes
import Testing
import Web

@Suite("Bestanden in een formulier", .timeLimit(.minutes(1)))
struct MultipartTests {
    private static let type = "multipart/form-data; boundary=grens"

    /// Reads a body that arrives in pieces of `stuk` bytes.
    private func lees(
        _ body: Data, stuk: Int, type: String = type, limits: MultipartLimits = MultipartLimits(fileBytes: 1000)
    ) throws -> (velden: [String: String], bestand: Data?, naam: String?) {
        var parser = try MultipartParser(contentType: type, limits: limits)
        var velden: [String: String] = [:]
        var (bestand, naam): (Data?, String?) = (nil, nil)
        for begin in stride(from: 0, to: body.count, by: stuk) {
            for event in try parser.feed(body[begin..<min(begin + stuk, body.count)]) {
                switch event {
                case .field(let name, let value): velden[name] = value
                case .fileBegins(_, let filename, _): (bestand, naam) = (Data(), filename)
                case .fileBytes(let bytes): bestand?.append(contentsOf: bytes)
                case .fileEnds: break
                }
            }
        }
        try parser.finish()
        return (velden, bestand, naam)
    }

    private func body(_ delen: [String], slot: String = "--grens--\r\n") -> Data {
        Data((delen.map { "--grens\r\n\($0)\r\n" }.joined() + slot).utf8)
    }
    private let veld = "Content-Disposition: form-data; name=\"_csrf\"\r\n\r\ntoken"
    private func bestand(_ inhoud: String, naam: String = "bon.pdf") -> String {
        "Content-Disposition: form-data; name=\"bestand\"; filename=\"\(naam)\"\r\nContent-Type: application/pdf\r\n\r\n\(inhoud)"
    }

    @Test("hoe het ook in stukken binnenkomt, het is hetzelfde formulier", arguments: [1, 2, 3, 7, 16, 61, 4096])
    func stukken(_ stuk: Int) throws {
        // What looks like the boundary but is not, must come through unharmed.
        let lastig = "regel\r\n--gren\r\n--grenX\r\n-\r\n\r\n--gren"
        let gelezen = try lees(body([veld, bestand(lastig)]), stuk: stuk)
        #expect(gelezen.velden == ["_csrf": "token"])
        #expect(gelezen.bestand == Data(lastig.utf8) && gelezen.naam == "bon.pdf")
    }

    @Test("een leeg veld, een leeg bestand en een tekst van meer regels komen goed over")
    func leeg() throws {
        let gelezen = try lees(
            body([
                "Content-Disposition: form-data; name=\"a\"\r\n\r\n",
                "Content-Disposition: form-data; name=\"b\"\r\n\r\neen\r\ntwee", bestand(""),
            ]),
            stuk: 5)
        #expect(gelezen.velden == ["a": "", "b": "een\ntwee"] && gelezen.bestand == Data())
    }

    @Test(
        "van de naam van een bestand blijft geen pad over",
        arguments: [("../../etc/passwd", "passwd"), ("C:\\\\map\\\\bon.pdf", "bon.pdf"), ("a%22b.pdf", "a\"b.pdf")])
    func naam(_ gestuurd: String, _ verwacht: String) throws {
        #expect(try lees(body([bestand("x", naam: gestuurd)]), stuk: 100).naam == verwacht)
    }

    @Test("een te groot bestand wordt afgebroken voordat het is gelezen")
    func teGroot() throws {
        var parser = try MultipartParser(contentType: Self.type, limits: MultipartLimits(fileBytes: 100))
        _ = try parser.feed(Data("--grens\r\n\(bestand(""))".utf8))
        let fout = #expect(throws: Refusal.self) { for _ in 0..<10 { _ = try parser.feed(Data(repeating: 65, count: 50)) } }
        #expect(fout?.status.code == 413)
    }

    @Test("een eindeloze kop of een reusachtig veld houdt niets vast")
    func eindeloos() throws {
        var parser = try MultipartParser(contentType: Self.type, limits: MultipartLimits(fileBytes: 100))
        #expect(throws: Refusal.self) {
            _ = try parser.feed(Data("--grens\r\n".utf8))
            for _ in 0..<100 { _ = try parser.feed(Data(repeating: 65, count: 1000)) }
        }
        var tweede = try MultipartParser(contentType: Self.type, limits: MultipartLimits(fileBytes: 100))
        #expect(throws: Refusal.self) {
            _ = try tweede.feed(Data("--grens\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8))
            for _ in 0..<100 { _ = try tweede.feed(Data(repeating: 65, count: 1000)) }
        }
    }

    @Test(
        "wat een browser niet zou sturen, wordt geweigerd",
        arguments: [
            "rommel vooraf\r\n--grens\r\n", "--grens", "--grens\r\n", "--grensX\r\n",
            "--grens\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--grens--",
            "--grens\r\nContent-Disposition: form-data\r\n\r\nx\r\n--grens--",
            "--grens\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--grens--",
            "--grens\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nx\r\n--grens--",
            "--grens\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--grens--",
            "--grens\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--grens",
            "--grens\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
        ])
    func vreemd(_ tekst: String) {
        #expect(throws: Refusal.self) { try lees(Data(tekst.utf8), stuk: 4) }
    }

    @Test("een tweede bestand wordt geweigerd")
    func tweede() {
        #expect(throws: Refusal.self) { try lees(body([bestand("a"), bestand("b")]), stuk: 50) }
    }

    @Test(
        "zonder bruikbare grens is het geen formulier",
        arguments: [nil, "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=a"])
    func grens(_ type: String?) {
        let fout = #expect(throws: Refusal.self) { try MultipartParser(contentType: type, limits: MultipartLimits(fileBytes: 1)) }
        #expect(fout?.status.code == 415)
    }
}
