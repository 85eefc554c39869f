# SPDX-License-Identifier: EUPL-1.2
"""A11 and A12 as people use them: move a slide, stop the exchange. Deciding and taking back is in test_intake."""
import re

from playwright.sync_api import expect

from test_schermen import alle


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


def met_rapport(pagina):
    """The address of a dossier of this begeleider, and of the report of it."""
    pagina.goto("/rapporten?toestand=alle")
    rapporten = {}
    for rij in pagina.locator("main tr").all():
        nummer, link = re.search(r"[A-Z]+-\d{4}-\d+", rij.inner_text()), rij.locator("a[href^='/rapport/']")
        if nummer and link.count():
            rapporten[nummer.group()] = link.first.get_attribute("href")
    for dossier in alle(pagina, "/mensen", "/dossier/"):
        pagina.goto(dossier)
        nummer = re.search(r"[A-Z]+-\d{4}-\d+", pagina.get_by_role("main").inner_text()).group()
        if nummer in rapporten:
            return dossier, rapporten[nummer]
    raise AssertionError(f"geen dossier van {sorted(rapporten)}")


def test_uitwisseling_stoppen_en_door_een_ander_laten_hervatten(meld_aan, kijk_na):
    begeleider = meld_aan("begeleider1")
    dossier, rapport = met_rapport(begeleider)
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
    # The report is there to read, and does not leave.
    begeleider.goto(rapport)
    expect(begeleider.get_by_role("main")).to_contain_text("Uitwisseling gestopt")
    expect(begeleider.get_by_role("link", name="Openen als PDF")).to_have_count(0)
    kijk_na(begeleider, "rapport-gestopt")
    assert begeleider.request.get(rapport + "/pdf").status == 409
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
