# SPDX-License-Identifier: EUPL-1.2
"""10,000 aanmeldingen over HTTP by 8 senders at once, while begeleiding follows: how long a receipt takes, whether every one ends
in exactly one state, and whether memory stays flat.

    swift build -c release --scratch-path .build-release --product intake
    swift build -c release --scratch-path .build-release --product begeleiding
    swift build -c release --scratch-path .build-release --product wegwijs
    WEGWIJS_BINARIES=.build-release/release python3 Tests/Prestatie/koppeling_last.py
"""
import argparse
import collections
import http.client
import json
import os
import pathlib
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Koppelvlak"))
from dienst import Dienst, bericht, testnummers  # noqa: E402

# What the receipt may take, milliseconds (99 of 100), on two cores.
MAXIMAAL_P99 = 50
# How much intake may grow between the first quarter and the end, MB.
MAXIMALE_GROEI = 20


def zend(dienst, berichten, tijden, fouten):
    verbinding = http.client.HTTPConnection("127.0.0.1", dienst.http, timeout=60)
    for gebeurtenis in berichten:
        inhoud, koppen = json.dumps(gebeurtenis).encode(), dienst.koppen(gebeurtenis["id"])
        begin = time.perf_counter()
        verbinding.request("POST", "/v1/aanmeldingen", body=inhoud, headers=koppen)
        antwoord = verbinding.getresponse()
        antwoord.read()
        tijden.append((time.perf_counter() - begin) * 1000)
        if antwoord.status != 202:
            fouten.append(antwoord.status)
    verbinding.close()


def parallel(dienst, berichten, zenders):
    delen = [berichten[nummer::zenders] for nummer in range(zenders)]
    tijden, fouten = [[] for _ in delen], []
    draden = [threading.Thread(target=zend, args=(dienst, deel, tijd, fouten)) for deel, tijd in zip(delen, tijden)]
    begin = time.perf_counter()
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return sorted(sum(tijden, [])), fouten, time.perf_counter() - begin


def standen(dienst):
    """States of every aanmelding, page by page. Whose traject starts meanwhile is new once more, and comes again behind."""
    gezien, pad = {}, "/v1/aanmeldingen?aantal=200"
    while pad:
        status, _, inhoud = dienst.vraag("GET", pad, {"Authorization": f"Bearer {dienst.token}"})
        assert status == 200, inhoud
        bladzijde = json.loads(inhoud)
        for regel in bladzijde["aanmeldingen"]:
            gezien.setdefault(regel["aanmeldingId"], []).append(regel["toestand"])
        pad = bladzijde.get("volgende")
    return gezien


def gestart(dienst, tot, seconden=300):
    """Waits until begeleiding has told of every traject that it started; returns how long that took."""
    import sqlite3
    begin = time.perf_counter()
    while time.perf_counter() - begin < seconden:
        with sqlite3.connect(f"file:{dienst.map}/gegevens/intake.sqlite?mode=ro", uri=True) as db:
            aantal = db.execute("SELECT count(*) FROM trajectstand WHERE gestart_op IS NOT NULL").fetchone()[0]
        if aantal >= tot:
            return time.perf_counter() - begin
        time.sleep(0.25)
    raise AssertionError(f"na {seconden} s waren {aantal} van {tot} trajecten gestart")


def main():
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--aantal", type=int, default=10_000)
    lezer.add_argument("--zenders", type=int, default=8)
    keuzes = lezer.parse_args()
    nummers = list(testnummers())
    # 9,000 with a BSN; the others with a V-nummer only. One in fifty comes twice, as a double and as a repeat.
    berichten = [bericht(n, nummers[n] if n < 9_000 else None) for n in range(keuzes.aantal)]
    for n in range(0, keuzes.aantal, 50):
        berichten[n]["data"]["client"] = dict(berichten[(n + 1) % keuzes.aantal]["data"]["client"])
    herhaald = berichten[::50]
    with Dienst(begeleiding=True, tempo=100_000) as d:
        voor = d.pss("intake"), d.pss("begeleiding")
        kwart = keuzes.aantal // 4
        tijden, fouten, duur = parallel(d, berichten[:kwart], keuzes.zenders)
        na_kwart = d.pss("intake"), d.pss("begeleiding")
        meer, fouten_meer, duur_meer = parallel(d, berichten[kwart:] + herhaald, keuzes.zenders)
        tijden, fouten, duur = sorted(tijden + meer), fouten + fouten_meer, duur + duur_meer
        na = d.pss("intake"), d.pss("begeleiding")
        gezien = standen(d)
        telling = collections.Counter(lijst[-1] for lijst in gezien.values())
        achter = gestart(d, telling["geaccepteerd"])
        rust = d.pss("intake"), d.pss("begeleiding")
    p = {deel: tijden[min(len(tijden) - 1, int(len(tijden) * deel / 100))] for deel in (50, 95, 99)}
    print(f"{len(tijden)} berichten in {duur:.1f} s: {len(tijden) / duur:.0f} per seconde, {keuzes.zenders} zenders")
    print(f"ontvangst: p50 {p[50]:.1f} ms, p95 {p[95]:.1f} ms, p99 {p[99]:.1f} ms, langste {tijden[-1]:.1f} ms")
    print(f"standen: {dict(telling)}; begeleiding was {achter:.1f} s later bij")
    for naam, plek in (("intake", 0), ("begeleiding", 1)):
        print(f"PSS {naam}: leeg {voor[plek]:.0f}, na een kwart {na_kwart[plek]:.0f}, na alles {na[plek]:.0f}, in rust {rust[plek]:.0f} MB")
    print("belasting van de machine (1, 5, 15 minuten):", *(f"{x:.1f}" for x in os.getloadavg()))
    assert not fouten, collections.Counter(fouten)
    assert len(gezien) == keuzes.aantal and all(len(set(lijst)) == 1 for lijst in gezien.values()), "niet elk in precies één stand"
    assert set(telling) <= {"geaccepteerd", "in-controle"}, telling
    te_veel = [f"p99 {p[99]:.1f} ms is meer dan {MAXIMAAL_P99}"] if p[99] > MAXIMAAL_P99 else []
    if na[0] - na_kwart[0] > MAXIMALE_GROEI:
        te_veel.append(f"intake groeide {na[0] - na_kwart[0]:.0f} MB na het eerste kwart")
    for regel in te_veel:
        print("NIET GEHAALD:", regel)
    sys.exit(1 if te_veel else 0)


if __name__ == "__main__":
    main()
