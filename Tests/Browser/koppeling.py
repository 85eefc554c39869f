# SPDX-License-Identifier: EUPL-1.2
"""A gemeente at the door of the running city: hands people over and asks how it stands, as the published interface says.

`koppeling` is a fixture for tests that need somebody of their own, whatever the city holds already."""
import hashlib
import http.client
import json
import os
import pathlib
import random
import secrets
import time
import urllib.parse
import uuid

import pytest

OIN, WIJ = "00000099000000000003", "00000099000000000001"


def woord(lettergrepen: int = 4) -> str:
    """A name that nobody else in the city has."""
    return "".join(random.choice("bdfgklmnprstvz") + random.choice("aeiou") for _ in range(lettergrepen)).capitalize()


def vnummer() -> str:
    return f"29{secrets.randbelow(10**8):08d}"


def bsn() -> str:
    """A test BSN that meets the elfproef, and not one of the first, which the demo gives to its people."""
    while True:
        nummer = f"{999_950_000 + random.randrange(50_000)}"
        som = sum(int(c) * w for c, w in zip(nummer, (9, 8, 7, 6, 5, 4, 3, 2, -1)))
        if som % 11 == 0:
            return nummer


class Gemeente:
    def __init__(self, poort: int, token: str):
        self.poort, self.token = poort, token

    def _vraag(self, methode: str, pad: str, inhoud=None, **koppen):
        verbinding = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=20)
        verbinding.request(methode, pad, inhoud, {"Authorization": f"Bearer {self.token}"} | koppen)
        antwoord = verbinding.getresponse()
        status, tekst = antwoord.status, antwoord.read()
        verbinding.close()
        return status, json.loads(tekst or b"{}")

    def _stuur(self, soort: str, data: dict) -> str:
        bericht = {"specversion": "1.0", "id": str(uuid.uuid4()), "source": f"urn:nld:oin:{OIN}:systeem:browsertest",
                   "type": f"nl.inburgering.begeleiding.{soort}.v1", "data": data}
        status, antwoord = self._vraag(
            "POST", "/v1/aanmeldingen", json.dumps(bericht),
            **{"Content-Type": "application/cloudevents+json", "berichtId": bericht["id"], "bron": OIN, "doel": WIJ})
        assert status == 202, antwoord
        return data["aanmeldingId"]

    @staticmethod
    def _data(client: dict, rest: dict) -> dict:
        geboren = f"{random.randrange(1960, 2000)}-{random.randrange(2, 13):02d}-11"
        wie = {"vnummer": vnummer(), "voornamen": woord(3), "geslachtsnaam": woord(), "geboortedatum": {"datum": geboren}} | client
        return {
            "aanmeldingId": str(uuid.uuid4()), "gemeentecode": "0034", "doelgroep": "statushouder18plus",
            "verblijfsvorm": "eigen-woning", "talen": {"spreektaal": "ti", "tolkNodig": True},
            "client": {veld: waarde for veld, waarde in wie.items() if waarde is not None},
        } | rest

    def meld(self, client: dict | None = None, **rest) -> dict:
        """Hands somebody over; gives what was sent."""
        data = self._data(client or {}, rest)
        self._stuur("aangemeld", data)
        return data

    def wijzig(self, data: dict) -> None:
        self._stuur("gewijzigd", data)

    def stand(self, data: dict) -> tuple[int, dict]:
        return self._vraag("GET", f"/v1/aanmeldingen/{data['aanmeldingId']}")


@pytest.fixture
def koppeling(adres):
    """A gemeente with a token of its own, for the length of one test."""
    bestand = pathlib.Path(os.environ.get("WEGWIJS_PROEF", "var/proef")) / "sleutels" / "koppeling.json"
    if not bestand.exists():
        pytest.skip(f"{bestand} is er niet")
    was = bestand.read_text()
    inhoud, token = json.loads(was), secrets.token_urlsafe(32)
    inhoud["tokens"].append({"naam": "browsertest", "sha256": hashlib.sha256(token.encode()).hexdigest(), "rechten": ["aanmelden"],
                             "oin": OIN, "gemeenten": ["0034"]})
    bestand.write_text(json.dumps(inhoud))
    # The file is read again within a second.
    time.sleep(1.5)
    yield Gemeente(urllib.parse.urlsplit(adres).port + 1, token)
    bestand.write_text(was)
