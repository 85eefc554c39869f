# SPDX-License-Identifier: EUPL-1.2
"""G1: everybody who can sign in walks over every route of the portaal, about one person with sealed things in the dossier.

The routes come from the source, so a new one without a line in Tests/Wandeling/routes.txt fails here and says which line to add. Nothing
sealed and no name of somebody out of reach is in any answer, header or log line; a refusal is 403 or 404 and never 500."""
import http.cookiejar
import pathlib
import re
import urllib.error
import urllib.parse
import urllib.request
import uuid
import os

import pytest

from conftest import nieuwe_code

WORTEL = pathlib.Path(__file__).resolve().parents[2]
TABEL = WORTEL / "Tests/Wandeling/routes.txt"
MERKEN = ["MERKSIGNAAL8", "MERKVEILIG8", "MERKAFSPRAAK8", "MERKKLUIS8", "MERKDOCUMENT8", "MERKNOOD8"]
# Where something sealed may stand, and for whom.
VERZEGELD = {
    "/dossier/:id/signalen": {"begeleider1", "teamleider1"},
    "/dossier/:id/signalen/:signaal": {"begeleider1", "teamleider1"},
    "/dossier/:id/signalen/:signaal/opvolgen": {"begeleider1", "teamleider1"},
    "/dossier/:id/signalen/:signaal/sluiten": {"begeleider1", "teamleider1"},
    "/dossier/:id/veiligheid": {"begeleider1", "teamleider1"},
    "/dossier/:id/veiligheid/contact": {"begeleider1", "teamleider1"},
    "/dossier/:id/veiligheid/afspraken": {"begeleider1", "teamleider1"},
    "/dossier/:id/veiligheid/afspraken/:afspraak": {"begeleider1", "teamleider1"},
    "/dossier/:id/regelzaak/:regelzaak/document/:document": {"begeleider1", "teamleider1"},
    "/meldcode/:zaak": {"begeleider1", "aandacht1"},
    "/meldcode-inzage/:nood": {"begeleider1", "aandacht1"},
    "/meldcode/:zaak/:soort": {"begeleider1", "aandacht1"},
}
# The bar with the safe contact stands on every page of the dossier.
BALK = {"begeleider1", "teamleider1"}
KENNEN = {"begeleider1", "teamleider1", "financieel1", "tekenaar1", "klantmanager1"}
LEESBAAR = {200, 201, 303}


class Doorlaten(urllib.request.HTTPRedirectHandler):
    """Shows a redirect as it is."""

    def redirect_request(self, *_):
        return None


class Bezoeker:
    def __init__(self, adres: str):
        self.adres = adres
        self.open = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), Doorlaten())

    def vraag(self, pad: str, velden: list[tuple[str, str]] | None = None) -> tuple[int, str, str]:
        """Status, headers and body. With fields it is a POST."""
        data = None if velden is None else urllib.parse.urlencode(velden).encode()
        verzoek = urllib.request.Request(self.adres + pad, data=data)
        if data is not None:
            verzoek.add_header("Origin", self.adres)
        try:
            antwoord = self.open.open(verzoek, timeout=40)
        except urllib.error.HTTPError as fout:
            antwoord = fout
        return antwoord.status, str(antwoord.headers), antwoord.read().decode("utf-8", "replace")

    def stuur_bestand(self, pad: str, inhoud: bytes, **velden) -> int:
        """Sends a form with one file, as a browser does."""
        body = b""
        for naam, waarde in {"_csrf": self.csrf(), **velden}.items():
            body += f'--grens\r\nContent-Disposition: form-data; name="{naam}"\r\n\r\n{waarde}\r\n'.encode()
        body += b'--grens\r\nContent-Disposition: form-data; name="bestand"; filename="a"\r\n\r\n' + inhoud + b"\r\n--grens--\r\n"
        verzoek = urllib.request.Request(self.adres + pad, data=body, headers={
            "Content-Type": "multipart/form-data; boundary=grens", "Origin": self.adres})
        try:
            return self.open.open(verzoek, timeout=40).status
        except urllib.error.HTTPError as fout:
            return fout.status

    def csrf(self, pad: str = "/help") -> str:
        tekst = self.vraag(pad)[2]
        return re.search(r'name="_csrf" value="([^"]+)"', tekst).group(1)

    def meld_aan(self, gebruiker: dict) -> "Bezoeker":
        self.vraag("/aanmelden", [
            ("_csrf", self.csrf("/aanmelden")), ("gebruikersnaam", gebruiker["gebruikersnaam"]),
            ("wachtwoord", gebruiker["wachtwoord"])])
        for _ in range(3):
            status, koppen, _tekst = self.vraag("/aanmelden/code", [
                ("_csrf", self.csrf("/aanmelden/code")), ("code", nieuwe_code(gebruiker))])
            if status == 303 and "/aanmelden" not in koppen:
                return self
        raise AssertionError(f"{gebruiker['gebruikersnaam']} komt er niet in")

    def doe(self, pad: str, **velden) -> tuple[int, str, str]:
        paren = [("_csrf", self.csrf())]
        for naam, waarde in velden.items():
            paren += [(naam, een) for een in (waarde if isinstance(waarde, list) else [waarde])]
        return self.vraag(pad, paren)


def routes() -> list[tuple[str, str]]:
    """Every route of the portaal as the source adds it."""
    gevonden = set()
    for bestand in (WORTEL / "Services/Portaal/App").rglob("*.swift"):
        for methode, pad in re.findall(r'\brout(?:es|er)\.(get|post)\(\s*"([^"]+)"', bestand.read_text(encoding="utf-8")):
            gevonden.add((methode.upper(), pad))
    assert len(gevonden) > 80, "de routes staan niet meer in de broncode zoals deze test ze zoekt"
    return sorted(gevonden)


def oordelen() -> dict[str, str]:
    regels = [regel for regel in TABEL.read_text(encoding="utf-8").splitlines() if regel and not regel.startswith("#")]
    return dict(regel.split(" | ", 1) for regel in regels)


@pytest.fixture(scope="module")
def stad(adres, gebruikers):
    """Everybody signed in, and one person of begeleider1 about whom there is something in every sealed place."""
    wie = {"niemand": Bezoeker(adres)}
    for naam in sorted(gebruikers):
        # Accounts with a dot were made by the tests of other pages, in whatever order those ran.
        if "." not in naam and not re.fullmatch(r"begeleider[3-9]", naam):
            wie[naam] = Bezoeker(adres).meld_aan(gebruikers[naam])
    for naam, velden in {
        "wandelpartner": {"rollen": "partner", "organisatie": str(uuid.uuid4())},
        "klantmanager-elders": {"rollen": "klantmanager", "gemeente": "0363"},
    }.items():
        gebruikersnaam = f"{naam}-{uuid.uuid4().hex[:6]}"
        status, _, tekst = wie["beheerder"].doe("/gebruikers", naam=naam, gebruikersnaam=gebruikersnaam, **velden)
        assert status == 201, tekst[:500]
        nieuw = {veld: re.search(rf'data-veld="{veld}">([^<]+)<', tekst).group(1) for veld in ("wachtwoord", "totp")}
        nieuw["totp"] = re.sub(r"\s", "", nieuw["totp"])
        wie[naam] = Bezoeker(adres).meld_aan({"gebruikersnaam": gebruikersnaam, **nieuw})
    ik = wie["begeleider1"]
    dossier = None
    for pad in dict.fromkeys(re.findall(r'href="(/dossier/[0-9a-f-]{36})"', ik.vraag("/mensen")[2])):
        tekst = ik.vraag(pad)[2]
        if "Geen huisgenoten bekend" in tekst:
            dossier, naam = pad, re.search(r"<h1[^>]*>([^<]+)</h1>", tekst).group(1)
            break
    assert dossier, "begeleider1 heeft niemand die alleen woont"
    vandaag = re.search(r'name="gezienOp"[^>]*value="([^"]+)"', ik.vraag(f"{dossier}/signalen")[2]).group(1)
    assert ik.doe(
        f"{dossier}/signalen", soort="geweld", bron="derde-zei", van=MERKEN[0], feit=MERKEN[0], gezienOp=vandaag,
        prioriteit="spoed")[0] == 303
    # The version that the page shows, so that a second walk in the same city works as well.
    vorm = re.search(r'/veiligheid/contact".*?name="versie" value="(\d+)"', ik.vraag(f"{dossier}/veiligheid")[2], re.S)
    assert ik.doe(f"{dossier}/veiligheid/contact", versie=vorm.group(1), toelichting=MERKEN[1])[0] == 303
    assert ik.doe(f"{dossier}/veiligheid/afspraken", op=vandaag, tekst=MERKEN[2])[0] == 303
    status, koppen, _ = ik.doe("/meldcode", dossier=dossier.rsplit("/", 1)[1])
    assert status == 303
    zaak = re.search(r"/meldcode/([0-9a-f-]{36})", koppen).group(1)
    assert ik.doe(f"/meldcode/{zaak}/signalen", versie="1", op=vandaag, tekst=MERKEN[3])[0] == 303
    status, koppen, _ = ik.doe(
        f"/meldcode-nood/{dossier.rsplit('/', 1)[1]}", reden="gevaar", toelichting=MERKEN[5])
    assert status == 303
    nood = re.search(r"/meldcode-inzage/([0-9a-f-]{36})", koppen).group(1)
    signaal = re.search(rf'href="{dossier}/signalen/([0-9a-f-]+)"', ik.vraag(f"{dossier}/signalen")[2]).group(1)
    afspraak = re.search(r"/veiligheid/afspraken/([0-9a-f-]+)", ik.vraag(f"{dossier}/veiligheid")[2]).group(1)
    huishouden = re.search(r'href="/huishouden/([0-9a-f-]{36})"', ik.vraag(dossier)[2]).group(1)
    regelzaak = re.search(rf'href="{dossier}/regelzaak/([0-9a-f-]{{36}})"', ik.vraag(f"{dossier}/regeldag")[2]).group(1)
    stap = f"{dossier}/regelzaak/{regelzaak}"
    assert ik.stuur_bestand(
        f"/regeldocument/{dossier.rsplit('/', 1)[1]}/{regelzaak}", b"%PDF-1.7\n" + MERKEN[4].encode(), documentsoort="brief") == 303
    document = re.search(rf'href="{stap}/document/([0-9a-f-]{{36}})"', ik.vraag(stap)[2]).group(1)
    ids = {
        "/dossier/:id": dossier.rsplit("/", 1)[1], ":signaal": signaal, ":afspraak": afspraak, ":zaak": zaak,
        ":soort": "signalen", ":moment": "start", "/huishouden/:id": huishouden,
        "/regeldocument/:dossier": dossier.rsplit("/", 1)[1],
        "/meldcode-nood/:dossier": dossier.rsplit("/", 1)[1], ":nood": nood, ":regelzaak": regelzaak, ":document": document,
    }
    return {"wie": wie, "ids": ids, "naam": naam, "zaak": zaak}


def invullen(route: str, ids: dict[str, str]) -> str:
    for begin in ("/dossier/:id", "/huishouden/:id", "/regeldocument/:dossier", "/meldcode-nood/:dossier"):
        if route.startswith(begin):
            route = begin[:begin.index(":")] + ids[begin] + route[len(begin):]
    return re.sub(r":\w+", lambda deel: ids.get(deel.group(0), "018f3b1c-0000-7000-8000-0000000000ff"), route)


def test_wandeling(stad):
    # Without a table yet, what was found is printed, to judge and to keep.
    tabel, fouten, gevonden = oordelen(), [], {}
    gezien = set()
    tokens = {naam: een.csrf("/aanmelden" if naam == "niemand" else "/help") for naam, een in stad["wie"].items()}
    for methode, route in routes():
        if route == "/afmelden":
            continue
        gezien.add(f"{methode} {route}")
        pad = invullen(route, stad["ids"])
        mogen = []
        for naam, bezoeker in stad["wie"].items():
            velden = None
            if methode == "POST":
                # Who may do it does not do it here: an empty form with an old version changes nothing.
                velden = [("_csrf", tokens[naam]), ("versie", "999999")]
            status, koppen, tekst = bezoeker.vraag(pad, velden)
            plek = f"{methode} {route} als {naam}"
            if status >= 500:
                fouten.append(f"{plek}: {status}")
            if naam == "niemand" and status == 303 and "/aanmelden" in koppen:
                status = 404
            # 429: too many links that are none, from one address.
            if status not in (403, 404, 429):
                mogen.append(naam)
            alles = koppen + tekst
            for merk in MERKEN:
                mag = naam in VERZEGELD.get(route, set()) or (
                    merk == MERKEN[1] and naam in BALK and route.startswith(("/dossier/:id", "/meldcode-nood/")))
                if merk in alles and not mag:
                    fouten.append(f"{plek}: {merk} uit het verzegelde deel")
            if stad["zaak"] in tekst.replace(pad, "") and naam not in {"begeleider1", "aandacht1"}:
                fouten.append(f"{plek}: het nummer van een afgesloten zaak")
            if stad["naam"] in alles and naam not in KENNEN:
                fouten.append(f"{plek}: de naam van iemand buiten bereik")
        regel = "iedereen" if len(mogen) == len(stad["wie"]) else " ".join(sorted(mogen)) or "niemand"
        sleutel = f"{methode} {route}"
        gevonden[sleutel] = regel
        if tabel and tabel.get(sleutel) != regel:
            wat = "nieuwe route zonder oordeel" if sleutel not in tabel else f"in de tabel staat: {tabel[sleutel]}"
            fouten.append(f"{wat}. Klopt dit? Zet dan in Tests/Wandeling/routes.txt: {sleutel} | {regel}")
    for sleutel in sorted(set(tabel) - gezien):
        fouten.append(f"{sleutel} staat in Tests/Wandeling/routes.txt en is geen route meer: haal de regel weg")
    if not tabel:
        print("\n".join(f"{sleutel} | {regel}" for sleutel, regel in gevonden.items()))
    assert not fouten, "\n".join(fouten)


def test_sporen(stad):
    """After the walk: nothing sealed in a log or in the bytes of a store, and no log line that tells of the Meldcode."""
    proef = pathlib.Path(os.environ.get("WEGWIJS_PROEF", "var"))
    stad["wie"]["begeleider1"].vraag("/meldcode")
    logs = list((proef / "log").glob("*"))
    assert logs
    for bestand in logs:
        tekst = bestand.read_text(encoding="utf-8", errors="replace")
        for spoor in MERKEN + [stad["naam"], stad["zaak"], "meldcode"]:
            assert spoor not in tekst, f"{spoor} staat in {bestand.name}"
    for bestand in proef.rglob("*.sqlite*"):
        inhoud = bestand.read_bytes()
        for merk in MERKEN:
            assert merk.encode() not in inhoud, f"{merk} staat leesbaar in {bestand.name}"
