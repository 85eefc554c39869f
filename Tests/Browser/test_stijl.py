# SPDX-License-Identifier: EUPL-1.2
"""F7: every part of the design system in every state; F10: help on every page."""
import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("schema", ["light", "dark"])
def test_alle_bouwstenen(bezoek, kijk_na, schema):
    pagina = bezoek(color_scheme=schema)
    pagina.goto("/stijl")
    kijk_na(pagina, f"stijl-{schema}", open=True)


def test_hulp_is_er_zonder_aanmelden(bezoek, kijk_na):
    pagina = bezoek()
    pagina.goto("/aanmelden")
    pagina.get_by_role("banner").get_by_role("link", name="Help").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Help")
    kijk_na(pagina, "help", open=True)


def test_een_pagina_die_er_niet_is(bezoek, kijk_na):
    pagina = bezoek()
    antwoord = pagina.goto("/bestaat-niet")
    assert antwoord.status == 404
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    kijk_na(pagina, "niet-gevonden")


def test_vergroot_tot_400_procent_blijft_alles_bereikbaar(bezoek):
    """WCAG 1.4.10: 1280 pixels at 400 % are 320."""
    pagina = bezoek(viewport={"width": 320, "height": 800})
    for adres in ("/stijl", "/help", "/aanmelden"):
        pagina.goto(adres)
        assert pagina.evaluate("document.documentElement.scrollWidth") <= 320, adres


def test_een_fout_in_een_veld_is_verbonden_met_dat_veld(bezoek):
    pagina = bezoek()
    pagina.goto("/stijl")
    veld = pagina.locator("#veld-b-datum")
    assert veld.get_attribute("aria-invalid") == "true"
    omschrijving = pagina.locator("#" + veld.get_attribute("aria-describedby").split()[-1])
    expect(omschrijving).to_contain_text("Deze datum ligt in de toekomst")
