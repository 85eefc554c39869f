// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The page of a one-time link, made for a phone: the question without a name, and the answer.
struct AntwoordlinkPagina: PageModel {
    static let template = "antwoordlink"
    let titel = "Een verwijzing aan u"
    let organisatie: String
    let voorziening: String
    let toestand: Label
    let geldig: String
    let pakket: Gegevens?
    let antwoord: Partnerantwoord?
    let beantwoord: String?
    let code: Veld?
    let codeActie: String
    let codeFouten: Foutenlijst?
    let persoon: Gegevens?

    /// - Parameters:
    ///   - pad: the address of this page; it holds the token, so it stands in forms of this page alone.
    ///   - persoon: step 2, right after the code was given; never kept.
    init(_ link: AntwoordlinkOpenen.Answer, pad: String, _ form: FormValues, persoon: [String: String]? = nil, vandaag: Datum) {
        let verwijzing = link.verwijzing
        (organisatie, voorziening) = (link.organisatie, verwijzing.voorzieningNaam)
        toestand = verwijzing.toestand.label
        geldig = "Deze pagina werkt tot en met \(link.verlooptOp.tekst)."
        pakket = verwijzing.deelpakket.map(PartnerVerwijzingPagina.gegevens)
        antwoord =
            link.neemtAntwoord
            ? Partnerantwoord(
                verwijzing.mogelijk, actie: "\(pad)/antwoord", versie: verwijzing.versie, form, vandaag: vandaag) : nil
        beantwoord =
            antwoord == nil
            ? "U kunt hier nu niets meer antwoorden. Wilt u iets wijzigen? Bel de verwijzer: die maakt een nieuwe link." : nil
        self.persoon = persoon.map(PartnerVerwijzingPagina.gegevens)
        codeActie = "\(pad)/code"
        code =
            link.neemtCode && persoon == nil
            ? Veld(
                "code", "Code", FormValues(errors: form.errors), hulp: "Acht cijfers die de verwijzer u gaf.", breedte: .code,
                aanvullen: "one-time-code", toetsen: "numeric", lengte: 11) : nil
        codeFouten = form.error(of: "code") == nil ? nil : Foutenlijst(form)
    }
}

/// The same plain page for every link that does not open: made up, changed, expired, revoked or used up.
struct LinkDichtPagina: PageModel {
    static let template = "link-dicht"
    let titel = "Deze link werkt niet"
}
