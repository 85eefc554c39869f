# SPDX-License-Identifier: EUPL-1.2
"""Makes a city of the size of the speed targets: 50,000 people, 60,000 trajects, 1,000,000 contact moments.

    WEGWIJS_BINARIES=$PWD/.build-release/release python3 Tests/Prestatie/Begeleiding/vul.py --map /tmp/wgw-groot

A small city lives its thirty weeks through the public doors (`wegwijs demo`); a hasty worker then records more contacts and ends
every traject, through the pages as well. The rows that the services wrote for that are the pattern: each is written again and
again with ids, numbers, dossier numbers, names, blind indexes, workers and teams of its own, and what was sealed is opened and
sealed anew under the key and the place of its new dossier. So every table that the services fill is filled, in the shape in which
they fill it, also one that came after this was written.

Left out are the tables of the streams (`wegwijs_outbox`, `_effect`, `_opdracht`): every reader has read everything, and no page
looks there. In the change history the old seals stay in the copied rows: nothing opens those.
"""
import argparse
import bisect
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import sys
import time
import unicodedata
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from stad import Formulieren, Klant, Stad, Zegel, vul_in  # noqa: E402

WINKELS = ["intake", "begeleiding", "sociale-kaart", "reiskosten", "rapportage"]
# Who guides, in groups as large as the pattern city has begeleiders; a group belongs to one team.
GROEPEN, TEAMS, PER_BEGELEIDER = 17, 5, 40
TOKEN = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|W-20\d\d-\d{4,}|H-[0-9a-f]{8}\b")
STROOM = {"wegwijs_outbox", "wegwijs_effect", "wegwijs_opdracht", "wegwijs_lezer", "wegwijs_lezer_positie", "wegwijs_terzijde",
          "wegwijs_stroom", "wegwijs_proef", "grdb_migrations"}
# For which place something may be sealed; the names in braces are columns of its row. With which dossier's key follows from the row.
PLAATSEN = [
    "{tabel}.{kolom}:{id}", "{tabel}:{id}", "{tabel}.gegevens:{id}", "{tabel}.gegevens:{dossier}", "contactmoment.volgende-stap:{id}",
    "regelzaak.kenmerk:{id}", "regelzaak.kenmerk:{regelzaak}", "regeldagafspraak.inhoud:{id}", "contactcorrectie.toelichting:{id}",
    "planversie:{traject}:{versie}", "planbesluit:{id}", "plangesprek:{id}", "actie.tekst:{id}", "actie.tekst:{actie}", "doel.tekst:{doel}",
    "doel.woorden:{doel}",
]
# Numbers that point to a row of another table without saying so in the schema.
WIJZERS = {("intake", "zoeksleutel", "nr"): "zoekpersoon"}


def main():
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--map", type=pathlib.Path, required=True)
    lezer.add_argument("--poort", type=int, default=20750)
    lezer.add_argument("--personen", type=int, default=50_000)
    lezer.add_argument("--trajecten", type=int, default=60_000)
    lezer.add_argument("--contacten", type=int, default=1_000_000)
    lezer.add_argument("--patroon", type=int, default=72, help="people of the small city")
    keuze = lezer.parse_args()
    vul(keuze)


def vul(keuze):
    stad = Stad(keuze.map, keuze.poort)
    if (stad.map / "vul.json").exists():
        print(f"{stad.map} is al gevuld")
        return json.loads((stad.map / "vul.json").read_text())
    patroon = stad.map / "patroon"
    if not (patroon / "klaar").exists():
        maak_patroon(stad, keuze, patroon)
    begin = time.time()
    uitkomst = vermenigvuldig(stad, keuze, patroon)
    print(f"  vermenigvuldigd in {time.time() - begin:.0f} s")
    (stad.map / "vul.json").write_text(json.dumps(uitkomst, indent=1))
    for naam, aantal in uitkomst["aantallen"].items():
        print(f"  {naam}: {aantal:,}")
    return uitkomst


# MARK: The pattern, through the public doors


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


class Patroon:
    """What must be known of the small city to write its rows again."""

    def __init__(self, stad, patroon, zaad):
        self.map, self.zaad, self.stad = patroon, zaad, stad
        portaal = open_(patroon / "lopend/portaal.sqlite")
        self.gebruikers = {r["gebruikersnaam"]: dict(r) for r in portaal.execute("SELECT * FROM gebruiker")}
        self.begeleiders = [self.gebruikers[n]["id"] for n in sorted(self.gebruikers) if n.startswith("begeleider")]
        self.leider = self.gebruikers["teamleider1"]["id"]
        self.team = self.gebruikers["teamleider1"]["team"]
        self.teams = [self.team] + [str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:wegwijs:prestatie:team:{n}")) for n in range(1, TEAMS)]
        vast = {r["id"] for r in self.gebruikers.values()} | {self.team, "00000000-0000-0000-0000-000000000000"}
        for r in open_(patroon / "lopend/sociale-kaart.sqlite").execute(
                "SELECT id FROM organisatie UNION SELECT id FROM voorziening"):
            vast.add(r["id"].lower())
        intake = open_(patroon / "afgerond/intake.sqlite")
        self.dossiers = [r[0] for r in intake.execute("SELECT id FROM persoon ORDER BY id")]
        eigen = set(self.dossiers)
        for sql in ("SELECT id FROM huishouden", "SELECT id FROM aanmelding", "SELECT dossier FROM aanmelding",
                    "SELECT dossiernummer FROM persoon", "SELECT referentie FROM huishouden WHERE referentie IS NOT NULL"):
            eigen |= {r[0].lower() if not r[0].startswith(("W-", "H-")) else r[0] for r in intake.execute(sql)}
        self.eigen = self._sluit(eigen, vast)
        # The children and what is theirs: left out of the many of the past, so that there are as many trajects as people.
        self.kinderen = {r[0] for r in intake.execute("SELECT id FROM persoon WHERE eigen_traject = 0")}
        self.kinderen |= {id_ for tokens, id_ in self._rijen(vast) if id_ and tokens & self.kinderen}
        self.volwassenen = [d for d in self.dossiers if d not in self.kinderen]
        self.begin = min(int(t.replace("-", "")[:12], 16) for t in self.eigen if t[14:15] == "7")
        tijden = sorted(int(t.replace("-", "")[:12], 16) for t in self.eigen if t[14:15] == "7")
        # Ids of one copy lie together and after those of the one before, as they do when people come one after another.
        self.spanne = tijden[len(tijden) * 99 // 100] - tijden[0] + 1
        self.sleutels = lees_sleutels(stad, patroon / "afgerond/kluis.sqlite")

    def _sluit(self, eigen, vast):
        """Everything that is named beside somebody's ids is theirs as well, save what is there for all."""
        rijen = [(tokens, id_) for tokens, id_ in self._rijen(vast)]
        while True:
            nieuw, over = set(), []
            for tokens, id_ in rijen:
                if tokens & eigen:
                    nieuw |= tokens
                else:
                    over.append((tokens, id_))
            if not nieuw - eigen:
                return eigen
            eigen |= nieuw
            rijen = over

    def _rijen(self, vast):
        for soort in ("lopend", "afgerond"):
            for naam in WINKELS:
                db = open_(self.map / f"{soort}/{naam}.sqlite")
                for tabel in tabellen(db):
                    if tabel in STROOM:
                        continue
                    for rij in db.execute(f'SELECT * FROM "{tabel}"'):
                        tokens = {vorm(t) for w in rij if isinstance(w, str) for t in TOKEN.findall(w)} - vast
                        if tokens:
                            yield tokens, vorm(rij["id"]) if "id" in rij.keys() and isinstance(rij["id"], str) and tabel != "wegwijs_historie" else None

    def kopie(self, nummer):
        """Other ids for one copy: a text for each that the pattern knows."""
        groep = nummer % GROEPEN
        team = self.teams[groep * TEAMS // GROEPEN]
        tafel = {self.team: team, self.leider: leider_id(team) if team != self.team else self.leider}
        tafel |= {oud: gebruiker_id(groep, plek) if groep else oud for plek, oud in enumerate(self.begeleiders)}
        strooi = int.from_bytes(hashlib.blake2b(f"{nummer}".encode(), digest_size=16).digest(), "big")
        laag, hoog = strooi & ((1 << 62) - 1), strooi & ~(0xF << 76) & ~(0x3 << 62)
        schuif = nummer * self.spanne << 80
        for token in self.eigen:
            if token[0] == "W":
                tafel[token] = f"{token[:7]}{int(token[7:]) + nummer * 1000:04d}"
            elif token[0] == "H" and len(token) == 10:
                tafel[token] = f"H-{(int(token[2:], 16) ^ strooi) & 0xFFFFFFFF:08x}"
            else:
                getal = int(token.replace("-", ""), 16)
                getal = (getal + schuif) ^ laag if token[14] == "7" else getal ^ hoog
                t = f"{getal & (1 << 128) - 1:032x}"
                tafel[token] = f"{t[:8]}-{t[8:12]}-{t[12:16]}-{t[16:20]}-{t[20:]}"
        return tafel

    def sleutel(self, dossier):
        """The key of a new dossier: the same in each process of this run, and unknown outside it."""
        return hashlib.blake2b(dossier.encode(), key=self.zaad, digest_size=32).digest()


def vorm(token):
    return token if token[:2] in ("W-", "H-") else token.lower()


def gebruiker_id(groep, plek):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:wegwijs:prestatie:begeleider:{groep}:{plek}"))


def leider_id(team):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:wegwijs:prestatie:leider:{team}"))


def open_(pad):
    db = sqlite3.connect(f"file:{pad}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    return db


def tabellen(db):
    """Real tables; those in which SQLite keeps a full-text index are its own."""
    alle = {r["name"]: r["type"] for r in db.execute("PRAGMA table_list") if r["schema"] == "main"}
    return sorted(n for n, soort in alle.items() if soort == "table" and not n.startswith("sqlite_"))


def lees_sleutels(stad, kluis):
    """The keys of the pattern's people, unwrapped."""
    zegel, hoofd = Zegel(), hoofdsleutel(stad)
    return {
        r["dossier"]: zegel.open(r["sleutel"], hoofd, f"dossiersleutel:{r['dossier']}")
        for r in open_(kluis).execute("SELECT * FROM dossiersleutel WHERE sleutel IS NOT NULL")}


def hoofdsleutel(stad):
    import base64
    for pad in sorted((stad.map / "sleutels").glob("*hoofdsleutel*")):
        rauw = pad.read_bytes()
        return rauw if len(rauw) == 32 else base64.b64decode(rauw.strip())
    sys.exit("geen hoofdsleutel gevonden bij de sleutels")


# MARK: Rows as instructions


LETTERGREEP = "ba be bi da de di fa ga ha he ja ka ke la le li ma me mi na ne ni ra re ri sa se si ta te ti wa ya za ze".split()
NAMEN = [a + b + (c if n % 2 else "") for n, (a, b, c) in enumerate(
    (LETTERGREEP[i % 33], LETTERGREEP[i // 33 % 33], LETTERGREEP[(i * 7 + i // 1089) % 33]) for i in range(6000))]
WOORD = re.compile(r"[^\W\d_]+")


def vouw(woord):
    return "".join(c for c in unicodedata.normalize("NFD", woord.lower()) if not unicodedata.combining(c))


def andere_naam(tekst, nummer):
    """Another name of as many words; the same word becomes the same word within one copy, folded or not."""
    def ander(deel):
        h = int.from_bytes(hashlib.blake2b(f"{vouw(deel[0])}:{nummer}".encode(), digest_size=4).digest(), "big") / 2**32
        nieuw = NAMEN[int(len(NAMEN) * h * h)]
        return nieuw.capitalize() if deel[0][:1].isupper() else nieuw
    return WOORD.sub(ander, tekst)


def ander_kenmerk(waarde, nummer):
    return hashlib.blake2b(waarde, key=f"{nummer}".encode(), digest_size=min(64, max(1, len(waarde)))).digest()


def strooi64(nummer):
    return int.from_bytes(hashlib.blake2b(f"zoek:{nummer}".encode(), digest_size=8).digest(), "big")


def andere_sleutel(waarde, nummer):
    getal = (waarde & (2**64 - 1)) ^ strooi64(nummer)
    return getal - 2**64 if getal >= 2**63 else getal


def andere_sleutels(waarde, nummer):
    """The year, then the keys, eight bytes each: as `Zoekregister` keeps them."""
    delen = [int.from_bytes(waarde[n:n + 8], "big") for n in range(0, len(waarde), 8)]
    return b"".join(d.to_bytes(8, "big") for d in [delen[0]] + [d ^ strooi64(nummer) for d in delen[1:]])


ANDERS = {
    ("intake", "persoon", "naam"): andere_naam, ("intake", "persoon", "sorteersleutel"): andere_naam,
    ("intake", "aanmelding", "naam"): andere_naam, ("intake", "zoekwoord", "woord"): andere_naam,
    ("intake", "kenmerk", "waarde"): ander_kenmerk, ("intake", "zoeksleutel", "sleutel"): andere_sleutel,
    ("intake", "zoekpersoon", "sleutels"): andere_sleutels,
}


class Tabel:
    """The rows of one table of the pattern, each as what stays and what becomes another."""

    def __init__(self, winkel, naam, db, patroon, zegel, gemist):
        self.naam, self.winkel = naam, winkel
        kolommen = [r for r in db.execute(f'PRAGMA table_xinfo("{naam}")') if r["hidden"] == 0]
        self.kolommen = [r["name"] for r in kolommen]
        sleutels = [r for r in kolommen if r["pk"]]
        self.nummer = sleutels[0]["name"] if len(sleutels) == 1 and sleutels[0]["type"] == "INTEGER" else None
        wijzers = {r["from"]: r["table"] for r in db.execute(f'PRAGMA foreign_key_list("{naam}")')}
        wijzers |= {kolom: doel for (w, t, kolom), doel in WIJZERS.items() if (w, t) == (winkel, naam)}
        self.wijzers = {k: doel for k, doel in wijzers.items() if is_nummer(db, doel)}
        self.hoogste = db.execute(f'SELECT max("{self.nummer}") FROM "{naam}"').fetchone()[0] or 0 if self.nummer else 0
        self.rijen, self.van_kinderen = [], set()
        bekend = patroon.eigen | {patroon.team, patroon.leider} | set(patroon.begeleiders)
        for rij in db.execute(f'SELECT * FROM "{naam}"'):
            eigen, vast, werk, kind = False, [], [], False
            for plek, kolom in enumerate(self.kolommen):
                w = rij[kolom]
                vast.append(w)
                if (winkel, naam, kolom) in ANDERS and w is not None:
                    werk.append(("f", plek, ANDERS[(winkel, naam, kolom)], w))
                elif kolom == self.nummer:
                    werk.append(("n", plek, naam, w))
                elif kolom in self.wijzers and w is not None:
                    werk.append(("n", plek, self.wijzers[kolom], w))
                    eigen, kind = True, kind or (self.wijzers[kolom], w)
                elif isinstance(w, str):
                    delen = stukken(w, bekend)
                    if delen:
                        eigen = eigen or any(d in patroon.eigen for d, _ in delen)
                        kind = kind or any(d in patroon.kinderen for d, _ in delen)
                        if len(delen) == 1 and not delen[0][1] and vorm(w) == delen[0][0]:
                            werk.append(("U" if w != w.lower() and w[:2] not in ("W-", "H-") else "t", plek, delen[0][0], None))
                        else:
                            werk.append(("s", plek, delen, None))
                elif isinstance(w, bytes) and len(w) > 41 and w[0] == 1:
                    open_tekst = ontzegel(db, naam, kolom, rij, w, patroon, zegel)
                    if open_tekst:
                        werk.append(("z", plek, *open_tekst))
                    else:
                        gemist.add(f"{winkel}.{naam}.{kolom}")
            if eigen:
                self.rijen.append((kind, vast, werk))
            if self.nummer and kind:
                self.van_kinderen.add(rij[self.nummer])
        self.zin = f'INSERT OR IGNORE INTO "{naam}" ({", ".join(chr(34) + k + chr(34) for k in self.kolommen)}) VALUES ({", ".join("?" * len(self.kolommen))})'

    def volg_wijzers(self, alle):
        """A row that only has a number of another row is of whom that one is."""
        self.rijen = [(k[1] in alle[k[0]].van_kinderen if isinstance(k, tuple) else k, v, w) for k, v, w in self.rijen]

    def schrijf(self, tafel, nummer, schuif, patroon, zegel, met_kinderen):
        """The rows of one copy."""
        for kind, vast, werk in self.rijen:
            if kind and not met_kinderen:
                continue
            rij = vast.copy()
            for soort, plek, wat, erbij in werk:
                if soort == "t":
                    rij[plek] = tafel[wat]
                elif soort == "n":
                    rij[plek] = erbij + schuif[wat] * nummer
                elif soort == "s":
                    rij[plek] = "".join([tafel[token] + rest if token else rest for token, rest in wat])
                elif soort == "z":
                    dossier, plaats = tafel[wat], "".join([tafel[t] + r if t else r for t, r in erbij[0]])
                    tekst = erbij[1] if isinstance(erbij[1], bytes) else "".join(
                        [tafel[t] + r if t else r for t, r in erbij[1]]).encode()
                    rij[plek] = zegel.sluit(tekst, patroon.sleutel(dossier), plaats)
                elif soort == "U":
                    rij[plek] = tafel[wat].upper()
                else:
                    rij[plek] = wat(erbij, nummer)
            yield rij


def is_nummer(db, tabel):
    sleutels = [r for r in db.execute(f'PRAGMA table_info("{tabel}")') if r["pk"]]
    return len(sleutels) == 1 and sleutels[0]["type"] == "INTEGER"


def stukken(tekst, bekend):
    """A text as tokens that change with what stands after each; nothing when none of them does."""
    delen, vanaf = [], 0
    for m in TOKEN.finditer(tekst):
        if vorm(m.group()) in bekend:
            if not delen:
                delen = [(None, tekst[:m.start()])] if m.start() else []
            else:
                delen[-1] = (delen[-1][0], tekst[vanaf:m.start()])
            delen.append((vorm(m.group()), ""))
            vanaf = m.end()
    if delen:
        delen[-1] = (delen[-1][0], tekst[vanaf:])
    return delen


def ontzegel(db, tabel, kolom, rij, dicht, patroon, zegel):
    """The dossier whose key it is, and the place and the words as pieces; nothing when no place that we know opens it."""
    velden = {k: str(rij[k]) for k in rij.keys()} | {"tabel": tabel, "kolom": kolom.removesuffix("_zegel")}
    dossiers = [w for w in velden.values() if w in patroon.sleutels]
    for naam in ("traject", "doel", "contactmoment", "actie", "aanmelding", "rapport", "drager"):
        if naam in velden and is_tabel(db, naam, "dossier"):
            dossiers += [r[0] for r in db.execute(f"SELECT dossier FROM {naam} WHERE id = ?", (velden[naam],))]
    for vorm_ in PLAATSEN:
        try:
            plaats = vorm_.format(**velden)
        except KeyError:
            continue
        for dossier in dict.fromkeys(dossiers):
            try:
                tekst = zegel.open(dicht, patroon.sleutels[dossier], plaats)
            except (ValueError, KeyError):
                continue
            delen = stukken(tekst.decode("utf-8", "surrogateescape"), patroon.eigen)
            return dossier, (stukken(plaats, patroon.eigen), delen or tekst)
    return None


def is_tabel(db, naam, kolom):
    return any(r["name"] == kolom for r in db.execute(f'PRAGMA table_info("{naam}")'))


def vermenigvuldig(stad, keuze, patroon):
    zaad = os.urandom(32)
    p = Patroon(stad, patroon, zaad)
    lopend, afgerond = open_(patroon / "lopend/begeleiding.sqlite"), open_(patroon / "afgerond/begeleiding.sqlite")
    def tel(db, tabel):
        """Rows of everybody, and of who is no child."""
        rijen = [r[0] for r in db.execute(f"SELECT {'id' if tabel == 'dossier' else 'dossier'} FROM {tabel}")]
        return len(rijen), sum(d not in p.kinderen for d in rijen)

    mensen, trajecten, contacten = (tel(afgerond, t) for t in ("dossier", "traject", "contactmoment"))
    met = lopend.execute("SELECT count(*) FROM dossier WHERE begeleider IS NOT NULL").fetchone()[0]
    lopende_kopieen = max(1, round(GROEPEN * len(p.begeleiders) * PER_BEGELEIDER / met)) - 1

    def nog(doel, aantal):
        return max(0, -(-(doel - (lopende_kopieen + 1) * aantal[0]) // aantal[1]))

    oude_kopieen = max(nog(keuze.personen, mensen), nog(keuze.trajecten, trajecten), nog(keuze.contacten, contacten))
    print(f"  patroon: {mensen[0]} mensen, {trajecten[0]} trajecten, {contacten[0]} contacten; {lopende_kopieen} keer lopend, "
          f"{oude_kopieen} keer {mensen[1]} mensen afgerond")
    for naam in WINKELS + ["portaal"]:
        for pad in stad.gegevens.glob(f"{naam}.sqlite*"):
            pad.unlink()
        shutil.copy(patroon / f"lopend/{naam}.sqlite", stad.gegevens / f"{naam}.sqlite")
        (stad.gegevens / f"{naam}.sqlite").chmod(0o600)
    shutil.copy(patroon / "lopend/kluis.sqlite", stad.map / "kluis/dossiersleutels.sqlite")
    mensen_erbij = maak_medewerkers(stad, p)
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        werk = [pool.submit(schrijf_winkel, stad.map, stad.poort, zaad, naam, lopende_kopieen, oude_kopieen)
                for naam in ["begeleiding", "intake", "rapportage", "reiskosten", "sociale-kaart", "kluis"]]
        for klaar in werk:
            print("  " + klaar.result(), flush=True)
    return telling(stad) | {"gebruikers": mensen_erbij}


def schrijf_winkel(map_, poort, zaad, naam, lopend, oud):
    begin = time.time()
    stad = Stad(map_, poort)
    p = Patroon(stad, stad.map / "patroon", zaad)
    if naam == "kluis":
        return schrijf_kluis(stad, p, lopend, oud, begin)
    zegel, gemist = Zegel(), set()
    db = sqlite3.connect(stad.gegevens / f"{naam}.sqlite", isolation_level=None)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE")
    schema = sorted(db.execute("SELECT type, name, sql FROM sqlite_master").fetchall(), key=str)
    indexen = [(n, s) for soort, n, s in schema if soort == "index" and s]
    for index, _ in indexen:
        db.execute(f'DROP INDEX "{index}"')
    triggers = [(n, s) for soort, n, s in schema if soort == "trigger"]
    for trigger, _ in triggers:
        db.execute(f'DROP TRIGGER "{trigger}"')
    soorten = {}
    for soort in ("lopend", "afgerond"):
        bron = open_(stad.map / f"patroon/{soort}/{naam}.sqlite")
        alle = [Tabel(naam, tabel, bron, p, zegel, gemist) for tabel in tabellen(bron) if tabel not in STROOM]
        op_naam = {tabel.naam: tabel for tabel in alle}
        for tabel in alle:
            tabel.volg_wijzers(op_naam)
        soorten[soort] = alle
    schuif = {}
    for alle in soorten.values():
        for tabel in alle:
            schuif[tabel.naam] = max(schuif.get(tabel.naam, 0), tabel.hoogste + 1)
    db.execute("BEGIN")
    for nummer in range(1, lopend + oud + 1):
        tafel = p.kopie(nummer)
        for tabel in soorten["lopend" if nummer <= lopend else "afgerond"]:
            if tabel.rijen:
                db.executemany(tabel.zin, tabel.schrijf(tafel, nummer, schuif, p, zegel, nummer <= lopend))
    if naam == "intake":
        db.execute("UPDATE dossierteller SET laatste = laatste + ?", ((lopend + oud) * 1000,))
    for _, sql in indexen + triggers:
        db.execute(sql)
    db.execute("COMMIT")
    kapot = db.execute("PRAGMA foreign_key_check").fetchmany(3)
    if kapot:
        sys.exit(f"{naam}: rijen wijzen naar niets: {kapot}")
    nu = sorted(db.execute("SELECT type, name, sql FROM sqlite_master").fetchall(), key=str)
    if nu != schema:
        sys.exit(f"{naam}: het schema is anders geworden")
    rijen = sum(db.execute(f'SELECT count(*) FROM "{t.naam}"').fetchone()[0] for t in soorten["lopend"])
    db.close()
    grootte = (stad.gegevens / f"{naam}.sqlite").stat().st_size / 1e6
    los = f"; niet opnieuw verzegeld: {', '.join(sorted(gemist))}" if gemist else ""
    return f"{naam}: {rijen:,} rijen, {grootte:.0f} MB, {time.time() - begin:.0f} s{los}"


def schrijf_kluis(stad, p, lopend, oud, begin):
    zegel, hoofd = Zegel(), hoofdsleutel(stad)
    db = sqlite3.connect(stad.map / "kluis/dossiersleutels.sqlite", isolation_level=None)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
    namen = [d for d in p.sleutels if d in p.eigen]
    aantal = 0
    for nummer in range(1, lopend + oud + 1):
        tafel = p.kopie(nummer)
        deze = [d for d in namen if nummer <= lopend or d not in p.kinderen]
        aantal += len(deze)
        db.executemany(
            "INSERT INTO dossiersleutel (dossier, sleutel, gemaakt_op) VALUES (?, ?, '2027-01-04T08:00:00Z')",
            ((tafel[d], zegel.sluit(p.sleutel(tafel[d]), hoofd, f"dossiersleutel:{tafel[d]}")) for d in deze))
    db.execute("COMMIT")
    db.close()
    return f"kluis: {aantal:,} sleutels, {time.time() - begin:.0f} s"


def maak_medewerkers(stad, p):
    """A begeleider for each place of each group and a leader for each team, with the password of the pattern's own and a second
    factor of their own."""
    import base64
    zegel = Zegel()
    geheim = base64.b64decode((stad.map / "sleutels/portaal.zegel").read_text().strip())
    portaal = sqlite3.connect(stad.gegevens / "portaal.sqlite", isolation_level=None)
    portaal.row_factory = sqlite3.Row
    begeleiding = sqlite3.connect(stad.gegevens / "begeleiding.sqlite", isolation_level=None)
    begeleiding.row_factory = sqlite3.Row
    demo, uit = stad.gebruikers(), []

    def rij(db, tabel, waar, waarde):
        return dict(db.execute(f"SELECT * FROM {tabel} WHERE {waar} = ?", (waarde,)).fetchone())

    def zet(db, tabel, r):
        db.execute(f"INSERT INTO {tabel} ({', '.join(r)}) VALUES ({', '.join('?' * len(r))})", list(r.values()))

    def maak(id_, naam, team, bron):
        van = p.gebruikers[bron]
        totp = os.urandom(20)
        zet(portaal, "gebruiker", rij(portaal, "gebruiker", "id", van["id"]) | {
            "id": id_, "gebruikersnaam": naam, "naam": naam.capitalize().replace("-", " "), "team": team})
        zet(portaal, "toegang", rij(portaal, "toegang", "gebruiker", van["id"]) | {
            "gebruiker": id_, "totp": zegel.sluit(totp, geheim, f"totp:{id_}"), "totp_stap": 0})
        zet(begeleiding, "medewerker", rij(begeleiding, "medewerker", "id", van["id"]) | {"id": id_, "team": team})
        uit.append({"id": id_, "naam": naam, "wachtwoord": demo[bron]["wachtwoord"], "totp": base64.b32encode(totp).decode(),
                    "rol": "teamleider" if bron.startswith("team") else "begeleider", "team": team})

    portaal.execute("BEGIN"), begeleiding.execute("BEGIN")
    for groep in range(1, GROEPEN):
        team = p.teams[groep * TEAMS // GROEPEN]
        for plek in range(len(p.begeleiders)):
            maak(gebruiker_id(groep, plek), f"groep{groep}-{plek + 1}", team, "begeleider1")
    for nummer, team in enumerate(p.teams[1:], 1):
        maak(leider_id(team), f"leider-{nummer}", team, "teamleider1")
    portaal.execute("COMMIT"), begeleiding.execute("COMMIT")
    portaal.close(), begeleiding.close()
    return uit


def telling(stad):
    db, intake = open_(stad.gegevens / "begeleiding.sqlite"), open_(stad.gegevens / "intake.sqlite")
    een = lambda d, sql: d.execute(sql).fetchone()[0]
    caseload = sorted(r[0] for r in db.execute(
        "SELECT count(*) FROM dossier WHERE toestand <> 'afgerond' AND begeleider IS NOT NULL GROUP BY begeleider"))
    return {"aantallen": {
        "mensen": een(intake, "SELECT count(*) FROM persoon"), "trajecten": een(db, "SELECT count(*) FROM traject"),
        "lopende trajecten": een(db, "SELECT count(*) FROM traject WHERE toestand = 'lopend'"),
        "contactmomenten": een(db, "SELECT count(*) FROM contactmoment"), "regels op tijdlijnen": een(db, "SELECT count(*) FROM tijdlijn"),
        "begeleiders": len(caseload), "lopende dossiers per begeleider, laagste": caseload[0],
        "lopende dossiers per begeleider, midden": caseload[len(caseload) // 2],
        "lopende dossiers per begeleider, hoogste": caseload[-1],
    }}


if __name__ == "__main__":
    main()
