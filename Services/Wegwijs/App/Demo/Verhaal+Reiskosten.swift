// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Travel money goes round: asked by the begeleider, decided by somebody else, paid, proved with a file, settled.
extension Verhaal {
    static let voorschotten = 12

    func travel() async throws {
        let finance = try sessie("financieel1")
        var made: [(begeleider: String, path: String)] = []
        for begeleider in caseload.keys.sorted() {
            for klant in (caseload[begeleider] ?? []).prefix(2) where made.count < Self.voorschotten {
                let client = try sessie(begeleider)
                var form = try await client.open("/dossier/\(klant.dossier)/reiskosten").form("/reiskosten")
                form.set("maand", "2027-03")
                form.set("vervoer", "ov")
                form.set("afstand", "14,5")
                form.set("dagen", "8")
                form.set("werkelijkPerDag", "4,80")
                let page = try await client.send(form)
                try Self.expect(page, "voorschot aanvragen")
                made.append((begeleider, page.path))
            }
        }
        for (index, voorschot) in made.enumerated() {
            var decide = try await finance.open(voorschot.path).form("/beslissen")
            // One is refused, and some stay in the middle, so that every state is to be seen.
            decide.set("besluit", index == 3 ? "afwijzen" : "goedkeuren")
            if index == 3 { decide.set("reden", "geen-recht") }
            try Self.expect(await finance.send(decide), "voorschot beslissen")
            if index == 3 || index == 5 { continue }
            var paid = try await finance.open(voorschot.path).form("/betaald")
            paid.set("betaaldOp", date(9, 3).description)
            try Self.expect(await finance.send(paid), "voorschot betaald")
            if index == 7 { continue }
            let client = try sessie(voorschot.begeleider)
            let proof = try await client.open(voorschot.path).form("/bewijs")
            let upload = try await client.upload(
                proof, field: "bestand", name: "reisoverzicht.pdf", type: "application/pdf", content: Self.receipt(index))
            try Self.expect(upload, "bewijs uploaden")
            var settle = try await finance.open(voorschot.path).form("/afrekenen")
            settle.set("verantwoord", "33,60")
            try Self.expect(await finance.send(settle), "voorschot afrekenen")
        }
    }

    /// A small real PDF, another one for each advance.
    static func receipt(_ number: Int) -> Data {
        let text = "BT /F1 14 Tf 60 760 Td (Reisoverzicht \(number): 7 dagen, 33,60 euro. Proefstad.) Tj ET"
        var pdf = "%PDF-1.4\n"
        var offsets: [Int] = []
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for (index, object) in objects.enumerated() {
            offsets.append(pdf.utf8.count)
            pdf += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = pdf.utf8.count
        pdf += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { pdf += String(format: "%010d 00000 n \n", offset) }
        pdf += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Data(pdf.utf8)
    }
}
