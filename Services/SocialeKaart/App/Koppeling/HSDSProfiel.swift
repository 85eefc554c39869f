// SPDX-License-Identifier: EUPL-1.2

/// The page behind `profile` in the root of the public face.
enum HSDSProfiel {
    static let tekst = """
        # HSDS-profiel van deze sociale kaart

        Dit is HSDS 3.1.3 (https://docs.openreferral.org), zonder afwijkingen, alleen om te lezen.

        - Alleen voorzieningen die in de laatste 365 dagen bij de aanbieder zijn gecontroleerd (`assured_date`).
          Een organisatie staat erin als zij zo'n voorziening heeft.
        - Lijsten: `/services`, `/service_at_locations`, `/organizations`, `/taxonomies`, `/taxonomy_terms`, elk met `/{id}`. Een
          lijst kan ook met POST, met dezelfde namen in een JSON-object of formulier: dan staat er niets in het adres.
        - Vragen: `search`, `page`, `per_page` (hoogstens 500), `taxonomy_term_id`, `taxonomy_id`, `organization_id`,
          `modified_after`, `full`, `minimal`, `format=ndjson` (alles, een record per regel, zonder bladzijden); bij
          organisaties `full_service`; bij begrippen `top_only` en `parent_id`. Filters gelden samen (EN).
        - Uit het Britse profiel: `minimum_age` en `maximum_age` (de voorziening is er ook voor iemand van die leeftijd), `day`
          (`MO` tot en met `SU`), `start_time` en `end_time` (open vanaf, en tot). Uitzonderingen tellen hierbij niet mee.
        - Bij `/service_at_locations`: `postcode` met `proximity` in meters (zonder: 5000), gerekend vanaf het midden van de vier
          cijfers; het dichtstbijzijnde eerst. Een plek zonder coördinaten valt dan weg.
        - Volgorde: op naam; met `search` het best passende eerst.
        - Openingstijden zijn lokale tijden (Europe/Amsterdam); `timezone` is weggelaten, omdat een vast getal de helft van het
          jaar onjuist is. Een regel zonder `freq`, met `valid_from` en `valid_to`, is een uitzondering en komt op die dagen in de
          plaats van de andere; zonder tijden is het dan gesloten.
        - Van een geheim adres staat hier niets: alleen de plaatsnaam, met het kenmerk `adres-geheim`.
        - Lege velden worden weggelaten. Elk antwoord heeft een `ETag`; met `If-None-Match` komt 304.
        - Eigen taxonomieën: leefgebied, doelgroep, toegang, soort, verwijsbaar; `link_type` zegt welke. `source` zegt waar een
          vermelding vandaan komt.
        - Eigen toevoeging uit HSDS 3.2: `description` en `publisher` in de wortel.
        - Verwijzen van mensen gaat niet langs deze weg maar langs `/v1`, met een token.
        """
}
