# SPDX-License-Identifier: EUPL-1.2
"""A partner keeps its own entry: reads it, proposes a change, hands it in, says that it is right; and what goes out of the
directory comes in as the same."""
import json
import os
import pathlib
import uuid

import pytest
from kaartdienst import Kaartdienst, WORTEL


@pytest.fixture(scope="module")
def dienst():
    binaries = pathlib.Path(os.environ.get("WEGWIJS_BINARIES", WORTEL / ".build" / "debug"))
    if not (binaries / "sociale-kaart").exists():
        pytest.skip(f"{binaries}/sociale-kaart is er niet: bouw eerst")
    with Kaartdienst(12) as draaiend:
        yield draaiend


@pytest.mark.parametrize("vorm, soort", [("json", "application/json"), ("csv", "application/zip")])
def test_uitvoer_is_invoer(dienst, vorm, soort):
    koppen = {"Authorization": f"Bearer {dienst.beheer}"}
    status, antwoordkoppen, bestand = dienst.vraag("GET", f"/v1/exporten/{vorm}", koppen)
    assert status == 200 and antwoordkoppen["Content-Type"] == soort
    status, _, tekst = dienst.vraag("POST", "/v1/importen?proef=true", koppen | {"Content-Type": soort}, bestand)
    assert status == 200, tekst
    resultaat = json.loads(tekst)
    for deel in ("taxonomieen", "begrippen", "organisaties", "voorzieningen"):
        assert resultaat[deel]["nieuw"] == resultaat[deel]["gewijzigd"] == 0 and resultaat[deel]["gelijk"] > 0
    assert resultaat["weg"] == 0 and resultaat["wijzigingen"] == []


def test_een_groot_bestand_gaat_in_de_achtergrond_en_zegt_hoe_ver_het_is(dienst):
    koppen = {"Authorization": f"Bearer {dienst.beheer}"}
    _, _, bestand = dienst.vraag("GET", "/v1/exporten/json", koppen)
    status, antwoord, tekst = dienst.vraag(
        "POST", "/v1/importen", koppen | {"Content-Type": "application/json", "Prefer": "respond-async"}, bestand)
    assert status == 202, tekst
    for _ in range(200):
        status, _, tekst = dienst.vraag("GET", antwoord["Location"], koppen)
        stand = json.loads(tekst)
        if stand["toestand"] != "bezig":
            break
    assert stand["toestand"] == "klaar" and stand["gedaan"] == stand["totaal"]
    assert stand["resultaat"]["voorzieningen"]["gelijk"] == 12


def test_voor_beheer_is_een_token_nodig_en_fouten_noemen_het_record(dienst):
    assert dienst.vraag("GET", "/v1/exporten/json")[0] == 401
    koppen = {"Authorization": f"Bearer {dienst.beheer}", "Content-Type": "application/json"}
    fout = {"services": [{"id": str(uuid.uuid4()), "name": "A", "status": "open"}]}
    status, _, tekst = dienst.vraag("POST", "/v1/importen", koppen, json.dumps(fout).encode())
    assert status == 400 and json.loads(tekst)["fouten"][0]["veld"] == "services[0].status"
