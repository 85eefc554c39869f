# SPDX-License-Identifier: EUPL-1.2
"""Files with aanmeldingen (A2) and entry by hand (A5), as a klantmanager and a begeleider do it."""
import csv
import io
import random
import re

import pytest
from playwright.sync_api import expect

KOLOMMEN = (
    "rijreferentie versie gemeentecode bsn vnummer voornamen voorvoegsel geslachtsnaam roepnaam geboortedatum "
    "geboortedatum_gebruik geslacht telefoon straat huisnummer postcode woonplaats doelgroep huishouden huishoudrol "
    "datum_huisvesting verblijfsvorm spreektaal leestaal tolktaal tolk_nodig geletterd inburgeringsplichtig geheimhouding "
    "contactpersoon_naam contactpersoon_telefoon contactpersoon_email verplichtingnummer ouder_rijreferentie ouder_bsn "
    "ouder_vnummer"
).split()


def woord() -> str:
    return "".join(random.choice("bdfgklmnprstvz") + random.choice("aeiou") for _ in range(4)).capitalize()


def rij(**waarden) -> dict:
    """A good row of somebody who was not there before."""
    return {
        "rijreferentie": f"B-{random.randrange(10**8)}", "versie": "1", "gemeentecode": "0034",
        "vnummer": f"29{random.randrange(10**8):08d}", "voornamen": woord(), "geslachtsnaam": woord(),
        "geboortedatum": f"{random.randrange(1960, 2000)}-{random.randrange(1, 13):02d}-11", "doelgroep": "statushouder18plus",
        "huishouden": f"H-{random.randrange(10**8)}", "huishoudrol": "hoofd", "spreektaal": "ti", "tolk_nodig": "ja",
    } | waarden


def bestand(rijen: list[dict]) -> dict:
    uit = io.StringIO()
    schrijver = csv.DictWriter(uit, KOLOMMEN, delimiter=";", lineterminator="\r\n")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    naam = f"aanmelding_v1_0034_20270111_{random.randrange(1, 999999)}.csv"
    return {"name": naam, "mimeType": "text/csv", "buffer": uit.getvalue().encode()}


def stuur(pagina, wat: dict) -> None:
    pagina.goto("/aanleveren")
    pagina.locator("input[type=file]").set_input_files(wat)
    pagina.get_by_role("button", name="Bestand controleren").click()
    expect(pagina).to_have_url(re.compile(r"/aanleveren/[0-9a-f-]{36}$"))


def test_een_bestand_proef_importeren_en_nog_eens(bezoek, binnen, kijk_na):
    pagina = bezoek(**binnen("klantmanager1"))
    pagina.goto("/aanleveren")
    kijk_na(pagina, "aanleveren")
    wat = bestand([rij(), rij(), rij(geboortedatum="1-2-1990"), rij(vnummer="290000001")])
    stuur(pagina, wat)
    main = pagina.get_by_role("main")
    # The page looks again by itself until the dry run is over.
    expect(main).to_contain_text("Dit is een proef", timeout=30_000)
    expect(main).to_contain_text("Excel heeft een datum omgezet")
    expect(main).to_contain_text("Rij 3 (regel 4)")
    expect(main).to_contain_text("een V-nummer heeft er 10")
    kijk_na(pagina, "aanlevering-proef")
    with pagina.expect_download() as ophalen:
        pagina.get_by_role("link", name="Resultaat downloaden").click()
    regels = list(csv.reader(io.StringIO(open(ophalen.value.path(), encoding="utf-8-sig").read()), delimiter=";"))
    assert [regel[3] for regel in regels[1:]] == ["nieuw", "nieuw", "geweigerd", "geweigerd"]
    pagina.get_by_role("button", name="2 rijen importeren").click()
    expect(main).to_contain_text("De rijen zijn overgenomen", timeout=30_000)
    kijk_na(pagina, "aanlevering-klaar")

    stuur(pagina, wat)
    expect(main).to_contain_text("Dit is een proef", timeout=30_000)
    expect(pagina.locator(".cijfer", has_text="Al bekend")).to_contain_text("2")
    pagina.get_by_role("button", name="Bestand weggooien").click()
    expect(main).to_contain_text("Dit bestand is weggegooid")


def test_een_bestand_dat_niet_kan_zegt_waarom(bezoek, binnen, kijk_na):
    pagina = bezoek(**binnen("klantmanager1"))
    pagina.goto("/aanleveren")
    pagina.locator("input[type=file]").set_input_files({"name": "lijst.csv", "mimeType": "text/csv", "buffer": b"a,b"})
    pagina.get_by_role("button", name="Bestand controleren").click()
    expect(pagina.get_by_role("alert").first).to_contain_text("Deze bestandsnaam klopt niet")
    kijk_na(pagina, "aanleveren-fout")
    wat = bestand([rij()])
    wat["buffer"] = wat["buffer"].decode().replace(";", ",").encode()
    stuur(pagina, wat)
    expect(pagina.get_by_role("main")).to_contain_text("Dit bestand gebruikt komma's", timeout=30_000)


@pytest.mark.parametrize("wie", ["begeleider1", "financieel1"])
def test_wie_geen_bestanden_aanlevert_komt_er_niet(bezoek, binnen, wie):
    assert bezoek(**binnen(wie)).goto("/aanleveren").status == 403


def test_met_de_hand_zoeken_concept_en_opslaan(bezoek, binnen, kijk_na):
    pagina = bezoek(**binnen("teamleider1"))
    main = pagina.get_by_role("main")
    naam = f"{woord()} {woord()}"
    pagina.goto("/aanmelding/nieuw")
    kijk_na(pagina, "invoer-zoeken")
    pagina.get_by_label("Achternaam of naamketen").fill(naam)
    pagina.get_by_label("Jaar", exact=True).fill("1991")
    pagina.get_by_role("button", name="Zoeken").click()
    pagina.get_by_role("button", name=re.compile("nieuwe aanmelding|Nieuwe aanmelding")).last.click()
    expect(pagina).to_have_url(re.compile(r"/aanmelding/nieuw/[0-9a-f-]{36}$"))
    expect(pagina.get_by_label("Achternaam of naamketen")).to_have_value(naam)
    kijk_na(pagina, "invoer")
    pagina.get_by_role("button", name="Aanmelding opslaan").click()
    expect(pagina.get_by_role("alert").first).to_contain_text("Kies bij welke groep")
    kijk_na(pagina, "invoer-fout")
    pagina.locator("[name=telefoon]").fill("0612345678")
    pagina.get_by_role("button", name="Bewaren en later verder").click()
    expect(main).to_contain_text("Het concept is bewaard")

    # On another device, of the same person.
    ander = bezoek(**binnen("teamleider1"), viewport={"width": 360, "height": 740})
    ander.goto("/aanmelding/nieuw")
    ander.get_by_role("link", name=naam, exact=True).click()
    expect(ander.locator("[name=telefoon]")).to_have_value("0612345678")
    ander.get_by_label("Statushouder van 18 jaar of ouder").check()
    ander.get_by_role("button", name="Aanmelding opslaan").click()
    expect(ander.get_by_role("main")).to_contain_text("De aanmelding is opgeslagen")
    ander.goto("/aanmelding/nieuw")
    expect(ander.get_by_role("main")).not_to_contain_text(naam)

    # The same person once more: now somebody looks like this.
    pagina.goto("/aanmelding/nieuw")
    pagina.get_by_label("Achternaam of naamketen").fill(naam)
    pagina.get_by_role("button", name="Zoeken").click()
    expect(main).to_contain_text(naam)
    kijk_na(pagina, "invoer-gevonden")
