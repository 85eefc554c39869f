# SPDX-License-Identifier: EUPL-1.2
"""The pages of the running city meet what no browser sends: sign-in, one-time links, the calendar, and files that are not what they
say they are. Every answer is a page or a refusal, nothing is kept of what was refused, and afterwards everything still answers."""
import http.client
import json
import os
import pathlib
import re
import subprocess
import time
import urllib.parse
import zipfile

import pytest

import rare_invoer as raar
from kaartdienst import WORTEL

FORMULIER = {"Content-Type": "application/x-www-form-urlencoded"}
# What a worker types may be kept as a draft, and who signs in leaves a trace.
BEHALVE = ("leeslog", "sessie", "poging", "klad", "formulierconcept", "gebruiker", "wegwijs_historie")


@pytest.fixture(scope="module")
def stad():
    map_, poort = os.environ.get("WEGWIJS_PROEF"), os.environ.get("WEGWIJS_PROEFPOORT")
    if not map_ or not poort:
        pytest.skip("WEGWIJS_PROEF en WEGWIJS_PROEFPOORT zijn niet gezet: er draait geen stad")
    return pathlib.Path(map_), int(poort)


@pytest.fixture
def wacht(stad):
    map_, poort = stad
    wacht = raar.Wacht(poort, sorted((map_ / "gegevens").glob("*.sqlite")), sorted((map_ / "log").glob("*.log")), BEHALVE)
    yield wacht
    assert wacht.stuur("na alles", "GET", "/aanmelden", mag=(200,), vorm="pagina", altijd=True)[0] == 200
    wacht.einde()


class Bezoeker:
    """Signs in through the same pages as everybody, and keeps its cookies."""

    def __init__(self, stad, naam):
        (self.map, self.poort), self.koekjes = stad, {}
        gebruikers = json.loads((self.map / "demo" / "gebruikers.json").read_text())
        gebruiker = next(gebruiker for gebruiker in gebruikers if gebruiker["gebruikersnaam"] == naam)
        self.post("/aanmelden", {"gebruikersnaam": naam, "wachtwoord": gebruiker["wachtwoord"]}, bij="/aanmelden")
        wegwijs = pathlib.Path(os.environ.get("WEGWIJS_BINARIES", WORTEL / ".build" / "debug")) / "wegwijs"
        for _ in range(4):
            wegwijs_code = [wegwijs, "code", naam, "--map", self.map]
            code = subprocess.run(wegwijs_code, capture_output=True, text=True, check=True).stdout
            if self.post("/aanmelden/code", {"code": re.search(r"\d{6}", code).group()}, bij="/aanmelden/code")[0] == 303:
                break
            # A code works once: somebody used this one.
            time.sleep(31 - time.time() % 30)
        status, _, pagina = self.vraag("GET", "/")
        assert status == 200, naam
        self.csrf = re.search(r'name="_csrf" value="([^"]+)"', pagina).group(1)

    @property
    def koppen(self):
        return {"Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items())} if self.koekjes else {}

    def vraag(self, methode, pad, inhoud=None, soort=None):
        verbinding = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=60)
        verbinding.request(methode, pad, inhoud, self.koppen | ({"Content-Type": soort} if soort else {}))
        antwoord = verbinding.getresponse()
        tekst = antwoord.read().decode()
        for naam, waarde in antwoord.getheaders():
            if naam.lower() == "set-cookie":
                sleutel, _, rest = waarde.split(";")[0].partition("=")
                self.koekjes[sleutel] = rest
                if "Max-Age=0" in waarde:
                    del self.koekjes[sleutel]
        verbinding.close()
        return antwoord.status, dict(antwoord.getheaders()), tekst

    def post(self, pad, velden, bij):
        csrf = re.search(r'name="_csrf" value="([^"]+)"', self.vraag("GET", bij)[2]).group(1)
        return self.vraag("POST", pad, urllib.parse.urlencode(velden | {"_csrf": csrf}), "application/x-www-form-urlencoded")


def delen(csrf, naam="x.csv", inhoud=b"a,b\n", soort="text/csv", velden=(), grens="grens", slot=None, kop=None):
    """A form with a file as browsers write it, but for what is asked otherwise."""
    uit = b""
    for veld, waarde in [("_csrf", csrf), *velden]:
        uit += f'--{grens}\r\nContent-Disposition: form-data; name="{veld}"\r\n\r\n{waarde}\r\n'.encode()
    kop = kop or f'Content-Disposition: form-data; name="bestand"; filename="{naam}"\r\nContent-Type: {soort}'
    return uit + f"--{grens}\r\n{kop}\r\n\r\n".encode() + inhoud + (slot if slot is not None else f"\r\n--{grens}--\r\n".encode())


MEERDELIG = "multipart/form-data; boundary=grens"


def uploads(wacht, bezoeker, pad, naam, inhoud, soort):
    """Damaged forms around a file: refused, whatever the page."""
    csrf, goed = bezoeker.csrf, {"naam": naam, "inhoud": inhoud, "soort": soort}
    bestand = f'Content-Disposition: form-data; name="bestand"; filename="{naam}"'

    def met_kop(kop):
        return delen(csrf, inhoud=inhoud, kop=kop)

    kapot = {
        "leeg": b"", "afgebroken": delen(csrf, **goed, slot=b""), "vreemd slot": delen(csrf, **goed, slot=b"\r\n--grensX"),
        "zonder csrf": delen("", **goed), "verkeerde csrf": delen("a" * 43, **goed),
        "dubbele csrf": delen("x", velden=[("_csrf", csrf)], **goed),
        "leeg bestand": delen(csrf, naam=naam, inhoud=b"", soort=soort), "geen bestand": delen(csrf, naam="", inhoud=b""),
        "twee bestanden": delen(csrf, **goed, slot=b"\r\n" + delen(csrf, **goed)),
        "veld na bestand": delen(
            csrf, **goed, slot=b'\r\n--grens\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--grens--\r\n'),
        "veel velden": delen(csrf, velden=[(f"v{nummer}", "1") for nummer in range(60)], **goed),
        "lang veld": delen(csrf, velden=[("v", "a" * 20_000)], **goed), "nul in veld": delen(csrf, velden=[("v", "a\0b")], **goed),
        "base64": met_kop(f"{bestand}\r\nContent-Transfer-Encoding: base64"), "lange kop": met_kop(f"{bestand}\r\nX: {'a' * 10_000}"),
        "kop zonder naam": met_kop(f'Content-Disposition: form-data; filename="{naam}"'), "geen kop": met_kop("X: y"),
        "twee koppen": met_kop(f'{bestand}\r\nContent-Disposition: form-data; name="b"'),
    }
    vormen = {"zonder grens": "multipart/form-data", "lange grens": f"multipart/form-data; boundary={'a' * 80}",
              "andere grens": "multipart/form-data; boundary=anders", "twee grenzen": f"{MEERDELIG}; boundary=x",
              "als formulier": "application/x-www-form-urlencoded", "als json": "application/json"}
    for wat, lichaam in kapot.items():
        wacht.stuur(f"{pad} {wat}", "POST", pad, bezoeker.koppen | {"Content-Type": MEERDELIG}, lichaam, vorm="pagina", altijd=True)
    for wat, vorm in vormen.items():
        wacht.stuur(f"{pad} {wat}", "POST", pad, bezoeker.koppen | {"Content-Type": vorm}, delen(csrf, **goed), vorm="pagina")
    koppen = bezoeker.koppen | {"Content-Type": MEERDELIG, "Content-Length": "99999999"}
    kop = "".join(f"{naam}: {waarde}\r\n" for naam, waarde in koppen.items()).encode()
    assert wacht.ruw(f"{pad} zegt honderd MB", raar.ruwe("POST", pad, kop), vorm="pagina")[0] == 413


def test_open_paginas(wacht, stad):
    map_, poort = stad
    for pad in ("/aanmelden", "/aanmelden/code", "/help", "/stijl.css", "/concept.js", "/agenda/{}", "/p/{}"):
        for waarde in raar.IDS if "{}" in pad else raar.WAARDEN:
            adres = pad.format(waarde) if "{}" in pad else f"{pad}?naar={waarde.format('naar')}&v={waarde.format('v')}"
            wacht.stuur(f"{pad} {waarde[:20]}", "GET", adres, mag=(200, 303), vorm="pagina")
    for naar in ("//evil.example", "/\\evil.example", "https://evil.example", "/%0d%0aSet-Cookie:%20x=y", "javascript:alert(1)"):
        _, koppen, tekst = wacht.stuur(f"naar {naar}", "GET", f"/aanmelden?naar={naar}", mag=(200,), vorm="pagina", altijd=True)
        assert b"evil.example" not in tekst and koppen.get("set-cookie", "bezoek=").startswith("bezoek="), naar
    for methode in raar.METHODEN:
        for pad in ("/aanmelden", "/", "/p/x", "/agenda/x", "/stijl.css", "/bestaat-niet"):
            wacht.stuur(f"{methode} {pad}", methode, pad, mag=(200, 303), vorm="pagina")
    for naam in ("Cookie", "Referer", "Accept", "Accept-Language", "If-None-Match", "traceparent", "Host", "Range"):
        for waarde in ("", "a" * 5_000, "bezoek=x; bezoek=y", "sessie=" + "a" * 5_000, "\u202e", "bericht=%00.%FF", "http://[",
                       "*/*;q=a", "bytes=-1"):
            wacht.stuur(f"kop {naam}: {waarde[:20]}", "GET", "/aanmelden", {naam: waarde}, mag=(200, 303), vorm="pagina")
    for pad in ("/aanmelden", "/aanmelden/code", f"/p/{'a' * 70}/antwoord", "/p/x/code", "/dossier/x/contact"):
        for formulier in (b"", b"_csrf=x", b"%zz", b"a=%FF", b"a=%00", b"=", b"&" * 600, b"_csrf=&_csrf=", b"a=1&" * 501,
                          b"naar=" + b"a" * 600_000):
            wacht.stuur(f"{pad} {formulier[:12]}", "POST", pad, FORMULIER, formulier, mag=(303,), vorm="pagina", altijd=True)
    for naam, draad in raar.draden("/aanmelden", b"Content-Type: application/x-www-form-urlencoded\r\n").items():
        wacht.ruw(f"draad {naam}", draad)


def test_aanmelden(wacht, stad):
    """Nobody is called so: the answer is the same page as for a wrong password."""
    bezoeker = Bezoeker.__new__(Bezoeker)
    (bezoeker.map, bezoeker.poort), bezoeker.koekjes = stad, {}
    for naam in ("a\u0301" * 50, "\u202ebegeleider1", "begeleider1\u200b", "' OR 1=1 --", "\U0001F600", "a" * 400_000, raar.MERK,
                 " \t\n"):
        status, _, tekst = bezoeker.post("/aanmelden", {"gebruikersnaam": naam, "wachtwoord": naam}, bij="/aanmelden")
        assert status in (400, 401, 413) and "sessie" not in bezoeker.koekjes, naam[:20]
        assert not wacht.BINNENKANT.search(tekst)


def test_bestanden_van_gemeenten(wacht, stad):
    bezoeker = Bezoeker(stad, "klantmanager1")
    wacht.toen = wacht.rijen()
    uploads(wacht, bezoeker, "/aanleveren", "x.csv", b"bsn,naam\n", "text/csv")
    kop = b"aanmeldingId;gemeentecode;doelgroep;geslachtsnaam;geboortedatum;vnummer\n"
    rij = f"{raar.NIEMAND};0034;statushouder18plus;{raar.MERK};31-02-1990;2000000001\n".encode()
    heel = kop + rij
    inhouden = {
        "png": b"\x89PNG\r\n\x1a\n" + b"\0" * 1_000, "zip": b"PK\x03\x04" + b"\0" * 1_000, "elf": b"\x7fELF" + b"\0" * 1_000,
        "html": b"<html>", "nul": heel.replace(b"MERK", b"ME\0RK"), "utf-16": heel.decode().encode("utf-16"), "latin-1": kop + b"\xe9" + rij,
        "alleen kop": kop, "31 februari": heel, "0000-00-00": heel.replace(b"31-02-1990", b"0000-00-00"), "bom": b"\xef\xbb\xbf" + heel,
        "formule": heel.replace(b"MERK", b"=cmd|"), "open aanhalingsteken": kop + b'"' + rij, "lange regel": kop + b"a" * 2_000_000,
        "brede kop": b"kolom;" * 50_000, "dubbele kop": kop.strip() + b";vnummer\n", "lege regels": kop + b"\n" * 5_000,
        "puntkomma's": b";" * 5_000, "alleen cr": heel.replace(b"\n", b"\r"),
    }
    namen = ["a" * 3_000 + ".csv", "../../etc/passwd.csv", "x.exe", "\u202ev.csv", f"{raar.MERK}.csv", ".csv", "a%00.csv", "x.csv.zip"]
    for naam, inhoud in [("x.csv", inhoud) for inhoud in inhouden.values()] + [(naam, heel) for naam in namen]:
        wat = f"bestand {naam[:20]} {inhoud[:12]}"
        status, koppen, _ = wacht.stuur(
            wat, "POST", "/aanleveren", bezoeker.koppen | {"Content-Type": MEERDELIG},
            delen(bezoeker.csrf, naam=naam, inhoud=inhoud), mag=(303,), vorm="pagina", altijd=True)
        # What is taken in is looked at afterwards: its own page says what is wrong with it.
        for _ in range(100 if status == 303 else 0):
            status, antwoord, pagina = bezoeker.vraag("GET", koppen["location"])
            assert status == 200 and not wacht.BINNENKANT.search(pagina), wat
            if "Refresh" not in antwoord:
                break
            time.sleep(0.1)
        else:
            assert status != 200, f"{wat}: niet klaar"
        wacht.toen = wacht.rijen()


def test_bestanden_van_de_kaart(wacht, stad):
    bezoeker = Bezoeker(stad, "teamleider1")
    wacht.toen = wacht.rijen()
    uploads(wacht, bezoeker, "/sociale-kaart/bestanden", "x.json", b"{}", "application/json")
    uploads(wacht, bezoeker, f"/sociale-kaart/bestanden/{raar.NIEMAND}/bestand", "x.json", b"{}", "application/json")

    zip_ = raar.zip_
    for naam, inhoud in (
        ("x.json", b"[" * 100_000), ("x.json", b"\x89PNG"), ("x.csv", b"\xff\xfe\0"), ("x.exe", b"MZ"), ("x.zip", b"hallo"),
        ("service.csv", b'"a'), ("a" * 3_000 + ".json", b"{"), ("../tekst.txt", b"x"),
        ("x.zip", zip_([("a.zip", zip_([("service.csv", b"id")]))])),
        ("x.zip", zip_([("service.csv", b"\0" * 50_000_000)], zipfile.ZIP_DEFLATED)),
    ):
        wacht.stuur(f"kaart {naam[:20]} {inhoud[:10]}", "POST", "/sociale-kaart/bestanden",
                    bezoeker.koppen | {"Content-Type": MEERDELIG}, delen(bezoeker.csrf, naam=naam, inhoud=inhoud), vorm="pagina",
                    altijd=True)


def test_bewijs_van_een_voorschot(wacht, stad):
    bezoeker = Bezoeker(stad, "financieel1")
    wacht.toen = wacht.rijen()
    pad = f"/voorschot/{raar.NIEMAND}/bewijs"
    uploads(wacht, bezoeker, pad, "x.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "image/png")
    for naam, soort, inhoud in (("x.png", "image/png", b"hallo"), ("x.pdf", "application/pdf", b"MZ"),
                                ("x.jpg", "image/jpeg", b"<svg onload=alert(1)>"), ("x.png", "text/html", b"\x89PNG\r\n\x1a\n")):
        wacht.stuur(f"bewijs {naam} {inhoud[:8]}", "POST", pad, bezoeker.koppen | {"Content-Type": MEERDELIG},
                    delen(bezoeker.csrf, naam=naam, soort=soort, inhoud=inhoud), vorm="pagina", altijd=True)
