# SPDX-License-Identifier: EUPL-1.2
"""First the checker itself, on the documents with which Logius tests its own ruleset; then both of our faces; then what only
a live answer can show."""
import json
import re

import pytest

import adr

# Rules that were found by hand to hold, or not to be for a program: kept in docs/koppeling.md.
GEVALLEN = """baseline contact-missing contact-no-email contact-no-name contact-no-url date-time error-type
error-type-extra-field error-type-invalid-input error-type-missing-required openapi-versie-3-0-1 openapi-versie-3-1-0
openapi-versie-missing paths-kebab-incorrect paths-kebab-slashes paths-kebab-variables paths-kebab-zoek-uitzondering
query-keys-camel-case semver-incorrect semver-patch semver-patch-incorrect servers-empty servers-missing version-header-casing
version-header-missing""".split()


@pytest.mark.parametrize("geval", GEVALLEN)
def test_de_keurder_zegt_van_elk_proefdocument_wat_logius_ervan_zegt(standaarden, geval):
    map_ = standaarden / "adr" / "linter-testcases" / geval
    verwacht = re.findall(r"^\s*\d+:\d+\s+error\s+(\S+)", (map_ / "expected-output.txt").read_text(), re.M)
    gevonden = [regel for regel, _ in adr.controleer(json.loads((map_ / "openapi.json").read_text()))]
    assert sorted(gevonden) == sorted(verwacht)


def test_er_is_geen_proefdocument_overgeslagen(standaarden):
    assert {map_.name for map_ in (standaarden / "adr" / "linter-testcases").iterdir()} == set(GEVALLEN)


@pytest.fixture(params=["intake", "kaart"])
def gezicht(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def document(gezicht, vraag):
    antwoord = vraag(f"{gezicht}/v1/openapi.json")
    assert antwoord.status == 200
    # /core/publish-openapi and /core/transport/cors
    assert antwoord.koppen["Access-Control-Allow-Origin"] == "*"
    return json.loads(antwoord.tekst)


def test_het_document_breekt_geen_regel(document):
    assert adr.controleer(document) == []


def test_elk_antwoord_in_het_document_noemt_de_versie(document):
    """/core/version-header: the ruleset looks at 2xx and 3xx only; the rule says every answer."""
    for plek, _, antwoord in adr.antwoorden(document):
        if not plek.startswith("webhooks"):
            assert "API-Version" in antwoord.get("headers", {}), plek


def test_samenvattingen_zijn_er_en_422_niet(document):
    for groep, pad, methode, operatie in adr.operaties(document):
        assert operatie.get("summary"), f"{methode} {pad}"
        assert "422" not in operatie["responses"]


@pytest.mark.parametrize(
    "methode, pad, status", [("GET", "/v1/bestaat-niet", 404), ("TRACE", "/v1/openapi.json", 405), ("DELETE", "/v1/openapi.json", 405),
                             ("GET", "/v1/openapi.json/", 404)])
def test_ook_een_fout_draagt_versie_en_beveiliging(gezicht, vraag, document, methode, pad, status):
    antwoord = vraag(gezicht + pad, methode)
    if pad.endswith("/"):
        # /core/no-trailing-slash: not the same answer as without.
        assert antwoord.status == 404
    assert antwoord.status in (status, 404, 405)
    assert antwoord.koppen["API-Version"] == document["info"]["version"]
    assert antwoord.koppen["Content-Type"] == "application/problem+json"
    # /core/transport/security-headers
    assert antwoord.koppen["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in antwoord.koppen["Content-Security-Policy"]
    assert antwoord.koppen["X-Frame-Options"] == "DENY"
    assert antwoord.koppen["Cache-Control"] == "no-store"
    probleem = json.loads(antwoord.tekst)
    assert probleem["status"] == antwoord.status and probleem["title"]
