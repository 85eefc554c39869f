# SPDX-License-Identifier: EUPL-1.2
"""Hooks for schemathesis: three of four generated messages get headers, source and gemeente that belong together, as in the
description of those fields, so that the rules behind the door are tried and not only the door."""
import random
import uuid

import schemathesis

from dienst import OIN, WIJ

toeval = random.Random(20270111)


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.method != "POST" or case.path != "/aanmeldingen" or toeval.random() < 0.25:
        return
    koppen = dict(case.headers or {})
    koppen.update({"bron": OIN, "doel": WIJ})
    if isinstance(case.body, dict):
        case.body["source"] = f"urn:nld:oin:{OIN}:systeem:schema"
        if isinstance(case.body.get("id"), str):
            if toeval.random() < 0.5:
                case.body["id"] = str(uuid.UUID(int=toeval.getrandbits(128), version=4))
            koppen["berichtId"] = case.body["id"]
        data = case.body.get("data")
        if isinstance(data, dict) and toeval.random() < 0.8:
            data["gemeentecode"] = "0034"
            client = data.get("client")
            if isinstance(client, dict) and "bsn" in client and toeval.random() < 0.7:
                client["bsn"] = "999900006"
            case.body.pop("subject", None)
    # A header is Latin-1 and has no line ends: what else was generated cannot be sent.
    case.headers = {naam: waarde for naam, waarde in koppen.items() if str(waarde).isascii() and str(waarde).isprintable()}
