# SPDX-License-Identifier: EUPL-1.2
"""Runs the sociale kaart alone, in a folder of its own, with a synthetic directory in which every part of HSDS is used: for tests
of both faces from outside, for fuzzing and for loads. The binaries are those of WEGWIJS_BINARIES, default .build/debug."""
import contextlib
import http.client
import json
import os
import pathlib
import random
import shutil
import socket
import subprocess
import tempfile
import time
import uuid

WORTEL = pathlib.Path(__file__).resolve().parents[2]
# Seconds between 1970 and 2001, from which Swift counts.
SINDS_2001 = 978_307_200
TAXONOMIE = "00000000-0000-4000-8000-0000000000a1"
BEGRIPPEN = {soort: f"00000000-0000-4000-8000-0000000000b{nr}" for nr, soort in enumerate(["taal-inburgering", "werk", "ja", "nee"])}


def vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Kaartdienst:
    """Use as a context: `with Kaartdienst() as d: …`."""

    def __init__(self, voorzieningen=60, binaries=None):
        self.binaries = pathlib.Path(binaries or os.environ.get("WEGWIJS_BINARIES", WORTEL / ".build" / "debug"))
        self.map = pathlib.Path(tempfile.mkdtemp(prefix="wgk-", dir="/tmp"))
        self.http = vrije_poort()
        self.bestand = rijk(voorzieningen)
        self.proces = None

    def __enter__(self):
        for naam in ("gegevens", "sleutels", "run"):
            (self.map / naam).mkdir(mode=0o700)
        # Monday 1 February 2027, nine o'clock.
        (self.map / "klok.json").write_text(json.dumps({"time": 1_801_468_800 - SINDS_2001, "written": time.time() - SINDS_2001}))
        self.wegwijs("sleutels")
        self.beheer = self.wegwijs("sleutels", "token", "--kaartbeheer").strip()
        self.partner = self.wegwijs("sleutels", "token", "--organisatie", self.bestand["organizations"][0]["id"]).strip()
        omgeving = {
            "PATH": os.environ["PATH"], "WEGWIJS_GEGEVENS": str(self.map / "gegevens"),
            "WEGWIJS_SLEUTELS": str(self.map / "sleutels"), "WEGWIJS_RUN": str(self.map / "run"),
            "WEGWIJS_OPDRACHTEN": str(WORTEL / "compose" / "opdrachten"), "WEGWIJS_BEHEER": f"127.0.0.1:{vrije_poort()}",
            "WEGWIJS_KLOK": "proef", "WEGWIJS_KLOKBESTAND": str(self.map / "klok.json"), "WEGWIJS_LOGNIVEAU": "warning",
            "WEGWIJS_HTTP": f"127.0.0.1:{self.http}", "MALLOC_ARENA_MAX": "2",
        }
        with open(self.map / "kaart.log", "ab") as log:
            self.proces = subprocess.Popen([self.binaries / "sociale-kaart"], env=omgeving, stdout=log, stderr=log, cwd=WORTEL)
        for _ in range(600):
            assert self.proces.poll() is None, (self.map / "kaart.log").read_text()[-2000:]
            with contextlib.suppress(OSError):
                if self.vraag("GET", "/v1/openapi.json")[0] == 200:
                    break
            time.sleep(0.05)
        status, _, tekst = self.vraag(
            "POST", "/v1/importen", {"Content-Type": "application/json", "Authorization": f"Bearer {self.beheer}"},
            json.dumps(self.bestand).encode())
        assert status == 200, tekst[:2000]
        return self

    def __exit__(self, *_):
        self.proces.terminate()
        try:
            self.proces.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.proces.kill()
        shutil.rmtree(self.map, ignore_errors=True)

    def wegwijs(self, *woorden) -> str:
        antwoord = subprocess.run(
            [self.binaries / "wegwijs", *woorden, "--map", self.map], capture_output=True, text=True, timeout=60)
        assert antwoord.returncode == 0, antwoord.stderr
        return antwoord.stdout

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self.http}"

    def leeft(self) -> bool:
        return self.proces.poll() is None

    def vraag(self, methode, pad, koppen=None, inhoud=None):
        verbinding = http.client.HTTPConnection("127.0.0.1", self.http, timeout=120)
        try:
            verbinding.request(methode, pad, body=inhoud, headers=koppen or {})
            antwoord = verbinding.getresponse()
            return antwoord.status, dict(antwoord.getheaders()), antwoord.read()
        finally:
            verbinding.close()


def rijk(aantal: int, zaad: int = 20270201) -> dict:
    """A directory in which every object of HSDS 3.1 occurs, all checked in January 2027. The same seed gives the same file."""
    toeval = random.Random(zaad)
    woorden = "taal schuld wonen werk koffie samen buurt fiets naaien koken gezin jeugd sport muziek tuin".split()

    def id_():
        return str(uuid.UUID(int=toeval.getrandbits(128), version=4))

    def tekst():
        return " ".join(toeval.choice(woorden) for _ in range(toeval.randint(2, 9))).capitalize() + "."

    def bron():
        return {"id": id_(), "link_type": "source", "label": "Bron", "value": tekst()}

    def meta():
        return {"id": id_(), "last_action_date": "2027-01-02", "last_action_type": "update", "field_name": "name",
                "previous_value": "a", "replacement_value": "b", "updated_by": "bron"}

    def taal():
        return {"id": id_(), "code": toeval.choice(["nl", "ti", "prs", "ar", "en"]), "note": tekst()}

    def telefoon():
        return {"id": id_(), "number": f"036 000 {toeval.randint(1000, 9999)}", "type": "voice", "languages": [taal()]}

    def rooster():
        begin = toeval.randint(8, 16)
        return {"id": id_(), "freq": "WEEKLY", "byday": ",".join(toeval.sample(["MO", "TU", "WE", "TH", "FR", "SA"], 2)),
                "opens_at": f"{begin:02d}:00", "closes_at": f"{begin + toeval.randint(1, 5):02d}:30", "wkst": "MO"}

    def contact():
        return {"id": id_(), "name": "Balie", "title": "Gastheer", "email": "balie@voorbeeld.example", "phones": [telefoon()]}

    def locatie():
        return {"id": id_(), "location_type": "physical", "name": tekst(), "latitude": 52.33 + toeval.random() / 10,
                "longitude": 5.15 + toeval.random() / 6, "transportation": tekst(), "phones": [telefoon()], "contacts": [contact()],
                "languages": [taal()], "schedules": [rooster()], "accessibility": [{"id": id_(), "description": tekst()}],
                "addresses": [{"id": id_(), "address_1": "Stadhuisplein 1", "city": "Almere", "state_province": "Flevoland",
                               "postal_code": "1315 HR", "country": "NL", "address_type": "physical"}]}

    organisaties = [{
        "id": id_(), "name": f"Stichting {tekst()}", "description": tekst(), "email": "info@voorbeeld.example",
        "website": "https://voorbeeld.example", "year_incorporated": 1990 + nr, "legal_status": "stichting",
        "phones": [telefoon()], "contacts": [contact()], "locations": [locatie()], "funding": [{"id": id_(), "source": tekst()}],
        "programs": [{"id": id_(), "name": tekst(), "description": tekst()}],
        "organization_identifiers": [{"id": id_(), "identifier_type": "KvK", "identifier": f"{nr:08d}"}],
        "additional_websites": [{"id": id_(), "url": "https://voorbeeld.example/2"}], "attributes": [bron()], "metadata": [meta()],
    } for nr in range(max(1, aantal // 4))]

    def voorziening(nr):
        laagste = toeval.choice([0, 12, 16, 18, 27])
        return {
            "id": id_(), "name": f"{tekst()[:-1]} {nr}", "alternate_name": tekst(), "description": tekst(), "status": "active",
            "organization_id": organisaties[nr % len(organisaties)]["id"], "url": f"https://voorbeeld.example/{nr}",
            "email": "v@voorbeeld.example", "interpretation_services": tekst(), "application_process": tekst(),
            "fees_description": tekst(), "wait_time": "Geen", "accreditations": tekst(), "licenses": tekst(),
            "eligibility_description": tekst(), "minimum_age": laagste, "maximum_age": laagste + 40, "alert": tekst(),
            "assured_date": f"2027-01-{1 + nr % 28:02d}", "assurer_email": "a@voorbeeld.example",
            "phones": [telefoon()], "schedules": [rooster(), rooster()], "languages": [taal(), taal()], "contacts": [contact()],
            "service_areas": [{"id": id_(), "name": "Almere", "extent_type": "text", "extent": "Almere"}],
            "funding": [{"id": id_(), "source": tekst()}], "required_documents": [{"id": id_(), "document": "Pas"}],
            "cost_options": [{"id": id_(), "option": "Koffie", "amount": 1.5, "currency": "EUR", "valid_from": "2027-01-01"}],
            "capacities": [{"id": id_(), "available": 3, "maximum": 9, "updated": "2027-01-05T09:00:00Z",
                            "unit": {"id": id_(), "name": "plaatsen"}}],
            "additional_urls": [{"id": id_(), "url": "https://voorbeeld.example/meer"}],
            "service_at_locations": [
                {"id": id_(), "description": tekst(), "location": locatie(), "phones": [telefoon()], "contacts": [contact()],
                 "schedules": [rooster()], "service_areas": [{"id": id_(), "name": "Almere Haven"}]} for _ in range(1 + nr % 3)],
            "attributes": [
                {"id": id_(), "taxonomy_term_id": BEGRIPPEN["taal-inburgering" if nr % 2 else "werk"], "link_type": "leefgebied"},
                {"id": id_(), "taxonomy_term_id": BEGRIPPEN["ja"], "link_type": "verwijsbaar"}, bron()],
            "metadata": [meta()],
        }

    return {
        "taxonomies": [{"id": TAXONOMIE, "name": "Proef", "description": "Proef", "version": "1"}],
        "taxonomy_terms": [{"id": begrip, "code": code, "name": code.capitalize(), "description": code, "taxonomy": "Proef",
                            "taxonomy_id": TAXONOMIE, "language": "nl"} for code, begrip in BEGRIPPEN.items()],
        "organizations": organisaties, "services": [voorziening(nr) for nr in range(aantal)],
    }
