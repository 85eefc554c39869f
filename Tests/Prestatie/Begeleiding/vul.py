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
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import sys
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from patroonstad import WINKELS, maak_patroon  # noqa: E402
from stad import Stad, Zegel  # noqa: E402
from tabel import TOKEN, Tabel, vorm  # noqa: E402

# Who guides, in groups as large as the pattern city has begeleiders; a group belongs to one team.
GROEPEN, TEAMS, PER_BEGELEIDER = 17, 5, 40
STROOM = {"wegwijs_outbox", "wegwijs_effect", "wegwijs_opdracht", "wegwijs_lezer", "wegwijs_lezer_positie", "wegwijs_terzijde",
          "wegwijs_stroom", "wegwijs_proef", "grdb_migrations"}


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
