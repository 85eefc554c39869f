# SPDX-License-Identifier: EUPL-1.2
"""The beheerder sees what did not arrive at a gemeente, tries again and gives up."""
import hashlib
import http.client
import json
import os
import pathlib
import re
import secrets
import time
import urllib.parse
import uuid

import pytest
from playwright.sync_api import expect

OIN, WIJ = "00000099000000000003", "00000099000000000001"


@pytest.fixture
def onbezorgd(adres):
    """Two notifications that cannot be delivered: the gemeente's address is none."""
    bestand = pathlib.Path(os.environ.get("WEGWIJS_PROEF", "var/proef")) / "sleutels" / "koppeling.json"
    if not bestand.exists():
        pytest.skip(f"{bestand} is er niet")
    was = bestand.read_text()
    inhoud, token = json.loads(was), secrets.token_urlsafe(32)
    inhoud["tokens"].append({"naam": "browsertest", "sha256": hashlib.sha256(token.encode()).hexdigest(), "rechten": ["aanmelden"],
                             "oin": OIN, "gemeenten": ["0034"]})
    inhoud["bestemmingen"] = [{"gemeente": "0034", "adres": "ftp://regie.voorbeeld.example/", "handdruk": False}]
    bestand.write_text(json.dumps(inhoud))
    time.sleep(1.5)
    poort = urllib.parse.urlsplit(adres).port + 1
    for nummer in range(2):
        bericht = {"specversion": "1.0", "id": str(uuid.uuid4()), "source": f"urn:nld:oin:{OIN}:systeem:browsertest",
                   "type": "nl.inburgering.begeleiding.aangemeld.v1",
                   "data": {"aanmeldingId": str(uuid.uuid4()), "gemeentecode": "0034", "doelgroep": "ontheemde-oekraine",
                            "client": {"vnummer": f"{secrets.randbelow(10**9) + 10**9}", "geslachtsnaam": "Proef",
                                       "geboortedatum": {"datum": "1990-01-01"}}}}
        verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=20)
        verbinding.request("POST", "/v1/aanmeldingen", json.dumps(bericht), {
            "Authorization": f"Bearer {token}", "Content-Type": "application/cloudevents+json", "berichtId": bericht["id"],
            "bron": OIN, "doel": WIJ})
        assert verbinding.getresponse().status == 202, nummer
        verbinding.close()
    yield
    bestand.write_text(was)


def test_opnieuw_en_opgeven(bezoek, binnen, kijk_na, onbezorgd):
    pagina = bezoek(**binnen("beheerder"))
    for _ in range(40):
        pagina.goto("/berichten")
        if pagina.locator("article").count() >= 2:
            break
        time.sleep(0.25)
    hoofd = pagina.get_by_role("main")
    expect(hoofd).to_contain_text("Het adres is niet te lezen")
    expect(hoofd).to_contain_text("Gemeente 0034")
    expect(pagina.get_by_role("heading", name="Aan partners van de sociale kaart")).to_be_visible()
    kijk_na(pagina, "berichten-onbezorgd", open=True)
    # No reason: refused at the field, and what waits stays.
    pagina.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    pagina.get_by_role("button", name="Bericht opgeven").first.click()
    expect(hoofd).to_contain_text("Schrijf in één regel")
    kijk_na(pagina, "berichten-fout", open=True)
    pagina.locator("[name=reden]").first.fill("Dit adres bestaat niet.")
    pagina.get_by_role("button", name="Bericht opgeven").first.click()
    expect(hoofd).to_contain_text("wordt niet meer bezorgd")
    pagina.get_by_role("button", name=re.compile("Alles wat wacht opnieuw bezorgen.*Aan gemeenten")).click()
    expect(hoofd).to_contain_text("opnieuw bezorgd")
    pagina.goto("/")
    expect(pagina.get_by_role("main")).to_contain_text("Berichten")
