# SPDX-License-Identifier: EUPL-1.2
"""Measures the pages of a begeleider and of a team leader at the HTTP face of the portaal, over 50,000 people, 60,000 trajects and
1,000,000 contact moments; then the recomputation of the clocks and of the points of attention, with another writer beside it; then
the same pages over a tenth of the people.

    for p in intake begeleiding sociale-kaart reiskosten rapportage portaal wegwijs; do
        swift build -c release --scratch-path .build-release --product $p
    done
    WEGWIJS_BINARIES=$PWD/.build-release/release python3 Tests/Prestatie/Begeleiding/meet.py

Everybody is signed in with password and code and has no rights of an administrator. The users of one round ask without pause, each
over a connection of their own; the program that asks runs on the same processors. Every page that comes is looked at: the right
person, the notes that must open, the number of rows. Ends with 1 when a target is missed.
"""
import argparse
import asyncio
import html
import os
import pathlib
import random
import re
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
import urllib.parse
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import vul  # noqa: E402
from stad import Formulieren, Klant, Stad, vul_in  # noqa: E402

# Milliseconds, 95 of 100: with one user, with sixteen.
DOEL = {1: 20, 16: 60}
HOOGSTENS_KEER = 1.5
HERBEREKENEN_SECONDEN, WACHTEN_MS = 60, 100


class Gebruiker:
    """Somebody signed in, with the dossiers that are theirs and what those pages must show."""

    def __init__(self, stad, wie):
        self.rol, self.naam = wie["rol"], wie["naam"]
        self.klant = Klant(stad.poort).meld_aan(wie["naam"], wie["wachtwoord"], wie["totp"])
        waar = ("d.begeleider = ?", wie["id"]) if self.rol == "begeleider" else ("d.team = ?", wie["team"])
        db = vul.open_(stad.gegevens / "begeleiding.sqlite")
        db.execute("ATTACH ? AS intake", (f"file:{stad.gegevens}/intake.sqlite?mode=ro",))
        rijen = db.execute(
            f"""SELECT d.id, p.naam, EXISTS (SELECT 1 FROM contactmoment c WHERE c.dossier = d.id AND c.notitie_zegel IS NOT NULL) AS notitie
                FROM dossier d JOIN intake.persoon p ON p.id = d.id
                WHERE {waar[0]} AND d.toestand = 'lopend' AND d.eigen_traject = 1 ORDER BY random() LIMIT 60""", (waar[1],)).fetchall()
        self.dossiers = [(r["id"], r["naam"], r["notitie"]) for r in rijen]
        if len(self.dossiers) < 10:
            sys.exit(f"{self.naam} heeft maar {len(self.dossiers)} lopende trajecten")
        self.zoekwoorden = [n.split()[-1] for _, n, _ in self.dossiers]
        status, tekst = self.klant.open("/mensen")
        self.zoek = next(f for f in Formulieren(tekst).alle if f["actie"].endswith("/mensen/zoeken"))

    @property
    def koekje(self):
        return "; ".join(f"{n}={w}" for n, w in self.klant.koekjes.items())

    def vraag(self, soort, toeval):
        """A request of this kind, and what its page must hold."""
        if soort == "vandaag":
            return self._get("/"), ["te doen bij", 'id="groep-te-laat"', 'href="/dossier/']
        if soort == "lijst":
            return self._get("/mensen"), ['href="/dossier/']
        if soort == "uit beeld":
            return self._get("/uit-beeld"), ["<h1"]
        if soort == "zoeken":
            woord = toeval.choice(self.zoekwoorden)
            velden = urllib.parse.urlencode([(n, w) for n, w in self.zoek["velden"] if n != "zoek"] + [("zoek", woord)])
            return (f"POST /mensen/zoeken HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nCookie: {self.koekje}\r\n"
                    f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(velden)}\r\n\r\n{velden}"
                    ), ["gevonden", html.escape(woord, quote=False)]
        dossier, naam, notitie = toeval.choice(self.dossiers)
        return self._get(f"/dossier/{dossier}"), [naam] + (["Samen de brieven van deze week"] if notitie else [])

    def _get(self, pad):
        return f"GET {pad} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {self.koekje}\r\n\r\n"


async def loop(poort, gebruiker, soort, aantal, tijden, toeval):
    lezen, schrijven = await asyncio.open_connection("127.0.0.1", poort, limit=1 << 22)
    for _ in range(aantal):
        vraag, eisen = gebruiker.vraag(soort, toeval)
        begin = time.perf_counter()
        schrijven.write(vraag.encode())
        kop = await lezen.readuntil(b"\r\n\r\n")
        lengte = re.search(rb"content-length: (\d+)", kop, re.I)
        inhoud = await lezen.readexactly(int(lengte[1])) if lengte else b""
        tijden.append(time.perf_counter() - begin)
        if not kop.startswith(b"HTTP/1.1 200"):
            raise SystemExit(f"{soort}: {vraag.splitlines()[0]} geeft {kop.splitlines()[0].decode()}")
        tekst = inhoud.decode()
        for eis in eisen:
            if eis not in tekst and html.escape(eis) not in tekst:
                bewijs = pathlib.Path(tempfile.gettempdir()) / "wgw-bladzijde.html"
                bewijs.write_text(tekst)
                raise SystemExit(f"{soort}: '{eis}' staat niet op {vraag.splitlines()[0]} (zie {bewijs})")
        if "even niet bereikbaar" in tekst or "niet te lezen" in tekst:
            raise SystemExit(f"{soort}: een deel van de bladzijde is weg")
    schrijven.close()


def ronde(poort, gebruikers, soort, aantal, toeval):
    """Seconds of every answer, all users at the same time."""
    tijden = []

    async def samen():
        await asyncio.gather(*(loop(poort, g, soort, aantal, tijden, toeval) for g in gebruikers))

    asyncio.run(samen())
    return sorted(tijden)


def p(tijden, procent):
    return tijden[min(len(tijden) - 1, int(len(tijden) * procent / 100))] * 1000


def kies(stad, uitkomst, aantal):
    """So many begeleiders, and a leader of each other team."""
    alle = uitkomst["gebruikers"]
    begeleiders = [g for g in alle if g["rol"] == "begeleider"]
    stap = max(1, len(begeleiders) // aantal)
    gekozen = begeleiders[::stap][:aantal]
    leiders = [g for g in alle if g["rol"] == "teamleider"][:4]
    gemaakt = []
    # Each sign-in costs a tenth of a second, and three a second are let through.
    for wie in gekozen + leiders:
        gemaakt.append(Gebruiker(stad, wie))
        time.sleep(0.15)
    return gemaakt[:len(gekozen)], gemaakt[len(gekozen):]


def bladzijden(stad, begeleiders, leiders, keuze, toeval):
    soorten = ["vandaag", "lijst", "zoeken", "dossier"]
    if begeleiders[0].klant.open("/uit-beeld")[0] == 200:
        soorten.append("uit beeld")
    uit = {}
    for rol, mensen in (("begeleider", begeleiders), ("teamleider", leiders)):
        for soort in soorten:
            ronde(stad.poort, mensen, soort, 3, toeval)
            een = ronde(stad.poort, mensen[:1], soort, keuze.een, toeval)
            zestien = ronde(stad.poort, (mensen * 16)[:16], soort, max(1, keuze.zestien // 16), toeval)
            uit[rol, soort] = een, zestien
    return uit


def druk_af(uit):
    print(f"\n{'milliseconden':28}{'1: p50':>9}{'p95':>8}{'p99':>8}{'16: p50':>11}{'p95':>8}{'p99':>8}{'per s':>8}")
    for (rol, soort), (een, zestien) in uit.items():
        per_seconde = 16 * len(zestien) / sum(zestien)
        print(f"{rol + ', ' + soort:28}{p(een, 50):9.1f}{p(een, 95):8.1f}{p(een, 99):8.1f}{p(zestien, 50):11.1f}{p(zestien, 95):8.1f}"
              f"{p(zestien, 99):8.1f}{per_seconde:8.0f}")


class Schrijver(threading.Thread):
    """Another writer: records one contact after the other, and remembers how long each took."""

    def __init__(self, gebruiker, formulier, vandaag):
        super().__init__(daemon=True)
        self.gebruiker, self.formulier, self.vandaag = gebruiker, formulier, vandaag
        self.tijden, self.stop_nu, self.fout = [], threading.Event(), None

    def run(self):
        while not self.stop_nu.is_set():
            velden = vul_in(self.formulier, datum=self.vandaag, notitie="Gebeld over de post.", _opdracht=str(uuid.uuid4()))
            begin = time.perf_counter()
            status, _ = self.gebruiker.klant.stuur(self.formulier, volg=False, **velden)
            self.tijden.append(time.perf_counter() - begin)
            if status != 303:
                self.fout = status
                return
            time.sleep(0.02)

    def klaar(self):
        self.stop_nu.set()
        self.join()
        if self.fout:
            sys.exit(f"de andere schrijver kreeg {self.fout}")
        return sorted(self.tijden)


def herbereken(stad, gebruiker):
    """(what, seconds, longest wait of the other writer in milliseconds)."""
    dossier = gebruiker.dossiers[0][0]
    # The pages took longer than a silent connection stays open.
    gebruiker.klant.verbinding.close()
    formulier = gebruiker.klant.formulier(f"/dossier/{dossier}/contact", "/contact")
    vandaag = time.strftime("%Y-%m-%d", time.gmtime(stad.klok()))

    def met_schrijver(wat, doe):
        schrijver = Schrijver(gebruiker, formulier, vandaag)
        schrijver.start()
        begin = time.perf_counter()
        doe()
        duur = time.perf_counter() - begin
        tijden = schrijver.klaar()
        return wat, duur, tijden[-1] * 1000, p(tijden, 50), len(tijden)

    def lees(sql):
        with sqlite3.connect(f"file:{stad.gegevens}/begeleiding.sqlite?mode=ro", uri=True) as db:
            rij = db.execute(sql).fetchone()
            return rij and rij[0]

    def wacht(voorwaarde, seconden=300):
        einde = time.time() + seconden
        while not voorwaarde():
            if time.time() > einde:
                sys.exit("het herberekenen komt niet klaar")
            time.sleep(0.02)

    uit = [met_schrijver("niets ernaast", lambda: time.sleep(5))]
    morgen = stad.klok() + 86_400
    dag = time.strftime("%Y-%m-%d", time.gmtime(morgen))

    def nieuwe_dag():
        stad.zet_klok(morgen)
        wacht(lambda: lees("SELECT dag FROM klokdag") == dag)

    stil = lees("SELECT count(*) FROM pauze WHERE tot IS NULL AND ingetrokken_op IS NULL")
    uit.append(met_schrijver(f"nieuwe dag: {stil} klokken staan stil", nieuwe_dag))
    # All points of attention anew, as after a change of the rules: the service finds other rules than it computed with.
    aantal = lees("SELECT count(*) FROM dossier")
    stad.stop()
    with sqlite3.connect(stad.gegevens / "begeleiding.sqlite") as db:
        db.execute("DELETE FROM aandachtregels")
    db.close()
    stad.start()
    gebruiker.klant.verbinding.close()
    uit.append(met_schrijver(
        f"alle {aantal:,} dossiers opnieuw", lambda: wacht(lambda: lees("SELECT count(*) FROM aandachtregels") == 1)))
    return uit


def main():
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--map", type=pathlib.Path, help="een map die blijft; een volle wordt niet opnieuw gevuld")
    lezer.add_argument("--poort", type=int, default=20750)
    lezer.add_argument("--personen", type=int, default=50_000)
    lezer.add_argument("--trajecten", type=int, default=60_000)
    lezer.add_argument("--contacten", type=int, default=1_000_000)
    lezer.add_argument("--patroon", type=int, default=72)
    lezer.add_argument("--een", type=int, default=200, help="vragen per bladzijde met een gebruiker")
    lezer.add_argument("--zestien", type=int, default=640, help="vragen per bladzijde met zestien gebruikers samen")
    lezer.add_argument("--zonder-klein", action="store_true")
    lezer.add_argument("--zonder-klok", action="store_true")
    keuze = lezer.parse_args()
    basis = keuze.map or pathlib.Path(tempfile.mkdtemp(prefix="wgw-groot-", dir="/tmp"))
    try:
        sys.exit(meet(keuze, basis))
    finally:
        if not keuze.map:
            shutil.rmtree(basis, ignore_errors=True)


def meet(keuze, basis):
    toeval, mis = random.Random(4), []
    print("belasting van de machine (1, 5, 15 minuten):", *(f"{x:.1f}" for x in os.getloadavg()))
    keuze.map = basis / "groot"
    uitkomst = vul.vul(keuze)
    groot, klein = Stad(basis / "groot", keuze.poort), None
    groot.start()
    try:
        begeleiders, leiders = kies(groot, uitkomst, 16)
        uit = bladzijden(groot, begeleiders, leiders, keuze, toeval)
        druk_af(uit)
        for (rol, soort), tijden in uit.items():
            for aantal, t in zip(DOEL, tijden):
                if p(t, 95) > DOEL[aantal]:
                    mis.append(f"{rol}, {soort}, {aantal}: p95 {p(t, 95):.1f} ms is meer dan {DOEL[aantal]}")
        if not keuze.zonder_klok:
            print(f"\n{'herberekenen':44}{'seconden':>10}{'langste schrijfbeurt ernaast':>31}{'midden':>9}")
            for wat, duur, langste, midden, aantal in herbereken(groot, begeleiders[0]):
                print(f"{wat:44}{duur:10.1f}{langste:25.0f} ms{midden:11.1f} ms ({aantal} beurten)")
                if wat == "niets ernaast":
                    continue
                if duur > HERBEREKENEN_SECONDEN:
                    mis.append(f"{wat}: {duur:.0f} s")
                if langste > WACHTEN_MS:
                    mis.append(f"{wat}: een andere schrijver wachtte {langste:.0f} ms")
    finally:
        groot.stop()
    if not keuze.zonder_klein:
        klein = basis / "klein"
        if not (klein / "vul.json").exists():
            klein.mkdir(exist_ok=True)
            for deel in ("patroon", "sleutels", "demo", "kluis", "gegevens"):
                if deel == "gegevens":
                    (klein / deel).mkdir(mode=0o700, exist_ok=True)
                else:
                    shutil.copytree(basis / "groot" / deel, klein / deel, dirs_exist_ok=True)
            shutil.copy(basis / "groot/klok.json", klein / "klok.json")
        keuze.map, keuze.personen, keuze.trajecten, keuze.contacten = klein, keuze.personen // 10, 0, 0
        print("\neen tiende van de mensen:")
        uitkomst = vul.vul(keuze)
        stad = Stad(klein, keuze.poort)
        stad.start()
        try:
            begeleiders, leiders = kies(stad, uitkomst, 16)
            weinig = bladzijden(stad, begeleiders, leiders, keuze, toeval)
        finally:
            stad.stop()
        druk_af(weinig)
        print()
        for naam, tijden in weinig.items():
            keer = p(uit[naam][0], 50) / p(tijden[0], 50)
            print(f"{', '.join(naam):28} tien keer zoveel mensen: {keer:.2f} keer zo lang (p50, een gebruiker)")
            if keer > HOOGSTENS_KEER:
                mis.append(f"{', '.join(naam)}: {keer:.2f} keer zo lang bij tien keer zoveel mensen")
    print("belasting van de machine (1, 5, 15 minuten):", *(f"{x:.1f}" for x in os.getloadavg()))
    for regel in mis:
        print("NIET GEHAALD:", regel)
    print("gehaald" if not mis else f"{len(mis)} doelen niet gehaald")
    return 1 if mis else 0


if __name__ == "__main__":
    main()
