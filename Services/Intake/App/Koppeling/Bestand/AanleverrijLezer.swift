// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Zegel

/// One row as it was read: who it is, and either what it says or what is wrong with it.
struct Aanleverrij: Sendable {
    /// The how-manieth row, without the header.
    var nummer: Int
    /// The line of the file on which it begins.
    var regel: Int
    /// The gemeente's own name of this row; nil when even that cannot be used.
    var referentie: String?
    /// 1 for the aanmelding, higher for a change of it.
    var versie = 1
    /// Follows from gemeente and reference.
    var aanmelding: AanmeldingID?
    /// The idempotency key: follows from gemeente, reference and version.
    var bericht: UUID?
    /// SHA-256 of what the row says, however it was quoted.
    var hash = Data()
    var gegevens: Aanmeldgegevens?
    /// In the order of the columns. Empty exactly when `gegevens` is there.
    var fouten: [FieldError] = []
}

/// Reads the fields of a row by the same rules as a message of the koppeling.
struct AanleverrijLezer: Sendable {
    /// The one of the file's name: every row must be of that gemeente.
    let gemeente: Gemeentecode
    let bsn: BSNBeleid
    let vandaag: Datum
    /// As the header of the file has them.
    var kolommen = Kolom.allCases

    /// The namespace of the ids that follow from a row (docs/aanleveren.md).
    static let naamruimte = UUID(
        uuid: (0x5E, 0x1B, 0x0B, 0x52, 0x6C, 0x0D, 0x4B, 0x7E, 0x9E, 0x55, 0x3B, 0x9A, 0x5D, 0x0C, 0x1E, 0x27))

    static func aanmelding(_ gemeente: Gemeentecode, _ referentie: String) -> AanmeldingID {
        AanmeldingID(NaamUUID.make("\(gemeente.waarde):\(referentie)", in: naamruimte))
    }

    static func bericht(_ gemeente: Gemeentecode, _ referentie: String, versie: Int) -> UUID {
        NaamUUID.make("\(gemeente.waarde):\(referentie):\(versie)", in: naamruimte)
    }

    func lees(_ rij: CSVLezer.Rij, nummer: Int) -> Aanleverrij {
        var gelezen = Aanleverrij(nummer: nummer, regel: rij.regel)
        if let fout = rij.fout {
            gelezen.fouten = [FieldError("", code: fout.rawValue, fout.tekst)]
            return gelezen
        }
        let velden = rij.velden.map(\.trimmed)
        guard velden.count == kolommen.count else {
            gelezen.fouten = [kolomfout(velden)]
            return gelezen
        }
        var fouten = Fouten()
        var waarden: [Kolom: String] = [:]
        for (kolom, waarde) in zip(kolommen, velden) where !waarde.isEmpty {
            if let fout = Excelschade.fout(kolom, waarde) {
                fouten.meld(kolom, fout)
            } else {
                waarden[kolom] = waarde
            }
        }
        sleutel(waarden, &gelezen, &fouten)
        // A row says the same with the later column empty and without it.
        let inhoud = kolommen.count > Kolom.vast.count && velden.last == "" ? velden.dropLast() : velden[...]
        gelezen.hash = (try? SHA256.hash(Data(inhoud.joined(separator: "\u{1F}").utf8))) ?? Data()
        let data = bericht(waarden, gelezen.aanmelding, &fouten)
        let veldfouten = Veldfouten()
        let gegevens = AanmeldingLezer(bsn: bsn, vandaag: vandaag).lees(Veldlezer(pad: "", velden: data, fouten: veldfouten))
        for fout in veldfouten.lijst { fouten.neemOver(fout) }
        gelezen.fouten = fouten.opVolgorde
        if gelezen.fouten.isEmpty { gelezen.gegevens = gegevens }
        return gelezen
    }

    /// The row's own columns: reference, version, gemeente.
    private func sleutel(_ waarden: [Kolom: String], _ rij: inout Aanleverrij, _ fouten: inout Fouten) {
        if let tekst = waarden[.versie] {
            if let versie = Int(tekst), (1...9_999).contains(versie), String(versie) == tekst {
                rij.versie = versie
            } else {
                fouten.meld(.versie, "versie", "Schrijf de versie als geheel getal vanaf 1.")
            }
        }
        if let tekst = waarden[.gemeentecode], let code = Gemeentecode(tekst), code != gemeente {
            fouten.meld(.gemeentecode, "andere-gemeente", "In de bestandsnaam staat een andere gemeente dan in deze rij.")
        }
        guard let referentie = waarden[.rijreferentie] else {
            fouten.meld(
                .rijreferentie, "verplicht", "Geef elke rij een eigen kenmerk, dat bij deze aanmelding hoort en niet verandert.")
            return
        }
        if let fout = Self.bezwaar(tegenReferentie: referentie) {
            fouten.meld(.rijreferentie, fout.code, fout.tekst)
        } else if !fouten.heeft(.versie) {
            rij.referentie = referentie
            rij.aanmelding = Self.aanmelding(gemeente, referentie)
            rij.bericht = Self.bericht(gemeente, referentie, versie: rij.versie)
        }
    }

    /// References are kept and given back in the clear, so they must not be somebody's number.
    private static func bezwaar(tegenReferentie tekst: String) -> (code: String, tekst: String)? {
        guard tekst.utf8.count <= 64, tekst.utf8.allSatisfy({ referentietekens.contains($0) }) else {
            return ("teken", "Een kenmerk heeft hoogstens 64 letters, cijfers en de tekens - . _ :")
        }
        guard Persoonsnummer.staat(in: tekst) else { return nil }
        return ("persoonsnummer", "In dit kenmerk van een rij staat een BSN of V-nummer. Gebruik een eigen kenmerk.")
    }

    private static let referentietekens = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:".utf8)

    /// The row as the `data` of a message.
    private func bericht(
        _ waarden: [Kolom: String], _ aanmelding: AanmeldingID?, _ fouten: inout Fouten
    ) -> [String: JSONWaarde] {
        var data: [String: JSONWaarde] = [:]
        var groepen: [String: [String: JSONWaarde]] = ["client": [:]]
        var geboortedatum: [String: JSONWaarde] = [:]
        for (kolom, tekst) in waarden {
            guard let delen = Kolom.delen[kolom], let waarde = waarde(kolom, tekst, &fouten) else { continue }
            switch delen.count {
            case 1: data[delen[0]] = waarde
            case 2: groepen[delen[0], default: [:]][delen[1]] = waarde
            default: geboortedatum[delen[2]] = waarde
            }
        }
        if !geboortedatum.isEmpty { groepen["client"]?["geboortedatum"] = .object(geboortedatum) }
        for (naam, velden) in groepen { data[naam] = .object(velden) }
        // Without a usable reference the row is refused anyway; any id lets the rest be checked.
        data["aanmeldingId"] = .tekst((aanmelding ?? AanmeldingID(Self.naamruimte)).description)
        return data
    }

    private func waarde(_ kolom: Kolom, _ tekst: String, _ fouten: inout Fouten) -> JSONWaarde? {
        if case .jaNee = kolom.soort {
            switch tekst.lowercased() {
            case "ja": return .logisch(true)
            case "nee": return .logisch(false)
            default:
                fouten.meld(kolom, "keuze", "Schrijf ja of nee, of laat de kolom leeg.")
                return nil
            }
        }
        if kolom == .ouderRijreferentie {
            if let fout = Self.bezwaar(tegenReferentie: tekst) {
                fouten.meld(kolom, fout.code, fout.tekst)
                return nil
            }
            return .tekst(Self.aanmelding(gemeente, tekst).description)
        }
        return .tekst(tekst)
    }

    private func kolomfout(_ velden: [String]) -> FieldError {
        let verwacht = kolommen.count
        if velden.count == 1, let enige = velden.first {
            if enige.contains(";") {
                return FieldError(
                    "", code: "excel-aanhaling",
                    "Deze rij staat in zijn geheel tussen aanhalingstekens. Het bestand is waarschijnlijk twee keer als CSV "
                        + "opgeslagen. Sla het opnieuw op, uitgaande van de bron.")
            }
            if enige.filter({ $0 == "," }).count >= verwacht - 1 {
                return FieldError(
                    "", code: "scheidingsteken", "Deze rij gebruikt komma's tussen de kolommen. Gebruik puntkomma's (;).")
            }
        }
        return FieldError(
            "", code: "kolommen",
            "Deze rij heeft \(velden.count) kolommen en de kop \(verwacht). Staat in een veld een puntkomma? "
                + "Zet dat veld dan tussen aanhalingstekens.")
    }
}

extension AanleverrijLezer {
    /// The errors of one row; of a column only the first.
    private struct Fouten {
        private var perKolom: [Kolom: FieldError] = [:]
        private var overig: [FieldError] = []

        func heeft(_ kolom: Kolom) -> Bool { perKolom[kolom] != nil }

        mutating func meld(_ kolom: Kolom, _ code: String, _ tekst: String) {
            meld(kolom, FieldError(kolom.rawValue, code: code, tekst))
        }

        mutating func meld(_ kolom: Kolom, _ fout: FieldError) { perKolom[kolom] = perKolom[kolom] ?? fout }

        /// An error of the message's reader, under the name of the column.
        mutating func neemOver(_ fout: FieldError) {
            // One of the numbers is there but damaged: that one is to be repaired, not the other to be filled in.
            if fout.code == "nummer-verplicht", heeft(.vnummer) { return }
            // The reference has its own error.
            if fout.field == "aanmeldingId" { return }
            guard let kolom = Kolom.van(pad: fout.field) else {
                overig.append(FieldError("", code: fout.code, fout.text))
                return
            }
            meld(kolom, fout.code, fout.text)
        }

        var opVolgorde: [FieldError] { Kolom.allCases.compactMap { perKolom[$0] } + overig }
    }
}
