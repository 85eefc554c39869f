# SPDX-License-Identifier: EUPL-1.2
"""`/v1` of the sociale kaart against the NL API Design Rules that a program can check (2.1.0, and 2.2.0 in advance)."""
import json
import re

import pytest

HTTP = {"get", "put", "post", "delete", "options", "head", "patch"}


@pytest.fixture(scope="session")
def document(kaart, vraag):
    antwoord = vraag(f"{kaart}/v1/openapi.json")
    assert antwoord.status == 200
    assert antwoord.koppen["Access-Control-Allow-Origin"] == "*"
    return json.loads(antwoord.tekst)


def operaties(document):
    for pad, item in document["paths"].items():
        for methode, operatie in item.items():
            assert methode in HTTP
            yield pad, methode, operatie


def los(document, deel):
    """Follows a reference within the document."""
    while "$ref" in deel:
        doel = document
        for stap in deel["$ref"].removeprefix("#/").split("/"):
            doel = doel[stap]
        deel = doel
    return deel


def test_het_document_zegt_wie_wat_en_welke_versie(document):
    assert document["openapi"].startswith("3.")
    assert re.fullmatch(r"\d+\.\d+\.\d+", document["info"]["version"])
    assert all(document["info"]["contact"].get(naam) for naam in ("name", "url", "email"))
    assert all(re.search(r"/v\d+$", server["url"]) for server in document["servers"])


def test_paden_in_kebab_en_vragen_in_camel_zonder_streep_aan_het_eind(document):
    for pad, _, operatie in operaties(document):
        assert not pad.endswith("/")
        for stuk in pad.strip("/").split("/"):
            assert re.fullmatch(r"\{[a-z][A-Za-z]*\}|_?[a-z0-9]+(-[a-z0-9]+)*", stuk), pad
        for parameter in (los(document, p) for p in operatie.get("parameters", [])):
            if parameter["in"] == "query":
                assert re.fullmatch(r"[a-z][a-zA-Z0-9]*", parameter["name"]), parameter["name"]


def test_elk_antwoord_noemt_de_versie_en_elke_fout_is_een_probleem(document):
    namen = [operatie["operationId"] for _, _, operatie in operaties(document)]
    assert len(namen) == len(set(namen))
    for pad, methode, operatie in operaties(document):
        for code, antwoord in operatie["responses"].items():
            antwoord = los(document, antwoord)
            assert "API-Version" in antwoord["headers"], f"{methode} {pad} {code}"
            if code[0] in "45":
                assert list(antwoord["content"]) == ["application/problem+json"]
        assert "422" not in operatie["responses"]


@pytest.mark.parametrize("pad, status", [("/v1/verwijzingen", 401), ("/v1/bestaat-niet", 404), ("/v1/verwijzingen/", 404)])
def test_ook_een_fout_draagt_versie_en_beveiliging(kaart, vraag, pad, status):
    antwoord = vraag(kaart + pad)
    assert antwoord.status == status
    assert antwoord.koppen["API-Version"] == "1.0.0"
    assert antwoord.koppen["Content-Type"] == "application/problem+json"
    assert antwoord.koppen["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in antwoord.koppen["Content-Security-Policy"]
    assert antwoord.koppen["X-Frame-Options"] == "DENY"
    assert antwoord.koppen["Cache-Control"] == "no-store"
    probleem = json.loads(antwoord.tekst)
    assert probleem["status"] == status and probleem["title"]
