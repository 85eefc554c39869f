// SPDX-License-Identifier: EUPL-1.2

/// The page behind `profile` in the root of the public face.
enum HSDSProfiel {
    static let tekst = """
        # HSDS-profiel van deze sociale kaart

        Dit is HSDS 3.1.3 (https://docs.openreferral.org), zonder afwijkingen, alleen om te lezen.

        - Alleen voorzieningen die in de laatste 365 dagen bij de aanbieder zijn gecontroleerd (`assured_date`).
          Een organisatie staat erin als zij zo'n voorziening heeft.
        - Lijsten: `search`, `page`, `per_page` (hoogstens 500), `taxonomy_term_id`, `taxonomy_id`, `organization_id`,
          `modified_after`, `full`, `minimal`; bij `/services` ook `format=ndjson`. Filters gelden samen (EN).
        - Volgorde: op naam; met `search` het best passende eerst (naam 10, andere naam 8, begrippen 4, omschrijving 3,
          aanbieder 1).
        - Lege velden worden weggelaten. Elk antwoord heeft een `ETag`; met `If-None-Match` komt 304.
        - Eigen taxonomieën: leefgebied, doelgroep, toegang, soort, verwijsbaar; `link_type` zegt welke. `source` zegt waar een
          vermelding vandaan komt.
        - Eigen toevoeging uit HSDS 3.2: `description` en `publisher` in de wortel.
        - Verwijzen van mensen gaat niet langs deze weg maar langs `/v1`, met een token.
        """
}
