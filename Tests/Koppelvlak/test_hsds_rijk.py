# SPDX-License-Identifier: EUPL-1.2
"""The public face on a directory in which every part of HSDS is used: first, middle and last page and every id against the
schemas, each filter built from a record finds that record, filters narrow, lines equal pages, POST equals GET."""
import json
import math
import os
import pathlib
import urllib.parse

import pytest
from kaartdienst import Kaartdienst, WORTEL

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is er niet (Tests/Koppelvlak/requirements.txt)")

LIJSTEN = {
    "services": ("service_list", "service"), "organizations": ("organization_list", "organization"),
    "service_at_locations": ("service_at_location_list", "service_at_location"), "taxonomies": ("taxonomy", "taxonomy"),
    "taxonomy_terms": ("taxonomy_term", "taxonomy_term"),
}


@pytest.fixture(scope="module")
def dienst():
    binaries = pathlib.Path(os.environ.get("WEGWIJS_BINARIES", WORTEL / ".build" / "debug"))
    if not (binaries / "sociale-kaart").exists():
        pytest.skip(f"{binaries}/sociale-kaart is er niet: bouw eerst")
    with Kaartdienst(60) as draaiend:
        yield draaiend


@pytest.fixture(scope="module")
def hsds(dienst):
    def stel(pad, **vragen):
        url = f"/hsds/v3{pad}" + ("?" + urllib.parse.urlencode(vragen) if vragen else "")
        status, koppen, tekst = dienst.vraag("GET", url)
        assert status == 200, f"{url}: {status} {tekst[:300]}"
        assert koppen["Access-Control-Allow-Origin"] == "*" and koppen["ETag"]
        return json.loads(tekst)

    return stel


@pytest.fixture(scope="module")
def keur(standaarden):
    gemaakt = {}

    def keur(naam, record):
        if naam not in gemaakt:
            bestand = standaarden / "hsds/3.1/compiled" / f"{naam}.json"
            schema = json.loads((bestand if bestand.exists() else standaarden / "hsds/3.1/schema" / f"{naam}.json").read_text())
            if not bestand.exists():
                for eigenschap in schema["properties"].values():
                    eigenschap.pop("$ref", None)
                    eigenschap.pop("items", None)
            gemaakt[naam] = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        fouten = [f"{'/'.join(map(str, f.path))}: {f.message}" for f in gemaakt[naam].iter_errors(record)]
        assert not fouten, f"{naam} {record.get('id')}: {fouten[:5]}"

    return keur


def alle(hsds, pad, **vragen):
    records, nummer = [], 1
    while True:
        pagina = hsds(pad, page=nummer, **vragen)
        assert pagina["page_number"] == nummer and pagina["size"] == len(pagina["contents"])
        assert pagina["empty"] == (not pagina["contents"]) and pagina["first_page"] == (nummer == 1)
        records += pagina["contents"]
        if pagina["last_page"]:
            assert len(records) == pagina["total_items"] and nummer == max(pagina["total_pages"], 1)
            return records
        nummer += 1


def zonder_leeg(waarde):
    if isinstance(waarde, dict):
        return all(zonder_leeg(deel) for deel in waarde.values())
    return all(zonder_leeg(deel) for deel in waarde) if isinstance(waarde, list) else waarde is not None


@pytest.mark.parametrize("naam", LIJSTEN)
def test_elke_bladzijde_en_elk_id(hsds, keur, naam):
    kort, lang = LIJSTEN[naam]
    for vorm in ({}, {"full": "true"}):
        records = alle(hsds, f"/{naam}", per_page=7, **vorm)
        assert records and len({record["id"] for record in records}) == len(records)
        for record in records:
            keur(lang if vorm else kort, record)
            assert zonder_leeg(record)
    for record in records:
        heel = hsds(f"/{naam}/{record['id']}")
        keur(lang, heel)
        assert zonder_leeg(heel) and heel["id"] == record["id"]


def test_alles_wat_erin_ging_komt_eruit(dienst, hsds):
    for erin in dienst.bestand["services"]:
        eruit = hsds(f"/services/{erin['id']}")
        for veld, waarde in erin.items():
            assert veld in eruit, f"{veld} ontbreekt"
            if isinstance(waarde, list):
                assert [deel["id"] for deel in eruit[veld]] == [deel["id"] for deel in waarde], veld
            else:
                assert eruit[veld] == waarde, veld


def test_elk_filter_uit_een_rijk_record_vindt_dat_record(hsds):
    for record in alle(hsds, "/services", full="true", per_page=50)[::7]:
        rooster, kenmerk = record["schedules"][0], record["attributes"][0]
        vragen = [
            {"search": record["name"]}, {"organization_id": record["organization_id"]}, {"modified_after": record["last_modified"]},
            {"taxonomy_term_id": kenmerk["taxonomy_term_id"]}, {"taxonomy_id": kenmerk["taxonomy_term"]["taxonomy_id"]},
            {"minimum_age": record["minimum_age"]}, {"maximum_age": record["maximum_age"]}, {"day": rooster["byday"][:2]},
            {"day": rooster["byday"][:2], "start_time": rooster["opens_at"], "end_time": rooster["closes_at"]},
            {"start_time": rooster["opens_at"]}, {"end_time": rooster["closes_at"]},
        ]
        samen, vorige = {}, None
        for vraag in vragen:
            gevonden = {ander["id"] for ander in alle(hsds, "/services", per_page=100, **vraag)}
            assert record["id"] in gevonden, f"{vraag} vindt {record['name']} niet"
            # Cumulative: each filter more narrows, and the record stays in.
            samen |= vraag
            nu = {ander["id"] for ander in alle(hsds, "/services", per_page=100, **samen)}
            assert record["id"] in nu and nu <= gevonden and (vorige is None or nu <= vorige), f"{samen}: {len(nu)} van {len(gevonden)} en {len(vorige or [])}"
            vorige = nu
        for plek in record["service_at_locations"]:
            vragen = {"postcode": "1315", "proximity": "30000", "organization_id": record["organization_id"]}
            assert plek["id"] in {ander["id"] for ander in alle(hsds, "/service_at_locations", per_page=100, **vragen)}


def test_een_filter_dat_niet_past_vindt_niets(hsds):
    for vraag in ({"minimum_age": 120}, {"day": "SU"}, {"start_time": "03:00"}, {"modified_after": "2040-01-01T00:00:00Z"},
                  {"organization_id": "00000000-0000-4000-8000-00000000ffff"}, {"search": "zzzzqq"}):
        assert alle(hsds, "/services", **vraag) == [], vraag
    assert alle(hsds, "/service_at_locations", postcode="9999", proximity="100") == []


def test_de_dichtstbijzijnde_plek_komt_eerst(hsds, standaarden):
    breed, lang = json.loads((standaarden / "postcode" / "pc4geoloc.json").read_text())["1315"]

    def meters(plek):
        locatie = plek["location"]
        graad = math.pi / 180
        a = (math.sin((locatie["latitude"] - breed) * graad / 2) ** 2 + math.cos(breed * graad)
             * math.cos(locatie["latitude"] * graad) * math.sin((locatie["longitude"] - lang) * graad / 2) ** 2)
        return 2 * 6_371_000 * math.asin(math.sqrt(a))

    plekken = alle(hsds, "/service_at_locations", postcode="1315 HR", proximity="5000", full="true", per_page=100)
    afstanden = [meters(plek) for plek in plekken]
    # The middles are kept to some forty metres, and distance is reckoned flat.
    assert plekken and all(later > eerder - 100 for eerder, later in zip(afstanden, afstanden[1:]))
    binnen = {plek["id"] for plek in plekken}
    for plek in alle(hsds, "/service_at_locations", full="true", per_page=100):
        if abs(meters(plek) - 5000) > 100:
            assert (plek["id"] in binnen) == (meters(plek) < 5000)


@pytest.mark.parametrize("naam", LIJSTEN)
def test_regels_zijn_bladzijden_en_post_is_get(dienst, hsds, naam):
    _, koppen, tekst = dienst.vraag("GET", f"/hsds/v3/{naam}?format=ndjson")
    assert koppen["Content-Type"] == "application/x-ndjson"
    assert [json.loads(regel) for regel in tekst.decode().splitlines()] == alle(hsds, f"/{naam}", per_page=9)
    vraag = {"search": "taal", "per_page": 5, "page": 1}
    status, _, post = dienst.vraag("POST", f"/hsds/v3/{naam}", {"Content-Type": "application/json"}, json.dumps(vraag).encode())
    assert status == 200 and json.loads(post) == hsds(f"/{naam}", **vraag)


def test_minimaal_en_organisaties_met_voorzieningen(hsds, keur):
    for record in alle(hsds, "/services", minimal="true", per_page=100):
        assert set(record) == {"id", "name", "status", "last_modified"}
    organisatie = hsds("/organizations", full_service="true", per_page=1)["contents"][0]
    keur("organization", organisatie)
    for dienst in organisatie["services"]:
        keur("service", dienst)


def test_merkje_en_laatste_wijziging(dienst):
    for pad in ("/services", "/service_at_locations", "/organizations", "/taxonomies", "/"):
        _, koppen, _ = dienst.vraag("GET", f"/hsds/v3{pad}")
        assert pad == "/" or "GMT" in koppen["Last-Modified"]
        status, _, tekst = dienst.vraag("GET", f"/hsds/v3{pad}", {"If-None-Match": koppen["ETag"]})
        assert status == 304 and not tekst
    status, koppen, _ = dienst.vraag("OPTIONS", "/hsds/v3/services", {"Origin": "https://elders.example"})
    assert status == 204 and "POST" in koppen["Access-Control-Allow-Methods"]


def test_wat_intern_is_blijft_binnen(hsds):
    tekst = json.dumps(alle(hsds, "/services", full="true", per_page=100))
    for naam in ("toegestane_velden", "invoer_hash", "controle_wijze", "gecontroleerd_door", "gewijzigd_door", "afspraak_tot"):
        assert naam not in tekst
