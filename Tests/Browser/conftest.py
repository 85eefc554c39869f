# SPDX-License-Identifier: EUPL-1.2
"""What every browser test needs: a browser, people who sign in, pictures, and axe.

Where the portaal is comes from WEGWIJS_PORTAAL (http://127.0.0.1:18080). Who can sign in comes from the file that
`wegwijs demo` wrote, in the folder WEGWIJS_PROEF, or from WEGWIJS_GEBRUIKERS when that names another file.
"""
import base64
import hashlib
import hmac
import json
import os
import pathlib
import re
import struct
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

BREEDTES = (360, 1280)
SCHERMEN = pathlib.Path(__file__).resolve().parents[2] / "artefacten" / "schermen"
STAP = 30


@pytest.fixture(scope="session")
def adres() -> str:
    adres = os.environ.get("WEGWIJS_PORTAAL")
    if not adres:
        pytest.skip("WEGWIJS_PORTAAL is niet gezet: er draait geen portaal om naar te kijken")
    return adres.rstrip("/")


@pytest.fixture(scope="session")
def gebruikers() -> dict:
    """The users that can sign in, by user name."""
    bestand = os.environ.get("WEGWIJS_GEBRUIKERS") or os.path.join(os.environ.get("WEGWIJS_PROEF", "var"), "demo", "gebruikers.json")
    with open(bestand, encoding="utf-8") as lezer:
        return {gebruiker["gebruikersnaam"]: gebruiker for gebruiker in json.load(lezer)}


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def bezoek(browser: Browser, adres: str):
    """Makes visits (separate cookies); `bezoek()` gives a page. Nothing is ever fetched from elsewhere."""
    contexten: list[BrowserContext] = []

    def maak(**opties) -> Page:
        opties.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(base_url=adres, locale="nl-NL", timezone_id="Europe/Amsterdam", **opties)
        context.set_default_timeout(10_000)
        contexten.append(context)
        pagina = context.new_page()
        pagina.vreemd = []
        pagina.on("request", lambda verzoek: verzoek.url.startswith((adres, "data:")) or pagina.vreemd.append(verzoek.url))
        return pagina

    yield maak
    vreemd = [url for context in contexten for pagina in context.pages for url in getattr(pagina, "vreemd", [])]
    for context in contexten:
        context.close()
    assert not vreemd, f"opgehaald van elders: {vreemd}"


def totp(geheim: str, teller: int) -> str:
    """RFC 6238, as the app on a phone makes it."""
    sleutel = base64.b32decode(geheim + "=" * (-len(geheim) % 8))
    kort = hmac.new(sleutel, struct.pack(">Q", teller), hashlib.sha1).digest()
    begin = kort[-1] & 15
    return f"{(struct.unpack('>I', kort[begin:begin + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


_gebruikt: dict[str, int] = {}


def nieuwe_code(gebruiker: dict) -> str:
    """A code that was not used before: each works once, and one step ahead of now is taken too."""
    naam = gebruiker["gebruikersnaam"]
    teller = int(time.time()) // STAP
    if _gebruikt.get(naam, 0) >= teller:
        teller = _gebruikt[naam] + 1
        # The portaal takes the code of the next half minute; beyond that we wait for it.
        time.sleep(max(0.0, (teller - 1) * STAP - time.time() + 0.5))
    _gebruikt[naam] = teller
    return totp(gebruiker["totp"], teller)


@pytest.fixture
def meld_aan(bezoek, gebruikers):
    """`meld_aan("begeleider1")` gives a page on which that user is signed in, through the same pages as everybody."""

    def doe(naam: str, pagina: Page | None = None, **opties) -> Page:
        gebruiker = gebruikers[naam]
        pagina = pagina or bezoek(**opties)
        pagina.goto("/aanmelden")
        pagina.get_by_label("Gebruikersnaam").fill(gebruiker["gebruikersnaam"])
        pagina.get_by_label("Wachtwoord").fill(gebruiker["wachtwoord"])
        pagina.get_by_role("button", name="Verder").click()
        for _ in range(3):
            pagina.get_by_label("Code").fill(nieuwe_code(gebruiker))
            pagina.get_by_role("button", name="Aanmelden").click()
            # Somebody else (the demo) may just have used this code: then the next one works.
            if not pagina.url.endswith("/aanmelden/code"):
                break
        assert "/aanmelden" not in pagina.url, pagina.inner_text("main")
        return pagina

    return doe


@pytest.fixture(scope="session")
def binnen(browser: Browser, adres: str, gebruikers):
    """Like `meld_aan`, but signs in once per user for the whole run: `binnen("begeleider1")` gives the cookies as the option
    `storage_state` for `bezoek`. Use this for tests that only look."""
    toestanden: dict[str, dict] = {}
    sinds: dict[str, float] = {}

    def geef(naam: str) -> dict:
        # A session ends after half an hour without a request; a slow machine may leave somebody idle for as long.
        if naam not in toestanden or time.monotonic() - sinds[naam] > 900:
            context = browser.new_context(base_url=adres)
            pagina = context.new_page()
            gebruiker = gebruikers[naam]
            pagina.goto("/aanmelden")
            pagina.get_by_label("Gebruikersnaam").fill(gebruiker["gebruikersnaam"])
            pagina.get_by_label("Wachtwoord").fill(gebruiker["wachtwoord"])
            pagina.get_by_role("button", name="Verder").click()
            for _ in range(3):
                pagina.get_by_label("Code").fill(nieuwe_code(gebruiker))
                pagina.get_by_role("button", name="Aanmelden").click()
                if not pagina.url.endswith("/aanmelden/code"):
                    break
            assert "/aanmelden" not in pagina.url, pagina.inner_text("main")
            toestanden[naam] = context.storage_state()
            context.close()
        sinds[naam] = time.monotonic()
        return {"storage_state": toestanden[naam]}

    return geef


@pytest.fixture
def kijk_na():
    """`kijk_na(pagina, "dossier")`: at 360 and 1280 pixels no finding of axe, nothing wider than the screen, and a picture
    in artefacten/schermen. Opens what is folded in when `open` is true."""
    SCHERMEN.mkdir(parents=True, exist_ok=True)

    def doe(pagina: Page, naam: str, open: bool = False, breedtes=BREEDTES) -> None:
        if open:
            pagina.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        bevindingen = []
        for breedte in breedtes:
            pagina.set_viewport_size({"width": breedte, "height": 900})
            pagina.screenshot(path=SCHERMEN / f"{re.sub(r'[^a-z0-9-]+', '-', naam)}-{breedte}.png", full_page=True)
            breed = pagina.evaluate("document.documentElement.scrollWidth")
            if breed > breedte:
                bevindingen.append(f"{breedte}: de pagina is {breed} breed")
            for fout in Axe().run(pagina).response["violations"]:
                plek = [knoop["html"][:120] for knoop in fout["nodes"][:3]]
                bevindingen.append(f"{breedte}: {fout['id']}: {fout['help']} {plek}")
        assert not bevindingen, "\n".join(bevindingen)

    return doe
