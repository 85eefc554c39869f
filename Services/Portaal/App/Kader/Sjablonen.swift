// SPDX-License-Identifier: EUPL-1.2
import Web

/// Every template, parsed once at start. They are embedded in the executable, so there is no folder to ship beside it.
struct Sjablonen: Sendable {
    /// One line per page. The tests compare this with the folder `Sjablonen/`.
    static let paginas: [String: [UInt8]] = [
        "aanmelden": PackageResources.aanmelden_mustache,
        "bevestigen": PackageResources.bevestigen_mustache,
        "code": PackageResources.code_mustache,
        "fout": PackageResources.fout_mustache,
        "gebruiker-gemaakt": PackageResources.gebruiker_gemaakt_mustache,
        "gebruiker-nieuw": PackageResources.gebruiker_nieuw_mustache,
        "gebruikers": PackageResources.gebruikers_mustache,
        "help": PackageResources.help_mustache,
        "aanmelding": PackageResources.aanmelding_mustache,
        "dubbel": PackageResources.dubbel_mustache,
        "samenvoegen": PackageResources.samenvoegen_mustache,
        "aanlevering": PackageResources.aanlevering_mustache,
        "aanleveren": PackageResources.aanleveren_mustache,
        "invoer": PackageResources.invoer_mustache,
        "invoer-zoeken": PackageResources.invoer_zoeken_mustache,
        "aanmeldingen": PackageResources.aanmeldingen_mustache,
        "instroom": PackageResources.instroom_mustache,
        "instroom-rijen": PackageResources.instroom_rijen_mustache,
        "uitwisseling": PackageResources.uitwisseling_mustache,
        "uitwisseling-waarom": PackageResources.uitwisseling_waarom_mustache,
        "uitwisselingsstoppen": PackageResources.uitwisselingsstoppen_mustache,
        "beheer": PackageResources.beheer_mustache,
        "berichten": PackageResources.berichten_mustache,
        "dossier-reiskosten": PackageResources.dossier_reiskosten_mustache,
        "gemeente": PackageResources.gemeente_mustache,
        "indicator": PackageResources.indicator_mustache,
        "rapport": PackageResources.rapport_mustache,
        "rapporten": PackageResources.rapporten_mustache,
        "verdelen": PackageResources.verdelen_mustache,
        "voorschot": PackageResources.voorschot_mustache,
        "wachtrij": PackageResources.wachtrij_mustache,
        "stijl": PackageResources.stijl_mustache,
        "contact": PackageResources.contact_mustache,
        "dossier": PackageResources.dossier_mustache,
        "mensen": PackageResources.mensen_mustache,
        "afronden": PackageResources.afronden_mustache,
        "uit-beeld": PackageResources.uit_beeld_mustache,
        "uit-beeld-dossier": PackageResources.uit_beeld_dossier_mustache,
        "caseload": PackageResources.caseload_mustache,
        "teamcaseload": PackageResources.teamcaseload_mustache,
        "overdracht": PackageResources.overdracht_mustache,
        "overdrachten": PackageResources.overdrachten_mustache,
        "contracteinde": PackageResources.contracteinde_mustache,
        "contracteinde-keuze": PackageResources.contracteinde_keuze_mustache,
        "signalen": PackageResources.signalen_mustache,
        "signaal": PackageResources.signaal_mustache,
        "veiligheid": PackageResources.veiligheid_mustache,
        "meldcode": PackageResources.meldcode_mustache,
        "meldcode-zaak": PackageResources.meldcode_zaak_mustache,
        "meldcode-feit": PackageResources.meldcode_feit_mustache,
        "meten": PackageResources.meten_mustache,
        "metingen": PackageResources.metingen_mustache,
        "verdeling": PackageResources.verdeling_mustache,
        "klok": PackageResources.klok_mustache,
        "gegevens": PackageResources.gegevens_mustache,
        "huishouden": PackageResources.huishouden_mustache,
        "verwacht-lid": PackageResources.verwacht_lid_mustache,
        "zicht": PackageResources.zicht_mustache,
        "wijziging": PackageResources.wijziging_mustache,
        "wijzigingen": PackageResources.wijzigingen_mustache,
        "wordt-18": PackageResources.wordt_18_mustache,
        "botsing": PackageResources.botsing_mustache,
        "plan": PackageResources.plan_mustache,
        "plan-actie": PackageResources.plan_actie_mustache,
        "plan-afdruk": PackageResources.plan_afdruk_mustache,
        "plan-akkoord": PackageResources.plan_akkoord_mustache,
        "plan-doel": PackageResources.plan_doel_mustache,
        "plan-vergelijken": PackageResources.plan_vergelijken_mustache,
        "plan-versie": PackageResources.plan_versie_mustache,
        "plan-versies": PackageResources.plan_versies_mustache,
        "regeldag": PackageResources.regeldag_mustache,
        "regeldag-afdruk": PackageResources.regeldag_afdruk_mustache,
        "sociale-kaart": PackageResources.sociale_kaart_mustache,
        "voorziening-bewerken": PackageResources.voorziening_bewerken_mustache,
        "voorziening-geschiedenis": PackageResources.voorziening_geschiedenis_mustache,
        "organisatie": PackageResources.organisatie_mustache,
        "kaart-controle": PackageResources.kaart_controle_mustache,
        "kaart-voorstel": PackageResources.kaart_voorstel_mustache,
        "kaart-bestanden": PackageResources.kaart_bestanden_mustache,
        "kaart-bestand": PackageResources.kaart_bestand_mustache,
        "doel-voorzieningen": PackageResources.doel_voorzieningen_mustache,
        "partner-kaart": PackageResources.partner_kaart_mustache,
        "partner-vermelding": PackageResources.partner_vermelding_mustache,
        "partner-voorstel": PackageResources.partner_voorstel_mustache,
        "verwijzen": PackageResources.verwijzen_mustache,
        "verwijzing": PackageResources.verwijzing_mustache,
        "voorziening": PackageResources.voorziening_mustache,
        "vandaag": PackageResources.vandaag_mustache,
        "verwijzing-link": PackageResources.verwijzing_link_mustache,
        "verwijzingen": PackageResources.verwijzingen_mustache,
        "partneroverzicht": PackageResources.partneroverzicht_mustache,
        "verwijsafspraak": PackageResources.verwijsafspraak_mustache,
        "partner": PackageResources.partner_mustache,
        "partner-verwijzing": PackageResources.partner_verwijzing_mustache,
        "antwoordlink": PackageResources.antwoordlink_mustache,
        "link-dicht": PackageResources.link_dicht_mustache,
    ]

    /// The page around every page, and the parts that pages are made of.
    static let delen: [String: [UInt8]] = [
        "pagina": PackageResources.pagina_mustache,
        "deel-bestand": PackageResources.deel_bestand_mustache,
        "deel-bladeren": PackageResources.deel_bladeren_mustache,
        "deel-botsing": PackageResources.deel_botsing_mustache,
        "deel-bord": PackageResources.deel_bord_mustache,
        "deel-cijfers": PackageResources.deel_cijfers_mustache,
        "deel-csrf": PackageResources.deel_csrf_mustache,
        "deel-schuif": PackageResources.deel_schuif_mustache,
        "deel-datum": PackageResources.deel_datum_mustache,
        "deel-filter": PackageResources.deel_filter_mustache,
        "deel-fouten": PackageResources.deel_fouten_mustache,
        "deel-gegevens": PackageResources.deel_gegevens_mustache,
        "deel-grafiek": PackageResources.deel_grafiek_mustache,
        "deel-keuzes": PackageResources.deel_keuzes_mustache,
        "deel-kiesvak": PackageResources.deel_kiesvak_mustache,
        "deel-klok": PackageResources.deel_klok_mustache,
        "deel-label": PackageResources.deel_label_mustache,
        "deel-leeg": PackageResources.deel_leeg_mustache,
        "deel-melding": PackageResources.deel_melding_mustache,
        "deel-partnerantwoord": PackageResources.deel_partnerantwoord_mustache,
        "deel-ongedaan": PackageResources.deel_ongedaan_mustache,
        "deel-snelweg": PackageResources.deel_snelweg_mustache,
        "deel-stijlformulier": PackageResources.deel_stijlformulier_mustache,
        "deel-tabel": PackageResources.deel_tabel_mustache,
        "deel-tabs": PackageResources.deel_tabs_mustache,
        "deel-tekstvlak": PackageResources.deel_tekstvlak_mustache,
        "deel-tijdlijn": PackageResources.deel_tijdlijn_mustache,
        "deel-doel": PackageResources.deel_doel_mustache,
        "deel-dossierhoofd": PackageResources.deel_dossierhoofd_mustache,
        "deel-regelzaak": PackageResources.deel_regelzaak_mustache,
        "deel-voorziening": PackageResources.deel_voorziening_mustache,
        "deel-veld": PackageResources.deel_veld_mustache,
        "deel-uren": PackageResources.deel_uren_mustache,
        "deel-verschillen": PackageResources.deel_verschillen_mustache,
        "deel-kaartformulier": PackageResources.deel_kaartformulier_mustache,
    ]

    let library: TemplateLibrary

    /// Throws when a template cannot be read: then the service does not start.
    init() throws {
        library = TemplateLibrary(
            try Self.paginas.merging(Self.delen, uniquingKeysWith: { first, _ in first }).mapValues {
                try Template(String(decoding: $0, as: UTF8.self))
            })
    }

    /// The page as HTML in UTF-8: the values of the model by their names, and `kader`. An unknown template is a fault of ours
    /// and shows as an error page.
    func html<Model: PageModel>(_ model: Model, _ kader: Kader) throws -> [UInt8] {
        let wortel = TemplateRecord(model, with: ["kader": .record(TemplateRecord(kader))])
        guard let html = library.render(Model.template, wortel) else { throw UnknownTemplate(name: Model.template) }
        return html
    }

    struct UnknownTemplate: Error { let name: String }
}
