// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opdrachten
import Opslag
import Subprocess
import SystemPackage
import Testing

@testable import RapportageApp

/// Whether this machine can make a PDF and read it back. `./test` installs both; without them these tests say so.
private let kanDrukken =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/weasyprint")
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
private let waarom: Testing.Comment = "weasyprint of poppler-utils ontbreekt: installeer ze met ./test"

/// A report with everything in it, and text that tries to be HTML.
private func afdruk(_ toestand: RapportToestand = .vastgesteld, naam: String? = "Amina Şahin-de Vries <b>") throws
    -> Rapportafdruk
{
    let p = persoon(12)
    let rij = RapportRij(
        rapport: RapportID(UUID()), soort: RapportRij.tussenrapportage, traject: p.traject, dossier: p.dossier,
        dossiernummer: p.nummer, gemeente: "0034", opdracht: "almere-2027", team: nil, begeleider: nil, gestartOp: p.gestartOp,
        uiterlijkOp: p.gestartOp.adding(months: 6), eindigtOp: p.gestartOp.adding(months: 9).adding(days: -1),
        toestand: toestand, vastgesteldOp: toestand == .vastgesteld ? Datum(2027, 7, 2) : nil, versie: 2)
    return Rapportafdruk(
        rij: rij, inhoud: voorbeeld, naam: naam, opdracht: try echteOpdrachten().opdracht(id: "almere-2027"),
        vandaag: Opstelling.dag)
}

private let voorbeeld = Rapportinhoud(
    paragrafen: [
        .init(
            code: "verloop", kop: "Hoe het traject verloopt",
            tekst: """
                Het traject begon op 4 januari 2027 met de regeldag. In de eerste weken ging de meeste tijd naar de woning, de \
                bijstand en de zorgverzekering. Daarna verschoof de aandacht naar taal en naar de school van de kinderen.

                Het contact is goed. Er waren veertien contactmomenten, waarvan zes huisbezoeken. Twee keer kwam de cliënt niet; \
                beide keren is dezelfde week een nieuwe afspraak gemaakt.
                """,
            bronnen: [
                .init(soort: "traject", id: "1", zin: "Traject gestart op 4 januari 2027"),
                .init(soort: "contactmoment", id: "2", zin: "14 contactmomenten van 6 januari tot en met 28 juni 2027"),
            ]),
        .init(
            code: "doelen", kop: "Doelen uit het plan van aanpak",
            tekst: """
                Drie van de vijf doelen zijn bereikt: de woning is op orde, er is een huisarts en de kinderen gaan naar school. \
                Aan de taal <i>wordt</i> gewerkt; de inburgeringscursus is op 1 maart begonnen.
                """,
            bronnen: [
                .init(soort: "doel", id: "3", zin: "Doel \"Ik woon in een huis waar ik de weg weet\" bereikt op 12 februari 2027")
            ]),
        .init(
            code: "regelzaken", kop: "Wat er is geregeld",
            tekst: "Negen van de elf zaken van de regeldag zijn klaar. Kinderopvangtoeslag is aangevraagd.", bronnen: []),
        .init(
            code: "contact", kop: "Contact en tolk",
            tekst: "De gesprekken gaan met een tolk aan de telefoon. Steeds vaker lukt een kort gesprek in het Nederlands.",
            bronnen: []),
        .init(
            code: "vooruitblik", kop: "Wat er de komende drie maanden nodig is",
            tekst:
                "Het traject eindigt op 3 oktober 2027. Tot dan ligt de nadruk op werk en op het zelf regelen van post en geld.",
            bronnen: []),
    ],
    kerncijfers: [
        .init(naam: "Contactmomenten", waarde: "14", toelichting: "waarvan 2 keer niet verschenen"),
        .init(naam: "Doelen bereikt", waarde: "3 van 5", toelichting: "uit het plan van aanpak"),
        .init(naam: "Regelzaken klaar", waarde: "9 van 11", toelichting: "van het huishouden"),
        .init(naam: "Verwijzingen", waarde: "2", toelichting: "waarvan 1 gestart"),
    ])

private func tekst(van pdf: Data) async throws -> String {
    let result = try await run(
        .path(FilePath("/usr/bin/pdftotext")), arguments: ["-layout", "-", "-"], input: Bladzijde(pdf),
        output: .string(limit: 1_000_000))
    return result.standardOutput
}

private let python = Instellingen().python

@Suite("Het rapport op papier", .timeLimit(.minutes(2)))
struct AfdrukTests {
    @Test("alles wat het model weet staat op de bladzijde, en tekst van mensen wordt nooit HTML")
    func sjabloon() throws {
        let html = String(decoding: try afdruk().html(), as: UTF8.self)
        var verwacht = [
            "Tussenrapportage", "W-2027-0012", "Almere", "almere-2027", "Vastgesteld op 2 juli 2027", "4 januari 2027",
            "4 juli 2027",
            "3 oktober 2027", "4 januari 2027 tot en met 2 juli 2027", "versie 2", "lang=\"nl\"",
            "Amina Şahin-de Vries &lt;b&gt;", "Aan de taal &lt;i&gt;wordt&lt;/i&gt; gewerkt",
        ]
        verwacht += voorbeeld.paragrafen.map(\.kop) + voorbeeld.kerncijfers.flatMap { [$0.naam, $0.waarde, $0.toelichting] }
        verwacht += voorbeeld.paragrafen.flatMap(\.bronnen).map { $0.zin.replacingOccurrences(of: "\"", with: "&quot;") }
        for deel in verwacht { #expect(html.contains(deel), "\(deel)") }
        #expect(!html.contains("<i>") && !html.contains("{{") && !html.contains("Concept van"))
        #expect(html.contains("@page") && !html.contains("&gt; p"))
    }

    @Test("een concept zegt dat het een concept is, en zonder naam blijft de plaats leeg")
    func concept() throws {
        let html = String(decoding: try afdruk(.concept, naam: nil).html(), as: UTF8.self)
        #expect(html.contains("Concept van 1 juli 2027") && html.contains(", concept") && !html.contains("<dt>Naam</dt>"))
    }

    @Test("de PDF is een PDF/UA op A4 met de koppen erin", .enabled(if: kanDrukken, waarom))
    func drukken() async throws {
        let pdf = try await WeasyPrint(python: python, limit: .seconds(60)).pdf(try afdruk().html())
        #expect(pdf.starts(with: Data("%PDF-".utf8)))
        let tekst = try await tekst(van: pdf)
        for kop in voorbeeld.paragrafen.map(\.kop) + [
            "Tussenrapportage", "Amina Şahin-de Vries <b>", "bladzijde 1 van", "9 van 11",
        ] {
            #expect(tekst.contains(kop), "\(kop)")
        }
        let info = try await run(
            .path(FilePath("/usr/bin/pdfinfo")), arguments: ["-"], input: Bladzijde(pdf), output: .string(limit: 100_000))
        let eigenschappen = info.standardOutput
        #expect(eigenschappen.contains("Tagged:          yes") && eigenschappen.contains("(A4)"), "\(eigenschappen)")
        #expect(pdf.range(of: Data("pdfuaid".utf8)) != nil || pdf.range(of: Data("/Lang".utf8)) != nil)
        if let map = ProcessInfo.processInfo.environment["WEGWIJS_ARTEFACTEN"] {
            try pdf.write(to: URL(filePath: map).appending(path: "rapport.pdf"))
        }
    }

    @Test("niets buiten de bladzijde wordt gelezen: geen bestand, geen netwerk", .enabled(if: kanDrukken, waarom))
    func afgeschermd() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "wegwijs-\(UUID().uuidString).css")
        try Data("p::after { content: 'gelekt'; }".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let html = """
            <html lang="nl"><title>x</title><link rel="stylesheet" href="\(file.absoluteString)"><style>@import url("\(file.absoluteString)");
            </style><p>gewoon</p><img alt="" src="http://127.0.0.1:9/x.png"></html>
            """
        let pdf = try await WeasyPrint(python: python, limit: .seconds(60)).pdf(Data(html.utf8))
        let tekst = try await tekst(van: pdf)
        #expect(tekst.contains("gewoon") && !tekst.contains("gelekt"))
    }

    @Test("wat te lang duurt wordt afgebroken, en wat er niet is wordt gezegd")
    func tijdslimiet() async throws {
        let script = FileManager.default.temporaryDirectory.appending(path: "wegwijs-\(UUID().uuidString).sh")
        try Data("#!/bin/sh\nexec sleep 60\n".utf8).write(to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
        defer { try? FileManager.default.removeItem(at: script) }
        let start = ContinuousClock.now
        await #expect(throws: Failure.unavailable(what: "Het maken van een PDF")) {
            try await WeasyPrint(python: script.path, limit: .milliseconds(300)).pdf(Data("x".utf8))
        }
        #expect(ContinuousClock.now - start < .seconds(20))
        // A child that is gone before it has read the page: more than a pipe holds, so that the writing surely breaks.
        let lang = Data(repeating: 0x20, count: 1_000_000)
        for weg in ["/bestaat/niet", "/bin/false", "/bin/true"] {
            await #expect(throws: Failure.unavailable(what: "Het maken van een PDF")) {
                try await WeasyPrint(python: weg, limit: .seconds(10)).pdf(lang)
            }
        }
    }
}
