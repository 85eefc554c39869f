# SPDX-License-Identifier: EUPL-1.2
"""C5 to C8: a begeleider follows referrals, a partner with an account answers, and one without answers over a link on a phone."""
import datetime
import re

import pytest

TELEFOON = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}

PAGINAS = [
    ("begeleider1", "/verwijzingen", "verwijzingen"),
    ("teamleider1", "/verwijzingen", "verwijzingen-teamleider"),
    ("teamleider1", "/verwijzingen/organisaties", "verwijzingen-organisaties"),
]


@pytest.mark.parametrize("wie, pad, naam", PAGINAS)
def test_pagina(bezoek, binnen, kijk_na, wie, pad, naam):
    pagina = bezoek(**binnen(wie))
    assert pagina.goto(pad).status == 200
    kijk_na(pagina, naam, open=True)


def test_de_afspraken_van_een_voorziening(bezoek, binnen, kijk_na):
    """The team leader adds a field with its reason; without the reason nothing is kept."""
    pagina = bezoek(**binnen("teamleider1"))
    pagina.goto("/sociale-kaart?zoek=bibliotheek")
    pad = pagina.locator("main article a[href^='/sociale-kaart/']").first.get_attribute("href") + "/afspraken"
    assert pagina.goto(pad).status == 200
    kijk_na(pagina, "verwijsafspraken", open=True)
    pagina.goto(pad)
    pagina.get_by_role("checkbox", name="Geboortedatum").check()
    pagina.get_by_role("button", name="Leg de lijst vast").click()
    assert "Leg in 10 tot 500 tekens uit" in pagina.inner_text("main")
    pagina.get_by_label("Waarom nodig: geboortedatum").fill("Nodig voor de pas van de bibliotheek")
    pagina.get_by_role("button", name="Leg de lijst vast").click()
    assert "De lijst is vastgelegd" in pagina.inner_text("main")
    assert "Nodig voor de pas" in pagina.inner_text("main")
    pagina.get_by_role("checkbox", name="Geboortedatum").uncheck()
    pagina.get_by_role("button", name="Leg de lijst vast").click()
    pagina.locator("select[name=antwoord]").select_option("wachtlijst")
    pagina.get_by_role("button", name="Leg de plaatsen vast").click()
    assert "De plaatsen zijn vastgelegd" in pagina.inner_text("main")


@pytest.mark.parametrize("script", [True, False])
def test_kiezen_met_dezelfde_filters_als_de_sociale_kaart(bezoek, binnen, kijk_na, script):
    """What is known of the person is filled in and said, goes with a button, and stands in no address."""
    pagina = bezoek(**binnen("begeleider1"), java_script_enabled=script)
    pagina.goto("/mensen")
    dossiers = [a.get_attribute("href") for a in pagina.locator("main a[href^='/dossier/']").all()]
    for dossier in dossiers:
        pagina.goto(dossier + "/verwijzen")
        if pagina.get_by_text("Ingevuld met wat bekend is").count():
            break
    else:
        pytest.fail("van niemand is een taal of postcode bekend")
    if script:
        kijk_na(pagina, "verwijzen-ingevuld", open=True)
    weg = pagina.get_by_role("button", name=re.compile("Haal weg"))
    aantal = weg.count()
    weg.first.click()
    assert weg.count() == aantal - 1 and "?" not in pagina.url
    assert "Ingevuld met" not in pagina.inner_text("main")
    # Every filter of the search page is here, and what is shown is what is asked.
    pagina.locator("main details").first.evaluate("d => d.open = true") if script else pagina.locator("summary", has_text="Meer filters").click()
    for naam in ("doelgroep", "taal", "toegang", "leeftijd", "gebied", "postcode", "afstand", "dag", "tijd", "gratis"):
        assert pagina.locator(f"#kaartfilters [name={naam}]").count() == 1, naam
    pagina.get_by_label("Waar zoekt u hulp voor?").fill("taal")
    pagina.locator("#kaartfilters [name=leeftijd]").fill("119")
    pagina.locator("#kaartfilters [name=gebied]").fill("Verweggistan")
    pagina.get_by_role("button", name="Zoek met deze filters").click()
    assert "Niets gevonden" in pagina.inner_text("main")
    if script:
        kijk_na(pagina, "verwijzen-niets", open=True)
    pagina.get_by_role("button", name=re.compile("^Zonder werkt in Verweggistan: ")).click()
    assert pagina.get_by_role("button", name=re.compile("^Maak concept")).count()
    assert "?" not in pagina.url


def een_verwijzing(pagina) -> str:
    pagina.goto("/verwijzingen")
    link = pagina.locator("main a[href^='/verwijzing/']")
    assert link.count(), "geen verwijzing die loopt"
    return link.first.get_attribute("href")


def test_een_partner_zonder_account_antwoordt_op_een_telefoon(bezoek, binnen, kijk_na, adres):
    begeleider = bezoek(**binnen("begeleider2"))
    # A link is for a partner whose turn it is to answer.
    knop = begeleider.get_by_role("button", name=re.compile("Maak een (nieuwe )?link"))
    begeleider.goto("/verwijzingen")
    for verwijzing in [a.get_attribute("href") for a in begeleider.locator("main a[href^='/verwijzing/']").all()]:
        begeleider.goto(verwijzing)
        if knop.count():
            break
    else:
        pytest.skip("in deze stad wacht geen verwijzing op een partner")
    knop.click()
    link = begeleider.locator("[data-veld=waarde]").inner_text()
    kijk_na(begeleider, "verwijzing-link")
    assert "/p/" in link and link.startswith("http")
    pad = "/p/" + link.rsplit("/p/", 1)[1]

    partner = bezoek(**TELEFOON)
    antwoord = partner.goto(pad)
    assert antwoord.status == 200
    assert antwoord.headers["referrer-policy"] == "no-referrer" and "noindex" in antwoord.headers["x-robots-tag"]
    tekst = partner.inner_text("main")
    assert "Voornaam" not in tekst and "Achternaam" not in tekst
    kijk_na(partner, "antwoordlink", open=True)

    # The code comes another way; with it the name is there, and only on this screen.
    begeleider.goto(verwijzing)
    begeleider.get_by_role("button", name="Maak een code voor de naam").click()
    code = begeleider.locator("[data-veld=waarde]").inner_text()
    partner.goto(pad)
    partner.get_by_label("Code").fill("00000000")
    partner.get_by_role("button", name="Laat zien").click()
    assert "Deze code klopt niet" in partner.inner_text("main")
    partner.get_by_label("Code").fill(code)
    partner.get_by_role("button", name="Laat zien").click()
    assert "Voornaam" in partner.inner_text("main")
    partner.goto(pad)
    assert "Voornaam" not in partner.inner_text("main")

    # The demo's partner accepted: over the link the contact can be said to have begun, once. Its days follow the demo's clock.
    partner.get_by_text("Het contact is begonnen").click()
    vak = partner.get_by_label("Datum van het eerste contact")
    vak.fill(vak.get_attribute("max"))
    partner.get_by_role("button", name="Contact is begonnen").click()
    assert "Uw antwoord is vastgelegd" in partner.inner_text("main")
    assert partner.get_by_role("button", name="Contact is begonnen").count() == 0
    begeleider.goto(verwijzing)
    assert "Gestart" in begeleider.inner_text("main")
    assert "Er is over deze link geantwoord" in begeleider.inner_text("main")

    # Revoked, changed and made up look the same.
    begeleider.get_by_role("button", name="Laat de link niet meer werken").click()
    teksten = set()
    for fout in (pad, pad[:-1] + ("A" if pad[-1] != "A" else "B"), "/p/verzonnen"):
        antwoord = partner.goto(fout)
        assert antwoord.status == 404
        teksten.add(partner.inner_text("main"))
    assert len(teksten) == 1
    kijk_na(partner, "link-dicht")


def test_een_partner_met_account_ziet_de_eigen_verwijzingen(bezoek, binnen, kijk_na, gebruikers, meld_aan):
    """The beheerder makes the account with the number of the organisation; it signs in with a second factor."""
    begeleider = bezoek(**binnen("begeleider1"))
    begeleider.goto(een_verwijzing(begeleider))
    begeleider.get_by_role("link", name="Bekijk de voorziening").click()
    kaart = begeleider.url
    teamleider = bezoek(**binnen("teamleider1"))
    teamleider.goto(kaart + "/afspraken")
    organisatie = teamleider.locator("input[name=organisatie]").get_attribute("value")

    beheer = bezoek(**binnen("beheerder"))
    beheer.goto("/gebruikers/nieuw")
    naam = f"partner.{datetime.datetime.now():%H%M%S}"
    beheer.get_by_label("Naam", exact=True).fill("Balie Partner")
    beheer.get_by_label("Gebruikersnaam").fill(naam)
    beheer.get_by_role("checkbox", name="Partner").check()
    beheer.get_by_label("Nummer van de organisatie").fill(organisatie)
    beheer.get_by_role("button", name="Toevoegen").click()
    gebruikers[naam] = {
        "gebruikersnaam": naam,
        "wachtwoord": beheer.locator("[data-veld=wachtwoord]").inner_text(),
        "totp": beheer.locator("[data-veld=totp]").inner_text(),
    }
    partner = meld_aan(naam)
    partner.goto("/partner")
    kijk_na(partner, "partner", open=True)
    partner.goto("/partner")
    link = partner.locator("main a[href^='/partner/']")
    assert link.count(), "de partner ziet geen verwijzing"
    # What waits for an answer is counted above the list.
    labels = [rij.locator(".label").all_inner_texts() for rij in partner.locator("main ul.taken li").all()]
    wacht = sum(bool({"Verstuurd", "Ontvangen", "hoe gaat het?"} & set(teksten)) for teksten in labels)
    kop = re.search(r"(\d+) verwijzing(?:en wachten| wacht) op uw antwoord", partner.inner_text("main"))
    assert (int(kop[1]) if kop else 0) == wacht, labels
    partner.goto(link.first.get_attribute("href"))
    kijk_na(partner, "partner-verwijzing", open=True)
    assert partner.goto("/mensen").status == 403
