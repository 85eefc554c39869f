// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

/// Reads `data` of an aanmelding or wijziging. Everything that enters, by message or by file, passes here.
struct AanmeldingLezer {
    /// Which BSNs are taken.
    var bsn: BSNBeleid
    var vandaag: Datum
    /// Whether a BSN or a V-nummer must be there: not when a worker enters somebody who has neither yet.
    var nummerVerplicht = true

    /// Nil when at least one error was reported.
    func lees(_ data: Veldlezer) -> Aanmeldgegevens? {
        let aanmelding: AanmeldingID? = data.id("aanmeldingId", verplicht: true)
        let gemeente = data.lees(Gemeentecode.self, "gemeentecode", verplicht: true)
        let doelgroep = data.keuze("doelgroep", uit: Doelgroepopgave.alle, verplicht: true) { Doelgroepopgave($0) }
        let client = data.object("client", verplicht: true).flatMap { self.client($0) }
        let huishouden = data.object("huishouden").flatMap { self.huishouden($0) }
        let huisvesting = self.dag(data, "datumHuisvesting")
        let koppeling = self.dag(data, "datumKoppeling")
        let verblijfsvorm = data.keuze(Verblijfsvorm.self, "verblijfsvorm") ?? .eigenWoning
        let talen = data.object("talen").map { self.talen($0) }
        let plichtig = data.jaNee("inburgeringsplichtig")
        let geheim = data.jaNee("geheimhouding") ?? false
        let onderzoek = data.keuzes(Gegevensveld.Groep.self, "inOnderzoek")
        let contact = data.object("contactpersoonGemeente").map { self.contactpersoon($0) }
        let verplichting = data.tekst("verplichtingnummer", maximaal: 40)
        let ouder = data.object("ouderOfVoogd").flatMap { self.verwijzing($0) }
        guard let aanmelding, let gemeente, let doelgroep, let client else { return nil }
        return Aanmeldgegevens(
            aanmelding: aanmelding, gemeente: gemeente, client: client, doelgroep: doelgroep, huishouden: huishouden,
            datumHuisvesting: huisvesting, datumKoppeling: koppeling, verblijfsvorm: verblijfsvorm,
            talen: talen ?? Taalopgave(tolkNodig: false),
            inburgeringsplichtig: plichtig.map { $0 ? .ja : .nee } ?? .onbekend, geheimhouding: geheim,
            contactpersoonGemeente: contact, verplichtingnummer: verplichting, ouderOfVoogd: ouder,
            inOnderzoek: onderzoek?.map(\.rawValue))
    }

    private func client(_ lezer: Veldlezer) -> Aanmeldgegevens.Client? {
        let bsn = lezer.lees(BSN.self, "bsn")
        let vnummer = lezer.lees(VNummer.self, "vnummer")
        if nummerVerplicht && lezer.waarde("bsn") == nil && lezer.waarde("vnummer") == nil {
            lezer.meld("bsn", code: "nummer-verplicht", "Geef een BSN of een V-nummer mee; een van de twee is genoeg.")
        }
        if let bsn, let bezwaar = self.bsn.bezwaar(tegen: bsn) { lezer.meld("bsn", code: bezwaar.code, bezwaar.tekst) }
        let geboren = lezer.object("geboortedatum", verplicht: true).flatMap { geboortedatum($0) }
        let geslacht = lezer.keuze(Aanmeldgegevens.Geslacht.self, "geslacht")
        let telefoon = lezer.lees(Telefoonnummer.self, "telefoon")
        let adres = Aanmeldgegevens.Adres(
            straat: lezer.tekst("straat"), huisnummer: lezer.tekst("huisnummer", maximaal: 12),
            postcode: lezer.lees(Postcode.self, "postcode"), woonplaats: lezer.tekst("woonplaats"))
        let naam = self.naam(lezer)
        guard let geboren else { return nil }
        return Aanmeldgegevens.Client(
            bsn: bsn, vnummer: vnummer, naam: naam, geboortedatum: geboren, geslacht: geslacht, telefoon: telefoon,
            adres: adres)
    }

    private func naam(_ lezer: Veldlezer) -> Naam? {
        let parts = ["voornamen", "voorvoegsel", "geslachtsnaam", "roepnaam"].map { veld -> String? in
            guard let text = lezer.tekst(veld, maximaal: 200) else { return nil }
            // A full stop means "unknown" in the BRP; each part is checked apart, so that the error names its field.
            if text != ".", case .failure(let fout) = Result(catching: { () throws(Naam.Fout) in try Naam(geslachtsnaam: text) })
            {
                lezer.meld(veld, code: fout.code, fout.text)
                return nil
            }
            return text
        }
        do {
            return try Naam(voornamen: parts[0], voorvoegsel: parts[1], geslachtsnaam: parts[2], roepnaam: parts[3])
        } catch {
            return nil
        }
    }

    private func geboortedatum(_ lezer: Veldlezer) -> OnvolledigeDatum? {
        let gebruik = lezer.keuze(DatumGebruik.self, "gebruik")
        guard let datum = lezer.datum("datum", verplicht: gebruik != .onbekend) else {
            return gebruik == .onbekend ? .onbekend : nil
        }
        let geboren = OnvolledigeDatum(datum, gebruik: gebruik)
        if geboren.ligtNa(vandaag) == .ja {
            lezer.meld("datum", code: "datum-toekomst", "De geboortedatum ligt in de toekomst.")
        } else if geboren != .onbekend && datum.year < vandaag.year - 125 {
            lezer.meld("datum", code: "datum-onwaarschijnlijk", "Deze geboortedatum is meer dan 125 jaar geleden.")
        }
        return geboren
    }

    private func dag(_ lezer: Veldlezer, _ veld: String) -> Datum? {
        guard let datum = lezer.datum(veld) else { return nil }
        if abs(datum.year - vandaag.year) > 10 {
            lezer.meld(veld, code: "datum-onwaarschijnlijk", "Deze datum ligt meer dan tien jaar van vandaag.")
        }
        return datum
    }

    private func huishouden(_ lezer: Veldlezer) -> Huishoudopgave? {
        let rol = lezer.keuze(Huishoudrol.self, "rol", verplicht: true)
        guard let referentie = lezer.tekst("huishoudenId", verplicht: true, maximaal: 64) else { return nil }
        guard referentie.utf8.allSatisfy({ Self.referentietekens.contains($0) }) else {
            lezer.meld("huishoudenId", code: "teken", "Gebruik alleen letters, cijfers en de tekens - . _ : in deze verwijzing.")
            return nil
        }
        // A reference is kept and sent in the clear, so it must not be somebody's number.
        guard !Persoonsnummer.staat(in: referentie) else {
            lezer.meld(
                "huishoudenId", code: "persoonsnummer",
                "In deze verwijzing naar een huishouden staat een BSN of V-nummer. Gebruik een eigen kenmerk.")
            return nil
        }
        return rol.map { Huishoudopgave(referentie: referentie, rol: $0) }
    }

    private static let referentietekens = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:".utf8)

    private func talen(_ lezer: Veldlezer) -> Taalopgave {
        let tolktaal = taal(lezer, "tolktaal")
        return Taalopgave(
            spreektaal: taal(lezer, "spreektaal"), leestaal: taal(lezer, "leestaal"), tolktaal: tolktaal,
            tolkNodig: lezer.jaNee("tolkNodig") ?? (tolktaal != nil), geletterd: lezer.jaNee("geletterd"))
    }

    private func taal(_ lezer: Veldlezer, _ veld: String) -> String? {
        guard let text = lezer.tekst(veld, maximaal: 8)?.lowercased() else { return nil }
        if let taal = Taal(code: text) { return taal.rawValue }
        if (2...3).contains(text.utf8.count), text.utf8.allSatisfy({ (97...122).contains($0) }) { return text }
        lezer.meld(veld, code: "taalcode", "Gebruik de code van ISO 639: twee of drie letters, zoals ar, ti of prs.")
        return nil
    }

    private func contactpersoon(_ lezer: Veldlezer) -> Aanmeldgegevens.Contactpersoon {
        let email = lezer.tekst("email", maximaal: 254)
        if let email, email.split(separator: "@", omittingEmptySubsequences: false).count != 2 || email.contains(" ") {
            lezer.meld("email", code: "email", "Dit is geen e-mailadres.")
        }
        return Aanmeldgegevens.Contactpersoon(
            naam: lezer.tekst("naam"), telefoon: lezer.lees(Telefoonnummer.self, "telefoon"), email: email)
    }

    private func verwijzing(_ lezer: Veldlezer) -> Aanmeldgegevens.Persoonsverwijzing? {
        let verwijzing = Aanmeldgegevens.Persoonsverwijzing(
            aanmelding: lezer.id("aanmeldingId"), bsn: lezer.lees(BSN.self, "bsn"),
            vnummer: lezer.lees(VNummer.self, "vnummer"))
        if ["aanmeldingId", "bsn", "vnummer"].allSatisfy({ lezer.waarde($0) == nil }) {
            lezer.meld("aanmeldingId", code: "verplicht", "Noem de ouder of voogd met aanmeldingId, bsn of vnummer.")
            return nil
        }
        return verwijzing
    }
}
