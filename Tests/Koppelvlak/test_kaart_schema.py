# SPDX-License-Identifier: EUPL-1.2
"""Both faces of the sociale kaart against their own documents, with generated requests: some hundreds here, 5,000 per face in
`./test --lang` (WEGWIJS_VERZOEKEN)."""
import os
import pathlib

import pytest
from kaartdienst import Kaartdienst, WORTEL

pytest.importorskip("schemathesis", reason="schemathesis is er niet (Tests/Koppelvlak/requirements.txt)")
import schema_kaart  # noqa: E402


@pytest.mark.parametrize("gezicht", schema_kaart.GEZICHTEN)
def test_elk_antwoord_is_naar_zijn_beschrijving(gezicht):
    binaries = pathlib.Path(os.environ.get("WEGWIJS_BINARIES", WORTEL / ".build" / "debug"))
    if not (binaries / "sociale-kaart").exists():
        pytest.skip(f"{binaries}/sociale-kaart is er niet: bouw eerst")
    verzoeken = int(os.environ.get("WEGWIJS_VERZOEKEN", "300"))
    with Kaartdienst(20) as dienst:
        aantal, _ = schema_kaart.draai(dienst, gezicht, verzoeken, 20270201)
    assert aantal >= verzoeken
