# SPDX-License-Identifier: EUPL-1.2
"""What no sender of ours sends: odd values for every place of a JSON message, odd bodies, headers, methods, addresses and bytes on
the wire, always the same ones in the same order. `Wacht` says what any answer to them has to be."""
import contextlib
import copy
import io
import json
import os
import re
import socket
import sqlite3
import time
import zipfile
import zlib

# Stands in every odd text, so that an echo of it is found in an answer or a log line.
MERK = "MERKRAAR7"
GAT = "@@gat@@"
NIEMAND = "00000000-0000-4000-8000-000000000000"



def komt_langs(wat: str) -> bool:
    """Which of all there are come by in a run: a third, the same ones each time; with WEGWIJS_RAAR=alles all of them."""
    return os.environ.get("WEGWIJS_RAAR") == "alles" or zlib.crc32(wat.encode()) % 3 == 0


OVERAL = {"null": "null", "lijst": "[]", "object": "{}", "diep": "[" * 3000 + "]" * 3000, "ja": "true"}
TEKSTEN = OVERAL | {
    "leeg": '""', "wit": r'" \t\n"', "lang": f'"{MERK * 4000}"', "nul": rf'"{MERK}\u0000b"', "nul als byte": f'"{MERK}\0b"',
    "half teken": r'"\ud800"', "omgekeerd paar": r'"\udc00\ud800"', "rechts naar links": f'"{MERK}\u202e\u200f\u200b\ufeff"',
    "stapel": '"a' + "\u0301" * 200 + '"', "emoji": f'"{MERK}\U0001F600"', "regeleinde": rf'"{MERK}\r\nX: y"',
    "html": f'"<b>{MERK}</b>{{{{x}}}}"', "sql": f"\"{MERK}'; DROP TABLE x; --\"", "pad": '"../../etc/passwd"',
    "geen uuid": f'"{MERK}-0000"', "uuid van niemand": f'"{NIEMAND}"', "getal": "1",
}
GETALLEN = OVERAL | {naam: naam for naam in (
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-1", "0", "-0", "007", "1e400", "1e3", "0.5", "NaN",
    "Infinity", "0x10")} | {"tekst": f'"{MERK}"'}
DAGEN = {dag: f'"{dag}"' for dag in (
    "2027-02-30", "2027-02-31", "0000-00-00", "9999-12-31", "0001-01-01", "2027-13-01", "2027-1-1", "31-01-2027", "-5000-01-01",
    "2027-01-31T00:00:00Z")}
LICHAMEN = {
    "leeg": b"", "null": b"null", "lijst": b"[]", "getal": b"1", "half": b"{", "twee": b"{}{}", "xml": b"<a/>",
    "kapotte utf-8": b'{"a":"\xc3\x28\xff"}', "bom": b"\xef\xbb\xbf{}", "utf-16": '{"a":1}'.encode("utf-16"),
    "diep": b"[" * 60_000, "diepe objecten": b'{"a":' * 9_000, "dubbele naam": b'{"a":1,"a":2}', "nul": b"\0" * 100,
    "komma": b'{"a":1,}', "gzip": b"\x1f\x8b\x08\0\0\0\0\0",
}
SOORTEN = ["", "text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded",
           "{}; charset=iso-8859-1", "{}; charset=utf-16", "application/json, {}", "a" * 4000]
METHODEN = ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PURGE", "POST", "GET"]
IDS = ["%00", "%FF%FE", "..", "%2e%2e%2f", "..%2f..%2fetc%2fpasswd", "%zz", "%", "-1", "0", "9223372036854775808", NIEMAND, "'--",
       "%E2%80%AE", "a" * 5000, NIEMAND.upper(), NIEMAND[:-1], "{" + NIEMAND + "}", "%0d%0aX:y", ";a=b", "null"]
WAARDEN = ["", "%00", "%FF%FE", "%zz", "-1", "0", "9223372036854775808", "1e400", "NaN", "2027-02-30", "0000-00-00", "9999-12-31",
           "9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00+23:59", f"%E2%80%AE{MERK}", "%27%22%3C", "_", f"_{NIEMAND}",
           f"9999-12-31T23:59:59.999Z_{NIEMAND}", "a" * 5000, "%F0%9F%98%80", "true&{0}=false", "x[]=1", "%0d%0a"]


def ruwe(methode: str, pad: str, kop: bytes = b"", inhoud: bytes = b"", slot: bytes = b"Connection: close\r\n") -> bytes:
    return f"{methode} {pad} HTTP/1.1\r\nHost: x\r\n".encode() + kop + slot + b"\r\n" + inhoud


def draden(pad: str, kop: bytes) -> dict[str, bytes]:
    """Bytes on the wire that no client library sends. A refusal or a closed connection are both fine; a process that ends is not.

    kop: the headers of a request that is right, without its length."""
    brok = kop + b"Transfer-Encoding: chunked\r\n"

    def lengte(*maten: str, inhoud=b"{}"):
        return ruwe("POST", pad, kop + "".join(f"Content-Length: {maat}\r\n" for maat in maten).encode(), inhoud)

    return {
        "brokken": ruwe("POST", pad, brok, b"2\r\n{}\r\n0\r\n\r\n"),
        "brok zonder maat": ruwe("POST", pad, brok, b"\r\n{}\r\n0\r\n\r\n"),
        "brok van -1": ruwe("POST", pad, brok, b"-1\r\n{}\r\n"),
        "reuzenbrok": ruwe("POST", pad, brok, b"ffffffffffffffffff\r\n{}"),
        "brok houdt op": ruwe("POST", pad, brok, b"ff\r\n{}"),
        "lengte en brokken": ruwe("POST", pad, brok + b"Content-Length: 5\r\n", b"0\r\n\r\n"),
        "twee lengtes": lengte("2", "3"), "lengte -1": lengte("-1"), "lengte 1e3": lengte("1e3"),
        "lengte te groot": lengte("99999999999999999999"), "lengte houdt op": lengte("5"),
        "vreemde codering": ruwe("POST", pad, kop + b"Transfer-Encoding: gzip\r\n", b"{}"),
        "verwacht": ruwe("POST", pad, kop + b"Expect: 200-maybe\r\nContent-Length: 2\r\n", b"{}"),
        "grote kop": ruwe("GET", pad, b"X: " + b"a" * 200_000 + b"\r\n"),
        "veel koppen": ruwe("GET", pad, b"X: a\r\n" * 5_000),
        "nul in kop": ruwe("GET", pad, b"X: a\0b\r\n"),
        "gevouwen kop": ruwe("GET", pad, b"X: a\r\n b\r\n"),
        "kop zonder naam": ruwe("GET", pad, b": a\r\n"),
        "spatie voor dubbele punt": ruwe("GET", pad, b"X : a\r\n"),
        "upgrade": ruwe("GET", pad, b"Upgrade: h2c\r\n", slot=b"Connection: Upgrade, HTTP2-Settings\r\n"),
        "lang adres": ruwe("GET", pad + "?" + "a" * 200_000), "spatie in adres": ruwe("GET", pad + " x"),
        "heel adres": ruwe("GET", "http://elders.example" + pad), "ster": ruwe("OPTIONS", "*"),
        "bytes in adres": b"GET /\xff\xfe\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "vreemde methode": ruwe("G\x01T", pad), "kleine methode": ruwe("get", pad),
        "geen host": b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "niets": b"\r\n" * 10, "http/0.9": b"GET /\r\n\r\n",
        "http/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "http/9": b"GET / HTTP/9.9\r\n\r\n", "tls": b"\x16\x03\x01\x02\0\x01\0",
    }


def zip_(bestanden, wijze=zipfile.ZIP_STORED) -> bytes:
    """A zip of names and contents."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", wijze) as schrijver:
        for naam, inhoud in bestanden:
            schrijver.writestr(zipfile.ZipInfo(naam), inhoud, wijze)
    return uit.getvalue()


def plekken(waarde, pad=""):
    """Every place in a JSON value: its path and how to put something else there."""
    if pad:
        yield pad, waarde
    if isinstance(waarde, dict):
        for naam in sorted(waarde):
            yield from plekken(waarde[naam], f"{pad}.{naam}" if pad else naam)


def met(waarde, pad: str, nieuw):
    """The value with something else, or with None nothing, in one place."""
    kopie = copy.deepcopy(waarde)
    *begin, laatste = pad.split(".")
    plek = kopie
    for naam in begin:
        plek = plek[naam]
    if nieuw is None:
        del plek[laatste]
    else:
        plek[laatste] = nieuw
    return kopie


def varianten(voorbeeld: dict, alleen: str | None = None):
    """The message with in each place each odd thing, as bytes: also what is no JSON."""
    for pad, waarde in plekken(voorbeeld):
        if alleen and alleen.split(" ", 1)[0] != pad:
            continue
        yield f"{pad} weg", json.dumps(met(voorbeeld, pad, None)).encode()
        if isinstance(waarde, bool):
            vormen = OVERAL | {"tekst": '"ja"', "getal": "1"}
        elif isinstance(waarde, (int, float)):
            vormen = GETALLEN
        elif isinstance(waarde, str):
            vormen = TEKSTEN | (DAGEN if re.match(r"\d{4}-\d\d-\d\d", waarde) else {})
        else:
            vormen = OVERAL | {"tekst": f'"{MERK}"'}
        met_gat = json.dumps(met(voorbeeld, pad, GAT))
        for naam, vorm in vormen.items():
            yield f"{pad} {naam}", met_gat.replace(f'"{GAT}"', vorm).encode()
        nu, sleutel = json.dumps(waarde), pad.split(".")[-1]
        yield f"{pad} tweemaal", met_gat.replace(f'"{GAT}"', f'{nu}, "{sleutel}": {nu}').encode()


class Wacht:
    """Looks on: what an answer has to be, that a refusal left nothing behind, and that no log line says what came in."""

    BINNENKANT = re.compile(r"DecodingError|DatabaseError|SQLite|Swift\.|Error Domain|NSCocoa|CodingKey|Fatal error|\.swift:\d|GRDB")
    ENGELS = re.compile(r"\b(the|not|invalid|expected|failed|missing|unexpected|must)\b")

    def __init__(self, poort: int, winkels=(), logboeken=(), behalve=("leeslog",)):
        self.poort, self.logboeken, self.behalve = poort, list(logboeken), behalve
        self.winkels = [sqlite3.connect(f"file:{winkel}?mode=ro", uri=True) for winkel in winkels]
        self.begin = {log: log.stat().st_size for log in self.logboeken if log.exists()}
        self.toen, self.vondsten, self.aantal = self.rijen(), [], 0

    def rijen(self) -> int:
        """Rows in all tables of the stores, but those that log what was asked."""
        som = 0
        for winkel in self.winkels:
            namen = winkel.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'").fetchall()
            tellingen = [f'(SELECT count(*) FROM "{naam}")' for naam, in namen if naam not in self.behalve]
            som += winkel.execute("SELECT " + " + ".join(tellingen)).fetchone()[0]
        return som

    def stuur(self, wat, methode, pad, koppen=None, inhoud=b"", mag=(), vorm="probleem", altijd=False):
        """Sends one request and looks at the answer.

        mag: what else than a refusal is right. altijd: also in a run in which not everything comes by."""
        if not altijd and not komt_langs(wat):
            return None, {}, b""
        kop = "".join(f"{naam}: {waarde}\r\n" for naam, waarde in (koppen or {}).items()).encode()
        if inhoud or methode in ("POST", "PUT", "PATCH"):
            kop += f"Content-Length: {len(inhoud)}\r\n".encode()
        return self.ruw(wat, ruwe(methode, pad, kop, inhoud), mag=mag, vorm=vorm, hoofd=methode == "HEAD")

    def ruw(self, wat: str, verzoek: bytes, mag=(), vorm=None, hoofd=False):
        self.aantal += 1
        begin, antwoord = time.monotonic(), b""
        with contextlib.suppress(ConnectionError), socket.create_connection(("127.0.0.1", self.poort), timeout=20) as s:
            with contextlib.suppress(ConnectionError):
                s.sendall(verzoek)
            if vorm is None:
                # Half a request: nothing more comes, so that the other side does not wait for it.
                with contextlib.suppress(OSError):
                    s.shutdown(socket.SHUT_WR)
            try:
                while stuk := s.recv(65536):
                    antwoord += stuk
            except TimeoutError:
                self.vondst(wat, "geen antwoord binnen 20 seconden")
        if time.monotonic() - begin > 15:
            self.vondst(wat, f"duurde {time.monotonic() - begin:.1f} s")
        if not antwoord:
            if vorm is not None:
                self.vondst(wat, "geen antwoord")
            return None, {}, b""
        kop, _, inhoud = antwoord.partition(b"\r\n\r\n")
        regels = kop.decode("latin-1").split("\r\n")
        status = int(regels[0].split(" ")[1]) if regels[0].startswith("HTTP/") else 0
        koppen = {r.partition(":")[0].lower(): r.partition(":")[2].strip() for r in regels[1:]}
        if koppen.get("transfer-encoding") == "chunked":
            inhoud = self.ontbrokt(inhoud)
        self.keur(wat, status, koppen, inhoud, mag, vorm, hoofd)
        return status, koppen, inhoud

    @staticmethod
    def ontbrokt(inhoud: bytes) -> bytes:
        uit = b""
        while inhoud:
            maat, _, inhoud = inhoud.partition(b"\r\n")
            aantal = int(maat, 16) if maat else 0
            uit, inhoud = uit + inhoud[:aantal], inhoud[aantal + 2:]
        return uit

    def vondst(self, wat: str, tekst: str):
        self.vondsten.append(f"{wat}: {tekst}")

    def keur(self, wat, status, koppen, inhoud, mag, vorm, hoofd):
        tekst = inhoud.decode("utf-8", "replace")
        if status >= 500 and status != 501 and status != 505:
            self.vondst(wat, f"{status} {tekst[:200]}")
        elif vorm is not None and 200 <= status < 400 and status not in mag:
            self.vondst(wat, f"aangenomen: {status}")
        if binnen := self.BINNENKANT.search(tekst):
            self.vondst(wat, f"zegt hoe wij zijn gemaakt: {binnen.group()}")
        if status >= 400 and MERK in tekst:
            self.vondst(wat, f"herhaalt wat er binnenkwam: {tekst[:300]}")
        if status >= 400 and vorm == "probleem" and not hoofd:
            self.probleem(wat, status, koppen, tekst)
        if self.winkels:
            nu = self.rijen()
            if status >= 400 and nu != self.toen:
                self.vondst(wat, f"{status}, en toch bewaard: {nu - self.toen} rijen")
            self.toen = nu

    def probleem(self, wat, status, koppen, tekst):
        if not koppen.get("content-type", "").startswith("application/problem+json"):
            return self.vondst(wat, f"{status} is geen problem details: {koppen.get('content-type')} {tekst[:100]}")
        document = json.loads(tekst)
        if document.get("status") != status or not document.get("title") or not document.get("type"):
            self.vondst(wat, f"onvolledig: {tekst[:200]}")
        fouten = document.get("fouten") or []
        if status == 400 and not fouten and not document.get("detail"):
            self.vondst(wat, "400 zonder veld of uitleg")
        for fout in fouten:
            # What is wrong with the message as a whole has no field.
            heel = fout.get("code") in ("json", "soort", "lijst")
            if not fout.get("code") or not fout.get("tekst") or not (fout.get("veld") or heel):
                self.vondst(wat, f"een fout die geen veld of regel noemt: {fout}")
        if engels := self.ENGELS.search(json.dumps([document.get("title"), document.get("detail"), fouten])):
            self.vondst(wat, f"geen Nederlands: {engels.group()} in {tekst[:200]}")

    def einde(self):
        """Everything found, in one go."""
        for log, begin in self.begin.items():
            with open(log, "rb") as lezer:
                lezer.seek(begin)
                for regel in lezer.read().decode("utf-8", "replace").splitlines():
                    if MERK in regel or "Fatal error" in regel:
                        self.vondst(log.name, f"een logregel zegt wat er binnenkwam: {regel[:300]}")
        for winkel in self.winkels:
            winkel.close()
        assert not self.vondsten, f"{len(self.vondsten)} van {self.aantal}:\n" + "\n".join(self.vondsten[:80])
