# SPDX-License-Identifier: EUPL-1.2
"""A10, A11, A12 as people use them: decide and take back, move a slide, stop the exchange."""
import pytest
import re

from playwright.sync_api import expect

from test_schermen import eerste


def test_schuiven_werken_zonder_script_en_staan_in_het_adres(bezoek, binnen):
    pagina = bezoek(**binnen("teamleider1"), java_script_enabled=False)
    pagina.goto("/instroom")
    expect(pagina.get_by_role("slider")).to_have_count(4)
    pagina.get_by_role("slider", name="Begeleiders").fill("0")
    pagina.get_by_role("button", name="Reken uit").click()
    assert "begeleiders=0" in pagina.url
    expect(pagina.locator(".schuif-getal").first).to_have_text("0 begeleiders")
    expect(pagina.get_by_role("main")).to_contain_text("Te weinig plaatsen")
    pagina.get_by_role("link", name="Terug naar nu").click()
    assert "begeleiders" not in pagina.url


def test_elk_getal_van_de_instroom_opent_zijn_lijst(bezoek, binnen):
    pagina = bezoek(**binnen("teamleider1"))
    pagina.goto("/instroom")
    links = pagina.locator("main a[href^='/instroom/rijen']")
    gezien = {}
    for link in links.all():
        gezien[link.get_attribute("href")] = link.text_content().strip()
    assert gezien
    for adres, getal in list(gezien.items())[:6]:
        if not getal.isdigit():
            continue
        pagina.goto(adres)
        expect(pagina.get_by_role("main")).to_contain_text(f"van {getal} op deze pagina")


def test_een_afwijzing_vraagt_eerst_en_kan_terug(meld_aan, kijk_na):
    pagina = meld_aan("teamleider1")
    pagina.goto("/aanmeldingen?toestand=geaccepteerd")
    # Somebody whom nobody guides yet can still be put back.
    terug = None
    for adres in [a.get_attribute("href") for a in pagina.locator("main h2 a[href^='/aanmelding/']").all()]:
        pagina.goto(adres)
        if pagina.get_by_role("button", name="Weer laten wachten").count():
            terug = adres
            break
    if terug is None:
        pagina.goto("/aanmeldingen")
        if not pagina.locator("main h2 a[href^='/aanmelding/']").count():
            pytest.skip("in deze stad wacht geen aanmelding meer op een besluit")
        terug = pagina.locator("main h2 a[href^='/aanmelding/']").first.get_attribute("href")
        pagina.goto(terug)
    else:
        pagina.get_by_role("button", name="Weer laten wachten").click()
        expect(pagina.get_by_role("status").first).to_contain_text("De aanmelding wacht weer")
    kijk_na(pagina, "aanmelding-wacht", open=True)
    pagina.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    pagina.get_by_role("button", name="Verder met afwijzen").click()
    expect(pagina.get_by_role("alert")).to_contain_text("Kies waarom")
    pagina.get_by_label("Waarom wijst u af?").select_option("overig")
    pagina.get_by_role("button", name="Verder met afwijzen").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Deze aanmelding afwijzen?")
    kijk_na(pagina, "aanmelding-afwijzen")
    pagina.get_by_role("button", name="Aanmelding afwijzen").click()
    expect(pagina.get_by_role("main")).to_contain_text("Afgewezen")
    pagina.get_by_role("button", name="Weer laten wachten").click()
    pagina.get_by_role("button", name="Accepteren").click()
    expect(pagina.get_by_role("main")).to_contain_text("Geaccepteerd")


def test_uitwisseling_stoppen_en_door_een_ander_laten_hervatten(meld_aan, kijk_na):
    begeleider = meld_aan("begeleider1")
    dossier = eerste(begeleider, "/mensen", "/dossier/")
    begeleider.goto(dossier + "/uitwisseling")
    begeleider.get_by_role("button", name="Uitwisseling nu stoppen").click()
    expect(begeleider.get_by_role("alert")).to_contain_text("ten minste 10 tekens")
    kijk_na(begeleider, "uitwisseling-fout")
    begeleider.get_by_label("Waarom moet de uitwisseling stoppen?").fill("Proef: een familielid zoekt deze persoon.")
    begeleider.get_by_role("button", name="Uitwisseling nu stoppen").click()
    expect(begeleider.get_by_role("main")).to_contain_text("Uitwisseling gestopt")
    assert "familielid" not in begeleider.content()
    begeleider.goto(dossier)
    expect(begeleider.get_by_role("main")).to_contain_text("Uitwisseling gestopt")
    assert begeleider.goto(dossier + "/uitwisseling/waarom").status == 403
    teamleider = meld_aan("teamleider1")
    teamleider.goto("/uitwisselingsstoppen")
    expect(teamleider.locator(f"main a[href='{dossier}/uitwisseling']")).to_have_count(1)
    kijk_na(teamleider, "uitwisselingsstoppen-vol")
    teamleider.goto(dossier + "/uitwisseling/waarom")
    expect(teamleider.get_by_role("main")).to_contain_text("een familielid zoekt")
    kijk_na(teamleider, "uitwisseling-waarom")
    teamleider.goto(dossier + "/uitwisseling")
    kijk_na(teamleider, "uitwisseling-gestopt")
    teamleider.get_by_label("Waarom is uitwisselen weer veilig?").fill("Proef: besproken, het is weer veilig.")
    teamleider.get_by_role("button", name="Uitwisseling hervatten").click()
    expect(teamleider.get_by_role("main")).to_contain_text(re.compile("Uitwisseling toegestaan"))
