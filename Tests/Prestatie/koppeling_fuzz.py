# SPDX-License-Identifier: EUPL-1.2
"""Sends broken, odd and hostile input to the koppeling over HTTP for a set time: JSON, dates or names (hypothesis). What must hold:
no 5xx, intake stays up, every refusal is a problem document that names a field, a refusal does not repeat the number and the reference
that were sent with each message, and the store holds one receipt and one aanmelding for each first 202 and nothing of what was refused.

    python3 Tests/Prestatie/koppeling_fuzz.py json --seconden 600     (or datums, namen)
"""
import argparse
import json
import pathlib
import random
import re
import sqlite3
import sys
import time
import uuid

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Koppelvlak"))
from dienst import Dienst, bericht, testnummers  # noqa: E402

TEKST = st.text(max_size=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEKST,
    lambda deel: st.lists(deel, max_size=4) | st.dictionaries(TEKST, deel, max_size=4), max_leaves=20)
NUMMERS = list(testnummers())


def paden(waarde, pad=()):
    """Every place in a JSON value."""
    yield pad
    delen = waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    for naam, deel in delen:
        yield from paden(deel, (*pad, naam))


def zet(waarde, pad, nieuw):
    if not pad:
        return nieuw
    hier = waarde
    for stap in pad[:-1]:
        hier = hier[stap]
    hier[pad[-1]] = nieuw
    return waarde


# In the household of every good message: it may not come back in a refusal.
MERK = "merk-q7x2"


def gemerkt(nummer, bsn):
    waarde = bericht(nummer, bsn)
    waarde["data"]["huishouden"]["huishoudenId"] = f"{MERK}-{nummer}"
    return waarde


@st.composite
def stuk_json(trek):
    """A good message of which places were replaced, and of whose bytes some were changed, cut or doubled."""
    waarde = gemerkt(trek(st.integers(0, 5000)), trek(st.sampled_from(NUMMERS)))
    for _ in range(trek(st.integers(0, 3))):
        plekken = list(paden(waarde))
        waarde = zet(waarde, trek(st.sampled_from(plekken)), trek(JSON))
        if not isinstance(waarde, (dict, list)):
            break
    ruw = bytearray(json.dumps(waarde, ensure_ascii=trek(st.booleans())).encode("utf-8", "surrogatepass"))
    for _ in range(trek(st.integers(0, 4))):
        if not ruw:
            break
        plek = trek(st.integers(0, len(ruw) - 1))
        wat = trek(st.sampled_from(["byte", "weg", "dubbel", "knip", "nest"]))
        if wat == "byte":
            ruw[plek] = trek(st.integers(0, 255))
        elif wat == "weg":
            del ruw[plek]
        elif wat == "dubbel":
            ruw[plek:plek] = ruw[plek:plek + trek(st.integers(1, 40))]
        elif wat == "knip":
            del ruw[plek:]
        else:
            ruw[plek:plek] = trek(st.sampled_from([b"[", b"{", b'{"a":', b"[[", b"-", b"1e", b'"\\ud800"', b"\\u0000"])) * trek(
                st.sampled_from([1, 3, 40, 3000]))
    return bytes(ruw), None


CIJFERS = st.text("0123456789-/.T:+Z ", max_size=14)
DATUM = st.one_of(
    CIJFERS, TEKST,
    st.builds(lambda j, m, d: f"{j:04d}-{m:02d}-{d:02d}", st.integers(0, 9999), st.integers(0, 14), st.integers(0, 33)),
    st.dates().map(str), st.datetimes().map(lambda d: d.isoformat()),
    st.sampled_from(["0000-00-00", "9999-12-31", "2027-02-29", "2028-02-29", "1900-02-29", "2000-02-29", "+2027-01-01", "20270101",
                     "2027-1-1", "01-02-2027", "2027-W01-1", "２０２７-０１-０１", "1990-01-01\u0000", "٢٠٢٧-٠١-٠١"]))


@st.composite
def vreemde_datum(trek):
    waarde = gemerkt(trek(st.integers(0, 5000)), trek(st.sampled_from(NUMMERS)))
    datum, gebruik = trek(DATUM), trek(st.sampled_from([None, "1", "2", "3", "4", "0", 1, ""]))
    waarde["data"]["client"]["geboortedatum"] = {"datum": datum} | ({} if gebruik is None else {"gebruik": gebruik})
    if trek(st.booleans()):
        waarde["data"]["datumHuisvesting"] = trek(DATUM)
    if trek(st.booleans()):
        waarde["time"] = trek(st.one_of(DATUM, st.datetimes().map(lambda d: d.isoformat() + "Z")))
    return json.dumps(waarde).encode(), None


NAAM = st.one_of(
    st.text(max_size=210), st.text(st.characters(categories=["Lu", "Ll", "Lo", "Mn", "Mc", "Lm"]), max_size=80),
    st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةـ ًٌٍَُِّْ\u200c\u200d\u200e\u200f", max_size=60),
    st.text("ሀለሐመሠረሰሸቀቐበተቸነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ ʼ'’", max_size=60), st.text("İıIiŞşĞğÇçÖöÜü", max_size=40),
    st.sampled_from([".", "..", "'", "-", "\u202e", "\ufeff", "a\u0300" * 200, "<script>", "=1+1", "@SUM(A1)", "'; DROP TABLE persoon;--",
                     "%s%n", "{{naam}}", "𝔖𝔢𝔩𝔞𝔪", "👨‍👩‍👧", "Ａｌｉ", "ﷺ", "\u0000", "\r\nX: y", "null", "O'Brien", "d’Ávila", "van  der   Berg"]))


@st.composite
def vreemde_naam(trek):
    waarde = gemerkt(trek(st.integers(0, 5000)), trek(st.sampled_from(NUMMERS)))
    velden = ["voornamen", "voorvoegsel", "geslachtsnaam", "roepnaam", "straat", "woonplaats"]
    for veld in trek(st.lists(st.sampled_from(velden), min_size=1, max_size=4, unique=True)):
        waarde["data"]["client"][veld] = trek(NAAM)
    return json.dumps(waarde, ensure_ascii=trek(st.booleans())).encode("utf-8", "surrogatepass"), None


SOORTEN = {"json": stuk_json, "datums": vreemde_datum, "namen": vreemde_naam}


def main():
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("soort", choices=SOORTEN)
    lezer.add_argument("--seconden", type=float, default=600)
    lezer.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    keuzes = lezer.parse_args()
    print(f"seed {keuzes.seed}", flush=True)
    telling, aangenomen = {}, set()
    with Dienst(tempo=100_000) as d:
        def stuur(geval):
            ruw, gelezen = geval[0], None
            try:
                gelezen = json.loads(ruw)
                bericht_id = gelezen["id"] if isinstance(gelezen["id"], str) and gelezen["id"].isascii() else None
            except (ValueError, TypeError, KeyError, RecursionError):
                bericht_id = None
            koppen = d.koppen(bericht_id if bericht_id and bericht_id.isprintable() and bericht_id else str(uuid.uuid4()))
            status, terug, inhoud = d.vraag("POST", "/v1/aanmeldingen", koppen, ruw)
            telling[status] = telling.get(status, 0) + 1
            assert status in (202, 400, 403, 409, 413), (status, inhoud[:300], ruw[:2000])
            assert "API-Version" in terug
            if status == 202:
                # The same message twice is taken in once; the answer does not tell it from the first.
                aangenomen.add(gelezen["data"]["aanmeldingId"].strip().lower())
            else:
                assert MERK.encode() not in inhoud, inhoud[:500]
                for nummer in set(re.findall(rb"(?<!\d)9999\d{5}(?!\d)", ruw)):
                    assert nummer not in inhoud, inhoud[:500]
                assert terug["Content-Type"] == "application/problem+json", terug
                probleem = json.loads(inhoud)
                assert probleem["status"] == status and probleem["detail"], probleem
                assert status != 400 or all(fout["tekst"] and fout["code"] for fout in probleem["fouten"]), probleem
            assert d.leeft(), "intake is gestopt"

        einde, ronde = time.monotonic() + keuzes.seconden, 0
        while time.monotonic() < einde:
            @seed(keuzes.seed + ronde)
            @settings(max_examples=500, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
                      suppress_health_check=list(HealthCheck))
            @given(SOORTEN[keuzes.soort]())
            def proef(geval):
                if time.monotonic() < einde:
                    stuur(geval)

            proef()
            ronde += 1
        # It still does its work, and its memory is that of a service and not of a leak.
        goed = bericht(1)
        assert d.vraag("POST", "/v1/aanmeldingen", d.koppen(goed["id"]), json.dumps(goed).encode())[0] == 202
        aangenomen.add(goed["data"]["aanmeldingId"])
        pss = d.pss("intake")
        with sqlite3.connect(f"file:{d.map}/gegevens/intake.sqlite?mode=ro", uri=True) as db:
            bewaard = {rij[0].lower() for rij in db.execute("SELECT id FROM aanmelding")}
            berichten = db.execute("SELECT count(*) FROM bericht WHERE soort = 'aangemeld'").fetchone()[0]
        assert bewaard == aangenomen, (len(bewaard), len(aangenomen), sorted(bewaard ^ aangenomen)[:5])
        assert berichten == len(aangenomen), (berichten, len(aangenomen))
        log = (d.map / "intake.log").read_text()
        assert "request failed" not in log, log[-3000:]
    print(f"{keuzes.soort}: {sum(telling.values())} berichten in {keuzes.seconden:.0f} s, antwoorden {dict(sorted(telling.items()))}, "
          f"PSS daarna {pss:.0f} MB; geen 5xx, geen val; {len(aangenomen)} aanmeldingen bewaard, van wat is geweigerd niets")


if __name__ == "__main__":
    main()
