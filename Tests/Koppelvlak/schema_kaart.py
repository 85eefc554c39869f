# SPDX-License-Identifier: EUPL-1.2
"""Generates requests from the published OpenAPI documents of the sociale kaart (schemathesis), one face after the other, and holds
the answers against them: no 5xx, no status that is not documented, body and headers as their schema.

    python3 Tests/Koppelvlak/schema_kaart.py --verzoeken 5000      (WEGWIJS_BINARIES: default .build/debug)
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys

HIER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HIER))
from kaartdienst import Kaartdienst  # noqa: E402

CONTROLES = ",".join([
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "unsupported_method"])
GEZICHTEN = {"hsds": "/hsds/v3", "v1": "/v1"}
# Operations over which the requests are divided.
VERRICHTINGEN = {"hsds": 16, "v1": 20}


def draai(dienst: Kaartdienst, gezicht: str, verzoeken: int, seed: int) -> tuple[int, str]:
    """The number of generated cases, and what schemathesis reported. Raises AssertionError when something did not hold."""
    if gezicht == "v1":
        # Half as the operator, half as a partner: what one may the other may not.
        uitkomsten = [loop(dienst, gezicht, verzoeken // 2, seed, token) for token in (dienst.beheer, dienst.partner)]
        return sum(aantal for aantal, _ in uitkomsten), uitkomsten[-1][1]
    return loop(dienst, gezicht, verzoeken, seed, None)


def loop(dienst: Kaartdienst, gezicht: str, verzoeken: int, seed: int, token: str | None) -> tuple[int, str]:
    basis = dienst.adres + GEZICHTEN[gezicht]
    opdracht = [
        str(pathlib.Path(sys.executable).parent / "schemathesis"), "run", f"{basis}/openapi.json", "--url", basis,
        "--checks", CONTROLES, "--phases", "examples,coverage,fuzzing", "--no-color",
        "--max-examples", str(max(1, verzoeken // VERRICHTINGEN[gezicht])), "--seed", str(seed), "--request-timeout", "30",
        "--suppress-health-check", "all", "--workers", "1", "--continue-on-failure", "--warnings", "off"]
    if token:
        opdracht += ["-H", f"Authorization: Bearer {token}"]
    uitvoer = subprocess.run(opdracht, capture_output=True, text=True, cwd=dienst.map, env=os.environ)
    tekst = uitvoer.stdout + uitvoer.stderr
    gevallen = sum(int(n.replace(",", "")) for n in re.findall(r"([\d,]+) generated", tekst))
    assert uitvoer.returncode == 0, tekst[-12000:]
    assert dienst.leeft(), "de sociale kaart is gestopt"
    return gevallen, tekst


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--verzoeken", type=int, default=5000, help="per gezicht")
    lezer.add_argument("--seed", type=int, default=20270201)
    lezer.add_argument("--gezicht", choices=GEZICHTEN, action="append")
    keuzes = lezer.parse_args()
    with Kaartdienst() as draaiend:
        for gezicht in keuzes.gezicht or GEZICHTEN:
            aantal, verslag = draai(draaiend, gezicht, keuzes.verzoeken, keuzes.seed)
            print("\n".join(verslag.splitlines()[-8:]))
            print(f"{gezicht}: {aantal} gegenereerde verzoeken, seed {keuzes.seed}: geen 5xx, elk antwoord naar zijn beschrijving")
