# SPDX-License-Identifier: EUPL-1.2
"""B2, B3 and the plan's part of B15: goals with actions, agreement that seals, versions side by side, one A4, and two
people in the same plan."""
import re

import pytest
from playwright.sync_api import expect

from test_schermen import alle


def plan_van(pagina) -> str:
    """The address of a plan in which work goes on."""
    for dossier in alle(pagina, "/mensen", "/dossier/"):
        pagina.goto(dossier + "/plan")
        if pagina.locator(f"main a[href='{dossier}/plan/akkoord']").count():
            return dossier + "/plan"
    raise AssertionError("geen plan van een lopend traject gevonden")


def doel_van(pagina, plan: str) -> str:
    pagina.goto(plan)
    return pagina.locator(f"main a.knop[href^='{plan}/doelen/']").first.get_attribute("href")


def voeg_doel_toe(pagina, plan: str, tekst: str) -> str:
    pagina.goto(plan)
    vorm = pagina.locator(f"form[action='{plan}/doelen']:has(textarea)")
    vorm.locator("[name=leefgebied]").select_option("netwerk")
    vorm.locator("[name=tekst]").fill(tekst)
    vorm.locator("[name=woorden]").fill("Ik wil niet meer alleen zijn.")
    vorm.get_by_role("button", name="Voeg toe").click()
    expect(pagina.get_by_role("main")).to_contain_text(tekst)
    kaart = pagina.locator("li.doel", has_text=tekst)
    return kaart.locator(f"a.knop[href^='{plan}/doelen/']").first.get_attribute("href")


@pytest.mark.parametrize("deel", ["", "/akkoord", "/versies", "/versies/1", "/vergelijken?van=1&naar=2", "/afdruk"])
def test_pagina_van_het_plan(bezoek, binnen, kijk_na, deel):
    pagina = bezoek(**binnen("begeleider1"))
    plan = plan_van(pagina)
    antwoord = pagina.goto(plan + deel)
    assert antwoord.status == 200, f"{deel} antwoordt {antwoord.status}"
    assert pagina.locator("h1").count() == 1
    kijk_na(pagina, "plan" + re.sub(r"[^a-z0-9]+", "-", deel), open=True)


def test_van_doel_tot_akkoord(bezoek, binnen, kijk_na):
    pagina = bezoek(**binnen("begeleider1"), viewport={"width": 360, "height": 740})
    plan = plan_van(pagina)
    doel = voeg_doel_toe(pagina, plan, "Ik eet elke week met iemand samen.")

    pagina.goto(doel)
    kijk_na(pagina, "plan-doel", open=True)
    vorm = pagina.locator(f"form[action='{doel}/acties']:has(input[name=uiterlijkOp])")
    vorm.locator("[name=tekst]").fill("Een buur uitnodigen voor koffie.")
    vorm.get_by_role("button", name="Voeg toe").click()
    expect(pagina.get_by_role("main")).to_contain_text("De actie staat bij het doel.")
    keuze = pagina.locator("section:has(#kop-suggesties) form").first
    suggestie = keuze.locator("[name=tekst]").get_attribute("value")
    keuze.get_by_role("button").click()
    expect(pagina.locator("section:has(#kop-acties)")).to_contain_text(suggestie)
    pagina.locator("section:has(#kop-acties) a", has_text="Wijzig").first.click()
    kijk_na(pagina, "plan-actie", open=True)
    pagina.locator("input[name=gedaanDoor][value=begeleider]").check()
    pagina.get_by_role("button", name="Het is gedaan").click()
    expect(pagina.get_by_role("main")).to_contain_text("door de begeleider")

    # First no, in the words of the client; then yes, which seals this version.
    for keus in ("geweigerd", "akkoord"):
        pagina.goto(plan + "/akkoord")
        pagina.locator(f"input[name=keus][value={keus}]").check()
        if keus == "geweigerd":
            pagina.get_by_role("button", name="Leg vast").click()
            expect(pagina.get_by_role("alert").first).to_contain_text("Schrijf wat de cliënt anders wil")
            pagina.locator("[name=opmerking]").fill("Ik wil eerst de taal leren.")
        pagina.locator("[name=naam]").fill("Naam van wie het zei")
        pagina.locator("[name=taal]").select_option("ti")
        pagina.locator("input[name=tolk][value=telefonisch]").check()
        pagina.get_by_role("button", name="Leg vast").click()
        expect(pagina.get_by_role("main")).to_contain_text("Niet akkoord" if keus == "geweigerd" else "is verzegeld")
    versie = int(re.search(r"Versie (\d+)", pagina.get_by_role("main").inner_text()).group(1))
    pagina.goto(f"{plan}/versies/{versie}")
    expect(pagina.get_by_role("main")).to_contain_text("Het controlegetal klopt")
    expect(pagina.get_by_role("main")).to_contain_text("Ik eet elke week met iemand samen.")
    assert pagina.locator("main form").count() == 0, "een verzegelde versie is om te lezen"

    # Afterwards something changes: the two versions side by side say what.
    pagina.goto(doel)
    pagina.locator("[name=streefdatum]").fill("2028-01-31")
    pagina.get_by_role("button", name="Sla het doel op").click()
    pagina.goto(f"{plan}/vergelijken?van={versie}&naar={versie + 1}")
    expect(pagina.get_by_role("main")).to_contain_text("Gewijzigd: “Ik eet elke week met iemand samen.”")
    expect(pagina.get_by_role("main")).to_contain_text("31 januari 2028")
    kijk_na(pagina, "plan-verschil", open=True)
    pagina.goto(plan)
    expect(pagina.get_by_role("main")).to_contain_text("Nog geen akkoord")


def test_een_doel_laten_vervallen_vraagt_waarom(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider1"))
    plan = plan_van(pagina)
    voeg_doel_toe(pagina, plan, "Ik wil dit toch niet.")
    kaart = pagina.locator("li.doel", has_text="Ik wil dit toch niet.")
    kaart.locator("summary", has_text="Anders").click()
    kaart.get_by_role("button", name="Laten vervallen").click()
    expect(pagina.get_by_role("alert").first).to_contain_text("Kies waarom.")
    kaart = pagina.locator("li.doel", has_text="Ik wil dit toch niet.")
    kaart.locator("[name=reden]").select_option(index=1)
    kaart.get_by_role("button", name="Laten vervallen").click()
    expect(pagina.get_by_role("main")).to_contain_text("Vervallen doelen")


def test_een_gesprek_over_het_plan(bezoek, binnen):
    pagina = bezoek(**binnen("begeleider1"))
    plan = plan_van(pagina)
    pagina.goto(plan)
    vorm = pagina.locator(f"form[action='{plan}/besproken']")
    pagina.locator("summary", has_text="Gesprek over het plan vastleggen").click()
    vorm.locator("[name=volgendOp]").fill("2020-01-01")
    vorm.locator("[name=opmerking]").fill("Deze zin mag niet verdwijnen.")
    vorm.get_by_role("button", name="Leg het gesprek vast").click()
    expect(pagina.get_by_role("alert").first).to_contain_text("Het volgende gesprek komt na dit gesprek.")
    expect(vorm.locator("[name=opmerking]")).to_have_value("Deze zin mag niet verdwijnen.")
    vorm.locator("[name=volgendOp]").fill("")
    vorm.get_by_role("button", name="Leg het gesprek vast").click()
    expect(pagina.get_by_role("main")).to_contain_text("Het gesprek over het plan is vastgelegd.")


def test_twee_browsers_in_hetzelfde_plan(bezoek, binnen, kijk_na):
    """Nobody's text is lost: the second one sees both, with who and when, and chooses per field."""
    een = bezoek(**binnen("begeleider1"))
    plan = plan_van(een)
    doel = voeg_doel_toe(een, plan, "Ik ken vijf buren bij naam.")
    twee = bezoek(**binnen("teamleider1"))
    een.goto(doel)
    twee.goto(doel)

    een.locator("#veld-tekst").fill("Ik ken mijn buren op de trap.")
    een.locator("#veld-streefdatum").fill("2028-02-01")
    een.get_by_role("button", name="Sla het doel op").click()
    expect(een.get_by_role("main")).to_contain_text("Het doel is opgeslagen.")

    twee.locator("#veld-tekst").fill("Ik drink koffie met mijn buren.")
    twee.locator("#veld-woorden").fill("Ik wil lachen met de buren.")
    twee.get_by_role("button", name="Sla het doel op").click()
    hoofd = twee.get_by_role("main")
    expect(twee.get_by_role("heading", level=1)).to_have_text("Iemand anders was u voor")
    for tekst in ("Ik ken mijn buren op de trap.", "Ik drink koffie met mijn buren.", "Ik wil lachen met de buren.", "1 februari 2028"):
        expect(hoofd).to_contain_text(tekst)
    expect(hoofd).to_contain_text(re.compile(r", (vandaag|\d+ \w+ \d{4}) om \d+:\d\d"))
    kijk_na(twee, "botsing", open=True)
    # The date only the other changed, the own words only this one; the text is for a person to decide.
    expect(twee.locator("[name='kies-streefdatum'][value=ander]")).to_be_checked()
    expect(twee.locator("[name='kies-woorden'][value=mijn]")).to_be_checked()
    assert twee.locator("[name='kies-tekst']:checked").count() == 0

    twee.get_by_role("button", name="Opslaan zoals gekozen").click()
    expect(twee.get_by_role("alert").first).to_contain_text("Kies wat moet blijven.")
    twee.locator("[name='kies-tekst'][value=mijn]").check()
    twee.get_by_role("button", name="Opslaan zoals gekozen").click()
    expect(twee.get_by_role("main")).to_contain_text("Het doel is opgeslagen.")
    expect(twee.locator("#veld-tekst")).to_have_value("Ik drink koffie met mijn buren.")
    expect(twee.locator("#veld-woorden")).to_have_value("Ik wil lachen met de buren.")
    expect(twee.locator("#veld-streefdatum")).to_have_value("2028-02-01")

    # What was not chosen is not gone either: the version before holds it.
    twee.goto(plan + "/versies")
    twee.locator("main a", has_text="Wat veranderde er?").first.click()
    expect(twee.get_by_role("main")).to_contain_text("Ik ken mijn buren op de trap.")


def test_een_gewoon_plan_past_op_een_vel(bezoek, binnen):
    """Chromium prints it; the pages are counted in the PDF."""
    pagina = bezoek(**binnen("begeleider2"))
    plan = plan_van(pagina)
    pagina.goto(plan)
    # A normal plan: six goals, with actions as the library suggests them.
    for _ in range(8):
        pagina.goto(plan + "/afdruk")
        if pagina.locator(".papier-doel table").count() >= 5:
            break
        pagina.goto(plan)
        pagina.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        pagina.locator("section:has(#kop-zinnen) form button").first.click()
        doel = pagina.locator("li.doel").filter(has_not=pagina.locator(".acties")).locator(f"a.knop[href^='{plan}/doelen/']")
        pagina.goto(doel.first.get_attribute("href"))
        for _ in range(2):
            suggesties = pagina.locator("section:has(#kop-suggesties) form")
            if suggesties.count():
                suggesties.first.get_by_role("button").click()
    pagina.goto(plan + "/afdruk")
    for kop in ("Mijn plan", "Onze volgende afspraak", "Wie bel ik?"):
        expect(pagina.get_by_role("main")).to_contain_text(kop)
    pdf = pagina.pdf(format="A4", prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF-")
    bladen = len(re.findall(rb"/Type\s*/Page[^s]", pdf))
    assert bladen == 1, f"{bladen} bladzijden"
