# SPDX-License-Identifier: EUPL-1.2
"""F1: sign in with password and second factor; F9: errors take you to the field and keep what you typed."""
import re

import pytest
from playwright.sync_api import expect

from conftest import nieuwe_code


def test_aanmelden_met_fouten_onderweg(bezoek, gebruikers, kijk_na):
    gebruiker = next(iter(gebruikers.values()))
    pagina = bezoek()
    pagina.goto("/help")
    pagina.goto("/")
    expect(pagina).to_have_url(re.compile(r"/aanmelden\?naar=/$"))
    kijk_na(pagina, "aanmelden")

    pagina.get_by_label("Gebruikersnaam").fill(gebruiker["gebruikersnaam"])
    pagina.get_by_role("button", name="Verder").click()
    expect(pagina.get_by_role("alert")).to_contain_text("Vul uw wachtwoord in")
    expect(pagina.get_by_label("Gebruikersnaam")).to_have_value(gebruiker["gebruikersnaam"])
    pagina.get_by_role("alert").get_by_role("link").click()
    expect(pagina.get_by_label("Wachtwoord")).to_be_focused()
    kijk_na(pagina, "aanmelden-fout")

    pagina.get_by_label("Wachtwoord").fill("dit is het niet")
    pagina.get_by_role("button", name="Verder").click()
    expect(pagina.get_by_role("alert")).to_contain_text("klopt niet")
    expect(pagina.get_by_label("Wachtwoord")).to_have_value("")

    pagina.get_by_label("Wachtwoord").fill(gebruiker["wachtwoord"])
    pagina.get_by_role("button", name="Verder").click()
    kijk_na(pagina, "code")
    pagina.get_by_label("Code").fill("12")
    pagina.get_by_role("button", name="Aanmelden").click()
    expect(pagina.get_by_role("alert")).to_contain_text("klopt niet")
    kijk_na(pagina, "code-fout")
    for _ in range(3):
        pagina.get_by_label("Code").fill(nieuwe_code(gebruiker))
        pagina.get_by_role("button", name="Aanmelden").click()
        if not pagina.url.endswith("/aanmelden/code"):
            break
    expect(pagina).to_have_url(re.compile(r"/$"))

    pagina.set_viewport_size({"width": 1280, "height": 900})
    pagina.get_by_text("Mijn account").locator("xpath=ancestor::summary").click()
    kijk_na(pagina, "account-open")
    pagina.get_by_role("button", name="Afmelden").click()
    expect(pagina).to_have_url(re.compile(r"/aanmelden$"))
    pagina.goto("/")
    expect(pagina).to_have_url(re.compile(r"/aanmelden\?naar=/$"))


@pytest.mark.parametrize("javascript", [True, False])
def test_menu_op_de_telefoon_werkt_ook_zonder_script(bezoek, binnen, gebruikers, kijk_na, javascript):
    pagina = bezoek(**binnen(next(iter(gebruikers))), viewport={"width": 360, "height": 740}, java_script_enabled=javascript)
    pagina.goto("/")
    menu = pagina.locator(".menu-smal")
    expect(menu.get_by_role("link", name="Vandaag")).not_to_be_visible()
    menu.locator("summary").click()
    expect(menu.get_by_role("link", name="Vandaag")).to_be_visible()
    if javascript:
        kijk_na(pagina, "menu-open", breedtes=(360,))


def test_met_het_toetsenbord_naar_de_inhoud(bezoek):
    pagina = bezoek()
    pagina.goto("/aanmelden")
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    pagina.keyboard.press("Enter")
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_label("Gebruikersnaam")).to_be_focused()
