# SPDX-License-Identifier: EUPL-1.2
"""The outer doors meet what nobody should send: no crash, no fault of ours, an answer that names the field and the rule, nothing
kept of what was refused, no echo in the log, and afterwards everything still answers."""
import json
import os
import pathlib
import random
import uuid
import zipfile

import pytest

import rare_invoer as raar
from dienst import Dienst, bericht
from kaartdienst import Kaartdienst, WORTEL
from rare_invoer import zip_

ZAAD = 20270201
# No JSON that we read, whatever the place.
KAPOT = {"nul", "nul als byte", "half teken", "omgekeerd paar", "diep", "tweemaal"}
# Odd enough to be refused in every place; the others may be right in some.
NOOIT = KAPOT | {"lang", "regeleinde", "lijst", "object", "getal", "ja"}
FORMULIER = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def binaries():
    binaries = pathlib.Path(os.environ.get("WEGWIJS_BINARIES", WORTEL / ".build" / "debug"))
    if not (binaries / "intake").exists():
        pytest.skip(f"{binaries}/intake is er niet: bouw eerst")
    return binaries


@pytest.fixture(scope="module")
def intake(binaries):
    with Dienst(tempo=100_000, binaries=binaries) as draaiend:
        yield draaiend


@pytest.fixture(scope="module")
def kaart(binaries):
    with Kaartdienst(12, binaries=binaries) as draaiend:
        yield draaiend


def wacht_bij(dienst, naam):
    return raar.Wacht(dienst.http, [dienst.map / "gegevens" / f"{naam}.sqlite"], dienst.map.glob("*.log"))


def soort(wat: str) -> str:
    """Of `data.client.bsn half teken` the odd thing."""
    return wat.split(" ", 1)[1]


def overal(wacht, pad, koppen, soort):
    """What any address gets: other methods, media types, bodies, and bytes that are no request."""
    for methode in raar.METHODEN:
        wacht.stuur(f"{methode} {pad}", methode, pad, koppen, mag=(200, 204))
    for vorm in raar.SOORTEN:
        wacht.stuur(f"{pad} als {vorm[:40]}", "POST", pad, koppen | {"Content-Type": vorm.format(soort)}, b"{}")
    for naam, inhoud in raar.LICHAMEN.items():
        wacht.stuur(f"{pad} met {naam}", "POST", pad, koppen | {"Content-Type": soort}, inhoud)
    kop = "".join(f"{naam}: {waarde}\r\n" for naam, waarde in (koppen | {"Content-Type": soort}).items()).encode()
    for naam, draad in raar.draden(pad, kop).items():
        wacht.ruw(f"draad {naam}", draad)


def test_de_koppeling_van_de_gemeente(intake):
    wacht, toeval = wacht_bij(intake, "intake"), random.Random(ZAAD)

    def stuur(wat, inhoud, koppen=None, **opties):
        id_ = str(uuid.UUID(int=toeval.getrandbits(128), version=4))
        inhoud = inhoud.replace(b"@@id@@", id_.encode())
        return wacht.stuur(wat, "POST", "/v1/aanmeldingen", intake.koppen(id_) | (koppen or {}), inhoud, **opties)

    def voorbeeld(nummer):
        gebeurtenis = bericht(nummer, talen={"spreektaal": "ti", "tolkNodig": True}, geheimhouding=False)
        gebeurtenis["id"], gebeurtenis["sequence"] = "@@id@@", "1"
        gebeurtenis["data"]["aanmeldingId"] = str(uuid.UUID(int=toeval.getrandbits(128), version=4))
        gebeurtenis["data"]["client"] |= {"telefoon": "0612345678", "postcode": "1315HR", "straat": "Straat", "geslacht": "V"}
        return gebeurtenis

    def mag(wat):
        plek = wat.split(" ")[0].split(".")[-1]
        # An object without fields that it must have, and yes or no where that is asked.
        recht = (plek, soort(wat)) in {("talen", "object"), ("geheimhouding", "ja"), ("tolkNodig", "ja")}
        return (202,) if recht or soort(wat) not in NOOIT else ()

    def goed(nummer):
        assert stuur(f"goed {nummer}", json.dumps(voorbeeld(nummer)).encode(), mag=(202,), altijd=True)[0] == 202

    goed(1)
    for nummer, (wat, _) in enumerate(raar.varianten(voorbeeld(2))):
        if raar.komt_langs(wat):
            # Somebody new each time, so that the odd thing is what is looked at.
            stuur(wat, dict(raar.varianten(voorbeeld(10 + nummer), alleen=wat))[wat], mag=mag(wat))
    heel = json.dumps(voorbeeld(3)).encode()
    for naam in ("berichtId", "bron", "doel", "Authorization", "traceparent", "If-Match"):
        for waarde in ("", "-1", "a" * 5_000, raar.NIEMAND, "\u202e", f"Bearer {raar.MERK}", "00000099000000000009", "{}"):
            stuur(f"kop {naam}: {waarde[:20]}", heel, {naam: waarde}, mag=(202,))
    token = {"Authorization": f"Bearer {intake.token}"}
    for naam in ("aantal", "gewijzigdNa", "na", "onbekend"):
        for waarde in raar.WAARDEN:
            wacht.stuur(f"?{naam}={waarde[:30]}", "GET", f"/v1/aanmeldingen?{naam}={waarde.format(naam)}", token, mag=(200,))
    for id_ in raar.IDS:
        bestaat = (200,) if raar.NIEMAND in id_.lower() else ()
        wacht.stuur(f"id {id_[:30]}", "GET", f"/v1/aanmeldingen/{id_}", token, mag=bestaat)
    for pad in ("/", "/v1", "/v1/", "/v1/aanmeldingen/", "//v1/aanmeldingen", "/v1/./aanmeldingen", "/v1/../v1/openapi.json",
                "/v2/aanmeldingen", "/v1/openapi.json/x", "/%2e%2e/etc/passwd", f"/v1/aanmeldingen%2f{raar.NIEMAND}"):
        wacht.stuur(f"pad {pad}", "GET", pad, token, mag=(200,))
    overal(wacht, "/v1/aanmeldingen", intake.koppen(str(uuid.UUID(int=1, version=4))), "application/cloudevents+json")
    for herkomst in ("", "a" * 5_000, "evil.example", "\u202e", "x,y"):
        wacht.stuur(f"handdruk {herkomst[:10]}", "OPTIONS", "/v1/aanmeldingen", {"WebHook-Request-Origin": herkomst})
    goed(4)
    assert intake.leeft()
    wacht.einde()


def test_het_tokenpunt(intake, kaart):
    """Not more than a minute's worth of failures: then the door says 429, which is right and hides the rest."""
    bewering = ("grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                "&client_assertion=")
    beweringen = ["", "a.b.c", "..", "a" * 9_000, "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.", "W10.W10.W10", "%F0%9F%98%80.%F0%9F%98%80.x",
                  "eyJhbGciOiJFUzI1NiIsImtpZCI6IngifQ.eyJpc3MiOiJ4IiwiZXhwIjoxZTQwMH0.AA", "x&grant_type=client_credentials",
                  "x&scope=" + "a%20" * 500]
    formulieren = ["", "&&&", "=", "grant_type", "%zz=1", "grant_type=%FF", "grant_type=%00", f"grant_type={raar.MERK}",
                   "&".join(f"a{n}=1" for n in range(600)), "grant_type=" + "a" * 70_000]
    for dienst, naam in ((intake, "intake"), (kaart, "sociale-kaart")):
        wacht = wacht_bij(dienst, naam)
        for formulier in formulieren + [bewering + b for b in beweringen]:
            wacht.stuur(f"token {formulier[-40:]}", "POST", "/v1/oauth/token", FORMULIER, formulier.encode(), vorm="oauth", altijd=True)
        for vorm in ("", "application/json", "multipart/form-data", "text/plain"):
            wacht.stuur(f"token als {vorm}", "POST", "/v1/oauth/token", {"Content-Type": vorm}, b"{}", vorm="oauth")
        assert dienst.leeft()
        wacht.einde()


def test_hsds(kaart):
    wacht = wacht_bij(kaart, "sociale-kaart")
    namen = ("page", "per_page", "search", "taxonomy_term_id", "modified_after", "minimum_age", "day", "start_time", "postcode",
             "proximity", "full", "format", "onbekend")
    for lijst in ("services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"):
        pad = f"/hsds/v3/{lijst}"
        for naam in namen if lijst == "services" else ("page", "search", "format"):
            for waarde in raar.WAARDEN:
                wacht.stuur(f"{lijst}?{naam}={waarde[:20]}", "GET", f"{pad}?{naam}={waarde.format(naam)}", mag=(200,))
        for id_ in raar.IDS:
            wacht.stuur(f"{lijst}/{id_[:20]}", "GET", f"{pad}/{id_}", mag=(200,))
    wacht.stuur("afstand", "GET", "/hsds/v3/service_at_locations?postcode=1315&proximity=1e400", altijd=True)
    vraag = {"search": "taal", "page": 1, "full": True, "modified_after": "2027-01-01T00:00:00Z"}
    for wat, inhoud in raar.varianten(vraag):
        wacht.stuur(f"zoek {wat}", "POST", "/hsds/v3/services", JSON, inhoud, mag=() if soort(wat) in KAPOT else (200,))
    for formulier in ("a=%zz", "search=%FF", "search=%00", b"search=\xff", "&".join("page=1" for _ in range(600))):
        inhoud = formulier if isinstance(formulier, bytes) else formulier.encode()
        wacht.stuur(f"formulier {formulier[:20]}", "POST", "/hsds/v3/services", FORMULIER, inhoud, altijd=True)
    for formulier in (b"&" * 1_000, b"search=" + b"a" * 60_000):
        wacht.stuur(f"formulier {formulier[:20]}", "POST", "/hsds/v3/services", FORMULIER, formulier, mag=(200,))
    assert kaart.leeft()
    wacht.einde()


def test_de_partner_op_de_sociale_kaart(kaart):
    wacht = wacht_bij(kaart, "sociale-kaart")
    partner = {"Authorization": f"Bearer {kaart.partner}"}
    organisatie = kaart.bestand["organizations"][0]["id"]
    eigen = next(s for s in kaart.bestand["services"] if s["organization_id"] == organisatie)["id"]
    stap = JSON | {"Idempotency-Key": raar.NIEMAND, "If-Match": '"1"'}

    def stuur(wat, methode, pad, koppen=None, inhoud=b"", **opties):
        return wacht.stuur(wat, methode, pad, partner | (koppen or {}), inhoud, **opties)

    vragen = {"voorzieningen": ("zoek", "leefgebied", "eigen", "na", "aantal"), "organisaties": ("zoek", "na", "aantal"),
              "voorstellen": ("na", "aantal"), "verwijzingen": ("na", "aantal", "gewijzigdNa", "onbekend")}
    for lijst, namen in vragen.items():
        for naam in namen:
            for waarde in raar.WAARDEN:
                stuur(f"{lijst}?{naam}={waarde[:20]}", "GET", f"/v1/{lijst}?{naam}={waarde.format(naam)}", mag=(200,))
        for id_ in raar.IDS:
            stuur(f"{lijst}/{id_[:20]}", "GET", f"/v1/{lijst}/{id_}")
    for wat, inhoud in raar.varianten({"naar": "geaccepteerd", "velden": {"toelichting": "x", "afspraak": "2027-02-01"}}):
        stuur(f"stap {wat}", "POST", f"/v1/verwijzingen/{raar.NIEMAND}/statusovergangen", stap, inhoud)
    for wat, inhoud in raar.varianten({"antwoord": "plaats", "vrij": 2, "maximum": 5}):
        mag = () if soort(wat) in NOOIT else (204,)
        stuur(f"plaatsen {wat}", "PUT", f"/v1/voorzieningen/{eigen}/capaciteit", stap, inhoud, mag=mag)
    _, _, voorziening = stuur("eigen", "GET", f"/v1/voorzieningen/{eigen}", mag=(200,), altijd=True)
    voorstel = {"voorzieningId": eigen, "inhoud": json.loads(voorziening)["inhoud"], "toelichting": "Nieuwe tijden."}
    for nummer, (wat, inhoud) in enumerate(raar.varianten(voorstel)):
        vers = stap | {"Idempotency-Key": f"sleutel-{nummer:06d}"}
        stuur(f"voorstel {wat}", "POST", "/v1/voorstellen", vers, inhoud, mag=() if soort(wat) in KAPOT else (201,))
    for naam in ("Idempotency-Key", "If-Match", "Authorization"):
        for waarde in ("", "-1", '"9223372036854775808"', "*", 'W/"1"', "a" * 5_000, "\u202e", f"Bearer {raar.MERK}"):
            # A key may be any word of this length.
            mag = (201,) if naam == "Idempotency-Key" and 8 <= len(waarde) <= 100 and " " not in waarde else ()
            stuur(f"kop {naam}: {waarde[:20]}", "POST", f"/v1/voorzieningen/{eigen}/controles", stap | {naam: waarde}, mag=mag)
    overal(wacht, "/v1/voorstellen", partner | stap, "application/json")
    assert kaart.leeft()
    wacht.einde()


def test_bestanden_van_de_sociale_kaart(kaart):
    wacht = wacht_bij(kaart, "sociale-kaart")
    beheer = {"Authorization": f"Bearer {kaart.beheer}"}
    nest = klein = zip_([("service.csv", b"id,name\n")])
    for _ in range(1_000):
        nest = zip_([("a.zip", nest)])
    zips = {
        "leeg": b"", "geen zip": b"hallo", "kop alleen": b"PK\x03\x04" + b"\0" * 26, "afgebroken": nest[:100],
        "reuzenmaat": b"PK\x03\x04" + b"\0" * 14 + b"\xff" * 12, "zip in zip": nest, "pad": zip_([("../../etc/passwd", b"x")]),
        "bom": zip_([("service.csv", b"\0" * 20_000_000)], zipfile.ZIP_DEFLATED), "beschadigd": klein.replace(b"id,name", b"id,nane", 1),
        "veel": zip_([(f"{nummer}.csv", b"") for nummer in range(5_000)]),
        "31 februari": zip_([("service.csv", f"id,name,assured_date\n{raar.NIEMAND},a,2027-02-31\n".encode())]),
        "nul": zip_([("service.csv", f"id,name\n{raar.NIEMAND},a\0b\n".encode())]),
        "open aanhalingsteken": zip_([("service.csv", b'id,name\n"a,b\n')]), "brede kop": zip_([("service.csv", b"," * 100_000)]),
        "utf-16": zip_([("service.csv", "id,name\n".encode("utf-16"))]), "lange regel": zip_([("service.csv", b"id\n" + b"a" * 10**6)]),
    }
    for naam, inhoud in zips.items():
        wacht.stuur(f"zip {naam}", "POST", "/v1/importen", beheer | {"Content-Type": "application/zip"}, inhoud, altijd=True)
    voorziening = {"id": raar.NIEMAND, "name": "Taalcafe", "organization_id": kaart.bestand["organizations"][0]["id"],
                   "status": "active", "assured_date": "2027-01-05", "minimum_age": 18, "schedules": []}
    for voorbeeld, om in (({"services": [], "organizations": []}, b"%s"), (voorziening, b'{"services":[%s]}')):
        for wat, inhoud in raar.varianten(voorbeeld):
            mag = () if soort(wat) in KAPOT else (200,)
            wacht.stuur(f"kaart {wat}", "POST", "/v1/importen?proef=true", beheer | JSON, om % inhoud, mag=mag)
    for id_ in raar.IDS:
        wacht.stuur(f"import {id_[:20]}", "GET", f"/v1/importen/{id_}", beheer)
        wacht.stuur(f"export {id_[:20]}", "GET", f"/v1/exporten/{id_}", beheer)
    assert kaart.leeft()
    wacht.einde()
