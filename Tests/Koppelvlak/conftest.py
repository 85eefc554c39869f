# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the outer interfaces need: where they are, and the standards to hold them against.

The sociale kaart is at WEGWIJS_KAART, or two ports above WEGWIJS_PROEFPOORT (as `wegwijs start` places it). The standards are
in WEGWIJS_STANDAARDEN, default ../shared/standards beside the repository; they are not part of it.
"""
import os
import pathlib
import urllib.error
import urllib.request

import pytest

from dienst import Dienst

WORTEL = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def kaart() -> str:
    """The address of the sociale kaart, without a slash at the end."""
    adres = os.environ.get("WEGWIJS_KAART")
    if not adres and os.environ.get("WEGWIJS_PROEFPOORT"):
        adres = f"http://127.0.0.1:{int(os.environ['WEGWIJS_PROEFPOORT']) + 2}"
    if not adres:
        pytest.skip("WEGWIJS_KAART en WEGWIJS_PROEFPOORT zijn niet gezet: er draait geen sociale kaart om te vragen")
    return adres.rstrip("/")


@pytest.fixture(scope="session")
def dienst():
    """Intake in a folder of its own."""
    binaries = pathlib.Path(os.environ.get("WEGWIJS_BINARIES", WORTEL / ".build" / "debug"))
    if not (binaries / "intake").exists():
        pytest.skip(f"{binaries}/intake is er niet: bouw eerst")
    with Dienst(binaries=binaries) as draaiend:
        yield draaiend


@pytest.fixture(scope="session")
def intake(dienst) -> str:
    """The address of intake, without a slash at the end."""
    return dienst.adres


@pytest.fixture(scope="session")
def standaarden() -> pathlib.Path:
    map_ = WORTEL / os.environ.get("WEGWIJS_STANDAARDEN", "../shared/standards")
    if not map_.is_dir():
        pytest.skip(f"{map_} is er niet: de standaarden horen niet bij de repository")
    return map_


class Antwoord:
    def __init__(self, status, koppen, tekst):
        self.status, self.koppen, self.tekst = status, koppen, tekst


@pytest.fixture(scope="session")
def vraag():
    """Asks a URL and gives status, headers and text, whatever the status is."""

    def stel(url: str, methode: str = "GET", koppen: dict | None = None, inhoud: bytes | None = None) -> Antwoord:
        verzoek = urllib.request.Request(url, method=methode, headers=koppen or {}, data=inhoud)
        try:
            with urllib.request.urlopen(verzoek, timeout=20) as antwoord:
                return Antwoord(antwoord.status, antwoord.headers, antwoord.read().decode())
        except urllib.error.HTTPError as fout:
            return Antwoord(fout.code, fout.headers, fout.read().decode())

    return stel
