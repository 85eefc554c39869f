# SPDX-License-Identifier: EUPL-1.2
"""Runs intake, alone or with begeleiding behind it, in a folder of its own, on synthetic data: for tests of the koppeling from
outside, for loads and for fuzzing. The binaries are those of WEGWIJS_BINARIES, default .build/debug."""
import contextlib
import http.client
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import uuid

WORTEL = pathlib.Path(__file__).resolve().parents[2]
OIN, WIJ = "00000099000000000003", "00000099000000000001"
# Seconds between 1970 and 2001, from which Swift counts.
SINDS_2001 = 978_307_200


def vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Dienst:
    """Use as a context: `with Dienst(begeleiding=True) as d: …`."""

    def __init__(self, begeleiding=False, tempo=200, binaries=None, instellingen=None):
        self.binaries = pathlib.Path(binaries or os.environ.get("WEGWIJS_BINARIES", WORTEL / ".build" / "debug"))
        self.map = pathlib.Path(tempfile.mkdtemp(prefix="wgw-", dir="/tmp"))
        self.namen = ["intake"] + (["begeleiding"] if begeleiding else [])
        self.http, self.tempo = vrije_poort(), tempo
        self.extra = instellingen or {}
        self.processen = {}

    def __enter__(self):
        for naam in ("gegevens", "sleutels", "run"):
            (self.map / naam).mkdir(mode=0o700)
        # The first working day after the start of the contract of 2027.
        klok = {"time": 1_799_650_800 + 9 * 3600 - SINDS_2001, "written": time.time() - SINDS_2001}
        (self.map / "klok.json").write_text(json.dumps(klok))
        self.wegwijs("sleutels")
        self.token = self.wegwijs("sleutels", "token", "--oin", OIN, "--gemeente", "0034").strip()
        for naam in self.namen:
            self.start(naam)
        return self

    def __exit__(self, *_):
        for proces in self.processen.values():
            proces.terminate()
        for proces in self.processen.values():
            try:
                proces.wait(timeout=10)
            except subprocess.TimeoutExpired:
                proces.kill()
        shutil.rmtree(self.map, ignore_errors=True)

    def wegwijs(self, *woorden) -> str:
        antwoord = subprocess.run(
            [self.binaries / "wegwijs", *woorden, "--map", self.map], capture_output=True, text=True, timeout=60)
        assert antwoord.returncode == 0, antwoord.stderr
        return antwoord.stdout

    def start(self, naam):
        omgeving = {
            "PATH": os.environ["PATH"], "WEGWIJS_GEGEVENS": str(self.map / "gegevens"),
            "WEGWIJS_SLEUTELS": str(self.map / "sleutels"), "WEGWIJS_RUN": str(self.map / "run"),
            "WEGWIJS_OPDRACHTEN": str(WORTEL / "compose" / "opdrachten"), "WEGWIJS_BEHEER": f"127.0.0.1:{vrije_poort()}",
            "WEGWIJS_KLOK": "proef", "WEGWIJS_KLOKBESTAND": str(self.map / "klok.json"),
            "WEGWIJS_KOPPELING_TEMPO": str(self.tempo), "WEGWIJS_LOGNIVEAU": "warning",
            "MALLOC_ARENA_MAX": "4" if naam == "intake" else "2",
            "WEGWIJS_HTTP": f"127.0.0.1:{self.http if naam == 'intake' else vrije_poort()}", **self.extra,
        }
        with open(self.map / f"{naam}.log", "ab") as log:
            self.processen[naam] = subprocess.Popen(
                [self.binaries / naam], env=omgeving, stdout=log, stderr=log, cwd=WORTEL)
        if naam == "intake":
            for _ in range(600):
                assert self.processen[naam].poll() is None, (self.map / f"{naam}.log").read_text()[-2000:]
                with contextlib.suppress(OSError):
                    if self.vraag("GET", "/v1/openapi.json")[0] == 200:
                        return
                time.sleep(0.05)
            raise AssertionError("intake kwam niet op")

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self.http}"

    def pss(self, naam) -> float:
        """Proportional set size in MB."""
        regels = pathlib.Path(f"/proc/{self.processen[naam].pid}/smaps_rollup").read_text().splitlines()
        return sum(int(regel.split()[1]) for regel in regels if regel.startswith("Pss:")) / 1024

    def leeft(self, naam="intake") -> bool:
        return self.processen[naam].poll() is None

    def vraag(self, methode, pad, koppen=None, inhoud=None):
        verbinding = http.client.HTTPConnection("127.0.0.1", self.http, timeout=30)
        try:
            verbinding.request(methode, pad, body=inhoud, headers=koppen or {})
            antwoord = verbinding.getresponse()
            return antwoord.status, dict(antwoord.getheaders()), antwoord.read()
        finally:
            verbinding.close()

    def koppen(self, bericht_id, token=None) -> dict:
        return {"Authorization": f"Bearer {token or self.token}", "Content-Type": "application/cloudevents+json",
                "berichtId": bericht_id, "bron": OIN, "doel": WIJ}


def elfproef(nummer: int) -> bool:
    cijfers = [int(c) for c in f"{nummer:09d}"]
    return sum(c * g for c, g in zip(cijfers, (9, 8, 7, 6, 5, 4, 3, 2, -1))) % 11 == 0


def testnummers():
    """The test BSNs, in order: 9,091 of them."""
    return (f"{nummer:09d}" for nummer in range(999_900_006, 999_999_991) if elfproef(nummer))


def bericht(nummer: int, bsn: str | None = None, **velden) -> dict:
    """An aanmelding of somebody who does not exist. Without a BSN it has a V-nummer."""
    aanmelding = str(uuid.uuid4())
    client = {"geboortedatum": {"datum": f"{1950 + nummer % 55}-{1 + nummer % 12:02d}-{1 + nummer % 28:02d}"},
              "geslachtsnaam": "Proef" + "".join(chr(97 + int(c)) for c in str(nummer)), "voornamen": "Persoon"}
    client["bsn" if bsn else "vnummer"] = bsn or f"{2_000_000_000 + nummer}"
    return {"specversion": "1.0", "id": str(uuid.uuid4()), "source": f"urn:nld:oin:{OIN}:systeem:proef",
            "type": "nl.inburgering.begeleiding.aangemeld.v1", "time": "2027-01-11T08:00:00Z",
            "data": {"aanmeldingId": aanmelding, "gemeentecode": "0034", "client": client, "doelgroep": "statushouder18plus",
                     "huishouden": {"huishoudenId": f"H-{nummer}", "rol": "hoofd"}, "datumHuisvesting": "2027-01-18", **velden}}
