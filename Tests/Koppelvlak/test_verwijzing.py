# SPDX-License-Identifier: EUPL-1.2
"""The door of partners on `/v1`: closed without a token, and tokens by signed assertion only."""
import json

import pytest

EEN = "0191e0b0-0000-7000-8000-000000000000"


@pytest.mark.parametrize(
    "methode, pad",
    [
        ("GET", f"/v1/verwijzingen/{EEN}"),
        ("POST", f"/v1/verwijzingen/{EEN}/statusovergangen"),
        ("POST", f"/v1/verwijzingen/{EEN}/statusmeldingen"),
        ("PUT", f"/v1/voorzieningen/{EEN}/capaciteit"),
    ],
)
def test_zonder_token_is_401(kaart, vraag, methode, pad):
    antwoord = vraag(kaart + pad, methode, {"Content-Type": "application/json"}, None if methode == "GET" else b"{}")
    assert antwoord.status == 401
    assert antwoord.koppen["WWW-Authenticate"] == "Bearer"


def test_een_token_vragen_zonder_bewering_is_een_fout_van_oauth(kaart, vraag):
    """Direct access with `private_key_jwt` alone: no secret, no password."""
    koppen = {"Content-Type": "application/x-www-form-urlencoded"}
    antwoord = vraag(f"{kaart}/v1/oauth/token", "POST", koppen, b"grant_type=client_credentials&client_id=x&client_secret=y")
    assert antwoord.status in (400, 401)
    assert json.loads(antwoord.tekst)["error"] in ("invalid_client", "invalid_request")
