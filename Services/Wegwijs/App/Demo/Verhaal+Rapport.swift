// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// After six months the interim reports are due: the begeleider reads the draft and approves it; the gemeente sees it.
extension Verhaal {
    func report() async throws {
        // The first three keep up; with the others reports stay to be done, as in life.
        for begeleider in caseload.keys.sorted().prefix(3) {
            let client = try sessie(begeleider)
            for _ in 0..<2 {
                let list = try await client.open("/rapporten?toestand=concept")
                guard let path = Formulier.links(in: list.html, startingWith: "/rapport/").first else { break }
                let page = try await client.open(path)
                guard let form = page.forms.first(where: { $0.action.hasSuffix("/vaststellen") }) else { break }
                try Self.expect(await client.send(form), "rapport vaststellen")
            }
        }
    }

    /// One approved report as PDF, and the gemeente's figures: what the whole chain is for.
    func look() async throws {
        let customer = try sessie("klantmanager1")
        let figures = try await customer.open("/gemeente")
        try Self.expect(figures, "indicatoren")
        let reports = try await customer.open("/rapporten?toestand=vastgesteld")
        guard let path = Formulier.links(in: reports.html, startingWith: "/rapport/").first(where: { !$0.hasSuffix("/pdf") })
        else {
            throw Portaalklant.Unexpected(description: "de gemeente ziet geen vastgestelde rapporten")
        }
        let pdf = try await customer.download("\(path)/pdf")
        guard pdf.status == 200, pdf.body.starts(with: Data("%PDF-".utf8)) else {
            throw Portaalklant.Unexpected(description: "de PDF van het rapport komt niet: \(pdf.status)")
        }
    }
}
