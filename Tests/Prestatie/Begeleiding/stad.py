# SPDX-License-Identifier: EUPL-1.2
"""A city of one's own for measuring: starts and stops the services, signs in as a browser does, fills in forms, and seals as the
services do. Used by vul.py and meet.py."""
import base64
import ctypes
import ctypes.util
import hmac
import html
import html.parser
import http.client
import json
import os
import pathlib
import subprocess
import sys
import time
import urllib.parse

WORTEL = pathlib.Path(__file__).resolve().parents[3]


def binaries() -> pathlib.Path:
    return pathlib.Path(os.environ.get("WEGWIJS_BINARIES", WORTEL / ".build-release/release")).resolve()


class Stad:
    """One running Wegwijs: a folder and a port."""

    def __init__(self, map_: pathlib.Path, poort: int):
        self.map, self.poort = pathlib.Path(map_).resolve(), poort
        self.gegevens = self.map / "gegevens"

    def wegwijs(self, bevel, *meer, seconden=600):
        klaar = subprocess.run(
            [binaries() / "wegwijs", bevel, "--map", self.map, "--poort", str(self.poort), *meer], cwd=WORTEL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=seconden)
        if klaar.returncode != 0:
            sys.exit(f"wegwijs {bevel} lukt niet:\n{klaar.stdout[-2000:]}")
        return klaar.stdout

    def start(self):
        # On a machine that is busy with other things twenty seconds may be too short for a first look; what was started goes on.
        for poging in range(4):
            try:
                return self.wegwijs("start")
            except SystemExit:
                if poging == 3:
                    raise

    def stop(self):
        self.wegwijs("stop")

    def pid(self, dienst):
        """The process of one service of this city."""
        return json.loads((self.map / "processen.json").read_text())["diensten"][dienst]["pid"]

    def gebruikers(self):
        return {u["gebruikersnaam"]: u for u in json.loads((self.map / "demo/gebruikers.json").read_text())}

    def zet_klok(self, moment: float):
        """Moves the day of the city: as `wegwijs demo` does, seconds since 1970."""
        # The file counts from 1 January 2001, as Foundation's JSON does.
        nieuw = self.map / "klok.json.nieuw"
        nieuw.write_text(json.dumps({"time": moment - 978_307_200, "written": time.time() - 978_307_200}))
        nieuw.rename(self.map / "klok.json")
        time.sleep(0.3)

    def klok(self) -> float:
        stand = json.loads((self.map / "klok.json").read_text())
        return stand["time"] + 978_307_200 + (time.time() - 978_307_200 - stand["written"])


# MARK: As a browser


class Formulieren(html.parser.HTMLParser):
    """Every form of a page: where it goes, its fields with their values, and the choices of the required ones."""

    def __init__(self, tekst):
        super().__init__()
        self.alle, self._nu, self._kies, self._vlak = [], None, None, None
        self.feed(tekst)

    def handle_starttag(self, naam, lijst):
        a = dict(lijst)
        if naam == "form":
            self._nu = {"actie": a.get("action", ""), "velden": [], "keuzes": {}, "vinkjes": []}
            self.alle.append(self._nu)
        elif self._nu is None or "name" not in a and naam != "option":
            return
        elif naam == "input":
            if a.get("type") in ("radio", "checkbox"):
                if a["type"] == "radio":
                    self._nu["keuzes"].setdefault(a["name"], []).append(a.get("value", "on"))
                else:
                    self._nu["vinkjes"].append((a["name"], a.get("value", "on")))
                if "checked" in a:
                    self._nu["velden"].append((a["name"], a.get("value", "on")))
            elif a.get("type") not in ("submit", "file"):
                self._nu["velden"].append((a["name"], a.get("value") or ""))
        elif naam == "select":
            self._kies = a["name"]
            self._nu["keuzes"].setdefault(self._kies, [])
        elif naam == "option" and self._kies:
            if a.get("value"):
                self._nu["keuzes"][self._kies].append(a["value"])
                if "selected" in a:
                    self._nu["velden"].append((self._kies, a["value"]))
        elif naam == "textarea":
            self._vlak = a["name"]
            self._nu["velden"].append((self._vlak, ""))

    def handle_data(self, tekst):
        if self._vlak and self._nu:
            self._nu["velden"][-1] = (self._vlak, self._nu["velden"][-1][1] + tekst)

    def handle_endtag(self, naam):
        if naam == "form":
            self._nu = None
        elif naam == "select":
            self._kies = None
        elif naam == "textarea":
            self._vlak = None


class Klant:
    """Somebody in front of the portaal, with cookies."""

    def __init__(self, poort):
        self.poort, self.koekjes = poort, {}
        self.verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=60)

    def vraag(self, methode, pad, inhoud=None):
        koppen = {"Cookie": "; ".join(f"{n}={w}" for n, w in self.koekjes.items())} if self.koekjes else {}
        if inhoud is not None:
            koppen["Content-Type"] = "application/x-www-form-urlencoded"
            koppen["Origin"] = f"http://127.0.0.1:{self.poort}"
        self.verbinding.request(methode, pad, body=inhoud, headers=koppen)
        antwoord = self.verbinding.getresponse()
        tekst = antwoord.read().decode("utf-8", "replace")
        for naam, waarde in antwoord.getheaders():
            if naam.lower() == "set-cookie":
                sleutel, _, rest = waarde.partition("=")
                self.koekjes[sleutel] = rest.split(";")[0]
                if not self.koekjes[sleutel]:
                    del self.koekjes[sleutel]
        return antwoord.status, tekst, antwoord.getheader("location")

    def open(self, pad):
        status, tekst, naar = self.vraag("GET", pad)
        for _ in range(5):
            if status not in (301, 302, 303, 307):
                break
            status, tekst, naar = self.vraag("GET", naar)
        return status, tekst

    def stuur(self, formulier, volg=True, **anders):
        velden = [(n, w) for n, w in formulier["velden"] if n not in anders]
        for naam, waarde in anders.items():
            velden += [(naam, w) for w in (waarde if isinstance(waarde, list) else [waarde])]
        status, tekst, naar = self.vraag("POST", formulier["actie"], urllib.parse.urlencode(velden))
        if volg and status in (302, 303):
            return self.open(naar)
        return status, tekst

    def formulier(self, pad, deel):
        status, tekst = self.open(pad)
        for formulier in Formulieren(tekst).alle:
            if deel in formulier["actie"]:
                return formulier
        raise SystemExit(f"geen formulier '{deel}' op {pad} (status {status})")

    def meld_aan(self, naam, wachtwoord, totp):
        """With the password and the code of the second factor. A code is taken once: a second sign-in waits for the next."""
        status, tekst = self.stuur(self.formulier("/aanmelden", "/aanmelden"), gebruikersnaam=naam, wachtwoord=wachtwoord)
        for formulier in Formulieren(tekst).alle:
            if formulier["actie"].endswith("/aanmelden/code"):
                status, tekst = self.stuur(formulier, code=code(totp))
        if "sessie" not in self.koekjes or 'name="code"' in tekst:
            raise SystemExit(f"aanmelden van {naam} lukt niet (status {status})")
        return self


def vul_in(formulier, **bekend):
    """What a hasty worker would choose: the known values, and of what must be chosen the first that is offered."""
    al = {n for n, w in formulier["velden"] if w}
    keuze = {n: mogelijk[0] for n, mogelijk in formulier["keuzes"].items() if mogelijk and n not in al}
    return keuze | bekend


def code(base32: str) -> str:
    geheim = base64.b32decode(base32.replace(" ", "").upper() + "=" * (-len(base32.replace(" ", "")) % 8))
    stap = int(time.time()) // 30
    hash_ = hmac.new(geheim, stap.to_bytes(8, "big"), "sha1").digest()
    plek = hash_[-1] & 15
    return f"{(int.from_bytes(hash_[plek:plek + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


# MARK: Sealing, as Shared/Zegel does it


def _sodium():
    naam = ctypes.util.find_library("sodium") or "libsodium.so.23"
    lib = ctypes.CDLL(naam)
    if lib.sodium_init() < 0:
        raise SystemExit("libsodium begint niet")
    return lib


class Zegel:
    """XChaCha20-Poly1305: version byte 1, nonce of 24 bytes, ciphertext with tag; the context is authenticated."""

    def __init__(self):
        self.lib = _sodium()
        self.sluiter = self.lib.crypto_aead_xchacha20poly1305_ietf_encrypt
        self.opener = self.lib.crypto_aead_xchacha20poly1305_ietf_decrypt
        self.uit = ctypes.create_string_buffer(1 << 20)
        self.lengte = ctypes.c_ulonglong()
        u = ctypes.c_ulonglong
        self.sluiter.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p, u, ctypes.c_char_p, u, ctypes.c_void_p,
                                 ctypes.c_char_p, ctypes.c_char_p]
        self.opener.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p, u, ctypes.c_char_p, u,
                                ctypes.c_char_p, ctypes.c_char_p]

    def sluit(self, tekst: bytes, sleutel: bytes, plaats: str) -> bytes:
        nonce, extra = os.urandom(24), plaats.encode()
        self.sluiter(self.uit, None, tekst, len(tekst), extra, len(extra), None, nonce, sleutel)
        return b"\x01" + nonce + self.uit.raw[:len(tekst) + 16] if len(tekst) > 4096 else \
            b"\x01" + nonce + ctypes.string_at(self.uit, len(tekst) + 16)

    def open(self, dicht: bytes, sleutel: bytes, plaats: str) -> bytes:
        extra = plaats.encode()
        goed = self.opener(self.uit, None, None, dicht[25:], len(dicht) - 25, extra, len(extra), dicht[1:25], sleutel)
        if dicht[:1] != b"\x01" or goed != 0:
            raise ValueError("dit opent niet")
        return ctypes.string_at(self.uit, len(dicht) - 41)
