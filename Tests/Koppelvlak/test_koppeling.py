# SPDX-License-Identifier: EUPL-1.2
"""The koppeling as a gemeente meets it: a sender that knows the published document and nothing else, notifications that arrive
at a receiver of the gemeente, and requests generated from the document."""
import base64
import copy
import hashlib
import hmac
import http.server
import json
import re
import threading
import time
import uuid

import jsonschema
import pytest

import schema
from adr import los
from dienst import OIN, Dienst, bericht


@pytest.fixture(scope="module")
def document(dienst):
    return json.loads(dienst.vraag("GET", "/v1/openapi.json")[2])


def keur(document, deel, waarde):
    """Holds a value against a schema of the document, formats included."""
    schema_ = {**los(document, deel), "components": document["components"]}
    jsonschema.Draft202012Validator(schema_, format_checker=jsonschema.FormatChecker()).validate(waarde)


class Afzender:
    """Sends what the document gives as an example, with the headers that the document asks for."""

    def __init__(self, dienst, document):
        self.dienst, self.document = dienst, document
        self.post = document["paths"]["/aanmeldingen"]["post"]
        self.soort, inhoud = next(iter(self.post["requestBody"]["content"].items()))
        self.voorbeeld = inhoud["example"]

    def bericht(self):
        nieuw = copy.deepcopy(self.voorbeeld)
        nieuw["id"], nieuw["data"]["aanmeldingId"] = str(uuid.uuid4()), str(uuid.uuid4())
        nieuw.pop("subject", None)
        return nieuw

    def stuur(self, gebeurtenis):
        waarden = {"berichtId": gebeurtenis["id"], "bron": gebeurtenis["source"].split(":")[3], "doel": "00000099000000000001"}
        koppen = {deel["name"]: waarden[deel["name"]] for deel in self.post["parameters"] if deel["required"]}
        koppen |= {"Content-Type": self.soort, "Authorization": f"Bearer {self.dienst.token}"}
        status, terug, inhoud = self.dienst.vraag("POST", "/v1/aanmeldingen", koppen, json.dumps(gebeurtenis).encode())
        antwoord = los(self.document, self.post["responses"][str(status)])
        for naam in antwoord["headers"]:
            assert naam in terug, naam
        soort, deel = next(iter(antwoord["content"].items()))
        assert terug["Content-Type"].startswith(soort)
        keur(self.document, deel["schema"], json.loads(inhoud))
        return status, terug, json.loads(inhoud)

    def stand(self, plek):
        status, _, inhoud = self.dienst.vraag("GET", plek, {"Authorization": f"Bearer {self.dienst.token}"})
        assert status == 200
        keur(self.document, {"$ref": "#/components/schemas/Toestand"}, json.loads(inhoud))
        return json.loads(inhoud)


def test_wie_alleen_het_document_kent_meldt_aan_volgt_wijzigt_en_trekt_in(dienst, document):
    afzender = Afzender(dienst, document)
    eerste = afzender.bericht()
    status, koppen, _ = afzender.stuur(eerste)
    assert status == 202
    stand = afzender.stand(koppen["Location"])
    assert stand["toestand"] == "geaccepteerd" and re.fullmatch(r"W-\d{4}-\d+", stand["dossiernummer"])
    # The same again: the first answer, no second person.
    assert afzender.stuur(eerste)[2]["aanmeldingId"] == eerste["data"]["aanmeldingId"]
    dubbel = afzender.bericht()
    _, koppen, _ = afzender.stuur(dubbel)
    assert afzender.stand(koppen["Location"])["toestand"] == "in-controle"
    assert afzender.stand(koppen["Location"])["redenen"] == ["nadere-controle"]
    soorten = {naam: document["components"]["schemas"][naam]["properties"]["type"]["enum"][0]
               for naam in ("Wijzigingsbericht", "Intrekkingsbericht")}
    wijziging = dubbel | {"id": str(uuid.uuid4()), "type": soorten["Wijzigingsbericht"], "sequence": "2"}
    assert afzender.stuur(wijziging)[0] == 202
    laat = dubbel | {"id": str(uuid.uuid4()), "type": soorten["Wijzigingsbericht"], "sequence": "1"}
    assert afzender.stuur(laat)[2]["verouderd"] is True
    intrekking = dubbel | {"id": str(uuid.uuid4()), "type": soorten["Intrekkingsbericht"], "sequence": "3",
                           "data": {"aanmeldingId": dubbel["data"]["aanmeldingId"]}}
    assert afzender.stuur(intrekking)[0] == 202
    assert afzender.stand(koppen["Location"])["toestand"] == "ingetrokken"
    status, _, inhoud = dienst.vraag("GET", "/v1/aanmeldingen?aantal=1", {"Authorization": f"Bearer {dienst.token}"})
    assert status == 200
    keur(document, {"$ref": "#/components/schemas/Toestandslijst"}, json.loads(inhoud))


def test_alle_fouten_komen_tegelijk_en_zijn_beschreven(dienst, document):
    afzender = Afzender(dienst, document)
    kapot = afzender.bericht()
    kapot["time"] = "gisteren"
    kapot["data"]["client"]["bsn"] = "123456789"
    kapot["data"]["doelgroep"] = "toerist"
    status, _, probleem = afzender.stuur(kapot)
    assert status == 400
    assert {fout["veld"] for fout in probleem["fouten"]} >= {"time", "data.client.bsn", "data.doelgroep"}
    assert "123456789" not in json.dumps(probleem)


def test_het_bewaarde_voorbeeld_van_een_aanmelding_wordt_aangenomen(dienst, standaarden):
    """The stored example meets the schema of CloudEvents, and our door takes it."""
    map_ = standaarden / "gebeurtenissen"
    voorbeeld = json.loads((map_ / "voorbeelden" / "aanmelding.json").read_text())
    jsonschema.validate(voorbeeld, json.loads((map_ / "cloudevents-1.0.schema.json").read_text()))
    voorbeeld["id"] = str(uuid.uuid4())
    oin = voorbeeld["source"].split(":")[3]
    if oin != OIN:
        voorbeeld["source"] = voorbeeld["source"].replace(oin, OIN)
    status, _, inhoud = dienst.vraag(
        "POST", "/v1/aanmeldingen", dienst.koppen(voorbeeld["id"]), json.dumps(voorbeeld).encode())
    assert status == 202, inhoud.decode()


class Ontvanger(http.server.BaseHTTPRequestHandler):
    """The gemeente's receiver: wants notifications from one origin, has a fault the first two times."""

    def do_OPTIONS(self):
        self.server.handdrukken.append(dict(self.headers))
        self.send_response(200)
        self.send_header("WebHook-Allowed-Origin", "127.0.0.1")
        self.send_header("WebHook-Allowed-Rate", "6000")
        self.end_headers()

    def do_POST(self):
        inhoud = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.posts.append((dict(self.headers), inhoud))
        self.send_response(503 if len(self.server.posts) <= 1 else 204)
        self.end_headers()

    def log_message(self, *_):
        pass


def test_een_melding_komt_na_een_storing_toch_aan_ook_als_intake_intussen_wordt_afgebroken(standaarden):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ontvanger)
    server.handdrukken, server.posts = [], []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    geheim = base64.b64encode(b"een geheim van 32 bytes of meer!").decode()
    with Dienst() as d:
        bestand = d.map / "sleutels" / "koppeling.json"
        inhoud = json.loads(bestand.read_text())
        inhoud["bestemmingen"] = [{"gemeente": "0034", "adres": f"http://127.0.0.1:{server.server_port}/meldingen",
                                   "token": "token-van-de-gemeente", "geheim": geheim}]
        bestand.write_text(json.dumps(inhoud))
        time.sleep(1.2)
        aanmelding = bericht(1)
        status, _, _ = d.vraag("POST", "/v1/aanmeldingen", d.koppen(aanmelding["id"]), json.dumps(aanmelding).encode())
        assert status == 202
        wacht(lambda: len(server.posts) == 1)
        # kill -9 between the first try and the next: nothing is lost.
        d.processen["intake"].kill()
        d.processen["intake"].wait()
        d.start("intake")
        wacht(lambda: len(server.posts) >= 2, 40)
        document = json.loads(d.vraag("GET", "/v1/openapi.json")[2])
        (eerste, een), (tweede, twee) = server.posts[:2]
        assert een == twee
        melding = json.loads(twee)
        keur(document, {"$ref": "#/components/schemas/Melding"}, melding)
        jsonschema.validate(melding, json.loads((standaarden / "gebeurtenissen" / "cloudevents-1.0.schema.json").read_text()))
        assert melding["subject"] == aanmelding["data"]["aanmeldingId"]
        assert tweede["Authorization"] == "Bearer token-van-de-gemeente"
        assert tweede["Content-Type"].startswith("application/cloudevents+json")
        getekend = f"{tweede['webhook-id']}.{tweede['webhook-timestamp']}.".encode() + twee
        code = base64.b64encode(hmac.new(base64.b64decode(geheim), getekend, hashlib.sha256).digest()).decode()
        assert tweede["webhook-signature"] == f"v1,{code}"
        assert server.handdrukken[0]["WebHook-Request-Origin"] == "127.0.0.1"
        # The link in the notification gives the detail, with the gemeente's own token.
        plek = melding["dataref"].removeprefix(d.adres)
        assert plek != melding["dataref"]
        assert d.vraag("GET", plek, {"Authorization": f"Bearer {d.token}"})[0] == 200
    server.shutdown()


def wacht(klaar, seconden=20):
    einde = time.monotonic() + seconden
    while not klaar():
        assert time.monotonic() < einde, "het gebeurde niet op tijd"
        time.sleep(0.05)


def test_gegenereerde_verzoeken_krijgen_alleen_beschreven_antwoorden():
    """The short form; the long one is Tests/Prestatie/lang/20-schema."""
    with Dienst(tempo=100_000) as d:
        aantal, _ = schema.draai(d, 300, seed=1)
    assert aantal >= 300
