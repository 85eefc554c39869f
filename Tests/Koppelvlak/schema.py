# SPDX-License-Identifier: EUPL-1.2
"""Generates requests from the published OpenAPI document of intake (schemathesis) and holds the answers against it: no 5xx, no
status that is not documented, headers and body as their schema.

    python3 Tests/Koppelvlak/schema.py --verzoeken 5000      (WEGWIJS_BINARIES: where intake is; default .build/debug)
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys

HIER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HIER))
from dienst import Dienst  # noqa: E402

CONTROLES = ",".join([
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "unsupported_method", "allow_header_conformance", "ignored_auth"])
# Operations with something to generate, over which the requests are divided.
VERRICHTINGEN = 5


def draai(dienst: Dienst, verzoeken: int, seed: int) -> tuple[int, str]:
    """The number of generated cases, and what schemathesis reported. Raises AssertionError when something did not hold."""
    opdracht = [
        str(pathlib.Path(sys.executable).parent / "schemathesis"), "run", f"{dienst.adres}/v1/openapi.json",
        "--url", f"{dienst.adres}/v1", "--checks", CONTROLES, "--phases", "examples,coverage,fuzzing", "--no-color",
        "-H", f"Authorization: Bearer {dienst.token}", "--max-examples", str(max(1, verzoeken // VERRICHTINGEN)),
        "--seed", str(seed), "--request-timeout", "20", "--suppress-health-check", "all", "--workers", "1",
        "--continue-on-failure", "--warnings", "off"]
    uitvoer = subprocess.run(
        opdracht, capture_output=True, text=True, cwd=dienst.map,
        env={**os.environ, "SCHEMATHESIS_HOOKS": "schema_haken", "PYTHONPATH": str(HIER)})
    tekst = uitvoer.stdout + uitvoer.stderr
    gevallen = sum(int(n.replace(",", "")) for n in re.findall(r"([\d,]+) generated", tekst))
    assert uitvoer.returncode == 0, tekst[-12000:]
    assert dienst.leeft(), "intake is gestopt"
    return gevallen, tekst


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--verzoeken", type=int, default=5000)
    lezer.add_argument("--seed", type=int, default=20270111)
    keuzes = lezer.parse_args()
    # So many requests of one sender come in a minute that the pace must not be what is tried here.
    with Dienst(tempo=100_000) as draaiend:
        aantal, verslag = draai(draaiend, keuzes.verzoeken, keuzes.seed)
    print("\n".join(verslag.splitlines()[-12:]))
    print(f"{aantal} gegenereerde verzoeken, seed {keuzes.seed}: geen 5xx, geen onbeschreven status, elk antwoord naar zijn schema")
