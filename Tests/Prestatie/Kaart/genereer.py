# SPDX-License-Identifier: EUPL-1.2
"""Writes a directory file of many made-up services, in the form of HSDS 3.1: the terms are those of the Almere directory, the
words are skewed as those of real texts are, and one word in two names and texts stands in about half of them.

    python3 genereer.py --voorzieningen 100000 --locaties 120000 --vandaag 2026-11-21 kaart.json
"""
import argparse
import datetime
import itertools
import json
import pathlib
import random
import uuid

WORTEL = pathlib.Path(__file__).resolve().parents[3]
RUIMTE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:wegwijs:prestatie:kaart")

ONDERWERP = """schuld taal werk zorg vervoer jeugd opvoed mantelzorg wijk buurt sport cultuur verslaving opvang pleeg
inburgerings vluchtelingen statushouders ouderen eenzaamheid huis woon energie inkomens bijstands juridisch psychisch gezins
kinder jongeren vrouwen school taalmaat computer fiets kook tuin muziek theater zwem dans reis huiswerk""".split()
SOORT = """hulp begeleiding ondersteuning project team spreekuur cursus groep inloop loket training dienst werk café centrum
maatje coach advies ontmoeting netwerk fonds regeling kamer huis punt bijeenkomst traject programma aanpak lessen""".split()
PLAATS = [("Almere", 1311, 1363), ("Amersfoort", 3811, 3829), ("Utrecht", 3511, 3585), ("Lelystad", 8211, 8245),
          ("Zwolle", 8011, 8045), ("Rotterdam", 3011, 3089), ("Amsterdam", 1011, 1109), ("Groningen", 9711, 9747),
          ("Eindhoven", 5611, 5658), ("Arnhem", 6811, 6846)]
WERKWOORD = "helpt begeleidt ondersteunt ontmoet leert oefent regelt adviseert verbindt ontvangt bezoekt traint".split()
VULSEL = """inwoners mensen samen thuis gesprek vragen brieven formulieren afspraken instanties gemeente wekelijks vrijwilligers
ervaring professional aanbod deelnemers kosten aanmelden verwijzing nodig gratis iedereen welkom sfeer plek buurthuis vertrouwen
zelfstandig ontwikkelen vaardigheden toekomst stap rust veilig gezond bewegen leren werken wonen opvoeden meedoen contact
organisaties partners regio stad locatie openingstijden informatie telefoon website bereikbaar dagelijks maandelijks""".split()
TALEN = ["nl", "en", "ar", "ti", "tr", "fa", "uk", "so", "fr"]
DAGEN = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def main():
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("bestand", type=pathlib.Path)
    lezer.add_argument("--voorzieningen", type=int, default=100_000)
    lezer.add_argument("--locaties", type=int, default=120_000)
    lezer.add_argument("--vandaag", type=datetime.date.fromisoformat, default=datetime.date.today())
    lezer.add_argument("--zaad", type=int, default=1)
    keuze = lezer.parse_args()
    toeval = random.Random(keuze.zaad)
    almere = json.loads((WORTEL / "compose/voorbeelden/sociale-kaart-almere.json").read_text())
    termen = {}
    for term in almere["taxonomy_terms"]:
        termen.setdefault(term["taxonomy_id"], []).append(term)
    naam_van = {t["id"]: t["name"] for t in almere["taxonomies"]}
    per_soort = {naam_van[taxonomie].split()[0].lower(): rij for taxonomie, rij in termen.items()}
    leefgebied, doelgroep, toegang = per_soort["leefgebieden"], per_soort["doelgroepen"], per_soort["toegang"]
    ja = next(t for t in almere["taxonomy_terms"] if t["code"] == "ja")

    # Zipf over a vocabulary of words that exist and compounds of them; the tail is long, as in real texts.
    samengesteld = [a + b for a, b in itertools.product(ONDERWERP, SOORT)]
    staart = [a + b + c for a in ONDERWERP for b in SOORT[:18] for c in ("plan", "dag", "kring", "vraag", "weg", "bron", "lijn")]
    toeval.shuffle(samengesteld)
    toeval.shuffle(staart)
    woorden = VULSEL + WERKWOORD + samengesteld + staart
    gewichten = list(itertools.accumulate(1 / (plaats + 4) ** 0.95 for plaats in range(len(woorden))))

    def ident(*delen):
        return str(uuid.uuid5(RUIMTE, ":".join(str(deel) for deel in delen)))

    organisaties = [
        {"id": ident("o", n), "name": f"Stichting {toeval.choice(samengesteld).capitalize()} {toeval.choice(PLAATS)[0]} {n}",
         "description": "Verzonnen voor een meting."}
        for n in range(keuze.voorzieningen // 8 + 1)
    ]
    over = keuze.locaties - keuze.voorzieningen
    with keuze.bestand.open("w", encoding="utf-8") as uit:
        uit.write('{"taxonomies":' + json.dumps(almere["taxonomies"], ensure_ascii=False))
        uit.write(',"taxonomy_terms":' + json.dumps(almere["taxonomy_terms"], ensure_ascii=False))
        uit.write(',"organizations":' + json.dumps(organisaties, ensure_ascii=False) + ',"services":[\n')
        for n in range(keuze.voorzieningen):
            stad, laag, hoog = PLAATS[min(int(toeval.expovariate(0.45)), len(PLAATS) - 1)]
            tekst = toeval.choices(woorden, cum_weights=gewichten, k=toeval.randint(18, 60))
            # One word that half of all texts hold.
            if toeval.random() < 0.5:
                tekst.insert(3, "ondersteuning")
            zinnen = " ".join(tekst)
            naam = " ".join([toeval.choice(samengesteld).capitalize(), stad] + toeval.choices(woorden, cum_weights=gewichten, k=toeval.randint(0, 2)))
            kenmerken = [(leefgebied, "leefgebied", toeval.randint(1, 3)), (doelgroep, "doelgroep", toeval.randint(1, 2)),
                         (toegang, "toegang", 1)]
            attributen = [
                {"id": ident("a", n, soort, t["id"]), "taxonomy_term_id": t["id"], "link_type": soort}
                for rij, soort, aantal in kenmerken for t in toeval.sample(rij, aantal)
            ]
            if toeval.random() < 0.7:
                attributen.append({"id": ident("a", n, "v"), "taxonomy_term_id": ja["id"], "link_type": "verwijsbaar"})
            plekken = []
            for m in range(2 if n < over else 1):
                pc = toeval.randint(laag, hoog)
                plekken.append({"id": ident("p", n, m), "location": {
                    "id": ident("l", n, m), "location_type": "physical", "name": f"{stad} {m + 1}",
                    "addresses": [{"id": ident("d", n, m), "address_1": f"Straat {n % 300}", "city": stad,
                                   "state_province": "NL", "postal_code": f"{pc} AA", "country": "NL",
                                   "address_type": "physical"}]}})
            dienst = {
                "id": ident("s", n), "organization_id": organisaties[n % len(organisaties)]["id"], "name": naam,
                "status": "active" if toeval.random() < 0.9 else "inactive",
                "description": f"{zinnen.capitalize()}.", "attributes": attributen, "service_at_locations": plekken,
                "service_areas": [{"id": ident("g", n), "name": stad}],
                "languages": [{"id": ident("t", n, t), "code": t} for t in ["nl"] + toeval.sample(TALEN[1:], toeval.randint(0, 2))],
            }
            if toeval.random() < 0.8:
                dienst["assured_date"] = str(keuze.vandaag - datetime.timedelta(days=toeval.randint(0, 360)))
            if toeval.random() < 0.4:
                dienst["schedules"] = [{
                    "id": ident("r", n), "freq": "WEEKLY", "byday": ",".join(toeval.sample(DAGEN, toeval.randint(1, 5))),
                    "opens_at": "09:00", "closes_at": "17:00"}]
            if toeval.random() < 0.3:
                dienst["minimum_age"] = toeval.choice([4, 12, 16, 18, 65])
            if toeval.random() < 0.3:
                dienst["cost_options"] = [{"id": ident("k", n), "amount": toeval.choice([0, 0, 5, 25])}]
            uit.write(("," if n else "") + json.dumps(dienst, ensure_ascii=False) + "\n")
        uit.write("]}")


if __name__ == "__main__":
    main()
