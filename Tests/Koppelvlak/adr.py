# SPDX-License-Identifier: EUPL-1.2
"""The rules of the NL API Design Rules that a program can hold an OpenAPI document against, after the Spectral ruleset that
Logius publishes with version 2.2.0 (standards/adr/ruleset-2.2.0-rc.1.yaml). `test_adr.py` proves this checker on the documents
that Logius tests its own ruleset with, and then runs it on both of our faces.

    python3 Tests/Koppelvlak/adr.py openapi.json
"""
import json
import re
import sys

METHODEN = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
SEMVER = re.compile(
    r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-]"
    r"[0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$")
KEBAB = re.compile(
    r"^(\/|(\/_[a-z0-9]+|\/(([a-z0-9\-]+|{[^}]+})(\/([a-z0-9\-\.]+|{[^}]+}))*)(\/_[a-z]+)?)\/?)$")
CAMEL = re.compile(r"^\$?[a-z][a-z\d]*([A-Z][a-z\d]*)*$")
DATUMVELD = re.compile(r"((\w+D)|(_[dD]))((ate)|(atum))")
VERSIEHEADERS = {"API-Version", "Api-Version", "Api-version", "api-version", "API-version"}


def los(document, deel):
    """Follows references within the document, as Spectral does before it looks."""
    gezien = set()
    while isinstance(deel, dict) and "$ref" in deel and deel["$ref"].startswith("#/") and deel["$ref"] not in gezien:
        gezien.add(deel["$ref"])
        doel = document
        for stap in deel["$ref"][2:].split("/"):
            doel = doel[stap.replace("~1", "/").replace("~0", "~")]
        deel = doel
    return deel


def operaties(document):
    for groep in ("paths", "webhooks"):
        for pad, item in (document.get(groep) or {}).items():
            for methode, operatie in item.items():
                if methode in METHODEN:
                    yield groep, pad, methode, operatie


def antwoorden(document):
    """Every response of every operation, references followed."""
    for groep, pad, methode, operatie in operaties(document):
        for code, antwoord in (operatie.get("responses") or {}).items():
            yield f"{groep}.{pad}.{methode}.responses[{code}]", str(code), los(document, antwoord)


def eigenschappen(deel, pad=""):
    """Every named property of every schema anywhere in the document."""
    if isinstance(deel, dict):
        for naam, waarde in deel.items():
            hier = f"{pad}.{naam}" if pad else naam
            if naam == "properties" and isinstance(waarde, dict):
                for veld, schema in waarde.items():
                    if isinstance(schema, dict):
                        yield f"{hier}.{veld}", veld, schema
            yield from eigenschappen(waarde, hier)
    elif isinstance(deel, list):
        for nummer, waarde in enumerate(deel):
            yield from eigenschappen(waarde, f"{pad}[{nummer}]")


def formaten(document, schema):
    schema = los(document, schema)
    if isinstance(schema, dict):
        if isinstance(schema.get("format"), str):
            yield schema["format"]
        for deel in schema.get("allOf", []):
            yield from formaten(document, deel)


def controleer(document):
    """What is wrong: pairs of rule and place, in the names of the published ruleset. Errors only, no warnings."""
    return [*kop(document), *paden(document), *fouten(document), *datums(document)]


def kop(document):
    if "openapi" not in document:
        yield "nlgov:openapi-root-exists", ""
        # Spectral knows no other rule for what it cannot recognise.
        return
    if not re.match(r"^3(.\d+){1,2}$", str(document["openapi"])):
        yield "nlgov:openapi3", "openapi"
    info = document.get("info") or {}
    if not info.get("contact"):
        yield "info-contact", "info"
    elif not all(naam in info["contact"] for naam in ("email", "name", "url")):
        yield "nlgov:info-contact-fields-exist", "info.contact"
    if not SEMVER.match(str(info.get("version", ""))):
        yield "nlgov:semver", "info.version"
    if not document.get("servers"):
        yield "oas3-api-servers", "servers"
    for server in document.get("servers") or []:
        if not re.search(r"\/v[\d+]", server.get("url", "")):
            yield "nlgov:include-major-version-in-uri", "servers"
    namen = [tag["name"] for tag in document.get("tags") or []]
    if len(namen) != len(set(namen)):
        yield "openapi-tags-uniqueness", "tags"


def paden(document):
    if "openapi" not in document:
        return
    ids = [operatie["operationId"] for *_, operatie in operaties(document) if "operationId" in operatie]
    for dubbel in {naam for naam in ids if ids.count(naam) > 1}:
        yield "operation-operationId-unique", dubbel
    for pad, item in (document.get("paths") or {}).items():
        if pad != "/" and pad.endswith("/"):
            yield "path-keys-no-trailing-slash", f"paths.{pad}"
        if not re.search(r"/openapi\.(json)|(yaml)", pad) and not KEBAB.match(pad):
            yield "nlgov:paths-kebab-case", f"paths.{pad}"
        for methode, operatie in item.items():
            if methode not in METHODEN:
                if methode not in ("parameters", "summary", "description", "servers", "$ref"):
                    yield "nlgov:http-methods", f"paths.{pad}.{methode}"
                continue
            lijst = [los(document, deel) for deel in (item.get("parameters") or []) + (operatie.get("parameters") or [])]
            genoemd = {deel["name"] for deel in lijst if deel["in"] == "path"}
            if genoemd != set(re.findall(r"{([^}]+)}", pad)):
                yield "path-params", f"paths.{pad}.{methode}"
            for nummer, deel in enumerate(lijst):
                if deel["in"] == "query" and not CAMEL.match(deel["name"]):
                    yield "nlgov:query-keys-camel-case", f"paths.{pad}.{methode}.parameters[{nummer}].name"


def fouten(document):
    if "openapi" not in document:
        return
    for plek, code, antwoord in antwoorden(document):
        if code[0] in "23":
            if not antwoord.get("headers"):
                yield "nlgov:missing-header", plek
            elif not VERSIEHEADERS & set(antwoord["headers"]):
                yield "nlgov:missing-version-header", f"{plek}.headers"
        if code[0] in "45" and "content" in antwoord:
            inhoud = antwoord["content"]
            if not {"application/problem+json", "application/problem+xml"} & set(inhoud):
                yield "nlgov:use-problem-schema", f"{plek}.content"
            for soort in ("application/problem+json", "application/problem+xml"):
                schema = los(document, (inhoud.get(soort) or {}).get("schema") or {})
                if "properties" in schema and not {"status", "title", "detail"} <= set(schema["properties"]):
                    yield "nlgov:problem-schema-members", f"{plek}.content.{soort}.schema.properties"
    for groep, pad, methode, operatie in operaties(document):
        moet = methode in ("put", "post", "patch") or (methode in ("get", "delete") and operatie.get("parameters"))
        if groep == "paths" and moet and "400" not in (operatie.get("responses") or {}):
            yield "nlgov:problem-invalid-input", f"paths.{pad}.{methode}.responses"


def datums(document):
    if "openapi" not in document:
        return
    for plek, veld, schema in eigenschappen(document):
        for formaat in formaten(document, schema):
            if formaat == "date-time-local":
                yield "nlgov:date-time-ensure-timezone", f"{plek}.format"
            if formaat == "time":
                yield "nlgov:time-without-timezone", f"{plek}.format"
        if veld in ("date", "datum") or DATUMVELD.search(veld):
            if not list(formaten(document, schema)):
                yield "nlgov:specify-format-for-date-and-time", plek
            if "date-time" in formaten(document, schema):
                yield "nlgov:use-date-instead-of-datetime", f"{plek}.format"


if __name__ == "__main__":
    gevonden = [(bestand, *fout) for bestand in sys.argv[1:] for fout in controleer(json.load(open(bestand)))]
    for bestand, regel, plek in gevonden:
        print(f"{bestand}: {regel} {plek}")
    sys.exit(1 if gevonden else 0)
