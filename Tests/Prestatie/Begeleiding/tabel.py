# SPDX-License-Identifier: EUPL-1.2
"""One table of the pattern: where ids stand in its rows, what is sealed, and how a row is written again."""
import re

from namen import ANDERS

TOKEN = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|W-20\d\d-\d{4,}|H-[0-9a-f]{8}\b")
# For which place something may be sealed; the names in braces are columns of its row. With which dossier's key follows from the row.
PLAATSEN = [
    "{tabel}.{kolom}:{id}", "{tabel}:{id}", "{tabel}.gegevens:{id}", "{tabel}.gegevens:{dossier}", "contactmoment.volgende-stap:{id}",
    "regelzaak.kenmerk:{id}", "regelzaak.kenmerk:{regelzaak}", "regeldagafspraak.inhoud:{id}", "contactcorrectie.toelichting:{id}",
    "planversie:{traject}:{versie}", "planbesluit:{id}", "plangesprek:{id}", "actie.tekst:{id}", "actie.tekst:{actie}", "doel.tekst:{doel}",
    "doel.woorden:{doel}",
]
# Numbers that point to a row of another table without saying so in the schema.
WIJZERS = {("intake", "zoeksleutel", "nr"): "zoekpersoon"}


def vorm(token):
    return token if token[:2] in ("W-", "H-") else token.lower()


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
                # A pointer to a text, beside a number that is the row, is an id like any other.
                elif kolom in self.wijzers and isinstance(w, int):
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
