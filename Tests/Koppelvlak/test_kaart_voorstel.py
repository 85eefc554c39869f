# SPDX-License-Identifier: EUPL-1.2
"""A partner keeps its own entry: reads it, proposes a change, hands it in, says that it is right; and what goes out of the
directory comes in as the same."""
import json
import os
import pathlib
import time
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
    einde = time.monotonic() + 60
    while True:
        status, _, tekst = dienst.vraag("GET", antwoord["Location"], koppen)
        assert status == 200, tekst
        stand = json.loads(tekst)
        if stand["toestand"] != "bezig":
            break
        assert time.monotonic() < einde, stand
        time.sleep(0.1)
    assert stand["toestand"] == "klaar" and stand["gedaan"] == stand["totaal"]
    assert stand["resultaat"]["voorzieningen"]["gelijk"] == 12


def test_voor_beheer_is_een_token_nodig_en_fouten_noemen_het_record(dienst):
    assert dienst.vraag("GET", "/v1/exporten/json")[0] == 401
    koppen = {"Authorization": f"Bearer {dienst.beheer}", "Content-Type": "application/json"}
    fout = {"services": [{"id": str(uuid.uuid4()), "name": "A", "status": "open"}]}
    status, _, tekst = dienst.vraag("POST", "/v1/importen", koppen, json.dumps(fout).encode())
    assert status == 400 and json.loads(tekst)["fouten"][0]["veld"] == "services[0].status"


def test_een_partner_stelt_een_wijziging_voor_en_trekt_haar_in(dienst):
    """From outside: a draft, handed in, withdrawn; every step by version and once per key; then a new one is possible."""
    organisatie = dienst.bestand["organizations"][0]["id"]
    eigen = next(s for s in dienst.bestand["services"] if s["organization_id"] == organisatie)["id"]
    partner = {"Authorization": f"Bearer {dienst.partner}", "Content-Type": "application/json"}
    inhoud = json.loads(dienst.vraag("GET", f"/v1/voorzieningen/{eigen}", partner)[2])["inhoud"] | {"kosten": "Vijf euro"}

    def maak():
        return dienst.vraag(
            "POST", "/v1/voorstellen", partner | {"Idempotency-Key": str(uuid.uuid4())},
            json.dumps({"voorzieningId": eigen, "inhoud": inhoud}).encode())

    def stap(naar, versie, sleutel=None):
        koppen = partner | {"Idempotency-Key": sleutel or str(uuid.uuid4()), "If-Match": f'"{versie}"'}
        status, _, tekst = dienst.vraag("POST", f"{plek}/statusovergangen", koppen, json.dumps({"naar": naar}).encode())
        return status, json.loads(tekst)

    status, koppen, tekst = maak()
    assert status == 201 and json.loads(tekst)["toegestaan"] == ["te-beoordelen", "ingetrokken"], tekst
    plek = koppen["Location"]
    assert maak()[0] == 409
    assert stap("te-beoordelen", 1)[0] == 200
    assert stap("ingetrokken", 1)[0] == 412
    assert stap("gepubliceerd", 2)[0] == 400
    sleutel = str(uuid.uuid4())
    for _ in range(2):
        status, beeld = stap("ingetrokken", 2, sleutel)
        assert status == 200 and beeld["toestand"] == "ingetrokken" and beeld["versie"] == 3 and beeld["toegestaan"] == []
    assert stap("ingetrokken", 3)[0] == 409 and stap("te-beoordelen", 3)[0] == 409
    assert maak()[0] == 201
