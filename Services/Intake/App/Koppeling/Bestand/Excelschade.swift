// SPDX-License-Identifier: EUPL-1.2
import Berichten

/// What a spreadsheet program does to values that look like numbers, dates or formulas. Recognised and refused with what
/// happened and what to do about it; never repaired, for nobody can tell what stood there before.
enum Excelschade {
    private static let alsTekst =
        "Maak de kolom op als Tekst, zet de waarde uit de bron er opnieuw in en lever de rij opnieuw aan."

    /// Nil when the value looks whole. Never says what stood there.
    static func fout(_ kolom: Kolom, _ waarde: String) -> FieldError? {
        guard let gevonden = schade(kolom, waarde) else { return nil }
        return FieldError(kolom.rawValue, code: gevonden.code, gevonden.tekst)
    }

    private static func schade(_ kolom: Kolom, _ waarde: String) -> (code: String, tekst: String)? {
        let bytes = Array(waarde.utf8)
        guard let eerste = bytes.first, let laatste = bytes.last else { return nil }
        if let fout = algemeen(bytes, eerste, laatste) { return fout }
        if bytes.contains(where: { $0 >= 0x80 }), Tekenschade.heeft(waarde) {
            return (
                "excel-tekens",
                "In deze waarde zijn letters met een accent verkeerd gelezen, zoals GÃ¼ler in plaats van Güler. Waarschijnlijk is "
                    + "een UTF-8-bestand in Excel geopend en weer opgeslagen. Haal het via Gegevens > Uit tekst/CSV binnen als "
                    + "UTF-8, of maak het opnieuw uit de bron, en lever de rij opnieuw aan."
            )
        }
        switch kolom.soort {
        case .nummer(let lengte): return nummer(kolom, bytes, lengte)
        case .telefoon:
            if bytes.count == 9, alleenCijfers(bytes), eerste != 0x30 {
                return nul("Dit telefoonnummer heeft 9 cijfers.")
            }
            // The shortest and the longest of other countries, written without the plus.
            if (10...15).contains(bytes.count), alleenCijfers(bytes), eerste != 0x30 {
                return (
                    "excel-plus",
                    "Dit telefoonnummer begint niet met een 0 of een +. Excel heeft waarschijnlijk de + vooraan weggehaald. "
                        + alsTekst
                )
            }
            return isWetenschappelijk(bytes) ? getal : nil
        case .datum: return datum(bytes)
        case .tekst:
            if kolom.kanDagMaandLijken, isDagMaand(bytes) {
                return (
                    "excel-datum",
                    "Excel heeft \(kolom.naam) omgezet naar een datum. \(alsTekst)"
                )
            }
            return isWetenschappelijk(bytes) ? getal : nil
        case .jaNee: return nil
        }
    }

    private static func algemeen(_ bytes: [UInt8], _ eerste: UInt8, _ laatste: UInt8) -> (code: String, tekst: String)? {
        if eerste == 0x23 {
            if bytes.count > 1, bytes.allSatisfy({ $0 == 0x23 }) {
                return (
                    "excel-hekjes",
                    "Hier staan hekjes: de kolom was in Excel te smal om de waarde te tonen. "
                        + "Maak de kolom breder voordat u opslaat, en lever de rij opnieuw aan."
                )
            }
            let fouten = ["#NAAM?", "#NAME?", "#N/B", "#N/A", "#WAARDE!", "#VALUE!", "#VERW!", "#REF!", "#DEEL/0!", "#DIV/0!"]
            if (fouten + ["#GETAL!", "#NUM!", "#LEEG!", "#NULL!"]).contains(String(decoding: bytes, as: UTF8.self)) {
                return (
                    "excel-foutwaarde",
                    "Hier staat een foutmelding van Excel in plaats van een waarde. Herstel de cel en lever de rij opnieuw aan."
                )
            }
        }
        if eerste == 0x3D || eerste == 0x40 {
            return ("formule", "Deze waarde begint als een formule (= of @). Zet er de waarde zelf neer.")
        }
        if bytes.count > 1, eerste == 0x22, laatste == 0x22 {
            return (
                "excel-aanhaling",
                "Om deze waarde staan zelf aanhalingstekens. Het bestand is waarschijnlijk twee keer als CSV opgeslagen. "
                    + "Sla het opnieuw op, uitgaande van de bron."
            )
        }
        if bytes.count > 1, eerste == 0x27, bytes[1] == 0x2B || (0x30...0x39).contains(bytes[1]) {
            return ("excel-apostrof", "Deze waarde begint met een apostrof uit Excel. Laat de apostrof weg.")
        }
        return nil
    }

    private static func nummer(_ kolom: Kolom, _ bytes: [UInt8], _ lengte: ClosedRange<Int>) -> (code: String, tekst: String)? {
        if isWetenschappelijk(bytes) { return getal }
        if alleenCijfers(bytes), bytes.count < lengte.lowerBound, bytes.count >= lengte.lowerBound - 3 {
            return nul(
                "Hier \(bytes.count == 1 ? "staat 1 cijfer" : "staan \(bytes.count) cijfers"), "
                    + "\(kolom.naam) heeft er \(lengte.lowerBound).")
        }
        // 999900006,00: formatted as a number.
        if let komma = bytes.firstIndex(where: { $0 == 0x2C }), komma > 0, alleenCijfers(Array(bytes[..<komma])),
            bytes[(komma + 1)...].allSatisfy({ $0 == 0x30 })
        {
            return getal
        }
        return nil
    }

    private static func nul(_ wat: String) -> (code: String, tekst: String) {
        ("excel-voorloopnul", "\(wat) Excel heeft waarschijnlijk de nul vooraan weggehaald. \(alsTekst)")
    }

    private static let getal = (
        code: "excel-getal",
        tekst:
            "Excel heeft deze waarde omgezet naar een getal, zoals 9,999E+08. De laatste cijfers zijn daarbij verdwenen. \(alsTekst)"
    )

    private static func datum(_ bytes: [UInt8]) -> (code: String, tekst: String)? {
        if bytes.count == 5, alleenCijfers(bytes) {
            return (
                "excel-datumgetal",
                "Hier staat een getal van 5 cijfers: zo bewaart Excel een datum. Schrijf de datum als jjjj-mm-dd."
            )
        }
        if isWetenschappelijk(bytes) { return getal }
        let tekst = String(decoding: bytes, as: UTF8.self)
        let delen = tekst.split(whereSeparator: { "-/. ".contains($0) })
        guard delen.count == 3, let dag = delen.first, dag.utf8.count <= 2, alleenCijfers(Array(dag.utf8)) else { return nil }
        return (
            "excel-datum",
            "Deze datum staat als dag-maand-jaar. Waarschijnlijk heeft Excel hem omgezet. Schrijf hem als jjjj-mm-dd, "
                + "zoals 1990-02-01, in een kolom die is opgemaakt als Tekst."
        )
    }

    private static func alleenCijfers(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// `9,999E+08`, `9.99900006E8`, `2,99E+09`.
    private static func isWetenschappelijk(_ bytes: [UInt8]) -> Bool {
        guard let e = bytes.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }), e > 0, e < bytes.count - 1 else { return false }
        let voor = bytes[..<e]
        guard voor.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }), (0x30...0x39).contains(bytes[0]) else {
            return false
        }
        var na = bytes[(e + 1)...]
        let heeftTeken = na.first == 0x2B || na.first == 0x2D
        if heeftTeken { na = na.dropFirst() }
        let heeftKomma = voor.contains { $0 == 0x2C || $0 == 0x2E }
        // `12e3` may be a reference; with a comma or a sign it is a number.
        return (heeftTeken || heeftKomma) && alleenCijfers(Array(na))
    }

    private static let maanden: Set<Substring> = [
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec", "mar", "may", "oct", "juni", "juli",
        "sept",
    ]

    /// `12-okt`, `1-feb`, `feb-27`: what becomes of `12-10` or `2-27`.
    private static func isDagMaand(_ bytes: [UInt8]) -> Bool {
        let delen = String(decoding: bytes, as: UTF8.self).lowercased().split(separator: "-")
        guard delen.count == 2 else { return false }
        func past(_ dag: Substring, _ maand: Substring) -> Bool {
            dag.utf8.count <= 2 && alleenCijfers(Array(dag.utf8))
                && maanden.contains(maand.last == "." ? maand.dropLast() : maand)
        }
        return past(delen[0], delen[1]) || past(delen[1], delen[0])
    }
}
