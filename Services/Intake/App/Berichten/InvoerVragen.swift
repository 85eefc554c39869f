// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation

/// Entry by hand, by way of the portaal.
extension Handlers {
    mutating func beantwoordInvoer(_ parts: IntakeParts, bsn: BSNBeleid, wij: OIN) {
        perform(AanmeldingInvoeren.self, from: [.portaal]) { command, request in
            try await Invoeren(parts: parts, bsn: bsn, wij: wij)(command, request.envelope, request.actor)
        }
    }
}

extension AanmeldingInvoeren {
    /// What was typed, checked by the same rules as a message; only a number need not be there.
    /// - Parameter huishouden: the reference under which the household is joined.
    /// - Throws: `Failure.invalid` with every field that is wrong, under the names of the command.
    func gegevens(bsn beleid: BSNBeleid, vandaag: Datum, huishouden: String?) throws -> Aanmeldgegevens {
        let fouten = Veldfouten()
        let lezer = Veldlezer(pad: "", velden: data(huishouden, fouten), fouten: fouten)
        let gegevens = AanmeldingLezer(bsn: beleid, vandaag: vandaag, nummerVerplicht: false).lees(lezer)
        if (geslachtsnaam ?? "").isEmpty, (voornamen ?? "").isEmpty {
            fouten.meld("geslachtsnaam", code: "verplicht", "Vul een naam in. Bij één naam: zet die bij geslachtsnaam.")
        }
        guard fouten.lijst.isEmpty, let gegevens else {
            throw Failure.invalid(fouten.lijst.map { FieldError(Self.veld($0.field), code: $0.code, $0.text) })
        }
        return gegevens
    }

    private func data(_ referentie: String?, _ fouten: Veldfouten) -> [String: JSONWaarde] {
        func velden(_ paren: [(String, String?)]) -> [String: JSONWaarde] {
            Dictionary(uniqueKeysWithValues: paren.compactMap { naam, tekst in tekst.map { (naam, JSONWaarde.tekst($0)) } })
        }
        var client = velden([
            ("bsn", bsn), ("vnummer", vnummer), ("voornamen", voornamen), ("voorvoegsel", voorvoegsel),
            ("geslachtsnaam", geslachtsnaam), ("roepnaam", roepnaam), ("geslacht", geslacht), ("telefoon", telefoon),
            ("straat", straat), ("huisnummer", huisnummer), ("postcode", postcode), ("woonplaats", woonplaats),
        ])
        do {
            let (datum, gebruik) = try OnvolledigeDatum(parsing: geboortedatum).metGebruik
            client["geboortedatum"] = .object(velden([("datum", datum.description), ("gebruik", gebruik?.rawValue)]))
        } catch {
            fouten.meld("geboortedatum", code: error.code, error.text)
            // Only so that the rest is checked as well.
            client["geboortedatum"] = .object(["gebruik": .tekst(DatumGebruik.onbekend.rawValue)])
        }
        var data = velden([
            ("aanmeldingId", aanmelding.description), ("gemeentecode", gemeente), ("doelgroep", doelgroep),
            ("datumHuisvesting", datumHuisvesting), ("datumKoppeling", datumKoppeling), ("verblijfsvorm", verblijfsvorm),
        ])
        data["client"] = .object(client)
        data["geheimhouding"] = .logisch(geheimhouding)
        var talen = velden([("spreektaal", spreektaal), ("leestaal", leestaal), ("tolktaal", tolktaal)])
        talen["tolkNodig"] = .logisch(tolkNodig)
        data["talen"] = .object(talen)
        if let referentie { data["huishouden"] = .object(velden([("huishoudenId", referentie), ("rol", rol)])) }
        return data
    }

    /// `client.geboortedatum.datum` is the field `geboortedatum` of the form.
    private static func veld(_ pad: String) -> String {
        if pad.contains("geboortedatum") { return "geboortedatum" }
        return pad.split(separator: ".").last.map(String.init) ?? pad
    }
}
