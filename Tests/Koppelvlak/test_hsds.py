# SPDX-License-Identifier: EUPL-1.2
"""The public face against the schemas of HSDS 3.1: every page, every record, every filter."""
import json
import urllib.parse

import pytest

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is er niet (Tests/Browser/requirements.txt)")


@pytest.fixture(scope="session")
def hsds(kaart, vraag):
    """Asks a path below /hsds/v3 and gives the JSON."""

    def stel(pad: str, **vragen):
        url = f"{kaart}/hsds/v3{pad}"
        if vragen:
            url += "?" + urllib.parse.urlencode(vragen)
        antwoord = vraag(url)
        assert antwoord.status == 200, f"{url}: {antwoord.status} {antwoord.tekst[:300]}"
        assert antwoord.koppen["Access-Control-Allow-Origin"] == "*"
        return json.loads(antwoord.tekst)

    return stel


@pytest.fixture(scope="session")
def keuring(standaarden):
    """Checks a record against a schema by name: `service`, `service_list`, `taxonomy` ..."""
    gemaakt = {}

    def keur(naam: str, record) -> None:
        if naam not in gemaakt:
            bestand = standaarden / "hsds/3.1/compiled" / f"{naam}.json"
            schema = json.loads((bestand if bestand.exists() else standaarden / "hsds/3.1/schema" / f"{naam}.json").read_text())
            if not bestand.exists():
                # The parts of a small record are not looked into: they are pages of other schemas.
                for eigenschap in schema["properties"].values():
                    eigenschap.pop("$ref", None)
                    eigenschap.pop("items", None)
            gemaakt[naam] = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        fouten = [f"{'/'.join(map(str, fout.path))}: {fout.message}" for fout in gemaakt[naam].iter_errors(record)]
        assert not fouten, f"{naam} {record.get('id')}: {fouten[:5]}"

    return keur


def alle(hsds, pad, **vragen):
    """Every record of a list, page after page; checks the envelope on the way."""
    records, nummer = [], 1
    while True:
        pagina = hsds(pad, page=nummer, **vragen)
        assert pagina["page_number"] == nummer
        assert pagina["size"] == len(pagina["contents"])
        assert pagina["empty"] == (not pagina["contents"])
        assert pagina["first_page"] == (nummer == 1)
        records += pagina["contents"]
        if pagina["last_page"]:
            assert len(records) == pagina["total_items"]
            assert nummer == max(pagina["total_pages"], 1)
            return records
        nummer += 1


def zonder_leeg(waarde) -> bool:
    if isinstance(waarde, dict):
        return all(zonder_leeg(deel) for deel in waarde.values())
    if isinstance(waarde, list):
        return all(zonder_leeg(deel) for deel in waarde)
    return waarde is not None


def test_de_wortel_noemt_de_versie_en_wat_hij_noemt_bestaat(kaart, hsds, vraag):
    wortel = hsds("/")
    assert wortel["version"] == "3.1.3"
    for naam in ("profile", "openapi_url"):
        pad = urllib.parse.urlparse(wortel[naam]).path
        assert vraag(kaart + pad).status == 200, naam


LIJSTEN = [
    ("/services", "service_list", "service"),
    ("/organizations", "organization_list", "organization"),
    ("/taxonomies", "taxonomy", "taxonomy"),
    ("/taxonomy_terms", "taxonomy_term", "taxonomy_term"),
]


@pytest.mark.parametrize("pad, kort, lang", LIJSTEN)
def test_elke_bladzijde_en_elk_record_voldoet_aan_het_schema(hsds, keuring, pad, kort, lang):
    records = alle(hsds, pad, per_page=7)
    if pad in ("/services", "/organizations") and not records:
        pytest.skip("er is geen gecontroleerde voorziening; de proefstad maakt er")
    assert len({record["id"] for record in records}) == len(records)
    for record in records:
        keuring(kort, record)
        heel = hsds(f"{pad}/{record['id']}")
        keuring(lang, heel)
        assert zonder_leeg(heel)


def test_elk_filter_uit_een_record_vindt_dat_record(hsds):
    for record in alle(hsds, "/services", full="true", per_page=50)[:10]:
        vragen = [{"search": record["name"]}, {"modified_after": record["last_modified"]}]
        if "organization_id" in record:
            vragen.append({"organization_id": record["organization_id"]})
        for kenmerk in record.get("attributes", []):
            if "taxonomy_term_id" in kenmerk:
                vragen.append({"taxonomy_term_id": kenmerk["taxonomy_term_id"]})
                vragen.append({"taxonomy_id": kenmerk["taxonomy_term"]["taxonomy_id"]})
        for vraag in vragen:
            gevonden = alle(hsds, "/services", per_page=100, **vraag)
            assert record["id"] in {ander["id"] for ander in gevonden}, f"{vraag} vindt {record['name']} niet"
        samen = {naam: waarde for vraag in vragen[:3] for naam, waarde in vraag.items()}
        smal = {ander["id"] for ander in alle(hsds, "/services", per_page=100, **samen)}
        assert record["id"] in smal
        for naam, waarde in samen.items():
            assert smal <= {ander["id"] for ander in alle(hsds, "/services", per_page=100, **{naam: waarde})}


def test_regel_voor_regel_is_hetzelfde_als_alle_bladzijden(kaart, hsds, vraag):
    regels = vraag(f"{kaart}/hsds/v3/services?format=ndjson").tekst.splitlines()
    assert [json.loads(regel) for regel in regels] == alle(hsds, "/services", per_page=7)


def test_met_het_merkje_komt_er_niets_over_de_lijn(kaart, vraag):
    for pad in ("/hsds/v3/services", "/hsds/v3/taxonomies"):
        merkje = vraag(kaart + pad).koppen["ETag"]
        tweede = vraag(kaart + pad, koppen={"If-None-Match": merkje})
        assert tweede.status == 304 and not tweede.tekst
