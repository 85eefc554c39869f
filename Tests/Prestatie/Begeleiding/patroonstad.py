# SPDX-License-Identifier: EUPL-1.2
"""The small city of which the big one is made: lets it live through the doors, adds contacts and ends every traject."""
import concurrent.futures
import re
import shutil
import sqlite3
import sys
import time
import uuid

from stad import Formulieren, Klant, vul_in

WINKELS = ["intake", "begeleiding", "sociale-kaart", "reiskosten", "rapportage"]


def maak_patroon(stad, keuze, patroon):
    begin = time.time()
    stad.map.mkdir(parents=True, exist_ok=True)
    stad.wegwijs("demo", "--personen", str(keuze.patroon))
    print(f"  kleine stad van {keuze.patroon} mensen: {time.time() - begin:.0f} s")
    # As many contacts as each traject has in the whole, besides those of the story.
    meer = -(-keuze.contacten // keuze.trajecten)
    begin, gebruikers, dossiers = time.time(), stad.gebruikers(), lopende(stad)
    klanten = {}
    for naam in sorted(gebruikers):
        if naam.startswith("begeleider"):
            klanten[naam] = None
    ids = {rij[1]: rij[0] for rij in sqlite3.connect(f"file:{stad.gegevens}/portaal.sqlite?mode=ro", uri=True).execute(
        "SELECT id, gebruikersnaam FROM gebruiker")}
    wacht_op_volgende_code()
    for naam in klanten:
        klanten[naam] = Klant(stad.poort).meld_aan(naam, gebruikers[naam]["wachtwoord"], gebruikers[naam]["totp"])
    van = {ids[naam]: klant for naam, klant in klanten.items()}
    vandaag = time.strftime("%Y-%m-%d", time.gmtime(stad.klok()))
    with concurrent.futures.ThreadPoolExecutor(len(van)) as pool:
        werk = [pool.submit(leg_vast, klant, [d for d in dossiers if d["begeleider"] == id_], meer, vandaag) for id_, klant in van.items()]
        aantal = sum(w.result() for w in werk)
        # One in six stands still, so that a new day has clocks to move.
        stil = sum(zet_stil(van[d["begeleider"]], d["id"]) for d in dossiers[::6])
    print(f"  {aantal} contacten erbij en {stil} klokken stil, langs de pagina's: {time.time() - begin:.0f} s")
    stad.stop()
    bewaar(stad, patroon / "lopend")
    begin = time.time()
    stad.start()
    for klant in van.values():
        klant.verbinding.close()
    with concurrent.futures.ThreadPoolExecutor(len(van)) as pool:
        werk = [pool.submit(rond_af, klant, [d for d in dossiers if d["begeleider"] == id_]) for id_, klant in van.items()]
        af = sum(w.result() for w in werk)
    time.sleep(1.5)
    stad.stop()
    bewaar(stad, patroon / "afgerond")
    print(f"  {af} van {len(dossiers)} trajecten afgerond: {time.time() - begin:.0f} s")
    if af < 0.8 * len(dossiers):
        sys.exit("te weinig trajecten lieten zich afronden: kijk of het formulier anders is geworden")
    (patroon / "klaar").write_text("")


def lopende(stad):
    db = sqlite3.connect(f"file:{stad.gegevens}/begeleiding.sqlite?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    return [dict(rij) for rij in db.execute(
        """SELECT d.id, d.begeleider, d.ontvangen_op, (SELECT count(*) FROM contactmoment c WHERE c.dossier = d.id) AS contacten
           FROM dossier d WHERE d.eigen_traject = 1 AND d.toestand = 'lopend' AND d.begeleider IS NOT NULL ORDER BY d.id""")]


def leg_vast(klant, dossiers, aantal, vandaag):
    """Contacts over the time since the aanmelding; what was typed is as long as such notes are."""
    gedaan = 0
    for dossier in dossiers:
        eerste = time.mktime(time.strptime(dossier["ontvangen_op"], "%Y-%m-%d"))
        laatste = time.mktime(time.strptime(vandaag, "%Y-%m-%d"))
        formulier = klant.formulier(f"/dossier/{dossier['id']}/contact", "/contact")
        doelen = [w for n, w in formulier["vinkjes"] if n == "doelen"][:1]
        nodig = max(0, aantal - dossier["contacten"])
        for nummer in range(nodig):
            dag = time.strftime("%Y-%m-%d", time.localtime(eerste + (laatste - eerste) * (nummer + 1) / (nodig + 1)))
            velden = vul_in(
                formulier, soort=["huisbezoek", "spreekuur", "afspraak", "telefoon", "bericht"][nummer % 5], datum=dag,
                duurMinuten=str(15 + nummer % 5 * 15), verschijning="aanwezig",
                notitie="Samen de brieven van deze week doorgenomen. De huurtoeslag is aangevraagd; het antwoord duurt nog."
                if nummer % 3 else "",
                volgendeStap="De brief van de school lezen" if nummer % 2 else "", volgendeStapOp="",
                _opdracht=str(uuid.uuid4()))
            if doelen and nummer % 2 == 0:
                velden["doelen"] = doelen
            status, tekst = klant.stuur(formulier, volg=False, **velden)
            if status != 303:
                sys.exit(f"een contact wordt niet vastgelegd: {status} " + ", ".join(re.findall(r'class="fout[^>]*>([^<]+)', tekst)[:5]))
            gedaan += 1
    return gedaan


def zet_stil(klant, dossier):
    formulier = klant.formulier(f"/dossier/{dossier}/klok", "/klok/pauzes")
    status, _ = klant.stuur(formulier, volg=False, **vul_in(formulier))
    return status == 303


def rond_af(klant, dossiers):
    gedaan = 0
    for dossier in dossiers:
        formulier = klant.formulier(f"/dossier/{dossier['id']}/afronden", "/afronden")
        velden = vul_in(formulier)
        for naam, mogelijk in formulier["keuzes"].items():
            if naam.startswith("doel-"):
                velden[naam] = mogelijk[0]
        status, tekst = klant.stuur(formulier, volg=False, **velden)
        # A page in between that asks to confirm.
        if status == 200:
            for nog in Formulieren(tekst).alle:
                if nog["actie"].endswith("/afronden"):
                    status, tekst = klant.stuur(nog, volg=False, **vul_in(nog))
                    break
        gedaan += status == 303
    return gedaan


def wacht_op_volgende_code():
    """The demo used the code of this half minute for each of its users."""
    time.sleep(30 - time.time() % 30 + 0.3)


def bewaar(stad, waar):
    waar.mkdir(parents=True, exist_ok=True)
    for naam in WINKELS + ["portaal"]:
        van = sqlite3.connect(stad.gegevens / f"{naam}.sqlite")
        naar = sqlite3.connect(waar / f"{naam}.sqlite")
        van.backup(naar)
        naar.execute("PRAGMA journal_mode = DELETE")
        naar.close(), van.close()
    shutil.copy(stad.map / "kluis/dossiersleutels.sqlite", waar / "kluis.sqlite")


# MARK: The whole, row by row after the pattern
