# SPDX-License-Identifier: EUPL-1.2
"""Measures searching the directory over HTTP, beside Datasette over the same texts in FTS5 and the bare SQLite query, in one run.

    swift build -c release --scratch-path .build-release --product sociale-kaart
    python3 Tests/Prestatie/Kaart/meet.py

Prints the import with its time, the sizes, and a table of p50 and p95 with one and with sixteen clients, with the ratios that
docs/prestaties.md asks for. Datasette comes from PyPI into a folder under /tmp. Everything is thrown away afterwards, unless
--bewaar. Sixteen clients are one process that keeps sixteen connections busy.
"""
import argparse
import asyncio
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

HIER = pathlib.Path(__file__).resolve().parent
WORTEL = HIER.parents[2]
# Milliseconds (95 of 100) with one client and with sixteen, seconds, MB; how much faster than Datasette at least.
P95 = {1: 15, 16: 40}
IMPORT_SECONDEN, RUIMTE_MB, KEER_DATASETTE, KEER_KAAL = 120, 600, 3, 2

# What people type: words that stand in few, in many and in half of all texts, two words together, beginnings, other
# languages. (kind, text)
VRAGEN = [
    ("een woord", "schuldhulp"), ("een woord", "taalcursus"), ("een woord", "pleegbegeleiding"), ("een woord", "zwemlessen"),
    ("een woord", "muziekgroep"), ("een woord", "huiswerkcoach"), ("een woord", "reisadvies"), ("een woord", "kookgroep"),
    ("twee woorden", "taalcafé almere"), ("twee woorden", "schuldhulp utrecht"), ("twee woorden", "wijkteam zwolle"),
    ("twee woorden", "fietscursus rotterdam"), ("twee woorden", "jeugdwerk lelystad"),
    ("heel gewoon", "ondersteuning"), ("heel gewoon", "inwoners"), ("heel gewoon", "almere"), ("heel gewoon", "mensen samen"),
    ("heel gewoon", "ondersteuning inwoners thuis"),
    ("begin", "schu"), ("begin", "vluchtel"), ("begin", "energ"),
    ("andere taal", "debt"), ("andere taal", "ديون"), ("andere taal", "borç"), ("andere taal", "ቋንቋ"),
    ("typefout", "schuldhullp"), ("typefout", "taalkursus"),
]


def poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wacht(poortnummer, proces, pad="/"):
    for _ in range(1200):
        if proces.poll() is not None:
            sys.exit("een dienst is gestopt bij de start")
        try:
            verbinding = http.client.HTTPConnection("127.0.0.1", poortnummer, timeout=5)
            verbinding.request("GET", pad)
            verbinding.getresponse().read()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit("een dienst kwam niet op")


async def klant(poortnummer, paden, tijden):
    """One connection that asks one path after another; the answers must be 200."""
    lezen, schrijven = await asyncio.open_connection("127.0.0.1", poortnummer)
    for soort, pad in paden:
        begin = time.perf_counter()
        schrijven.write(f"GET {pad} HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n".encode())
        kop = await lezen.readuntil(b"\r\n\r\n")
        if not kop.startswith(b"HTTP/1.1 200"):
            raise SystemExit(f"{pad}: {kop[:60]!r}")
        lengte = re.search(rb"content-length: (\d+)", kop, re.I)
        if lengte:
            await lezen.readexactly(int(lengte[1]))
        else:
            while True:
                stuk = int(await lezen.readuntil(b"\r\n"), 16)
                await lezen.readexactly(stuk + 2)
                if stuk == 0:
                    break
        tijden.append((soort, time.perf_counter() - begin))
    schrijven.close()


def over_http(poortnummer, pad, klanten, rondes, toeval):
    """(kind, seconds) of every answer."""
    tijden = []

    async def alle():
        werk = []
        for _ in range(klanten):
            paden = [(soort, pad(tekst)) for soort, tekst in VRAGEN * rondes]
            toeval.shuffle(paden)
            werk.append(klant(poortnummer, paden, tijden))
        await asyncio.gather(*werk)

    asyncio.run(alle())
    return tijden


def deel(tijden, waar, procent):
    gekozen = sorted(t for soort, t in tijden if waar(soort))
    return gekozen[min(len(gekozen) - 1, int(len(gekozen) * procent))] * 1000


def fts(tekst):
    return " ".join('"' + woord.replace('"', '""') + '"' for woord in re.findall(r"\w+", tekst))


def maak_datasette(bestand, db):
    """The same names and texts, searched by FTS5 with its own rank, as Datasette's own manual sets it up."""
    kaart = json.loads(bestand.read_text())
    organisaties = {o["id"]: o["name"] for o in kaart["organizations"]}
    uit = sqlite3.connect(db)
    uit.execute("CREATE TABLE services (id TEXT PRIMARY KEY, name TEXT, description TEXT, organization TEXT, status TEXT, assured TEXT)")
    uit.executemany(
        "INSERT INTO services VALUES (?, ?, ?, ?, ?, ?)",
        ((s["id"], s["name"], s["description"], organisaties[s["organization_id"]], s["status"], s.get("assured_date"))
         for s in kaart["services"]))
    uit.execute("CREATE VIRTUAL TABLE services_fts USING fts5(name, description, organization, content=services)")
    uit.execute("INSERT INTO services_fts (services_fts) VALUES ('rebuild')")
    uit.execute("INSERT INTO services_fts (services_fts) VALUES ('optimize')")
    uit.commit()
    uit.execute("VACUUM")
    uit.close()


def kaal(db, rondes):
    """The limit: the query alone, in this process, no HTTP."""
    lees = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    lees.execute("PRAGMA cache_size = -65536")
    vraag = """SELECT s.id, s.name, s.description, s.organization, s.status, s.assured FROM services_fts f
               JOIN services s ON s.rowid = f.rowid WHERE services_fts MATCH ? ORDER BY rank LIMIT 20"""
    tijden = []
    for _ in range(rondes):
        for soort, tekst in VRAGEN:
            begin = time.perf_counter()
            lees.execute(vraag, (fts(tekst),)).fetchall()
            tijden.append((soort, time.perf_counter() - begin))
    return tijden


def grootte(map_):
    return sum(p.stat().st_size for p in map_.glob("sociale-kaart.sqlite*")) / 1e6


def main():
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--voorzieningen", type=int, default=100_000)
    lezer.add_argument("--locaties", type=int)
    lezer.add_argument("--rondes", type=int, default=8)
    lezer.add_argument("--binaries", type=pathlib.Path, default=pathlib.Path(os.environ.get("WEGWIJS_BINARIES", WORTEL / ".build-release/release")))
    lezer.add_argument("--wegwijs", type=pathlib.Path, help="default: next to the binaries, else .build/debug/wegwijs")
    lezer.add_argument("--zonder-datasette", action="store_true")
    lezer.add_argument("--bewaar", type=pathlib.Path, help="een map die blijft, met de kaart erin")
    keuze = lezer.parse_args()
    if not keuze.wegwijs:
        naast = keuze.binaries / "wegwijs"
        keuze.wegwijs = naast if naast.exists() else WORTEL / ".build/debug/wegwijs"
    map_ = keuze.bewaar or pathlib.Path(tempfile.mkdtemp(prefix="wgw-kaart-", dir="/tmp"))
    try:
        sys.exit(meet(keuze, map_))
    finally:
        if not keuze.bewaar:
            shutil.rmtree(map_, ignore_errors=True)


def meet(keuze, map_):
    toeval = random.Random(2)
    for naam in ("gegevens", "sleutels", "run"):
        (map_ / naam).mkdir(mode=0o700, parents=True, exist_ok=True)
    bestand = map_ / "kaart.json"
    if not bestand.exists():
        subprocess.run(
            [sys.executable, HIER / "genereer.py", bestand, "--voorzieningen", str(keuze.voorzieningen), "--locaties",
             str(keuze.locaties or keuze.voorzieningen * 6 // 5)], check=True)
    if not (map_ / "token").exists():
        subprocess.run([keuze.wegwijs, "sleutels", "--map", map_], check=True, capture_output=True)
        token = subprocess.run(
            [keuze.wegwijs, "sleutels", "token", "--kaartbeheer", "--map", map_], check=True, capture_output=True, text=True).stdout
        (map_ / "token").write_text(token.strip())
    token = (map_ / "token").read_text()
    http_poort = poort()
    omgeving = {
        "PATH": os.environ["PATH"], "WEGWIJS_GEGEVENS": str(map_ / "gegevens"), "WEGWIJS_SLEUTELS": str(map_ / "sleutels"),
        "WEGWIJS_RUN": str(map_ / "run"), "WEGWIJS_HTTP": f"127.0.0.1:{http_poort}",
        "WEGWIJS_BEHEER": f"127.0.0.1:{poort()}", "WEGWIJS_LOGNIVEAU": "warning", "MALLOC_ARENA_MAX": "2",
    }
    processen = []
    try:
        with open(map_ / "dienst.log", "ab") as log:
            processen.append(subprocess.Popen([keuze.binaries / "sociale-kaart"], env=omgeving, stdout=log, stderr=log, cwd=WORTEL))
        wacht(http_poort, processen[0], "/v1/openapi.json")
        mis = []
        if leesin(bestand, http_poort, token) > IMPORT_SECONDEN:
            mis.append("de import duurde te lang")
        ruimte = grootte(map_ / "gegevens")
        print(f"opslag en index: {ruimte:.0f} MB (moet: {RUIMTE_MB})")
        if ruimte > RUIMTE_MB:
            mis.append("opslag en index zijn te groot")
        regels = [("bare SQLite", None, None), ("Wegwijs", http_poort, lambda t: f"/hsds/v3/services?per_page=20&search={urllib.parse.quote(t)}")]
        if not keuze.zonder_datasette:
            db = map_ / "datasette.db"
            if not db.exists():
                maak_datasette(bestand, db)
            venv = pathlib.Path("/tmp/wegwijs-datasette")
            if not (venv / "bin/datasette").exists():
                subprocess.run([sys.executable, "-m", "venv", venv], check=True)
                subprocess.run([venv / "bin/pip", "install", "-q", "datasette==0.65.5"], check=True)
            ds_poort = poort()
            # Its own limit of one second and its facets and counts are off: only the search is compared.
            processen.append(subprocess.Popen(
                [venv / "bin/datasette", "serve", "-i", db, "-p", str(ds_poort), "--setting", "sql_time_limit_ms", "20000",
                 "--setting", "suggest_facets", "off"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
            wacht(ds_poort, processen[-1])
            regels.append(("Datasette", ds_poort, lambda t: "/datasette/services.json?_size=20&_shape=array&_nocount=1&_nofacet=1&_search=" + urllib.parse.quote(t)))
            regels[0] = ("bare SQLite", db, None)
        else:
            regels.pop(0)
        mis += tabel(regels, keuze.rondes, toeval)
        for regel in mis:
            print("NIET GEHAALD:", regel)
        print("gehaald" if not mis else f"{len(mis)} doelen niet gehaald")
        return 1 if mis else 0
    finally:
        for proces in processen:
            proces.terminate()
        for proces in processen:
            proces.wait(timeout=20)


def leesin(bestand, poortnummer, token):
    def vraag(methode, pad, inhoud=None, koppen=None):
        verbinding = http.client.HTTPConnection("127.0.0.1", poortnummer, timeout=600)
        verbinding.request(methode, pad, body=inhoud, headers={"Authorization": f"Bearer {token}", **(koppen or {})})
        antwoord = verbinding.getresponse()
        return antwoord.status, json.loads(antwoord.read())

    begin = time.perf_counter()
    with bestand.open("rb") as inhoud:
        status, stand = vraag(
            "POST", "/v1/importen", inhoud,
            {"Content-Type": "application/json", "Content-Length": str(bestand.stat().st_size), "Prefer": "respond-async"})
    if status != 202:
        sys.exit(f"de import werd geweigerd: {status} {str(stand)[:600]}")
    voortgang = stappen = 0
    while stand["toestand"] == "bezig":
        time.sleep(0.5)
        _, stand = vraag("GET", f"/v1/importen/{stand['id']}")
        if stand["gedaan"] != voortgang:
            voortgang, stappen = stand["gedaan"], stappen + 1
            print(f"\r  {voortgang} van {stand['totaal']}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    if stand["toestand"] != "klaar":
        sys.exit(f"de import is {stand['toestand']}: {str(stand.get('fouten'))[:600]}")
    duur = time.perf_counter() - begin
    print(f"import: {duur:.1f} s (moet: {IMPORT_SECONDEN}), {json.dumps(stand['resultaat']['voorzieningen'])}, {stappen} keer stond er hoe ver hij was")
    return duur


def tabel(regels, rondes, toeval):
    alles = lambda soort: True
    uitkomst = {}
    print(f"\n{'':14}{'1 klant p50':>12}{'p95':>9}{'16 klanten p50':>16}{'p95':>9}   milliseconden, alle vragen")
    for naam, waar, pad in regels:
        if pad is None:
            kaal(waar, 1)
            een, zestien = kaal(waar, rondes), None
        else:
            over_http(waar, pad, 1, 1, toeval)
            een = over_http(waar, pad, 1, rondes, toeval)
            zestien = over_http(waar, pad, 16, max(1, rondes // 4), toeval)
        uitkomst[naam] = (een, zestien)
        cijfers = [deel(een, alles, 0.5), deel(een, alles, 0.95)] + (
            [deel(zestien, alles, 0.5), deel(zestien, alles, 0.95)] if zestien else [])
        print(f"{naam:14}" + "".join(f"{c:>{b}.2f}" for c, b in zip(cijfers, (12, 9, 16, 9))))
    print(f"\n{'p95, 1 klant':14}" + "".join(f"{soort:>15}" for soort in dict.fromkeys(s for s, _ in VRAGEN)))
    for naam, (een, _) in uitkomst.items():
        print(f"{naam:14}" + "".join(f"{deel(een, lambda s: s == soort, 0.95):>15.2f}" for soort in dict.fromkeys(s for s, _ in VRAGEN)))
    p95 = {naam: deel(een, alles, 0.95) for naam, (een, _) in uitkomst.items()}
    zestien, mis = deel(uitkomst["Wegwijs"][1], alles, 0.95), []
    print()
    print(f"p95 met 1 klant: {p95['Wegwijs']:.1f} ms (moet: {P95[1]}); met 16: {zestien:.1f} ms (moet: {P95[16]})")
    if p95["Wegwijs"] > P95[1] or zestien > P95[16]:
        mis.append("zoeken is te traag")
    if "Datasette" in p95:
        keer, kaal_ = p95["Datasette"] / p95["Wegwijs"], p95["Wegwijs"] / p95["bare SQLite"]
        print(f"Datasette / Wegwijs, p95: {keer:.2f} (moet: ten minste {KEER_DATASETTE})")
        print(f"Wegwijs / bare SQLite, p95: {kaal_:.2f} (moet: hoogstens {KEER_KAAL})")
        midden = {naam: deel(een, alles, 0.5) for naam, (een, _) in uitkomst.items()}
        print(f"idem p50: {midden['Datasette'] / midden['Wegwijs']:.2f} en {midden['Wegwijs'] / midden['bare SQLite']:.2f}")
        if keer < KEER_DATASETTE:
            mis.append("te weinig sneller dan Datasette")
        if kaal_ > KEER_KAAL:
            mis.append("te traag tegenover de kale vraag")
    print("belasting van de machine (1, 5, 15 minuten):", *(f"{x:.1f}" for x in os.getloadavg()))
    return mis


if __name__ == "__main__":
    main()
