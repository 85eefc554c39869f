#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Measures a file with aanmeldingen through the watched folder of a real intake (release build), by itself: rows per second of
the dry run and of the import, and the memory of the process meanwhile.

    swift build -c release --scratch-path .build-release
    python3 Tests/Prestatie/bestand.py --rijen 50000            names of random syllables
    python3 Tests/Prestatie/bestand.py --rijen 50000 --bekend   names as they are spread among people, 40 of 100 born on 1 January

The binaries are those of WEGWIJS_BINARIES, else of .build-release/release.
Fails (1) below --minstens rows per second or above --geheugen MB. All people are made up; there is no BSN in the file."""
import argparse
import datetime
import hashlib
import math
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

WORTEL = pathlib.Path(__file__).resolve().parents[2]
KOP = (
    "rijreferentie;versie;gemeentecode;bsn;vnummer;voornamen;voorvoegsel;geslachtsnaam;roepnaam;geboortedatum;"
    "geboortedatum_gebruik;geslacht;telefoon;straat;huisnummer;postcode;woonplaats;doelgroep;huishouden;huishoudrol;"
    "datum_huisvesting;verblijfsvorm;spreektaal;leestaal;tolktaal;tolk_nodig;geletterd;inburgeringsplichtig;geheimhouding;"
    "contactpersoon_naam;contactpersoon_telefoon;contactpersoon_email;verplichtingnummer;ouder_rijreferentie;ouder_bsn;"
    "ouder_vnummer"
)
LETTERGREPEN = "ba be bi da de di fa ga ha he ja ka ke la le li ma me mi na ne ni ra re ri sa se si ta te ti wa ya za ze".split()


def naam(kans: random.Random) -> str:
    return "".join(kans.choice(LETTERGREPEN) for _ in range(kans.randint(2, 4))).capitalize()


def bekende_namen():
    """Zipf: the n-th name is carried one n-th as often as the first, in one of its spellings; behind the known names stand ten times
    as many made-up ones."""
    tabel = (WORTEL / "Services/Intake/App/Domein/Gelijkenis/Naamvarianten.swift").read_text(encoding="utf-8").split('"""')[1]
    bekend = [[woord for woord in regel.split() if woord.isascii()] for regel in tabel.split(";")]
    bekend = [spellingen for spellingen in bekend if spellingen]

    def geef(kans: random.Random) -> str:
        plaats = int(math.exp(kans.random() * math.log(10 * len(bekend))))
        if plaats < len(bekend):
            return kans.choice(bekend[plaats][:4]).capitalize()
        return (bekend[plaats % len(bekend)][0][:3] + bekend[plaats // 7 % len(bekend)][0][-4:]).capitalize()

    return geef


def maak(bestand: pathlib.Path, rijen: int, fout: float, bekend: bool) -> None:
    """Rows as they come: households of three, one in a hundred with a mistake."""
    kans = random.Random(2027)
    noem = bekende_namen() if bekend else naam
    with open(bestand, "w", encoding="utf-8", newline="") as uit:
        uit.write(KOP + "\r\n")
        for nummer in range(rijen):
            geboren = datetime.date(1960, 1, 1) + datetime.timedelta(days=kans.randint(0, 16000))
            if bekend and kans.random() < 0.4:
                geboren = geboren.replace(month=1, day=1)
            rol = ("hoofd", "partner", "overig")[nummer % 3]
            vnummer = "29" + str(10_000_000 + nummer)[1:].rjust(8, "0") if kans.random() >= fout else "299"
            uit.write(
                f"P-{nummer};1;0034;;{vnummer};{noem(kans)} {noem(kans)};;{noem(kans)} {noem(kans)};;{geboren};;"
                f"{kans.choice('MV')};06{kans.randint(10_000_000, 99_999_999)};Voorbeeldpad;{kans.randint(1, 400)};1315 HR;Almere;"
                f"statushouder18plus;H-{nummer // 3};{rol};2027-01-18;eigen-woning;ti;ti;ti;ja;ja;ja;nee;;;;;;;\r\n"
            )


class Geheugen(threading.Thread):
    """The most that the process had: RSS and PSS, looked at ten times a second."""

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self.pid, self.rss, self.pss, self.eerste, self.klaar = pid, 0, 0, 0, False

    def run(self):
        while not self.klaar:
            try:
                velden = dict(
                    (regel.split(":")[0], int(regel.split()[1]))
                    for regel in open(f"/proc/{self.pid}/smaps_rollup") if regel.strip().endswith("kB"))
                self.eerste = self.eerste or velden["Rss"]
                self.rss, self.pss = max(self.rss, velden["Rss"]), max(self.pss, velden["Pss"])
            except (OSError, KeyError):
                pass
            time.sleep(0.1)


def main() -> int:
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--rijen", type=int, default=50_000)
    lezer.add_argument("--fout", type=float, default=0.01, help="which part of the rows has a mistake")
    lezer.add_argument("--bekend", action="store_true", help="names as they are spread among people")
    lezer.add_argument("--minstens", type=float, default=2000, help="rows per second")
    lezer.add_argument("--geheugen", type=float, default=100, help="MB")
    lezer.add_argument("--bouw", default=os.environ.get("WEGWIJS_BINARIES", str(WORTEL / ".build-release" / "release")))
    opties = lezer.parse_args()
    bouw = pathlib.Path(opties.bouw)
    werk = pathlib.Path(tempfile.mkdtemp(prefix="bestand-"))
    try:
        return meet(opties, bouw, werk)
    finally:
        shutil.rmtree(werk, ignore_errors=True)


def meet(opties, bouw: pathlib.Path, werk: pathlib.Path) -> int:
    subprocess.run([bouw / "wegwijs", "sleutels", "--map", werk], check=True, stdout=subprocess.DEVNULL)
    sleutels = next(pad.parent for pad in werk.rglob("intake.*") if pad.is_file())
    omgeving = os.environ | {
        "WEGWIJS_GEGEVENS": str(werk / "gegevens"), "WEGWIJS_SLEUTELS": str(sleutels), "WEGWIJS_RUN": str(werk / "run"),
        "WEGWIJS_OPDRACHTEN": str(WORTEL / "compose" / "opdrachten"), "WEGWIJS_HTTP": "127.0.0.1:0",
        "WEGWIJS_BEHEER": "127.0.0.1:0", "WEGWIJS_AANLEVEREN_SECONDEN": "1", "WEGWIJS_LOGNIVEAU": "error",
        # As `wegwijs start` and the compose file set it.
        "MALLOC_ARENA_MAX": "4",
    }
    dienst = subprocess.Popen([bouw / "intake"], env=omgeving, stdout=subprocess.DEVNULL)
    geheugen = Geheugen(dienst.pid)
    try:
        in_map = werk / "aanleveren" / "in"
        wacht(lambda: in_map.is_dir(), 30, dienst)
        time.sleep(2)
        geheugen.start()
        doel = in_map / "aanmelding_v1_0034_20270111_1.csv"
        half = in_map / "bestand.tmp"
        maak(half, opties.rijen, opties.fout, opties.bekend)
        som = hashlib.sha256(half.read_bytes()).hexdigest()
        grootte = half.stat().st_size
        pathlib.Path(f"{doel}.sha256").write_text(f"{som}  {doel.name}\nrijen {opties.rijen}\n")
        begin = time.time()
        half.rename(doel)
        resultaat = werk / "aanleveren" / "resultaat" / "aanmelding_v1_0034_20270111_1_resultaat.csv"
        wacht(lambda: resultaat.exists(), 1800, dienst)
        einde = time.time()
    finally:
        geheugen.klaar = True
        dienst.send_signal(signal.SIGTERM)
        dienst.wait(30)
    opslag = sqlite3.connect(werk / "gegevens" / "intake.sqlite")
    stappen = dict(opslag.execute("SELECT waarom, op FROM wegwijs_historie WHERE tabel = 'aanlevering'").fetchall())
    moment = {naam: datetime.datetime.fromisoformat(op.replace("Z", "+00:00")).timestamp() for naam, op in stappen.items()}
    tellingen = opslag.execute("SELECT status, coalesce(code, ''), count(*) FROM aanleverrij GROUP BY 1, 2 ORDER BY 3 DESC").fetchall()
    proef = moment["proef gedraaid"] - moment["bestand is compleet"]
    invoer = moment["geïmporteerd"] - moment["proef gedraaid"]
    print(f"rijen            {opties.rijen} ({grootte / 1e6:.1f} MB)")
    print(f"innemen          {moment['bestand is compleet'] - begin:.1f} s")
    print(f"proef            {proef:.1f} s, {opties.rijen / proef:.0f} rijen/s")
    print(f"importeren       {invoer:.1f} s, {opties.rijen / invoer:.0f} rijen/s")
    print(f"tot het resultaat {einde - begin:.1f} s")
    print(f"geheugen         RSS {geheugen.rss / 1024:.0f} MB, PSS {geheugen.pss / 1024:.0f} MB (bij begin RSS {geheugen.eerste / 1024:.0f} MB)")
    for status, code, aantal in tellingen:
        print(f"  {aantal:>7}  {status} {code}")
    print(f"dossiers         {opslag.execute('SELECT count(*) FROM persoon').fetchone()[0]}")
    goed = min(opties.rijen / proef, opties.rijen / invoer) >= opties.minstens and geheugen.pss / 1024 <= opties.geheugen
    print("gehaald" if goed else f"NIET gehaald: minstens {opties.minstens:.0f} rijen/s en ten hoogste {opties.geheugen:.0f} MB")
    return 0 if goed else 1


def wacht(voorwaarde, seconden: float, dienst) -> None:
    einde = time.time() + seconden
    while not voorwaarde():
        if dienst.poll() is not None or time.time() > einde:
            sys.exit(f"intake: geen resultaat (uitgang {dienst.poll()})")
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())
